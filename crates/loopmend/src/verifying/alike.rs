//! Texts of failures that differ only by chance: by addresses, ids, times, durations, ports and temporary paths.

use std::sync::LazyLock;

use regex::Regex;

/// A pattern of what differs from run to run, and what stands for it.
struct Varying {
    pattern: Regex,
    stands: &'static str,
}

/// In this order: a time is found before the port that its end looks like.
static VARYING: LazyLock<Vec<Varying>> = LazyLock::new(|| {
    let all = [
        (r"(?-u:\b)0x[0-9a-fA-F]+(?-u:\b)", "0x…"),
        (r"(?-u:\b)[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?-u:\b)", "<uuid>"),
        (
            r"(?-u:\b)[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?-u:\b)",
            "<time>",
        ),
        (r"(?-u:\b)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?(?-u:\b)", "<time>"),
        (
            r"(?:/private)?(?:/tmp|/var/tmp|/var/folders/[^/ ]+/[^/ ]+/T)/[^ '\x22,;:)\]>]+",
            "<temporary path>",
        ),
        (r"[A-Za-z]:\\[^ '\x22,;:)\]>]*\\Temp\\[^ '\x22,;:)\]>]+", "<temporary path>"),
        (r"(localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|\[[0-9a-fA-F:]+\]):[0-9]{2,5}(?-u:\b)", "$1:<port>"),
        (r"(?-u:\b)(port[ =:]+)[0-9]{2,5}(?-u:\b)", "$1<port>"),
        (
            r"(\('(?:localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:]*)', )[0-9]{2,5}(?-u:\b)",
            "$1<port>",
        ),
        (r"(?-u:\b)[0-9]+\.[0-9]+ ?(?:ms|s|sec|secs|seconds?|milliseconds?)(?-u:\b)", "<duration>"),
        (r"(?-u:\b)(Task|Thread|Process|pid|PID)([- =]+)[0-9]+(?-u:\b)", "$1$2…"),
        (r"(?-u:\b)[0-9]{7,}(?-u:\b)", "<number>"),
        (r"(?-u:\b)(?:[0-9]+[a-f]|[a-f]+[0-9])[0-9a-f]{10,}(?-u:\b)", "<id>"),
    ];
    let varying = |(pattern, stands)| Varying { pattern: constant(pattern), stands };
    all.map(varying).into_iter().collect()
});

#[expect(clippy::expect_used, reason = "the patterns are constants, and a test compiles all")]
fn constant(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is constant")
}

/// Returns a text in which what differs from run to run is replaced by words for it.
pub(super) fn without_chance(text: &str) -> String {
    VARYING.iter().fold(text.to_owned(), |text, Varying { pattern, stands }| {
        pattern.replace_all(&text, *stands).into_owned()
    })
}

/// Returns a text without the addresses of objects, which say nothing to a reader.
pub(super) fn without_addresses(text: &str) -> String {
    let Some(Varying { pattern, stands }) = VARYING.first() else { return text.to_owned() };
    pattern.replace_all(text, *stands).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{without_addresses, without_chance};

    #[test]
    fn what_differs_from_run_to_run_is_replaced() {
        for (text, expected) in [
            (
                "<coroutine object Worker.total at 0x7f27639d4ba0> == 1",
                "<coroutine object Worker.total at 0x…> == 1",
            ),
            ("id 3f2504e0-4f89-11d3-9a0c-0305e82c3301 is taken", "id <uuid> is taken"),
            ("late: 2026-11-29T22:35:40.123Z", "late: <time>"),
            ("at 22:35:40,5 of 2026-11-29", "at <time> of <time>"),
            ("no '/tmp/pytest-of-me/pytest-3/test_a0/x.db'", "no '<temporary path>'"),
            ("refused: localhost:54321, 127.0.0.1:8080", "refused: localhost:<port>, 127.0.0.1:<port>"),
            ("connect call failed ('127.0.0.1', 5432)", "connect call failed ('127.0.0.1', <port>)"),
            ("took 1.234s, then 0.5 seconds", "took <duration>, then <duration>"),
            ("Task-12 of pid 4242 and 140123456789", "Task-… of pid … and <number>"),
            ("commit 18e1a729ab34cd56", "commit <id>"),
            ("assert 41 == 42", "assert 41 == 42"),
            ("assert ('a', 10) == ('b', 20)", "assert ('a', 10) == ('b', 20)"),
            ("Order.__init__() got 'max_attempt'", "Order.__init__() got 'max_attempt'"),
            ("added, faded and 1234", "added, faded and 1234"),
        ] {
            assert_eq!(without_chance(text), expected);
        }
        assert_eq!(without_addresses("<A at 0x1f> in 1.5 s"), "<A at 0x…> in 1.5 s");
    }
}
