//! The code of the project that errors are about, beside the findings of rules: objects that several event loops may share, and calls
//! that receive a function.

use std::path::Path;

use loopmend_core::LineIndex;
use loopmend_errors::{Marks, ObjectKind, objects_in};
use loopmend_project::Project;
use loopmend_semantic::{Call, Engine, File, KeptCall};

use crate::render::{ErrorFound, ObjectFound, Receiver, Source};

/// Adds the objects that errors come from when several event loops share them: those of the libraries that the traceback names.
pub(super) fn add_objects(project: &Project, errors: &mut [ErrorFound]) {
    let marks = errors.iter().filter(|error| error.error.shared).map(|error| error.marks);
    let marks = marks.fold(Marks::default(), Marks::with);
    if objects_in(marks).next().is_none() {
        return;
    }
    let found = objects(project, marks);
    for error in errors.iter_mut().filter(|error| error.error.shared) {
        let kinds: Vec<&ObjectKind> = objects_in(error.marks).collect();
        let is_of_kind = |object: &&ObjectFound| kinds.iter().any(|kind| std::ptr::eq(*kind, object.kind));
        error.objects = found.iter().filter(is_of_kind).cloned().collect();
    }
}

/// The objects of these libraries that code of the project keeps.
fn objects(project: &Project, marks: Marks) -> Vec<ObjectFound> {
    let engine = Engine::new(project, None);
    let mut found = Vec::new();
    for reported in project.reported_files() {
        let file = File::new(&engine, engine.module_for(Path::new(&reported.display)));
        let calls = file.kept_calls(&|name| kind_of(name, marks).is_some());
        found.extend(calls.into_iter().filter_map(|call| object(&reported.display, &file, call, marks)));
    }
    found
}

fn kind_of(name: &str, marks: Marks) -> Option<&'static ObjectKind> {
    objects_in(marks).find(|kind| kind.calls.iter().any(|call| call == name))
}

fn object(path: &str, file: &File<'_>, kept: KeptCall, marks: Marks) -> Option<ObjectFound> {
    Some(ObjectFound {
        path: path.to_owned(),
        line: line_of(file, &kept.call)?,
        name: kept.keeper,
        made_by: kept.name.rsplit('.').next().unwrap_or_default().to_owned(),
        kind: kind_of(&kept.name, marks)?,
    })
}

fn line_of(file: &File<'_>, call: &Call) -> Option<u32> {
    let source = file.loaded().source.as_ref()?;
    Some(Source { source, lines: LineIndex::new(&source.text) }.range(call.span).start.line)
}

/// Adds the calls that receive a coroutine function by its name, where an error about it has no place of its own.
pub(super) fn add_receivers(project: &Project, errors: &mut [ErrorFound]) {
    let wanted = |error: &&mut ErrorFound| error.place.is_none() && !error.coroutines.is_empty();
    let mut wanted = errors.iter_mut().filter(wanted).peekable();
    if wanted.peek().is_none() {
        return;
    }
    let engine = Engine::new(project, None);
    let files: Vec<(&str, File<'_>)> = project
        .reported_files()
        .map(|file| (file.display.as_str(), File::new(&engine, engine.module_for(Path::new(&file.display)))))
        .collect();
    for error in wanted {
        let receivers = files.iter().flat_map(|(path, file)| receivers(path, file, &error.coroutines));
        error.receivers = receivers.collect();
    }
}

fn receivers(path: &str, file: &File<'_>, functions: &[String]) -> Vec<Receiver> {
    let of_function = |function: &String| {
        let calls = file.calls_given(function).into_iter();
        let receiver = |call: Call| {
            Some(Receiver {
                path: path.to_owned(),
                line: line_of(file, &call)?,
                call: file.slice(call.callee).to_owned(),
                function: function.clone(),
            })
        };
        calls.filter_map(receiver).collect::<Vec<_>>()
    };
    functions.iter().flat_map(of_function).collect()
}
