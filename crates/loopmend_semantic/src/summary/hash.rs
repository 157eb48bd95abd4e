//! The interface hash: what other modules can see of a module, without positions.

use std::hash::{Hash, Hasher};

use xxhash_rust::xxh3::Xxh3Default;

use super::{
    Attribute, Binding, BindingKind, ClassId, Entry, Expression, ExpressionId, FunctionId, List, NameId,
    Scope, ScopeKind, Summary,
};

/// Hashes names, classes, attributes and signatures. Bodies of functions are left out, but for those that
/// decide what an attribute or a global is; positions count by their order only. So most edits inside a
/// function leave the hash as it was.
pub(super) fn interface_hash(summary: &Summary) -> u64 {
    let mut interface = Interface { summary, hasher: Xxh3Default::new() };
    let deciding = deciding_scopes(summary);
    for (scope, decides) in summary.scopes.iter().zip(deciding) {
        if decides || !matches!(scope.kind, ScopeKind::Function(_)) {
            interface.scope(scope);
        }
    }
    for name in &summary.patched {
        interface.name(*name);
    }
    interface.hasher.finish()
}

/// By scope, whether it is that of a function that sets an attribute of its class or a name of a scope
/// around it, or stands around such a one.
fn deciding_scopes(summary: &Summary) -> Vec<bool> {
    let attributes =
        summary.classes.iter().flat_map(|class| &class.attributes).map(|attribute| attribute.scope);
    let deferred = summary.bindings.iter().filter(|binding| binding.may_run_any_time());
    let mut deciding = vec![false; summary.scopes.len()];
    for scope in attributes.chain(deferred.map(|binding| binding.scope)) {
        let mut next = Some(scope);
        while let Some(id) = next.filter(|id| !deciding[id.index()]) {
            deciding[id.index()] = true;
            next = summary.scope(id).parent;
        }
    }
    deciding
}

fn places(binding: &Binding) -> [u32; 5] {
    let Binding { offset, block, in_loop, .. } = binding;
    [*offset, block.start, block.end, in_loop.start, in_loop.end]
}

fn places_of_binding(binding: &Binding, hasher: &mut Xxh3Default, rank: impl Fn(u32) -> usize) {
    binding.is_unconditional().hash(hasher);
    places(binding).map(rank).hash(hasher);
}

struct Interface<'s> {
    summary: &'s Summary,
    hasher: Xxh3Default,
}

impl Interface<'_> {
    fn scope(&mut self, scope: &Scope) {
        self.tag(1);
        for star in &scope.star_imports {
            self.name(star.module);
            star.is_unconditional.hash(&mut self.hasher);
        }
        let of_entry = |entry: &Entry| {
            let name = entry.name;
            self.summary.bindings_in(*entry).iter().map(move |binding| (name, *binding))
        };
        let mut bindings: Vec<(NameId, Binding)> = scope.entries.iter().flat_map(of_entry).collect();
        bindings.sort_by_key(|(_, binding)| binding.offset);
        let stars = scope.star_imports.iter().map(|star| star.offset);
        let mut places: Vec<u32> =
            bindings.iter().flat_map(|(_, binding)| places(binding)).chain(stars).collect();
        places.sort_unstable();
        places.dedup();
        let rank = |place: u32| places.partition_point(|other| *other < place);
        for (name, binding) in &bindings {
            self.name(*name);
            places_of_binding(binding, &mut self.hasher, rank);
            self.binding(binding.kind);
        }
        for star in &scope.star_imports {
            rank(star.offset).hash(&mut self.hasher);
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
            Expression::Call { callee, has_arguments } => {
                self.tagged(22 + 20 * u8::from(has_arguments), callee);
            }
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
            "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        a.call(y)\n        self.z = a.Z()\n",
        ] {
            assert_eq!(hash(same), hash(BASE), "{same}");
        }
        let other = |body: &str| hash(&format!("{BASE}    def g(self):\n        {body}\n"));
        assert_eq!(other("pass"), other("local = 1; a.call(local)"));
        assert_eq!(other("pass"), other("def inner(): ..."));
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
    fn a_body_that_decides_what_an_attribute_is_changes_it() {
        let with =
            |first: &str| hash(&format!("class C:\n    def f(self):\n        {first}\n        self.z = z\n"));
        assert_ne!(with("z = A()"), with("z = B()"));
        assert_ne!(with("from a import z"), with("from b import z"));
    }

    #[test]
    fn the_order_of_bindings_of_different_names_is_part_of_it() {
        assert_ne!(hash("x = g\ny = x\nx = h\n"), hash("x = g\nx = h\ny = x\n"));
    }

    #[test]
    fn a_subclass_in_a_function_is_part_of_it() {
        let with = |name: &str| hash(&format!("def f():\n    class C(B):\n        def {name}(self): ...\n"));
        assert_ne!(with("close"), with("open"));
    }

    #[test]
    fn a_global_statement_in_a_function_is_seen_by_others() {
        let with = "x = None\ndef f():\n    global x\n    x = C()\n";
        assert_ne!(hash(with), hash("x = None\ndef f():\n    x = C()\n"));
    }
}
