//! Where cells of a sheet stand in its grid: rows and columns of a sheet that is nearly empty are drawn together.

/// Blank rows or columns in a row that are kept; of more, these many. Blocks of one sheet are parted by three at most in sheets seen.
const KEPT_GAP: usize = 3;

/// The rows or the columns of a grid, with the numbers they have in the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Axis {
    /// Sheet number and grid number of each line that holds text, in order.
    used: Vec<(u32, usize)>,
}

impl Axis {
    /// An axis for these lines, which are in order and not repeated.
    pub(super) fn new(lines: impl Iterator<Item = u32>) -> Self {
        let mut used: Vec<(u32, usize)> = Vec::new();
        for line in lines {
            let place = match used.last() {
                Some((before, place)) => place + ((line - before) as usize).min(KEPT_GAP + 1),
                None => 0,
            };
            used.push((line, place));
        }
        Axis { used }
    }

    /// How many lines hold text.
    pub(super) fn used(&self) -> usize {
        self.used.len()
    }

    /// The place in the grid of a line that holds text.
    pub(super) fn place(&self, line: u32) -> usize {
        self.used[self.used.partition_point(|(at, _)| *at < line)].1
    }

    /// The place in the grid of the last line that holds text at or before this one; `None` if there is none.
    pub(super) fn last_until(&self, line: u32) -> Option<usize> {
        self.used[..self.used.partition_point(|(at, _)| *at <= line)].last().map(|(_, place)| *place)
    }

    /// The sheet number and the place in the grid of one of the lines that hold text.
    pub(super) fn nth(&self, n: usize) -> (u32, usize) {
        self.used[n]
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;

    #[test]
    fn long_gaps_are_drawn_together_and_short_ones_stay() {
        let axis = Axis::new([2, 3, 6, 1_048_575].into_iter());
        let places: Vec<usize> = [2, 3, 6, 1_048_575].map(|line| axis.place(line)).to_vec();
        assert_eq!((places, axis.used()), (vec![0, 1, 4, 8], 4));
        assert_eq!((axis.last_until(5), axis.last_until(1)), (Some(1), None));
    }
}
