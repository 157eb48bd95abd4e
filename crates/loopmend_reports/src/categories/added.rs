//! A project's additions to the catalogue of resources: `[tool.loopmend.categories]`.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use loopmend_project::{Category, CategorySettings, ResourceKind};
use loopmend_semantic::engine::{Engine, ModuleId};
use loopmend_semantic::infer::{ClassRef, FunctionRef, Inference, Type};

use super::ReachedThing;
use super::resources::{Called, Resources, is_class_name};
use super::steps::ReachedBy;

/// The catalogue, including the project's additions.
#[derive(Default)]
pub(super) struct Known {
    callables: Vec<ListedCallable>,
    fixtures: Vec<(ResourceKind, Listed)>,
    marks: BTreeMap<Category, Vec<Listed>>,
}

/// A name listed in the settings.
struct Listed {
    name: String,
    /// Whether the name has been found.
    is_met: AtomicBool,
}

/// A callable that a project lists by dotted name: a function, a class with its methods, or a method.
struct ListedCallable {
    kind: ResourceKind,
    listed: Listed,
    /// The definitions that the name resolves to, if known.
    meant: Vec<Meant>,
}

/// A definition that a dotted name resolves to.
enum Meant {
    Function(FunctionRef),
    Class(ClassRef),
    /// A method of a class, which may be inherited.
    Method(ClassRef, FunctionRef),
}

impl Known {
    /// Creates the catalogue with the additions from a project's settings.
    pub(super) fn new(engine: &Engine) -> Self {
        let settings = engine.project().categories();
        let mut inference = Inference::new(engine);
        let mut callable = |kind, name: &String| ListedCallable {
            kind,
            listed: Listed::new(name),
            meant: meant_by(&mut inference, name),
        };
        let mut known = Self::of_marks(&settings);
        for (kind, names) in &settings.callables {
            known.callables.extend(names.iter().map(|name| callable(*kind, name)));
        }
        for (kind, names) in &settings.fixtures {
            known.fixtures.extend(names.iter().map(|name| (*kind, Listed::new(name))));
        }
        known
    }

    /// Creates the catalogue with only the settings of marks.
    pub(super) fn of_marks(settings: &CategorySettings) -> Self {
        let listed = |names: &Vec<String>| names.iter().map(|name| Listed::new(name)).collect();
        let marks = settings.marks.iter().map(|(category, names)| (*category, listed(names)));
        Self { marks: marks.collect(), ..Self::default() }
    }

    /// Returns the resource that a call reaches. `key` is the environment variable that the call reads.
    pub(super) fn reached_by(&self, called: &Called, key: Option<&str>) -> Option<ReachedBy> {
        let added = self.callables.iter().find_map(|known| known.reached_by(called));
        added.or_else(|| Resources::known().reached_by(called, key))
    }

    /// Returns the kind of resource that a fixture listed by the project opens.
    pub(super) fn fixture(&self, name: &str) -> Option<ResourceKind> {
        self.fixtures.iter().find(|(_, known)| known.is(name)).map(|(kind, _)| *kind)
    }

    /// Returns the category that a mark states.
    pub(super) fn category_of_mark(&self, name: &str) -> Option<Category> {
        let added = self.marks.iter().find(|(_, names)| names.iter().any(|known| known.is(name)));
        added.map(|(category, _)| *category).or_else(|| Resources::known().category_of_mark(name))
    }

    /// Returns the marks for a category, the project's first, then the usual one.
    pub(super) fn names_of_category(&self, category: Category) -> Vec<&String> {
        let added = self.marks.get(&category).into_iter().flatten().map(|known| &known.name);
        added.chain(Resources::known().names_of_category(category)).collect()
    }

    /// Returns the listed names that nothing has matched so far, with their keys. The first mark of a
    /// category is the one to write, so it does not count.
    pub(super) fn unmet(&self, engine: &Engine) -> Vec<(&'static str, &str)> {
        let is_unmet = |known: &&Listed| !known.is_met.load(Ordering::Relaxed);
        let callables = self.callables.iter().filter(|known| known.meant.is_empty());
        let callables = callables.map(|known| &known.listed).filter(is_unmet);
        let defines = |name: &str| {
            let mut files = (0..engine.project().files().len()).map(ModuleId::of_file);
            files.any(|module| engine.may_bind(module, name) && engine.summary(module).defines_fixture(name))
        };
        let fixtures = self.fixtures.iter().map(|(_, known)| known).filter(is_unmet);
        let fixtures = fixtures.filter(|known| !defines(&known.name));
        let marks = self.marks.values().flat_map(|names| names.iter().skip(1)).filter(is_unmet);
        let under = |key: &'static str| move |known| (key, Listed::name(known));
        let callables = callables.map(under("callables"));
        callables.chain(fixtures.map(under("fixtures"))).chain(marks.map(under("marks"))).collect()
    }
}

impl Listed {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), is_met: AtomicBool::new(false) }
    }

    fn name(&self) -> &str {
        &self.name
    }

    /// Returns whether this is the name, and records the match.
    fn is(&self, name: &str) -> bool {
        let is_it = self.name == name;
        if is_it {
            self.is_met.store(true, Ordering::Relaxed);
        }
        is_it
    }
}

impl ListedCallable {
    fn reached_by(&self, called: &Called) -> Option<ReachedBy> {
        let name = self.name_of(called)?;
        self.listed.is_met.store(true, Ordering::Relaxed);
        let package = Called::package_of(&self.listed.name).into();
        let thing = ReachedThing::Call { package, name };
        Some(ReachedBy { kind: self.kind, package: Called::package_of(&self.listed.name).into(), thing })
    }

    /// Returns the listed name if it matches, for a class with the called method.
    fn name_of(&self, called: &Called) -> Option<String> {
        let listed = &self.listed.name;
        if self.meant.is_empty() {
            let rest = called.path.strip_prefix(listed.as_str())?;
            let is_method = is_class_name(listed.rsplit('.').next()?) && rest.starts_with('.');
            return (rest.is_empty() || is_method).then(|| called.path.clone());
        }
        self.meant.iter().find_map(|meant| match meant {
            Meant::Function(function) => (called.function == Some(*function)).then(|| listed.clone()),
            Meant::Method(class, method) => {
                let is_of_class = called.order.is_empty() || called.order.contains(class);
                (is_of_class && called.function == Some(*method)).then(|| listed.clone())
            }
            Meant::Class(class) if !called.order.contains(class) => None,
            Meant::Class(_) if called.is_class => Some(listed.clone()),
            Meant::Class(_) => Some(format!("{listed}.{}", called.name)),
        })
    }
}

/// Returns the definitions that a dotted name of the settings resolves to; empty if neither the project
/// nor an installed package has it. This is an outermost query.
fn meant_by(inference: &mut Inference, name: &str) -> Vec<Meant> {
    let Some(from) = inference.engine().modules().next() else { return Vec::new() };
    let of_owner = name.rsplit_once('.').and_then(|(owner, method)| {
        let Type::Class(class) = inference.public_object(owner, from) else { return None };
        Some(Meant::Method(class, inference.method_named(class, method)?))
    });
    if let Some(method) = of_owner {
        return vec![method];
    }
    let object = inference.public_object(name, from);
    let parts = inference.parts(object).into_iter().filter_map(|part| match part {
        Type::Function(callee) => Some(Meant::Function(inference.function_of(callee))),
        Type::Class(class) => Some(Meant::Class(class)),
        _ => None,
    });
    parts.collect()
}
