use loopmend_core::{Applicability, Edit, Fix, Level, MissingName, Span};
use loopmend_python::span_of;
use loopmend_semantic::{DefinedElsewhere, MissingImport};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    runs: Runs::WhereDriftIs,
    needs_reaching_test: true,
    same_as: &[
        "type: *",
        "type: attr-defined",
        "pyright: *",
        "pyright: reportAttributeAccessIssue",
        "ty: *",
        "ty: unresolved-import",
    ],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.missing_imports() {
        let name = context.file.slice(found.name);
        let message = match found.is_module_missing {
            true => format!("there is no module `{}` (ModuleNotFoundError)", found.module),
            false => format!("module `{}` has no name `{name}` (ImportError)", found.module),
        };
        let report = Report::new(found.name, message);
        let report = match &found {
            MissingImport { hidden: Some(path), .. } => report
                .note(format!("`{path}` has the name, but the package `{}` hides that file", found.module))
                .help(format!("move `{name}` into the package, or rename `{path}` and import from it")),
            MissingImport { elsewhere: Some(elsewhere), .. } => {
                report_elsewhere(context, report, &found, elsewhere)
            }
            MissingImport { meant: Some(meant), .. } => {
                report.help(format!("import `{meant}`, if that is what is meant"))
            }
            MissingImport { owner: Some(owner), .. } => {
                report.note(format!("the module is `{}`", owner.path)).help(advice(&found, name))
            }
            _ => report.help(advice(&found, name)),
        };
        let missing = MissingName {
            name: name.to_owned(),
            owners: found.owner.iter().cloned().collect(),
            written: None,
        };
        context.report(report.missing(missing));
    }
}

/// The remedy if nothing tells where else the name is.
fn advice(found: &MissingImport, name: &str) -> String {
    format!("import `{name}` from the module that has it, or define it in `{}`", found.module)
}

fn report_elsewhere(
    context: &Context,
    report: Report,
    found: &MissingImport,
    elsewhere: &DefinedElsewhere,
) -> Report {
    let name = context.file.slice(found.name);
    let report = match &elsewhere.definition {
        Some(place) => report.note_at(place.clone(), format!("`{name}` is defined here")),
        None => report,
    };
    let help = format!("import it from `{}`", elsewhere.module);
    report.fix_or_help(import_from(context, found, &elsewhere.module), help)
}

/// A fix that imports a name from another module.
fn import_from(context: &Context, found: &MissingImport, module: &str) -> Option<Fix> {
    let edits = match context.file.module_of_only_import(found.name) {
        Some(written) => vec![Edit::replacement(written, module)],
        None if found.is_module_missing => return None,
        None => import_apart(context, found.name, module)?,
    };
    Some(Fix::new(format!("import it from `{module}`"), Applicability::Unsafe, edits))
}

/// The edits that move one of several names of an import into a statement of its own.
fn import_apart(context: &Context, name: Span, module: &str) -> Option<Vec<Edit>> {
    let code = context.file.code_within(name.start);
    let import = code.import_around(name)?;
    let index = import.names.iter().position(|alias| span_of(&alias.name) == name)?;
    let alias = span_of(import.names.get(index)?);
    let removed = match import.names.get(index + 1) {
        Some(next) => Span::new(alias.start, span_of(next).start),
        None => Span::new(span_of(import.names.get(index.checked_sub(1)?)?).end, alias.end),
    };
    let statement = span_of(import);
    code.indentation_of_lone(statement)?;
    let line = format!("from {module} import {}", code.slice(alias));
    let edits = vec![code.insert_line_before(statement.start, &line)?, Edit::replacement(removed, "")];
    (!code.has_comment(removed)).then_some(edits)
}
