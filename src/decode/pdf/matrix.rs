//! Where a drawing operator puts its points.

/// A plane transformation: x' = a·x + c·y + e, y' = b·x + d·y + f.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn moved(x: f64, y: f64) -> Self {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This transformation, and then the other.
    pub(super) fn then(self, other: Matrix) -> Matrix {
        let [a, b, c, d, e, f] = self.0;
        let [p, q, r, s, t, u] = other.0;
        Matrix([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    pub(super) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How a step is turned and scaled, wherever it starts.
    pub(super) fn step(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }

    /// From the user space of a page to points from the upper left corner of the page as it is shown.
    pub(super) fn of_page(visible: [f64; 4], rotation: i32) -> (Matrix, f64, f64) {
        let [left, bottom, right, top] = visible;
        let (width, height) = (right - left, top - bottom);
        match rotation.rem_euclid(360) {
            90 => (Matrix([0.0, 1.0, 1.0, 0.0, -bottom, -left]), height, width),
            180 => (Matrix([-1.0, 0.0, 0.0, 1.0, right, -bottom]), width, height),
            270 => (Matrix([0.0, -1.0, -1.0, 0.0, top, right]), height, width),
            _ => (Matrix([1.0, 0.0, 0.0, -1.0, -left, top]), width, height),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Matrix;

    #[test]
    fn a_page_is_measured_from_its_upper_left_corner_however_it_is_turned() {
        // A point one tenth from the left and two tenths from the top of what is shown.
        let shown = [(0, 10.0, 160.0), (90, 20.0, 20.0), (180, 90.0, 40.0), (270, 80.0, 180.0)];
        for (rotation, x, y) in shown {
            let (matrix, width, height) = Matrix::of_page([0.0, 0.0, 100.0, 200.0], rotation);
            let (across, down) = matrix.point(x, y);
            assert_eq!((across / width, down / height), (0.1, 0.2), "turned by {rotation}");
        }
    }

    #[test]
    fn one_transformation_follows_another() {
        let doubled = Matrix([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        assert_eq!(Matrix::moved(1.0, 2.0).then(doubled).point(0.0, 0.0), (2.0, 4.0));
        assert_eq!(doubled.then(Matrix::moved(1.0, 2.0)).point(3.0, 0.0), (7.0, 2.0));
        assert_eq!(doubled.step(1.0, 0.0), (2.0, 0.0));
    }
}
