package layout

import (
	"regexp"
	"strings"

	"rodedraad/data"
)

// noteMarker matches the number or sign of a footnote.
var noteMarker = regexp.MustCompile(`^(?:\[?\(?\d{1,3}\]?\)?|[*†‡]{1,3}|[¹²³⁴-⁹⁰]+)$`)

var raisedDigits = regexp.MustCompile(`^[\[(]?(?:\d{1,3}(?:[,;]\d{1,3})*|[*†‡]{1,3})[\])]?[.,;:]?$`)

// markMarkers finds the raised numbers that refer to notes. Squares and cubes
// of units (m²) are no markers.
func markMarkers(l *line) {
	for i := range l.words {
		w := &l.words[i]
		high := w.Size < 0.95*l.size && w.Y < l.y-0.25*l.size
		if w.Size > 0.82*l.size && !high || w.Y > l.y-0.1*l.size || !raisedDigits.MatchString(w.Text) {
			continue
		}
		if i > 0 && unit[strings.ToLower(l.words[i-1].Text)] {
			continue
		}
		w.marker = true
	}
}

// raisedBy is how far the raised numbers of a line may have pushed it down, as
// web pages let them.
func (l *line) raisedBy() float64 {
	for _, w := range l.words {
		if w.marker {
			return 0.5 * l.size
		}
	}
	return 0
}

var unit = map[string]bool{"m": true, "km": true, "cm": true, "mm": true, "dm": true, "10": true}

// findNotes splits and marks the footnotes at the foot of a page: small type
// that opens with a marker, or stands under a short rule, with nothing of
// full size below it.
func (m measures) findNotes(s *sheet, blocks []*block) []*block {
	start, end := m.notesRange(s, blocks)
	if start == end {
		return blocks
	}
	out := blocks[:start:start]
	raised := false // where one marker is raised, a plain number is none
	for _, b := range blocks[start:end] {
		raised = raised || !b.all(func(l *line) bool { return !raisedMarker(l) })
	}
	for _, b := range blocks[start:end] {
		var current *block
		for _, l := range b.lines {
			if current == nil || raisedMarker(l) || !raised && opensNote(l) {
				current = &block{kind: data.Footnote}
				out = append(out, current)
			}
			current.lines = append(current.lines, l)
		}
	}
	return append(out, blocks[end:]...)
}

// mostNotes is how many blocks at the foot of a page may be notes in the size
// of the text.
const mostNotes = 12

// fullSize reports whether blocks may be notes that are set as large as the
// text: word processors that lack the style do so.
func (m measures) fullSize(blocks []*block) bool {
	for _, b := range blocks {
		if b.kind == data.TableRow || b.size() > 1.02*m.body || b.size() <= 0.93*m.body {
			return false
		}
	}
	return opensNote(blocks[0].first())
}

// underNoteRule reports whether a rule that begins where the line does and
// ends well before the text's edge stands right above the line, and nothing
// else of its kind: a table has more.
func (s *sheet) underNoteRule(l *line) bool {
	if !s.underShortRule(l) {
		return false
	}
	for _, r := range s.rules {
		if r.Y0 > l.y-0.2*l.size || r.X1-r.X0 < 3 && r.Y1 > l.y-3*l.size {
			return false
		}
	}
	return true
}

// notesRange returns where the notes begin and end among the blocks. What
// stands under them in the band of the footer is no note.
func (m measures) notesRange(s *sheet, blocks []*block) (start, end int) {
	end = len(blocks)
	for i := max(0, end-mostNotes); i < end; i++ {
		if f := blocks[i].first(); f.y > 0.35*s.height && opensNote(f) && s.underNoteRule(f) && m.fullSize(blocks[i:]) {
			return i, end
		}
	}
	for end > 0 {
		b := blocks[end-1]
		apart := end > 1 && b.first().y-blocks[end-2].last().y > 3*b.size()
		small := b.size() <= 0.93*m.body
		if !s.inBand(b.first()) || small && (!apart || raisedMarker(b.first()) || s.underShortRule(b.first())) {
			break
		}
		end--
	}
	start = end
	for i := end - 1; i >= 0; i-- {
		b := blocks[i]
		if b.kind == data.TableRow || b.size() > 0.93*m.body || b.first().y < 0.35*s.height {
			break
		}
		if opensNote(b.first()) || s.underShortRule(b.first()) {
			start = i
		}
	}
	return start, end
}

func opensNote(l *line) bool {
	w := l.words[0]
	return len(l.words) > 1 && noteMarker.MatchString(w.Text) &&
		(w.Size < 0.9*l.size || !l.words[1].Glued)
}

func raisedMarker(l *line) bool {
	return opensNote(l) && l.words[0].Size < 0.9*l.size
}

// underShortRule reports whether a rule that is shorter than half the page
// ends the text right above the line.
func (s *sheet) underShortRule(l *line) bool {
	for _, r := range s.rules {
		if r.Y1-r.Y0 < 3 && r.X1-r.X0 > 30 && r.X1-r.X0 < 0.5*s.width &&
			r.Y0 < l.y && r.Y0 > l.y-3*l.size && r.X0 < l.x0+3*l.size {
			return true
		}
	}
	return false
}

var captionStart = regexp.MustCompile(`(?i)^(?:figuur|tabel|afbeelding|grafiek|foto|kaart|schema|diagram|box|figure|table)\s+(?:\d+|[a-z]\b|[ivx]+\b)`)

// isCaption reports whether a block is the caption of a figure or table.
func (m measures) isCaption(b *block) bool {
	return b.kind == data.Paragraph && len(b.lines) <= 3 && captionStart.MatchString(b.text()) &&
		(b.size() <= 0.95*m.body || b.bold() || !sentenceEnd.MatchString(b.text()) || b.all(func(l *line) bool { return l.italic }))
}
