package pdfium

import (
	"fmt"
	"image"
	"image/png"
	"io"

	"github.com/klippa-app/go-pdfium/requests"
)

// maxPixels bounds the picture of a page: a poster at 300 dpi would fill the
// sandbox's memory.
const maxPixels = 40e6

// Render writes a page, 1-based, as a grey PNG at the given resolution (fewer
// dots where the page is very large), and gives the resolution it took.
func (d *Document) Render(w io.Writer, number, dpi int) (int, error) {
	if d.instance == nil {
		return 0, fmt.Errorf("page %d: the document is closed", number)
	}
	page := requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: number - 1}}
	size, err := d.instance.GetPageSize(&requests.GetPageSize{Page: page})
	if err != nil {
		return 0, fmt.Errorf("page %d: size: %w", number, err)
	}
	for dpi > 36 && size.Width*size.Height/72/72*float64(dpi*dpi) > maxPixels {
		dpi -= 12
	}
	got, err := d.instance.RenderPageInDPI(&requests.RenderPageInDPI{
		Page: page, DPI: dpi,
		ImageFormat: requests.RenderImageFormatGrayscale,
	})
	if err != nil {
		return 0, fmt.Errorf("page %d: render: %w", number, err)
	}
	defer got.Cleanup()
	var picture image.Image = got.Result.RenderedImage
	if err := png.Encode(w, picture); err != nil {
		return 0, fmt.Errorf("page %d: write picture: %w", number, err)
	}
	return dpi, nil
}
