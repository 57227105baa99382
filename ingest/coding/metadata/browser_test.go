package metadata

import (
	"strings"
	"testing"

	"rodedraad/data"
)

// TestUnprinted leaves a browser's furniture out, and a page's own words in.
func TestUnprinted(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"head and foot", "3/4/21, 9:05 AM\nEen stil huis\nEen stil\nhuis\nmei 2016\nhttps://example.org/huis\n1/7", "Een stil|huis|mei 2016"},
		{"head on one line", "4-3-2021 09:05 Een stil huis\nEen stil huis\nmei 2016\nfile:///C:/huis.html 1/7", "Een stil huis|mei 2016"},
		{"a title said once stays", "3/4/21, 9:05 AM\nEen stil huis\nmei 2016", "Een stil huis|mei 2016"},
		{"a date is no moment of printing", "12 mei 2016\nEen stil huis", "12 mei 2016|Een stil huis"},
		{"an address in the text stays", "Zie\nhttps://example.org/huis\nEen stil huis", "Zie|https://example.org/huis|Een stil huis"},
		{"nothing but an address", "https://example.org/huis", "https://example.org/huis"},
	} {
		var got []string
		for _, l := range readFront([]data.Page{{Number: 1, Text: test.text}}).lines {
			got = append(got, l.Text)
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
