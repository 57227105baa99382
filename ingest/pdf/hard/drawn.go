package main

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"rodedraad/ingest/pdf/pdftest"
)

// drawn makes a file here.
func drawn(draw func([]piece) []byte) func(*shop) {
	return func(s *shop) { s.write("out.pdf", draw(s.pieces)) }
}

// set is a line of type: where it stands, and in what.
type set struct {
	x, y, size float64
	bold       bool
	text       string
}

// advance is the width of every letter of Courier, in ems.
const advance = 0.6

// column sets pieces in lines no wider than a column, from a point downwards.
// Long words are broken, as designers do.
func column(pieces []piece, x, y, width, size float64) []set {
	var lines []set
	for _, p := range pieces {
		if p.kind == edge {
			lines = append(lines, set{x, 20, 8, false, p.text})
			continue
		}
		size, bold := size, p.kind == heading || p.kind == title
		if bold {
			size, y = size*1.4, y-size
		}
		if p.kind == title {
			size *= 1.2
		}
		for _, text := range wrap(p.unmarked(), int(width/size/advance)) {
			lines = append(lines, set{x, y, size, bold, text})
			y -= 1.3 * size
		}
		y -= 0.5 * size
	}
	return lines
}

// wrap breaks a text into lines of so many letters.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		room := width - len([]rune(line)) - 1
		letters := []rune(word)
		switch {
		case line == "":
			line = word
		case len(letters) <= room:
			line += " " + word
		case len(letters) >= 10 && room >= 5 && len(letters)-room >= 4:
			lines = append(lines, line+" "+string(letters[:room-1])+"-")
			line = string(letters[room-1:])
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}

// literal writes a string of the format in an encoding.
func literal(text string, e encoding.Encoding) string {
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		panic(fmt.Sprintf("%q cannot be written in this encoding: %v", text, err))
	}
	return fmt.Sprintf("<%X>", b)
}

func winAnsi(text string) string { return literal(text, charmap.Windows1252) }

// plainly shows every line with one operator.
func plainly(lines []set) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "BT /%s %g Tf %g %g Td %s Tj ET\n", l.font(), l.size, l.x, l.y, winAnsi(l.text))
	}
	return b.String()
}

func (l set) font() string {
	if l.bold {
		return "F2"
	}
	return "F1"
}

// courier adds the two fonts and gives the resources that name them.
func courier(d *pdftest.Document) string {
	add := func(name string) int {
		return d.Add("<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[%s]>>",
			name, strings.Repeat("600 ", 224))
	}
	return fmt.Sprintf("/Font<</F1 %d 0 R/F2 %d 0 R>>", add("Courier"), add("Courier-Bold"))
}

// page makes a document of one page.
func page(box, content string) []byte {
	d := pdftest.New()
	d.Page("/MediaBox"+box, courier(d), content)
	return d.Bytes()
}

const upright, landscape = "[0 0 420 595]", "[0 0 842 595]"

func usual(pieces []piece) []set { return column(pieces, 40, 550, 340, 9) }

// letterByLetter places every letter by itself and draws no spaces.
func letterByLetter(pieces []piece) []byte {
	var b strings.Builder
	for _, l := range usual(pieces) {
		fmt.Fprintf(&b, "BT /%s %g Tf\n", l.font(), l.size)
		for i, r := range []rune(l.text) {
			if r != ' ' {
				fmt.Fprintf(&b, "1 0 0 1 %.2f %g Tm %s Tj\n", l.x+float64(i)*l.size*advance, l.y, winAnsi(string(r)))
			}
		}
		b.WriteString("ET\n")
	}
	return page(upright, b.String())
}

