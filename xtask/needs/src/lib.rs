//! What a test needs of the machine.

use std::env;
use std::env::consts::EXE_SUFFIX;

use proc_macro::TokenStream;

/// Reports a test as ignored where `PATH` has no program of this name: `#[needs::program("git")]` above `#[test]`.
///
/// The compiler looks for the program. Another `PATH` compiles the test again, except on Windows: cargo changes `PATH` there
/// (doc.rust-lang.org/cargo/reference/environment-variables.html, "Dynamic library paths").
#[proc_macro_attribute]
pub fn program(name: TokenStream, test: TokenStream) -> TokenStream {
    if !test.to_string().contains("#[test]") {
        return parsed("compile_error!(\"`needs::program` stands above `#[test]`\");");
    }
    let name = name.to_string();
    let name = name.trim_matches('"');
    let attribute = match is_on_path(name) {
        true => String::new(),
        false => format!("#[ignore = \"needs `{name}` on PATH\"]"),
    };
    let watch = if cfg!(windows) { "" } else { "const _: Option<&str> = option_env!(\"PATH\");" };
    [parsed(&attribute), test, parsed(watch)].into_iter().collect()
}

fn is_on_path(name: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|directory| directory.join(format!("{name}{EXE_SUFFIX}")).is_file())
}

fn parsed(text: &str) -> TokenStream {
    text.parse().expect("the text is Rust")
}
