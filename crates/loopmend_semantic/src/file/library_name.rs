//! Names that certainly mean nothing of the project, as the imports of the file show. The libraries are not read for that.

use loopmend_index::summary::{BindingKind, CallSite, Expression, ExpressionId, NameId, Summary, Test};
use loopmend_project::Origin;
use rustc_hash::FxHashSet;

use super::File;

/// The names of a file that may mean something of the project. `None` stands for all names.
pub(super) type OwnNames = Option<FxHashSet<NameId>>;

impl File<'_> {
    /// Returns whether a call certainly calls nothing of the project: it calls a builtin, or what an import gets from a library.
    pub fn calls_library(&self, site: &CallSite) -> bool {
        self.is_of_library(self.summary().callee_or_itself(site.expression))
    }

    /// Returns whether an expression certainly means nothing of the project: a builtin, what an import gets from a library, or an attribute of
    /// such an object.
    pub fn is_of_library(&self, value: ExpressionId) -> bool {
        let Some(own) = self.own_names.get_or_init(|| self.find_own_names()) else { return false };
        let summary = self.summary();
        let mut root = value;
        while let Expression::Attribute { value, .. } = summary.expression(root) {
            root = value;
        }
        matches!(summary.expression(root), Expression::Name(name) if !own.contains(&name))
    }

    /// Returns the names that anything but an import from a library binds, anywhere in the file, that a test narrows, or that have an attribute
    /// which the file sets.
    fn find_own_names(&self) -> OwnNames {
        let summary = self.summary();
        // A package has its submodules as names.
        if self.engine().is_package(self.module())
            || summary.scopes.iter().any(|scope| !scope.star_imports.is_empty())
        {
            return None;
        }
        let mut own = FxHashSet::default();
        let parameters = summary.functions.iter().flat_map(|function| &function.parameters);
        own.extend(parameters.map(|parameter| parameter.name));
        own.extend(summary.functions.iter().flat_map(|function| &function.type_parameters));
        own.extend(summary.classes.iter().flat_map(|class| &class.type_parameters));
        for scope in &summary.scopes {
            for entry in &scope.entries {
                let mut bindings = summary.bindings_in(*entry).iter().chain(summary.confined_in(*entry));
                if !bindings.all(|binding| self.is_import_of_library(binding.kind)) {
                    own.extend(find_root(summary, entry.name));
                }
            }
            let narrowed = scope
                .narrowings
                .iter()
                .filter(|narrowing| !matches!(narrowing.test, Test::None | Test::Truth));
            own.extend(narrowed.filter_map(|narrowing| find_root(summary, narrowing.name)));
        }
        Some(own)
    }

    fn is_import_of_library(&self, binding: BindingKind) -> bool {
        let (BindingKind::Import { module } | BindingKind::ImportFrom { module, .. }) = binding else {
            return false;
        };
        let engine = self.engine();
        let module = engine.resolve(self.summary().name(module), self.module());
        engine.is_absent(module)
            || engine.origin(module) != Origin::FirstParty && !engine.is_namespace(module)
    }
}

/// Returns the first part of a dotted name.
fn find_root(summary: &Summary, name: NameId) -> Option<NameId> {
    match summary.name(name).split_once('.') {
        Some((root, _)) => summary.names.find(root),
        None => Some(name),
    }
}
