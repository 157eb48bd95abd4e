//! Exhaustive tests run a third of their parts, another one after each commit.

use std::env;
use std::io::{self, Write as _};
use std::process::Command;

/// `all` runs every part of the exhaustive tests, as continuous integration does.
const VARIABLE: &str = "LOOPMEND_TESTS";
/// The seed where no commit is known.
const SEED_WITHOUT_HISTORY: u64 = 1;
/// One part of so many is run.
const PARTS: u64 = 3;

/// Returns a third of the parts of an exhaustive test, drawn by the hash of the commit, and prints that it did. With the
/// environment variable `LOOPMEND_TESTS=all`, it returns all of them.
///
/// - `test`: the name of the test, which is printed.
pub fn drawn<T>(test: &str, parts: Vec<T>) -> Vec<T> {
    if env::var_os(VARIABLE).is_some_and(|value| value == "all") {
        return parts;
    }
    let seed = seed_of_commit();
    let all = parts.len();
    let drawn = drawn_by(seed, parts);
    // The test harness keeps what `eprintln` prints until a test fails.
    let _ = writeln!(
        io::stderr(),
        "{test}: {} of {all} parts, seed {seed}; {VARIABLE}=all runs all",
        drawn.len()
    );
    drawn
}

fn drawn_by<T>(seed: u64, parts: Vec<T>) -> Vec<T> {
    let numbered = (0..).zip(parts);
    numbered.filter(|(number, _)| number % PARTS == seed % PARTS).map(|(_, part)| part).collect()
}

/// Returns the first 64 bits of the hash of the commit that is checked out. Without git or history, it returns 1 and
/// prints that.
pub fn seed_of_commit() -> u64 {
    let head =
        Command::new("git").args(["rev-parse", "HEAD"]).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let hash = head.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    hash.as_deref().and_then(parse_seed).unwrap_or_else(|| {
        let _ = writeln!(io::stderr(), "no commit is known here: the seed is {SEED_WITHOUT_HISTORY}");
        SEED_WITHOUT_HISTORY
    })
}

fn parse_seed(hash: &str) -> Option<u64> {
    u64::from_str_radix(hash.trim().get(..16)?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::{drawn_by, parse_seed};

    #[test]
    fn three_seeds_in_a_row_draw_everything_once() {
        let mut drawn: Vec<u32> = (7..10).flat_map(|seed| drawn_by(seed, (0..20).collect())).collect();
        drawn.sort_unstable();
        assert_eq!(drawn, (0..20).collect::<Vec<_>>());
    }

    #[test]
    fn a_hash_is_a_seed_and_other_text_is_none() {
        assert_eq!(parse_seed("00000000000000ff1234567890123456789012ab\n"), Some(255));
        assert_eq!(parse_seed("HEAD"), None);
        assert_eq!(parse_seed(""), None);
    }
}
