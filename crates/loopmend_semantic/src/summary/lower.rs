//! From a syntax tree to a [`Summary`].

use loopmend_core::{SourceText, Span};
use loopmend_project::PythonVersion;
use memchr::memmem;
use ruff_python_ast::token::TokenKind;
use ruff_python_ast::visitor::source_order::{
    SourceOrderVisitor, walk_expr, walk_interpolated_string_element, walk_pattern, walk_stmt,
};
use ruff_python_ast::{self as ast, ExceptHandler, Expr, InterpolatedStringElement, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::FxHashMap;

use super::hash::interface_hash;
use super::names::NamesBuilder;
use super::static_condition::static_condition;
use super::syntax::{SyntaxTree, with_annotation};
use super::{
    Attribute, Binding, BindingKind, CallStatement, Class, ClassId, Comment, Entry, Expression, ExpressionId,
    Function, FunctionId, List, NameId, Names, Overloads, Parameter, Scope, ScopeId, ScopeKind, StarImport,
    Summary, Suspension, SyntaxError,
};

/// The longest text that is kept of a string: longer ones name nothing.
const LONGEST_STRING: usize = 120;
/// The block of a binding at the top level of its scope.
const WHOLE_SCOPE: Span = Span { start: 0, end: u32::MAX };
/// The place of a binding that a nested function makes by `global` or `nonlocal`: it may run at any time.
const ANY_TIME: u32 = u32::MAX;

/// How a module is named, and for which Python its conditions are read.
pub(crate) struct Target<'t> {
    /// The dotted name, where it has one; relative imports are made absolute with it.
    pub(crate) module: Option<&'t str>,
    /// Whether it is a package's `__init__`.
    pub(crate) is_package: bool,
    /// The version whose branches are taken.
    pub(crate) version: PythonVersion,
}

/// Summarises a module.
pub(crate) fn lower(source: &SourceText, tree: &SyntaxTree, target: &Target) -> Summary {
    let text = source.text.as_str();
    let mut lowering = Lowering {
        text,
        target,
        names: NamesBuilder::default(),
        expressions: Vec::new(),
        spans: Vec::new(),
        lists: Vec::new(),
        functions: Vec::new(),
        classes: Vec::new(),
        call_statements: Vec::new(),
        scopes: Vec::new(),
        deferred: Vec::new(),
        patched: Vec::new(),
        has_walrus: memmem::find(text.as_bytes(), b":=").is_some(),
        has_yield: memmem::find(text.as_bytes(), b"yield").is_some(),
        at: Position::default(),
    };
    lowering.open_scope(ScopeKind::Module, None);
    lowering.body(&tree.module().body);
    lowering.find_patches(tree);
    let mut summary = lowering.finish();
    summary.comments = suppression_comments(text, tree);
    summary.syntax_errors = syntax_errors(tree);
    summary.interface_hash = interface_hash(&summary);
    summary
}

fn span(range: TextRange) -> Span {
    Span::new(range.start().to_u32(), range.end().to_u32())
}

/// The comments that could suppress a diagnostic; the rules know their grammar.
fn suppression_comments(text: &str, tree: &SyntaxTree) -> Vec<Comment> {
    const MARKS: [&str; 8] = ["loopmend:", "noqa", "NOQA", "NoQA", "NoQa", "type:", "ty:", "pyright:"];
    let has_mark =
        |text: &str| MARKS.iter().any(|mark| memmem::find(text.as_bytes(), mark.as_bytes()).is_some());
    if !has_mark(text) {
        return Vec::new();
    }
    let comments = tree.parsed().tokens().iter().filter(|token| token.kind() == TokenKind::Comment);
    let comments = comments.filter_map(|token| {
        let comment = &text[token.range()];
        has_mark(comment).then(|| {
            let before = &text[..token.range().start().to_usize()];
            let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
            Comment { span: span(token.range()), text: comment.to_owned(), own_line: line.trim().is_empty() }
        })
    });
    comments.collect()
}

/// The most syntax errors that are told of one file: a file that is no Python at all has thousands.
const MOST_SYNTAX_ERRORS: usize = 50;

fn syntax_errors(tree: &SyntaxTree) -> Vec<SyntaxError> {
    let errors = tree.parsed().errors();
    let (told, rest) = errors.split_at(errors.len().min(MOST_SYNTAX_ERRORS));
    let refusal = tree.refusal().cloned();
    let told =
        told.iter().map(|error| SyntaxError { span: span(error.location), message: error.error.to_string() });
    let rest = rest.first().map(|first| SyntaxError {
        span: span(first.location),
        message: format!("{} more in this file from here on", rest.len()),
    });
    refusal.into_iter().chain(told).chain(rest).collect()
}

/// Where in the control flow of its scope a statement stands.
#[derive(Clone, Copy)]
struct Position {
    scope: ScopeId,
    block: Span,
    in_loop: Span,
    /// Whether its bindings count: not in a branch that the target version never takes.
    is_live: bool,
    /// Whether it can run: not in such a branch, nor after a `return`, `raise`, `break` or `continue`.
    is_reachable: bool,
    /// Of a method, the class and the name of its first parameter.
    receiver: Option<(ClassId, NameId)>,
}

