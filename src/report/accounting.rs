//! What became of every run of digits in the text.

use crate::figure::Figure;
use crate::ledger::Claim;
use crate::quantity::DigitKind;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Counts of runs of digits by what they are.
///
/// A run is what `[0-9][0-9,]*(\.[0-9]+)?` matches, with full-width digits, commas and points read alike. It is counted where its
/// first digit is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Accounting {
    /// All runs of digits in the text.
    pub digit_runs: usize,
    /// Runs that are figures. One run may be two figures, and a figure in numerals is no run.
    pub figures: usize,
    /// Runs that are something else, by what they are; kinds are spelled as [`DigitKind`].
    pub by_kind: BTreeMap<String, usize>,
    /// Runs that nobody read. Always 0 unless the library has a defect.
    pub unaccounted: usize,
    /// Where those are; at most 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unaccounted_spans: Vec<Span>,
}

const KEPT: usize = 20;

/// Goes over the runs of digits of the source and looks each one up among figures and claims.
pub(super) fn account(source: &str, figures: &[Figure], mut claims: Vec<Claim>) -> Accounting {
    claims.sort_unstable_by_key(|c| (c.start, c.end));
    let mut out = Accounting::default();
    let mut kinds: BTreeMap<DigitKind, usize> = BTreeMap::new();
    let mut lookup = Lookup { figures, claims: &claims, figure: 0, claim: 0, reach: None };
    for run in Runs::new(source) {
        out.digit_runs += 1;
        match lookup.at(run.start) {
            Some(Found::Figure) => out.figures += 1,
            Some(Found::Claim(kind)) => *kinds.entry(kind).or_default() += 1,
            None => {
                out.unaccounted += 1;
                if out.unaccounted_spans.len() < KEPT {
                    out.unaccounted_spans.push(run);
                }
            }
        }
    }
    out.by_kind = kinds.into_iter().map(|(kind, count)| (kind.as_str().to_owned(), count)).collect();
    out
}

enum Found {
    Figure,
    Claim(DigitKind),
}

/// Walks figures and claims along with the text: both are in its order.
struct Lookup<'a> {
    figures: &'a [Figure],
    claims: &'a [Claim],
    figure: usize,
    claim: usize,
    /// The claim passed that reaches farthest: a whole table holds smaller claims.
    reach: Option<Claim>,
}

impl Lookup<'_> {
    fn at(&mut self, offset: usize) -> Option<Found> {
        while self.figures.get(self.figure).is_some_and(|f| f.span.end <= offset) {
            self.figure += 1;
        }
        if self.figures[self.figure..].iter().take(4).any(|f| f.span.start <= offset && offset < f.span.end) {
            return Some(Found::Figure);
        }
        while let Some(claim) = self.claims.get(self.claim).filter(|c| c.start as usize <= offset) {
            if self.reach.is_none_or(|r| claim.end >= r.end) {
                self.reach = Some(*claim);
            }
            self.claim += 1;
        }
        self.reach.filter(|r| offset < r.end as usize).map(|r| Found::Claim(r.kind))
    }
}

/// The runs of digits of a text.
struct Runs<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Runs<'a> {
    fn new(text: &'a str) -> Self {
        Runs { text, at: 0 }
    }

    /// The bytes of the digit at `at`, of either width; 0 if there is none.
    fn digit(&self, at: usize) -> usize {
        match self.text.as_bytes().get(at..) {
            Some([b'0'..=b'9', ..]) => 1,
            Some([0xef, 0xbc, 0x90..=0x99, ..]) => 3,
            _ => 0,
        }
    }

    /// The bytes of a comma or point at `at`, of either width; 0 if there is none.
    fn separator(&self, at: usize) -> usize {
        match self.text.as_bytes().get(at..) {
            Some([b',' | b'.', ..]) => 1,
            Some([0xef, 0xbc, 0x8c | 0x8e, ..]) => 3,
            _ => 0,
        }
    }
}

/// How far each first byte leads on: Han are passed whole. 0 for ASCII digits and full-width forms, which can start a run.
static STEP: [u8; 256] = {
    let mut table = [1; 256];
    let mut byte = 0;
    while byte < table.len() {
        if byte >= 0xe0 && byte < 0xef {
            table[byte] = 3;
        } else if byte == 0xef || byte >= b'0' as usize && byte <= b'9' as usize {
            table[byte] = 0;
        }
        byte += 1;
    }
    table
};

impl Iterator for Runs<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        loop {
            let first = *bytes.get(start)?;
            // Asked first, for nearly all is Han: a guess goes on faster than a look at the table.
            if matches!(first, 0xe4..=0xe9) {
                start += 3;
                continue;
            }
            let step = STEP[usize::from(first)];
            if step > 0 {
                start += usize::from(step);
            } else if self.digit(start) > 0 {
                break;
            } else {
                start += 3;
            }
        }
        let mut end = start;
        loop {
            while bytes.get(end).is_some_and(u8::is_ascii_digit) {
                end += 1;
            }
            let digit = self.digit(end);
            if digit > 0 {
                end += digit;
                continue;
            }
            let separator = self.separator(end);
            if separator == 0 || self.digit(end + separator) == 0 {
                break;
            }
            end += separator;
        }
        self.at = end;
        Some(Span::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_of_both_widths_and_hold_their_separators() {
        let text = "１２，３４５．６万元，7,8.90元和2020年";
        let runs: Vec<&str> = Runs::new(text).filter_map(|span| span.of(text)).collect();
        assert_eq!(runs, ["１２，３４５．６", "7,8.90", "2020"]);
    }

    #[test]
    fn a_run_that_nobody_claims_is_unaccounted() {
        let claims = vec![Claim { start: 0, end: 4, kind: DigitKind::Year }];
        let accounting = account("2020年5人", &[], claims);
        assert_eq!((accounting.digit_runs, accounting.unaccounted, accounting.by_kind.get("year")), (2, 1, Some(&1)));
    }
}
