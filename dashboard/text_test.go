package dashboard

import "testing"

func TestRelativeLinks(t *testing.T) {
	for _, c := range [][3]string{
		{"index.html", "code/a.html#x", "code/a.html#x"},
		{"code/a.html", "index.html", "../index.html"},
		{"code/a.html", "code/b.html", "b.html"},
		{"en/code/a.html", "code/a.html", "../../code/a.html"},
		{"en/index.html", "en/code/a.html", "code/a.html"},
		{"slachtoffers.html", "slachtoffers.html#y-2015", "#y-2015"},
	} {
		if got := relative(c[0], c[1]); got != c[2] {
			t.Errorf("from %s to %s: got %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

func TestOnlyWebAddressesAreLinked(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/a?b=1": "https://example.org/a?b=1", "http://example.org/": "http://example.org/",
		"javascript:alert(1)": "", "JaVaScRiPt:alert(1)": "", "data:text/html,x": "", "//example.org/": "", "file:///etc/passwd": "", "": "",
		" https://example.org": "",
	} {
		if got := external(address); got != want {
			t.Errorf("%q gives %q, want %q", address, got, want)
		}
	}
}

func TestDeadLinkIsAnError(t *testing.T) {
	page := func(link string) map[string][]byte {
		return map[string][]byte{"a/x.html": []byte(`<p id="here"><a href="` + link + `">`), "b.csv": nil}
	}
	for link, dead := range map[string]bool{
		"../b.csv": false, "#here": false, "x.html#here": false, "https://example.org/": false,
		"b.csv": true, "#there": true, "../c.html": true,
	} {
		if err := checkLinks(page(link)); (err != nil) != dead {
			t.Errorf("%s: %v", link, err)
		}
	}
}
