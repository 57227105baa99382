package prose

import "rodedraad/data"

// Text is a document cut into sentences.
type Text struct {
	Pages     []data.Page
	Passages  []data.Passage
	Sentences []Sentence
}

// Sentence is one sentence of a passage. Its offsets, and those of its tokens,
// count bytes of the passage's text.
type Sentence struct {
	Number     int // place in Text.Sentences, from 0
	Passage    *data.Passage
	Start, End int
	Text       string // Passage.Text[Start:End]
	Tokens     []Token
}

// Section is the role of the section in which the sentence stands.
func (s *Sentence) Section() data.SectionRole { return s.Passage.Section }

// First reports whether the sentence opens its passage.
func (s *Sentence) First() bool { return s.Start == 0 }

// Words gives the tokens that are words or numbers, without punctuation.
func (s *Sentence) Words() []Token {
	out := make([]Token, 0, len(s.Tokens))
	for _, t := range s.Tokens {
		if t.Kind != Mark {
			out = append(out, t)
		}
	}
	return out
}

// Read cuts a document's passages into sentences. Headings, list items and
// table rows are sentences of their own passage; nothing is left out, so that
// coders decide by section role and kind what counts.
func Read(pages []data.Page, passages []data.Passage) *Text {
	t := &Text{Pages: pages, Passages: passages}
	for i := range t.Passages {
		p := &t.Passages[i]
		for _, span := range Split(p.Text) {
			s := Sentence{Number: len(t.Sentences), Passage: p, Start: span[0], End: span[1]}
			s.Text = p.Text[s.Start:s.End]
			s.Tokens = Tokens(s.Text, s.Start)
			t.Sentences = append(t.Sentences, s)
		}
	}
	return t
}

// FromPassage makes a text of a single passage on a single page, as labelled
// passages and tests have it.
func FromPassage(text string, section data.SectionRole) *Text {
	page := data.Page{Number: 1, Text: text}
	passage := data.Passage{
		Number: 1, Page: 1, Section: section, Kind: data.Paragraph,
		End: len(text), Text: text,
		Pieces: []data.Piece{{Page: 1, Length: len(text)}},
	}
	return Read([]data.Page{page}, []data.Passage{passage})
}
