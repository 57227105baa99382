package layout

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rodedraad/data"
)

// strongTitle reports whether a plain short line is the heading of a section
// by its words alone, as in web prints without any typography.
func strongTitle(text string) bool {
	_, title := numbering(text)
	first, _ := utf8.DecodeRuneInString(title)
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) || len(strings.Fields(text)) > 6 {
		return false
	}
	role := sectionOf(text)
	return role != "" && role != data.OtherSection
}

// label matches the label line of a form-like report: "Aanleiding: …".
var label = regexp.MustCompile(`^(\p{Lu}[^:.?!]{3,45}):(?:\s|$)`)

// imprint matches what only a colophon says.
var imprint = compilePattern(`(?i)\bISBN\b|\bISSN\b|^©|\bcopyright\b|\balle rechten voorbehouden\b|^colofon\b|^(?:uitgave|uitgever|vormgeving|ontwerp|opmaak|drukwerk|druk|fotografie|redactie|eindredactie|omslagfoto|foto omslag)\b.{0,80}$|\bniets uit deze uitgave\b|\bpersonen op de (?:foto|foto's|omslag)|\bgeen personen\b.*\bfoto|\bfoto\b.*\bgeen personen\b|\bmodellen\b.*\bfoto`)

// address matches the sender's block of an imprint or a letter.
var sender = regexp.MustCompile(`(?i)^(?:postbus \d+|postadres|bezoekadres|telefoon|tel\.|fax|e-mail|internet|www\.|\d{4} ?[A-Z]{2} [A-Z])`)

// giveSections walks down the document with the headings above each block and
// gives every block its section role and heading path.
func giveSections(blocks []*block, pages int) {
	chapters := middle(blocks)
	var stack []*block
	running := data.SectionRole("") // set by a label line under the heading
	for _, b := range blocks {
		switch b.kind {
		case data.Heading:
			running = ""
			for len(stack) > 0 && stack[len(stack)-1].level >= b.level {
				stack = stack[:len(stack)-1]
			}
			b.path = pathOf(stack)
			b.section = headingRole(b, stack, chapters)
			stack = append(stack, b)
			continue
		case data.Title:
			b.section = data.OtherSection
			continue
		}
		b.path = pathOf(stack)
		if b.section == data.Contents {
			continue
		}
		parent := data.SectionRole("")
		if len(stack) > 0 {
			parent = stack[len(stack)-1].section
		}
		if role := labelled(b); role != "" && fitsUnder(role, parent) {
			running = role
		}
		b.section = bodyRole(b, stack, running, pages)
	}
}

// opensWithRole reports whether a label or run-in head names a section with its
// first word ("Conclusie van de inspectie") or asks a question. Bold words in
// running text name subjects more often than sections.
func opensWithRole(text string) bool {
	fields := strings.Fields(plain(text))
	if len(fields) == 0 {
		return false
	}
	switch fields[0] {
	case "wat", "waar", "hoe", "waarom":
		return true
	}
	return len(fields) <= 2 || sectionOf(fields[0]) != ""
}

// labelled is the role that the label of a paragraph names, or "".
func labelled(b *block) data.SectionRole {
	if b.kind != data.Paragraph {
		return ""
	}
	m := label.FindStringSubmatch(b.text())
	if m == nil || len(strings.Fields(m[1])) > 4 || !opensWithRole(m[1]) {
		return ""
	}
	switch role := sectionOf(m[1]); role {
	case data.Colophon, data.Contents, data.Annex, data.OtherSection:
		return ""
	default:
		return role
	}
}

func headingRole(b *block, stack []*block, chapters map[*block]data.SectionRole) data.SectionRole {
	own, parent := b.names(), data.SectionRole("")
	if len(stack) > 0 {
		parent = stack[len(stack)-1].section
	}
	annex := own == data.Annex && annexed(plain(b.text()))
	switch {
	case under(stack, data.Annex):
		return data.Annex
	case own == data.Annex && !annex && parent != "" && parent != data.OtherSection:
		return parent // the sources under a method
	case own != "" && (annex || fitsUnder(own, parent)):
		return own
	case parent != "" && parent != data.OtherSection && parent != data.Contents:
		return parent
	case parent == data.OtherSection && chapters[b] == "" && subjectOf(b.text()) == "":
		return parent
	}
	switch {
	case subjectOf(b.text()) != "":
		return subjectOf(b.text())
	case chapters[b] != "":
		return chapters[b]
	}
	return data.OtherSection
}

func bodyRole(b *block, stack []*block, running data.SectionRole, pages int) data.SectionRole {
	page := b.first().page
	outer := page <= 2 || page >= pages-1
	role := data.OtherSection
	if n := len(stack); n > 0 {
		role = stack[n-1].section
	}
	switch {
	case outer && imprint.match(b.text()) && b.kind != data.Footnote:
		return data.Colophon
	case outer && (role == data.OtherSection || role == data.Contents) && b.words() <= 15 && sender.MatchString(b.text()):
		return data.Colophon
	case role == data.Contents:
		return data.OtherSection // the table of contents ended without heading
	case running != "":
		return running
	}
	return role
}

func under(stack []*block, role data.SectionRole) bool {
	for _, h := range stack {
		if h.section == role {
			return true
		}
	}
	return false
}

func pathOf(stack []*block) string {
	titles := make([]string, len(stack))
	for i, h := range stack {
		titles[i] = h.label
	}
	return strings.Join(titles, " > ")
}

// middle gives a role to chapters whose title names none ("Kind uit beeld").
// Between an introduction and the conclusions such chapters hold the findings.
// Where all headings rank alike they are rather the parts of the section they
// follow ("Bevindingen", "De school", "Veilig Thuis").
func middle(blocks []*block) map[*block]data.SectionRole {
	var chapters []*block
	top, flat := 9, true
	for _, b := range blocks {
		if b.kind == data.Heading {
			flat = flat && (top == 9 || top == b.level)
			top = min(top, b.level)
		}
	}
	lastKnown := -1
	for _, b := range blocks {
		if b.kind != data.Heading || b.level != top {
			continue
		}
		switch b.names() {
		case data.Conclusions, data.Recommendations, data.Findings:
			lastKnown = len(chapters)
		}
		chapters = append(chapters, b)
	}
	roles := map[*block]data.SectionRole{}
	before := data.SectionRole("")
	for i, b := range chapters {
		own := b.names()
		if own == "" {
			own = subjectOf(b.text())
		}
		if own == "" {
			own = guess(before, i < lastKnown, flat)
			roles[b] = own
		}
		if own != "" {
			before = own
		}
	}
	return roles
}

func guess(before data.SectionRole, moreToCome, flat bool) data.SectionRole {
	switch before {
	case data.Facts, data.Findings, data.Conclusions, data.Recommendations:
		if flat {
			return before
		}
	}
	switch before {
	case data.Occasion, data.Method, data.Norms, data.Facts, data.Findings, data.Summary:
		if moreToCome {
			return data.Findings
		}
	}
	return ""
}
