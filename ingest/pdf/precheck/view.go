package precheck

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
)

// View is a file as the object layer should see it. It reads as
//
//	[header][original bytes][members of object streams][table and trailer]
//
// where all but the second part are written here. Members of object streams,
// and the objects of an encrypted file with their strings made readable, stand at addresses behind the original, a stride apart, and are fetched when
// they are read; so a file of many objects costs nothing until they are used.
// A View is for one goroutine.
type View struct {
	f       *file
	members []uint32 // numbers of the objects in object streams
	base    int64    // address of the first member
	table   int64    // address of the cross-reference table
	ending  []byte   // what stands there
	places  []place  // of an encrypted file
}

// stride is the room for one member, more than an inflated stream may hold.
const stride = 1 << 32

// headerLine is a header the object layer accepts; it knows versions to 1.7.
const headerLine = "%PDF-1.7\n"

func newView(f *file) *View {
	v := &View{f: f, base: (f.size/stride + 1) * stride}
	var rewrite map[uint32]bool
	if f.crypt != nil {
		v.places, rewrite = f.places()
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "xref\n0 %d\n", len(f.entries))
	for id, e := range f.entries {
		offset, gen, use := e.offset, e.gen, " n\n"
		switch {
		case !e.used:
			offset, use = 0, " f\n"
		case e.inStream || rewrite[uint32(id)]:
			offset = v.base + int64(len(v.members))*stride
			if e.inStream {
				gen = 0
			}
			v.members = append(v.members, uint32(id))
		}
		b.Write(strconv.AppendInt(b.AvailableBuffer(), offset, 10))
		b.WriteByte(' ')
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(gen), 10))
		b.WriteString(use)
	}
	v.table = v.base + int64(len(v.members))*stride
	fmt.Fprintf(&b, "trailer\n<</Size %d", len(f.entries))
	for _, k := range []string{"Root", "Info"} {
		if ref := f.trailer.key(k); ref.kind == reference {
			fmt.Fprintf(&b, "/%s %d %d R", k, ref.n, ref.gen)
		}
	}
	fmt.Fprintf(&b, ">>\n%*s\nstartxref\n%d\n%%%%EOF\n", tail, "", v.table)
	v.ending = b.Bytes()
	return v
}

// Size is the length of the view in bytes; most of it is never read.
func (v *View) Size() int64 { return v.table + int64(len(v.ending)) }

// ReadAt reads from the view. Between its parts it ends early, as a reader at
// the end of a file does.
func (v *View) ReadAt(p []byte, offset int64) (int, error) {
	switch {
	case offset < 0:
		return 0, fmt.Errorf("read at offset %d", offset)
	case offset < int64(len(headerLine)):
		return v.readHeader(p, offset)
	case offset < v.f.size:
		return v.readOriginal(p, offset)
	case offset >= v.table:
		return copyFrom(p, v.ending, offset-v.table)
	case offset >= v.base:
		return v.readMember(p, offset-v.base)
	}
	return 0, io.EOF
}

// Peek reads a name and a reference from a dictionary object, without the cost
// of building the object: a tagged page has hundreds of structure elements of
// which two entries are of use.
func (v *View) Peek(id uint32, nameKey, referenceKey string) (string, uint32, bool) {
	got, err := v.f.object(int64(id))
	if err != nil || got.value.kind != dict {
		return "", 0, false
	}
	ref := got.value.key(referenceKey)
	if ref.kind != reference || ref.n >= int64(len(v.f.entries)) {
		return got.value.key(nameKey).s, 0, true
	}
	return got.value.key(nameKey).s, uint32(ref.n), true
}

// Original reads the file itself, for the data of streams.
func (v *View) Original() (io.ReaderAt, int64) { return v.f.r, v.f.size }

func (v *View) readHeader(p []byte, offset int64) (int, error) {
	if offset >= v.f.size {
		return 0, io.EOF
	}
	n, err := v.readOriginal(p, offset)
	copy(p[:n], headerLine[offset:])
	return n, err
}

// readOriginal reads from the file up to its end.
func (v *View) readOriginal(p []byte, offset int64) (int, error) {
	n, err := v.f.r.ReadAt(p[:min(int64(len(p)), v.f.size-offset)], offset)
	if n < len(p) && err == nil {
		err = io.EOF
	}
	return n, err
}

func (v *View) readMember(p []byte, offset int64) (int, error) {
	id := v.members[offset/stride]
	body, gen, err := v.member(id)
	if err != nil {
		return 0, err
	}
	head := strconv.FormatUint(uint64(id), 10) + " " + strconv.FormatUint(uint64(gen), 10) + " obj\n"
	const foot = "\nendobj\n"
	at := offset % stride
	n := 0
	for _, part := range []string{head, "", foot} {
		src := []byte(part)
		if part == "" {
			src = body
		}
		if at < int64(len(src)) {
			n += copy(p[n:], src[at:])
			at = 0
			continue
		}
		at -= int64(len(src))
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// member returns the text of an object that is not read where it stands.
func (v *View) member(id uint32) ([]byte, uint16, error) {
	e := v.f.entries[id]
	if e.inStream {
		body, err := v.f.streams.member(id, e)
		return body, 0, err
	}
	body, err := v.f.rewritten(id)
	return body, e.gen, err
}

func copyFrom(p, src []byte, at int64) (int, error) {
	if at >= int64(len(src)) {
		return 0, io.EOF
	}
	n := copy(p, src[at:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
