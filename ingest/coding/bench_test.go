package coding

import (
	"testing"

	"rodedraad/data"
)

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		book, err := data.DefaultCodebook()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := New(book); err != nil {
			b.Fatal(err)
		}
	}
}
