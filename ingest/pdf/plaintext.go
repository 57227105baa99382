package pdf

import (
	"math"
	"strings"
)

// PlainText returns the words of a page in the order of the content stream:
// words with spaces between, lines with line feeds. It knows nothing of
// columns or paragraphs; layout does. It is for comparing engines and for
// tests.
func PlainText(page Page) string {
	var b strings.Builder
	for i, w := range page.Words {
		switch {
		case i == 0 || w.Glued:
		case startsLine(page.Words[i-1], w):
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// startsLine reports whether a word stands on another line than the one before
// it: on another baseline, or further back.
func startsLine(before, w Word) bool {
	em := math.Max(before.Size, w.Size)
	if before.Angle != w.Angle {
		return true
	}
	if w.Angle == 90 || w.Angle == 270 {
		return math.Abs(before.X0-w.X0) > 0.7*em
	}
	back := before.X1 - w.X0
	if w.Angle == 180 {
		back = w.X1 - before.X0
	}
	return math.Abs(before.Y-w.Y) > 0.7*em || back > 1.5*em
}
