//! Merged regions while the rows of a sheet go by.

use super::workbook::{Position, Region};
use std::collections::BTreeMap;

/// The merged regions of a sheet; those that reach into the row that is being written are told by their columns.
#[derive(Debug)]
pub(super) struct Merging {
    /// In order of their first rows, the next one last.
    waiting: Vec<Region>,
    /// By first column; they do not overlap.
    open: BTreeMap<u32, Region>,
    /// Regions that overlap an earlier one and were left out.
    pub(super) overlapping: usize,
}

/// What a merged region does to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    Free,
    /// The upper left corner of a region.
    Corner(Region),
    Covered,
}

impl Merging {
    pub(super) fn new(mut regions: Vec<Region>) -> Self {
        regions.sort_by_key(|r| std::cmp::Reverse(r.first));
        Merging { waiting: regions, open: BTreeMap::new(), overlapping: 0 }
    }

    /// Opens the regions that start in this row or before it; rows come in order.
    pub(super) fn enter(&mut self, row: u32) {
        while let Some(region) = self.waiting.pop_if(|r| r.first.row <= row) {
            if region.last.row >= row {
                self.open(region);
            }
        }
    }

    /// What covers a place of the row entered last.
    pub(super) fn cover(&self, position: Position) -> Cover {
        let region = self.open.range(..=position.column).next_back().map(|(_, region)| *region);
        match region {
            Some(r) if r.last.column < position.column || r.last.row < position.row => Cover::Free,
            Some(r) if r.first == position => Cover::Corner(r),
            Some(_) => Cover::Covered,
            None => Cover::Free,
        }
    }

    fn open(&mut self, region: Region) {
        loop {
            let neighbour = self.open.range(..=region.last.column).next_back().map(|(_, r)| *r);
            let Some(neighbour) = neighbour.filter(|r| r.last.column >= region.first.column) else { break };
            if neighbour.last.row >= region.first.row {
                self.overlapping += 1;
                return;
            }
            self.open.remove(&neighbour.first.column);
        }
        self.open.insert(region.first.column, region);
    }
}

#[cfg(test)]
mod tests {
    use super::{Cover, Merging};
    use crate::decode::sheet::workbook::{Position, Region};

    fn region(first: (u32, u32), last: (u32, u32)) -> Region {
        let position = |(row, column)| Position { row, column };
        Region { first: position(first), last: position(last) }
    }

    #[test]
    fn a_place_is_covered_as_long_as_its_region_reaches() {
        let title = region((0, 0), (0, 3));
        let side = region((1, 0), (2, 0));
        let mut merging = Merging::new(vec![side, title, region((2, 0), (3, 1))]);
        let mut seen = Vec::new();
        for row in 0..4 {
            merging.enter(row);
            seen.extend((0..2).map(|column| merging.cover(Position { row, column })));
        }
        use Cover::{Corner, Covered, Free};
        assert_eq!(seen, [Corner(title), Covered, Corner(side), Free, Covered, Free, Free, Free]);
        assert_eq!(merging.overlapping, 1);
    }
}
