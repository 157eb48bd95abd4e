//! The information about each name in an interface: hashes, and the names that it mentions.

use loopmend_catalog::Role;
use rustc_hash::{FxHashMap, FxHashSet};

use super::names::{self, Local, NameHashes, Target};
use super::{AskedCalls, NameHash, Parts, Words};
use crate::call_targets::EndNames;
use crate::call_targets::LOOP_FUNCTIONS;
use crate::summary::{
    Addition, AdditionKind, Argument, ArgumentKind, ArgumentsId, Attribute, BindingKind, CallSite, ClassId,
    Entry, Expression, ExpressionId, FloatSize, FunctionId, Implicit, List, Literal, NameId, Narrowing,
    Operator, Overloads, PathId, Scope, ScopeId, ScopeKind, Step, Summary, Suspension, Test,
};

/// The maximum depth of an expression that is described as part of another. A deeper part is described
/// separately. Each part is therefore described a bounded number of times, however deeply bindings and
/// calls are nested.
const DEEPEST: u32 = 24;

/// An expression that is still to be described.
struct Deep {
    scope: ScopeId,
    expression: ExpressionId,
    in_annotation: bool,
    name: NameHash,
}

/// The number of cached resolutions of names.
const RECENT: usize = 64;

/// The resolution of a name used anywhere in a scope.
#[derive(Clone, Copy)]
struct RecentUse {
    scope: ScopeId,
    name: NameId,
    tag: u64,
    home: ScopeId,
    mentioned: Option<NameHash>,
}

/// Collects the contents of an interface.
pub(super) struct Content<'s> {
    summary: &'s Summary,
    pub(super) names: NameHashes<'s>,
    /// The completed parts, in order.
    parts: Parts,
    /// The hash of the current part.
    words: Words,
    /// Whether an annotation is being read, which can refer to a module name that a local one shadows.
    in_annotation: bool,
    /// The depth inside the outermost expression of the current part.
    depth: u32,
    /// The local names that were mentioned and are still to be described.
    wanted: Vec<(ScopeId, NameId, Local)>,
    told: FxHashSet<(ScopeId, NameId, Local)>,
    /// The expressions that are described separately.
    deep: Vec<Deep>,
    deep_names: FxHashMap<(ExpressionId, bool), NameHash>,
    /// The number of separately described expressions, by scope.
    deep_counts: FxHashMap<ScopeId, u32>,
    /// The recent resolutions, by name and scope, in a direct-mapped cache.
    recent: [Option<RecentUse>; RECENT],
}

impl<'s> Content<'s> {
    pub(super) fn new(summary: &'s Summary) -> Self {
        Self {
            summary,
            names: NameHashes::new(summary),
            parts: Parts { all: Vec::new(), mentions: Vec::with_capacity(summary.expressions.len()) },
            words: Words::default(),
            in_annotation: false,
            depth: 0,
            wanted: Vec::new(),
            told: FxHashSet::default(),
            deep: Vec::new(),
            deep_names: FxHashMap::default(),
            deep_counts: FxHashMap::default(),
            recent: [None; RECENT],
        }
    }

    // --- what there is to tell

    /// Describes what every other module can see. These are names of the module and of class bodies, class
    /// statements, attributes, and everything else that is looked up by name.
    pub(super) fn definitions(&mut self) {
        for id in (0..self.summary.scopes.len() as u32).map(ScopeId) {
            let scope = self.summary.scope(id);
            if !matches!(scope.kind, ScopeKind::Function(_)) {
                self.bound_names(id, scope);
            }
        }
        for id in self.classes() {
            self.class_statement(id);
            self.attributes(id);
        }
        self.type_parameters();
        self.named_fixtures();
        let mut patched = self.summary.patched.clone();
        patched.sort_by_key(|(name, scope, replacement)| (self.summary.name(*name), *scope, *replacement));
        for (name, scope, replacement) in &patched {
            self.word(Tag::Patched as u64);
            self.word(*replacement as u64);
            self.word(self.names.scope(*scope));
            let name = self.names.hash(*name);
            self.tell(name);
        }
    }

    fn bound_names(&mut self, id: ScopeId, scope: &'s Scope) {
        for entry in &scope.entries {
            if let Some(name) = self.names.of_binding(id, entry.name) {
                self.bindings(id, *entry);
                self.tell(name);
            }
        }
    }

    /// Describes the classes in full, because they are found by their bases and methods at any nesting.
    /// Definitions that are found only through the module are left out.
    pub(super) fn classes_alone(&mut self) {
        for id in self.classes() {
            let scope = self.summary.class(id).scope;
            self.bound_names(scope, self.summary.scope(scope));
            self.class_statement(id);
            self.attributes(id);
        }
    }

    fn classes(&self) -> impl Iterator<Item = ClassId> + use<> {
        (0..self.summary.classes.len() as u32).map(ClassId)
    }

