package disclosure

// cycle finds the cheapest way to change a cell while every total stays: from
// its column back to its row over other cells, raising along rows and lowering
// along columns (the other way round when the cell is lowered itself). With
// mayHide it may go over cells that are still shown, at their cost. It gives the
// cells on the way, the cell itself included, or nil when there is no way.
//
// The search is Dijkstra's; rows are nodes 0 … rows-1, columns come after.
func (g *grid) cycle(r, c int, raise, mayHide bool) (path [][2]int, cost int64) {
	if !g.canMove(r, c, raise, mayHide) {
		return nil, 0
	}
	rows := len(g.values)
	start, goal := rows+c, r
	if !raise {
		start, goal = goal, start
	}
	s := newSearch(rows+len(g.values[0]), start)
	for node := s.next(); node >= 0; node = s.next() {
		if node == goal {
			return append(s.cells(goal), [2]int{r, c}), s.dist[goal]
		}
		for other := range s.dist {
			if (node < rows) == (other < rows) {
				continue // an edge joins a row and a column
			}
			i, j, up := node, other-rows, true
			if node >= rows {
				i, j, up = other, node-rows, false
			}
			if (i != r || j != c) && g.canMove(i, j, up, mayHide) {
				s.reach(node, other, [2]int{i, j}, g.cost(i, j))
			}
		}
	}
	return nil, 0
}

// canMove reports whether a cell could have a higher (or lower) value as far as
// its mark tells, or as the mark would tell that it got when hidden.
func (g *grid) canMove(r, c int, up, mayHide bool) bool {
	m := g.marks[r][c]
	if m == shown {
		if !mayHide {
			return false
		}
		m = g.markFor(r, c)
	}
	low, high := g.boundsAs(r, c, m)
	if up {
		return g.values[r][c] < high
	}
	return g.values[r][c] > low
}

type search struct {
	dist []int64
	done []bool
	from []int
	via  [][2]int
}

func newSearch(nodes, start int) *search {
	s := &search{
		dist: make([]int64, nodes), done: make([]bool, nodes),
		from: make([]int, nodes), via: make([][2]int, nodes),
	}
	for i := range s.dist {
		s.dist[i] = unlimited
		s.from[i] = -1
	}
	s.dist[start] = 0
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

func (s *search) reach(from, to int, cell [2]int, cost int64) {
	if d := s.dist[from] + cost; !s.done[to] && d < s.dist[to] {
		s.dist[to], s.from[to], s.via[to] = d, from, cell
	}
}

func (s *search) cells(goal int) [][2]int {
	path := [][2]int{}
	for node := goal; s.from[node] >= 0; node = s.from[node] {
		path = append(path, s.via[node])
	}
	return path
}
