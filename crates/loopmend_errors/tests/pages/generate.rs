//! Writes the pages of `docs/errors`.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use loopmend_errors::{KnownError, Text};

use crate::family::Family;
use crate::workspace;

/// The rules' pages, from a page of `docs/errors`.
const RULES: &str = "crates/loopmend_rules/src/rules";

fn directory() -> PathBuf {
    workspace().join("docs/errors")
}

/// Fails if a page differs from what it has to be. `UPDATE_EXPECT=1` writes it.
pub(crate) fn check_page(name: &str, wanted: &str) -> Result<(), String> {
    let path = directory().join(format!("{name}.md"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(directory()).map_err(|error| error.to_string())?;
        return fs::write(&path, wanted).map_err(|error| error.to_string());
    }
    let stated = fs::read_to_string(&path).unwrap_or_default();
    if stated == wanted {
        return Ok(());
    }
    let line = stated.lines().zip(wanted.lines()).position(|(stated, wanted)| stated != wanted);
    let line = line.unwrap_or(stated.lines().count().min(wanted.lines().count())) + 1;
    Err(format!(
        "docs/errors/{name}.md:{line} is not current: `UPDATE_EXPECT=1 cargo test -p loopmend_errors --test pages`"
    ))
}

/// Fails if `docs/errors` has a page of no family.
pub(crate) fn check_files(families: &[Family]) -> Result<(), String> {
    for entry in fs::read_dir(directory()).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let stem = path.file_stem().unwrap_or_default();
        if stem != "index" && families.iter().all(|family| stem != family.name.as_str()) {
            return Err(format!("{} is the page of no family", path.display()));
        }
    }
    Ok(())
}

/// The list of all texts.
pub(crate) fn index(families: &[Family]) -> String {
    let mut text = note("families.toml") + "# Error messages\n\n";
    text.push_str(
        "Find the text that Python or pytest printed. Each page explains what the text means, why it appears, how to find the place in\n\
         your project, and how to fix it. `…` stands for the part that differs from run to run.\n\n\
         `loopmend doctor` searches for you. It accepts one text, or the output of a whole run:\n\n\
         ```console\n$ loopmend doctor --error \"Event loop is closed\"\n$ pytest | loopmend doctor\n```\n",
    );
    for family in families {
        let _ = write!(text, "\n## [{}]({}.md)\n\n", family.title, family.name);
        for error in family.errors() {
            for (at, known) in error.texts.iter().enumerate() {
                let anchor = anchor(error, at);
                let _ = writeln!(text, "- [{}]({}.md#{anchor})", code(&known.shown()), family.name);
            }
        }
    }
    text
}

/// The page of a family.
pub(crate) fn page(family: &Family) -> String {
    let sentences = family.sentences();
    let (intro, rest) = sentences.split_once("\n## ").expect("a page has headings of the second level");
    let mut text =
        format!("{}# {}\n\n{}\n", note(&format!("{}.md", family.name)), family.title, intro.trim_end());
    text.push_str(&texts_of_page(family));
    let rest = rest.replace("\n<!-- reports -->\n", &reports(family));
    let rest = rest.replace("\n## Example\n", &format!("\n## Example\n{}", needs(family)));
    let _ = write!(text, "\n## {}\n\n## The texts\n", linked(rest.trim_end()));
    for error in family.errors() {
        text.push_str(&section(error));
    }
    text
}

fn note(source: &str) -> String {
    format!(
        "<!-- Written by `UPDATE_EXPECT=1 cargo test -p loopmend_errors --test pages` from crates/loopmend_errors: \
         pages/{source} and src/errors.toml. -->\n\n"
    )
}

/// Links to the texts of a page that has more than one error.
fn texts_of_page(family: &Family) -> String {
    let errors = family.errors();
    if errors.len() == 1 {
        return String::new();
    }
    let mut text = "\nTexts on this page:\n\n".to_owned();
    for error in errors {
        let _ = writeln!(text, "- [{}](#{})", code(&error.texts[0].shown()), error.id);
    }
    text
}

