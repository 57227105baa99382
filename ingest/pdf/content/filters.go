package content

import (
	"errors"
	"fmt"

	lpdf "github.com/ledongthuc/pdf"

	"rodedraad/ingest/pdf/precheck"
)

var errCorrupt = errors.New("data is corrupt")

func tooLong(most int) error {
	return fmt.Errorf("stream decodes to more than %d bytes: %w", most, ErrLimit)
}

// decodeHex reads pairs of hexadecimal digits up to ">".
func decodeHex(dst, src []byte) []byte {
	l := &lexer{src: src}
	return append(dst, l.readHex()...)
}

// decode85 reads groups of five base-85 digits up to "~>".
func decode85(dst, src []byte, most int) ([]byte, error) {
	start := len(dst)
	var group [5]uint32
	n := 0
	for i := 0; i < len(src) && src[i] != '~'; i++ {
		if len(dst)-start > most {
			return dst, tooLong(most)
		}
		c := src[i]
		switch {
		case class[c] == space:
			continue
		case c == 'z' && n == 0: // four zeros in one sign: the limit counts these too
			dst = append(dst, 0, 0, 0, 0)
			continue
		case c < '!' || c > 'u':
			return dst, errCorrupt
		}
		group[n] = uint32(c - '!')
		if n++; n == 5 {
			dst = append(dst, ascii85Bytes(group)...)
			n = 0
		}
	}
	if n > 1 {
		for i := n; i < 5; i++ {
			group[i] = 84
		}
		dst = append(dst, ascii85Bytes(group)[:n-1]...)
	}
	if len(dst)-start > most {
		return dst, tooLong(most)
	}
	return dst, nil
}

func ascii85Bytes(group [5]uint32) []byte {
	var v uint32
	for _, d := range group {
		v = v*85 + d
	}
	return []byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}
}

// decodeRunLength reads runs: a length below 128 copies, above 128 repeats.
func decodeRunLength(dst, src []byte, most int) ([]byte, error) {
	start := len(dst)
	for i := 0; i < len(src) && src[i] != 128; {
		n := int(src[i])
		i++
		if n < 128 {
			end := min(i+n+1, len(src))
			dst = append(dst, src[i:end]...)
			i = end
		} else if i < len(src) {
			for range 257 - n {
				dst = append(dst, src[i])
			}
			i++
		}
		if len(dst)-start > most {
			return dst, tooLong(most)
		}
	}
	return dst, nil
}

// decodeLZW reads codes of 9 to 12 bits, most significant bit first. With
// early change, the width grows one code sooner than it must (ISO 32000-1,
// 7.4.4), which is why compress/lzw does not serve.
func decodeLZW(dst, src []byte, early bool, most int) ([]byte, error) {
	const clear, end, first = 256, 257, 258
	var prefix [4096]uint16
	var suffix [4096]byte
	var length [4096]int
	start, next, width, before := len(dst), first, 9, -1
	ahead := 0
	if early {
		ahead = 1
	}
	var bits, have uint
	for _, c := range src {
		bits, have = bits<<8|uint(c), have+8
		if have < uint(width) {
			continue
		}
		have -= uint(width)
		code := int(bits >> have & (1<<width - 1))
		switch {
		case code == end:
			return dst, nil
		case code == clear:
			next, width, before = first, 9, -1
			continue
		case code > next || code == next && before < 0 || before < 0 && code > 255:
			return dst, errCorrupt
		}
		at := len(dst)
		if code < next {
			dst = appendLZW(dst, code, &prefix, &suffix, &length)
		} else { // the code being defined: the text before and its first byte
			dst = appendLZW(dst, before, &prefix, &suffix, &length)
			dst = append(dst, dst[at])
		}
		if before >= 0 && next < 4096 {
			prefix[next], suffix[next] = uint16(before), dst[at]
			length[next] = lzwLength(before, &length) + 1
			next++
		}
		if next+ahead >= 1<<width && width < 12 {
			width++
		}
		before = code
		if len(dst)-start > most {
			return dst, tooLong(most)
		}
	}
	return dst, nil
}

func lzwLength(code int, length *[4096]int) int {
	if code < 256 {
		return 1
	}
	return length[code]
}

// appendLZW appends the bytes of a code, which are found from last to first.
func appendLZW(dst []byte, code int, prefix *[4096]uint16, suffix *[4096]byte, length *[4096]int) []byte {
	n := lzwLength(code, length)
	at := len(dst)
	for range n {
		dst = append(dst, 0)
	}
	for i := at + n - 1; i >= at; i-- {
		if code < 256 {
			dst[i] = byte(code)
			break
		}
		dst[i] = suffix[code]
		code = int(prefix[code])
	}
	return dst
}

// unpredict undoes a PNG or TIFF predictor over rows of 8-bit samples.
func unpredict(data []byte, predictor int64, parms lpdf.Value) ([]byte, error) {
	orDefault := func(key string, otherwise int64) int64 {
		if v := parms.Key(key); v.Kind() == lpdf.Integer {
			return v.Int64()
		}
		return otherwise
	}
	columns, colors := orDefault("Columns", 1), orDefault("Colors", 1)
	if orDefault("BitsPerComponent", 8) != 8 || columns < 1 || columns > 1<<20 || colors < 1 || colors > 32 {
		return nil, errFilter
	}
	return precheck.Unpredict(data, predictor, int(columns*colors), int(colors))
}
