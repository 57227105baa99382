package precheck

import (
	"fmt"
	"sort"
	"strconv"
)

// objectStreams inflates object streams, each of them once, when the first of
// their members is asked for. The object layer itself inflates the stream
// again for every member it reads, which on tagged files costs more than all
// the rest together.
type objectStreams struct {
	f      *file
	opened map[uint32]*objectStream
	total  int64
}

// objectStream is an inflated stream and where its members begin.
type objectStream struct {
	err     error
	data    []byte
	ids     []uint32
	offsets []int // into data, one more than ids
}

// member returns the bytes of an object in a stream.
func (s *objectStreams) member(id uint32, e entry) ([]byte, error) {
	stream, ok := s.opened[e.stream]
	if !ok {
		stream = s.open(e.stream)
		s.opened[e.stream] = stream
	}
	if stream.err != nil {
		return nil, stream.err
	}
	i := int(e.offset)
	if i < 0 || i >= len(stream.ids) || stream.ids[i] != id {
		if i = indexOf(stream.ids, id); i < 0 {
			return nil, fmt.Errorf("object %d is not in object stream %d: %w", id, e.stream, errSyntax)
		}
	}
	return stream.data[stream.offsets[i]:stream.end(i)], nil
}

func indexOf(ids []uint32, id uint32) int {
	for i, x := range ids {
		if x == id {
			return i
		}
	}
	return -1
}

// end is where the member after i begins; members need not stand in order.
func (s *objectStream) end(i int) int {
	if i+1 < len(s.offsets) && s.offsets[i+1] > s.offsets[i] {
		return s.offsets[i+1]
	}
	return len(s.data)
}

func (s *objectStreams) open(id uint32) *objectStream {
	stream, err := s.inflate(id)
	if err != nil {
		return &objectStream{err: fmt.Errorf("object stream %d: %w", id, err)}
	}
	return stream
}

func (s *objectStreams) inflate(id uint32) (*objectStream, error) {
	if int(id) >= len(s.f.entries) || s.f.entries[id].inStream || !s.f.entries[id].used {
		return nil, errSyntax
	}
	got, err := s.f.objectAt(s.f.entries[id].offset)
	if err != nil {
		return nil, err
	}
	if got.data < 0 || got.value.key("Type").s != "ObjStm" {
		return nil, errSyntax
	}
	most := min(s.f.limits.Stream, s.f.limits.Document-s.total)
	data, err := s.f.inflate(got, most)
	if err != nil {
		return nil, err
	}
	s.total += int64(len(data))
	return readMembers(data, got.value.key("N").n, got.value.key("First").n)
}

// readMembers reads the head of an object stream: pairs of number and offset.
func readMembers(data []byte, count, first int64) (*objectStream, error) {
	if first < 0 || first > int64(len(data)) || count < 0 || count > first {
		return nil, fmt.Errorf("announces %d members, first at %d of %d: %w", count, first, len(data), errSyntax)
	}
	stream := &objectStream{data: data}
	p := &parser{b: data[:first]}
	for range count {
		id, ok1 := p.digits()
		offset, ok2 := p.digits()
		if !ok1 || !ok2 || first+offset > int64(len(data)) {
			return nil, fmt.Errorf("member %d: %w", len(stream.ids), errSyntax)
		}
		stream.ids = append(stream.ids, uint32(id))
		stream.offsets = append(stream.offsets, int(first+offset))
	}
	if !sort.IntsAreSorted(stream.offsets) {
		stream.offsets = append(stream.offsets, len(data))
	}
	return stream, nil
}

// digits reads a number without sign.
func (p *parser) digits() (int64, bool) {
	p.skipSpace()
	start := p.p
	for p.p < len(p.b) && p.b[p.p] >= '0' && p.b[p.p] <= '9' {
		p.p++
	}
	n, err := strconv.ParseUint(string(p.b[start:p.p]), 10, 32)
	return int64(n), err == nil
}
