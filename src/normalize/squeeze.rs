//! Text as it is printed, without the blanks between its characters.

/// Text without white space and invisible characters.
pub(crate) fn squeezed(text: &str) -> String {
    let mut out = String::new();
    let mut kept = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        // A Han character or one of `、。《》（），：；` as a whole.
        if matches!(byte, 0xe4..=0xe9) || matches!(bytes[at..], [0xef, 0xbc, ..] | [0xe3, 0x80, 0x81..=0xbf, ..]) {
            at += 3;
            continue;
        }
        if !may_be_blank(*byte) {
            at += 1;
            continue;
        }
        let c = text[at..].chars().next().expect("no byte inside a character may be blank");
        if is_blank(c) {
            out.reserve(text.len() - kept);
            out.push_str(&text[kept..at]);
            kept = at + c.len_utf8();
        }
        at += c.len_utf8();
    }
    if kept == 0 {
        return text.to_owned();
    }
    out.push_str(&text[kept..]);
    out
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')
}

/// First bytes of white space and invisible characters: ASCII, U+0085 to U+00AD, U+1680, U+2000 to U+205F, U+3000, U+FEFF.
fn may_be_blank(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | 0xc2 | 0xe1 | 0xe2 | 0xe3 | 0xef)
}
