package recommendations

import (
	"slices"
	"strings"

	"rodedraad/ingest/coding/prose"
)

// jointly reports whether organisations are to do something together: several
// of them are named, by name or by a plural, with a word that says so ("de
// instellingen maken samen …", "beide organisaties spreken af").
func jointly(s *prose.Sentence, list []party) bool {
	several, with := false, counted(s)
	for _, p := range list {
		several = several || p.code == "instelling" && subject(s, p) && pluralIn(s.Tokens[p.first:p.last+1])
	}
	for i := 0; i+1 < len(list); i++ {
		a, b := list[i], list[i+1]
		several = several || joined(s, a.last+1, b.first)
	}
	particle := ""
	for _, t := range s.Tokens {
		if later[t.Lower] {
			break
		}
		with = with || jointWords[t.Lower] || particle != "" && strings.TrimPrefix(t.Lower, "werk") == particle
		if p, ok := agreeing[t.Lower]; ok {
			particle = p
		}
	}
	return several && with
}

// counted reports whether a sentence opens with a number of organisations:
// what "de zeven organisaties" do, they do together.
func counted(s *prose.Sentence) bool {
	i := afterMark(s)
	if i < len(s.Tokens) && s.Tokens[i].Lower == "de" {
		i++
	}
	return i+1 < len(s.Tokens) && numerals[s.Tokens[i].Lower] && organisations(s.Tokens[i+1].Lower)
}

var numerals = words("beide twee drie vier vijf zes zeven acht negen tien")

// later are the words that open a clause about when something is done: who
// does that together is not asked to.
var later = words("nadat voordat zodat wanneer zodra totdat")

// jointWords say that several act as one.
var jointWords = words("samen tezamen gezamenlijk gezamenlijke onderling onderlinge elkaar elkaars afspreken")

// agreeing are the verbs by which several settle something, with what
// completes them: "spreken … af", "komen … overeen", "maken werkafspraken".
var agreeing = map[string]string{"spreken": "af", "komen": "overeen", "leggen": "vast", "stemmen": "af", "maken": "afspraken"}

// enumerated reports whether a sentence opens with a list of three or more, of
// whom one is known: "School, ziekenhuis en gemeente wijzen …".
func enumerated(s *prose.Sentence, list []party) bool {
	commas, words := 0, 0
	for i := afterMark(s); i < len(s.Tokens); i++ {
		switch t := s.Tokens[i]; {
		case t.Text == ",":
			commas, words = commas+1, 0
		case t.Lower == "en":
			return commas > 0 && len(list) > 0 && list[0].first < i
		case t.Kind != prose.Word:
			return false
		default:
			if words++; words > enumeratedWords {
				return false
			}
		}
	}
	return false
}

// enumeratedWords is how many words each in such a list has at most.
const enumeratedWords = 3

func pluralIn(tokens []prose.Token) bool {
	return slices.ContainsFunc(tokens, func(t prose.Token) bool { return organisations(t.Lower) })
}

// organisations reports whether a word is a plural of what organisations are
// called.
func organisations(word string) bool {
	for _, end := range []string{"organisaties", "instellingen", "aanbieders", "instanties", "partijen", "voorzieningen"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// joined reports whether nothing but "en", an article, a comma and the name of
// a place ("de gemeenten in Zuid-Holland en …") stands between two names.
func joined(s *prose.Sentence, from, to int) bool {
	and := false
	for _, t := range s.Tokens[from:max(from, to)] {
		switch t.Lower {
		case "en":
			and = true
		case "de", "het", ",", "een", "in", "van", "uit":
		default:
			if t.Text == t.Lower {
				return false
			}
		}
	}
	return and
}
