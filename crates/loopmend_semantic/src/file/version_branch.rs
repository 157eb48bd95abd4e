//! Code that only other versions of Python or of a package run, by the tests around it.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, Expression, Literal, ScopeId, Summary, static_condition};
use loopmend_project::{Origin, PythonVersion};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{self, AnyNodeRef, BoolOp, CmpOp, ExceptHandler, Expr, Stmt};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{
    SyntaxTree, is_in_block, last_name, nodes_around, nodes_containing, range_of, walk_body,
};

use super::File;
use crate::engine::ModuleId;
use crate::infer::Type;

/// The maximum number of names that are followed from a condition to what it asks.
const MAX_NAMES: u8 = 4;

/// The outcome of a test, as far as the version of Python decides it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// The test has this value.
    Known(bool),
    /// The test asks for a version, or for something that not all versions of Python have.
    OfVersion,
    /// Something else decides.
    Other,
}

impl Outcome {
    fn negated(self) -> Self {
        match self {
            Self::Known(value) => Self::Known(!value),
            other => other,
        }
    }

    /// Returns whether the test rules out that it has this value, or may do so.
    fn rules_out(self, value: bool) -> bool {
        match self {
            Self::Known(known) => known != value,
            Self::OfVersion => true,
            Self::Other => false,
        }
    }
}

/// A search for the tests around a place.
struct Search<'s, 'e> {
    file: &'s mut File<'e>,
    tree: &'s SyntaxTree,
    scope: ScopeId,
    version: PythonVersion,
    /// Whether tests for the version of a package count, too.
    includes_packages: bool,
}

impl File<'_> {
    /// Returns whether a version of Python does not run an expression, according to the tests and handlers around it, or may not run it: they
    /// ask for a version, or whether a module of the standard library has an attribute.
    pub fn is_ruled_out_by_version(
        &mut self,
        expression: Span,
        scope: ScopeId,
        version: PythonVersion,
    ) -> bool {
        self.is_ruled_out(expression, scope, version, false)
    }

    /// Returns whether the tests and handlers around an expression rule out that it runs, or may do so: they ask for the version of Python or
    /// of a package. What such code names need not exist.
    pub fn is_for_other_version(&mut self, expression: Span, scope: ScopeId) -> bool {
        let version = self.engine().project().python_version();
        self.is_ruled_out(expression, scope, version, true)
    }

    /// Returns whether code may fail on purpose, or never runs: a `try` or a mark expects it to fail, or it is for another version.
    pub fn may_fail_on_purpose(&mut self, expression: Span, scope: ScopeId) -> bool {
        self.is_tried(expression)
            || self.is_meant_to_fail(scope)
            || self.is_for_other_version(expression, scope)
    }

    fn is_ruled_out(
        &mut self,
        expression: Span,
        scope: ScopeId,
        version: PythonVersion,
        includes_packages: bool,
    ) -> bool {
        let tree = self.tree_of_file().clone();
        let mut search = Search { file: self, tree: &tree, scope, version, includes_packages };
        let place = range_of(expression);
        let mut around = nodes_around(&tree, expression);
        // The name of an import is no expression.
        if around.is_empty() {
            around = nodes_containing(&tree, expression);
        }
        search.is_left(&tree.module().body, place)
            || around.into_iter().any(|node| search.is_ruled_out_by(node, place))
    }
}

