//! How a number is shown: the format codes of spreadsheets, `#,##0.00;-#,##0.00;"-"`.

mod builtin;
mod calendar;
mod decimal;
mod pattern;
mod section;

pub(super) use builtin::builtin;
pub(super) use decimal::general;

use section::Section;

/// A format code that was read: up to four sections.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct NumberFormat {
    /// For numbers; at least one.
    numbers: Vec<Section>,
    /// For text: what stands before and behind it; `None` shows text as it is.
    text: Option<(String, String)>,
}

/// The day that the numbers of dates count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    /// 1 is 1 January 1900, with the 29 February 1900 that never was.
    Year1900,
    /// 0 is 1 January 1904.
    Year1904,
}

/// What a cell shows of its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) text: String,
    /// Whether the format shows nothing of a value that is there (`;;;`); the text is the value all the same.
    pub(super) concealed: bool,
}

impl NumberFormat {
    /// Reads a format code. Every code gives a format; what is no rule of it stands for itself.
    pub(super) fn parse(code: &str) -> Self {
        if code.trim().is_empty() {
            return NumberFormat { numbers: vec![Section::general()], text: None };
        }
        let mut sections: Vec<Section> = section::split(code).into_iter().take(4).map(section::parse).collect();
        let text = match sections.iter().position(Section::is_text) {
            Some(at) => sections.drain(at..).next().map(|s| s.around_text()),
            None if sections.len() == 4 => sections.pop().map(|s| s.around_text()),
            None => None,
        };
        if sections.is_empty() {
            sections.push(Section::general());
        }
        NumberFormat { numbers: sections, text }
    }

    /// What a number is shown as.
    pub(super) fn number(&self, value: f64, epoch: Epoch) -> Shown {
        let section = self.chosen(value);
        let signed = value < 0.0 && self.prints_sign(section);
        let shown = self.numbers[section].show(value.abs(), signed, epoch);
        match shown {
            Some(text) if text.trim().is_empty() && value != 0.0 => Shown { text: general(value), concealed: true },
            Some(text) => Shown { text: text.trim().to_owned(), concealed: false },
            None => Shown { text: general(value), concealed: false },
        }
    }

    /// What a text is shown as.
    pub(super) fn text(&self, value: &str) -> Option<String> {
        let (before, behind) = self.text.as_ref()?;
        (!before.is_empty() || !behind.is_empty()).then(|| format!("{before}{value}{behind}"))
    }

    /// Which section a number is shown by: the first whose condition it meets; without conditions by its sign.
    fn chosen(&self, value: f64) -> usize {
        if self.numbers.iter().any(|s| s.condition.is_some()) {
            let meets = |s: &Section| s.condition.is_none_or(|c| c.holds(value));
            return self.numbers.iter().position(meets).unwrap_or(self.numbers.len() - 1);
        }
        match self.numbers.len() {
            1 => 0,
            2 => usize::from(value < 0.0),
            _ if value < 0.0 => 1,
            _ => usize::from(value == 0.0) * 2,
        }
    }

