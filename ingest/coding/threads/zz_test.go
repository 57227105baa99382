package threads

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/sectors/gold"
)

func TestZZ(t *testing.T) {
	want := os.Getenv("DOCS")
	if want == "" {
		return
	}
	c := newCoder(t)
	root, _ := gold.Root()
	reports, _ := gold.Reports(filepath.Join(root, "data", "samples"), true)
	for _, rep := range reports {
		if rep.Name[0] != 't' || !strings.Contains(want, rep.Name) {
			continue
		}
		r := c.read(rep.Text)
		fmt.Println("=====", rep.Name, rep.Truth.Style)
		for i := range c.codes {
			one := &c.codes[i]
			d := rep.Truth.PublicationDate
			if !c.inForce(one, d < "2016") {
				continue
			}
			v := c.decide(one, r)
			tr := truth(rep, one.Code.Code)
			if tr == "niet_gesteld" || v.status == tr {
				continue
			}
			for _, st := range []data.Status{data.Present, data.ExplicitlyAbsent} {
				if st != v.status && st != tr {
					continue
				}
				dec := &c.decisions.Present
				if st != data.Present {
					dec = &c.decisions.Absent
				}
				o, ws := c.observe(r, one, st)
				fmt.Printf("-- %s truth=%s said=%s  [%s logodds %.2f from %.2f]\n", one.Code.Code, tr, v.status, st, dec.LogOdds(one.Code.Code, o), dec.From[Group(one.Code.Code)])
				for k, w := range ws {
					if k > 1 {
						break
					}
					txt := ""
					for s := w.first; s <= w.last; s++ {
						txt += fmt.Sprintf("<%v>", r.polarity[s]) + rep.Text.Sentences[s].Text + " "
					}
					if len(txt) > 400 {
						txt = txt[:400]
					}
					fmt.Printf("      %.2f %s %s\n", w.score, rep.Text.Sentences[w.first].Section(), txt)
				}
				if st == tr {
					fmt.Println("      EV:", rep.Truth.Evidence[one.Code.Code])
				}
			}
		}
	}
}
