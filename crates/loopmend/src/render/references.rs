//! Words that GitHub or GitLab make links of, or notify somebody about, wherever they stand in a text.

/// The lengths of a commit's hash in hexadecimal digits, and of its abbreviations.
const HASH_LENGTHS: std::ops::RangeInclusive<usize> = 7..=64;

/// `true` if a word may become a link, a mention or an emoji: an address, a mail address, a user, an issue, a merge request, a label, a
/// commit. The word has no white space.
pub(super) fn is_reference(word: &str) -> bool {
    is_address(word) || is_numbered(word) || has_sigil(word) || has_hash(word) || has_emoji(word)
}

fn is_address(word: &str) -> bool {
    word.contains("://") || contains_ignoring_case(word, "www.")
}

fn contains_ignoring_case(word: &str, part: &str) -> bool {
    word.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
}

/// `GH-1`, `GHSA-xxxx-xxxx-xxxx`, `CVE-2020-1`, `[issue:1]`.
fn is_numbered(word: &str) -> bool {
    let begins = |part: &str, prefix: &str| {
        part.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    let mut parts = word.split(|letter: char| !is_of_name(letter));
    parts.any(|part| ["gh-", "ghsa-", "cve-"].iter().any(|prefix| begins(part, prefix)))
        || word.split('[').skip(1).any(|part| {
            let (kind, number) = part.split_once(':').unwrap_or_default();
            !kind.is_empty()
                && kind.chars().all(is_of_name)
                && number.contains(|it: char| it.is_ascii_digit())
        })
}

/// `@name`, `a@b.c`, `#1`, `owner/repo#1`, `!1`, `$1`, `&1`, `%1`, `~label`, `group/project>`.
fn has_sigil(word: &str) -> bool {
    let mut letters = word.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let begins_name = is_of_name(next) || next == '"';
        let is_sigil = match letter {
            '@' => begins_name,
            '%' | '~' => begins_name && before.is_none_or(|it| !is_of_name(it)),
            '#' | '!' | '$' | '&' => next.is_ascii_digit(),
            '>' => word.contains('/') && before.is_some_and(is_of_name),
            _ => false,
        };
        if is_sigil {
            return true;
        }
        before = Some(letter);
    }
    false
}

fn has_hash(word: &str) -> bool {
    let mut parts = word.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts.any(|part| {
        HASH_LENGTHS.contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_hexdigit())
    })
}

/// `:name:`.
fn has_emoji(word: &str) -> bool {
    let is_name =
        |part: &str| !part.is_empty() && part.chars().all(|letter| is_of_name(letter) || letter == '+');
    let parts: Vec<&str> = word.split(':').collect();
    parts.get(1..parts.len() - 1).unwrap_or_default().iter().any(|part| is_name(part))
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::is_reference;

    #[test]
    fn what_hosts_make_links_of_is_a_reference() {
        for word in [
            "@name",
            "@org/team",
            "(@name",
            "a@b.c",
            "#12",
            "owner/repo#12",
            "repo#1",
            "!12",
            "group/repo!1",
            "$12",
            "&12",
            "%12",
            "%\"v",
            "~bug",
            "~\"a",
            "group/project>",
            "GH-1",
            "gh-12",
            "(GH-1",
            "GHSA-ab",
            "CVE-2020-1",
            "[issue:12]",
            "http://a.b",
            "HTTPS://a",
            "ftp://a",
            "x.www.a.b",
            "WWW.a.b",
            "0123abc",
            "owner/repo@0123abc",
            "0123ABC..def4567",
            ":tada:",
            "a.py:100:5",
            ":+1:",
        ] {
            assert!(is_reference(word), "{word}");
        }
    }

    #[test]
    fn other_words_are_none() {
        for word in [
            "",
            "a_b",
            "#",
            "# ",
            "@",
            "a.py:12",
            "test_a.py::test_b",
            "f()",
            "97.9",
            "%",
            "100%",
            "10%2",
            "~",
            "LM101",
            "a!",
            "!=",
            "&",
            "C#",
            "defacer",
            "123456",
            "http:",
            "w.w",
            "a-b",
            "[async]",
            "a > b",
            "x>=1",
        ] {
            assert!(!is_reference(word), "{word}");
        }
    }
}
