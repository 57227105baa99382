package victims

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// write turns a scene into a calamity with its victims and their findings.
func (w *work) write(sc *scene) {
	rows, dead := sc.report()
	t := w.coder.traits.weigh(sc.readings, w.central(sc))
	if w.single {
		t = t.with(w.body(), 0.3)
	}
	event, dated := sc.happened(w.year())
	t.before(event.date)
	t.lived(rows, sc.year)
	e := t.judge(rows, sc.whole)
	if w.single && len(e.legal) == 1 && e.legal[0] == "onbekend" {
		e.legal = w.implied(e.setting, rows)
	}
	if len(rows) == 0 && dead == 0 {
		e.class, e.types = "bijna_calamiteit", nil
	}
	number := len(w.record.Calamities) + 1
	k := data.Calamity{
		Number: number, EventClass: e.class, Types: e.types, Setting: e.setting, AreaLevel: "onbekend",
		LegalFrame: e.legal, IntentStatus: e.intent, PerpetratorDeaths: dead, Relation: relation(w.record.Document.Kind),
	}
	f := finder{work: w, calamity: number, suicide: hasType(e.types, "suicide") || hasType(e.types, "suicidepoging"), tally: t}
	f.fallback = firstHarm(sc, rows)
	if dated {
		w.date(event, &k, f)
	}
	w.area(sc, &k, f)
	w.period(&k, f)
	f.traits(k)
	for i, row := range rows {
		v := row.victim(i + 1)
		if f.victim(row, v) {
			k.Victims = append(k.Victims, v)
		}
	}
	w.record.Calamities = append(w.record.Calamities, k)
}

// central says how much a sentence of a case tells of the event itself: all
// when it stands in a passage that tells it, or in the title; less elsewhere,
// where histories and circumstances stand. Without such a passage all count.
func (w *work) central(sc *scene) func(*reading) float64 {
	telling := func(r *reading) bool {
		return r.s.Passage.Kind == data.Title || w.tells(r.s.Passage) >= eventBar && !sc.before(r) && !r.loose()
	}
	if !sc.whole || !slices.ContainsFunc(sc.readings, func(r *reading) bool { return w.tells(r.s.Passage) >= eventBar }) {
		return nil
	}
	return func(r *reading) float64 {
		if telling(r) {
			return 1
		}
		return aside
	}
}

// aside is what a clue to the event is worth outside the passages that tell it.
const aside = 0.4

// loose reports whether a sentence tells somebody's age at another time.
func (r *reading) loose() bool {
	return slices.ContainsFunc(r.mentions, func(m mention) bool { return m.loose })
}

// body weighs the sentences of the chapters behind the occasion, for what the
// occasion leaves open.
func (w *work) body() tally {
	var list []*prose.Sentence
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if role := s.Section(); role == data.Facts || role == data.Findings || role == data.Conclusions || role == data.OtherSection {
			list = append(list, s)
		}
	}
	return w.coder.traits.weighSentences(list, w.read)
}

// implied gives the frame of a report that names none: secure care needs an
// order; a family that a whole report calls helped, without an order anywhere in
// it, was helped voluntarily, and one of which it hardly names help had none.
func (w *work) implied(setting string, rows []row) []string {
	switch {
	case setting == "gesloten_jeugdhulp":
		return []string{"gesloten_machtiging"}
	case !slices.ContainsFunc(rows, func(r row) bool { return r.person.young() && !r.person.unborn && r.person.outcome >= other }):
		return []string{"onbekend"} // the frame is a child's
	case residential[setting] && setting != "ggz_instelling" || setting == "pleeggezin" || setting == "asielopvang":
		return []string{"onbekend"}
	}
	helped, guarded := w.helped()
	switch {
	case guarded >= manyGuarded:
		return []string{"drang"} // a protector at work, and no order anywhere
	case helped < someHelp:
		return []string{"geen_hulp"}
	}
	return []string{"vrijwillig"}
}

// manyGuarded is how many sentences about a child protector make pressure likely.
const manyGuarded = 4

// someHelp is from how much talk of help on a family was helped: every report
// has a sentence or two on help in general.
const someHelp = 3

// helped counts the sentences that name help to a family or a child, those that
// name a service double, and those that name a child protector.
func (w *work) helped() (helped, guarded int) {
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if role := s.Section(); role == data.Norms || role == data.Annex || role == data.Contents || role == data.Colophon {
			continue
		}
		most := 0
		for k, t := range s.Tokens {
			if strings.HasPrefix(t.Lower, "jeugdbeschermer") {
				guarded++
				most = 2
				break
			}
			most = max(most, helping(t.Lower, at(s.Tokens, k-1)))
		}
		helped += most
	}
	return helped, guarded
}

// helping says how plainly a word, behind another, names help to a family or a
// child, as distinct from a parent's treatment, birth care and check-ups: 2 is a
// service, 1 is help at large.
func helping(w, before string) int {
	switch w {
	case "wijkteam", "buurtteam", "cjg", "jeugdconsulent", "gezinshulp", "jeugd-ggz", "zorgaanbieder", "iag", "ipt":
		return 2
	case "hulp":
		return 1
	case "team":
		if before == "sociaal" {
			return 2
		}
	case "werk":
		if before == "maatschappelijk" {
			return 2
		}
	case "jeugdzorg":
		if before == "bureau" {
			return 2
		}
	}
	for _, stem := range helpStems {
		if strings.Contains(w, stem) {
			return 2
		}
	}
	if strings.Contains(w, "hulpverle") {
		return 1
	}
	return 0
}

