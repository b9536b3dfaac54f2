//! ASCII points that end sentences, in texts with English punctuation: `…监督管理.二、机构设置`.

/// Bytes of a text that are looked at for how its sentences end.
const LOOKED_AT: usize = 32 << 10;

/// Whether the sentences of a text end in ASCII points: its start has several, and fewer full stops.
pub(super) fn are_points(source: &str) -> bool {
    const LEAST: usize = 4;
    let bytes = &source.as_bytes()[..source.len().min(LOOKED_AT)];
    let points = memchr::memchr_iter(b'.', bytes).filter(|at| is_stop(bytes, *at)).count();
    points >= LEAST && points > memchr::memmem::find_iter(bytes, "。").count()
}

/// How many of the `run` bytes from `at` stand before the next point that ends a sentence.
pub(super) fn before_point(line: &[u8], at: usize, run: usize) -> usize {
    memchr::memchr_iter(b'.', &line[at..at + run]).find(|offset| is_stop(line, at + offset)).unwrap_or(run)
}

/// Whether the point at `at` ends a sentence: behind a Han character, a bracket or a percent sign, and before text. Behind a numeral or
/// the bracket that closes one it may be a label's, before a letter a file's, beside another a leader's.
fn is_stop(bytes: &[u8], at: usize) -> bool {
    let before = &bytes[..at];
    // Asked first, for most points stand in numbers.
    if matches!(before, [.., b'0'..=b'9']) {
        return false;
    }
    let behind = &bytes[at + 1..];
    let ended = ends_in_han(before) && !ends_in_numeral(before)
        || before.ends_with(b"%")
        || ["”", "》"].iter().any(|mark| before.ends_with(mark.as_bytes()))
        || in_bracket(before).is_some_and(|inner| !ends_in_label(inner));
    let next = behind.first().copied().unwrap_or(b'\n');
    let text = matches!(next, b'\n' | b'\r' | b' ' | b'(' | b'"' | b'0'..=b'9' | 0xe3..=0xe9)
        || ["“", "（", "\u{a0}"].iter().any(|mark| behind.starts_with(mark.as_bytes()));
    ended && text
}

/// What stands before a closing bracket at the end of a text.
fn in_bracket(text: &[u8]) -> Option<&[u8]> {
    text.strip_suffix(b")").or_else(|| text.strip_suffix("）".as_bytes()))
}

/// Whether a text ends in a numeral that an opening bracket, a blank or a line end stands before: that of `（一）.主要职能` or `1).概况`.
fn ends_in_label(text: &[u8]) -> bool {
    const LONGEST: usize = 3;
    let mut before = text;
    for _ in 0..LONGEST {
        before = match before {
            [rest @ .., b'0'..=b'9'] => rest,
            [rest @ .., _, _, _] if ends_in_numeral(before) => rest,
            _ => break,
        };
    }
    let opens = before.is_empty() || before.ends_with("（".as_bytes()) || before.ends_with("\u{3000}".as_bytes());
    before.len() < text.len() && (opens || matches!(before, [.., b'(' | b' ' | b'\t' | b'\n' | b'\r']))
}

fn ends_in_han(text: &[u8]) -> bool {
    matches!(text, [.., 0xe4..=0xe9, _, _])
}

fn ends_in_numeral(text: &[u8]) -> bool {
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].iter().any(|numeral| text.ends_with(numeral.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn stops(text: &str) -> Vec<usize> {
        memchr::memchr_iter(b'.', text.as_bytes()).filter(|at| is_stop(text.as_bytes(), *at)).map(|at| text[..at].chars().count()).collect()
    }

    #[test]
    fn points_of_sentences_are_told_from_the_others() {
        assert_eq!(stops("收入1.20万元.二、支出占5.50%.(一)人员"), [8, 19]);
        assert_eq!(stops("一.概况 目录....3 附件.xls 见www.a.cn"), Vec::<usize>::new());
        assert_eq!(stops("（一）.主要职能 (十二).机构\n1).概况"), Vec::<usize>::new());
        assert_eq!(stops("人员（含借调）.车辆(附件1).结余(占5).其他"), [7, 15, 22]);
    }

    #[test]
    fn a_text_with_full_stops_keeps_its_points() {
        assert!(are_points("收入多.支出少.人员多.车辆少.\n"));
        assert!(!are_points("收入多。支出少。人员多。车辆少。结余多。附件. 无.办.理.\n"));
    }
}
