//! Tables whose columns are kept apart by blanks, as programs draw them that print the text of a page.

use super::head::plain;
use super::lattice::{Cell, Lattice};
use super::names;
use super::spread;
use super::text::{Line, Word};
use crate::ledger::Ledger;
use crate::outline::label_maybe;
use std::ops::Range;

/// A stretch of a line between blanks.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// From where to where it reaches, in columns.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its folded text.
    pub(super) text: Range<usize>,
    pub(super) word: Word,
}

impl Segment {
    /// Twice the middle, so that halves count.
    pub(super) fn middle(&self) -> usize {
        self.start + self.end
    }
}

/// The segments of a line.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    pub(super) segments: Vec<Segment>,
    pub(super) page: usize,
}

/// How many columns a Han takes: programs count it as one or as two.
const WIDTHS: [usize; 2] = [2, 1];

/// Reads lines into a lattice; `None` where the columns cannot be told apart.
pub(super) fn lattice(ledger: &Ledger<'_>, lines: &[Line<'_>]) -> Option<Lattice> {
    WIDTHS.iter().filter_map(|width| layout(ledger, lines, *width)).min_by_key(|layout| layout.doubt).and_then(|layout| layout.lattice(ledger))
}

/// The lines with their columns.
struct Layout {
    strips: Vec<Strip>,
    /// The first line of the body.
    body: usize,
    /// The columns of numbers, by page.
    pages: Vec<(usize, Vec<Cluster>)>,
    /// How far the numbers of a column lie apart.
    doubt: usize,
}

/// Numbers below one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cluster {
    pub(super) extent: Range<usize>,
    /// Whether all are digits only.
    pub(super) plain: bool,
    /// The most digits of one.
    pub(super) longest: usize,
}

fn layout(ledger: &Ledger<'_>, lines: &[Line<'_>], width: usize) -> Option<Layout> {
    let strips: Vec<Strip> =
        lines.iter().map(|line| Strip { segments: segments(ledger, line, width), page: line.page }).filter(|s| !s.segments.is_empty()).collect();
    let kept_apart = strips.iter().filter(|s| s.segments.len() > 1).count();
    let body = (0..strips.len()).find(|at| starts_body(ledger, &strips[*at], *at > 0))?;
    let body = body - usize::from(body > 1 && opens_above(ledger, &strips[body - 1], &strips[body]));
    if kept_apart < 2 || body == 0 && strips.len() < 2 {
        return None;
    }
    let mut pages: Vec<(usize, Vec<Cluster>)> = Vec::new();
    let mut doubt = 0;
    for page in strips[body..].chunk_by(|a, b| a.page == b.page) {
        let own = clusters(ledger, page)?;
        doubt += own.iter().map(|c| c.extent.len()).sum::<usize>();
        pages.push((page[0].page, own));
    }
    unite(ledger, &strips[body..], &mut pages)?;
    Some(Layout { strips, body, pages, doubt })
}

/// Gives all pages the same columns: those of the first with the most, where the others fit in, or as many in their own places.
fn unite(ledger: &Ledger<'_>, strips: &[Strip], pages: &mut [(usize, Vec<Cluster>)]) -> Option<()> {
    let whole: Vec<Cluster> = clusters(ledger, strips).unwrap_or_default();
    let most = pages.iter().map(|(_, c)| c.len()).max()?;
    if whole.len() == most {
        for page in pages.iter_mut() {
            page.1.clone_from(&whole);
        }
        return Some(());
    }
    let full = pages.iter().find(|(_, c)| c.len() == most).map(|(_, c)| c.clone())?;
    for (_, clusters) in pages.iter_mut().filter(|(_, c)| c.len() < most) {
        *clusters = fitted(clusters, &full)?;
    }
    Some(())
}

