package layout

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
)

// style is how a heading is set: what looks the same has the same level.
type style struct {
	size       float64
	bold, caps bool
	font       string
}

// signs are what confirms that a line is a heading.
type signs struct {
	outline  map[string]int // level by titleKey
	contents map[string]bool
	measures
}

func signsOf(doc *pdf.Document, contents map[string]bool, m measures) signs {
	s := signs{outline: map[string]int{}, contents: contents, measures: m}
	for _, item := range doc.Outline {
		if key := titleKey(item.Title); len(key) >= 3 && item.Level >= 1 && item.Level <= 9 && s.outline[key] == 0 {
			s.outline[key] = item.Level
		}
	}
	return s
}

var (
	decimal  = regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2}){0,4})[a-d]?\.?(?:\s+|$)`)
	lettered = regexp.MustCompile(`^(?:[A-H]\.|[IVX]{1,5}\.?)\s+`)
	named    = regexp.MustCompile(`(?i)^(?:hoofdstuk|deel|paragraaf|chapter|stap|thema|rode draad|fase)\s+(\d{1,2}|[ivx]{1,5}|[a-h]|een|twee|drie|vier|vijf|zes)\b[\s:.–-]*`)
)

// chapterNumber matches the number of a chapter where parts have letters.
var chapterNumber = regexp.MustCompile(`^(?:\d{1,2}|[IVX]{1,5})\.?\s`)

var roman = regexp.MustCompile(`^[IVX]{1,5}\.\s`)

var letter = regexp.MustCompile(`^[A-H]\.\s`)

// numbering splits the number of a heading from its title. The depth is 0
// without number, 1 for "3", 2 for "3.1".
func numbering(text string) (depth int, title string) {
	text = strings.TrimSpace(text)
	if m := decimal.FindStringSubmatch(text); m != nil && chapterLike(m[1], text[len(m[0]):]) {
		return strings.Count(m[1], ".") + 1, text[len(m[0]):]
	}
	if m := named.FindString(text); m != "" {
		return 1, text[len(m):]
	}
	if m := lettered.FindString(text); m != "" && !strings.HasPrefix(text, "I ") {
		return 1, text[len(m):]
	}
	return 0, text
}

// chapterLike tells "3 Bevindingen" from "35 538 Wijziging van de wet" and
// from a street or a sum of money.
func chapterLike(number, title string) bool {
	if strings.Contains(number, ".") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(title)
	return len(number) < 2 && !unicode.IsDigit(first) || number <= "30" && !unicode.IsDigit(first)
}

// decimalDepth is 2 for "2.3 2018", a period as heading.
func decimalDepth(text string) int {
	depth, title := numbering(text)
	if title == "" {
		return 0
	}
	return depth
}

// isHeading weighs what a block looks like.
func (s signs) isHeading(prev, b, next *block) bool {
	if b.kind == data.TableRow || b.kind == data.Footnote || b.section == data.Contents && !contentsTitle(b) {
		return false
	}
	text := b.text()
	words := b.words()
	if len(b.lines) > 4 || words > 28 || len(text) > 220 || !hasLetter(text) && decimalDepth(text) < 2 {
		return false
	}
	if cellTag[b.first().words[0].Tag] {
		return false
	}
	if saysHeading(b.first()) {
		return true
	}
	key := titleKey(text)
	depth, title := numbering(text)
	if len(key) > 3 && (s.outline[key] > 0 || s.contents[key] && b.section != data.Contents) {
		return true
	}
	if b.kind == data.ListItem && bullet(b.first().words[0].Text) || title == "" || s.proseLike(b, text) || sender.MatchString(text) || imprint.match(text) ||
		initials.MatchString(text) && b.names() == "" || spoken.MatchString(text) || b.size() < 0.93*s.body {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(title, `"'“‘(«`))
	if unicode.IsLower(first) && b.size() < 1.3*s.body {
		return false
	}
	big := b.size() >= 1.12*s.body || b.size() >= 1.05*s.body && len(b.lines) == 1 && words <= 10
	apart := b.bold() || b.font() != s.font && !b.all(func(l *line) bool { return l.italic })
	switch {
	case big:
		return b.kind != data.ListItem || depth > 0
	case b.kind == data.ListItem && words <= 6 && b.names() != "" && follow(next, data.Paragraph) && !follow(prev, data.ListItem):
		return true
	case b.kind == data.ListItem:
		// A numbered heading looks like a list item; the list under it starts anew.
		apart = apart || b.all(func(l *line) bool { return l.italic }) && follow(next, data.Paragraph)
		return apart && words <= 14 && (!follow(next, data.ListItem) || b.names() != "" ||
			markerClass(b) != markerClass(next))
	case apart && words <= 16:
		return next != nil
	case allUpper(title) && letters(title) >= 4 && words <= 12:
		return next != nil
	case depth >= 2 && words <= 14, depth == 1 && words <= 8 && b.names() != "":
		return next != nil && len(b.lines) == 1
	case words <= 7 && len(b.lines) == 1 && strongTitle(text):
		return next != nil
	}
	return words <= 9 && len(b.lines) == 1 && b.all(func(l *line) bool { return l.italic }) && next != nil && !next.all(func(l *line) bool { return l.italic })
}

