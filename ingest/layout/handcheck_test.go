package layout

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"rodedraad/data"
)

// handPage says what a person saw on a page of the samples, printed as a
// picture: the headings with level and section role (alternatives where two
// readers might differ), the first words of the blocks in the order in which
// they are read, the cells of tables row by row, and the footnotes. Run-in
// heads may be headings or not.
type handPage struct {
	File     string
	Page     int
	Headings []handHeading
	Runins   []string
	Order    []string
	Cells    [][]string
	Notes    []string
}

type handHeading struct {
	Text  string
	Level int
	Roles []string
}

// UnmarshalJSON reads ["text", level, "role|role"].
func (h *handHeading) UnmarshalJSON(raw []byte) error {
	var roles string
	if err := json.Unmarshal(raw, &[]any{&h.Text, &h.Level, &roles}); err != nil {
		return err
	}
	h.Roles = strings.Split(roles, "|")
	return nil
}

// letterKey is a text as letters and digits in lower case: nothing that a line
// end, a hyphen or a kind of quotation mark changes.
func letterKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// score counts what was found of what should be.
type score struct{ right, found, wanted int }

func (s score) recall() float64 { return float64(s.right) / float64(max(s.wanted, 1)) }
func (s score) f1() float64     { return 2 * float64(s.right) / float64(max(s.found+s.wanted, 1)) }

// TestHandCheckedPages holds layout to what a person reads on the pages of
// testdata/pages.json: order ≥ .95, headings F1 ≥ .90, section roles ≥ .95,
// table cells F1 ≥ .80, and every footnote.
func TestHandCheckedPages(t *testing.T) {
	raw, err := os.ReadFile("testdata/pages.json")
	if err != nil {
		t.Fatal(err)
	}
	var pages []handPage
	if err := json.Unmarshal(raw, &pages); err != nil {
		t.Fatal(err)
	}
	if len(pages) < 30 {
		t.Fatalf("%d pages", len(pages))
	}
	built := map[string][]data.Passage{}
	var order, headings, levels, roles, cells, notes score
	for _, p := range pages {
		if built[p.File] == nil {
			_, built[p.File] = Build(read(t, "../../data/samples/pdf/"+p.File+".pdf"))
		}
		c := &check{handPage: p, t: t}
		c.take(built[p.File])
		order.add(c.checkOrder())
		h, l, r := c.checkHeadings()
		headings.add(h)
		levels.add(l)
		roles.add(r)
		cells.add(c.checkTexts("cell", c.cells, slices.Concat(p.Cells...)))
		notes.add(c.checkTexts("footnote", c.notes, p.Notes))
	}
	for _, bar := range []struct {
		name       string
		value, bar float64
	}{
		{"reading order", order.recall(), 0.95}, {"headings F1", headings.f1(), 0.90}, {"levels", levels.recall(), 0.90},
		{"section roles", roles.recall(), 0.95}, {"table cells F1", cells.f1(), 0.80}, {"footnotes F1", notes.f1(), 1},
	} {
		t.Logf("%-15s %.3f", bar.name, bar.value)
		if bar.value < bar.bar {
			t.Errorf("%s: %.3f, below %.2f", bar.name, bar.value, bar.bar)
		}
	}
	t.Logf("headings %+v roles %+v cells %+v order %+v", headings, roles, cells, order)
}

func (s *score) add(o score) {
	s.right += o.right
	s.found += o.found
	s.wanted += o.wanted
}

// check is a page beside what layout made of it.
type check struct {
	handPage
	t        *testing.T
	text     strings.Builder // what is read, as letterKey
	headings []data.Passage
	cells    []string
	notes    []string
}

// take collects what the passages have of the page.
func (c *check) take(passages []data.Passage) {
	for _, p := range passages {
		for _, piece := range p.Pieces {
			if piece.Page == c.Page {
				c.text.WriteString(letterKey(p.Text[piece.TextStart : piece.TextStart+piece.Length]))
			}
		}
		if p.Page != c.Page {
			continue
		}
		switch p.Kind {
		case data.Heading:
			c.headings = append(c.headings, p)
		case data.TableRow:
			c.cells = append(c.cells, strings.Split(p.Text, " | ")...)
		case data.Footnote:
			c.notes = append(c.notes, strings.TrimLeft(p.Text, "0123456789 "))
		}
	}
}

// checkOrder counts the blocks that stand in order: the longest part of the
// list whose places in the text rise.
func (c *check) checkOrder() score {
	var best []int // best[i]: longest rising part that ends with block i
	text, longest := c.text.String(), 0
	places := make([]int, len(c.Order))
	for i, block := range c.Order {
		if places[i] = strings.Index(text, letterKey(block)); places[i] < 0 {
			c.t.Logf("%s p. %d: not read: %q", c.File, c.Page, block)
		}
		n := 0
		for k := range i {
			if places[k] >= 0 && places[k] < places[i] {
				n = max(n, best[k])
			}
		}
		if places[i] >= 0 {
			n++
		}
		best = append(best, n)
		longest = max(longest, n)
	}
	if longest < len(c.Order) {
		c.t.Logf("%s p. %d: order %d of %d: %v", c.File, c.Page, longest, len(c.Order), places)
	}
	return score{longest, len(c.Order), len(c.Order)}
}

func (c *check) checkHeadings() (headings, levels, roles score) {
	left := slices.Clone(c.headings)
	for _, h := range c.Headings {
		headings.wanted++
		levels.wanted++
		roles.wanted++
		i := slices.IndexFunc(left, func(p data.Passage) bool { return letterKey(p.Text) == letterKey(h.Text) })
		if i < 0 {
			c.t.Logf("%s p. %d: no heading %q", c.File, c.Page, h.Text)
			continue
		}
		headings.right++
		headings.found++
		levels.right += c.same(h.Text, fmt.Sprint(left[i].Level), fmt.Sprint(h.Level))
		roles.right += c.same(h.Text, string(left[i].Section), h.Roles...)
		left = slices.Delete(left, i, i+1)
	}
	for _, p := range left {
		if !slices.ContainsFunc(c.Runins, func(r string) bool { return letterKey(r) == letterKey(p.Text) }) {
			c.t.Logf("%s p. %d: no heading on the page: %q", c.File, c.Page, p.Text)
			headings.found++
		}
	}
	return headings, levels, roles
}

func (c *check) same(heading, got string, want ...string) int {
	if slices.Contains(want, got) {
		return 1
	}
	c.t.Logf("%s p. %d: %q: %s, want %s", c.File, c.Page, heading, got, strings.Join(want, " or "))
	return 0
}

// checkTexts compares two lists as bags.
func (c *check) checkTexts(what string, got, want []string) score {
	s := score{found: len(got), wanted: len(want)}
	left := slices.Clone(got)
	for _, w := range want {
		i := slices.IndexFunc(left, func(g string) bool { return letterKey(g) == letterKey(w) })
		if i < 0 {
			c.t.Logf("%s p. %d: no %s %q", c.File, c.Page, what, w)
			continue
		}
		s.right++
		left = slices.Delete(left, i, i+1)
	}
	for _, g := range left {
		c.t.Logf("%s p. %d: no such %s: %q", c.File, c.Page, what, g)
	}
	return s
}
