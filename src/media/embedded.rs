//! Files that are written in the notes themselves: `data:image/png;base64,…`.

use crate::findings::MediaFault;

/// What such a target holds, if that is not more than `most` bytes.
pub(super) fn decoded(target: &str, most: u64) -> Result<Vec<u8>, MediaFault> {
    let (head, body) = target.split_once(',').ok_or(MediaFault::Unknown(None))?;
    let is_base64 = head.trim_end().to_ascii_lowercase().ends_with(";base64");
    let bytes = if is_base64 { from_base64(&from_percent(body)) } else { Some(from_percent(body)) };
    let bytes = bytes.ok_or(MediaFault::Unknown(None))?;
    match bytes.len() as u64 {
        0 => Err(MediaFault::Empty),
        size if size > most => Err(MediaFault::TooLarge { size, most }),
        _ => Ok(bytes),
    }
}

/// Bytes as base64 has them, in either alphabet. `None`: it is none.
fn from_base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    let text = text.iter().filter(|byte| !byte.is_ascii_whitespace()).copied();
    let mut text = text.peekable();
    while let Some(byte) = text.next_if(|byte| *byte != b'=') {
        bits = (bits << 6 | u32::from(six_bits(byte)?)) & 0xFF_FFFF;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).ok()?);
        }
    }
    // A last sign alone holds no byte.
    (count < 6 && text.all(|byte| byte == b'=')).then_some(bytes)
}

fn six_bits(byte: u8) -> Option<u8> {
    Some(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

/// The bytes of a text, with what its `%XX` stand for.
pub(super) fn from_percent(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = (*first == b'%').then(|| after.get(..2)).flatten();
        let byte = digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_the_notes_is_decoded() {
        let holds = |target: &str| decoded(target, 9).ok();
        assert_eq!(holds("data:image/png;base64,iVBORw0K").as_deref(), Some(&b"\x89PNG\r\n"[..]));
        assert_eq!(holds("data:;base64,YQ==").as_deref(), Some(&b"a"[..]));
        assert_eq!(holds("data:;base64,YWI").as_deref(), Some(&b"ab"[..]));
        assert_eq!(holds("data:;BASE64,-_%2b%2F YQ=").as_deref(), Some(&[0xFB, 0xFF, 0xBF, 0x61][..]));
        assert_eq!(holds("data:image/svg+xml,%3Csvg/>").as_deref(), Some(&b"<svg/>"[..]));
    }

    #[test]
    fn what_is_none_is_refused() {
        for target in ["data:image/png;base64", "data:;base64,Y", "data:;base64,Y!==", "data:;base64,YQ==YQ"] {
            assert_eq!(decoded(target, 9), Err(MediaFault::Unknown(None)), "{target}");
        }
        assert_eq!(decoded("data:,", 9), Err(MediaFault::Empty));
        assert_eq!(decoded("data:,0123456789", 9), Err(MediaFault::TooLarge { size: 10, most: 9 }));
    }
}
