//! The surface of a library: a stub of each of its modules, with what inference knows of the modules themselves. It stands in for
//! a library that is not installed. It holds names and signatures; what a function without an annotation
//! returns, and which attributes methods set, are inferred here and written as annotations. Bodies, docstrings, comments and the values of defaults are left out.

mod inherited;
mod signature;
mod text;
mod type_text;
mod value;

use std::collections::BTreeSet;

use loopmend_core::SourceText;
use loopmend_index::summary::{ExpressionId, ScopeId, Summary};
use loopmend_python::SyntaxTree;
use loopmend_python::ast::{ExceptHandler, Expr, Stmt, StmtClassDef, StmtIf, StmtTry};
use loopmend_semantic::engine::{Engine, ModuleId};
use loopmend_semantic::infer::{ClassRef, Inference, Location};

use type_text::Imports;

/// The longest expression that is kept as it is written, in bytes.
const LONGEST_EXPRESSION: usize = 400;

/// The stub of a module of a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surface {
    /// The text of the stub.
    pub text: String,
    /// The modules of the same library without which the stub says less: those of base classes and decorators. Sorted.
    pub rests_on: BTreeSet<String>,
    /// Whether the module is a package.
    pub is_package: bool,
}

impl Surface {
    /// Returns whether the module has anything to do with event loops.
    pub fn is_of_event_loops(&self) -> bool {
        WORDS_OF_EVENT_LOOPS.iter().any(|word| self.text.contains(word))
    }
}

/// The words of which one occurs in each stub that has to do with event loops.
const WORDS_OF_EVENT_LOOPS: [&str; 6] = ["async ", "asyncio", "Async", "Awaitable", "Coroutine", "Future"];

/// Returns the stub of a module of a library. `source` is the text of the module's file. Returns `None` if the text has
/// syntax errors.
pub fn surface_of(engine: &Engine, module: ModuleId, source: &SourceText) -> Option<Surface> {
    let tree = SyntaxTree::parse(source);
    if tree.has_errors() {
        return None;
    }
    let mut writer = Writer {
        inference: Inference::new(engine),
        module,
        summary: engine.summary(module),
        tree: &tree,
        source: &source.text,
        text: String::new(),
        depth: 0,
        imports: Imports::default(),
        rests_on: BTreeSet::new(),
    };
    writer.block(&tree.module().body, &Around { scope: Summary::MODULE_SCOPE, class: None });
    let text = writer.imports.head() + &writer.text;
    Some(Surface { text, rests_on: writer.rests_on, is_package: engine.is_package(module) })
}

/// Where a statement stands.
#[derive(Clone, Copy)]
struct Around {
    scope: ScopeId,
    class: Option<ClassRef>,
}

/// Writes one module.
struct Writer<'e, 's> {
    inference: Inference<'e>,
    module: ModuleId,
    summary: &'e Summary,
    tree: &'s SyntaxTree,
    source: &'s str,
    text: String,
    depth: usize,
    imports: Imports,
    rests_on: BTreeSet<String>,
}

