//! The site, served on this machine alone.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// A server that ends when it is dropped.
#[derive(Debug)]
pub(super) struct Served {
    child: Child,
    /// Where the top of the site is, with a slash at its end.
    pub(super) address: String,
}

impl Served {
    /// Serves a directory, by the Python of an environment, on a port that is free. Fails if the server does not start.
    pub(super) fn start(site: &Path, environment: &Path) -> Result<Self> {
        let mut child = Command::new(environment.join("bin/python"))
            .args(["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"])
            .arg(site)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start a server")?;
        let output = child.stdout.take().context("its output is read")?;
        let mut served = Self { child, address: String::new() };
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).context("the server says nothing")?;
        // Serving HTTP on 127.0.0.1 port 40123 (http://127.0.0.1:40123/) ...
        let address = line.split(['(', ')']).nth(1);
        served.address = address.with_context(|| format!("the server says {line:?}"))?.to_owned();
        Ok(served)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
