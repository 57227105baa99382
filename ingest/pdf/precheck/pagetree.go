package precheck

import "errors"

// countPages walks the page tree and returns how many pages it has. It refuses
// trees that come back to themselves, and counts that are not those of the
// tree: the object layer believes both.
func (f *file) countPages() (int, error) {
	root, err := f.resolve(f.trailer.key("Root"))
	if err != nil || root.kind != dict {
		return 0, refuse(BadCatalog, "the trailer's /Root is no dictionary (%v)", err)
	}
	pages := root.key("Pages")
	if pages.kind != reference {
		return 0, refuse(BadCatalog, "/Pages of the catalogue is not a reference")
	}
	w := &treeWalk{f: f, visited: make([]bool, len(f.entries))}
	if err := w.visit(pages, 0, 0); err != nil {
		return 0, err
	}
	top, _ := f.resolve(pages)
	count, err := f.resolve(top.key("Count"))
	if err != nil || count.kind != integer || count.n != int64(w.pages) {
		return 0, refuse(BadPageCount, "/Count says %d, the tree has %d", count.n, w.pages)
	}
	return w.pages, nil
}

// treeWalk is one walk over the page tree.
type treeWalk struct {
	f       *file
	visited []bool
	pages   int
}

// visit looks at a node below parent (0 for the root).
func (w *treeWalk) visit(ref value, parent int64, depth int) error {
	if ref.kind != reference || ref.n >= int64(len(w.visited)) {
		return refuse(BadPageTree, "a kid of object %d is not a page", parent)
	}
	if w.visited[ref.n] {
		return refuse(PageCycle, "object %d comes back in the page tree", ref.n)
	}
	if depth > maxDepth {
		return refuse(TooDeep, "page tree at object %d", ref.n)
	}
	w.visited[ref.n] = true
	node, err := w.f.resolve(ref)
	if errors.Is(err, errDeep) {
		return refuse(TooDeep, "object %d: %v", ref.n, err)
	}
	if err != nil || node.kind != dict {
		return refuse(BadPageTree, "object %d is no dictionary (%v)", ref.n, err)
	}
	if above := node.key("Parent"); parent > 0 && above.kind == reference && above.n != parent {
		return refuse(PageCycle, "object %d hangs below %d and says its parent is %d", ref.n, parent, above.n)
	}
	kids, err := w.f.resolve(node.key("Kids"))
	if err != nil {
		return refuse(BadPageTree, "/Kids of object %d: %v", ref.n, err)
	}
	if kids.kind != array {
		w.pages++
		return nil
	}
	for _, kid := range kids.items {
		if err := w.visit(kid, ref.n, depth+1); err != nil {
			return err
		}
	}
	return nil
}
