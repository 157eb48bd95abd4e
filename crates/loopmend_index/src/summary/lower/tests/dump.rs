//! Formats a summary as text, for comparison in tests.

use std::fmt::Write;

use super::super::super::{
    Argument, ArgumentKind, ArgumentsId, Binding, BindingKind, Choice, Collection, Expression, ExpressionId,
    FunctionId, List, Literal, Parameter, ParameterKind, ScopeId, Step, Summary, Test,
};

/// A summary with its source text.
pub(super) struct Dump {
    pub(super) summary: Summary,
    pub(super) text: String,
}

impl Dump {
    /// Formats an expression in a form similar to Python.
    pub(super) fn expression(&self, id: ExpressionId) -> String {
        let name = |name| self.summary.name(name).to_owned();
        match self.summary.expression(id) {
            Expression::Name(id) => name(id),
            Expression::Attribute { value, name: attribute } => {
                format!("{}.{}", self.expression(value), name(attribute))
            }
            Expression::Call { callee, arguments } => {
                format!("{}({})", self.expression(callee), self.arguments(arguments))
            }
            Expression::Await(value) => format!("await {}", self.expression(value)),
            Expression::Subscript { value, slice } => {
                format!("{}[{}]", self.expression(value), self.expression(slice))
            }
            Expression::Tuple(elements) => format!("({})", self.list(elements)),
            Expression::Display { collection, elements } => {
                format!("{}[{}]", self.collection(collection), self.list(elements))
            }
            Expression::Comprehension { collection, element } => {
                format!("{}[{} for]", self.collection(collection), self.expression(element))
            }
            Expression::Starred(value) => format!("*{}", self.expression(value)),
            Expression::String(text) => format!("\"{}\"", name(text)),
            Expression::Literal(literal) => self.literal(literal),
            Expression::Binary { operator, left, right } => {
                format!("({} {operator:?} {})", self.expression(left), self.expression(right))
            }
            Expression::Either { choice, values } => {
                format!("{}({})", self.choice(choice), self.list(values))
            }
            Expression::Lambda(function) => format!("<{}>", self.function(function)),
            Expression::Slice => ":".to_owned(),
            Expression::Truth => "bool".to_owned(),
            Expression::None => "None".to_owned(),
            Expression::Plain => "plain".to_owned(),
            Expression::Opaque => "?".to_owned(),
        }
    }

    fn literal(&self, literal: Literal) -> String {
        match literal {
            Literal::Integer(value) => value.to_string(),
            Literal::Boolean(value) => value.to_string(),
            other => format!("{other:?}"),
        }
    }

