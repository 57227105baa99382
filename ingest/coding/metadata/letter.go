package metadata

import (
	"slices"
	"strings"
)

// letterSenders keeps the inspectorates that sent a letter: those whose names
// head it, or who signed it. Others are addressed or spoken of, unless the letter
// comes from inspectorates that work together: then a sentence says which.
func (r *register) letterSenders(namings []naming, f front, title string) {
	head, together := r.letterhead(f, title), sentTogether(f, title)
	for i := range namings {
		n := &namings[i]
		switch {
		case slices.Contains(head, n.code), signs(f, *n):
			n.role = author
		case n.role == author && !(together && n.strength >= 2):
			n.role = named
		}
	}
}

// letterHeadLines is how many lines a letterhead has at most.
const letterHeadLines = 4

// headLines gives the letterhead: the first lines, as long as they are names of
// inspectorates, ministries or addresses of theirs. A page's heading that says
// what the letter is about may stand above it.
func headLines(f front, title string) []line {
	lines := f.lines
	for rest := strings.ToLower(title); len(lines) > 0 && rest != ""; lines = lines[1:] {
		left, found := strings.CutPrefix(rest, strings.ToLower(oneLine(lines[0].Text)))
		if !found {
			break
		}
		rest = strings.TrimSpace(left)
	}
	for i, l := range lines {
		if i == letterHeadLines || l.page != f.first || !opensWith(l.lower, senderLines) {
			return lines[:i]
		}
	}
	return lines
}

// senderLines open the lines of an inspectorate's letterhead.
var senderLines = []string{"inspectie", "ministerie", ">", "retouradres", "postbus", "rijksoverheid", "samenwerkend toezicht",
	"toezicht sociaal domein", "de inspectie", "gezamenlijke inspecties", "de gezamenlijke inspecties", "samenwerkende inspecties"}

// letterhead gives the inspectorates that the letterhead names.
func (r *register) letterhead(f front, title string) []string {
	var codes []string
	for _, l := range r.unwrap(headLines(f, title)) {
		for _, n := range r.find(l) {
			codes = append(codes, n.code)
		}
	}
	return codes
}

// together are the ways in which inspectorates name themselves as one.
var together = []string{"samenwerkend toezicht", "toezicht sociaal domein", "gezamenlijke inspecties", "samenwerkende inspecties", "namens de inspecties"}

// sentTogether reports whether inspectorates that work together head or sign a
// letter.
func sentTogether(f front, title string) bool {
	for _, l := range headLines(f, title) {
		if cueIn(l.lower, together) {
			return true
		}
	}
	return slices.ContainsFunc(closing(f), func(l line) bool { return cueIn(l.lower, together) })
}

// closing gives the lines behind a letter's greeting.
func closing(f front) []line {
	for _, list := range [][]line{f.lines, f.last} {
		at := slices.IndexFunc(list, func(l line) bool {
			return opensWith(l.lower, []string{"hoogachtend", "met vriendelijke groet", "met hoogachting", "vriendelijke groet"})
		})
		if at >= 0 {
			return append(slices.Clone(list[at:]), f.last...)
		}
	}
	return nil
}

// signs reports whether an inspectorate closes the letter: its name stands
// behind the greeting or beside an inspector's office. Who gets a copy does not.
func signs(f front, n naming) bool {
	for _, l := range closing(f) {
		if n.in(l) && !cueIn(l.lower, notAuthor) {
			return true
		}
	}
	for _, list := range [][]line{f.lines, f.last} {
		for _, l := range list {
			if strings.Contains(l.lower, "inspecteur") && n.in(l) {
				return true
			}
		}
	}
	return false
}

// in reports whether a naming stands in a line.
func (n naming) in(l line) bool {
	return n.quote.Page == l.page && n.quote.Start >= l.start && n.quote.Start < l.start+len(l.Text)
}