    /// Describes a class statement except for its body. It is found by its name at any nesting, because a
    /// subclass need not be in scope.
    fn class_statement(&mut self, id: ClassId) {
        let class = self.summary.class(id);
        let around = self.summary.scope_around(class.scope);
        self.word(Tag::Class as u64);
        self.word(self.names.scope(class.scope));
        self.annotations(around, class.bases);
        self.list(around, class.decorators);
        self.optional(around, class.metaclass);
        self.word(u64::from(class.has_options));
        self.word(u64::from(class.sets_any_attribute));
        self.plain_names(&class.type_parameters);
        if inherits_constructor(self.summary, id) {
            let calls = self.names.calls_of(class.name);
            self.parts.mention(calls);
        }
        let name = self.names.hash(class.name);
        self.tell(name);
    }

    fn attributes(&mut self, id: ClassId) {
        let class = self.summary.class(id);
        for Attribute { name, scope, kind, .. } in &class.attributes {
            self.word(Tag::Attribute as u64);
            self.word(self.names.scope(class.scope));
            self.binding_kind(*scope, *kind);
            if let Some(name) = self.names.of_binding(class.scope, *name) {
                self.tell(name);
            }
        }
    }

    /// Describes the type parameters. Whether a name is a type parameter of some function is a query on the
    /// whole module.
    fn type_parameters(&mut self) {
        for function in &self.summary.functions {
            for name in &function.type_parameters {
                self.word(Tag::TypeParameter as u64);
                let name = self.names.hash(*name);
                self.tell(name);
            }
        }
    }

    /// Describes the fixtures, which are found by the names that their decorators state.
    fn named_fixtures(&mut self) {
        for (id, name) in &self.summary.stated_names {
            let around = self.summary.scope_around(self.summary.function(*id).scope);
            if !matches!(self.summary.scope(around).kind, ScopeKind::Function(_)) {
                self.word(Tag::Fixture as u64);
                self.function(*id);
                self.tell(NameHashes::hash_of_text(self.summary.name(*name)));
            }
        }
    }

    /// Returns a hash of everything that belongs to no name.
    pub(super) fn rest(&mut self) -> u64 {
        let module = self.summary.scope(Summary::MODULE_SCOPE);
        for star in &module.star_imports {
            self.word(Tag::Star as u64 + u64::from(star.is_unconditional));
            self.text(star.module);
        }
        for entry in &module.entries {
            if self.names.of_binding(Summary::MODULE_SCOPE, entry.name).is_none() {
                self.text(entry.name);
                self.bindings(Summary::MODULE_SCOPE, *entry);
            }
        }
        self.parts.forget_mentions();
        std::mem::take(&mut self.words).hash()
    }

    /// Describes the suspension points of each `async def`, and the results of the bodies of annotated
    /// functions.
    pub(super) fn bodies(&mut self) {
        for (id, function) in (0..).map(FunctionId).zip(&self.summary.functions) {
            if !function.is_async && self.is_body_read(id) {
                continue;
            }
            self.word(Tag::Body as u64);
            self.word(self.names.scope(function.scope));
            match function.suspension {
                _ if !function.is_async => {
                    self.word(bits([function.falls_through, function.is_placeholder]));
                    self.list(function.scope, function.returned);
                }
                Suspension::Possible => self.word(0),
                Suspension::Awaits { awaited, entered } => {
                    self.list(function.scope, awaited);
                    self.list(function.scope, entered);
                }
            }
            if let Some(name) = self.name_of_function(id) {
                self.tell(name);
            }
        }
    }

    /// Describes the calls by name, and their arguments if requested.
    pub(super) fn calls(&mut self, asked: &AskedCalls) {
        let mut is_told = vec![false; self.summary.names.iter().len()];
        for call in &self.summary.calls {
            let Some(last) = self.last_name(call.expression) else { continue };
            let name = self.names.calls_of(last);
            let was_told = std::mem::replace(&mut is_told[last.index()], true);
            if !asked.contains(&name) {
                if !was_told {
                    self.tell(name);
                }
                continue;
            }
            self.word(Tag::CallSite as u64);
            self.word(self.names.scope(call.scope));
            self.expression(call.scope, call.expression);
            self.tell(name);
        }
        for name in &self.summary.passed_on {
            self.word(Tag::PassedOn as u64);
            let name = self.names.calls_of(*name);
            self.tell(name);
        }
    }

    /// Describes the callees of the functions with these names, as far as they matter to event loops.
    pub(super) fn steps(&mut self, met: &[NameHash], ends: &EndNames) {
        let summary = self.summary;
        let mut calls: Vec<(FunctionId, &CallSite)> = Vec::new();
        for site in &summary.calls {
            let around = summary.function_around(site.scope);
            calls.extend(around.filter(|id| self.is_met(met, *id)).map(|id| (id, site)));
        }
        self.implicit_steps(met);
        calls.sort_by_key(|(function, _)| *function);
        for of_function in calls.chunk_by(|one, other| one.0 == other.0) {
            let function = of_function[0].0;
            self.word(Tag::Step as u64);
            for (_, site) in of_function {
                self.step(site, ends);
            }
            if let Some(name) = self.name_of_function(function) {
                self.tell(name);
            }
        }
    }

