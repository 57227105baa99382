package prose

import (
	"strconv"
	"strings"
)

// Numeral is a number in a sentence, in words or in figures.
type Numeral struct {
	Value      float64 // 3; 1.5 for "anderhalf"; 119000
	Ordinal    bool    // "derde", "3e"
	Article    bool    // "een" without accents, which may be the article
	First      int     // place of its token in Sentence.Tokens
	Last       int     // place of its last token
	Start, End int     // bytes of the passage's text
}

// Int gives the value as a whole number; ok is false when it is not one.
func (n Numeral) Int() (value int64, ok bool) {
	v := int64(n.Value)
	return v, float64(v) == n.Value
}

// maxNumber bounds what is read as a number: larger ones are reference codes.
const maxNumber = 1e12

// Numbers gives the numbers of a sentence, in order: "drie", "119.000",
// "2,5", "anderhalf", "1,5 miljoen", "eenentwintig". Parts of dates are
// numbers too; a caller who wants neither asks [Sentence.Dates] first.
func (s *Sentence) Numbers() []Numeral {
	var out []Numeral
	for i := 0; i < len(s.Tokens); i++ {
		t := s.Tokens[i]
		n := Numeral{First: i, Last: i, Start: t.Start, End: t.End}
		if t.Kind == Mark {
			continue
		}
		if v, ok := ParseNumber(t.Lower); ok {
			n.Value = v
			n.Article = t.Lower == "een" && !strings.ContainsAny(t.Text, "éÉ")
		} else if v, ok := ParseOrdinal(t.Lower); ok {
			n.Value, n.Ordinal = v, true
		} else {
			continue
		}
		if i+1 < len(s.Tokens) && !n.Ordinal {
			if scale, ok := scales[s.Tokens[i+1].Lower]; ok && n.Value*scale < maxNumber {
				i++
				n.Value *= scale
				n.Last, n.End, n.Article = i, s.Tokens[i].End, false
			}
		}
		out = append(out, n)
	}
	return out
}

var scales = map[string]float64{
	"duizend": 1e3, "miljoen": 1e6, "miljard": 1e9,
	"thousand": 1e3, "million": 1e6, "billion": 1e9,
}

var units = map[string]float64{
	"nul": 0, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
	"negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
	"zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
}

var tens = map[string]float64{
	"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
	"tachtig": 80, "negentig": 90,
}

// special holds numbers that are not built from parts, and the English ones a
// report in English counts with.
var special = map[string]float64{
	"anderhalf": 1.5, "anderhalve": 1.5, "tweeenhalf": 2.5, "tweeenhalve": 2.5, "drieenhalf": 3.5,
	"drieenhalve": 3.5, "vierenhalf": 4.5, "vijfenhalf": 5.5, "zesenhalf": 6.5, "zevenenhalf": 7.5,
	"achtenhalf": 8.5, "negenenhalf": 9.5, "half": 0.5, "halve": 0.5, "geen": 0, "beide": 2, "ene": 1,
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
	"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
}

// notNumbers are parts of the table above that are numbers only inside other
// patterns ("geen kinderen", "beide jongens"), never by themselves.
var notNumbers = map[string]bool{"geen": true, "beide": true, "ene": true, "half": true, "halve": true}

// ParseNumber reads one folded word (see [Fold]) as a number: figures with
// Dutch thousands and decimals, or a number word up to 999,999.
func ParseNumber(lower string) (float64, bool) {
	if lower == "" || len(lower) > 48 {
		return 0, false
	}
	if lower[0] >= '0' && lower[0] <= '9' {
		return figures(lower)
	}
	if !numberEnding(lower) || notNumbers[lower] {
		return 0, false
	}
	if v, ok := special[lower]; ok {
		return v, true
	}
	return words(lower)
}

// figures reads "119.000", "2,5" and "2016". "4.1.8" and "3.2" are section
// numbers, "08" is part of a date or telephone number but reads as 8.
func figures(s string) (float64, bool) {
	whole, decimals, found := strings.Cut(s, ",")
	if found && (decimals == "" || strings.Trim(decimals, "0123456789") != "") {
		return 0, false
	}
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if strings.Trim(g, "0123456789") != "" || g == "" || i > 0 && len(g) != 3 || len(groups) > 1 && len(g) > 3 {
			return 0, false
		}
	}
	text := strings.Join(groups, "")
	if found {
		text += "." + decimals
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && v < maxNumber
}

// numberEnding reports whether a word ends like a number word. Nearly all words
// of a report end otherwise, and asking this first is what makes looking for
// numbers cheap.
func numberEnding(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[len(s)-3:] {
	case "nul", "een", "wee", "rie", "ier", "ijf", "zes", "ven", "cht", "gen", "ien", "elf", "alf", "tig", "erd", "end":
		return true
	case "lve", "ero", "one", "two", "ree", "our", "ive", "six", "ght", "ine", "ten", "nty", "rty":
		return true
	}
	return false
}

// words reads a Dutch number word from left to right: thousands, hundreds,
// and the rest below a hundred.
func words(s string) (float64, bool) {
	if !numberEnding(s) {
		return 0, false
	}
	if before, after, found := strings.Cut(s, "duizend"); found {
		return scaled(before, after, 1000)
	}
	return belowThousand(s)
}

func scaled(before, after string, scale float64) (float64, bool) {
	head, ok := 1.0, true
	if before != "" {
		head, ok = belowThousand(before)
	}
	rest, restOK := 0.0, true
	if after = strings.TrimPrefix(after, "en"); after != "" {
		rest, restOK = belowThousand(after)
	}
	return head*scale + rest, ok && restOK
}

func belowThousand(s string) (float64, bool) {
	if before, after, found := strings.Cut(s, "honderd"); found {
		head, ok := 1.0, true
		if before != "" {
			head, ok = belowHundred(before)
		}
		rest, restOK := 0.0, true
		if after != "" {
			rest, restOK = belowHundred(strings.TrimPrefix(after, "en"))
		}
		return head*100 + rest, ok && restOK
	}
	return belowHundred(s)
}

func belowHundred(s string) (float64, bool) {
	if v, ok := units[s]; ok {
		return v, true
	}
	if v, ok := tens[s]; ok {
		return v, true
	}
	for ten, v := range tens {
		head, found := strings.CutSuffix(s, "en"+ten)
		if !found {
			continue
		}
		if unit, ok := units[strings.TrimSuffix(head, "-")]; ok && unit >= 1 && unit <= 9 {
			return v + unit, true
		}
	}
	return 0, false
}

var ordinals = map[string]float64{
	"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7,
	"achtste": 8, "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12, "first": 1, "second": 2, "third": 3,
}

// ParseOrdinal reads one folded word as a rank: "derde", "3e", "12de",
// "achttiende", "eenentwintigste".
func ParseOrdinal(lower string) (float64, bool) {
	if lower == "" {
		return 0, false
	}
	switch lower[len(lower)-1] {
	case 'e', 'h', 'd', 't':
	default:
		return 0, false
	}
	if v, ok := ordinals[lower]; ok {
		return v, true
	}
	for _, ending := range []string{"ste", "de", "e", "th", "nd", "rd", "st"} {
		head, found := strings.CutSuffix(lower, ending)
		if !found || head == "" {
			continue
		}
		if head[0] >= '0' && head[0] <= '9' {
			v, err := strconv.Atoi(head)
			return float64(v), err == nil && v < 1000
		}
		if v, ok := words(head); ok && v > 12 && (ending == "ste" || ending == "de") {
			return v, true
		}
	}
	return 0, false
}
