package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/pdf/extract"
	"rodedraad/ingest/worker"
)

// What is wrong with a path that was asked for.
var (
	ErrMissing    = errors.New("path does not exist")
	ErrForbidden  = errors.New("path may not be read")
	ErrNothing    = errors.New("no PDF files")
	ErrManifest   = errors.New("manifest is wrong")
	ErrNotAPDF    = errors.New("file is not a PDF")
	ErrNoWorker   = errors.New("worker process does not start")
	errOtherInput = errors.New("path cannot be read")
)

// InputError says what is wrong with what a run was asked to read, and what a
// person can do. It wraps one of the errors above.
type InputError struct {
	Path, Text, Hint string
	Err              error
}

// Error names the path, then what is wrong with it.
func (e *InputError) Error() string { return e.Path + ": " + e.Text }

// Unwrap gives the kind of error.
func (e *InputError) Unwrap() error { return e.Err }

// inputError explains an error of the file system.
func inputError(path string, err error) *InputError {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &InputError{path, "bestaat niet", "controleer de spelling en de map waarin u werkt", ErrMissing}
	case errors.Is(err, fs.ErrPermission):
		return &InputError{path, "mag niet worden gelezen", "geef uzelf leesrechten", ErrForbidden}
	}
	return &InputError{path, "kan niet worden gelezen: " + err.Error(), "controleer de schijf of de netwerkverbinding", errOtherInput}
}

// problemOf turns an error about one file into what the store keeps of it.
func problemOf(name string, err error) data.Problem {
	var failure *extract.Failure
	var death *worker.Death
	var input *InputError
	switch {
	case errors.As(err, &failure):
		return data.Problem{Stage: "openen", Page: failure.Problem.Page,
			Text: name + ": " + failure.Problem.Text, Hint: failure.Problem.Hint}
	case errors.As(err, &death):
		return problemOfDeath(name, death)
	case errors.As(err, &input):
		return data.Problem{Stage: "openen", Text: name + ": " + input.Text, Hint: input.Hint}
	}
	return data.Problem{Stage: "openen", Text: name + ": " + err.Error(), Hint: "meld dit met het bestand erbij"}
}

const hintSaveAgain = "open het bestand in een PDF-lezer en bewaar of druk het af als nieuwe PDF"

func problemOfDeath(name string, death *worker.Death) data.Problem {
	p := data.Problem{Stage: "lezen", Hint: hintSaveAgain}
	if death.Stage == stageLayout || death.Stage == stageCoding {
		p.Stage, p.Hint = death.Stage, "meld dit met het bestand erbij"
	}
	step := death.Stage
	if step == "" {
		step = "openen"
	}
	switch death.Reason {
	case worker.OutOfTime:
		p.Text = fmt.Sprintf("%s: tijdslimiet: stap %q duurde langer dan %v", name, step, death.Limit)
		p.Hint += ", of verhoog de tijdslimiet"
	case worker.OutOfMemory:
		p.Text = fmt.Sprintf("%s: geheugenlimiet: stap %q vroeg te veel geheugen", name, step)
		p.Hint += ", of verhoog de geheugenlimiet"
	default:
		p.Text = fmt.Sprintf("%s: stap %q brak af: %s", name, step, brief(death.Detail))
	}
	return p
}

// ownFrame finds our own functions in a stack.
var ownFrame = regexp.MustCompile(`(?m)^(rodedraad/[^(\n]+)\(`)

// brief makes one line of a worker's last words: the first, and of a stack the
// function of ours that failed.
func brief(detail string) string {
	line, stack, _ := strings.Cut(detail, "\n")
	for _, m := range ownFrame.FindAllStringSubmatch(stack, -1) {
		if !strings.Contains(m[1], "/worker.") {
			return line + " (" + strings.TrimPrefix(m[1], "rodedraad/") + ")"
		}
	}
	return line
}
