package pdftest

import (
	"fmt"
	"strings"
)

// The parts of generated reports. Nobody reads them for what they say: they
// make the words, headings and pages of a small Dutch report.
var (
	sectors = []string{"jeugdhulp", "kinderopvang", "het onderwijs", "de jeugdgezondheidszorg", "de politie", "volwassenenzorg", "Veilig Thuis"}
	ages    = []string{"twee", "drie", "vier", "zes", "negen", "elf", "veertien"}
	places  = []string{"Oostdorp", "Westkerk", "Zuidwoude", "Noordhoek", "Middelveen"}
	claims  = []string{
		"De professionals van %s hadden geen zicht op de veiligheid van het kind in het gezin.",
		"De informatie die bij %s bekend was, bereikte de andere betrokkenen niet.",
		"Er was bij %s geen regie op de hulp: niemand voelde zich verantwoordelijk voor het geheel.",
		"Het plan van aanpak van %s werd niet bijgesteld toen de zorgen toenamen.",
		"De medewerkers van %s spraken met de ouders, maar niet met het kind zelf.",
		"De verwijzing naar %s kwam laat, en daarna bleef het gezin op een wachtlijst.",
	}
	headings = []string{"Aanleiding", "Werkwijze", "Bevindingen", "Conclusies", "Aanbevelingen"}
)

// Report makes the small report with number n: one to three pages of Dutch
// prose in Helvetica, different for each n and the same for the same n. A
// corpus of any size can be made of them.
func Report(n int) []byte {
	d := New()
	font := fmt.Sprintf("/Font<</F1 %d 0 R>>", d.Helvetica())
	for page := range 1 + n%3 {
		d.Page("", font, reportPage(n, page))
	}
	if n%2 == 1 {
		return d.Packed()
	}
	return d.Bytes()
}

// reportPage sets one page: a title on the first, then sections.
func reportPage(n, page int) string {
	var b strings.Builder
	y := 760
	line := func(size int, text string) {
		fmt.Fprintf(&b, "BT /F1 %d Tf 60 %d Td (%s) Tj ET\n", size, y, text)
		y -= size + 4
	}
	if page == 0 {
		line(18, fmt.Sprintf("Onderzoek naar een calamiteit in %s, nummer %d", places[n%5], n))
		line(10, fmt.Sprintf("Inspectie Jeugdzorg, %d maart %d", 1+n%28, 2005+n/28%15))
		line(10, fmt.Sprintf("Op %d januari %d overleed een kind van %s jaar.", 1+n%28, 2004+n/28%15, ages[n%7]))
	}
	for k, heading := range headings {
		y -= 8
		line(14, fmt.Sprintf("%d %s", page*len(headings)+k+1, heading))
		for i := range 5 {
			pick := n/3 + 5*k + 7*i + 11*page
			line(10, fmt.Sprintf(claims[pick%len(claims)], sectors[(n+k+i)%len(sectors)]))
		}
	}
	return b.String()
}
