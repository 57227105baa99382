package main

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"rodedraad/ingest/pdf/pdftest"
)

// updated is a file whose page was replaced afterwards: the old text is still
// in it, before the new.
func updated(pieces []piece) []byte {
	old := page(upright, plainly([]set{{40, 500, 9, false, "Deze oude tekst is vervangen en mag niet worden gelezen."}}))
	content := regexp.MustCompile(`(\d+) 0 obj\n<<[^>]*>>\nstream`).FindSubmatch(old)
	number, _ := strconv.Atoi(string(content[1]))
	return appended(old, number, plainly(usual(pieces)))
}

// appended adds a new version of a stream to a file, with a section of the
// cross-reference table that leads to the one before.
func appended(old []byte, number int, stream string) []byte {
	before := regexp.MustCompile(`startxref\s+(\d+)`).FindSubmatch(old)[1]
	root := regexp.MustCompile(`/Root \d+ 0 R`).Find(old)
	size := regexp.MustCompile(`/Size (\d+)`).FindSubmatch(old)[1]
	b := bytes.NewBuffer(bytes.Clone(old))
	at := b.Len()
	fmt.Fprintf(b, "%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", number, len(stream), stream)
	start := b.Len()
	fmt.Fprintf(b, "xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %s%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n", number, at, size, root, before, start)
	return b.Bytes()
}

// hybrid is a file as Word writes it: a plain table for old readers, which hides
// what stands in object streams, and beside it a stream that names those.
func hybrid(pieces []piece) []byte {
	b := bytes.NewBufferString("%PDF-1.5\n%\xE2\xE3\xCF\xD3\n")
	offsets := map[int]int{}
	object := func(n int, body string) {
		offsets[n] = b.Len()
		fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	stream := func(entries, content string) string {
		data := pdftest.Deflate(content)
		return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
	}
	fonts := []string{"Courier", "Courier-Bold"}
	members, head := "", ""
	for i, name := range fonts {
		head += fmt.Sprintf("%d %d ", 5+i, len(members))
		members += "<</Type/Font/Subtype/Type1/BaseFont/" + name + "/Encoding/WinAnsiEncoding>> "
	}
	object(1, "<</Type/Catalog/Pages 2 0 R>>")
	object(2, "<</Type/Pages/Count 1/Kids[3 0 R]>>")
	object(3, "<</Type/Page/Parent 2 0 R/MediaBox"+upright+"/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>")
	object(4, stream("", plainly(usual(pieces))))
	object(7, stream(fmt.Sprintf("/Type/ObjStm/N 2/First %d", len(head)), head+members))
	at := b.Len()
	hidden := string([]byte{2, 0, 7, 0, 2, 0, 7, 1})
	object(8, stream("/Type/XRef/Size 9/W[1 2 1]/Index[5 2]", hidden))
	start := b.Len()
	b.WriteString("xref\n0 9\n0000000000 65535 f \n")
	for n := 1; n < 9; n++ {
		if offsets[n] == 0 {
			b.WriteString("0000000000 00000 f \n")
			continue
		}
		fmt.Fprintf(b, "%010d 00000 n \n", offsets[n])
	}
	fmt.Fprintf(b, "trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", start)
	last := b.Len()
	fmt.Fprintf(b, "xref\n0 0\ntrailer\n<</Size 9/Root 1 0 R/Prev %d/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n", start, at, last)
	return b.Bytes()
}

// picture wraps a bitmap in a page that shows nothing else.
func picture(bitmap []byte) []byte {
	var width, height int
	header := regexp.MustCompile(`^P4\s(?:#[^\n]*\n)?(\d+) (\d+)\n`).FindSubmatch(bitmap)
	if header == nil {
		return nil
	}
	width, _ = strconv.Atoi(string(header[1]))
	height, _ = strconv.Atoi(string(header[2]))
	data := pdftest.Deflate(string(bitmap[len(header[0]):]))
	d := pdftest.New()
	image := d.Add("<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream",
		width, height, len(data), data)
	d.Page("/MediaBox"+upright, fmt.Sprintf("/XObject<</Im1 %d 0 R>>", image), "420 0 0 595 0 0 cm /Im1 Do")
	return d.Bytes()
}