/// The columns of a page that shows fewer than `full`: each where one of them lies as far from the first amounts, the others empty.
///
/// The first column of amounts is a total, which no row leaves blank. `None` if another choice fits nearly as well.
fn fitted(clusters: &[Cluster], full: &[Cluster]) -> Option<Vec<Cluster>> {
    const OFF: usize = 4;
    let anchor = |clusters: &[Cluster]| clusters.iter().position(|c| !c.plain);
    let (own, whole) = (anchor(clusters)?, anchor(full)?);
    if own != whole {
        return None;
    }
    let mut fitted: Vec<Cluster> = full.iter().map(|c| Cluster { extent: 0..0, ..c.clone() }).collect();
    let mut next = 0;
    for (at, cluster) in clusters.iter().enumerate() {
        let off = |c: &Cluster| (c.extent.end + clusters[own].extent.end).abs_diff(cluster.extent.end + full[whole].extent.end);
        let place = if at <= own { Some(at) } else { (next..full.len()).filter(|p| off(&full[*p]) <= OFF).min_by_key(|p| off(&full[*p])) };
        let place = place.filter(|p| *p >= next)?;
        fitted[place].extent = cluster.extent.clone();
        next = place + 1;
    }
    // Empty columns lie between their neighbours, where nothing stands.
    let mut end = 0;
    for cluster in &mut fitted {
        if cluster.extent.is_empty() {
            cluster.extent = end..end;
        }
        end = cluster.extent.end;
    }
    Some(fitted)
}

/// Whether a line that only holds words is the start of a label whose numbers stand on the next line.
fn opens_above(ledger: &Ledger<'_>, above: &Strip, first: &Strip) -> bool {
    let [only] = above.segments.as_slice() else { return false };
    let coded = is_code(ledger.text(first.segments[0].text.clone())) && first.segments.iter().all(|s| s.word != Word::Words);
    coded && only.word == Word::Words && !names::is_head(&plain(ledger.text(only.text.clone())))
}

/// Whether a line is the first of the body: it states a number that is none of a column, or an item with its number.
fn starts_body(ledger: &Ledger<'_>, strip: &Strip, headed: bool) -> bool {
    let words = |segment: &Segment| plain(ledger.text(segment.text.clone()));
    let numbers: Vec<usize> =
        strip.segments.iter().filter(|s| s.word == Word::Number).filter_map(|s| ledger.text(s.text.clone()).trim().parse().ok()).collect();
    let amounts = strip.segments.iter().any(|s| s.word == Word::Amount);
    let listed = strip.segments.iter().any(|s| words(s) == "栏次");
    let rising = numbers.len() > 1 && numbers.iter().zip(1..).all(|(number, at)| *number == at);
    if amounts || !numbers.is_empty() && !listed && !rising {
        return true;
    }
    let first = words(&strip.segments[0]);
    let numbered = label_maybe(&first).is_some_and(|label| label.skip > 0 && label.skip < first.len());
    headed && (numbered || strip.segments.len() == 1 && matches!(first.as_str(), "合计" | "总计"))
}

/// The stretches of a line between two blanks or more; numbers stand alone.
fn segments(ledger: &Ledger<'_>, line: &Line<'_>, width: usize) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut column = 0;
    let mut at = 0;
    let text = line.text;
    while at < text.len() {
        let c = text[at..].chars().next().expect("at lies on a character inside the text");
        if is_blank(c) {
            column += if c.is_ascii() || c == '\u{a0}' { 1 } else { width };
            at += c.len_utf8();
            continue;
        }
        let length = text[at..].find(is_blank).unwrap_or(text.len() - at);
        let token = &text[at..at + length];
        let columns: usize = token.chars().map(|c| if c.is_ascii() { 1 } else { width }).sum();
        let folded = ledger.folded.place(line.span(token));
        let segment = Segment { start: column, end: column + columns, word: Word::of(ledger.text(folded.clone()).trim()), text: folded };
        match segments.last_mut().filter(|last| joins(ledger, last, &segment)) {
            Some(last) => {
                last.end = segment.end;
                last.text.end = segment.text.end;
                last.word = Word::Words;
            }
            None => segments.push(segment),
        }
        column += columns;
        at += length;
    }
    segments.retain(|s| !s.text.is_empty());
    segments
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}' | '\u{a0}' | '\x0c' | '\r')
}

/// Words that forms print with a blank between their two characters.
const SPACED: &[&str] = &["项目", "合计", "总计", "小计", "栏次", "行次", "收入", "支出", "科目", "名称", "编码", "金额", "备注", "单位"];

/// Whether a token goes on with the one before it: words behind one blank, or the halves of 项 目.
fn joins(ledger: &Ledger<'_>, last: &Segment, next: &Segment) -> bool {
    let gap = next.start - last.end;
    let (before, behind) = (ledger.text(last.text.clone()), ledger.text(next.text.clone()));
    let single = |text: &str| text.chars().count() == 1;
    if single(before) && single(behind) && gap <= 12 {
        return SPACED.contains(&format!("{before}{behind}").as_str());
    }
    let words = |word: Word| word == Word::Words;
    gap <= 1
        && (words(last.word) && words(next.word)
            || last.word == Word::Number && words(next.word) && !is_code(before)
            || words(last.word) && next.word == Word::Number && !is_code(behind))
}

