//! Value flow: how the value of a call is used, found by the surrounding syntax. Only a rule with a finding
//! runs this analysis, because it parses the text again.

pub mod assigned;
pub mod awaited;
mod handled;
mod held;
pub mod kept_task;
mod open_steps;
mod read_elsewhere;
mod route;
mod short_lived;
mod unclosed_loop;
pub mod value_use;
mod weakly_kept;
mod when_cancelled;

pub use assigned::{Assigned, NameUsed};
pub use assigned::{NamesUsed, bound_name};
pub use awaited::Awaiting;
pub use held::Held;
pub use kept_task::{KeptTask, is_ending};
pub(crate) use read_elsewhere::OutcomeReaders;
pub use route::{Route, Taker, route};
pub(crate) use short_lived::ShortLived;
pub use short_lived::{KeptNames, LastWaits};
pub use unclosed_loop::UnclosedLoop;
pub use value_use::use_of;
pub use value_use::{AwaitedBehind, UseKind, ValueUse};
pub(crate) use weakly_kept::Put;
pub use when_cancelled::{Waiting, WhenCancelled};

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText, Span};

    use loopmend_python::SyntaxTree;

    pub(super) fn parsed(text: &str) -> SyntaxTree {
        SyntaxTree::parse(&SourceText::new(text, SourceKind::Python))
    }

    /// Returns the range of `f()` in a text.
    pub(super) fn place_of_f(text: &str) -> Span {
        let start = text.find("f()").expect("the text calls f") as u32;
        Span::new(start, start + 3)
    }

    /// Returns an `async def` with a body.
    pub(super) fn function_of(body: &str) -> String {
        format!("async def main(a, b):\n    {}\n", body.replace('\n', "\n    "))
    }
}
