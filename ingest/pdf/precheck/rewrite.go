package precheck

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
)

// rewritten returns an object of an encrypted file with its strings decrypted.
func (f *file) rewritten(id uint32) ([]byte, error) {
	got, err := f.object(int64(id))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	f.write(&b, got.value, id, f.entries[id].gen)
	return b.Bytes(), nil
}

// write prints a value as it stands in a file.
func (f *file) write(b *bytes.Buffer, v value, id uint32, gen uint16) {
	switch v.kind {
	case null:
		b.WriteString("null")
	case integer:
		b.WriteString(strconv.FormatInt(v.n, 10))
	case reference:
		fmt.Fprintf(b, "%d %d R", v.n, v.gen)
	case name:
		writeName(b, v.s)
	case text:
		s := f.crypt.decrypt(f.crypt.strings, id, gen, []byte(v.s))
		b.WriteString("<" + hex.EncodeToString(s) + ">")
	case array:
		b.WriteByte('[')
		for _, item := range v.items {
			f.write(b, item, id, gen)
			b.WriteByte(' ')
		}
		b.WriteByte(']')
	case dict:
		b.WriteString("<<")
		for _, item := range v.items {
			f.write(b, item, id, gen)
			b.WriteByte(' ')
		}
		b.WriteString(">>")
	default:
		b.WriteString(v.s)
	}
}

func writeName(b *bytes.Buffer, s string) {
	b.WriteByte('/')
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '#' || isDelimiter(c) {
			fmt.Fprintf(b, "#%02x", c)
		} else {
			b.WriteByte(c)
		}
	}
}

// place is where an object begins in the file.
type place struct {
	offset int64
	id     uint32
}

// places lists the objects of an encrypted file in their order, and which of
// them must be rewritten: those that are not streams.
func (f *file) places() (all []place, rewrite map[uint32]bool) {
	rewrite = map[uint32]bool{}
	for id, e := range f.entries {
		if !e.used || e.inStream {
			continue
		}
		all = append(all, place{e.offset, uint32(id)})
		if got, err := f.objectAt(e.offset); err == nil && got.data < 0 {
			rewrite[uint32(id)] = true
		}
	}
	slices.SortFunc(all, func(a, b place) int { return cmp.Compare(a.offset, b.offset) })
	return all, rewrite
}

// Decrypt decrypts the data of the stream that begins at an offset of the
// original. Data of a file that is not encrypted is returned as it is.
func (v *View) Decrypt(offset int64, data []byte) []byte {
	c := v.f.crypt
	if c == nil {
		return data
	}
	i, _ := slices.BinarySearchFunc(v.places, offset, func(p place, o int64) int { return cmp.Compare(p.offset, o) })
	if i == 0 {
		return data
	}
	id := v.places[i-1].id
	return c.decrypt(c.streams, id, v.f.entries[id].gen, data)
}
