//! The table against what real runs said: `tests/errors` of the workspace, which `cargo xtask errors` makes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use loopmend_errors::{Extent, OutputReader, Reading, Text, Verdict, read_junit, recognize, table};

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/errors")
}

/// What a program says in an environment.
struct Said {
    program: String,
    environment: String,
    shows: Vec<String>,
    text: String,
}

fn corpus(kind: &str) -> Vec<Said> {
    let directory = home().join("texts").join(kind);
    let entries = fs::read_dir(&directory).expect("the texts are part of the project");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let said = paths.iter().map(|path| {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let (program, environment) = stem.split_once('.').unwrap();
        let source = fs::read_to_string(home().join(kind).join(format!("{program}.py"))).unwrap();
        let shows = source.lines().find_map(|line| line.strip_prefix("# shows: ")).unwrap_or_default();
        Said {
            program: program.to_owned(),
            environment: environment.to_owned(),
            shows: shows.split_whitespace().map(str::to_owned).collect(),
            text: fs::read_to_string(path).unwrap(),
        }
    });
    said.collect()
}

fn read(text: &str) -> Reading {
    let mut reader = OutputReader::default();
    for piece in text.as_bytes().chunks(1000) {
        reader.feed(piece);
    }
    reader.finish()
}

fn known(reading: &Reading) -> BTreeSet<String> {
    let of_failures = reading.failures.iter().filter_map(|failure| match &failure.verdict {
        Verdict::Known(found) => Some(found.error().id.clone()),
        Verdict::Unknown(_) => None,
    });
    of_failures.chain(reading.seen.iter().map(|seen| seen.found.error().id.clone())).collect()
}

/// What is not found of what the programs show, where their output is changed so.
fn missed(change: impl Fn(&str) -> String) -> Vec<String> {
    let mut missed = Vec::new();
    for said in corpus("ours") {
        let known = known(&read(&change(&said.text)));
        for id in said.shows.iter().filter(|id| !known.contains(*id)) {
            missed.push(format!("{} in {}: {id}, not {known:?}", said.program, said.environment));
        }
    }
    missed
}

#[test]
fn every_text_of_the_table_was_produced_and_is_known() {
    assert_eq!(missed(str::to_owned), Vec::<String>::new());
    let shown: BTreeSet<String> = corpus("ours").into_iter().flat_map(|said| said.shows).collect();
    let known: BTreeSet<String> = table().iter().map(|error| error.id.clone()).collect();
    assert_eq!(known.difference(&shown).collect::<Vec<_>>(), Vec::<&String>::new());
    let programs: BTreeSet<String> = corpus("ours").into_iter().map(|said| said.program).collect();
    assert!(programs.len() >= 100 && known.len() >= 80, "{} {}", programs.len(), known.len());
}

/// What is left of a line behind a text, `…` standing for anything, where a message begins with it: at the start of the line, behind a
/// colon, a dash or the module of its class.
fn behind<'a>(line: &'a str, shown: &str) -> Option<&'a str> {
    let mut parts = shown.split('…');
    let first = parts.next()?;
    let begins = |at: usize| {
        let before = line[..at].trim_start_matches("INTERNALERROR>");
        before.trim_matches(['E', '>', ' ', '|']).is_empty()
            || [": ", " - ", "."].iter().any(|end| before.ends_with(end))
    };
    let rest = |at: usize| {
        parts.clone().try_fold(&line[at + first.len()..], |rest, part| Some(rest.split_once(part)?.1))
    };
    line.match_indices(first).map(|(at, _)| at).filter(|at| begins(*at)).find_map(rest)
}

