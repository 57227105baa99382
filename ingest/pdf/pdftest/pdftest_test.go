package pdftest

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// Every kind of damage occurs, changes the file, leaves the original alone and
// can be made again.
func TestMutate(t *testing.T) {
	original := Report(2)
	kept := bytes.Clone(original)
	made := map[string]int{}
	a, b := rand.New(rand.NewPCG(1, 2)), rand.New(rand.NewPCG(1, 2))
	for range 300 {
		one, how := Mutate(a, original)
		other, _ := Mutate(b, original)
		if !bytes.Equal(one, other) {
			t.Fatalf("%s: differs from one time to the next", how)
		}
		if !bytes.Equal(one, original) {
			made[how]++
		}
	}
	if !bytes.Equal(original, kept) {
		t.Error("the original was damaged")
	}
	if len(made) != 6 {
		t.Errorf("damage made: %v", made)
	}
	for how, n := range made {
		if n < 20 {
			t.Errorf("%s: %d of 300", how, n)
		}
	}
}

func TestReportsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for n := range 1000 {
		seen[string(Report(n))] = true
	}
	if len(seen) != 1000 {
		t.Errorf("%d different reports of 1000", len(seen))
	}
}