    fn collection(&self, collection: Collection) -> &'static str {
        match collection {
            Collection::List => "list",
            Collection::Set => "set",
            Collection::Dict => "dict",
            Collection::Generator => "generator",
            Collection::AsyncGenerator => "async generator",
        }
    }

    fn choice(&self, choice: Choice) -> &'static str {
        match choice {
            Choice::And => "and",
            Choice::Or => "or",
            Choice::Conditional => "if",
        }
    }

    pub(super) fn list(&self, list: List) -> String {
        let elements: Vec<String> = self.summary.list(list).iter().map(|id| self.expression(*id)).collect();
        elements.join(", ")
    }

    fn arguments(&self, arguments: ArgumentsId) -> String {
        let arguments = self.summary.arguments(arguments).iter().map(|Argument { kind, value }| {
            let value = self.expression(*value);
            match kind {
                ArgumentKind::Positional => value,
                ArgumentKind::Keyword(name) => format!("{}={value}", self.summary.name(*name)),
                ArgumentKind::Starred => format!("*{value}"),
                ArgumentKind::DoubleStarred => format!("**{value}"),
            }
        });
        arguments.collect::<Vec<_>>().join(", ")
    }

    /// Formats the parameters, results and yields of a function.
    pub(super) fn function(&self, id: FunctionId) -> String {
        let function = self.summary.function(id);
        let parameters: Vec<String> =
            function.parameters.iter().map(|parameter| self.parameter(parameter)).collect();
        let mut words = format!("{}({})", self.summary.name(function.name), parameters.join(", "));
        let lists = [
            ("returns", function.returned),
            ("yields", function.yielded),
            ("yields from", function.yielded_from),
        ];
        for (verb, list) in lists.into_iter().filter(|(_, list)| list.len > 0) {
            write!(words, " {verb} {}", self.list(list)).expect("a string takes it");
        }
        if function.falls_through {
            words.push_str(" falls through");
        }
        words
    }

    fn parameter(&self, parameter: &Parameter) -> String {
        let kind = match parameter.kind {
            ParameterKind::PositionalOnly => "/",
            ParameterKind::Positional => "",
            ParameterKind::Variadic => "*",
            ParameterKind::KeywordOnly => "=",
            ParameterKind::VariadicKeyword => "**",
        };
        let mut words = format!("{kind}{}", self.summary.name(parameter.name));
        for (mark, part) in [(": ", parameter.annotation), (" = ", parameter.default)] {
            if let Some(part) = part {
                write!(words, "{mark}{}", self.expression(part)).expect("a string takes it");
            }
        }
        words
    }

    /// Formats the bindings of a scope by name, the confined ones last.
    pub(super) fn bindings(&self, scope: ScopeId) -> Vec<String> {
        let mut entries: Vec<_> = self.summary.scope(scope).entries.iter().collect();
        entries.sort_by_key(|entry| self.summary.name(entry.name));
        let lines = entries.into_iter().flat_map(|entry| {
            let confined = self.summary.confined_in(*entry);
            let bindings = self.summary.bindings_in(*entry).iter().chain(confined);
            bindings.map(|binding| self.binding(self.summary.name(entry.name), binding))
        });
        lines.collect()
    }

    fn binding(&self, name: &str, binding: &Binding) -> String {
        let kind = self.kind(binding.kind);
        match binding.is_confined() {
            true => format!("{name}: {kind} in {}", &self.text[binding.block.as_range()]),
            false => format!("{name}: {kind}"),
        }
    }

    fn kind(&self, kind: BindingKind) -> String {
        let is_async = |is_async: bool| if is_async { "async " } else { "" };
        match kind {
            BindingKind::Value(value) => self.expression(value),
            BindingKind::Annotated { annotation, value } => {
                let value = value.map_or("nothing".to_owned(), |value| self.expression(value));
                format!("{value} as {}", self.expression(annotation))
            }
            BindingKind::Function(function) => format!("def {}", self.function(function)),
            BindingKind::Class(class) => {
                format!("class({})", self.list(self.summary.class(class).bases))
            }
            BindingKind::With { value, is_async: a } => {
                format!("{}with {}", is_async(a), self.expression(value))
            }
            BindingKind::For { iterable, is_async: a } => {
                format!("{}for {}", is_async(a), self.expression(iterable))
            }
            BindingKind::Part { of, value, path } => {
                let path: Vec<String> = self.summary.path(path).iter().map(|step| self.step(*step)).collect();
                format!("{of:?} {} [{}]", self.expression(value), path.join(" "))
            }
            BindingKind::Except(class) => format!("except {}", self.expression(class)),
            BindingKind::Matched { class, subject } => {
                let class = class.map_or("all".to_owned(), |class| self.expression(class));
                format!("{class} of {}", self.expression(subject))
            }
            BindingKind::Alias(value) => format!("type {}", self.expression(value)),
            BindingKind::Import { .. } | BindingKind::ImportFrom { .. } => "import".to_owned(),
            BindingKind::Opaque => "?".to_owned(),
        }
    }

    fn step(&self, step: Step) -> String {
        match step {
            Step::Element(index) => index.to_string(),
            Step::FromEnd(index) => format!("-{index}"),
            Step::Rest { .. } => "*".to_owned(),
        }
    }

    /// Formats the use of each call, in source order.
    pub(super) fn calls(&self) -> Vec<String> {
        let calls = self.summary.calls.iter().map(|call| {
            let mut words = format!("{} {:?}", self.expression(call.expression), call.usage);
            if call.expects_exception {
                words.push_str(", expects an exception");
            }
            if call.is_awaited_in_sibling {
                words.push_str(", awaited in a sibling");
            } else if call.is_used_in_sibling {
                words.push_str(", used in a sibling");
            }
            words
        });
        calls.collect()
    }

    /// Formats the facts about names, each with the text of its range.
    pub(super) fn narrowings(&self) -> Vec<String> {
        let narrowings = self.summary.scopes.iter().flat_map(|scope| &scope.narrowings);
        let lines = narrowings.map(|narrowing| {
            let test = match narrowing.test {
                Test::Instance(class) => self.expression(class),
                Test::None => "None".to_owned(),
                Test::HasAttribute(name) => format!(".{}", self.summary.name(name)),
                other => format!("{other:?}"),
            };
            let not = if narrowing.is_negated { "not " } else { "" };
            let range = narrowing.range.start as usize..(narrowing.range.end as usize).min(self.text.len());
            let place = self.text[range].split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{} is {not}{test} in `{place}`", self.summary.name(narrowing.name))
        });
        lines.collect()
    }
}
