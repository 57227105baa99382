package sectors

import (
	"fmt"
	"os"
	"testing"
)

func TestZZDump(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		return
	}
	for _, r := range reports(t, "t") {
		if r.Name != os.Getenv("DUMP") {
			continue
		}
		for _, p := range r.Text.Passages {
			fmt.Printf("%s/%s/%s| %q\n", p.Section, p.Kind, p.HeadingPath, p.Text)
		}
	}
}
