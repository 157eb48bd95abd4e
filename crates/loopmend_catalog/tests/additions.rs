//! Facts that a project adds to the committed ones.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use loopmend_catalog::{
    Additions, Derived, Entry, Facts, FactsReader, HowTaken, LoopAction, Role, documented, entries, entry,
    is, loop_calls, loop_calls_named, named,
};
use toml::de::DeTable;

/// Reads facts, of which none is wrong.
fn facts(text: &str) -> BTreeMap<String, Facts> {
    let table = DeTable::parse(text).unwrap();
    let (names, wrong) = FactsReader { roles: Role::all() }.names(table.get_ref());
    assert!(wrong.is_empty(), "{wrong:?}");
    names
}

fn additions(text: &str) -> Additions {
    Additions::new([facts(text)])
}

#[test]
fn added_names_are_found_by_every_question() {
    let added = additions(
        "'mycache.Client' = { roles = ['bound-at-first-use'], definitions = ['mycache._c.Client'], closed-by = ['end'] }
         'mycache.connect' = { makes = 'mycache.Client' }
         'mycache.wait' = { blocks = 'network' }
         'mycache.later' = { takes = { parameter = 'job', place = 1, kind = 'thread' } }",
    );
    let _in_use = added.in_use();
    assert!(is("mycache._c.Client", Role::BoundAtFirstUse) && is("mycache.Client", Role::BoundAtFirstUse));
    assert!(Role::BoundAtFirstUse.names().contains(&"Client"));
    assert!(named("Client").has(Role::BoundAtFirstUse));
    let made = documented("mycache.connect()").and_then(|made| made.class());
    assert_eq!(made.map(|class| class.closed_by), Some(&["end"][..]));
    let blocks = entry("mycache.wait").and_then(|entry| entry.blocks.as_ref()).unwrap();
    assert_eq!((&*blocks.group, &*blocks.instead), ("network", "`await asyncio.to_thread(...)`"));
    let taken = entry("mycache.later").and_then(|entry| entry.takes).unwrap();
    assert_eq!((taken.parameter, taken.place, taken.how), ("job", 1, HowTaken::Thread));
    let ours = entries().filter(|entry| entry.name.starts_with("mycache."));
    assert_eq!(ours.count(), 4);
    assert!(entries().is_sorted_by(|one, next| one.name < next.name));
}

#[test]
fn committed_entries_keep_their_facts_and_get_others() {
    let committed = {
        let _nothing = Additions::default().in_use();
        entry("redis.asyncio.Redis").unwrap()
    };
    let added = additions("'redis.asyncio.Redis' = { roles = ['one-task-at-a-time'], closed-by = ['end'] }");
    let _in_use = added.in_use();
    let known = entry("redis.asyncio.Redis").unwrap();
    assert!(known.is_bound_to_loop() && known.roles.has(Role::OneTaskAtATime));
    assert_eq!(known.closed_by[0], "end");
    assert!(committed.closed_by.iter().all(|method| known.closed_by.contains(method)));
    assert_eq!(known.source, committed.source);
    for path in committed.definitions {
        assert_eq!(entry(path).map(|entry| &entry.name), Some(&known.name));
    }
    assert_eq!(entries().filter(|entry| entry.name == known.name).count(), 1);
}

#[test]
fn an_entry_under_a_definition_belongs_to_the_documented_name() {
    let added = additions("'asyncio.tasks.create_task' = ['one-task-at-a-time']");
    let _in_use = added.in_use();
    let known = entry("asyncio.create_task").unwrap();
    assert!(known.roles.has(Role::OneTaskAtATime) && known.roles.has(Role::StartsLostTask));
    assert!(named("create_task").has(Role::OneTaskAtATime) && named("create_task").has(Role::KeepsArgument));
}

#[test]
fn an_entry_takes_the_committed_ones_of_its_definitions() {
    let added = additions("'shop.Redis' = { definitions = ['redis.asyncio.Redis'], closed-by = ['end'] }");
    let _in_use = added.in_use();
    assert!(is("shop.Redis", Role::BoundAtFirstUse));
    assert_eq!(entry("redis.asyncio.Redis").map(|entry| &*entry.name), Some("shop.Redis"));
    assert!(entries().all(|entry| entry.name != "redis.asyncio.Redis"));
}

