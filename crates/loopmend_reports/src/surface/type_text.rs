//! Inferred types as annotations.

use std::collections::BTreeMap;

use loopmend_index::summary::ScopeKind;
use loopmend_project::Origin;
use loopmend_semantic::infer::{ClassRef, Type};

use super::Writer;

/// How deeply types may nest in an annotation.
const DEEPEST: usize = 4;

/// The imports that annotations need beside those of the module, by the names of the modules.
#[derive(Default)]
pub(super) struct Imports(BTreeMap<String, usize>);

impl Imports {
    /// Returns an expression for a name of `typing`.
    pub(super) fn typing(&mut self, name: &str) -> String {
        self.member("typing", name)
    }

    fn member(&mut self, module: &str, name: &str) -> String {
        let next = self.0.len();
        let number = *self.0.entry(module.to_owned()).or_insert(next);
        format!("_loopmend_{number}.{name}")
    }

    /// Returns the import statements.
    pub(super) fn head(&self) -> String {
        self.0.iter().map(|(module, number)| format!("import {module} as _loopmend_{number}\n")).collect()
    }
}

impl Writer<'_, '_> {
    /// Returns an annotation for a type, or `None` for one that is not known or has no name.
    pub(super) fn type_text(&mut self, of: Type) -> Option<String> {
        self.nested_text(of, DEEPEST)
    }

    fn nested_text(&mut self, of: Type, depth: usize) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        match of {
            Type::None => Some("None".to_owned()),
            Type::Instance(class, arguments) => {
                let name = self.class_text(class)?;
                let arguments = self.inference.types(arguments).to_vec();
                let texts: Option<Vec<String>> =
                    arguments.into_iter().map(|of| self.nested_text(of, depth)).collect();
                Some(match texts {
                    Some(texts) if !texts.is_empty() && name != "tuple" => {
                        format!("{name}[{}]", texts.join(", "))
                    }
                    _ => name,
                })
            }
            Type::Class(class) => Some(format!("type[{}]", self.class_text(class)?)),
            Type::Coroutine(..) | Type::Awaitable(_) => {
                let awaited = self.inference.awaited_by_itself(of);
                let awaited = self.text_or_any(awaited, depth);
                Some(match of {
                    Type::Awaitable(_) => format!("{}[{awaited}]", self.imports.typing("Awaitable")),
                    _ => {
                        let any = self.imports.typing("Any");
                        format!("{}[{any}, {any}, {awaited}]", self.imports.typing("Coroutine"))
                    }
                })
            }
            Type::Function(_) | Type::Callable(_) => {
                let result = self.inference.result_of_any_call(of);
                let result = match self.inference.mixes_awaitables(result) {
                    true => self.imports.typing("Any"),
                    false => self.text_or_any(result, depth),
                };
                Some(format!("{}[..., {result}]", self.imports.typing("Callable")))
            }
            Type::Tuple(elements) => {
                let elements = self.inference.types(elements).to_vec();
                let texts: Vec<String> = elements.into_iter().map(|of| self.text_or_any(of, depth)).collect();
                Some(if texts.is_empty() {
                    "tuple[()]".to_owned()
                } else {
                    format!("tuple[{}]", texts.join(", "))
                })
            }
            Type::Union(parts) => {
                let parts = self.inference.types(parts).to_vec();
                let texts: Option<Vec<String>> =
                    parts.into_iter().map(|part| self.nested_text(part, depth)).collect();
                let mut texts = texts?;
                texts.sort();
                texts.dedup();
                Some(texts.join(" | "))
            }
            Type::Unknown
            | Type::Never
            | Type::Plain
            | Type::Module(_)
            | Type::Form(_)
            | Type::Mock(_)
            | Type::Super(..)
            | Type::Variable(_)
            | Type::Identity => None,
        }
    }

    fn text_or_any(&mut self, of: Type, depth: usize) -> String {
        self.nested_text(of, depth).unwrap_or_else(|| self.imports.typing("Any"))
    }

    /// Returns an expression for a class, or `None` for one that is defined in a function.
    fn class_text(&mut self, class: ClassRef) -> Option<String> {
        let engine = self.inference.engine();
        let summary = engine.summary(class.module);
        let scope = summary.class(class.class).scope;
        let mut around = summary.scope(scope).parent;
        while let Some(outer) = around {
            if matches!(summary.scope(outer).kind, ScopeKind::Function(_)) {
                return None;
            }
            around = summary.scope(outer).parent;
        }
        let name = summary.qualified_name(scope);
        let module = engine.module_name(class.module).to_owned();
        let is_builtin = engine.origin(class.module) == Origin::StandardLibrary && module == "builtins";
        match is_builtin {
            true => Some(name),
            false if module.is_empty() => None,
            false => Some(self.imports.member(&module, &name)),
        }
    }
}
