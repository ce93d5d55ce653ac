//! White space in text.

/// `text` with every run of white space as one space.
pub(crate) fn one_line(text: &str) -> String {
    let odd = has_odd_space(text);
    if odd { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text.to_owned() }
}

/// Where the line begins that a place of a text is on.
pub(crate) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Returns true if there is white space in `text` that is not one space, by its bytes: terms are too
/// short for a search for each kind of it to pay.
fn has_odd_space(text: &str) -> bool {
    let bytes = text.as_bytes();
    let goes_on = |at: usize, rest: &[u8]| bytes[at + 1..].starts_with(rest);
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'\n' | b'\t' => true,
        b' ' => goes_on(at, b" "),
        0xc2 => goes_on(at, b"\xa0"),
        0xe3 => goes_on(at, b"\x80\x80"),
        _ => false,
    })
}
