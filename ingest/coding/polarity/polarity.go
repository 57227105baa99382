package polarity

import (
	"strings"

	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// Judge reads sentences. It does not change and may be used by many
// goroutines.
type Judge struct {
	cues *match.Set
}

// negation is the number of the rule for negations, after those of the cues.
var negation = len(cues)

// New compiles the cues.
func New() (*Judge, error) {
	rules := make([]match.Rule, len(cues))
	for i, c := range cues {
		rules[i] = match.Rule{ID: i, Pattern: c.pattern, Concepts: concepts}
	}
	rules = append(rules, match.Rule{ID: negation, Pattern: "{negatie}", Concepts: concepts})
	set, err := match.Compile(rules)
	return &Judge{set}, err
}

// Clause is a part of a sentence with one reading.
type Clause struct {
	First, Last int // places in Sentence.Tokens
	Reading     Reading
	Cue         string // the words that say so; empty for Finds
	Negated     bool   // it holds a negation that no other cue explains
}

// Sentence parts a sentence into clauses and reads each.
func (j *Judge) Sentence(s *prose.Sentence) []Clause {
	if len(s.Tokens) == 0 {
		return nil
	}
	hits := j.cues.Find(s)
	negs := hits[len(hits):]
	// Hits come by rule, so those of the last one stand last.
	for len(hits) > 0 && hits[len(hits)-1].Rule == negation {
		hits, negs = hits[:len(hits)-1], hits[len(hits)-1:len(hits)+len(negs)]
	}
	var out []Clause
	for _, span := range split(s, hits) {
		c := Clause{First: span[0], Last: span[1]}
		for _, h := range negs {
			if h.First >= c.First && h.Last <= c.Last && !bothWays(s, h.First) {
				c.Negated = true
			}
		}
		c.read(s, hits)
		out = append(out, c)
	}
	if asks(s) {
		for i := range out {
			out[i].Reading, out[i].Cue = Asks, "?"
		}
	} else if openers[s.Tokens[0].Lower] {
		out[0].Reading, out[0].Cue = Recommends, s.Tokens[0].Text
	}
	return out
}

// Whole gives the reading of a sentence as a whole: that of its last clause,
// where a Dutch sentence says what it is about to say.
func (j *Judge) Whole(s *prose.Sentence) Reading {
	clauses := j.Sentence(s)
	if len(clauses) == 0 {
		return Finds
	}
	return clauses[len(clauses)-1].Reading
}

// At gives the clause in which a token stands.
func (j *Judge) At(s *prose.Sentence, token int) Clause {
	for _, c := range j.Sentence(s) {
		if token >= c.First && token <= c.Last {
			return c
		}
	}
	return Clause{}
}

// read gives the clause the first reading, in their order, for which it has a
// cue. A failure that is found outweighs a norm, and a negation outweighs
// praise: "niet tijdig", "nooit direct".
func (c *Clause) read(s *prose.Sentence, hits []match.Hit) {
	best := len(names)
	for _, h := range hits {
		if h.First < c.First || h.First > c.Last {
			continue
		}
		r := cues[h.Rule].reading
		if r == Finds {
			c.Reading, c.Cue = Finds, ""
			return
		}
		if r == Praises && c.Negated || r == Prescribes && c.Negated && !prescribesNegation(s, h) {
			continue
		}
		if int(r) < best {
			best = int(r)
			c.Reading, c.Cue = r, words(s, h)
		}
	}
}

// prescribesNegation reports whether a norm forbids ("mag niet", "moet nooit"):
// the negation stands right beside it.
func prescribesNegation(s *prose.Sentence, h match.Hit) bool {
	for i := max(0, h.First-1); i <= min(len(s.Tokens)-1, h.Last+2); i++ {
		switch s.Tokens[i].Lower {
		case "niet", "geen", "nooit":
			return true
		}
	}
	return false
}

func words(s *prose.Sentence, h match.Hit) string {
	from := s.Tokens[h.First].Start - s.Start
	to := s.Tokens[h.Last].End - s.Start
	return s.Text[from:to]
}

// parting words begin a clause that contrasts with what stands before.
var parting = map[string]bool{"maar": true, "toch": true, "echter": true, "doch": true, "niettemin": true, "desondanks": true, "desalniettemin": true, ";": true}

// split parts the tokens at contrasting words, but not inside "niet alleen …
// maar ook" and not at "maar" in the sense of "slechts", which no comma
// precedes.
func split(s *prose.Sentence, hits []match.Hit) [][2]int {
	var out [][2]int
	from := 0
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !parting[t.Lower] || t.Lower == "maar" && s.Tokens[i-1].Lower != "," || both(hits, i) {
			continue
		}
		out = append(out, [2]int{from, i - 1})
		from = i
	}
	return append(out, [2]int{from, len(s.Tokens) - 1})
}

func both(hits []match.Hit, at int) bool {
	for _, h := range hits {
		if strings.HasPrefix(cues[h.Rule].pattern, "niet alleen") && at > h.First && at <= h.Last {
			return true
		}
	}
	return false
}

// bothWays reports whether a negation is the first half of "niet alleen".
func bothWays(s *prose.Sentence, at int) bool {
	return at+1 < len(s.Tokens) && (s.Tokens[at+1].Lower == "alleen" || s.Tokens[at+1].Lower == "slechts")
}

func asks(s *prose.Sentence) bool {
	return strings.HasSuffix(strings.TrimRight(s.Text, `"'”’) `), "?")
}