/// The findings in the example.
fn reports(family: &Family) -> String {
    let mut text = String::new();
    for report in &family.reports {
        let (rule, place) = report.split_once(' ').expect("CODE PATH:LINE");
        let (path, line) = place.split_once(':').expect("PATH:LINE");
        let _ = write!(
            text,
            "\nIn the example below, `loopmend check` reports [{rule}] in line {line} of `before/{path}`.\n"
        );
    }
    text
}

/// The packages that the example imports.
fn needs(family: &Family) -> String {
    if family.needs.is_empty() {
        return String::new();
    }
    let names: Vec<String> =
        family.needs.iter().map(|name| format!("`{}`", name.replace('_', "-"))).collect();
    format!(
        "\n<!-- Not run by `cargo test` unless LOOPMEND_PAGES_PYTHON is set. -->\n\nThe example needs {}.\n",
        names.join(" and ")
    )
}

/// The cures for contexts.
fn advice(error: &KnownError) -> String {
    let mut text = String::new();
    for (advice, contexts) in error.advice() {
        let contexts: Vec<&str> = contexts.iter().map(|context| context.shown.as_str()).collect();
        let _ = writeln!(text, "- In {}: {}", contexts.join(", or "), advice.cure);
    }
    if text.is_empty() { text } else { format!("\nThe fix depends on the context:\n\n{text}") }
}

/// An error with its texts, cause and fix.
fn section(error: &KnownError) -> String {
    let mut text =
        format!("\n<a id=\"{}\"></a>\n\n### {}\n\n", anchor(error, 0), code(&error.texts[0].shown()));
    let _ = writeln!(text, "Printed by {}{}.\n", error.library, versions(&error.texts[0]));
    for (at, known) in error.texts.iter().enumerate().skip(1) {
        if at == 1 {
            text.push_str("The same error also reads:\n\n");
        }
        let _ = writeln!(
            text,
            "- <a id=\"{}\"></a>{}{}",
            anchor(error, at),
            code(&known.shown()),
            versions(known)
        );
    }
    if error.texts.len() > 1 {
        text.push('\n');
    }
    let _ = write!(
        text,
        "**Cause.** {}\n\n**Fix.** {}\n\n**Look at** {}.\n",
        error.cause, error.cure, error.look
    );
    text.push_str(&advice(error));
    if !error.rules.is_empty() {
        let rules: Vec<String> = error.rules.iter().map(|rule| format!("[{rule}]")).collect();
        let _ = write!(text, "\n**Rules:** {}.\n", rules.join(", "));
    }
    linked(&text)
}

fn versions(text: &Text) -> String {
    text.versions.as_ref().map(|versions| format!(" ({versions})")).unwrap_or_default()
}

/// The anchor of a text: the name of its error, with a number from the second text on.
pub(crate) fn anchor(error: &KnownError, at: usize) -> String {
    if at == 0 { error.id.clone() } else { format!("{}-{}", error.id, at + 1) }
}

/// A text as code, whatever backticks it has.
fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// A text in which `[LM202]` is a link to the page of the rule.
fn linked(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("[LM") {
        let code = rest.get(at + 1..at + 6).unwrap_or_default();
        let is_rule =
            rest.as_bytes()[at + 1..].get(5) == Some(&b']') && code[2..].bytes().all(|b| b.is_ascii_digit());
        result.push_str(&rest[..at]);
        if is_rule {
            let stem = rule_page(code);
            let name = stem[6..].replace('_', "-");
            let _ = write!(result, "[{name} ({code})](../../{RULES}/{stem}/page.md)");
            rest = &rest[at + 7..];
        } else {
            result.push_str("[LM");
            rest = &rest[at + 3..];
        }
    }
    result + rest
}

/// The name of a rule's directory.
fn rule_page(code: &str) -> String {
    let start = format!("{}_", code.to_lowercase());
    let entries = fs::read_dir(workspace().join(RULES)).expect("the rules' pages can be listed");
    let mut names =
        entries.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned());
    names.find(|stem| stem.starts_with(&start)).unwrap_or_else(|| panic!("no rule is {code}"))
}
