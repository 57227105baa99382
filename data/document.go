package data

// SectionRole says what a section of a report is for. A sentence in the norms
// or in the table of contents is not a finding, whatever it says.
type SectionRole string

// The section roles.
const (
	Summary         SectionRole = "samenvatting"
	Occasion        SectionRole = "aanleiding"
	Method          SectionRole = "werkwijze"
	Facts           SectionRole = "feiten"
	Findings        SectionRole = "bevindingen"
	Norms           SectionRole = "normen"
	Conclusions     SectionRole = "conclusies"
	Recommendations SectionRole = "aanbevelingen"
	Annex           SectionRole = "bijlage"
	Contents        SectionRole = "inhoudsopgave"
	Colophon        SectionRole = "colofon"
	OtherSection    SectionRole = "overig"
)

// SectionRoles lists every section role, in the order of a classic report.
var SectionRoles = []SectionRole{
	Colophon, Contents, Summary, Occasion, Method, Norms, Facts, Findings,
	Conclusions, Recommendations, Annex, OtherSection,
}

// PassageKind says what a passage looks like on the page.
type PassageKind string

// The passage kinds. A title is the cover's title line or lines.
const (
	Paragraph PassageKind = "alinea"
	Heading   PassageKind = "kop"
	ListItem  PassageKind = "lijstitem"
	TableRow  PassageKind = "tabelrij"
	Footnote  PassageKind = "voetnoot"
	Caption   PassageKind = "bijschrift"
	Title     PassageKind = "titel"
)

// TextStatus says where the text of a document comes from.
type TextStatus string

// The text statuses.
const (
	TextLayer TextStatus = "tekst"
	TextOCR   TextStatus = "ocr"
	TextMixed TextStatus = "gemengd"
	TextNone  TextStatus = "geen"
)

// Document is one PDF file.
type Document struct {
	ID              string // sha256 of the file's bytes, lower-case hex
	FileName        string // base name, without folders
	SourceURL       string // from a manifest, else empty
	Title           string
	Kind            string // code of variable documentsoort
	PublicationDate Date
	Language        string // "nl", "en" or "" when undecided
	PageCount       int
	TextStatus      TextStatus
	ReportNumber    string
	InCorpus        bool
	CorpusReason    string // why, in words a reader can check
	CodebookVersion string
	Overrides       string // comma-separated fields taken from a manifest, sorted
}

// DocumentOrganisation is the part an organisation has in a document.
type DocumentOrganisation struct {
	Organisation string // code of the organisation list, e.g. "IGJ"
	Role         string // uitvoerend, samenwerkend, opdrachtgever, genoemd
}

// Page is one page and its text as read, headers and footers included. Lines
// end in "\n". Offsets of passages and evidence count bytes of Text.
type Page struct {
	Number         int    // 1-based
	Label          string // the printed page label, if the PDF has one
	Text           string
	Engine         string // "rodedraad", "pdfium", "tesseract"
	EngineVersion  string
	Quality        float64 // 0 to 1
	FallbackReason string  // why not engine 1; empty when it was
}

// Passage is a paragraph, heading, list item, table row or footnote. Text is
// its reading text: line ends turned into spaces and line-end hyphens undone.
// Pieces ties every byte of Text to the page it came from; Page, Start and End
// are the part on the passage's first page.
type Passage struct {
	Number      int // 1-based, in reading order
	Page        int
	Section     SectionRole
	HeadingPath string // the headings above it, joined by " > "
	Level       int    // of a heading: 1 is a chapter; else 0
	Kind        PassageKind
	Start, End  int // bytes in the text of Page
	Text        string
	Pieces      []Piece
}

// Piece says that Passage.Text[TextStart:TextStart+Length] is the same bytes
// as the text of Page from PageStart on. Pieces are sorted, do not overlap,
// and leave out only bytes that layout put in or took away (the space for a
// line end, a line-end hyphen).
type Piece struct {
	TextStart, Page, PageStart, Length int
}

// Problem is something that went wrong and did not stop the run.
type Problem struct {
	Stage string // "openen", "lezen", "indelen", "coderen", "opslaan"
	Page  int    // 0 when it concerns the whole document
	Text  string // what happened, names file and page
	Hint  string // what a person can do about it
}
