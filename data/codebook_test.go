package data

import "testing"

func TestDefaultCodebookLoads(t *testing.T) {
	b, err := DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	if b.Variable(VarRedThread).Code("RD1").Indicators[0].Pattern == "" {
		t.Fatal("an indicator that is a bare string was lost")
	}
}