    /// Describes the implicit calls of the functions with these names.
    fn implicit_steps(&mut self, met: &[NameHash]) {
        let summary = self.summary;
        for call in &summary.implicit_calls {
            let around = summary.function_around(call.site.scope).filter(|id| self.is_met(met, *id));
            let Some(function) = around else { continue };
            self.word(Tag::Step as u64);
            self.word(match call.how {
                Implicit::Enter => 0,
                Implicit::Iterate => 1,
                Implicit::Operate(method) => 2 + u64::from(self.names.hash(method)),
            });
            self.word(u64::from(call.site.expects_runtime_error));
            self.word(u64::from(call.site.branches));
            self.word(self.names.scope(call.site.scope));
            self.expression(call.site.scope, call.value);
            if let Some(name) = self.name_of_function(function) {
                self.tell(name);
            }
        }
    }

    fn step(&mut self, site: &CallSite, ends: &EndNames) {
        self.word(bits([
            site.expects_exception,
            site.catches_runtime_error,
            site.expects_runtime_error,
            site.is_awaited_in_sibling,
            site.usage.is_awaited(),
            ends.may_be_end(site),
            self.summary.is_in_loop(site),
        ]));
        self.word(u64::from(site.branches));
        self.word(self.names.scope(site.scope));
        self.expression(site.scope, site.expression);
        // What a local name stands for decides what its call calls.
        let callee = self.summary.call(site.expression).map(|call| self.summary.expression(call.callee));
        if let Some(Expression::Name(name)) = callee
            && let Some(entry) = self.summary.entry_of(site.scope, name)
        {
            for binding in self.summary.bindings_in(entry) {
                if let Some(value) = binding.kind.value() {
                    self.name_of_value(value);
                }
            }
        }
    }

    /// Describes the last part of a dotted name.
    fn name_of_value(&mut self, value: ExpressionId) {
        if let Some(name) = self.summary.last_name_id(value) {
            self.word(u64::from(self.names.hash(name)));
            self.mention(name);
        }
    }

    fn is_met(&self, met: &[NameHash], function: FunctionId) -> bool {
        let function = self.summary.function(function);
        met.binary_search(&self.names.hash(function.name)).is_ok()
    }

    /// Returns the name under which a function is found.
    fn name_of_function(&self, function: FunctionId) -> Option<NameHash> {
        let function = self.summary.function(function);
        self.names.of_binding(self.summary.scope_around(function.scope), function.name)
    }

    /// Describes the items added to a container, each separately, because they may be containers to which
    /// the same is added.
    fn additions(&mut self, made: ExpressionId) {
        let Some(container) = self.summary.container(made) else { return };
        for Addition { scope, kind } in self.summary.additions_to(container) {
            match *kind {
                AdditionKind::Element(value) => self.addition(50, *scope, value),
                AdditionKind::Elements(value) => self.addition(51, *scope, value),
                AdditionKind::Entry { key, value } => {
                    self.addition(52, *scope, key);
                    self.addition(53, *scope, value);
                }
                AdditionKind::Merged(value) => self.addition(54, *scope, value),
                AdditionKind::Unknown => self.word(55),
            }
        }
    }

    fn addition(&mut self, tag: u64, scope: ScopeId, value: ExpressionId) {
        self.word(tag);
        self.told_by_itself(scope, value);
    }

    /// Takes the parts since the last call, with the local names that they mention and the deep parts in
    /// them.
    pub(super) fn take_with_locals(&mut self) -> Parts {
        loop {
            if let Some((scope, name, local)) = self.wanted.pop() {
                self.local(scope, name, local);
            } else if let Some(Deep { scope, expression, in_annotation, name }) = self.deep.pop() {
                self.in_annotation = in_annotation;
                self.expression(scope, expression);
                self.in_annotation = false;
                self.tell(name);
            } else {
                return std::mem::take(&mut self.parts);
            }
        }
    }

    fn local(&mut self, scope: ScopeId, name: NameId, local: Local) {
        match local {
            Local::Binding => {
                self.parameter(scope, name);
                if let Some(entry) = self.entry(scope, name) {
                    self.bindings(scope, entry);
                }
                if let Some(name) = self.names.of_binding(scope, name) {
                    self.tell(name);
                }
            }
            Local::Confined => {
                let entry = self.summary.entry_of(scope, name);
                for binding in entry.map_or(&[][..], |entry| self.summary.confined_in(entry)) {
                    self.binding_kind(binding.scope, binding.kind);
                }
                self.tell(self.names.local(scope, name, local));
            }
            Local::Narrowing => {
                for narrowing in self.narrowings_of(scope, name) {
                    self.word(u64::from(narrowing.is_negated));
                    self.test(scope, narrowing.test);
                }
                self.tell(self.names.local(scope, name, local));
            }
        }
    }

    /// Describes a parameter, if the name is one: by the signature, otherwise by the class, a fixture, or
    /// the calls of the function.
    fn parameter(&mut self, scope: ScopeId, name: NameId) {
        let summary = self.summary;
        let ScopeKind::Function(id) = summary.scope(scope).kind else { return };
        let function = summary.function(id);
        let place = function.parameters.iter().position(|parameter| parameter.name == name);
        let Some(place) = place else { return };
        self.word(Tag::Parameter as u64);
        self.word(place as u64);
        let around = self.summary.scope_around(scope);
        self.mention_binding(around, function.name);
        if let Some(class) = summary.class_of(id) {
            self.mention(summary.class(class).name);
        }
        if has_open_parameter(summary, id) {
            for called in called_as(summary, id) {
                let calls = self.names.calls_of(called);
                self.parts.mention(calls);
            }
        }
        if self.summary.may_take_fixtures(id) {
            let name = self.names.hash(name);
            self.parts.mention(name);
            self.parts.mention(names::fixture_of(name));
        }
    }

