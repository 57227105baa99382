package train

import (
	"bytes"
	"fmt"
	"slices"
)

// figures describes how well the scores tell passages apart that the fit had
// not seen: average precision, the mean of the precision at each passage that
// has the output, best score first. Chance would give the share.
func (t *trainer) figures(scores [][]float64, size int, all bool, decisions []string) []byte {
	var b bytes.Buffer
	part := "without those for testing"
	if all {
		part = "those for testing included"
	}
	fmt.Fprintf(&b, "# Figures of the weights\n\nWritten by the command that trains them; do not edit.\n\n")
	sentences := 0
	for i := range t.passages {
		if t.passages[i].document > 0 {
			sentences++
		}
	}
	fmt.Fprintf(&b, "%d passages (%s) and %d windows of sample reports, %d features, %d bytes. Average precision by %d-fold cross-validation, on the passages.\n\n", len(t.passages)-sentences, part, sentences, len(t.features), size, folds)
	fmt.Fprintf(&b, "| output | passages | average precision |\n|---|---|---|\n")
	labels := t.labels()
	mean := [2]float64{}
	for o, name := range t.outputs() {
		ap, n := averagePrecision(scores, o, func(i int) (bool, bool) {
			yes, cost := labels[o](&t.passages[i])
			return yes, cost > 0 && t.passages[i].document == 0
		})
		if o < 2*len(t.codes) {
			mean[o%2] += ap / float64(len(t.codes))
		}
		fmt.Fprintf(&b, "| %s | %d | %.2f |\n", name, n, ap)
	}
	fmt.Fprintf(&b, "\nMean over codes: present %.3f, explicitly absent %.3f.\n", mean[0], mean[1])
	fmt.Fprintf(&b, "\nDecisions about a document, on reports for tuning that neither the weights nor the decision had seen:\n\n")
	for _, line := range decisions {
		fmt.Fprintf(&b, "- %s\n", line)
	}
	return b.Bytes()
}

func averagePrecision(scores [][]float64, output int, label func(i int) (yes, counts bool)) (float64, int) {
	var order []int
	for i := range scores {
		if _, counts := label(i); counts {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch d := scores[b][output] - scores[a][output]; {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	})
	hits, sum := 0, 0.0
	for rank, i := range order {
		if yes, _ := label(i); yes {
			hits++
			sum += float64(hits) / float64(rank+1)
		}
	}
	return sum / max(float64(hits), 1), hits
}
