//! What a generator does before and after its `yield`, found by syntax.

use loopmend_core::Span;
use loopmend_flow::{FunctionFlow, StepKind};
use loopmend_python::span;
use loopmend_semantic::File;

/// Returns whether the function with this header has a `yield` before an offset.
pub(crate) fn yields_before(file: &File, header: Span, offset: u32) -> bool {
    file.flow_of(header, |flow| has_yield_before(flow, offset))
}

fn has_yield_before(flow: &FunctionFlow, offset: u32) -> bool {
    flow.steps().any(|step| matches!(step.kind, StepKind::Yield) && span(step.at).end <= offset)
}

#[cfg(test)]
mod tests {
    use loopmend_core::Span;
    use loopmend_python::function_with;

    use super::{FunctionFlow, has_yield_before};
    use crate::testing::parsed;

    fn is_behind(body: &str) -> bool {
        let text = format!("def client():\n    {}\n", body.replace('\n', "\n    "));
        let offset = text.find("f()").expect("the text calls f") as u32;
        let tree = parsed(&text);
        let client = function_with(&tree, Span::new(0, "def client".len() as u32));
        has_yield_before(&FunctionFlow::of(client.expect("the text defines a function")), offset)
    }

    #[test]
    fn what_stands_behind_a_yield_is_told_from_what_stands_before() {
        assert!(is_behind("yield\nf()"));
        assert!(is_behind("try:\n    x = yield 1\nfinally:\n    f()"));
        assert!(is_behind("with a:\n    yield\nif b:\n    f()"));
        assert!(!is_behind("f()\nyield"));
        assert!(!is_behind("yield f()"));
        assert!(!is_behind("def g():\n    yield\nf()\nyield"));
    }
}
