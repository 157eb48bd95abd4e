//! Lowers the syntax tree of a function to its flow.

use loopmend_python::ast::visitor::{
    Visitor, walk_expr, walk_interpolated_string_element, walk_pattern, walk_stmt,
};
use loopmend_python::ast::{
    Alias, AnyNodeRef, ArgOrKeyword, Comprehension, ExceptHandler, Expr, ExprBoolOp, ExprCall, ExprIf,
    InterpolatedStringElement, MatchCase, Pattern, Stmt, StmtAssert, StmtFor, StmtFunctionDef, StmtIf,
    StmtMatch, StmtTry, StmtWhile, StmtWith,
};
use loopmend_python::is_unpacking;
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_python::text_size::{Ranged, TextRange};

use super::{
    Arm, Bind, Block, BlockId, Compound, CompoundId, Form, FunctionFlow, How, Item, Step, StepKind, Target,
    Used, Wait, WaitBy,
};

impl<'a> FunctionFlow<'a> {
    /// Lowers the body of a function.
    pub fn of(function: &'a StmtFunctionDef) -> Self {
        let flow = Self {
            function,
            declared: Vec::new(),
            steps: Vec::new(),
            blocks: Vec::new(),
            compounds: Vec::new(),
        };
        let mut lowering = Lowering { flow, block: Self::BODY, used: Used::Otherwise };
        lowering.flow.blocks.push(Block { items: Vec::new(), steps: 0..0, parent: None });
        lowering.visit_body(&function.body);
        let mut flow = lowering.flow;
        flow.blocks[0].steps = 0..flow.steps.len() as u32;
        flow
    }
}

struct Lowering<'a> {
    flow: FunctionFlow<'a>,
    /// The block that steps are added to.
    block: BlockId,
    /// How the next expression is used.
    used: Used<'a>,
}

impl<'a> Lowering<'a> {
    fn add(&mut self, kind: StepKind<'a>, at: TextRange) {
        let step = self.flow.steps.len() as u32;
        self.flow.steps.push(Step { id: step, kind, at, block: self.block });
        self.items().push(Item::Step(step));
    }

    fn items(&mut self) -> &mut Vec<Item> {
        &mut self.flow.blocks[self.block.0 as usize].items
    }

