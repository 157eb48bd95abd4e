//! A headless Chromium, driven by its DevTools protocol
//! (chromedevtools.github.io/devtools-protocol): commands and events as JSON on one socket.

use std::fs::File;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use data_encoding::BASE64;
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use crate::workspace;

/// What the browser is called by the systems that package it.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// How long it may take to start, or to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// How wide a window is and which colours its user prefers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    /// In pixels.
    pub(crate) width: u32,
    /// In pixels.
    pub(crate) height: u32,
    /// `light` or `dark`.
    pub(crate) scheme: &'static str,
    /// Whether scripts run.
    pub(crate) has_scripts: bool,
}

/// A browser that runs until it is dropped.
#[derive(Debug)]
pub(crate) struct Browser {
    child: Child,
    socket: WebSocket<TcpStream>,
    last_command: u64,
    /// Events that arrived while an answer was waited for, by their session.
    events: Vec<Value>,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Browser {
    /// Starts the browser that is on PATH, or this one, with an empty profile below `directory`.
    /// Fails if there is none, or it does not start.
    pub(crate) fn start(program: Option<&Path>, directory: &Path) -> Result<Self> {
        let program = match program {
            Some(program) => program.to_owned(),
            None => on_path().context("no Chromium on PATH; on Debian: apt-get install chromium")?,
        };
        let profile = directory.join("profile");
        workspace::remove_directory(&profile)?;
        std::fs::create_dir_all(&profile).with_context(|| format!("cannot make {}", profile.display()))?;
        let log = directory.join("browser.log");
        let stderr = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        let child = Command::new(&program)
            // Without the sandbox, since that needs rights which containers lack; it opens files of our own only.
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
            .args(["--remote-debugging-port=0", "--no-first-run", "--disable-background-networking"])
            .args(["--disable-component-update", "--font-render-hinting=none"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(stderr)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let mut starting = Starting { child: Some(child) };
        let socket = connect(&mut starting, &profile)
            .with_context(|| workspace::read(&log).unwrap_or_default().trim_end().to_owned())?;
        let child = starting.child.take().context("the browser was started")?;
        Ok(Self { child, socket, last_command: 0, events: Vec::new() })
    }

    /// Opens a file in a window of its own and waits until it is loaded.
    /// Fails if the browser refuses or does not answer.
    pub(crate) fn open(&mut self, file: &Path, window: Window) -> Result<Tab<'_>> {
        self.open_address(format!("file://{}", file.display()), window)
    }

    /// As [`Browser::open`], for any address. Fails if the browser refuses or does not answer.
    pub(crate) fn open_address(&mut self, url: String, window: Window) -> Result<Tab<'_>> {
        let target = self.command(None, "Target.createTarget", json!({ "url": "about:blank" }))?;
        let target = text_of(&target, "targetId")?;
        let attach = json!({ "targetId": target, "flatten": true });
        let session = text_of(&self.command(None, "Target.attachToTarget", attach)?, "sessionId")?;
        let mut tab = Tab { browser: self, target, session, url };
        tab.load(window)?;
        Ok(tab)
    }

    fn command(&mut self, session: Option<&str>, method: &str, parameters: Value) -> Result<Value> {
        self.last_command += 1;
        let id = self.last_command;
        let mut command = json!({ "id": id, "method": method });
        command["params"] = parameters;
        if let Some(session) = session {
            command["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(command.to_string())).context("the browser is gone")?;
        loop {
            let mut message = self.receive().with_context(|| format!("no answer to {method}"))?;
            if message["id"] != id {
                self.events.push(message);
            } else if message.get("error").is_some() {
                bail!("{method}: {}", message["error"]["message"]);
            } else {
                return Ok(message["result"].take());
            }
        }
    }

    fn receive(&mut self) -> Result<Value> {
        loop {
            if let Message::Text(text) = self.socket.read()? {
                return Ok(serde_json::from_str(&text)?);
            }
        }
    }

    /// Waits for an event that a session tells of.
    fn wait_for(&mut self, session: &str, method: &str) -> Result<()> {
        let is_it = |event: &Value| event["sessionId"] == session && event["method"] == method;
        while !self.events.iter().any(is_it) {
            let event = self.receive().with_context(|| format!("no {method}"))?;
            self.events.push(event);
        }
        Ok(())
    }
}

/// A browser that ends when nobody takes it over.
struct Starting {
    child: Option<Child>,
}

impl Drop for Starting {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// The socket of a browser, whose address it writes into its profile when it listens.
fn connect(starting: &mut Starting, profile: &Path) -> Result<WebSocket<TcpStream>> {
    let start = Instant::now();
    let (port, path) = loop {
        let written = workspace::read(&profile.join("DevToolsActivePort")).unwrap_or_default();
        if let Some((port, path)) = written.split_once('\n') {
            break (port.parse::<u16>()?, path.trim_end().to_owned());
        }
        if let Some(status) = starting.child.as_mut().map(Child::try_wait).transpose()?.flatten() {
            bail!("the browser ended with {status}");
        }
        anyhow::ensure!(start.elapsed() < PATIENCE, "the browser does not listen");
        std::thread::sleep(Duration::from_millis(20));
    };
    let stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let (socket, _) = tungstenite::client(format!("ws://127.0.0.1:{port}{path}"), stream)
        .map_err(|error| anyhow::anyhow!("the browser refuses: {error}"))?;
    Ok(socket)
}

fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let directories: Vec<PathBuf> = std::env::split_paths(&path).collect();
    NAMES
        .iter()
        .flat_map(|name| directories.iter().map(move |directory| directory.join(name)))
        .find(|program| program.is_file())
}

fn text_of(answer: &Value, key: &str) -> Result<String> {
    Ok(answer[key].as_str().with_context(|| format!("an answer without {key}"))?.to_owned())
}

/// A window with a page.
#[derive(Debug)]
pub(crate) struct Tab<'b> {
    browser: &'b mut Browser,
    target: String,
    session: String,
    url: String,
}

impl Tab<'_> {
    fn command(&mut self, method: &str, parameters: Value) -> Result<Value> {
        self.browser.command(Some(&self.session), method, parameters)
    }

    fn load(&mut self, window: Window) -> Result<()> {
        for domain in ["Page", "Runtime", "Network", "Log"] {
            self.command(&format!("{domain}.enable"), json!({}))?;
        }
        let Window { width, height, scheme, has_scripts } = window;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size)?;
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.command("Emulation.setEmulatedMedia", features)?;
        self.command("Emulation.setScriptExecutionDisabled", json!({ "value": !has_scripts }))?;
        let url = self.url.clone();
        let answer = self.command("Page.navigate", json!({ "url": url }))?;
        anyhow::ensure!(answer.get("errorText").is_none(), "{url}: {}", answer["errorText"]);
        self.browser.wait_for(&self.session, "Page.loadEventFired")
    }

