package disclosure

// step is a cell that is raised or lowered.
type step struct {
	row, col int
	up       bool
}

// cycle finds the cheapest way to change a cell while every total stays: from
// its column back to its row over other cells, raising along rows and lowering
// along columns (the other way round when the cell is lowered itself). With
// mayHide it may go over cells that are still shown, at their cost. It gives the
// steps, the cell's own included, or nil when there is no way.
//
// The search is Dijkstra's. Rows and columns are nodes; lines whose cells do not
// add up constrain nothing, so they share a node.
func (g *grid) cycle(r, c int, raise, mayHide bool) (path []step, cost int64) {
	own := step{r, c, raise}
	if !g.canMove(own, mayHide) {
		return nil, 0
	}
	s := newSearch(1 + len(g.values) + len(g.values[0]))
	start, goal := g.colNode(c), g.rowNode(r)
	if !raise {
		start, goal = goal, start
	}
	s.dist[start] = 0
	for node := s.next(); node >= 0; node = s.next() {
		if node == goal {
			return append(s.steps(goal), own), s.dist[goal]
		}
		g.spread(s, node, own, mayHide)
	}
	return nil, 0
}

// spread reaches from a node over every cell that can move.
func (g *grid) spread(s *search, node int, own step, mayHide bool) {
	for i := range g.values {
		for j := range g.values[i] {
			if i == own.row && j == own.col {
				continue
			}
			if g.rowNode(i) == node && g.canMove(step{i, j, true}, mayHide) {
				s.reach(node, g.colNode(j), step{i, j, true}, g.cost(i, j))
			}
			if g.colNode(j) == node && g.canMove(step{i, j, false}, mayHide) {
				s.reach(node, g.rowNode(i), step{i, j, false}, g.cost(i, j))
			}
		}
	}
}

// rowNode and colNode place lines in the graph; node 0 is for all lines whose
// cells do not add up.
func (g *grid) rowNode(r int) int {
	if g.rowsAdd {
		return 1 + r
	}
	return 0
}

func (g *grid) colNode(c int) int {
	if g.colsAdd {
		return 1 + len(g.values) + c
	}
	return 0
}

// canMove reports whether a cell could have a higher (or lower) value as far as
// its mark tells, or, with mayHide, when nothing were told of it.
func (g *grid) canMove(s step, mayHide bool) bool {
	m := g.marks[s.row][s.col]
	if mayHide {
		m = masked
	}
	low, high := g.bounds(s.row, s.col, m)
	if s.up {
		return g.values[s.row][s.col] < high
	}
	return g.values[s.row][s.col] > low
}

type search struct {
	dist []int64
	done []bool
	via  []step
	from []int
}

func newSearch(nodes int) *search {
	s := &search{
		dist: make([]int64, nodes), done: make([]bool, nodes),
		via: make([]step, nodes), from: make([]int, nodes),
	}
	for i := range s.dist {
		s.dist[i], s.from[i] = unlimited, -1
	}
	return s
}

// next takes the nearest node that is not done, or -1.
func (s *search) next() int {
	best := -1
	for i, d := range s.dist {
		if !s.done[i] && d < unlimited && (best < 0 || d < s.dist[best]) {
			best = i
		}
	}
	if best >= 0 {
		s.done[best] = true
	}
	return best
}

func (s *search) reach(from, to int, by step, cost int64) {
	if d := s.dist[from] + cost; !s.done[to] && d < s.dist[to] {
		s.dist[to], s.from[to], s.via[to] = d, from, by
	}
}

func (s *search) steps(goal int) []step {
	path := []step{}
	for node := goal; s.from[node] >= 0; node = s.from[node] {
		path = append(path, s.via[node])
	}
	return path
}
