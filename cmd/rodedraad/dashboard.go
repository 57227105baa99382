package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"rodedraad/dashboard"
	"rodedraad/data"
)

func (a *app) dashboardCommand() *cobra.Command {
	o := dashboard.Options{}
	var serve string
	c := &cobra.Command{
		Use:   "dashboard",
		Short: a.say("Maakt een website die zonder netwerk en zonder script werkt", "Makes a website that works offline and without scripts"),
		Long: a.say(`Schrijft een statische website: overzicht, rode draden, sectoren, slachtoffers,
documenten, een bladzijde per document en per code, en de methode; in het
Nederlands en (onder en/) in het Engels. Elk getal leidt naar zijn bewijs. Twee
keer maken uit dezelfde database geeft dezelfde bytes.`,
			`Writes a static website: overview, red threads, sectors, victims, documents, a
page for each document and each code, and the method; in Dutch and (under en/) in
English. Every number leads to its evidence. Made twice from one database, it is
the same to the byte.`),
		Example: "  rodedraad dashboard --out site\n  rodedraad dashboard --out site --serve localhost:8080",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			book, err := data.DefaultCodebook()
			if err != nil {
				return err
			}
			o.Codebook = book
			r, err := a.reader()
			if err != nil {
				return err
			}
			err = dashboard.Build(c.Context(), r, o)
			r.Close()
			if err != nil {
				return err
			}
			if !a.quiet {
				fmt.Fprintln(a.stderr, a.say("dashboard:", "dashboard:"), filepath.Join(o.Out, "index.html"))
			}
			if serve == "" {
				return nil
			}
			return a.serve(c, serve, o.Out)
		},
	}
	f := c.Flags()
	f.StringVarP(&o.Out, "out", "o", "site", a.say("map voor de website", "folder for the website"))
	f.StringVar(&o.Notice, "notice", "", a.say("mededeling boven elke bladzijde", "notice above every page"))
	f.StringVar(&o.NoticeEN, "notice-en", "", a.say("dezelfde mededeling op Engelse bladzijden", "the same notice on English pages"))
	f.BoolVar(&o.ShowSmallCounts, "show-small-counts", false, a.say("toon ook kleine aantallen (alleen voor intern gebruik)", "show small counts too (for internal use only)"))
	f.StringVar(&serve, "serve", "", a.say("toon de website op dit adres, bijvoorbeeld localhost:8080", "show the website at this address, such as localhost:8080"))
	return c
}

// serve shows the built site until it is interrupted.
func (a *app) serve(c *cobra.Command, address, folder string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return hinted{err, a.say("kies een ander adres met --serve", "choose another address with --serve")}
	}
	server := &http.Server{Handler: http.FileServer(http.Dir(folder)), ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-c.Context().Done()
		server.Close()
	}()
	fmt.Fprintf(a.stderr, "http://%s/ (%s)\n", listener.Addr(), a.say("Ctrl-C stopt", "Ctrl-C stops"))
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
