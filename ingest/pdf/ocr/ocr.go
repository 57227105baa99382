// Package ocr reads the words in the picture of a page with tesseract, an
// external program that is used where it is installed with Dutch (the Debian
// packages tesseract-ocr and tesseract-ocr-nld) and missed politely elsewhere.
//
// Measured on clean one-column pages at 300 dpi: 3 to 4.5 seconds a page, word
// recall .96 to .99. Tesseract gets one thread: with two it took ten times as
// long, because its threads wait for each other in a spin.
package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"rodedraad/ingest/pdf"
)

// Name is what a page read by this engine says of itself.
const Name = "tesseract"

// DPI is the resolution at which tesseract was measured, and for which pages
// are drawn.
const DPI = 300

// Mode says which pages are read from their picture.
type Mode string

// The modes.
const (
	Auto  Mode = "auto"  // pages that images cover and that have no text
	Off   Mode = "off"   // none
	Force Mode = "force" // all
)

// ParseMode reads a mode, "" being Auto.
func ParseMode(s string) (Mode, error) {
	switch mode := Mode(s); mode {
	case "":
		return Auto, nil
	case Auto, Off, Force:
		return mode, nil
	}
	return "", fmt.Errorf("ocr mode %q is not auto, off or force", s)
}

// ErrMissing says that there is no tesseract with Dutch on this machine.
var ErrMissing = errors.New("tesseract with language nld is not installed")

// Tesseract is an installed tesseract.
type Tesseract struct {
	path    string
	Version string
}

// Find looks for tesseract and its Dutch data. The error wraps ErrMissing.
func Find(ctx context.Context) (*Tesseract, error) {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMissing, err)
	}
	t := &Tesseract{path: path}
	languages, err := t.run(ctx, nil, "--list-langs")
	if err != nil || !slices.Contains(strings.Fields(string(languages)), "nld") {
		return nil, fmt.Errorf("%w: no nld among its languages", ErrMissing)
	}
	version, err := t.run(ctx, nil, "--version")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMissing, err)
	}
	first, _, _ := strings.Cut(string(version), "\n")
	t.Version = strings.TrimSpace(first)
	return t, nil
}

// Read reads the words of a page's picture, a PNG drawn at so many dots an
// inch. Coordinates are in points from the top left.
func (t *Tesseract) Read(ctx context.Context, picture []byte, dpi int) ([]pdf.Word, error) {
	out, err := t.run(ctx, picture, "stdin", "stdout", "-l", "nld", "--dpi", strconv.Itoa(dpi), "tsv")
	if err != nil {
		return nil, err
	}
	return parse(string(out), 72/float64(dpi)), nil
}

func (t *Tesseract) run(ctx context.Context, in []byte, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, t.path, args...)
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.Stdin = bytes.NewReader(in)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("tesseract %s: %w: %s", args[0], err, bytes.TrimSpace(said.Bytes()))
	}
	return out, nil
}

// The rows of tesseract's TSV: a line comes before its words.
const (
	levelLine = "4"
	levelWord = "5"
)

// Of a line's box, so much lies above the baseline, and so much is the size of
// its font: ascenders and descenders fill the rest.
const (
	aboveBaseline = 0.78
	fontPart      = 0.95
)

// parse reads tesseract's TSV; scale turns dots into points.
func parse(tsv string, scale float64) []pdf.Word {
	var words []pdf.Word
	var baseline, size float64
	for row := range strings.Lines(tsv) {
		cells := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(cells) < 12 {
			continue
		}
		left, top, width, height := number(cells[6]), number(cells[7]), number(cells[8]), number(cells[9])
		switch cells[0] {
		case levelLine:
			baseline, size = (top+aboveBaseline*height)*scale, fontPart*height*scale
		case levelWord:
			for _, text := range strings.Fields(norm.NFC.String(strings.ToValidUTF8(cells[11], "\uFFFD"))) {
				words = append(words, pdf.Word{
					Text: text, X0: left * scale, X1: (left + width) * scale, Y: baseline, Size: size,
				})
			}
		}
	}
	return words
}

func number(s string) float64 {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return n
}