impl Default for Position {
    fn default() -> Self {
        Self {
            scope: ScopeId(0),
            block: WHOLE_SCOPE,
            in_loop: Span::default(),
            is_live: true,
            is_reachable: true,
            receiver: None,
        }
    }
}

#[derive(Default)]
struct OpenScope {
    bindings: FxHashMap<NameId, Vec<Binding>>,
    scope: Option<Scope>,
    is_generator: bool,
    /// What it awaits.
    awaited: Vec<ExpressionId>,
    /// Whether it has an `async for` or `async with`.
    suspends_otherwise: bool,
}

/// A binding that a function makes in a scope around it.
struct Deferred {
    from: ScopeId,
    name: NameId,
    kind: BindingKind,
}

struct Lowering<'t> {
    text: &'t str,
    target: &'t Target<'t>,
    names: NamesBuilder,
    expressions: Vec<Expression>,
    spans: Vec<Span>,
    lists: Vec<ExpressionId>,
    functions: Vec<Function>,
    classes: Vec<Class>,
    call_statements: Vec<CallStatement>,
    scopes: Vec<OpenScope>,
    deferred: Vec<Deferred>,
    /// Names of attributes that are set from outside of their class.
    patched: Vec<NameId>,
    has_walrus: bool,
    has_yield: bool,
    at: Position,
}

