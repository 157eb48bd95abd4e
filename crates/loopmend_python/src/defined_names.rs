//! The names that definitions give their users: what a module, a class or a function has.

use loopmend_core::{SourceKind, SourceText};
use ruff_python_ast::visitor::source_order::TraversalSignal;
use ruff_python_ast::{AnyNodeRef, Expr, Identifier, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::Ranged;

use crate::{SyntaxTree, walk_body};

/// A name of a module, a class or a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinedName {
    /// The name.
    pub name: String,
    /// The kind of its definition.
    pub kind: NameKind,
    /// The definition without the name: the parameters and body of a function or class, the annotation and value of a variable. Empty if it
    /// says nothing.
    pub shape: String,
}

/// The kind of the definition of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// An import.
    Import,
    /// A class.
    Class,
    /// A function.
    Function,
    /// A parameter of a function.
    Parameter,
    /// A variable, or an attribute that a method sets.
    Variable,
}

/// A definition that has names.
enum Owner<'a> {
    Class(&'a StmtClassDef),
    Function(&'a StmtFunctionDef),
}

/// Returns the names that the definition with a qualified name has, in source order, as far as statements show: those of a module if
/// `symbol` is empty, the attributes of a class, the parameters of a function. Several definitions of one name count as one. Returns `None`
/// if the text has no such definition or is not parsed.
pub fn defined_names(text: &str, symbol: &str) -> Option<Vec<DefinedName>> {
    let source = SourceText::new(text, SourceKind::Python);
    let tree = SyntaxTree::parse(&source);
    if tree.refusal().is_some() {
        return None;
    }
    let names = Names { text };
    let body = &tree.module().body;
    if symbol.is_empty() {
        return Some(names.bound_in(body));
    }
    let owners = owners_named(body, symbol);
    let named = owners.iter().flat_map(|owner| names.of(owner)).collect();
    (!owners.is_empty()).then_some(named)
}

/// Returns the classes and functions with a qualified name inside a block.
fn owners_named<'a>(body: &'a [Stmt], symbol: &str) -> Vec<Owner<'a>> {
    let (first, rest) = match symbol.split_once('.') {
        Some((first, rest)) => (first, Some(rest)),
        None => (symbol, None),
    };
    let mut owners = Vec::new();
    for statement in statements(body) {
        match (statement, rest) {
            (AnyNodeRef::StmtClassDef(class), None) if *class.name == *first => {
                owners.push(Owner::Class(class));
            }
            (AnyNodeRef::StmtClassDef(class), Some(rest)) if *class.name == *first => {
                owners.extend(owners_named(&class.body, rest));
            }
            (AnyNodeRef::StmtFunctionDef(function), None) if *function.name == *first => {
                owners.push(Owner::Function(function));
            }
            (AnyNodeRef::StmtFunctionDef(function), Some(rest)) if *function.name == *first => {
                owners.extend(owners_named(&function.body, rest));
            }
            _ => {}
        }
    }
    owners
}

/// Returns the statements of a block and of the blocks in it, but not those inside of classes and functions.
fn statements(body: &[Stmt]) -> Vec<AnyNodeRef<'_>> {
    let mut found = Vec::new();
    walk_body(body, |_, node: AnyNodeRef<'_>| {
        if node.is_expression() {
            return TraversalSignal::Skip;
        }
        if node.is_statement() {
            found.push(node);
        }
        match node {
            AnyNodeRef::StmtClassDef(_) | AnyNodeRef::StmtFunctionDef(_) => TraversalSignal::Skip,
            _ => TraversalSignal::Traverse,
        }
    });
    found
}

struct Names<'a> {
    text: &'a str,
}

