package classifier

// table finds the row of a feature. It is filled once, so it needs no more than
// open addressing; a Go map is three times as slow to fill and to ask, and it is
// asked some hundred times for every sentence.
type table struct {
	keys []Feature
	rows []int32 // -1 where there is no key
	mask uint64
}

// newTable makes a table that gives each feature its place in the list.
func newTable(features []Feature) table {
	size := 1
	for size < 2*len(features)+1 {
		size *= 2
	}
	t := table{make([]Feature, size), make([]int32, size), uint64(size - 1)}
	for i := range t.rows {
		t.rows[i] = -1
	}
	for i, f := range features {
		at := uint64(f) & t.mask
		for t.rows[at] >= 0 && t.keys[at] != f {
			at = (at + 1) & t.mask
		}
		t.keys[at], t.rows[at] = f, int32(i)
	}
	return t
}

// row gives the row of a feature, or -1.
func (t *table) row(f Feature) int32 {
	for at := uint64(f) & t.mask; ; at = (at + 1) & t.mask {
		if r := t.rows[at]; r < 0 || t.keys[at] == f {
			return r
		}
	}
}
