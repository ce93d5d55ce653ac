//! A chromium in which one page is opened, and that reaches nothing but this test.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::{env, io};

use tempfile::TempDir;

/// Names under which a chromium may be installed.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// What keeps a browser from asking for what no page asked for, and lets a page do all that any browser might.
const SWITCHES: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    "--disable-breakpad",
    "--mute-audio",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-popup-blocking",
    "--ignore-certificate-errors",
    // This computer is no exception from the proxy.
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A running browser. It ends with this value.
pub struct Chromium {
    child: Child,
    _profile: TempDir,
}

impl Chromium {
    /// Opens `address` in a browser that takes the port of this computer for its proxy.
    pub fn open(address: &str, proxy: u16) -> io::Result<Self> {
        let profile = TempDir::new()?;
        let child = Command::new(program())
            .args(SWITCHES)
            .arg(format!("--proxy-server=http://127.0.0.1:{proxy}"))
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(address)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self { child, _profile: profile })
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program() -> PathBuf {
    if let Some(told) = env::var_os("SOA_ANKI_CHROMIUM") {
        return PathBuf::from(told);
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let programs = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    programs.into_iter().find(|program| program.is_file()).unwrap_or_else(|| {
        panic!("no chromium on PATH: install one, or name one in SOA_ANKI_CHROMIUM");
    })
}
