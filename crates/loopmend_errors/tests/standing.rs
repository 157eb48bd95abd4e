//! Runs of programs and suites, shortened: which error ended them, what follows from it, and where in the project it is.

use loopmend_errors::{OutputReader, Reading, Standing, Verdict};

fn read(text: &str) -> Reading {
    let mut reader = OutputReader::default();
    reader.feed(text.as_bytes());
    reader.finish()
}

/// What was seen, in order: the error, its standing, its place, and the context of its advice.
fn seen(text: &str) -> Vec<(String, Standing, String, String)> {
    let of_seen = |seen: &loopmend_errors::Seen| {
        let error = seen.found.error();
        let place = seen.place.as_ref().map(|place| format!("{}:{}", place.path, place.line));
        let context = error.advice_in(seen.marks).map(|(_, context)| context.id.clone());
        (error.id.clone(), seen.standing, place.unwrap_or_default(), context.unwrap_or_default())
    };
    read(text).seen.iter().map(of_seen).collect()
}

fn is(id: &str, standing: Standing, place: &str, context: &str) -> (String, Standing, String, String) {
    (id.to_owned(), standing, place.to_owned(), context.to_owned())
}

#[test]
fn what_follows_from_the_crash_of_a_program_is_no_cause() {
    let text = r#"Traceback (most recent call last):
  File "/srv/client.py", line 18, in <module>
    asyncio.run(app.run())
  File "/usr/lib/python3.12/asyncio/runners.py", line 194, in run
    return runner.run(main)
  File "/srv/client.py", line 12, in run
    print(await self.info(b"", timeout=2))
  File "/venv/lib/python3.12/site-packages/grpc/aio/_call.py", line 314, in __await__
    response = yield from self._call_response
RuntimeError: Task <Task pending name='Task-1' coro=<App.run() running at /srv/client.py:12>> got Future <Task pending name='Task-2'> attached to a different loop
Task was destroyed but it is pending!
task: <Task pending name='Task-2' coro=<Call._invoke() running at /venv/lib/python3.12/site-packages/grpc/aio/_call.py:586>>
sys:1: RuntimeWarning: coroutine 'Call._invoke' was never awaited
"#;
    assert_eq!(
        seen(text),
        [
            is("attached-to-different-loop", Standing::Ended, "/srv/client.py:12", "program"),
            is("task-destroyed", Standing::After, "", ""),
            is("never-awaited", Standing::After, "", ""),
        ]
    );
}

#[test]
fn the_task_of_a_worker_has_the_place_of_the_project() {
    let text = r#"Traceback (most recent call last):
  File "/srv/work.py", line 4, in <module>
    print(invoice.delay(2).get())
  File "/venv/lib/python3.12/site-packages/celery/app/trace.py", line 564, in trace_task
    R = retval = fun(*args, **kwargs)
  File "/srv/tasks.py", line 21, in invoice
    return asyncio.run(_invoice(number))
  File "/srv/tasks.py", line 15, in _invoice
    row = await session.execute(text("SELECT 1"))
  File "/venv/lib/python3.12/site-packages/asyncpg/connection.py", line 377, in execute
    result = await self._protocol.query(query, timeout)
  File "asyncpg/protocol/protocol.pyx", line 341, in query
RuntimeError: Task <Task pending name='Task-5' coro=<_invoice() running at /srv/tasks.py:15>> got Future <Future pending> attached to a different loop
"#;
    assert_eq!(seen(text), [is("attached-to-different-loop", Standing::Ended, "/srv/tasks.py:15", "worker")]);
}

