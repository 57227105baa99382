package format

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"rodedraad/analysis/table"
)

func sample() *table.Table {
	return &table.Table{
		Name: "sample", Title: "Voorbeeld", Notes: []string{"1 cel is afgeschermd"},
		Columns: []table.Column{
			{Name: "label"}, {Name: "n", Kind: table.Integer, MayHide: true}, {Name: "share", Kind: table.Number},
			{Name: "yes", Kind: table.Boolean}, {Name: "day", Kind: table.Date},
		},
		Rows: [][]any{
			{"één", int64(12), 0.25, true, time.Date(2016, 6, 8, 0, 0, 0, 0, time.UTC)},
			{"=HYPERLINK(\"x\")|<b>\n", table.Below(5), nil, false, nil},
		},
	}
}

func write(t *testing.T, format string) []byte {
	t.Helper()
	w, err := Find(format)
	if err != nil {
		t.Fatal(err)
	}
	var a, b bytes.Buffer
	if err := w(&a, sample()); err != nil {
		t.Fatal(err)
	}
	if err := w(&b, sample()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Errorf("%s: the same table gives other bytes", format)
	}
	return a.Bytes()
}

func TestTerminal(t *testing.T) {
	const want = `label                  n  share  yes    day
één                   12   0.25  true   2016-06-08
=HYPERLINK("x")|<b>   <5         false
(1 cel is afgeschermd)
`
	if got := string(write(t, "table")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCSVReadsBackAndRunsNoFormula(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(write(t, "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || rows[1][0] != "één" || rows[1][4] != "2016-06-08" || rows[2][1] != "<5" || rows[2][2] != "" {
		t.Errorf("got %q", rows)
	}
	if !strings.HasPrefix(rows[2][0], "'=") {
		t.Errorf("a spreadsheet would run %q", rows[2][0])
	}
}

func TestJSONIsAnArrayOfObjects(t *testing.T) {
	var got []map[string]any
	if err := json.Unmarshal(write(t, "json"), &got); err != nil {
		t.Fatal(err)
	}
	if got[0]["n"] != 12.0 || got[1]["n"] != "<5" || got[1]["share"] != nil || got[1]["label"] != "=HYPERLINK(\"x\")|<b>\n" {
		t.Errorf("got %v", got)
	}
	var empty bytes.Buffer
	if err := JSON(&empty, &table.Table{}); err != nil || empty.String() != "[]\n" {
		t.Errorf("an empty table gives %q, %v", empty.String(), err)
	}
}

func TestMarkdownKeepsOneRowPerLine(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(write(t, "markdown"))), "\n")
	if len(lines) != 8 || strings.Contains(lines[5], "<b>") || strings.Count(lines[5], " | ") != 4 {
		t.Errorf("got %q", lines)
	}
}

func checkRecord(t *testing.T, r arrow.Record) {
	t.Helper()
	n, marks := r.Column(1).(*array.Int64), r.Column(2).(*array.String)
	if n.Value(0) != 12 || !n.IsNull(1) || !marks.IsNull(0) || marks.Value(1) != "<5" {
		t.Errorf("n is %v, n_hidden is %v", n, marks)
	}
	if day := r.Column(5).(*array.Date32); day.ValueStr(0) != "2016-06-08" || !day.IsNull(1) {
		t.Errorf("day is %v", day)
	}
}

func TestParquetReadsBack(t *testing.T) {
	f, err := file.NewParquetReader(bytes.NewReader(write(t, "parquet")))
	if err != nil {
		t.Fatal(err)
	}
	r, err := pqarrow.NewFileReader(f, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.ReadTable(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer got.Release()
	rows := array.NewTableReader(got, 10)
	defer rows.Release()
	if !rows.Next() {
		t.Fatal("no rows")
	}
	checkRecord(t, rows.Record())
}

func TestArrowReadsBack(t *testing.T) {
	r, err := ipc.NewReader(bytes.NewReader(write(t, "arrow")))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Release()
	if !r.Next() {
		t.Fatal("no rows")
	}
	checkRecord(t, r.Record())
}

func TestUnknownFormatNamesTheFormats(t *testing.T) {
	if _, err := Find("xlsx"); err == nil || !strings.Contains(err.Error(), "parquet") {
		t.Errorf("got %v", err)
	}
}
