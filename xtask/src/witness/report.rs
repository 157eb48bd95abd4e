//! What became of the witnesses, as a table.

use tooling::interpreters::Interpreters;

use crate::markdown::{self, Align};

/// What became of the witnesses of one page on one interpreter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// The bad code misbehaved, and the mended code gave its result.
    Passed,
    /// What is wrong, with the output.
    Failed(String),
    /// They are for later versions.
    OlderPython,
    /// What they need could not be installed.
    NotInstalled(Vec<String>),
    /// The page has no witness.
    None,
}

impl Cell {
    fn text(&self) -> String {
        match self {
            Self::Passed => "passed".to_owned(),
            Self::Failed(_) => "FAILED".to_owned(),
            Self::OlderPython => "not for this version".to_owned(),
            Self::NotInstalled(packages) => format!("not installed: {}", packages.join(" ")),
            Self::None => "–".to_owned(),
        }
    }
}

/// One page on all interpreters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The name of the page's file without `.md`.
    pub(super) page: String,
    /// For each interpreter that was found.
    pub(super) cells: Vec<Cell>,
    /// Why the page has no witness.
    pub(super) no_witness: Option<String>,
}

/// The table, what is missing, and why pages have no witness.
pub(super) fn table(interpreters: &Interpreters, rows: &[Row]) -> String {
    let releases: Vec<String> =
        interpreters.found.iter().map(|interpreter| interpreter.release().to_owned()).collect();
    text(&releases, &interpreters.missing, rows)
}

fn text(releases: &[String], missing: &[(u8, u8)], rows: &[Row]) -> String {
    let mut columns = vec![("rule", Align::Left)];
    columns.extend(releases.iter().map(|release| (release.as_str(), Align::Left)));
    let cells = |row: &Row| {
        let page = format!("[{0}](../../crates/loopmend_rules/src/rules/{0}/page.md)", row.page);
        std::iter::once(page).chain(row.cells.iter().map(Cell::text)).collect()
    };
    let mut text = markdown::table(&columns, &rows.iter().map(cells).collect::<Vec<_>>());
    let missing: Vec<_> = missing.iter().map(|(major, minor)| format!("{major}.{minor}")).collect();
    text += &match missing.len() {
        0 => "\nNo version is missing.\n".to_owned(),
        _ => format!("\nMissing on this machine: CPython {}.\n", missing.join(", ")),
    };
    for row in rows {
        if let Some(reason) = &row.no_witness {
            text += &format!("\nNo witness of {}: {reason}\n", row.page);
        }
    }
    text
}

/// The failures, each with its interpreter.
pub(super) fn failures(interpreters: &Interpreters, rows: &[Row]) -> Vec<String> {
    let of_row = |row: &Row| {
        let cells = interpreters.found.iter().zip(&row.cells);
        let failed = cells.filter_map(|(interpreter, cell)| match cell {
            Cell::Failed(message) => Some(format!("on {}: {}", interpreter.release(), message.trim_end())),
            _ => None,
        });
        failed.collect::<Vec<_>>()
    };
    rows.iter().flat_map(of_row).collect()
}

#[cfg(test)]
mod tests {
    use super::{Cell, Row, text};

    #[test]
    fn a_row_says_what_became_of_a_page() {
        let row = |page: &str, cells: &[Cell], reason: Option<&str>| Row {
            page: page.to_owned(),
            cells: cells.to_vec(),
            no_witness: reason.map(str::to_owned),
        };
        let rows = [
            row("lm901_a", &[Cell::OlderPython, Cell::Passed], None),
            row("lm902_b", &[Cell::Failed("x".to_owned()), Cell::NotInstalled(vec!["p".to_owned()])], None),
            row("lm903_c", &[Cell::None, Cell::None], Some("it is a comment.")),
        ];
        let text = text(&["3.9.1".to_owned(), "3.11.2".to_owned()], &[(3, 10)], &rows);
        assert!(text.starts_with("| rule | 3.9.1 | 3.11.2 |\n"), "{text}");
        assert!(text.contains("lm901_a/page.md) | not for this version | passed |\n"), "{text}");
        assert!(text.contains("lm902_b/page.md) | FAILED | not installed: p |\n"), "{text}");
        assert!(text.contains("lm903_c/page.md) | – | – |\n"), "{text}");
        assert!(text.ends_with(
            "\nMissing on this machine: CPython 3.10.\n\nNo witness of lm903_c: it is a comment.\n"
        ));
    }
}
