package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
)

// The kinds of piece a text is written in, as its lines begin.
const (
	edge    = "rand"   // stands at the edge of every page, and in no passage
	title   = "titel"  // of the document
	heading = "kop"    // with its number, if it has one
	prose   = "alinea" // "[1]" is a raised marker of a note, "{…}" small capitals
	bullet  = "punt"   // of a list; the sign before it is the producer's choice
	number  = "nummer" // of a list, number included
	note    = "noot"   // at the foot of a page, marker included
	row     = "rij"    // of a table, cells parted by "|"
)

// piece is a paragraph of a text, which is the truth of the files made of it.
type piece struct{ kind, text string }

// readText reads a text: a piece on each line, "kind: words".
func readText(name string) ([]piece, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var pieces []piece
	for i, line := range strings.Split(strings.TrimSpace(string(content)), "\n") {
		kind, text, ok := strings.Cut(line, ": ")
		if !ok || !strings.Contains(" rand titel kop alinea punt nummer noot rij ", " "+kind+" ") {
			return nil, fmt.Errorf("%s line %d: not a kind, a colon and words", name, i+1)
		}
		pieces = append(pieces, piece{kind, text})
	}
	return pieces, nil
}

var (
	noteMark   = regexp.MustCompile(`\[(\d)\]`)
	smallCaps  = regexp.MustCompile(`\{([^}]*)\}`)
	listNumber = regexp.MustCompile(`^(\d+)[.)]? `)
)

// unmarked is a piece's text as it is read, without marks of the notation.
func (p piece) unmarked() string {
	return smallCaps.ReplaceAllString(noteMark.ReplaceAllString(p.text, " $1 "), "$1")
}

// cells are the cells of a row.
func (p piece) cells() []string {
	cells := strings.Split(p.text, "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// withoutNumber is the text of a numbered item or note without its number.
func (p piece) withoutNumber() string { return listNumber.ReplaceAllString(p.text, "") }

// notesOf maps the number of a note to its text.
func notesOf(pieces []piece) map[string]string {
	notes := map[string]string{}
	for _, p := range pieces {
		if m := listNumber.FindStringSubmatch(p.text); p.kind == note && m != nil {
			notes[m[1]] = p.withoutNumber()
		}
	}
	return notes
}

// runs puts pieces of one kind that follow each other together: a list, a table.
func runs(pieces []piece) [][]piece {
	var all [][]piece
	for _, p := range pieces {
		if n := len(all); n > 0 && all[n-1][0].kind == p.kind && (p.kind == bullet || p.kind == number || p.kind == row) {
			all[n-1] = append(all[n-1], p)
			continue
		}
		all = append(all, []piece{p})
	}
	return all
}
