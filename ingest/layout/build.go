package layout

import (
	"cmp"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
)

// Build turns what an engine read into pages and passages. The same words
// give the same result; whatever the words are, it does not fail.
func Build(doc *pdf.Document) (pages []data.Page, passages []data.Passage) {
	if doc == nil {
		return nil, nil
	}
	sheets := arrange(doc)
	words := vocabulary{}
	for _, s := range sheets {
		if s != nil {
			for _, l := range s.lines {
				words.add(l)
			}
		}
	}
	blocks := structure(doc, sheets)
	for _, b := range blocks {
		if p, ok := b.passage(words); ok {
			passages = append(passages, p)
		}
	}
	// A paragraph whose part on one page is nothing to read, a lone soft hyphen,
	// begins on the next, after the notes of the first.
	slices.SortStableFunc(passages, func(a, b data.Passage) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Start, b.Start))
	})
	for i := range passages {
		passages[i].Number = i + 1
	}
	return pagesOf(sheets), passages
}

// arrange puts the lines of all pages in reading order and writes the page
// texts.
func arrange(doc *pdf.Document) []*sheet {
	sheets := sheetsOf(doc)
	markFurniture(sheets)
	for _, s := range sheets {
		if s == nil {
			continue
		}
		s.findTables()
		s.compose()
		for _, l := range s.lines {
			markMarkers(l)
		}
	}
	return sheets
}

// structure finds the blocks of the whole document and what they are.
func structure(doc *pdf.Document, sheets []*sheet) []*block {
	m := measure(sheets)
	var blocks []*block
	for _, s := range sheets {
		if s != nil {
			blocks = append(blocks, m.findNotes(s, m.blocksOf(s))...)
		}
	}
	contents := findContents(blocks)
	blocks = splitRunIns(blocks)
	signs := signsOf(doc, contents, m)
	var prev *block
	for i, b := range blocks {
		switch {
		case b.kind == data.Heading: // a run-in head
		case m.isCaption(b):
			b.kind = data.Caption
		case signs.isHeading(prev, b, following(blocks, i)):
			b.kind = data.Heading
		}
		prev = b
	}
	signs.findTitle(blocks, doc.Info.Title)
	clearCover(blocks)
	blocks = m.joinHeadings(blocks)
	var headings []*block
	for _, b := range blocks {
		if b.kind == data.Heading {
			headings = append(headings, b)
		}
	}
	signs.setLevels(headings)
	for _, b := range blocks {
		if b.kind == data.Heading || b.kind == data.Title {
			spaceLetters(b)
		}
		if b.kind == data.Heading {
			p, _ := b.passage(nil)
			b.label = p.Text
		}
	}
	giveSections(blocks, len(sheets))
	return joinParagraphs(blocks)
}

func following(blocks []*block, i int) *block {
	for _, b := range blocks[i+1:] {
		if b.kind != data.Footnote {
			return b
		}
	}
	return nil
}

// passage makes the reading text of a block; ok is false when nothing is left
// to read.
func (b *block) passage(v vocabulary) (p data.Passage, ok bool) {
	r := &reading{}
	cell := 0
	for i, l := range b.lines {
		if b.kind == data.TableRow && i > 0 && l.cell != cell && len(r.text) > 0 {
			r.text = append(r.text, " | "...)
			r.last = nil
		}
		cell = l.cell
		r.line(b.readable(l, i), v)
	}
	if len(r.pieces) == 0 || strings.TrimSpace(string(r.text)) == "" {
		return p, false
	}
	page := r.pieces[0].Page
	p = data.Passage{
		Page: page, Section: b.section, HeadingPath: b.path, Level: b.level,
		Kind: b.kind, Text: string(r.text), Pieces: r.pieces,
		Start: r.pieces[0].PageStart,
	}
	for _, c := range r.pieces {
		if c.Page == page {
			p.Start, p.End = min(p.Start, c.PageStart), max(p.End, c.PageStart+c.Length)
		}
	}
	return p, true
}

// readable leaves out what is no text to a reader: the glyph of a bullet, and
// the dots that lead to a page number.
func (b *block) readable(l *line, i int) *line {
	skip := 0
	if b.kind == data.ListItem && i == 0 && len(l.words) > 1 && bullet(l.words[0].Text) {
		skip = 1
	}
	if b.section != data.Contents {
		if skip == 0 {
			return l
		}
		return l.part(skip, len(l.words))
	}
	kept := *l
	kept.words = nil
	dots := false
	for _, w := range l.words[skip:] {
		if onlyLeader.MatchString(w.Text) || w.Text == "." {
			dots = true
			continue
		}
		w.Glued = w.Glued && !dots
		kept.words, dots = append(kept.words, w), false
	}
	return &kept
}

// part is a line of some of the words.
func (l *line) part(from, to int) *line {
	p := *l
	p.words = l.words[from:to]
	p.measure()
	return &p
}
