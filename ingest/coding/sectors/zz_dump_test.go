package sectors

import (
	"fmt"
	"os"
	"sort"
	"slices"
	"testing"

	"rodedraad/data"
)

func TestZZBuckets(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		return
	}
	c := newCoder(t)
	m := map[string][2]int{}
	for _, p := range []string{"t", "h"} {
		for _, r := range reports(t, p) {
			rec := r.Record()
			c.Code(r.Text, rec)
			seen := map[string]bool{}
			for _, f := range rec.Findings {
				if f.Value == Named || seen[f.Code] {
					continue
				}
				seen[f.Code] = true
				k := fmt.Sprint(f.Certainty, " ", f.Code)
				k2 := fmt.Sprint(f.Certainty, " *")
				i := 1
				if slices.Contains(r.Truth.SectorsInvolved, f.Code) {
					i = 0
				}
				v := m[k]; v[i]++; m[k] = v
				v = m[k2]; v[i]++; m[k2] = v
			}
		}
	}
	var ks []string
	for k := range m { ks = append(ks, k) }
	sort.Strings(ks)
	for _, k := range ks { fmt.Println(k, "tp", m[k][0], "fp", m[k][1]) }
	_ = data.High
}
