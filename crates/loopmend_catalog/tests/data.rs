//! What the build script says of wrong data.

#[path = "../build/data.rs"]
#[allow(dead_code, reason = "the tables need what the checks do not")]
mod data;
#[path = "../src/facts.rs"]
#[allow(dead_code, unreachable_pub, reason = "the program needs what the build script does not")]
mod facts;

/// Returns the error for the text of `a.toml`, beside a role `waits`.
fn error_of(text: &str) -> String {
    let mut catalogue = data::Catalogue::default();
    catalogue.read("roles.toml", "waits = \"Waits.\"").unwrap();
    catalogue.read("a.toml", text).and_then(|()| catalogue.check()).err().unwrap_or_default()
}

/// Returns the error for an entry of a page.
fn error_of_entry(entry: &str) -> String {
    error_of(&format!("[[page]]\nsource = \"https://a\"\n[page.names]\n{entry}\n\"b.wait\" = [\"waits\"]\n"))
}

#[test]
fn right_data_has_no_error() {
    assert_eq!(error_of_entry("\"a.b\" = { roles = [\"waits\"], definitions = [\"a._b.b\"] }"), "");
    assert_eq!(error_of_entry("\"a.b\" = { blocks = \"network\", instead = \"`c`\" }"), "");
}

#[test]
fn wrong_data_names_the_file_or_the_entry() {
    let wrong = [
        ("\"a.b\" = [\"runs\"]", "a.toml:4: unknown role `runs`"),
        ("\"a.b\" = []", "a.toml:4: `a.b` has no facts"),
        ("\"a.b\" = [\"waits\", \"waits\"]", "a.toml:4: a role stands twice"),
        ("\"a.b\" = { roles = [\"waits\"], kind = \"c\" }", "a.toml:4: unknown key `kind` in `a.b`"),
        ("\"a.b\" = { roles = [\"waits\"], source = \"c\" }", "a.toml:4: the source `c` is not an address"),
        (
            "\"a.b\" = { roles = [\"waits\"], definitions = [\"b.wait\"] }",
            "b.wait: `b.wait` is the name of another entry",
        ),
        (
            "\"a.b\" = { blocks = \"network\" }",
            "a.b: an entry that blocks names in backticks what to do instead",
        ),
        ("\"a.b\" = { instead = \"`c`\" }", "a.b: an entry has a role or blocks"),
        (
            "\"a.b\" = { takes = { parameter = \"f\", place = 0, kind = \"calls\" } }",
            "a.toml:4: unknown way to take a callable `calls`",
        ),
        (
            "\"a.b\" = { removed = { instead = \"`c`\" } }",
            "a.toml:4: `removed` needs `instead`, and either `python` or `version`",
        ),
    ];
    for (entry, expected) in wrong {
        let error = error_of_entry(entry);
        assert!(error.starts_with(expected), "{entry}: {error}");
    }
}

#[test]
fn facts_of_several_pages_are_put_together() {
    let page = |entry: &str| format!("[[page]]\nsource = \"https://a\"\n[page.names]\n{entry}\n");
    let of_two = |one: &str, other: &str| error_of(&(page(one) + &page(other)));
    assert_eq!(of_two("\"a.b\" = [\"waits\"]", "\"a.b\" = { makes = \"a.C\" }"), "");
    assert_eq!(
        of_two("\"a.b\" = { roles = [\"waits\"], makes = \"a.C\" }", "\"a.b\" = { makes = \"a.C\" }"),
        "a.toml: a.b: `makes` stands in two entries"
    );
}

#[test]
fn a_page_has_a_source_and_a_role_an_entry() {
    let without_source = error_of("[[page]]\n[page.names]\n\"a.b\" = [\"waits\"]\n");
    assert!(without_source.contains("a.toml") && without_source.contains("source"), "{without_source}");
    assert_eq!(error_of(""), "roles.toml: waits: no entry has it");
    let page = "[[page]]\nsource = \"https://a\"\n[page.names]\n\"a.b\" = [\"waits\"]\n";
    assert_eq!(error_of(&format!("{page}{page}")), "a.b: a role stands twice");
    let no_owners = "[[loop-call]]\nname = \"a\"\npackage = \"a\"\nowners = []\ncalled = \"a\"\nkind = \"start\"\nsource = \"https://a\"\n";
    assert_eq!(error_of(&format!("{page}{no_owners}")), "a: a loop call has owners and a source");
}
