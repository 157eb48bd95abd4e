//! Library functions that are known by name, each entry with its source.

use super::given::Given;
use super::{FunctionRef, Inference, Type, TypeList};
use crate::summary::{ExpressionId, Summary};

impl Inference<'_> {
    /// Returns the result of a function whose signature does not describe it.
    pub(super) fn known_result(&mut self, function: FunctionRef, given: &Given) -> Option<Type> {
        let summary = self.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        let first = given.positional.first();
        match (self.engine.module_name(function.module), name) {
            // docs.python.org/3/library/typing.html#typing.cast
            ("typing" | "typing_extensions", "cast") => {
                let (at, target) = first?.expression()?;
                let target = self.annotation(at, target);
                Some(self.cast(target, given))
            }
            // docs.python.org/3/library/functools.html: the wrapper, the function with a cache before it.
            ("functools", "wraps") => Some(Type::Identity),
            ("functools", "update_wrapper") => Some(self.argument(first?)),
            ("functools", "lru_cache" | "cache") => Some(match first.map(|first| self.argument(first)) {
                Some(function @ (Type::Function(_) | Type::Callable(_))) => function,
                _ => Type::Identity,
            }),
            ("unittest.mock" | "pytest_mock.plugin", _) => self.known_mock_result(function, given),
            // wrapt.readthedocs.io/en/latest/decorators.html: the function that it is given runs instead of the
            // decorated one, whatever the annotations promise.
            ("wrapt" | "wrapt.decorators", "decorator" | "function_wrapper") => Some(Type::Unknown),
            // docs.python.org/3/library/copy.html
            ("copy", "copy" | "deepcopy") => Some(self.argument(first?)),
            // docs.python.org/3/reference/datamodel.html#object.__new__: an instance of the class that it is given.
            ("builtins", "__new__") => {
                let owner = self.class_of(function)?;
                let made =
                    if self.class_name(owner) == "object" { self.argument(first?) } else { Type::Unknown };
                match made {
                    Type::Class(class) => Some(Type::Instance(class, TypeList::FIRST)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Returns the type named by `cast`. If the type is only callable, or is like another function, returns
    /// the type of the argument.
    fn cast(&mut self, target: Type, given: &Given) -> Type {
        let says_little = matches!(target, Type::Variable(_) | Type::Callable(_) | Type::Identity);
        match given.positional.get(1).filter(|_| says_little).map(|value| self.argument(value)) {
            Some(function @ Type::Function(_)) => function,
            _ => target,
        }
    }
}

/// The classes of mocks (docs.python.org/3/library/unittest.mock.html#the-mock-class).
pub(super) const MOCK_CLASSES: &[&str] =
    &["AsyncMock", "MagicMock", "Mock", "NonCallableMagicMock", "NonCallableMock"];

/// The parameters of a mock constructor. Any other keyword creates a child
/// (docs.python.org/3/library/unittest.mock.html#unittest.mock.Mock).
pub(super) const MOCK_PARAMETERS: &[&str] =
    &["spec", "side_effect", "return_value", "wraps", "name", "spec_set", "unsafe"];

/// The attributes of a mock itself, which are not children.
pub(super) const OWN_ATTRIBUTES_OF_MOCK: &[&str] = &[
    "attach_mock",
    "await_args",
    "await_args_list",
    "await_count",
    "awaited",
    "call_args",
    "call_args_list",
    "call_count",
    "called",
    "configure_mock",
    "method_calls",
    "mock_add_spec",
    "mock_calls",
    "reset_mock",
    "return_value",
    "side_effect",
];

/// A function that replaces something with a mock.
pub(super) struct PatchFunction {
    /// The module and qualified name of its definition.
    pub(super) path: &'static str,
    /// Whether it takes an object and an attribute name rather than a dotted name.
    pub(super) is_of_object: bool,
    /// The index of the parameter `new`.
    pub(super) place_of_new: usize,
    /// Whether it returns the mock rather than a context manager.
    pub(super) is_started: bool,
}

/// `patch` and similar functions (docs.python.org/3/library/unittest.mock.html#patch,
/// pytest-mock.readthedocs.io/en/latest/usage.html).
pub(super) const PATCH_FUNCTIONS: &[PatchFunction] = &[
    PatchFunction {
        path: "unittest.mock._patcher.__call__",
        is_of_object: false,
        place_of_new: 1,
        is_started: false,
    },
    PatchFunction {
        path: "unittest.mock._patcher.object",
        is_of_object: true,
        place_of_new: 2,
        is_started: false,
    },
    PatchFunction {
        path: "pytest_mock.plugin.MockerFixture._Patcher.__call__",
        is_of_object: false,
        place_of_new: 1,
        is_started: true,
    },
    PatchFunction {
        path: "pytest_mock.plugin.MockerFixture._Patcher.object",
        is_of_object: true,
        place_of_new: 2,
        is_started: true,
    },
    // It calls what it replaces, in its colour.
    PatchFunction {
        path: "pytest_mock.plugin.MockerFixture.spy",
        is_of_object: true,
        place_of_new: usize::MAX,
        is_started: true,
    },
];

/// The parameters of `patch` itself. Any other keyword goes to the mock.
pub(super) const PATCH_PARAMETERS: &[&str] =
    &["target", "attribute", "new", "spec", "create", "spec_set", "autospec", "new_callable", "unsafe"];

/// Functions that create a mock from a specification.
pub(super) const AUTOSPEC_FUNCTIONS: &[&str] =
    &["unittest.mock.create_autospec", "pytest_mock.plugin.MockerFixture.create_autospec"];

/// Decorators that do not change the decorated definition for its callers.
#[derive(Clone, Copy)]
pub(super) struct Known {
    /// The module and qualified name of each definition.
    paths: &'static [&'static str],
    /// The dotted names as written, for decorators that are created at run time.
    marks: &'static [&'static str],
}

impl Known {
    /// Returns whether a definition of this name may be among them.
    pub(super) fn may_be(self, name: &str) -> bool {
        self.paths.iter().any(|path| path.rsplit('.').next() == Some(name))
    }

    pub(super) fn has(self, path: &str) -> bool {
        self.paths.contains(&path)
    }

    /// Returns whether the decorator is written with a known prefix, such as `pytest.mark.`.
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

/// A function that starts a task to which the event loop keeps only a weak reference
/// (docs.python.org/3/library/asyncio-task.html#asyncio.create_task, "Important").
pub(crate) struct TaskFunction {
    /// The module and name of its definition in typeshed.
    pub(crate) definition: &'static str,
    /// The documented name.
    pub(crate) name: &'static str,
    /// Whether it returns a future argument unchanged, and so starts a task only for a coroutine.
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

/// A method that starts such a task, for a class and its subclasses.
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

/// The methods that start such a task. `TaskGroup.create_task` is not included, because the group keeps its
/// tasks (docs.python.org/3/library/asyncio-task.html#task-groups).
pub(crate) const TASK_METHODS: &[TaskMethod] = &[TaskMethod {
    module: "asyncio.events",
    class: "AbstractEventLoop",
    method: "create_task",
    name: "loop.create_task",
}];
