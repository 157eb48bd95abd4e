//! Reads the output of `git diff --unified=0`.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use rustc_hash::FxHashMap;

use super::path_from_bytes;

/// Of each file that has text after the change, the lines that are new or changed, ascending. A file of
/// which lines were only taken out has none.
pub(super) fn changed_lines(patch: &[u8]) -> FxHashMap<PathBuf, Vec<RangeInclusive<u32>>> {
    let mut files: FxHashMap<PathBuf, Vec<RangeInclusive<u32>>> = FxHashMap::default();
    let mut current = None;
    let mut lines = patch.split(|byte| *byte == b'\n');
    while let Some(line) = lines.next() {
        if line.starts_with(b"diff --git ") {
            current = None;
        } else if let Some(name) = line.strip_prefix(b"+++ ") {
            current = new_name(name);
        } else if let Some(hunk) = Hunk::parse(line) {
            skip_lines(&mut lines, hunk.old_count + hunk.new_count);
            if let Some(name) = &current {
                files.entry(name.clone()).or_default().extend(hunk.new_lines());
            }
        }
    }
    files
}

/// What `@@ -4,2 +5 @@` says.
#[derive(Debug, PartialEq, Eq)]
struct Hunk {
    old_count: u32,
    new_start: u32,
    new_count: u32,
}

impl Hunk {
    fn parse(line: &[u8]) -> Option<Self> {
        let line =
            std::str::from_utf8(line.strip_prefix(b"@@ -")?.split(|byte| *byte == b'@').next()?).ok()?;
        let (old, new) = line.trim_end().split_once(" +")?;
        let (_, old_count) = start_and_count(old)?;
        let (new_start, new_count) = start_and_count(new)?;
        Some(Self { old_count, new_start, new_count })
    }

    fn new_lines(&self) -> Option<RangeInclusive<u32>> {
        (self.new_count > 0).then(|| self.new_start..=self.new_start + (self.new_count - 1))
    }
}

/// `4,2`, or `4` for one line.
fn start_and_count(text: &str) -> Option<(u32, u32)> {
    match text.split_once(',') {
        Some((start, count)) => Some((start.parse().ok()?, count.parse().ok()?)),
        None => Some((text.parse().ok()?, 1)),
    }
}

/// Passes over the lines of a hunk, whatever they look like. `\ No newline at end of file` is no line of the text.
fn skip_lines<'p>(lines: &mut impl Iterator<Item = &'p [u8]>, count: u32) {
    let mut left = count;
    while left > 0 {
        match lines.next() {
            Some(line) if line.starts_with(b"\\") => {}
            Some(_) => left -= 1,
            None => return,
        }
    }
}

/// The path behind `+++ `; `None` for a file that is gone (`/dev/null`).
fn new_name(name: &[u8]) -> Option<PathBuf> {
    let name = match name.strip_prefix(b"\"") {
        Some(quoted) => unquote(quoted.strip_suffix(b"\"")?),
        // git ends a name that has spaces with a tab.
        None => name.strip_suffix(b"\t").unwrap_or(name).to_vec(),
    };
    name.strip_prefix(b"b/").map(path_from_bytes)
}

/// Undoes git's quoting: the escapes of C, bytes as three octal digits.
fn unquote(quoted: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(quoted.len());
    let mut rest = quoted;
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'\\' {
            out.push(*first);
            continue;
        }
        let [escaped, tail @ ..] = rest else { break };
        match (escaped, tail) {
            (b'0'..=b'3', [b'0'..=b'7', b'0'..=b'7', after @ ..]) => {
                out.push((escaped - b'0') * 64 + (tail[0] - b'0') * 8 + (tail[1] - b'0'));
                rest = after;
            }
            _ => {
                out.push(unescape(*escaped));
                rest = tail;
            }
        }
    }
    out
}

fn unescape(letter: u8) -> u8 {
    match letter {
        b'a' => 7,
        b'b' => 8,
        b't' => b'\t',
        b'n' => b'\n',
        b'v' => 11,
        b'f' => 12,
        b'r' => b'\r',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Hunk, changed_lines, new_name};

    #[test]
    fn hunks_give_the_lines_of_the_new_text() {
        let patch = b"diff --git a/a.py b/a.py\nindex 1..2 100644\n--- a/a.py\n+++ b/a.py\n@@ -1 +1,2 @@ def f():\n-x\n\\ No newline at end of file\n+y\n+z\n@@ -9,2 +10,0 @@\n-a\n-b\n";
        let lines = changed_lines(patch);
        assert_eq!(lines[Path::new("a.py")], [1..=2]);
        let removed = b"diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -9,2 +8,0 @@\n-a\n-b\n";
        assert!(changed_lines(removed)[Path::new("a.py")].is_empty());
    }

    #[test]
    fn text_that_looks_like_a_header_is_text() {
        let patch = b"diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -0,0 +1,2 @@\n+++ b/evil.py\n+@@ -1 +7 @@\n@@ -3 +5 @@\n-- a/x\n+x\n";
        let lines = changed_lines(patch);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[Path::new("a.py")], [1..=2, 5..=5]);
    }

    #[test]
    fn a_deleted_file_has_no_lines() {
        let patch = b"diff --git a/a.py b/a.py\ndeleted file mode 100644\n--- a/a.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n";
        assert!(changed_lines(patch).is_empty());
    }

    #[test]
    fn names_are_read_as_git_writes_them() {
        assert_eq!(new_name(b"b/a b.py\t"), Some(PathBuf::from("a b.py")));
        assert_eq!(new_name(br#""b/\303\251\t\"\\.py""#), Some(PathBuf::from("é\t\"\\.py")));
        assert_eq!(new_name(b"/dev/null"), None);
    }

    #[test]
    fn what_is_no_hunk_is_none() {
        assert_eq!(Hunk::parse(b"@@ -1,2 +3,4 @@"), Some(Hunk { old_count: 2, new_start: 3, new_count: 4 }));
        for wrong in [&b"@@@ -1 -1 +1 @@@"[..], b"@@ -x +1 @@", b"index 1..2"] {
            assert_eq!(Hunk::parse(wrong), None);
        }
    }
}
