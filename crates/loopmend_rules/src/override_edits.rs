//! Overrides of `event_loop`: what they give, and the edit that takes one away.

use loopmend_core::{Edit, Span};
use loopmend_semantic::{File, FunctionShape};

use crate::edits::{end_of_line, ends_its_line, indentation_before};

/// The loop that an override gives, which does nothing else than to make it and close it: one of another kind is no matter of scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GivenLoop {
    /// A new one, which only those have who ask for it.
    New,
    /// The one that is the current one of the thread, be it made that once more or not.
    Current,
    /// A new one that is made the current one, or one that is there.
    MadeCurrent,
}

/// The ways to write what makes a loop, with `NAME` for that of the loop.
const MADE: [(&str, GivenLoop); 5] = [
    ("NAME=asyncio.new_event_loop()", GivenLoop::New),
    ("NAME=asyncio.get_event_loop_policy().new_event_loop()", GivenLoop::New),
    ("policy=asyncio.get_event_loop_policy()NAME=policy.new_event_loop()", GivenLoop::New),
    ("NAME=asyncio.get_event_loop()", GivenLoop::Current),
    (
        "try:NAME=asyncio.get_running_loop()exceptRuntimeError:NAME=asyncio.new_event_loop()",
        GivenLoop::MadeCurrent,
    ),
];

/// The ways to give it and close it behind the tests, with `MADE` for what makes it.
const GIVEN: [&str; 5] = [
    "MADEyieldNAMENAME.close()",
    "MADEtry:yieldNAMEfinally:NAME.close()",
    "try:MADEyieldNAMEfinally:NAME.close()",
    "withcontextlib.closing(asyncio.new_event_loop())asNAME:yieldNAME",
    "withclosing(asyncio.new_event_loop())asNAME:yieldNAME",
];

/// Loops that nobody closes.
const NEVER_CLOSED: [(&str, GivenLoop); 4] = [
    ("returnasyncio.get_event_loop()", GivenLoop::Current),
    ("yieldasyncio.get_event_loop()", GivenLoop::Current),
    ("returnasyncio.new_event_loop()", GivenLoop::New),
    ("yieldasyncio.new_event_loop()", GivenLoop::New),
];

/// What an override gives, if it does nothing but that.
pub(crate) fn given_loop(file: &File, shape: &FunctionShape) -> Option<GivenLoop> {
    let without_blanks = |span: &Span| file.slice(*span).replace([' ', '\t', '\n', '\r'], "");
    let statements: Vec<String> = shape.body.iter().map(without_blanks).collect();
    let (written, last) = (statements.concat(), statements.last()?);
    if let Some((_, given)) = NEVER_CLOSED.iter().find(|(form, _)| *form == written) {
        return Some(*given);
    }
    let name = match last.strip_suffix(".close()") {
        Some(closed) => closed.rsplit(':').next()?,
        None => last.rsplit_once("yield")?.1,
    };
    let rest = written.replace(&format!("asyncio.set_event_loop({name})"), "");
    let is_form =
        |made: &str| GIVEN.iter().any(|form| form.replace("MADE", made).replace("NAME", name) == rest);
    let (_, given) = MADE.iter().find(|(made, _)| is_form(made))?;
    let is_made_current = rest != written && *given == GivenLoop::New;
    Some(if is_made_current { GivenLoop::MadeCurrent } else { *given })
}

/// Whether taking an override away loses more than its loop: what its parameters set up, the tests that `params` multiplies, or what
/// another decorator than that of the fixture does.
pub(crate) fn has_other_uses(file: &File, shape: &FunctionShape) -> bool {
    let sets_up = shape.parameters.iter().any(|(name, _)| !matches!(name.as_str(), "request" | "self"));
    let [decorator] = shape.decorators.as_slice() else { return true };
    let multiplies = file
        .call_shape(*decorator)
        .is_some_and(|call| call.is_starred || call.keywords.iter().any(|(name, _)| name == "params"));
    sets_up || multiplies
}

/// Takes a fixture away, with the comment that touches it from above and the blank lines that set it apart; the last statement of a
/// class leaves a `pass`. `None` where anything else stands on its lines, or it stands in a block that is not that of a class.
pub(crate) fn removal(file: &File, shape: &FunctionShape, header: Span) -> Option<Edit> {
    let text = file.text();
    let indentation = indentation_before(text, shape.whole.start)?;
    if !ends_its_line(text, shape.whole.end) {
        return None;
    }
    let start = start_with_comment(text, shape.whole.start as usize - indentation.len(), indentation);
    let end = end_of_line(text, shape.whole.end) as usize;
    let is_alone = !indentation.is_empty() && file.statements_of_class_with(header)? == 1;
    if is_alone {
        let place = Span::new(start as u32, end as u32);
        return Some(Edit::replacement(place, format!("{indentation}pass")));
    }
    let behind = text[end..].trim_start_matches(['\n', '\r']);
    if !behind.is_empty() && behind.starts_with(indentation) {
        return Some(Edit::replacement(Span::new(start as u32, (text.len() - behind.len()) as u32), ""));
    }
    // What is last has its blank lines before it.
    let kept = text[..start].trim_end_matches(['\n', '\r']).len();
    Some(Edit::replacement(Span::new(kept as u32, end as u32), ""))
}

/// Where the comment lines begin that stand right above a line, as far in as it; the start of the line without any.
fn start_with_comment(text: &str, line: usize, indentation: &str) -> usize {
    let is_comment = |line: &&str| line.strip_prefix(indentation).is_some_and(|rest| rest.starts_with('#'));
    let above = text[..line].split_inclusive('\n').rev().take_while(|line| line.ends_with('\n'));
    line - above.take_while(is_comment).map(str::len).sum::<usize>()
}
