//! What `doctor --migrate` says: for people, for programs, and for a pull request.

use std::fmt::Write as _;

use serde::Serialize;

use super::counted;
use super::doctor::field;
use super::json::to_json;
use super::markdown::{code, escaped};
use crate::arguments::DoctorFormat;
use crate::style::{CODE, FAINT, STRONG, WARNING, printable};

/// The way of a suite to another version of pytest-asyncio.
#[derive(Serialize)]
pub(crate) struct Migration {
    /// The version that is installed, or the only one that is asked for.
    pub(crate) from: Option<String>,
    /// The version that it leads to.
    pub(crate) to: String,
    /// The versions of pytest that this one works with.
    pub(crate) asks_pytest: String,
    /// The versions of Python that it works with.
    pub(crate) asks_python: String,
    /// The suite as it is, in words.
    pub(crate) before: String,
    /// The suite after the edits.
    pub(crate) after: String,
    /// The steps, in order.
    pub(crate) steps: Vec<MigrationStep>,
    /// The limits of the plan.
    pub(crate) notes: Vec<String>,
    /// How many files the edits change.
    pub(crate) files: usize,
    /// `true` if the edits were made.
    pub(crate) is_written: bool,
}

/// A step.
#[derive(Serialize)]
pub(crate) struct MigrationStep {
    /// The title.
    pub(crate) title: String,
    /// Who does it.
    pub(crate) kind: StepKind,
    /// The rule that found it.
    pub(crate) code: Option<String>,
    /// What it keeps or changes in meaning; for a person, what to do and why it is no edit.
    pub(crate) meaning: String,
    /// Where.
    pub(crate) places: Vec<StepPlace>,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum StepKind {
    /// `--write`.
    Edit,
    /// A person.
    ByHand,
}

/// A place of a step.
#[derive(Serialize)]
pub(crate) struct StepPlace {
    /// The path.
    pub(crate) path: String,
    /// The line, when the step is taken.
    pub(crate) line: usize,
    /// What is there.
    pub(crate) detail: String,
}

/// A migration in a form.
pub(crate) fn migration(format: DoctorFormat, migration: &Migration) -> String {
    match format {
        DoctorFormat::Text => text(migration),
        DoctorFormat::Json => to_json(migration),
        DoctorFormat::Markdown => markdown(migration),
    }
}

fn heading(migration: &Migration) -> String {
    let from = migration.from.as_deref().unwrap_or("(unknown version)");
    match migration.from.as_deref() == Some(&migration.to) {
        true => format!("pytest-asyncio {from}, used as recommended"),
        false => format!("pytest-asyncio {from} to {}", migration.to),
    }
}

fn facts(migration: &Migration) -> Vec<(&'static str, String)> {
    let asks = format!(
        "pytest {}, Python {} (from the metadata of pytest-asyncio {})",
        migration.asks_pytest, migration.asks_python, migration.to
    );
    let mut facts =
        vec![("requires", asks), ("before", migration.before.clone()), ("after", migration.after.clone())];
    facts.extend(migration.notes.iter().map(|note| ("note", note.clone())));
    facts
}

fn verdict(migration: &Migration) -> String {
    let count = |kind| {
        let of_kind = migration.steps.iter().filter(|step| step.kind == kind);
        of_kind.map(|step| step.places.len()).sum::<usize>()
    };
    let (edits, by_hand) = (count(StepKind::Edit), count(StepKind::ByHand));
    let files = counted(migration.files, "file");
    let edits = match (edits, migration.is_written) {
        (0, _) => "Nothing to edit".to_owned(),
        (_, true) => {
            format!("{} made in {files}; `loopmend fix --undo` undoes them", counted(edits, "edit"))
        }
        (_, false) => {
            format!("{} in {files}; `--diff` shows them, `--write` makes them", counted(edits, "edit"))
        }
    };
    match by_hand {
        0 => format!("{edits}.\n"),
        _ => format!("{edits}. {} to change by hand.\n", counted(by_hand, "place")),
    }
}

fn text(migration: &Migration) -> String {
    let mut text = format!("{STRONG}{}{STRONG:#}\n", printable(&heading(migration)));
    for (name, words) in facts(migration) {
        field(&mut text, name, &words);
    }
    for (index, step) in migration.steps.iter().enumerate() {
        let who = match step.kind {
            StepKind::Edit => String::new(),
            StepKind::ByHand => format!("  {WARNING}by hand{WARNING:#}"),
        };
        let code = step.code.as_ref().map(|code| format!("  {FAINT}{code}{FAINT:#}")).unwrap_or_default();
        let _ = writeln!(text, "\n{}. {STRONG}{}{STRONG:#}{code}{who}", index + 1, printable(&step.title));
        for place in &step.places {
            let _ = writeln!(text, "{:15}{CODE}{}:{}{CODE:#}", "", printable(&place.path), place.line);
            field(&mut text, "", &place.detail);
        }
        field(&mut text, if step.kind == StepKind::Edit { "means" } else { "to do" }, &step.meaning);
    }
    let _ = write!(text, "\n{}", verdict(migration));
    text
}

fn markdown(migration: &Migration) -> String {
    let mut text = format!("## {}\n\n", escaped(&heading(migration)));
    for (name, words) in facts(migration) {
        let _ = writeln!(text, "- {name}: {}", escaped(&words));
    }
    for (index, step) in migration.steps.iter().enumerate() {
        let who = if step.kind == StepKind::ByHand { " (by hand)" } else { "" };
        let _ = writeln!(
            text,
            "\n### {}. {}{who}\n\n{}\n",
            index + 1,
            escaped(&step.title),
            escaped(&step.meaning)
        );
        for place in &step.places {
            let _ = writeln!(
                text,
                "- {}: {}",
                code(&format!("{}:{}", place.path, place.line)),
                escaped(&place.detail)
            );
        }
    }
    let _ = write!(text, "\n{}", verdict(migration));
    text
}
