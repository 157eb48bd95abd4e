//! Lowers names and binding targets.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_python::ast::{self as ast, Expr};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{last_name, span};
use smallvec::SmallVec;

use super::super::{
    Attribute, Binding, BindingKind, ClassId, Expression, ExpressionId, Function, FunctionId, NameId, PartOf,
    PathId, Replacement, ScopeId, ScopeKind, Step, Summary,
};
use super::scopes::Deferred;
use super::{Lowering, Position, grow_stack};

/// The maximum length of the path from an unpacked value to a target. A deeper target is unknown.
const LONGEST_PATH: usize = 8;

/// The maximum number of preceding bindings to search for one of the same name.
const MOST_LOOKED_BACK: usize = 16;

/// The maximum length of a dotted name.
const MOST_ATTRIBUTES: usize = 16;

/// The location of the targets of an unpacking.
struct Unpacking {
    /// The unpacked value; `None` if unknown.
    value: Option<(PartOf, ExpressionId)>,
    /// The offset at which the targets take effect.
    offset: u32,
    /// The steps to the current target.
    path: SmallVec<[Step; 8]>,
}

impl Lowering<'_> {
    pub(super) fn bind(&mut self, name: NameId, offset: u32, kind: BindingKind) {
        if !self.at.is_live {
            return;
        }
        let Position { scope, block, in_loop, .. } = self.at;
        let binding = Binding { offset, block, in_loop, unseen: Span::default(), scope, kind };
        let open = self.current();
        let is_declared = open.scope.globals.contains(&name) || open.scope.nonlocals.contains(&name);
        if is_declared && !binding.is_confined() {
            self.deferred.push(Deferred { from: scope, name, kind });
        } else {
            self.replace_in_block(name, &binding);
            self.current().bindings.push((name, binding));
        }
    }

    /// Binds a module global, from any scope.
    pub(super) fn bind_globally(&mut self, name: NameId, offset: u32, kind: BindingKind) {
        match self.at.scope {
            Summary::MODULE_SCOPE => self.bind(name, offset, kind),
            from if self.at.is_live => self.deferred.push(Deferred { from, name, kind }),
            _ => {}
        }
    }

    /// Hides the earlier bindings of a name in the same block, because control cannot bypass the new one.
    fn replace_in_block(&mut self, name: NameId, binding: &Binding) {
        let can_jump_over = self.at.caught_until > 0 || binding.is_confined() || binding.is_unconditional();
        if can_jump_over {
            return;
        }
        let open = self.current();
        let since_jump = open.bindings.len() - open.bindings_at_jump;
        let recent = open.bindings.iter_mut().rev().take(since_jump.min(MOST_LOOKED_BACK));
        let mut of_block = recent.filter(|(bound, before)| *bound == name && before.block == binding.block);
        if let Some((_, before)) = of_block.next().filter(|(_, before)| !before.is_confined()) {
            before.unseen = Span::new(binding.offset, u32::MAX);
            before.in_loop = Span::default();
        }
    }

    pub(super) fn bind_text(&mut self, name: &str, offset: u32, kind: BindingKind) {
        let name = self.names.intern(name);
        self.bind(name, offset, kind);
    }

    /// Binds each name of an assignment target.
    pub(super) fn bind_target(&mut self, target: &Expr, offset: u32, kind: BindingKind) {
        grow_stack(|| match target {
            Expr::Name(name) => self.bind_text(&name.id, offset, kind),
            Expr::Attribute(attribute) => self.bind_attribute(attribute, offset, kind),
            Expr::Tuple(tuple) => self.bind_elements(&tuple.elts, offset, kind),
            Expr::List(list) => self.bind_elements(&list.elts, offset, kind),
            Expr::Starred(starred) => self.bind_target(&starred.value, offset, BindingKind::Opaque),
            Expr::Subscript(subscript) => {
                if let Expr::Name(name) = &*subscript.value
                    && self.is_parameter(&name.id)
                {
                    self.set_by_name(&subscript.slice);
                }
            }
            _ => {}
        });
    }

    /// Records for the enclosing functions that they set something by a name, if the name comes from a loop. Returns whether it does.
    fn set_by_name(&mut self, name: &Expr) -> bool {
        if !self.is_loop_target(name) {
            return false;
        }
        let around: SmallVec<[FunctionId; 4]> = self.functions_around().collect();
        around.into_iter().for_each(|id| self.functions[id.index()].sets_names_of_loop = true);
        true
    }

    /// Records a call of `setattr` on another object: its name may come from a loop or be a parameter of the current function.
    pub(super) fn note_setattr(&mut self, object: &str, name: &Expr, end: TextSize) {
        let is_of_loop = self.set_by_name(name);
        let is_given = name.as_name_expr().is_some_and(|name| self.is_parameter(&name.id));
        if is_given && let ScopeKind::Function(function) = self.current().scope.kind {
            self.functions[function.index()].sets_given_name = true;
        }
        if is_given || is_of_loop {
            self.note_setter();
        }
        if self.at.scope == Summary::MODULE_SCOPE && is_of_loop {
            self.replace_methods(object, end);
        }
    }

    /// Records the function at the top level of the module that is around the current statement as one that sets attributes by name.
    fn note_setter(&mut self) {
        let Some(outermost) = self.functions_around().last() else { return };
        let Function { name, scope, .. } = self.functions[outermost.index()];
        if self.scopes[scope.index()].scope.parent == Some(Summary::MODULE_SCOPE) {
            self.setters.insert(name, outermost);
        }
    }

    /// Follows a call of a function of the module that sets attributes by name: what it is given in a loop, the caller sets by names of a loop; a
    /// class that the module gives it has other methods afterwards.
    pub(super) fn follow_setting_call(&mut self, call: &ast::ExprCall) {
        let Expr::Name(callee) = &*call.func else { return };
        if self.setters.is_empty() {
            return;
        }
        let callee = self.names.intern(&callee.id);
        let Some(function) = self.setters.get(&callee).copied() else { return };
        let Function { sets_given_name, sets_names_of_loop, .. } = self.functions[function.index()];
        if sets_given_name {
            for given in &call.arguments.args {
                if self.set_by_name(given) {
                    self.note_setter();
                }
            }
        }
        if self.at.scope != Summary::MODULE_SCOPE {
            return;
        }
        for given in &call.arguments.args {
            match given {
                Expr::Name(given) if sets_names_of_loop => self.replace_methods(&given.id, call.end()),
                Expr::StringLiteral(name) if sets_given_name => {
                    let name = self.names.intern(name.value.to_str());
                    self.replaced_objects.push(name);
                }
                _ => {}
            }
        }
    }

    /// Records that an object has other methods from an offset on: a class of the module or of another one.
    fn replace_methods(&mut self, object: &str, offset: TextSize) {
        self.bind_text(object, offset.to_u32(), BindingKind::Opaque);
        let object = self.names.intern(object);
        self.replaced_objects.push(object);
    }

    fn is_loop_target(&mut self, name: &Expr) -> bool {
        let Expr::Name(name) = name else { return false };
        let name = self.names.intern(&name.id);
        self.current().bindings.iter().any(|(bound, binding)| {
            let is_loop = matches!(
                binding.kind,
                BindingKind::For { .. } | BindingKind::Part { of: PartOf::For | PartOf::AsyncFor, .. }
            );
            *bound == name && is_loop
        })
    }

    /// Binds the targets of a comprehension, which are local to it.
    pub(super) fn bind_confined(&mut self, target: &Expr, comprehension: TextRange, kind: BindingKind) {
        let outer = self.at;
        self.at.block = span(comprehension);
        self.at.in_loop = Binding::CONFINED;
        self.bind_target(target, self.at.block.start, kind);
        self.at = outer;
    }

    fn bind_elements(&mut self, targets: &[Expr], offset: u32, kind: BindingKind) {
        if let BindingKind::Value(value) = kind
            && let Some(values) = self.elements_for(value, targets)
        {
            for (target, value) in targets.iter().zip(values) {
                self.note_unpacked(target, Some(value));
                self.bind_target(target, offset, BindingKind::Value(value));
            }
            return;
        }
        let value = match kind {
            BindingKind::Value(value) => Some((PartOf::Value, value)),
            BindingKind::With { value, is_async: false } => Some((PartOf::With, value)),
            BindingKind::With { value, is_async: true } => Some((PartOf::AsyncWith, value)),
            BindingKind::For { iterable, is_async: false } => Some((PartOf::For, iterable)),
            BindingKind::For { iterable, is_async: true } => Some((PartOf::AsyncFor, iterable)),
            _ => None,
        };
        self.unpack(targets, &mut Unpacking { value, offset, path: SmallVec::new() });
    }

    /// Returns the elements of a tuple that correspond to these targets one by one.
    fn elements_for(&self, value: ExpressionId, targets: &[Expr]) -> Option<SmallVec<[ExpressionId; 8]>> {
        let Expression::Tuple(list) = self.expressions[value.index()] else { return None };
        let values = &self.lists[list.start as usize..(list.start + list.len) as usize];
        let is_starred = |id: &ExpressionId| matches!(self.expressions[id.index()], Expression::Starred(_));
        let is_paired = values.len() == targets.len()
            && !targets.iter().any(Expr::is_starred_expr)
            && !values.iter().any(is_starred);
        is_paired.then(|| values.into())
    }

    fn unpack(&mut self, targets: &[Expr], unpacking: &mut Unpacking) {
        let starred = targets.iter().position(Expr::is_starred_expr).unwrap_or(targets.len());
        for (index, target) in targets.iter().enumerate() {
            let from_end = targets.len() - 1 - index;
            let (target, step) = match target {
                Expr::Starred(starred) => (&*starred.value, rest_step(index, from_end)),
                _ if index < starred => (target, u8::try_from(index).ok().map(Step::Element)),
                _ => (target, u8::try_from(from_end).ok().map(Step::FromEnd)),
            };
            let value = unpacking.value;
            unpacking.value = value.filter(|_| step.is_some() && unpacking.path.len() < LONGEST_PATH);
            unpacking.path.extend(step);
            self.bind_part(target, unpacking);
            unpacking.path.truncate(unpacking.path.len() - usize::from(step.is_some()));
            unpacking.value = value;
        }
    }

    fn bind_part(&mut self, target: &Expr, unpacking: &mut Unpacking) {
        grow_stack(|| match target {
            Expr::Tuple(tuple) => self.unpack(&tuple.elts, unpacking),
            Expr::List(list) => self.unpack(&list.elts, unpacking),
            _ => {
                self.note_unpacked(target, None);
                let kind = match unpacking.value {
                    Some((of, value)) => BindingKind::Part { of, value, path: self.path(&unpacking.path) },
                    None => BindingKind::Opaque,
                };
                self.bind_target(target, unpacking.offset, kind);
            }
        });
    }

    pub(super) fn path(&mut self, steps: &[Step]) -> PathId {
        if let Some(id) = self.path_ids.get(steps) {
            return *id;
        }
        let id = PathId(self.paths.len() as u32);
        self.paths.push(steps.to_vec());
        self.path_ids.insert(steps.to_vec(), id);
        id
    }

    /// Records `object.name = …` in its scope. In a method, an assignment to an attribute of `self` creates
    /// an attribute of the class.
    fn bind_attribute(&mut self, attribute: &ast::ExprAttribute, offset: u32, kind: BindingKind) {
        self.bind_or_delete(attribute, offset, kind, Replacement::Value);
    }

    /// Binds the target of a `del`. Deleting an attribute of another object gives the attribute no other value.
    pub(super) fn delete_target(&mut self, target: &Expr, offset: u32) {
        match target {
            Expr::Attribute(attribute) => {
                self.bind_or_delete(attribute, offset, BindingKind::Opaque, Replacement::Deleted);
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                grow_stack(|| elts.iter().for_each(|element| self.delete_target(element, offset)));
            }
            _ => self.bind_target(target, offset, BindingKind::Opaque),
        }
    }

    fn bind_or_delete(
        &mut self,
        attribute: &ast::ExprAttribute,
        offset: u32,
        kind: BindingKind,
        replacement: Replacement,
    ) {
        if let Some(name) = self.dotted_attribute(attribute) {
            self.current().scope.binds_attributes = true;
            self.bind(name, offset, kind);
        }
        let name = self.names.intern(attribute.attr.as_str());
        let scope = self.at.scope;
        match self.class_of_receiver(&attribute.value) {
            Some(class) => {
                self.classes[class.index()].attributes.push(Attribute { name, scope, offset, kind });
            }
            None => self.replace(name, replacement),
        }
    }

    /// In a method, records a call that sets attributes with unknown names on the instance: `setattr(self,
    /// name, value)`, `vars(self).update(…)`. Copied or restored attributes were set elsewhere.
    pub(super) fn note_set_attributes(&mut self, call: &ast::ExprCall) {
        let first = call.arguments.args.first();
        let has_name =
            |place: usize| call.arguments.args.get(place).is_some_and(|name| !name.is_string_literal_expr());
        let object = match (&*call.func, first) {
            (Expr::Name(function), Some(object)) if function.id.as_str() == "setattr" && has_name(1) => {
                object
            }
            (Expr::Attribute(method), first) => match (method.attr.as_str(), &*method.value, first) {
                ("__setattr__", Expr::Name(object), Some(instance)) if object.id.as_str() == "object" => {
                    match has_name(1) {
                        true => instance,
                        false => return,
                    }
                }
                ("__setattr__", object, _) if has_name(0) => object,
                (name, dict, _) if named(name).has(Role::SetsEntries) => match dict_of(dict) {
                    Some(object) => object,
                    None => return,
                },
                _ => return,
            },
            _ => return,
        };
        self.open_attributes(object);
    }

    /// Records `self.__dict__[name] = value` and `vars(self)[name] = value`.
    pub(super) fn note_set_attribute(&mut self, target: &Expr) {
        if let Expr::Subscript(subscript) = target
            && !subscript.slice.is_string_literal_expr()
            && let Some(object) = dict_of(&subscript.value)
        {
            self.open_attributes(object);
        }
    }

    fn open_attributes(&mut self, object: &Expr) {
        let Some(class) = self.class_of_receiver(object).filter(|_| self.target.is_first_party) else {
            return;
        };
        let ScopeKind::Function(method) = self.current().scope.kind else { return };
        if !named(self.names.get(self.functions[method.index()].name)).has(Role::CopiesAttributes) {
            self.classes[class.index()].sets_any_attribute = true;
        }
    }

    /// In a method, returns the class whose `self` an expression is.
    fn class_of_receiver(&self, object: &Expr) -> Option<ClassId> {
        let (class, receiver) = self.at.receiver?;
        let Expr::Name(object) = object else { return None };
        (object.id.as_str() == self.names.get(receiver)).then_some(class)
    }

    /// Returns a name with attributes as written.
    pub(super) fn dotted(&mut self, expression: &Expr) -> Option<NameId> {
        match expression {
            Expr::Name(name) => Some(self.names.intern(&name.id)),
            Expr::Attribute(attribute) => self.dotted_attribute(attribute),
            _ => None,
        }
    }

    fn dotted_attribute(&mut self, attribute: &ast::ExprAttribute) -> Option<NameId> {
        let mut parts = SmallVec::<[&str; MOST_ATTRIBUTES]>::new();
        parts.push(attribute.attr.as_str());
        let mut object = &*attribute.value;
        while let Expr::Attribute(attribute) = object {
            if parts.len() == MOST_ATTRIBUTES {
                return None;
            }
            parts.push(attribute.attr.as_str());
            object = &attribute.value;
        }
        let Expr::Name(name) = object else { return None };
        parts.push(name.id.as_str());
        parts.reverse();
        Some(self.names.intern(&parts.join(".")))
    }

    /// Records that an attribute is set from outside of its class.
    pub(super) fn replace(&mut self, attribute: NameId, replacement: Replacement) {
        let scope = self.scope_of_test().unwrap_or(Summary::MODULE_SCOPE);
        self.patched.push((attribute, scope, replacement));
    }

    /// Returns the scope of the test around the current statement, if there is one.
    fn scope_of_test(&self) -> Option<ScopeId> {
        let mut functions = self.functions_around().map(|id| &self.functions[id.index()]);
        let test = functions.find(|function| self.names.get(function.name).starts_with("test"))?;
        Some(test.scope)
    }

    /// Binds the target of `:=`. Its block is the expression itself, which may not run.
    pub(super) fn bind_walrus(&mut self, named: &ast::ExprNamed, value: ExpressionId) {
        let Expr::Name(name) = &*named.target else { return };
        let outer = self.at.block;
        self.at.block = span(named.range);
        self.bind_text(&name.id, named.range.end().to_u32(), BindingKind::Value(value));
        self.at.block = outer;
    }

    /// Returns the range from an offset to the end of the enclosing block.
    pub(super) fn rest_of_block(&self, from: u32) -> Span {
        Span::new(from, self.at.block.end.max(from))
    }
}

/// Returns the step for a starred target with a number of targets before and after it.
pub(super) fn rest_step(before: usize, after: usize) -> Option<Step> {
    Some(Step::Rest { before: u8::try_from(before).ok()?, after: u8::try_from(after).ok()? })
}

/// Returns the object whose attributes a dictionary holds: `vars(object)`, `object.__dict__`.
fn dict_of(dict: &Expr) -> Option<&Expr> {
    match dict {
        Expr::Attribute(attribute) if attribute.attr.as_str() == "__dict__" => Some(&attribute.value),
        Expr::Call(call) if last_name(&call.func) == Some("vars") => call.arguments.args.first(),
        _ => None,
    }
}
