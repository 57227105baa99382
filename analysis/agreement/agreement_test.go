package agreement

import (
	"fmt"
	"math"
	"testing"
)

func pairs(variable, code string, both, codedOnly, goldOnly, neither int) []Pair {
	var out []Pair
	add := func(n int, gold, coded bool) {
		for range n {
			out = append(out, Pair{fmt.Sprint(len(out)), variable, code, gold, coded})
		}
	}
	add(both, true, true)
	add(codedOnly, false, true)
	add(goldOnly, true, false)
	add(neither, false, false)
	return out
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > 0.001 {
		t.Errorf("%s: got %.4f, want %.4f", what, got, want)
	}
}

func TestByCode(t *testing.T) {
	all := append(pairs("thema", "T02", 3, 1, 0, 6), pairs("rode_draad", "RD1", 15, 10, 5, 70)...)
	got := ByCode(all)
	if len(got) != 2 || got[0].Code != "RD1" || got[1].Code != "T02" {
		t.Fatalf("got %v", got)
	}
	near(t, "precision", got[0].Precision, 0.6)
	near(t, "recall", got[0].Recall, 0.75)
	near(t, "F1", got[0].F1, 2.0/3)
	near(t, "kappa", got[0].Kappa, 0.5714) // see package statistics for the source
	near(t, "recall from", got[0].RecallRange.Low, 0.5313)
	if got[0].Units != 100 || got[0].GoldUnits != 20 || got[0].Codings != 25 {
		t.Errorf("got %+v", got[0])
	}
}

func TestMicroAndMacroDiffer(t *testing.T) {
	all := append(pairs("thema", "T01", 8, 2, 0, 0), pairs("thema", "T02", 1, 0, 1, 0)...)
	all = append(all, pairs("thema", "T03", 0, 1, 0, 9)...) // never in gold
	near(t, "micro F1", Micro(all)[0].F1, 18.0/22)
	macro := Macros(all)[0]
	near(t, "macro F1", macro.F1, (16.0/18+2.0/3)/2)
	if macro.Codes != 2 {
		t.Errorf("%d codes, want the 2 that gold has", macro.Codes)
	}
}

func TestACodeThatWasNeverCodedCounts(t *testing.T) {
	macro := Macros(pairs("rode_draad", "RD2", 0, 0, 4, 6))[0]
	if macro.F1 != 0 || macro.Precision != 0 {
		t.Errorf("got %+v, want zeros", macro)
	}
}