    /// What an expression of JavaScript gives. Fails if it throws.
    pub(crate) fn evaluate(&mut self, expression: &str) -> Result<Value> {
        let parameters = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut answer = self.command("Runtime.evaluate", parameters)?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            bail!("the page throws: {thrown}");
        }
        Ok(answer["result"]["value"].take())
    }

    /// What the window shows, as PNG; wider windows are drawn as wide as this. Fails if the browser gives none.
    pub(crate) fn screenshot(&mut self, window: Window, widest: u32) -> Result<Vec<u8>> {
        self.evaluate("document.documentElement.style.scrollbarWidth = 'none'")?;
        let Window { width, height, .. } = window;
        let scale = f64::from(widest.min(width)) / f64::from(width);
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": scale });
        let answer = self.command("Page.captureScreenshot", json!({ "format": "png", "clip": clip }))?;
        Ok(BASE64.decode(text_of(&answer, "data")?.as_bytes())?)
    }

    /// Closes the window. Gives what a quiet page has none of: requests besides the file, and errors or warnings in
    /// the console. Fails if the browser does not answer.
    pub(crate) fn close(self) -> Result<Vec<String>> {
        let target = json!({ "targetId": self.target });
        self.browser.command(None, "Target.closeTarget", target)?;
        let events = std::mem::take(&mut self.browser.events);
        let is_own = |event: &&Value| event["sessionId"] == self.session.as_str();
        Ok(events.iter().filter(is_own).filter_map(|event| noise(event, &self.url)).collect())
    }
}

/// What an event tells of that should not be.
fn noise(event: &Value, url: &str) -> Option<String> {
    let told = &event["params"];
    match event["method"].as_str()? {
        "Network.requestWillBeSent" => {
            let asked = told["request"]["url"].as_str()?;
            let is_fine = asked == url || asked.starts_with("data:");
            (!is_fine).then(|| format!("asks for {asked}"))
        }
        "Runtime.exceptionThrown" => Some(format!("throws: {}", told["exceptionDetails"])),
        "Runtime.consoleAPICalled" => {
            let kind = told["type"].as_str()?;
            matches!(kind, "error" | "warning" | "assert").then(|| format!("console: {}", told["args"]))
        }
        "Log.entryAdded" => {
            let entry = &told["entry"];
            let is_told = matches!(entry["level"].as_str()?, "error" | "warning");
            is_told.then(|| format!("console: {}", entry["text"]))
        }
        _ => None,
    }
}
