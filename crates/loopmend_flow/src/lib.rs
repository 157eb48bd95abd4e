//! The flow of a function: its body, lowered once to steps in evaluation order. Compound statements and
//! conditional expressions group the steps in blocks. Analyses ask the flow, not the syntax tree. `docs/dev/flow.md` lists them.
//!
//! ```text
//! tree ─ lower ─► FunctionFlow ─ run ─► Analysis     the states of an analysis on every path
//!                      └► steps, waits, around       what runs where, in evaluation order
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

pub mod lost_update;
mod lower;
mod owned;
mod run;

use std::ops::Range;

use loopmend_python::ast::{AnyNodeRef, Expr, ExprAttribute, ExprCall, Stmt, StmtFunctionDef, StmtWith};
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use smallvec::SmallVec;

pub use owned::Flows;
pub use run::{Analysis, Exits, StepsLeft, run, run_from};

/// The flow of one function. The bodies of inner functions, classes and lambdas are not part of it.
pub struct FunctionFlow<'a> {
    /// The function.
    pub function: &'a StmtFunctionDef,
    /// The names that the function declares `global` or `nonlocal`.
    pub declared: Vec<&'a str>,
    steps: Vec<Step<'a>>,
    blocks: Vec<Block>,
    compounds: Vec<Compound<'a>>,
}

/// A block of a flow, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BlockId(u32);

/// A compound of a flow, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CompoundId(u32);

/// One step of a function.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The place of the step in evaluation order.
    pub id: u32,
    /// The kind of the step.
    pub kind: StepKind<'a>,
    /// The range of the expression or statement.
    pub at: TextRange,
    /// The block that contains the step.
    pub block: BlockId,
}

/// The kind of a step.
#[derive(Clone, Copy, Debug)]
pub enum StepKind<'a> {
    /// Reads a name, attribute or item.
    Read(&'a Expr, Used<'a>),
    /// Binds a name, or sets an attribute or item.
    Bind(Bind<'a>),
    /// Deletes a name, attribute or item.
    Delete(&'a Expr),
    /// Calls something. The steps of the arguments come before.
    Call(&'a ExprCall, Used<'a>),
    /// May suspend.
    Wait(Wait<'a>),
    /// Gives control to the caller of a generator.
    Yield,
    /// Leaves the block. The steps of a returned or raised value come before.
    Jump(&'a Stmt),
    /// Creates a function, class or generator, whose body is not part of the flow.
    Scope,
}

/// How a value is used immediately.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Used<'a> {
    /// The value is awaited.
    Awaited,
    /// An attribute of the value is read.
    Attribute(&'a ExprAttribute),
    /// An item of the value is read.
    Item,
    /// The value is the key of an item.
    Key,
    /// The value is called.
    Callee,
    /// The value is entered by `with` or `async with`.
    Entered,
    /// The value is an operand, an iterable, or unpacked.
    AsItsType,
    /// The value is the operand of `not`, `-` and the like.
    Operand,
    /// The value is an argument of the call.
    Argument(&'a ExprCall),
    /// The value is discarded: the expression is a statement.
    Discarded,
    /// Any other use.
    #[default]
    Otherwise,
}

impl Used<'_> {
    /// Returns whether the value has to be of its expected type, which a coroutine is not.
    pub fn is_as_its_type(self) -> bool {
        matches!(self, Self::Attribute(_) | Self::Item | Self::AsItsType)
    }
}

/// A binding.
#[derive(Clone, Copy, Debug)]
pub struct Bind<'a> {
    /// The target of the binding.
    pub target: Target<'a>,
    /// The value that is bound as a whole, if there is one. The target of a loop has none.
    pub value: Option<&'a Expr>,
    /// How the binding is written.
    pub how: How,
}

/// The target of a binding.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// A name, attribute, item, or several in a tuple or list.
    Expr(&'a Expr),
    /// A name that is not an expression: of an import, definition, handler or pattern.
    Name(&'a str),
}

impl<'a> Target<'a> {
    /// Returns the names that are bound; none for an attribute or item.
    pub fn names(self) -> Vec<&'a str> {
        match self {
            Self::Name(name) => vec![name],
            Self::Expr(Expr::Name(name)) => vec![&name.id],
            Self::Expr(Expr::Starred(rest)) => grow_stack(|| Self::Expr(&rest.value).names()),
            Self::Expr(Expr::Tuple(several)) => names_of(&several.elts),
            Self::Expr(Expr::List(several)) => names_of(&several.elts),
            Self::Expr(_) => Vec::new(),
        }
    }
}

fn names_of(targets: &[Expr]) -> Vec<&str> {
    targets.iter().flat_map(|target| grow_stack(|| Target::Expr(target).names())).collect()
}

/// How a binding is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// `target = value`, with one target or several.
    Assign,
    /// `target += value`.
    Augment,
    /// `(target := value)`.
    Named,
    /// `import`.
    Import,
    /// Any other binding.
    Other,
}

/// A step that may suspend.
#[derive(Clone, Copy, Debug)]
pub struct Wait<'a> {
    /// The awaited, iterated or entered value.
    pub value: &'a Expr,
    /// The construct that waits.
    pub by: WaitBy,
    /// How the result of `await` is used.
    pub used: Used<'a>,
}