#[test]
fn a_text_inside_of_another_one_is_the_cause() {
    let text = r#"/venv/lib/python3.12/site-packages/pydantic/main.py:732: RuntimeWarning: coroutine 'Connection.cursor' was never awaited
  return cls.__pydantic_validator__.validate_python(
Traceback (most recent call last):
  File "/srv/crud.py", line 36, in main
    print(await create(session, "party"))
  File "/srv/crud.py", line 28, in create
    return EventOut.model_validate(event)
  File "/venv/lib/python3.12/site-packages/pydantic/main.py", line 732, in model_validate
    return cls.__pydantic_validator__.validate_python(
pydantic_core._pydantic_core.ValidationError: 1 validation error for EventOut
id
  Error extracting attribute: StatementError: (sqlalchemy.exc.MissingGreenlet) greenlet_spawn has not been called; can't call await_() here. Was IO attempted in an unexpected place?
[SQL: SELECT event.id FROM event WHERE event.id = ?]
    For further information visit https://errors.pydantic.dev/2.13/v/get_attribute_error
sys:1: RuntimeWarning: coroutine 'Connection.cursor' was never awaited
"#;
    assert_eq!(
        seen(text),
        [
            is("missing-greenlet", Standing::Ended, "/srv/crud.py:28", "serializer"),
            is("never-awaited", Standing::After, "", ""),
        ]
    );
}

#[test]
fn the_first_error_of_a_chain_counts_and_a_deprecation_is_last() {
    let text = r#"/srv/bot.py:9: DeprecationWarning: There is no current event loop
  loop = asyncio.get_event_loop()
Traceback (most recent call last):
  File "/venv/lib/python3.12/site-packages/telegram/ext/_application.py", line 1054, in __run
    loop.run_until_complete(self._bootstrap_initialize(max_retries=bootstrap_retries))
RuntimeError: This event loop is already running

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/srv/bot.py", line 14, in main
    await application.run_polling()
  File "/venv/lib/python3.12/site-packages/telegram/ext/_application.py", line 839, in run_polling
    return self.__run(
RuntimeError: Cannot close a running event loop
sys:1: RuntimeWarning: coroutine 'Application.shutdown' was never awaited
"#;
    assert_eq!(
        seen(text),
        [
            is("loop-already-running", Standing::Ended, "/srv/bot.py:14", "telegram"),
            is("no-current-loop", Standing::Other, "/srv/bot.py:9", ""),
            is("closed-while-running", Standing::After, "/srv/bot.py:14", "telegram"),
            is("never-awaited", Standing::After, "", ""),
        ]
    );
}

#[test]
fn a_crash_that_is_not_known_is_named_before_its_after_effects() {
    let text = "Traceback (most recent call last):\n  File \"/srv/a.py\", line 3, in main\n    work()\nKeyError: 'x'\n\
                Task was destroyed but it is pending!\ntask: <Task pending coro=<work() running at /srv/a.py:9>>\n";
    let reading = read(text);
    assert_eq!(reading.ended_by.as_deref(), Some("KeyError: 'x'"));
    assert_eq!(seen(text), [is("task-destroyed", Standing::After, "/srv/a.py:9", "")]);
}

#[test]
fn without_a_crash_everything_is_a_cause() {
    let text = "/venv/lib/python3.12/site-packages/apscheduler/executors/base.py:74: RuntimeWarning: coroutine 'ping' was never awaited\n  \
                self._do_submit_job(job, run_times)\nTask was destroyed but it is pending!\n\
                task: <Task pending name='Task-1' coro=<Engine.poll() done, defined at /srv/bot.py:5>>\n";
    assert_eq!(
        seen(text),
        [
            is("never-awaited", Standing::Other, "", "scheduler"),
            is("task-destroyed", Standing::Other, "/srv/bot.py:5", ""),
        ]
    );
}

#[test]
fn a_failing_test_that_calls_the_application_through_a_client_has_that_context() {
    let text = "=== FAILURES ===\n___ test_count ___\n\ntest_app.py:16: \n\
                /venv/lib/python3.12/site-packages/starlette/testclient.py:518: in request\n    return super().request(\n\
                app.py:20: in count\n    return await p.fetchval(\"SELECT 1\")\n\
                E   asyncpg.exceptions._base.InterfaceError: cannot perform operation: another operation is in progress\n\n\
                asyncpg/protocol/protocol.pyx:737: InterfaceError\n";
    let reading = read(text);
    let [failure] = reading.failures.as_slice() else { panic!("{reading:?}") };
    let Verdict::Known(found) = &failure.verdict else { panic!("{reading:?}") };
    assert_eq!(found.error().id, "operation-in-progress");
    let (advice, context) = found.error().advice_in(failure.marks).unwrap();
    assert!(context.id == "test-client" && advice.cure.contains("ASGITransport"), "{context:?}");
    assert_eq!(failure.place.as_ref().map(|place| (place.path.as_str(), place.line)), Some(("app.py", 20)));
}
