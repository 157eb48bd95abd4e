//! Who runs a function, and in which thread: frameworks, threads and executors, scripts, tests.

use loopmend_catalog::{Role, Words, named};
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{ArgumentKind, CallSite, Expression, ExpressionId, ScopeId, Summary};

use super::callers::{Outside, Reach, Search};
use super::frameworks::{Context, Frameworks, Registration};
use super::given::Argument;
use super::origin::{Made, Origins};
use crate::engine::ModuleId;
use crate::infer::FunctionRef;

impl Search<'_, '_> {
    pub(super) fn outside(&mut self, outside: Outside) {
        self.found.all.push(Reach::Outside(outside));
    }

    pub(super) fn add_frameworks(&mut self) {
        let (known, origins) = (Frameworks::known(), Origins::new(self.engine));
        for registration in self.registrations() {
            let outside = Outside::new(registration.context, &registration.framework);
            self.outside(Outside { runs_on_loop: registration.runs_on_loop, ..outside });
        }
        for class in self.classes() {
            let bases = origins.foreign_bases(class);
            if let Some(base) = bases.iter().find_map(|base| known.base(base, self.name)) {
                let outside = Outside::new(base.context, &base.framework);
                self.outside(Outside { runs_on_loop: base.runs_on_loop, ..outside });
                return;
            }
        }
    }