/// A construct that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitBy {
    /// `await`.
    Await,
    /// `async for`, as a statement or in a comprehension.
    For,
    /// `async with`. It may suspend again at its end.
    With,
}

/// Steps and compounds that run one after another.
#[derive(Debug)]
struct Block {
    items: Vec<Item>,
    /// The steps of the block and of all compounds in it.
    steps: Range<u32>,
    /// The compound that the block is part of; `None` for the body of the function.
    parent: Option<CompoundId>,
}

#[derive(Clone, Copy, Debug)]
enum Item {
    Step(u32),
    Compound(CompoundId),
}

/// A compound statement, or an expression whose parts do not always run.
#[derive(Debug)]
pub struct Compound<'a> {
    /// The statement or expression.
    pub node: AnyNodeRef<'a>,
    /// The blocks, and when they run.
    pub form: Form,
    /// The block that contains the compound.
    pub block: BlockId,
}

/// The blocks of a compound.
#[derive(Clone, Debug)]
pub enum Form {
    /// At most one of the arms runs.
    Branch(Vec<Arm>),
    /// A loop, or a comprehension that runs at once.
    Loop {
        /// The test or the binding of the target, before each turn.
        head: BlockId,
        /// The repeated block.
        body: BlockId,
        /// The block after the last turn.
        orelse: BlockId,
        /// Whether the loop has no end but `break`.
        is_endless: bool,
    },
    /// `try`.
    Try {
        /// The block whose exceptions are handled.
        body: BlockId,
        /// The handlers, in order.
        handlers: Vec<BlockId>,
        /// The block that runs if nothing is raised.
        orelse: BlockId,
        /// The block that always runs.
        finally: BlockId,
    },
    /// `with` or `async with`. The steps of its items come before.
    With {
        /// The block inside.
        body: BlockId,
    },
}

/// An alternative of a branch.
#[derive(Clone, Copy, Debug)]
pub struct Arm {
    /// The test if no earlier arm ran; `None` if there is none, or if it comes before the branch.
    pub test: Option<BlockId>,
    /// The block that runs if the arm is chosen.
    pub body: BlockId,
    /// Whether no later arm can run.
    pub is_last: bool,
}

/// An item of a block.
pub enum Part<'f, 'a> {
    /// A step.
    Step(&'f Step<'a>),
    /// A compound.
    Compound(&'f Compound<'a>),
}

/// How to go on after an item that runs whenever its block runs.
pub enum Follow {
    /// The rest of the block runs too.
    Past,
    /// These blocks of the compound run too, and the rest of the block if they do to their ends.
    Into(SmallVec<[BlockId; 2]>),
    /// This block of the compound runs too, and control may not reach the rest of the block.
    Last(BlockId),
    /// Control may not reach the rest of the block.
    Stop,
}

impl<'a> FunctionFlow<'a> {
    /// The body of the function.
    pub const BODY: BlockId = BlockId(0);

