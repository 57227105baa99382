package layout

import (
	"fmt"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
)

// The lines a browser prints differ from page to page when pages were printed
// one by one, and on a single page nothing repeats.
func TestBrowserLinesAreFurniture(t *testing.T) {
	for pages := range 4 {
		s := &sketch{}
		for n := range pages + 1 {
			p := s.page()
			set(p, 20, 20, 8, fmt.Sprintf("11/21/26, 3:%02d PM", n))
			set(p, 300, 20, 8, []string{"Onderzoek", "Verbeterplan van de gemeente", "Reactie", "Bijlage"}[n])
			opening := []string{"Eerst", "In het tweede jaar", "Toen", "Na afloop van het toezicht"}[n] // or the prose would be furniture
			prose(p, 70, 100, 420, opening+" stond dit er. "+strings.Repeat(filler, 3)+fmt.Sprintf("Zie https://www.oosterbeemd.example/%d voor meer.", n))
			set(p, 20, 830, 8, fmt.Sprintf("https://www.oosterbeemd.example/jeugd/%d", n*7))
			set(p, 540, 830, 8, fmt.Sprintf("%d/%d", n+1, pages+1))
		}
		stored, passages := build(t, &s.doc)
		for _, p := range passages {
			if strings.Contains(p.Text, "PM") || strings.Contains(p.Text, "Verbeterplan") || strings.Contains(p.Text, "jeugd/") || p.Text == "Onderzoek" {
				t.Errorf("%d pages: in a passage: %q", pages+1, p.Text)
			}
		}
		if !strings.Contains(stored[0].Text, "3:00 PM") || !strings.Contains(stored[0].Text, "jeugd/0") {
			t.Errorf("not in the page text: %q", stored[0].Text)
		}
		containing(t, passages, "Zie https://www.oosterbeemd.example/0 voor meer.")
	}
}

// An address in a note and the date of a letter stand further in than a
// browser prints, or among other words.
func TestAddressesAndDatesOfTheTextStay(t *testing.T) {
	s := &sketch{}
	p := s.page()
	set(p, 70, 60, 9, "12-03-2011 10:15 uur")
	prose(p, 70, 100, 420, strings.Repeat(filler, 3))
	set(p, 70, 770, 8, "1 Het protocol staat op de website van de instelling:")
	set(p, 70, 780, 8, "https://www.oosterbeemd.example/protocol")
	_, passages := build(t, &s.doc)
	containing(t, passages, "12-03-2011")
	containing(t, passages, "oosterbeemd.example/protocol")
}

// Items whose bullets are drawings have nothing in front; the structure tells
// where the next begins, also after a full line.
func TestItemsByStructure(t *testing.T) {
	s := &sketch{}
	p := s.page()
	prose(p, 70, 100, 420, filler)
	from := len(p.Words)
	set(p, 90, 140, 10, "een overdracht die op papier stond en die niemand nadien nog eens heeft nagelezen")
	set(p, 90, 153, 10, "een plan dat niet meer klopte met wat de pleegouders en de school er samen over")
	set(p, 90, 166, 10, "hadden afgesproken")
	for i := from; i < len(p.Words); i++ {
		p.Words[i].Tag, p.Words[i].Element = "LI", 7
		if p.Words[i].Y > 145 {
			p.Words[i].Element = 9
		}
	}
	_, passages := build(t, &s.doc)
	items := texts(passages, data.ListItem)
	if len(items) != 2 || !strings.HasPrefix(items[1], "een plan") || !strings.HasSuffix(items[1], "afgesproken") {
		t.Errorf("%d items: %q", len(items), items)
	}
}

// Two paragraphs of which the first is one line, both indented.
func TestIndentedParagraphOfOneLine(t *testing.T) {
	s := &sketch{}
	p := s.page()
	set(p, 85, 100, 10, "Het meisje woonde bij haar grootouders in een dorp aan de rand van het gebied waar zij was.")
	set(p, 85, 113, 10, "Zij ging daar naar school en had er vriendinnen, tot zij moest verhuizen naar een ander adres")
	set(p, 70, 126, 10, "waar niemand haar kende en waar de hulp opnieuw moest beginnen met alles wat daarbij hoorde.")
	_, passages := build(t, &s.doc)
	if n := len(texts(passages, data.Paragraph)); n != 2 {
		t.Errorf("%d paragraphs: %q", n, texts(passages, data.Paragraph))
	}
}

