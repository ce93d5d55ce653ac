//! The natural order of files: as a person would line them up, and the same on every system.

/// Where a file stands among others. A total order: only equal paths are equal.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    levels: Vec<Level>,
    path: String,
}

/// One part of a path. Numbered files and folders come first and together; of the others,
/// files come before folders.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Level {
    rank: Rank,
    pieces: Vec<Piece>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Numbered,
    File,
    Folder,
}

/// A run of digits, or of anything else.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// Without leading zeros. The longer number is the greater one.
    Number { length: usize, digits: String },
    /// In lower case.
    Text(String),
}

/// The key of a path with `/` between its parts.
pub(super) fn key(path: &str) -> Key {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let folders = folders.split('/').filter(|part| !part.is_empty());
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let levels = folders.map(|part| Level::new(part, Rank::Folder)).chain([Level::new(stem, Rank::File)]).collect();
    Key { levels, path: path.to_owned() }
}

impl Level {
    fn new(name: &str, unnumbered: Rank) -> Self {
        let pieces = pieces(name);
        let rank = match pieces.first() {
            Some(Piece::Number { .. }) => Rank::Numbered,
            _ => unnumbered,
        };
        Self { rank, pieces }
    }
}

fn pieces(name: &str) -> Vec<Piece> {
    let folded: Vec<char> = name.chars().flat_map(fold).collect();
    let runs = folded.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    runs.map(piece).collect()
}

fn piece(run: &[char]) -> Piece {
    let text: String = run.iter().collect();
    if !run[0].is_ascii_digit() {
        return Piece::Text(text);
    }
    let digits = text.trim_start_matches('0');
    Piece::Number { length: digits.len(), digits: digits.to_owned() }
}

/// Lower case, and full-width digits as others.
fn fold(c: char) -> impl Iterator<Item = char> {
    let offset = u32::from(c).wrapping_sub(u32::from('０'));
    let narrow = char::from_digit(offset, 10).unwrap_or(c);
    narrow.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<'a>(paths: &[&'a str]) -> Vec<&'a str> {
        let mut paths = paths.to_vec();
        paths.sort_by_cached_key(|path| key(path));
        paths
    }

    #[test]
    fn numbers_are_compared_by_value() {
        let expected = ["1.md", "2-x.md", "003.md", "10-x.md", "第2章.md", "第１０章.md"];
        let mut reversed = expected;
        reversed.reverse();
        assert_eq!(sorted(&reversed), expected);
    }

    #[test]
    fn numbered_folders_and_files_are_one_sequence() {
        let expected = ["01-intro.md", "02-ec2/a.md", "03-s3.md", "index.md", "old/a.md"];
        let mut reversed = expected;
        reversed.reverse();
        assert_eq!(sorted(&reversed), expected);
    }

    #[test]
    fn files_come_before_folders_and_the_ending_does_not_count() {
        let expected = ["ec2.md", "ec2-old.md", "Zone.md", "ec2/a.md"];
        let mut reversed = expected;
        reversed.reverse();
        assert_eq!(sorted(&reversed), expected);
    }

    #[test]
    fn the_order_is_total() {
        let paths = ["01.md", "1.md", "A.md", "a.md", "a.markdown"];
        for a in paths {
            for b in paths {
                assert_eq!(key(a) == key(b), a == b);
            }
        }
    }
}
