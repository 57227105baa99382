package layout

import (
	"regexp"
	"strings"
	"unicode"

	"rodedraad/data"
)

var leaders = regexp.MustCompile(`\.{4,}|(?:\. ){3,}|…{2,}|_{4,}`)

var onlyLeader = regexp.MustCompile(`^[.…_·]{2,}$`)

// contentsLine reports whether a line has the dot leaders of a table of
// contents and the page number after them.
func contentsLine(l *line) bool {
	last := l.words[len(l.words)-1].Text
	if !strings.ContainsRune("0123456789ivxl", rune(last[len(last)-1])) {
		return false
	}
	text := l.text()
	at := leaders.FindStringIndex(text)
	return at != nil && at[0] > 0 && strings.IndexFunc(text[:at[0]], unicode.IsLetter) >= 0 &&
		pageNumberEnd.MatchString(text)
}

var pageNumberEnd = regexp.MustCompile(`(?:\d{1,3}|[ivxl]{1,6})$`)

// entry matches a line of a table of contents without leaders.
var entry = regexp.MustCompile(`^(?:.*\pL.*)\s(\d{1,3}|[ivxl]{1,6})$`)

// findContents marks the lines of the table of contents and returns their
// titles, in the form that titleKey gives headings.
func findContents(blocks []*block) map[string]bool {
	titles := map[string]bool{}
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		switch {
		case contentsTitle(b):
			b.section = data.Contents
			i = takeEntries(blocks, i+1, titles) - 1
		case b.kind != data.Footnote && contentsLine(b.last()):
			b.markContents(titles)
		}
	}
	return titles
}

func contentsTitle(b *block) bool {
	if b.kind == data.Footnote || b.words() > 4 {
		return false
	}
	text := strings.ToLower(b.text())
	return (strings.Contains(text, "inhoud") || strings.Contains(text, "in dit") || strings.Contains(text, "contents")) &&
		b.names() == data.Contents
}

// takeEntries marks the entries after a title "Inhoud": lines that end in a
// page number, which never goes down by much, until running text begins.
func takeEntries(blocks []*block, i int, titles map[string]bool) int {
	for end := 0; i < len(blocks) && end < 2; i++ {
		b := blocks[i]
		text := b.text()
		switch {
		case contentsTitle(b):
		case contentsLine(b.last()) || b.words() <= 30 && entry.MatchString(text):
			end = 0
			b.markContents(titles)
		default:
			end++
			if b.words() > 30 || end == 2 || !entriesFollow(blocks, i+1) {
				return i - end + 1
			}
			b.markContents(titles)
		}
	}
	return i
}

// entriesFollow reports whether the next blocks are entries: a part's title
// may stand between them without a number.
func entriesFollow(blocks []*block, i int) bool {
	n := 0
	for ; i < len(blocks) && n < 2; i++ {
		if b := blocks[i]; !contentsLine(b.last()) && !entry.MatchString(b.text()) {
			return false
		}
		n++
	}
	return n == 2
}

func (b *block) markContents(titles map[string]bool) {
	b.section, b.kind = data.Contents, data.ListItem
	text := leaders.Split(b.text(), 2)[0]
	if m := entry.FindStringSubmatchIndex(text); m != nil {
		text = text[:m[2]]
	}
	if key := titleKey(text); len(key) >= 4 {
		titles[key] = true
	}
}

// titleKey is a title without number, punctuation and capitals.
func titleKey(s string) string {
	_, title := numbering(s)
	return strings.Join(strings.FieldsFunc(strings.ToLower(clean(title)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}
