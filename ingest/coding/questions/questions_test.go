package questions

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// coded gives the findings of one variable as "code value", sorted as found.
func coded(t testing.TB, c *Coder, r *data.Record, variable string) []string {
	r.Findings = nil
	c.Code(prose.Read(r.Pages, r.Passages), r)
	if err := r.Verify(); err != nil {
		t.Error(err)
	}
	var out []string
	for _, f := range r.Findings {
		if f.Reason == "" || f.Rule == "" || f.Coder != Name {
			t.Errorf("finding %+v lacks a reason, rule or coder", f)
		}
		for _, e := range f.Evidence {
			if len(strings.Fields(e.Quote)) > data.MaxQuoteWords {
				t.Errorf("quote of %d words", len(strings.Fields(e.Quote)))
			}
		}
		if f.Variable == variable {
			out = append(out, strings.TrimSpace(f.Code+" "+f.Value))
		}
	}
	return out
}

// document makes a record of passages, each on its own line of one page.
func document(section data.SectionRole, kindAndText ...any) *data.Record {
	r := &data.Record{}
	page := ""
	for i := 0; i < len(kindAndText); i += 2 {
		text := kindAndText[i+1].(string)
		r.Passages = append(r.Passages, data.Passage{
			Number: i/2 + 1, Page: 1, Section: section, Kind: kindAndText[i].(data.PassageKind), HeadingPath: "Kop",
			Start: len(page), End: len(page) + len(text), Text: text,
			Pieces: []data.Piece{{Page: 1, PageStart: len(page), Length: len(text)}},
		})
		page += text + "\n"
	}
	r.Pages = []data.Page{{Number: 1, Text: page}}
	return r
}

func TestQuestions(t *testing.T) {
	c := newCoder(t)
	all := "BV1 genoemd, BV2 genoemd, BV3 genoemd, BV4 genoemd, BV5 genoemd"
	tests := []struct {
		section data.SectionRole
		parts   []any
		want    string
	}{
		{data.Findings, []any{data.Paragraph, "Wie lette er op de kinderen? Niemand, zo bleek in de gesprekken."}, "BV1 onbeantwoord"},
		{data.Findings, []any{data.Paragraph, "Wie lette er op de kinderen? Oma, elke middag, en het wijkteam wist dat."}, "BV1 beantwoord"},
		{data.Findings, []any{data.Paragraph, "De vraag wie de regie had, bleef zonder antwoord."}, "BV4 onbeantwoord"},
		{data.Conclusions, []any{data.Paragraph, "De vraag wie de regie had, was voor iedereen duidelijk te beantwoorden."}, "BV4 beantwoord"},
		{data.Findings, []any{data.Paragraph, "Wie wat in beeld had, is nooit besproken."}, "BV2 onbeantwoord"},
		{data.Findings, []any{data.Paragraph, "Is de problematiek oplosbaar? Daarover is niet gesproken; niemand stelde die vraag."}, "BV3 onbeantwoord"},
		{data.Findings, []any{data.Paragraph, "Wanneer en hoe vaak zou worden teruggekeken, is niet afgesproken."}, "BV5 onbeantwoord"},
		{data.Findings, []any{data.TableRow, "Wie heeft de regie? De jeugdbeschermer, vanaf mei."}, "BV4 beantwoord"},
		{data.Findings, []any{data.TableRow, "Is de problematiek oplosbaar? Daar hebben wij het nooit over gehad."}, "BV3 onbeantwoord"},
		{data.Findings, []any{data.Heading, "Wie had de regie?", data.Paragraph, "Vijf organisaties noemden een ander."}, "BV4 onbeantwoord"},
		{data.Occasion, []any{data.Paragraph, "De vragen zijn: wie let er op de kinderen, wie heeft wat in beeld, is de problematiek oplosbaar, wie heeft de regie en wanneer wordt teruggekeken?"}, all},
		{data.Findings, []any{data.Paragraph, "Wie let op de kinderen, wie heeft wat in beeld, is het oplosbaar en wie heeft de regie? In deze zaak bleef de tweede en de vierde vraag zonder antwoord."},
			"BV1 genoemd, BV2 onbeantwoord, BV3 genoemd, BV4 onbeantwoord"},
		{data.OtherSection, []any{data.ListItem, "Wie let er op de kinderen?", data.ListItem, "Wie heeft er wat in beeld?", data.ListItem, "Wie heeft de regie?",
			data.Paragraph, "Op maandag is er een congres."}, "BV1 genoemd, BV2 genoemd, BV4 genoemd"},
		{data.Findings, []any{data.Paragraph, "Wij legden de vijf vragen naast het dossier. Op de baby werd gelet door de tante. Een dag om terug te kijken is nooit geprikt."}, "BV1 beantwoord"},
		{data.Findings, []any{data.Paragraph, "Er was geen afspraak wie over opschaling beslist."}, "BV4 onbeantwoord"},
		{data.Findings, []any{data.Paragraph, "Of iemand terugkeek, en hoe vaak, op die vraag kwam geen antwoord."}, "BV5 onbeantwoord"},
		{data.Findings, []any{data.Heading, "Wie heeft de regie?", data.Paragraph, "In het plan staat een naam. Haar taak is niet opgevolgd. Het ene plan kende het andere niet."}, "BV4 onbeantwoord"},
		{data.Recommendations, []any{data.Paragraph, "Leg in een afspraak vast wie over opschaling beslist."}, ""},
		// Not posed: the theme alone is no question.
		{data.Findings, []any{data.Paragraph, "Niemand had de regie en de kinderen waren niet in beeld."}, ""},
		{data.Findings, []any{data.Paragraph, "De schulden waren niet op te lossen en er is niet teruggekeken."}, ""},
		{data.Conclusions, []any{data.Paragraph, "Wie de regie had, was voor iedereen duidelijk."}, ""},
		{data.Recommendations, []any{data.Paragraph, "Spreek af wie de regie heeft."}, ""},
		{data.Norms, []any{data.Paragraph, "Duidelijk is wie de regie heeft."}, ""},
		{data.Contents, []any{data.Paragraph, "3.2 Wie had de regie? 14"}, ""},
	}
	for _, test := range tests {
		r := document(test.section, test.parts...)
		if got := strings.Join(coded(t, c, r, data.VarQuestion), ", "); got != test.want {
			t.Errorf("%v:\n got %s\nwant %s", test.parts, got, test.want)
		}
	}
}

