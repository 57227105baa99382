// Package sectors codes which sectors of the social domain took part in a
// case, and which a report only names.
//
// A [Lexicon] finds the names of sectors in a sentence: organisations and
// professions with their names over time, taken from the indicators of the
// codebook's variable sector. The [Coder] weighs every mention by where it
// stands and how it is said. A sector that acts in the facts, findings or
// conclusions is involved; one that stands in a list of people spoken to, in
// the norms, in a national figure, that came after the event, or that was the
// place of death is only named (codebook 2.4).
//
// Police, courts, hospitals, the child protection board and the like are called
// in by others: they took part where they act themselves (actor.go). A word for
// people of several sectors is given to the one that is named beside it
// (shared.go). A thematic analysis tells of each case in a sentence, so that one
// clear mention is enough.
//
// There is one finding per sector and role. The roles betrokken, onderzocht,
// beoordeeld and geadresseerd are given only to sectors that are involved; any
// other sector that is named has the one role genoemd.
package sectors
