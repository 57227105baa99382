package ocr

import (
	"context"
	"errors"
	"math"
	"testing"
)

const sample = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
	"1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n" +
	"4\t1\t1\t1\t1\t0\t300\t600\t900\t50\t-1\t\n" +
	"5\t1\t1\t1\t1\t1\t300\t602\t200\t40\t96.1\tDe\n" +
	"5\t1\t1\t1\t1\t2\t550\t602\t650\t48\t91.0\tjeugdzorg\n" +
	"4\t1\t1\t1\t2\t0\t300\t700\t100\t50\t-1\t\n" +
	"5\t1\t1\t1\t2\t1\t300\t700\t100\t50\t20\t \n" +
	"nonsense\n"

func TestParse(t *testing.T) {
	words := parse(sample, 72.0/300)
	if len(words) != 2 || words[0].Text != "De" || words[1].Text != "jeugdzorg" {
		t.Fatalf("got %+v", words)
	}
	if words[0].Y != words[1].Y {
		t.Errorf("words of one line stand at %v and %v", words[0].Y, words[1].Y)
	}
	if math.Abs(words[0].X0-72) > 0.01 || math.Abs(words[1].X1-288) > 0.01 {
		t.Errorf("300 dots are an inch, but X0 is %v and X1 %v", words[0].X0, words[1].X1)
	}
	// The baseline lies within the line's box, which is 144 to 156 points down.
	if words[0].Y <= 144 || words[0].Y >= 156 {
		t.Errorf("baseline at %v", words[0].Y)
	}
}

func TestMissing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Find(context.Background()); !errors.Is(err, ErrMissing) {
		t.Errorf("got %v, want ErrMissing", err)
	}
}

func TestParseMode(t *testing.T) {
	for in, want := range map[string]Mode{"": Auto, "auto": Auto, "off": Off, "force": Force} {
		if got, err := ParseMode(in); got != want || err != nil {
			t.Errorf("%q gives %q, %v", in, got, err)
		}
	}
	if _, err := ParseMode("misschien"); err == nil {
		t.Error("an unknown mode is accepted")
	}
}
