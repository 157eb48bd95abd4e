//! A function in the context of one run: with the object it is bound to, and with arguments that are more
//! precise than the annotations.

use loopmend_index::summary::{CallSite, Parameter};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{ClassRef, ContextId, FunctionRef, Inference, Location, Type, TypeList};

use crate::categories::given;

/// A function of the project in the context of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Run {
    pub(super) function: FunctionRef,
    /// The class of the bound object, if known. It may be a subclass of the defining class.
    pub(super) receiver: Option<ClassRef>,
    /// For each parameter, the type of the argument if it is a subclass of the annotation; otherwise
    /// unknown.
    given: TypeList,
}

impl Run {
    /// Creates the run of a function that is not bound to a known object.
    pub(super) fn plain(function: FunctionRef) -> Self {
        Self::of(function, None)
    }

    /// Creates the run of a method on an object of a class, if the class is known.
    pub(super) fn of(function: FunctionRef, receiver: Option<ClassRef>) -> Self {
        Self { function, receiver, given: TypeList::FIRST }
    }
}

/// Returns the context of a run: what is known of its parameters. This is an outermost query.
pub(super) fn context_of_run(inference: &mut Inference, run: Run) -> ContextId {
    let Run { function, receiver, given } = run;
    let summary = inference.engine().summary(function.module);
    let parameters = &summary.function(function.function).parameters;
    let own = summary.class_of(function.function);
    let own = own.map(|class| ClassRef { module: function.module, class });
    let is_other = own.is_some() && receiver.is_some() && own != receiver;
    let mut arguments = inference.types(given).to_vec();
    arguments.resize(parameters.len(), Type::Unknown);
    if let Some(receiver) = receiver.filter(|_| is_other)
        && let Some(first) = arguments.first_mut()
    {
        *first = inference.bound_argument(function, receiver);
    }
    for (place, parameter) in parameters.iter().enumerate() {
        if arguments[place] == Type::Unknown && (is_other || parameter.annotation.is_some()) {
            arguments[place] = inference.made_for(function, receiver, summary.name(parameter.name));
        }
    }
    inference.context_of_arguments(function, &arguments)
}

/// Returns a run with the arguments of a call that are instances of subclasses of the annotated
/// classes. This is an outermost query.
pub(super) fn with_arguments(
    inference: &mut Inference,
    run: Run,
    at: Location,
    site: &CallSite,
    bound: usize,
) -> Run {
    let Run { function, .. } = run;
    let module: ModuleId = at.module;
    let parameters = &inference.engine().summary(function.module).function(function.function).parameters;
    let arguments = inference.engine().summary(module).arguments_of(site.expression).unwrap_or_default();
    let is_typed = parameters.iter().any(|parameter| parameter.annotation.is_some());
    let mut given = vec![Type::Unknown; parameters.len()];
    for place in (0..arguments.len()).filter(|_| is_typed) {
        let Some(parameter) = given::parameter_of(inference, module, arguments, place, function, bound)
        else {
            continue;
        };
        let value = inference.expression_in(at, arguments[place].value);
        let Type::Instance(class, _) = value else { continue };
        if inference.engine().is_mutable(class.module) && states_base(inference, function, parameter, class) {
            let index = parameters.iter().position(|known| known.name == parameter.name);
            given[index.unwrap_or_default()] = value;
        }
    }
    let is_empty = given.iter().all(|given| *given == Type::Unknown);
    Run { given: if is_empty { TypeList::FIRST } else { inference.list_of_types(&given) }, ..run }
}

/// Returns whether the annotation of a parameter names a base of another class.
fn states_base(
    inference: &mut Inference,
    function: FunctionRef,
    parameter: Parameter,
    class: ClassRef,
) -> bool {
    let summary = inference.engine().summary(function.module);
    let around = summary.scope_around(summary.function(function.function).scope);
    let Some(annotation) = parameter.annotation else { return false };
    let stated = inference.expression(function.module, around, annotation);
    let ancestors = ancestors_of(inference, class);
    inference.parts(stated).into_iter().any(|part| match part {
        Type::Class(stated) => stated != class && ancestors.contains(&stated),
        _ => false,
    })
}

/// Returns the project methods that an object of a class has under these names.
pub(super) fn own_methods(inference: &mut Inference, class: ClassRef, names: &[&str]) -> Vec<Run> {
    let methods = names.iter().filter_map(|name| inference.method_named(class, name)).collect::<Vec<_>>();
    let own = methods.into_iter().filter(|method| inference.engine().is_mutable(method.module));
    own.map(|function| Run::of(function, Some(class))).collect()
}

/// Returns whether the bound object has this method as an override of another one, which annotations
/// name.
pub(super) fn overrides(inference: &mut Inference, run: Run, other: FunctionRef) -> bool {
    let class_of = |function: FunctionRef| {
        let class = inference.engine().summary(function.module).class_of(function.function)?;
        Some(ClassRef { module: function.module, class })
    };
    let name_of = |function: FunctionRef| {
        let summary = inference.engine().summary(function.module);
        summary.name(summary.function(function.function).name)
    };
    let is_alike = name_of(run.function) == name_of(other);
    let (Some(receiver), Some(class), true) = (run.receiver, class_of(other), is_alike) else {
        return false;
    };
    ancestors_of(inference, receiver).contains(&class)
}

/// Returns a class and its bases. This is an outermost query.
pub(super) fn ancestors_of(inference: &mut Inference, class: ClassRef) -> Vec<ClassRef> {
    inference.begin();
    inference.mro(class).iter().flatten().map(|(owner, _)| *owner).collect()
}
