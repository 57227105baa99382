package analysis

import "fmt"

// Check reports whether a query takes these parameters, before it is asked.
func (q *Query) Check(params map[string]string) error {
	if _, err := q.bind(params); err != nil {
		return fmt.Errorf("query %s: %w", q.Name, err)
	}
	return nil
}