    /// Returns every name that an expression, import or parameter list of the module can make inference
    /// look up, with the classes that it defines, ascending.
    pub(super) fn all_mentions(&self) -> Vec<NameHash> {
        let summary = self.summary;
        let in_expressions = summary.expressions.iter().filter_map(|expression| written_name(*expression));
        let in_imports = summary.bindings.iter().filter_map(|binding| match binding.kind {
            BindingKind::ImportFrom { name, .. } => Some(name),
            _ => None,
        });
        let classes = summary.classes.iter().map(|class| class.name);
        let parameters = summary.functions.iter().flat_map(|function| &function.parameters);
        let parameters = parameters.map(|parameter| parameter.name);
        let mut mentions =
            self.names.distinct(in_expressions.chain(in_imports).chain(classes).chain(parameters));
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        mentions.extend(called_by_asked_names(summary).map(|name| self.names.calls_of(name)));
        let takers = functions.filter(|function| summary.may_take_fixtures(*function));
        let fixtures = takers.flat_map(|function| &summary.function(function).parameters);
        mentions.extend(fixtures.map(|parameter| names::fixture_of(self.names.hash(parameter.name))));
        let asked = super::FIXTURES_ASKED.iter().filter(|name| summary.names.find(name).is_some());
        mentions.extend(asked.flat_map(|name| {
            [
                super::Interface::name_of_request(name),
                super::Interface::name_of_plain_request(name),
                super::Interface::name_of_definition(name),
            ]
        }));
        // An `async def` may call what starts a loop in another module.
        if summary.has_async_functions() {
            mentions
                .extend(Role::NestsLoops.names().iter().map(|name| super::Interface::name_of_request(name)));
        }
        // Any file may discard a task, or ask a new one for its result.
        mentions
            .extend([super::SET_TASK_FACTORY, super::EAGER_FACTORY].map(super::Interface::name_of_request));
        mentions.sort_unstable();
        mentions.dedup();
        mentions
    }

    /// Returns the names that are bound in class bodies or set by methods, ascending.
    pub(super) fn members(&self) -> Vec<NameHash> {
        let summary = self.summary;
        let bodies = summary.scopes.iter().filter(|scope| matches!(scope.kind, ScopeKind::Class(_)));
        let bound = bodies.flat_map(|scope| &scope.entries).map(|entry| entry.name);
        let set = summary.classes.iter().flat_map(|class| &class.attributes).map(|attribute| attribute.name);
        self.names.distinct(bound.chain(set))
    }

    /// Returns the names of all functions in class bodies that are not `async def`, bound or not,
    /// ascending.
    pub(super) fn plain_methods(&self) -> Vec<NameHash> {
        let summary = self.summary;
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        let methods = functions.filter(|id| summary.class_of(*id).is_some()).map(|id| summary.function(id));
        self.names.distinct(methods.filter(|method| !method.is_async).map(|method| method.name))
    }

    // --- parts

    /// Ends the current part, which describes `name`.
    fn tell(&mut self, name: NameHash) {
        let content = std::mem::take(&mut self.words).hash();
        self.parts.end(name, content);
    }

    fn word(&mut self, word: u64) {
        self.words.add(word);
    }

    fn text(&mut self, name: NameId) {
        let text = self.names.text(name);
        self.word(text);
    }

    fn mention(&mut self, name: NameId) {
        self.parts.mention(self.names.hash(name));
    }

    /// Mentions the binding of a name in a scope. A binding in a function scope is also described.
    fn mention_binding(&mut self, scope: ScopeId, name: NameId) {
        if let Some(name) = self.names.of_binding(scope, name) {
            self.parts.mention(name);
        }
        if matches!(self.summary.scope(scope).kind, ScopeKind::Function(_)) {
            self.want(scope, name, Local::Binding);
        }
    }

    /// Mentions a name that is visible only in one scope.
    fn mention_local(&mut self, scope: ScopeId, name: NameId, local: Local) {
        self.parts.mention(self.names.local(scope, name, local));
        self.want(scope, name, local);
    }

    fn want(&mut self, scope: ScopeId, name: NameId, local: Local) {
        if self.told.insert((scope, name, local)) {
            self.wanted.push((scope, name, local));
        }
    }

    /// Returns the entry of a name that the scope binds outside of its comprehensions.
    fn entry(&self, scope: ScopeId, name: NameId) -> Option<Entry> {
        self.summary.entry_of(scope, name).filter(|entry| entry.len > 0)
    }

    // --- bindings

    /// Describes all bindings of one name in a scope.
    fn bindings(&mut self, scope: ScopeId, entry: Entry) {
        self.word(self.names.scope(scope));
        for binding in self.summary.bindings_in(entry) {
            let flags = [binding.is_unconditional(), binding.may_run_any_time(), binding.scope == scope];
            self.word(bits(flags));
            for star in &self.summary.scope(scope).star_imports {
                self.word(u64::from(star.offset > binding.offset));
            }
            if binding.scope != scope {
                self.binding_kind(binding.scope, binding.kind);
            }
            self.binding_kind(scope, binding.kind);
        }
    }

