//! What a page shows: its glyphs and its rules, in points from the upper left corner.

use super::file::{File, Loss};
use super::font::{Font, SharedFont};
use super::matrix::Matrix;
use super::operators::{Operand, Operators};
use super::path::Path;
use crate::source::Area;
use oxidize_pdf::parser::objects::{PdfDictionary, PdfName, PdfObject};
use oxidize_pdf::parser::ParsedPage;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The most bytes of drawing operators read of one page; the largest seen has 2 MB.
const MAX_CONTENT_BYTES: usize = 32 << 20;

/// The most glyphs of one page; a page of small print has 6,000.
pub(super) const MAX_GLYPHS: usize = 200_000;

/// The most rules of one page; the largest table seen is drawn with 3,000.
const MAX_RULES: usize = 50_000;

/// How deep drawings may nest that are drawn as a whole.
const MAX_FORMS: usize = 12;

/// How many drawings of a page are drawn as a whole, each time counted.
const MAX_DRAWN_FORMS: usize = 2_000;

/// How deep graphics states may be saved.
const MAX_SAVED: usize = 512;

/// A character as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) c: char,
    pub(super) left: f32,
    pub(super) right: f32,
    /// The line it stands on.
    pub(super) base: f32,
    /// The height of an em.
    pub(super) size: f32,
    /// The number of the operator that drew it.
    pub(super) run: u32,
    /// Where the pen moved before the page was turned to be read.
    pub(super) heading: Heading,
    /// Whether a blank is drawn before it.
    pub(super) follows_blank: bool,
}

/// Where the pen moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Heading {
    Right,
    Down,
    Left,
    Up,
    /// Aslant, as stamps and watermarks are.
    Aslant,
}

/// A horizontal or vertical line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub(super) is_horizontal: bool,
    /// The coordinate that is the same all along.
    pub(super) at: f32,
    pub(super) from: f32,
    pub(super) to: f32,
}

/// A page as it is drawn.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    pub(super) has_image: bool,
    pub(super) lost: Option<Loss>,
}

/// Draws the pages of a file, one after the other.
pub(super) struct Painter<'a> {
    file: &'a File,
    /// Whether nobody waits for the drawing any more.
    abandoned: &'a AtomicBool,
}

/// The state that `q` saves.
#[derive(Debug, Clone)]
struct Graphics {
    to_page: Matrix,
    font: Option<SharedFont>,
    size: f64,
    character_space: f64,
    word_space: f64,
    /// 1 for the normal width.
    stretch: f64,
    leading: f64,
    rise: f64,
    stroke_is_white: bool,
    fill_is_white: bool,
}

/// A stream of operators with what its names mean.
struct Scope {
    resources: PdfDictionary,
    fonts: HashMap<Vec<u8>, SharedFont>,
}

/// A page while it is drawn.
struct Canvas<'a> {
    painter: &'a Painter<'a>,
    drawing: Drawing,
    forms: usize,
    run: u32,
}

impl<'a> Painter<'a> {
    pub(super) fn new(file: &'a File, abandoned: &'a AtomicBool) -> Self {
        Painter { file, abandoned }
    }

    /// What the page shows, as far as it can be read.
    pub(super) fn draw(&self, page: &ParsedPage) -> Drawing {
        let (to_page, width, height) = Matrix::of_page(visible(page), page.rotation);
        let drawing = Drawing { width: width as f32, height: height as f32, ..Drawing::default() };
        let mut canvas = Canvas { painter: self, drawing, forms: 0, run: 0 };
        let mut content = Vec::new();
        for stream in self.file.contents(page) {
            let part = self.file.unpacked(&stream, MAX_CONTENT_BYTES - content.len().min(MAX_CONTENT_BYTES));
            content.extend_from_slice(&part.bytes);
            content.push(b'\n');
            canvas.drawing.lost = canvas.drawing.lost.or(part.lost);
        }
        let scope = Scope { resources: self.file.resources(page), fonts: HashMap::new() };
        canvas.paint(&content, scope, Graphics::new(to_page), 0);
        canvas.drawing
    }
}

