//! The interface of a module: what other modules can see of it, by name. Two states of a module can be
//! compared name by name.
//!
//! Inference reads a module through names only. Every name that is looked up is in an expression, import,
//! annotation or parameter list of a module that the answer depends on. Otherwise it is a special method of
//! a class that the answer already involves. So an answer can change only if one of these names changes.
//! The rest counts as a whole: the bindings of special names at the top level of a module (`__all__`,
//! `__getattr__`), and its star imports.
//!
//! Positions are not part of the interface. The value of an expression depends on the order of the bindings
//! of its own names. Each use is therefore hashed with its index among these bindings.

mod attributes;
mod bytes;
mod content;
mod names;

#[cfg(test)]
mod tests;

use std::ops::Range;

use loopmend_catalog::{Role, named};
use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::xxh3_64;

use super::{
    Argument, BindingKind, CallSite, Expression, ExpressionId, Function, FunctionId, NameId, Summary,
};
use crate::call_targets::{Catalogue, EndNames, NameEdge, name_edges};
use crate::decorators::is_fixture;
use crate::usage_counts::{UsageCounts, UsageKey, usage_in_async};
use content::Content;

/// The hash of a name: of the last part of a dotted name, or of a local name together with its function.
pub type NameHash = u32;

/// The calls whose arguments inference needs across the project, by [`Interface::name_of_calls`].
pub type AskedCalls = FxHashSet<NameHash>;

/// The parts of an interface that are requested in addition to the default.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The calls that inference requested.
    pub calls: &'a AskedCalls,
    /// The names of the functions of the module that were visited in call chains, ascending.
    pub steps: &'a [NameHash],
    /// The requested optional parts.
    pub extent: Extent,
}

/// The optional parts of an [`Interface`]. These are costly and seldom needed. Parts that are not requested
/// are empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// All of [`Interface::definitions`]. Without this flag, only those of classes are included. Everything
    /// else is found through the module, and no finding of another file depends on it.
    pub definitions: bool,
    /// [`Interface::bodies`].
    pub bodies: bool,
    /// [`Interface::calls_by_name`].
    pub calls_by_name: bool,
}

impl Extent {
    /// Returns whether this extent includes all parts of another.
    pub fn covers(self, other: Self) -> bool {
        self.definitions >= other.definitions
            && self.bodies >= other.bodies
            && self.calls_by_name >= other.calls_by_name
    }
}

/// The information about each name in a module, sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    names: Vec<NameHash>,
    contents: Vec<u64>,
    /// The ends of the ranges in `mentions`, by name.
    ends: Vec<u32>,
    mentions: Vec<NameHash>,
}

impl Units {
    /// Returns each name with the hash of its information, and the names mentioned in it.
    pub fn iter(&self) -> impl Iterator<Item = (NameHash, u64, &[NameHash])> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let runs = starts.zip(&self.ends).map(|(start, end)| &self.mentions[start as usize..*end as usize]);
        self.names.iter().zip(&self.contents).zip(runs).map(|((name, content), run)| (*name, *content, run))
    }

    /// Returns the names whose information differs between this and another state of the module, ascending.
    pub fn changed(&self, other: &Self) -> Vec<NameHash> {
        let mut changed = Vec::new();
        let mut mine = self.names.iter().zip(&self.contents).peekable();
        let mut theirs = other.names.iter().zip(&other.contents).peekable();
        loop {
            let next = match (mine.peek(), theirs.peek()) {
                (Some(one), Some(two)) => *one.0.min(two.0),
                (Some(one), None) | (None, Some(one)) => *one.0,
                (None, None) => return changed,
            };
            let one = mine.next_if(|(name, _)| **name == next);
            let two = theirs.next_if(|(name, _)| **name == next);
            if one != two {
                changed.push(next);
            }
        }
    }

    /// Returns the hash of the information about a name.
    fn content(&self, name: NameHash) -> Option<u64> {
        self.names.binary_search(&name).ok().map(|place| self.contents[place])
    }

    fn of(parts: &Parts) -> Self {
        // What is said of one name keeps its order.
        let all = parts.all.iter().zip(0u64..);
        let mut order: Vec<u64> = all.map(|(part, place)| u64::from(part.name) << 32 | place).collect();
        order.sort_unstable();
        let by_name = || order.chunk_by(|one, other| one >> 32 == other >> 32);
        let count = by_name().count();
        let mut units = Self {
            names: Vec::with_capacity(count),
            contents: Vec::with_capacity(count),
            ends: Vec::with_capacity(count),
            mentions: Vec::with_capacity(parts.mentions.len()),
        };
        for of_name in by_name() {
            let start = units.mentions.len();
            let mut contents = Words::default();
            for part in of_name.iter().map(|place| &parts.all[*place as u32 as usize]) {
                units.mentions.extend_from_slice(&parts.mentions[part.mentions.clone()]);
                contents.add(part.content);
            }
            sort_from(&mut units.mentions, start);
            units.names.push((of_name[0] >> 32) as NameHash);
            units.contents.push(contents.hash());
            units.ends.push(units.mentions.len() as u32);
        }
        // A copy takes its own size; shrinking in place leaves the rest unused.
        units.mentions = units.mentions.to_vec();
        units
    }
}

