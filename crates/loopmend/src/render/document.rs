//! A document of headings, sentences, lists, tables and patches, as Markdown or as one page for a browser. In its texts, what stands
//! between backticks is code.

use maud::{Markup, html};

use super::markdown::{cell, escaped, with_references_as_code};
use super::page::{file, rich};
use crate::style::printable;

/// A part of a document.
pub(super) enum Block {
    /// A heading of the second level, or of the third.
    Heading(u8, String),
    /// Sentences.
    Paragraph(String),
    /// Items.
    List(Vec<String>),
    /// Items with boxes to tick.
    Checklist(Vec<String>),
    /// The names of the columns, and the rows.
    Table(Vec<String>, Vec<Vec<String>>),
    /// A patch, or lines to type.
    Code(&'static str, String),
    /// Blocks that are hidden until somebody asks for them, and what they are.
    Folded(String, Vec<Block>),
}

/// The document as Markdown. It needs no more than GitHub shows.
pub(super) fn markdown(title: &str, blocks: &[Block]) -> String {
    let mut out = format!("# {}\n", escaped(title));
    add_markdown(&mut out, blocks);
    out
}

fn add_markdown(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        out.push('\n');
        match block {
            Block::Heading(level, text) => {
                out.push_str(&format!("{} {}\n", "#".repeat(usize::from(*level)), escaped(text)));
            }
            Block::Paragraph(text) => out.push_str(&format!("{}\n", escaped(text))),
            Block::List(items) => {
                items.iter().for_each(|item| out.push_str(&format!("- {}\n", escaped(item))));
            }
            Block::Checklist(items) => {
                items.iter().for_each(|item| out.push_str(&format!("- [ ] {}\n", escaped(item))));
            }
            Block::Table(head, rows) => add_table(out, head, rows),
            Block::Code(language, text) => {
                let fence = fence_for(text);
                out.push_str(&format!("{fence}{language}\n{}{fence}\n", with_line_feed(text)));
            }
            Block::Folded(summary, blocks) => {
                let summary = rich(&with_references_as_code(&printable(summary))).into_string();
                out.push_str(&format!("<details>\n<summary>{summary}</summary>\n"));
                add_markdown(out, blocks);
                out.push_str("\n</details>\n");
            }
        }
    }
}

fn add_table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    out.push_str(&line(head));
    let rules = (0..head.len()).map(|column| if is_of_numbers(rows, column) { "---:" } else { "---" });
    out.push_str(&format!("| {} |\n", rules.collect::<Vec<_>>().join(" | ")));
    rows.iter().for_each(|row| out.push_str(&line(row)));
}

/// `true` if a column holds numbers, with or without a unit.
fn is_of_numbers(rows: &[Vec<String>], column: usize) -> bool {
    let is_number = |cell: &String| {
        cell.trim_start_matches(['+', '−', '-']).starts_with(|letter: char| letter.is_ascii_digit())
            && cell.chars().filter(char::is_ascii_alphabetic).count() <= 2
    };
    let mut cells = rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(is_number)
}

/// A fence that no line of the text ends.
fn fence_for(text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    "`".repeat((longest + 1).max(3))
}

fn with_line_feed(text: &str) -> String {
    let text: String = text.lines().map(|line| format!("{}\n", printable(line))).collect();
    if text.is_empty() { "\n".to_owned() } else { text }
}

/// The document as a page that asks for nothing else, and runs nothing.
pub(super) fn page(title: &str, style: &str, blocks: &[Block]) -> String {
    const POLICY: &str =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    file(title, POLICY, &[style], &html! { main { h1 { (title) } (body(blocks)) } })
}

fn body(blocks: &[Block]) -> Markup {
    html! { @for block in blocks { (element(block)) } }
}

fn element(block: &Block) -> Markup {
    let text = |text: &String| rich(&printable(text));
    html! {
        @match block {
            Block::Heading(2, heading) => h2 { (text(heading)) },
            Block::Heading(_, heading) => h3 { (text(heading)) },
            Block::Paragraph(words) => p { (text(words)) },
            Block::List(items) => ul { @for item in items { li { (text(item)) } } },
            Block::Checklist(items) => ul.checklist { @for item in items { li { (text(item)) } } },
            Block::Table(head, rows) => div.table { table {
                thead { tr { @for (column, name) in head.iter().enumerate() {
                    th class=[is_of_numbers(rows, column).then_some("number")] { (text(name)) }
                } } }
                tbody { @for row in rows { tr { @for (column, cell) in row.iter().enumerate() {
                    td class=[kind_of_cell(cell, is_of_numbers(rows, column))] { (text(cell)) }
                } } } }
            } },
            Block::Code("diff", patch) => pre { code { @for line in patch.lines() { (patch_line(line)) } } },
            Block::Code(_, words) => pre { code { @for line in words.lines() { (printable(line)) "\n" } } },
            Block::Folded(summary, blocks) => details { summary { (text(summary)) } (body(blocks)) },
        }
    }
}

/// The class of a cell: long texts stay wide on a narrow screen, where the table scrolls.
fn kind_of_cell(cell: &str, is_number: bool) -> Option<&'static str> {
    const LONG: usize = 60;
    if is_number { Some("number") } else { (cell.chars().count() > LONG).then_some("long") }
}

fn patch_line(line: &str) -> Markup {
    let kind = match line.as_bytes().first() {
        Some(b'+') => "added",
        Some(b'-') => "removed",
        Some(b'@') => "place",
        _ => "",
    };
    html! { span class=[(!kind.is_empty()).then_some(kind)] { (printable(line)) } "\n" }
}

#[cfg(test)]
mod tests {
    use super::{Block, markdown, page};

    fn hostile() -> Vec<Block> {
        vec![
            Block::Heading(2, "A `b` <i>".to_owned()),
            Block::Table(vec!["x|y".to_owned()], vec![vec!["<b>\n| c".to_owned()]]),
            Block::Code("diff", "+```\n-<script>\n".to_owned()),
            Block::Folded("<b> #12".to_owned(), vec![Block::List(vec!["@user *x*".to_owned()])]),
        ]
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        let text = markdown("T", &hostile());
        assert_eq!(
            text,
            "# T\n\n## A `b` \\<i\\>\n\n| x\\|y |\n| --- |\n| \\<b>\\\\n\\| c |\n\n````diff\n+```\n-<script>\n````\n\n\
             <details>\n<summary>&lt;b&gt; <code>#12</code></summary>\n\n- `@user` \\*x\\*\n\n</details>\n"
        );
        let page = page("T", "", &hostile());
        assert!(!page.contains("<script>") && page.contains("&lt;script&gt;"), "{page}");
    }
}
