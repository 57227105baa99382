package precheck

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
)

// inflate decodes a stream of the file's skeleton: a cross-reference stream or
// an object stream. Producers use Flate there, with a PNG predictor or none;
// any other filter is left to the second engine.
func (f *file) inflate(p parsed, most int64) ([]byte, error) {
	length := p.value.key("Length")
	if length.kind == reference && length.n < int64(len(f.entries)) && f.entries[length.n].inStream {
		return nil, fmt.Errorf("stream at offset %d keeps its /Length in an object stream: %w", p.data, errSyntax)
	}
	length, err := f.resolve(length)
	if err != nil {
		return nil, err
	}
	if length.kind != integer || length.n < 0 || length.n > f.size-p.data {
		return nil, fmt.Errorf("stream at offset %d has no usable /Length: %w", p.data, errSyntax)
	}
	filter, parms := p.value.key("Filter"), p.value.key("DecodeParms")
	if filter.kind == array && len(filter.items) == 1 {
		filter = filter.items[0]
		if parms.kind == array && len(parms.items) == 1 {
			parms = parms.items[0]
		}
	}
	var raw io.ReadSeeker = io.NewSectionReader(f.r, p.data, length.n)
	if f.crypt != nil && p.value.key("Type").s != "XRef" {
		data, err := f.window(p.data, int(length.n))
		if err != nil {
			return nil, err
		}
		raw = bytes.NewReader(f.crypt.decrypt(f.crypt.streams, uint32(p.id), uint16(p.gen), data))
	}
	switch {
	case filter.kind == null:
		return readAtMost(raw, most)
	case filter.s != "FlateDecode":
		return nil, fmt.Errorf("stream at offset %d has filter %q: %w", p.data, filter.s, errSyntax)
	}
	// The two bytes of the zlib header are skipped and its checksum is not
	// looked at: many producers write a wrong one.
	raw.Seek(2, io.SeekStart)
	data, err := readAtMost(flate.NewReader(raw), most)
	if err != nil && !(errors.Is(err, io.ErrUnexpectedEOF) && len(data) > 0) {
		return nil, fmt.Errorf("inflate stream at offset %d: %w", p.data, err)
	}
	return unpredict(data, parms)
}

// errTooMuch is what a decompression bomb ends in.
var errTooMuch = errors.New("stream inflates beyond its limit")

func readAtMost(r io.Reader, most int64) ([]byte, error) {
	var b bytes.Buffer
	_, err := io.Copy(&b, io.LimitReader(r, most+1))
	if int64(b.Len()) > most {
		return nil, errTooMuch
	}
	return b.Bytes(), err
}

// unpredict undoes the predictor of a stream of the skeleton.
func unpredict(data []byte, parms value) ([]byte, error) {
	predictor := parms.key("Predictor").n
	if predictor <= 1 {
		return data, nil
	}
	columns, colors, bits := parms.key("Columns").n, parms.key("Colors").n, parms.key("BitsPerComponent").n
	if columns < 1 || columns > 1<<16 || colors > 1 || bits != 0 && bits != 8 {
		return nil, fmt.Errorf("predictor %d over %d columns: %w", predictor, columns, errSyntax)
	}
	return Unpredict(data, predictor, int(columns), 1)
}

// Unpredict undoes a predictor (ISO 32000-1, 7.4.4.4) over rows of width bytes
// and samples of step bytes: 2 is TIFF's, 10 and up are PNG's, where each row
// names its own filter (RFC 2083, section 6). It works in place.
func Unpredict(data []byte, predictor int64, width, step int) ([]byte, error) {
	before := make([]byte, width)
	if predictor == 2 {
		for rest := data; len(rest) >= width; rest = rest[width:] {
			unfilterRow(1, rest[:width], before, step)
		}
		return data, nil
	}
	out := data[:0]
	for len(data) > 1 {
		row := data[1:min(1+width, len(data))]
		if err := unfilterRow(data[0], row, before, step); err != nil {
			return nil, err
		}
		data = data[1+len(row):]
		out = append(out, row...)
		before = out[len(out)-len(row):]
		if len(row) < width {
			break
		}
	}
	return out, nil
}

// unfilterRow undoes the filter of one row, in place.
func unfilterRow(filter byte, row, above []byte, step int) error {
	for i := range row {
		var left, upLeft byte
		if i >= step {
			left, upLeft = row[i-step], above[i-step]
		}
		switch filter {
		case 0:
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			row[i] += paeth(left, above[i], upLeft)
		default:
			return fmt.Errorf("PNG filter %d: %w", filter, errSyntax)
		}
	}
	return nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
