package layout

import (
	"fmt"
	"html"
	"math"
	"strings"
	"unicode"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
)

// colours of passage kinds; the section role colours the bar beside them.
var kindColour = map[data.PassageKind]string{
	data.Paragraph: "#9ecae1", data.Heading: "#fb6a4a", data.ListItem: "#a1d99b", data.TableRow: "#bcbddc",
	data.Footnote: "#fdd49e", data.Caption: "#d9d9d9", data.Title: "#de2d26",
}

var sectionColour = map[data.SectionRole]string{
	data.Summary: "#1f78b4", data.Occasion: "#33a02c", data.Method: "#b2df8a", data.Facts: "#ff7f00",
	data.Findings: "#e31a1c", data.Norms: "#6a3d9a", data.Conclusions: "#b15928", data.Recommendations: "#00897b",
	data.Annex: "#888888", data.Contents: "#cab2d6", data.Colophon: "#fdbf6f", data.OtherSection: "#cccccc",
}

const htmlHead = `<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Indeling</title><style>
body{font-family:sans-serif;margin:1em;background:#eee}
svg{background:#fff;display:block;margin:0 0 1em;border:1px solid #999;max-width:100%}
.legend span{display:inline-block;padding:.1em .5em;margin:.1em}
</style></head><body>
`

// HTML draws the pages with every word where it stands, in the colour of the
// kind of passage it is in and with a bar in the colour of its section, so
// that an error of layout is seen at a glance. Words in no passage (running
// headers, page numbers) stay white. All text is escaped; there is no script.
func HTML(doc *pdf.Document, pages []data.Page, passages []data.Passage) []byte {
	var b strings.Builder
	b.WriteString(htmlHead)
	legend(&b)
	if doc != nil {
		owners := ownersOf(passages)
		for i, s := range arrange(doc) {
			if s != nil && i < len(pages) {
				s.draw(&b, passages, owners)
			}
		}
	}
	b.WriteString("</body></html>\n")
	return []byte(b.String())
}

func legend(b *strings.Builder) {
	b.WriteString(`<p class="legend">`)
	for _, k := range []data.PassageKind{data.Title, data.Heading, data.Paragraph, data.ListItem, data.TableRow, data.Footnote, data.Caption} {
		fmt.Fprintf(b, `<span style="background:%s">%s</span>`, kindColour[k], k)
	}
	b.WriteString("<br>")
	for _, r := range data.SectionRoles {
		fmt.Fprintf(b, `<span style="border-left:6px solid %s">%s</span>`, sectionColour[r], r)
	}
	b.WriteString("</p>\n")
}

// owner ties a stretch of a page to the passage that holds it.
type owner struct{ start, end, passage int }

func ownersOf(passages []data.Passage) map[int][]owner {
	owners := map[int][]owner{}
	for i, p := range passages {
		for _, c := range p.Pieces {
			owners[c.Page] = append(owners[c.Page], owner{c.PageStart, c.PageStart + c.Length, i})
		}
	}
	return owners
}

// frame is the box around the words of one passage on one page.
type frame struct {
	x0, y0, x1, y1 float64
	passage        int
}

func (s *sheet) draw(b *strings.Builder, passages []data.Passage, owners map[int][]owner) {
	frames := map[int]*frame{}
	var order []int
	var words strings.Builder
	for _, l := range s.lines {
		for i := range l.words {
			w := &l.words[i]
			fill := "#ffffff"
			if at := find(owners[s.index+1], w.start, w.end); at >= 0 {
				fill = kindColour[passages[at].Kind]
				if frames[at] == nil {
					frames[at] = &frame{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1), at}
					order = append(order, at)
				}
				frames[at].add(w)
			}
			drawWord(&words, w, fill)
		}
	}
	fmt.Fprintf(b, `<h2>%d</h2><svg viewBox="0 0 %.1f %.1f" width="%.0f" xmlns="http://www.w3.org/2000/svg">`+"\n",
		s.index+1, s.width, s.height, s.width*1.5)
	b.WriteString(words.String())
	for _, at := range order {
		frames[at].draw(b, passages[at])
	}
	b.WriteString("</svg>\n")
}

func find(owners []owner, start, end int) int {
	for _, o := range owners {
		if o.start < end && start < o.end {
			return o.passage
		}
	}
	return -1
}

func (f *frame) add(w *word) {
	f.x0, f.x1 = math.Min(f.x0, w.X0), math.Max(f.x1, w.X1)
	f.y0, f.y1 = math.Min(f.y0, w.Y-0.85*w.Size), math.Max(f.y1, w.Y+0.25*w.Size)
}

func drawWord(b *strings.Builder, w *word, fill string) {
	weight := ""
	if w.Bold {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s" fill-opacity=".45"/>`,
		w.X0, w.Y-0.8*w.Size, w.X1-w.X0, w.Size, fill)
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="%.1f" textLength="%.1f" lengthAdjust="spacingAndGlyphs"%s>%s</text>`+"\n",
		w.X0, w.Y, w.Size, math.Max(w.X1-w.X0, 0.1), weight, html.EscapeString(printable(w.Text)))
}

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '\ufffd'
		}
		return r
	}, s)
}

func (f *frame) draw(b *strings.Builder, p data.Passage) {
	fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="none" stroke="#555" stroke-width=".5"><title>%s</title></rect>`,
		f.x0-2, f.y0, f.x1-f.x0+4, f.y1-f.y0, html.EscapeString(fmt.Sprintf("%d %s %s %s", p.Number, p.Kind, p.Section, printable(p.HeadingPath))))
	fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="4" height="%.1f" fill="%s"/>`, f.x0-8, f.y0, f.y1-f.y0, sectionColour[p.Section])
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="6" fill="#555" text-anchor="end">%d</text>`+"\n", f.x0-9, f.y0+6, p.Number)
}
