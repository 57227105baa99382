package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
)

// recipes are the files, those that others are made of first.
var recipes = []recipe{
	// TeX: text fonts of every age.
	{"verslag-pdftex-ot1", latex("pdflatex", "\\usepackage[utf8]{inputenc}\\usepackage{textcomp}")},
	{"verslag-pdftex-type3", latex("pdflatex", "\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\usepackage{textcomp}")},
	{"verslag-pdftex-times", latex("pdflatex", "\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\usepackage{times}\\usepackage{textcomp}")},
	{"verslag-pdftex-tounicode", latex("pdflatex", "\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\usepackage{times}\\usepackage{textcomp}\\input{glyphtounicode}\\pdfgentounicode=1")},
	{"kapitalen-pdftex-lm", latex("pdflatex", "\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\usepackage{lmodern}\\usepackage{textcomp}")},
	{"kapitalen-pdftex-ot1", latex("pdflatex", "\\usepackage[utf8]{inputenc}\\usepackage{textcomp}")},
	{"kapitalen-xetex", latex("xelatex", xePreamble)},
	{"verslag-xetex", latex("xelatex", xePreamble)},
	{"verslag-xetex-truetype", latex("xelatex", "\\usepackage{fontspec}\\setmainfont{Carlito}")},
	{"tekst-cff-zonder-tounicode", func(s *shop) {
		latex("xelatex", xePreamble)(s)
		s.without("/ToUnicode")
	}},
	{"tekst-truetype-zonder-tounicode", func(s *shop) {
		latex("xelatex", "\\usepackage{fontspec}\\setmainfont{Carlito}")(s)
		s.without("/ToUnicode")
	}},
	// Word processors.
	{"verslag-libreoffice", writer("pdf")},
	{"verslag-docx", writer("docx")},
	{"verslag-ungetagd", func(s *shop) {
		s.take("verslag-libreoffice")
		s.do("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile=out.pdf", "in.pdf")
	}},
	// Browsers and the like.
	{"verslag-chromium", chromium("--no-pdf-header-footer", sheetStyle)},
	{"web-chromium", func(s *shop) {
		s.write("in.html", []byte(htmlPage(sheetStyle+".rand{display:none}", s.pieces)))
		served(s, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=out.pdf")
	}},
	{"verslag-weasyprint", func(s *shop) {
		s.write("in.html", []byte(htmlPage(sheetStyle+".rand{position:running(kop)}@page{@top-center{content:element(kop)}}", s.pieces)))
		s.do("weasyprint", "-q", "in.html", "out.pdf")
	}},
	{"rechtsnaarlinks-chromium", chromium("--no-pdf-header-footer", sheetStyle+"body{font-family:'DejaVu Sans'}")},
	{"lijst-chromium", chromium("--no-pdf-header-footer", sheetStyle+"li{margin:0}ul{list-style:disc}ul ul{list-style:circle}p{margin:.3em 0}")},
	// The same page through other hands.
	{"verslag-cairo", func(s *shop) { s.take("verslag-libreoffice"); s.do("pdftocairo", "-pdf", "in.pdf", "out.pdf") }},
	{"verslag-ghostscript", distilled("verslag-pdftex-ot1", "1.4")},
	{"verslag-ghostscript-13", distilled("verslag-chromium", "1.3")},
	{"verslag-postscript", func(s *shop) {
		s.take("verslag-pdftex-times")
		s.do("pdftops", "in.pdf", "in.ps")
		s.do("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-dCompatibilityLevel=1.4", "-sOutputFile=out.pdf", "in.ps")
	}},
	{"verslag-groff", groff},
	// Scans.
	{"tekst-scan", func(s *shop) { scanned(s, false) }},
	{"tekst-scan-ocr", func(s *shop) { scanned(s, true) }},
	// The same file in other wrappings.
	{"verslag-gedraaid-90", wrapped("--rotate=+90")},
	{"verslag-gedraaid-180", wrapped("--rotate=+180")},
	{"verslag-gedraaid-270", wrapped("--rotate=+270")},
	{"verslag-rc4-40", wrapped("--allow-weak-crypto", "--encrypt", "", "eigenaar", "40", "--")},
	{"verslag-rc4-128", wrapped("--allow-weak-crypto", "--encrypt", "", "eigenaar", "128", "--use-aes=n", "--")},
	{"verslag-aes-128", wrapped("--allow-weak-crypto", "--encrypt", "", "eigenaar", "128", "--use-aes=y", "--")},
	{"verslag-aes-256", wrapped("--encrypt", "", "eigenaar", "256", "--")},
	{"verslag-gelineariseerd", wrapped("--linearize", "--object-streams=disable")},
	{"verslag-objectstromen", wrapped("--object-streams=generate", "--recompress-flate")},
	{"verslag-gelineariseerd-objectstromen", wrapped("--linearize", "--object-streams=generate")},
	{"verslag-onverpakt", wrapped("--qdf", "--object-streams=disable", "--stream-data=preserve")},
	// Damage that viewers repair.
	{"verslag-startxref-fout", damaged(func(b []byte) []byte { return startxref(b, "12") })},
	{"verslag-verschoven", damaged(func(b []byte) []byte { return append([]byte("Retour-regel van een postprogramma\r\n"), b...) })},
	{"verslag-zonder-xref", damaged(func(b []byte) []byte { return b[:bytes.LastIndex(b, []byte("xref\n0 "))] })},
	{"verslag-regeleinden", damaged(func(b []byte) []byte { return carriageReturns(b) })},
	{"verslag-afgebroken", damaged(func(b []byte) []byte { return b[:bytes.LastIndex(b, []byte("startxref"))-200] })},
	// Drawn here.
	{"tekst-actualtext", drawn(actualText)},
	{"tekst-bijgewerkt", drawn(updated)},
	{"tekst-hybride", drawn(hybrid)},
	{"cjk-90ms-rksj", drawn(predefined("90ms-RKSJ-H", "Japan1"))},
	{"cjk-gbk", drawn(predefined("GBK-EUC-H", "GB1"))},
	{"cjk-utf16", drawn(predefined("UniJIS-UTF16-H", "Japan1"))},
	{"tekst-liggend", drawn(lying)},
	{"tekst-marge", drawn(margin)},
	{"spread-indesign", drawn(spread)},
	{"tekst-letters-los", drawn(letterByLetter)},
	{"firefox-blad", drawn(firefox)},
}

const xePreamble = "\\usepackage{fontspec}\\setmainfont{Latin Modern Roman}"

const sheetStyle = "@page{size:148mm 210mm;margin:15mm}body{font:10pt Carlito}h1{font-size:18pt}h2{font-size:14pt}h3{font-size:12pt}" +
	"table{border-collapse:collapse}td{border:1px solid;padding:2px 6px}.noot{font-size:8pt}.rand{font-size:8pt;text-align:center}"

// latex prints with one of TeX's programs.
func latex(program, preamble string) func(*shop) {
	return func(s *shop) {
		s.write("out.tex", []byte(tex(preamble, s.pieces)))
		s.do(program, "-interaction=batchmode", "out.tex")
	}
}

// without takes an entry out of every dictionary of out.pdf.
func (s *shop) without(key string) {
	s.do("qpdf", "--qdf", "--object-streams=disable", "out.pdf", "flat.pdf")
	flat := s.read("flat.pdf")
	s.write("flat.pdf", bytes.ReplaceAll(flat, []byte(key), []byte("/"+strings.Repeat("X", len(key)-1))))
	s.do("qpdf", "--object-streams=generate", "--stream-data=compress", "flat.pdf", "out.pdf")
}

// writer prints with LibreOffice, through a file of Word when asked.
func writer(through string) func(*shop) {
	return func(s *shop) {
		s.write("out.fodt", []byte(writerDocument(s.pieces)))
		profile := "-env:UserInstallation=file://" + s.folder + "/profile"
		from := "out.fodt"
		if through != "pdf" {
			s.do("soffice", profile, "--headless", "--convert-to", through, from)
			from = "out." + through
		}
		s.do("soffice", profile, "--headless", "--convert-to", `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}`, from)
	}
}

func chromium(option, style string) func(*shop) {
	return func(s *shop) {
		s.write("in.html", []byte(htmlPage(style, s.pieces)))
		s.do("chromium", "--headless", "--no-sandbox", "--disable-gpu", option, "--print-to-pdf=out.pdf", "in.html")
	}
}

// distilled sends a file through ghostscript.
func distilled(name, level string) func(*shop) {
	return func(s *shop) {
		s.take(name)
		s.do("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-dCompatibilityLevel="+level, "-sOutputFile=out.pdf", "in.pdf")
	}
}

// wrapped has qpdf write a file anew in another form.
func wrapped(options ...string) func(*shop) {
	return func(s *shop) {
		s.take("verslag-libreoffice")
		s.do("qpdf", append(options, "in.pdf", "out.pdf")...)
	}
}

// damaged harms a file with a plain cross-reference table.
func damaged(harm func([]byte) []byte) func(*shop) {
	return func(s *shop) {
		s.take("verslag-libreoffice")
		s.do("qpdf", "--object-streams=disable", "in.pdf", "plain.pdf")
		s.write("out.pdf", harm(s.read("plain.pdf")))
	}
}

func startxref(b []byte, offset string) []byte {
	at := bytes.LastIndex(b, []byte("startxref"))
	return append(b[:at:at], "startxref\n"+offset+"\n%%EOF\n"...)
}

// carriageReturns is what a transfer as text does to line ends outside streams.
func carriageReturns(b []byte) []byte {
	var out []byte
	inStream := false
	for line := range bytes.Lines(b) {
		text := bytes.TrimSuffix(line, []byte("\n"))
		if bytes.HasPrefix(text, []byte("endstream")) {
			inStream = false
		}
		if !inStream && len(text) < len(line) {
			line = append(bytes.Clone(text), "\r\n"...)
		}
		if bytes.HasSuffix(text, []byte("stream")) && !bytes.HasSuffix(text, []byte("endstream")) {
			inStream = true
		}
		out = append(out, line...)
	}
	return out
}

// scanned draws the text as a picture, with the words that tesseract reads
// laid over it invisibly when asked.
func scanned(s *shop, recognised bool) {
	latex("pdflatex", "\\usepackage[utf8]{inputenc}\\usepackage[T1]{fontenc}\\usepackage{lmodern}\\usepackage{textcomp}")(s)
	s.do("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffg4", "-r200", "-sOutputFile=page.tif", "out.pdf")
	if recognised {
		s.do("tesseract", "page.tif", "out", "-l", "nld", "pdf")
		return
	}
	s.do("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pbmraw", "-r200", "-sOutputFile=page.pbm", "out.pdf")
	s.write("out.pdf", picture(s.read("page.pbm")))
}

// groff prints with the ms macros, which know no raised notes.
func groff(s *shop) {
	var b strings.Builder
	b.WriteString(".nr PS 10\n.nr VS 12\n.nr LL 11.5c\n.nr PO 1.6c\n.pl 21c\n.ds LH\n.ds CH FICTIEF VOORBEELD\n.ds RH\n.ds CF %\n")
	notes := notesOf(s.pieces)
	in := func(text string) string {
		return noteMark.ReplaceAllStringFunc(text, func(mark string) string {
			return "\\**\n.FS\n" + notes[strings.Trim(mark, "[]")] + "\n.FE\n"
		})
	}
	for _, r := range runs(s.pieces) {
		if r[0].kind == row {
			b.WriteString(groffTable(r))
			continue
		}
		for _, p := range r {
			switch p.kind {
			case title:
				b.WriteString(".LP\n.ps 18\n.vs 20\n\\fB" + p.text + "\\fP\n.ps 10\n.vs 12\n")
			case heading:
				b.WriteString(".SH\n" + p.text + "\n")
			case prose:
				b.WriteString(".LP\n" + strings.ReplaceAll(in(p.text), "\n ", "\n") + "\n")
			case bullet:
				b.WriteString(".IP \\(bu 2\n" + p.text + "\n")
			case number:
				b.WriteString(".IP " + strings.Fields(p.text)[0] + " 3\n" + p.withoutNumber() + "\n")
			}
		}
	}
	s.write("in.ms", []byte(strings.ReplaceAll(b.String(), "’", "\\(cq")))
	s.do("sh", "-c", "groff -t -k -ms -P-p21c,14.8c -Tpdf in.ms > out.pdf")
}

func groffTable(rows []piece) string {
	var b strings.Builder
	b.WriteString(".TS\nallbox tab(~);\n" + strings.TrimSpace(strings.Repeat("l ", len(rows[0].cells()))) + ".\n")
	for _, p := range rows {
		b.WriteString(strings.Join(p.cells(), "~") + "\n")
	}
	return b.String() + ".TE\n"
}

// served has a browser print in.html from a host of its own, so that the
// address it prints on the page is one that nobody has.
func served(s *shop, program string, args ...string) {
	server := httptest.NewServer(http.FileServer(http.Dir(s.folder)))
	defer server.Close()
	rule := "MAP www.oosterbeemd.example " + server.Listener.Addr().String()
	s.do(program, append(args, "--host-resolver-rules="+rule, "http://www.oosterbeemd.example/in.html")...)
}
