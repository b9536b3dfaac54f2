//! Amounts in another unit than their neighbours: `0亿元` among 万元 is more often a slip than meant.

use crate::diagnostic::{DiagnosticCode, Severity, Sink};
use crate::figure::{Figure, Role};
use crate::quantity::Unit;

/// Amounts of a section that make a unit its usual one.
const LEAST: usize = 3;

/// Notes, section by section, the one amount whose unit no other amount there has, where all the others share theirs.
pub(super) fn note(figures: &[Figure], sink: &mut Sink) {
    for section in figures.chunk_by(|a, b| a.section == b.section) {
        let printed = |f: &&Figure| f.concept.is_some() && f.yuan.is_some() && f.unit_from.is_none() && f.role != Role::Threshold;
        let amounts = || section.iter().filter(printed).filter_map(|f| Some((f, f.unit.as_ref()?)));
        let mut counts: Vec<(&Unit, usize)> = Vec::new();
        for (_, unit) in amounts() {
            match counts.iter_mut().find(|(known, _)| *known == unit) {
                Some((_, count)) => *count += 1,
                None => counts.push((unit, 1)),
            }
        }
        let [(one, n), (other, m)] = counts[..] else { continue };
        let (usual, odd) = if n >= LEAST && m == 1 {
            (one, other)
        } else if m >= LEAST && n == 1 {
            (other, one)
        } else {
            continue;
        };
        if let Some((figure, _)) = amounts().find(|(_, unit)| *unit == odd) {
            sink.note(DiagnosticCode::UnitDiffers, Severity::Note, Some(figure.span), || format!("本节其他金额以{usual}为单位，此处为{odd}"));
        }
    }
}