impl Writer<'_, '_> {
    fn line(&mut self, line: &str) {
        self.text.extend(std::iter::repeat_n(' ', self.depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Writes a header and what is below it; `...` if that is nothing.
    fn below(&mut self, header: &str, write: impl FnOnce(&mut Self)) {
        self.line(header);
        self.depth += 1;
        let before = self.text.len();
        write(self);
        if self.text.len() == before {
            self.line("...");
        }
        self.depth -= 1;
    }

    fn block(&mut self, statements: &[Stmt], around: &Around) {
        for statement in statements {
            self.statement(statement, around);
        }
    }

    fn statement(&mut self, statement: &Stmt, around: &Around) {
        match statement {
            Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::TypeAlias(_) => {
                let text = self.text_of(statement);
                self.line(&text);
            }
            Stmt::FunctionDef(function) => self.function(function, around),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::AnnAssign(assignment) => self.annotated(assignment, around),
            Stmt::Assign(assignment) => self.assigned(assignment, around),
            Stmt::AugAssign(assignment) if is_all(&assignment.target) => {
                let text = self.text_of(statement);
                self.line(&text);
            }
            Stmt::Expr(expression) => self.extended_all(&expression.value),
            Stmt::If(branches) => self.branches(branches, around),
            Stmt::Try(attempt) => self.attempt(attempt, around),
            Stmt::With(with) => self.block(&with.body, around),
            _ => {}
        }
    }

    /// `__all__.extend(...)`, `__all__.append(...)`.
    fn extended_all(&mut self, expression: &Expr) {
        let Expr::Call(call) = expression else { return };
        let Expr::Attribute(method) = &*call.func else { return };
        if is_all(&method.value) {
            let text = self.text_of(expression);
            self.line(&text);
        }
    }

    fn branches(&mut self, branches: &StmtIf, around: &Around) {
        if tests_main(&branches.test) {
            return;
        }
        let test = self.text_of(&*branches.test);
        self.below(&format!("if {test}:"), |writer| writer.block(&branches.body, around));
        for clause in &branches.elif_else_clauses {
            let header = match &clause.test {
                Some(test) => format!("elif {}:", self.text_of(test)),
                None => "else:".to_owned(),
            };
            self.below(&header, |writer| writer.block(&clause.body, around));
        }
    }

    fn attempt(&mut self, attempt: &StmtTry, around: &Around) {
        self.below("try:", |writer| writer.block(&attempt.body, around));
        for ExceptHandler::ExceptHandler(handler) in &attempt.handlers {
            let header = match &handler.type_ {
                Some(caught) => format!("except {}:", self.text_of(&**caught)),
                None => "except:".to_owned(),
            };
            self.below(&header, |writer| writer.block(&handler.body, around));
        }
        if !attempt.orelse.is_empty() {
            self.below("else:", |writer| writer.block(&attempt.orelse, around));
        }
        if !attempt.finalbody.is_empty() {
            self.below("finally:", |writer| writer.block(&attempt.finalbody, around));
        }
    }

    fn class(&mut self, class: &StmtClassDef) {
        let end = class.name.range.end().to_u32();
        let Some(id) = self.summary.class_with_name_end(end) else { return };
        let of = ClassRef { module: self.module, class: id };
        let definition = self.summary.class(id);
        let around = Around { scope: definition.scope, class: Some(of) };
        let at = Location::around(self.summary, self.module, definition.scope);
        for (decorator, id) in class.decorator_list.iter().zip(self.summary.list(definition.decorators)) {
            let is_own = self.defining_module(at.scope, *id).is_some_and(|home| self.is_own(home));
            if is_own && self.inference.keeps_class(at, *id, of) {
                continue;
            }
            let text = self.short_text_of(&decorator.expression);
            self.line(&format!("@{text}"));
        }
        let parameters = class.type_params.as_deref().map(|it| self.text_of(it)).unwrap_or_default();
        let bases = class.arguments.as_deref().map(|it| self.short_text_of(it)).unwrap_or_default();
        self.rest_on_bases(of);
        self.below(&format!("class {}{parameters}{bases}:", class.name), |writer| {
            writer.block(&class.body, &around);
            writer.attributes(of);
            writer.inherited(of);
        });
    }

    fn rest_on_bases(&mut self, class: ClassRef) {
        let order = self.inference.mro(class);
        for (ancestor, _) in order.iter().flatten() {
            self.rest_on(ancestor.module);
        }
    }

    /// Notes that the stub rests on a module, if that is one of the library.
    fn rest_on(&mut self, module: ModuleId) {
        if self.is_own(module) && module != self.module {
            self.rests_on.insert(self.inference.engine().module_name(module).to_owned());
        }
    }

    /// Returns whether a module belongs to the library.
    fn is_own(&self, module: ModuleId) -> bool {
        let engine = self.inference.engine();
        engine.top_level(module) == engine.top_level(self.module)
    }

    /// Returns the module that defines the function or class of an expression.
    fn defining_module(&mut self, scope: ScopeId, expression: ExpressionId) -> Option<ModuleId> {
        let value = self.inference.expression(self.module, scope, expression);
        self.inference.defining_module(value)
    }
}

fn is_all(target: &Expr) -> bool {
    matches!(target, Expr::Name(name) if name.id == "__all__")
}

/// `__name__ == "__main__"`.
fn tests_main(test: &Expr) -> bool {
    matches!(test, Expr::Compare(compare) if matches!(&*compare.left, Expr::Name(name) if name.id == "__name__"))
}
