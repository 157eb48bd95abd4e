//! The blocks of a file, which show until when concurrent work runs.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, Stmt};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, last_name, span, walk_body};

/// The end of work that goes on after the code that starts it.
pub(super) const UNLIMITED: u32 = u32::MAX;

/// The blocks of a file, in source order.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    branches: Vec<Branches>,
    uses: Vec<Use>,
    waits: Vec<Wait>,
    /// The statements that keep a value under a name: an assignment, or a call of a method of the name.
    kept: Vec<(Span, String)>,
}

/// The blocks of one `if` or `match`, of which one runs.
#[derive(Debug)]
struct Branches {
    whole: Span,
    blocks: Vec<Block>,
    /// The index of the innermost branches around these.
    around: Option<usize>,
}

#[derive(Debug)]
struct Block {
    span: Span,
    /// Whether the block ends in `return` or `raise`.
    leaves: bool,
}

/// A `with` or `for`, which is done with its values at its end.
#[derive(Debug)]
struct Use {
    whole: Span,
    values: Vec<Span>,
    names: Vec<String>,
}

/// An `await` for tasks, or a loop that awaits each of them.
#[derive(Debug)]
struct Wait {
    /// What is awaited, or iterated over.
    value: Span,
    names: Vec<String>,
    end: u32,
}

impl Blocks {
    pub(super) fn new(tree: &SyntaxTree) -> Self {
        let mut blocks = Self::default();
        walk_body(&tree.module().body, |_, node| {
            blocks.add(node);
            TraversalSignal::Traverse
        });
        blocks
    }

    /// Returns whether a call does not run after another one, because they are in different branches, or the
    /// branch of the first one ends in `return` or `raise`.
    pub(super) fn excludes(&self, first: Span, call: Span) -> bool {
        self.branches_around(first).any(|branches| {
            let other = branches.blocks.iter().find(|block| block.span.contains(first));
            other.is_some_and(|other| {
                !other.span.contains(call) && (other.leaves || branches.has_in_block(call))
            })
        })
    }

    /// Returns the branches around a place, innermost first.
    fn branches_around(&self, place: Span) -> impl Iterator<Item = &Branches> {
        let innermost = self.branches.partition_point(|branches| branches.whole.start <= place.start);
        let indexes = std::iter::successors(innermost.checked_sub(1), |index| self.branches[*index].around);
        indexes.map(|index| &self.branches[index]).filter(move |branches| branches.whole.contains(place))
    }

    /// Returns the offset at which the work that a call starts has ended.
    pub(super) fn end_of_work(&self, start: Span) -> u32 {
        let kept = self.kept.iter().filter(|(whole, _)| *whole != start && whole.contains(start));
        let names: Vec<&str> = kept.map(|(_, name)| name.as_str()).collect();
        let waits = |wait: &&Wait| {
            wait.value != start && wait.value.contains(start)
                || wait.value.start >= start.end
                    && wait.names.iter().any(|name| names.contains(&name.as_str()))
        };
        let wait_ends = self.waits.iter().filter(waits).map(|wait| wait.end);
        let group_ends = self.ends_of_group(start);
        wait_ends.chain(group_ends).chain([self.end_of_use(start)]).min().unwrap_or(UNLIMITED)
    }

    /// Returns the end of the `with` or `for` that uses the value of a call.
    pub(super) fn end_of_use(&self, call: Span) -> u32 {
        let uses = self.uses.iter().filter(|used| used.values.iter().any(|value| value.contains(call)));
        uses.map(|used| used.whole.end).min().unwrap_or(UNLIMITED)
    }

    /// Returns the ends of the `with` blocks whose names a call uses: `group.create_task(...)`.
    fn ends_of_group(&self, start: Span) -> impl Iterator<Item = u32> {
        let uses = self.uses.iter().filter(move |used| used.whole.contains(start));
        uses.filter(move |used| {
            self.kept.iter().any(|(at, name)| at.contains(start) && used.names.contains(name))
        })
        .map(|used| used.whole.end)
    }

