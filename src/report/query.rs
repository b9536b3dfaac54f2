//! Questions to the figures of a report.

use super::Report;
use crate::classification::Code;
use crate::concept::Concept;
use crate::figure::{Figure, Role};

/// Figures narrowed down step by step; an iterator over references.
///
/// ```
/// use juesuan::{Concept, Role};
///
/// let report = juesuan::parse("2020年度部门决算\n一、机关运行经费支出情况\n2020年机关运行经费支出355.9万元，比2019年减少4.66万元。\n".as_bytes())?;
/// let spent = report.figures().concept(Concept::AgencyOperatingCost).role(Role::Actual).year(2020).next().expect("one figure");
/// assert_eq!(spent.yuan.map(|y| y.to_string()), Some("3559000.0".into()));
/// # Ok::<(), juesuan::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Figures<'a> {
    all: std::slice::Iter<'a, Figure>,
    concept: Option<Concept>,
    role: Option<Role>,
    year: Option<u16>,
    code: Option<Code>,
    section: Option<usize>,
}

impl Report {
    /// All figures, to be narrowed down.
    pub fn figures(&self) -> Figures<'_> {
        Figures { all: self.figures.iter(), concept: None, role: None, year: None, code: None, section: None }
    }
}

impl Figures<'_> {
    /// Only figures of this concept.
    pub fn concept(mut self, concept: Concept) -> Self {
        self.concept = Some(concept);
        self
    }

    /// Only figures in this role.
    pub fn role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// Only figures of this year.
    pub fn year(mut self, year: u16) -> Self {
        self.year = Some(year);
        self
    }

    /// Only figures of this item of the classification.
    pub fn code(mut self, code: Code) -> Self {
        self.code = Some(code);
        self
    }

    /// Only figures that stand in this section itself, by its `id`.
    pub fn section(mut self, section: usize) -> Self {
        self.section = Some(section);
        self
    }

    fn fits(&self, figure: &Figure) -> bool {
        self.concept.is_none_or(|c| figure.concept == Some(c))
            && self.role.is_none_or(|r| figure.role == r)
            && self.year.is_none_or(|y| figure.year == Some(y))
            && self.code.is_none_or(|c| figure.code == Some(c))
            && self.section.is_none_or(|s| figure.section == Some(s))
    }
}

impl<'a> Iterator for Figures<'a> {
    type Item = &'a Figure;

    fn next(&mut self) -> Option<&'a Figure> {
        loop {
            let figure = self.all.next()?;
            if self.fits(figure) {
                return Some(figure);
            }
        }
    }
}
