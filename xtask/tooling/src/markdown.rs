//! The parts of Markdown files that tasks write.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace;

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// For words.
    Left,
    /// For numbers.
    Right,
}

/// A Markdown table. Each row has as many cells as there are columns.
pub fn table(columns: &[(&str, Align)], rows: &[Vec<String>]) -> String {
    let mut text = line(columns.iter().map(|(title, _)| (*title).to_owned()));
    text += &line(columns.iter().map(|(_, align)| {
        match align {
            Align::Left => "---",
            Align::Right => "---:",
        }
        .to_owned()
    }));
    for row in rows {
        text += &line(row.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " ")));
    }
    text
}

/// A share of a number, in percent; a dash where there is nothing to have a share of.
pub fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.1}", 100.0 * part as f64 / whole as f64) }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// Puts `contents` between `<!-- NAME:begin -->` and `<!-- NAME:end -->` of a file. A file that is not
/// there is made with the title; markers that are not there are added at its end.
/// Fails if the file cannot be read or written, or has only one of the markers.
pub fn write_section(path: &Path, title: &str, name: &str, contents: &str) -> Result<()> {
    let old = if path.exists() { workspace::read(path)? } else { format!("# {title}\n") };
    let new = with_section(&old, name, contents).with_context(|| format!("in {}", path.display()))?;
    workspace::write(path, &new)
}

fn with_section(text: &str, name: &str, contents: &str) -> Result<String> {
    let begin = format!("<!-- {name}:begin -->");
    let end = format!("<!-- {name}:end -->");
    let section = format!("{begin}\n{}\n{end}", contents.trim_end());
    match (text.find(&begin), text.find(&end)) {
        (None, None) => Ok(format!("{}\n\n{section}\n", text.trim_end())),
        (Some(from), Some(to)) if from < to => {
            Ok(format!("{}{section}{}", &text[..from], &text[to + end.len()..]))
        }
        _ => bail!("`{begin}` and `{end}` must both stand there, in this order"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Align, percent, table, with_section};

    #[test]
    fn a_table_escapes_what_would_break_it() {
        let text = table(&[("name", Align::Left), ("n", Align::Right)], &[vec!["a|b".into(), "1".into()]]);
        assert_eq!(text, "| name | n |\n| --- | ---: |\n| a\\|b | 1 |\n");
    }

    #[test]
    fn a_share_of_nothing_is_a_dash() {
        assert_eq!([percent(1, 3), percent(0, 0)], ["33.3", "–"]);
    }

    #[test]
    fn a_section_is_added_then_replaced() {
        let added = with_section("# Title\n\nWords.\n", "part", "one\n").unwrap();
        assert_eq!(added, "# Title\n\nWords.\n\n<!-- part:begin -->\none\n<!-- part:end -->\n");
        let replaced = with_section(&format!("{added}\nAfter.\n"), "part", "two").unwrap();
        assert_eq!(replaced, "# Title\n\nWords.\n\n<!-- part:begin -->\ntwo\n<!-- part:end -->\n\nAfter.\n");
    }

    #[test]
    fn half_a_section_is_an_error() {
        assert!(with_section("<!-- part:begin -->\n", "part", "x").is_err());
        assert!(with_section("<!-- part:end --><!-- part:begin -->", "part", "x").is_err());
    }
}
