//! What all pages for a browser share: one file each, that asks for nothing else.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::style::plain;

/// Forbids the page to load anything, whatever stands in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'";

/// A page.
pub(super) struct Page<'a> {
    /// The title.
    pub(super) title: &'a str,
    /// The command that made it.
    pub(super) made_by: &'a str,
    /// The summary, in a sentence.
    pub(super) summary: &'a Markup,
    /// The facts that it rests on, as a list.
    pub(super) facts: &'a Markup,
    /// The things that the search field finds, in words.
    pub(super) searched: &'a str,
    /// The rest of the page.
    pub(super) body: &'a Markup,
    /// The program that wrote it, and the source of its data.
    pub(super) footer: &'a Markup,
    /// Styles and scripts of this page alone.
    pub(super) style: &'a str,
    pub(super) script: &'a str,
}

/// The page as a document.
pub(super) fn page(page: &Page<'_>) -> String {
    let body = html! {
        header {
            p.made-by { (page.made_by) }
            h1 { (page.title) }
            p.summary { (page.summary) }
            (page.facts)
        }
        (filter(page.searched))
        main { (page.body) }
        footer { p { (page.footer) } }
        script { (PreEscaped(include_str!("page.js"))) (PreEscaped(page.script)) }
    };
    file(page.title, POLICY, &[include_str!("page.css"), page.style], &body)
}

/// A file for a browser: `policy` says what it may load and run. It has no character that moves text.
pub(super) fn file(title: &str, policy: &str, styles: &[&str], body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(policy);
                title { (title) " – loopmend" }
                link rel="icon" href="data:,";
                style { @for style in styles { (PreEscaped(style)) } }
            }
            body { (body) }
        }
    };
    let mut text = plain(&page.into_string()).into_owned();
    text.push('\n');
    text
}

/// The search field, which names what it looks through. Without JavaScript it could do nothing, and is not shown.
fn filter(names: &str) -> Markup {
    html! {
        form.filter role="search" hidden {
            label for="filter" { "Filter" }
            input #filter type="search" placeholder=(names) autocomplete="off" spellcheck="false";
            output for="filter" {}
            button type="button" data-fold="open" { "Open all" }
            button type="button" data-fold="close" { "Close all" }
        }
    }
}

/// A text with code between backticks.
pub(super) fn rich(text: &str) -> Markup {
    html! {
        @for (index, piece) in text.split('`').enumerate() {
            @if index % 2 == 1 { code { (piece) } } @else { (piece) }
        }
    }
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::{file, rich};

    #[test]
    fn code_is_set_apart_and_nothing_is_html() {
        assert_eq!(rich("a `b<i>` & c").into_string(), "a <code>b&lt;i&gt;</code> &amp; c");
    }

    #[test]
    fn no_character_of_a_page_moves_text() {
        let page = file("T\u{1b}]0;x\u{7}", "", &[], &html! { p { "a\u{202e}b\r" } });
        assert!(page.contains("T\\x1b]0;x\\x07") && page.contains("a\\u202eb\\r"), "{page}");
        assert!(!page.contains(['\u{1b}', '\u{7}', '\u{202e}', '\r']), "{page}");
    }
}
