//go:build browser

package dashboard_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser starts a headless Chromium. These tests need one, as the charts need
// the npm packages; without it they fail rather than pass unseen.
func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("the browser tests need chromium on the PATH")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// kinds are one page of each kind, with hostile text among them.
func kinds(site map[string][]byte) []string {
	pages := []string{
		"index.html", "rode-draden.html", "themas.html", "sectoren.html", "slachtoffers.html", "documenten.html",
		"methode.html", "codeboekgids.html", "gegevens.html", "en/index.html", "code/rode_draad-RD1.html", "code/calamiteitstype-suicide.html",
	}
	for name, content := range site {
		if strings.HasPrefix(name, "document/") && strings.Contains(string(content), "alert(1)") {
			return append(pages, name)
		}
	}
	panic("the hostile document has no page")
}

func serve(t *testing.T, site map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range site {
		target := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(target, content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// complaints are what a browser says of a page: errors of scripts, and what the
// content security policy blocked.
type complaints struct {
	sync.Mutex
	list []string
}

func (c *complaints) add(text string) {
	c.Lock()
	defer c.Unlock()
	c.list = append(c.list, text)
}

// take gives the complaints since it was last asked.
func (c *complaints) take() []string {
	c.Lock()
	defer c.Unlock()
	out := c.list
	c.list = nil
	return out
}

func listen(t *testing.T, ctx context.Context) *complaints {
	t.Helper()
	c := &complaints{}
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			c.add(e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			c.add(fmt.Sprint("console: ", e.Type))
		case *log.EventEntryAdded:
			if !strings.Contains(e.Entry.URL, "favicon") {
				c.add(e.Entry.Text + " " + e.Entry.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const overflow = `(function () {
	var width = document.documentElement.clientWidth, out = [];
	if (document.documentElement.scrollWidth > width) out.push('page is ' + document.documentElement.scrollWidth + ' wide');
	return out.join('; ');
})()`

// clipped lists texts in charts that stick out of their page.
const clipped = `Array.from(document.querySelectorAll('svg text')).filter(function (t) {
	var box = t.getBoundingClientRect();
	var svg = t.closest('svg').getBoundingClientRect();
	return box.width > 0 && (box.left < svg.left - 2 || box.right > svg.right + 2 || box.right > document.documentElement.clientWidth + 1 || box.left < -1);
}).map(function (t) { return t.textContent; }).join('; ')`

func TestInABrowser(t *testing.T) {
	site := hostileSite(t)
	base := serve(t, site)
	axe, err := os.ReadFile("assets/node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatal("the audit needs axe-core: run npm ci in dashboard/assets")
	}
	ctx := browser(t)
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	said := listen(t, ctx)
	for _, name := range kinds(site) {
		t.Run(name, func(t *testing.T) {
			said.take()
			for _, width := range []int64{320, 1280} {
				visit(t, ctx, chromedp.EmulateViewport(width, 800), chromedp.Navigate(base+name))
				wide, cut := ask[string](t, ctx, overflow), ask[string](t, ctx, clipped)
				if wide != "" || cut != "" {
					t.Errorf("at %d pixels: %s %s", width, wide, cut)
				}
				for _, fault := range audit(t, ctx, string(axe)) {
					t.Errorf("at %d pixels: %s", width, fault)
				}
			}
			for _, m := range said.take() {
				t.Errorf("the browser says: %s", m)
			}
		})
	}
}

// audit runs axe-core with every rule of WCAG 2.0 to 2.2, A and AA.
func audit(t *testing.T, ctx context.Context, axe string) []string {
	t.Helper()
	const run = `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(function (r) {
		return JSON.stringify(r.violations.map(function (v) {
			return v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map(function (n) { return n.html.slice(0, 160); }).join(' | ');
		}));
	})`
	ask[bool](t, ctx, axe+"; true")
	text := ask[string](t, ctx, run)
	var faults []string
	if err := json.Unmarshal([]byte(text), &faults); err != nil {
		t.Fatal(err)
	}
	return faults
}

func visit(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// ask evaluates an expression in the page, and waits for it when it is a
// promise.
func ask[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestScriptSortsAndFilters(t *testing.T) {
	base := serve(t, hostileSite(t))
	ctx := browser(t)
	const firstTitle = `document.querySelector('#list tbody tr:first-child th').textContent`
	visit(t, ctx, chromedp.EmulateViewport(1280, 800), chromedp.Navigate(base+"documenten.html"), chromedp.Click(`#list thead th:nth-child(2) button`))
	first := ask[string](t, ctx, firstTitle)
	visit(t, ctx, chromedp.Click(`#list thead th:nth-child(2) button`))
	last := ask[string](t, ctx, firstTitle)
	if first >= last {
		t.Errorf("sorted up, %q comes first; sorted down, %q", first, last)
	}
	visit(t, ctx, chromedp.SendKeys(`#filter-list`, "mishandeling 2"))
	left := ask[int](t, ctx, `document.querySelectorAll('#list tbody tr:not([hidden])').length`)
	shown := ask[string](t, ctx, `document.querySelector('.filter output').textContent`)
	if left == 0 || left == 41 || !strings.HasPrefix(shown, fmt.Sprint(left, " van 41 ")) {
		t.Errorf("%d rows are left, the page says %q", left, shown)
	}
}

func TestWithoutScriptEverythingIsThere(t *testing.T) {
	base := serve(t, hostileSite(t))
	ctx := browser(t)
	off := emulation.SetScriptExecutionDisabledParams{Value: true}
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, off); err != nil {
		t.Fatal(err)
	}
	visit(t, ctx, chromedp.EmulateViewport(1280, 800), chromedp.Navigate(base+"index.html"))
	// Scripts go on again to be able to ask; the page's own did not run.
	off.Value = false
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, off); err != nil {
		t.Fatal(err)
	}
	if n := ask[int](t, ctx, `document.querySelectorAll('th button').length`); n != 0 {
		t.Fatal("the page's script ran: the test shows nothing")
	}
	charts := ask[int](t, ctx, `Array.from(document.querySelectorAll('svg')).filter(s => s.getBoundingClientRect().height > 50).length`)
	links := ask[int](t, ctx, `document.querySelectorAll('svg.chart-wide a[href]').length`)
	if charts != 4 || links < 20 {
		t.Errorf("%d charts, %d links", charts, links)
	}
}

func TestPrintsAsPages(t *testing.T) {
	base := serve(t, hostileSite(t))
	ctx := browser(t)
	visit(t, ctx, chromedp.Navigate(base+"index.html"))
	printed, err := chromedp.Call(ctx, cdpage.PrintToPDF, cdpage.PrintToPDFParams{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(printed.Data), "%PDF") || len(printed.Data) < 10_000 {
		t.Errorf("printed %d bytes", len(printed.Data))
	}
}
