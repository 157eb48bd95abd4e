//! The interface hash: what other modules can see of a module, without positions.

use std::hash::{Hash, Hasher};

use loopmend_core::Span;
use xxhash_rust::xxh3::Xxh3Default;

use super::{
    Attribute, BindingKind, ClassId, Expression, ExpressionId, FunctionId, List, NameId, Scope, ScopeKind,
    Summary,
};

/// Hashes names, classes, attributes and signatures. Bodies of functions and positions are left out, so
/// that an edit inside a function leaves the hash as it was.
pub(super) fn interface_hash(summary: &Summary) -> u64 {
    let mut interface = Interface { summary, hasher: Xxh3Default::new() };
    for scope in &summary.scopes {
        if !matches!(scope.kind, ScopeKind::Function(_)) && interface.is_visible(scope) {
            interface.scope(scope);
        }
    }
    interface.hasher.finish()
}

struct Interface<'s> {
    summary: &'s Summary,
    hasher: Xxh3Default,
}

impl Interface<'_> {
    /// Whether no function stands around the scope.
    fn is_visible(&self, scope: &Scope) -> bool {
        let mut parent = scope.parent;
        while let Some(id) = parent {
            let around = self.summary.scope(id);
            if matches!(around.kind, ScopeKind::Function(_)) {
                return false;
            }
            parent = around.parent;
        }
        true
    }

    fn scope(&mut self, scope: &Scope) {
        self.tag(1);
        for module in &scope.star_imports {
            self.name(*module);
        }
        for entry in &scope.entries {
            self.name(entry.name);
            for binding in self.summary.bindings_in(*entry) {
                let reaches_all = binding.in_loop == Span::new(0, u32::MAX);
                (binding.is_unconditional(), reaches_all).hash(&mut self.hasher);
                self.binding(binding.kind);
            }
        }
    }

    fn binding(&mut self, kind: BindingKind) {
        match kind {
            BindingKind::Value(value) => self.tagged(2, value),
            BindingKind::Annotated { annotation, value } => {
                self.tagged(3, annotation);
                self.optional(value);
            }
            BindingKind::Function(function) => self.function(function),
            BindingKind::Class(class) => self.class(class),
            BindingKind::Import { module } => self.named(4, module),
            BindingKind::ImportFrom { module, name } => {
                self.named(5, module);
                self.name(name);
            }
            BindingKind::With { value, is_async } => self.tagged(6 + u8::from(is_async), value),
            BindingKind::Except(value) => self.tagged(8, value),
            BindingKind::Alias(value) => self.tagged(9, value),
            BindingKind::Opaque => self.tag(10),
        }
    }

    fn function(&mut self, id: FunctionId) {
        let function = self.summary.function(id);
        self.tag(11);
        (function.is_async, function.is_generator).hash(&mut self.hasher);
        self.list(function.decorators);
        for parameter in &function.parameters {
            self.name(parameter.name);
            parameter.is_variadic.hash(&mut self.hasher);
            self.optional(parameter.annotation);
        }
        self.optional(function.returns);
        for name in &function.type_parameters {
            self.name(*name);
        }
    }

    fn class(&mut self, id: ClassId) {
        let class = self.summary.class(id);
        self.tag(12);
        self.list(class.bases);
        self.list(class.decorators);
        self.optional(class.metaclass);
        for Attribute { name, kind, .. } in &class.attributes {
            self.name(*name);
            self.binding(*kind);
        }
        for name in &class.type_parameters {
            self.name(*name);
        }
    }

    fn expression(&mut self, id: ExpressionId) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || match self.summary.expression(id) {
            Expression::Name(name) => self.named(20, name),
            Expression::Attribute { value, name } => {
                self.named(21, name);
                self.expression(value);
            }
            Expression::Call { callee } => self.tagged(22, callee),
            Expression::Await(value) => self.tagged(23, value),
            Expression::Subscript { value, slice } => self.pair(24, value, slice),
            Expression::Tuple(elements) => self.tagged_list(25, elements),
            Expression::List(elements) => self.tagged_list(26, elements),
            Expression::String(text) => self.named(27, text),
            Expression::BitOr(left, right) => self.pair(28, left, right),
            Expression::Either(values) => self.tagged_list(29, values),
            Expression::None => self.tag(30),
            Expression::Plain => self.tag(31),
            Expression::Opaque => self.tag(32),
        });
    }

    fn tag(&mut self, tag: u8) {
        self.hasher.write_u8(tag);
    }

    fn name(&mut self, name: NameId) {
        self.summary.name(name).hash(&mut self.hasher);
    }

    fn named(&mut self, tag: u8, name: NameId) {
        self.tag(tag);
        self.name(name);
    }

    fn tagged(&mut self, tag: u8, expression: ExpressionId) {
        self.tag(tag);
        self.expression(expression);
    }

    fn pair(&mut self, tag: u8, first: ExpressionId, second: ExpressionId) {
        self.tagged(tag, first);
        self.expression(second);
    }

    fn tagged_list(&mut self, tag: u8, list: List) {
        self.tag(tag);
        self.list(list);
    }

    fn list(&mut self, list: List) {
        list.len.hash(&mut self.hasher);
        for expression in self.summary.list(list) {
            self.expression(*expression);
        }
    }

    fn optional(&mut self, expression: Option<ExpressionId>) {
        match expression {
            Some(expression) => self.tagged(1, expression),
            None => self.tag(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText};
    use loopmend_project::PythonVersion;

    use super::super::{SyntaxTree, Target, lower};

    fn hash(text: &str) -> u64 {
        let source = SourceText::new(text, SourceKind::Python);
        let version = PythonVersion { major: 3, minor: 12 };
        let target = Target { module: Some("m"), is_package: false, version };
        lower(&source, &SyntaxTree::parse(&source), &target).interface_hash
    }

    const BASE: &str =
        "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n";

    #[test]
    fn what_others_cannot_see_leaves_the_hash_as_it_was() {
        for same in [
            "# moved down\n\nimport a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
            "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        local = 1\n        a.call(local)\n        self.z = a.Z()\n",
            "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        def inner(): ...\n        self.z = a.Z()\n",
        ] {
            assert_eq!(hash(same), hash(BASE), "{same}");
        }
    }

    #[test]
    fn what_others_can_see_changes_it() {
        let variants = [
            "import b as a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
            "import a\nclass C(a.D):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
            "import a\nclass C(a.B):\n    x: str\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
            "import a\nclass C(a.B):\n    x: int\n    async def f(self, y: str) -> None:\n        self.z = a.Z()\n",
            "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> int:\n        self.z = a.Z()\n",
            "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Y()\n",
            "import a\nclass C(a.B):\n    x: int\n    @a.d\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
            "import a\nif a:\n    class C(a.B):\n        x: int\n        def f(self, y: str) -> None:\n            self.z = a.Z()\n",
            "from a import *\nimport a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
        ];
        let mut hashes: Vec<u64> = variants.iter().map(|text| hash(text)).chain([hash(BASE)]).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), variants.len() + 1);
    }

    #[test]
    fn a_global_statement_in_a_function_is_seen_by_others() {
        let with = "x = None\ndef f():\n    global x\n    x = C()\n";
        assert_ne!(hash(with), hash("x = None\ndef f():\n    x = C()\n"));
    }
}
