package datapackage

import "testing"

// InParts makes exports read every large table in parts, until the test ends.
func InParts(t *testing.T) {
	before := wholeBelow
	wholeBelow = 0
	t.Cleanup(func() { wholeBelow = before })
}