impl Graphics {
    fn new(to_page: Matrix) -> Self {
        Graphics {
            to_page,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            stroke_is_white: false,
            fill_is_white: false,
        }
    }
}

/// The part of the page that is shown.
fn visible(page: &ParsedPage) -> [f64; 4] {
    let upright = |[a, b, c, d]: [f64; 4]| [a.min(c), b.min(d), a.max(c), b.max(d)];
    let media = upright(page.media_box);
    let Some(crop) = page.crop_box.map(upright) else { return media };
    let both = [media[0].max(crop[0]), media[1].max(crop[1]), media[2].min(crop[2]), media[3].min(crop[3])];
    if both[0] < both[2] && both[1] < both[3] {
        both
    } else {
        media
    }
}

/// The place of the pen in a text object: where it is, and where the line began.
#[derive(Debug, Clone, Copy)]
struct Pen {
    at: Matrix,
    line: Matrix,
}

impl Pen {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.at = self.line;
    }
}

/// The glyphs that a text of its own replaces, and that text.
#[derive(Debug)]
struct Replaced {
    from: usize,
    text: Option<String>,
}

/// What changes while a stream of operators is painted.
struct Progress {
    scope: Scope,
    graphics: Graphics,
    saved: Vec<Graphics>,
    pen: Pen,
    path: Path,
    marked: Vec<Replaced>,
    depth: usize,
}

