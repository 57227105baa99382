package content

import (
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/pdftest"
)

// open opens a file made by a test.
func open(t *testing.T, data []byte, limits Limits) *Reader {
	t.Helper()
	r, err := Open(bytes.NewReader(data), int64(len(data)), limits)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// first reads the first page of a file made by a test.
func first(t *testing.T, data []byte) pdf.Page {
	t.Helper()
	page, err := open(t, data, Limits{}).Page(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// TestWords shows content streams and the words in them. In Helvetica of 10
// points a letter "a" is 5.56 points wide and a space 2.78.
func TestWords(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"space", "BT /F1 10 Tf 50 700 Td (rode draad) Tj ET", "rode draad"},
		{"moved pen", "BT /F1 10 Tf 50 700 Td (Hallo) Tj 40 0 Td (wereld) Tj ET", "Hallo wereld"},
		{"pen moved no further than the word", "BT /F1 10 Tf 50 700 Td (aa) Tj 11.12 0 Td (bb) Tj ET", "aabb"},
		{"kerning", "BT /F1 10 Tf 50 700 Td [(jeu)-50(gd)80(zorg)] TJ ET", "jeugdzorg"},
		{"gap in an array", "BT /F1 10 Tf 50 700 Td [(jeugd)-300(zorg)] TJ ET", "jeugd zorg"},
		{"a cell that runs over the next", "BT /F1 10 Tf 50 700 Td (overleg) Tj 26 0 Td (12) Tj ET", "overleg 12"},
		{"low quotation mark of TeX", "BT /F1 10 Tf 50 695 Td <94> Tj 3.33 5 Td (Ik) Tj ET", "„Ik"},
		{"high quotation mark", "BT /F1 10 Tf 50 700 Td <94> Tj 3.33 0 Td (Ik) Tj ET", "”Ik"},
		{"next line", "BT /F1 10 Tf 12 TL 50 700 Td (een) Tj T* (twee) Tj (drie) ' ET", "een\ntwee\ndrie"},
		{"double quote operator", "BT /F1 10 Tf 14 TL 50 700 Td 5 0 (a b) \" ET", "a b"},
		{"leading by TD", "BT /F1 10 Tf 50 700 TD 0 -12 TD (een) Tj T* (twee) Tj ET", "een\ntwee"},
		{"word spacing makes no word", "BT /F1 10 Tf 30 Tw 50 700 Td (a b) Tj ET", "a b"},
		{"letters spaced out", "BT /F1 10 Tf 3 Tc 50 700 Td (RAPPORT) Tj ET", "RAPPORT"},
		{"letters spaced out in an array", "BT /F1 10 Tf 3 Tc 50 700 Td [(R)-10(APP)10(ORT)] TJ ET", "RAPPORT"},
		{"stretch", "BT /F1 10 Tf 50 Tz 50 700 Td (aa) Tj 5.56 0 Td (bb) Tj ET", "aabb"},
		{"text matrix", "BT /F1 1 Tf 10 0 0 10 50 700 Tm (een) Tj 10 0 0 10 50 680 Tm (twee) Tj ET", "een\ntwee"},
		{"negative size in a turned matrix", "BT /F1 -10 Tf -1 0 0 -1 50 700 Tm (een twee) Tj ET", "een twee"},
		{"restore without save", "Q Q BT /F1 10 Tf 50 700 Td (een) Tj ET", "een"},
		{"state restored", "q 2 0 0 2 0 0 cm Q BT /F1 10 Tf 50 700 Td (een) Tj ET", "een"},
		{"empty arrays and missing operands", "BT /F1 10 Tf TJ [] TJ Tj ' cm Tm 1 0 0 1 50 700 Tm (een) Tj ET", "een"},
		{"escapes", `BT /F1 10 Tf 50 700 Td (\(a\)\\\141\7z) Tj ET`, `(a)\a` + "\uFFFDz"},
		{"line end inside a string", "BT /F1 10 Tf 50 700 Td (een\\r\\n) Tj ET", "een"},
		{"hexadecimal", "BT /F1 10 Tf 50 700 Td <68 6F 69> Tj ET", "hoi"},
		{"inline image", "BI /W 4 /H 1 /BPC 8 /CS /G ID \x00EI (Q\x01 EI BT /F1 10 Tf 50 700 Td (na) Tj ET", "na"},
		{"soft hyphen inside", "BT /F1 10 Tf 50 700 Td (reke\xADning) Tj ET", "rekening"},
		{"soft hyphen at the end of a line", "BT /F1 10 Tf 12 TL 50 700 Td (reke\xAD) Tj T* (ning) Tj ET", "reke-\nning"},
		{"printed twice to be bold", "BT /F1 10 Tf 50 700 Td (vet) Tj 0.3 0 Td (vet) Tj ET", "vet"},
		{"same word further on", "BT /F1 10 Tf 50 700 Td (ja) Tj 20 0 Td (ja) Tj ET", "ja ja"},
		{"outside the page", "BT /F1 10 Tf 50 900 Td (buiten) Tj 0 -200 Td (binnen) Tj ET", "binnen"},
		{"accent printed over a letter", "BT /F1 10 Tf 50 700 Td [(caf)(\xB4)444(e)] TJ ET", "café"},
		{"marker hangs on its word", "BT /F1 10 Tf 50 700 Td (woord) Tj /F1 6 Tf 4 Ts (12) Tj ET", "woord12"},
		{"comment", "BT % (niet) Tj\n/F1 10 Tf 50 700 Td (wel) Tj ET", "wel"},
		{"deep array", "BT /F1 10 Tf 50 700 Td " + strings.Repeat("[", 100_000) + " (a) " + strings.Repeat("]", 100_000) + " TJ ET", "a"},
		{"replacement text", "BT /F1 10 Tf 50 700 Td /Span <</ActualText (Alkmaar)>> BDC (xyz) Tj EMC ( en) Tj ET", "Alkmaar en"},
		{"replacement text in UTF-16", "BT /F1 10 Tf 50 700 Td /Span <</ActualText <FEFF00E9006E>>> BDC (xy) Tj EMC ET", "én"},
		{"numbers of odd form", "BT /F1 10 Tf --50 700. Td 100 .0 Td (een) Tj ET", "een"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := pdf.PlainText(first(t, pdftest.Text(tt.content))); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

func TestWordPlace(t *testing.T) {
	page := first(t, pdftest.Text("BT /F1 10 Tf 50 700 Td (aa bb) Tj 3 Ts (c) Tj ET"))
	if len(page.Words) != 3 {
		t.Fatalf("%d words: %v", len(page.Words), page.Words)
	}
	a, b, c := page.Words[0], page.Words[1], page.Words[2]
	if !near(a.X0, 50) || !near(a.X1, 61.12) || !near(a.Y, 100) || !near(a.Size, 10) {
		t.Errorf("first word stands at %v", a)
	}
	if !near(b.X0, 63.9) || b.Glued {
		t.Errorf("second word stands at %v", b)
	}
	if !c.Glued || !near(c.Y, 97) || !near(c.X0, 75.02) {
		t.Errorf("raised word stands at %v", c)
	}
	if page.Width != 600 || page.Height != 800 || page.Engine != Engine {
		t.Errorf("page is %v by %v from %q", page.Width, page.Height, page.Engine)
	}
}

// TestRotation checks that a word lies where a reader sees it: the page is
// 600 by 800 and the word begins 50 from its left and 100 from its top.
func TestRotation(t *testing.T) {
	tests := []struct {
		rotate        int
		width, height float64
		x, y          float64
		angle         int
	}{
		{0, 600, 800, 50, 100, 0},
		{90, 800, 600, 700, 50, 270},
		{180, 600, 800, 550, 700, 180},
		{270, 800, 600, 100, 550, 90},
		{-90, 800, 600, 100, 550, 90},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.rotate), func(t *testing.T) {
			d := pdftest.New()
			d.Page(fmt.Sprintf("/Rotate %d", tt.rotate), fmt.Sprintf("/Font<</F1 %d 0 R>>", d.Helvetica()),
				"BT /F1 10 Tf 50 700 Td (aa) Tj ET")
			page := first(t, d.Bytes())
			w := page.Words[0]
			if page.Width != tt.width || page.Height != tt.height || w.Angle != tt.angle {
				t.Errorf("page %v by %v, angle %d", page.Width, page.Height, w.Angle)
			}
			x := w.X0
			switch tt.angle {
			case 180:
				x = w.X1
			case 90:
				x = w.X1 - 2 // the baseline lies a fifth of the size from the edge
			case 270:
				x = w.X0 + 2
			}
			if !near(x, tt.x) || !near(w.Y, tt.y) {
				t.Errorf("word begins at %v, %v; want %v, %v", x, w.Y, tt.x, tt.y)
			}
		})
	}
}

func TestCropBoxMovesTheOrigin(t *testing.T) {
	d := pdftest.New()
	d.Page("/CropBox[100 100 500 700]", fmt.Sprintf("/Font<</F1 %d 0 R>>", d.Helvetica()),
		"BT /F1 10 Tf 150 650 Td (aa) Tj 0 -600 Td (buiten) Tj ET")
	page := first(t, d.Bytes())
	if len(page.Words) != 1 || !near(page.Words[0].X0, 50) || !near(page.Words[0].Y, 50) || page.Width != 400 {
		t.Errorf("page of %v by %v with %v", page.Width, page.Height, page.Words)
	}
}

func TestInvisibleText(t *testing.T) {
	page := first(t, pdftest.Text("BT /F1 10 Tf 50 700 Td (ja) Tj 3 Tr ( nee) Tj ET"))
	if len(page.Words) != 2 || page.Words[0].Invisible || !page.Words[1].Invisible {
		t.Errorf("words %v", page.Words)
	}
}

func TestRulesAndImages(t *testing.T) {
	d := pdftest.New()
	image := d.Stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "x")
	d.Page("", fmt.Sprintf("/XObject<</I %d 0 R>>", image),
		"50 700 m 250 700 l S 50 500 200 0.5 re f 50 300 m 250 350 l S 50 100 200 90 re f q 300 0 0 400 0 0 cm /I Do Q")
	page := first(t, d.Bytes())
	want := []pdf.Rule{{X0: 50, Y0: 100, X1: 250, Y1: 100}, {X0: 50, Y0: 299.5, X1: 250, Y1: 300}}
	if fmt.Sprint(page.Rules) != fmt.Sprint(want) {
		t.Errorf("rules %v, want %v: not the slope, not the filled area", page.Rules, want)
	}
	if !near(page.ImageCover, 0.25) {
		t.Errorf("images cover %v of the page, want 0.25", page.ImageCover)
	}
}

func TestForms(t *testing.T) {
	d := pdftest.New()
	font := fmt.Sprintf("/Resources<</Font<</F1 %d 0 R>>>>", d.Helvetica())
	self := d.Reserve()
	inner := d.Stream("/Subtype/Form/Matrix[1 0 0 1 100 0]"+font, "BT /F1 10 Tf 50 700 Td (vorm) Tj ET Q Q")
	content := "/S Do BT /F1 10 Tf 50 650 Td (lus) Tj ET"
	d.Set(self, fmt.Sprintf("<</Subtype/Form/Resources<</Font<</F1 %d 0 R>>/XObject<</S %d 0 R>>>>/Length %d>>\nstream\n%s\nendstream",
		2, self, len(content), content))
	d.Page("", fmt.Sprintf("/XObject<</A %d 0 R/S %d 0 R>>/Font<</F1 2 0 R>>", inner, self),
		"q /A Do /S Do Q BT /F1 10 Tf 50 600 Td (bladzijde) Tj ET")
	page := first(t, d.Bytes())
	if got := pdf.PlainText(page); got != "vorm\nlus\nbladzijde" {
		t.Errorf("got %q", got)
	}
	if !near(page.Words[0].X0, 150) || !near(page.Words[2].X0, 50) {
		t.Errorf("words stand at %v", page.Words)
	}
}

func TestMarkedContent(t *testing.T) {
	d := pdftest.New()
	element := d.Reserve()
	parents := d.Add("<</Nums[0[%d 0 R]]>>", element)
	d.Set(element, "<</S/Kop>>")
	d.Catalog = fmt.Sprintf("/MarkInfo<</Marked true>>/StructTreeRoot<</RoleMap<</Kop/H1/Tekst/P>>/ParentTree %d 0 R>>", parents)
	d.Page("/StructParents 0", fmt.Sprintf("/Font<</F1 %d 0 R>>", d.Helvetica()),
		`BT /F1 10 Tf 50 700 Td /Artifact BMC (a ) Tj EMC /Tekst <</MCID 5>> BDC (b ) Tj /Span BMC (c ) Tj EMC EMC
		/Span <</MCID 0>> BDC (d ) Tj EMC EMC EMC (e ) Tj ET`)
	r := open(t, d.Bytes(), Limits{})
	page, err := r.Page(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range page.Words {
		got = append(got, w.Text+":"+w.Tag)
	}
	if want := "a:Artifact b:P c:P d:H1 e:"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
	if !r.Tagged() {
		t.Error("document is tagged and says it is not")
	}
}

func TestHiddenLayer(t *testing.T) {
	d := pdftest.New()
	layer := d.Add("<</Type/OCG/Name(Concept)>>")
	d.Catalog = fmt.Sprintf("/OCProperties<</OCGs[%d 0 R]/D<</OFF[%d 0 R]>>>>", layer, layer)
	d.Page("", fmt.Sprintf("/Font<</F1 %d 0 R>>/Properties<</L %d 0 R>>", d.Helvetica(), layer),
		"/OC /L BDC BT /F1 10 Tf 50 700 Td (concept) Tj ET EMC BT /F1 10 Tf 50 600 Td (tekst) Tj ET")
	if got := pdf.PlainText(first(t, d.Bytes())); got != "tekst" {
		t.Errorf("got %q", got)
	}
}

func TestContentStreamsAreOneProgram(t *testing.T) {
	d := pdftest.New()
	font := d.Helvetica()
	a, b := d.Stream("", "BT /F1 10 Tf 50 700 Td"), d.Stream("/Filter/FlateDecode", pdftest.Deflate("(samen) Tj ET"))
	d.Page(fmt.Sprintf("/Contents[%d 0 R %d 0 R]", a, b), fmt.Sprintf("/Font<</F1 %d 0 R>>", font), "")
	if got := pdf.PlainText(first(t, d.Bytes())); got != "samen" {
		t.Errorf("got %q", got)
	}
}

func TestLimits(t *testing.T) {
	endless := strings.Repeat("q Q ", 2000)
	scattered := "BT /F1 10 Tf "
	for i := range 3000 {
		scattered += fmt.Sprintf("1 0 0 1 %d %d Tm (a) Tj ", i%50*10, i/50*10)
	}
	tests := []struct {
		name   string
		data   []byte
		limits Limits
	}{
		{"operators", pdftest.Text(endless), Limits{Operators: 1000}},
		{"document", pdftest.Text(endless), Limits{Inflated: 100}},
		{"words", pdftest.Text(scattered), Limits{Words: 10}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := open(t, tt.data, tt.limits).Page(context.Background(), 1)
			if !errors.Is(err, ErrLimit) || !strings.HasPrefix(err.Error(), "page 1: ") {
				t.Errorf("error %v, want a limit on page 1", err)
			}
		})
	}
}

func TestCancelledContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r := open(t, pdftest.Text(strings.Repeat("q Q ", 5000)), Limits{})
	if _, err := r.Page(ctx, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestStreamsThatCannotBeDecoded(t *testing.T) {
	tests := []struct {
		name, dict, data string
		want             error
	}{
		{"bomb", "/Filter/FlateDecode", pdftest.Deflate(strings.Repeat(" ", 3<<20)), ErrLimit},
		{"unknown filter", "/Filter/JBIG2Decode", "x", errFilter},
		{"unknown filter in a chain", "/Filter[/ASCIIHexDecode/DCTDecode]", "00>", errFilter},
		{"too many filters", "/Filter[" + strings.Repeat("/AHx", 20) + "]", "00>", ErrLimit},
		{"corrupt", "/Filter/FlateDecode", "x\x9Cgarbage", flate.CorruptInputError(1)},
	}
	limits := Limits{}
	limits.Stream = 1 << 20
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := pdftest.New()
			d.Page(fmt.Sprintf("/Contents %d 0 R", d.Stream(tt.dict, tt.data)), "", "")
			_, err := open(t, d.Bytes(), limits).Page(context.Background(), 1)
			if !errors.Is(err, tt.want) && !errors.As(err, new(flate.CorruptInputError)) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
			if !strings.HasPrefix(err.Error(), "page 1: decode content stream: ") {
				t.Errorf("error %q does not say where", err)
			}
		})
	}
}

