//! Paths, as far as they show rules: straight strokes, and filled rectangles too thin to be anything else.

use super::drawing::Rule;
use super::matrix::Matrix;
use super::operators::Operators;

/// A filled rectangle this thin is a rule, in points. The thickest rule seen has 2.3, the thinnest bar of a chart 6.
const THICKEST_RULE: f32 = 3.0;

/// Shorter marks are dots, not rules, in points.
const SHORTEST_RULE: f32 = 1.0;

/// How far the ends of a rule may differ, in points.
const LEANING: f32 = 0.7;

/// The most corners of one path.
const MAX_CORNERS: usize = 100_000;

type Point = (f32, f32);

/// A path while it is built.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// Polygons by their corners, closed ones with the first corner again at the end.
    polygons: Vec<Vec<Point>>,
    corners: usize,
    current: Option<Point>,
    /// Whether a part of it is curved.
    is_curved: bool,
}

impl Path {
    /// Takes an operator that builds the path: whether this was one.
    pub(super) fn operator(&mut self, operator: &[u8], operands: &Operators, to_page: Matrix) -> bool {
        match operator {
            b"m" => {
                if let Some([x, y]) = operands.numbers() {
                    self.start(point(to_page, x, y));
                }
            }
            b"l" => {
                if let Some([x, y]) = operands.numbers() {
                    self.line(point(to_page, x, y));
                }
            }
            b"c" | b"v" | b"y" => {
                if let Some([x, y]) = operands.numbers() {
                    self.is_curved = true;
                    self.start(point(to_page, x, y));
                }
            }
            b"re" => {
                if let Some([x, y, width, height]) = operands.numbers() {
                    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
                    self.start(point(to_page, x, y));
                    corners[1..].iter().for_each(|(x, y)| self.line(point(to_page, *x, *y)));
                }
            }
            b"h" => self.close(),
            b"n" => *self = Path::default(),
            _ => return matches!(operator, b"W" | b"W*"),
        }
        true
    }

    /// Draws the last polygon back to its first corner.
    pub(super) fn close(&mut self) {
        if let Some(first) = self.polygons.last().and_then(|p| p.first().copied()) {
            self.line(first);
        }
    }

    /// The rules that painting the path shows; the path begins anew.
    pub(super) fn painted(&mut self, is_stroked: bool, is_filled: bool) -> Vec<Rule> {
        let path = std::mem::take(self);
        let mut rules = Vec::new();
        for polygon in &path.polygons {
            let thin = is_filled.then(|| thin_box(polygon)).flatten().filter(|_| !path.is_curved);
            match thin {
                Some(rule) => rules.push(rule),
                None if is_stroked => rules.extend(polygon.windows(2).filter_map(|ends| straight(ends[0], ends[1]))),
                None => {}
            }
        }
        rules
    }

    fn start(&mut self, at: Point) {
        self.current = Some(at);
        if self.corners < MAX_CORNERS {
            self.corners += 1;
            self.polygons.push(vec![at]);
        }
    }

    fn line(&mut self, to: Point) {
        if self.current.is_none() {
            return self.start(to);
        }
        self.current = Some(to);
        if self.corners < MAX_CORNERS {
            self.corners += 1;
            self.polygons.last_mut().expect("a path that has a place has a polygon").push(to);
        }
    }
}

/// The rule that an image of one color draws when it is pulled long and thin.
pub(super) fn thin_square(to_page: Matrix) -> Option<Rule> {
    let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
    thin_box(&corners.map(|(x, y)| point(to_page, x, y)))
}

fn point(to_page: Matrix, x: f64, y: f64) -> Point {
    let (x, y) = to_page.point(x, y);
    (x.clamp(-1e6, 1e6) as f32, y.clamp(-1e6, 1e6) as f32)
}

/// The rule along the middle of a polygon that is long and thin.
fn thin_box(polygon: &[Point]) -> Option<Rule> {
    let range = |of: fn(&Point) -> f32| polygon.iter().map(of).fold((f32::MAX, f32::MIN), |(low, high), v| (low.min(v), high.max(v)));
    let ((left, right), (top, bottom)) = (range(|p| p.0), range(|p| p.1));
    let (width, height) = (right - left, bottom - top);
    if height <= THICKEST_RULE && width >= SHORTEST_RULE && width > height {
        return Some(Rule { is_horizontal: true, at: (top + bottom) / 2.0, from: left, to: right });
    }
    let stands = width <= THICKEST_RULE && height >= SHORTEST_RULE && height > width;
    stands.then_some(Rule { is_horizontal: false, at: (left + right) / 2.0, from: top, to: bottom })
}

/// The rule between two points, if it lies or stands.
fn straight(from: Point, to: Point) -> Option<Rule> {
    let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
    if height <= LEANING && width >= SHORTEST_RULE {
        return Some(Rule { is_horizontal: true, at: (from.1 + to.1) / 2.0, from: from.0.min(to.0), to: from.0.max(to.0) });
    }
    let stands = width <= LEANING && height >= SHORTEST_RULE;
    stands.then(|| Rule { is_horizontal: false, at: (from.0 + to.0) / 2.0, from: from.1.min(to.1), to: from.1.max(to.1) })
}

#[cfg(test)]
mod tests {
    use super::Path;
    use crate::decode::pdf::drawing::Rule;
    use crate::decode::pdf::matrix::Matrix;
    use crate::decode::pdf::operators::Operators;

    fn rules(content: &str, is_stroked: bool, is_filled: bool) -> Vec<Rule> {
        let mut operators = Operators::new(content.as_bytes());
        let mut path = Path::default();
        while let Some(operator) = operators.next() {
            assert!(path.operator(operator, &operators, Matrix::IDENTITY), "{operator:?} builds no path");
        }
        path.painted(is_stroked, is_filled)
    }

    fn lying(at: f32, from: f32, to: f32) -> Rule {
        Rule { is_horizontal: true, at, from, to }
    }

    fn standing(at: f32, from: f32, to: f32) -> Rule {
        Rule { is_horizontal: false, at, from, to }
    }

    #[test]
    fn strokes_that_lie_or_stand_are_rules_and_slanting_ones_are_not() {
        assert_eq!(rules("10 20 m 90 20 l 90 50 l 10 70 l", true, false), [lying(20.0, 10.0, 90.0), standing(90.0, 20.0, 50.0)]);
    }

    #[test]
    fn a_stroked_rectangle_has_four_rules() {
        let four = [lying(2.0, 1.0, 11.0), standing(11.0, 2.0, 22.0), lying(22.0, 1.0, 11.0), standing(1.0, 2.0, 22.0)];
        assert_eq!(rules("1 2 10 20 re", true, false), four);
    }

    #[test]
    fn a_thin_filled_rectangle_is_one_rule_and_a_thick_one_is_a_shade() {
        assert_eq!(rules("10 20 80 0.5 re 10 20 0.5 60 re 0 0 50 50 re", false, true), [lying(20.25, 10.0, 90.0), standing(10.25, 20.0, 80.0)]);
    }

    #[test]
    fn a_path_that_is_only_clipped_to_or_curved_shows_no_rule() {
        assert_eq!(rules("0 0 50 50 re W n", true, true), []);
        assert_eq!(rules("0 0 m 1 1 2 2 30 0 c", true, true), []);
    }
}