// TestListed says what becomes of questions that a document only lists.
func TestListed(t *testing.T) {
	c := newCoder(t)
	list := "De vragen zijn: wie let er op de kinderen, is de problematiek oplosbaar en wie heeft de regie?"
	tests := []struct{ kind, told, want string }{
		{"inspectierapport", "De school deed haar werk.", "BV1 genoemd, BV3 genoemd, BV4 genoemd"},
		{"inspectierapport", "Van regie was geen sprake, en afspraken daarover bestonden nergens.", "BV1 genoemd, BV3 genoemd, BV4 onbeantwoord"},
		{"inspectierapport", "De regie lag al die tijd bij het wijkteam.", "BV1 genoemd, BV3 genoemd, BV4 beantwoord"},
		{"brief", "De school deed haar werk.", "BV1 genoemd, BV3 genoemd, BV4 genoemd"},
		{"handreiking", "De school deed haar werk.", ""},
		{"overig", "De regie lag al die tijd bij het wijkteam.", ""},
	}
	for _, test := range tests {
		r := document(data.Occasion, data.Paragraph, list, data.Paragraph, test.told)
		r.Document.Kind = test.kind
		r.Passages[len(r.Passages)-1].Section = data.Findings
		if got := strings.Join(coded(t, c, r, data.VarQuestion), ", "); got != test.want {
			t.Errorf("%s, %q:\n got %s\nwant %s", test.kind, test.told, got, test.want)
		}
	}
}

