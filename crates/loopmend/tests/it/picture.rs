//! The picture of the README is what the program prints, colours and all.
//! `UPDATE_EXPECT=1 cargo test -p loopmend --test it picture` draws it anew.

use std::path::{Path, PathBuf};
use std::process::Command;

use anstyle::{Color, RgbColor};
use anstyle_svg::{Term, WIN10_CONSOLE};
use expect_test::expect_file;

/// The example project of the README.
fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/feedreader")
}

/// A terminal whose colours can be told apart on light pages and dark ones.
fn terminal() -> Term {
    let background = Color::Rgb(RgbColor(13, 17, 23));
    let foreground = Color::Rgb(RgbColor(201, 209, 217));
    Term::new().palette(WIN10_CONSOLE).bg_color(background).fg_color(foreground).min_width_px(1000)
}

/// What a terminal shows when the program is run there with these arguments.
fn terminal_text(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
    for variable in ["NO_COLOR", "FORCE_COLOR", "FORCE_HYPERLINK", "VIRTUAL_ENV", "CONDA_PREFIX"] {
        command.env_remove(variable);
    }
    let output = command
        .current_dir(example())
        .args(["--color", "always"])
        .args(arguments)
        .arg("--no-cache")
        .output()
        .expect("the program starts");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    format!("$ loopmend {}\n{printed}", arguments.join(" "))
}

#[test]
fn the_picture_shows_what_the_program_prints() {
    let text = terminal_text(&["check", "src/feedreader/service.py"]);
    let picture = terminal().render_svg(text.trim_end());
    expect_file!["../../../../docs/check.svg"].assert_eq(&picture);
}
