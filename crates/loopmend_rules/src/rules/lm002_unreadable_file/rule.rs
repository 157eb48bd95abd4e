use loopmend_core::Level;
use loopmend_core::at_work::{MAX_FINDINGS, MAX_STEPS, Reason};
use loopmend_project::ReadError;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use crate::run::WHOLE_FILE;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    checks: &[Check::File(check_file), Check::GivenUp(report_given_up)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    let Some(error) = &context.file.loaded().error else { return };
    let (what, words) = match error {
        ReadError::Io(words) => ("file cannot be read", words),
        ReadError::Encoding(words) => ("file cannot be decoded", words),
        ReadError::Notebook(words) => ("notebook cannot be read", words),
    };
    let (problem, remedy) = words
        .trim_end_matches('.')
        .split_once("; ")
        .map_or((words.as_str(), None), |(problem, remedy)| (problem, Some(remedy)));
    let report = Report::new(WHOLE_FILE, format!("{what}: {}", problem.trim_end_matches('.')));
    context.report(match remedy {
        Some(remedy) => report.help(remedy),
        None => report,
    });
}

fn report_given_up(context: &mut Context, reason: Reason) {
    let message = match reason {
        Reason::Steps => "file needs too many steps to check",
        Reason::Time => "file takes too long to check",
        Reason::Memory => "file was given up because memory runs low",
        Reason::Findings => "file has too many findings",
    };
    let limit = match reason {
        Reason::Steps => Some(format!("the limit is {} million steps", MAX_STEPS / 1_000_000)),
        Reason::Findings => Some(format!("the limit is {MAX_FINDINGS} findings")),
        Reason::Time | Reason::Memory => None,
    };
    let report = Report::new(WHOLE_FILE, message.to_owned());
    let report = limit.into_iter().fold(report, |report, limit| report.note(limit));
    context.report(
        report.note("loopmend stopped checking the file and may have missed findings in it").help(
            match reason {
                Reason::Findings => "list the file in `exclude`",
                _ => "list the file in `exclude`, and report this bug in loopmend",
            },
        ),
    );
}
