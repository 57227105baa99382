package content

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	lpdf "github.com/ledongthuc/pdf"
)

// errFilter is the error of streams whose filter engine 1 does not know.
var errFilter = errors.New("filter not supported")

// streamOffset finds where the data of a stream stands in the file. The object
// layer keeps the offset to itself, but prints it behind a stream's dictionary.
func streamOffset(v lpdf.Value) (int64, bool) {
	s := v.String()
	offset, err := strconv.ParseInt(s[strings.LastIndexByte(s, '@')+1:], 10, 64)
	return offset, err == nil
}

// readStream decodes a stream. The data is the caller's.
func (r *Reader) readStream(v lpdf.Value) ([]byte, error) {
	return r.appendStream(nil, v)
}

// appendStream decodes a stream behind dst. It reads the file itself: the
// object layer lacks filters, checks sums that producers get wrong, and has no
// bound on what a stream inflates to.
func (r *Reader) appendStream(dst []byte, v lpdf.Value) ([]byte, error) {
	raw, err := r.rawStream(v)
	if err != nil {
		return dst, err
	}
	filters, parms := filtersOf(v)
	if len(filters) == 0 {
		return append(dst, raw...), r.account(int64(len(raw)))
	}
	if len(filters) > maxFilters {
		return dst, fmt.Errorf("%d filters: %w", len(filters), ErrLimit)
	}
	for i, name := range filters {
		into := []byte(nil)
		if i == len(filters)-1 {
			into = dst
		}
		raw, err = r.decode(into, raw, name, parms[i])
		if err != nil {
			return dst, fmt.Errorf("%s: %w", name, err)
		}
	}
	return raw, nil
}

// filtersOf returns the names of a stream's filters and their parameters.
func filtersOf(v lpdf.Value) ([]string, []lpdf.Value) {
	filter, parms := v.Key("Filter"), v.Key("DecodeParms")
	switch filter.Kind() {
	case lpdf.Name:
		if parms.Kind() == lpdf.Array {
			parms = parms.Index(0)
		}
		return []string{filter.Name()}, []lpdf.Value{parms}
	case lpdf.Array:
		names := make([]string, filter.Len())
		each := make([]lpdf.Value, filter.Len())
		for i := range names {
			names[i], each[i] = filter.Index(i).Name(), parms.Index(i)
			if filter.Len() == 1 && parms.Kind() == lpdf.Dict {
				each[i] = parms
			}
		}
		return names, each
	}
	return nil, nil
}

// maxFilters bounds a chain of filters; honest files use two.
const maxFilters = 8

// account adds to what the document has inflated.
func (r *Reader) account(n int64) error {
	if r.inflated += n; r.inflated > r.limits.Inflated {
		return fmt.Errorf("document inflates to more than %d bytes: %w", r.limits.Inflated, ErrLimit)
	}
	return nil
}

// rawStream reads the bytes of a stream as they stand in the file.
func (r *Reader) rawStream(v lpdf.Value) ([]byte, error) {
	file, size := r.view.Original()
	offset, ok := streamOffset(v)
	if !ok || offset <= 0 || offset >= size {
		return nil, fmt.Errorf("stream at offset %d of %d", offset, size)
	}
	length := v.Key("Length").Int64()
	if length < 0 || length > size-offset {
		length = 0
	}
	if length == 0 || !endsStream(file, offset+length) {
		if found, ok := findEndStream(file, offset, min(size-offset, r.limits.Stream)); ok {
			length = found
		} else if length == 0 {
			length = min(size-offset, r.limits.Stream) // the file was cut short in it
		}
	}
	r.raw = grow(r.raw, int(length))
	n, err := file.ReadAt(r.raw, offset)
	if n < len(r.raw) && err != nil {
		return nil, err
	}
	return r.view.Decrypt(offset, r.raw), nil
}

func grow(b []byte, n int) []byte {
	if cap(b) < n {
		return make([]byte, n, n+n/4)
	}
	return b[:n]
}

var endStream = []byte("endstream")

// endsStream reports whether "endstream" follows, after white space.
func endsStream(file io.ReaderAt, at int64) bool {
	var b [16]byte
	n, _ := file.ReadAt(b[:], at)
	return bytes.HasPrefix(bytes.TrimLeft(b[:n], "\r\n\t \x00"), endStream)
}

// findEndStream looks for the end of a stream whose /Length is wrong.
func findEndStream(file io.ReaderAt, offset, most int64) (int64, bool) {
	const window = 64 << 10
	b := make([]byte, window)
	for at := int64(0); at < most; at += window - int64(len(endStream)) {
		n, err := file.ReadAt(b, offset+at)
		if i := bytes.Index(b[:n], endStream); i >= 0 {
			return at + int64(len(bytes.TrimRight(b[:i], "\r\n"))), true
		}
		if err != nil {
			return 0, false
		}
	}
	return 0, false
}

// decode applies one filter and appends to dst.
func (r *Reader) decode(dst, src []byte, name string, parms lpdf.Value) ([]byte, error) {
	before := len(dst)
	var err error
	switch name {
	case "FlateDecode", "Fl":
		dst, err = r.inflate(dst, src)
	case "LZWDecode", "LZW":
		early := parms.Key("EarlyChange")
		dst, err = decodeLZW(dst, src, early.Kind() == lpdf.Null || early.Int64() != 0, int(r.limits.Stream))
	case "ASCIIHexDecode", "AHx":
		dst = decodeHex(dst, src)
	case "ASCII85Decode", "A85":
		dst, err = decode85(dst, src, int(r.limits.Stream))
	case "RunLengthDecode", "RL":
		dst, err = decodeRunLength(dst, src, int(r.limits.Stream))
	case "Crypt":
		dst = append(dst, src...)
	default:
		err = errFilter
	}
	if err != nil {
		return dst, err
	}
	if err := r.account(int64(len(dst) - before)); err != nil {
		return dst, err
	}
	if p := parms.Key("Predictor").Int64(); p > 1 {
		tail, err := unpredict(dst[before:], p, parms)
		return append(dst[:before], tail...), err
	}
	return dst, nil
}

// inflate appends what a Flate stream holds. Header and checksum of zlib are
// not looked at: wrong ones are common and the data behind them is good.
func (r *Reader) inflate(dst, src []byte) ([]byte, error) {
	if len(src) < 2 {
		return dst, nil
	}
	r.source.Reset(src[2:])
	if r.flate == nil {
		r.flate = flate.NewReader(&r.source)
	} else if err := r.flate.(flate.Resetter).Reset(&r.source, nil); err != nil {
		return dst, err
	}
	before := len(dst)
	dst = slices.Grow(dst, min(4*len(src), int(r.limits.Stream)))
	for {
		if len(dst) == cap(dst) {
			dst = append(dst, 0)[:len(dst)]
		}
		room := dst[len(dst):min(cap(dst), before+int(r.limits.Stream)+1)]
		n, err := r.flate.Read(room)
		dst = dst[:len(dst)+n]
		if int64(len(dst)-before) > r.limits.Stream {
			return dst, fmt.Errorf("stream inflates to more than %d bytes: %w", r.limits.Stream, ErrLimit)
		}
		if err == io.EOF {
			return dst, nil
		}
		if err != nil {
			return dst, err
		}
	}
}