    fn wait(&mut self, value: &'a Expr, (by, used): (WaitBy, Used<'a>), at: TextRange) {
        self.add(StepKind::Wait(Wait { value, by, used }), at);
    }

    fn bind(&mut self, target: Target<'a>, value: Option<&'a Expr>, how: How, at: TextRange) {
        if let Target::Expr(expression) = target {
            self.parts_of_target(expression);
        }
        self.add(StepKind::Bind(Bind { target, value, how }), at);
    }

    /// Lowers what is evaluated before a target is bound: objects and keys.
    fn parts_of_target(&mut self, target: &'a Expr) {
        grow_stack(|| match target {
            Expr::Attribute(it) => self.visit_expr(&it.value),
            Expr::Subscript(it) => {
                self.visit_expr(&it.value);
                self.used(&it.slice, Used::Key);
            }
            Expr::Tuple(it) => it.elts.iter().for_each(|part| self.parts_of_target(part)),
            Expr::List(it) => it.elts.iter().for_each(|part| self.parts_of_target(part)),
            Expr::Starred(it) => self.parts_of_target(&it.value),
            _ => {}
        });
    }

    fn name(&mut self, name: &'a str, at: TextRange) {
        self.bind(Target::Name(name), None, How::Other, at);
    }

    fn import(&mut self, alias: &'a Alias) {
        let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
        self.bind(Target::Name(name), None, How::Import, alias.range());
    }

    /// Adds a compound, whose blocks `lower` makes.
    fn compound(&mut self, node: AnyNodeRef<'a>, lower: impl FnOnce(&mut Self, CompoundId) -> Form) {
        let compound = CompoundId(self.flow.compounds.len() as u32);
        let block = self.block;
        self.flow.compounds.push(Compound { node, form: Form::Branch(Vec::new()), block });
        self.items().push(Item::Compound(compound));
        self.flow.compounds[compound.0 as usize].form = lower(self, compound);
    }

    /// Makes a block of a compound.
    fn inner(&mut self, parent: CompoundId, lower: impl FnOnce(&mut Self)) -> BlockId {
        let (inner, first) = (BlockId(self.flow.blocks.len() as u32), self.flow.steps.len() as u32);
        self.flow.blocks.push(Block { items: Vec::new(), steps: first..first, parent: Some(parent) });
        let outer = std::mem::replace(&mut self.block, inner);
        lower(self);
        self.block = outer;
        self.flow.blocks[inner.0 as usize].steps = first..self.flow.steps.len() as u32;
        inner
    }

    fn body(&mut self, parent: CompoundId, body: &'a [Stmt]) -> BlockId {
        self.inner(parent, |lowering| lowering.visit_body(body))
    }

    fn if_statement(&mut self, statement: &'a StmtIf) {
        self.visit_expr(&statement.test);
        self.compound(statement.into(), |lowering, it| {
            let body = lowering.body(it, &statement.body);
            let mut arms = vec![Arm { test: None, body, is_last: false }];
            for clause in &statement.elif_else_clauses {
                let test = clause.test.as_ref().map(|test| lowering.inner(it, |it| it.visit_expr(test)));
                let body = lowering.body(it, &clause.body);
                arms.push(Arm { test, body, is_last: test.is_none() });
            }
            Form::Branch(arms)
        });
    }

    fn match_statement(&mut self, statement: &'a StmtMatch) {
        self.visit_expr(&statement.subject);
        self.compound(statement.into(), |lowering, it| {
            Form::Branch(statement.cases.iter().map(|case| lowering.case(it, case)).collect())
        });
    }

    fn case(&mut self, statement: CompoundId, case: &'a MatchCase) -> Arm {
        let test = self.inner(statement, |lowering| {
            lowering.visit_pattern(&case.pattern);
            case.guard.iter().for_each(|guard| lowering.visit_expr(guard));
        });
        let is_last = case.guard.is_none() && case.pattern.is_irrefutable();
        Arm { test: Some(test), body: self.body(statement, &case.body), is_last }
    }

    fn choice(&mut self, choice: &'a ExprIf) {
        self.visit_expr(&choice.test);
        self.compound(choice.into(), |lowering, it| {
            let [first, other] = [&choice.body, &choice.orelse]
                .map(|value| lowering.inner(it, |lowering| lowering.visit_expr(value)));
            Form::Branch(vec![
                Arm { test: None, body: first, is_last: false },
                Arm { test: None, body: other, is_last: true },
            ])
        });
    }

    /// Lowers `and` and `or`: after each operand, none of the others may be evaluated.
    fn operands(&mut self, operation: &'a ExprBoolOp) {
        let Some((first, others)) = operation.values.split_first() else { return };
        self.visit_expr(first);
        self.compound(operation.into(), |lowering, it| {
            let end = lowering.inner(it, |_| {});
            let mut arms = vec![Arm { test: None, body: end, is_last: false }];
            for (place, value) in others.iter().enumerate() {
                let test = lowering.inner(it, |lowering| lowering.visit_expr(value));
                arms.push(Arm { test: Some(test), body: end, is_last: place + 1 == others.len() });
            }
            Form::Branch(arms)
        });
    }

    /// Lowers an `assert`, whose message is evaluated if it fails.
    fn assertion(&mut self, statement: &'a StmtAssert) {
        self.visit_expr(&statement.test);
        self.compound(statement.into(), |lowering, it| {
            let body = lowering.inner(it, |lowering| lowering.values(statement.msg.as_deref()));
            Form::Branch(vec![Arm { test: None, body, is_last: false }])
        });
    }

    fn while_loop(&mut self, statement: &'a StmtWhile) {
        let is_endless = statement.test.as_boolean_literal_expr().is_some_and(|literal| literal.value);
        self.compound(statement.into(), |lowering, it| Form::Loop {
            head: lowering.inner(it, |lowering| lowering.visit_expr(&statement.test)),
            body: lowering.body(it, &statement.body),
            orelse: lowering.body(it, &statement.orelse),
            is_endless,
        });
    }

    fn for_loop(&mut self, statement: &'a StmtFor) {
        self.used(&statement.iter, if statement.is_async { Used::Otherwise } else { Used::AsItsType });
        self.compound(statement.into(), |lowering, it| Form::Loop {
            head: lowering.inner(it, |lowering| {
                lowering.turn(&statement.target, &statement.iter, statement.is_async);
            }),
            body: lowering.body(it, &statement.body),
            orelse: lowering.body(it, &statement.orelse),
            is_endless: false,
        });
    }

    /// Lowers the beginning of a turn of a `for`.
    fn turn(&mut self, target: &'a Expr, values: &'a Expr, is_async: bool) {
        if is_async {
            self.wait(values, (WaitBy::For, Used::Otherwise), values.range());
        }
        self.bind(Target::Expr(target), None, How::Other, target.range());
    }

    /// Lowers a comprehension that runs at once.
    fn comprehension(&mut self, node: AnyNodeRef<'a>, generators: &'a [Comprehension], values: &[&'a Expr]) {
        let Some((first, others)) = generators.split_first() else {
            values.iter().for_each(|value| self.visit_expr(value));
            return;
        };
        self.visit_expr(&first.iter);
        self.compound(node, |lowering, it| {
            let head = lowering.inner(it, |lowering| {
                lowering.turn(&first.target, &first.iter, first.is_async);
            });
            let body = lowering.inner(it, |lowering| {
                first.ifs.iter().for_each(|test| lowering.visit_expr(test));
                grow_stack(|| lowering.comprehension(node, others, values));
            });
            let orelse = lowering.inner(it, |_| {});
            Form::Loop { head, body, orelse, is_endless: false }
        });
    }

    fn with_statement(&mut self, statement: &'a StmtWith) {
        for item in &statement.items {
            self.used(&item.context_expr, Used::Entered);
            if statement.is_async {
                self.wait(&item.context_expr, (WaitBy::With, Used::Otherwise), item.range());
            }
            if let Some(target) = &item.optional_vars {
                self.bind(Target::Expr(target), None, How::Other, target.range());
            }
        }
        self.compound(statement.into(), |lowering, it| Form::With {
            body: lowering.body(it, &statement.body),
        });
    }

    fn try_statement(&mut self, statement: &'a StmtTry) {
        self.compound(statement.into(), |lowering, it| Form::Try {
            body: lowering.body(it, &statement.body),
            handlers: statement.handlers.iter().map(|handler| lowering.handler(it, handler)).collect(),
            orelse: lowering.body(it, &statement.orelse),
            finally: lowering.body(it, &statement.finalbody),
        });
    }

    fn handler(&mut self, statement: CompoundId, handler: &'a ExceptHandler) -> BlockId {
        let ExceptHandler::ExceptHandler(handler) = handler;
        self.inner(statement, |lowering| {
            handler.type_.iter().for_each(|class| lowering.visit_expr(class));
            handler.name.iter().for_each(|name| lowering.name(name.as_str(), name.range()));
            lowering.visit_body(&handler.body);
        })
    }

    /// Lowers a call. The steps of its callee and arguments come before.
    fn call(&mut self, call: &'a ExprCall, used: Used<'a>) {
        self.used(&call.func, Used::Callee);
        for argument in call.arguments.iter_source_order() {
            match argument {
                ArgOrKeyword::Arg(value) => self.used(value, Used::Argument(call)),
                ArgOrKeyword::Keyword(keyword) => self.visit_expr(&keyword.value),
            }
        }
        self.add(StepKind::Call(call, used), call.range());
    }

    /// Lowers a value that is used immediately.
    fn used(&mut self, value: &'a Expr, used: Used<'a>) {
        self.used = used;
        self.visit_expr(value);
    }

    fn values(&mut self, values: impl IntoIterator<Item = &'a Expr>) {
        values.into_iter().for_each(|value| self.visit_expr(value));
    }
}

