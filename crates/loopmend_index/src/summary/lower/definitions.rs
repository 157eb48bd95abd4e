//! Lowers functions, lambdas and classes.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_flow::lost_update::lost_updates;
use loopmend_python::ast::{self as ast, Expr, Stmt};
use loopmend_python::span;
use loopmend_python::text_size::TextRange;
use smallvec::SmallVec;

use super::super::{
    BindingKind, Class, ClassId, Expression, ExpressionId, Function, FunctionId, List, NameId, Overloads,
    Parameter, ParameterKind, ScopeId, ScopeKind, Summary, Suspension, Usage,
};
use super::{Lowering, WHOLE_SCOPE};

impl Lowering<'_> {
    pub(super) fn function(&mut self, function: &ast::StmtFunctionDef) {
        let outer = self.at;
        let name = self.names.intern(function.name.as_str());
        let name_range = function.name.range;
        let decorators = self.decorators(&function.decorator_list);
        let parameters = self.parameters(&function.parameters);
        let returns = function.returns.as_deref().map(|returns| self.annotation(returns));
        let type_parameters = self.type_parameters(function.type_params.as_deref());
        let first_parameter = parameters.first().filter(|first| !first.is_variadic()).map(|first| first.name);
        let header = self.header(function.range, &function.decorator_list, name_range);
        let (id, scope) = self.open_function(name, header, parameters);
        let definition = &mut self.functions[id.index()];
        definition.is_async = function.is_async;
        definition.decorators = decorators;
        definition.returns = returns;
        definition.type_parameters = type_parameters;
        definition.is_placeholder = is_placeholder(&function.body);
        definition.asks_if_async = self.marks.asks_if_async(function.range);
        definition.end = function.range.end().to_u32();
        if !is_accessor(function) {
            self.bind(name, name_range.start().to_u32(), BindingKind::Function(id));
        }
        let class = match self.current().scope.kind {
            ScopeKind::Class(class) => Some(class),
            ScopeKind::Module | ScopeKind::Function(_) => None,
        };
        self.at = self.position_in(scope, Some(function.is_async));
        self.at.receiver = class.zip(first_parameter);
        let calls = self.calls.len();
        let falls_through = self.body(&function.body);
        self.close_function(id, scope, falls_through);
        self.functions[id.index()].keeps_returned = self.keeps_returned(id, calls);
        self.functions[id.index()].drops = self.dropped_parameters(id, calls, &function.body);
        self.note_lost_updates(id, function);
        self.at = outer;
        let only_raises =
            matches!(function.body.last(), Some(Stmt::Raise(_))) && is_placeholder(&function.body);
        let is_at_top = outer.scope == Summary::MODULE_SCOPE && outer.block == WHOLE_SCOPE;
        if only_raises && is_at_top && !function.is_async && function.decorator_list.is_empty() {
            self.raising.push(id);
        }
    }

    fn note_lost_updates(&mut self, id: FunctionId, function: &ast::StmtFunctionDef) {
        let suspends = match self.functions[id.index()].suspension {
            Suspension::Possible => true,
            Suspension::Awaits { awaited, entered } => awaited.len + entered.len > 0,
        };
        if self.target.is_first_party && suspends && !lost_updates(function).is_empty() {
            self.lost_updates.push(id);
        }
    }

    /// Lowers a lambda to a function that returns its body.
    pub(super) fn lambda(&mut self, lambda: &ast::ExprLambda) -> ExpressionId {
        let outer = self.at;
        let name = self.names.intern("<lambda>");
        let parameters = lambda.parameters.as_deref().map(|parameters| self.parameters(parameters));
        let (id, scope) = self.open_function(name, span(lambda.range), parameters.unwrap_or_default());
        self.at = self.position_in(scope, Some(false));
        let body = self.value(&lambda.body, Usage::Returned);
        self.current().returned.push(body);
        self.close_function(id, scope, false);
        self.at = outer;
        self.push(Expression::Lambda(id), lambda.range)
    }

    fn open_function(
        &mut self,
        name: NameId,
        header: Span,
        parameters: Vec<Parameter>,
    ) -> (FunctionId, ScopeId) {
        let id = FunctionId(self.functions.len() as u32);
        let scope = self.open_scope(ScopeKind::Function(id), Some(self.at.scope));
        self.functions.push(Function {
            name,
            scope,
            is_async: false,
            is_generator: false,
            overloads: Overloads::None,
            suspension: Suspension::Possible,
            decorators: List::default(),
            parameters,
            returns: None,
            returned: List::default(),
            falls_through: false,
            yielded: List::default(),
            yielded_from: List::default(),
            is_placeholder: false,
            returns_parameter: false,
            keeps_returned: false,
            may_refuse: false,
            raised: List::default(),
            drops: 0,
            asks_if_async: false,
            sets_names_of_loop: false,
            sets_given_name: false,
            type_parameters: Vec::new(),
            header,
            end: header.end,
        });
        (id, scope)
    }

    fn close_function(&mut self, id: FunctionId, scope: ScopeId, falls_through: bool) {
        let body = &mut self.scopes[scope.index()];
        let is_generator = body.is_generator;
        let may_refuse = body.may_refuse;
        let suspends_otherwise = body.suspends_otherwise || self.functions[id.index()].is_placeholder;
        if body.returned.is_empty() {
            body.raised.clear();
        }
        let lists = [
            &mut body.returned,
            &mut body.raised,
            &mut body.yielded,
            &mut body.yielded_from,
            &mut body.awaited,
            &mut body.entered,
        ];
        let lists = lists.map(std::mem::take);
        let [returned, raised, yielded, yielded_from, awaited, entered] =
            lists.map(|list| self.push_list(&list));
        let function = &mut self.functions[id.index()];
        function.is_generator = is_generator;
        function.falls_through = falls_through;
        function.returned = returned;
        function.may_refuse = may_refuse && !function.is_async && returned.len > 0;
        function.raised = raised;
        function.yielded = yielded;
        function.yielded_from = yielded_from;
        if !suspends_otherwise {
            function.suspension = Suspension::Awaits { awaited, entered };
        }
        self.functions[id.index()].returns_parameter = self.returns_parameter(id);
    }

    fn returned(&self, id: FunctionId) -> &[ExpressionId] {
        let list = self.functions[id.index()].returned;
        &self.lists[list.start as usize..(list.start + list.len) as usize]
    }

    fn returns_parameter(&self, id: FunctionId) -> bool {
        let function = &self.functions[id.index()];
        let is_parameter = |value| matches!(value, Expression::Name(name) if function.has_parameter(name));
        self.returned(id).iter().any(|returned| match self.expressions[returned.index()] {
            Expression::Call { callee, .. } => {
                let mut arguments = self.arguments_of(*returned);
                let first =
                    arguments.next().filter(|_| arguments.next().is_none() && function.returns.is_none());
                is_parameter(self.expressions[callee.index()])
                    || first.is_some_and(|first| is_parameter(self.expressions[first.index()]))
            }
            other => is_parameter(other),
        })
    }

    /// Returns whether the function that was just lowered also stores what it returns. It returns an
    /// attribute, or a name that it stores in one, adds to a collection or wraps in a task. Its calls are
    /// the last ones, from `calls` on.
    fn keeps_returned(&self, id: FunctionId, calls: usize) -> bool {
        let scope = self.functions[id.index()].scope;
        self.returned(id).iter().any(|returned| match self.expressions[returned.index()] {
            Expression::Attribute { .. } => true,
            Expression::Name(name) => {
                let is_it = |value: ExpressionId| {
                    matches!(self.expressions[value.index()], Expression::Name(other) if other == name)
                };
                self.calls[calls..]
                    .iter()
                    .filter(|call| call.scope == scope && self.keeps_argument(call.expression))
                    .any(|call| self.arguments_of(call.expression).any(is_it))
                    || self.at.receiver.is_some_and(|(class, _)| {
                        self.classes[class.index()].attributes.iter().any(|attribute| {
                            attribute.scope == scope
                                && matches!(attribute.kind, BindingKind::Value(value) if is_it(value))
                        })
                    })
            }
            _ => false,
        })
    }

    fn keeps_argument(&self, call: ExpressionId) -> bool {
        named(self.last_name_of(call).map(|name| self.names.get(name))).has(Role::KeepsArgument)
    }

    fn arguments_of(&self, call: ExpressionId) -> impl Iterator<Item = ExpressionId> {
        let run = match self.expressions[call.index()] {
            Expression::Call { arguments, .. } => self.argument_runs[arguments.0 as usize],
            _ => List::default(),
        };
        let arguments = &self.arguments[run.start as usize..(run.start + run.len) as usize];
        arguments.iter().map(|argument| argument.value)
    }

    /// Lowers parameters in the order of their kinds. Defaults are evaluated in the enclosing scope.
    fn parameters(&mut self, parameters: &ast::Parameters) -> Vec<Parameter> {
        let mut lowered = Vec::with_capacity(parameters.len());
        self.parameters_of_kind(&parameters.posonlyargs, ParameterKind::PositionalOnly, &mut lowered);
        self.parameters_of_kind(&parameters.args, ParameterKind::Positional, &mut lowered);
        if let Some(variadic) = &parameters.vararg {
            lowered.push(self.parameter(variadic, None, ParameterKind::Variadic));
        }
        self.parameters_of_kind(&parameters.kwonlyargs, ParameterKind::KeywordOnly, &mut lowered);
        if let Some(variadic) = &parameters.kwarg {
            lowered.push(self.parameter(variadic, None, ParameterKind::VariadicKeyword));
        }
        lowered
    }

    fn parameters_of_kind(
        &mut self,
        parameters: &[ast::ParameterWithDefault],
        kind: ParameterKind,
        lowered: &mut Vec<Parameter>,
    ) {
        for one in parameters {
            lowered.push(self.parameter(&one.parameter, one.default(), kind));
        }
    }

    fn parameter(
        &mut self,
        parameter: &ast::Parameter,
        default: Option<&Expr>,
        kind: ParameterKind,
    ) -> Parameter {
        Parameter {
            name: self.names.intern(parameter.name.as_str()),
            kind,
            default: default.map(|default| self.value(default, Usage::Other)),
            annotation: parameter.annotation.as_deref().map(|annotation| self.annotation(annotation)),
        }
    }

    pub(super) fn class(&mut self, class: &ast::StmtClassDef) {
        let outer = self.at;
        let name = self.names.intern(class.name.as_str());
        let decorators = self.decorators(&class.decorator_list);
        let bases = self.values(class.bases());
        let metaclass = self.class_keywords(class.keywords());
        let has_options = class.keywords().len() > usize::from(metaclass.is_some());
        let type_parameters = self.type_parameters(class.type_params.as_deref());
        let header = self.header(class.range, &class.decorator_list, class.name.range);
        let id = ClassId(self.classes.len() as u32);
        let scope = self.open_scope(ScopeKind::Class(id), Some(outer.scope));
        let attributes = Vec::new();
        self.classes.push(Class {
            name,
            scope,
            bases,
            decorators,
            metaclass,
            has_options,
            sets_any_attribute: false,
            attributes,
            type_parameters,
            header,
            intercepts_attributes: false,
            hides_attributes: false,
            adds_attributes: false,
        });
        self.bind(name, class.name.range.start().to_u32(), BindingKind::Class(id));
        self.at = self.position_in(scope, None);
        self.body(&class.body);
        self.at = outer;
    }

    /// Returns the metaclass among the keywords of a class statement.
    fn class_keywords(&mut self, keywords: &[ast::Keyword]) -> Option<ExpressionId> {
        let mut metaclass = None;
        for keyword in keywords {
            match &keyword.arg {
                Some(name) if name.as_str() == "metaclass" => {
                    metaclass = Some(self.value(&keyword.value, Usage::Other));
                }
                _ => self.effects(&keyword.value, Usage::Other),
            }
        }
        metaclass
    }

    fn values(&mut self, expressions: &[Expr]) -> List {
        let ids: SmallVec<[ExpressionId; 4]> =
            expressions.iter().map(|expression| self.value(expression, Usage::Other)).collect();
        self.push_list(&ids)
    }

    fn decorators(&mut self, decorators: &[ast::Decorator]) -> List {
        let ids: SmallVec<[ExpressionId; 4]> =
            decorators.iter().map(|decorator| self.value(&decorator.expression, Usage::Other)).collect();
        self.push_list(&ids)
    }

    fn type_parameters(&mut self, parameters: Option<&ast::TypeParams>) -> Vec<NameId> {
        let parameters = parameters.into_iter().flat_map(|parameters| parameters.iter());
        parameters.map(|parameter| self.names.intern(parameter.name().as_str())).collect()
    }

    /// Returns the range from the keyword to the name; the range of a definition starts at its first
    /// decorator.
    fn header(&self, definition: TextRange, decorators: &[ast::Decorator], name: TextRange) -> Span {
        let Some(decorator) = decorators.last() else {
            return span(TextRange::new(definition.start(), name.end()));
        };
        let from = decorator.range.end();
        let between = &self.text[TextRange::new(from, name.start())];
        let keyword = ["async", "def", "class"].iter().filter_map(|keyword| between.rfind(keyword)).min();
        let start = from.to_u32() + keyword.unwrap_or(0) as u32;
        Span::new(start, name.end().to_u32())
    }
}

/// Returns whether a function is a setter or deleter, which keeps the property that was bound before.
fn is_accessor(function: &ast::StmtFunctionDef) -> bool {
    function.decorator_list.iter().any(|decorator| {
        matches!(&decorator.expression, Expr::Attribute(a) if named(a.attr.as_str()).has(Role::SetsAccessor))
    })
}

/// Returns whether a body is only a placeholder for one in a subclass or the interpreter.
fn is_placeholder(body: &[Stmt]) -> bool {
    body.iter().all(|statement| match statement {
        Stmt::Pass(_) | Stmt::Raise(_) => true,
        Stmt::Expr(expression) => expression.value.is_literal_expr(),
        _ => false,
    })
}
