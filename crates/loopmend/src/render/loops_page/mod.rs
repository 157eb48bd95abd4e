//! Which test runs on which event loop, as a page for a browser: one file that asks for nothing else.

mod comparison;
mod groups;
mod parts;
mod words;

use loopmend_core::{counted_with_commas, with_commas};
use std::collections::BTreeMap;

use loopmend_semantic::suite::{Installed, Prediction};
use maud::{Markup, html};

use super::counted;
use super::loops::{Suite, SuiteFile, settings_words, totals};
use super::page::{Page, page, rich};
use groups::{Group, Key, Length, Section, groups};
use parts::{Fold, Row, list_of_files, list_of_parts, overview};
use words::{Relation, capital};

pub(crate) use comparison::loops_compared_page;

/// The suite as a page.
pub(crate) fn loops_page(suite: &Suite) -> String {
    let groups = groups(suite);
    let fold = Fold::of(totals(suite).tests);
    let rows: Vec<Row> = Section::ALL.into_iter().flat_map(|section| rows(section, &groups)).collect();
    let body = html! {
        (overview("The loops and their tests", "overview", &rows))
        @for section in Section::ALL {
            (part_of_page(section, &groups, fold))
        }
    };
    shell("Which test runs on which event loop", &summary(suite), suite, &body)
}

/// The common frame of pages about a suite.
fn shell(title: &str, summary: &str, suite: &Suite, body: &Markup) -> String {
    page(&Page {
        title,
        made_by: "loopmend loops",
        summary: &html! { (summary) },
        facts: &facts(suite),
        searched: "a file, a test, a fixture, a reason",
        body,
        footer: &html! { "Read from the project’s files by loopmend " (env!("CARGO_PKG_VERSION")) "; none of its code was run." },
        style: "",
        script: "",
    })
}

fn summary(suite: &Suite) -> String {
    let totals = totals(suite);
    let of_section = |section| suite.predictions().filter(|test| Key::of(test).section == section).count();
    let on_loops = format!("on {}", counted_with_commas(totals.loops, "event loop"));
    let words = [
        (totals.on_loop, on_loops.as_str()),
        (of_section(Section::Plain), "without an event loop"),
        (of_section(Section::Attention), "not run as written"),
        (of_section(Section::Unknown), "not known"),
    ];
    let words = words.iter().filter(|(count, _)| *count > 0);
    let words: Vec<String> = words.map(|(count, what)| format!("{} {what}", with_commas(*count))).collect();
    let colon = if words.is_empty() { "" } else { ": " };
    let (tests, files) =
        (counted_with_commas(totals.tests, "test"), counted_with_commas(totals.files, "file"));
    format!("{tests} in {files}{colon}{}.{}", words.join(", "), strangers(suite))
}

/// How many tests use a fixture from another loop, as a further sentence.
fn strangers(suite: &Suite) -> String {
    let uses_another = |test: &&Prediction| {
        test.fixtures.iter().any(|(_, identity)| Relation::of(identity, &test.outcome) == Relation::Other)
    };
    match suite.predictions().filter(uses_another).count() {
        0 => String::new(),
        1 => " 1 uses an async fixture from another loop.".to_owned(),
        count => format!(" {} use an async fixture from another loop.", with_commas(count)),
    }
}

/// The versions and settings of pytest and its plugins, with the number of files if they differ between files.
fn facts(suite: &Suite) -> Markup {
    let mut facts: BTreeMap<String, usize> = BTreeMap::new();
    for file in &suite.files {
        *facts.entry(facts_of(file)).or_default() += 1;
    }
    html! {
        ul.facts {
            @for (words, files) in &facts {
                li {
                    (words)
                    @if facts.len() > 1 { " " span.soft { "(" (counted(*files, "file")) ")" } }
                }
            }
        }
    }
}

fn facts_of(file: &SuiteFile) -> String {
    let settings = &file.settings;
    let pytest = match &settings.pytest {
        Installed::Version(version) => format!("pytest {version}"),
        Installed::Absent => "without pytest".to_owned(),
        Installed::Unknown => "pytest unknown".to_owned(),
    };
    let anyio = settings.anyio.version().map(|version| format!(", anyio {version}"));
    let name = settings.configuration.as_ref().and_then(|found| found.path.file_name());
    let from = name.map(|name| format!(", settings from {}", name.to_string_lossy()));
    [pytest, ", ".to_owned(), settings_words(settings), anyio.unwrap_or_default(), from.unwrap_or_default()]
        .concat()
}

