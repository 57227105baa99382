package layout

import (
	"math"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
)

// sheet is one page on its way to passages.
type sheet struct {
	page          *pdf.Page
	index         int
	width, height float64
	highest       float64 // baseline of the first line from the top
	lowest        float64 // and of the last
	lines         []*line // in reading order
	rules         []pdf.Rule
	text          string
}

// More pages than this are not made up for a file that only claims to have
// them; the engines stop at 5,000.
const mostPages = 100_000

// sheetsOf puts the pages read at their number. Pages that nobody read stay
// nil. Numbers that make no sense (none, twice) give way to the order given.
func sheetsOf(doc *pdf.Document) []*sheet {
	count := max(len(doc.Pages), min(doc.PageCount, mostPages))
	seen := map[int]bool{}
	byNumber := true
	for _, p := range doc.Pages {
		byNumber = byNumber && p.Number >= 1 && p.Number <= count && !seen[p.Number]
		seen[p.Number] = true
	}
	sheets := make([]*sheet, count)
	for i := range doc.Pages {
		at := i
		if byNumber {
			at = doc.Pages[i].Number - 1
		}
		sheets[at] = newSheet(&doc.Pages[i], at)
	}
	return sheets
}

// No page of a PDF is longer than 14,400 points.
const longestRule = 15_000

func newSheet(p *pdf.Page, index int) *sheet {
	s := &sheet{page: p, index: index}
	words, angle, width, height := upright(p)
	s.width, s.height = width, height
	for _, r := range p.Rules {
		r = normalised(turnRule(normalised(r), angle, width, height))
		if w, h := r.X1-r.X0, r.Y1-r.Y0; max(w, h) < longestRule && min(w, h) < 5 {
			s.rules = append(s.rules, r)
		}
	}
	lines := linesOf(words, index)
	lines, rowByRow := joinRows(homeMarkers(lines), s.height)
	s.lines = inReadingOrder(lines, rowByRow)
	s.highest, s.lowest = math.Inf(1), math.Inf(-1)
	for _, l := range s.lines {
		s.highest, s.lowest = math.Min(s.highest, l.y), math.Max(s.lowest, l.y)
	}
	return s
}

// turnRule moves a rule of a turned page to where the reader sees it, on a page
// of so much width and height as the reader sees.
func turnRule(r pdf.Rule, angle int, width, height float64) pdf.Rule {
	switch angle {
	case 90: // words read up
		return pdf.Rule{X0: width - r.Y1, Y0: r.X0, X1: width - r.Y0, Y1: r.X1}
	case 270:
		return pdf.Rule{X0: r.Y0, Y0: height - r.X1, X1: r.Y1, Y1: height - r.X0}
	case 180:
		return pdf.Rule{X0: width - r.X1, Y0: height - r.Y1, X1: width - r.X0, Y1: height - r.Y0}
	}
	return r
}

func normalised(r pdf.Rule) pdf.Rule {
	r = pdf.Rule{X0: sane(r.X0, 0), Y0: sane(r.Y0, 0), X1: sane(r.X1, 0), Y1: sane(r.Y1, 0)}
	return pdf.Rule{X0: min(r.X0, r.X1), Y0: min(r.Y0, r.Y1), X1: max(r.X0, r.X1), Y1: max(r.Y0, r.Y1)}
}

// compose writes the page text and gives every word its place in it.
func (s *sheet) compose() {
	var b strings.Builder
	for _, l := range s.lines {
		l.readRightToLeft()
		for i := range l.words {
			w := &l.words[i]
			if i > 0 && !w.Glued {
				b.WriteByte(' ')
			}
			w.start = b.Len()
			b.WriteString(w.Text)
			w.end = b.Len()
		}
		b.WriteByte('\n')
	}
	s.text = b.String()
}

// pagesOf copies what the engine said of each page next to its text.
func pagesOf(sheets []*sheet) []data.Page {
	pages := make([]data.Page, len(sheets))
	for i, s := range sheets {
		pages[i].Number = i + 1
		if s == nil {
			continue
		}
		pages[i] = data.Page{
			Number: i + 1, Label: s.page.Label, Text: s.text,
			Engine: s.page.Engine, EngineVersion: s.page.EngineVersion,
			Quality: s.page.Quality, FallbackReason: s.page.Fallback,
		}
	}
	return pages
}
