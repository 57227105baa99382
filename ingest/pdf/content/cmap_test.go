package content

import (
	"fmt"
	"strings"
	"testing"
)

func TestCMap(t *testing.T) {
	m := parseCMap([]byte(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap
		/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) >> def /WMode 1 def
		2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange
		3 beginbfchar <01> <0041> <8002> <00660069> <03> /eacute endbfchar
		4 beginbfrange <10> <12> <0061> <8010> <8012> [<0078> <D83DDE00> <>] <20> <1F> <0041> <00> <FFFFFFFF> <0041> endbfrange
		1 begincidrange <8000> <8005> 100 endcidrange 1 begincidchar <05> 7 endcidchar
		endcmap`))
	want := map[uint32]string{1: "A", 0x8002: "fi", 3: "é", 0x10: "a", 0x11: "b", 0x12: "c", 0x8010: "x", 0x8011: "😀", 0x8012: ""}
	if fmt.Sprint(m.text) != fmt.Sprint(want) {
		t.Errorf("texts %v, want %v", m.text, want)
	}
	if m.cids[0x8005] != 105 || m.cids[5] != 7 || len(m.cids) != 7 {
		t.Errorf("cids %v", m.cids)
	}
	if !m.vertical {
		t.Error("writing mode 1 is vertical")
	}
	f := &font{composite: true, spaces: m.spaces}
	for _, tt := range []struct {
		s    string
		code uint32
		n    int
	}{{"\x01\x02", 1, 1}, {"\x80\x02", 0x8002, 2}, {"\x7F", 0x7F, 1}, {"\x80", 0x80, 1}} {
		if code, n := f.next([]byte(tt.s)); code != tt.code || n != tt.n {
			t.Errorf("%q: code %x of %d bytes, want %x of %d", tt.s, code, n, tt.code, tt.n)
		}
	}
}

func TestCMapOfLongBlocks(t *testing.T) {
	var b strings.Builder
	b.WriteString("beginbfchar ")
	for i := range 5000 {
		fmt.Fprintf(&b, "<%04X> <%04X> ", i, i+0x100)
	}
	b.WriteString("endbfchar")
	if m := parseCMap([]byte(b.String())); len(m.text) != 5000 || m.text[4999] != string(rune(4999+0x100)) {
		t.Errorf("%d texts", len(m.text))
	}
}

// FuzzCMap checks the bounds of what a CMap can make, and that cutting codes
// from a string always moves on and never past its end.
func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <0041> endbfrange"), []byte("abc"))
	f.Add([]byte("1 begincodespacerange <0000> <FFFF> <00> <80> endcodespacerange"), []byte("\x81\x00\x01"))
	f.Fuzz(func(t *testing.T, src, s []byte) {
		m := parseCMap(src)
		if len(m.text) > maxMapped || len(m.cids) > maxMapped || len(m.spaces) > 100 {
			t.Fatalf("%d texts, %d cids, %d spaces", len(m.text), len(m.cids), len(m.spaces))
		}
		font := &font{composite: true, spaces: m.spaces}
		for len(s) > 0 {
			_, n := font.next(s)
			if n < 1 || n > len(s) || n > 4 {
				t.Fatalf("code of %d bytes in %d", n, len(s))
			}
			s = s[n:]
		}
		for _, text := range m.text {
			if p := plain(text); plain(p) != p {
				t.Fatalf("plain form of %q is not stable", text)
			}
		}
	})
}