    /// Whether a negative number keeps its sign: a section of its own for negative numbers prints what it wants printed.
    fn prints_sign(&self, section: usize) -> bool {
        match self.numbers[section].condition {
            Some(condition) => !condition.only_negative(),
            None => section != 1 || self.numbers[0].condition.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Epoch, NumberFormat, Shown};

    /// The next number that can be stored: what sums of cents come to.
    fn above(value: f64) -> f64 {
        f64::from_bits(value.to_bits() + 1)
    }

    #[track_caller]
    fn shows(code: &str, cases: &[(f64, &str)]) {
        let format = NumberFormat::parse(code);
        for (value, expected) in cases {
            let shown = format.number(*value, Epoch::Year1900);
            assert_eq!(shown, Shown { text: (*expected).to_owned(), concealed: false }, "{code} of {value}");
        }
    }

    #[test]
    fn amounts_are_grouped_and_rounded_half_up() {
        shows(
            "#,##0.00",
            &[(above(2912.07), "2,912.07"), (0.0, "0.00"), (-1234.5, "-1,234.50"), (1.005, "1.01"), (1e6, "1,000,000.00"), (999.995, "1,000.00")],
        );
        shows("0.00", &[(0.125, "0.13"), (12.0, "12.00"), (-0.001, "-0.00")]);
        shows("0", &[(2.5, "3"), (0.4, "0")]);
        shows("#.##", &[(0.5, ".5"), (3.0, "3.")]);
        shows("#,##0.00_ ", &[(46.1, "46.10")]);
    }

    #[test]
    fn the_general_form_is_the_shortest_that_spreadsheets_keep() {
        shows(
            "General",
            &[(0.1 + 0.2, "0.3"), (above(2912.07), "2912.07"), (1234567.0, "1234567"), (-0.05, "-0.05"), (1e25, "1E+25"), (1.5e-12, "1.5E-12"), (0.0, "0")],
        );
        shows("G/通用格式", &[(46.5, "46.5")]);
        shows("General\"万元\"", &[(46.5, "46.5万元")]);
    }

    #[test]
    fn percentages_are_shown_as_hundredths() {
        shows("0.00%", &[(0.1235, "12.35%"), (-0.05, "-5.00%"), (1.0, "100.00%")]);
        shows("0%", &[(0.955, "96%")]);
    }

    #[test]
    fn sections_are_for_positive_negative_and_nought() {
        shows("#,##0.00_);(#,##0.00)", &[(5.0, "5.00"), (-5.5, "(5.50)"), (0.0, "0.00")]);
        shows("#,##0.00;[红色]-#,##0.00", &[(-5.5, "-5.50")]);
        shows("0.00_);[Red]\\(0.00\\)", &[(-5.5, "(5.50)")]);
        shows("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", &[(2912.07, "2,912.07"), (-7.0, "-7.00"), (0.0, "-")]);
        shows("0.00;-0.00;;@", &[(0.0, ""), (3.0, "3.00")]);
    }

    #[test]
    fn a_value_that_its_format_conceals_is_kept() {
        assert_eq!(NumberFormat::parse(";;;").number(46.5, Epoch::Year1900), Shown { text: "46.5".into(), concealed: true });
    }

    #[test]
    fn conditions_choose_the_section() {
        shows("[>=10000]0.00,,\"百万\";[<0]\"负\"0;0.0", &[(2_500_000.0, "2.50百万"), (-3.0, "负3"), (7.0, "7.0")]);
        shows("[=1]\"是\";[=0]\"否\";0", &[(1.0, "是"), (0.0, "否"), (-2.0, "-2")]);
    }

    #[test]
    fn literals_codes_and_scales_stand_where_the_format_puts_them() {
        shows("0000000", &[(2080.0, "0002080")]);
        shows("000-0000", &[(5_551_234.0, "555-1234"), (1_055_512_345.0, "105551-2345")]);
        shows("#,##0.00\"万元\"", &[(1234.5, "1,234.50万元")]);
        shows("#,##0.00“元”", &[(2.0, "2.00“元”")]);
        shows("0!.0,", &[(12345.0, "1.2")]);
        shows("0.00E+00", &[(12345.0, "1.23E+04"), (0.00012, "1.20E-04")]);
        shows("##0.0E+0", &[(12345.0, "12.3E+3")]);
        shows("\"¥\"#,##0.00;\"¥\"\\-#,##0.00", &[(-8.0, "¥-8.00")]);
        shows("[$¥-804]#,##0", &[(8.0, "¥8")]);
    }

    #[test]
    fn dates_are_shown_by_their_format() {
        shows("yyyy\"年\"m\"月\"d\"日\"", &[(44094.0, "2020年9月20日")]);
        shows("yyyy-mm-dd", &[(1.0, "1900-01-01"), (60.0, "1900-02-29"), (61.0, "1900-03-01"), (44094.0, "2020-09-20")]);
        shows("yyyy/m/d h:mm", &[(44094.75, "2020/9/20 18:00")]);
        shows("[$-804]yyyy\"年\"m\"月\";@", &[(44094.0, "2020年9月")]);
        shows("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", &[(44094.0, "二〇二〇年九月二十日")]);
        shows("上午/下午h\"时\"mm\"分\"", &[(0.75, "下午6时00分")]);
        shows("h:mm:ss AM/PM", &[(0.5, "12:00:00 PM")]);
        shows("[h]:mm", &[(1.5, "36:00")]);
        shows("mm:ss.0", &[(0.000_5, "00:43.2")]);
        shows("aaaa", &[(44094.0, "星期日")]);
        shows("yyyy-m-d", &[(-1.0, "-1"), (4e6, "4000000")]);
    }

    #[test]
    fn years_may_count_from_1904() {
        let format = NumberFormat::parse("yyyy-mm-dd");
        assert_eq!(format.number(42632.0, Epoch::Year1904).text, "2020-09-20");
    }

    #[test]
    fn text_takes_what_its_section_puts_around_it() {
        assert_eq!(NumberFormat::parse("0;0;0;@\"局\"").text("青溪县水利"), Some("青溪县水利局".into()));
        assert_eq!(NumberFormat::parse("@").text("0012"), None);
        assert_eq!(NumberFormat::parse("@").number(12.5, Epoch::Year1900).text, "12.5");
    }

    #[test]
    fn any_code_gives_a_text() {
        for code in ["", ";", "\"", "\\", "[", "[]", "_", "*", "0.0.0", "%%", "E+", ",,,", "[h", "0E+0E+0", "yyyy0", "?/?", "[DBNum9]0", "\u{0}"] {
            for value in [0.0, -1.5, 1e300, -1e-300, f64::NAN, f64::INFINITY] {
                let shown = NumberFormat::parse(code).number(value, Epoch::Year1900);
                assert!(shown.text.len() < 400, "{code:?} of {value}: {shown:?}");
            }
        }
    }
}
