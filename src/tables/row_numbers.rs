//! The numbers of rows (行次) among the cells of lines, as the classic forms print them behind each label.

use super::rows::Token;
use super::text::Word;

/// Lines without the number of the row behind each label; `None` if a label has none, or the numbers of a side do not rise.
pub(super) fn set_aside<'a>(lines: &[Vec<Token<'a>>]) -> Option<Vec<Vec<Token<'a>>>> {
    let mut last: Vec<u32> = Vec::new();
    let mut kept = Vec::with_capacity(lines.len());
    for line in lines {
        let mut side = 0;
        let mut out = Vec::with_capacity(line.len());
        let mut at = 0;
        while let Some(token) = line.get(at) {
            out.push(token.clone());
            at += 1;
            let Some(next) = line.get(at).filter(|_| token.word == Word::Words) else { continue };
            match next.word {
                Word::Number => {
                    let number = next.name.parse().ok()?;
                    match last.get_mut(side) {
                        Some(last) if *last < number => *last = number,
                        Some(_) => return None,
                        None => last.push(number),
                    }
                    side += 1;
                    at += 1;
                }
                Word::Words => {}
                Word::Amount | Word::Dash => return None,
            }
        }
        kept.push(out);
    }
    (!last.is_empty()).then_some(kept)
}
