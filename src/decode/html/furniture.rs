//! What stands around the report on a page: navigation, tools, imprint, lists of links and of attachments.
//!
//! Judged with caution: a part that states money or holds a sentence is never furniture, and one that names 决算 or 预算 outside of its
//! links only if it is a trail of breadcrumbs or a list of attachments.

use super::numbering::is_numbered;
use super::page::{letters, states_money, Page, Tag};
use aho_corasick::AhoCorasick;
use once_cell::sync::Lazy;

/// Words of classes, identifiers and roles that name furniture; a word is what stands between `-`, `_`, blanks and digits.
const NAMES: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "banner",
    "bdshare",
    "bottom",
    "breadcrumb",
    "breadcrumbs",
    "bshare",
    "complementary",
    "contentinfo",
    "copyright",
    "crumb",
    "crumbs",
    "dqwz",
    "ewm",
    "fenxiang",
    "fontsize",
    "foot",
    "footer",
    "friendlink",
    "friendlinks",
    "header",
    "leftnav",
    "links",
    "login",
    "menu",
    "mbx",
    "nav",
    "navbar",
    "navigation",
    "pager",
    "pagination",
    "pagenav",
    "position",
    "prevnext",
    "qrcode",
    "related",
    "search",
    "share",
    "sidebar",
    "sidenav",
    "sitemap",
    "tjyd",
    "toolbar",
    "tools",
    "topbar",
    "topnav",
    "weizhi",
    "xgwd",
    "xgwz",
    "xgxw",
    "xgyd",
];

/// How a trail of breadcrumbs starts.
const TRAILS: &[&str] = &[
    "当前位置",
    "您当前的位置",
    "您现在的位置",
    "您的位置",
    "您所在的位置",
    "所在位置",
    "现在位置",
    "当前所在位置",
    "你的位置",
    "您当前位置",
    "首页>",
    "首页»",
    "首页-",
    "首页＞",
    "首页→",
    "首页/",
];

/// How a line of tools starts: what follows is a list of links, or the name of another page.
const LEADS: &[&str] = &[
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "上一页",
    "下一页",
    "分享到",
    "分享：",
    "扫一扫",
    "扫码",
    "相关链接：",
    "友情链接",
    "责任编辑：",
    "浏览次数：",
    "阅读次数：",
    "点击数：",
    "点击率：",
    "访问量：",
    "网站地图",
    "设为首页",
    "加入收藏",
    "用手机浏览",
    "手机扫一扫",
    "打印本页",
    "打印此页",
    "关闭窗口",
    "关闭本页",
];

/// Words of the line that says when and by whom a page was published: it is read, whatever tools stand in it.
const PUBLISHED: &[&str] = &["时间", "日期", "来源", "发布"];

/// Tools: a line that consists of these words only.
const TOOLS: &[&str] = &[
    "打印本页",
    "打印此页",
    "打印文章",
    "我要打印",
    "打印",
    "关闭窗口",
    "关闭本页",
    "关闭页面",
    "我要关闭",
    "关闭",
    "返回顶部",
    "返回首页",
    "返回列表",
    "返回",
    "置顶",
    "字体大小",
    "字体",
    "字号",
    "大",
    "中",
    "小",
    "收藏本页",
    "收藏",
    "加入收藏",
    "设为首页",
    "分享到",
    "分享",
    "微信",
    "微博",
    "新浪",
    "QQ空间",
    "我要纠错",
    "纠错",
    "无障碍浏览",
    "无障碍",
    "长者模式",
    "首页",
    "登录",
    "注册",
    "简体",
    "繁体",
    "搜索",
    "更多",
    "下载",
    "顶部",
    "A",
    "T",
    "+",
    "-",
    ">>",
    "|",
];

/// What only the imprint of a site says.
const IMPRINTS: &[&str] =
    &["版权所有", "ICP备", "公网安备", "网站标识码", "网站标识：", "Copyright", "copyright", "CopyRight", "最佳浏览", "技术支持：", "政府网站找错"];

/// [`IMPRINTS`] at once.
static IMPRINT: Lazy<AhoCorasick> = Lazy::new(|| AhoCorasick::new(IMPRINTS).expect("a dozen short words make an automaton"));

/// Words around a list of attachments.
const ATTACHED: &[&str] = &["相关附件", "附件下载", "附件列表", "附件", "下载", "点击查看", "相关文档", "文件"];

/// Letters of the longest trail, tool line and imprint; longer ones are something else.
const LONGEST_TRAIL: u32 = 120;
const LONGEST_LEAD: u32 = 60;
const LONGEST_TOOLS: usize = 60;
const LONGEST_IMPRINT: u32 = 400;

/// A part with a name of furniture has fewer letters than this: a whole page may stand in one of a template.
const LONGEST_NAMED: u32 = 1500;

/// Whether an element is furniture and nothing else.
pub(super) fn is_furniture(page: &Page, at: usize) -> bool {
    let holds = page.nodes[at].holds;
    if !holds.visible || holds.money || holds.sentence {
        return false;
    }
    // A single line is looked at when it is written.
    let small = page.nodes[at].end - at <= MOST_NODES;
    let short = small && holds.letters <= LONGEST_IMPRINT && holds.lines > 1 && !(holds.report && (holds.headings > 0 || holds.lines > MOST_LINES));
    if short && is_line_of_furniture(&page.opening(at, LONGEST_TEXT)) || small && is_list_of_attachments(page, at) {
        return true;
    }
    if holds.report || is_numbered(&page.opening(at, 8)) {
        return false;
    }
    // A list of links may have a title: seven letters of ten.
    let share = if holds.links >= 3 { 7 } else { 8 };
    let mostly_links = holds.links >= 2 && holds.linked * 10 >= holds.letters * share;
    mostly_links || is_named(page, at) && holds.letters <= LONGEST_NAMED
}

