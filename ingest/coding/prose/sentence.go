package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviations end in a full stop that does not end a sentence.
var abbreviations = map[string]bool{}

func init() {
	for _, a := range strings.Fields(`a.d.h.v. a.h.v. a.u.b. afd. afb. alg. art. artt. bijl. bijv. blz. bv. b.v. ca.
		c.q. d.d. dd. dhr. d.m.v. d.w.z. dr. drs. e.a. e.d. e.e.a. enz. etc. evt. excl. e.v. fig. gem. hfdst. hr. i.c.
		i.h.b. i.h.k.v. i.m. incl. ing. i.o. i.o.v. ir. i.p.v. i.s.m. i.v.m. jl. jr. kst. m.a.w. m.b.t. m.b.v. mevr.
		m.i. m.i.v. m.m.v. mr. m.u.v. mw. n.a.v. nl. nr. nrs. n.v.t. o.a. o.b.v. o.g.v. o.l.v. o.m. ong. o.v.v. p. par.
		pag. plm. p/a prof. resp. r.-k. sr. st. stb. stcrt. t.a.v. t.b.v. t.g.v. tel. t.h.v. t/m t.n.v. t.o.v. t.w. v.
		v.a. vgl. vlg. vnl. v.w.b. w.o. w.v.k. z.g. zgn. z.i. z.o.z.`) {
		abbreviations[a] = true
	}
}

// Split gives the byte spans of the sentences of a text, without the white
// space between them. A full stop ends a sentence unless it belongs to an
// abbreviation, an initial ("peuter C. is"), a number ("3.2") or is followed
// by a lower-case letter.
func Split(text string) [][2]int {
	var spans [][2]int
	start := 0
	for i := 0; i < len(text); i++ {
		if !endsSentence(text, i) {
			continue
		}
		end := closing(text, i+1)
		spans = appendSpan(spans, text, start, end)
		start, i = end, end-1
	}
	return appendSpan(spans, text, start, len(text))
}

func appendSpan(spans [][2]int, text string, start, end int) [][2]int {
	part := text[start:end]
	left := len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	right := len(strings.TrimRightFunc(part, unicode.IsSpace))
	if left >= right {
		return spans
	}
	return append(spans, [2]int{start + left, start + right})
}

// closing moves past quotes and brackets that belong to the sentence before.
func closing(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(`"'”’»)]`, r) {
			return i
		}
		i += n
	}
	return i
}

func endsSentence(text string, i int) bool {
	switch text[i] {
	case '!', '?':
		return followedBySpace(text, i+1)
	case '.':
		return followedBySpace(text, i+1) && startsSentence(text, i+1) && !abbreviated(text, i)
	case '\n':
		return i+1 < len(text) && text[i+1] == '\n'
	}
	return false
}

func followedBySpace(text string, i int) bool {
	i = closing(text, i)
	if i >= len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsSpace(r)
}

// startsSentence reports whether what follows can open a sentence: anything
// but a lower-case letter.
func startsSentence(text string, i int) bool {
	rest := strings.TrimLeftFunc(text[closing(text, i):], unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(r) || strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ")
}

func followedByDigit(text string, i int) bool {
	rest := strings.TrimLeftFunc(text[i:], unicode.IsSpace)
	return rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// abbreviated reports whether the full stop at i belongs to the word before it.
func abbreviated(text string, i int) bool {
	begin := strings.LastIndexFunc(text[:i], func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("(["+`"'“‘`, r)
	}) + 1
	if begin > 0 && begin <= i {
		_, n := utf8.DecodeRuneInString(text[begin-1:])
		if n > 1 {
			begin += n - 1
		}
	}
	begin = min(begin, i)
	word := text[begin:i]
	if abbreviations[strings.ToLower(word)+"."] {
		return true
	}
	if months[strings.ToLower(word)] > 0 && len(word) <= 4 && followedByDigit(text, i+1) {
		return true // sept. 2015
	}
	r, n := utf8.DecodeRuneInString(word)
	if n == len(word) && unicode.IsUpper(r) {
		return true // an initial: peuter C. was
	}
	// A number at the very start of a line is a list number: "3. De gemeente".
	return begin == 0 && word != "" && strings.Trim(word, "0123456789.") == ""
}
