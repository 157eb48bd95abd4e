mod query_in_async;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use query_in_async::QueryInAsync;

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Error, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in query_in_async::queries_in_async(context.file) {
        let mut report = Report::new(found.at, message(&found)).in_symbol(found.symbol.clone());
        if found.is_lazy {
            report = report.note("the query is lazy: it is sent when its elements are asked for");
        }
        context.report(report.help(advice(&found)));
    }
}

fn message(QueryInAsync { name, is_lazy, symbol, .. }: &QueryInAsync) -> String {
    match is_lazy {
        true => {
            format!(
                "reading a `{name}` queries the database in async `{symbol}`: Django raises SynchronousOnlyOperation"
            )
        }
        false => {
            format!(
                "`{name}` queries the database in async `{symbol}`: Django raises SynchronousOnlyOperation"
            )
        }
    }
}

fn advice(found: &QueryInAsync) -> String {
    match (found.instead, found.since) {
        (Some(instead), Some(since)) => {
            format!("use {instead} (Django {since} and newer), or `sync_to_async`")
        }
        (Some(instead), None) => format!("use {instead}"),
        (None, _) => "use `async for`, or read the elements in a function for `sync_to_async`".to_owned(),
    }
}
