//! The files that packages ship about themselves.

use super::Tree;

const SITE: &str = ".venv/lib/python3.12/site-packages";
const FACTS: &str = "'shop.Client' = ['bound-at-first-use']\n";

/// A project with this file in the installed package `shop`.
fn tree(text: &str) -> Tree {
    let tree = Tree::new(&[("app.py", "import shop\n"), (".venv/pyvenv.cfg", "version = 3.12.1\n")]);
    tree.write(&format!("{SITE}/shop/__init__.py"), "");
    tree.write(&format!("{SITE}/shop/loopmend-library.toml"), text);
    tree
}

fn files(tree: &Tree) -> serde_json::Value {
    tree.discover().show_settings(&tree.root).unwrap()["library-files"].take()
}

/// The notices about such a file.
fn notices(tree: &Tree) -> Vec<String> {
    let project = tree.discover();
    let messages = project.notices().iter().map(|notice| notice.message.clone());
    messages.filter(|message| message.contains("loopmend-library.toml")).collect()
}

#[test]
fn facts_are_a_part_of_what_findings_depend_on() {
    let tree = tree(FACTS);
    let with = tree.discover();
    tree.write(&format!("{SITE}/shop/loopmend-library.toml"), "");
    let without = tree.discover();
    assert_ne!(with.additions(), without.additions());
    assert_ne!(with.fingerprint(), without.fingerprint());
}

#[test]
fn a_package_of_the_project_counts_before_the_installed_one() {
    let tree = tree(FACTS);
    assert_eq!(files(&tree), serde_json::json!([format!("{SITE}/shop/loopmend-library.toml")]));
    tree.write("src/shop/__init__.py", "");
    tree.write("src/shop/loopmend-library.toml", "'shop.Other' = ['bound-at-first-use']\n");
    assert_eq!(files(&tree), serde_json::json!(["src/shop/loopmend-library.toml"]));
    assert!(notices(&tree).is_empty());
}

#[test]
fn packages_inside_of_packages_have_no_file() {
    let tree = tree("");
    tree.write(&format!("{SITE}/shop/inner/__init__.py"), "");
    tree.write(&format!("{SITE}/shop/inner/loopmend-library.toml"), FACTS);
    assert_eq!(tree.discover().additions(), loopmend_catalog::Additions::default());
}

#[test]
fn names_and_definitions_of_others_are_not_believed() {
    let tree = tree(
        "'shop.Client' = { roles = ['property'], definitions = ['asyncio.Lock'] }\n'shopping.x' = ['property']\n",
    );
    assert_eq!(
        notices(&tree),
        [format!(
            "{SITE}/shop/loopmend-library.toml:1:1: `asyncio.Lock` is not a name of `shop`; the entry is ignored, and 1 more"
        )]
    );
    assert_eq!(tree.discover().additions(), loopmend_catalog::Additions::default());
}

#[test]
fn so_many_names_are_too_many() {
    let many: String = (0..3000).map(|number| format!("'shop.f{number}' = ['property']\n")).collect();
    let notices = notices(&tree(&many));
    assert!(notices[0].contains("there are more than 2000 names"), "{notices:?}");
}

#[cfg(unix)]
#[test]
fn a_package_that_is_a_link_out_of_the_environment_is_not_read() {
    let tree = tree("");
    tree.write("elsewhere/bag/loopmend-library.toml", "'bag.Client' = ['property']\n");
    std::os::unix::fs::symlink(tree.path("elsewhere/bag"), tree.path(&format!("{SITE}/bag"))).unwrap();
    assert_eq!(
        notices(&tree),
        [format!("`{SITE}/bag/loopmend-library.toml` is not read: a link leads out of the package")]
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_read() {
    let tree = tree("");
    let file = tree.path(&format!("{SITE}/shop/loopmend-library.toml"));
    std::fs::remove_file(&file).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&file).status().unwrap().success());
    assert!(notices(&tree)[0].ends_with("is not read: it is not a regular file"));
}
