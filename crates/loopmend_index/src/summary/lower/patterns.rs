//! Lowers `match`.

use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::{SourceOrderVisitor, walk_pattern};
use loopmend_python::ast::{self as ast, Pattern};
use loopmend_python::span;
use loopmend_python::text_size::{Ranged, TextRange};
use smallvec::SmallVec;

use super::super::{ArgumentsId, BindingKind, Expression, ExpressionId, NameId, PartOf, Test, Usage};
use super::bindings::rest_step;
use super::control_flow::span_of;
use super::narrowing::{Fact, Facts};
use super::paths::{PathStart, Paths, add_facts};
use super::{Lowering, grow_stack};

/// The subject of a `match`.
#[derive(Clone, Copy)]
struct Subject {
    value: ExpressionId,
    /// The subject as a name with attributes as written, if it is one.
    name: Option<NameId>,
}

impl Lowering<'_> {
    pub(super) fn match_statement(&mut self, statement: &ast::StmtMatch) -> bool {
        let value = self.value(&statement.subject, Usage::Used);
        let subject = Subject { value, name: self.tested_name(&statement.subject) };
        let end = statement.range.end().to_u32();
        let mut paths = Paths::default();
        let mut branches = SmallVec::<[(PathStart, PathStart, u32); 4]>::new();
        let mut when_false = Facts::new();
        let mut is_exhaustive = false;
        for case in &statement.cases {
            let start = self.path_start();
            let mut facts = when_false.clone();
            let (matched, missed) = self.case(case, statement, subject);
            add_facts(&mut facts, &matched);
            let block = span_of(&case.body).unwrap_or_default();
            if self.in_branch(|lowering| lowering.block(&case.body)) {
                let bound = self.bound_on_path(start, block);
                paths.add(facts, bound);
            }
            branches.push((start, self.path_start(), block.end));
            self.narrow(&missed, Span::new(case.range.end().to_u32(), end));
            add_facts(&mut when_false, &missed);
            is_exhaustive |= case.guard.is_none() && takes_all(&case.pattern);
        }
        if !is_exhaustive {
            paths.add(when_false, SmallVec::new());
        }
        self.hide_from_siblings(&branches, end);
        let falls_through = !paths.is_empty();
        self.join_paths(&paths, span(statement.range));
        falls_through
    }

    /// Binds the names of a pattern, and returns the facts that hold if it matches, and if it does not.
    fn case(
        &mut self,
        case: &ast::MatchCase,
        statement: &ast::StmtMatch,
        subject: Subject,
    ) -> (Facts, Facts) {
        let start = case.pattern.range().start().to_u32();
        let body = Span::new(start, case.range.end().to_u32());
        let test = self.pattern_test(&case.pattern);
        let (mut matched, mut missed) = (Facts::new(), Facts::new());
        if let Some((name, test)) = subject.name.zip(test) {
            let fact = Fact { name, test, is_negated: false, since: start, held_by: None };
            matched.push(fact);
            if case.guard.is_none() && takes_whole_class(&case.pattern) {
                missed.push(Fact { is_negated: true, ..fact });
            }
        }
        self.narrow(&matched, body);
        let seen = match subject.name {
            Some(_) => self.again(|lowering| lowering.value(&statement.subject, Usage::Other), start),
            None => subject.value,
        };
        let outer = self.at;
        self.at.block = span(case.range);
        self.bind_pattern(&case.pattern, Some(seen), test);
        self.at = outer;
        if let Some(guard) = &case.guard {
            let outcome = self.test(guard);
            self.narrow(&outcome.when_true, Span::new(guard.range().end().to_u32(), body.end));
            add_facts(&mut matched, &outcome.when_true);
        }
        (matched, missed)
    }

    /// Lowers something as if it were at `offset`.
    fn again(&mut self, lower: impl FnOnce(&mut Self) -> ExpressionId, offset: u32) -> ExpressionId {
        let before = self.spans.len();
        let lowered = lower(self);
        self.spans[before..].fill(Span::empty(offset));
        lowered
    }

    /// Returns the test that a matching pattern implies for the whole subject.
    fn pattern_test(&mut self, pattern: &Pattern) -> Option<Test> {
        grow_stack(|| match pattern {
            Pattern::MatchSingleton(pattern) if pattern.value == ast::Singleton::None => Some(Test::None),
            Pattern::MatchAs(ast::PatternMatchAs { pattern: Some(pattern), .. }) => {
                self.pattern_test(pattern)
            }
            Pattern::MatchClass(pattern) => Some(Test::Instance(self.value(&pattern.cls, Usage::Other))),
            Pattern::MatchOr(or) if or.patterns.iter().all(Pattern::is_match_class) => {
                let classes: SmallVec<[ExpressionId; 4]> =
                    or.patterns.iter().filter_map(|pattern| self.pattern_class(pattern)).collect();
                let classes = self.push_list(&classes);
                Some(Test::Instance(self.push(Expression::Tuple(classes), or.range)))
            }
            _ => None,
        })
    }

    fn pattern_class(&mut self, pattern: &Pattern) -> Option<ExpressionId> {
        match self.pattern_test(pattern)? {
            Test::Instance(class) => Some(class),
            _ => None,
        }
    }

    /// Binds the names of a pattern to the parts of `subject`; `None` if the subject is unknown.
    fn bind_pattern(&mut self, pattern: &Pattern, subject: Option<ExpressionId>, test: Option<Test>) {
        grow_stack(|| match pattern {
            Pattern::MatchAs(whole) => {
                if let Some(name) = &whole.name {
                    let kind = match (subject, &whole.pattern, test) {
                        (Some(subject), None, _) => BindingKind::Matched { class: None, subject },
                        (Some(subject), _, Some(Test::Instance(class))) => {
                            BindingKind::Matched { class: Some(class), subject }
                        }
                        _ => BindingKind::Opaque,
                    };
                    self.bind_text(name.as_str(), name.range.start().to_u32(), kind);
                }
                if let Some(inner) = &whole.pattern {
                    self.bind_pattern(inner, subject, test);
                }
            }
            Pattern::MatchClass(class) => self.bind_class_pattern(class, test),
            Pattern::MatchSequence(sequence) => self.bind_sequence_pattern(sequence, subject),
            Pattern::MatchMapping(mapping) => {
                for (key, value) in mapping.keys.iter().zip(&mapping.patterns) {
                    let slice = self.value(key, Usage::Other);
                    let item = subject.map(|subject| self.item(subject, slice, value.range()));
                    self.bind_inner_pattern(value, item);
                }
                if let Some(rest) = &mapping.rest {
                    self.bind_text(rest.as_str(), rest.range.start().to_u32(), BindingKind::Opaque);
                }
            }
            other => PatternNames(self).visit_pattern(other),
        });
    }

    fn bind_inner_pattern(&mut self, pattern: &Pattern, subject: Option<ExpressionId>) {
        let test = self.pattern_test(pattern);
        self.bind_pattern(pattern, subject, test);
    }

    /// Binds the attributes of an instance in `Class(name=pattern)`.
    fn bind_class_pattern(&mut self, pattern: &ast::PatternMatchClass, test: Option<Test>) {
        let class = match test {
            Some(Test::Instance(class)) => class,
            _ => self.value(&pattern.cls, Usage::Other),
        };
        let range = TextRange::empty(pattern.range.start());
        let instance = self.push(Expression::Call { callee: class, arguments: ArgumentsId(0) }, range);
        for inner in &pattern.arguments.patterns {
            PatternNames(self).visit_pattern(inner);
        }
        for keyword in &pattern.arguments.keywords {
            let name = self.names.intern(keyword.attr.as_str());
            let attribute = self.push(Expression::Attribute { value: instance, name }, range);
            self.bind_inner_pattern(&keyword.pattern, Some(attribute));
        }
    }

    fn bind_sequence_pattern(&mut self, sequence: &ast::PatternMatchSequence, subject: Option<ExpressionId>) {
        let patterns = &sequence.patterns;
        let starred = patterns.iter().position(Pattern::is_match_star).unwrap_or(patterns.len());
        for (index, pattern) in patterns.iter().enumerate() {
            let from_end = patterns.len() - index;
            if let Pattern::MatchStar(star) = pattern {
                let Some(name) = &star.name else { continue };
                let kind = subject.zip(rest_step(index, from_end - 1)).map(|(value, step)| {
                    BindingKind::Part { of: PartOf::Value, value, path: self.path(&[step]) }
                });
                self.bind_text(
                    name.as_str(),
                    name.range.start().to_u32(),
                    kind.unwrap_or(BindingKind::Opaque),
                );
                continue;
            }
            let place =
                if index < starred { i32::try_from(index) } else { i32::try_from(from_end).map(|end| -end) };
            let item = subject.zip(place.ok()).map(|(subject, place)| {
                let slice = self.integer(place);
                self.item(subject, slice, pattern.range())
            });
            self.bind_inner_pattern(pattern, item);
        }
    }

    fn item(&mut self, value: ExpressionId, slice: ExpressionId, pattern: TextRange) -> ExpressionId {
        self.push(Expression::Subscript { value, slice }, TextRange::empty(pattern.start()))
    }
}