// A note as large as the text is one when it opens with its marker under the
// rule.
func TestNotesInFullSize(t *testing.T) {
	s := &sketch{}
	p := s.page()
	prose(p, 70, 100, 420, strings.Repeat(filler, 5))
	set(p, 70, 740, 10, "1 De naam van het dorp is bedacht.")
	set(p, 70, 753, 10, "2 Het protocol dateert van het jaar daarvoor.")
	p.Rules = []pdf.Rule{{X0: 70, Y0: 725, X1: 190, Y1: 725.5}}
	_, passages := build(t, &s.doc)
	if notes := texts(passages, data.Footnote); len(notes) != 2 {
		t.Errorf("notes %q", notes)
	}
}

// Text frames beside each other are read from left to right, whatever was drawn
// first, and their headings stand on top of them.
func TestColumnsDrawnInAnyOrder(t *testing.T) {
	s := &sketch{}
	p := s.page()
	prose(p, 320, 120, 200, "rechts "+strings.Repeat(filler, 3))
	prose(p, 70, 120, 200, "links "+strings.Repeat(filler, 3))
	set(p, 70, 105, 14, "*Feiten")
	pages, _ := build(t, &s.doc)
	title, left, right := strings.Index(pages[0].Text, "Feiten"), strings.Index(pages[0].Text, "links"), strings.Index(pages[0].Text, "rechts")
	if !(title < left && left < right) {
		t.Errorf("heading at %d, left column at %d, right at %d", title, left, right)
	}
}

// Words of Hebrew and Arabic stand from left to right and are read the other
// way, in a Dutch line and in one of their own.
func TestRightToLeft(t *testing.T) {
	s := &sketch{}
	p := s.page()
	set(p, 70, 100, 10, "De folder heette ספר הבאים ברוכים en bleef liggen.")
	set(p, 70, 150, 10, "2011 والطفل الأسرة عن قصير نص")
	pages, _ := build(t, &s.doc)
	for _, want := range []string{"heette ברוכים הבאים ספר en", "نص قصير عن الأسرة والطفل 2011"} {
		if !strings.Contains(pages[0].Text, want) {
			t.Errorf("%q is not in %q", want, pages[0].Text)
		}
	}
}

// The rules of a page that lies on its side lie with it: its table is one.
func TestTurnedTable(t *testing.T) {
	for _, angle := range []int{90, 180, 270} {
		s := &sketch{}
		p := s.page()
		for i, row := range []string{"Organisatie", "School", "Huisarts"} {
			set(p, 100, 120+20*float64(i), 10, row)
			set(p, 250, 120+20*float64(i), 10, fmt.Sprint(10+i))
		}
		for i := range 4 {
			y := 106 + 20*float64(i)
			p.Rules = append(p.Rules, pdf.Rule{X0: 95, Y0: y, X1: 300, Y1: y})
		}
		for _, x := range []float64{95, 245, 300} {
			p.Rules = append(p.Rules, pdf.Rule{X0: x, Y0: 106, X1: x, Y1: 166})
		}
		lay(p, angle)
		_, passages := build(t, &s.doc)
		if rows := texts(passages, data.TableRow); len(rows) != 3 || rows[1] != "School | 11" {
			t.Errorf("at %d: rows %q", angle, rows)
		}
	}
}

// lay turns a page that stands upright so that its words read at an angle.
func lay(p *pdf.Page, angle int) {
	width, height := p.Width, p.Height
	place := func(x, y float64) (float64, float64) {
		switch angle {
		case 90:
			return y, width - x
		case 270:
			return height - y, x
		}
		return width - x, height - y
	}
	for i, w := range p.Words {
		x, y := place(w.X0, w.Y)
		turned := w
		turned.Angle, turned.Y, turned.Length = angle, y, w.X1-w.X0
		switch angle {
		case 90:
			turned.X0, turned.X1 = x-0.8*w.Size, x+0.2*w.Size
		case 270:
			turned.X0, turned.X1 = x-0.2*w.Size, x+0.8*w.Size
		case 180:
			turned.X0, turned.X1, turned.Length = x-(w.X1-w.X0), x, 0
		}
		p.Words[i] = turned
	}
	for i, r := range p.Rules {
		x0, y0 := place(r.X0, r.Y0)
		x1, y1 := place(r.X1, r.Y1)
		p.Rules[i] = pdf.Rule{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
	}
	if angle != 180 {
		p.Width, p.Height = height, width
	}
}