impl Canvas<'_> {
    fn paint(&mut self, content: &[u8], scope: Scope, graphics: Graphics, depth: usize) {
        let pen = Pen { at: Matrix::IDENTITY, line: Matrix::IDENTITY };
        let mut now = Progress { scope, graphics, saved: Vec::new(), pen, path: Path::default(), marked: Vec::new(), depth };
        let mut operators = Operators::new(content);
        while let Some(operator) = operators.next() {
            if self.painter.abandoned.load(Ordering::Relaxed) {
                return;
            }
            let known = self.text_operator(operator, &operators, &mut now)
                || self.path_operator(operator, &operators, &mut now)
                || self.graphics_operator(operator, &operators, &mut now);
            if !known && operator == b"Do" {
                self.object(&operators, &mut now);
            }
        }
    }

    /// Operators of text: whether this was one.
    fn text_operator(&mut self, operator: &[u8], operands: &Operators, now: &mut Progress) -> bool {
        match operator {
            b"Tj" => self.show(operands, now),
            b"TJ" => self.show(operands, now),
            b"'" => {
                now.pen.next_line(0.0, -now.graphics.leading);
                self.show(operands, now);
            }
            b"\"" => {
                if let [Operand::Number(word), Operand::Number(character), ..] = operands.operands[..] {
                    (now.graphics.word_space, now.graphics.character_space) = (word, character);
                }
                now.pen.next_line(0.0, -now.graphics.leading);
                self.show(&operands.without_numbers(), now);
            }
            b"Tf" => self.choose_font(operands, now),
            _ => return now.text_state(operator, operands),
        }
        true
    }

    /// Shows the strings among the operands; numbers between them move the pen back, in thousandths of an em.
    fn show(&mut self, operands: &Operators, now: &mut Progress) {
        self.run = self.run.saturating_add(1);
        let font = now.graphics.font.clone().unwrap_or_else(|| Rc::new(RefCell::new(Font::missing())));
        for operand in &operands.operands {
            match operand {
                Operand::Text(text) => self.show_text(text, &font, now),
                Operand::Number(n) => {
                    let back = n / 1000.0 * now.graphics.size * now.graphics.stretch;
                    now.pen.at = Matrix::moved(-back, 0.0).then(now.pen.at);
                }
                Operand::Name(_) => {}
            }
        }
    }

    fn show_text(&mut self, text: &[u8], font: &RefCell<Font>, now: &mut Progress) {
        let Graphics { to_page, size, character_space, word_space, stretch, rise, .. } = now.graphics;
        let mut font = font.borrow_mut();
        let mut shapes = font.shapes(text);
        while let Some(shape) = shapes.next() {
            if self.painter.abandoned.load(Ordering::Relaxed) {
                return;
            }
            let to_page = Matrix([size * stretch, 0.0, 0.0, size, 0.0, rise]).then(now.pen.at).then(to_page);
            self.draw(&shape.text, shape.advance, to_page);
            let space = character_space + if shape.is_space { word_space } else { 0.0 };
            now.pen.at = Matrix::moved((shape.advance * size + space) * stretch, 0.0).then(now.pen.at);
        }
    }

    /// Draws the characters of one glyph, side by side.
    fn draw(&mut self, text: &str, advance: f64, to_page: Matrix) {
        let (x, y) = to_page.point(0.0, 0.0);
        let (across, down) = to_page.step(advance, 0.0);
        let (up_x, up_y) = to_page.step(0.0, 1.0);
        let size = up_x.hypot(up_y);
        let values = [x, y, across, down, size];
        if values.iter().any(|v| !v.is_finite() || v.abs() > 1e6) || size < 0.1 {
            return;
        }
        let (direction_x, direction_y) = to_page.step(1.0, 0.0);
        let heading = heading(direction_x, direction_y);
        let count = text.chars().count().max(1) as f64;
        for (n, c) in text.chars().enumerate() {
            if self.drawing.glyphs.len() >= MAX_GLYPHS {
                self.drawing.lost = Some(Loss::Limit);
                return;
            }
            let (start, end) = (n as f64 / count, (n + 1) as f64 / count);
            let (from, to) = ((x + across * start, y + down * start), (x + across * end, y + down * end));
            let glyph = Glyph { c, left: 0.0, right: 0.0, base: 0.0, size: size as f32, run: self.run, heading, follows_blank: false };
            self.drawing.glyphs.push(glyph.along(from, to));
        }
    }

    fn choose_font(&mut self, operands: &Operators, now: &mut Progress) {
        let (Some(name), Some([size])) = (operands.name(), operands.numbers()) else { return };
        now.graphics.size = size;
        if let Some(known) = now.scope.fonts.get(name) {
            now.graphics.font = Some(Rc::clone(known));
            return;
        }
        let fonts = now.scope.resources.get("Font").and_then(|o| self.painter.file.dictionary(o));
        let font = fonts.and_then(|fonts| fonts.0.get(&named(name)).map(|o| self.painter.file.font(o)));
        if let Some(font) = &font {
            now.scope.fonts.insert(name.to_vec(), Rc::clone(font));
        }
        now.graphics.font = font;
    }

    /// Operators of paths: whether this was one.
    fn path_operator(&mut self, operator: &[u8], operands: &Operators, now: &mut Progress) -> bool {
        let to_page = now.graphics.to_page;
        let (stroked, filled) = match operator {
            b"S" | b"s" => (true, false),
            b"f" | b"F" | b"f*" => (false, true),
            b"B" | b"B*" | b"b" | b"b*" => (true, true),
            _ => return now.path.operator(operator, operands, to_page),
        };
        if matches!(operator, b"s" | b"b" | b"b*") {
            now.path.close();
        }
        let (stroked, filled) = (stroked && !now.graphics.stroke_is_white, filled && !now.graphics.fill_is_white);
        let room = MAX_RULES - self.drawing.rules.len().min(MAX_RULES);
        let rules = now.path.painted(stroked, filled);
        self.drawing.rules.extend(rules.into_iter().take(room));
        true
    }

    /// Operators of the graphics state and of marked contents: whether this was one.
    fn graphics_operator(&mut self, operator: &[u8], operands: &Operators, now: &mut Progress) -> bool {
        match operator {
            b"q" if now.saved.len() < MAX_SAVED => now.saved.push(now.graphics.clone()),
            b"Q" => now.graphics = now.saved.pop().unwrap_or_else(|| now.graphics.clone()),
            b"cm" => {
                if let Some(matrix) = operands.numbers() {
                    now.graphics.to_page = Matrix(matrix).then(now.graphics.to_page);
                }
            }
            b"G" | b"RG" | b"K" | b"SC" | b"SCN" => now.graphics.stroke_is_white = is_white(operator, operands),
            b"g" | b"rg" | b"k" | b"sc" | b"scn" => now.graphics.fill_is_white = is_white(operator, operands),
            b"BMC" => now.mark(self.drawing.glyphs.len(), None),
            b"BDC" => now.mark(self.drawing.glyphs.len(), operands.text_of(b"ActualText").and_then(written)),
            b"EMC" => self.replace(now.marked.pop()),
            b"EI" => self.drawing.has_image = true,
            _ => return false,
        }
        true
    }

    /// Puts the text that the file gives for glyphs in their place, if the font does not tell what they are.
    fn replace(&mut self, marked: Option<Replaced>) {
        let Some(Replaced { from, text: Some(text) }) = marked else { return };
        let glyphs = self.drawing.glyphs.get_mut(from..).unwrap_or(&mut []);
        if !glyphs.iter().any(|g| super::repair::is_unmapped(g.c)) || text.chars().count() != glyphs.len() {
            return;
        }
        glyphs.iter_mut().zip(text.chars()).for_each(|(glyph, c)| glyph.c = c);
    }

    /// `Do`: an image, or a drawing that is drawn as a whole.
    fn object(&mut self, operands: &Operators, now: &mut Progress) {
        let file = self.painter.file;
        let Some(name) = operands.name() else { return };
        let objects = now.scope.resources.get("XObject").and_then(|o| file.dictionary(o));
        let Some(PdfObject::Stream(stream)) = objects.and_then(|objects| file.resolved(objects.0.get(&named(name))?)) else { return };
        let subtype = stream.dict.get("Subtype").and_then(PdfObject::as_name).map(PdfName::as_str);
        if subtype == Some("Image") {
            self.drawing.has_image = true;
            let rule = super::path::thin_square(now.graphics.to_page);
            self.drawing.rules.extend(rule.filter(|_| self.drawing.rules.len() < MAX_RULES));
        }
        self.forms += 1;
        if subtype != Some("Form") || now.depth >= MAX_FORMS || self.forms > MAX_DRAWN_FORMS {
            return;
        }
        let matrix = stream.dict.get("Matrix").and_then(|o| file.numbers(o)).map_or(Matrix::IDENTITY, Matrix);
        let resources = stream.dict.get("Resources").and_then(|o| file.dictionary(o));
        let resources = resources.unwrap_or_else(|| now.scope.resources.clone());
        let content = file.unpacked(&stream, MAX_CONTENT_BYTES);
        self.drawing.lost = self.drawing.lost.or(content.lost);
        let mut graphics = now.graphics.clone();
        graphics.to_page = matrix.then(graphics.to_page);
        self.paint(&content.bytes, Scope { resources, fonts: HashMap::new() }, graphics, now.depth + 1);
    }
}

