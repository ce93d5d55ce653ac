//! Data on standard output.

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use soa_anki::Error;
use soa_anki::error::Step;

use super::Stop;
use super::output::stdout_name;

/// Writes to standard output. When nobody reads it any longer, that is the end.
pub fn write(fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Stop> {
    let mut out = BufWriter::new(io::stdout().lock());
    let filled = fill(&mut out).and_then(|()| out.flush());
    filled.map_err(|source| match source.kind() {
        io::ErrorKind::BrokenPipe => Stop::ClosedPipe,
        _ => Stop::Failed(Error::Io { path: stdout_name().into(), step: Step::Write, source }),
    })
}

/// An object on a line, so that `grep` and `diff` work, too.
pub fn json(out: &mut dyn Write, rows: &[impl Serialize]) -> io::Result<()> {
    out.write_all(b"[")?;
    for (position, row) in rows.iter().enumerate() {
        out.write_all(if position == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, row)?;
    }
    out.write_all(if rows.is_empty() { b"]\n" } else { b"\n]\n" })
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
