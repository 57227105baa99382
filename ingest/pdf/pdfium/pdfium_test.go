package pdfium

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"math"
	"strings"
	"testing"

	"rodedraad/ingest/pdf"
)

// handmade builds a PDF from objects, of which the first is the catalogue and
// the sixth the document information.
func handmade(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
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
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

func stream(content string) string {
	return fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content)
}

// page builds a document with a page of the given content; attributes go into
// the page's dictionary.
func page(content, attributes string) []byte {
	return handmade(
		"<</Type/Catalog/Pages 2 0 R/Lang(nl-NL)/Outlines 8 0 R/PageLabels<</Nums[0<</S/r>>]>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 7 0 R>>>>"+attributes+">>",
		stream(content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Title(Rapport)/CreationDate(D:20160606120000+02'00')>>",
		"<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Helvetica-BoldOblique/Encoding/WinAnsiEncoding>>",
		"<</Type/Outlines/First 9 0 R/Last 9 0 R/Count 1>>",
		"<</Title(Inleiding)/Parent 8 0 R/Dest[3 0 R/Fit]>>",
	)
}

// engine is shared: starting it is what takes time.
var engine = New(256 << 20)

func open(t *testing.T, file []byte) *Document {
	t.Helper()
	d, err := engine.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func firstPage(t *testing.T, file []byte) pdf.Page {
	t.Helper()
	d := open(t, file)
	defer d.Close()
	p, err := d.Page(1)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func texts(words []pdf.Word) string {
	var all []string
	for _, w := range words {
		text := w.Text
		if w.Glued {
			text = "+" + text
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.6 }

func TestWordsAndTheirPlaces(t *testing.T) {
	p := firstPage(t, page("BT /F1 12 Tf 100 700 Td (De jeugdzorg) Tj /F2 12 Tf 0 -20 Td (kop) Tj ET "+
		"100 690 m 300 690 l S", ""))
	if got := texts(p.Words); got != "De jeugdzorg kop" {
		t.Fatalf("words %q", got)
	}
	first, last := p.Words[0], p.Words[2]
	// From the top left: 800 - 700 = 100. Helvetica's D is .722 and e .556 wide.
	if !near(first.X0, 100) || !near(first.X1, 100+12*1.278) || !near(first.Y, 100) || !near(first.Size, 12) {
		t.Errorf("first word at %+v", first)
	}
	if first.Bold || first.Italic || first.Angle != 0 || first.Invisible {
		t.Errorf("first word is %+v", first)
	}
	if !last.Bold || !last.Italic || last.Font != "Helvetica-BoldOblique" || !near(last.Y, 120) {
		t.Errorf("last word is %+v", last)
	}
	if len(p.Rules) != 1 || !near(p.Rules[0].X0, 100) || !near(p.Rules[0].X1, 300) || !near(p.Rules[0].Y0, 110) {
		t.Errorf("rules %+v", p.Rules)
	}
	if p.Width != 600 || p.Height != 800 || p.Label != "i" || p.Engine != Name {
		t.Errorf("page %+v", p)
	}
}

func TestSuperscriptIsItsOwnGluedWord(t *testing.T) {
	p := firstPage(t, page("BT /F1 12 Tf 100 700 Td (zorg) Tj /F1 7 Tf 5 Ts (12) Tj 0 Ts /F1 12 Tf ( en) Tj ET", ""))
	if got := texts(p.Words); got != "zorg +12 en" {
		t.Errorf("words %q", got)
	}
}

func TestLineEndHyphen(t *testing.T) {
	p := firstPage(t, page("BT /F1 12 Tf 14 TL 100 700 Td (de samen-) Tj T* (werking van) Tj ET", ""))
	if got := texts(p.Words); got != "de samen- werking van" {
		t.Errorf("words %q: the hyphen must stay, and end its word", got)
	}
}

func TestRotation(t *testing.T) {
	const content = "BT /F1 12 Tf 100 700 Td (zorg) Tj ET"
	tests := []struct {
		rotate        int
		width, height float64
		angle         int
		y             float64 // where the word begins, as seen
	}{
		// A page turned clockwise shows upright text reading downwards: 270.
		{0, 600, 800, 0, 100},
		{90, 800, 600, 270, 100},
		{180, 600, 800, 180, 700},
		{270, 800, 600, 90, 500},
	}
	for _, test := range tests {
		p := firstPage(t, page(content, fmt.Sprintf("/Rotate %d", test.rotate)))
		w := p.Words[0]
		if p.Width != test.width || p.Height != test.height || w.Angle != test.angle || !near(w.Y, test.y) {
			t.Errorf("rotated %d: page %v by %v, word %+v", test.rotate, p.Width, p.Height, w)
		}
		if w.X0 >= w.X1 || w.X0 < 0 || w.X1 > p.Width {
			t.Errorf("rotated %d: word from %v to %v", test.rotate, w.X0, w.X1)
		}
	}
	// Text turned against the clock on an upright page reads upwards.
	p := firstPage(t, page("BT /F1 12 Tf 0 1 -1 0 100 300 Tm (zorg) Tj ET", ""))
	if w := p.Words[0]; w.Angle != 90 || !near(w.Y, 500) || !near(w.Size, 12) {
		t.Errorf("text that reads upwards: %+v", w)
	}
}

func TestDocumentInformation(t *testing.T) {
	d := open(t, page("", ""))
	info := d.Info()
	if info.Title != "Rapport" || info.Created != "2016-06-06" || info.Language != "nl-NL" {
		t.Errorf("info %+v", info)
	}
	if outline := d.Outline(); len(outline) != 1 || outline[0] != (pdf.OutlineItem{Title: "Inleiding", Level: 1, Page: 1}) {
		t.Errorf("outline %+v", outline)
	}
	if d.NumPage() != 1 || d.Encrypted() {
		t.Errorf("%d pages, encrypted %v", d.NumPage(), d.Encrypted())
	}
}

// A ring of bookmarks must end.
func TestOutlineRing(t *testing.T) {
	file := bytes.Replace(page("", ""), []byte("/Title(Inleiding)/Parent 8 0 R"), []byte("/Title(Inl)/Next 9 0 R/First 9 0 R"), 1)
	if outline := open(t, file).Outline(); outline != nil {
		t.Errorf("%d bookmarks", len(outline))
	}
}

func TestRender(t *testing.T) {
	d := open(t, page("0 0 300 800 re f", ""))
	var b bytes.Buffer
	dpi, err := d.Render(&b, 1, 72)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); dpi != 72 || size.X != 600 || size.Y != 800 {
		t.Errorf("%d dpi, %v", dpi, size)
	}
	left, _, _, _ := picture.At(100, 400).RGBA()
	right, _, _, _ := picture.At(500, 400).RGBA()
	if left != 0 || right != 0xFFFF {
		t.Errorf("the left half is black, but %x and %x", left, right)
	}
	if _, err := d.Render(&b, 2, 72); err == nil {
		t.Error("a page that is not there is drawn")
	}
}

func TestImageCover(t *testing.T) {
	const image = "q 600 0 0 600 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q "
	p := firstPage(t, page(image+"BT 3 Tr /F1 12 Tf 100 700 Td (verborgen) Tj ET", ""))
	if math.Abs(p.ImageCover-0.75) > 0.01 {
		t.Errorf("images cover %v, want .75", p.ImageCover)
	}
	if len(p.Words) != 1 || !p.Words[0].Invisible {
		t.Errorf("words %+v", p.Words)
	}
}

// A scan whose picture lies within a form is a scan; a form with text is not.
func TestImageWithinAForm(t *testing.T) {
	for content, want := range map[string]float64{
		"q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q":                1,
		"0 0 600 800 re f BT /F1 12 Tf 72 700 Td (tekst) Tj ET":                       0,
		"q 300 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q 0 0 1 800 re f": 0.5,
	} {
		file := handmade(
			"<</Type/Catalog/Pages 2 0 R>>",
			"<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 7 0 R>>>>>>",
			stream("/X Do"),
			"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
			"<<>>",
			fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>/Length %d>>stream\n%s\nendstream", len(content), content),
		)
		if p := firstPage(t, file); math.Abs(p.ImageCover-want) > 0.02 {
			t.Errorf("%s: images cover %v, want %v (%d words)", content, p.ImageCover, want, len(p.Words))
		}
	}
}

func TestErrors(t *testing.T) {
	if _, err := engine.Open([]byte("geen PDF")); !errors.Is(err, ErrFormat) {
		t.Errorf("got %v, want ErrFormat", err)
	}
	// A document that is encrypted with a password nobody has.
	locked := bytes.Replace(page("", ""), []byte("/Info 6 0 R"), []byte("/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"+
		strings.Repeat("41", 32)+">/U<"+strings.Repeat("42", 32)+">>>"), 1)
	if _, err := engine.Open(locked); !errors.Is(err, ErrPassword) {
		t.Errorf("got %v, want ErrPassword", err)
	}
	d := open(t, page("BT /F1 12 Tf 100 700 Td (zorg) Tj ET", ""))
	if _, err := d.Page(2); err == nil {
		t.Error("a page that is not there is read")
	}
	// After an error the document is still usable.
	if p, err := d.Page(1); err != nil || len(p.Words) != 1 {
		t.Errorf("page 1 after an error: %v, %v", p.Words, err)
	}
}

func TestCacheIsNotNeeded(t *testing.T) {
	t.Setenv("HOME", "/dev/null")
	t.Setenv("XDG_CACHE_HOME", "")
	if cache := openCache(); cache != nil {
		cache.Close(t.Context())
		t.Error("a cache in a folder that cannot be written")
	}
}