    /// Returns all steps, in evaluation order.
    pub fn steps(&self) -> impl Iterator<Item = &Step<'a>> {
        self.steps.iter()
    }

    /// Returns the steps that may suspend, in evaluation order.
    pub fn waits(&self) -> impl Iterator<Item = (&Step<'a>, Wait<'a>)> {
        self.steps.iter().filter_map(|step| match step.kind {
            StepKind::Wait(wait) => Some((step, wait)),
            _ => None,
        })
    }

    /// Returns the calls, in evaluation order.
    pub fn calls(&self) -> impl Iterator<Item = (&Step<'a>, &'a ExprCall)> {
        self.steps.iter().filter_map(|step| match step.kind {
            StepKind::Call(call, _) => Some((step, call)),
            _ => None,
        })
    }

    /// Returns the steps and compounds of a block, in evaluation order.
    pub fn parts(&self, block: BlockId) -> impl Iterator<Item = Part<'_, 'a>> {
        self.parts_from(block, TextSize::default())
    }

    /// Returns the steps and compounds of a block from a statement of the block on, in evaluation order.
    pub fn parts_from(&self, block: BlockId, statement: TextSize) -> impl Iterator<Item = Part<'_, 'a>> {
        let items = &self.blocks[block.0 as usize].items;
        let before = match statement.to_u32() {
            0 => 0,
            _ => items.partition_point(|item| self.part(item).at().end() <= statement),
        };
        items[before..].iter().map(|item| self.part(item))
    }

    fn part(&self, item: &Item) -> Part<'_, 'a> {
        match item {
            Item::Step(step) => Part::Step(&self.steps[*step as usize]),
            Item::Compound(compound) => Part::Compound(&self.compounds[compound.0 as usize]),
        }
    }

    /// Returns the compounds around a block, innermost first, each with its block that leads there.
    pub fn around(&self, block: BlockId) -> impl Iterator<Item = (&Compound<'a>, BlockId)> {
        let mut inner = block;
        std::iter::from_fn(move || {
            let compound = &self.compounds[self.blocks[inner.0 as usize].parent?.0 as usize];
            let found = (compound, inner);
            inner = compound.block;
            Some(found)
        })
    }

    /// Returns whether control may leave a compound by a jump.
    pub fn may_leave(&self, compound: &Compound<'a>) -> bool {
        compound.blocks().into_iter().any(|block| self.may_jump(block))
    }

    /// Returns the `with` that enters the value at a range.
    pub fn with_entering(&self, value: TextRange) -> Option<(&'a StmtWith, BlockId)> {
        self.compounds.iter().find_map(|compound| match (compound.node, &compound.form) {
            (AnyNodeRef::StmtWith(statement), Form::With { body }) => {
                let mut items = statement.items.iter();
                items.any(|item| item.context_expr.range() == value).then_some((statement, *body))
            }
            _ => None,
        })
    }

    /// Visits what runs whenever a block runs, in evaluation order, and returns whether control certainly reaches its end.
    /// `follow` decides how to go on after each step and each compound.
    pub fn must_execute(&self, block: BlockId, follow: &mut impl FnMut(Part<'_, 'a>) -> Follow) -> bool {
        self.parts(block).all(|part| match follow(part) {
            Follow::Past => true,
            Follow::Into(blocks) => {
                blocks.into_iter().all(|block| grow_stack_for_step(|| self.must_execute(block, follow)))
            }
            Follow::Last(block) => {
                grow_stack_for_step(|| self.must_execute(block, follow));
                false
            }
            Follow::Stop => false,
        })
    }

    /// Returns the steps of a block and of all compounds in it, in evaluation order.
    pub fn steps_inside(&self, block: BlockId) -> &[Step<'a>] {
        let Range { start, end } = self.blocks[block.0 as usize].steps.clone();
        &self.steps[start as usize..end as usize]
    }

    /// Returns whether nothing is in a block.
    pub fn is_empty(&self, block: BlockId) -> bool {
        self.blocks[block.0 as usize].items.is_empty()
    }

    /// Returns whether a block ends in a jump.
    pub(crate) fn ends_in_jump(&self, block: BlockId) -> bool {
        match self.blocks[block.0 as usize].items.last() {
            Some(Item::Step(last)) => matches!(self.steps[*last as usize].kind, StepKind::Jump(_)),
            _ => false,
        }
    }

    /// Returns the steps from a step back to the beginning of an expression or statement.
    pub(crate) fn back_to(&self, begin: TextSize, step: u32) -> impl Iterator<Item = &Step<'a>> {
        let steps = &self.steps[..=step as usize];
        steps.iter().rev().take_while(move |step| step.at.start() >= begin)
    }

    /// Returns the first `await` in the value of a binding.
    pub(crate) fn first_await(&self, value: &Expr, binding: &Step) -> Option<TextRange> {
        let is_await = |step: &&Step| {
            let StepKind::Wait(wait) = step.kind else { return false };
            wait.by == WaitBy::Await && value.range().contains_range(step.at)
        };
        self.back_to(binding.at.start(), binding.id).filter(is_await).last().map(|step| step.at)
    }

    /// Returns whether control may leave a block by a jump.
    pub fn may_jump(&self, block: BlockId) -> bool {
        self.steps_inside(block).iter().any(|step| matches!(step.kind, StepKind::Jump(_)))
    }
}

impl Part<'_, '_> {
    /// Returns the range of the step or compound.
    pub fn at(&self) -> TextRange {
        match self {
            Self::Step(step) => step.at,
            Self::Compound(compound) => compound.at(),
        }
    }
}

impl Compound<'_> {
    /// Returns the range of the statement or expression.
    pub fn at(&self) -> TextRange {
        self.node.range()
    }

    /// Returns the blocks, in source order.
    pub fn blocks(&self) -> Vec<BlockId> {
        match &self.form {
            Form::Branch(arms) => {
                arms.iter().flat_map(|arm| arm.test.into_iter().chain([arm.body])).collect()
            }
            Form::Loop { head, body, orelse, .. } => vec![*head, *body, *orelse],
            Form::Try { body, handlers, orelse, finally } => {
                std::iter::once(*body).chain(handlers.iter().copied()).chain([*orelse, *finally]).collect()
            }
            Form::With { body } => vec![*body],
        }
    }
}