func follow(b *block, kind data.PassageKind) bool { return b != nil && b.kind == kind }

// markerClass tells numbers, letters and bullets apart.
func markerClass(b *block) rune {
	for _, r := range b.first().words[0].Text {
		switch {
		case unicode.IsDigit(r):
			return '1'
		case unicode.IsLetter(r):
			return 'a'
		}
	}
	return '-'
}

// spoken matches a quotation set big between the columns.
var spoken = regexp.MustCompile(`^["'“‘”«].*[.!…]["'”’»]$`)

// initials match the name of who signs a letter.
var initials = regexp.MustCompile(`^(?:(?:drs?|mr|prof|ir|ing)\.? )*(?:\p{Lu}\.[ -]?(?:[Tt]h\.)?){1,4} ?(?:van |de |der |den |ten |ter )*\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?$`)

// proseLike reports whether a block ends or runs like a sentence.
func (s signs) proseLike(b *block, text string) bool {
	if b.size() >= 1.25*s.body {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, `"'”’)`))
	if strings.ContainsRune(".;,", end) && !strings.HasSuffix(text, "...") {
		return true
	}
	return strings.Contains(text, ". ") && len(text) > 90 || strings.Contains(text, "@") || strings.Contains(text, "www.")
}

func (b *block) font() string { return b.first().font }

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

var headingTag = regexp.MustCompile(`^H([1-6])$`)

// saysHeading reports whether the file's own structure calls a line a heading;
// H is one without a level.
func saysHeading(l *line) bool {
	tag := l.words[0].Tag
	return tag == "H" || headingTag.MatchString(tag)
}

// tagLevel is the level the file's own structure gives a block, or 0.
func tagLevel(b *block) int {
	m := headingTag.FindStringSubmatch(b.first().words[0].Tag)
	if m == nil {
		return 0
	}
	return int(m[1][0] - '0')
}

func styleOf(b *block) style {
	_, title := numbering(b.text())
	return style{half(b.size()), b.bold(), allUpper(title), b.font()}
}

// setLevels gives headings their level: from the number, the outline or the
// file's structure where there is one; what is set alike ranks alike; the rest
// by size.
func (s signs) setLevels(headings []*block) {
	votes := map[style]map[int]int{}
	numbered := slices.ContainsFunc(headings, func(b *block) bool { return chapterNumber.MatchString(b.text()) })
	shift := s.shift(headings)
	for _, b := range headings {
		n := s.knownLevel(b, shift)
		switch text := b.text(); {
		case numbered && letter.MatchString(text):
			n = 2 // parts A, B, C of chapters that have numbers
		case roman.MatchString(text):
			n = 1
		}
		if n > 0 {
			b.level = n
			st := styleOf(b)
			if votes[st] == nil {
				votes[st] = map[int]int{}
			}
			votes[st][n]++
		}
	}
	ranked := rankStyles(headings)
	levels := map[style]int{}
	above := 0
	for _, st := range ranked {
		level := winner(votes[st])
		if level == 0 {
			level = min(above+1, 6)
		}
		levels[st] = level
		above = max(above, level)
	}
	for _, b := range headings {
		if b.level == 0 {
			b.level = levels[styleOf(b)]
		}
	}
}

