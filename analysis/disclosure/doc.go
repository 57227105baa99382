// Package disclosure keeps small groups of people out of crossed tables.
//
// A count by one property (reports by red thread, victims by year) is shown as
// it is: it can be counted in the published reports. A count by two or more
// properties is protected:
//
//  1. primary: a count of 1 to 4 is hidden, and so is every cell of a line
//     whose total is that small;
//  2. complementary: further cells are hidden until no hidden cell can be
//     worked out from the totals and the cells that are shown;
//  3. audit: the same question is asked again of the finished table, exactly,
//     and an error is returned when a hidden cell can be derived.
//
// "<5" says that a number lies between 0 and 4; "x" says nothing. Figures that
// were computed from a hidden count are hidden with it. Writers, charts and
// pages all get the protected table, so no output can say more than another.
package disclosure