func TestJudgements(t *testing.T) {
	c := newCoder(t)
	tests := []struct {
		parts []any
		want  string
	}{
		{[]any{data.Paragraph, "De inspectie beoordeelt het handelen van het wijkteam als onvoldoende."}, "onvoldoende gemeente_wijkteam"},
		{[]any{data.Paragraph, "Het consultatiebureau heeft zorgvuldig gehandeld."}, "adequaat jgz"},
		{[]any{data.Paragraph, "Het optreden van de politie was adequaat."}, "adequaat politie"},
		{[]any{data.Paragraph, "De gecertificeerde instelling schoot ernstig tekort."}, "ernstig_tekort jeugdbescherming"},
		{[]any{data.Heading, "2.3 Consultatiebureau", data.Paragraph, "Oordeel: goed."}, "adequaat jgz"},
		{[]any{data.Heading, "2.4 Ziekenhuis en Veilig Thuis", data.Paragraph, "Oordeel: goed."}, ""},
		{[]any{data.TableRow, "Sociaal team Hulp 2015–2017 matig"}, "matig gemeente_wijkteam"},
		{[]any{data.Paragraph, "De huisarts handelde volgens de stappen van de meldcode. De huisarts is daarna tekortgeschoten."}, "onvoldoende huisarts"},
		{[]any{data.Paragraph, "De inspectie houdt geen toezicht op de school."}, "geen_oordeel onderwijs"},
		{[]any{data.Paragraph, "Het wijkteam had onvoldoende tijd."}, ""},
	}
	for _, test := range tests {
		if got := strings.Join(coded(t, c, document(data.Findings, test.parts...), data.VarJudgement), ", "); got != test.want {
			t.Errorf("%v: got %q, want %q", test.parts, got, test.want)
		}
	}
	r := document(data.Norms, data.Paragraph, "Het handelen van het wijkteam is onvoldoende als het kind niet is gezien.")
	if got := coded(t, c, r, data.VarJudgement); len(got) != 0 {
		t.Errorf("a norm judges: %v", got)
	}
}

func TestMethodsAndPreventability(t *testing.T) {
	c := newCoder(t)
	tests := []struct{ variable, text, want string }{
		{data.VarMethod, "De analyse is uitgevoerd met PRISMA.", "prisma"},
		{data.VarMethod, "Zijn broer Prisma was op school De Prisma.", ""},
		{data.VarMethod, "Er is gekozen voor een leerreview met alle betrokkenen.", "learning_together"},
		{data.VarMethod, "De inspectie heeft onderzoek gedaan naar het handelen van de GI.", "inspectieonderzoek"},
		{data.VarMethod, "De instelling heeft een eigen onderzoek ingediend.", "feitenrelaas_instelling"},
		{data.VarMethod, "Een onafhankelijke commissie kreeg de opdracht.", "onafhankelijke_commissie"},
		{data.VarPreventability, "Over de vraag of het overlijden voorkomen had kunnen worden, doet de inspectie geen uitspraak.", "expliciet_geen_uitspraak"},
		{data.VarPreventability, "Of zij nog had geleefd, kan de commissie niet zeggen.", "expliciet_geen_uitspraak"},
		{data.VarPreventability, "De commissie concludeert dat het overlijden niet te voorkomen was.", "uitspraak_niet_vermijdbaar"},
		{data.VarPreventability, "Het overlijden had volgens de inspecties voorkomen kunnen worden.", "uitspraak_vermijdbaar"},
		{data.VarPreventability, "Om herhaling te voorkomen is scholing nodig.", ""},
	}
	for _, test := range tests {
		got := coded(t, c, document(data.Conclusions, data.Paragraph, test.text), test.variable)
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: got %v, want %q", test.text, got, test.want)
		}
	}
}

// TestExamples codes the examples of the codebook.
func TestExamples(t *testing.T) {
	c := newCoder(t)
	for _, v := range []*codes{c.questions, c.preventability} {
		for _, code := range v.variable.Codes {
			for _, x := range code.Examples {
				got := coded(t, c, document(data.Conclusions, data.Paragraph, x.Text), v.variable.Name)
				if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, code.Code) }) {
					t.Errorf("%s: %q gives %v", code.Code, x.Text, got)
				}
			}
		}
	}
}

func FuzzCode(f *testing.F) {
	c := newCoder(f)
	for _, s := range []string{"Wie had de regie?", "PRISMA. Oordeel: goed", "wie let er op", "\xff of het voorkomen"} {
		f.Add(s, string(data.Findings))
	}
	f.Fuzz(func(t *testing.T, text, section string) {
		p := prose.FromPassage(text, data.SectionRole(section))
		r := &data.Record{Pages: p.Pages, Passages: p.Passages}
		first := fmt.Sprint(coded(t, c, r, data.VarQuestion))
		if second := fmt.Sprint(coded(t, c, r, data.VarQuestion)); first != second {
			t.Errorf("not the same twice: %s and %s", first, second)
		}
	})
}
