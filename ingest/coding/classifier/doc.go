// Package classifier scores a sentence, or a few in a row, for each red thread
// and theme: how strongly do its words say that the shortcoming was found, and
// how strongly that things went well?
//
// It stands beside the codebook's indicators because real reports seldom use
// the codebook's words. The model is linear: every feature of a sentence adds
// its weight to each score, so that a score can be taken apart again into the
// words that made it ([Model.Explain]).
//
// Features of a sentence ([Space]):
//
//   - stems, and stems of two words in a row
//   - stretches of three to five letters within words, which let compounds and
//     spellings share what they have in common
//   - the codebook's concepts, each with the concepts and the stems around it:
//     "niemand vroeg naar de peuter" and "de kinderen zijn nooit bevraagd"
//     share {niet}, {vragen}, {kind} and their pairs
//
// All features are sums over words and sentences, and so is the square of the
// length by which a score is divided. The scores of a window therefore come
// from the sums of its sentences, which are computed once.
//
// Weights are logistic regressions with an L2 penalty, trained by the command
// in folder train on data/training and on the sentences of the sample reports
// for tuning: a passage shows how a code is said, a report how much is said that
// only sounds like it. They are stored in data/model as 8-bit numbers. The
// scores are log odds, calibrated on passages that the model had not seen.
// Training is deterministic: equal passages give equal bytes.
package classifier
