//! Fields: their results are text, their instructions are not, and a table of contents is neither.

/// The fields that are open where the reading stands.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Fields that are open beyond the limit; nothing of them is kept.
    uncounted: usize,
    /// How many of the open ones keep their text from being read.
    silent: usize,
}

#[derive(Debug)]
struct Field {
    instruction: String,
    stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Instruction,
    Result,
    /// The result is a table of contents.
    Contents,
}

/// Fields that may nest; a field in an entry of a table of contents is the third.
const DEEPEST: usize = 256;

/// As much of an instruction as tells what the field is.
const INSTRUCTION: usize = 32;

impl Fields {
    pub(super) fn begin(&mut self) {
        if self.open.len() >= DEEPEST {
            self.uncounted += 1;
            return;
        }
        self.open.push(Field { instruction: String::new(), stage: Stage::Instruction });
        self.silent += 1;
    }

    /// The instruction ends, the result starts.
    pub(super) fn separate(&mut self) {
        let Some(field) = self.open.last_mut().filter(|field| field.stage == Stage::Instruction && self.uncounted == 0) else { return };
        if is_contents(&field.instruction) {
            field.stage = Stage::Contents;
        } else {
            field.stage = Stage::Result;
            self.silent -= 1;
        }
    }

    pub(super) fn end(&mut self) {
        if self.uncounted > 0 {
            self.uncounted -= 1;
        } else if let Some(field) = self.open.pop() {
            self.silent -= usize::from(field.stage != Stage::Result);
        }
    }

    /// Takes a piece of the instruction of the innermost field.
    pub(super) fn instruction(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| field.instruction.len() < INSTRUCTION) {
            field.instruction.extend(text.chars().take(INSTRUCTION));
        }
    }

    /// Whether text that stands here is set aside.
    pub(super) fn set_aside(&self) -> bool {
        self.silent > 0
    }

    /// A paragraph ends. No instruction goes on behind it: a field that was not parted there has lost its mark.
    pub(super) fn end_paragraph(&mut self) {
        if self.silent == 0 {
            return;
        }
        for field in self.open.iter_mut().filter(|field| field.stage == Stage::Instruction && !is_contents(&field.instruction)) {
            field.stage = Stage::Result;
            self.silent -= 1;
        }
    }

    /// A table or a heading starts, which no table of contents holds: its field has lost its end. Whether there was one.
    pub(super) fn end_contents(&mut self) -> bool {
        if !self.open.iter().any(|field| is_contents(&field.instruction)) {
            return false;
        }
        *self = Fields::default();
        true
    }
}

/// Whether a field makes a table of contents: `TOC \o "1-3" \h`.
pub(super) fn is_contents(instruction: &str) -> bool {
    let mut words = instruction.split(|c: char| c.is_whitespace() || c == '\\').filter(|word| !word.is_empty());
    words.next().is_some_and(|word| word.eq_ignore_ascii_case("TOC"))
}
