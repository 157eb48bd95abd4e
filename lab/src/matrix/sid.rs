//! Interpreters that are newer than what the machine has: those of Debian's unstable release, in a chroot.

use crate::harness::*;

const PACKAGES: &str = "python3.14,python3.15";

/// The interpreter of a version in a chroot.
pub(super) fn interpreter(directory: &Path, (major, minor): (u8, u8)) -> Option<PathBuf> {
    let program = directory.join(format!("usr/bin/python{major}.{minor}"));
    program.exists().then_some(program)
}

/// Makes the chroot where it is not there, and has its interpreters run outside of it, with its own C library.
/// Fails if `debootstrap` or `patchelf` is missing or fails; the first one needs the rights of root.
pub(super) fn make(directory: &Path) -> Result<()> {
    workspace::once(&directory.join("ready"), "", || {
        workspace::remove_directory(directory)?;
        let mut command = Command::new("debootstrap");
        command.args(["--variant=minbase", &format!("--include={PACKAGES}"), "sid"]).arg(directory);
        workspace::run_captured(&mut command, &[0])
            .context("cannot make a chroot of Debian's unstable release")?;
        PACKAGES.split(',').try_for_each(|name| run_outside(directory, name))
    })
}

fn run_outside(directory: &Path, name: &str) -> Result<()> {
    let architecture = std::env::consts::ARCH;
    let libraries = directory.join(format!("usr/lib/{architecture}-linux-gnu"));
    let loader = directory.join(match architecture {
        "x86_64" => "usr/lib64/ld-linux-x86-64.so.2",
        _ => "usr/lib/ld-linux-aarch64.so.1",
    });
    let mut command = Command::new("patchelf");
    command.arg("--set-interpreter").arg(loader).arg("--force-rpath").arg("--set-rpath").arg(libraries);
    command.arg(directory.join("usr/bin").join(name));
    workspace::run_captured(&mut command, &[0])
        .with_context(|| format!("cannot have {name} run outside of its chroot"))?;
    Ok(())
}
