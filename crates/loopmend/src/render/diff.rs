//! Changes of files as a unified diff.

use anstyle::Style;
use similar::{ChangeTag, TextDiff};

use crate::style::{ADDED, FAINT, REMOVED, STRONG, moves_text, printable};

/// Lines around each change.
const CONTEXT: usize = 3;

/// Returns two contents of a file as texts. If they are not UTF-8, each byte becomes a character of latin-1, because all encodings of
/// source files agree with ASCII.
fn shown(before: &[u8], after: &[u8]) -> (String, String) {
    match (std::str::from_utf8(before), std::str::from_utf8(after)) {
        (Ok(before), Ok(after)) => (before.to_owned(), after.to_owned()),
        _ => (in_latin_1(before), in_latin_1(after)),
    }
}

fn in_latin_1(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// Returns the bytes for a text that [`shown`] returned.
fn unshown(text: &str, is_utf8: bool) -> Vec<u8> {
    if is_utf8 {
        return text.as_bytes().to_vec();
    }
    text.chars().map(|character| u8::try_from(character).unwrap_or(b'?')).collect()
}

/// Returns the difference between two contents of the file at `path` in bytes, as `patch` and `git apply` read it. Returns nothing for equal
/// contents.
pub(crate) fn patch(path: &str, before: &[u8], after: &[u8]) -> Vec<u8> {
    let text = diff(path, before, after, false);
    let is_utf8 = std::str::from_utf8(before).is_ok() && std::str::from_utf8(after).is_ok();
    let (head, hunks) = text.split_at(text.find("\n@@ ").unwrap_or(text.len()));
    [head.as_bytes(), &unshown(hunks, is_utf8)].concat()
}

/// Returns the difference between two contents of the file at `path` as text, with `styles` for a terminal. Returns nothing for equal
/// contents.
pub(crate) fn diff(path: &str, before: &[u8], after: &[u8], styles: bool) -> String {
    let (before, after) = shown(before, after);
    // A lone carriage return ends no line of a patch.
    let before: Vec<&str> = before.split_inclusive('\n').collect();
    let after: Vec<&str> = after.split_inclusive('\n').collect();
    let difference = TextDiff::configure().newline_terminated(true).diff_slices(&before, &after);
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
            if !change.value().ends_with('\n') {
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
    fn a_patch_has_the_bytes_of_the_file() {
        assert_eq!(
            super::patch("é.py", b"# \xe9\nf()\n", b"# \xe9\ng()\n"),
            b"--- a/\xc3\xa9.py\n+++ b/\xc3\xa9.py\n@@ -1,2 +1,2 @@\n # \xe9\n-f()\n+g()\n"
        );
        let no_end = "\\ No newline at end of file\n";
        assert_eq!(
            String::from_utf8(super::patch("a.py", b"a\rb\r", b"a\rc\r")).unwrap(),
            format!("--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-a\rb\r\n{no_end}+a\rc\r\n{no_end}")
        );
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