// spread is two pages side by side in four columns. The threads stand in the
// stream as they were made, not as they are read, the headings after the text;
// letters are brought closer by optical kerning, a string for each or two.
func spread(pieces []piece) []byte {
	var articles [][]piece
	for _, p := range pieces[1:] {
		if p.kind == heading {
			articles = append(articles, nil)
		}
		articles[len(articles)-1] = append(articles[len(articles)-1], p)
	}
	var b, later strings.Builder
	for _, i := range []int{2, 0, 3, 1} {
		for _, l := range column(articles[i], 40+float64(i)*200, 520, 165, 9) {
			out := &b
			if l.bold {
				out = &later
			}
			fmt.Fprintf(out, "BT /%s 1 Tf -0.01 Tc %g 0 0 %g %g %g Tm [", l.font(), l.size, l.size, l.x, l.y)
			for k, r := range []rune(l.text) {
				fmt.Fprintf(out, "%s%d", winAnsi(string(r)), []int{14, -9, 22, 3, -17}[k%5])
			}
			out.WriteString("]TJ ET\n")
		}
	}
	folio := plainly([]set{{40, 20, 8, false, pieces[0].text}, {640, 20, 8, false, pieces[0].text}})
	return page(landscape, b.String()+later.String()+folio)
}

// lying has its whole text turned by a quarter, on a page that does not say so.
func lying(pieces []piece) []byte {
	var b strings.Builder
	for _, l := range column(pieces, 40, 380, 500, 9) {
		fmt.Fprintf(&b, "BT /%s %g Tf 0 1 -1 0 %g %g Tm %s Tj ET\n", l.font(), l.size, 420-l.y, l.x, winAnsi(l.text))
	}
	return page(upright, b.String())
}

// margin has its furniture turned in the margin.
func margin(pieces []piece) []byte {
	turned := fmt.Sprintf("BT /F1 8 Tf 0 1 -1 0 20 200 Tm %s Tj ET\n", winAnsi(pieces[0].text))
	return page(upright, turned+plainly(usual(pieces[1:])))
}

// firefox has the lines that a browser prints around a page.
func firefox(pieces []piece) []byte {
	at := []set{{20, 580, 7, false, pieces[0].text}, {200, 580, 7, false, pieces[1].text}, {20, 12, 7, false, pieces[2].text}, {330, 12, 7, false, pieces[3].text}}
	return page(upright, plainly(append(at, usual(pieces[4:])...)))
}

// actualText breaks words with marked content that says what was broken, and
// shows small capitals as capitals whose real text stands beside them.
func actualText(pieces []piece) []byte {
	var b strings.Builder
	for _, l := range usual(pieces) {
		x := l.x
		fmt.Fprintf(&b, "/P<</MCID 0>>BDC BT /%s %g Tf\n", l.font(), l.size)
		for _, word := range strings.Fields(l.text) {
			shown := word
			if strings.Contains(word, "en") {
				shown = strings.Repeat("#", len([]rune(word)))
				fmt.Fprintf(&b, "/Span<</ActualText%s>>BDC\n", literal(word, unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)))
			}
			fmt.Fprintf(&b, "1 0 0 1 %g %g Tm %s Tj\n", x, l.y, winAnsi(shown))
			if shown != word {
				b.WriteString("EMC\n")
			}
			x += float64(len([]rune(word))+1) * l.size * advance
		}
		b.WriteString("ET EMC\n")
	}
	return page(upright, b.String())
}

// predefined shows the text through a CMap that every reader is to know.
func predefined(name, collection string) func([]piece) []byte {
	codes := map[string]encoding.Encoding{"90ms-RKSJ-H": japanese.ShiftJIS, "GBK-EUC-H": simplifiedchinese.GBK,
		"UniJIS-UTF16-H": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}[name]
	return func(pieces []piece) []byte {
		d := pdftest.New()
		cid := d.Add("<</Type/Font/Subtype/CIDFontType0/BaseFont/Verzonnen/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 2>>/DW 600"+
			"/FontDescriptor<</Type/FontDescriptor/FontName/Verzonnen/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>>>", collection)
		font := d.Add("<</Type/Font/Subtype/Type0/BaseFont/Verzonnen/Encoding/%s/DescendantFonts[%d 0 R]>>", name, cid)
		var b bytes.Buffer
		for _, l := range usual(pieces) {
			fmt.Fprintf(&b, "BT /F1 %g Tf %g %g Td %s Tj ET\n", l.size, l.x, l.y, literal(l.text, codes))
		}
		d.Page("/MediaBox"+upright, fmt.Sprintf("/Font<</F1 %d 0 R>>", font), b.String())
		return d.Bytes()
	}
}