    /// Describes one binding, with its expressions evaluated in `scope`. This is the only place that
    /// distinguishes all kinds.
    fn binding_kind(&mut self, scope: ScopeId, kind: BindingKind) {
        match kind {
            BindingKind::Value(value) => self.tagged(2, scope, value),
            BindingKind::Annotated { annotation, value } => {
                self.word(3);
                self.annotation(scope, annotation);
                self.optional(scope, value);
            }
            BindingKind::Function(function) => self.function(function),
            BindingKind::Class(class) => {
                // The statement is told of under its own name.
                self.word(12);
                self.word(self.names.scope(self.summary.class(class).scope));
                self.mention(self.summary.class(class).name);
            }
            BindingKind::Import { module } => {
                self.word(4);
                self.text(module);
            }
            BindingKind::ImportFrom { module, name } => {
                self.word(5);
                self.text(module);
                self.text(name);
                self.mention(name);
            }
            BindingKind::With { value, is_async } => self.tagged(6 + u64::from(is_async), scope, value),
            BindingKind::For { iterable, is_async } => self.tagged(13 + u64::from(is_async), scope, iterable),
            BindingKind::Part { of, value, path } => {
                self.word(15 + of as u64);
                self.path(path);
                self.expression(scope, value);
            }
            BindingKind::Matched { class, subject } => {
                self.word(25);
                self.optional(scope, class);
                self.expression(scope, subject);
            }
            BindingKind::Except(value) => self.tagged(8, scope, value),
            BindingKind::Alias(value) => {
                self.word(9);
                self.annotation(scope, value);
            }
            BindingKind::Opaque => self.word(10),
        }
    }

    fn function(&mut self, id: FunctionId) {
        let function = self.summary.function(id);
        let around = self.summary.scope_around(function.scope);
        let signature = if function.type_parameters.is_empty() { around } else { function.scope };
        self.word(11);
        self.word(self.names.scope(function.scope));
        self.word(bits([
            function.is_async,
            function.is_generator,
            function.overloads == Overloads::None,
            function.overloads == Overloads::AllAsync,
            function.asks_if_async,
            function.sets_names_of_loop,
            function.may_refuse || function.raised.len > 0,
        ]));
        self.list(around, function.decorators);
        for parameter in &function.parameters {
            self.text(parameter.name);
            self.mention(parameter.name);
            self.word(parameter.kind as u64);
            self.optional_annotation(signature, parameter.annotation);
            self.optional(around, parameter.default);
        }
        self.optional_annotation(signature, function.returns);
        self.plain_names(&function.type_parameters);
        self.word(u64::from(function.keeps_returned));
        self.word(u64::from(function.drops));
        if self.is_body_read(id) {
            let has_inner_functions = self.summary.has_inner_functions(id);
            self.word(bits([function.falls_through, function.is_placeholder, has_inner_functions]));
            self.list(function.scope, function.returned);
            self.list(function.scope, function.yielded);
            self.list(function.scope, function.yielded_from);
        }
    }

    /// Returns whether inference may read the body of a function for its result.
    fn is_body_read(&self, id: FunctionId) -> bool {
        let function = self.summary.function(id);
        self.summary.body_decides(id)
            || function.overloads != Overloads::None
            || self.summary.name(function.name) == "__await__"
    }

    fn arguments(&mut self, scope: ScopeId, id: ArgumentsId) {
        let arguments = self.summary.arguments(id);
        self.word(arguments.len() as u64);
        for Argument { kind, value } in arguments {
            match kind {
                ArgumentKind::Positional => self.word(0),
                ArgumentKind::Keyword(name) => {
                    self.word(1);
                    self.text(*name);
                    self.mention(*name);
                }
                ArgumentKind::Starred => self.word(2),
                ArgumentKind::DoubleStarred => self.word(3),
            }
            self.expression(scope, *value);
        }
    }

    fn path(&mut self, id: PathId) {
        for step in self.summary.path(id) {
            self.word(match step {
                Step::Element(place) => u64::from(*place),
                Step::FromEnd(place) => 0x100 + u64::from(*place),
                Step::Rest { before, after } => {
                    0x200 + u64::from(*before) * 0x1000 + u64::from(*after) * 0x10_0000
                }
            });
        }
        self.word(u64::MAX);
    }

    fn literal(&mut self, literal: Literal) {
        self.word(match literal {
            Literal::Text => 1,
            Literal::Bytes => 2,
            Literal::Integer(value) => 0x1_0000_0000 | u64::from(value as u32),
            Literal::LargeInteger => 3,
            Literal::Float(FloatSize::Other) => 4,
            Literal::Float(FloatSize::Zero) => 5,
            Literal::Boolean(value) => 6 + u64::from(value),
            Literal::Float(FloatSize::Short) => 8,
        });
    }

    fn plain_names(&mut self, names: &[NameId]) {
        self.word(names.len() as u64);
        names.iter().for_each(|name| self.text(*name));
    }

    // --- expressions

    /// Describes an expression in `scope`; a deep part is described separately.
    fn expression(&mut self, scope: ScopeId, id: ExpressionId) {
        if self.depth == DEEPEST {
            self.told_by_itself(scope, id);
            return;
        }
        self.depth += 1;
        self.whole_expression(scope, id);
        self.depth -= 1;
    }

