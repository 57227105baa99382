package precheck

import (
	"bytes"
	"io"
)

// Report is what a sound file looks like from outside.
type Report struct {
	Pages     int    // in the page tree
	Version   string // as in the header, e.g. "1.7"
	Objects   int    // entries of the cross-reference table
	Encrypted bool   // opened with the empty password
	View      *View  // the file as engine 1 should see it
}

// Check decides whether engine 1 may open the file that r holds in its first
// size bytes. The error is a *Refusal when the file is odd, and an error of r
// when it cannot be read.
func Check(r io.ReaderAt, size int64, limits Limits) (Report, error) {
	f, err := openFile(r, size, limits)
	if err != nil {
		return Report{}, err
	}
	version, err := f.header()
	if err != nil {
		return Report{}, err
	}
	start, err := f.startxref()
	if err != nil {
		return Report{}, err
	}
	if err := f.readXrefs(start); err != nil {
		return Report{}, err
	}
	if f.crypt, err = f.decryption(); err != nil {
		return Report{}, err
	}
	pages, err := f.countPages()
	if err != nil {
		return Report{}, err
	}
	return Report{Pages: pages, Version: version, Objects: len(f.entries), Encrypted: f.crypt != nil, View: newView(f)}, nil
}

// header reads "%PDF-1.7" at the first byte. A header further on shifts every
// offset in the file, which is repair and so for the second engine.
func (f *file) header() (string, error) {
	b, err := f.window(0, 16)
	if err != nil {
		return "", refuse(BadHeader, "%v", err)
	}
	if len(b) < 9 || !bytes.HasPrefix(b, []byte("%PDF-")) || b[5] != '1' && b[5] != '2' || b[6] != '.' || b[7] < '0' || b[7] > '9' {
		return "", refuse(BadHeader, "file begins with %q", b)
	}
	return string(b[5:8]), nil
}

// tail is how far from the end %%EOF may stand (ISO 32000-1, annex H.3).
const tail = 1024

// startxref finds the last startxref and the offset behind it.
func (f *file) startxref() (int64, error) {
	from := max(f.size-tail, 0)
	b, err := f.window(from, tail)
	if err != nil {
		return 0, refuse(NoEnd, "%v", err)
	}
	end := bytes.LastIndex(b, []byte("%%EOF"))
	if end < 0 {
		return 0, refuse(NoEnd, "no %%%%EOF in the last %d bytes", len(b))
	}
	i := bytes.LastIndex(b[:end], []byte("startxref"))
	if i < 0 {
		return 0, refuse(BadStart, "no startxref before %%%%EOF")
	}
	p := &parser{b: b[:end], p: i + len("startxref")}
	offset, ok := p.digits()
	if !ok || offset <= 0 || offset >= f.size {
		return 0, refuse(BadStart, "startxref points to %d in a file of %d bytes", offset, f.size)
	}
	return offset, nil
}