var helpStems = []string{"coach", "gezinsbegeleid", "opvoed", "jeugdhulp", "jeugdbesch", "thuisbegeleid", "ambulant"}

func hasType(types []string, code string) bool {
	for _, t := range types {
		if t == code {
			return true
		}
	}
	return false
}

// relation is what a document is to the event.
func relation(kind string) string {
	switch kind {
	case "zakelijke_weergave":
		return "weergave"
	case "brief":
		return "brief"
	}
	return "rapport"
}

// firstHarm is the sentence that stands for the case when no other says more.
func firstHarm(sc *scene, rows []row) *reading {
	for _, r := range rows {
		if r.person.harmed != nil {
			return r.person.harmed
		}
	}
	if len(sc.readings) > 0 {
		return sc.readings[len(sc.readings)/2]
	}
	return nil
}

func (w *work) date(m moment, k *data.Calamity, f finder) {
	if pub := w.record.Document.PublicationDate; pub.Known() && m.date.Year > pub.Year {
		return
	}
	if w.single {
		m = w.sharper(m)
	}
	k.EventDate = m.date
	f.add("date", m.date.String(), m.r.s, m.d.Start, m.d.End, "datum bij de gebeurtenis")
}

// sharper looks for the month or day of an event of which the summary gives
// only the season or the year, where the facts tell the same harm.
func (w *work) sharper(m moment) moment {
	if m.date.Precision != data.Season && m.date.Precision != data.Year {
		return m
	}
	best := m
	top := 6
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if role := s.Section(); role != data.Facts && role != data.Findings && role != data.Occasion {
			continue
		}
		dates := s.Dates()
		if len(dates) == 0 {
			continue
		}
		r := w.read(s)
		if r.has("eerder") || r.has("elders") || r.has("algemeen") || !r.tellsAs(m.r) {
			continue
		}
		for _, d := range dates {
			finer := d.Date.Precision == data.Month || d.Date.Precision == data.Day
			if worth := r.worth(d); finer && !d.To.Known() && d.Date.Year == m.date.Year && inSeason(m.date, d.Date.Month) && worth > top {
				best, top = moment{date: d.Date, r: r, d: d}, worth
			}
		}
	}
	return best
}

// tellsAs reports whether a sentence tells the gravest harm of another one.
func (r *reading) tellsAs(o *reading) bool {
	grave := 0
	for _, h := range o.harms {
		grave = max(grave, h.outcome)
	}
	return slices.ContainsFunc(r.harms, func(h harm) bool { return h.outcome == grave && h.outcome >= serious && h.frame != naming }) &&
		!slices.ContainsFunc(r.mentions, func(m mention) bool { return !m.young() && m.prep == "" })
}

// inSeason reports whether a month can be meant by a season, which is dated by
// its first month.
func inSeason(season data.Date, month int) bool {
	return season.Precision != data.Season || month >= season.Month-1 && month <= season.Month+3
}

func (w *work) area(sc *scene, k *data.Calamity, f finder) {
	year := k.EventDate.Year
	if year == 0 {
		year = w.year()
	}
	p, ok := w.coder.where(sc, year, k.Setting)
	if !ok && w.single {
		p, ok = w.about(year)
	}
	if !ok {
		return
	}
	if !f.add("area", p.name, p.r.s, p.start, p.end, p.level) {
		return
	}
	k.AreaLevel, k.AreaName, k.AreaCode = p.level, p.name, p.code
	k.AreaCodeNow = p.code
	if p.level == "gemeente" && p.code != "" {
		k.AreaCodeNow = w.coder.places.Now(p.code)
	}
}

// period reads the period over which care was examined: "in de periode van
// januari 2013 tot juni 2015".
func (w *work) period(k *data.Calamity, f finder) {
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		text := fold(s.Text)
		if !strings.Contains(text, "periode") || !strings.Contains(text, "onderz") && s.Section() != data.Method && s.Section() != data.Occasion {
			continue
		}
		list := s.Dates()
		for n, d := range list {
			to := d.To
			if !to.Known() && n+1 < len(list) && joined(s, d, list[n+1]) {
				to = list[n+1].Date
			}
			if d.Complete() && to.Known() && days(to) > days(d.Date) {
				k.PeriodFrom, k.PeriodTo = d.Date, to
				f.add("period", d.Date.String()+"/"+to.String(), s, d.Start, d.End, "onderzochte periode")
				return
			}
		}
	}
}

// joined: only "tot", "tot en met" or "t/m" stands between two dates.
func joined(s *prose.Sentence, a, b prose.DateMention) bool {
	for _, t := range s.Tokens[a.Last+1 : b.First] {
		switch t.Lower {
		case "tot", "en", "met", "t", "/", "m", "aan", "de", "het", "-", "–":
		default:
			return false
		}
	}
	return true
}
