package search

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rodedraad/analysis/table"
	"rodedraad/data/dutch"
)

// Hit is a passage that was found.
type Hit struct {
	Rank                        int // from 1
	Score                       float64
	DocumentID, FileName, Title string
	Passage                     int // number within the document
	Page                        int // of the first word that was found
	Section, HeadingPath        string
	Text                        string
	Marks                       [][2]int // bytes of Text that were looked for, in order
}

// marks finds what to highlight.
func (q *Query) marks(text string) [][2]int {
	words := dutch.Words(text)
	masks := make([]uint32, len(words))
	for i, w := range words {
		masks[i] = q.mask(text[w[0]:w[1]])
	}
	var out [][2]int
	marked := 0 // words before this one are dealt with
	for i := range words {
		end := 0
		for _, u := range q.units {
			if !u.excluded && standsAt(masks, i, u) {
				end = max(end, i+len(u.terms))
			}
		}
		switch {
		case end == 0 || end <= marked:
			continue
		case i < marked: // runs on from the mark before
			out[len(out)-1][1] = words[end-1][1]
		default:
			out = append(out, [2]int{words[i][0], words[end-1][1]})
		}
		marked = end
	}
	return out
}

// pageAt gives the page of a byte of a passage's text, from the passage's
// pieces (text_start:page:page_start:length).
func pageAt(pieces string, at, page int) int {
	for piece := range strings.FieldsSeq(pieces) {
		fields := strings.Split(piece, ":")
		if len(fields) != 4 {
			return page
		}
		start, err1 := strconv.Atoi(fields[0])
		on, err2 := strconv.Atoi(fields[1])
		if err1 != nil || err2 != nil || start > at {
			return page
		}
		page = on
	}
	return page
}

// Marked gives the text with something before and after what was looked for.
func (h Hit) Marked(before, after string) string {
	var b strings.Builder
	last := 0
	for _, m := range h.Marks {
		b.WriteString(h.Text[last:m[0]] + before + h.Text[m[0]:m[1]] + after)
		last = m[1]
	}
	return b.String() + h.Text[last:]
}

// Excerpt gives a hit with at most so many words of its text: those around
// where most of what was looked for stands close together.
func (h Hit) Excerpt(most int) Hit {
	words := dutch.Words(h.Text)
	if len(words) <= most {
		return h
	}
	first := densest(words, h.Marks, most)
	start, end := words[first][0], words[first+most-1][1]
	before, after := "… ", " …"
	if first == 0 {
		start, before = 0, ""
	}
	if first+most == len(words) {
		end, after = len(h.Text), ""
	}
	short := h
	short.Text, short.Marks = before+h.Text[start:end]+after, nil
	for _, m := range h.Marks {
		if m[0] >= start && m[1] <= end {
			short.Marks = append(short.Marks, [2]int{m[0] - start + len(before), m[1] - start + len(before)})
		}
	}
	return short
}

// densest gives the first word of the stretch that holds most marks; it begins
// a few words before the first of them.
func densest(words [][2]int, marks [][2]int, most int) int {
	best, held := 0, -1
	for _, m := range marks {
		first := 0
		for first < len(words) && words[first][0] < m[0] {
			first++
		}
		first = min(max(0, first-most/5), len(words)-most)
		n := 0
		for _, o := range marks {
			if o[0] >= words[first][0] && o[1] <= words[first+most-1][1] {
				n++
			}
		}
		if n > held {
			best, held = first, n
		}
	}
	return best
}

// Table gives the hits as a table for programs; what was looked for stands
// between « and ».
func (r *Result) Table(language string) *table.Table {
	t := &table.Table{Name: "search", Unit: "passage", Title: map[string]string{"nl": "Gevonden passages", "en": "Passages found"}[language],
		Columns: []table.Column{
			{Name: "rank", Kind: table.Integer}, {Name: "score", Kind: table.Number}, {Name: "document_id"},
			{Name: "file_name"}, {Name: "title"}, {Name: "page", Kind: table.Integer}, {Name: "section"},
			{Name: "heading_path"}, {Name: "passage", Kind: table.Integer}, {Name: "text"},
		}}
	for _, h := range r.Hits {
		t.Rows = append(t.Rows, []any{int64(h.Rank), math.Round(h.Score*1e4) / 1e4, h.DocumentID, h.FileName, h.Title,
			int64(h.Page), h.Section, h.HeadingPath, int64(h.Passage), h.Marked("«", "»")})
	}
	if more := r.Found - int64(len(r.Hits)); more > 0 {
		t.Notes = append(t.Notes, map[string]string{
			"nl": fmt.Sprintf("%d van %d passages zijn getoond", len(r.Hits), r.Found),
			"en": fmt.Sprintf("%d of %d passages are shown", len(r.Hits), r.Found),
		}[language])
	}
	return t
}