impl Lowering<'_> {
    // --- scopes and bindings

    fn open_scope(&mut self, kind: ScopeKind, parent: Option<ScopeId>) -> ScopeId {
        let scope = Scope {
            kind,
            parent,
            entries: Vec::new(),
            star_imports: Vec::new(),
            globals: Vec::new(),
            nonlocals: Vec::new(),
            binds_attributes: false,
        };
        self.scopes.push(OpenScope { scope: Some(scope), ..OpenScope::default() });
        ScopeId(self.scopes.len() as u32 - 1)
    }

    fn current(&mut self) -> &mut Scope {
        self.scopes[self.at.scope.index()].scope.as_mut().expect("a scope is open until the end")
    }

    fn bind(&mut self, name: NameId, offset: u32, kind: BindingKind) {
        if !self.at.is_live {
            return;
        }
        let scope = self.current();
        if scope.globals.contains(&name) || scope.nonlocals.contains(&name) {
            self.deferred.push(Deferred { from: self.at.scope, name, kind });
            return;
        }
        let Position { scope, block, in_loop, .. } = self.at;
        let binding = Binding { offset, block, in_loop, scope, kind };
        self.scopes[self.at.scope.index()].bindings.entry(name).or_default().push(binding);
    }

    fn bind_text(&mut self, name: &str, offset: u32, kind: BindingKind) {
        let name = self.names.intern(name);
        self.bind(name, offset, kind);
    }

    /// Binds each name of an assignment target. A name inside an unpacking is not known.
    fn bind_target(&mut self, target: &Expr, offset: u32, kind: BindingKind) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || match target {
            Expr::Name(name) => self.bind_text(&name.id, offset, kind),
            Expr::Attribute(attribute) => self.bind_attribute(attribute, offset, kind),
            Expr::Tuple(tuple) => self.bind_elements(&tuple.elts, offset),
            Expr::List(list) => self.bind_elements(&list.elts, offset),
            Expr::Starred(starred) => self.bind_target(&starred.value, offset, BindingKind::Opaque),
            _ => {}
        });
    }

    fn bind_elements(&mut self, elements: &[Expr], offset: u32) {
        for element in elements {
            self.bind_target(element, offset, BindingKind::Opaque);
        }
    }

    /// `object.name = …` is remembered in its scope; in a method, of `self`, it makes an attribute of the class.
    fn bind_attribute(&mut self, attribute: &ast::ExprAttribute, offset: u32, kind: BindingKind) {
        if let Some(object) = dotted_name(&attribute.value) {
            self.current().binds_attributes = true;
            self.bind_text(&format!("{object}.{}", attribute.attr), offset, kind);
        }
        let name = self.names.intern(attribute.attr.as_str());
        let scope = self.at.scope;
        match self.class_of_receiver(&attribute.value) {
            Some(class) => {
                self.classes[class.index()].attributes.push(Attribute { name, scope, offset, kind });
            }
            None => self.patched.push(name),
        }
    }

    /// In a method, the class whose `self` an expression is.
    fn class_of_receiver(&self, object: &Expr) -> Option<ClassId> {
        let (class, receiver) = self.at.receiver?;
        let Expr::Name(object) = object else { return None };
        (object.id.as_str() == self.names.get(receiver)).then_some(class)
    }

    fn place_deferred(&mut self) {
        for Deferred { from, name, kind } in std::mem::take(&mut self.deferred) {
            let scope = self.deferred_scope(from, name);
            let block = Span::empty(ANY_TIME);
            let binding = Binding { offset: ANY_TIME, block, in_loop: WHOLE_SCOPE, scope: from, kind };
            self.scopes[scope.index()].bindings.entry(name).or_default().push(binding);
        }
    }

    fn deferred_scope(&self, from: ScopeId, name: NameId) -> ScopeId {
        let scope_of =
            |id: ScopeId| self.scopes[id.index()].scope.as_ref().expect("a scope is open until the end");
        if scope_of(from).globals.contains(&name) {
            return Summary::MODULE_SCOPE;
        }
        let mut parent = scope_of(from).parent;
        while let Some(id) = parent {
            let is_function = matches!(scope_of(id).kind, ScopeKind::Function(_));
            if is_function && self.scopes[id.index()].bindings.contains_key(&name) {
                return id;
            }
            parent = scope_of(id).parent;
        }
        Summary::MODULE_SCOPE
    }

    fn finish(mut self) -> Summary {
        self.place_deferred();
        let names = std::mem::take(&mut self.names).finish();
        let mut bindings = Vec::new();
        let scopes =
            std::mem::take(&mut self.scopes).into_iter().map(|open| close_scope(open, &names, &mut bindings));
        let mut scopes: Vec<Scope> = scopes.collect();
        for class in &mut self.classes {
            class
                .attributes
                .sort_by(|a, b| names.get(a.name).cmp(names.get(b.name)).then(a.offset.cmp(&b.offset)));
            class.attributes.shrink_to_fit();
        }
        scopes.shrink_to_fit();
        bindings.shrink_to_fit();
        self.mark_overloads(&names, &scopes, &bindings);
        self.expressions.shrink_to_fit();
        self.spans.shrink_to_fit();
        self.lists.shrink_to_fit();
        self.functions.shrink_to_fit();
        self.classes.shrink_to_fit();
        self.call_statements.shrink_to_fit();
        self.patched.sort_by(|a, b| names.get(*a).cmp(names.get(*b)));
        self.patched.dedup();
        Summary {
            names,
            expressions: self.expressions,
            spans: self.spans,
            lists: self.lists,
            bindings,
            scopes,
            functions: self.functions,
            classes: self.classes,
            call_statements: self.call_statements,
            patched: self.patched,
            comments: Vec::new(),
            syntax_errors: Vec::new(),
            interface_hash: 0,
        }
    }

    fn mark_overloads(&mut self, names: &Names, scopes: &[Scope], bindings: &[Binding]) {
        for entry in scopes.iter().flat_map(|scope| &scope.entries).filter(|entry| entry.len > 1) {
            let of_name = &bindings[entry.start as usize..(entry.start + entry.len) as usize];
            let functions: Vec<FunctionId> = of_name
                .iter()
                .filter_map(|binding| match binding.kind {
                    BindingKind::Function(function) => Some(function),
                    _ => None,
                })
                .collect();
            if !functions.iter().any(|function| self.is_decorated_as_overload(*function, names)) {
                continue;
            }
            let all_async = functions.iter().all(|function| self.functions[function.index()].is_async);
            for function in functions {
                let overloads = if all_async { Overloads::AllAsync } else { Overloads::Mixed };
                self.functions[function.index()].overloads = overloads;
            }
        }
    }

    fn is_decorated_as_overload(&self, function: FunctionId, names: &Names) -> bool {
        let List { start, len } = self.functions[function.index()].decorators;
        self.lists[start as usize..(start + len) as usize].iter().any(|decorator| {
            match self.expressions[decorator.index()] {
                Expression::Name(name) | Expression::Attribute { name, .. } => names.get(name) == "overload",
                _ => false,
            }
        })
    }

    // --- statements

    fn body(&mut self, body: &[Stmt]) {
        stacker::maybe_grow(128 * 1024, 1024 * 1024, || {
            let was_reachable = self.at.is_reachable;
            for statement in body {
                self.statement(statement);
                if matches!(statement, Stmt::Return(_) | Stmt::Raise(_) | Stmt::Break(_) | Stmt::Continue(_))
                {
                    self.at.is_reachable = false;
                }
            }
            self.at.is_reachable = was_reachable;
        });
    }

    /// The statements of a block that may not run.
    fn block(&mut self, body: &[Stmt]) {
        let (Some(first), Some(last)) = (body.first(), body.last()) else { return };
        let outer = self.at;
        self.at.block = Span::new(first.range().start().to_u32(), last.range().end().to_u32());
        self.body(body);
        self.at = outer;
    }

    fn loop_block(&mut self, statement: TextRange, lower_body: impl FnOnce(&mut Self)) {
        let outer = self.at;
        if self.at.in_loop == Span::default() {
            self.at.in_loop = span(statement);
        }
        lower_body(self);
        self.at = outer;
    }

    /// The statements of a branch that the target version never takes.
    fn dead_block(&mut self, body: &[Stmt]) {
        let outer = self.at;
        self.at.is_live = false;
        self.at.is_reachable = false;
        self.block(body);
        self.at = outer;
    }

    fn statement(&mut self, statement: &Stmt) {
        let end = statement.range().end().to_u32();
        match statement {
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Import(import) => self.import(import, end),
            Stmt::ImportFrom(import) => self.import_from(import, end),
            Stmt::Assign(assign) => self.assign(assign, end),
            Stmt::AnnAssign(assign) => self.annotated_assign(assign, end),
            Stmt::AugAssign(assign) => {
                self.scan(&assign.value);
                self.bind_target(&assign.target, end, BindingKind::Opaque);
            }
            Stmt::TypeAlias(alias) => {
                if let Expr::Name(name) = &*alias.name {
                    let value = self.annotation(&alias.value);
                    self.bind_text(&name.id, end, BindingKind::Alias(value));
                }
            }
            Stmt::Expr(statement) => self.expression_statement(&statement.value),
            Stmt::Return(statement) => self.scan_optional(statement.value.as_deref()),
            Stmt::Raise(statement) => {
                self.scan_optional(statement.exc.as_deref());
                self.scan_optional(statement.cause.as_deref());
            }
            Stmt::Assert(statement) => {
                self.scan(&statement.test);
                self.scan_optional(statement.msg.as_deref());
            }
            Stmt::Delete(statement) => self.bind_elements(&statement.targets, end),
            Stmt::Global(statement) => {
                let names: Vec<NameId> = statement.names.iter().map(|name| self.names.intern(name)).collect();
                self.current().globals.extend(names);
            }
            Stmt::Nonlocal(statement) => {
                let names: Vec<NameId> = statement.names.iter().map(|name| self.names.intern(name)).collect();
                self.current().nonlocals.extend(names);
            }
            Stmt::If(statement) => self.if_statement(statement),
            Stmt::For(statement) => self.for_statement(statement),
            Stmt::While(statement) => {
                self.scan(&statement.test);
                if static_condition(&statement.test, self.target.version) == Some(false) {
                    return self.dead_block(&statement.body);
                }
                self.loop_block(statement.range, |lowering| lowering.block(&statement.body));
                self.block(&statement.orelse);
            }
            Stmt::With(statement) => self.with_statement(statement),
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::Match(statement) => self.match_statement(statement),
            Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::IpyEscapeCommand(_) => {}
        }
    }

    fn assign(&mut self, assign: &ast::StmtAssign, end: u32) {
        self.scan(&assign.value);
        let mut value = None;
        for target in &assign.targets {
            self.scan_target(target);
            if matches!(target, Expr::Name(_) | Expr::Attribute(_)) {
                let value = *value.get_or_insert_with(|| self.expression(&assign.value));
                self.bind_target(target, end, BindingKind::Value(value));
            } else {
                self.bind_target(target, end, BindingKind::Opaque);
            }
        }
    }

    fn annotated_assign(&mut self, assign: &ast::StmtAnnAssign, end: u32) {
        self.scan_optional(assign.value.as_deref());
        let is_alias = matches!(last_name(&assign.annotation), Some("TypeAlias"));
        let kind = match &assign.value {
            Some(value) if is_alias => BindingKind::Alias(self.annotation(value)),
            value => BindingKind::Annotated {
                annotation: self.annotation(&assign.annotation),
                value: value.as_ref().map(|value| self.expression(value)),
            },
        };
        self.bind_target(&assign.target, end, kind);
    }

    fn expression_statement(&mut self, value: &Expr) {
        self.scan(value);
        let (call, is_awaited) = match value {
            Expr::Await(awaited) => (&*awaited.value, true),
            other => (other, false),
        };
        if let Expr::Call(arguments) = call {
            self.change_exports(&arguments.func, call.range().end().to_u32());
        }
        if let Expr::Call(arguments) = call
            && self.at.is_reachable
        {
            let expression = self.expression(call);
            let argument = arguments.arguments.args.first().map(|argument| self.expression(argument));
            self.call_statements.push(CallStatement {
                expression,
                scope: self.at.scope,
                is_awaited,
                argument,
            });
        }
    }

    /// `__all__.extend(...)` and the like: what is exported is not known any more.
    fn change_exports(&mut self, callee: &Expr, end: u32) {
        if let Expr::Attribute(attribute) = callee
            && let Expr::Name(object) = &*attribute.value
            && object.id.as_str() == "__all__"
        {
            self.bind_text("__all__", end, BindingKind::Opaque);
        }
    }

    fn import(&mut self, import: &ast::StmtImport, end: u32) {
        for alias in &import.names {
            let module = alias.name.as_str();
            let (name, module) = match &alias.asname {
                Some(name) => (name.as_str(), module),
                None => {
                    let first = module.split('.').next().unwrap_or(module);
                    (first, first)
                }
            };
            let module = self.names.intern(module);
            self.bind_text(name, end, BindingKind::Import { module });
        }
    }

    fn import_from(&mut self, import: &ast::StmtImportFrom, end: u32) {
        let module = self.absolute_module(import.level, import.module.as_deref());
        let module = self.names.intern(&module);
        for alias in &import.names {
            if alias.name.as_str() == "*" {
                if self.at.is_live {
                    let is_unconditional = self.at.block == WHOLE_SCOPE;
                    self.current().star_imports.push(StarImport { module, offset: end, is_unconditional });
                }
                continue;
            }
            let name = self.names.intern(alias.name.as_str());
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            self.bind_text(bound.as_str(), end, BindingKind::ImportFrom { module, name });
        }
    }

    /// The dotted name that `from ..name import` means here; what cannot be known stays relative, and
    /// nothing is found under it.
    fn absolute_module(&self, level: u32, name: Option<&str>) -> String {
        let name = name.unwrap_or_default();
        if level == 0 {
            return name.to_owned();
        }
        let Some(own) = self.target.module else { return format!("{}{name}", ".".repeat(level as usize)) };
        let drop = level as usize - usize::from(self.target.is_package);
        let parts: Vec<&str> = own.split('.').collect();
        let kept = parts.len().saturating_sub(drop);
        let mut module = parts[..kept].join(".");
        if !name.is_empty() {
            if !module.is_empty() {
                module.push('.');
            }
            module.push_str(name);
        }
        module
    }

    fn if_statement(&mut self, statement: &ast::StmtIf) {
        self.scan(&statement.test);
        let mut taken = self.branch(static_condition(&statement.test, self.target.version), &statement.body);
        for clause in &statement.elif_else_clauses {
            self.scan_optional(clause.test.as_ref());
            if taken {
                self.dead_block(&clause.body);
                continue;
            }
            let condition = match &clause.test {
                Some(test) => static_condition(test, self.target.version),
                None => self.all_false_before(statement, clause).then_some(true),
            };
            taken = self.branch(condition, &clause.body);
        }
    }

    /// Lowers one branch and says whether it is certainly the one that is taken.
    fn branch(&mut self, condition: Option<bool>, body: &[Stmt]) -> bool {
        match condition {
            Some(true) => self.body(body),
            Some(false) => self.dead_block(body),
            None => self.block(body),
        }
        condition == Some(true)
    }

    fn all_false_before(&self, statement: &ast::StmtIf, clause: &ast::ElifElseClause) -> bool {
        let earlier = statement.elif_else_clauses.iter().take_while(|other| other.range != clause.range);
        let tests = std::iter::once(&*statement.test).chain(earlier.filter_map(|other| other.test.as_ref()));
        tests.into_iter().all(|test| static_condition(test, self.target.version) == Some(false))
    }

    fn for_statement(&mut self, statement: &ast::StmtFor) {
        self.scopes[self.at.scope.index()].suspends_otherwise |= statement.is_async;
        self.scan(&statement.iter);
        self.loop_block(statement.range, |lowering| {
            let outer = lowering.at;
            if let (Some(first), Some(last)) = (statement.body.first(), statement.body.last()) {
                lowering.at.block = Span::new(first.range().start().to_u32(), last.range().end().to_u32());
            }
            lowering.bind_target(
                &statement.target,
                statement.iter.range().end().to_u32(),
                BindingKind::Opaque,
            );
            lowering.at = outer;
            lowering.block(&statement.body);
        });
        self.block(&statement.orelse);
    }

    fn with_statement(&mut self, statement: &ast::StmtWith) {
        self.scopes[self.at.scope.index()].suspends_otherwise |= statement.is_async;
        let was_reachable = self.at.is_reachable;
        for item in &statement.items {
            self.scan(&item.context_expr);
            if let Some(target) = &item.optional_vars {
                let value = self.expression(&item.context_expr);
                let kind = BindingKind::With { value, is_async: statement.is_async };
                self.bind_target(target, item.context_expr.range().end().to_u32(), kind);
            }
        }
        if statement.items.iter().any(|item| expects_type_error(&item.context_expr)) {
            self.at.is_reachable = false;
        }
        if statement.items.iter().any(|item| swallows_exceptions(&item.context_expr)) {
            self.block(&statement.body);
        } else {
            self.body(&statement.body);
        }
        self.at.is_reachable = was_reachable;
    }

    /// What the body of a `try` binds may not be bound in what follows: the body can end anywhere.
    fn try_statement(&mut self, statement: &ast::StmtTry) {
        self.block(&statement.body);
        for handler in &statement.handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            let outer = self.at;
            self.at.block = span(handler.range);
            if let (Some(name), Some(value)) = (&handler.name, &handler.type_) {
                let value = self.expression(value);
                self.bind_text(name.as_str(), name.range.start().to_u32(), BindingKind::Except(value));
            }
            self.at = outer;
            self.block(&handler.body);
        }
        self.block(&statement.orelse);
        self.body(&statement.finalbody);
    }

    fn match_statement(&mut self, statement: &ast::StmtMatch) {
        self.scan(&statement.subject);
        for case in &statement.cases {
            self.scan_optional(case.guard.as_deref());
            let outer = self.at;
            self.at.block = span(case.range);
            PatternNames(self).visit_pattern(&case.pattern);
            self.at = outer;
            self.block(&case.body);
        }
    }

    // --- definitions

    fn function(&mut self, function: &ast::StmtFunctionDef) {
        let outer = self.at;
        let id = FunctionId(self.functions.len() as u32);
        let scope = self.open_scope(ScopeKind::Function(id), Some(outer.scope));
        let name = self.names.intern(function.name.as_str());
        let name_range = function.name.range;
        let is_accessor = function.decorator_list.iter().any(|decorator| {
            matches!(&decorator.expression, Expr::Attribute(a) if matches!(a.attr.as_str(), "setter" | "deleter"))
        });
        let lowered = Function {
            name,
            scope,
            is_async: function.is_async,
            is_generator: false,
            overloads: Overloads::None,
            suspension: Suspension::Possible,
            decorators: self.decorators(&function.decorator_list),
            parameters: function.parameters.iter().map(|parameter| self.parameter(parameter)).collect(),
            returns: function.returns.as_deref().map(|returns| self.annotation(returns)),
            type_parameters: self.type_parameters(function.type_params.as_deref()),
            header: self.header(function.range, &function.decorator_list, name_range),
        };
        let first_parameter =
            lowered.parameters.first().filter(|first| !first.is_variadic).map(|first| first.name);
        self.functions.push(lowered);
        if !is_accessor {
            self.bind(name, name_range.start().to_u32(), BindingKind::Function(id));
        }

        let class = match self.current().kind {
            ScopeKind::Class(class) => Some(class),
            ScopeKind::Module | ScopeKind::Function(_) => None,
        };
        let is_reachable = outer.is_reachable;
        self.at =
            Position { scope, is_reachable, receiver: class.zip(first_parameter), ..Position::default() };
        self.body(&function.body);
        self.functions[id.index()].is_generator = self.scopes[scope.index()].is_generator;
        if !is_placeholder(&function.body) {
            self.functions[id.index()].suspension = self.suspension(scope);
        }
        self.at = outer;
    }

    fn suspension(&mut self, scope: ScopeId) -> Suspension {
        let body = &mut self.scopes[scope.index()];
        if body.suspends_otherwise {
            return Suspension::Possible;
        }
        let awaited = std::mem::take(&mut body.awaited);
        Suspension::Awaits(self.push_list(&awaited))
    }

    fn parameter(&mut self, parameter: ast::AnyParameterRef) -> Parameter {
        self.scan_optional(parameter.default());
        Parameter {
            name: self.names.intern(parameter.name().as_str()),
            annotation: parameter.annotation().map(|annotation| self.annotation(annotation)),
            is_variadic: parameter.is_variadic(),
        }
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        let outer = self.at;
        let id = ClassId(self.classes.len() as u32);
        let scope = self.open_scope(ScopeKind::Class(id), Some(outer.scope));
        let name = self.names.intern(class.name.as_str());
        let metaclass = class.arguments.as_ref().and_then(|arguments| arguments.find_keyword("metaclass"));
        let lowered = Class {
            name,
            scope,
            bases: self.list(class.bases()),
            decorators: self.decorators(&class.decorator_list),
            metaclass: metaclass.map(|keyword| self.expression(&keyword.value)),
            attributes: Vec::new(),
            type_parameters: self.type_parameters(class.type_params.as_deref()),
            header: self.header(class.range, &class.decorator_list, class.name.range),
        };
        self.classes.push(lowered);
        self.bind(name, class.name.range.start().to_u32(), BindingKind::Class(id));
        self.at = Position { scope, is_reachable: outer.is_reachable, ..Position::default() };
        self.body(&class.body);
        self.at = outer;
    }

    fn decorators(&mut self, decorators: &[ast::Decorator]) -> List {
        let ids: Vec<ExpressionId> =
            decorators.iter().map(|decorator| self.expression(&decorator.expression)).collect();
        self.push_list(&ids)
    }

    fn type_parameters(&mut self, parameters: Option<&ast::TypeParams>) -> Vec<NameId> {
        let parameters = parameters.into_iter().flat_map(|parameters| parameters.iter());
        parameters.map(|parameter| self.names.intern(parameter.name().as_str())).collect()
    }

    /// From the keyword to the name; a range of a definition starts at its first decorator.
    fn header(&self, definition: TextRange, decorators: &[ast::Decorator], name: TextRange) -> Span {
        let from = decorators.last().map_or(definition.start(), |decorator| decorator.range.end());
        let between = &self.text[TextRange::new(from, name.start())];
        let keyword = ["async", "def", "class"].iter().filter_map(|keyword| between.rfind(keyword)).min();
        let start = from.to_u32() + keyword.unwrap_or(0) as u32;
        Span::new(start, name.end().to_u32())
    }

    /// Finds `setattr(object, "name", …)`, `monkeypatch.setattr(…)` and `patch.object(object, "name", …)`.
    fn find_patches(&mut self, tree: &SyntaxTree) {
        let has = |mark: &str| memmem::find(self.text.as_bytes(), mark.as_bytes()).is_some();
        if has("setattr(") || has("patch.object(") || has("patch.multiple(") {
            Patches(self).visit_body(&tree.module().body);
        }
    }

    // --- expressions

    fn push(&mut self, expression: Expression, span: Span) -> ExpressionId {
        self.expressions.push(expression);
        self.spans.push(span);
        ExpressionId(self.expressions.len() as u32 - 1)
    }

    fn push_list(&mut self, ids: &[ExpressionId]) -> List {
        let list = List { start: self.lists.len() as u32, len: ids.len() as u32 };
        self.lists.extend_from_slice(ids);
        list
    }

    fn list(&mut self, expressions: &[Expr]) -> List {
        let ids: Vec<ExpressionId> =
            expressions.iter().map(|expression| self.expression(expression)).collect();
        self.push_list(&ids)
    }

    fn expression(&mut self, expression: &Expr) -> ExpressionId {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || {
            let lowered = match expression {
                Expr::Name(name) => Expression::Name(self.names.intern(&name.id)),
                Expr::Attribute(attribute) => {
                    let value = self.expression(&attribute.value);
                    Expression::Attribute { value, name: self.names.intern(attribute.attr.as_str()) }
                }
                Expr::Call(call) => Expression::Call {
                    callee: self.expression(&call.func),
                    has_arguments: !call.arguments.is_empty(),
                },
                Expr::Await(awaited) => Expression::Await(self.expression(&awaited.value)),
                Expr::Subscript(subscript) => Expression::Subscript {
                    value: self.expression(&subscript.value),
                    slice: self.expression(&subscript.slice),
                },
                Expr::Tuple(tuple) => Expression::Tuple(self.list(&tuple.elts)),
                Expr::List(list) if list.elts.iter().all(|element| element.is_string_literal_expr()) => {
                    Expression::List(self.list(&list.elts))
                }
                Expr::StringLiteral(text) if text.value.len() <= LONGEST_STRING => {
                    Expression::String(self.names.intern(text.value.to_str()))
                }
                Expr::BinOp(operation) if operation.op == ast::Operator::BitOr => {
                    Expression::BitOr(self.expression(&operation.left), self.expression(&operation.right))
                }
                Expr::If(conditional) => {
                    let ids = [self.expression(&conditional.body), self.expression(&conditional.orelse)];
                    Expression::Either(self.push_list(&ids))
                }
                Expr::BoolOp(operation) => Expression::Either(self.list(&operation.values)),
                Expr::Named(named) => return self.expression(&named.value),
                Expr::NoneLiteral(_) => Expression::None,
                _ if is_plain(expression) => Expression::Plain,
                _ => Expression::Opaque,
            };
            self.push(lowered, span(expression.range()))
        })
    }

    /// Lowers an annotation; texts in it are parsed, as they stand for expressions.
    fn annotation(&mut self, annotation: &Expr) -> ExpressionId {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || {
            let lowered = match annotation {
                Expr::StringLiteral(text) => return self.string_annotation(text),
                Expr::Subscript(subscript) => {
                    let value = self.expression(&subscript.value);
                    let slice = match last_name(&subscript.value) {
                        Some("Literal") => self.push(Expression::Plain, span(subscript.slice.range())),
                        _ => self.annotation(&subscript.slice),
                    };
                    Expression::Subscript { value, slice }
                }
                Expr::Tuple(tuple) => Expression::Tuple(self.annotations(&tuple.elts)),
                Expr::List(list) => Expression::List(self.annotations(&list.elts)),
                Expr::BinOp(operation) if operation.op == ast::Operator::BitOr => {
                    Expression::BitOr(self.annotation(&operation.left), self.annotation(&operation.right))
                }
                other => return self.expression(other),
            };
            self.push(lowered, span(annotation.range()))
        })
    }

    fn annotations(&mut self, annotations: &[Expr]) -> List {
        let ids: Vec<ExpressionId> =
            annotations.iter().map(|annotation| self.annotation(annotation)).collect();
        self.push_list(&ids)
    }

    fn string_annotation(&mut self, text: &ast::ExprStringLiteral) -> ExpressionId {
        let lowered = with_annotation(text.value.to_str().trim(), |annotation| {
            let before = self.spans.len();
            let id = self.annotation(annotation);
            self.spans[before..].fill(span(text.range));
            id
        });
        lowered.unwrap_or_else(|| self.push(Expression::Opaque, span(text.range)))
    }

    /// Finds what any expression can do to its scope: `:=` binds a name, `yield` makes a generator, `await`
    /// gives control away. Where none of them can stand, expressions are not walked.
    fn scan(&mut self, expression: &Expr) {
        let (in_function, in_async) = match self.current().kind {
            ScopeKind::Function(function) => (true, self.functions[function.index()].is_async),
            ScopeKind::Module | ScopeKind::Class(_) => (false, false),
        };
        if self.has_walrus || in_async || (self.has_yield && in_function) {
            ScopeEffects { lowering: self, lowered_around: 0 }.visit_expr(expression);
        }
    }

    /// A target can hold expressions too: `cache[await key()] = 1`.
    fn scan_target(&mut self, target: &Expr) {
        if !target.is_name_expr() {
            self.scan(target);
        }
    }

    fn scan_optional(&mut self, expression: Option<&Expr>) {
        if let Some(expression) = expression {
            self.scan(expression);
        }
    }
}

