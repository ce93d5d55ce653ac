//! Entities: characters that HTML calls by a name or a number.
//!
//! The one decoder of the program. Which entities count, and what becomes of others, is for its callers to say.

use std::borrow::Cow;

/// A space at which no line breaks.
const NO_BREAK_SPACE: char = '\u{a0}';

/// The character of this name: of those with names, only the few that people write by hand and serialisers write.
pub(crate) fn named(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some(NO_BREAK_SPACE),
        _ => None,
    }
}

/// The character of this name or number: `amp`, `#38`, `#x26`.
pub(crate) fn character(entity: &str) -> Option<char> {
    let Some(number) = entity.strip_prefix('#') else { return named(entity) };
    let code = match number.strip_prefix('x') {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

/// `text` with the characters that `known` tells for entities. What it does not know stays as it is.
pub(crate) fn decoded(text: &str, known: impl Fn(&str) -> Option<char>) -> Cow<'_, str> {
    let mut pieces = text.split('&');
    let first = pieces.next().unwrap_or_default();
    if first.len() == text.len() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    out.push_str(first);
    for piece in pieces {
        let entity = piece.split_once(';').and_then(|(entity, after)| Some((known(entity)?, after)));
        let (character, after) = entity.unwrap_or(('&', piece));
        out.push(character);
        out.push_str(after);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_decoded_once() {
        assert_eq!(decoded("a &amp;lt; &#65;&#x42;&lt;", character), "a &lt; AB<");
    }

    #[test]
    fn an_ampersand_that_begins_no_entity_stays() {
        assert_eq!(decoded("a & b &foo; &#0x; &&#xD800;; &gt", character), "a & b &foo; &#0x; &&#xD800;; &gt");
        assert_eq!(decoded("&#39;&quot;", named), "&#39;\"");
    }
}