    fn told_by_itself(&mut self, scope: ScopeId, id: ExpressionId) {
        let name = self.name_of_deep(scope, id);
        self.word(u64::from(name));
        self.parts.mention(name);
    }

    fn name_of_deep(&mut self, scope: ScopeId, expression: ExpressionId) -> NameHash {
        let in_annotation = self.in_annotation;
        if let Some(known) = self.deep_names.get(&(expression, in_annotation)) {
            return *known;
        }
        let count = self.deep_counts.entry(scope).or_default();
        *count += 1;
        let name = self.names.deep(scope, *count);
        self.deep_names.insert((expression, in_annotation), name);
        self.deep.push(Deep { scope, expression, in_annotation, name });
        name
    }

    /// Describes an expression in full. All kinds are distinguished here and in [`written_name`].
    fn whole_expression(&mut self, scope: ScopeId, id: ExpressionId) {
        match self.summary.expression(id) {
            Expression::Name(name) => {
                self.word(20);
                self.use_of(scope, name, self.summary.span(id).start);
            }
            Expression::Attribute { value, name } => {
                self.word(21);
                self.text(name);
                self.mention(name);
                self.use_of_dotted(scope, id);
                self.tested_as_plain(scope, value);
                self.expression(scope, value);
            }
            Expression::Call { callee, arguments } => {
                self.tagged(22, scope, callee);
                self.arguments(scope, arguments);
                self.additions(id);
            }
            Expression::Await(value) => self.tagged(23, scope, value),
            Expression::Subscript { value, slice } => {
                self.as_annotation(|content| content.pair(24, scope, value, slice));
            }
            Expression::Tuple(elements) => self.tagged_list(25, scope, elements),
            Expression::Display { collection, elements } => {
                self.word(26);
                self.word(collection as u64);
                self.list(scope, elements);
                self.additions(id);
            }
            Expression::Comprehension { collection, element } => {
                self.word(33);
                self.word(collection as u64);
                self.expression(scope, element);
                self.additions(id);
            }
            Expression::Starred(value) => self.tagged(34, scope, value),
            Expression::Literal(literal) => {
                self.word(35);
                self.literal(literal);
            }
            Expression::Lambda(function) => {
                self.word(36);
                self.function(function);
            }
            Expression::Slice => self.word(37),
            Expression::Truth => self.word(38),
            Expression::String(text) => {
                self.word(27);
                self.text(text);
                self.mention(text);
            }
            Expression::Binary { operator, left, right } => {
                self.word(28);
                self.additions(id);
                match operator {
                    Operator::BitOr => {
                        self.as_annotation(|content| content.pair(operator as u64, scope, left, right));
                    }
                    _ => self.pair(operator as u64, scope, left, right),
                }
            }
            Expression::Either { choice, values } => {
                self.word(29);
                self.tagged_list(choice as u64, scope, values);
            }
            Expression::None => self.word(30),
            Expression::Plain => self.word(31),
            Expression::Opaque => self.word(32),
        }
    }

    /// Describes a name that is read at `offset`.
    fn use_of(&mut self, scope: ScopeId, name: NameId, offset: u32) {
        self.text(name);
        let home = self.home_of(scope, name, offset);
        if self.in_annotation {
            self.mention(name);
        }
        self.narrowings(scope, name, offset);
        if home == scope
            && let Some(entry) = self.entry(scope, name)
        {
            self.place_among(scope, entry, offset);
        }
    }

    /// Describes the resolution of a name used in a scope, mentions its target, and returns the scope of
    /// the target.
    fn home_of(&mut self, scope: ScopeId, name: NameId, offset: u32) -> ScopeId {
        let place = (name.index() ^ scope.index()) % RECENT;
        if let Some(recent) = self.recent[place].filter(|recent| (recent.scope, recent.name) == (scope, name))
        {
            self.word(recent.tag);
            self.word(self.names.scope(recent.home));
            if let Some(mentioned) = recent.mentioned {
                self.parts.mention(mentioned);
            }
            return recent.home;
        }
        let (target, is_the_same_everywhere) = self.names.target(scope, name, offset);
        let (tag, home) = match target {
            Target::Local(home) => (1, home),
            Target::TypeParameter(home) => (2, home),
            Target::Member(home) => (3, home),
            Target::Global => (4, Summary::MODULE_SCOPE),
            Target::Confined(home, _) => (5, home),
        };
        self.word(tag);
        self.word(self.names.scope(home));
        let mentioned = match target {
            Target::Local(_) | Target::Member(_) => {
                self.mention_binding(home, name);
                self.names.of_binding(home, name)
            }
            Target::TypeParameter(_) | Target::Global => {
                self.mention(name);
                Some(self.names.hash(name))
            }
            Target::Confined(_, place) => {
                self.word(u64::from(place));
                self.mention_local(home, name, Local::Confined);
                return home;
            }
        };
        if is_the_same_everywhere {
            self.recent[place] = Some(RecentUse { scope, name, tag, home, mentioned });
        }
        home
    }

