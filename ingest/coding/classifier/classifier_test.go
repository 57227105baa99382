package classifier

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/data/model"
	"rodedraad/ingest/coding/prose"
)

func defaultModel(t testing.TB) *Model {
	t.Helper()
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	m, err := Default(book)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func sums(m *Model, text string) []Sum {
	var out []Sum
	scorer := m.Scorer()
	passage := prose.FromPassage(text, data.Findings)
	for i := range passage.Sentences {
		out = append(out, scorer.Sentence(&passage.Sentences[i]))
	}
	return out
}

func rows(m *Model) []Row {
	n := len(m.Outputs)
	var out []Row
	for i, f := range slices.Backward(m.keys) {
		row := Row{Feature: f, Rarity: m.rarity[i]}
		for _, w := range m.weights[i*n : i*n+n] {
			row.Weights = append(row.Weights, int8(w))
		}
		out = append(out, row)
	}
	return out
}

// Writing what was read gives the same bytes, whatever the order of the rows.
func TestWeightsRoundTrip(t *testing.T) {
	m := defaultModel(t)
	var file bytes.Buffer
	if err := Write(&file, m.Outputs, m.Scale, m.Bias, rows(m)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(file.Bytes(), model.Passages) {
		t.Fatalf("%d bytes written differ from the %d read", file.Len(), len(model.Passages))
	}
}

func TestWeightsThatAreNotWeights(t *testing.T) {
	var wrong bytes.Buffer
	if err := Write(&wrong, []string{"a"}, nil, nil, nil); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{
		"empty":    nil,
		"no gzip":  []byte("weights"),
		"cut off":  model.Passages[:len(model.Passages)/2],
		"no scale": wrong.Bytes(),
	} {
		if _, err := Read(bytes.NewReader(file), nil); err == nil || !strings.HasPrefix(err.Error(), "weights: ") {
			t.Errorf("%s: got error %v", name, err)
		}
	}
}

// The model has an output for both statuses of every code in the codebook that
// is not an alias, and none for a code the codebook does not know.
func TestOutputsAreTheCodebooks(t *testing.T) {
	m := defaultModel(t)
	book, _ := data.DefaultCodebook()
	want := []string{"bevinding", "lof"}
	for _, name := range []string{data.VarRedThread, data.VarTheme} {
		for _, c := range book.Variable(name).Codes {
			if c.Alias == "" {
				want = append(want, c.Code+" aanwezig", c.Code+" uitdrukkelijk_afwezig")
			}
		}
	}
	got := slices.Sorted(slices.Values(m.Outputs))
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

// A window's score does not depend on what was scored before it.
func TestScoresHaveNoMemory(t *testing.T) {
	m := defaultModel(t)
	text := "Niemand vroeg de moeder of er thuis kinderen waren. De kindcheck bleef leeg."
	fresh := sums(m, text)
	scorer := m.Scorer()
	for _, other := range []string{"De regie ontbrak bij het wijkteam.", text} {
		passage := prose.FromPassage(other, data.Findings)
		for i := range passage.Sentences {
			got := scorer.Sentence(&passage.Sentences[i])
			if other == text && !slices.Equal(got.Scores, fresh[i].Scores) {
				t.Fatalf("sentence %d scores differently after another text", i)
			}
		}
	}
}

// What plainly says a code scores higher for it than for codes it does not
// touch, and the opposite lies on the side of praise.
func TestScoresKnowPlainSentences(t *testing.T) {
	m := defaultModel(t)
	for _, c := range []struct{ text, higher, lower string }{
		{"De behandelaar heeft de patiënt nooit gevraagd of er kinderen in huis waren; de kindcheck is niet gedaan.", "RD1.2 aanwezig", "T22 aanwezig"},
		{"Het contract met de aanbieder liep af en het tarief was te laag, zodat de hulp stopte.", "T22 aanwezig", "RD1.2 aanwezig"},
		{"De jeugdbeschermer sprak het meisje bij elk bezoek alleen en schreef op wat zij zei.", "T05 uitdrukkelijk_afwezig", "T05 aanwezig"},
		{"Niemand had de regie en geen van de instellingen had het overzicht.", "T01 aanwezig", "T01 uitdrukkelijk_afwezig"},
		{"Met een beroep op het beroepsgeheim deelde de huisarts zijn zorgen niet.", "T03 aanwezig", "T13 aanwezig"},
	} {
		s := sums(m, c.text)
		high, low := m.LogOdds(s, m.Output(c.higher)), m.LogOdds(s, m.Output(c.lower))
		if high <= low {
			t.Errorf("%q: %s %.2f is not above %s %.2f", c.text, c.higher, high, c.lower, low)
		}
	}
}

func TestAllLogOddsIsLogOdds(t *testing.T) {
	m := defaultModel(t)
	s := sums(m, "De hulp stopte. Er was geen overdracht en niemand belde.")
	all := make([]float32, len(m.Outputs))
	m.AllLogOdds(s, all)
	for o := range m.Outputs {
		if one := m.LogOdds(s, o); math.Abs(one-float64(all[o])) > 1e-3 {
			t.Errorf("%s: %f and %f", m.Outputs[o], one, all[o])
		}
	}
}

func TestExplainNamesWordsOfTheSentence(t *testing.T) {
	m := defaultModel(t)
	s := &prose.FromPassage("De kindcheck is bij deze patiënt niet uitgevoerd.", data.Findings).Sentences[0]
	words := m.Scorer().Explain(s, m.Output("RD1.2 aanwezig"), 3)
	if len(words) == 0 || s.Tokens[words[0].Token].Lower != "kindcheck" {
		t.Errorf("got %v, want kindcheck first", words)
	}
}

func TestSpaceNamesAWrongConcept(t *testing.T) {
	_, err := NewSpace(map[string][]string{"fout": {"(a|b"}})
	if err == nil || !strings.Contains(err.Error(), "fout") {
		t.Errorf("got error %v", err)
	}
}

func BenchmarkSentence(b *testing.B) {
	m := defaultModel(b)
	s := &prose.FromPassage("De behandelaar heeft de patiënt in anderhalf jaar nooit gevraagd of er kinderen in huis waren en met school is geen contact gezocht.", data.Findings).Sentences[0]
	scorer := m.Scorer()
	for b.Loop() {
		scorer.Sentence(s)
	}
}
