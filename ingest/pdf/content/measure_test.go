//go:build measure

package content

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"rodedraad/ingest/pdf"

	"golang.org/x/text/unicode/norm"
)

// TestMeasure compares the words of engine 1 with those on which two
// independent readers agree, over the PDFs of the folders in
// RODEDRAAD_MEASURE (default: the folders of sample reports). It prints
// figures and judges nothing:
//
//	go test -tags measure -run Measure ./ingest/pdf/content -v
func TestMeasure(t *testing.T) {
	folders := os.Getenv("RODEDRAAD_MEASURE")
	if folders == "" {
		folders = "../../../../shared/reports:../../../../shared/seeds/pdf"
	}
	var total figures
	var elapsed time.Duration
	for _, folder := range strings.Split(folders, ":") {
		files, _ := filepath.Glob(filepath.Join(folder, "*.pdf"))
		for _, file := range files {
			f, spent, err := measure(t, file)
			if err != nil {
				fmt.Printf("%-45.45s %v\n", filepath.Base(file), err)
				continue
			}
			fmt.Printf("%-45.45s %s %6.0f pages/s\n", filepath.Base(file), f, float64(f.pages)/spent.Seconds())
			total.add(f)
			elapsed += spent
		}
	}
	fmt.Printf("%-45s %s %6.0f pages/s\n", "all", total, float64(total.pages)/elapsed.Seconds())
}

// figures are counts of words.
type figures struct {
	pages, ours, known, agreed, found, glued, split int
}

func (f *figures) add(o figures) {
	f.pages += o.pages
	f.ours += o.ours
	f.known += o.known
	f.agreed += o.agreed
	f.found += o.found
	f.glued += o.glued
	f.split += o.split
}

func (f figures) String() string {
	return fmt.Sprintf("%4d p %7d w  recall %.4f precision %.4f glued %.2f split %.2f", f.pages, f.ours,
		float64(f.found)/float64(max(f.agreed, 1)), float64(f.known)/float64(max(f.ours, 1)),
		1000*float64(f.glued)/float64(max(f.ours, 1)), 1000*float64(f.split)/float64(max(f.ours, 1)))
}

func measure(t *testing.T, file string) (figures, time.Duration, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return figures{}, 0, err
	}
	start := time.Now()
	r, err := Open(bytes.NewReader(data), int64(len(data)), Limits{})
	if err != nil {
		return figures{}, 0, err
	}
	var pages []pdf.Page
	for n := 1; n <= r.NumPage(); n++ {
		page, err := r.Page(context.Background(), n)
		if err != nil {
			fmt.Println(filepath.Base(file), err)
		}
		pages = append(pages, page)
	}
	spent := time.Since(start)
	poppler := readers(t, "pdftotext", "-raw", file, "-")
	mupdf := readers(t, "mutool", "draw", "-q", "-F", "text", "-o", "-", file)
	var f figures
	for i, page := range pages {
		f.add(compare(words(pdf.PlainText(page)), pageWords(poppler, i), pageWords(mupdf, i), fmt.Sprintf("%s:%d", filepath.Base(file), i+1)))
	}
	return f, spent, nil
}

func readers(t *testing.T, command string, arguments ...string) []string {
	out, err := exec.Command(command, arguments...).Output()
	if err != nil {
		t.Logf("%s: %v", command, err)
	}
	return strings.Split(string(out), "\f")
}

func pageWords(pages []string, i int) []string {
	if i >= len(pages) {
		return nil
	}
	return words(pages[i])
}

// words makes the texts of engines comparable.
func words(text string) []string {
	text = norm.NFKC.String(text)
	text = strings.NewReplacer("\u00AD", "-", "\u2010", "-", "\u2011", "-", "\uF0B7", "•", "\uF0A7", "▪", "\u200B", "", "\u2212", "-", "−", "-").Replace(text)
	return strings.Fields(text)
}

func count(words []string) map[string]int {
	m := map[string]int{}
	for _, w := range words {
		m[w]++
	}
	return m
}

func compare(ours, a, b []string, place string) figures {
	f := figures{pages: 1, ours: len(ours)}
	have, inA, inB := count(ours), count(a), count(b)
	pairs := func(words []string) map[string]bool {
		m := map[string]bool{}
		for i := 1; i < len(words); i++ {
			m[words[i-1]+words[i]] = true
		}
		return m
	}
	ourPairs, aPairs, bPairs := pairs(ours), pairs(a), pairs(b)
	var notes []string
	for w, n := range have {
		known := min(n, max(inA[w], inB[w]))
		f.known += known
		if known < n {
			notes = append(notes, "+"+w)
			if aPairs[w] && bPairs[w] {
				f.glued += n - known
				notes = append(notes, "GLUED "+w)
			}
		}
	}
	for w := range inA {
		n := min(inA[w], inB[w])
		f.agreed += n
		f.found += min(n, have[w])
		if n > have[w] {
			notes = append(notes, "-"+w)
			if ourPairs[w] {
				f.split += n - have[w]
				notes = append(notes, "SPLIT "+w)
			}
		}
	}
	if os.Getenv("RODEDRAAD_NOTES") != "" && len(notes) > 0 {
		sort.Strings(notes)
		fmt.Printf("   %s: %.1500s\n", place, strings.Join(notes, " "))
	}
	return f
}