/// Sorts the names after `start`, and removes duplicates there.
fn sort_from(names: &mut Vec<NameHash>, start: usize) {
    names[start..].sort_unstable();
    let mut kept = start;
    for place in start..names.len() {
        if kept == start || names[kept - 1] != names[place] {
            names[kept] = names[place];
            kept += 1;
        }
    }
    names.truncate(kept);
}

/// A class and the last name of one of its bases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inheritance {
    /// The class.
    pub class: NameHash,
    /// The base class.
    pub base: NameHash,
}

/// How the `async` functions of a module use the calls of one method on receivers of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usages {
    /// The hash of the receiver name and the method name.
    pub key: UsageKey,
    /// The counts of awaited and not awaited calls.
    pub counts: UsageCounts,
}

/// The fixtures for which queries ask whether the project requests or defines them.
pub(crate) const FIXTURES_ASKED: [&str; 1] = ["event_loop"];

/// The method that sets a task factory, for which queries ask whether the project sets one that may keep
/// tasks.
pub const SET_TASK_FACTORY: &str = "set_task_factory";

/// The task factory that keeps no task
/// (docs.python.org/3/library/asyncio-task.html#asyncio.eager_task_factory).
pub const EAGER_FACTORY: &str = "eager_task_factory";

/// The part of a module that other modules can see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interface {
    /// The optional parts that are included.
    pub extent: Extent,
    /// A hash of everything that belongs to no name.
    pub rest: u64,
    /// The definitions visible to name lookup: definitions, class members, and names that functions bind
    /// outside of themselves.
    pub definitions: Units,
    /// The contents of function bodies, by the name of the function.
    pub bodies: Units,
    /// The calls, by a separate name for the calls of each name. Their arguments are included only if
    /// requested.
    pub calls: Units,
    /// The callees of the functions that were visited in call chains to event loop starts and
    /// blocking calls, by the name of the function.
    pub steps: Units,
    /// The names of these functions, ascending.
    pub met: Vec<NameHash>,
    /// The call edges by name, ascending: from each name of a plain function to the names that it calls.
    pub calls_by_name: Vec<NameEdge>,
    /// How calls are used, ascending by key.
    pub usages: Vec<Usages>,
    /// Every class statement with bases, including nested ones.
    pub inheritance: Vec<Inheritance>,
    /// The names that are bound in class bodies or set by methods, ascending.
    pub members: Vec<NameHash>,
    /// The names of the methods that are not `async def`, ascending. Used to look up by name whether the
    /// project has one.
    pub plain_methods: Vec<NameHash>,
    /// The names with an `async def` or an awaited call, ascending. Also contains, under separate names,
    /// the definitions and requests of the fixtures that queries ask for. Used to look up by name whether
    /// the project has one.
    pub awaited_names: Vec<NameHash>,
    /// The names of the asynchronous properties, ascending.
    pub async_properties: Vec<NameHash>,
    /// The names of arguments, decorators, imported modules, functions and what is passed on, each under a separate name for its use
    /// ([`super::NameUse`]), ascending. Used to find the files with a use of a name.
    pub name_uses: Vec<NameHash>,
    /// The names of the attributes that the module assigns to any object but `self` of a method, ascending.
    pub set_attributes: Vec<NameHash>,
    /// The words that stand alone between quotes, ascending: `setattr` may set attributes of these names.
    pub quoted_words: Vec<NameHash>,
    /// A hash of the classes whose attributes the module may hook, and of whether it calls `setattr`; zero if it does neither.
    pub attribute_hooks: u64,
    /// The names that findings in the module itself can look up, ascending. These are all names used in its
    /// text except to define them, its classes, the calls of its functions, and the fixtures of its tests.
    pub mentions: Vec<NameHash>,
}

