package main

import (
	"bytes"
	"strings"
	"testing"

	"rodedraad/analysis/search"
)

// A report can hold anything. What steers a terminal does not reach it, and the
// marks stay on their words.
func TestHitsCannotSteerATerminal(t *testing.T) {
	text := "a\x1b[31m \u0085\xff\ufffd het kind is weg"
	at := strings.Index(text, "kind")
	var out bytes.Buffer
	a := &app{stdout: &out, stderr: &bytes.Buffer{}, language: "nl"}
	a.printHits(&search.Result{Hits: []search.Hit{{
		Rank: 1, Title: "t\x07itel", FileName: "x.pdf", Page: 3, Section: "feiten", Text: text, Marks: [][2]int{{at, at + len("kind")}},
	}}})
	want := "1. t itel (x.pdf) · p. 3 · feiten\n   a [31m " + strings.Repeat(" ", 6) + " het «kind» is weg\n\n"
	if out.String() != want {
		t.Errorf("got %q\nwant %q", out.String(), want)
	}
}
