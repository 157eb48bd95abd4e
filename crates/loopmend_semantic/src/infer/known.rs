//! What is known of library functions by name, each line with its source.

use crate::summary::{ExpressionId, Summary};

/// Decorators that leave what they decorate as it is to a caller.
#[derive(Clone, Copy)]
pub(super) struct Known {
    /// By module and qualified name of the definition.
    paths: &'static [&'static str],
    /// By the dotted name as it is written, for what is made at run time.
    marks: &'static [&'static str],
}

impl Known {
    pub(super) fn has(self, path: &str) -> bool {
        self.paths.contains(&path)
    }

    /// Whether the decorator is written as a known prefix, such as `pytest.mark.`.
    pub(super) fn names_mark(self, summary: &Summary, decorator: ExpressionId) -> bool {
        let Some(dotted) = summary.dotted_name(decorator) else { return false };
        self.marks.iter().any(|mark| dotted.starts_with(mark))
    }
}

/// Decorators of functions.
pub(super) const KEEPS_FUNCTION: Known = Known {
    paths: &[
        // docs.python.org/3/library/functions.html: the binding is modelled apart.
        "builtins.staticmethod",
        "builtins.classmethod",
        // docs.python.org/3/library/abc.html
        "abc.abstractmethod",
        "abc.abstractclassmethod",
        "abc.abstractstaticmethod",
        // docs.python.org/3/library/typing.html
        "typing.overload",
        "typing.override",
        "typing.final",
        "typing.no_type_check",
        "typing_extensions.override",
        "typing_extensions.final",
        "typing_extensions.overload",
        "typing_extensions.deprecated",
        "warnings.deprecated",
        // docs.python.org/3/library/functools.html: the wrapper is what is decorated, renamed.
        "functools.wraps",
        // docs.python.org/3/library/unittest.html: a skipped test keeps its kind.
        "unittest.case.skip",
        "unittest.case.skipIf",
        "unittest.case.skipUnless",
        "unittest.case.expectedFailure",
    ],
    // docs.pytest.org/en/stable/how-to/mark.html: a mark is stored on the function.
    marks: &["pytest.mark."],
};

/// Decorators of classes.
pub(super) const KEEPS_CLASS: Known = Known {
    paths: &[
        // docs.python.org/3/library/dataclasses.html
        "dataclasses.dataclass",
        // docs.python.org/3/library/functools.html
        "functools.total_ordering",
        // docs.python.org/3/library/enum.html
        "enum.unique",
        // docs.python.org/3/library/typing.html
        "typing.final",
        "typing.runtime_checkable",
        "typing_extensions.final",
        "typing_extensions.runtime_checkable",
        // www.attrs.org/en/stable/api.html: with or without slots the methods stay.
        "attr._next_gen.define",
        "attr._make.attrs",
        "attr.define",
        "attr.frozen",
        "attr.mutable",
        "attr.attrs",
    ],
    marks: &["pytest.mark."],
};

/// A function that starts a task which the event loop keeps by a weak reference only
/// (docs.python.org/3/library/asyncio-task.html#asyncio.create_task, "Important").
pub(crate) struct TaskFunction {
    /// The module and name it is defined under in typeshed.
    pub(crate) definition: &'static str,
    /// The documented name.
    pub(crate) name: &'static str,
    /// Whether it gives a future that it is given back as it is, and so starts a task only of a coroutine.
    pub(crate) accepts_futures: bool,
}

/// The functions that start such a task.
pub(crate) const TASK_FUNCTIONS: &[TaskFunction] = &[
    TaskFunction {
        definition: "asyncio.tasks.create_task",
        name: "asyncio.create_task",
        accepts_futures: false,
    },
    TaskFunction {
        definition: "asyncio.tasks.ensure_future",
        name: "asyncio.ensure_future",
        accepts_futures: true,
    },
];

/// A method that starts such a task, of a class and all that inherit from it.
pub(crate) struct TaskMethod {
    /// The module of the class in typeshed.
    pub(crate) module: &'static str,
    /// The class.
    pub(crate) class: &'static str,
    /// The method.
    pub(crate) method: &'static str,
    /// The documented name.
    pub(crate) name: &'static str,
}

/// The methods that start such a task. `TaskGroup.create_task` is none: the group keeps its tasks
/// (docs.python.org/3/library/asyncio-task.html#task-groups).
pub(crate) const TASK_METHODS: &[TaskMethod] = &[TaskMethod {
    module: "asyncio.events",
    class: "AbstractEventLoop",
    method: "create_task",
    name: "loop.create_task",
}];