impl Interface {
    /// Returns a hash of everything visible to name lookup.
    pub fn hash(&self) -> u64 {
        let Units { names, contents, .. } = &self.definitions;
        let names = names.iter().flat_map(|name| name.to_le_bytes());
        let contents = contents.iter().chain([&self.rest]).flat_map(|content| content.to_le_bytes());
        xxh3_64(&names.chain(contents).collect::<Vec<u8>>())
    }

    /// Returns the names whose information in one part differs between this and another state of the module,
    /// ascending. A local name is in the first part that mentions it: if the same information moved to or from
    /// another part, the name did not change.
    pub fn changed(&self, other: &Self, part: fn(&Self) -> &Units) -> Vec<NameHash> {
        let mut changed = part(self).changed(part(other));
        changed.retain(|name| {
            let (before, after) = (part(self).content(*name), part(other).content(*name));
            match (before, after) {
                (Some(content), None) => !other.gains(self, *name, content),
                (None, Some(content)) => !self.gains(other, *name, content),
                _ => true,
            }
        });
        changed
    }

    /// Returns whether a part has this information about a name, and had none in the other state.
    fn gains(&self, before: &Self, name: NameHash, content: u64) -> bool {
        let parts: [fn(&Self) -> &Units; 4] =
            [|it| &it.definitions, |it| &it.bodies, |it| &it.calls, |it| &it.steps];
        parts
            .iter()
            .any(|part| part(self).content(name) == Some(content) && part(before).content(name).is_none())
    }

    /// Returns whether the interface has nothing that belongs to no name.
    pub fn has_no_rest(&self) -> bool {
        self.rest == Words::default().hash()
    }

    /// Returns the name under which a test parameter requests a fixture, wherever the fixture is defined.
    pub fn name_of_fixture(name: NameHash) -> NameHash {
        names::fixture_of(name)
    }

    /// Returns the name under which a property is read.
    pub(crate) fn name_of_property(name: NameHash) -> NameHash {
        names::property_of(name)
    }

    /// Returns the name for requests of the fixture `name`.
    pub fn name_of_request(name: &str) -> NameHash {
        names::request_of(Self::name_hash(name))
    }

    /// Returns the name for requests by a plain function, or by a string.
    pub fn name_of_plain_request(name: &str) -> NameHash {
        names::request_of(names::request_of(Self::name_hash(name)))
    }

    /// Returns the name for definitions of the fixture `name`.
    pub fn name_of_definition(name: &str) -> NameHash {
        names::definition_of(Self::name_hash(name))
    }

    /// Returns the names of all calls, as in [`Interface::name_of_calls`], and of what they mention.
    pub fn names_of_calls(&self) -> &[NameHash] {
        &self.calls.names
    }

    /// Returns whether the interface has a call of one of these names.
    pub fn calls_any(&self, mut names: impl Iterator<Item = NameHash>) -> bool {
        names.any(|name| self.calls.names.binary_search(&name).is_ok())
    }

    /// Returns the name for calls with this last name.
    pub fn name_of_calls(name: &str) -> NameHash {
        names::calls_of_text(name)
    }

    /// Returns the hash of a name.
    pub fn name_hash(name: &str) -> NameHash {
        names::NameHashes::hash_of_text(name)
    }
}

/// An incremental hash of words. Most words are hashes or small.
#[derive(Default)]
struct Words(u64);

impl Words {
    fn add(&mut self, word: u64) {
        // As wyhash has it: both halves of a product, which every bit of both factors reaches.
        let product = u128::from(self.0 ^ 0xa076_1d64_78bd_642f) * u128::from(word ^ 0xe703_7ed1_a0b4_28db);
        self.0 = (self.0.rotate_left(5) ^ product as u64 ^ (product >> 64) as u64).wrapping_add(1);
    }

    fn hash(self) -> u64 {
        self.0
    }
}