impl Progress {
    /// Operators that set how text is drawn: whether this was one.
    fn text_state(&mut self, operator: &[u8], operands: &Operators) -> bool {
        let graphics = &mut self.graphics;
        match (operator, operands.numbers(), operands.numbers()) {
            (b"BT", ..) => self.pen = Pen { at: Matrix::IDENTITY, line: Matrix::IDENTITY },
            (b"T*", ..) => self.pen.next_line(0.0, -graphics.leading),
            (b"Td", _, Some([x, y])) => self.pen.next_line(x, y),
            (b"TD", _, Some([x, y])) => {
                graphics.leading = -y;
                self.pen.next_line(x, y);
            }
            (b"Tc", Some([n]), _) => graphics.character_space = n,
            (b"Tw", Some([n]), _) => graphics.word_space = n,
            (b"Tz", Some([n]), _) => graphics.stretch = n / 100.0,
            (b"TL", Some([n]), _) => graphics.leading = n,
            (b"Ts", Some([n]), _) => graphics.rise = n,
            (b"Tm", ..) => {
                let line = operands.numbers().map_or(self.pen.line, Matrix);
                self.pen = Pen { at: line, line };
            }
            _ => return matches!(operator, b"ET" | b"Tr"),
        }
        true
    }

    fn mark(&mut self, from: usize, text: Option<String>) {
        if self.marked.len() < MAX_SAVED {
            self.marked.push(Replaced { from, text });
        }
    }
}

