//! Parts of the inference that can be disabled, to measure what they are worth.

/// A part of the inference that can be disabled to measure its effect (an ablation).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Return types of functions without annotations.
    Returns,
    /// Parameter types from the call sites of the function.
    CallSites,
    /// Type variables and their values in an instance or a call.
    Generics,
    /// Overload resolution. Without it, a call of an overloaded function is unknown.
    Overloads,
    /// Items added to containers that start empty.
    Containers,
    /// Narrowing by tests around a use.
    Narrowing,
    /// Decorators, by their bodies and signatures.
    Decorators,
    /// pytest fixtures, and parameters that decorators pass.
    Fixtures,
    /// Members that only subclasses define.
    Subclasses,
    /// How the other calls are used.
    Consensus,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 10] = [
        Self::Returns,
        Self::CallSites,
        Self::Generics,
        Self::Overloads,
        Self::Containers,
        Self::Narrowing,
        Self::Decorators,
        Self::Fixtures,
        Self::Subclasses,
        Self::Consensus,
    ];

    /// Returns the name of the part on the command line and in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Returns => "returns",
            Self::CallSites => "call-sites",
            Self::Generics => "generics",
            Self::Overloads => "overloads",
            Self::Containers => "containers",
            Self::Narrowing => "narrowing",
            Self::Decorators => "decorators",
            Self::Fixtures => "fixtures",
            Self::Subclasses => "subclasses",
            Self::Consensus => "consensus",
        }
    }

    /// Returns the part with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}
