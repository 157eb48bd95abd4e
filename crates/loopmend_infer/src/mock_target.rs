//! The targets that a test patches: `patch("module.name", new)`, `patch.object(value, "name", new)`,
//! `monkeypatch.setattr(value, "name", new)`.

use loopmend_index::summary::{CallSite, ExpressionId, ScopeId, Usage};
use loopmend_project::PythonVersion;

use super::given::{Given, GivenArgument};
use super::known::PatchFunction;
use super::types::Location;
use super::{ClassRef, FunctionRef, Inference, Type};
use crate::engine::ModuleId;

/// A call that replaces an `async def`.
#[derive(Clone, Debug)]
pub struct Replacement {
    /// The name that is replaced.
    pub name: String,
    /// The object in which the name is replaced.
    pub owner: ReplacedIn,
    /// The original function.
    pub original: FunctionRef,
    /// The replacement, as written.
    pub new: ExpressionId,
    /// The result of calling the replacement.
    pub gives: Type,
    /// Whether the replacement lasts to the end of the test, rather than of a `with`.
    pub is_started: bool,
}

/// The object in which a name is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplacedIn {
    /// A module.
    Module(ModuleId),
    /// A class.
    Class(ClassRef),
}

/// The name that a call patches, or one on the way to it.
#[derive(Clone, Debug)]
pub struct PatchedTarget {
    /// The objects, each with the name that is taken from it, the nearest to the root first.
    pub steps: Vec<(Type, String)>,
    /// The string that has the last name.
    pub written: ExpressionId,
    /// Whether the object under the last name is replaced or deleted, rather than changed.
    pub is_replaced: bool,
}

/// The path of `monkeypatch.setattr` (docs.pytest.org/en/stable/how-to/monkeypatch.html).
const SETATTR: &str = "_pytest.monkeypatch.MonkeyPatch.setattr";
/// The path of `monkeypatch.delattr`.
const DELATTR: &str = "_pytest.monkeypatch.MonkeyPatch.delattr";
/// The class behind `patch.dict`, whose target is a dictionary or its dotted name (docs.python.org/3/library/unittest.mock.html#patch-dict).
const PATCH_DICT: &str = "unittest.mock._patch_dict";

/// The definition of `patch.multiple`.
const PATCH_MULTIPLE: &str = "unittest.mock._patcher.multiple";

/// The module whose patches begin with `with`, a decorated function or `start()`.
const STARTED_LATER: &str = "unittest.mock.";

/// The version since which `patch` imports the modules of a dotted name before it reads attributes, and no longer the other way round
/// (github.com/python/cpython/pull/18544).
const IMPORTS_FIRST: PythonVersion = PythonVersion { major: 3, minor: 11 };

/// The object that a name of a package means in the target of a patch, if the package has a submodule and an attribute of this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Preferred {
    Attribute,
    Submodule,
    /// This depends on the version of Python.
    Unknown,
}