/// One part of the information about a name.
struct Part {
    name: NameHash,
    content: u64,
    /// The range in [`Parts::mentions`].
    mentions: Range<usize>,
}

/// The information about names, in order.
#[derive(Default)]
struct Parts {
    all: Vec<Part>,
    mentions: Vec<NameHash>,
}

impl Parts {
    /// Records that the current part mentions a name.
    fn mention(&mut self, name: NameHash) {
        self.mentions.push(name);
    }

    fn forget_mentions(&mut self) {
        self.mentions.truncate(self.end_of_last());
    }

    /// Ends the current part.
    fn end(&mut self, name: NameHash, content: u64) {
        let mentions = self.end_of_last()..self.mentions.len();
        self.all.push(Part { name, content, mentions });
    }

    fn end_of_last(&self) -> usize {
        self.all.last().map_or(0, |part| part.mentions.end)
    }
}

/// Computes the interface of a module, with lookup by name; `text` is `None` if it cannot be read.
pub(super) fn interface(
    summary: &Summary,
    text: Option<&[u8]>,
    asked: Asked,
    catalogue: &Catalogue,
) -> Interface {
    let mut content = Content::new(summary);
    match asked.extent.definitions {
        true => content.definitions(),
        false => content.classes_alone(),
    }
    let rest = content.rest();
    let definitions = Units::of(&content.take_with_locals());
    if asked.extent.bodies {
        content.bodies();
    }
    let bodies = Units::of(&content.take_with_locals());
    content.calls(asked.calls);
    let calls = Units::of(&content.take_with_locals());
    if !asked.steps.is_empty() {
        content.steps(asked.steps, &EndNames::new(summary, catalogue));
    }
    let steps = Units::of(&content.take_with_locals());
    let edges = asked.extent.calls_by_name.then(|| name_edges(summary, catalogue));
    Interface {
        extent: asked.extent,
        rest,
        definitions,
        bodies,
        calls,
        steps,
        met: asked.steps.to_vec(),
        calls_by_name: edges.unwrap_or_default(),
        usages: usages(summary),
        inheritance: summary.inheritance().collect(),
        members: content.members(),
        plain_methods: content.plain_methods(),
        awaited_names: summary.asked_by_name(),
        async_properties: summary.async_properties(),
        name_uses: summary.name_uses(),
        set_attributes: attributes::names(summary.attributes_set_on_others()),
        quoted_words: attributes::names(attributes::quoted_words(text.unwrap_or_default())),
        attribute_hooks: attributes::hooks(summary, text),
        mentions: content.all_mentions(),
    }
}

impl Summary {
    /// Computes [`Interface::inheritance`].
    pub fn inheritance(&self) -> impl Iterator<Item = Inheritance> {
        self.classes.iter().flat_map(|class| {
            let bases = self.list(class.bases).iter().filter_map(|base| self.last_name(*base));
            bases.map(|base| Inheritance {
                class: Interface::name_hash(self.name(class.name)),
                base: Interface::name_hash(base),
            })
        })
    }

