// Package polarity reads what a sentence does with what it names: does it find
// it, deny it, praise its opposite, or only ask, wish, plan, prescribe or quote
// it?
//
//	De kindcheck is niet gedaan.                    Finds
//	Van een verkokerde blik was geen sprake.        Denies
//	De kinderen zijn bij elk bezoek gesproken.      Praises
//	Iedere behandelaar dient de kindcheck te doen.  Prescribes
//	Is de kindcheck gedaan?                         Asks
//	De instelling zal de kindcheck invoeren.        Plans
//	De inspectie beveelt de kindcheck aan.          Recommends
//	Landelijk doet een op de drie de kindcheck.     Generalises
//	Mogelijk is de kindcheck niet gedaan.           Doubts
//
// Cues are patterns of package match. A cue speaks for its clause: a part of
// the sentence up to "maar", "toch", "echter" or a semicolon, since what stands
// before such a word is often the opposite of what stands after it ("De norm
// is dat …, maar dat is niet gebeurd"). "Niet alleen … maar ook" parts nothing
// and denies nothing, and in "had moeten" a failure is found, not prescribed.
package polarity
