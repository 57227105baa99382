package classifier

// table finds the row of a feature. It is filled once, so it needs no more than
// open addressing; a Go map is three times as slow to fill and to ask, and it is
// asked some hundred times for every sentence.
type table struct {
	slots []slot
	mask  uint64
}

// slot holds half of a feature, the half that does not say where it stands, and
// its row, from 1; 0 where there is none.
type slot struct{ half, row uint32 }

// newTable makes a table that gives each feature its place in the list.
func newTable(features []Feature) table {
	size := 1
	for size < 2*len(features)+1 {
		size *= 2
	}
	t := table{make([]slot, size), uint64(size - 1)}
	for i, f := range features {
		at := uint64(f) & t.mask
		for t.slots[at].row > 0 {
			at = (at + 1) & t.mask
		}
		t.slots[at] = slot{uint32(f >> 32), uint32(i + 1)}
	}
	return t
}

// row gives the row of a feature, or -1. Two features that agree in where they
// stand and in the other half are one; of a million that happens to none.
func (t *table) row(f Feature) int32 {
	half := uint32(f >> 32)
	for at := uint64(f) & t.mask; ; at = (at + 1) & t.mask {
		if s := t.slots[at]; s.row == 0 || s.half == half {
			return int32(s.row) - 1
		}
	}
}