/// The rows of a section in the overview: each outcome that needs attention has one, else the section has one.
fn rows<'s>(section: Section, groups: &'s BTreeMap<Key, Group<'s>>) -> Vec<Row> {
    let of_section: Vec<_> = groups.iter().filter(|(key, _)| key.section == section).collect();
    if section == Section::Attention {
        let row = |(key, group): &(&Key, &Group)| {
            let blocks = vec![group.tests()];
            let target = section.id().to_owned();
            Row { target, label: capital(&key.title), tone: key.tone, blocks, has_loops: false }
        };
        return of_section.iter().map(row).collect();
    }
    let Some((first, _)) = of_section.first() else { return Vec::new() };
    let tests = of_section.iter().map(|(_, group)| group.tests());
    let blocks = match section {
        Section::Loops(Length::Function) => vec![1; tests.sum()],
        Section::Loops(_) => tests.collect(),
        _ => vec![tests.sum()],
    };
    let has_loops = matches!(section, Section::Loops(_));
    let (target, label) = (section.id().to_owned(), section.title().to_owned());
    vec![Row { target, label, tone: first.tone, blocks, has_loops }]
}

fn part_of_page(section: Section, groups: &BTreeMap<Key, Group>, fold: Fold) -> Markup {
    let of_section: Vec<_> = groups.iter().filter(|(key, _)| key.section == section).collect();
    let tests = of_section.iter().map(|(_, group)| group.tests()).sum();
    html! {
        @if !of_section.is_empty() {
            section #(section.id()) {
                h2 { (section.title()) " " span.count { (counted_with_commas(tests, "test")) } }
                p.meaning { (section.meaning()) }
                @match of_section.as_slice() {
                    [(key, group)] if !key.section.has_titles() && group.files.len() <= 30 => {
                        div class={ "card " (key.tone.class()) } {
                            @if let Some(label) = key.label { p.run-by { "Run by " (label) } }
                            (inside(key, group, fold))
                        }
                    }
                    several => div.cards { @for (key, group) in several { (card(key, group, fold)) } }
                }
            }
        }
    }
}

/// A group with a heading that folds it.
fn card(key: &Key, group: &Group, fold: Fold) -> Markup {
    html! {
        details class={ "card " (key.tone.class()) } open[fold.is_open(group.tests())] {
            summary {
                h3 { (heading(key, group)) }
                span.count { (counted_with_commas(group.tests(), "test")) }
                @if let Some(label) = key.label.filter(|_| key.section.has_titles()) { span.label { (label) } }
            }
            (inside(key, group, fold))
        }
    }
}

/// The heading of a group in its section.
fn heading(key: &Key, group: &Group) -> Markup {
    match (key.section, key.label) {
        (Section::Attention | Section::Unknown, _) => rich(&capital(&key.title)),
        (section, _) if section.has_titles() => html! { (key.title) },
        (_, Some(label)) => html! { "Run by " (label) },
        (_, None) => html! { "In " (counted_with_commas(group.files.len(), "file")) },
    }
}

fn inside(key: &Key, group: &Group, fold: Fold) -> Markup {
    let class = if key.section.is_shared() { "inside shared" } else { "inside" };
    html! {
        div class=(class) {
            @if !group.fixtures.is_empty() { (fixtures_of_loop(group)) }
            @if key.section.is_within_file() {
                @for file in &group.files { (list_of_parts(&file.parts)) }
            } @else {
                (list_of_files(&group.files, fold))
            }
        }
    }
}

/// The async fixtures that run on a loop, each with the number of its users.
fn fixtures_of_loop(group: &Group) -> Markup {
    html! {
        p.on-loop.entry[group.files.is_empty()] {
            "Async fixtures on this loop: "
            @for (index, (name, tests)) in group.fixtures.iter().enumerate() {
                @if index > 0 { ", " }
                code { (name) } " (" (counted(*tests, "test")) ")"
            }
            "." @if group.files.is_empty() { " No test runs on it." }
        }
    }
}
