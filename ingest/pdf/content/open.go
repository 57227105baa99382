package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"rodedraad/ingest/pdf/precheck"

	lpdf "github.com/ledongthuc/pdf"
)

// Reader reads the pages of one document. It is for one goroutine.
type Reader struct {
	limits       Limits
	report       precheck.Report
	view         *precheck.View
	meter        *meter
	catalog      lpdf.Value
	info         lpdf.Value
	pages        []pageNode
	fonts        map[string]*font
	forms        map[int64][]byte
	resources    map[int64]*resources // of forms, by offset
	glyphs       int                  // in the fonts kept
	formBytes    int
	roles        map[string]string
	roleMap      lpdf.Value
	parents      map[int64]numberLeaf // of the structure tree
	elementTypes map[uint32]element   // blocks of the structure, by object
	layersOff    map[string]bool
	labels       []labelRange
	standIn      *font // for text in a font the page does not have
	inflated     int64
	raw          []byte // bytes of the stream being decoded
	contents     []byte // content stream of the page
	text         composer
	source       bytes.Reader
	flate        io.ReadCloser
}

// Open examines a file and opens it. The error wraps a *precheck.Refusal when
// the file is for the second engine.
func Open(r io.ReaderAt, size int64, limits Limits) (*Reader, error) {
	return openWith(precheck.Check, r, size, limits)
}

// OpenRebuilt opens a file whose cross-references are lost, by looking for its
// objects (see precheck.Rebuild).
func OpenRebuilt(r io.ReaderAt, size int64, limits Limits) (*Reader, error) {
	return openWith(precheck.Rebuild, r, size, limits)
}

// examination is how the skeleton of a file is found.
type examination func(io.ReaderAt, int64, precheck.Limits) (precheck.Report, error)

func openWith(examine examination, r io.ReaderAt, size int64, limits Limits) (reader *Reader, err error) {
	defer recovered("open", &err)
	limits = limits.withDefaults()
	report, err := examine(r, size, limits.Limits)
	if err != nil {
		return nil, fmt.Errorf("examine file: %w", err)
	}
	d := &Reader{limits: limits, report: report, view: report.View, meter: &meter{r: report.View},
		fonts: map[string]*font{}, forms: map[int64][]byte{}, resources: map[int64]*resources{}, roles: map[string]string{}, parents: map[int64]numberLeaf{}, elementTypes: map[uint32]element{}, layersOff: map[string]bool{}}
	d.meter.allow()
	layer, err := lpdf.NewReader(d.meter, report.View.Size())
	if err != nil {
		return nil, fmt.Errorf("open file: %w", err)
	}
	d.catalog = layer.Trailer().Key("Root")
	d.info = layer.Trailer().Key("Info")
	d.standIn = &font{name: "Helvetica", em: 1}
	d.loadSimple(d.standIn, lpdf.Value{})
	d.meter.allow()
	if err := d.readPages(d.catalog.Key("Pages"), inherited{}, 0); err != nil {
		return nil, err
	}
	d.meter.allow()
	d.readDocument()
	return d, nil
}

// readDocument reads what belongs to the document and may be missing or broken
// without harm to its pages.
func (r *Reader) readDocument() {
	for _, part := range []func(){
		func() { r.readLayers(r.catalog) },
		func() {
			root := r.catalog.Key("StructTreeRoot")
			r.roleMap = root.Key("RoleMap")
			readNumbers(r.parents, root.Key("ParentTree"), 0)
		},
		func() { r.readLabels(r.catalog.Key("PageLabels")) },
	} {
		var ignored error
		func() {
			defer recovered("", &ignored)
			r.meter.allow()
			part()
		}()
	}
}

// recovered turns a panic of the object layer into an error.
func recovered(place string, err *error) {
	x := recover()
	if x == nil {
		return
	}
	if cause, ok := x.(error); ok {
		*err = fmt.Errorf("%s: %w", place, cause)
		return
	}
	*err = fmt.Errorf("%s: %v", place, x)
}

// meter counts what the object layer reads, because one object can be as large
// as the file and costs many times its size in memory.
type meter struct {
	r    io.ReaderAt
	left int64
}

// objectBytes is what the object layer may read for one page, or to open.
const objectBytes = 48 << 20

var errObjects = errors.New("objects are too large")

func (m *meter) allow() { m.left = objectBytes }

// ReadAt reads, as long as the allowance lasts.
func (m *meter) ReadAt(p []byte, offset int64) (int, error) {
	n, err := m.r.ReadAt(p, offset)
	if m.left -= int64(n); m.left < 0 {
		return 0, fmt.Errorf("%w: %w", errObjects, ErrLimit)
	}
	return n, err
}
