//! The elements of a document that reading has to know; all others are looked through.

use super::namespace::Namespace;
use once_cell::sync::Lazy;

/// What an element is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// Nothing of its own: what stands in it is read.
    Other,
    /// Not read, with all that stands in it: deletions, former properties, what only lays out.
    Skipped,
    /// A deletion where it encloses text; where it is a property, what has it is deleted.
    Deletion,
    Paragraph,
    ParagraphProperties,
    ParagraphStyle,
    NumberingId,
    NumberingLevel,
    OutlineLevel,
    /// A page ends before the paragraph.
    PageBreakBefore,
    Run,
    RunProperties,
    RunStyle,
    Vanish,
    /// At the end of a paragraph: the next one goes on in the same line (Word's style separator).
    EndVanish,
    VerticalAlignment,
    Text,
    Tab,
    Break,
    LineEnd,
    Hyphen,
    Symbol,
    Table,
    /// A table that is looked through because it nests too deep.
    TooDeep,
    Row,
    RowProperties,
    GridBefore,
    RowHidden,
    Cell,
    GridSpan,
    VerticalMerge,
    HorizontalMerge,
    TextBox,
    /// Text drawn as a shape, that stands in an attribute.
    TextPath,
    FootnoteReference,
    EndnoteReference,
    Footnote,
    Endnote,
    FieldCharacter,
    Instruction,
    SimpleField,
    StructuredTag,
    Gallery,
    StructuredContent,
    Alternatives,
    Choice,
    Fallback,
    Numerator,
    Superscript,
    Subscript,
    /// What holds its text in another part or another format.
    Embedded(&'static str),
}

/// The elements by their names.
const WORD: &[(&str, Element)] = &[
    ("t", Element::Text),
    ("r", Element::Run),
    ("p", Element::Paragraph),
    ("rPr", Element::RunProperties),
    ("pPr", Element::ParagraphProperties),
    ("tc", Element::Cell),
    ("tr", Element::Row),
    ("tbl", Element::Table),
    ("pStyle", Element::ParagraphStyle),
    ("rStyle", Element::RunStyle),
    ("numId", Element::NumberingId),
    ("ilvl", Element::NumberingLevel),
    ("outlineLvl", Element::OutlineLevel),
    ("pageBreakBefore", Element::PageBreakBefore),
    ("vanish", Element::Vanish),
    ("specVanish", Element::EndVanish),
    ("vertAlign", Element::VerticalAlignment),
    ("tab", Element::Tab),
    ("ptab", Element::Tab),
    ("br", Element::Break),
    ("cr", Element::LineEnd),
    ("noBreakHyphen", Element::Hyphen),
    ("sym", Element::Symbol),
    ("trPr", Element::RowProperties),
    ("gridBefore", Element::GridBefore),
    ("hidden", Element::RowHidden),
    ("gridSpan", Element::GridSpan),
    ("vMerge", Element::VerticalMerge),
    ("hMerge", Element::HorizontalMerge),
    ("txbxContent", Element::TextBox),
    ("footnoteReference", Element::FootnoteReference),
    ("endnoteReference", Element::EndnoteReference),
    ("footnote", Element::Footnote),
    ("endnote", Element::Endnote),
    ("fldChar", Element::FieldCharacter),
    ("instrText", Element::Instruction),
    ("fldSimple", Element::SimpleField),
    ("sdt", Element::StructuredTag),
    ("docPartGallery", Element::Gallery),
    ("sdtContent", Element::StructuredContent),
    ("del", Element::Deletion),
    ("moveFrom", Element::Deletion),
    ("altChunk", Element::Embedded("嵌入的外部文本")),
    ("subDoc", Element::Embedded("子文档")),
    ("delText", Element::Skipped),
    ("delInstrText", Element::Skipped),
    ("pPrChange", Element::Skipped),
    ("rPrChange", Element::Skipped),
    ("tblPrChange", Element::Skipped),
    ("tblPrExChange", Element::Skipped),
    ("tblGridChange", Element::Skipped),
    ("tcPrChange", Element::Skipped),
    ("trPrChange", Element::Skipped),
    ("sectPrChange", Element::Skipped),
    ("numberingChange", Element::Skipped),
    ("sectPr", Element::Skipped),
    ("tabs", Element::Skipped),
    ("tblPr", Element::Skipped),
    ("tblGrid", Element::Skipped),
    ("rt", Element::Skipped),
    ("rubyPr", Element::Skipped),
    ("ffData", Element::Skipped),
];

const MATH: &[(&str, Element)] =
    &[("t", Element::Text), ("r", Element::Run), ("num", Element::Numerator), ("sup", Element::Superscript), ("sub", Element::Subscript)];

const COMPATIBILITY: &[(&str, Element)] = &[("AlternateContent", Element::Alternatives), ("Choice", Element::Choice), ("Fallback", Element::Fallback)];

const VML: &[(&str, Element)] = &[("textpath", Element::TextPath)];

const OBJECTS: &[(&str, Element)] =
    &[("OLEObject", Element::Embedded("嵌入对象（如工作表）")), ("chart", Element::Embedded("图表")), ("relIds", Element::Embedded("示意图（SmartArt）"))];

/// Names fall into this many groups by their length and their ends; hardly two elements share one.
const GROUPS: usize = 256;

static WORD_BY_GROUP: Lazy<Vec<Vec<(&str, Element)>>> = Lazy::new(|| {
    let mut groups = vec![Vec::new(); GROUPS];
    for entry in WORD {
        groups[group(entry.0)].push(*entry);
    }
    groups
});

fn group(name: &str) -> usize {
    let byte = |byte: Option<&u8>| byte.copied().map_or(0, usize::from);
    let ends = name.as_bytes();
    (ends.len() * 67 + byte(ends.first()) * 7 + byte(ends.last())) % GROUPS
}

impl Element {
    /// The element of a name without its prefix.
    pub(super) fn named(namespace: Namespace, local: &str) -> Self {
        let elements = match namespace {
            Namespace::Word => WORD_BY_GROUP[group(local)].as_slice(),
            Namespace::Math => MATH,
            Namespace::Compatibility => COMPATIBILITY,
            Namespace::Vml => VML,
            Namespace::Other => OBJECTS,
        };
        elements.iter().find(|(name, _)| *name == local).map_or(Element::Other, |(_, element)| *element)
    }
}
