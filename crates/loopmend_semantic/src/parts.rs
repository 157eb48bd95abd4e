/// A part of the inference that can be left out, to measure what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What functions without annotation return.
    Returns,
    /// Parameters by the calls of their functions.
    CallSites,
    /// Type variables: what they stand for in an instance or a call.
    Generics,
    /// Overloads: any of several is unknown.
    Overloads,
    /// What is put into containers that start empty.
    Containers,
    /// Tests around a use.
    Narrowing,
    /// Decorators by their bodies and signatures.
    Decorators,
    /// pytest fixtures, and parameters that decorators give.
    Fixtures,
    /// Members that only subclasses have.
    Subclasses,
    /// How the other calls are used.
    Consensus,
}

impl Part {
    /// All of them.
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

    /// Its name on the command line and in tables.
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

    /// The part of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}
