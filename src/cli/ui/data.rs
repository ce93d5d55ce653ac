//! Data on standard output.

use std::io::{self, BufWriter, Write};

use crate::Error;
use crate::model::error::Step;
use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use serde::Serialize;

use crate::cli::stop::Stop;
use crate::cli::words::session::stdout_name;

/// Writes to standard output. If its reader has closed it, the command ends.
pub fn write(fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Stop> {
    let mut out = BufWriter::new(io::stdout().lock());
    let filled = fill(&mut out).and_then(|()| out.flush());
    filled.map_err(|source| match source.kind() {
        io::ErrorKind::BrokenPipe => Stop::ClosedPipe,
        _ => Stop::Failed(Error::Io { path: stdout_name().into(), step: Step::Write, source }),
    })
}

/// Writes a text, with its colours where they are wanted.
pub fn show(text: &str) -> Result<(), Stop> {
    let plain = AutoStream::choice(&io::stdout()) == ColorChoice::Never;
    let text = if plain { strip_str(text).to_string() } else { text.to_owned() };
    write(|out| out.write_all(text.as_bytes()))
}

/// Writes an array with one object per line, so that `grep` and `diff` work on it.
pub fn json(out: &mut dyn Write, rows: impl IntoIterator<Item: Serialize>) -> io::Result<()> {
    let mut rows = rows.into_iter().peekable();
    let end: &[u8] = if rows.peek().is_none() { b"]\n" } else { b"\n]\n" };
    out.write_all(b"[")?;
    for (position, row) in rows.enumerate() {
        out.write_all(if position == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &row)?;
    }
    out.write_all(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rows_are_an_empty_array() {
        let mut out = Vec::new();
        json(&mut out, &[] as &[u8]).unwrap();
        assert_eq!(out, b"[]\n");
    }
}
