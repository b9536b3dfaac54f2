//! The encoding of a page: what it says of itself, held against its bytes.

use super::super::text::{self, Characters};
use encoding_rs::{Encoding, GB18030, GBK, UTF_16BE, UTF_16LE, UTF_8};

/// Decodes a page: the encoding asked for, else the byte order mark, else the one that the page declares if the bytes bear it out,
/// else the one that they show.
pub(super) fn characters(bytes: &[u8], forced: Option<&'static Encoding>) -> Characters {
    if forced.is_some() || Encoding::for_bom(bytes).is_some() {
        return text::characters(bytes, forced);
    }
    match declared(bytes) {
        Some(encoding) if encoding != UTF_8 && is_utf8(bytes) => text::characters(bytes, None),
        Some(encoding) => believed(bytes, encoding),
        None => text::characters(bytes, None),
    }
}

/// What is declared, unless another encoding leaves much less unreadable.
fn believed(bytes: &[u8], encoding: &'static Encoding) -> Characters {
    let declared = text::characters(bytes, Some(encoding));
    let repairs = repairs(&declared.text);
    let others = declared.text.bytes().filter(|b| *b >= 0xc0).count();
    // One character in fifty: files are cut and patched, but not that often.
    if repairs * 50 <= others {
        return declared;
    }
    let guessed = text::characters(bytes, None);
    if self::repairs(&guessed.text) * 2 < repairs {
        guessed
    } else {
        declared
    }
}

fn repairs(text: &str) -> usize {
    memchr::memmem::find_iter(text.as_bytes(), "\u{fffd}").count()
}

/// Whether the bytes are UTF-8 with Han in it. Pages are turned to UTF-8 by programs that leave the old declaration standing; GBK
/// gives valid UTF-8 of three bytes a character by chance in a word or two, never in a page.
fn is_utf8(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let (mut long, mut short) = (0usize, 0usize);
    for byte in text.bytes() {
        long += usize::from(byte >= 0xe0);
        short += usize::from((0xc0..0xe0).contains(&byte));
    }
    long > short
}

/// Bytes that are searched for a declaration: browsers look at 1024, saved server pages have directives and banners before it.
const HEAD: usize = 16 << 10;

/// The encoding in `<meta charset=gb2312>`, `content="text/html; charset=gb2312"`, `<?xml encoding="gb2312"?>` or the directive of a
/// server page; GB2312 and GBK are read as GB18030, that holds them.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let encoding = ["<meta", "<?xml", "<%@"].iter().find_map(|open| in_tags(&head, open.as_bytes()))?;
    // A page that could be read as far as this is not UTF-16.
    Some(if encoding == GBK {
        GB18030
    } else if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else {
        encoding
    })
}

fn in_tags(head: &[u8], open: &[u8]) -> Option<&'static Encoding> {
    memchr::memmem::find_iter(head, open).find_map(|at| {
        let tag = &head[at..];
        let tag = &tag[..memchr::memchr(b'>', tag).unwrap_or(tag.len())];
        [b"charset".as_slice(), b"encoding"].iter().find_map(|name| label(tag, name))
    })
}

fn label(tag: &[u8], name: &[u8]) -> Option<&'static Encoding> {
    memchr::memmem::find_iter(tag, name).find_map(|at| {
        let behind = tag[at + name.len()..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let behind = behind.strip_prefix(b"\"").or_else(|| behind.strip_prefix(b"'")).unwrap_or(behind);
        let end = behind.iter().position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_')).unwrap_or(behind.len());
        Encoding::for_label(&behind[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::characters;
    use encoding_rs::GB18030;

    const BODY: &str = "青溪县水利局2020年度部门决算，收入总计12.50万元";

    #[track_caller]
    fn read(head: &str, gbk: Gbk) -> (String, &'static str) {
        let page = format!("{head}{BODY}");
        let bytes = match gbk {
            Gbk::Yes => GB18030.encode(&page).0.into_owned(),
            Gbk::No => page.into_bytes(),
        };
        let read = characters(&bytes, None);
        (read.text.replace(head, ""), read.encoding.name())
    }

    enum Gbk {
        Yes,
        No,
    }

    #[test]
    fn what_a_page_declares_is_believed() {
        for head in [
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">",
            "<META CHARSET=GBK>",
            "<%@ page contentType=\"text/html;charset=GBK\"%>",
            "<?xml version=\"1.0\" encoding=\"gb2312\"?>",
        ] {
            assert_eq!(read(head, Gbk::Yes), (BODY.into(), "gb18030"), "{head}");
        }
    }

    #[test]
    fn the_bytes_are_believed_where_the_declaration_is_wrong() {
        assert_eq!(read("<meta charset=gb2312>", Gbk::No), (BODY.into(), "UTF-8"));
        assert_eq!(read("<meta charset=utf-8>", Gbk::Yes), (BODY.into(), "gb18030"));
        assert_eq!(read("<meta charset=iso-8859-1>", Gbk::No), (BODY.into(), "UTF-8"));
        assert_eq!(read("<meta charset=utf-16>", Gbk::No), (BODY.into(), "UTF-8"));
    }

    #[test]
    fn without_a_declaration_the_bytes_are_looked_at() {
        assert_eq!(read("<p>", Gbk::Yes), (BODY.into(), "gb18030"));
        assert_eq!(read("<meta charset=nonsense>", Gbk::No), (BODY.into(), "UTF-8"));
    }

    #[test]
    fn a_byte_order_mark_or_the_caller_overrules_the_page() {
        let marked = [b"\xef\xbb\xbf<meta charset=gbk>".as_slice(), BODY.as_bytes()].concat();
        assert_eq!(characters(&marked, None).encoding.name(), "UTF-8");
        let forced = characters(b"<meta charset=utf-8>a", Some(GB18030));
        assert_eq!(forced.encoding.name(), "gb18030");
    }
}
