//! The hidden command behind `cargo lab recall`: of the awaited calls of the project's own code, for how many would
//! loopmend say that their `await` is missing, had it been forgotten?

use loopmend_core::{LineIndex, SourceKind, Span};
use loopmend_semantic::{AwaitableSource, Call, Engine, EngineOptions, File, ModuleId};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::arguments::RecallOptions;
use crate::commands::{json_line, project_at};
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;

/// How the value of an awaited call is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Position {
    /// It is dropped: the `await` is a statement.
    Statement,
    /// It is used.
    Value,
}

/// What loopmend would say of the call without its `await`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    /// A finding at `certain`.
    Certain,
    /// A finding at `likely`.
    Likely,
    /// Nothing: it starts a task, or gives a future, which runs without being awaited.
    Future,
    /// Nothing.
    None,
}

/// What a finding would rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
enum Ground {
    /// The body of an `async def`.
    #[serde(rename = "definition")]
    Definition,
    /// An annotation, or an `async def` under a decorator that is not understood.
    #[serde(rename = "annotation")]
    Annotation,
    /// The other calls.
    #[serde(rename = "consensus")]
    Consensus,
    /// There would be none.
    #[serde(rename = "")]
    Nothing,
}

/// A call. Places are bytes of the decoded text; line and column, from 1, are those of the call.
#[derive(Debug, Serialize)]
struct Site<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    start: u32,
    end: u32,
    /// Of an awaited call.
    await_start: Option<u32>,
    position: Position,
    verdict: Verdict,
    by: Ground,
    /// Why the verdict is `none`; calls with the same reason are counted together.
    why: &'static str,
}

#[derive(Debug, Default, Serialize)]
struct Sums {
    statements: Sum,
    values: Sum,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Sum {
    calls: usize,
    certain: usize,
    likely_by_typing: usize,
    likely_by_consensus: usize,
    future: usize,
    none: usize,
}

/// Prints one JSON object a call, or one with the sums.
///
/// # Errors
/// When the project cannot be read.
pub(crate) fn run(options: &RecallOptions, output: &Output) -> Result<u8, Failure> {
    let project = project_at(&options.path, options.python.as_deref())?;
    let engine =
        Engine::with(&project, EngineOptions { left_out: options.without, ..EngineOptions::default() });
    let text: String = match &options.unawaited {
        Some(path) => unawaited(&engine, path).iter().map(json_line).collect(),
        None if options.sites => awaited(&engine).iter().map(json_line).collect(),
        None => json_line(&sums(&awaited(&engine))),
    };
    output.raw(&text)?;
    Ok(exit_code::CLEAN)
}

fn awaited<'e>(engine: &'e Engine) -> Vec<Site<'e>> {
    let files: Vec<usize> = engine.project().reported().collect();
    files.into_par_iter().flat_map_iter(|index| of_file(engine, index)).collect()
}

/// The calls of one file that are not awaited; none if the project does not have it.
fn unawaited<'e>(engine: &'e Engine, path: &str) -> Vec<Site<'e>> {
    let files = engine.project().files();
    let Some(index) = files.iter().position(|file| file.display == path) else { return Vec::new() };
    let mut file = File::new(engine, ModuleId::of_file(index));
    let calls = file.unawaited_calls().map(|call| (call, None)).collect();
    judged(&mut file, &files[index].display, calls)
}

/// The awaited calls of one file. A notebook has none: its places are not those of the file.
fn of_file<'e>(engine: &'e Engine, index: usize) -> Vec<Site<'e>> {
    let mut file = File::new(engine, ModuleId::of_file(index));
    let calls: Vec<Call> = file.awaited_calls().collect();
    let is_notebook =
        file.loaded().source.as_deref().is_some_and(|source| source.kind == SourceKind::Notebook);
    if calls.is_empty() || is_notebook {
        return Vec::new();
    }
    let awaits: FxHashMap<Span, u32> =
        file.awaits().into_iter().map(|site| (site.value, site.start)).collect();
    let awaited = calls.into_iter().filter_map(|call| Some((call, Some(*awaits.get(&call.span)?)))).collect();
    judged(&mut file, &engine.project().files()[index].display, awaited)
}

/// What would be said of calls, each with where its `await` starts.
fn judged<'e>(file: &mut File<'e>, path: &'e str, calls: Vec<(Call, Option<u32>)>) -> Vec<Site<'e>> {
    let lines = LineIndex::new(file.text());
    let site = |(call, await_start): (Call, Option<u32>)| {
        let (verdict, by, why) = judge(file, &call);
        let place = lines.line_column(call.span.start, file.text());
        Site {
            path,
            line: place.line,
            column: place.column,
            start: call.span.start,
            end: call.span.end,
            await_start,
            position: if call.is_statement() { Position::Statement } else { Position::Value },
            verdict,
            by,
            why,
        }
    };
    calls.into_iter().map(site).collect()
}

fn judge(file: &mut File, call: &Call) -> (Verdict, Ground, &'static str) {
    match file.coroutine(call).map(|coroutine| coroutine.source) {
        Some(AwaitableSource::Definition) => (Verdict::Certain, Ground::Definition, ""),
        Some(AwaitableSource::Consensus { .. } | AwaitableSource::NamedMethod { .. }) => {
            (Verdict::Likely, Ground::Consensus, "")
        }
        Some(_) => (Verdict::Likely, Ground::Annotation, ""),
        None if file.is_future(call) => (Verdict::Future, Ground::Nothing, ""),
        None => (Verdict::None, Ground::Nothing, file.why_unknown(call)),
    }
}

fn sums(sites: &[Site]) -> Sums {
    let mut sums = Sums::default();
    for site in sites {
        let sum = match site.position {
            Position::Statement => &mut sums.statements,
            Position::Value => &mut sums.values,
        };
        sum.calls += 1;
        match site.verdict {
            Verdict::Certain => sum.certain += 1,
            Verdict::Likely if site.by == Ground::Consensus => sum.likely_by_consensus += 1,
            Verdict::Likely => sum.likely_by_typing += 1,
            Verdict::Future => sum.future += 1,
            Verdict::None => sum.none += 1,
        }
    }
    sums
}