/// A title that begins in the middle of a message, or ends there without saying so, is none.
#[test]
fn each_text_is_shown_from_the_beginning_of_a_message_to_the_end_of_a_sentence() {
    let all = corpus("ours");
    let lines: Vec<&str> = all.iter().flat_map(|said| said.text.lines()).collect();
    let is_end = |rest: &str| {
        rest.is_empty()
            || rest.starts_with(['.', ',', ';', ':'])
            || [" (", " - "].iter().any(|mark| rest.starts_with(mark))
    };
    let is_whole = |shown: &str| {
        let mut said = lines.iter().filter_map(|line| behind(line, shown));
        said.any(|rest| shown.ends_with('…') || is_end(rest))
    };
    let texts = table().iter().flat_map(|error| &error.texts).map(Text::shown);
    // pytest leaves out the class of its own `Failed`.
    let is_wrong = |shown: &String| !is_whole(shown) && !shown.strip_prefix("Failed: ").is_some_and(is_whole);
    let wrong: Vec<String> = texts.filter(is_wrong).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn most_were_produced_on_two_versions_or_more() {
    let mut environments: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for said in corpus("ours") {
        for id in said.shows {
            environments.entry(id).or_default().insert(said.environment.clone());
        }
    }
    let single: Vec<&String> =
        environments.iter().filter(|(_, seen)| seen.len() < 2).map(|(id, _)| id).collect();
    assert_eq!(single, ["aiohttp-made-outside", "policy-fixture-deprecated", "session-used-concurrently"]);
}

#[test]
fn other_errors_are_none_of_ours() {
    let others = corpus("others");
    let wrong: Vec<String> = others
        .iter()
        .filter_map(|said| {
            let known = known(&read(&said.text));
            (!known.is_empty()).then(|| format!("{} in {}: {known:?}", said.program, said.environment))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
    let programs: BTreeSet<&String> = others.iter().map(|said| &said.program).collect();
    assert!(programs.len() >= 60, "{}", programs.len());
    for said in &others {
        let last = said.text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        assert!(recognize(last).is_empty(), "{last}");
    }
}

#[test]
fn colours_indentation_and_times_do_not_matter() {
    let colored = |text: &str| text.lines().map(|line| format!("\x1b[1m\x1b[31m{line}\x1b[0m\r\n")).collect();
    assert_eq!(missed(colored), Vec::<String>::new());
    let timed = |text: &str| text.lines().map(|line| format!("2026-01-02T03:04:05.678Z {line}\n")).collect();
    assert_eq!(missed(timed), Vec::<String>::new());
    let indented = |text: &str| text.lines().map(|line| format!("        {line}\n")).collect();
    assert_eq!(missed(indented), Vec::<String>::new());
    let marked = |text: &str| text.lines().map(|line| format!("E       {line}\n")).collect();
    assert_eq!(missed(marked), Vec::<String>::new());
    let framed = |text: &str| text.lines().map(|line| format!("│ {line} │\n")).collect();
    assert_eq!(missed(framed), Vec::<String>::new());
}

#[test]
fn a_terminal_of_60_columns_wraps_and_all_is_known() {
    let wrapped = |text: &str| {
        let mut result = String::new();
        for line in text.lines() {
            // pytest itself draws its headings as wide as the terminal.
            if line.starts_with("===") || line.starts_with("___") {
                result.push_str(line);
                result.push('\n');
                continue;
            }
            let letters: Vec<char> = line.chars().collect();
            for piece in letters.chunks(60) {
                result.extend(piece);
                result.push('\n');
            }
        }
        result
    };
    assert_eq!(missed(wrapped), Vec::<String>::new());
}

/// The last failures of a run of pytest are found in their tests, not beside them.
#[test]
fn failing_tests_are_named_with_their_place() {
    let mut named = 0;
    for said in corpus("ours").iter().filter(|said| said.text.contains("= FAILURES =")) {
        let reading = read(&said.text);
        for failure in &reading.failures {
            assert!(
                failure.test.starts_with("test_") && failure.test.contains(".py::"),
                "{}: {failure:?}",
                said.program
            );
            named += usize::from(failure.place.is_some());
        }
        assert!(!reading.failures.is_empty(), "{}", said.program);
    }
    assert!(named >= 10, "{named}");
}

#[test]
fn a_class_in_the_header_and_the_summary_are_one_test() {
    let all = corpus("ours");
    let said = all
        .iter()
        .find(|said| said.program == "test_different_loop" && said.environment == "asyncio-1_5")
        .unwrap();
    let reading = read(&said.text);
    assert_eq!(reading.failures.len(), 1);
    assert_eq!(reading.failures[0].test, "test_different_loop.py::TestWaiting::test_load");
    let place = reading.failures[0].place.as_ref().unwrap();
    assert_eq!((place.path.as_str(), place.line), ("test_different_loop.py", 15));
}

#[test]
fn tests_behind_one_whose_fixture_was_refused_are_known() {
    let all = corpus("ours");
    let said: Vec<&Said> = all.iter().filter(|said| said.program.starts_with("test_wide_fixture")).collect();
    for said in &said {
        let failures = read(&said.text).failures;
        assert!(failures.len() > 1, "{}: {failures:?}", said.program);
        for failure in &failures {
            let is_known =
                matches!(&failure.verdict, Verdict::Known(found) if said.shows == [found.error().id.clone()]);
            assert!(is_known, "{} in {}: {failure:?}", said.program, said.environment);
        }
    }
    assert_eq!(said.len(), 4);
}

#[test]
fn the_summary_alone_tells_what_a_cut_text_was() {
    let known = known(&read("FAILED a.py::test_a - ValueError: The future belongs to a diffe...\n"));
    assert_eq!(known.into_iter().collect::<Vec<_>>(), ["attached-to-different-loop"]);
}

#[test]
fn fifty_megabytes_are_read_to_their_end() {
    let mut noise = String::new();
    for said in corpus("others") {
        noise.push_str(&said.text);
    }
    let mut reader = OutputReader::default();
    let times = 50_000_000 / noise.len() + 1;
    for _ in 0..times {
        reader.feed(noise.as_bytes());
    }
    reader.feed(b"\nRuntimeError: This event loop is already running\n");
    let reading = reader.finish();
    assert_eq!(reading.seen.len(), 1);
    assert_eq!(reading.extent, Extent::Lines(times * noise.matches('\n').count() + 2));
}

#[test]
fn one_endless_line_and_bytes_of_all_kinds_do_no_harm() {
    let mut reader = OutputReader::default();
    for _ in 0..2000 {
        reader.feed(&[b'x'; 1000]);
    }
    assert!(reader.finish().seen.is_empty());
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let mut reader = OutputReader::default();
    reader.feed(&bytes);
    assert!(reader.finish().is_binary);
    assert!(read("").failures.is_empty() && !read("").is_binary);
    assert!(read_junit(bytes.as_slice()).is_err());
}
