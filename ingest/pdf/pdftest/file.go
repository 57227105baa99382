// Package pdftest writes small PDF files for tests: objects in, bytes with a
// right cross-reference out. A test then shows the construct it is about and
// nothing else, and breaks a file in exactly one place.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
)

// File is a PDF under construction. Objects are numbered from 1 in the order
// they are added.
type File struct {
	Version string // of the header, default "1.7"
	Trailer string // extra entries of the trailer, e.g. "/Info 5 0 R"
	objects []string
}

// Reserve returns the number of an object that Set fills in later.
func (f *File) Reserve() int {
	f.objects = append(f.objects, "null")
	return len(f.objects)
}

// Set fills in an object.
func (f *File) Set(n int, body string) { f.objects[n-1] = body }

// Add appends an object and returns its number.
func (f *File) Add(format string, a ...any) int {
	f.objects = append(f.objects, fmt.Sprintf(format, a...))
	return len(f.objects)
}

// Stream appends a stream with the entries of dict; /Length is added.
func (f *File) Stream(dict, data string) int {
	return f.Add("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// Deflate compresses data for a stream with /Filter/FlateDecode.
func Deflate(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(data))
	w.Close()
	return b.String()
}

// Bytes writes the file with a plain cross-reference table. Object root is the
// catalogue.
func (f *File) Bytes(root int) []byte {
	b, offsets := f.body(func(int) bool { return true })
	start := b.Len()
	fmt.Fprintf(b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, o := range offsets[1:] {
		fmt.Fprintf(b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(b, "trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(f.objects)+1, root, f.Trailer, start)
	return b.Bytes()
}

// Packed writes the file as modern producers do: all objects that are not
// streams in one object stream, and a cross-reference stream.
func (f *File) Packed(root int) []byte {
	isStream := func(n int) bool { return bytes.Contains([]byte(f.objects[n-1]), []byte("\nstream\n")) }
	b, offsets := f.body(isStream)
	var head, members bytes.Buffer
	index := map[int]int{}
	for n := 1; n <= len(f.objects); n++ {
		if !isStream(n) {
			index[n] = len(index)
			fmt.Fprintf(&head, "%d %d ", n, members.Len())
			members.WriteString(f.objects[n-1] + " ")
		}
	}
	packed, table := len(f.objects)+1, len(f.objects)+2
	data := Deflate(head.String() + members.String())
	at := b.Len()
	fmt.Fprintf(b, "%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n",
		packed, len(index), head.Len(), len(data), data)
	start := b.Len()
	records := record(0, 0, 65535)
	for n := 1; n <= len(f.objects); n++ {
		if i, ok := index[n]; ok {
			records = append(records, record(2, packed, i)...)
		} else {
			records = append(records, record(1, offsets[n], 0)...)
		}
	}
	records = append(append(records, record(1, at, 0)...), record(1, start, 0)...)
	xref := Deflate(string(records))
	fmt.Fprintf(b, "%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		table, table+1, root, f.Trailer, len(xref), xref, start)
	return b.Bytes()
}

func record(kind, second, third int) []byte {
	b := []byte{byte(kind)}
	b = binary.BigEndian.AppendUint32(b, uint32(second))
	return binary.BigEndian.AppendUint16(b, uint16(third))
}

// body writes header and the objects that are wanted, and returns where each
// begins.
func (f *File) body(wanted func(n int) bool) (*bytes.Buffer, []int) {
	version := f.Version
	if version == "" {
		version = "1.7"
	}
	b := &bytes.Buffer{}
	fmt.Fprintf(b, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", version)
	offsets := make([]int, len(f.objects)+1)
	for i, body := range f.objects {
		if wanted(i + 1) {
			offsets[i+1] = b.Len()
			fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", i+1, body)
		}
	}
	return b, offsets
}
