//! A module uses only what stands above it: the order of the modules, held against the sources.

use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the bottom up. Those of one row know nothing of each other.
const ORDER: &[&[&str]] = &[
    &["marks", "spelling", "within", "wordlist"],
    &["span"],
    &["error", "diagnostic"],
    &["source"],
    &["decode"],
    &["normalize"],
    &["quantity"],
    &["outline"],
    &["classification"],
    &["concept"],
    &["figure"],
    &["ledger"],
    &["narrative", "tables", "glossary"],
    &["report"],
    &["options", "word"],
];

/// Modules that may use less than all that stands above them.
const ONLY: &[(&str, &[&str])] = &[
    ("marks", &[]),
    ("spelling", &[]),
    ("within", &[]),
    ("wordlist", &[]),
    ("span", &[]),
    ("error", &["span", "spelling"]),
    ("diagnostic", &["span", "spelling"]),
    ("source", &["diagnostic", "span", "spelling"]),
    ("decode", &["source", "error", "diagnostic", "span"]),
    ("normalize", &["source", "span", "within"]),
    ("quantity", &["spelling", "span"]),
    ("outline", &["normalize", "quantity", "span", "spelling", "within"]),
    ("classification", &["spelling", "wordlist"]),
    ("concept", &["spelling"]),
    ("figure", &["classification", "concept", "quantity", "source", "span", "spelling"]),
    ("ledger", &["figure", "concept", "normalize", "outline", "quantity", "diagnostic", "source", "span"]),
    ("options", &["decode", "error", "report", "source"]),
    ("word", &["outline", "report", "source", "span"]),
];

/// Names that say nothing of what a module is.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "manager", "misc"];

/// The most lines a source file may have.
const LONGEST: usize = 700;

/// A source file below `src`.
struct File {
    /// Its path below `src`, with `/` between the parts.
    path: String,
    text: String,
}

impl File {
    /// The top-level module it belongs to: `decode` for `decode/text.rs`.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or(&self.path);
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The text of its code with all comments made blank. Links of the documentation bind nothing.
    fn code(&self) -> String {
        let comment = Regex::new(r"(?m)^\s*//.*$|\s//\s.*$").expect("the pattern is valid");
        comment.replace_all(&self.text, "").into_owned()
    }
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no source file below {}", root.display());
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<File>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    for path in paths {
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let below = path.strip_prefix(root).expect("the walk started there");
            let parts: Vec<String> = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            found.push(File { path: parts.join("/"), text });
        }
    }
}

/// The modules that the code of a file names, each with its line: behind `crate::`, within `crate::{…}`, and behind `super::`
/// where that leads to a module of the order.
fn names(file: &File) -> Vec<(usize, String)> {
    let single = Regex::new(r"\bcrate::(?P<name>[A-Za-z_][A-Za-z0-9_]*)").expect("the pattern is valid");
    let group = Regex::new(r"\bcrate::\{(?P<names>[^;]*)\}").expect("the pattern is valid");
    let upward = Regex::new(r"\b(?:super::)+(?P<name>[a-z_]+)").expect("the pattern is valid");
    let code = file.code();
    let line = |at: usize| code[..at].matches('\n').count() + 1;
    let mut found = Vec::new();
    for name in single.captures_iter(&code).filter_map(|c| c.name("name")) {
        found.push((line(name.start()), name.as_str().to_owned()));
    }
    for names in group.captures_iter(&code).filter_map(|c| c.name("names")) {
        found.extend(heads(names.as_str()).into_iter().map(|name| (line(names.start()), name)));
    }
    for name in upward.captures_iter(&code).filter_map(|c| c.name("name")).filter(|n| row(n.as_str()).is_some()) {
        found.push((line(name.start()), name.as_str().to_owned()));
    }
    found
}

/// The first names of the paths of a group: `a` and `b` of `a::{x, y}, b`.
fn heads(group: &str) -> Vec<String> {
    let mut depth = 0usize;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => parts.push(String::new()),
            _ if depth == 0 => parts.last_mut().expect("it starts with one").push(c),
            _ => {}
        }
    }
    parts.iter().filter_map(|part| part.trim().split("::").next()).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The row of a module in [`ORDER`].
fn row(module: &str) -> Option<usize> {
    ORDER.iter().position(|row| row.contains(&module))
}

