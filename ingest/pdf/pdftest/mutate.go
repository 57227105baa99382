package pdftest

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"slices"
)

// object matches an object of a file, from its number to its end.
var object = regexp.MustCompile(`(?s)\n\d+ \d+ obj\b.*?\nendobj\b`)

// Mutate damages a copy of a file as transport, disks and bad programs do, and
// says how. The same source of randomness gives the same damage.
func Mutate(r *rand.Rand, content []byte) (damaged []byte, how string) {
	b := slices.Clone(content)
	switch r.IntN(6) {
	case 0:
		for range 1 + r.IntN(32) {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
		return b, "flipped bits"
	case 1:
		return b[:r.IntN(len(b))], "truncated"
	case 2:
		from := r.IntN(len(b))
		return slices.Delete(b, from, min(len(b), from+1+r.IntN(2000))), "lost a part"
	case 3:
		from := r.IntN(len(b))
		clear(b[from:min(len(b), from+1+r.IntN(4096))])
		return b, "zeroed a part"
	case 4:
		return swap(r, b), "swapped objects"
	}
	return duplicate(r, b), "an object twice"
}

// swap exchanges the bodies of two objects: every offset between them is then
// wrong, and every reference to either.
func swap(r *rand.Rand, b []byte) []byte {
	found := object.FindAllIndex(b, -1)
	if len(found) < 2 {
		return b[len(b)/2:]
	}
	i, j := r.IntN(len(found)-1), 0
	j = i + 1 + r.IntN(len(found)-i-1)
	one, other := bodyOf(b, found[i]), bodyOf(b, found[j])
	return slices.Concat(b[:one[0]], b[other[0]:other[1]], b[one[1]:other[0]], b[one[0]:one[1]], b[other[1]:])
}

// duplicate writes an object in another's place: two references lead to one.
func duplicate(r *rand.Rand, b []byte) []byte {
	found := object.FindAllIndex(b, -1)
	if len(found) == 0 {
		return append(b, b...)
	}
	from, to := bodyOf(b, found[r.IntN(len(found))]), bodyOf(b, found[r.IntN(len(found))])
	return slices.Concat(b[:to[0]], b[from[0]:from[1]], b[to[1]:])
}

// bodyOf is an object without its number and its end.
func bodyOf(b []byte, object []int) []int {
	head := bytes.Index(b[object[0]:object[1]], []byte("obj"))
	return []int{object[0] + head + len("obj"), object[1] - len("endobj")}
}