/// Returns whether a pattern matches everything.
fn takes_all(pattern: &Pattern) -> bool {
    let is_bare = |pattern: &Pattern| matches!(pattern, Pattern::MatchAs(whole) if whole.pattern.is_none());
    match pattern {
        Pattern::MatchOr(or) => or.patterns.iter().any(is_bare),
        other => is_bare(other),
    }
}

/// Returns whether a pattern that tests a class or `None` matches everything that passes the test.
fn takes_whole_class(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchSingleton(_) => true,
        Pattern::MatchAs(ast::PatternMatchAs { pattern: Some(pattern), .. }) => takes_whole_class(pattern),
        Pattern::MatchClass(class) => {
            class.arguments.patterns.is_empty() && class.arguments.keywords.is_empty()
        }
        Pattern::MatchOr(or) => or.patterns.iter().all(takes_whole_class),
        _ => false,
    }
}

/// Binds the names inside a pattern, whose values are unknown.
struct PatternNames<'l, 't>(&'l mut Lowering<'t>);

impl<'a> SourceOrderVisitor<'a> for PatternNames<'_, '_> {
    fn visit_expr(&mut self, _: &'a ast::Expr) {}

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(pattern) => pattern.name.as_ref(),
            Pattern::MatchStar(pattern) => pattern.name.as_ref(),
            Pattern::MatchMapping(pattern) => pattern.rest.as_ref(),
            _ => None,
        };
        if let Some(name) = name {
            self.0.bind_text(name.as_str(), name.range.start().to_u32(), BindingKind::Opaque);
        }
        grow_stack(|| walk_pattern(self, pattern));
    }
}
