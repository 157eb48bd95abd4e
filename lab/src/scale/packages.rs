//! Made-up packages of a given number of functions.

use std::fmt::Write as _;

use super::projects;
use crate::harness::*;

/// The shape of a made-up project: how the functions of a package call each other, or what a project has many of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Each calls the next one, through all modules; the last of 500 blocks.
    Chains,
    /// Each calls the eight below it in a tree, by methods; the leaves start event loops.
    FanOut,
    /// Each calls the next one and an earlier one: 500 that all reach each other.
    Cycles,
    /// A chain in one file, each part of which an `async def` calls.
    AsyncCallers,
    /// Attributes that tests read and no class has.
    DriftedNames,
    /// Imported modules and names that do not exist.
    MissingModules,
    /// Star imports in a circle.
    StarImports,
    /// Cells of a notebook with a finding each.
    Cells,
    /// Lines of one cell with a finding each.
    LinesOfCell,
    /// Bindings of one name.
    Reassignments,
    /// Methods that set two attributes to each other.
    Attributes,
    /// Branches that bind and await one name.
    Branches,
    /// Classes that override the method of one base.
    SuperCalls,
    /// Tests in one file.
    Tests,
    /// Files with syntax errors.
    DamagedFiles,
}

impl Shape {
    pub(super) const ALL: [Self; 15] = [
        Self::Chains,
        Self::FanOut,
        Self::Cycles,
        Self::AsyncCallers,
        Self::DriftedNames,
        Self::MissingModules,
        Self::StarImports,
        Self::Cells,
        Self::LinesOfCell,
        Self::Reassignments,
        Self::Attributes,
        Self::Branches,
        Self::SuperCalls,
        Self::Tests,
        Self::DamagedFiles,
    ];

    /// Whether it is a package of functions that call each other.
    pub(super) fn is_package(self) -> bool {
        matches!(self, Self::Chains | Self::FanOut | Self::Cycles)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Chains => "deep chains",
            Self::FanOut => "wide fan-out",
            Self::Cycles => "cycles",
            Self::AsyncCallers => "a chain with async callers",
            Self::DriftedNames => "drifted names (ten parts a file)",
            Self::MissingModules => "missing modules (ten parts a file)",
            Self::StarImports => "star imports (ten parts a file)",
            Self::Cells => "cells",
            Self::LinesOfCell => "lines of one cell",
            Self::Reassignments => "reassignments of a name",
            Self::Attributes => "attributes set to each other",
            Self::Branches => "branches",
            Self::SuperCalls => "overrides with `super()`",
            Self::Tests => "tests in one file",
            Self::DamagedFiles => "damaged files (ten parts a file)",
        }
    }
}

/// How many functions a module has; the first of each is asynchronous, and calls the second.
const IN_MODULE: usize = 50;
/// How many functions belong together.
const IN_GROUP: usize = 500;
/// How many functions each calls in a tree.
const FAN_OUT: usize = 8;

/// Writes a package of so many functions, anew each time. Fails if it cannot be written.
pub(super) fn write(directory: &Path, shape: Shape, functions: usize) -> Result<()> {
    workspace::remove_directory(directory)?;
    let package = directory.join("package");
    workspace::write(
        &directory.join("pyproject.toml"),
        "[project]\nname = \"package\"\nrequires-python = \">=3.11\"\n",
    )?;
    if !shape.is_package() {
        for (path, text) in projects::files(shape, functions) {
            workspace::write(&directory.join(path), &text)?;
        }
        return Ok(());
    }
    workspace::write(&package.join("__init__.py"), "")?;
    for module in 0..functions.div_ceil(IN_MODULE) {
        workspace::write(&package.join(format!("m{module}.py")), &text(shape, module))?;
    }
    Ok(())
}

fn text(shape: Shape, module: usize) -> String {
    let first = module * IN_MODULE;
    let called: Vec<usize> =
        (first + 1..first + IN_MODULE).flat_map(|function| calls(shape, function)).collect();
    let mut modules: Vec<usize> = called.iter().map(|function| function / IN_MODULE).collect();
    modules.sort_unstable();
    modules.dedup();
    let mut text = "import asyncio\nimport time\n\n".to_owned();
    for other in modules.into_iter().filter(|other| *other != module) {
        let _ = writeln!(text, "from package import m{other}");
    }
    let _ =
        write!(text, "\n\nasync def f{first}(size: int) -> None:\n    {}(size)\n", name(module, first + 1));
    for function in first + 1..first + IN_MODULE {
        let _ = write!(text, "\n\ndef f{function}(size: int) -> int:\n    total = size + {function}\n");
        for other in calls(shape, function) {
            let _ = writeln!(text, "    total += {}(total)", name(module, other));
        }
        if let Some(end) = end(shape, function) {
            let _ = writeln!(text, "    {end}");
        }
        text.push_str("    return total\n");
    }
    text
}

/// A function as a module calls it.
fn name(module: usize, function: usize) -> String {
    match function / IN_MODULE {
        own if own == module => format!("f{function}"),
        other => format!("m{other}.f{function}"),
    }
}

/// What a plain function calls; asynchronous ones are stepped over.
fn calls(shape: Shape, function: usize) -> Vec<usize> {
    let (start, place) = (function / IN_GROUP * IN_GROUP, function % IN_GROUP);
    let mut places = match shape {
        Shape::Chains => vec![place + 1],
        Shape::FanOut => (2..FAN_OUT + 2).map(|child| place.saturating_sub(1) * FAN_OUT + child).collect(),
        Shape::Cycles => vec![place + 1, place / 2, 1],
        _ => Vec::new(),
    };
    for called in &mut places {
        *called += usize::from(called.is_multiple_of(IN_MODULE));
    }
    places.retain(|called| *called < IN_GROUP && *called != place);
    places.into_iter().map(|called| start + called).collect()
}

fn end(shape: Shape, function: usize) -> Option<&'static str> {
    let is_last = function % IN_GROUP == IN_GROUP - 1;
    match shape {
        Shape::Chains | Shape::Cycles => is_last.then_some("time.sleep(1)"),
        Shape::FanOut => (function % IN_GROUP > IN_GROUP / 2).then_some("asyncio.run(asyncio.sleep(total))"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{IN_GROUP, Shape, calls, text};

    #[test]
    fn all_functions_of_a_group_are_met_from_the_second_one() {
        for shape in Shape::ALL.into_iter().filter(|shape| shape.is_package()) {
            let mut met = vec![false; IN_GROUP];
            let mut open = vec![1];
            while let Some(function) = open.pop() {
                if !std::mem::replace(&mut met[function], true) {
                    open.extend(calls(shape, function));
                }
            }
            assert!(met.iter().filter(|met| **met).count() > IN_GROUP * 9 / 10, "{shape:?}");
        }
    }

    #[test]
    fn a_module_imports_what_it_calls() {
        let text = text(Shape::Chains, 0);
        assert!(text.contains("from package import m1\n"), "{text}");
        assert!(text.contains("    total += m1.f51(total)\n"), "{text}");
    }
}