    /// Describes `object.name`, if the scope itself binds or tests it.
    fn use_of_dotted(&mut self, scope: ScopeId, id: ExpressionId) {
        let around = self.summary.scope(scope);
        if !around.binds_attributes && around.narrowings.is_empty() {
            return;
        }
        let dotted = self.summary.dotted_name(id).and_then(|dotted| self.summary.names.find(&dotted));
        let Some(dotted) = dotted else { return };
        let offset = self.summary.span(id).start;
        if around.binds_attributes
            && let Some(entry) = self.entry(scope, dotted)
        {
            self.mention_binding(scope, dotted);
            self.place_among(scope, entry, offset);
        }
        if around.narrowings.iter().any(|narrowing| narrowing.name == dotted) {
            self.narrowings(scope, dotted, offset);
        }
    }

    /// Describes what tests imply about other attributes of an object, which inference looks up there.
    fn tested_as_plain(&mut self, scope: ScopeId, object: ExpressionId) {
        for attribute in self.summary.tested_as_plain(scope, object) {
            if let Some(attribute) = self.summary.names.find(attribute) {
                self.text(attribute);
                self.mention(attribute);
            }
        }
    }

    /// Describes the position of a use among the bindings of its name: those before it, around it, or
    /// reaching it through a loop.
    fn place_among(&mut self, scope: ScopeId, entry: Entry, offset: u32) {
        let scope = self.summary.scope(scope);
        let joined = scope.joined_before(entry.name, offset);
        let bindings = self.summary.bindings_in(entry);
        let before = 0..bindings.partition_point(|binding| binding.offset <= offset);
        for index in before.chain(scope.bindings_brought_back(bindings, offset)).rev() {
            let binding = &bindings[index];
            let is_seen = binding.is_seen_behind(offset);
            let is_joined = joined.is_some_and(|joined| binding.offset < joined);
            self.word(index as u64);
            self.word(bits([binding.offset <= offset, binding.is_in_block(offset), is_seen, is_joined]));
            let back = scope.loop_back(binding, offset);
            let since = back.map(|start| bindings.partition_point(|other| other.offset < start) as u64);
            self.word(since.unwrap_or(u64::MAX));
            if is_joined || is_seen && binding.hides_at(offset) {
                break;
            }
        }
    }

    fn narrowings_of(&self, scope: ScopeId, name: NameId) -> impl Iterator<Item = &'s Narrowing> + use<'s> {
        let narrowings = &self.summary.scope(scope).narrowings;
        narrowings.iter().filter(move |narrowing| narrowing.name == name)
    }

    /// Describes the tests of a name or dotted attribute that hold at a use.
    fn narrowings(&mut self, scope: ScopeId, name: NameId, offset: u32) {
        if self.summary.scope(scope).narrowings.is_empty() {
            return;
        }
        let entry = self.entry(scope, name);
        let bindings = entry.map_or(&[][..], |entry| self.summary.bindings_in(entry));
        let mut holds_any = false;
        for (place, Narrowing { range, since, .. }) in self.narrowings_of(scope, name).enumerate() {
            if range.start <= offset && offset < range.end {
                holds_any = true;
                self.word(place as u64);
                let tested = |place: u32| bindings.partition_point(|binding| binding.offset <= place) as u64;
                self.word(tested(*since));
                self.word(tested(range.end));
            }
        }
        self.word(u64::MAX);
        if holds_any {
            self.mention_local(scope, name, Local::Narrowing);
        }
    }

    fn test(&mut self, scope: ScopeId, test: Test) {
        match test {
            Test::Instance(classes) => self.tagged(1, scope, classes),
            Test::None => self.word(2),
            Test::Awaitable => self.word(3),
            Test::Coroutine => self.word(4),
            Test::CoroutineFunction => self.word(5),
            Test::Callable => self.word(6),
            Test::Truth => self.word(8),
            Test::HasAttribute(name) => {
                self.word(7);
                self.text(name);
                self.mention(name);
            }
        }
    }

    fn annotation(&mut self, scope: ScopeId, annotation: ExpressionId) {
        self.as_annotation(|content| content.expression(scope, annotation));
    }

    fn annotations(&mut self, scope: ScopeId, list: List) {
        self.as_annotation(|content| content.list(scope, list));
    }

    fn as_annotation(&mut self, tell: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.in_annotation, true);
        tell(self);
        self.in_annotation = before;
    }

    fn optional_annotation(&mut self, scope: ScopeId, annotation: Option<ExpressionId>) {
        self.word(u64::from(annotation.is_some()));
        if let Some(annotation) = annotation {
            self.annotation(scope, annotation);
        }
    }

    fn optional(&mut self, scope: ScopeId, expression: Option<ExpressionId>) {
        self.word(u64::from(expression.is_some()));
        if let Some(expression) = expression {
            self.expression(scope, expression);
        }
    }

    fn tagged(&mut self, tag: u64, scope: ScopeId, expression: ExpressionId) {
        self.word(tag);
        self.expression(scope, expression);
    }

    fn pair(&mut self, tag: u64, scope: ScopeId, first: ExpressionId, second: ExpressionId) {
        self.tagged(tag, scope, first);
        self.expression(scope, second);
    }

    fn tagged_list(&mut self, tag: u64, scope: ScopeId, list: List) {
        self.word(tag);
        self.list(scope, list);
    }

    fn list(&mut self, scope: ScopeId, list: List) {
        self.word(u64::from(list.len));
        for expression in self.summary.list(list) {
            self.expression(scope, *expression);
        }
    }

    /// Returns the last part of a dotted name; for a call or subscript, that of its operand.
    fn last_name(&self, id: ExpressionId) -> Option<NameId> {
        let mut id = id;
        loop {
            id = match self.summary.expression(id) {
                Expression::Name(name) | Expression::Attribute { name, .. } => return Some(name),
                Expression::Call { callee: inner, .. } | Expression::Subscript { value: inner, .. } => inner,
                _ => return None,
            }
        }
    }
}

