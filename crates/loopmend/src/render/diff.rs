//! Changes of files as a unified diff.

use anstyle::Style;
use similar::{ChangeTag, TextDiff};

use crate::style::{ADDED, FAINT, REMOVED, STRONG, moves_text, printable};

/// Lines around each change.
const CONTEXT: usize = 3;

/// The text of a file as far as it can be shown: its bytes where they are UTF-8, so that `patch` can apply what is shown.
fn shown(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // Of the encodings of source files, each agrees with ASCII; what lies above is shown as in latin-1.
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// The difference of two contents of the file at `path`; nothing when there is none. With `styles` for a terminal, else byte for
/// byte.
pub(crate) fn diff(path: &str, before: &[u8], after: &[u8], styles: bool) -> String {
    let (before, after) = (shown(before), shown(after));
    let difference = TextDiff::from_lines(before.as_str(), after.as_str());
    let line = |style: Style, text: &str| match styles {
        true => format!("{style}{}{style:#}\n", printable_line(text)),
        false => format!("{text}\n"),
    };
    let mut out = String::new();
    for hunk in difference.unified_diff().context_radius(CONTEXT).iter_hunks() {
        if out.is_empty() {
            out.push_str(&line(STRONG, &format!("--- {}", name("a/", path))));
            out.push_str(&line(STRONG, &format!("+++ {}", name("b/", path))));
        }
        out.push_str(&line(FAINT, &hunk.header().to_string()));
        for change in hunk.iter_changes() {
            let text = change.value().strip_suffix('\n').unwrap_or(change.value());
            out.push_str(&match change.tag() {
                ChangeTag::Equal => line(Style::new(), &format!(" {text}")),
                ChangeTag::Delete => line(REMOVED, &format!("-{text}")),
                ChangeTag::Insert => line(ADDED, &format!("+{text}")),
            });
            if change.missing_newline() {
                out.push_str("\\ No newline at end of file\n");
            }
        }
    }
    out
}

/// A name as git writes it: in quotes, where a character needs an escape; else with a tab behind it, where it has spaces.
fn name(side: &str, path: &str) -> String {
    let needs_escape = |c: char| moves_text(c) || matches!(c, '"' | '\\');
    if !path.contains(needs_escape) {
        return format!("{side}{path}{}", if path.contains(' ') { "\t" } else { "" });
    }
    let mut quoted = format!("\"{side}");
    for c in path.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            _ if needs_escape(c) => {
                let bytes = c.to_string().into_bytes();
                quoted.extend(bytes.iter().map(|byte| format!("\\{byte:03o}")));
            }
            _ => quoted.push(c),
        }
    }
    quoted + "\""
}

/// A line that cannot move the cursor; tabs stay.
fn printable_line(line: &str) -> String {
    let line = line.strip_suffix('\r').unwrap_or(line);
    line.split('\t').map(printable).collect::<Vec<_>>().join("\t")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    fn plain(before: &[u8], after: &[u8]) -> String {
        super::diff("src/a.py", before, after, false)
    }

    #[test]
    fn a_diff_is_what_patch_reads() {
        expect![[r#"
            --- a/src/a.py
            +++ b/src/a.py
            @@ -1,2 +1,2 @@
             async def main():
            -    f()
            \ No newline at end of file
            +    await f()
            \ No newline at end of file
        "#]]
        .assert_eq(&plain(b"async def main():\n    f()", b"async def main():\n    await f()"));
    }

    #[test]
    fn names_are_quoted_as_git_quotes_them() {
        for (path, name) in [
            ("a.py", "a/a.py"),
            ("a b.py", "a/a b.py\t"),
            ("é.py", "a/é.py"),
            ("a\n+++ b.py", "\"a/a\\012+++ b.py\""),
            ("\"\\\u{9b}.py", "\"a/\\\"\\\\\\302\\233.py\""),
        ] {
            assert_eq!(super::name("a/", path), name);
        }
    }

    #[test]
    fn line_endings_stay_and_equal_texts_show_nothing() {
        let shown = plain(b"a\r\nb\r\n", b"a\r\nc\r\n");
        assert!(shown.ends_with(" a\r\n-b\r\n+c\r\n"), "{shown:?}");
        assert_eq!(plain(b"a\n", b"a\n"), "");
        assert!(plain(b"# \xe9\n", b"\n").contains("-# \u{e9}\n"));
        let styled = super::diff("a", b"\tx = '\x1b[2J'\r\n", b"", true);
        assert!(styled.contains("-\tx = '\\x1b[2J'\u{1b}[0m\n"), "{styled:?}");
    }
}