/// Lines of a trail that names a report; with more, the report itself follows.
const MOST_LINES: u32 = 4;

/// Elements and texts of the largest part that is read for its words: every part is asked, those around it too.
const MOST_NODES: usize = 3000;

/// Characters of a text that are compared with the words.
const LONGEST_TEXT: usize = 800;

/// Whether a text by itself, without its white space, is a trail, a line of tools or an imprint.
pub(super) fn is_line_of_furniture(text: &str) -> bool {
    let length = letters(text);
    let starts = |words: &[&str]| words.iter().any(|word| text.trim_start_matches(['【', '[', '·', '>']).starts_with(word));
    if length > LONGEST_IMPRINT || text.contains('。') || states_money(text) {
        return false;
    }
    length <= LONGEST_TRAIL && starts(TRAILS)
        || length <= LONGEST_LEAD && starts(LEADS) && !PUBLISHED.iter().any(|word| text.contains(word))
        || is_tools(text)
        || IMPRINT.is_match(text) && !text.contains("决算") && !text.contains("预算")
}

/// Whether nothing but tools stands in a text; marks between them count for nothing.
fn is_tools(text: &str) -> bool {
    if text.chars().count() > LONGEST_TOOLS {
        return false;
    }
    let mut rest = text;
    let mut found = 0usize;
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        if rest.is_empty() {
            return found > 0 && (found > 1 || text.chars().count() > 1);
        }
        let Some(behind) = TOOLS.iter().find_map(|tool| rest.strip_prefix(tool)) else { return false };
        found += 1;
        rest = behind;
    }
}

/// Whether nothing but links to files stands in a part, and the words around them.
fn is_list_of_attachments(page: &Page, at: usize) -> bool {
    let holds = page.nodes[at].holds;
    if holds.filed == 0 || holds.headings > 0 && holds.report || holds.letters - holds.filed > LONGEST_AROUND {
        return false;
    }
    let mut outside = String::new();
    let mut link_end = 0;
    for node in at..page.nodes[at].end {
        if page.nodes[node].attribute("href").is_some() {
            link_end = link_end.max(page.nodes[node].end);
        }
        if page.nodes[node].tag == Tag::Text && node >= link_end {
            outside.push_str(page.nodes[node].text);
        }
    }
    is_around_attachments(&outside)
}

/// Letters around a list of attachments: its title.
const LONGEST_AROUND: u32 = 40;

fn is_around_attachments(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() || c.is_ascii_digit());
        if rest.is_empty() {
            return true;
        }
        let Some(behind) = ATTACHED.iter().find_map(|word| rest.strip_prefix(word)) else { return false };
        rest = behind;
    }
}

/// Whether the element itself, its class, its identifier or its role is one of furniture.
fn is_named(page: &Page, at: usize) -> bool {
    let node = &page.nodes[at];
    if matches!(node.tag, Tag::Aside | Tag::Bar) {
        return true;
    }
    let names = ["class", "id", "role"].iter().filter_map(|name| node.attribute(name));
    names.flat_map(|names| names.split(|c: char| !c.is_ascii_alphabetic())).any(|word| NAMES.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

#[cfg(test)]
mod tests {
    use super::{is_furniture, is_line_of_furniture, Page};
    use scraper::Html;

    #[track_caller]
    fn set_aside(part: &str) -> bool {
        let html = Html::parse_document(part);
        is_furniture(&Page::of(&html), 0)
    }

    #[test]
    fn tools_and_trails_are_furniture() {
        for text in [
            "【打印】【关闭】",
            "字体：[大中小]",
            "上一篇：青溪县林业局2020年度部门决算",
            "当前位置：首页>政务公开>部门决算",
            "扫一扫在手机打开当前页",
            "版权所有：青溪县人民政府",
        ] {
            assert!(is_line_of_furniture(text), "{text}");
        }
    }

    #[test]
    fn text_of_a_report_is_no_furniture() {
        for text in
            ["打印费1.2万元", "大中型水库移民后期扶持", "中", "关闭煤矿补助", "下一篇章是全力推进2020年度部门预算编制工作。", "2020年度部门决算版权所有"]
        {
            assert!(!is_line_of_furniture(text), "{text}");
        }
    }

    #[test]
    fn lists_of_links_are_furniture_unless_they_lead_into_the_page() {
        assert!(set_aside("<ul><li><span href=/a>机构概况</span><li><span href=/b>政策文件</span></ul>"));
        assert!(!set_aside("<ul><li><span href=#a>一、部门决算收支情况</span><li><span href=#b>二、名词解释</span></ul>"));
    }

    #[test]
    fn a_part_with_money_is_never_furniture() {
        assert!(!set_aside("<div class=footer>收入总计12.5万元</div>"));
        assert!(set_aside("<div class=\"page-footer\">联系我们</div>"));
        assert!(!set_aside("<header>青溪县水利局2020年度部门决算</header>"));
        assert!(!set_aside("<div class=header>第一部分 部门概况</div>"));
        assert!(!set_aside("<div>当前位置：首页<h1>青溪县水利局2020年度部门决算</h1><p>见附件</p></div>"));
    }

    #[test]
    fn a_list_of_attachments_is_furniture_and_a_link_in_a_sentence_is_none() {
        assert!(set_aside("<div>附件：1.<span href=a.xls>青溪县水利局2020年度部门决算公开表.xls</span></div>"));
        assert!(!set_aside("<div>详见<span href=a.xls>决算公开表</span></div>"));
    }
}
