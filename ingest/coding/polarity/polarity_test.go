package polarity

import (
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

func judge(t testing.TB) *Judge {
	t.Helper()
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// In every sentence the last word in capitals is asked about.
var table = []struct {
	text string
	want Reading
}{
	{"De kindcheck is niet GEDAAN.", Finds},
	{"Niemand heeft naar de KINDEREN gevraagd.", Finds},
	{"De kinderen zijn NIET gezien.", Finds},
	{"Er is niet tijdig OPGESCHAALD.", Finds},
	{"Het dossier is gesloten zonder overleg met SCHOOL.", Finds},
	{"De GI had de kinderrechter moeten INSCHAKELEN.", Finds},
	{"Dat inzicht had tot alarm moeten LEIDEN.", Finds},
	{"Niet alleen de moeder maar ook de KINDEREN bleven buiten beeld.", Finds},
	{"De norm is dat elk kind wordt gezien, maar dat is niet GEBEURD.", Finds},
	{"Er is direct gebeld, maar daarna nooit meer GEVRAAGD.", Finds},
	{"De inspectie constateert dat de regie ONTBRAK.", Finds},
	{"De melding is nooit direct BEOORDEELD.", Finds},
	{"Het wijkteam wist niet dat er een BABY was.", Finds},
	{"De hulp stopte na drie MAANDEN.", Finds},
	{"Moeder zei elke afspraak AF.", Finds},
	{"Er waren maar twee medewerkers BETROKKEN.", Finds},
	{"Dat had het wijkteam kunnen WETEN.", Finds},
	{"De risicotaxatie is onvoldoende zorgvuldig INGEVULD.", Finds},

	{"Van een verkokerde BLIK was geen sprake.", Denies},
	{"Er was geen sprake van een complexe SCHEIDING.", Denies},
	{"Niet gebleken is dat INFORMATIE is achtergehouden.", Denies},
	{"Er zijn geen aanwijzingen dat de hulp is VERTRAAGD.", Denies},
	{"Op de overdracht is niets aan te MERKEN.", Denies},
	{"Privacy speelde in deze zaak geen rol bij het DELEN.", Denies},
	{"De commissie heeft geen signalen dat men het kind UITSLOOT.", Denies},
	{"De wachtlijst was allerminst een PROBLEEM.", Denies},

	{"De school meldde dezelfde dag bij VEILIG Thuis.", Praises},
	{"Het besluit was navolgbaar en ADEQUAAT.", Praises},
	{"De kinderen zijn bij elk bezoek GESPROKEN.", Praises},
	{"Er is tijdig OPGESCHAALD.", Praises},
	{"Het gezin was goed in BEELD.", Praises},
	{"De jeugdarts handelde ZORGVULDIG.", Praises},
	{"Dat getuigt van VAKMANSCHAP.", Praises},
	{"De inspectie heeft waardering voor de INZET.", Praises},
	{"De leerkracht belde meteen de HUISARTS.", Praises},
	{"De samenwerking verliep GOED.", Praises},
	{"De risicotaxatie is telkens GEACTUALISEERD.", Praises},
	{"De behandelaar had oog voor het hele GEZIN.", Praises},
	{"Binnen twee dagen was de Raad INGESCHAKELD.", Praises},
	{"De commissie complimenteert de VERPLEEGKUNDIGE.", Praises},
	{"De voogd sprak het meisje wekelijks en zag haar steeds ALLEEN.", Praises},
	{"De overdracht liep traag, maar de huisarts handelde ADEQUAAT.", Praises},

	{"Iedere behandelaar dient de KINDCHECK te doen.", Prescribes},
	{"Een professional moet altijd naar de KINDEREN vragen.", Prescribes},
	{"Hulpverleners behoren signalen te WEGEN.", Prescribes},
	{"De inspectie verwacht dat instellingen INFORMATIE delen.", Prescribes},
	{"De richtlijn schrijft een risicotaxatie VOOR.", Prescribes},
	{"Uitgangspunt is dat een gezin een plan HEEFT.", Prescribes},
	{"Een dossier mag niet worden gesloten: er moet niet zonder OVERLEG worden afgesloten.", Prescribes},
	{"Het is het uitgangspunt, en dus is het belangrijk om kinderen te ZIEN; men moet ze SPREKEN.", Prescribes},

	{"Is de kindcheck GEDAAN?", Asks},
	{"Wie heeft de REGIE?", Asks},
	{"‘Waarom is er niet OPGESCHAALD?’", Asks},

	{"De instelling zal de kindcheck INVOEREN.", Plans},
	{"Voortaan wordt bij elke intake naar KINDEREN gevraagd.", Plans},
	{"De GI is van plan om medewerkers te SCHOLEN.", Plans},
	{"De gemeente is voornemens de INKOOP te herzien.", Plans},
	{"Wij streven ernaar dat kinderen GEZIEN worden.", Plans},

	{"De inspectie beveelt het college aan de REGIE te beleggen.", Recommends},
	{"Het verdient aanbeveling om kinderen te SPREKEN.", Recommends},
	{"Zorg dat de regie BELEGD is.", Recommends},
	{"De commissie adviseert de instelling om de KINDCHECK te borgen.", Recommends},
	{"De inspecties roepen gemeenten op om INFORMATIE te delen.", Recommends},

	{"Landelijk wacht een kind tien weken op HULP.", Generalises},
	{"Uit onderzoek blijkt dat kinderen vaak niet worden GEZIEN.", Generalises},
	{"In Nederland ontbreekt het vaak aan REGIE.", Generalises},

	{"Mogelijk is de informatie niet GEDEELD.", Doubts},
	{"Het is niet na te gaan of de kinderen zijn GEZIEN.", Doubts},
	{"Wellicht heeft de HUISARTS gebeld.", Doubts},
}

func TestReadings(t *testing.T) {
	j := judge(t)
	for _, c := range table {
		s := &prose.FromPassage(c.text, data.Findings).Sentences[0]
		at := -1
		for i, token := range s.Tokens {
			if len(token.Text) > 1 && token.Text == strings.ToUpper(token.Text) && token.Kind == prose.Word && token.Text != "GI" {
				at = i
			}
		}
		if at < 0 {
			t.Fatalf("%q names no word in capitals", c.text)
		}
		if got := j.At(s, at); got.Reading != c.want {
			t.Errorf("%q: got %v (%q), want %v", c.text, got.Reading, got.Cue, c.want)
		}
	}
}

func FuzzClausesCoverTheSentence(f *testing.F) {
	j := judge(f)
	for _, c := range table {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 400 {
			return
		}
		for _, s := range prose.FromPassage(text, data.Findings).Sentences {
			next := 0
			for _, c := range j.Sentence(&s) {
				if c.First != next || c.Last < c.First {
					t.Fatalf("%q: clause %+v after token %d", s.Text, c, next)
				}
				next = c.Last + 1
			}
			if next != len(s.Tokens) {
				t.Fatalf("%q: clauses end at %d of %d", s.Text, next, len(s.Tokens))
			}
		}
	})
}
