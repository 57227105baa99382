package content

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestDecodeLZW(t *testing.T) {
	// The example of ISO 32000-1, 7.4.4.2.
	got, err := decodeLZW(nil, []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, true, 100)
	if want := []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}; err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %v (%v), want %v", got, err, want)
	}
	if _, err := decodeLZW(nil, []byte{0xFF, 0xFF}, true, 100); !errors.Is(err, errCorrupt) {
		t.Errorf("a code before its definition: %v", err)
	}
}

// TestLZWBothWays packs a text long enough to pass through all widths.
func TestLZWBothWays(t *testing.T) {
	var text strings.Builder
	for i := range 3000 {
		text.WriteString("rode draad " + strings.Repeat("x", i%7) + string(rune('a'+i%26)))
	}
	for _, early := range []bool{true, false} {
		got, err := decodeLZW(nil, encodeLZW(text.String(), early), early, 1<<20)
		if err != nil || string(got) != text.String() {
			t.Errorf("early change %v: %d bytes of %d (%v)", early, len(got), text.Len(), err)
		}
	}
}

// encodeLZW packs as the format says.
func encodeLZW(text string, early bool) []byte {
	var out []byte
	var bits, have uint
	width := uint(9)
	emit := func(code int) {
		bits, have = bits<<width|uint(code), have+width
		for have >= 8 {
			out = append(out, byte(bits>>(have-8)))
			have -= 8
		}
	}
	ahead := 0
	if early {
		ahead = 1
	}
	codes := map[string]int{}
	next := 258
	emit(256)
	code := func(s string) int {
		if len(s) == 1 {
			return int(s[0])
		}
		return codes[s]
	}
	known := text[:1]
	for i := 1; i < len(text); i++ {
		longer := known + text[i:i+1]
		if _, ok := codes[longer]; ok {
			known = longer
			continue
		}
		emit(code(known))
		codes[longer] = next
		next++
		// The reader is one definition behind the writer.
		if next-1+ahead >= 1<<width && width < 12 {
			width++
		}
		if next == 4095 {
			emit(256)
			codes, next, width = map[string]int{}, 258, 9
		}
		known = text[i : i+1]
	}
	emit(code(known))
	emit(257)
	return append(out, byte(bits<<(8-have)))
}

func TestSmallFilters(t *testing.T) {
	if got := decodeHex(nil, []byte("48 61 6C6C 6F7>")); string(got) != "Hallop" {
		t.Errorf("hexadecimal: %q", got)
	}
	if _, err := decode85(nil, []byte("87cz~>"), 100); !errors.Is(err, errCorrupt) {
		t.Errorf("base 85 with z inside a group: %v", err)
	}
	if got, err := decode85(nil, []byte("87cURD]i,\"Ebo80~>"), 100); err != nil || string(got) != "Hello World!" {
		t.Errorf("base 85: %q, %v", got, err)
	}
	if got, err := decodeRunLength(nil, []byte{2, 'a', 'b', 'c', 254, 'x', 128, 'z'}, 100); err != nil || string(got) != "abcxxx" {
		t.Errorf("run length: %q, %v", got, err)
	}
	if _, err := decodeRunLength(nil, bytes.Repeat([]byte{129, 'x'}, 100), 100); !errors.Is(err, ErrLimit) {
		t.Errorf("run length beyond the limit: %v", err)
	}
}

// FuzzFilters checks that no filter makes more than it may.
func FuzzFilters(f *testing.F) {
	f.Add([]byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01})
	f.Add([]byte("87cURD]i,\"Ebo80~>"))
	f.Fuzz(func(t *testing.T, src []byte) {
		const most, slack = 1000, 5000 // one step may pass the limit before it is seen
		for name, decode := range map[string]func() ([]byte, error){
			"LZW":        func() ([]byte, error) { return decodeLZW([]byte("a"), src, true, most) },
			"ASCII85":    func() ([]byte, error) { return decode85([]byte("a"), src, most) },
			"run length": func() ([]byte, error) { return decodeRunLength([]byte("a"), src, most) },
		} {
			out, err := decode()
			if len(out) > most+slack || out[0] != 'a' || err == nil && len(out) > most+1 {
				t.Fatalf("%s: %d bytes, %v", name, len(out), err)
			}
		}
	})
}
