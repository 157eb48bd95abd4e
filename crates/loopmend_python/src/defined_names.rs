//! The names that definitions give their users: what a module, a class or a function has.

use loopmend_core::{SourceKind, SourceText};
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{AnyNodeRef, Expr, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_text_size::Ranged;

use crate::{SyntaxTree, Walk};

/// A name of a module, a class or a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinedName {
    /// The name.
    pub name: String,
    /// What defines it, without the name: the parameters of a function, the bases of a class, the annotation and value of a variable.
    pub shape: String,
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
    let mut walk = Walk::new(|_, node: AnyNodeRef<'_>| {
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
    walk.visit_body(body);
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

    fn parameters(&self, function: &StmtFunctionDef) -> Vec<DefinedName> {
        let shape = |annotation: Option<&Expr>, default: Option<&Expr>| {
            let part = |part: Option<&Expr>| part.map_or("", |part| self.slice(part)).to_owned();
            format!("parameter: {} = {}", part(annotation), part(default))
        };
        let parameters = function.parameters.iter();
        let named = parameters.map(|parameter| DefinedName {
            name: parameter.name().to_string(),
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
                    let shape = format!("function{}", self.slice(function.parameters.as_ref()));
                    names.push(DefinedName { name: function.name.to_string(), shape });
                }
                AnyNodeRef::StmtClassDef(class) => {
                    let bases = class.arguments.as_deref().map_or("", |bases| self.slice(bases));
                    names.push(DefinedName { name: class.name.to_string(), shape: format!("class{bases}") });
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
        let named = |name: &str, shape: &str| DefinedName { name: name.to_owned(), shape: shape.to_owned() };
        let mut names = Vec::new();
        for target in targets {
            match target {
                Expr::Tuple(tuple) => {
                    names.extend(tuple.iter().filter_map(&name_of).map(|name| named(name, "unpacked")));
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
    DefinedName { name, shape: "imported".to_owned() }
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
        let module = ["a imported", "e imported", "LIMIT = 3", "LIMIT = 4", "Item class(Base)"];
        assert_eq!(names("").unwrap(), module);
        let class = [
            "size : int = 1",
            "x unpacked",
            "y unpacked",
            "load function(self, path, *, limit: int = 3)",
            "path = path",
        ];
        assert_eq!(names("Item").unwrap(), class);
        let function = ["self parameter:  = ", "path parameter:  = ", "limit parameter: int = 3"];
        assert_eq!(names("Item.load").unwrap(), function);
        assert_eq!(names("Item.none"), None);
        assert_eq!(defined_names("x = 1\n)\n", "").map(|names| names.len()), Some(1));
    }
}
