package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// passage is a labelled passage; see data/training/README.md.
type passage struct {
	ID      string                 `json:"id"`
	Text    string                 `json:"text"`
	Section data.SectionRole       `json:"section"`
	Codes   map[string]data.Status `json:"codes"`
	Near    []string               `json:"near"`
	Style   string                 `json:"style"`

	// Of a sentence of a report: its document, from 1, what it consists of, and
	// the codes of the document that it may or may not speak for.
	document  int
	marked    bool // every code of the sentences is known
	sentences []prose.Sentence
	open      map[string]bool
}

// aliases are codes that are one with another since 2016. There are too few
// passages to learn them apart, and they say the same.
var aliases = map[string]string{"T09": "RD3.1", "T15": "RD3.3"}

// readPassages reads the passages that carry codes of red threads and themes,
// in the order of files and lines.
func readPassages(folder string, all bool) ([]passage, error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var out []passage
	for _, name := range names {
		more, err := readFile(name)
		if err != nil {
			return nil, err
		}
		for _, p := range more {
			if all || !forTesting(p.ID) {
				out = append(out, p)
			}
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no passages in %s", folder)
	}
	return out, nil
}

func forTesting(id string) bool {
	last := id[len(id)-1]
	return last >= '7' && last <= '9'
}

func readFile(name string) ([]passage, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var out []passage
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var p passage
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", name, n, err)
		}
		if p.ID == "" || p.Text == "" || p.Codes == nil {
			continue
		}
		for old, code := range aliases {
			if status, ok := p.Codes[old]; ok {
				delete(p.Codes, old)
				p.Codes[code] = status
			}
		}
		for code := range p.Codes {
			if code[0] == 'B' { // basic questions have a coder of their own
				delete(p.Codes, code)
			}
		}
		out = append(out, p)
	}
	return out, lines.Err()
}

// fold gives the part that is left out together with a passage. Passages go to
// folds by their place, since neighbours in a file are unlike each other; the
// sentences of a report stay together.
func (p *passage) fold(place int) int {
	if p.document > 0 {
		return p.document % folds
	}
	return place % folds
}