/// Why a module may not use another one; `None` if it may.
fn objection(module: &str, used: &str) -> Option<String> {
    if module == used {
        return None;
    }
    let Some(to) = row(used) else {
        return Some(format!("`{used}` is no module of the order: name the module that holds it, not its re-export"));
    };
    let from = row(module)?;
    if to == from {
        return Some("they stand side by side and must not know each other".into());
    }
    if to > from {
        return Some(format!("`{used}` stands above `{module}`"));
    }
    let only = ONLY.iter().find(|(name, _)| *name == module).map(|(_, only)| *only)?;
    (!only.contains(&used)).then(|| format!("`{module}` may use only {only:?}"))
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let modules: BTreeSet<String> = files().iter().map(|f| f.module().to_owned()).filter(|m| m != "lib").collect();
    let ordered: BTreeSet<String> = ORDER.concat().into_iter().map(str::to_owned).collect();
    assert_eq!(modules, ordered, "modules of src on the left, modules of ORDER on the right");
}

#[test]
fn modules_use_only_what_they_may() {
    let mut objections = Vec::new();
    for file in files().iter().filter(|f| f.module() != "lib") {
        for (line, used) in names(file) {
            if let Some(why) = objection(file.module(), &used) {
                objections.push(format!("src/{}:{line}: {} -> {used}: {why}", file.path, file.module()));
            }
        }
    }
    assert!(objections.is_empty(), "{} uses against the order:\n{}", objections.len(), objections.join("\n"));
}

#[test]
fn narrative_tables_and_glossary_never_name_each_other() {
    const STAGES: &[&str] = &["narrative", "tables", "glossary"];
    let mut named = Vec::new();
    for file in files().iter().filter(|f| STAGES.contains(&f.module())) {
        let others = STAGES.iter().filter(|stage| **stage != file.module());
        for other in others {
            let path = Regex::new(&format!(r"\b(?:crate|super)::(?:[a-z_]+::)*{other}\b|\b{other}::")).expect("the pattern is valid");
            let code = file.code();
            named.extend(path.find_iter(&code).map(|m| format!("src/{}:{}: {}", file.path, code[..m.start()].matches('\n').count() + 1, m.as_str())));
        }
    }
    assert!(named.is_empty(), "stages that know each other:\n{}", named.join("\n"));
}

#[test]
fn module_names_say_what_they_are() {
    let mut empty = Vec::new();
    for file in files() {
        let named =
            file.path.trim_end_matches(".rs").split('/').any(|part| EMPTY_NAMES.contains(&part) || part.split('_').any(|word| EMPTY_NAMES.contains(&word)));
        if named {
            empty.push(format!("src/{}", file.path));
        }
    }
    let inline = Regex::new(r"(?m)^\s*(?:pub(?:\([a-z]+\))?\s+)?mod\s+(?P<name>[a-z_]+)").expect("the pattern is valid");
    for file in files() {
        let code = file.code();
        empty.extend(inline.captures_iter(&code).filter(|c| EMPTY_NAMES.contains(&&c["name"])).map(|c| format!("src/{}: mod {}", file.path, &c["name"])));
    }
    assert!(empty.is_empty(), "names that say nothing:\n{}", empty.join("\n"));
}

#[test]
fn no_source_file_is_too_long() {
    let lengths: BTreeMap<String, usize> = files().iter().map(|f| (f.path.clone(), f.text.lines().count())).collect();
    let long: Vec<String> =
        lengths.iter().filter(|(_, lines)| **lines > LONGEST).map(|(path, lines)| format!("src/{path}: {lines} lines, expected at most {LONGEST}")).collect();
    assert!(long.is_empty(), "files to divide:\n{}", long.join("\n"));
}

#[test]
fn every_form_of_use_is_seen() {
    let text = "use crate::{figure::{Figure, Role}, span};\n// use crate::options;\nuse super::super::report::Report;\n/// [`crate::decode`]\n";
    let found: Vec<String> = names(&File { path: "ledger.rs".into(), text: text.into() }).into_iter().map(|(_, name)| name).collect();
    assert_eq!(found, ["figure", "span", "report"]);
}

#[test]
fn a_use_against_the_order_is_objected_to() {
    assert_eq!(objection("ledger", "figure"), None);
    assert_eq!(objection("ledger", "report"), Some("`report` stands above `ledger`".into()));
    assert_eq!(objection("narrative", "tables"), Some("they stand side by side and must not know each other".into()));
    assert_eq!(objection("decode", "spelling"), Some("`decode` may use only [\"source\", \"error\", \"diagnostic\", \"span\"]".into()));
}
