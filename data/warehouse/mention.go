package warehouse

import (
	"context"
	"slices"
	"strings"
)

// shingle is how many words of a title are looked up at once; shorter titles
// are never looked for.
const shingle = 4

// mentioned finds which documents name which titles, in one pass over the
// passages of the documents that describe calamities: a query per pair of
// documents would take hours on ten thousand.
func (w *Work) mentioned(ctx context.Context, readings []Reading) (map[[2]string]bool, error) {
	titles := titleIndex{}
	for _, r := range readings {
		title := plainWords(r.Document.Title)
		if len(title) < shingle {
			continue
		}
		key, whole := strings.Join(title[:shingle], " "), strings.Join(title, " ")
		if !slices.Contains(titles[key], whole) {
			titles[key] = append(titles[key], whole)
		}
	}
	found := map[[2]string]bool{}
	if len(titles) == 0 {
		return found, nil
	}
	var documents []string
	for _, r := range readings {
		documents = append(documents, r.Document.ID)
	}
	slices.Sort(documents)
	for part := range slices.Chunk(slices.Compact(documents), mentionBatch) {
		err := w.scan(ctx, `SELECT document_id, text, '' FROM passage
			WHERE document_id BETWEEN ? AND ? AND document_id IN (SELECT document_id FROM calamity_reading)`,
			func(id, text, _ string) { titles.in(text, func(title string) { found[[2]string{id, title}] = true }) },
			part[0], part[len(part)-1])
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// mentionBatch is how many documents' texts are in memory at once: the driver
// holds the whole answer to a query.
const mentionBatch = 500

// titleIndex gives titles by their first words.
type titleIndex map[string][]string

// in tells which titles stand in a text.
func (t titleIndex) in(text string, found func(title string)) {
	words := plainWords(text)
	for i := 0; i+shingle <= len(words); i++ {
		for _, title := range t[strings.Join(words[i:i+shingle], " ")] {
			if strings.HasPrefix(strings.Join(words[i:], " ")+" ", title+" ") {
				found(title)
			}
		}
	}
}

// plainWords are the words of a text in lower case, without the marks around
// them.
func plainWords(text string) []string {
	words := strings.Fields(strings.ToLower(text))
	for i, w := range words {
		words[i] = strings.Trim(w, `.,;:!?'"‘’“”()[]`)
	}
	return words
}
