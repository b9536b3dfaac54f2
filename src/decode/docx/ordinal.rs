//! Numbers as automatic numbering writes them: `ST_NumberFormat` of Office Open XML.

/// How the number of a level is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// Not at all.
    Absent,
    /// As a mark that is the same for each paragraph.
    Bullet,
    /// In digits, from a figure for 0 on; `width` figures at least.
    Digits {
        zero: char,
        width: usize,
    },
    /// By characters in a row, from the one for 1 on; what lies behind the last one is written in digits.
    Row(&'static str),
    /// `A` to `Z`, then `AA`.
    Letters {
        first: char,
    },
    UpperRoman,
    LowerRoman,
    /// In Chinese numerals.
    Numerals(Numerals),
    /// `- 1 -`.
    Dashes,
}

/// A way to write Chinese numerals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numerals {
    /// The ten figures from 0 to 9.
    digits: [char; 10],
    /// Ten, hundred, thousand, ten thousand.
    powers: [char; 4],
    /// The least number that is written figure by figure; up to it powers are named.
    by_figures_from: u32,
    one_before_power: OneBeforePower,
}

/// Whether a figure of one is written before a power, as 一十 has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OneBeforePower {
    /// 一百一十, but 十一 for 11.
    ButForLeadingTen,
    /// 壹拾壹.
    Always,
    /// 百十一.
    Never,
}

const SIMPLE: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const WITH_LING: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LEGAL_TRADITIONAL: [char; 10] = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];
const POWERS: [char; 4] = ['十', '百', '千', '万'];
const POWERS_TRADITIONAL: [char; 4] = ['十', '百', '千', '萬'];
const LEGAL_POWERS: [char; 4] = ['拾', '佰', '仟', '万'];
const LEGAL_POWERS_TRADITIONAL: [char; 4] = ['拾', '佰', '仟', '萬'];

const fn numerals(digits: [char; 10], powers: [char; 4], by_figures_from: u32, one_before_power: OneBeforePower) -> NumberFormat {
    NumberFormat::Numerals(Numerals { digits, powers, by_figures_from, one_before_power })
}

const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
const DECIMAL: NumberFormat = NumberFormat::Digits { zero: '0', width: 1 };

/// The formats by the names of the standard; all others are written in digits.
const FORMATS: &[(&str, NumberFormat)] = &[
    ("none", NumberFormat::Absent),
    ("bullet", NumberFormat::Bullet),
    ("decimal", DECIMAL),
    ("decimalHalfWidth", DECIMAL),
    ("decimalZero", NumberFormat::Digits { zero: '0', width: 2 }),
    ("decimalFullWidth", NumberFormat::Digits { zero: '０', width: 1 }),
    ("decimalFullWidth2", NumberFormat::Digits { zero: '０', width: 1 }),
    ("upperLetter", NumberFormat::Letters { first: 'A' }),
    ("lowerLetter", NumberFormat::Letters { first: 'a' }),
    ("upperRoman", NumberFormat::UpperRoman),
    ("lowerRoman", NumberFormat::LowerRoman),
    ("numberInDash", NumberFormat::Dashes),
    ("decimalEnclosedCircle", NumberFormat::Row(CIRCLED)),
    ("decimalEnclosedCircleChinese", NumberFormat::Row(CIRCLED)),
    ("decimalEnclosedParen", NumberFormat::Row("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")),
    ("decimalEnclosedFullstop", NumberFormat::Row("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")),
    ("ideographEnclosedCircle", NumberFormat::Row("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")),
    ("ideographTraditional", NumberFormat::Row("甲乙丙丁戊己庚辛壬癸")),
    ("ideographZodiac", NumberFormat::Row("子丑寅卯辰巳午未申酉戌亥")),
    ("chineseCounting", numerals(SIMPLE, POWERS, 100, OneBeforePower::ButForLeadingTen)),
    ("taiwaneseCounting", numerals(SIMPLE, POWERS_TRADITIONAL, 100, OneBeforePower::ButForLeadingTen)),
    ("chineseCountingThousand", numerals(WITH_LING, POWERS, u32::MAX, OneBeforePower::ButForLeadingTen)),
    ("taiwaneseCountingThousand", numerals(WITH_LING, POWERS_TRADITIONAL, u32::MAX, OneBeforePower::ButForLeadingTen)),
    ("japaneseCounting", numerals(SIMPLE, POWERS, u32::MAX, OneBeforePower::Never)),
    ("chineseLegalSimplified", numerals(LEGAL, LEGAL_POWERS, u32::MAX, OneBeforePower::Always)),
    ("ideographLegalTraditional", numerals(LEGAL_TRADITIONAL, LEGAL_POWERS_TRADITIONAL, u32::MAX, OneBeforePower::Always)),
    ("japaneseLegal", numerals(LEGAL_TRADITIONAL, LEGAL_POWERS_TRADITIONAL, u32::MAX, OneBeforePower::Always)),
    ("ideographDigital", numerals(SIMPLE, POWERS, 0, OneBeforePower::Always)),
    ("japaneseDigitalTenThousand", numerals(SIMPLE, POWERS, 0, OneBeforePower::Always)),
    ("taiwaneseDigital", numerals(SIMPLE, POWERS_TRADITIONAL, 0, OneBeforePower::Always)),
];

/// A number that is repeated as letters this often is written in digits: Word stops at 780, which is thirty times Z.
const MOST_LETTERS: u32 = 30;

/// The greatest number written in Roman numerals.
const GREATEST_ROMAN: u32 = 3999;

impl NumberFormat {
    /// Digits, which is what a level without a format is written in.
    pub(super) const fn decimal() -> Self {
        DECIMAL
    }

