// Package prose gives coders the text of a document as a person reads it:
// passages cut into sentences, sentences into tokens with their stems, numbers
// and dates written in words or figures turned into values.
//
// Whatever a coder finds here it can turn into evidence: every byte of a
// passage's reading text is tied to the page it came from, and [Text.Quote]
// follows that tie back to bytes of the stored page, so that a quote cannot
// differ from its source.
package prose
