//! Names that are accessed although they have no value there.

use std::collections::{BTreeMap, BTreeSet};

use loopmend_core::SourceText;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Comprehension, Expr, ExprContext, ExprName, Stmt};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{SyntaxTree, walk_body};

/// The scopes around a place, outermost first, by the range of their nodes. The module is not included.
type Around = Vec<Scope>;

/// A function, class, lambda or comprehension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Scope {
    start: u32,
    end: u32,
    kind: ScopeKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ScopeKind {
    Class,
    /// A comprehension, whose names are bound before its textually first expression.
    Comprehension,
    Function,
}

impl Scope {
    fn is_class(&self) -> bool {
        self.kind == ScopeKind::Class
    }

    fn is_comprehension(&self) -> bool {
        self.kind == ScopeKind::Comprehension
    }
}

/// A place where a name is bound.
struct Bound {
    scope: Option<Scope>,
    end: u32,
}

/// Returns how often each name is accessed without a value: `name.attribute` where nothing binds the name,
/// or where the scope binds it only further down. Code below `if TYPE_CHECKING:` binds nothing.
pub fn unbound_names(source: &SourceText) -> BTreeMap<String, usize> {
    let tree = SyntaxTree::parse(source);
    let mut names = Names::default();
    walk_body(&tree.module().body, |around, node| {
        if let AnyNodeRef::StmtIf(statement) = node
            && is_type_checking(&statement.test)
        {
            names.unread.extend(statement.body.iter().map(Ranged::range));
        }
        names.take(around, node);
        TraversalSignal::Traverse
    });
    names.unbound()
}

