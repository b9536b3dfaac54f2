//! The files that a page links to.

use super::page::{Node, Page, Tag};

/// Ends of the names of files that are published as attachments.
const FILES: &[&str] =
    &["xls", "xlsx", "xlsm", "et", "doc", "docx", "wps", "pdf", "ofd", "zip", "rar", "7z", "csv", "ods", "odt", "rtf", "ppt", "pptx", "tif", "ceb"];

/// Texts of links that name no file.
const NAMELESS: &[&str] =
    &["下载", "点击下载", "附件下载", "点击查看", "查看", "查看附件", "打开", "附件", "下载附件", "点击打开", "预览", "在线预览", "此处", "点击这里"];

/// The names of all files, as printed, each once.
pub(super) fn names(page: &Page) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut addresses: Vec<&str> = Vec::new();
    for at in 0..page.nodes.len() {
        let Some(address) = page.nodes[at].attribute("href") else { continue };
        let Some(file) = named(&page.nodes[at], address) else { continue };
        let printed = printed(page, at).unwrap_or(file);
        // The same file is often linked twice, by its name and by a picture.
        if names.len() >= MOST {
            break;
        }
        if names.contains(&printed) || addresses.contains(&address) {
            continue;
        }
        names.push(printed);
        addresses.push(address);
    }
    names
}

/// Files that are listed at most; the longest list seen has 40.
const MOST: usize = 300;

/// Elements and texts of a link that are read for its name.
const MOST_PARTS: usize = 100;

/// Characters of the longest name; the longest seen has 80.
const LONGEST_NAME: usize = 400;

fn named(link: &Node, address: &str) -> Option<String> {
    let download = link.attribute("download").filter(|name| !name.is_empty()).map(str::to_owned);
    download.or_else(|| file_name(address))
}

/// The text of a link, if it names a file.
fn printed(page: &Page, at: usize) -> Option<String> {
    let nodes = page.nodes[at..page.nodes[at].end].iter().take(MOST_PARTS).filter(|n| n.tag == Tag::Text);
    let texts: String = nodes.flat_map(|n| n.text.chars()).take(LONGEST_NAME).collect();
    let words: Vec<&str> = texts.split_whitespace().collect();
    let text = words.join(" ");
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    (!bare.is_empty() && !NAMELESS.contains(&bare)).then_some(text)
}

/// The name of the file that an address leads to; `None` for pages.
pub(super) fn file_name(address: &str) -> Option<String> {
    let address = address.trim().split('#').next()?;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let values = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(_, value)| value);
    let found = std::iter::once(path).chain(values).find(|part| is_file(part))?;
    let name = decoded(found);
    let name = name.rsplit(['/', '\\']).next().unwrap_or(&name);
    (!name.is_empty()).then(|| name.to_owned())
}

fn is_file(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| FILES.iter().any(|known| end.eq_ignore_ascii_case(known)))
}

/// Bytes written as `%E5` decoded; as it is if they are no UTF-8.
fn decoded(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind.get(..2).filter(|_| *first == b'%').and_then(|c| std::str::from_utf8(c).ok()).and_then(|c| u8::from_str_radix(c, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = &behind[if code.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8(bytes).unwrap_or_else(|_| part.to_owned())
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[track_caller]
    fn name(address: &str) -> String {
        file_name(address).unwrap_or_default()
    }

    #[test]
    fn files_are_named_by_path_or_by_parameter() {
        assert_eq!(name("../P0202108/W020210820.XLSX?v=1"), "W020210820.XLSX");
        assert_eq!(name("/download.jsp?id=3&file=%E5%86%B3%E7%AE%97%E8%A1%A8.xls"), "决算表.xls");
        assert_eq!([name("index.html"), name("http://www.qingxi.example"), name("javascript:print()")], ["", "", ""]);
    }
}
