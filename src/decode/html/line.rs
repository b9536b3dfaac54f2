//! A line of text as a browser sets it: white space closed up.

use super::super::composer::find_byte;

/// The line that is being written.
#[derive(Debug, Default)]
pub(super) struct Line {
    text: String,
    /// White space that is shown only if something follows.
    pending: Option<Blank>,
}

/// White space between two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blank {
    Space,
    /// White space with a line end in it, which is not shown between two Han.
    LineEnd,
}

impl Line {
    /// Appends text of the page: runs of white space are one blank, none at the start; non-breaking spaces are blanks of their own.
    pub(super) fn push(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = find_byte(rest.as_bytes(), |b| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')) {
            self.word(&rest[..at]);
            let behind = rest[at..].trim_start_matches(|c: char| c.is_ascii_whitespace());
            let blank = &rest[at..rest.len() - behind.len()];
            self.blank(if blank.contains(['\n', '\r']) { Blank::LineEnd } else { Blank::Space });
            rest = behind;
        }
        self.word(rest);
    }

    /// Appends text whose white space is kept.
    pub(super) fn push_as_is(&mut self, text: &str) {
        self.pending = None;
        self.text.push_str(&text.replace('\u{a0}', " "));
    }

    /// A blank that parts what stands before it from what follows.
    pub(super) fn part(&mut self) {
        self.blank(Blank::Space);
    }

    /// Ends a line within the text; a line end at its start, or behind another one, is none.
    pub(super) fn end_line(&mut self) {
        self.pending = None;
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The text so far, without the blanks behind it.
    pub(super) fn take(&mut self) -> String {
        self.pending = None;
        let mut text = std::mem::take(&mut self.text);
        text.truncate(text.trim_end().len());
        text
    }

    fn blank(&mut self, blank: Blank) {
        self.pending = Some(self.pending.map_or(blank, |before| if before == Blank::Space { blank } else { before }));
    }

    fn word(&mut self, word: &str) {
        let Some(first) = word.chars().next() else { return };
        let last = self.text.chars().next_back();
        match (self.pending.take(), last) {
            (Some(Blank::LineEnd), Some(last)) if is_wide(last) && is_wide(first) => {}
            (Some(_), Some(last)) if last != '\n' => self.text.push(' '),
            _ => {}
        }
        // The first byte of a fixed blank is rare in Chinese.
        match memchr::memchr(0xc2, word.as_bytes()).is_some() {
            true => self.text.push_str(&word.replace('\u{a0}', " ")),
            false => self.text.push_str(word),
        }
    }
}

/// Characters between which a line end of the file is not shown: editors wrap Chinese anywhere.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '“' | '”' | '‘' | '’' | '—' | '…' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[track_caller]
    fn set(texts: &[&str]) -> String {
        let mut line = Line::default();
        texts.iter().for_each(|text| line.push(text));
        line.take()
    }

    #[test]
    fn white_space_is_one_blank_and_none_at_the_ends() {
        assert_eq!(set(&["  收入 \t ", " 12.5  万元\n"]), "收入 12.5 万元");
    }

    #[test]
    fn a_line_end_between_han_is_not_shown() {
        assert_eq!(set(&["一般公共\r\n  预算", "\n拨款“\n三公”\n2020年"]), "一般公共预算拨款“三公” 2020年");
    }

    #[test]
    fn wide_and_fixed_blanks_are_kept() {
        assert_eq!(set(&["\u{3000}\u{3000}收入\u{a0}\u{a0}1"]), "\u{3000}\u{3000}收入  1");
    }
}
