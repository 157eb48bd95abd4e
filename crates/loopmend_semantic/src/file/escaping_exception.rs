//! Decides whether an exception can leave the coroutine that a task runs.

use loopmend_catalog::{Role, Roles, Words, entry, named};
use loopmend_core::Span;
use loopmend_index::summary::{ArgumentKind, Expression, ExpressionId, Function, Literal, Suspension};
use loopmend_project::Origin;
use rustc_hash::FxHashSet;

use super::lost_task::{At, first_positional};
use super::own_wait::asyncio_name;
use crate::file::File;
use crate::infer::{CalleeId, ClassRef, FunctionRef, Location, Type};
use crate::stack::grow_stack_for_step;

/// The maximum number of functions to analyse. Each one may parse its file again.
const MAX_FUNCTIONS: usize = 16;

/// The functions that were analysed for one task. Those that are still open raise nothing on their own account.
type Met = FxHashSet<FunctionRef>;

impl File<'_> {
    /// Returns whether an exception can leave a coroutine, or whether that is unknown.
    pub fn may_raise(&mut self, coroutine: At) -> bool {
        self.awaited_may_raise(&mut Met::default(), coroutine)
    }

    /// Returns whether awaiting a value may raise.
    fn awaited_may_raise(&mut self, met: &mut Met, awaited: At) -> bool {
        if self.keeps_exceptions(awaited) {
            return false;
        }
        if self.is_start_of_task(awaited) {
            let arguments = self.engine().summary(awaited.module).arguments_of(awaited.expression);
            let started = arguments.and_then(first_positional);
            return started
                .is_none_or(|expression| self.awaited_may_raise(met, At { expression, ..awaited }));
        }
        if self.is_future_without_exception(awaited) {
            return false;
        }
        if let Some(expression) = self.awaited_without_limit(awaited) {
            return self.awaited_may_raise(met, At { expression, ..awaited });
        }
        let parts = self.types_of(awaited);
        parts.is_empty()
            || parts.into_iter().any(|part| match part {
                Type::Coroutine(callee, _) => self.callee_may_raise(met, callee),
                _ => true,
            })
    }

    fn callee_may_raise(&mut self, met: &mut Met, callee: CalleeId) -> bool {
        let function = self.inference_mut().function_of(callee);
        self.inference_mut().is_doubtful(callee) && !self.has_plain_decorators(function)
            || self.inference_mut().is_replaced_method(callee)
            || grow_stack_for_step(|| self.function_may_raise(met, function))
    }

    /// Returns whether decorators are what makes a function doubtful, and all of them are known to add no failure. A decorator with arguments
    /// may add one, such as the limit of a timeout.
    fn has_plain_decorators(&mut self, FunctionRef { module, function }: FunctionRef) -> bool {
        let summary = self.engine().summary(module);
        let definition = summary.function(function);
        let at = Location::around(summary, module, definition.scope);
        let mut has_unknown = false;
        for decorator in summary.list(definition.decorators) {
            if self.inference_mut().keeps_decorated(at, *decorator) {
                continue;
            }
            let name = summary.last_name(*decorator);
            if summary.call(*decorator).is_some() || !Words::HarmlessDecorators.has(name) {
                return false;
            }
            has_unknown = true;
        }
        has_unknown
    }

    /// Returns whether an exception can leave a function. Many tasks may run the function that is asked about first.
    fn function_may_raise(&mut self, met: &mut Met, function: FunctionRef) -> bool {
        if !met.is_empty() {
            return self.steps_may_raise(met, function);
        }
        if let Some(answer) = self.task_answers.may_raise.get(&function) {
            return *answer;
        }
        let answer = self.steps_may_raise(&mut Met::default(), function);
        self.task_answers.may_raise.insert(function, answer);
        answer
    }

    fn steps_may_raise(&mut self, met: &mut Met, function: FunctionRef) -> bool {
        let FunctionRef { module, function: id } = function;
        if self.engine().origin(module) != Origin::FirstParty {
            return !self.raises_nothing(function);
        }
        if met.contains(&function) {
            return false;
        }
        if met.len() >= MAX_FUNCTIONS {
            return true;
        }
        met.insert(function);
        self.inference_mut().rest_on_text(module);
        let summary = self.engine().summary(module);
        let definition = summary.function(id);
        if definition.is_placeholder {
            // A method that hands on to its own protocol tells nothing about the others.
            let mut implementations = self.inference_mut().implementations(function);
            implementations.retain(|method| !met.contains(method));
            return implementations.is_empty()
                || implementations.into_iter().any(|method| self.function_may_raise(met, method));
        }
        let Some(open) = self.open_steps(function) else { return true };
        let at = |span: &Span| {
            let site = summary.call_site(*span)?;
            Some(At { module, scope: site.scope, expression: site.expression })
        };
        open.raises
            || open.iterates
            || open.entered.iter().any(|entered| !self.enters_lock(function, *entered))
            || open.awaited.iter().any(|it| at(it).is_none_or(|it| self.awaited_may_raise(met, it)))
            || open.calls.iter().any(|it| at(it).is_none_or(|it| self.call_may_raise(met, it)))
    }

    /// Returns whether an awaited value is a future, kept in a private attribute, that no code of the module gives an exception.
    fn is_future_without_exception(&mut self, awaited: At) -> bool {
        let summary = self.engine().summary(awaited.module);
        let Expression::Attribute { name, .. } = summary.expression(awaited.expression) else { return false };
        let is_private = summary.name(name).starts_with('_');
        let gives_exception =
            Role::GivesException.names().iter().any(|name| summary.names.find(name).is_some());
        if !is_private || gives_exception {
            return false;
        }
        let is_future = |file: &mut Self, part: Type| match part {
            Type::Instance(class, _) => {
                asyncio_name(&file.inference_mut().path_of_class(class)) == "asyncio.Future"
            }
            _ => false,
        };
        let parts = self.types_of(awaited);
        !parts.is_empty() && parts.into_iter().all(|part| is_future(self, part))
    }

    /// Returns what `asyncio.wait_for` awaits if it has no limit: `asyncio.wait_for(future, None)`.
    fn awaited_without_limit(&self, awaited: At) -> Option<ExpressionId> {
        let summary = self.engine().summary(awaited.module);
        if !summary.last_roles(awaited.expression).has(Role::LimitsAwaited) {
            return None;
        }
        let [first, limit] = summary.arguments_of(awaited.expression)? else { return None };
        let is_none = matches!(summary.expression(limit.value), Expression::None);
        (first.kind == ArgumentKind::Positional && is_none).then_some(first.value)
    }

    /// Returns whether a function of a library is documented to raise nothing.
    fn raises_nothing(&mut self, function: FunctionRef) -> bool {
        let path = self.inference_mut().path_of_function(function);
        if let Some(method) = path.strip_prefix("builtins.") {
            let known = entry(method).map(|known| known.roles);
            return match method.contains('.') {
                true => !known.is_some_and(|roles| roles.has(Role::RemovesItem)),
                false => known.is_some_and(|roles| roles.has(Role::RaisesNothing)),
            };
        }
        let raises_nothing = |roles: Roles| {
            [Role::RaisesNothing, Role::ReadsClock, Role::Logs].iter().any(|role| roles.has(*role))
        };
        let is_method = self.engine().summary(function.module).class_of(function.function).is_some();
        let documented = match path.rsplit_once("EventLoop.") {
            Some((_, method)) => format!("loop.{method}"),
            None if is_method => path,
            None => asyncio_name(&path),
        };
        entry(&documented).is_some_and(|known| raises_nothing(known.roles))
    }

    /// Returns whether `async with` enters a lock.
    fn enters_lock(&mut self, FunctionRef { module, function }: FunctionRef, entered: Span) -> bool {
        let summary = self.engine().summary(module);
        let &Function { scope, suspension, .. } = summary.function(function);
        let Suspension::Awaits { entered: managers, .. } = suspension else { return false };
        let mut managers = summary.list(managers).iter().copied();
        let manager = managers.find(|manager| summary.span(*manager) == entered);
        manager.is_some_and(|expression| self.is_lock(At { module, scope, expression }))
    }

    /// Returns whether a call that is not awaited may raise. Calling an `async def` only creates the coroutine.
    fn call_may_raise(&mut self, met: &mut Met, call: At) -> bool {
        let summary = self.engine().summary(call.module);
        let callee = At { expression: summary.callee_or_itself(call.expression), ..call };
        let is_coroutine = |part: &Type| matches!(part, Type::Coroutine(..));
        let made = self.types_of(call);
        let is_created = !made.is_empty() && made.iter().all(is_coroutine);
        !is_created
            && !self.is_log_call(callee)
            && !self.pops_with_default(call)
            && self.is_unsafe_callee(met, callee)
    }

    /// Returns whether a callee is a method that writes to a log.
    fn is_log_call(&self, callee: At) -> bool {
        match self.engine().summary(callee.module).expression(callee.expression) {
            Expression::Attribute { name, .. } => {
                named(self.engine().summary(callee.module).name(name)).has(Role::Logs)
            }
            _ => false,
        }
    }

    /// Returns whether a call removes an item and passes what to return if there is none: `entries.pop(key, None)`.
    fn pops_with_default(&self, call: At) -> bool {
        let summary = self.engine().summary(call.module);
        let arguments = summary.arguments_of(call.expression).unwrap_or_default();
        summary.method_call(call.expression).is_some_and(|(_, name)| {
            let method = named(summary.name(name));
            method.has(Role::ChangesDictionary) && method.has(Role::RemovesItem) && arguments.len() == 2
        })
    }

    fn is_unsafe_callee(&mut self, met: &mut Met, callee: At) -> bool {
        let parts = self.types_of(callee);
        parts.is_empty()
            || parts.into_iter().any(|part| match part {
                Type::Function(callee) => self.callee_may_raise(met, callee),
                Type::Class(class) => self.construction_may_raise(met, class),
                _ => true,
            })
    }

    fn construction_may_raise(&mut self, met: &mut Met, class: ClassRef) -> bool {
        let path = asyncio_name(&self.inference_mut().path_of_class(class));
        let name = path.strip_prefix("builtins.").unwrap_or(&path);
        let is_known = |role| entry(name).is_some_and(|known| known.roles.has(role));
        if is_known(Role::RaisesNothing) || is_known(Role::AsyncioPrimitive) {
            return false;
        }
        let made_by = self.inference_mut().method_named(class, "__init__");
        self.engine().origin(class.module) != Origin::FirstParty
            || made_by.is_some_and(|function| {
                self.engine().origin(function.module) == Origin::FirstParty
                    && self.function_may_raise(met, function)
            })
    }

    /// Returns whether a call is `gather(..., return_exceptions=True)`.
    fn keeps_exceptions(&mut self, call: At) -> bool {
        const KEEPS: &str = "return_exceptions";
        let summary = self.engine().summary(call.module);
        let starts = summary.last_name(call.expression);
        named(starts).has(Role::StartsGivenCoroutines)
            && summary.arguments_of(call.expression).unwrap_or_default().iter().any(|argument| {
                matches!(argument.kind, ArgumentKind::Keyword(name) if summary.name(name) == KEEPS)
                    && matches!(
                        summary.expression(argument.value),
                        Expression::Literal(Literal::Boolean(true))
                    )
            })
    }
}
