//! Web pages.
//!
//! bytes →[`charset`]→ characters →[`balance`]→ a page that nests properly →html5ever→ tree →[`page`]→ nodes in reading order
//! →[`flow`]→ lines and grids.

mod attachments;
mod balance;
mod charset;
mod elements;
mod flow;
mod furniture;
mod line;
mod markup;
mod numbering;
mod page;
mod stylesheet;
mod table;

use self::balance::{Balanced, MOST_ELEMENTS};
use self::flow::Furniture;
use self::page::Page;
use super::composer::Composer;
use super::{signature, Decoded, Decoding, Limits};
use crate::diagnostic::{DiagnosticCode, Severity, Sink};
use crate::error::Error;
use crate::source::Content;
use crate::span::Span;
use scraper::Html;

/// The greatest depth of elements that is taken over from the limits: the time the tree builder takes grows with it.
const GREATEST_DEPTH: usize = 1024;

/// The most bytes of a page that are read; text, tree and result of so many stay below 512 MiB. The largest page seen has 1 MB.
const MOST_BYTES: usize = 48 << 20;

/// Reads the document.
///
/// # Errors
/// The bytes are no text in any encoding, or the tree builder fails on them.
pub(super) fn decode(bytes: &[u8], forced: Option<&'static encoding_rs::Encoding>, decoding: &Decoding) -> Result<Decoded, Error> {
    let most = MOST_BYTES.min(decoding.limits.expanded);
    let characters = charset::characters(&bytes[..bytes.len().min(most)], forced);
    let encoding = characters.encoding.name();
    // Browsers do not show NUL.
    let shown = if characters.text.contains('\0') { characters.text.replace('\0', "") } else { characters.text };
    signature::refuse_binary(&shown)?;
    let balanced = balance::balance(&shown, decoding.limits.depth.min(GREATEST_DEPTH));
    drop(shown);
    let (text, mut content) = read(&balanced, &decoding.limits)?;
    let mut sink = repairs(&text);
    if bytes.len() > most {
        sink.note(DiagnosticCode::LimitReached, Severity::Error, None, || format!("网页超过{most}字节，其后未读取"));
    }
    content.diagnostics = sink.finish(&content.diagnostics);
    Ok(Decoded { text, encoding, content })
}

/// The text of a page and what stands beside it. A page on which everything looks like furniture is read whole.
fn read(balanced: &Balanced, limits: &Limits) -> Result<(String, Content), Error> {
    let html = tree(&balanced.page)?;
    let page = Page::of(&html);
    for furniture in [Furniture::SetAside, Furniture::Kept] {
        let mut composer = Composer::new(limits);
        flow::write(&page, furniture, &mut composer);
        if composer.len() == 0 && furniture == Furniture::SetAside {
            continue;
        }
        note(balanced, &mut composer, limits);
        composer.beside().attachments = attachments::names(&page);
        composer.beside().title = page.title;
        return Ok(composer.finish());
    }
    Ok((String::new(), Content::default()))
}

/// The tree of a page. The tree builder is foreign code: should it fail, the page is damaged, and the program goes on.
fn tree(page: &str) -> Result<Html, Error> {
    std::panic::catch_unwind(|| Html::parse_document(page))
        .map_err(|_| Error::Damaged { format: "a web page", reason: "the tree of its elements cannot be built".into() })
}

fn note(balanced: &Balanced, composer: &mut Composer, limits: &Limits) {
    let depth = limits.depth.min(GREATEST_DEPTH);
    if balanced.too_deep > 0 {
        composer.note_whole(DiagnosticCode::LimitReached, Severity::Warning, || {
            format!("网页元素嵌套超过{depth}层，更深{}个元素的文字并入外层", balanced.too_deep)
        });
    }
    if balanced.too_many > 0 {
        composer.note_whole(DiagnosticCode::LimitReached, Severity::Error, || format!("网页元素超过{MOST_ELEMENTS}个，其后的文字不再分段"));
    }
    if balanced.swallowed {
        composer.note_whole(DiagnosticCode::ContentDamaged, Severity::Error, || "网页中的脚本或样式没有结束标记，其后的内容未读取".into());
    }
}

/// The places of a text that could not be decoded.
fn repairs(text: &str) -> Sink {
    let mut sink = Sink::default();
    let mut end = 0;
    for at in memchr::memmem::find_iter(text.as_bytes(), "\u{fffd}") {
        if at >= end {
            let run = text[at..].chars().take_while(|c| *c == '\u{fffd}').count();
            end = at + run * '\u{fffd}'.len_utf8();
            sink.note(DiagnosticCode::EncodingRepaired, Severity::Error, Some(Span::new(at, end)), || "字节无法按编码解读，以U+FFFD代替");
        }
    }
    sink
}

#[cfg(test)]
mod tests;
