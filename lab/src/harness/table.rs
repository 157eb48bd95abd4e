//! Tables and the pages of the lab book that they stand on.

use std::fmt;

use tooling::markdown::{self, Align};

use super::*;

/// A Markdown table: rows of one type, and columns that say what their cells are.
pub(crate) struct Table<'r, R> {
    rows: Vec<&'r R>,
    titles: Vec<(String, Align)>,
    cells: Vec<Vec<String>>,
}

impl<'r, R> Table<'r, R> {
    /// A table of these rows, without a column.
    pub(crate) fn of(rows: impl IntoIterator<Item = &'r R>) -> Self {
        let rows: Vec<&R> = rows.into_iter().collect();
        Self { titles: Vec::new(), cells: vec![Vec::new(); rows.len()], rows }
    }

    /// With a column of words.
    pub(crate) fn words<T: fmt::Display>(self, title: impl fmt::Display, cell: impl Fn(&'r R) -> T) -> Self {
        self.with(title, Align::Left, cell)
    }

    /// With a column of numbers.
    pub(crate) fn number<T: fmt::Display>(self, title: impl fmt::Display, cell: impl Fn(&'r R) -> T) -> Self {
        self.with(title, Align::Right, cell)
    }

    /// With a column of shares, in percent: of a part, and of what it is a part of.
    pub(crate) fn percent(self, title: impl fmt::Display, share: impl Fn(&'r R) -> (usize, usize)) -> Self {
        self.number(title, |row| percent(share(row).0, share(row).1))
    }

    fn with<T: fmt::Display>(
        mut self,
        title: impl fmt::Display,
        align: Align,
        cell: impl Fn(&'r R) -> T,
    ) -> Self {
        self.titles.push((title.to_string(), align));
        for (row, cells) in self.rows.iter().zip(&mut self.cells) {
            cells.push(cell(row).to_string());
        }
        self
    }
}

impl<R> fmt::Display for Table<'_, R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns: Vec<(&str, Align)> =
            self.titles.iter().map(|(title, align)| (title.as_str(), *align)).collect();
        formatter.write_str(&markdown::table(&columns, &self.cells))
    }
}

/// Puts `contents` into a section of a page of `docs/lab`. Fails if the page cannot be read or written.
pub(crate) fn write_section(page: &str, section: &str, contents: &str) -> Result<()> {
    let path = workspace::root().join("docs/lab").join(page);
    markdown::write_section(&path, page.trim_end_matches(".md"), section, contents)
}

/// Prints a table, and puts it into a section of a page of `docs/lab` if that is asked for.
/// Fails like [`write_section`].
pub(crate) fn publish(page: &str, section: &str, table: &str, is_update: bool) -> Result<()> {
    println!("{table}");
    if is_update { write_section(page, section, table) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn columns_say_what_their_cells_are() {
        let rows = [("a", 1, 2), ("b", 0, 0)];
        let table = Table::of(&rows).words("name", |row| row.0).number("n", |row| row.1);
        let text = table.percent("%", |row| (row.1, row.2)).to_string();
        assert_eq!(text, "| name | n | % |\n| --- | ---: | ---: |\n| a | 1 | 50.0 |\n| b | 0 | – |\n");
    }
}
