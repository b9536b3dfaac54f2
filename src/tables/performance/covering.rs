//! The cells over each row: those that start in it, and those that reach down into it.

use crate::tables::lattice::{Cover, Lattice};

/// A cell in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    /// Its place among the cells of the lattice.
    pub(super) place: usize,
    /// The first column it covers in this row.
    pub(super) column: usize,
    /// Whether it starts in this row.
    pub(super) fresh: bool,
}

/// Walks down the rows of a lattice.
#[derive(Debug, Default)]
pub(super) struct Covering {
    cover: Cover,
}

impl Covering {
    pub(super) fn new(columns: usize) -> Self {
        Covering { cover: Cover::new(columns) }
    }

    /// The cells over a row from left to right; rows must come in order.
    pub(super) fn enter(&mut self, lattice: &Lattice, row: usize) -> Vec<Slot> {
        self.cover.enter(lattice, row);
        let mut slots: Vec<Slot> = lattice.places(row).map(|place| Slot { place, column: lattice.cells[place].column, fresh: true }).collect();
        let mut last = None;
        for (column, place) in self.cover.columns().filter(|(_, place)| lattice.cells[*place].row < row) {
            if last.replace(place) != Some(place) {
                slots.push(Slot { place, column, fresh: false });
            }
        }
        slots.sort_by_key(|slot| slot.column);
        slots
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::lattice::Cell;

    #[test]
    fn a_cell_over_several_rows_stands_in_each_of_them() {
        let label = Cell { row_span: 2, ..Cell::single(0, 0, 0..1) };
        let wide = Cell { column_span: 2, ..Cell::single(1, 1, 2..3) };
        let lattice = Lattice::new(vec![label, Cell::single(0, 1, 1..2), wide]);
        let mut covering = Covering::new(lattice.columns);
        let rows: Vec<Vec<(usize, bool)>> = (0..2).map(|row| covering.enter(&lattice, row).iter().map(|s| (s.place, s.fresh)).collect()).collect();
        assert_eq!(rows, [vec![(0, true), (1, true)], vec![(0, false), (2, true)]]);
    }

    #[test]
    fn cells_that_contradict_each_other_are_all_there_once() {
        let tall = Cell { row_span: 9, column_span: 3, ..Cell::single(0, 0, 0..1) };
        let lattice = Lattice::new(vec![tall, Cell::single(1, 1, 1..2), Cell::single(1, 1, 2..3)]);
        let mut covering = Covering::new(lattice.columns);
        covering.enter(&lattice, 0);
        let fresh = covering.enter(&lattice, 1).iter().filter(|s| s.fresh).count();
        assert_eq!(fresh, 2);
    }
}