    /// Computes [`Interface::async_properties`].
    pub fn async_properties(&self) -> Vec<NameHash> {
        let is_property = |decorator: &ExpressionId| self.last_roles(*decorator).has(Role::Property);
        let properties = self
            .functions
            .iter()
            .filter(|function| function.is_async && self.list(function.decorators).iter().any(is_property));
        let names = properties.map(|property| Interface::name_hash(self.name(property.name)));
        let mut names: Vec<NameHash> = names.collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Computes [`Interface::awaited_names`].
    pub fn asked_by_name(&self) -> Vec<NameHash> {
        let requests = FIXTURES_ASKED.iter().filter(|name| self.requests_fixture(name));
        let requests = requests.chain(self.nesting_modules()).copied();
        let requests = requests.chain(self.sets_task_factory().then_some(SET_TASK_FACTORY));
        let is_eager = Role::StartsTasksEagerly.names().iter().any(|name| self.names.find(name).is_some());
        let requests = requests.chain(is_eager.then_some(EAGER_FACTORY));
        let requests = requests.map(Interface::name_of_request);
        let plainly = FIXTURES_ASKED.iter().filter(|name| self.requests_fixture_plainly(name));
        let requests = requests.chain(plainly.map(|name| Interface::name_of_plain_request(name)));
        let definitions = FIXTURES_ASKED.iter().filter(|name| self.defines_fixture(name));
        let definitions = definitions.map(|name| Interface::name_of_definition(name));
        let names = self.awaited_names().map(Interface::name_hash);
        let mut names: Vec<NameHash> = names.chain(requests).chain(definitions).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Returns the modules with which the module may make event loops nestable.
    fn nesting_modules(&self) -> impl Iterator<Item = &'static &'static str> {
        let applies = self.names.find("apply").is_some();
        Role::NestsLoops.names().iter().filter(move |name| applies && self.names.find(name).is_some())
    }

    /// Returns whether the module sets a task factory that may keep tasks.
    fn sets_task_factory(&self) -> bool {
        let keeps_nothing = |value| {
            matches!(self.expression(value), Expression::None) || self.last_name(value) == Some(EAGER_FACTORY)
        };
        let sets = |site: &CallSite| {
            let given = self.arguments_of(site.expression).and_then(|given| given.first());
            self.last_name(site.expression) == Some(SET_TASK_FACTORY)
                && given.is_some_and(|given| !keeps_nothing(given.value))
        };
        self.names.find(SET_TASK_FACTORY).is_some() && self.calls.iter().any(sets)
    }

    /// Returns whether the module may apply a patch that makes event loops nestable.
    pub fn may_nest_loops(&self) -> bool {
        self.nesting_modules().next().is_some()
    }

    /// Returns whether a test or fixture of the module requests this fixture.
    pub fn requests_fixture(&self, name: &str) -> bool {
        self.requests_where(name, |_| true)
    }

    /// Returns whether a plain test or fixture requests this fixture, or requests it by name in a string.
    pub fn requests_fixture_plainly(&self, name: &str) -> bool {
        self.requests_where(name, |function| !function.is_async)
    }

    fn requests_where(&self, name: &str, counts: impl Fn(&Function) -> bool) -> bool {
        let Some(name) = self.names.find(name) else { return false };
        let functions = (0..self.functions.len() as u32).map(FunctionId);
        let asks = |id: &FunctionId| self.function(*id).has_parameter(name) && counts(self.function(*id));
        functions.filter(asks).any(|id| self.may_take_fixtures(id))
            || self.expressions.iter().any(|expression| self.requests_by_text(*expression, name))
    }

    /// Returns whether an expression requests a fixture by a string: `usefixtures("name")`,
    /// `request.getfixturevalue("name")`, `item.fixturenames.append("name")`.
    fn requests_by_text(&self, expression: Expression, name: NameId) -> bool {
        let Expression::Call { callee, arguments } = expression else { return false };
        let is_request = match (self.expression(callee), self.last_name(callee)) {
            (_, name) if named(name).has(Role::RequestsFixture) => true,
            (Expression::Attribute { value, .. }, _) => self.last_name(value) == Some("fixturenames"),
            _ => false,
        };
        let is_name = |argument: &Argument| matches!(self.expression(argument.value), Expression::String(text) if text == name);
        is_request && self.arguments(arguments).iter().any(is_name)
    }

    /// Returns whether the module may define or import this fixture.
    pub fn defines_fixture(&self, name: &str) -> bool {
        let Some(name) = self.names.find(name) else { return false };
        let functions = (0..self.functions.len() as u32).map(FunctionId);
        let bindings = self.bindings_of(Self::MODULE_SCOPE, self.name(name));
        functions.filter(|id| self.function(*id).name == name).any(|id| is_fixture(self, id))
            || self.stated_names.iter().any(|(_, stated)| *stated == name)
            || bindings
                .iter()
                .any(|binding| matches!(binding.kind, BindingKind::Value(_) | BindingKind::ImportFrom { .. }))
    }

    /// Returns whether pytest may fill the parameters of a function.
    pub(crate) fn may_take_fixtures(&self, id: FunctionId) -> bool {
        is_fixture(self, id) || self.name(self.function(id).name).starts_with("test")
    }
}

fn usages(summary: &Summary) -> Vec<Usages> {
    let usage = usage_in_async(summary).into_iter();
    let mut usages: Vec<Usages> = usage.map(|(key, counts)| Usages { key, counts }).collect();
    usages.sort_unstable_by_key(|usages| usages.key);
    usages
}