impl Inference<'_> {
    /// Returns the replacement of an `async def` that a call installs. This is an outermost query.
    pub fn replacement(&mut self, module: ModuleId, site: &CallSite) -> Option<Replacement> {
        let (path, given) = self.call_of_patch(module, site)?;
        if path == SETATTR {
            return self.replacement_by_setattr(&given);
        }
        let patch = PatchFunction::at(&path)?;
        self.replacement_by_patch(patch, &given)
    }

    /// Returns the target of a call that replaces or deletes an attribute, or changes a dictionary, and refuses to create one. This is an outermost query.
    pub fn patched_target(&mut self, module: ModuleId, site: &CallSite) -> Option<PatchedTarget> {
        let (path, given) = self.call_of_patch(module, site)?;
        if given.keyword("create").or(given.keyword("raising")).is_some() {
            return None;
        }
        let [first, rest @ ..] = given.positional.as_slice() else { return None };
        // What may follow the new value is a specification, or whether the attribute is created.
        let (is_of_object, most) = match path.as_str() {
            SETATTR => (rest.len() > 1, 1 + usize::from(rest.len() > 1)),
            DELATTR => (!rest.is_empty(), 1),
            PATCH_DICT => (false, usize::MAX),
            _ => {
                let is_of_object = PatchFunction::at(&path)?.is_of_object;
                (is_of_object, 1 + usize::from(is_of_object))
            }
        };
        if rest.len() > most {
            return None;
        }
        match is_of_object {
            true => {
                let name = rest.first()?;
                let (_, written) = name.expression()?;
                let name = self.text(name)?.to_owned();
                Some(PatchedTarget { steps: vec![(self.argument(first), name)], written, is_replaced: true })
            }
            false => {
                let (from, written) = first.expression()?;
                let dotted = self.text(first)?.to_owned();
                let is_replaced = path != PATCH_DICT;
                let preferred = match path.as_str() {
                    SETATTR | DELATTR => Preferred::Attribute,
                    _ => self.preferred_by_patch(),
                };
                let steps = self.steps_to(&dotted, from.module, preferred);
                Some(PatchedTarget { steps, written, is_replaced })
            }
        }
    }

    /// Returns the object of which `patch.multiple` replaces attributes, and refuses to create them. This is an outermost query.
    pub fn patched_by_several(&mut self, module: ModuleId, site: &CallSite) -> Option<Type> {
        let (path, given) = self.call_of_patch(module, site)?;
        if path != PATCH_MULTIPLE || given.keyword("create").is_some() {
            return None;
        }
        let target = given.positional.first().or(given.keyword("target"))?;
        match self.text(target).map(str::to_owned) {
            Some(dotted) => {
                let (from, _) = target.expression()?;
                Some(self.named_object(&dotted, from.module))
            }
            None => Some(self.argument(target)),
        }
    }

    /// Returns the objects on the way to a dotted name, each with the name that is taken from it.
    fn steps_to(&mut self, dotted: &str, from: ModuleId, preferred: Preferred) -> Vec<(Type, String)> {
        let mut names = dotted.split('.');
        let mut owner = names.next().and_then(|first| self.module(first, from)).unwrap_or(Type::Unknown);
        let mut steps = Vec::new();
        for name in names {
            steps.push((owner, name.to_owned()));
            owner = self.named_part(owner, name, preferred);
        }
        steps
    }

    /// Returns what `patch` prefers in all versions of Python that the project supports.
    fn preferred_by_patch(&self) -> Preferred {
        match self.engine.project().lowest_python() {
            Some(lowest) if lowest >= IMPORTS_FIRST => Preferred::Submodule,
            _ => Preferred::Unknown,
        }
    }

    /// Returns the object that a name in the middle of a dotted name refers to.
    fn named_part(&mut self, owner: Type, name: &str, preferred: Preferred) -> Type {
        let found = self.attribute(owner, name);
        let Type::Module(package) = owner else { return found };
        match (self.submodule(package, name), preferred) {
            (Some(submodule), Preferred::Submodule) => submodule,
            (Some(submodule), Preferred::Unknown) if submodule != found => Type::Unknown,
            _ => found,
        }
    }

    /// Returns the object that `patch` replaces, by its dotted name.
    pub(super) fn patched_object(&mut self, dotted: &str, from: ModuleId) -> Type {
        let preferred = self.preferred_by_patch();
        match self.steps_to(dotted, from, preferred).pop() {
            Some((owner, name)) => self.attribute(owner, &name),
            None => self.module(dotted, from).unwrap_or(Type::Unknown),
        }
    }

    /// Returns the object that a dotted name starting with a module refers to, as `patch` finds it.
    fn named_object(&mut self, dotted: &str, from: ModuleId) -> Type {
        let preferred = self.preferred_by_patch();
        match self.steps_to(dotted, from, preferred).pop() {
            Some((owner, name)) => self.named_part(owner, &name, preferred),
            None => self.module(dotted, from).unwrap_or(Type::Unknown),
        }
    }

    /// Returns the path of the function that a call calls, and the arguments, if they are all written. Patches of `unittest.mock` that nothing
    /// starts look up no target.
    fn call_of_patch(&mut self, module: ModuleId, site: &CallSite) -> Option<(String, Given)> {
        let path = self.path_of_patch(module, site)?;
        if site.usage == Usage::Dropped && path.starts_with(STARTED_LATER) {
            return None;
        }
        let summary = self.summary(module);
        let arguments = summary.call(site.expression)?.arguments;
        let given = Given::of_call(summary, Location::in_scope(module, site.scope), arguments);
        (!given.is_open).then_some((path, given))
    }

    /// Returns the path of the function that a call calls, which may be the `__call__` of an instance.
    /// `monkeypatch` is always pytest's fixture, whether or not pytest is installed.
    fn path_of_patch(&mut self, module: ModuleId, site: &CallSite) -> Option<String> {
        let summary = self.summary(module);
        let callee = summary.callee_or_itself(site.expression);
        for (written, path) in [("monkeypatch.setattr", SETATTR), ("monkeypatch.delattr", DELATTR)] {
            if summary.is_dotted_name(callee, written) {
                return Some(path.to_owned());
            }
        }
        let called = match self.expression(module, site.scope, callee) {
            instance @ Type::Instance(..) => self.attribute(instance, "__call__"),
            other => other,
        };
        match self.parts(called).first() {
            Some(Type::Function(callee)) => {
                let function = self.function_of(*callee);
                Some(self.path_of_function(function))
            }
            Some(Type::Class(class)) => Some(self.path_of_class(*class)).filter(|path| path == PATCH_DICT),
            _ => None,
        }
    }

    fn replacement_by_patch(&mut self, patch: PatchFunction, given: &Given) -> Option<Replacement> {
        let (owner, name, original) = match patch.is_of_object {
            true => self.replaced_member(given.positional.first()?, given.positional.get(1)?)?,
            false => {
                let preferred = self.preferred_by_patch();
                self.replaced_name(given.positional.first()?, preferred)?
            }
        };
        let new = given.positional.get(patch.place_of_new).or(given.keyword("new"));
        let (new, gives) = match (new, given.keyword("new_callable")) {
            (Some(new), _) => (new, self.result_of_new(new)),
            (None, Some(factory)) => {
                let made = self.made_by_factory(factory, given);
                (factory, self.result_of_called(made))
            }
            (None, None) => return None,
        };
        let (_, new) = new.expression()?;
        Some(Replacement { name, owner, original, new, gives, is_started: patch.is_started })
    }

    fn replacement_by_setattr(&mut self, given: &Given) -> Option<Replacement> {
        let [first, rest @ ..] = given.positional.as_slice() else { return None };
        let ((owner, name, original), new) = match rest {
            [new] => (self.replaced_name(first, Preferred::Attribute)?, new),
            [name, new, ..] => (self.replaced_member(first, name)?, new),
            [] => return None,
        };
        let gives = self.result_of_new(new);
        let (_, new) = new.expression()?;
        Some(Replacement { name, owner, original, new, gives, is_started: true })
    }

    /// Returns the target of `"module.name"` or `"module.Class.name"`.
    fn replaced_name(
        &mut self,
        target: &GivenArgument,
        preferred: Preferred,
    ) -> Option<(ReplacedIn, String, FunctionRef)> {
        let dotted = self.text(target)?.to_owned();
        let (from, _) = target.expression()?;
        let (owner, name) = self.steps_to(&dotted, from.module, preferred).pop()?;
        self.replaced_in(owner, &name)
    }

    fn replaced_member(
        &mut self,
        owner: &GivenArgument,
        name: &GivenArgument,
    ) -> Option<(ReplacedIn, String, FunctionRef)> {
        let name = self.text(name)?.to_owned();
        let owner = self.argument(owner);
        self.replaced_in(owner, &name)
    }

    fn replaced_in(&mut self, owner: Type, name: &str) -> Option<(ReplacedIn, String, FunctionRef)> {
        let place = match owner {
            Type::Module(module) => ReplacedIn::Module(module),
            Type::Class(class) => ReplacedIn::Class(class),
            _ => return None,
        };
        let Type::Function(callee) = self.attribute(owner, name) else { return None };
        let function = self.function_of(callee);
        let definition = self.summary(function.module).function(function.function);
        let is_coroutine = definition.is_async && !definition.is_generator && !self.is_doubtful(callee);
        is_coroutine.then(|| (place, name.to_owned(), function))
    }

    /// Returns whether an expression is the object in which a name is replaced. This is an outermost query.
    pub fn is_replaced_of(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        expression: ExpressionId,
        replacement: &Replacement,
    ) -> bool {
        let value = self.expression(module, scope, expression);
        match (replacement.owner, value) {
            (ReplacedIn::Module(owner), Type::Module(module)) => owner == module,
            (ReplacedIn::Class(_), Type::Class(_) | Type::Instance(..)) => {
                match self.attribute(value, &replacement.name) {
                    Type::Function(callee) => self.function_of(callee) == replacement.original,
                    _ => false,
                }
            }
            _ => false,
        }
    }

    fn result_of_new(&mut self, new: &GivenArgument) -> Type {
        let new = self.argument(new);
        self.result_of_called(new)
    }

    /// Returns the result of calling the replacement. A plain mock without a stated result returns another
    /// mock.
    fn result_of_called(&mut self, new: Type) -> Type {
        match new {
            Type::Function(_) => self.call(new, &Given::open()),
            Type::Mock(id) if self.mock_at(id).returned.is_some() => self.call(new, &Given::open()),
            Type::Mock(_) | Type::Instance(..) if self.is_plain_mock(new) => new,
            _ => Type::Unknown,
        }
    }
}