    fn add(&mut self, node: AnyNodeRef) {
        match node {
            AnyNodeRef::StmtIf(statement) => {
                let others = statement.elif_else_clauses.iter().map(|clause| clause.body.as_slice());
                self.add_branches(node, std::iter::once(statement.body.as_slice()).chain(others));
            }
            AnyNodeRef::StmtMatch(statement) => {
                self.add_branches(node, statement.cases.iter().map(|case| case.body.as_slice()));
            }
            AnyNodeRef::StmtWith(statement) => {
                let values = statement.items.iter().map(|item| span(item.context_expr.range()));
                let names =
                    statement.items.iter().filter_map(|item| read_name(item.optional_vars.as_deref()?));
                self.uses.push(Use {
                    whole: span(node.range()),
                    values: values.collect(),
                    names: names.collect(),
                });
            }
            AnyNodeRef::StmtFor(statement) => {
                let whole = span(node.range());
                let values = vec![span(statement.iter.range())];
                self.uses.push(Use { whole, values, names: Vec::new() });
                if read_name(&statement.target).is_some_and(|name| awaits_name(&statement.body, &name)) {
                    self.add_wait(&statement.iter, names_iterated(&statement.iter), whole.end);
                }
            }
            AnyNodeRef::ExprAwait(awaited) => {
                if let Some(names) = names_awaited(&awaited.value) {
                    self.add_wait(&awaited.value, names, span(node.range()).end);
                }
            }
            AnyNodeRef::StmtAssign(statement) => {
                let names = statement.targets.iter().filter_map(read_name);
                self.kept.extend(names.map(|name| (span(node.range()), name)));
            }
            AnyNodeRef::StmtAnnAssign(statement) => {
                self.kept.extend(read_name(&statement.target).map(|name| (span(node.range()), name)));
            }
            AnyNodeRef::ExprCall(call) => {
                if named(last_name(&call.func)).has(Role::RunsToEnd) {
                    let names = call.arguments.args.iter().flat_map(names_of_values).collect();
                    self.waits.push(Wait { value: span(node.range()), names, end: span(node.range()).end });
                }
                let receiver = call.func.as_attribute_expr().and_then(|method| read_name(&method.value));
                self.kept.extend(receiver.map(|name| (span(node.range()), name)));
            }
            _ => {}
        }
    }

    fn add_wait(&mut self, value: &Expr, names: Vec<String>, end: u32) {
        self.waits.push(Wait { value: span(value.range()), names, end });
    }

    fn add_branches<'a>(&mut self, node: AnyNodeRef, bodies: impl Iterator<Item = &'a [Stmt]>) {
        let blocks = bodies.filter_map(|body| {
            let (first, last) = (body.first()?, body.last()?);
            let whole = Span::new(span(first.range()).start, span(last.range()).end);
            Some(Block { span: whole, leaves: matches!(last, Stmt::Return(_) | Stmt::Raise(_)) })
        });
        let (whole, blocks) = (span(node.range()), blocks.collect());
        let mut around = self.branches.len().checked_sub(1);
        while let Some(index) = around.filter(|index| !self.branches[*index].whole.contains(whole)) {
            around = self.branches[index].around;
        }
        self.branches.push(Branches { whole, blocks, around });
    }
}

impl Branches {
    fn has_in_block(&self, call: Span) -> bool {
        self.blocks.iter().any(|block| block.span.contains(call))
    }
}

fn read_name(expression: &Expr) -> Option<String> {
    expression.as_name_expr().map(|name| name.id.to_string())
}

/// Returns the names of the tasks that an `await` waits for, whatever they return: `await task`,
/// `await asyncio.gather(*tasks)`.
fn names_awaited(awaited: &Expr) -> Option<Vec<String>> {
    let Expr::Call(call) = awaited else { return read_name(awaited).map(|name| vec![name]) };
    let waits = named(last_name(&call.func)).has(Role::AwaitsWork);
    let is_limited = call.arguments.keywords.iter().any(|keyword| {
        keyword
            .arg
            .as_ref()
            .is_some_and(|name| name.as_str() == "return_when" || named(name.as_str()).has(Role::LimitsWait))
    });
    (waits && !is_limited).then(|| call.arguments.args.iter().flat_map(names_of_values).collect())
}

/// Returns the names of the values that a loop iterates over: `tasks`, `asyncio.as_completed(tasks)`.
fn names_iterated(iterated: &Expr) -> Vec<String> {
    match iterated {
        Expr::Call(call) => call.arguments.args.iter().flat_map(names_of_values).collect(),
        _ => names_of_values(iterated),
    }
}

fn names_of_values(expression: &Expr) -> Vec<String> {
    match expression {
        Expr::Name(name) => vec![name.id.to_string()],
        Expr::Starred(starred) => names_of_values(&starred.value),
        Expr::List(list) => list.elts.iter().filter_map(read_name).collect(),
        Expr::Tuple(tuple) => tuple.elts.iter().filter_map(read_name).collect(),
        Expr::Set(set) => set.elts.iter().filter_map(read_name).collect(),
        _ => Vec::new(),
    }
}

fn awaits_name(body: &[Stmt], name: &str) -> bool {
    let mut awaits = false;
    walk_body(body, |_, node| {
        if let AnyNodeRef::ExprAwait(awaited) = node {
            awaits |= read_name(&awaited.value).as_deref() == Some(name);
        }
        TraversalSignal::Traverse
    });
    awaits
}