    /// The format of this name; `None` for one that only names a pattern of its own.
    pub(super) fn named_maybe(name: &str) -> Option<Self> {
        let known = FORMATS.iter().find(|(known, _)| *known == name).map(|(_, format)| *format);
        known.or((name != "custom").then_some(DECIMAL))
    }

    /// A number in this format; nothing for a format that is none.
    pub(super) fn written(self, number: u32) -> String {
        match self {
            NumberFormat::Absent | NumberFormat::Bullet => String::new(),
            NumberFormat::Digits { zero, width } => digits(number, zero, width),
            NumberFormat::Row(characters) => nth(characters, number).map_or_else(|| number.to_string(), String::from),
            NumberFormat::Letters { first } => letters(number, first),
            NumberFormat::UpperRoman => roman(number),
            NumberFormat::LowerRoman => roman(number).to_lowercase(),
            NumberFormat::Numerals(numerals) => numerals.written(number),
            NumberFormat::Dashes => format!("- {number} -"),
        }
    }
}

fn nth(characters: &str, number: u32) -> Option<char> {
    characters.chars().nth(usize::try_from(number).ok()?.checked_sub(1)?)
}

fn digits(number: u32, zero: char, width: usize) -> String {
    let ascii = format!("{number:0width$}");
    ascii.bytes().filter_map(|digit| char::from_u32(u32::from(zero) + u32::from(digit - b'0'))).collect()
}

/// Word repeats the letter: AA follows Z, BB follows AA.
fn letters(number: u32, first: char) -> String {
    let Some(before) = number.checked_sub(1).filter(|before| before / 26 < MOST_LETTERS) else { return number.to_string() };
    let letter = char::from_u32(u32::from(first) + before % 26).unwrap_or(first);
    (0..=before / 26).map(|_| letter).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: &[(u32, &str)] = &[
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > GREATEST_ROMAN {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= *value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

impl Numerals {
    fn written(self, number: u32) -> String {
        if number >= self.by_figures_from || number >= 100_000 || number == 0 {
            return number.to_string().bytes().map(|b| self.digits[usize::from(b - b'0')]).collect();
        }
        let mut out = String::new();
        let mut gap = false;
        for power in (0..5u32).rev() {
            let figure = number / 10u32.pow(power) % 10;
            if figure == 0 {
                gap = !out.is_empty();
                continue;
            }
            if std::mem::take(&mut gap) && self.one_before_power != OneBeforePower::Never {
                out.push(self.digits[0]);
            }
            self.push_figure(&mut out, figure as usize, power as usize);
        }
        out
    }

    /// Appends a figure with its power: 三百.
    fn push_figure(self, out: &mut String, figure: usize, power: usize) {
        let drops_one = match self.one_before_power {
            OneBeforePower::ButForLeadingTen => power == 1 && out.is_empty(),
            OneBeforePower::Never => (1..4).contains(&power),
            OneBeforePower::Always => false,
        };
        if figure != 1 || !drops_one {
            out.push(self.digits[figure]);
        }
        if let Some(power) = power.checked_sub(1) {
            out.push(self.powers[power]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NumberFormat;

    #[track_caller]
    fn written(name: &str, numbers: &[u32]) -> Vec<String> {
        let format = NumberFormat::named_maybe(name).expect("a name of the standard");
        numbers.iter().map(|number| format.written(*number)).collect()
    }

    #[test]
    fn chinese_counting_names_powers_up_to_99_and_the_thousands_form_beyond() {
        assert_eq!(written("chineseCounting", &[1, 10, 11, 20, 21, 99, 100, 105]), ["一", "十", "十一", "二十", "二十一", "九十九", "一〇〇", "一〇五"]);
        assert_eq!(
            written("chineseCountingThousand", &[10, 12, 100, 101, 110, 111, 1005, 10010]),
            ["十", "十二", "一百", "一百零一", "一百一十", "一百一十一", "一千零五", "一万零一十"]
        );
    }

    #[test]
    fn other_numerals_differ_in_their_figures_and_in_the_one_before_a_power() {
        assert_eq!(written("japaneseCounting", &[10, 11, 110, 1001]), ["十", "十一", "百十", "千一"]);
        assert_eq!(written("chineseLegalSimplified", &[1, 10, 23]), ["壹", "壹拾", "贰拾叁"]);
        assert_eq!(written("ideographDigital", &[1, 10, 20]), ["一", "一〇", "二〇"]);
    }

    #[test]
    fn rows_of_characters_go_over_to_digits_behind_their_last_one() {
        assert_eq!(written("ideographTraditional", &[1, 10, 11]), ["甲", "癸", "11"]);
        assert_eq!(written("decimalEnclosedCircle", &[1, 20, 50, 51]), ["①", "⑳", "㊿", "51"]);
        assert_eq!(written("decimalEnclosedParen", &[0, 3]), ["0", "⑶"]);
    }

    #[test]
    fn digits_letters_and_roman_numerals_are_written_as_word_does() {
        assert_eq!(written("decimalFullWidth", &[12]), ["１２"]);
        assert_eq!(written("decimalZero", &[7, 12]), ["07", "12"]);
        assert_eq!(written("lowerLetter", &[1, 26, 27, 28, 0, 900]), ["a", "z", "aa", "bb", "0", "900"]);
        assert_eq!(written("upperRoman", &[4, 1999, 4000]), ["IV", "MCMXCIX", "4000"]);
        assert_eq!(written("none", &[1]), [""]);
        assert_eq!(written("koreanCounting", &[3]), ["3"]);
    }
}