/// The subject of a part that has no expression.
#[derive(Clone, Copy)]
enum Tag {
    Class = 1,
    Attribute,
    Patched,
    TypeParameter,
    /// A star import that may not run. The next tag is for one that certainly runs.
    Star,
    Body = 7,
    CallSite,
    Parameter,
    Fixture,
    PassedOn,
    Step,
}

fn bits<const N: usize>(flags: [bool; N]) -> u64 {
    flags.into_iter().fold(0, |bits, flag| 2 * bits + u64::from(flag))
}

/// Returns the name that an expression itself contains.
fn written_name(expression: Expression) -> Option<NameId> {
    match expression {
        Expression::Name(name) | Expression::Attribute { name, .. } | Expression::String(name) => Some(name),
        Expression::Call { .. }
        | Expression::Await(_)
        | Expression::Subscript { .. }
        | Expression::Tuple(_)
        | Expression::Display { .. }
        | Expression::Comprehension { .. }
        | Expression::Starred(_)
        | Expression::Literal(_)
        | Expression::Binary { .. }
        | Expression::Either { .. }
        | Expression::Lambda(_)
        | Expression::Slice
        | Expression::Truth
        | Expression::None
        | Expression::Plain
        | Expression::Opaque => None,
    }
}

/// Returns the names of functions whose calls determine their parameters, contradict the annotations of objects whose methods they call, or
/// decide whether they need a running event loop. Of a module that may run a loop when it is imported, these are all functions and classes.
fn called_by_asked_names(summary: &Summary) -> impl Iterator<Item = NameId> {
    let asks_for_loop = asks_for_loop(summary);
    let calls_on_parameters: FxHashSet<FunctionId> =
        summary.calls.iter().filter_map(|site| calls_on_parameter(summary, site)).collect();
    let is_asked = move |id: &FunctionId| {
        has_open_parameter(summary, *id)
            || calls_on_parameters.contains(id)
            || asks_for_loop && !summary.function(*id).is_async
    };
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    let asked = functions.filter(is_asked).flat_map(|id| called_as(summary, id));
    let may_run_loop = summary.mentions(Role::CoroutineRunnerModule);
    asked.chain(names_to_import(summary).filter(move |_| may_run_loop))
}

/// Returns the function around a call of a method, or of a method of an attribute, of one of its annotated parameters.
fn calls_on_parameter(summary: &Summary, site: &CallSite) -> Option<FunctionId> {
    let mut object = summary.callee_or_itself(site.expression);
    while let Expression::Attribute { value, .. } = summary.expression(object) {
        object = value;
    }
    let Expression::Name(name) = summary.expression(object) else { return None };
    let function = summary.function_around(site.scope)?;
    let mut parameters = summary.function(function).parameters.iter();
    parameters.any(|known| known.name == name && known.annotation.is_some()).then_some(function)
}

/// Returns the names of the functions and classes at module level.
fn names_to_import(summary: &Summary) -> impl Iterator<Item = NameId> {
    let is_defined = |kind| matches!(kind, BindingKind::Function(_) | BindingKind::Class(_));
    let entries = summary.scope(Summary::MODULE_SCOPE).entries.iter();
    let defined =
        entries.filter(move |entry| summary.bindings_in(**entry).iter().any(|it| is_defined(it.kind)));
    defined.map(|entry| entry.name)
}

/// Returns the names under which a function is called: its own name, and for a constructor also that of its
/// class.
fn called_as(summary: &Summary, id: FunctionId) -> impl Iterator<Item = NameId> {
    let name = summary.function(id).name;
    let class = summary.class_of(id).filter(|_| summary.name(name) == "__init__");
    std::iter::once(name).chain(class.map(|class| summary.class(class).name))
}

/// Returns whether a parameter has no annotation, so that calls determine it. The class determines `self`.
fn has_open_parameter(summary: &Summary, id: FunctionId) -> bool {
    let function = summary.function(id);
    let is_method = summary.class_of(id).is_some() && function.decorators.len == 0;
    let given = function.parameters.iter().skip(usize::from(is_method));
    given.into_iter().any(|parameter| parameter.annotation.is_none() && !parameter.is_variadic())
}

/// Returns whether a class inherits its constructor. The parameters of the base constructor then depend on
/// the calls of the class.
fn inherits_constructor(summary: &Summary, id: ClassId) -> bool {
    let class = summary.class(id);
    class.bases.len > 0 && summary.bindings_of(class.scope, "__init__").is_empty()
}

/// Returns whether a module may call something that needs a running event loop, so that the callers of its
/// functions matter.
fn asks_for_loop(summary: &Summary) -> bool {
    LOOP_FUNCTIONS.iter().any(|known| summary.names.find(known.called).is_some())
}