fn is_code(text: &str) -> bool {
    matches!(text.trim().len(), 3 | 5 | 7) && text.trim().bytes().all(|b| b.is_ascii_digit())
}

/// The columns of numbers of some lines; `None` if two numbers of one line fall into one.
fn clusters(ledger: &Ledger<'_>, strips: &[Strip]) -> Option<Vec<Cluster>> {
    let mut numbers: Vec<&Segment> = strips.iter().flat_map(|s| &s.segments).filter(|s| s.word != Word::Words).collect();
    numbers.sort_by_key(|s| s.start);
    let mut clusters: Vec<Cluster> = Vec::new();
    for number in numbers {
        let plain = number.word == Word::Number;
        let longest = ledger.text(number.text.clone()).trim().len();
        match clusters.last_mut().filter(|c| number.start < c.extent.end) {
            Some(cluster) => {
                cluster.extent.end = cluster.extent.end.max(number.end);
                cluster.plain &= plain;
                cluster.longest = cluster.longest.max(longest);
            }
            None => clusters.push(Cluster { extent: number.start..number.end, plain, longest }),
        }
    }
    let mut used = vec![usize::MAX; clusters.len()];
    for (at, strip) in strips.iter().enumerate() {
        for segment in strip.segments.iter().filter(|s| s.word != Word::Words) {
            let cluster = clusters.partition_point(|c| c.extent.end <= segment.start);
            if std::mem::replace(&mut used[cluster], at) == at {
                return None;
            }
        }
    }
    Some(clusters)
}

/// A column of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Track {
    /// Numbers: the index of their cluster.
    Numbers(usize),
    /// Words between clusters: the number of clusters before them.
    Words(usize),
}

impl Layout {
    fn lattice(&self, ledger: &Ledger<'_>) -> Option<Lattice> {
        let body = &self.strips[self.body..];
        let clusters = &self.pages[0].1;
        let mut worded = vec![false; clusters.len() + 1];
        for strip in body {
            for segment in strip.segments.iter().filter(|s| s.word == Word::Words) {
                if let Track::Words(gap) = self.track(strip.page, segment) {
                    worded[gap] = true;
                }
            }
        }
        let mut tracks = Vec::new();
        for (gap, words) in worded.into_iter().enumerate() {
            if words {
                tracks.push(Track::Words(gap));
            }
            if gap < clusters.len() {
                tracks.push(Track::Numbers(gap));
            }
        }
        let panels = panels(&tracks, clusters);
        let place = |strip: &Strip, segment: &Segment| tracks.iter().position(|t| *t == self.track(strip.page, segment));
        let rows = rows(ledger, body, &panels, &place);
        let columns: Vec<spread::BodyColumn> =
            self.extents(body, &tracks).into_iter().zip(&tracks).map(|(extent, track)| spread::BodyColumn { extent, track: track.clone() }).collect();
        let head = spread::head(ledger, &self.strips[..self.body], &columns)?;
        let below = head.rows;
        let mut cells = head.cells;
        for (row, line) in rows.into_iter().enumerate() {
            cells.extend(line.into_iter().map(|(column, text, rest)| Cell { rest, ..Cell::single(below + row, head.places[column], text) }));
        }
        cells.sort_by_key(|c| (c.row, c.column));
        (!cells.is_empty()).then(|| Lattice::new(cells))
    }

    /// The column of the body that a segment stands in.
    fn track(&self, page: usize, segment: &Segment) -> Track {
        let clusters = self.pages.iter().find(|(p, _)| *p == page).map_or(&self.pages[0].1, |(_, c)| c);
        let at = clusters.partition_point(|c| c.extent.end <= segment.start);
        match clusters.get(at) {
            Some(cluster) if segment.word != Word::Words || segment.start >= cluster.extent.start => Track::Numbers(at),
            _ => Track::Words(at),
        }
    }

