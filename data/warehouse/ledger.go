package warehouse

import "strings"

// ledgerColumns pairs a column of the ledger with the table whose rows it
// counts.
var ledgerColumns = [][2]string{
	{"pages", "page"}, {"passages", "passage"}, {"findings", "finding"},
	{"evidence", "evidence"}, {"calamities", "calamity_reading"},
	{"victims", "victim_reading"}, {"recommendations", "recommendation"},
	{"reported_counts", "reported_count"},
}

// damagedQuery lists documents whose rows are not as many as the ledger says,
// in either direction, or that stand there twice.
var damagedQuery = func() string {
	var b strings.Builder
	b.WriteString("WITH ids AS (SELECT document_id FROM document UNION SELECT document_id FROM ledger")
	for _, c := range ledgerColumns {
		b.WriteString(" UNION SELECT document_id FROM " + c[1])
	}
	b.WriteString(")")
	for _, c := range ledgerColumns {
		b.WriteString(", n_" + c[1] + " AS (SELECT document_id, count(*) AS n FROM " + c[1] + " GROUP BY 1)")
	}
	b.WriteString(", n_document AS (SELECT document_id, count(*) AS n FROM document GROUP BY 1)" +
		", n_ledger AS (SELECT document_id, count(*) AS n FROM ledger GROUP BY 1)" +
		" SELECT DISTINCT ids.document_id FROM ids LEFT JOIN ledger USING (document_id)")
	where := []string{"coalesce(n_document.n, 0) <> 1", "coalesce(n_ledger.n, 0) <> 1"}
	for _, t := range []string{"document", "ledger"} {
		b.WriteString(" LEFT JOIN n_" + t + " USING (document_id)")
	}
	for _, c := range ledgerColumns {
		b.WriteString(" LEFT JOIN n_" + c[1] + " USING (document_id)")
		where = append(where, "coalesce(n_"+c[1]+".n, 0) <> coalesce(ledger."+c[0]+", 0)")
	}
	b.WriteString(" WHERE " + strings.Join(where, " OR "))
	return b.String()
}()
