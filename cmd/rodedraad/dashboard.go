package main

import "github.com/spf13/cobra"

func (a *app) dashboardCommand() *cobra.Command {
	return &cobra.Command{Use: "dashboard"}
}
