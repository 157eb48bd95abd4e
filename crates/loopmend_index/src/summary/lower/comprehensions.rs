//! Lowers comprehensions and generator expressions.

use loopmend_core::Span;
use loopmend_python::ast::{self as ast, Expr};
use loopmend_python::span;
use loopmend_python::text_size::{Ranged, TextRange};

use super::super::{BindingKind, Collection, Expression, ExpressionId, Protocol, Usage};
use super::{Lowering, Want};

/// The parts of a comprehension of any kind.
#[derive(Clone, Copy)]
pub(super) struct Comprehension<'a> {
    pub(super) collection: Collection,
    /// The key of a dict comprehension.
    pub(super) key: Option<&'a Expr>,
    pub(super) element: &'a Expr,
    pub(super) generators: &'a [ast::Comprehension],
    pub(super) range: TextRange,
}

impl Lowering<'_> {
    pub(super) fn comprehension(&mut self, comprehension: Comprehension, want: Want) -> ExpressionId {
        let Comprehension { collection, generators, range, .. } = comprehension;
        // The first iterable is evaluated outside.
        let mut outside = None;
        for generator in generators {
            let suspensions = self.generator(generator, comprehension, want);
            outside.get_or_insert(suspensions);
        }
        let element = self.element(comprehension, want);
        let is_async = generators.iter().any(|generator| generator.is_async);
        self.current().suspends_otherwise |= is_async;
        let is_async = is_async || outside.is_some_and(|outside| self.suspensions() > outside);
        let collection = match collection {
            Collection::Generator if is_async => Collection::AsyncGenerator,
            other => {
                self.current().async_comprehensions += usize::from(is_async);
                other
            }
        };
        self.push_wanted(want, Expression::Comprehension { collection, element }, range)
    }

    /// Returns the number of awaits in the scope so far, including comprehensions.
    fn suspensions(&mut self) -> usize {
        let scope = self.current();
        scope.awaited.len() + scope.async_comprehensions
    }

    /// Lowers a `for` of a comprehension, and returns the number of awaits in its scope up to the end of
    /// the iterable.
    fn generator(
        &mut self,
        generator: &ast::Comprehension,
        comprehension: Comprehension,
        want: Want,
    ) -> usize {
        let is_async = generator.is_async;
        let usage = if is_async { Usage::Entered } else { Usage::Used };
        // The calls inside need to know what the targets are.
        let want = if self.target.is_first_party { Want::Value } else { want };
        let iterable = self.visit(&generator.iter, usage, want);
        let suspensions = self.suspensions();
        let is_generator = comprehension.collection == Collection::Generator;
        if (is_async || !is_generator) && self.notes_protocol_uses() {
            let protocol = if is_async { Protocol::AsyncFor } else { Protocol::For };
            let keyword = (!is_generator).then(|| generator.range.start().to_u32());
            self.note_protocol_use(protocol, iterable, keyword);
        }
        if !is_async && want == Want::Value && (!is_generator || self.is_consumed) {
            self.note_iterated(iterable);
        }
        if want == Want::Value {
            let kind = BindingKind::For { iterable, is_async };
            self.bind_confined(&generator.target, comprehension.range, kind);
        }
        for test in &generator.ifs {
            let outcome = self.test(test);
            let first = comprehension.key.unwrap_or(comprehension.element);
            let element = first.range().cover(comprehension.element.range());
            self.narrow(&outcome.when_true, span(element));
            let rest = Span::new(test.range().end().to_u32(), comprehension.range.end().to_u32());
            self.narrow(&outcome.when_true, rest);
        }
        suspensions
    }

    fn element(&mut self, comprehension: Comprehension, want: Want) -> ExpressionId {
        let Comprehension { key, element, .. } = comprehension;
        let Some(key) = key else { return self.visit(element, Usage::Other, want) };
        let pair = [key, element].map(|part| self.visit(part, Usage::Other, want));
        if want == Want::Effects {
            return pair[1];
        }
        let pair = self.push_list(&pair);
        self.push(Expression::Tuple(pair), key.range().cover(element.range()))
    }
}