impl Names<'_> {
    fn of(&self, owner: &Owner<'_>) -> Vec<DefinedName> {
        match owner {
            Owner::Function(function) => self.parameters(function),
            Owner::Class(class) => {
                let mut names = self.bound_in(&class.body);
                for statement in statements(&class.body) {
                    if let AnyNodeRef::StmtFunctionDef(method) = statement {
                        names.extend(self.set_by(method));
                    }
                }
                names
            }
        }
    }

    fn slice(&self, node: &impl Ranged) -> &str {
        &self.text[node.range()]
    }

    /// The text of a definition behind its name.
    fn behind(&self, name: &Identifier, definition: &impl Ranged) -> String {
        self.text[name.range().end().to_usize()..definition.range().end().to_usize()].to_owned()
    }

    fn parameters(&self, function: &StmtFunctionDef) -> Vec<DefinedName> {
        let part = |part: Option<&Expr>, before: &str| {
            part.map_or_else(String::new, |part| format!("{before}{}", self.slice(part)))
        };
        let shape = |annotation, default| part(annotation, ": ") + &part(default, " = ");
        let parameters = function.parameters.iter();
        let named = parameters.map(|parameter| DefinedName {
            name: parameter.name().to_string(),
            kind: NameKind::Parameter,
            shape: shape(parameter.annotation(), parameter.default()),
        });
        named.collect()
    }

    /// Returns the names that the statements of a block bind.
    fn bound_in(&self, body: &[Stmt]) -> Vec<DefinedName> {
        let mut names = Vec::new();
        for statement in statements(body) {
            match statement {
                AnyNodeRef::StmtFunctionDef(function) => {
                    let (name, kind) = (function.name.to_string(), NameKind::Function);
                    names.push(DefinedName { name, kind, shape: self.behind(&function.name, function) });
                }
                AnyNodeRef::StmtClassDef(class) => {
                    let (name, kind) = (class.name.to_string(), NameKind::Class);
                    names.push(DefinedName { name, kind, shape: self.behind(&class.name, class) });
                }
                AnyNodeRef::StmtImport(import) => names.extend(import.names.iter().map(imported)),
                AnyNodeRef::StmtImportFrom(import) => names.extend(import.names.iter().map(imported)),
                _ => names.extend(self.assigned(statement, |target| match target {
                    Expr::Name(name) => Some(name.id.as_str()),
                    _ => None,
                })),
            }
        }
        names
    }

    /// Returns the attributes of its first parameter that a method sets.
    fn set_by(&self, method: &StmtFunctionDef) -> Vec<DefinedName> {
        let Some(receiver) = method.parameters.iter().next() else { return Vec::new() };
        let receiver = receiver.name().as_str();
        statements(&method.body)
            .into_iter()
            .flat_map(|statement| self.assigned(statement, |target| attribute_of(target, receiver)))
            .collect()
    }

    /// Returns the names of the targets that a statement assigns to. `name_of` gives the name of a target that counts.
    fn assigned<'t>(
        &self,
        statement: AnyNodeRef<'t>,
        name_of: impl Fn(&'t Expr) -> Option<&'t str>,
    ) -> Vec<DefinedName> {
        let (targets, shape) = match statement {
            AnyNodeRef::StmtAssign(assign) => {
                (assign.targets.iter().collect(), format!("= {}", self.slice(assign.value.as_ref())))
            }
            AnyNodeRef::StmtAnnAssign(assign) => {
                let value = assign.value.as_deref().map_or("", |value| self.slice(value));
                let annotation = self.slice(assign.annotation.as_ref());
                (vec![assign.target.as_ref()], format!(": {annotation} = {value}"))
            }
            _ => return Vec::new(),
        };
        let named = |name: &str, shape: &str| DefinedName {
            name: name.to_owned(),
            kind: NameKind::Variable,
            shape: shape.to_owned(),
        };
        let mut names = Vec::new();
        for target in targets {
            match target {
                Expr::Tuple(tuple) => {
                    names.extend(tuple.iter().filter_map(&name_of).map(|name| named(name, "")));
                }
                target => names.extend(name_of(target).map(|name| named(name, &shape))),
            }
        }
        names
    }
}

/// Returns the attribute that an expression names, if it is one of a variable.
fn attribute_of<'t>(target: &'t Expr, variable: &str) -> Option<&'t str> {
    let attribute = target.as_attribute_expr()?;
    let object = attribute.value.as_name_expr()?;
    (object.id.as_str() == variable).then_some(attribute.attr.as_str())
}

fn imported(alias: &ruff_python_ast::Alias) -> DefinedName {
    let name = alias.asname.as_ref().unwrap_or(&alias.name);
    let name = name.split('.').next().unwrap_or_default().to_owned();
    DefinedName { name, kind: NameKind::Import, shape: String::new() }
}

#[cfg(test)]
mod tests {
    use super::defined_names;

    const TEXT: &str = "import a.b\nfrom c import d as e\ntry:\n    LIMIT = 3\nexcept E:\n    LIMIT = 4\n\
class Item(Base):\n    size: int = 1\n    x, y = 1, 2\n    async def load(self, path, *, limit: int = 3):\n        self.path = path\n        self.other.no = 1\n";

    fn names(symbol: &str) -> Option<Vec<String>> {
        let names = defined_names(TEXT, symbol)?;
        Some(names.into_iter().map(|name| format!("{} {}", name.name, name.shape)).collect())
    }

    #[test]
    fn modules_classes_and_functions_have_names() {
        let module = names("").unwrap();
        assert_eq!(module[..4], ["a ", "e ", "LIMIT = 3", "LIMIT = 4"]);
        assert!(module[4].starts_with("Item (Base):\n    size"), "{}", module[4]);
        let class = names("Item").unwrap();
        assert_eq!(class[..3], ["size : int = 1", "x ", "y "]);
        assert!(class[3].starts_with("load (self, path, *, limit: int = 3):\n"), "{}", class[3]);
        assert_eq!(class[4], "path = path");
        assert_eq!(names("Item.load").unwrap(), ["self ", "path ", "limit : int = 3"]);
        assert_eq!(names("Item.none"), None);
        assert_eq!(defined_names("x = 1\n)\n", "").map(|names| names.len()), Some(1));
    }
}
