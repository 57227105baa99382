package layout

import (
	"regexp"
	"strings"

	"rodedraad/data"
)

// sendersName matches the name of who publishes: set big on many covers.
var sendersName = regexp.MustCompile(`(?i)^(?:de )?(?:tweede kamer der staten|eerste kamer der staten|inspectie|ministerie|gemeente|stichting|onderzoeksraad|samenwerkend toezicht|toezicht sociaal domein|rijksoverheid|provincie|ggd|veilig thuis)\b`)

// findTitle marks the title: the biggest type of the first page that has
// text, or the words that the file names as its title.
func (s signs) findTitle(blocks []*block, named string) {
	first := -1
	best := 0.0
	for _, b := range blocks {
		if first < 0 {
			first = b.first().page
		}
		if b.first().page > first+1 || b.first().page > first && best > 0 {
			break
		}
		if s.titleLike(b) && b.size() > best {
			best = b.size()
		}
	}
	key := titleKey(named)
	if best < 1.12*s.body {
		best = 0
	}
	var last *block
	for _, b := range blocks {
		if b.first().page > first+1 {
			break
		}
		byName := len(key) > 12 && s.titleLike(b) && (titleKey(b.text()) == key || strings.HasPrefix(key, titleKey(b.text())) && len(titleKey(b.text())) > 12)
		bySize := best > 0 && s.titleLike(b) && b.size() >= 0.97*best
		if !byName && !bySize {
			continue
		}
		// One title: lines that are far apart are not one.
		if last != nil && (b.first().page != last.first().page || b.first().y-last.last().y > 3*b.size()) {
			continue
		}
		b.kind = data.Title
		last = b
	}
	if last == nil {
		s.firstHeading(blocks)
	}
}

// firstHeading makes the heading that opens a document its title, where no
// type is bigger than the rest.
func (s signs) firstHeading(blocks []*block) {
	for _, b := range blocks {
		if b.kind == data.Heading && s.titleLike(b) {
			b.kind = data.Title
			return
		}
		if b.words() > 25 || b.kind == data.Heading && b.names() != "" {
			return
		}
	}
}

// titleLike reports whether a block may be (part of) a title: no chapter, no
// sender, no prose.
func (s signs) titleLike(b *block) bool {
	if b.kind != data.Heading && !(b.kind == data.Paragraph && b.size() >= 1.12*s.body) || b.section == data.Contents {
		return false
	}
	text := b.text()
	if depth, _ := numbering(text); depth > 0 || !hasLetter(text) || b.words() > 40 {
		return false
	}
	role := b.names()
	chapter := role != "" && role != data.Method && b.words() <= 2 || role == data.Contents || role == data.Colophon || role == data.Annex
	return !chapter && !(sendersName.MatchString(text) && b.words() <= 7)
}

// clearCover takes the heading away from what else is set big around a title:
// who publishes, for whom, when, a motto. A chapter has a number, a role of its
// own, or running text under it.
func clearCover(blocks []*block) {
	title := -1
	for i, b := range blocks {
		if b.kind == data.Title {
			title = i
		}
	}
	if title < 0 {
		return
	}
	page := blocks[title].first().page
	used := map[style]int{} // by the headings after the cover
	for _, b := range blocks {
		if b.kind == data.Heading && (b.first().page > page || strongTitle(b.text())) {
			used[styleOf(b)]++
		}
	}
	for i, b := range blocks {
		if b.first().page > page {
			break
		}
		if b.kind != data.Heading {
			continue
		}
		lone := used[styleOf(b)] == 0 && !strongTitle(b.text())
		if i < title || lone || onlyDate.MatchString(b.text()) || !textUnder(blocks, i) {
			b.kind = data.Paragraph
		} else {
			return // the first chapter begins
		}
	}
}

// textUnder reports whether a section follows a heading: running text, a list,
// a table, a heading of which that is true, or the next page.
func textUnder(blocks []*block, i int) bool {
	next := following(blocks, i)
	switch {
	case next == nil:
		return false
	case next.first().page != blocks[i].first().page:
		return blocks[i].names() != ""
	case next.kind == data.Heading:
		return textUnder(blocks, i+1)
	}
	return next.kind != data.Paragraph || next.words() >= 20 || terminal(next.last()) && next.words() >= 4 || next.section == data.Contents
}

var onlyDate = regexp.MustCompile(`(?i)^(?:\pL[\pL ]+,? )?(?:\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \d{4}$`)
