package pdf

// Document is what an engine read from a PDF: no interpretation, only what
// stands where. Layout turns it into pages and passages.
type Document struct {
	PageCount int // as the file says, also when fewer pages were read
	Info      Info
	Outline   []OutlineItem
	Pages     []Page
	Encrypted bool // opened with an empty password
	Tagged    bool
}

// Info is the document information of a PDF, empty where it has none.
type Info struct {
	Title, Author, Subject, Creator, Producer string
	Created, Modified                         string // ISO date, when readable
	Language                                  string // of the catalogue, e.g. "nl-NL"
}

// OutlineItem is a bookmark.
type OutlineItem struct {
	Title string
	Level int // 1 is the top
	Page  int // 1-based, 0 when it points nowhere
}

// Page is one page: its words in the order of the content stream, and the
// drawings that layout needs. Coordinates are in points from the top left of
// the page as it is seen (rotation applied); y grows downwards.
type Page struct {
	Number        int    // 1-based
	Label         string // the printed page label, if the file has one
	Width, Height float64
	Words         []Word
	Rules         []Rule
	ImageCover    float64 // part of the page that images cover, 0 to 1
	Engine        string  // "rodedraad", "pdfium", "tesseract"
	EngineVersion string
	Quality       float64 // 0 to 1, see Score
	Fallback      string  // why it was not engine 1; empty when it was
}

// Word is a run of glyphs without a gap between them, in one font and size.
type Word struct {
	Text         string // NFC, ligatures as letters, never empty, no white space
	X0, X1       float64
	Y            float64 // baseline
	Size         float64 // of the font, in points as seen
	Bold, Italic bool
	Font         string  // name without subset prefix
	Angle        int     // 0, 90, 180 or 270: the direction of reading, as seen
	Length       float64 // along the line, of a word that reads up or down; 0 when unknown
	Glued        bool    // follows the previous word without a gap (change of font or size)
	Invisible    bool    // render mode 3: the text layer of a scan
	Element      uint32  // structure element it is part of, by object number; 0 when that is not at hand
	Tag          string  // nearest structure type of marked content: H1, P, LI, TD, Artifact, …
}

// Rule is a straight line or thin filled rectangle: the rule above footnotes,
// the lines of a table.
type Rule struct{ X0, Y0, X1, Y1 float64 }

// Problem is something that went wrong on a page (0: the whole file) and did
// not stop the reading.
type Problem struct {
	Page int
	Text string
	Hint string
}
