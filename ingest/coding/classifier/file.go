package classifier

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// header opens a file of weights.
type header struct {
	Format  string    `json:"format"`
	Outputs []string  `json:"outputs"`
	Scale   []float32 `json:"scale"`
	Bias    []float32 `json:"bias"`
	Rows    int       `json:"rows"`
}

const format = "rodedraad weights 2"

// Row is a feature with its rarity and its weight for each output.
type Row struct {
	Feature Feature
	Rarity  float32
	Weights []int8
}

// Write writes a model: a line of JSON, then the rows sorted by feature, all
// compressed. Equal models give equal bytes.
func Write(w io.Writer, outputs []string, scale, bias []float32, rows []Row) error {
	slices.SortFunc(rows, func(a, b Row) int {
		if a.Feature < b.Feature {
			return -1
		}
		return 1
	})
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	head, err := json.Marshal(header{format, outputs, scale, bias, len(rows)})
	if err != nil {
		return err
	}
	if _, err := z.Write(append(head, '\n')); err != nil {
		return err
	}
	for _, r := range rows {
		binary.Write(z, binary.LittleEndian, r.Feature)
	}
	for _, r := range rows {
		binary.Write(z, binary.LittleEndian, r.Rarity)
	}
	for _, r := range rows {
		if err := binary.Write(z, binary.LittleEndian, r.Weights); err != nil {
			return err
		}
	}
	return z.Close()
}

// New makes a model of rows for a space, as writing and reading it would.
func New(space *Space, outputs []string, scale, bias []float32, rows []Row) *Model {
	m := &Model{Outputs: outputs, Scale: scale, Bias: bias, coded: coded(outputs), space: space}
	for _, r := range rows {
		m.keys = append(m.keys, r.Feature)
		m.rarity = append(m.rarity, r.Rarity)
		for _, w := range r.Weights {
			m.weights = append(m.weights, byte(w))
		}
	}
	m.rows = newTable(m.keys)
	return m
}

// Read reads a model for a space, which must be the one it was trained with.
func Read(r io.Reader, space *Space) (*Model, error) {
	m, err := read(r)
	if err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	m.space = space
	return m, nil
}

func read(r io.Reader) (*Model, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(z, 1<<16)
	line, err := in.ReadBytes('\n')
	if err != nil {
		return nil, err
	}
	var h header
	if err := json.Unmarshal(line, &h); err != nil {
		return nil, err
	}
	n := len(h.Outputs)
	switch {
	case h.Format != format:
		return nil, fmt.Errorf("format is %q, not %q; train again with make model", h.Format, format)
	case n == 0 || len(h.Scale) != n || len(h.Bias) != n || h.Rows < 0 || h.Rows > 1<<22:
		return nil, errors.New("the header does not add up")
	}
	m := &Model{Outputs: h.Outputs, Scale: h.Scale, Bias: h.Bias, coded: coded(h.Outputs)}
	head := make([]byte, 12*h.Rows)
	m.weights = make([]byte, h.Rows*n)
	for _, part := range [][]byte{head, m.weights} {
		if _, err := io.ReadFull(in, part); err != nil {
			return nil, err
		}
	}
	m.keys, m.rarity = make([]Feature, h.Rows), make([]float32, h.Rows)
	for i := range h.Rows {
		m.keys[i] = Feature(binary.LittleEndian.Uint64(head[8*i:]))
		m.rarity[i] = math.Float32frombits(binary.LittleEndian.Uint32(head[8*h.Rows+4*i:]))
	}
	m.rows = newTable(m.keys)
	return m, nil
}

// coded tells which outputs are of a code: "T05 aanwezig", and not "lof".
func coded(outputs []string) []bool {
	out := make([]bool, len(outputs))
	for i, name := range outputs {
		out[i] = strings.Contains(name, " ")
	}
	return out
}
