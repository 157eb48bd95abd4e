//! The uses of names by which queries find files: an unchanged file is read only if it has such a use.

use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::{BindingKind, Expression, ExpressionId, FunctionId, NameHash, NameId, ScopeId, Summary};

/// A kind of use of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameUse {
    /// An argument of a call, or an element of a list, set or tuple that is one.
    Argument,
    /// The last name of a decorator.
    Decorator,
    /// The whole name of an imported module, or of what may be one.
    Import,
    /// The name of a function.
    Function,
    /// A function that is passed as a value: [`Summary::passed_on`].
    PassedOn,
}

impl NameUse {
    /// Returns the hash under which the use of a name is found.
    pub fn of(self, name: &str) -> NameHash {
        xxh3_64_with_seed(name.as_bytes(), self as u64 + 1) as NameHash
    }
}

/// A name or attribute that is an argument, or an element of a list, set or tuple that is one.
#[derive(Clone, Copy, Debug)]
pub struct NamedArgument {
    /// The index of the call.
    pub call: u32,
    /// The index of the argument.
    pub place: usize,
    /// The name or attribute.
    pub value: ExpressionId,
    /// The last name of the value.
    pub name: NameId,
}

impl Summary {
    /// Returns the names that are arguments, in the order of the calls.
    pub fn named_arguments(&self) -> impl Iterator<Item = NamedArgument> {
        (0..).zip(&self.calls).flat_map(move |(call, site)| {
            let arguments = self.arguments_of(site.expression).unwrap_or_default().iter().enumerate();
            arguments.flat_map(move |(place, argument)| {
                let itself = std::slice::from_ref(&argument.value);
                let values = self.elements_of(argument.value).unwrap_or(itself).iter().copied();
                values.filter_map(move |value| match self.expression(value) {
                    Expression::Name(name) | Expression::Attribute { name, .. } => {
                        Some(NamedArgument { call, place, value, name })
                    }
                    _ => None,
                })
            })
        })
    }

    fn elements_of(&self, value: ExpressionId) -> Option<&[ExpressionId]> {
        match self.expression(value) {
            Expression::Display { elements, .. } | Expression::Tuple(elements) => Some(self.list(elements)),
            _ => None,
        }
    }

    /// Returns the decorators that have a name, each with its function and its last name.
    pub fn named_decorators(&self) -> impl Iterator<Item = (FunctionId, ExpressionId, &str)> {
        (0..).map(FunctionId).zip(&self.functions).flat_map(move |(id, function)| {
            let decorators = self.list(function.decorators).iter();
            decorators.filter_map(move |decorator| Some((id, *decorator, self.last_name(*decorator)?)))
        })
    }

    /// Returns the modules that the module may import, as they are named: `a` and `a.b` for `from a import b`.
    pub fn imported_modules(&self) -> impl Iterator<Item = String> {
        self.imports_by_scope().map(|(_, name)| name)
    }

    /// Returns the modules that the module may import, as [`Self::imported_modules`], with the scopes of the imports.
    pub fn imports_by_scope(&self) -> impl Iterator<Item = (ScopeId, String)> {
        let names = self.bindings.iter().map(|binding| {
            let at = |name| Some((binding.scope, name));
            match binding.kind {
                BindingKind::Import { module } => [at(self.name(module).to_owned()), None],
                BindingKind::ImportFrom { module, name } => {
                    let module = self.name(module);
                    [at(module.to_owned()), at(format!("{module}.{}", self.name(name)))]
                }
                _ => [None, None],
            }
        });
        let scopes = (0..).map(ScopeId).zip(&self.scopes);
        let stars =
            scopes.flat_map(|(id, scope)| scope.star_imports.iter().map(move |star| (id, star.module)));
        names.flatten().flatten().chain(stars.map(|(id, module)| (id, self.name(module).to_owned())))
    }

    /// Returns the uses of names, ascending: [`NameUse::of`].
    pub(super) fn name_uses(&self) -> Vec<NameHash> {
        let mut uses: Vec<NameHash> = self.imported_modules().map(|name| NameUse::Import.of(&name)).collect();
        uses.extend(self.named_decorators().map(|(_, _, name)| NameUse::Decorator.of(name)));
        let mut arguments: Vec<NameId> = self.named_arguments().map(|argument| argument.name).collect();
        arguments.sort_unstable();
        arguments.dedup();
        uses.extend(arguments.into_iter().map(|name| NameUse::Argument.of(self.name(name))));
        uses.extend(self.passed_on.iter().map(|name| NameUse::PassedOn.of(self.name(*name))));
        let mut functions: Vec<NameId> = self.functions.iter().map(|function| function.name).collect();
        functions.sort_unstable();
        functions.dedup();
        uses.extend(functions.into_iter().map(|name| NameUse::Function.of(self.name(name))));
        uses.sort_unstable();
        uses.dedup();
        uses
    }
}
