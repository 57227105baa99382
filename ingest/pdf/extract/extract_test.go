package extract

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/content"
	"rodedraad/ingest/pdf/ocr"
	"rodedraad/ingest/pdf/pdfium"
)

// file builds a PDF with a page for each content stream. What befalls its
// cross-reference table is the test's business.
func file(contents ...string) []byte {
	var objects []string
	var kids []string
	for i, c := range contents {
		kids = append(kids, fmt.Sprintf("%d 0 R", 4+2*i))
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>", 5+2*i),
			fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(c), c))
	}
	objects = append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(kids)),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
	}, objects...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, object := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

func line(text string) string { return "BT /F1 12 Tf 72 700 Td (" + text + ") Tj ET" }

// prose is a page of words, each on its own line.
func prose(words string) string {
	var b strings.Builder
	b.WriteString("BT /F1 8 Tf 8 TL 72 830 Td ")
	for i, word := range strings.Fields(words) {
		fmt.Fprintf(&b, "(%s ) Tj ", word)
		if i%10 == 9 {
			b.WriteString("T* ")
		}
	}
	return b.String() + "ET"
}

// scan is a page that an image covers.
const scan = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"

var shared = New(256 << 20)

func extract(t *testing.T, data []byte, options Options) (*pdf.Document, []pdf.Problem) {
	t.Helper()
	document, problems, err := shared.Extract(t.Context(), data, options)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if p.Text == "" || p.Hint == "" {
			t.Errorf("problem without text or remedy: %+v", p)
		}
	}
	return document, problems
}

func text(document *pdf.Document) string {
	var pages []string
	for _, page := range document.Pages {
		pages = append(pages, pdf.PlainText(page))
	}
	return strings.Join(pages, "|")
}

func engines(document *pdf.Document) []string {
	var all []string
	for _, page := range document.Pages {
		all = append(all, page.Engine)
	}
	return all
}

func TestSoundFileIsReadByEngine1(t *testing.T) {
	document, problems := extract(t, file(line("Hallo wereld"), line("tweede")), Options{Audit: 1})
	if got := text(document); got != "Hallo wereld|tweede" {
		t.Errorf("text %q", got)
	}
	if len(problems) != 0 || !slices.Equal(engines(document), []string{content.Engine, content.Engine}) {
		t.Errorf("engines %v, problems %v", engines(document), problems)
	}
	for _, page := range document.Pages {
		if page.Fallback != "" || page.Quality != 1 || page.EngineVersion == "" {
			t.Errorf("page %+v", page)
		}
	}
}

func TestBrokenFileIsReadByPDFium(t *testing.T) {
	whole := file(line("Hallo wereld"))
	broken := map[string][]byte{
		"junk before the header": append([]byte("rommel\n"), whole...),
		"no startxref":           bytes.Replace(whole, []byte("startxref"), []byte("startxxxx"), 1),
	}
	for name, data := range broken {
		document, _ := extract(t, data, Options{})
		page := document.Pages[0]
		if text(document) != "Hallo wereld" || page.Engine != pdfium.Name || page.Fallback == "" {
			t.Errorf("%s: %q by %s because %q", name, text(document), page.Engine, page.Fallback)
		}
	}
}

func TestEngineThatIsAvoided(t *testing.T) {
	data := file(line("Hallo wereld"))
	document, _ := extract(t, data, Options{Avoid: StageFirst})
	if document.Pages[0].Engine != pdfium.Name || text(document) != "Hallo wereld" {
		t.Errorf("without engine 1: %v", engines(document))
	}
	document, _ = extract(t, data, Options{Avoid: StageSecond})
	if document.Pages[0].Engine != content.Engine {
		t.Errorf("without PDFium: %v", engines(document))
	}
	damaged := append([]byte("rommel\n"), data...)
	document, problems := extract(t, damaged, Options{Avoid: StageSecond})
	if page := document.Pages[0]; page.Engine != content.Engine || page.Fallback == "" || len(problems) == 0 {
		t.Errorf("damaged, without PDFium: %v because %q, %d problems", engines(document), page.Fallback, len(problems))
	}
	lost := bytes.ReplaceAll(damaged, []byte("obj"), []byte("xyz"))
	if _, _, err := shared.Extract(t.Context(), lost, Options{Avoid: StageSecond}); err == nil {
		t.Error("neither engine, and yet no error")
	}
}

func TestEngine1OutOfTime(t *testing.T) {
	limits := pdf.DefaultLimits()
	limits.FirstEngine = time.Nanosecond
	document, _ := extract(t, file(prose(strings.Repeat("de jeugdzorg ", 300))), Options{Limits: limits})
	if page := document.Pages[0]; page.Engine != pdfium.Name || !strings.Contains(page.Fallback, "te lang") {
		t.Errorf("read by %s because %q", page.Engine, page.Fallback)
	}
}

// Text that no engine can make sense of is kept, and said to be doubtful.
func TestNonsenseIsAProblem(t *testing.T) {
	document, problems := extract(t, file(prose(strings.Repeat("xkqz wvrt plmn qwrt ", 40))), Options{})
	if len(problems) != 1 || problems[0].Page != 1 {
		t.Errorf("problems %v", problems)
	}
	if len(document.Pages[0].Words) != 160 {
		t.Errorf("%d words", len(document.Pages[0].Words))
	}
}