impl Glyph {
    /// The glyph between two places of the pen, measured along its heading.
    fn along(self, from: (f64, f64), to: (f64, f64)) -> Glyph {
        let (from, to) = ((from.0 as f32, from.1 as f32), (to.0 as f32, to.1 as f32));
        match self.heading {
            Heading::Down | Heading::Up => Glyph { left: from.1.min(to.1), right: from.1.max(to.1), base: from.0, ..self },
            _ => Glyph { left: from.0.min(to.0), right: from.0.max(to.0), base: from.1, ..self },
        }
    }

    /// The rectangle of the glyph on a page that is not turned.
    pub(super) fn area(&self) -> Area {
        match self.heading {
            Heading::Down => Area::new(self.base - 0.15 * self.size, self.left, self.base + 0.85 * self.size, self.right),
            Heading::Up => Area::new(self.base - 0.85 * self.size, self.left, self.base + 0.15 * self.size, self.right),
            _ => Area::new(self.left, self.base - 0.85 * self.size, self.right, self.base + 0.15 * self.size),
        }
    }

    pub(super) fn middle(&self) -> f32 {
        (self.left + self.right) / 2.0
    }
}

fn heading(x: f64, y: f64) -> Heading {
    match (x.abs() * 0.1 > y.abs(), y.abs() * 0.1 > x.abs()) {
        (true, _) if x > 0.0 => Heading::Right,
        (true, _) => Heading::Left,
        (_, true) if y > 0.0 => Heading::Down,
        (_, true) => Heading::Up,
        _ => Heading::Aslant,
    }
}

/// Whether the color is white in gray, red-green-blue or ink.
fn is_white(operator: &[u8], operands: &Operators) -> bool {
    let all = |value: f64| operands.operands.iter().all(|o| *o == Operand::Number(value));
    match operands.operands.len() {
        1 => matches!(operator, b"g" | b"G") && all(1.0),
        3 => all(1.0),
        4 => all(0.0),
        _ => false,
    }
}

/// A name of the contents as the resources spell it: `#20` is a blank.
fn named(name: &[u8]) -> PdfName {
    let mut spelled = Vec::with_capacity(name.len());
    let mut rest = name;
    while let [b, tail @ ..] = rest {
        let code = if let [b'#', high, low, ..] = rest {
            char::from(*high).to_digit(16).zip(char::from(*low).to_digit(16)).map(|(h, l)| (h << 4 | l) as u8)
        } else {
            None
        };
        spelled.push(code.unwrap_or(*b));
        rest = if code.is_some() { &rest[3..] } else { tail };
    }
    PdfName::new(String::from_utf8_lossy(&spelled).into_owned())
}

/// A text string of the file, if it is in UTF-16 or ASCII.
fn written(text: &[u8]) -> Option<String> {
    match text {
        [0xfe, 0xff, units @ ..] => Some(encoding_rs::UTF_16BE.decode_without_bom_handling(units).0.into_owned()),
        ascii if ascii.is_ascii() => String::from_utf8(ascii.to_vec()).ok(),
        _ => None,
    }
}
