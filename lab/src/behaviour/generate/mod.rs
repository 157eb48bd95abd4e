//! Composes suites by a seed: mode × mark and its level × fixture scope × loop scope × override × class inheritance ×
//! configuration file × plugin fixtures. The same seed makes the same suites everywhere.
//!
//! It knows what people write, and nothing of what loopmend says of it.

mod configuration;
mod fixtures;
mod tests;

use std::collections::BTreeMap;

use fastrand::Rng;

use super::suites::Suite;

/// The scopes of pytest, from the shortest on.
const SCOPES: [&str; 5] = ["function", "class", "module", "package", "session"];

/// The suites of a seed.
pub(super) fn suites(seed: u64, count: usize) -> Vec<Suite> {
    (0..count).map(|number| suite(seed, number)).collect()
}

fn suite(seed: u64, number: usize) -> Suite {
    let mut draw = Draw::new(seed, number);
    let mut files = BTreeMap::new();
    let is_auto = configuration::add(&mut draw, &mut files);
    let place = Place::choose(&mut draw);
    place.add_packages(&mut draw, &mut files);
    let shared = fixtures::add_shared(&mut draw, place, &mut files);
    tests::add(&mut draw, place, is_auto, &shared, &mut files);
    Suite { name: format!("seed-{seed}-{number:03}"), files }
}

/// Where the tests stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    /// The directory, with `/` at its end; empty for that of the project.
    directory: &'static str,
    /// Whether directories of tests are packages.
    are_packages: bool,
}

impl Place {
    fn choose(draw: &mut Draw) -> Self {
        let directory = draw.weighted(&[(50, ""), (35, "tests/"), (15, "tests/unit/")]);
        Self { directory, are_packages: draw.chance(50) }
    }

    /// `__init__.py` in each directory of tests.
    fn add_packages(self, draw: &mut Draw, files: &mut BTreeMap<String, String>) {
        if !self.are_packages {
            return;
        }
        let ends = self.directory.match_indices('/').map(|(at, _)| &self.directory[..=at]);
        for directory in ends {
            files.insert(format!("{directory}__init__.py"), String::new());
        }
        if self.directory.is_empty() && draw.chance(20) {
            files.insert("__init__.py".to_owned(), String::new());
        }
    }
}

/// A fixture that a test may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    name: String,
    scope: &'static str,
}

/// Chance, by a seed.
struct Draw {
    random: Rng,
    names: usize,
}

impl Draw {
    fn new(seed: u64, number: usize) -> Self {
        let random = Rng::with_seed(seed.wrapping_mul(1_000_003).wrapping_add(number as u64));
        Self { random, names: 0 }
    }

    /// Whether something of this likelihood happens, in percent.
    fn chance(&mut self, percent: u32) -> bool {
        self.random.u32(..100) < percent
    }

    /// One of several, all alike.
    fn choose<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.random.usize(..from.len())]
    }

    /// One of several, each with its weight.
    fn weighted<T: Copy>(&mut self, from: &[(u32, T)]) -> T {
        let sum: u32 = from.iter().map(|(weight, _)| weight).sum();
        let mut rest = self.random.u32(..sum);
        for (weight, value) in from {
            if rest < *weight {
                return *value;
            }
            rest -= weight;
        }
        unreachable!("the weights sum up to more than what was drawn")
    }

    /// A scope, as one would choose it for a fixture or a loop.
    fn scope(&mut self) -> &'static str {
        self.weighted(&[(20, "function"), (15, "class"), (22, "module"), (8, "package"), (35, "session")])
    }

    /// A name that no other thing of the suite has.
    fn name(&mut self) -> String {
        const NAMES: [&str; 8] =
            ["client", "server", "database", "session", "queue", "pool", "cache", "broker"];
        let number = self.names;
        self.names += 1;
        let name = NAMES[number % NAMES.len()];
        if number < NAMES.len() { name.to_owned() } else { format!("{name}_{}", number / NAMES.len()) }
    }
}

/// Lines that stand in a class.
fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}

#[cfg(test)]
mod self_tests {
    use super::suites;

    #[test]
    fn a_seed_makes_the_same_suites_again() {
        assert_eq!(suites(7, 20), suites(7, 20));
        assert_ne!(suites(7, 1)[0].files, suites(8, 1)[0].files);
    }

    #[test]
    fn every_suite_has_tests() {
        for suite in suites(3, 100) {
            let has_test =
                |(path, text): (&String, &String)| path.contains("test_") && text.contains("def test_");
            assert!(suite.files.iter().any(has_test), "{suite:?}");
        }
    }

    #[test]
    fn what_should_vary_varies() {
        let texts: Vec<String> =
            suites(1, 200).into_iter().flat_map(|suite| suite.files.into_values()).collect();
        let words =
            ["def event_loop(", "loop_scope=\"class\"", "(Base1)", "asyncio_mode", "unittest", "usefixtures"];
        for word in words {
            assert!(texts.iter().any(|text| text.contains(word)), "{word}");
        }
    }
}
