package precheck

// Limits bound what a file may ask for. The zero value of a field means its
// default.
type Limits struct {
	FileSize   int64 // bytes, default 200 MB
	Objects    int   // entries of the cross-reference table, default 1,000,000
	Stream     int64 // bytes of one inflated stream, default 64 MB
	Document   int64 // bytes of all inflated object streams, default 256 MB
	ObjectSize int   // bytes of one object that is not a stream, default 8 MB
	Sections   int   // cross-reference sections in a chain, default 1,000
}

// withDefaults fills in what the caller left out.
func (l Limits) withDefaults() Limits {
	setDefault(&l.FileSize, 200<<20)
	setDefault(&l.Objects, 1_000_000)
	setDefault(&l.Stream, 64<<20)
	setDefault(&l.Document, 256<<20)
	setDefault(&l.ObjectSize, 8<<20)
	setDefault(&l.Sections, 1000)
	return l
}

func setDefault[T int | int64](field *T, value T) {
	if *field <= 0 {
		*field = value
	}
}

// maxDepth is how deep arrays and dictionaries may nest. Producers stay below
// ten; the object layer gives up at a thousand.
const maxDepth = 64
