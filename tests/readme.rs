//! What the README shows is what the library does.

use juesuan::{Concept, Error, Options, Role};

const ENGLISH: &str = include_str!("../README.md");
const CHINESE: &str = include_str!("../README.zh-CN.md");
const BOTH: [(&str, &str); 2] = [("README.md", ENGLISH), ("README.zh-CN.md", CHINESE)];

/// What the operation of the body cost, each amount with its line and the words that say it.
fn operating_costs(bytes: &[u8]) -> Result<Vec<String>, Error> {
    let options = Options::new();
    let source = options.decode(bytes)?;
    let report = options.read(&source);
    let costs = report.figures().concept(Concept::AgencyOperatingCost);
    let spent = costs.role(Role::Actual);
    Ok(spent
        .map(|figure| {
            let printed = figure.span.of(source.text()).unwrap_or_default();
            let yuan = figure.yuan.map_or("?".to_owned(), |yuan| yuan.to_string());
            let (line, context) = (figure.line, &figure.context);
            format!("line {line}: {printed} = {yuan} yuan ({context})")
        })
        .collect())
}

/// The block of code that starts with this fence, without its fences.
#[track_caller]
fn block<'a>(readme: &'a str, fence: &str) -> &'a str {
    let opening = format!("{fence}\n");
    let mut parts = readme.split(opening.as_str()).skip(1);
    let (Some(block), None) = (parts.next(), parts.next()) else { panic!("expected one block {fence}") };
    block.split("```").next().expect("a split has a first part")
}

/// The report that the here-document of the example holds.
fn example() -> &'static str {
    let command = block(ENGLISH, "```sh");
    let (_, body) = command.split_once("<<'END'\n").expect("the example is a here-document");
    body.strip_suffix("END\n").expect("the here-document ends the block")
}

#[test]
fn the_code_of_the_readme_is_the_code_tested_here() {
    let here = include_str!("readme.rs").replace("\r\n", "\n");
    for (name, readme) in BOTH {
        let code = block(readme, "```rust");
        let (imports, function) = code.split_once("\n\n").expect("the imports stand before the function");
        assert!(here.contains(imports) && here.contains(function), "{name} shows other code:\n{code}");
    }
}

#[test]
fn the_code_of_the_readme_gives_what_the_readme_says() {
    let costs = operating_costs(example().as_bytes()).expect("the example is a report");
    assert_eq!(costs, ["line 3: 355.90万元 = 3559000.00 yuan (2022年度机关运行经费支出355.90万元)"]);
    for (name, readme) in BOTH {
        assert!(readme.contains(&format!("`{}`", costs[0])), "{name} does not show the result");
    }
}

#[test]
fn the_json_of_the_readme_is_what_is_printed() {
    let report = juesuan::parse(example().as_bytes()).expect("the example is a report");
    let printed = serde_json::to_string_pretty(&report).expect("a report is JSON") + "\n";
    let mut rest = printed.as_str();
    for part in block(ENGLISH, "```json").split("…\n") {
        let at = rest.find(part).unwrap_or_else(|| panic!("not printed, or not in this order:\n{part}\nprinted is:\n{printed}"));
        rest = &rest[at + part.len()..];
    }
    assert_eq!(rest, "", "the README stops before the end of the output");
}

#[test]
fn the_outline_of_the_readme_is_of_the_same_figures() {
    let report = juesuan::parse(example().as_bytes()).expect("the example is a report");
    let lines: Vec<&str> = block(ENGLISH, "```text").lines().skip(2).map(str::trim).collect();
    let figures: Vec<String> = report
        .figures()
        .map(|f| {
            let unit = f.unit.as_ref().map_or("", |u| u.as_str());
            let direction = f.direction.map_or(String::new(), |d| format!(" {d}"));
            format!("{} {}{unit}  {} {}{direction}", f.label, f.value, f.concept.map_or("-", |c| c.as_str()), f.role)
        })
        .collect();
    assert_eq!(lines, figures);
}

#[test]
fn both_readmes_show_the_same_code_and_output() {
    for fence in ["```sh", "```json", "```rust", "```text"] {
        assert_eq!(block(ENGLISH, fence), block(CHINESE, fence), "{fence}");
    }
}

#[test]
fn both_readmes_have_the_same_shape() {
    let shape = |readme: &str| -> Vec<String> {
        let mut code = false;
        let mut shape = Vec::new();
        for line in readme.lines() {
            code ^= line.starts_with("```");
            let mark = line.split(' ').next().unwrap_or("");
            if !code && (mark.starts_with('#') || mark == "|" || mark == "-" || mark == "<!--") {
                shape.push(mark.to_owned());
            }
        }
        shape
    };
    assert_eq!(shape(ENGLISH), shape(CHINESE));
}

#[test]
fn the_readme_names_every_key_kind_and_dependency() {
    let digits = juesuan::DigitKind::ALL.iter().map(|k| k.as_str());
    let roles = Role::ALL.iter().map(|r| r.as_str());
    let bounds = juesuan::Bound::ALL.iter().map(|b| b.as_str());
    let report = juesuan::parse(example().as_bytes()).expect("the example is a report");
    let json = serde_json::to_value(&report).expect("a report is JSON");
    let keys: Vec<&str> = json.as_object().expect("a report is an object").keys().map(String::as_str).collect();
    for (name, readme) in BOTH {
        for word in digits.clone().chain(roles.clone()).chain(bounds.clone()).chain(keys.iter().copied()) {
            assert!(readme.contains(&format!("`{word}`")), "{name} does not explain `{word}`");
        }
        for line in include_str!("../Cargo.toml").split("[dependencies]\n").nth(1).expect("there are dependencies").lines().take_while(|line| !line.is_empty())
        {
            let dependency = line.split(' ').next().expect("a split has a first part");
            assert!(readme.contains(&format!("| {dependency} |")), "{name} does not say what {dependency} is for");
        }
    }
}
