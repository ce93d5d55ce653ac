//! Tables of text, aligned for a terminal or separated by tabs for other programs.

use std::convert::Infallible;
use std::io::{self, IsTerminal, Write};

use unicode_width::UnicodeWidthStr;

/// Between two columns, in columns of the terminal.
const GAP: usize = 2;

/// A column: its title, and which part of a cell is kept when there is no room for all of it.
pub enum Column {
    /// The start.
    Start(String),
    /// The end.
    End(String),
}

impl Column {
    fn title(&self) -> String {
        match self {
            Self::Start(title) | Self::End(title) => title.clone(),
        }
    }

    fn cut(&self, cell: &str, width: usize) -> String {
        match self {
            _ if cell.width() <= width => cell.to_owned(),
            Self::Start(_) => cut_right(cell, width),
            Self::End(_) => cut_left(cell, width),
        }
    }
}

/// Writes rows as they are shown. Where nothing has to be aligned, each is written before the next one is asked for.
pub fn write<const N: usize, S: AsRef<str>>(
    out: &mut dyn Write,
    columns: &[Column; N],
    mut rows: impl Iterator<Item = [S; N]>,
) -> io::Result<()> {
    if io::stdout().is_terminal() {
        let rows: Vec<_> = rows.map(|row| row.map(|cell| cell.as_ref().to_owned())).collect();
        return out.write_all(fitting(columns, &rows).as_bytes());
    }
    rows.try_for_each(|row| separate(&row, |piece| out.write_all(piece.as_bytes())))
}

/// Rows as they are shown: aligned on a terminal; elsewhere, and where there are none, separated.
pub fn fitting<const N: usize>(columns: &[Column; N], rows: &[[String; N]]) -> String {
    if rows.is_empty() || !io::stdout().is_terminal() {
        return separated(rows);
    }
    // The usual width, if the terminal's is unknown.
    let width = terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
    aligned(columns, rows, width)
}

/// Rows under a header, each a line of at most `width`, unless that leaves less than a few
/// characters to a column. The widest columns give way first. No cell may hold a tab or a line
/// end.
fn aligned<const N: usize>(columns: &[Column; N], rows: &[[String; N]], width: usize) -> String {
    let header = columns.each_ref().map(Column::title);
    let mut widths = [0; N];
    for row in rows.iter().chain([&header]) {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.width().max(*width);
        }
    }
    let limit = limit(&widths, width.saturating_sub(GAP * (N - 1)));
    let widths = widths.map(|width| width.min(limit));
    let lines = [&header].into_iter().chain(rows);
    lines.map(|row| line(columns, &widths, row)).collect()
}

fn line(columns: &[Column], widths: &[usize], row: &[String]) -> String {
    let mut line = String::new();
    for ((column, &width), cell) in columns.iter().zip(widths).zip(row) {
        let cell = column.cut(cell, width);
        line.push_str(&cell);
        line.push_str(&" ".repeat(width.saturating_sub(cell.width()) + GAP));
    }
    line.truncate(line.trim_end().len());
    line + "\n"
}

/// Rows with a tab between cells. No cell is cut.
fn separated<const N: usize>(rows: &[[String; N]]) -> String {
    let mut out = String::new();
    for row in rows {
        let Ok(()) = separate(row, |piece| {
            out.push_str(piece);
            Ok::<_, Infallible>(())
        });
    }
    out
}

/// Writes the cells of a row with a tab between them, and the end of its line.
fn separate<E>(row: &[impl AsRef<str>], mut write: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    for (at, cell) in row.iter().enumerate() {
        if at > 0 {
            write("\t")?;
        }
        write(cell.as_ref())?;
    }
    write("\n")
}

/// The widest that a column may be so that all fit into `width` together.
fn limit(widths: &[usize], width: usize) -> usize {
    const LEAST: usize = 6;
    let total = |limit: usize| -> usize { widths.iter().map(|&column| column.min(limit)).sum() };
    let widest = widths.iter().copied().max().unwrap_or(0);
    (LEAST..=widest).rev().find(|&limit| total(limit) <= width).unwrap_or(LEAST)
}

fn cut_right(cell: &str, width: usize) -> String {
    let room = width.saturating_sub(1);
    let mut kept: String = cell.chars().take(room).collect();
    while kept.width() > room {
        kept.pop();
    }
    kept + "…"
}

fn cut_left(cell: &str, width: usize) -> String {
    let room = width.saturating_sub(1);
    let outside = cell.chars().count().saturating_sub(room);
    let mut kept: String = cell.chars().skip(outside).collect();
    while kept.width() > room {
        kept.remove(0);
    }
    format!("…{kept}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[[&str; 3]]) -> Vec<[String; 3]> {
        rows.iter().map(|row| row.map(str::to_owned)).collect()
    }

    fn columns() -> [Column; 3] {
        [Column::Start("term".to_owned()), Column::Start("kind".to_owned()), Column::End("place".to_owned())]
    }

    #[test]
    fn columns_align_by_display_width() {
        let rows = rows(&[["可視性タイムアウト", "term", "a.md:1"], ["SQS", "cloze", "b.md:22"]]);
        let expected = "\
term                kind   place
可視性タイムアウト  term   a.md:1
SQS                 cloze  b.md:22
";
        assert_eq!(aligned(&columns(), &rows, 80), expected);
    }

    #[test]
    fn the_widest_columns_give_way() {
        let rows = rows(&[["可視性タイムアウト", "term", "notes/messaging.md:123"]]);
        let expected = "\
term            kind  place
可視性タイム…   term  …saging.md:123
";
        let table = aligned(&columns(), &rows, 36);
        assert_eq!(table, expected);
        assert!(table.lines().all(|line| line.width() <= 36));
    }

    #[test]
    fn a_narrow_terminal_still_shows_something() {
        let rows = rows(&[["可視性タイムアウト", "term", "notes/messaging.md:123"]]);
        let expected = "term    kind  place\n可視…   term  …d:123\n";
        assert_eq!(aligned(&columns(), &rows, 3), expected);
    }

    #[test]
    fn separated_cells_are_whole() {
        let rows = rows(&[["a", "", "x"], ["b", "c", "y"]]);
        assert_eq!(separated(&rows), "a\t\tx\nb\tc\ty\n");
    }

    #[test]
    fn characters_of_odd_width_do_no_harm() {
        let rows = rows(&[["☁\u{fe0f}☁\u{fe0f}☁\u{fe0f}👨‍👩‍👧‍👦", "e\u{301}", "x"]]);
        for width in 0..40 {
            aligned(&columns(), &rows, width);
        }
    }
}
