package analysis

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed queries
var queryFiles embed.FS

var catalogue = sync.OnceValues(func() ([]*Query, error) {
	sub, err := fs.Sub(queryFiles, "queries")
	if err != nil {
		return nil, err
	}
	return Load(sub)
})

// Catalogue gives every named query, by name.
func Catalogue() ([]*Query, error) { return catalogue() }

// UnknownQueryError says that there is no query of a name.
type UnknownQueryError struct {
	Name    string
	Nearest []string
}

func (e *UnknownQueryError) Error() string {
	return fmt.Sprintf("there is no query %q; nearest are %s", e.Name, strings.Join(e.Nearest, ", "))
}

// Find gives the query of a name, or an [UnknownQueryError].
func Find(name string) (*Query, error) {
	queries, err := Catalogue()
	if err != nil {
		return nil, err
	}
	for _, q := range queries {
		if q.Name == name {
			return q, nil
		}
	}
	return nil, &UnknownQueryError{name, nearest(name, queries)}
}

// nearest gives the three names that take the fewest edits.
func nearest(name string, queries []*Query) []string {
	names := []string{}
	for _, q := range queries {
		names = append(names, q.Name)
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(distance(name, a), distance(name, b)) })
	return names[:min(3, len(names))]
}

// distance is the number of edits between two names (Levenshtein, 1965), less
// when one holds the other.
func distance(a, b string) int {
	if strings.Contains(b, a) || strings.Contains(a, b) {
		return 0
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
