package content

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/pdftest"
	"rodedraad/ingest/pdf/precheck"
)

func TestInfoOutlineLabels(t *testing.T) {
	make := func() *pdftest.Document {
		d := pdftest.New()
		font := fmt.Sprintf("/Font<</F1 %d 0 R>>", d.Helvetica())
		var pages []int
		for range 5 {
			pages = append(pages, d.Page("", font, "BT /F1 10 Tf 50 700 Td (a) Tj ET"))
		}
		info := d.Add("<</Title(\\376\\377\\000R\\000o\\000d\\000e\\000 \\000d\\000r\\000a\\000a\\000d)/Author(Caf\\351)/Producer(Maker \\2222\\222)" +
			"/CreationDate(D:20190304101112+01'00')/ModDate(morgen)>>")
		d.Trailer = fmt.Sprintf("/Info %d 0 R", info)
		one, two, three := d.Reserve(), d.Reserve(), d.Reserve()
		d.Set(one, fmt.Sprintf("<</Title(Een)/Dest[%d 0 R/Fit]/First %d 0 R/Next %d 0 R>>", pages[0], two, three))
		d.Set(two, "<</Title(Een.een)/A<</S/GoTo/D(doel)>>>>")
		d.Set(three, fmt.Sprintf("<</Title(Nergens)/Dest/Weg/Next %d 0 R>>", d.Reserve())) // a bookmark that is null
		d.Catalog = fmt.Sprintf("/Lang(nl-NL)/Outlines<</First %d 0 R>>/Names<</Dests<</Names[(doel)[%d 0 R/XYZ 0 0 0]]>>>>", one, pages[3]) +
			"/PageLabels<</Nums[0<</S/r>>2<</S/D/St 7/P(A-)>>4<</P(Omslag)>>]>>"
		return d
	}
	for name, data := range map[string][]byte{"plain": make().Bytes(), "packed": make().Packed()} {
		t.Run(name, func(t *testing.T) {
			r := open(t, data, Limits{})
			want := pdf.Info{Title: "Rode draad", Author: "Café", Producer: "Maker ™2™", Created: "2019-03-04", Language: "nl-NL"}
			if got := r.Info(); got != want {
				t.Errorf("info %+v, want %+v", got, want)
			}
			outline := []pdf.OutlineItem{{Title: "Een", Level: 1, Page: 1}, {Title: "Een.een", Level: 2, Page: 4}, {Title: "Nergens", Level: 1}}
			if got := r.Outline(); fmt.Sprint(got) != fmt.Sprint(outline) {
				t.Errorf("outline %v, want %v", got, outline)
			}
			var labels []string
			for n := 1; n <= r.NumPage(); n++ {
				page, err := r.Page(t.Context(), n)
				if err != nil {
					t.Fatal(err)
				}
				labels = append(labels, page.Label)
			}
			if got := strings.Join(labels, " "); got != "i ii A-7 A-8 Omslag" {
				t.Errorf("labels %q", got)
			}
			if _, err := r.Page(t.Context(), 6); err == nil {
				t.Error("page 6 of 5 was read")
			}
		})
	}
}

func TestOutlineThatComesBack(t *testing.T) {
	d := pdftest.New()
	d.Page("", "", "")
	item := d.Reserve()
	d.Set(item, fmt.Sprintf("<</Title(x)/Next %d 0 R/First %d 0 R>>", item, item))
	d.Catalog = fmt.Sprintf("/Outlines<</First %d 0 R>>", item)
	if n := len(open(t, d.Bytes(), Limits{}).Outline()); n == 0 || n > maxOutline {
		t.Errorf("%d bookmarks", n)
	}
}

func TestNumeral(t *testing.T) {
	for _, tt := range []struct {
		style string
		n     int
		want  string
	}{{"D", 12, "12"}, {"r", 1994, "mcmxciv"}, {"R", 4, "IV"}, {"a", 1, "a"}, {"A", 28, "BB"}, {"", 3, ""}, {"D", -1, ""}} {
		if got := numeral(tt.style, tt.n); got != tt.want {
			t.Errorf("%q %d: got %q, want %q", tt.style, tt.n, got, tt.want)
		}
	}
}

// TestEncryptedFiles reads files that another program encrypted.
func TestEncryptedFiles(t *testing.T) {
	for _, name := range []string{"rc4-40", "rc4-128", "aes-128", "aes-256"} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/" + name + ".pdf")
			if err != nil {
				t.Fatal(err)
			}
			if got := pdf.PlainText(first(t, data)); got != "versleutelde tekst" {
				t.Errorf("got %q", got)
			}
			r := open(t, data, Limits{})
			if got := r.Info(); got.Title != "Rode draad" || got.Created != "2019-03-04" || !r.Encrypted() {
				t.Errorf("info %+v, encrypted %v", got, r.Encrypted())
			}
		})
	}
	for _, name := range []string{"aes-128-password", "aes-256-password"} {
		data, err := os.ReadFile("testdata/" + name + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		_, err = Open(bytes.NewReader(data), int64(len(data)), Limits{})
		if refusal := (*precheck.Refusal)(nil); !errors.As(err, &refusal) || refusal.Reason != precheck.Encrypted {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestEncryptedPackedFile encrypts the streams of a file with object streams,
// in place: RC4 changes no length. The key is worked out here once more, from
// algorithms 2 and 4 of ISO 32000-1.
func TestEncryptedPackedFile(t *testing.T) {
	padding, _ := hex.DecodeString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
	owner := bytes.Repeat([]byte{7}, 32)
	sum := md5.Sum(append(append(append([]byte{}, padding...), owner...), 0xFC, 0xFF, 0xFF, 0xFF, 'i', 'd'))
	key := sum[:5]
	crypt := func(key, data []byte) []byte {
		c, err := rc4.NewCipher(key)
		if err != nil {
			t.Fatal(err)
		}
		out := make([]byte, len(data))
		c.XORKeyStream(out, data)
		return out
	}
	d := pdftest.New()
	info := d.Add("<</Title(Rode draad)>>")
	d.Trailer = fmt.Sprintf("/Info %d 0 R/ID[(id)(id)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%x>/U<%x>>>", info, owner, crypt(key, padding))
	d.Page("", fmt.Sprintf("/Font<</F1 %d 0 R>>", d.Helvetica()), "BT /F1 10 Tf 50 700 Td (ingepakt) Tj ET")
	data := d.Packed()
	streams := regexp.MustCompile(`(?s)(\d+) 0 obj\n<<([^\n]*?)/Length (\d+)>>\nstream\n`)
	for _, m := range streams.FindAllSubmatchIndex(data, -1) {
		id, _ := strconv.Atoi(string(data[m[2]:m[3]]))
		length, _ := strconv.Atoi(string(data[m[6]:m[7]]))
		if bytes.Contains(data[m[4]:m[5]], []byte("/XRef")) {
			continue
		}
		own := md5.Sum(append(append([]byte{}, key...), byte(id), byte(id>>8), 0, 0, 0))
		copy(data[m[1]:], crypt(own[:10], data[m[1]:m[1]+length]))
	}
	if got := pdf.PlainText(first(t, data)); got != "ingepakt" {
		t.Errorf("got %q", got)
	}
	if got := open(t, data, Limits{}).Info().Title; got != "Rode draad" {
		t.Errorf("title %q", got)
	}
}