fn close_scope(open: OpenScope, names: &Names, bindings: &mut Vec<Binding>) -> Scope {
    let mut scope = open.scope.expect("a scope is open until the end");
    let mut by_name: Vec<(NameId, Vec<Binding>)> = open.bindings.into_iter().collect();
    by_name.sort_by(|a, b| names.get(a.0).cmp(names.get(b.0)));
    scope.entries = by_name
        .into_iter()
        .map(|(name, mut of_name)| {
            of_name.sort_by_key(|binding| binding.offset);
            let start = bindings.len() as u32;
            bindings.extend_from_slice(&of_name);
            Entry { name, start, len: of_name.len() as u32 }
        })
        .collect();
    scope
}

/// Whether a body only holds the place of one that a subclass or the interpreter brings.
fn is_placeholder(body: &[Stmt]) -> bool {
    body.iter().all(|statement| match statement {
        Stmt::Pass(_) | Stmt::Raise(_) => true,
        Stmt::Expr(expression) => expression.value.is_literal_expr(),
        _ => false,
    })
}

/// A name with attributes, as it is written.
fn dotted_name(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => Some(format!("{}.{}", dotted_name(&attribute.value)?, attribute.attr)),
        _ => None,
    }
}

/// Whether a block runs in the expectation that a call in it fails for its arguments, and so gives nothing
/// (`with pytest.raises(TypeError):`), or that its coroutine is not awaited (`with pytest.warns(RuntimeWarning):`).
fn expects_type_error(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    let by_keyword = || call.arguments.find_keyword("expected_exception").map(|keyword| &keyword.value);
    let Some(expected) = call.arguments.args.first().or_else(by_keyword) else { return false };
    let expects = |name: &str| match expected {
        Expr::Tuple(several) => several.elts.iter().any(|one| last_name(one) == Some(name)),
        one => last_name(one) == Some(name),
    };
    match last_name(&call.func) {
        Some("raises" | "assertRaises" | "assertRaisesRegex") => expects("TypeError"),
        Some("warns" | "assertWarns" | "assertWarnsRegex") => expects("RuntimeWarning"),
        _ => false,
    }
}

