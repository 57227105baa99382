package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rodedraad/data"
	"rodedraad/ingest/layout"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/extract"
)

// lineHyphen is a word that a line's end breaks. The texts avoid words that
// keep their hyphen there.
var lineHyphen = regexp.MustCompile(`([\pL])[-\x{AD}\x{2010}\x{02}]\s*\n\s*(\p{Ll})`)

// words are the runs of letters and the runs of digits of a text. Punctuation
// is left out: engines and producers choose freely between its signs.
func words(text string) []string {
	text = lineHyphen.ReplaceAllString(norm.NFKC.String(text), "$1$2")
	text = strings.ReplaceAll(text, "\u00AD", "")
	var all []string
	var word []rune
	digits := false
	for _, r := range text + " " {
		letter := unicode.IsLetter(r) || unicode.IsMark(r)
		if len(word) > 0 && (!letter && !unicode.IsDigit(r) || digits == letter) {
			all = append(all, string(word))
			word = word[:0]
		}
		if letter || unicode.IsDigit(r) {
			digits = !letter
			word = append(word, r)
		}
	}
	return all
}

// score is how well a reading has the words of a text.
type score struct{ recall, precision, order float64 }

// scoreOf compares a whole document's text with the truth. What stands at the
// edge of pages counts once for recall, and may come as often as there are pages.
func scoreOf(text string, truth []piece) score {
	wanted, free, edges := map[string]int{}, map[string]bool{}, map[string]bool{}
	var sequence []string
	for _, p := range truth {
		for _, w := range words(p.unmarked()) {
			if p.kind == edge {
				free[w], edges[w] = true, true
				continue
			}
			wanted[w]++
			if p.kind != note {
				sequence = append(sequence, w)
			}
		}
	}
	for page := range 4 {
		free[fmt.Sprint(page+1)] = true // a page's number, if it has one
	}
	read := words(text)
	have := map[string]int{}
	for _, w := range read {
		have[w]++
	}
	found, all, known := 0, 0, 0
	for w, n := range wanted {
		all += n
		found += min(n, have[w])
	}
	for w := range edges {
		all++
		found += min(1, have[w])
	}
	for w, n := range have {
		known += min(n, wanted[w])
		if free[w] {
			known += max(0, n-wanted[w])
		}
	}
	return score{share(found, all), share(known, len(read)), ordered(sequence, read)}
}

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// ordered is the part of the words that stand once in both texts that stand in
// the truth's order: the longest rising run.
func ordered(truth, read []string) float64 {
	place := func(words []string) map[string]int {
		at, n := map[string]int{}, map[string]int{}
		for i, w := range words {
			at[w] = i
			n[w]++
		}
		for w, times := range n {
			if times > 1 {
				delete(at, w)
			}
		}
		return at
	}
	inTruth, inRead := place(truth), place(read)
	var places []int
	for _, w := range truth {
		at, ok := inRead[w]
		if _, once := inTruth[w]; ok && once {
			places = append(places, at)
		}
	}
	var ends []int
	for _, at := range places {
		k, _ := slices.BinarySearch(ends, at)
		if k == len(ends) {
			ends = append(ends, at)
		} else {
			ends[k] = at
		}
	}
	return share(len(ends), len(places))
}

// kinds are the kinds of passage that pieces become.
var kinds = map[string]data.PassageKind{
	title: data.Title, heading: data.Heading, prose: data.Paragraph, bullet: data.ListItem, number: data.ListItem,
	note: data.Footnote, row: data.TableRow,
}

// roles counts the pieces that are a passage of their own kind, word for word,
// and lists those that are not. A note's marker and an item's number may be
// apart from the words.
func roles(truth []piece, passages []data.Passage) (right, all int, wrong []piece) {
	have := map[string]bool{}
	for _, p := range passages {
		have[string(p.Kind)+" "+strings.Join(words(p.Text), " ")] = true
	}
	for _, p := range truth {
		if p.kind == edge {
			continue
		}
		all++
		kind := string(kinds[p.kind]) + " "
		found := false
		for _, text := range []string{p.unmarked(), p.withoutNumber(), noteMark.ReplaceAllString(p.text, " ")} {
			found = found || have[kind+strings.Join(words(piece{p.kind, text}.unmarked()), " ")]
		}
		if found {
			right++
		} else {
			wrong = append(wrong, p)
		}
	}
	return right, all, wrong
}

// furnitureKept lists the edge lines that stand in a passage.
func furnitureKept(truth []piece, passages []data.Passage) []string {
	var kept []string
	for _, p := range truth {
		for _, passage := range passages {
			if p.kind == edge && strings.Contains(strings.Join(words(passage.Text), " "), strings.Join(words(p.text), " ")) {
				kept = append(kept, p.text)
			}
		}
	}
	return kept
}

// reading is what rodedraad makes of a file.
type reading struct {
	text     string
	document *pdf.Document
	passages []data.Passage
	problems []pdf.Problem
}

func readFile(ctx context.Context, x *extract.Extractor, file string) (reading, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return reading{}, err
	}
	document, problems, err := x.Extract(ctx, content, extract.Options{OCR: "off"})
	if err != nil {
		return reading{}, fmt.Errorf("%s: %w", file, err)
	}
	r := reading{document: document, problems: problems}
	pages, passages := layout.Build(document)
	for _, p := range pages {
		r.text += p.Text + "\n"
	}
	r.passages = passages
	return r, nil
}

// measureAll prints a row for each file. Without pdftotext or mutool their
// columns have a dash.
func measureAll(ctx context.Context, folder string, w io.Writer) error {
	x := extract.New(pdf.DefaultLimits().Memory / 2)
	defer x.Close()
	fmt.Fprintln(w, "Recall / precision / order of words beside the text the file was made of; roles: pieces that are a passage of their kind, word for word.")
	fmt.Fprintln(w, "\n| file | rodedraad | engine | roles | pdftotext | mutool |\n|---|---|---|---:|---|---|")
	for _, recipe := range recipes {
		truth, err := readText(filepath.Join(folder, recipe.text()+".txt"))
		if err != nil {
			return err
		}
		file := filepath.Join(folder, recipe.name+".pdf")
		ours, engine, roleShare := "–", "–", "–"
		if r, err := readFile(ctx, x, file); err == nil {
			ours, engine = scoreOf(r.text, truth).String(), r.engines()
			right, all, _ := roles(truth, r.passages)
			roleShare = fmt.Sprintf("%d of %d", right, all)
		}
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |\n", recipe.name, ours, engine, roleShare,
			external(ctx, truth, "pdftotext", "-q", file, "-"), external(ctx, truth, "mutool", "draw", "-q", "-F", "txt", file))
	}
	return nil
}

func (s score) String() string {
	return fmt.Sprintf("%.3f / %.3f / %.3f", s.recall, s.precision, s.order)
}

// engines names the engines that read the pages, with the reason when it was
// not the first.
func (r reading) engines() string {
	var names []string
	for _, p := range r.document.Pages {
		name := p.Engine
		if p.Fallback != "" {
			name += " (" + p.Fallback + ")"
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

func external(ctx context.Context, truth []piece, program string, args ...string) string {
	cmd := exec.CommandContext(ctx, program, args...)
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil && out.Len() == 0 {
		return "–"
	}
	return scoreOf(out.String(), truth).String()
}
