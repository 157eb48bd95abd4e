//! `loopmend inventory`: the table of the example, which was judged by hand first, and the forms of the answer.

use std::path::Path;
use std::process::Output;

use crate::support::{copied_example, loopmend};
use serde_json::Value;

/// File, function, call, context, verdict.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

const PARCELS: &[Row] = &[
    ("notebooks/explore.ipynb", "", "nest_asyncio.apply", "notebook", "must change"),
    ("notebooks/explore.ipynb", "", "asyncio.run", "notebook", "must change"),
    ("notebooks/explore.ipynb", "locate", "asyncio.run", "notebook", "must change"),
    ("scripts/backfill.py", "main", "asyncio.run", "script", "fine"),
    ("src/parcels/__main__.py", "", "anyio.run", "command line", "fine"),
    ("src/parcels/admin.py", "overview", "asyncio.run", "web route", "fine"),
    ("src/parcels/admin.py", "ParcelView.get", "asyncio.run", "web route", "fine"),
    ("src/parcels/aws.py", "handler", "asyncio.run", "task worker", "fine"),
    ("src/parcels/aws.py", "old_handler", "asyncio.get_event_loop", "task worker", "at risk"),
    ("src/parcels/aws.py", "old_handler", "run_until_complete", "task worker", "fine"),
    ("src/parcels/bridge.py", "run_sync", "asyncio.run", "command line", "fine"),
    ("src/parcels/bridge.py", "command.wrapper", "asyncio.run", "command line", "fine"),
    ("src/parcels/cli.py", "locate", "asyncio.run", "command line", "fine"),
    ("src/parcels/cli.py", "serve", "uvicorn.run", "command line", "fine"),
    ("src/parcels/cli.py", "show", "asyncio.get_event_loop", "command line", "at risk"),
    ("src/parcels/cli.py", "show", "run_until_complete", "command line", "fine"),
    ("src/parcels/client.py", "Carrier.__init__", "asyncio.get_event_loop", "test", "at risk"),
    ("src/parcels/client.py", "Carrier.locate_later", "asyncio.get_event_loop", "library", "fine"),
    ("src/parcels/client.py", "Carrier.locate_now", "asyncio.run", "library", "at risk"),
    ("src/parcels/client.py", "locate_blocking", "asyncio.run", "web route", "must change"),
    ("src/parcels/listener.py", "Listener.run", "asyncio.new_event_loop", "thread", "fine"),
    ("src/parcels/listener.py", "Listener.run", "asyncio.set_event_loop", "thread", "fine"),
    ("src/parcels/listener.py", "Listener.run", "run_forever", "thread", "fine"),
    ("src/parcels/listener.py", "Listener.run", "loop.close", "thread", "fine"),
    ("src/parcels/listener.py", "_listen", "asyncio.get_event_loop", "thread", "must change"),
    ("src/parcels/listener.py", "_listen", "run_forever", "thread", "fine"),
    ("src/parcels/listener.py", "on_message", "asyncio.run", "loop callback", "must change"),
    ("src/parcels/reports.py", "totals", "asyncio.run", "thread", "fine"),
    ("src/parcels/reports.py", "yearly", "asyncio.run", "process", "fine"),
    ("src/parcels/reports.py", "all_reports", "asyncio.run", "thread", "fine"),
    ("src/parcels/sync_command.py", "main", "asyncio.set_event_loop_policy", "command line", "at risk"),
    ("src/parcels/sync_command.py", "main", "Runner.run", "command line", "fine"),
    ("src/parcels/tasks.py", "refresh", "asyncio.run", "task worker", "fine"),
    ("src/parcels/tasks.py", "_notify", "asgiref.sync.async_to_sync", "task worker", "fine"),
    ("src/parcels/tasks.py", "archive", "asyncio.new_event_loop", "task worker", "fine"),
    ("src/parcels/tasks.py", "archive", "run_until_complete", "task worker", "fine"),
    ("src/parcels/tasks.py", "archive", "loop.close", "task worker", "fine"),
    ("src/parcels/web.py", "parcel", "asyncio.run", "web route", "fine"),
    ("src/parcels/web.py", "age", "asyncio.get_event_loop", "web route", "must change"),
    ("tests/conftest.py", "loop", "asyncio.new_event_loop", "test", "fine"),
    ("tests/conftest.py", "loop", "loop.close", "test", "fine"),
    ("tests/test_client.py", "test_locate", "asyncio.run", "test", "fine"),
    ("tests/test_client.py", "test_all", "run_until_complete", "test", "fine"),
    ("tests/test_client.py", "test_nested", "asyncio.run", "test", "must change"),
    ("tests/test_client.py", "ask", "asyncio.run", "test", "fine"),
];

