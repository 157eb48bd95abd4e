//! Where values go whose stated types allow no coroutine.

use loopmend_core::Span;
use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

use super::fate::{Nesting, Taker, UseKind, nodes_around, range_of, route};
use super::{Assigned, Call, File, TakenArgument};
use crate::infer::{FunctionRef, Type};
use crate::summary::{BindingKind, ScopeId, span};

/// A place that needs another value than a coroutine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// The `return` of an `async def`, whose annotation states the type.
    Return,
    /// A name, attribute or container with an annotation.
    Target {
        /// The target as written.
        written: String,
    },
    /// A parameter or field.
    Argument(TakenArgument),
}

impl File<'_> {
    /// Returns where a value goes, if no coroutine can be there: the annotation states another type, or a function only uses its
    /// parameter as another value. The value is that of the call, or a name in the same function that holds it. `is_wrong` decides which uses
    /// of a parameter are wrong.
    pub fn wrong_destination(
        &mut self,
        call: &Call,
        value: Span,
        is_wrong: impl Fn(&Self, &UseKind) -> bool,
    ) -> Option<Destination> {
        if !self.may_follow_value() {
            return None;
        }
        let scope = call.scope();
        let (nesting, goal) = {
            let tree = self.tree_within(value.start);
            let route = route(&nodes_around(&tree, value), range_of(value))?;
            (route.nesting, Goal::of(route.taker)?)
        };
        match goal {
            Goal::Return => {
                let stated = self.stated_by_return(scope)?;
                self.states_value_inside(stated, &nesting).then_some(Destination::Return)
            }
            Goal::Call { argument } => {
                self.taken_argument(argument, &nesting, is_wrong).map(Destination::Argument)
            }
            Goal::Target(target) => self.stated_target(scope, &target, &nesting),
            Goal::Container(container) => {
                let nesting: Vec<Nesting> = std::iter::once(Nesting::Element).chain(nesting).collect();
                self.stated_target(scope, &container, &nesting)
            }
            Goal::Entry(container) => {
                let nesting: Vec<Nesting> = std::iter::once(Nesting::Entry).chain(nesting).collect();
                self.stated_target(scope, &container, &nesting)
            }
        }
    }

    /// Returns whether a name is returned, or is passed to a call that awaits or starts what it gets.
    pub fn passes_to_runner(&self, assigned: &Assigned) -> bool {
        assigned.passed().iter().any(|place| {
            let tree = self.tree_within(place.start);
            match route(&nodes_around(&tree, *place), range_of(*place)).map(|route| route.taker) {
                Some(Taker::Call { argument }) => self.is_in_runner(argument),
                Some(Taker::Nothing) => false,
                _ => true,
            }
        })
    }

    fn stated_target(&mut self, scope: ScopeId, target: &Target, nesting: &[Nesting]) -> Option<Destination> {
        let stated = self.stated_type(scope, target);
        self.states_value_inside(stated, nesting)
            .then(|| Destination::Target { written: self.slice(target.span).to_owned() })
    }

    /// Returns the type that the annotation of the `async def` around a scope states for its result.
    fn stated_by_return(&mut self, scope: ScopeId) -> Option<Type> {
        let summary = self.summary();
        let id = summary.enclosing_function(scope)?;
        let function = summary.function(id);
        if !function.is_async || function.is_generator {
            return None;
        }
        let function = FunctionRef { module: self.module(), function: id };
        let returns = summary.function(id).returns?;
        Some(self.inference_mut().stated_by_signature(function, returns))
    }

    /// Returns the type that annotations state for a name or attribute.
    fn stated_type(&mut self, scope: ScopeId, target: &Target) -> Type {
        match &target.parts[..] {
            [] => Type::Unknown,
            [name] => self.stated_name(scope, name),
            [object, between @ .., last] => {
                let module = self.module();
                let mut value = self.inference_mut().name_at(module, scope, object, target.span.start);
                for name in between {
                    value = self.inference_mut().attribute_of_value(value, name);
                }
                match value {
                    Type::Instance(class, _) => self.inference_mut().stated_attribute(class, last),
                    _ => Type::Unknown,
                }
            }
        }
    }

    /// Returns the type that the only annotation of a local name states.
    fn stated_name(&mut self, scope: ScopeId, name: &str) -> Type {
        let summary = self.summary();
        let annotations: Vec<_> = summary
            .bindings_of(scope, name)
            .iter()
            .filter_map(|binding| match binding.kind {
                BindingKind::Annotated { annotation, .. } => Some(annotation),
                _ => None,
            })
            .collect();
        let module = self.module();
        match annotations[..] {
            [only] => self.inference_mut().stated_in(module, scope, only),
            _ => Type::Unknown,
        }
    }
}

/// A name or a dotted name.
struct Target {
    parts: Vec<String>,
    span: Span,
}

/// What takes a value, without the tree.
enum Goal {
    Return,
    Target(Target),
    Container(Target),
    Entry(Target),
    Call { argument: Span },
}

impl Goal {
    fn of(taker: Taker) -> Option<Self> {
        Some(match taker {
            Taker::Return => Self::Return,
            Taker::Target(Expr::Subscript(subscript)) => Self::Entry(Target::of(&subscript.value)),
            Taker::Target(target) => Self::Target(Target::of(target)),
            Taker::Container(container) => Self::Container(Target::of(container)),
            Taker::Call { argument } => Self::Call { argument },
            Taker::Nothing => return None,
        })
    }
}

impl Target {
    /// A target without parts is no dotted name.
    fn of(expression: &Expr) -> Self {
        Self { parts: parts_of(expression).unwrap_or_default(), span: span(expression.range()) }
    }
}

fn parts_of(mut expression: &Expr) -> Option<Vec<String>> {
    let mut parts = Vec::new();
    while let Expr::Attribute(attribute) = expression {
        parts.push(attribute.attr.to_string());
        expression = &attribute.value;
    }
    parts.push(expression.as_name_expr()?.id.to_string());
    parts.reverse();
    Some(parts)
}