    /// Returns how frameworks run the function, according to its decorators.
    fn registrations(&self) -> Vec<&'static Registration> {
        let FunctionRef { module, function } = self.function;
        let summary = self.engine.summary(module);
        let definition = summary.function(function);
        let around = summary.scope_around(definition.scope);
        let decorators = summary.list(definition.decorators);
        let paths = Origins::new(self.engine).decorators_of(self.function);
        let found = paths.into_iter().zip(decorators).filter_map(|(path, decorator)| match path {
            Some(path) => Frameworks::known().decorator(&path),
            None => self.registration_by_receiver(module, around, *decorator),
        });
        found.collect()
    }

    /// Returns the registration for a decorator of an object whose class in the project overrides the decorator, or of
    /// a parameter.
    fn registration_by_receiver(
        &self,
        module: ModuleId,
        scope: ScopeId,
        decorator: ExpressionId,
    ) -> Option<&'static Registration> {
        let summary = self.engine.summary(module);
        let Expression::Attribute { value, name } = summary.expression(summary.callee_or_itself(decorator))
        else {
            return None;
        };
        let name = summary.name(name);
        let origins = Origins::new(self.engine);
        match origins.made(module, scope, value) {
            Some(Made::Instance(class)) => {
                let bases = origins.foreign_bases(class);
                bases.iter().find_map(|base| Frameworks::known().decorator(&format!("{base}().{name}")))
            }
            Some(_) => None,
            None => registration_by_name(summary, scope, (value, name)),
        }
    }

    /// Returns whether a decorator makes the function a command, which nothing but the command line runs.
    pub(super) fn is_command(&self) -> bool {
        self.registrations().iter().any(|known| known.context == Context::CommandLine)
    }

    pub(super) fn add_scripts(&mut self) {
        let scripts = self.engine.project().console_scripts().iter();
        let of_name = scripts.filter_map(|target| target.split_once(':')).find(|(module, name)| {
            *name == self.name
                && Origins::at_top(self.engine, self.engine.resolve(module, self.function.module), name)
                    == Some(Made::Function(self.function))
        });
        if let Some((module, name)) = of_name {
            self.outside(Outside::new(
                Context::CommandLine,
                &format!("the console script `{module}:{name}`"),
            ));
        }
    }

    pub(super) fn add_tests(&mut self) {
        let summary = self.engine.summary(self.function.module);
        let is_method = self.class.is_some();
        let scope = summary.function(self.function.function).scope;
        let is_nested = summary.enclosing_function(summary.scope_around(scope)).is_some();
        let is_of_tests = self.engine.is_of_tests(self.function.module);
        let is_test = is_of_tests
            && !is_nested
            && (self.name.starts_with("test") || is_around_tests(self.name, is_method));
        if is_test || is_fixture(summary, self.function.function) {
            self.outside(Outside::new(Context::Test, "pytest"));
        } else if self.name.starts_with("pytest_") && !is_method {
            self.outside(Outside::new(Context::Test, "a hook of pytest"));
        }
    }

    /// Adds AWS Lambda as the caller of `def handler(event, context):`
    /// (docs.aws.amazon.com/lambda/latest/dg/python-handler.html).
    pub(super) fn add_platforms(&mut self) {
        let summary = self.engine.summary(self.function.module);
        let definition = summary.function(self.function.function);
        let names: Vec<&str> =
            definition.parameters.iter().map(|parameter| summary.name(parameter.name)).collect();
        let is_at_top = summary.scope(definition.scope).parent == Some(Summary::MODULE_SCOPE);
        let is_called_so = self.name.contains("handler") || self.name == "main";
        if is_at_top && is_called_so && {
            let plain = names.iter().map(|name| name.strip_prefix('_').unwrap_or(name));
            plain.eq(Words::LambdaParameters.all().iter().copied())
        } {
            self.outside(Outside::new(Context::Worker, "AWS Lambda"));
        }
    }

    /// Returns the external caller that runs the argument of a call, according to the catalogue of
    /// frameworks.
    pub(super) fn outside_of_call(&mut self, module: ModuleId, (call, place): Argument) -> Option<Outside> {
        let summary = self.engine.summary(module);
        let site = summary.calls[call as usize];
        if place == 0
            && let Some(known) = self.registration_by_call(module, &site)
        {
            let outside = Outside::new(known.context, &known.framework);
            return Some(Outside { runs_on_loop: known.runs_on_loop, at: Some((module, call)), ..outside });
        }
        let name = summary.last_name(site.expression)?;
        if !Frameworks::known().has_call_named(name) {
            let path = self.origin_of_callee(module, &site)?;
            let name = path.rsplit('.').next()?;
            if !Frameworks::known().has_call_named(name.trim_end_matches("()")) {
                return None;
            }
        }
        let path = self.origin_of_callee(module, &site);
        let arguments = summary.arguments_of(site.expression)?;
        let keyword = match arguments.get(place)?.kind {
            ArgumentKind::Keyword(name) => Some(summary.name(name)),
            _ => None,
        };
        let known = Frameworks::known().call(path.as_deref(), name, place, keyword)?;
        let mut outside = Outside::new(known.context, &known.framework);
        outside.runs_on_loop = known.runs_on_loop;
        outside.is_pool = known.is_pool;
        outside.at = Some((module, call));
        let executor = arguments.first().filter(|_| name == "run_in_executor");
        let executor =
            executor.and_then(|first| Origins::new(self.engine).path(module, site.scope, first.value));
        if executor.is_some_and(|path| path.contains("ProcessPoolExecutor")) {
            outside.context = Context::Process;
        }
        Some(outside)
    }

    /// Returns the registration for the argument of a decorator that is written as a call: `cli.command()(work)`.
    fn registration_by_call(&self, module: ModuleId, site: &CallSite) -> Option<&'static Registration> {
        let summary = self.engine.summary(module);
        let decorator = summary.call(site.expression)?.callee;
        summary.call(decorator)?;
        let path = Origins::new(self.engine).path(module, site.scope, decorator)?;
        Frameworks::known().decorator(&path)
    }

    /// Returns the external caller to which a function of the project passes a parameter.
    pub(super) fn outside_in_callee(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        place: usize,
        depth: u8,
    ) -> Option<Outside> {
        let called = self.called_in_project(module, site)?;
        let summary = self.engine.summary(called.module);
        let definition = summary.function(called.function);
        let parameter = self.parameter_at(module, site, place, called)?;
        let name = summary.name(definition.parameters.get(parameter)?.name);
        let inner: Vec<Argument> = self.arguments_named(summary, definition.scope, name).collect();
        inner.into_iter().find_map(|argument| match self.given_to(called.module, argument, depth - 1) {
            Reach::Outside(outside) => Some(outside),
            Reach::From { .. } => None,
        })
    }
}

/// Returns the registration for a decorator `group.command()` of a parameter whose class is unknown, if the module
/// imports the package of a framework with this name.
fn registration_by_name(
    summary: &Summary,
    scope: ScopeId,
    (receiver, name): (ExpressionId, &str),
) -> Option<&'static Registration> {
    let mut receiver = receiver;
    while let Expression::Attribute { value, .. } = summary.expression(receiver) {
        receiver = value;
    }
    let Expression::Name(parameter) = summary.expression(receiver) else { return None };
    let found = summary.is_parameter(scope, parameter).then(|| Frameworks::known().decorator_named(name));
    let is_imported =
        |known: &&Registration| summary.imported_packages().any(|package| package == known.package);
    let mut imported = found.into_iter().flatten().filter(is_imported);
    let first = imported.next()?;
    imported.all(|known| known.context == first.context).then_some(first)
}

/// Returns whether pytest or unittest calls a function of this name around tests.
fn is_around_tests(name: &str, is_method: bool) -> bool {
    named(name).has(if is_method { Role::AroundTestsMethod } else { Role::XunitFunction })
}
