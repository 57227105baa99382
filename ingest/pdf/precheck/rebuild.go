package precheck

import (
	"bytes"
	"fmt"
	"io"
	"slices"
)

// Rebuild examines a file whose cross-references are lost or lie: it looks for
// the objects themselves, "12 0 obj", and makes the table anew. The last of
// several objects with one number counts, as after an update. Where the
// catalogue or the page tree did not survive, as in a file cut short, the page
// objects that did make a new one, in the order they stand in.
//
// It reads the whole file and believes nothing in it, so it is for files that
// no other way leads into.
func Rebuild(r io.ReaderAt, size int64, limits Limits) (Report, error) {
	f, err := openFile(r, size, limits)
	if err != nil {
		return Report{}, err
	}
	finds, err := f.scan()
	if err != nil {
		return Report{}, err
	}
	if f.crypt, err = f.decryption(); err != nil {
		return Report{}, err
	}
	f.openStreams(finds.streams)
	pages, err := f.countPages()
	if err != nil {
		if pages = f.plant(); pages == 0 {
			return Report{}, err
		}
	}
	return Report{Pages: pages, Version: "1.7", Objects: len(f.entries), Encrypted: f.crypt != nil, View: newView(f)}, nil
}

// finds is what a scan of a file came upon.
type finds struct {
	streams []uint32 // numbers of object streams, in the order of the file
}

// scanWindow is how much of a file is searched at a time; windows overlap by
// more than the head of an object takes.
const (
	scanWindow  = 1 << 20
	scanOverlap = 64
)

// scan enters every object of the file, and finds a trailer.
func (f *file) scan() (finds, error) {
	var found finds
	for from := int64(0); from < f.size; from += scanWindow - scanOverlap {
		b, err := f.window(from, scanWindow)
		if err != nil {
			return found, refuse(BadXref, "%v", err)
		}
		f.scanObjects(b, from, &found)
		f.scanTrailers(b, from)
	}
	if len(f.entries) == 0 {
		return found, refuse(BadXref, "no objects in the file")
	}
	return found, nil
}

// scanObjects enters the objects whose heads stand in a part of the file.
func (f *file) scanObjects(b []byte, from int64, found *finds) {
	for at := 0; ; at += len("obj") {
		i := bytes.Index(b[at:], []byte("obj"))
		if i < 0 {
			return
		}
		at += i
		id, gen, start, ok := headBefore(b, at)
		if !ok || id >= int64(f.limits.Objects) || f.checkRange(id, 1) != nil {
			continue
		}
		f.entries[id] = entry{known: true, used: true, gen: uint16(gen), offset: from + int64(start)}
		f.classify(uint32(id), found)
	}
}

// headBefore reads the two numbers in front of "obj".
func headBefore(b []byte, at int) (id, gen int64, start int, ok bool) {
	number := func(end int) (n int64, from int, ok bool) {
		for end > 0 && isSpace(b[end-1]) {
			end--
		}
		from = end
		for from > 0 && end-from < 10 && b[from-1] >= '0' && b[from-1] <= '9' {
			from--
			ok = true
		}
		for _, c := range b[from:end] {
			n = n*10 + int64(c-'0')
		}
		return n, from, ok
	}
	gen, from, ok := number(at)
	if !ok || from == 0 || !isSpace(b[from-1]) || gen > 65535 {
		return 0, 0, 0, false
	}
	id, start, ok = number(from)
	return id, gen, start, ok && id > 0
}

// classify looks whether an object is one of those that say where others are.
func (f *file) classify(id uint32, found *finds) {
	b, err := f.window(f.entries[id].offset, 512)
	if err != nil {
		return
	}
	end := bytes.Index(b, []byte("stream"))
	if end < 0 {
		return
	}
	switch {
	case bytes.Contains(b[:end], []byte("/ObjStm")):
		found.streams = append(found.streams, id)
	case bytes.Contains(b[:end], []byte("/XRef")):
		if got, err := f.objectAt(f.entries[id].offset); err == nil {
			f.useTrailer(got.value)
		}
	}
}

// scanTrailers reads the trailers that begin in a part of the file.
func (f *file) scanTrailers(b []byte, from int64) {
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("trailer"))
		if i < 0 {
			return
		}
		at += i + len("trailer")
		if from+int64(at) >= f.size {
			return
		}
		if v, err := f.readTrailer(from + int64(at)); err == nil {
			f.useTrailer(v)
		}
	}
}

// useTrailer keeps the last trailer that leads to a catalogue.
func (f *file) useTrailer(v value) {
	if v.key("Root").kind == reference {
		f.trailer = v
	}
}

// openStreams enters the members of object streams, where the file has no such
// object outside them.
func (f *file) openStreams(ids []uint32) {
	for _, id := range slices.Backward(ids) {
		stream := f.streams.open(id)
		f.streams.opened[id] = stream
		for i, member := range stream.ids {
			if int64(member) >= int64(f.limits.Objects) || f.checkRange(int64(member), 1) != nil || f.entries[member].used {
				continue
			}
			f.entries[member] = entry{known: true, used: true, inStream: true, stream: id, offset: int64(i)}
		}
	}
}

// plant makes a catalogue and a page tree for the page objects there are. They
// stand in a stream of objects that the file does not have.
func (f *file) plant() int {
	var kids bytes.Buffer
	pages := 0
	for _, id := range f.inOrder() {
		got, err := f.object(int64(id))
		if err == nil && got.value.kind == dict && got.value.key("Type").s == "Page" {
			fmt.Fprintf(&kids, "%d %d R ", id, f.entries[id].gen)
			pages++
		}
	}
	home := len(f.entries) // of the stream that holds both
	if pages == 0 || home+3 > f.limits.Objects {
		return 0
	}
	catalog, tree := home+1, home+2
	first := fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", tree)
	second := fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", pages, kids.Bytes())
	f.streams.opened[uint32(home)] = &objectStream{data: []byte(first + " " + second),
		ids: []uint32{uint32(catalog), uint32(tree)}, offsets: []int{0, len(first) + 1}}
	f.entries = append(f.entries, entry{known: true},
		entry{known: true, used: true, inStream: true, stream: uint32(home)},
		entry{known: true, used: true, inStream: true, stream: uint32(home), offset: 1})
	f.trailer = value{kind: dict, items: []value{{kind: name, s: "Root"}, {kind: reference, n: int64(catalog)}}}
	return pages
}

// inOrder lists the objects as they stand in the file, members of streams
// where their stream stands.
func (f *file) inOrder() []uint32 {
	type placed struct {
		offset, member int64
		id             uint32
	}
	var all []placed
	for id, e := range f.entries {
		switch {
		case e.used && e.inStream:
			all = append(all, placed{f.entries[e.stream].offset, e.offset, uint32(id)})
		case e.used:
			all = append(all, placed{e.offset, -1, uint32(id)})
		}
	}
	slices.SortFunc(all, func(a, b placed) int {
		if a.offset != b.offset {
			return int(min(max(a.offset-b.offset, -1), 1))
		}
		return int(min(max(a.member-b.member, -1), 1))
	})
	ids := make([]uint32, len(all))
	for i, p := range all {
		ids[i] = p.id
	}
	return ids
}
