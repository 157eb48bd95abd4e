//! Methods that no code of the project mentions, and that no framework or user of a package calls.

use loopmend_catalog::Words;
use loopmend_index::calls::called_name;
use loopmend_index::summary::{CallSite, ClassId, Expression, FunctionId, Summary};

use super::File;
use crate::engine::Engine;

/// The function that gets an attribute by its name.
const GETATTR: &str = "getattr";

impl Engine<'_> {
    /// Returns whether a file of the project may get an attribute by a name that is not a literal.
    fn gets_computed_names(&self) -> bool {
        let gets = |file| {
            let summary = self.summary(file);
            summary.calls.iter().any(|site| gets_computed_name(summary, site))
        };
        *self.gets_computed_names.get_or_init(|| {
            let mut files = self.files_with_word(GETATTR).into_iter();
            files.any(|file| self.has_name(file, GETATTR) && gets(file))
        })
    }
}

impl File<'_> {
    /// Returns whether nothing runs an `async` method. No file of the project mentions its name again or gets attributes by computed names,
    /// and its class has no base whose code may call it. The project does not export the class: it has a package of its own, and the module is
    /// not in it. Frameworks call methods of plain classes by names with known beginnings: `on_get`.
    pub(super) fn is_never_called(&mut self, function: FunctionId) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let definition = summary.function(function);
        let name = summary.name(definition.name);
        let is_dispatched = name.split('_').next().is_none_or(|word| Words::DispatchedNames.has(word));
        let Some(class) = summary.class_of(function) else { return false };
        if is_dispatched
            || definition.decorators.len > 0
            || !self.is_class_alone(class)
            || self.may_be_exported()
        {
            return false;
        }
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        let is_own = engine.files_with_word(name).iter().all(|file| *file == module);
        is_own
            && engine.count_words(module, name) == 1
            && engine.subclasses(summary.name(summary.class(class).name)).is_empty()
            && !engine.gets_computed_names()
    }

    /// Returns whether a class has no bases and no decorators.
    fn is_class_alone(&self, class: ClassId) -> bool {
        let class = self.summary().class(class);
        class.bases.len == 0 && class.decorators.len == 0
    }

    /// Returns whether users of the project may import the file: it is in the package of the project, or the project has no package of its
    /// name.
    fn may_be_exported(&self) -> bool {
        let engine = self.engine();
        let names = engine.project().own_names();
        let is_found =
            |name: &String| !engine.is_absent(engine.resolve(&name.replace('-', "_"), self.module()));
        let top = engine.top_level(self.module());
        engine.project().distributes(top) || !names.iter().any(is_found)
    }
}

/// Returns whether a call is `getattr(object, name)` with a name that is not a literal.
fn gets_computed_name(summary: &Summary, site: &CallSite) -> bool {
    if called_name(summary, site) != Some(GETATTR) {
        return false;
    }
    let arguments = summary.arguments_of(site.expression).unwrap_or_default();
    let name = arguments.get(1).map(|argument| summary.expression(argument.value));
    !matches!(name, Some(Expression::String(_)))
}
