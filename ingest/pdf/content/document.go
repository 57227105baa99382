package content

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"rodedraad/ingest/pdf"

	lpdf "github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Engine and Version name this engine in what it reads.
const (
	Engine  = "rodedraad"
	Version = "2"
)

// Info returns the document information. What is broken is left empty.
func (r *Reader) Info() (info pdf.Info) {
	var ignored error
	defer recovered("document information", &ignored)
	r.meter.allow()
	info.Language = documentText(r.catalog.Key("Lang"))
	info.Title = documentText(r.info.Key("Title"))
	info.Author = documentText(r.info.Key("Author"))
	info.Subject = documentText(r.info.Key("Subject"))
	info.Creator = documentText(r.info.Key("Creator"))
	info.Producer = documentText(r.info.Key("Producer"))
	info.Created = isoDate(r.info.Key("CreationDate").RawString())
	info.Modified = isoDate(r.info.Key("ModDate").RawString())
	return info
}

// Tagged reports whether the file says its content is tagged.
func (r *Reader) Tagged() (tagged bool) {
	var ignored error
	defer recovered("mark information", &ignored)
	r.meter.allow()
	return r.catalog.Key("MarkInfo").Key("Marked").Bool()
}

func documentText(v lpdf.Value) string {
	return strings.TrimSpace(textString([]byte(v.RawString())))
}

// textString decodes a text string of the format: UTF-16 or UTF-8 with a byte
// order mark, else PDFDocEncoding, which is close to Windows-1252.
func textString(b []byte) string {
	var s string
	switch {
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		s = utf16Units(b[2:], 0, 1)
	case len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE:
		s = utf16Units(b[2:], 1, 0)
	case len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF:
		s = strings.ToValidUTF8(string(b[3:]), unknown)
	default:
		s = docEncoded(b)
	}
	return norm.NFC.String(strings.Map(withoutControls, s))
}

func withoutControls(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case r < 0x20 || r == 0x7F:
		return -1
	}
	return r
}

func utf16Units(b []byte, high, low int) string {
	units := make([]uint16, 0, len(b)/2)
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, uint16(b[high])<<8|uint16(b[low]))
	}
	return string(utf16.Decode(units))
}

// docHigh is where PDFDocEncoding differs from Windows-1252: 0x18 to 0x1F and
// 0x80 to 0x9F (ISO 32000-1, D.2).
var docHigh = map[byte]rune{
	0x18: '˘', 0x19: 'ˇ', 0x1A: 'ˆ', 0x1B: '˙', 0x1C: '˝', 0x1D: '˛', 0x1E: '˚', 0x1F: '˜',
	0x80: '•', 0x81: '†', 0x82: '‡', 0x83: '…', 0x84: '—', 0x85: '–', 0x86: 'ƒ', 0x87: '⁄',
	0x88: '‹', 0x89: '›', 0x8A: '−', 0x8B: '‰', 0x8C: '„', 0x8D: '“', 0x8E: '”', 0x8F: '‘',
	0x90: '’', 0x91: '‚', 0x92: '™', 0x93: 'ﬁ', 0x94: 'ﬂ', 0x95: 'Ł', 0x96: 'Œ', 0x97: 'Š',
	0x98: 'Ÿ', 0x99: 'Ž', 0x9A: 'ı', 0x9B: 'ł', 0x9C: 'œ', 0x9D: 'š', 0x9E: 'ž', 0xA0: '€',
}

func docEncoded(b []byte) string {
	var s strings.Builder
	for _, c := range b {
		if r, ok := docHigh[c]; ok {
			s.WriteRune(r)
			continue
		}
		s.WriteRune(charmap.ISO8859_1.DecodeByte(c))
	}
	return s.String()
}

// isoDate turns "D:20200824093409+02'00'" into "2020-08-24", "" when it is not
// a date.
func isoDate(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "D:")
	if len(s) < 8 {
		return ""
	}
	year, err1 := strconv.Atoi(s[:4])
	month, err2 := strconv.Atoi(s[4:6])
	day, err3 := strconv.Atoi(s[6:8])
	if err1 != nil || err2 != nil || err3 != nil || year < 1900 || month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:8]
}
