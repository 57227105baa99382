// Package i18n holds the words of the dashboard, one file per language with the
// same keys, and writes numbers and dates as readers of that language do.
package i18n

import (
	"embed"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed *.yaml
var files embed.FS

// Languages lists the languages, the one at the root of the site first.
var Languages = []string{"nl", "en"}

// Words are the texts of one language.
type Words struct {
	Language string
	texts    map[string]string
}

// Load reads the words of a language.
func Load(language string) (*Words, error) {
	text, err := files.ReadFile(language + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("words of language %q: %w", language, err)
	}
	w := &Words{Language: language}
	if err := yaml.Unmarshal(text, &w.texts); err != nil {
		return nil, fmt.Errorf("i18n/%s.yaml: %s", language, yaml.FormatError(err, false, false))
	}
	return w, nil
}

// Say gives the text of a key, filled in with arguments. A key without text
// shows as itself, which a test forbids.
func (w *Words) Say(key string, arguments ...any) string {
	text, ok := w.texts[key]
	if !ok {
		return key
	}
	if len(arguments) == 0 {
		return text
	}
	return fmt.Sprintf(text, arguments...)
}

// Has reports whether there is a text for a key.
func (w *Words) Has(key string) bool { return w.texts[key] != "" }

// Number writes a whole number with a mark between thousands.
func (w *Words) Number(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign, digits := digits[:len(digits)-len(strings.TrimPrefix(digits, "-"))], strings.TrimPrefix(digits, "-")
	mark := map[string]string{"nl": ".", "en": ","}[w.Language]
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(mark)
		}
		b.WriteRune(d)
	}
	return sign + b.String()
}

// Decimal writes a number with a fixed number of decimals.
func (w *Words) Decimal(v float64, decimals int) string {
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	if w.Language == "nl" {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}

// Percent writes a share as a whole percentage.
func (w *Words) Percent(share float64) string {
	return strconv.FormatFloat(math.Round(share*100), 'f', 0, 64) + "%"
}

var months = map[string][]string{
	"nl": {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

// Date writes an ISO date of any precision: 2016-06-08, 2016-06 or 2016.
func (w *Words) Date(iso string) string {
	parts := strings.Split(iso, "-")
	if len(parts) == 1 {
		return iso
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil || month < 1 || month > 12 {
		return iso
	}
	text := months[w.Language][month-1] + " " + parts[0]
	if len(parts) == 3 {
		text = strings.TrimPrefix(parts[2], "0") + " " + text
	}
	return text
}