/// Whether the body of a `with` can end anywhere, as that of a `try` with handlers.
fn swallows_exceptions(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    matches!(last_name(&call.func), Some("suppress" | "raises" | "assertRaises" | "assertRaisesRegex"))
}

/// The last part of a dotted name.
fn last_name(expression: &Expr) -> Option<&str> {
    match expression {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}

fn is_plain(expression: &Expr) -> bool {
    matches!(
        expression,
        Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::FString(_)
            | Expr::TString(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::Compare(_)
            | Expr::List(_)
            | Expr::Set(_)
            | Expr::Dict(_)
            | Expr::ListComp(_)
            | Expr::SetComp(_)
            | Expr::DictComp(_)
            | Expr::Generator(_)
            | Expr::Slice(_)
    )
}

/// The most `:=` and `await` inside each other whose values are lowered: each lowers those in it once more.
const MOST_LOWERINGS: u32 = 4;

struct ScopeEffects<'l, 't> {
    lowering: &'l mut Lowering<'t>,
    /// How many of the expressions around were lowered for themselves.
    lowered_around: u32,
}

impl ScopeEffects<'_, '_> {
    fn bind(&mut self, named: &ast::ExprNamed) {
        let Expr::Name(name) = &*named.target else { return };
        let kind = match self.lowered_around {
            ..MOST_LOWERINGS => BindingKind::Value(self.lowering.expression(&named.value)),
            _ => BindingKind::Opaque,
        };
        let outer = self.lowering.at.block;
        self.lowering.at.block = span(named.range);
        self.lowering.bind_text(&name.id, named.range.end().to_u32(), kind);
        self.lowering.at.block = outer;
    }

    fn suspend(&mut self, awaited: &Expr) {
        let scope = self.lowering.at.scope.index();
        if self.lowered_around < MOST_LOWERINGS {
            let value = self.lowering.expression(awaited);
            self.lowering.scopes[scope].awaited.push(value);
        } else {
            self.lowering.scopes[scope].suspends_otherwise = true;
        }
    }

    fn comprehend(&mut self, generators: &[ast::Comprehension]) {
        let scope = self.lowering.at.scope.index();
        self.lowering.scopes[scope].suspends_otherwise |=
            generators.iter().any(|generator| generator.is_async);
    }
}

impl<'a> SourceOrderVisitor<'a> for ScopeEffects<'_, '_> {
    fn visit_expr(&mut self, expression: &'a Expr) {
        let around = self.lowered_around;
        match expression {
            Expr::Lambda(_) => return,
            Expr::Named(named) => {
                self.bind(named);
                self.lowered_around += 1;
            }
            Expr::Await(awaited) => {
                self.suspend(&awaited.value);
                self.lowered_around += 1;
            }
            Expr::ListComp(comprehension) => self.comprehend(&comprehension.generators),
            Expr::SetComp(comprehension) => self.comprehend(&comprehension.generators),
            Expr::DictComp(comprehension) => self.comprehend(&comprehension.generators),
            Expr::Generator(comprehension) => self.comprehend(&comprehension.generators),
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                let scope = self.lowering.at.scope;
                self.lowering.scopes[scope.index()].is_generator = true;
            }
            _ => {}
        }
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || walk_expr(self, expression));
        self.lowered_around = around;
    }

    fn visit_interpolated_string_element(&mut self, element: &'a InterpolatedStringElement) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || walk_interpolated_string_element(self, element));
    }
}

struct Patches<'l, 't>(&'l mut Lowering<'t>);

impl Patches<'_, '_> {
    fn collect(&mut self, call: &ast::ExprCall) {
        match last_name(&call.func) {
            Some("setattr" | "object") => {
                if let Some(Expr::StringLiteral(name)) = call.arguments.args.get(1) {
                    let name = self.0.names.intern(name.value.to_str());
                    self.0.patched.push(name);
                }
            }
            Some("multiple") => {
                let names = call.arguments.keywords.iter().filter_map(|keyword| keyword.arg.as_ref());
                let names: Vec<NameId> = names.map(|name| self.0.names.intern(name)).collect();
                self.0.patched.extend(names);
            }
            _ => {}
        }
    }
}

impl<'a> SourceOrderVisitor<'a> for Patches<'_, '_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Call(call) = expression {
            self.collect(call);
        }
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || walk_expr(self, expression));
    }
}

struct PatternNames<'l, 't>(&'l mut Lowering<'t>);

impl<'a> SourceOrderVisitor<'a> for PatternNames<'_, '_> {
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
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || walk_pattern(self, pattern));
    }
}
