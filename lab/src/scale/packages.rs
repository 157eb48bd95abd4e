//! Made-up packages of a given number of functions.

use std::fmt::Write as _;

use crate::harness::*;

/// How the functions of a package call each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Each calls the next one, through all modules; the last of 500 blocks.
    Chains,
    /// Each calls the eight below it in a tree, by methods; the leaves start event loops.
    FanOut,
    /// Each calls the next one and an earlier one: 500 that all reach each other.
    Cycles,
}

impl Shape {
    pub(super) const ALL: [Self; 3] = [Self::Chains, Self::FanOut, Self::Cycles];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Chains => "deep chains",
            Self::FanOut => "wide fan-out",
            Self::Cycles => "cycles",
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
    }
}

#[cfg(test)]
mod tests {
    use super::{IN_GROUP, Shape, calls, text};

    #[test]
    fn all_functions_of_a_group_are_met_from_the_second_one() {
        for shape in Shape::ALL {
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