impl<'s> Search<'s, '_> {
    fn is_ruled_out_by(&mut self, node: AnyNodeRef, place: TextRange) -> bool {
        match node {
            AnyNodeRef::StmtIf(statement) => {
                self.is_ruled_out_by_if(statement, place)
                    || self.is_left(&statement.body, place)
                    || statement.elif_else_clauses.iter().any(|clause| self.is_left(&clause.body, place))
            }
            AnyNodeRef::ExprIf(expression) => {
                let is_body = expression.body.range().contains_range(place);
                let is_else = expression.orelse.range().contains_range(place);
                (is_body || is_else) && self.outcome(&expression.test, MAX_NAMES).rules_out(is_body)
            }
            AnyNodeRef::ExprBoolOp(operation) => {
                let mut before =
                    operation.values.iter().take_while(|value| !value.range().contains_range(place));
                before.any(|value| self.outcome(value, MAX_NAMES).rules_out(operation.op == BoolOp::And))
            }
            AnyNodeRef::StmtTry(statement) => {
                let is_handled = statement.handlers.iter().any(|handler| {
                    handler.range().contains_range(place) && self.is_for_version(&statement.body, handler)
                });
                is_handled
                    || [&statement.body, &statement.orelse, &statement.finalbody]
                        .into_iter()
                        .any(|block| self.is_left(block, place))
            }
            AnyNodeRef::ExceptHandlerExceptHandler(handler) => self.is_left(&handler.body, place),
            AnyNodeRef::StmtFunctionDef(function) => self.is_left(&function.body, place),
            AnyNodeRef::StmtWith(statement) => self.is_left(&statement.body, place),
            AnyNodeRef::StmtFor(statement) => self.is_left(&statement.body, place),
            AnyNodeRef::StmtWhile(statement) => self.is_left(&statement.body, place),
            _ => false,
        }
    }

    fn is_ruled_out_by_if(&mut self, statement: &ast::StmtIf, place: TextRange) -> bool {
        let first = (Some(&*statement.test), &statement.body);
        let others = statement.elif_else_clauses.iter().map(|clause| (clause.test.as_ref(), &clause.body));
        for (test, body) in std::iter::once(first).chain(others) {
            let is_here = is_in_block(body, place);
            if test.is_some_and(|test| self.outcome(test, MAX_NAMES).rules_out(is_here))
                && (is_here || is_behind(body, place))
            {
                return true;
            }
            if is_here {
                return false;
            }
        }
        false
    }

    /// Returns whether a statement of a block before a place leaves the block for the version.
    fn is_left(&mut self, block: &[Stmt], place: TextRange) -> bool {
        if !is_in_block(block, place) {
            return false;
        }
        let mut before = block.iter().take_while(|statement| statement.end() <= place.start());
        before.any(|statement| match statement {
            Stmt::If(statement) if statement.elif_else_clauses.is_empty() => {
                leaves(&statement.body) && self.outcome(&statement.test, MAX_NAMES).rules_out(false)
            }
            Stmt::If(statement) => match &*statement.elif_else_clauses {
                [only] if only.test.is_none() => {
                    let outcome = self.outcome(&statement.test, MAX_NAMES);
                    leaves(&statement.body) && outcome.rules_out(false)
                        || leaves(&only.body) && outcome.rules_out(true)
                }
                _ => false,
            },
            Stmt::Try(statement) => {
                (leaves(&statement.body) || leaves(&statement.orelse))
                    && statement.handlers.iter().any(|handler| self.is_for_version(&statement.body, handler))
            }
            _ => false,
        })
    }

    /// Returns whether a handler only catches what a version raises that lacks something which the block asks for.
    fn is_for_version(&mut self, block: &[Stmt], handler: &ExceptHandler) -> bool {
        let ExceptHandler::ExceptHandler(handler) = handler;
        let Some(caught) = handler.type_.as_deref() else { return false };
        let classes = match caught {
            Expr::Tuple(several) => several.elts.as_slice(),
            one => std::slice::from_ref(one),
        };
        let is_expected = |class: &Expr| {
            let roles = named(last_name(class));
            roles.has(Role::RaisedByMissingAttribute)
                || roles.has(Role::IncludesImportError) && !roles.has(Role::BroadException)
        };
        classes.iter().all(is_expected) && self.asks_for_attribute(block)
    }

    /// Returns whether a block reads an attribute of a module of the standard library, or imports from one.
    fn asks_for_attribute(&mut self, block: &[Stmt]) -> bool {
        let mut objects: Vec<&Expr> = Vec::new();
        let mut imported: Vec<String> = Vec::new();
        walk_body(block, |_, node| {
            match node {
                AnyNodeRef::ExprAttribute(attribute) => objects.push(&attribute.value),
                AnyNodeRef::StmtImportFrom(statement) if statement.level == 0 => {
                    imported.extend(statement.module.as_ref().map(ToString::to_string));
                }
                AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_) => return TraversalSignal::Skip,
                _ => {}
            }
            TraversalSignal::Traverse
        });
        imported.iter().any(|module| self.is_standard(module))
            || objects.into_iter().any(|object| self.module_named(object).is_some())
    }

    fn outcome(&mut self, test: &Expr, names: u8) -> Outcome {
        if let Some(known) = static_condition(test, self.version).filter(|_| !names_type_checking(test)) {
            return Outcome::Known(known);
        }
        match test {
            Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => {
                self.outcome(&unary.operand, names).negated()
            }
            Expr::BoolOp(operation) => self.outcome_of_several(operation, names),
            Expr::Named(named) => self.outcome(&named.value, names),
            Expr::Name(name) => match self.only_value(&name.id) {
                Some(value) if names > 0 => self.outcome(value, names - 1),
                _ => self.imported_constant(test),
            },
            Expr::Attribute(_) => self.imported_constant(test),
            Expr::Call(call) => match last_name(&call.func) {
                name if named(name).has(Role::ReadsNamedAttribute) => {
                    self.has_attribute(&call.arguments.args)
                }
                Some("bool") if call.arguments.args.len() == 1 => {
                    self.outcome(&call.arguments.args[0], names)
                }
                _ if self.includes_packages && self.asks_for_version(test) => Outcome::OfVersion,
                _ => Outcome::Other,
            },
            Expr::Compare(compare) => self.outcome_of_comparison(compare, names),
            _ => Outcome::Other,
        }
    }

    /// Returns the truth value of a constant that another module of the project binds once, to a literal.
    fn imported_constant(&mut self, expression: &Expr) -> Outcome {
        let summary = self.file.summary();
        let engine = self.file.engine();
        let module_of = |name: &str| engine.resolve(name, self.file.module());
        let (module, name) = match expression {
            Expr::Name(name) => {
                let [only] = summary.nearest_bindings(self.scope, &name.id) else { return Outcome::Other };
                let BindingKind::ImportFrom { module, name } = only.kind else { return Outcome::Other };
                (module_of(summary.name(module)), summary.name(name))
            }
            Expr::Attribute(attribute) => {
                let Some(object) = attribute.value.as_name_expr() else { return Outcome::Other };
                let [only] = summary.nearest_bindings(self.scope, &object.id) else { return Outcome::Other };
                let module = match only.kind {
                    BindingKind::Import { module } => module_of(summary.name(module)),
                    BindingKind::ImportFrom { module, name } => {
                        module_of(&format!("{}.{}", summary.name(module), summary.name(name)))
                    }
                    _ => return Outcome::Other,
                };
                (module, attribute.attr.as_str())
            }
            _ => return Outcome::Other,
        };
        if engine.is_absent(module) || engine.origin(module) != Origin::FirstParty {
            return Outcome::Other;
        }
        self.file.inference_mut().rest_on_text(module);
        let other = engine.summary(module);
        let [only] = other.bindings_of(Summary::MODULE_SCOPE, name) else { return Outcome::Other };
        match only.kind.value().map(|value| other.expression(value)) {
            Some(Expression::Literal(Literal::Boolean(value))) => Outcome::Known(value),
            Some(Expression::None) => Outcome::Known(false),
            _ => Outcome::Other,
        }
    }

    fn outcome_of_several(&mut self, operation: &ast::ExprBoolOp, names: u8) -> Outcome {
        let decisive = operation.op == BoolOp::Or;
        let outcomes: Vec<Outcome> =
            operation.values.iter().map(|value| self.outcome(value, names)).collect();
        match () {
            () if outcomes.contains(&Outcome::Known(decisive)) => Outcome::Known(decisive),
            () if outcomes.contains(&Outcome::OfVersion) => Outcome::OfVersion,
            () if outcomes.iter().all(|outcome| *outcome == Outcome::Known(!decisive)) => {
                Outcome::Known(!decisive)
            }
            () => Outcome::Other,
        }
    }

    fn outcome_of_comparison(&mut self, compare: &ast::ExprCompare, names: u8) -> Outcome {
        let ([operator], [right]) = (&*compare.ops, &*compare.comparators) else { return Outcome::Other };
        if self.asks_for_version(&compare.left) || self.asks_for_version(right) {
            return Outcome::OfVersion;
        }
        match operator {
            CmpOp::Is if right.is_none_literal_expr() => self.outcome(&compare.left, names).negated(),
            CmpOp::IsNot if right.is_none_literal_expr() => self.outcome(&compare.left, names),
            CmpOp::In | CmpOp::NotIn => {
                let listed = right.as_call_expr().filter(|call| last_name(&call.func) == Some("dir"));
                let Some(object) = listed.and_then(|call| call.arguments.args.first()) else {
                    return Outcome::Other;
                };
                let found = self.has_attribute(&[object.clone(), (*compare.left).clone()]);
                if *operator == CmpOp::In { found } else { found.negated() }
            }
            _ => Outcome::Other,
        }
    }

    /// Returns whether an expression is a version that counts, or made of one.
    fn asks_for_version(&self, expression: &Expr) -> bool {
        let states_version = |name: &str| {
            named(name).has(Role::StatesVersion) || self.includes_packages && Words::PackageVersions.has(name)
        };
        match expression {
            Expr::Subscript(subscript) => self.asks_for_version(&subscript.value),
            Expr::Call(call) => {
                self.asks_for_version(&call.func)
                    || self.includes_packages
                        && (named(last_name(&call.func)).has(Role::ReturnsPackageVersion)
                            || call.arguments.args.iter().any(|argument| self.asks_for_version(argument)))
            }
            Expr::Attribute(attribute) => {
                states_version(attribute.attr.as_str()) || self.asks_for_version(&attribute.value)
            }
            Expr::Name(name) => states_version(name.id.as_str()),
            _ => false,
        }
    }

    /// Returns the outcome of `hasattr(object, name)` and of the truth of `getattr(object, name, None)`.
    fn has_attribute(&mut self, arguments: &[Expr]) -> Outcome {
        let [object, Expr::StringLiteral(name), ..] = arguments else { return Outcome::Other };
        if let Some(module) = self.module_named(object) {
            return match self.symbol(module, name.value.to_str()) {
                Some(_) => Outcome::Known(true),
                None => Outcome::OfVersion,
            };
        }
        let of_module = object.as_attribute_expr().and_then(|attribute| {
            let module = self.module_named(&attribute.value)?;
            self.symbol(module, &attribute.attr)
        });
        match of_module {
            Some(Type::Class(_) | Type::Module(_)) => Outcome::OfVersion,
            _ => Outcome::Other,
        }
    }

    fn symbol(&mut self, module: ModuleId, name: &str) -> Option<Type> {
        let inference = self.file.inference_mut();
        inference.begin();
        inference.symbol(module, name)
    }

    /// Returns the module of the standard library that a name refers to.
    fn module_named(&self, object: &Expr) -> Option<ModuleId> {
        let name = object.as_name_expr()?;
        let summary = self.file.summary();
        let bindings = summary.nearest_bindings(self.scope, &name.id);
        let imported = bindings.iter().find_map(|binding| match binding.kind {
            BindingKind::Import { module } => Some(summary.name(module)),
            _ => None,
        })?;
        self.standard_module(imported)
    }

    fn standard_module(&self, name: &str) -> Option<ModuleId> {
        let engine = self.file.engine();
        let module = engine.resolve(name, self.file.module());
        let is_standard = !engine.is_absent(module) && engine.origin(module) == Origin::StandardLibrary;
        is_standard.then_some(module)
    }

    fn is_standard(&self, module: &str) -> bool {
        self.standard_module(module).is_some()
    }

    /// Returns the value of a name that one statement of the file assigns.
    fn only_value(&self, name: &str) -> Option<&'s Expr> {
        let tree = self.tree;
        let mut values = Vec::new();
        walk_body(&tree.module().body, |_, node| {
            match node {
                AnyNodeRef::StmtAssign(assign) if assign.targets.iter().any(|it| is_name(it, name)) => {
                    values.push(&*assign.value);
                }
                AnyNodeRef::StmtAnnAssign(assign) if is_name(&assign.target, name) => {
                    values.extend(assign.value.as_deref());
                }
                _ => {}
            }
            TraversalSignal::Traverse
        });
        match values[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

fn is_name(target: &Expr, name: &str) -> bool {
    matches!(target, Expr::Name(target) if target.id == name)
}

/// Returns whether a test asks whether a type checker reads the code: loopmend does, and Python does not.
fn names_type_checking(test: &Expr) -> bool {
    last_name(test) == Some("TYPE_CHECKING")
}

/// Returns whether a block always jumps or ends the program.
fn leaves(block: &[Stmt]) -> bool {
    match block.last() {
        Some(Stmt::Return(_) | Stmt::Raise(_) | Stmt::Continue(_) | Stmt::Break(_)) => true,
        Some(Stmt::Expr(statement)) => match &*statement.value {
            Expr::Call(call) => named(last_name(&call.func)).has(Role::NeverReturns),
            _ => false,
        },
        _ => false,
    }
}

/// Returns whether a place is behind a block.
fn is_behind(block: &[Stmt], place: TextRange) -> bool {
    block.last().is_some_and(|last| last.end() <= place.start())
}
