package worker

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// The kinds of frame.
const (
	frameJob    = 'J'
	frameStage  = 'S'
	frameResult = 'R'
	framePanic  = 'P'
)

// maxFrame is the most that a frame may hold: a document of 5,000 pages takes
// some 100 MB.
const maxFrame = 400 << 20

// stage is what a worker announces.
type stage struct {
	Name  string
	Limit time.Duration
}

// writeFrame writes one frame in one write, so that a worker which is killed
// leaves at most one frame torn. JSON rather than gob: gob turns a pointer to
// zero into nil, and the age of a baby is zero months, not unknown.
func writeFrame(w io.Writer, kind byte, value any) error {
	var b bytes.Buffer
	b.Write([]byte{0, 0, 0, 0, kind})
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return fmt.Errorf("encode frame %q: %w", kind, err)
	}
	size := b.Len() - 5
	if size > maxFrame {
		return fmt.Errorf("frame %q has %d bytes, the most is %d", kind, size, maxFrame)
	}
	binary.BigEndian.PutUint32(b.Bytes(), uint32(size))
	_, err := w.Write(b.Bytes())
	return err
}

// readFrame reads one frame. At the end of the stream the error is io.EOF.
func readFrame(r io.Reader) (kind byte, payload []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	size := binary.BigEndian.Uint32(head[:])
	kind = head[4]
	if size > maxFrame || !bytes.ContainsRune([]byte("JSRP"), rune(kind)) {
		return 0, nil, fmt.Errorf("no frame: %q", head)
	}
	// Read as it comes: a length alone must not claim memory.
	var b bytes.Buffer
	if n, err := io.CopyN(&b, r, int64(size)); err != nil {
		return 0, nil, fmt.Errorf("frame %q ends after %d of %d bytes: %w", kind, n, size, io.ErrUnexpectedEOF)
	}
	return kind, b.Bytes(), nil
}