impl<'a> Visitor<'a> for Lowering<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        grow_stack_for_step(|| match statement {
            Stmt::If(it) => self.if_statement(it),
            Stmt::While(it) => self.while_loop(it),
            Stmt::For(it) => self.for_loop(it),
            Stmt::Try(it) => self.try_statement(it),
            Stmt::With(it) => self.with_statement(it),
            Stmt::Match(it) => self.match_statement(it),
            Stmt::FunctionDef(it) => {
                self.values(it.decorator_list.iter().map(|decorator| &decorator.expression));
                self.add(StepKind::Scope, it.range());
                self.name(it.name.as_str(), it.name.range());
            }
            Stmt::ClassDef(it) => {
                self.values(it.decorator_list.iter().map(|decorator| &decorator.expression));
                self.add(StepKind::Scope, it.range());
                self.name(it.name.as_str(), it.name.range());
            }
            Stmt::Assign(it) => {
                let is_unpacked = it.targets.iter().any(is_unpacking);
                self.used(&it.value, if is_unpacked { Used::AsItsType } else { Used::Otherwise });
                for target in &it.targets {
                    self.bind(Target::Expr(target), Some(&it.value), How::Assign, it.range());
                }
            }
            Stmt::AnnAssign(it) => {
                if let Some(value) = &it.value {
                    self.visit_expr(value);
                    self.bind(Target::Expr(&it.target), Some(value), How::Assign, it.range());
                }
            }
            Stmt::AugAssign(it) => {
                self.used(&it.value, Used::AsItsType);
                self.bind(Target::Expr(&it.target), Some(&it.value), How::Augment, it.range());
            }
            Stmt::Delete(it) => {
                for target in &it.targets {
                    self.parts_of_target(target);
                    self.add(StepKind::Delete(target), target.range());
                }
            }
            Stmt::Import(it) => {
                for alias in &it.names {
                    self.import(alias);
                }
            }
            Stmt::ImportFrom(it) => {
                for alias in &it.names {
                    self.import(alias);
                }
            }
            Stmt::Assert(it) => self.assertion(it),
            Stmt::Global(it) => self.flow.declared.extend(it.names.iter().map(|name| name.as_str())),
            Stmt::Nonlocal(it) => self.flow.declared.extend(it.names.iter().map(|name| name.as_str())),
            Stmt::Expr(it) => self.used(&it.value, Used::Discarded),
            Stmt::Return(it) => {
                self.values(it.value.as_deref());
                self.add(StepKind::Jump(statement), it.range());
            }
            Stmt::Raise(it) => {
                self.values(it.exc.as_deref().into_iter().chain(it.cause.as_deref()));
                self.add(StepKind::Jump(statement), it.range());
            }
            Stmt::Break(_) | Stmt::Continue(_) => self.add(StepKind::Jump(statement), statement.range()),
            other => walk_stmt(self, other),
        });
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        let used = std::mem::take(&mut self.used);
        grow_stack(|| match expression {
            Expr::Name(_) => self.add(StepKind::Read(expression, used), expression.range()),
            Expr::Attribute(it) => {
                self.used(&it.value, Used::Attribute(it));
                self.add(StepKind::Read(expression, used), it.range());
            }
            Expr::Subscript(it) => {
                self.used(&it.value, Used::Item);
                self.used(&it.slice, Used::Key);
                self.add(StepKind::Read(expression, used), it.range());
            }
            Expr::Call(it) => self.call(it, used),
            Expr::Await(it) => {
                self.used(&it.value, Used::Awaited);
                self.wait(&it.value, (WaitBy::Await, used), it.range());
            }
            Expr::BinOp(it) => {
                self.used(&it.left, Used::AsItsType);
                self.used(&it.right, Used::AsItsType);
            }
            Expr::UnaryOp(it) => self.used(&it.operand, Used::Operand),
            Expr::Starred(it) => self.used(&it.value, Used::AsItsType),
            Expr::Yield(it) => {
                self.values(it.value.as_deref());
                self.add(StepKind::Yield, it.range());
            }
            Expr::YieldFrom(it) => {
                self.visit_expr(&it.value);
                self.add(StepKind::Yield, it.range());
            }
            Expr::BoolOp(it) => self.operands(it),
            Expr::If(it) => self.choice(it),
            Expr::Named(it) => {
                self.visit_expr(&it.value);
                self.bind(Target::Expr(&it.target), Some(&it.value), How::Named, it.range());
            }
            Expr::ListComp(it) => self.comprehension(it.into(), &it.generators, &[&it.elt]),
            Expr::SetComp(it) => self.comprehension(it.into(), &it.generators, &[&it.elt]),
            Expr::DictComp(it) => {
                let values: Vec<&Expr> = it.key.as_deref().into_iter().chain([&*it.value]).collect();
                self.comprehension(it.into(), &it.generators, &values);
            }
            // The first iterable is evaluated at once.
            Expr::Generator(it) => {
                self.values(it.generators.first().map(|first| &first.iter));
                self.add(StepKind::Scope, it.range());
            }
            Expr::Lambda(it) => self.add(StepKind::Scope, it.range()),
            other => walk_expr(self, other),
        });
    }

    fn visit_interpolated_string_element(&mut self, element: &'a InterpolatedStringElement) {
        grow_stack(|| walk_interpolated_string_element(self, element));
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        grow_stack(|| walk_pattern(self, pattern));
        let name = match pattern {
            Pattern::MatchAs(it) => it.name.as_ref(),
            Pattern::MatchStar(it) => it.name.as_ref(),
            Pattern::MatchMapping(it) => it.rest.as_ref(),
            _ => None,
        };
        name.into_iter().for_each(|name| self.name(name.as_str(), name.range()));
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}
}
