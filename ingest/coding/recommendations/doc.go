// Package recommendations reads what a report says should be done: advice,
// requests, points for improvement, measures and signals, each with the one
// who must act.
//
// A recommendation is recognised by where it stands and how it is said. In a
// chapter of recommendations every list item counts, and of the running text
// each sentence that asks (De inspectie verzoekt …), obliges (dient …), commands
// (Zorg dat …) or states the new way of working (Het wijkteam spreekt af …).
// Elsewhere only a sentence in which the sender asks, or imposes a measure,
// counts, and the list it announces. Norms, what was done already, the advice
// of others and the announcement that recommendations follow do not count; how
// the inspectorate will follow them counts only where hardly anything is asked.
//
// A recommendation is kept as the whole sentence, with who asks and who is
// asked, because readers differ in where they let it begin. A list inside one
// sentence gives one recommendation for each item.
//
// The addressee is taken from the sentence itself, else from the sentence that
// announces the list, else from the heading. Several who are to act together
// are the chain; people named by profession are professionals; a municipality
// that writes tells itself what to do. The words by which all this is
// known are concepts and indicators of the codebook's variable aanbeveling.
package recommendations