// shift is how much deeper the outline and the file's structure count than we
// do: many give the title level 1 and the chapters level 2.
func (s signs) shift(headings []*block) int {
	votes, lowest := map[int]int{}, 9
	for _, b := range headings {
		level := s.claimed(b)
		if level == 0 {
			continue
		}
		lowest = min(lowest, level)
		if decimal.MatchString(b.text()) {
			depth, _ := numbering(b.text())
			votes[max(level-depth, 0)]++
		}
	}
	best, most := lowest-1, 0
	for n := range 7 {
		if votes[n] > most {
			best, most = n, votes[n]
		}
	}
	if lowest == 9 {
		return 0
	}
	return best
}

// claimed is the level that the outline or the file's structure gives.
func (s signs) claimed(b *block) int {
	if n := tagLevel(b); n > 0 {
		return n
	}
	return min(s.outline[titleKey(b.text())], 6)
}

func (s signs) knownLevel(b *block, shift int) int {
	if decimal.MatchString(b.text()) {
		depth, _ := numbering(b.text())
		return min(depth, 6)
	}
	if n := s.claimed(b); n > 0 {
		return max(1, n-shift)
	}
	return 0
}

func rankStyles(headings []*block) []style {
	seen := map[style]bool{}
	var styles []style
	for _, b := range headings {
		if st := styleOf(b); !seen[st] {
			seen[st] = true
			styles = append(styles, st)
		}
	}
	slices.SortStableFunc(styles, func(a, b style) int {
		return cmp.Or(cmp.Compare(b.size, a.size), -boolCompare(a.bold, b.bold), -boolCompare(a.caps, b.caps))
	})
	return styles
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func winner(votes map[int]int) int {
	best := 0
	for level := 1; level <= 6; level++ {
		if votes[level] > votes[best] {
			best = level
		}
	}
	return best
}

// joinHeadings puts a heading of two lines, or "Bijlage 2" and the title under
// it, together.
func (m measures) joinHeadings(blocks []*block) []*block {
	var out []*block
	for _, b := range blocks {
		if n := len(out); n > 0 && m.goesOn(out[n-1], b) {
			out[n-1].lines = append(out[n-1].lines, b.lines...)
			continue
		}
		out = append(out, b)
	}
	return out
}

func (m measures) goesOn(a, b *block) bool {
	if a.kind != b.kind || a.kind != data.Heading && a.kind != data.Title || a.last().page != b.first().page {
		return false
	}
	depth, _ := numbering(b.text())
	loose := math.Max(1.6, 1.2*m.step(m.body)/m.body) // ems between the lines of one heading
	near := b.first().y-a.last().y < loose*math.Max(a.size(), b.size()) && b.first().y >= a.last().y-1
	_, title := numbering(a.text())
	alone := title == "" || bareAnnex.MatchString(a.text())
	switch {
	case depth > 0 || len(a.lines)+len(b.lines) > 5:
		return false
	case alone:
		return b.first().y-a.last().y < 4*a.size()
	}
	return near && styleOf(a).size == styleOf(b).size && a.bold() == b.bold() && a.section == b.section &&
		!strings.HasSuffix(a.text(), "?") && (a.kind == data.Title || startsLower(b.first()) || m.full(a))
}

// full reports whether the last line of a heading is so long that the next is
// likely to go on with it.
func (m measures) full(b *block) bool {
	return b.last().x1-b.last().x0 > 22*b.size()
}

var bareAnnex = regexp.MustCompile(`(?i)^(?:bijlage|appendix|annex|hoofdstuk|deel)\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})?[.:]?$`)