#[derive(Default)]
struct Names<'t> {
    bound: BTreeMap<&'t str, Vec<Bound>>,
    used: Vec<(&'t str, Around, u32)>,
    /// The names that a function declares `global` or `nonlocal`.
    declared: BTreeSet<(&'t str, Option<Scope>)>,
    /// The ranges that only type checkers read.
    unread: Vec<TextRange>,
    /// Whether a star import binds unknown names.
    has_star: bool,
}

impl<'t> Names<'t> {
    fn take(&mut self, around: &[AnyNodeRef<'t>], node: AnyNodeRef<'t>) {
        if self.unread.iter().any(|range| range.contains_range(node.range())) {
            return;
        }
        let place = node.range();
        match node {
            AnyNodeRef::ExprAttribute(attribute) => {
                if let Expr::Name(ExprName { id, ctx: ExprContext::Load, range, .. }) = &*attribute.value {
                    let is_annotation = around.iter().any(|outer| is_annotation(*outer, *range));
                    if !is_annotation {
                        self.used.push((id.as_str(), scopes(around, *range), range.start().to_u32()));
                    }
                }
            }
            AnyNodeRef::ExprName(name) if name.ctx == ExprContext::Store => {
                self.bind(&name.id, around, place);
            }
            AnyNodeRef::ExprNamed(named) => {
                if let Expr::Name(name) = &*named.target {
                    let outer = scopes(around, place).into_iter().rfind(|scope| !scope.is_comprehension());
                    self.add(&name.id, outer, place.end());
                }
            }
            AnyNodeRef::StmtFunctionDef(function) => self.bind(&function.name, around, place),
            AnyNodeRef::StmtClassDef(class) => self.bind(&class.name, around, place),
            AnyNodeRef::Parameter(parameter) => {
                let scope = around.iter().rev().find_map(|outer| match outer {
                    AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_) => Some(scope_of(*outer)),
                    _ => None,
                });
                self.add(&parameter.name, scope, parameter.range().start());
            }
            AnyNodeRef::ExceptHandlerExceptHandler(handler) => {
                handler.name.iter().for_each(|name| self.bind(name, around, name.range()));
            }
            AnyNodeRef::PatternMatchAs(pattern) => {
                pattern.name.iter().for_each(|name| self.bind(name, around, place));
            }
            AnyNodeRef::PatternMatchStar(pattern) => {
                pattern.name.iter().for_each(|name| self.bind(name, around, place));
            }
            AnyNodeRef::PatternMatchMapping(pattern) => {
                pattern.rest.iter().for_each(|name| self.bind(name, around, place));
            }
            AnyNodeRef::TypeParamTypeVar(parameter) => self.add(&parameter.name, None, TextSize::new(0)),
            AnyNodeRef::TypeParamParamSpec(parameter) => self.add(&parameter.name, None, TextSize::new(0)),
            AnyNodeRef::TypeParamTypeVarTuple(parameter) => self.add(&parameter.name, None, TextSize::new(0)),
            AnyNodeRef::StmtTypeAlias(alias) => {
                if let Expr::Name(name) = &*alias.name {
                    self.bind(&name.id, around, place);
                }
            }
            AnyNodeRef::StmtImport(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                    let root = name.split_once('.').map_or(name, |(root, _)| root);
                    self.bind(root, around, alias.range());
                }
            }
            AnyNodeRef::StmtImportFrom(import) => {
                for alias in &import.names {
                    self.has_star |= alias.name.as_str() == "*";
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name), around, alias.range());
                }
            }
            AnyNodeRef::StmtGlobal(statement) => self.declare(&statement.names, around, place),
            AnyNodeRef::StmtNonlocal(statement) => self.declare(&statement.names, around, place),
            _ => {}
        }
    }

    fn declare(
        &mut self,
        names: &'t [loopmend_python::ast::Identifier],
        around: &[AnyNodeRef<'t>],
        place: TextRange,
    ) {
        let scope = scopes(around, place).last().copied();
        for name in names {
            self.declared.insert((name.as_str(), scope));
            // Who declares a name gives it a value somewhere.
            self.add(name, None, TextSize::new(0));
        }
    }

    fn bind(&mut self, name: &'t str, around: &[AnyNodeRef<'t>], place: TextRange) {
        let scope = scopes(around, place).last().copied();
        let is_comprehension = scope.is_some_and(|scope| scope.is_comprehension());
        self.add(name, scope, if is_comprehension { TextSize::new(0) } else { place.end() });
    }

    fn add(&mut self, name: &'t str, scope: Option<Scope>, end: TextSize) {
        self.bound.entry(name).or_default().push(Bound { scope, end: end.to_u32() });
    }

    fn unbound(&self) -> BTreeMap<String, usize> {
        let mut unbound = BTreeMap::new();
        for (name, around, place) in &self.used {
            if !self.has_value(name, around, *place) {
                *unbound.entry((*name).to_owned()).or_default() += 1;
            }
        }
        unbound
    }

    fn has_value(&self, name: &str, around: &[Scope], place: u32) -> bool {
        let bound = self.bound.get(name).map(Vec::as_slice).unwrap_or_default();
        let mut is_run_later = false;
        for (depth, scope) in around.iter().enumerate().rev() {
            let is_seen = !scope.is_class() || depth + 1 == around.len();
            let is_declared = self.declared.contains(&(name, Some(*scope)));
            let mut here = bound.iter().filter(|bound| bound.scope == Some(*scope)).peekable();
            if is_seen && !is_declared && here.peek().is_some() {
                // A name that the body of a class binds later is still that of the module.
                let is_there = is_run_later || here.any(|bound| bound.end <= place);
                if is_there || !scope.is_class() {
                    return is_there;
                }
            }
            is_run_later |= scope.kind == ScopeKind::Function;
        }
        let mut here = bound.iter().filter(|bound| bound.scope.is_none()).peekable();
        self.has_star
            || match here.peek() {
                Some(_) => is_run_later || here.any(|bound| bound.end <= place),
                None => false,
            }
    }
}

/// Returns the scopes that contain a place, outermost first.
fn scopes(around: &[AnyNodeRef], place: TextRange) -> Around {
    around.iter().filter(|node| is_inside(**node, place)).map(|node| scope_of(*node)).collect()
}

fn scope_of(node: AnyNodeRef) -> Scope {
    let range = node.range();
    let kind = match node {
        AnyNodeRef::StmtClassDef(_) => ScopeKind::Class,
        AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_) => ScopeKind::Function,
        _ => ScopeKind::Comprehension,
    };
    Scope { start: range.start().to_u32(), end: range.end().to_u32(), kind }
}

