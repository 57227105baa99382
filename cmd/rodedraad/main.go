// Command rodedraad reads reports on calamities (PDF), codes them with
// evidence into a DuckDB file, and shows what recurs.
//
// Exit codes: 0 all went well; 1 something failed; 2 the command was used
// wrongly; 3 a check or evaluation found something. diff alone ends as diff does: 0
// the same, 1 differences, 2 trouble.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Stdin, os.Stdout, os.Stderr, os.Args[1:])
	stop()
	os.Exit(code)
}

// run does the command's work and gives its exit code.
func run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, language: languageOf(args, os.Getenv("RODEDRAAD_LANG"))}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return a.exit(root.ExecuteContext(ctx))
}
