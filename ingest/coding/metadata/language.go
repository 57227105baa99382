package metadata

import "rodedraad/ingest/coding/prose"

// functionWords are frequent in one language and rare in the other.
var functionWords = map[string]string{
	"de": "nl", "het": "nl", "een": "nl", "van": "nl", "en": "nl", "dat": "nl", "niet": "nl", "zijn": "nl", "voor": "nl", "met": "nl", "ook": "nl", "wordt": "nl",
	"the": "en", "and": "en", "of": "en", "to": "en", "that": "en", "was": "en", "with": "en", "for": "en", "not": "en", "from": "en", "were": "en", "by": "en",
}

// sampleSentences is how many sentences decide the language.
const sampleSentences = 300

// language tells Dutch from English by function words; "" when there are too
// few of either.
func language(t *prose.Text) string {
	n := map[string]int{}
	for i := range t.Sentences[:min(len(t.Sentences), sampleSentences)] {
		for _, w := range t.Sentences[i].Tokens {
			n[functionWords[w.Lower]]++
		}
	}
	switch {
	case n["nl"] >= 5 && n["nl"] > 2*n["en"]:
		return "nl"
	case n["en"] >= 5 && n["en"] > 2*n["nl"]:
		return "en"
	}
	return ""
}
