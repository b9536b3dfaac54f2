//! What must hold for any input: no panic, spans that fit, JSON that reads back, every digit accounted for.

use juesuan::{Options, Report, Source};
use proptest::prelude::*;

fn source(text: &str) -> Option<Source> {
    Options::new().decode(text.as_bytes()).ok()
}

/// Pieces that reports are made of, and that damage is made of.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[0-9]{1,5}(\\.[0-9]{1,3})?".prop_map(|s| s),
        1 => "[0-9]{1,3}(,[0-9]{3}){1,2}".prop_map(|s| s),
        4 => prop::sample::select(vec!["万元", "元", "亿元", "%", "个", "人次", "辆", "台（套）", "批次", "万", "个百分点", "％"]).prop_map(str::to_owned),
        5 => prop::sample::select(vec![
            "收、支总计", "本年收入合计", "基本支出", "项目支出", "财政拨款收入", "一般公共预算财政拨款支出", "“三公”经费", "公务接待费", "机关运行经费支出",
            "政府采购支出总额", "住房保障支出（类）", "住房改革支出（款）", "住房公积金（项）", "共有车辆", "单价", "以上通用设备", "绩效自评", "项目", "年初结转和结余",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "增加", "减少", "增长", "下降", "占", "完成预算的", "年初预算为", "支出决算为", "其中：", "与2020年相比，", "比上年", "较年初预算数", "分别", "各", "均为", "持平",
            "主要原因是", "主要用于", "截至2021年12月31日", "2021年", "无", "为零", "百分之", "余", "以上", "近", "不低于", "等五",
        ]).prop_map(str::to_owned),
        4 => prop::sample::select(vec!["，", "。", "；", "、", "：", "\n", "\n\n", "\t", "（", "）", "“", "”", "《", "》", "(", ")", ",", " ", "—8—", "- 3 -\n", "\u{c}", "\r", "\u{3000}"]).prop_map(str::to_owned),
        2 => prop::sample::select(vec!["第一部分", "一、", "（一）", "1.", "（1）", "附件1", "目录", "名词解释", "收入支出决算总表\n单位：万元\n", "***", "２０２１", "&nbsp;", "&#40;", "<!--x-->"]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

fn folded_digits(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            '０'..='９' => char::from_u32(c as u32 - 0xfee0),
            _ => None,
        })
        .collect()
}

fn check(source: &Source, report: &Report) {
    let text = source.text();
    assert_eq!(report.accounting.unaccounted, 0, "digits nobody read: {:?}", report.accounting.unaccounted_spans);
    for figure in &report.figures {
        let part = figure.span.of(text).unwrap_or_else(|| panic!("span {:?} does not fit the text", figure.span));
        // A page mark inside a number belongs to its span, not to its value.
        let printed = folded_digits(&part.replace("—8—", "").replace("- 3 -", ""));
        let value = folded_digits(&figure.value.to_string());
        // A numeral in Chinese has no digits, and a range has those of both its ends.
        let low = figure.low.map_or(String::new(), |low| folded_digits(&low.to_string()));
        assert!(
            printed.is_empty() || printed.contains(&value) || printed.trim_start_matches('0') == value.trim_start_matches('0'),
            "{part:?} is not {value} ({low})"
        );
    }
    for pair in report.figures.windows(2) {
        assert!(pair[0].span.start <= pair[1].span.start, "figures out of order");
    }
    let json = report.to_json();
    let again = Report::from_json(&json).expect("what was written can be read");
    assert_eq!(&again, report);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_report_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        if let Ok(source) = Options::new().decode(&bytes) {
            check(&source, &Options::new().read(&source));
        }
    }

    #[test]
    fn any_text_gives_a_report(text in "\\PC{0,400}") {
        if let Some(source) = source(&text) {
            check(&source, &Options::new().read(&source));
        }
    }

    #[test]
    fn any_pieces_of_reports_give_a_report(text in pieces()) {
        if let Some(source) = source(&text) {
            check(&source, &Options::new().read(&source));
        }
    }

    #[test]
    fn a_figure_read_again_from_its_span_has_the_same_value(value in 0u32..10_000_000, decimals in 0u32..4, unit in prop::sample::select(vec!["万元", "元", "%", "人", "辆"])) {
        let printed = juesuan::Decimal::new(i64::from(value), decimals);
        let text = format!("某县水利局2021年度部门决算\n2021年收入总计{printed}{unit}。\n");
        let source = source(&text).expect("text");
        let report = Options::new().read(&source);
        let figure = report.figures.first().expect("one figure");
        let again = juesuan::parse(format!("2021年收入总计{}。", figure.span.of(source.text()).expect("the span fits")).as_bytes()).expect("text");
        prop_assert_eq!(figure.value, printed);
        prop_assert_eq!(again.figures.first().map(|f| (f.value, f.unit.clone())), Some((figure.value, figure.unit.clone())));
    }
}
