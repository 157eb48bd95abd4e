use rustc_hash::FxHashMap;

/// A name of one module, by its place in the module's [`Names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
pub(crate) struct NameId(u32);

/// The distinct names of one module in one string.
#[derive(Debug, Default, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Names {
    text: String,
    ends: Vec<u32>,
}

impl Names {
    /// The text of a name.
    pub(crate) fn get(&self, id: NameId) -> &str {
        let index = id.0 as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.text[start..self.ends[index] as usize]
    }
}

/// Collects the names of a module while it is lowered.
#[derive(Default)]
pub(crate) struct NamesBuilder {
    names: Names,
    known: FxHashMap<Box<str>, NameId>,
}

impl NamesBuilder {
    /// The id of `name`, the same for the same text.
    pub(crate) fn intern(&mut self, name: &str) -> NameId {
        if let Some(id) = self.known.get(name) {
            return *id;
        }
        let id = NameId(self.names.ends.len() as u32);
        self.names.text.push_str(name);
        self.names.ends.push(self.names.text.len() as u32);
        self.known.insert(name.into(), id);
        id
    }

    /// The text of a name interned before.
    pub(crate) fn get(&self, id: NameId) -> &str {
        self.names.get(id)
    }

    /// The names, complete.
    pub(crate) fn finish(self) -> Names {
        self.names
    }
}
