package precheck

import "fmt"

// readXrefStream reads a cross-reference stream and returns its dictionary,
// which is the trailer too.
func (f *file) readXrefStream(offset int64) (value, error) {
	got, err := f.objectAt(offset)
	if err != nil {
		return value{}, err
	}
	v := got.value
	if got.data < 0 || v.key("Type").s != "XRef" {
		return value{}, fmt.Errorf("no cross-reference stream: %w", errSyntax)
	}
	if size := v.key("Size"); size.kind != integer || size.n < 0 || size.n > int64(f.limits.Objects) {
		return value{}, refuse(TooManyObjects, "cross-reference stream at offset %d announces /Size %d", offset, size.n)
	}
	widths, err := fieldWidths(v.key("W"))
	if err != nil {
		return value{}, err
	}
	// 20 bytes hold the widest honest entry.
	data, err := f.inflate(got, min(f.limits.Stream, 20*int64(f.limits.Objects)))
	if err != nil {
		return value{}, err
	}
	return v, f.readRecords(v, widths, data)
}

// fieldWidths reads /W: the bytes of the three fields of a record.
func fieldWidths(v value) ([3]int, error) {
	var w [3]int
	if v.kind != array || len(v.items) < 3 {
		return w, fmt.Errorf("cross-reference stream without /W: %w", errSyntax)
	}
	for i := range w {
		x := v.items[i]
		if x.kind != integer || x.n < 0 || x.n > 8 {
			return w, fmt.Errorf("/W of a cross-reference stream holds %d: %w", x.n, errSyntax)
		}
		w[i] = int(x.n)
	}
	if w[0]+w[1]+w[2] == 0 {
		return w, fmt.Errorf("/W of a cross-reference stream is zero: %w", errSyntax)
	}
	return w, nil
}

func (f *file) readRecords(v value, w [3]int, data []byte) error {
	index := v.key("Index").items
	if v.key("Index").kind != array {
		index = []value{{kind: integer}, v.key("Size")}
	}
	if len(index)%2 == 1 {
		return fmt.Errorf("/Index of odd length: %w", errSyntax)
	}
	record := w[0] + w[1] + w[2]
	for ; len(index) > 0; index = index[2:] {
		start, count := index[0].n, index[1].n
		if index[0].kind != integer || index[1].kind != integer {
			return fmt.Errorf("/Index holds something else than numbers: %w", errSyntax)
		}
		if err := f.checkRange(start, count); err != nil {
			return err
		}
		if int64(len(data)) < count*int64(record) {
			return fmt.Errorf("stream ends before object %d: %w", start+count, errSyntax)
		}
		for i := range int(count) {
			f.setRecord(int(start)+i, w, data[i*record:])
		}
		data = data[int(count)*record:]
	}
	return nil
}

func (f *file) setRecord(id int, w [3]int, b []byte) {
	kind := int64(1)
	if w[0] > 0 {
		kind = bigEndian(b[:w[0]])
	}
	second := bigEndian(b[w[0] : w[0]+w[1]])
	third := bigEndian(b[w[0]+w[1] : w[0]+w[1]+w[2]])
	switch kind {
	case 0:
		f.set(id, entry{})
	case 1:
		f.set(id, entry{used: true, offset: second, gen: uint16(third)})
	case 2:
		f.set(id, entry{used: true, inStream: true, stream: uint32(second), offset: third})
	}
}

func bigEndian(b []byte) int64 {
	var n int64
	for _, c := range b {
		n = n<<8 | int64(c)
	}
	return n
}
