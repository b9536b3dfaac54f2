//! Columns where numbers stand below one another and nothing of another column does.

use super::amount::trimmed;
use super::spacing::{Column, Columns, Fit, Segment, Strip, MOST_COLUMNS};
use super::text::Word;
use crate::ledger::Ledger;
use std::ops::Range;

/// Numbers below one another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cluster {
    extent: Range<usize>,
    /// Whether all are digits only.
    plain: bool,
    /// The most digits of one.
    longest: usize,
}

/// The columns of numbers of the body; `None` if two numbers of one line fall into one.
pub(super) fn layout(ledger: &Ledger<'_>, body: &[Strip<'_>]) -> Option<Layout> {
    let mut pages: Vec<(usize, Vec<Cluster>)> = Vec::new();
    let mut doubt = 0;
    for page in body.chunk_by(|a, b| a.page == b.page) {
        let own = clusters(ledger, page)?;
        doubt += own.iter().map(|c| c.extent.len()).sum::<usize>();
        pages.push((page[0].page, own));
    }
    unite(ledger, body, &mut pages)?;
    Some(Layout { pages, doubt })
}

/// Gives all pages the same columns: those of the first with the most, where the others fit in, or as many in their own places.
fn unite(ledger: &Ledger<'_>, strips: &[Strip<'_>], pages: &mut [(usize, Vec<Cluster>)]) -> Option<()> {
    if pages.len() == 1 {
        return Some(());
    }
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

/// The columns of numbers of some lines; `None` if they are too many, or two numbers of one line fall into one.
fn clusters(ledger: &Ledger<'_>, strips: &[Strip<'_>]) -> Option<Vec<Cluster>> {
    let mut numbers: Vec<&Segment> = Vec::with_capacity(strips.iter().map(|s| s.segments.len()).sum());
    numbers.extend(strips.iter().flat_map(|s| s.segments).filter(|s| s.word != Word::Words));
    numbers.sort_by_key(|s| s.start);
    let mut clusters: Vec<Cluster> = Vec::new();
    for number in numbers {
        let plain = number.word == Word::Number;
        let longest = trimmed(ledger.text(number.text.clone())).len();
        match clusters.last_mut().filter(|c| number.start < c.extent.end) {
            Some(cluster) => {
                cluster.extent.end = cluster.extent.end.max(number.end);
                cluster.plain &= plain;
                cluster.longest = cluster.longest.max(longest);
            }
            None => clusters.push(Cluster { extent: number.start..number.end, plain, longest }),
        }
    }
    if clusters.len() > MOST_COLUMNS {
        return None;
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

/// What a segment stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Track {
    /// Numbers: the index of their cluster.
    Numbers(usize),
    /// Words between clusters: the number of clusters before them.
    Words(usize),
}

/// The columns of numbers, by page.
pub(super) struct Layout {
    pages: Vec<(usize, Vec<Cluster>)>,
    doubt: usize,
}

impl Fit for Layout {
    fn doubt(&self) -> usize {
        self.doubt
    }

    fn columns(self, body: &[Strip<'_>]) -> Columns {
        let clusters = &self.pages[0].1;
        let tracks: Vec<Track> = body.iter().flat_map(|strip| self.tracks(strip)).collect();
        let mut worded = vec![false; clusters.len() + 1];
        for (segment, track) in body.iter().flat_map(|strip| strip.segments).zip(&tracks) {
            if let (Word::Words, Track::Words(gap)) = (segment.word, track) {
                worded[*gap] = true;
            }
        }
        let order = Order::of(&worded);
        let extents = self.extents(body, &tracks, &order);
        let column = |(extent, track): (Range<usize>, &Track)| match track {
            Track::Numbers(at) => Column { extent, words: false, plain: clusters[*at].plain, longest: clusters[*at].longest },
            Track::Words(_) => Column { extent, words: true, plain: false, longest: 0 },
        };
        let columns = extents.into_iter().zip(&order.tracks).map(column).collect();
        Columns { columns, places: tracks.iter().map(|track| order.place(track)).collect() }
    }
}

impl Layout {
    /// The columns that the segments of a line stand in: a name that starts where codes of other lines still reach stands behind its code.
    fn tracks<'s>(&'s self, strip: &'s Strip<'_>) -> impl Iterator<Item = Track> + 's {
        let mut taken = None;
        strip.segments.iter().map(move |segment| {
            let track = self.track(strip.page, segment);
            let track = match track {
                Track::Numbers(at) if segment.word == Word::Words && taken == Some(at) => Track::Words(at + 1),
                track => track,
            };
            taken = match track {
                Track::Numbers(at) => Some(at),
                Track::Words(_) => taken,
            };
            track
        })
    }

    /// The column of the body that a segment stands in.
    fn track(&self, page: usize, segment: &Segment) -> Track {
        let clusters = self.pages.binary_search_by_key(&page, |(page, _)| *page).map_or(&self.pages[0].1, |at| &self.pages[at].1);
        let at = clusters.partition_point(|c| c.extent.end <= segment.start);
        match clusters.get(at) {
            // A name reaches out of the column of codes behind which it starts.
            Some(c) if segment.word == Word::Words && segment.end > c.extent.end && 2 * segment.start > c.extent.start + c.extent.end => Track::Words(at + 1),
            Some(c) if segment.word != Word::Words || segment.start >= c.extent.start => Track::Numbers(at),
            _ => Track::Words(at),
        }
    }

    /// From where to where each column reaches on the first page; `tracks` are those of all segments.
    fn extents(&self, body: &[Strip<'_>], tracks: &[Track], order: &Order) -> Vec<Range<usize>> {
        let first = self.pages[0].0;
        let mut extents: Vec<Option<Range<usize>>> = vec![None; order.tracks.len()];
        let segments = body.iter().flat_map(|strip| strip.segments.iter().map(|segment| (strip.page, segment)));
        for ((page, segment), track) in segments.zip(tracks) {
            let Some(at) = order.place(track).filter(|_| page == first) else { continue };
            let extent = extents[at].get_or_insert(segment.start..segment.end);
            *extent = extent.start.min(segment.start)..extent.end.max(segment.end);
        }
        let clusters = &self.pages[0].1;
        let reach = |(track, seen): (&Track, Option<Range<usize>>)| match track {
            Track::Numbers(at) => clusters[*at].extent.clone(),
            Track::Words(gap) => {
                let end = clusters.get(*gap).map(|c| c.extent.start);
                let seen = seen.unwrap_or(0..0);
                seen.start..end.map_or(seen.end, |end| seen.end.min(end))
            }
        };
        order.tracks.iter().zip(extents).map(reach).collect()
    }
}

/// The columns in order: before each cluster the words that stand there.
struct Order {
    tracks: Vec<Track>,
    /// For each cluster its column, and for the words before each, and behind the last, theirs.
    numbers: Vec<usize>,
    words: Vec<Option<usize>>,
}

impl Order {
    /// `worded` says where words stand, before each cluster and behind the last.
    fn of(worded: &[bool]) -> Self {
        let mut order = Order { tracks: Vec::with_capacity(2 * worded.len()), numbers: Vec::with_capacity(worded.len()), words: vec![None; worded.len()] };
        for (gap, words) in worded.iter().enumerate() {
            if *words {
                order.words[gap] = Some(order.tracks.len());
                order.tracks.push(Track::Words(gap));
            }
            if gap + 1 < worded.len() {
                order.numbers.push(order.tracks.len());
                order.tracks.push(Track::Numbers(gap));
            }
        }
        order
    }

    fn place(&self, track: &Track) -> Option<usize> {
        match track {
            Track::Numbers(at) => self.numbers.get(*at).copied(),
            Track::Words(gap) => self.words.get(*gap).copied().flatten(),
        }
    }
}
