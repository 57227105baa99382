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
	titles := map[string][]string{} // first words of a title → titles
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
	rows, err := w.QueryContext(ctx, `SELECT document_id, text FROM passage
		WHERE document_id IN (SELECT document_id FROM calamity_reading)`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id, text string
		if err := rows.Scan(&id, &text); err != nil {
			return nil, err
		}
		words := plainWords(text)
		for i := 0; i+shingle <= len(words); i++ {
			for _, title := range titles[strings.Join(words[i:i+shingle], " ")] {
				if strings.HasPrefix(strings.Join(words[i:], " ")+" ", title+" ") {
					found[[2]string{id, title}] = true
				}
			}
		}
	}
	return found, rows.Err()
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
