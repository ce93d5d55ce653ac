//! The only network there is: it serves the page, takes the report, and writes down whatever else is asked for.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// Where the page stands, for a browser that takes this listener for its proxy.
pub const HOME: &str = "http://soa.test/";

/// What is served: a path below [`HOME`], its type, and what it holds.
pub type Served = (&'static str, &'static str, String);

pub struct Listener {
    pub port: u16,
    asked: Arc<Mutex<BTreeSet<String>>>,
    reports: Receiver<String>,
}

impl Listener {
    pub fn start(served: Vec<Served>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(BTreeSet::new()));
        let (sender, reports) = channel();
        let (served, log) = (Arc::new(served), Arc::clone(&asked));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (served, log, sender) = (Arc::clone(&served), Arc::clone(&log), sender.clone());
                thread::spawn(move || answer(stream, &served, &log, &sender));
            }
        });
        Self { port, asked, reports }
    }

    /// What the page reports.
    pub fn report(&self, longest: Duration) -> String {
        self.reports.recv_timeout(longest).unwrap_or_else(|_| {
            panic!("the page has not reported in {longest:?}; it asked for {:#?}", self.asked());
        })
    }

    /// What was asked for besides, as `GET http://host/path`.
    pub fn asked(&self) -> BTreeSet<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// Answers one request. A stream is not used for another: that keeps this short.
fn answer(stream: TcpStream, served: &[Served], log: &Mutex<BTreeSet<String>>, reports: &Sender<String>) {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    let mut length = 0;
    if reader.read_line(&mut first).is_err() || first.trim().is_empty() {
        return;
    }
    let mut line = String::new();
    while reader.read_line(&mut line).is_ok_and(|bytes| bytes > 2) {
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        line.clear();
    }
    let mut body = vec![0; length];
    let _ = reader.read_exact(&mut body);
    let mut parts = first.split(' ');
    let (method, address) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let path = address.strip_prefix(HOME);
    let found = served.iter().find(|(served, ..)| path == Some(served));
    let stream = reader.get_mut();
    match (method, found) {
        ("GET", Some((_, kind, content))) => respond(stream, "200 OK", kind, content),
        ("POST", _) if path == Some("report") => {
            respond(stream, "200 OK", "text/plain", "");
            let _ = reports.send(String::from_utf8_lossy(&body).into_owned());
        }
        _ => {
            log.lock().unwrap().insert(format!("{method} {address}"));
            respond(stream, "404 Not Found", "text/plain", "");
        }
    }
}

fn respond(stream: &mut TcpStream, status: &str, kind: &str, content: &str) {
    let length = content.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(content.as_bytes()));
}
