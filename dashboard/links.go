package dashboard

import (
	"errors"
	"fmt"
	"html"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

var (
	linkPattern   = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	anchorPattern = regexp.MustCompile(` id="([^"]*)"`)
)

// checkLinks reports links inside the site that lead nowhere. A number whose
// evidence cannot be reached is a fault, so such a site is not written.
func checkLinks(files map[string][]byte) error {
	anchors := map[string]map[string]bool{}
	for name, content := range files {
		if strings.HasSuffix(name, ".html") {
			anchors[name] = map[string]bool{}
			for _, m := range anchorPattern.FindAllSubmatch(content, -1) {
				anchors[name][string(m[1])] = true
			}
		}
	}
	var faults []string
	for name := range anchors {
		for _, m := range linkPattern.FindAllSubmatch(files[name], -1) {
			link := html.UnescapeString(string(m[1]))
			if strings.Contains(link, ":") { // to the outside
				continue
			}
			target, anchor, _ := strings.Cut(link, "#")
			to := name
			if target != "" {
				to = path.Join(path.Dir(name), target)
			}
			if _, ok := files[to]; !ok {
				faults = append(faults, fmt.Sprintf("%s links to %s, which is not there", name, link))
			} else if anchor != "" && !anchors[to][unescape(anchor)] {
				faults = append(faults, fmt.Sprintf("%s links to %s, which has no such place", name, link))
			}
		}
	}
	if len(faults) == 0 {
		return nil
	}
	slices.Sort(faults)
	return errors.New(strings.Join(faults[:min(5, len(faults))], "\n"))
}

func unescape(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}

// external gives an address of publication that may be linked to: http or
// https and nothing else, or "".
func external(address string) string {
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" {
		return ""
	}
	return u.String()
}

var unsafe = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// slug makes a code fit for a file name or an anchor.
func slug(s string) string { return unsafe.ReplaceAllString(s, "-") }