// TestPackedFile checks that a file with object streams reads like one without.
func TestPackedFile(t *testing.T) {
	make := func() *pdftest.Document {
		d := pdftest.New()
		font := d.Helvetica()
		for i := range 3 {
			d.Page("", fmt.Sprintf("/Font<</F1 %d 0 R>>", font), fmt.Sprintf("BT /F1 10 Tf 50 700 Td (blad %d) Tj ET", i+1))
		}
		return d
	}
	plain, packed := open(t, make().Bytes(), Limits{}), open(t, make().Packed(), Limits{})
	if plain.NumPage() != 3 || packed.NumPage() != 3 {
		t.Fatalf("%d and %d pages", plain.NumPage(), packed.NumPage())
	}
	for n := 1; n <= 3; n++ {
		a, err1 := plain.Page(context.Background(), n)
		b, err2 := packed.Page(context.Background(), n)
		if err1 != nil || err2 != nil || fmt.Sprint(a) != fmt.Sprint(b) || len(a.Words) != 2 {
			t.Errorf("page %d: %v %v\n%v\n%v", n, err1, err2, a, b)
		}
	}
}

// TestFormsThatMultiply paints forms that paint forms, ten each: a hundred
// million at the bottom.
func TestFormsThatMultiply(t *testing.T) {
	d := pdftest.New()
	below := d.Stream("/Subtype/Form", "q Q")
	for range 8 {
		below = d.Stream(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</A %d 0 R>>>>", below), strings.Repeat("/A Do ", 10))
	}
	d.Page("", fmt.Sprintf("/XObject<</A %d 0 R>>", below), "/A Do")
	_, err := open(t, d.Bytes(), Limits{Operators: 100_000}).Page(context.Background(), 1)
	if !errors.Is(err, ErrLimit) {
		t.Errorf("error %v", err)
	}
}

func TestFormDepth(t *testing.T) {
	d := pdftest.New()
	font := d.Helvetica()
	below := d.Stream(fmt.Sprintf("/Subtype/Form/Resources<</Font<</F1 %d 0 R>>>>", font), "BT /F1 10 Tf 50 700 Td (diep) Tj ET")
	for range 3 {
		below = d.Stream(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</A %d 0 R>>>>", below), "/A Do")
	}
	d.Page("", fmt.Sprintf("/XObject<</A %d 0 R>>", below), "/A Do")
	for depth, want := range map[int]string{3: "", 4: "diep"} {
		page, err := open(t, d.Bytes(), Limits{FormDepth: depth}).Page(context.Background(), 1)
		if got := pdf.PlainText(page); err != nil || got != want {
			t.Errorf("depth %d: %q, %v; want %q", depth, got, err, want)
		}
	}
}

// TestAnnotations checks that what was filled into a form is read where it
// stands, and that links, hidden fields and other states are not.
func TestAnnotations(t *testing.T) {
	d := pdftest.New()
	resources := fmt.Sprintf("/Resources<</Font<</F1 %d 0 R>>>>", d.Helvetica())
	look := func(text string) int {
		return d.Stream("/Subtype/Form/BBox[0 0 100 20]"+resources, "BT /F1 10 Tf 5 5 Td ("+text+") Tj ET")
	}
	const rect = "/Rect[100 600 200 620]"
	var list string
	for _, body := range []string{
		fmt.Sprintf("/Subtype/Widget%s/AP<</N %d 0 R>>", rect, look("ingevuld")),
		fmt.Sprintf("/Subtype/Widget/AS/Ja/Rect[100 500 300 540]/AP<</N<</Ja %d 0 R/Nee %d 0 R>>>>", look("ja"), look("nee")),
		fmt.Sprintf("/Subtype/Widget/F 2%s/AP<</N %d 0 R>>", rect, look("verborgen")),
		fmt.Sprintf("/Subtype/Link%s/AP<</N %d 0 R>>", rect, look("koppeling")),
		fmt.Sprintf("/Subtype/Widget%s", rect),
	} {
		list += fmt.Sprintf("%d 0 R ", d.Add("<<%s>>", body))
	}
	d.Page("/Annots["+list+"]", "/Font<</F1 2 0 R>>", "q 2 0 0 2 0 0 cm BT /F1 10 Tf 50 350 Td (naam) Tj ET")
	page := first(t, d.Bytes())
	if got := pdf.PlainText(page); got != "naam\ningevuld\nja" {
		t.Fatalf("got %q", got)
	}
	filled, yes := page.Words[1], page.Words[2]
	if !near(filled.X0, 105) || !near(filled.Y, 195) || !near(filled.Size, 10) || !near(yes.X0, 110) || !near(yes.Size, 20) {
		t.Errorf("words stand at %v and %v", filled, yes)
	}
}
