package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
)

// quality compares the words that rodedraad stores of each page with those on
// which pdftotext and mutool agree.
func (b *bench) quality(ctx context.Context, w io.Writer) error {
	answers, err := b.each(ctx, b.files, 2)
	if err != nil {
		return err
	}
	measured := make([]figures, len(b.files))
	b.parallel(len(b.files), func(i int) {
		measured[i] = qualityOf(ctx, b.files[i], answers[i].Pages)
	})
	var all figures
	for _, f := range measured {
		all.add(f)
	}
	b.pages = all.pages
	fmt.Fprintf(w, "\n## Text quality\n\nThe stored page text beside the words on which pdftotext and mutool agree. Recall: of the agreed words, those rodedraad has. Precision: of rodedraad's words, those that either has. Glued, split: per 1,000 words. Order: of the agreed order of words that stand once on a page, the part rodedraad keeps.\n\n")
	fmt.Fprintln(w, "| files | pages | words | recall | precision | glued | split | order | unread pages |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|")
	fmt.Fprintf(w, "| all %d | %s\n", len(b.files), all)
	order := make([]int, len(measured))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(measured[x].recall(), measured[y].recall()) })
	listed := 0
	for _, i := range order {
		if f := measured[i]; listed < 10 && !f.perfect() {
			fmt.Fprintf(w, "| %s | %s\n", filepath.Base(b.files[i]), f)
			listed++
		}
	}
	fmt.Fprintf(w, "\nFiles of which every word and its place agree are not listed; of the others the ten with the lowest recall are. An unread page is one where the others agree on ten words and rodedraad has none of them.\n")
	return nil
}

func qualityOf(ctx context.Context, file string, ours []string) figures {
	poppler := pagesBy(ctx, file, "pdftotext", "-q", "FILE", "-")
	mupdf := pagesBy(ctx, file, "mutool", "draw", "-q", "-F", "txt", "FILE")
	var f figures
	for i := range ours {
		f.add(compare(words(ours[i]), words(at(poppler, i)), words(at(mupdf, i))))
	}
	return f
}

func at(pages []string, i int) string {
	if i < len(pages) {
		return pages[i]
	}
	return ""
}

// figures are counts of pages and words.
type figures struct {
	pages, unread            int
	ours, known              int // our words; those that another engine has
	agreed, found            int // words that both others have; those that we have
	glued, split             int
	orderAgreed, orderedOurs int // words once on the page in the order both others have
}

func (f *figures) add(o figures) {
	f.pages += o.pages
	f.unread += o.unread
	f.ours += o.ours
	f.known += o.known
	f.agreed += o.agreed
	f.found += o.found
	f.glued += o.glued
	f.split += o.split
	f.orderAgreed += o.orderAgreed
	f.orderedOurs += o.orderedOurs
}

func (f figures) recall() float64 { return part(f.found, f.agreed) }

func (f figures) perfect() bool {
	return f.found == f.agreed && f.known == f.ours && f.orderedOurs == f.orderAgreed
}

// part is 1 of nothing: who has to find nothing misses nothing.
func part(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// String is the row of a table, from the second column on.
func (f figures) String() string {
	return fmt.Sprintf("%d | %d | %.5f | %.5f | %.2f | %.2f | %.5f | %d |", f.pages, f.ours, f.recall(), part(f.known, f.ours),
		1000*float64(f.glued)/float64(max(f.ours, 1)), 1000*float64(f.split)/float64(max(f.ours, 1)),
		part(f.orderedOurs, f.orderAgreed), f.unread)
}