/// Returns whether a node is a scope, and a place is in the part of it that uses the names of this scope.
fn is_inside(node: AnyNodeRef, place: TextRange) -> bool {
    let is_in_body = |body: &[Stmt]| body.first().is_some_and(|first| first.start() <= place.start());
    // What a comprehension goes through first is evaluated around it.
    let is_behind_first = |generators: &[Comprehension]| {
        generators.first().is_some_and(|first| !first.iter.range().contains_range(place))
    };
    match node {
        AnyNodeRef::StmtFunctionDef(function) => is_in_body(&function.body),
        AnyNodeRef::StmtClassDef(class) => is_in_body(&class.body),
        AnyNodeRef::ExprLambda(lambda) => lambda.body.range().contains_range(place),
        AnyNodeRef::ExprListComp(it) => is_behind_first(&it.generators),
        AnyNodeRef::ExprSetComp(it) => is_behind_first(&it.generators),
        AnyNodeRef::ExprDictComp(it) => is_behind_first(&it.generators),
        AnyNodeRef::ExprGenerator(it) => is_behind_first(&it.generators),
        _ => false,
    }
}

/// Returns whether a place is in an annotation, which need not be evaluated.
fn is_annotation(node: AnyNodeRef, place: TextRange) -> bool {
    let is_in = |annotation: &Expr| annotation.range().contains_range(place);
    match node {
        AnyNodeRef::StmtFunctionDef(function) => function.returns.as_deref().is_some_and(is_in),
        AnyNodeRef::Parameter(parameter) => parameter.annotation.as_deref().is_some_and(is_in),
        AnyNodeRef::StmtAnnAssign(assign) => is_in(&assign.annotation),
        AnyNodeRef::StmtTypeAlias(_) => true,
        _ => false,
    }
}

fn is_type_checking(test: &Expr) -> bool {
    match test {
        Expr::Name(name) => name.id == "TYPE_CHECKING",
        Expr::Attribute(attribute) => attribute.attr.as_str() == "TYPE_CHECKING",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText};

    use super::unbound_names;

    fn unbound(text: &str) -> Vec<String> {
        unbound_names(&SourceText::new(text, SourceKind::Python)).into_keys().collect()
    }

    #[test]
    fn what_is_imported_anywhere_at_the_top_has_a_value_in_functions() {
        assert!(unbound("import a\ndef f(): a.x\n").is_empty());
        assert!(unbound("def f(): a.x\nimport a\n").is_empty());
        assert!(unbound("try:\n    import a\nexcept ImportError:\n    a = None\ndef f(): a.x\n").is_empty());
        assert!(unbound("from b import *\ndef f(): a.x\n").is_empty());
        assert!(unbound("def g():\n    def f(): a.x\n    import a\n").is_empty());
        assert!(unbound("class C:\n    import a\n    a.x\n    b = [c.x for c in a.y]\n").is_empty());
        assert!(unbound("def f():\n    [a.x for b in c if (a := b)]\n    a.x\n").is_empty());
        assert!(unbound("def f(a, *b, **c): return a.x + b.x + c.x + (lambda d: d.x)\n").is_empty());
        assert!(unbound("import a\ndef f():\n    global a\n    a.x\n    a = 1\n").is_empty());
    }

    #[test]
    fn what_has_no_value_yet_is_told() {
        assert_eq!(unbound("def f(): a.x\n"), ["a"]);
        assert_eq!(unbound("import a\ndef f():\n    a.x\n    import a\n"), ["a"]);
        assert_eq!(unbound("import a\ndef f():\n    a.x\n    for a in b: pass\n"), ["a"]);
        assert_eq!(unbound("import a as b\ndef f(): a.x\n"), ["a"]);
        assert_eq!(unbound("def f():\n    [a.x for b in c]\n    import a\n"), ["a"]);
        assert_eq!(unbound("@a.x\ndef f(): pass\nimport a\n"), ["a"]);
        assert_eq!(unbound("class C:\n    import a\n    def f(self): a.x\n"), ["a"]);
        assert_eq!(unbound("if TYPE_CHECKING:\n    import a\ndef f(): a.x\n"), ["a"]);
    }
}
