// Package chart draws charts as SVG while the site is built, so that a page
// needs no script to show one. It is the room of go-echarts, ECharts and the
// JavaScript engine goja:
//
//  1. a chart is described in our own words ([Bars], [Matrix]);
//  2. go-echarts builds the option for it;
//  3. ECharts, running in goja, renders the option to SVG;
//  4. the SVG is rebuilt element by element from an allow-list: styles become
//     attributes (the pages' content security policy allows no inline style),
//     marks become links to their evidence, and a title and a description are
//     added.
//
// The same description always gives the same bytes.
package chart

import (
	"encoding/json"
	"fmt"

	"github.com/dop251/goja"
)

// Renderer draws charts. It is not safe for concurrent use.
type Renderer struct {
	draw  goja.Callable
	vm    *goja.Runtime
	drawn map[string]string // option and size → SVG: pages share charts
}

// stubs are what ECharts expects of its surroundings. Timers never fire: a
// chart is rendered in one go, without animation.
const stubs = `
var self = this, global = this;
var console = {log: function () {}, warn: function () {}, error: function () {}};
function setTimeout() { return 0; }
function clearTimeout() {}
function requestAnimationFrame() { return 0; }
`

const drawFunction = `(function (option, width, height) {
	var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
	chart.setOption(JSON.parse(option));
	var svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
})`

// New loads the ECharts script, which takes about half a second.
func New(script string) (*Renderer, error) {
	vm := goja.New()
	for _, source := range []struct{ name, text string }{
		{"stubs.js", stubs}, {"echarts.js", script},
	} {
		if _, err := vm.RunScript(source.name, source.text); err != nil {
			return nil, fmt.Errorf("load %s: %w", source.name, err)
		}
	}
	v, err := vm.RunString(drawFunction)
	if err != nil {
		return nil, fmt.Errorf("load the chart script: %w", err)
	}
	draw, ok := goja.AssertFunction(v)
	if !ok {
		return nil, fmt.Errorf("load the chart script: no function")
	}
	return &Renderer{draw: draw, vm: vm, drawn: map[string]string{}}, nil
}

// svg renders an option.
func (r *Renderer) svg(option map[string]any, width, height int) (string, error) {
	text, err := json.Marshal(option)
	if err != nil {
		return "", fmt.Errorf("encode a chart: %w", err)
	}
	key := fmt.Sprintf("%d×%d %s", width, height, text)
	if svg, ok := r.drawn[key]; ok {
		return svg, nil
	}
	v, err := r.draw(goja.Undefined(), r.vm.ToValue(string(text)), r.vm.ToValue(width), r.vm.ToValue(height))
	if err != nil {
		return "", fmt.Errorf("draw a chart: %w", err)
	}
	r.drawn[key] = v.String()
	return r.drawn[key], nil
}