func TestPageLimit(t *testing.T) {
	limits := pdf.DefaultLimits()
	limits.Pages = 2
	document, problems := extract(t, file(line("een"), line("twee"), line("drie")), Options{Limits: limits})
	if text(document) != "een|twee" || document.PageCount != 3 || len(problems) != 1 {
		t.Errorf("%q of %d pages, %v", text(document), document.PageCount, problems)
	}
}

func TestPicturesWithoutTesseract(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	x := New(256 << 20)
	defer x.Close()
	document, problems, err := x.Extract(t.Context(), file(scan, line("tekst"), scan, scan), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) != 1 || !strings.Contains(problems[0].Text, "bladzijden 1, 3-4 zijn een afbeelding") ||
		!strings.Contains(problems[0].Hint, "tesseract-ocr-nld") {
		t.Errorf("problems %v", problems)
	}
	if text(document) != "|tekst||" {
		t.Errorf("text %q", text(document))
	}
	_, problems, err = x.Extract(t.Context(), file(scan, line("tekst")), Options{OCR: ocr.Off})
	if err != nil || len(problems) != 0 {
		t.Errorf("ocr off: %v, %v", problems, err)
	}
}

func TestFailures(t *testing.T) {
	small := pdf.DefaultLimits()
	small.FileSize = 10
	locked := bytes.Replace(file(line("geheim")), []byte("/Root 1 0 R"), []byte("/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"+
		strings.Repeat("41", 32)+">/U<"+strings.Repeat("42", 32)+">>>"), 1)
	tests := []struct {
		name    string
		data    []byte
		options Options
		want    error
	}{
		{"empty", nil, Options{}, ErrEmpty},
		{"a web page", []byte("<html>404</html>"), Options{}, ErrNotPDF},
		{"too large", file(line("x")), Options{Limits: small}, ErrTooLarge},
		{"locked", locked, Options{}, pdfium.ErrPassword},
		{"no document", []byte("%PDF-1.4\nniets"), Options{}, pdfium.ErrFormat},
		{"no pages", file(), Options{}, ErrNoPages},
	}
	for _, test := range tests {
		_, _, err := shared.Extract(t.Context(), test.data, test.options)
		var failure *Failure
		if !errors.Is(err, test.want) || !errors.As(err, &failure) {
			t.Errorf("%s: got %v, want %v", test.name, err, test.want)
			continue
		}
		if failure.Problem.Text == "" || failure.Problem.Hint == "" {
			t.Errorf("%s: failure without text or remedy: %+v", test.name, failure.Problem)
		}
	}
}

func TestStagesAreAnnounced(t *testing.T) {
	var stages []string
	options := Options{Announce: func(stage string, limit time.Duration) {
		if limit <= 0 {
			t.Errorf("%s has %v", stage, limit)
		}
		stages = append(stages, stage)
	}}
	extract(t, file(line("goed")), options)
	if slices.Contains(stages, StageSecond) || !slices.Contains(stages, StageFirst) {
		t.Errorf("a sound file: %v", stages)
	}
	stages = nil
	extract(t, append([]byte("rommel\n"), file(line("goed"))...), options)
	if !slices.Contains(stages, StageSecond) {
		t.Errorf("a broken file: %v", stages)
	}
}

func words(texts ...string) []pdf.Word {
	var all []pdf.Word
	for i, text := range texts {
		glued := strings.HasPrefix(text, "+")
		all = append(all, pdf.Word{Text: strings.TrimPrefix(text, "+"), Glued: glued, X0: float64(10 * i), X1: float64(10*i + 8), Size: 10})
	}
	return all
}

func TestWordF1(t *testing.T) {
	tests := []struct {
		a, b []pdf.Word
		want float64
	}{
		{nil, nil, 1},
		{words("de", "zorg"), nil, 0},
		{words("de", "zorg"), words("zorg", "de"), 1},
		{words("jeugd", "+zorg"), words("jeugdzorg"), 1},
		{words("inhoud....", "3"), words("inhoud", "....", "3"), 1},
		{words("de", "zorg", "de"), words("de", "zorg", "en", "x"), 4.0 / 7},
	}
	for _, test := range tests {
		if got := WordF1(test.a, test.b); got != test.want {
			t.Errorf("%v and %v: %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add(file(line("Hallo wereld")))
	f.Add(append([]byte("rommel\n"), file(line("Hallo"), scan)...))
	f.Fuzz(func(t *testing.T, data []byte) {
		document, _, err := shared.Extract(t.Context(), data, Options{OCR: ocr.Off})
		if (document == nil) == (err == nil) {
			t.Fatalf("document %v with error %v", document != nil, err)
		}
		if document == nil {
			return
		}
		for i, page := range document.Pages {
			if page.Number != i+1 {
				t.Errorf("page %d stands at place %d", page.Number, i+1)
			}
		}
	})
}