    /// From where to where each column reaches on the first page.
    fn extents(&self, body: &[Strip], tracks: &[Track]) -> Vec<Range<usize>> {
        let first = self.pages[0].0;
        let mut extents: Vec<Option<Range<usize>>> = vec![None; tracks.len()];
        for strip in body.iter().filter(|s| s.page == first) {
            for segment in &strip.segments {
                let Some(at) = tracks.iter().position(|t| *t == self.track(first, segment)) else { continue };
                let extent = extents[at].get_or_insert(segment.start..segment.end);
                *extent = extent.start.min(segment.start)..extent.end.max(segment.end);
            }
        }
        let clusters = &self.pages[0].1;
        tracks
            .iter()
            .zip(extents)
            .map(|(track, seen)| match track {
                Track::Numbers(at) => clusters[*at].extent.clone(),
                Track::Words(gap) => {
                    let end = clusters.get(*gap).map(|c| c.extent.start);
                    let seen = seen.unwrap_or(0..0);
                    seen.start..end.map_or(seen.end, |end| seen.end.min(end))
                }
            })
            .collect()
    }
}

/// The halves of the table: ranges of columns, each from its codes or labels on.
fn panels(tracks: &[Track], clusters: &[Cluster]) -> Vec<Range<usize>> {
    let is_code = |track: &Track| matches!(track, Track::Numbers(at) if clusters[*at].plain && clusters[*at].longest <= 7);
    let mut starts: Vec<usize> = Vec::new();
    for (at, track) in tracks.iter().enumerate() {
        if !matches!(track, Track::Words(_)) {
            continue;
        }
        let codes = tracks[..at].iter().rev().take_while(|t| is_code(t)).count();
        let coded = (at - codes..at).any(|t| matches!(&tracks[t], Track::Numbers(c) if clusters[*c].longest >= 3));
        let start = if coded { at - codes } else { at };
        // Words right behind words of the same half are its remarks.
        if starts.last().is_none_or(|last| tracks[*last..start].iter().any(|t| matches!(t, Track::Numbers(_)))) {
            starts.push(start);
        }
    }
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    starts.dedup();
    let ends = starts[1..].iter().copied().chain([tracks.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// A cell of a row that is being put together: its column, its text, what of it stands on other lines.
type Placed = (usize, Range<usize>, Vec<Range<usize>>);

/// The part of a line that belongs to one half.
#[derive(Debug, Clone, Default)]
struct Part {
    line: usize,
    label: Option<(usize, Range<usize>)>,
    numbers: Vec<(usize, Range<usize>)>,
}

/// The rows of the body, with labels that are broken over lines put together.
fn rows(ledger: &Ledger<'_>, body: &[Strip], panels: &[Range<usize>], place: &impl Fn(&Strip, &Segment) -> Option<usize>) -> Vec<Vec<Placed>> {
    let mut lines: Vec<Vec<Placed>> = vec![Vec::new(); body.len()];
    for panel in panels {
        let parts: Vec<Part> = body.iter().enumerate().filter_map(|(line, strip)| part(line, strip, panel, place)).collect();
        let coded = parts.iter().filter(|p| starts_with_code(ledger, p)).count() * 2 > parts.iter().filter(|p| !p.numbers.is_empty()).count();
        let joined = if coded { join_around_codes(ledger, parts) } else { join_items(ledger, parts) };
        for (part, rest) in joined {
            let label = part.label.map(|(column, text)| (column, text, rest));
            lines[part.line].extend(label.into_iter().chain(part.numbers.into_iter().map(|(column, text)| (column, text, Vec::new()))));
        }
    }
    lines.retain(|cells| !cells.is_empty());
    lines
}

fn part(line: usize, strip: &Strip, panel: &Range<usize>, place: &impl Fn(&Strip, &Segment) -> Option<usize>) -> Option<Part> {
    let mut part = Part { line, ..Part::default() };
    for segment in &strip.segments {
        let Some(column) = place(strip, segment).filter(|c| panel.contains(c)) else { continue };
        if segment.word == Word::Words && part.label.is_none() {
            part.label = Some((column, segment.text.clone()));
        } else {
            part.numbers.push((column, segment.text.clone()));
        }
    }
    (part.label.is_some() || !part.numbers.is_empty()).then_some(part)
}

fn starts_with_code(ledger: &Ledger<'_>, part: &Part) -> bool {
    part.numbers.first().is_some_and(|(_, text)| is_code(ledger.text(text.clone())))
}

/// A row and what of its label stands on other lines.
type Joined = (Part, Vec<Range<usize>>);

/// Rows of items without codes: a label opens one, what is no label goes on with the one above.
fn join_items(ledger: &Ledger<'_>, parts: Vec<Part>) -> Vec<Joined> {
    let mut rows: Vec<Joined> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        // A label whose numbers stand alone on the next line is broken around them.
        let before_numbers = part.numbers.is_empty() && parts.get(at + 1).is_some_and(|next| next.label.is_none() && next.line == part.line + 1);
        let opens = before_numbers || part.label.as_ref().is_some_and(|(_, text)| opens_row(ledger.text(text.clone())));
        let part = part.clone();
        let waits = rows.last().is_some_and(|(row, _)| row.numbers.is_empty() && row.label.is_some() && row.line + 1 == part.line);
        match (rows.last_mut(), part.numbers.is_empty()) {
            // The numbers of a label that was broken stand beside its middle.
            (Some((row, rest)), false) if waits && !opens => {
                rest.extend(part.label.map(|(_, text)| text));
                row.numbers = part.numbers;
                row.line = part.line;
            }
            (Some((row, rest)), true) if !opens && !ends_complete(ledger, row, rest, &part) => match row.label {
                Some(_) => rest.extend(part.label.map(|(_, text)| text)),
                None => row.label = part.label,
            },
            _ => rows.push((part, Vec::new())),
        }
    }
    rows
}

/// Whether the label above is the whole name of a row, and no name any more with the words of the next line.
fn ends_complete(ledger: &Ledger<'_>, row: &Part, rest: &[Range<usize>], next: &Part) -> bool {
    let (Some((_, label)), Some((_, words))) = (&row.label, &next.label) else { return false };
    let whole: String = std::iter::once(label).chain(rest).map(|range| plain(ledger.text(range.clone()))).collect();
    names::is_row(&whole) && !names::is_row(&format!("{whole}{}", plain(ledger.text(words.clone()))))
}

/// Whether a label is the start of one: it has its number, or is a name that rows have.
fn opens_row(text: &str) -> bool {
    let name = plain(text);
    label_maybe(&name).is_some_and(|label| label.skip < name.len())
        || name.starts_with("其中")
        || matches!(name.as_str(), "合计" | "总计" | "小计")
        || names::is_row(&name)
}

/// Rows with codes: lines that only hold words belong to the rows around them, as many above as below where they are centred.
fn join_around_codes(ledger: &Ledger<'_>, parts: Vec<Part>) -> Vec<Joined> {
    let is_row = |part: &Part| !part.numbers.is_empty() || part.label.as_ref().is_some_and(|(_, text)| is_total(ledger.text(text.clone())));
    let anchors: Vec<usize> = (0..parts.len()).filter(|at| is_row(&parts[*at])).collect();
    let loose: Vec<usize> = runs(&anchors, parts.len());
    let above = centred(&anchors, &loose, &parts).unwrap_or_else(|| vec![0; anchors.len()]);
    let mut rows: Vec<Joined> = Vec::new();
    for (at, anchor) in anchors.iter().enumerate() {
        let below = loose[at + 1] - above.get(at + 1).copied().unwrap_or(0);
        let labels = |range: Range<usize>| range.filter_map(|p| parts[p].label.clone());
        let mut pieces: Vec<(usize, Range<usize>)> = labels(anchor - above[at]..*anchor + 1 + below).collect();
        let mut part = parts[*anchor].clone();
        let first = (!pieces.is_empty()).then(|| pieces.remove(0));
        part.label = first;
        rows.push((part, pieces.into_iter().map(|(_, text)| text).collect()));
    }
    rows
}

fn is_total(text: &str) -> bool {
    let name = plain(text);
    matches!(name.as_str(), "合计" | "总计" | "小计") || name.ends_with("合计")
}

/// How many parts stand before the first anchor, between each two, and behind the last.
fn runs(anchors: &[usize], parts: usize) -> Vec<usize> {
    let starts = std::iter::once(0).chain(anchors.iter().map(|a| a + 1));
    starts.zip(anchors.iter().copied().chain([parts])).map(|(start, end)| end - start).collect()
}

/// How many loose lines above each row belong to it, if labels are centred on their row; `None` where that does not come out even.
fn centred(anchors: &[usize], loose: &[usize], parts: &[Part]) -> Option<Vec<usize>> {
    let mut above = Vec::with_capacity(anchors.len());
    let mut left = loose[0];
    for (at, anchor) in anchors.iter().enumerate() {
        let own = left;
        if parts[*anchor].label.is_none() && own == 0 && loose[at + 1] > 0 {
            return None;
        }
        above.push(own);
        left = loose[at + 1].checked_sub(own)?;
    }
    (left == 0).then_some(above)
}
