//! The definitions of the project that could have a name.

use loopmend_core::{NameOwner, Place};
use loopmend_project::Origin;

use super::File;
use crate::engine::ModuleId;
use crate::infer::{ClassRef, FunctionRef, Type};

impl File<'_> {
    /// Returns the definitions that could give an object an attribute, the nearest first.
    pub(super) fn owners_of_attributes(&mut self, object: Type) -> Vec<NameOwner> {
        match object {
            Type::Module(module) => self.module_as_owner(module).into_iter().collect(),
            Type::Class(class) | Type::Instance(class, _) => self.classes_as_owners(class),
            _ => Vec::new(),
        }
    }

    /// Returns the definitions that could give a class parameters for its creation: the initialisers and the fields of the class and its
    /// bases.
    pub(super) fn owners_of_parameters(&mut self, class: ClassRef) -> Vec<NameOwner> {
        let classes = self.classes_as_owners(class);
        let with_initializer = |owner: NameOwner| {
            let symbol = format!("{}.__init__", owner.symbol);
            [NameOwner { symbol, ..owner.clone() }, owner]
        };
        classes.into_iter().flat_map(with_initializer).collect()
    }

    pub(super) fn module_as_owner(&self, module: ModuleId) -> Option<NameOwner> {
        Some(NameOwner { path: self.engine().shown_path(module)?, symbol: String::new() })
    }

    pub(super) fn function_as_owner(&self, function: FunctionRef) -> Option<NameOwner> {
        self.place_of_function(function).and_then(owner_at)
    }

    /// Returns a class and its bases, as far as files of the project define them.
    fn classes_as_owners(&mut self, class: ClassRef) -> Vec<NameOwner> {
        let order = self.inference_mut().mro(class);
        let owners = order.iter().flatten().map(|(owner, _)| *owner);
        let of_project = owners.filter(|owner| self.engine().origin(owner.module) == Origin::FirstParty);
        of_project.filter_map(|owner| self.place_of_class(owner).and_then(owner_at)).collect()
    }
}

fn owner_at(place: Place) -> Option<NameOwner> {
    match place {
        Place::Definition { path, symbol } => Some(NameOwner { path, symbol }),
        Place::Span { .. } => None,
    }
}
