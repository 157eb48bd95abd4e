//! Functions without their bodies.

use loopmend_python::ast::{Expr, ParameterWithDefault, Parameters, StmtFunctionDef};
use loopmend_semantic::infer::{FunctionRef, Stated, Type};

use super::{Around, Writer};

/// What a function is to its callers.
struct Shape {
    is_async: bool,
    returns: Option<String>,
    /// Whether the decorators of the library itself are left out, since the shape says what they make.
    without_own_decorators: bool,
}

impl Writer<'_, '_> {
    pub(super) fn function(&mut self, function: &StmtFunctionDef, around: &Around) {
        let end = function.name.range.end().to_u32();
        let Some(id) = self.summary.function_with_name_end(end) else { return };
        let of = FunctionRef { module: self.module, function: id };
        let shape = self.shape(function, of);
        let decorators = self.summary.list(self.summary.function(of.function).decorators).to_vec();
        for (decorator, id) in function.decorator_list.iter().zip(decorators) {
            let home = self.defining_module(around.scope, id).filter(|home| self.is_own(*home));
            match home {
                Some(_) if shape.without_own_decorators => continue,
                Some(home) => self.rest_on(home),
                None => {}
            }
            let text = self.short_text_of(&decorator.expression);
            self.line(&format!("@{text}"));
        }
        let keyword = if shape.is_async { "async def" } else { "def" };
        let type_parameters = function.type_params.as_deref().map(|it| self.text_of(it)).unwrap_or_default();
        let parameters = self.parameters(&function.parameters);
        let returns = shape.returns.map(|it| format!(" -> {it}")).unwrap_or_default();
        self.line(&format!("{keyword} {}{type_parameters}({parameters}){returns}: ...", function.name));
    }

    fn shape(&mut self, function: &StmtFunctionDef, of: FunctionRef) -> Shape {
        let plain = self.plain_shape(function, of);
        if function.decorator_list.is_empty() {
            return plain;
        }
        let made = self.inference.decorated_of(of);
        if self.inference.is_still(made, of) {
            return Shape { without_own_decorators: true, ..plain };
        }
        match made {
            Type::Function(callee) if self.inference.is_coroutine_function(callee) => {
                let result = self.inference.result_of_any_call(made);
                let awaited = self.inference.awaited_by_itself(result);
                let inferred = self.type_text(awaited);
                Shape { is_async: true, returns: inferred.or(plain.returns), without_own_decorators: true }
            }
            _ => plain,
        }
    }

    /// Returns what a function is without its decorators.
    fn plain_shape(&mut self, function: &StmtFunctionDef, of: FunctionRef) -> Shape {
        let definition = self.summary.function(of.function);
        let makes_coroutines = function.is_async && !definition.is_generator;
        let written = function.returns.as_deref().map(|returns| self.annotation_text(returns));
        let shape = |returns| Shape { is_async: makes_coroutines, returns, without_own_decorators: false };
        if definition.is_generator {
            let noun = if function.is_async { "AsyncGenerator" } else { "Generator" };
            return shape(Some(written.unwrap_or_else(|| self.imports.typing(noun))));
        }
        let seen = self.inference.seen_of(of);
        let result = if makes_coroutines { self.inference.awaited_by_itself(seen) } else { seen };
        let inferred = self.type_text(result);
        match self.inference.stated_of(of) {
            Stated::Nothing => shape(inferred),
            Stated::Variable => shape(written),
            Stated::Type(stated) if makes_coroutines || stated == result => shape(written),
            // The body shows that the annotation is not to be relied on.
            Stated::Type(stated) if result == Type::Unknown && stated != Type::Unknown => shape(None),
            Stated::Type(_) => shape(inferred.or(written)),
        }
    }

    fn parameters(&mut self, parameters: &Parameters) -> String {
        let mut texts = Vec::new();
        for parameter in &parameters.posonlyargs {
            texts.push(self.parameter(parameter));
        }
        if !texts.is_empty() {
            texts.push("/".to_owned());
        }
        for parameter in &parameters.args {
            texts.push(self.parameter(parameter));
        }
        match &parameters.vararg {
            Some(rest) => texts.push(format!("*{}", self.named(rest.name.as_str(), rest.annotation()))),
            None if !parameters.kwonlyargs.is_empty() => texts.push("*".to_owned()),
            None => {}
        }
        for parameter in &parameters.kwonlyargs {
            texts.push(self.parameter(parameter));
        }
        if let Some(rest) = &parameters.kwarg {
            texts.push(format!("**{}", self.named(rest.name.as_str(), rest.annotation())));
        }
        texts.join(", ")
    }

    fn parameter(&mut self, parameter: &ParameterWithDefault) -> String {
        let named = self.named(parameter.name().as_str(), parameter.annotation());
        match parameter.default.as_deref() {
            None => named,
            Some(Expr::NoneLiteral(_)) => format!("{named} = None"),
            Some(_) => format!("{named} = ..."),
        }
    }

    fn named(&mut self, name: &str, annotation: Option<&Expr>) -> String {
        match annotation {
            Some(annotation) => format!("{name}: {}", self.annotation_text(annotation)),
            None => name.to_owned(),
        }
    }
}