#[test]
fn the_first_statement_of_a_fact_counts() {
    let one = facts("'a.f' = { makes = 'a.One', roles = ['calls-plainly'] }");
    let other = facts("'a.f' = { makes = 'a.Other', holds = 'a.Held', roles = ['calls-plainly'] }");
    let _in_use = Additions::new([one, other]).in_use();
    let known = entry("a.f").unwrap();
    assert_eq!((known.makes, known.holds), (Some("a.One"), Some("a.Held")));
    let _own = entry("time.sleep").unwrap().blocks.as_ref().unwrap();
}

#[test]
fn a_fact_of_the_project_counts_before_the_committed_one() {
    let added = additions("'time.sleep' = { instead = '`await own.sleep(...)`' }");
    let _in_use = added.in_use();
    let blocks = entry("time.sleep").and_then(|entry| entry.blocks.as_ref()).unwrap();
    assert_eq!((&*blocks.group, &*blocks.instead), ("sleep", "`await own.sleep(...)`"));
}

#[test]
fn added_loop_calls_stand_beside_the_committed_ones() {
    let added = additions(
        "'shop.serve' = { loop = 'serve' }
         'shop.Client.run' = { loop = 'start', definitions = ['shop._client.Client.run'] }",
    );
    let committed = {
        let _nothing = Additions::default().in_use();
        loop_calls().len()
    };
    let _in_use = added.in_use();
    assert_eq!(loop_calls().len(), committed + 2);
    assert!(loop_calls().is_sorted_by(|one, next| one.called <= next.called));
    let at = |origin: &str| {
        let last = origin.rsplit('.').next().unwrap();
        loop_calls_named(last).iter().find(|known| known.is_at(origin)).map(|known| known.action)
    };
    assert_eq!(at("shop.serve"), Some(LoopAction::Serve));
    assert_eq!(at("shop.Client().run"), Some(LoopAction::Start));
    assert_eq!(at("shop.Other().run"), None);
    assert_eq!(at("asyncio.run"), Some(LoopAction::Start));
}

#[test]
fn each_effect_has_its_name() {
    let names = LoopAction::ALL.map(LoopAction::name);
    assert_eq!(names, Facts::LOOPS);
}

#[test]
fn additions_end_with_their_last_holder() {
    let added = additions("'gone.Client' = ['bound-at-first-use']");
    let one = added.in_use();
    let other = added.in_use();
    drop(one);
    assert!(entry("gone.Client").is_some());
    drop(other);
    let _nothing = Additions::default().in_use();
    assert!(entry("gone.Client").is_none() && !Role::BoundAtFirstUse.names().contains(&"gone"));
}

#[test]
fn equal_additions_are_one() {
    let text = "'same.Client' = ['bound-at-first-use']";
    let (one, other) = (additions(text), additions(text));
    assert_eq!((one, one.key()), (other, other.key()));
    assert_ne!(one, additions("'other.Client' = ['bound-at-first-use']"));
    assert_eq!((Additions::new([]), Additions::default().key()), (Additions::default(), 0));
}

#[test]
fn projects_with_other_facts_wait_for_each_other() {
    let found = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for number in 0..8 {
            let found = &found;
            scope.spawn(move || {
                let own = format!("project{number}.Client");
                let added = additions(&format!("'{own}' = ['bound-at-first-use']"));
                for _ in 0..50 {
                    let _in_use = added.in_use();
                    let known = entries().filter(|entry| entry.name.starts_with("project"));
                    found.lock().unwrap().extend(known.map(|entry| *entry.name == own));
                }
            });
        }
    });
    assert_eq!(*found.lock().unwrap(), [true; 400]);
}

#[test]
fn what_is_derived_follows_the_facts_in_use() {
    static CLIENTS: Derived<usize> = Derived::new();
    let clients = || *CLIENTS.get(|| entries().filter(|entry| Entry::is_bound_to_loop(entry)).count());
    let added = additions("'derived.Client' = ['bound-at-first-use']");
    let count = |additions: Additions| {
        let _in_use = additions.in_use();
        clients()
    };
    let committed = count(Additions::default());
    assert_eq!(count(added), committed + 1);
    assert_eq!((count(Additions::default()), count(added)), (committed, committed + 1));
}