fn run(directory: &Path, arguments: &[&str]) -> Output {
    loopmend().current_dir(directory).arg("inventory").args(arguments).output().expect("the program starts")
}

fn text(directory: &Path, arguments: &[&str]) -> String {
    let output = run(directory, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn rows(directory: &Path) -> Vec<[String; 5]> {
    let json: Value = serde_json::from_str(&text(directory, &["--output-format", "json"])).unwrap();
    let places = json["places"].as_array().unwrap().iter();
    let keys = ["path", "function", "call", "context", "verdict"];
    places.map(|place| keys.map(|key| place[key].as_str().unwrap().to_owned())).collect()
}

/// The rows of a project that is one file.
fn rows_of(source: &str) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("a.py"), source).unwrap();
    rows(directory.path()).into_iter().map(|row| row[1..].join(" | ")).collect()
}

#[test]
fn the_worst_places_come_first_and_others_can_be_left_out() {
    let directory = tempfile::tempdir().unwrap();
    let source = "import asyncio\n\nasync def work(): ...\n\nif __name__ == '__main__':\n    asyncio.run(work())\n\n\
                  def one():\n    asyncio.run(work())\n\nasync def two():\n    asyncio.run(work())\n";
    std::fs::write(directory.path().join("a.py"), source).unwrap();
    let table = text(directory.path(), &[]);
    let verdicts: Vec<&str> =
        table.lines().filter(|line| line.contains("  a.py:")).map(|line| line[..11].trim()).collect();
    assert_eq!(verdicts, ["must change", "at risk", "fine"]);
    assert!(table.starts_with("3 places in 1 file.\n"), "{table}");
    let worst = text(directory.path(), &["--only", "must-change,at-risk"]);
    assert!(worst.starts_with("3 places in 1 file. 2 of them shown.\n"), "{worst}");
    assert!(worst.contains("a.py:12") && worst.contains("a.py:9") && !worst.contains("a.py:6"), "{worst}");
    let markdown = text(directory.path(), &["--only", "fine", "--output-format", "markdown"]);
    assert!(markdown.contains("a.py:6") && !markdown.contains("a.py:12"), "{markdown}");
    let refused = run(directory.path(), &["--only", "fine", "--shared-state"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn groups_of_other_modules_and_workers_have_no_loop() {
    let directory = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| std::fs::write(directory.path().join(path), text).unwrap();
    write("groups.py", "import click\n\n\n@click.group()\ndef users(): ...\n");
    let command = "import asyncio\n\nfrom groups import users\nfrom work import work\n\n\n\
                   @users.command()\ndef create():\n    asyncio.run(work())\n";
    write("users.py", command);
    let task = "import asyncio\n\nfrom celery import shared_task\n\nfrom work import work\n\n\n@shared_task(bind=True)\n\
                def sync(self):\n    try:\n        asyncio.run(work())\n    except RuntimeError as error:\n        raise self.retry(exc=error)\n";
    write("tasks.py", task);
    write("work.py", "async def work(): ...\n");
    let table = text(directory.path(), &[]);
    assert!(table.contains("a command starts without a loop\n             Click > create"), "{table}");
    assert!(table.contains("a worker process of Celery has no loop\n             Celery > sync"), "{table}");
}

#[test]
fn commands_that_are_added_in_another_file_have_no_loop() {
    let directory = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| std::fs::write(directory.path().join(path), text).unwrap();
    write("work.py", "async def work(): ...\n");
    let groups = "import click\n\n\nclass Group(click.Group):\n    def command(self, *args):\n        \
                  return super().command(*args)\n\n\n@click.group()\ndef users(): ...\n\n\nowners = Group('owners')\n";
    write("groups.py", groups);
    let commands = "import asyncio\n\nimport click\n\nfrom groups import owners\nfrom work import work\n\n\n\
                    @click.command()\ndef added():\n    asyncio.run(work())\n\n\n\
                    def called():\n    asyncio.run(work())\n\n\n\
                    def made():\n    asyncio.run(work())\n\n\n\
                    def add_all(group, app):\n    \
                        @group.command()\n    def registered():\n        asyncio.run(work())\n\n    \
                        @app.cli.command()\n    def of_app():\n        asyncio.run(work())\n\n    \
                        group.add_command(listed)\n\n\n\
                    @click.command()\ndef listed():\n    asyncio.run(work())\n\n\n\
                    @owners.command()\ndef overridden():\n    asyncio.run(work())\n\n\n\
                    def given():\n    asyncio.run(work())\n";
    write("commands.py", commands);
    let main = "import click\n\nimport commands\nfrom elsewhere import keep\nfrom groups import users\n\n\
                users.add_command(commands.added)\nusers.command()(commands.called)\n\
                users.add_command(click.Command('made', callback=commands.made))\n\
                commands.add_all(users, None)\nkeep(commands.given)\n";
    write("main.py", main);
    write("run.py", "from main import users\n\nusers()\n");
    let found: Vec<String> = rows(directory.path()).into_iter().map(|row| row[1..].join(" | ")).collect();
    let fine = |name: &str| format!("{name} | asyncio.run | command line | fine");
    assert_eq!(
        found,
        [
            fine("added"),
            fine("called"),
            fine("made"),
            fine("add_all.registered"),
            fine("add_all.of_app"),
            fine("listed"),
            fine("overridden"),
            "given | asyncio.run | library | at risk".to_owned(),
        ]
    );
}

#[test]
fn a_start_of_loops_that_share_an_object_is_at_risk() {
    let source = "import asyncio\n\nfrom sqlalchemy.ext.asyncio import create_async_engine\n\n\
                  from celery import shared_task\n\nengine = create_async_engine('postgresql+asyncpg://db')\n\n\n\
                  async def load():\n    async with engine.begin() as connection:\n        await connection.execute('x')\n\n\n\
                  async def alone(): ...\n\n\n\
                  @shared_task\ndef one():\n    asyncio.run(load())\n\n\n\
                  @shared_task\ndef two():\n    asyncio.run(alone())\n";
    assert_eq!(
        rows_of(source),
        ["one | asyncio.run | task worker | at risk", "two | asyncio.run | task worker | fine"]
    );
    let ignored = source.replace("db')\n", "db')  # loopmend: ignore[LM208]\n");
    assert_eq!(rows_of(&ignored)[0], "one | asyncio.run | task worker | at risk");
}

#[test]
fn loops_that_are_started_by_names_of_their_own_are_found() {
    let source = "from asyncio import run as start\nimport asyncio as aio\n\nasync def work(): ...\n\n\
                  def one():\n    start(work())\n\ndef two(loop: aio.AbstractEventLoop):\n    loop.run_until_complete(work())\n    \
                  loop.close()\n\nclass Own:\n    def run_forever(self): ...\n\ndef three():\n    Own().run_forever()\n";
    assert_eq!(
        rows_of(source),
        [
            "one | asyncio.run | library | at risk",
            "two | run_until_complete | library | at risk",
            "two | loop.close | library | fine"
        ]
    );
}

#[test]
fn functions_that_call_each_other_end() {
    let source = "import asyncio\n\nasync def work(): ...\n\ndef a(n):\n    b(n)\n    asyncio.run(work())\n\n\
                  def b(n):\n    a(n)\n";
    assert_eq!(rows_of(source), ["a | asyncio.run | library | at risk"]);
}

#[test]
fn a_function_is_followed_through_the_project_s_own_hand_offs() {
    let source = "import asyncio, threading\nfrom functools import partial\n\nasync def work(): ...\n\n\
                  def in_thread(function):\n    threading.Thread(target=function).start()\n\n\
                  def one():\n    asyncio.run(work())\n\ndef two(n):\n    asyncio.run(work())\n\n\
                  def three():\n    asyncio.run(work())\n\n\
                  async def main():\n    in_thread(one)\n    call = partial(two, 1)\n    \
                  await asyncio.to_thread(call)\n    in_thread(lambda: three())\n";
    assert_eq!(
        rows_of(source),
        [
            "one | asyncio.run | thread | fine",
            "two | asyncio.run | thread | fine",
            "three | asyncio.run | thread | fine"
        ]
    );
}

#[test]
fn constructors_are_reached_by_their_classes_and_those_that_inherit() {
    let source = "import asyncio\n\nclass Base:\n    def __init__(self):\n        self.loop = asyncio.get_event_loop()\n\n    \
                  @classmethod\n    async def open(cls):\n        return cls()\n\n\
                  class Other(Base):\n    def __init__(self):\n        super().__init__()\n\n\
                  async def main():\n    return Other()\n";
    assert_eq!(rows_of(source), ["Base.__init__ | asyncio.get_event_loop | library | fine"]);
}

#[test]
fn one_of_several_kinds_that_is_awaited_is_no_plain_function() {
    let source = "import asyncio\n\nasync def work(): ...\n\nclass Plain:\n    def run(self):\n        asyncio.run(work())\n\n\
                  class Other:\n    async def run(self): ...\n\nasync def main(server: Plain | Other):\n    await server.run()\n";
    assert_eq!(rows_of(source), ["Plain.run | asyncio.run | library | at risk"]);
}

#[test]
fn properties_are_reached_by_those_who_ask_for_them() {
    let source = "import asyncio\n\nasync def work(): ...\n\nclass Api:\n    @property\n    def value(self):\n        \
                  return asyncio.run(work())\n\nasync def main():\n    return Api().value\n";
    assert_eq!(rows_of(source), ["Api.value | asyncio.run | library | must change"]);
}

#[test]
fn what_a_plain_call_may_not_run_is_only_at_risk() {
    let source = "import asyncio\nfrom unittest.mock import Mock\n\nasync def work(): ...\n\n\
                  def results():\n    yield asyncio.run(work())\n\n\
                  def run(wanted):\n    if wanted:\n        return work()\n    return asyncio.run(work())\n\n\
                  async def main():\n    results()\n    await run(True)\n    Mock().run_until_complete(work)\n";
    assert_eq!(
        rows_of(source),
        ["results | asyncio.run | library | at risk", "run | asyncio.run | library | at risk"]
    );
}

#[test]
fn a_limit_that_is_met_is_told() {
    let called: String = (1..1000).map(|n| format!("def f{n}():\n    f{}()\n", n - 1)).collect();
    let calling: String = (0..1000).map(|n| format!("async def c{n}():\n    g()\n")).collect();
    let source = "import asyncio\nasync def work(): ...\ndef f0():\n    asyncio.run(work())\n\
                  def g():\n    asyncio.get_event_loop()\n";
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("a.py"), format!("{source}{called}{calling}")).unwrap();
    let table = text(directory.path(), &[]);
    assert!(table.contains("too many functions lead here to look at all"), "{table}");
    assert!(table.contains("one of too many calls reaches it"), "{table}");
    assert!(table.ends_with("not all of them were followed.\n"), "{table}");
}

#[test]
fn a_loop_that_runs_cannot_be_run_again() {
    let source = "import asyncio\n\nasync def work(): ...\n\ndef run():\n    try:\n        loop = asyncio.get_running_loop()\n    \
                  except RuntimeError:\n        return asyncio.run(work())\n    return loop.run_until_complete(work())\n";
    assert_eq!(
        rows_of(source),
        ["run | asyncio.run | library | fine", "run | run_until_complete | library | must change"]
    );
}

#[test]
fn get_event_loop_is_judged_by_the_version_of_python() {
    let source = "import asyncio\n\ndef main():\n    asyncio.get_event_loop()\n\n\
                  if __name__ == '__main__':\n    main()\n";
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("a.py"), source).unwrap();
    let verdict = |version| text(directory.path(), &["--python-version", version]);
    assert!(verdict("3.14").contains("\nmust change  a.py:4"));
    assert!(verdict("3.12").contains("\nat risk      a.py:4"));
}

#[test]
fn the_forms_say_the_same() {
    let example = copied_example("parcels");
    let example = example.path();
    let markdown = text(example, &["--output-format", "markdown"]);
    assert!(markdown.starts_with("## Event loops\n\n45 places in 18 files.\n"), "{markdown}");
    let rows = markdown.lines().filter(|line| line.starts_with("| src/parcels/")).count();
    assert_eq!(rows, 35);
    let table = text(example, &[]);
    assert!(table.contains("FastAPI > parcels (src/parcels/web.py:17) > locate_blocking\n"), "{table}");
    assert!(!table.contains('\u{1b}'));
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("table.txt");
    text(example, &["--output-file", file.to_str().unwrap()]);
    assert_eq!(std::fs::read_to_string(file).unwrap(), table);
    assert_eq!(run(example, &["nowhere"]).status.code(), Some(2));
}

#[test]
fn each_place_of_the_example_is_judged_as_by_hand() {
    let example = copied_example("parcels");
    let example = example.path();
    let expected: Vec<String> = PARCELS
        .iter()
        .map(|(path, function, call, context, verdict)| [*path, function, call, context, verdict].join(" | "))
        .collect();
    let found: Vec<String> = rows(example).into_iter().map(|row| row.join(" | ")).collect();
    assert_eq!(found.join("\n"), expected.join("\n"));
}

#[test]
fn a_handler_of_all_exceptions_is_no_expectation() {
    let source = |handler: &str| {
        format!(
            "import asyncio\n\nasync def work(): ...\n\nasync def one():\n    try:\n        \
             asyncio.run(work())\n    except {handler} as error:\n        print(error)\n"
        )
    };
    assert_eq!(rows_of(&source("Exception")), ["one | asyncio.run | library | must change"]);
    assert_eq!(rows_of(&source("BaseException")), ["one | asyncio.run | library | must change"]);
    assert_eq!(rows_of(&source("RuntimeError")), ["one | asyncio.run | library | fine"]);
}

/// The verdicts of the places in a hierarchy of classes whose methods call each other.
fn verdicts(classes: &str) -> Vec<String> {
    let before = "import asyncio\n\nasync def close(): ...\n\nclass Base:\n    def teardown(self): ...\n\n\
                  class Second(Base):\n    def teardown(self):\n        asyncio.run(close())\n\n";
    rows_of(&format!("{before}{classes}"))
}

#[test]
fn super_leads_into_no_class_that_is_not_behind() {
    let at_risk = ["Second.teardown | asyncio.run | library | at risk"];
    let must_change = ["Second.teardown | asyncio.run | library | must change"];
    let first = "class First(Base):\n    async def teardown(self):\n        super().teardown()\n\n";
    assert_eq!(verdicts(first), at_risk);
    assert_eq!(verdicts(&format!("{first}class Both(First, Second): ...\n")), must_change);
    assert_eq!(verdicts(&format!("{first}class Both(Second, First): ...\n")), at_risk);
    let own = "class Third(Second):\n    async def teardown(self):\n        super().teardown()\n";
    assert_eq!(verdicts(own), must_change);
    let named = "class First(Base):\n    async def teardown(self):\n        Base.teardown(self)\n";
    assert_eq!(verdicts(named), at_risk);
    let sibling = "class Plain(Base): ...\n\nasync def main(plain: Plain):\n    plain.teardown()\n";
    assert_eq!(verdicts(sibling), at_risk);
    let any = "async def main(base: Base):\n    base.teardown()\n";
    assert_eq!(verdicts(any), must_change);
}
