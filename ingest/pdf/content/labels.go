package content

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	lpdf "github.com/ledongthuc/pdf"
)

// labelRange is how pages are numbered from one page on.
type labelRange struct {
	from   int // 0-based
	style  string
	prefix string
	start  int
}

// readLabels reads /PageLabels, a number tree.
func (r *Reader) readLabels(root lpdf.Value) {
	r.collectLabels(root, 0)
	slices.SortStableFunc(r.labels, func(a, b labelRange) int { return cmp.Compare(a.from, b.from) })
}

func (r *Reader) collectLabels(node lpdf.Value, depth int) {
	if depth > 8 || len(r.labels) > len(r.pages) {
		return
	}
	nums := node.Key("Nums")
	for i := 0; i+1 < nums.Len() && len(r.labels) <= len(r.pages); i += 2 {
		d := nums.Index(i + 1)
		start := 1
		if st := d.Key("St"); st.Kind() == lpdf.Integer {
			start = int(st.Int64())
		}
		r.labels = append(r.labels, labelRange{int(nums.Index(i).Int64()), d.Key("S").Name(), documentText(d.Key("P")), start})
	}
	kids := node.Key("Kids")
	for i := range kids.Len() {
		r.collectLabels(kids.Index(i), depth+1)
	}
}

// label returns the printed label of a page, 1-based, "" when the file has no
// labels.
func (r *Reader) label(n int) string {
	i, found := slices.BinarySearchFunc(r.labels, n-1, func(l labelRange, page int) int { return cmp.Compare(l.from, page) })
	if !found {
		i--
	}
	if i < 0 {
		return ""
	}
	l := r.labels[i]
	return l.prefix + numeral(l.style, l.start+n-1-l.from)
}

// numeral writes a number in the style of a label.
func numeral(style string, n int) string {
	if n < 1 || n > 100_000 {
		return ""
	}
	switch style {
	case "D":
		return strconv.Itoa(n)
	case "R":
		return strings.ToUpper(roman(n))
	case "r":
		return roman(n)
	case "A", "a":
		letters := strings.Repeat(string(rune('a'+(n-1)%26)), min((n-1)/26+1, 100))
		if style == "A" {
			return strings.ToUpper(letters)
		}
		return letters
	}
	return ""
}

func roman(n int) string {
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(signs[i])
		}
	}
	return b.String()
}
