//! Which way a photograph is turned: the camera writes it into the file, and browsers turn what they show.

/// The marker of the segment that Exif stands in.
const APP1: u8 = 0xE1;
/// The marker of the segment after which there is only the picture.
const START_OF_SCAN: u8 = 0xDA;
/// The tag of the orientation.
const ORIENTATION: u16 = 0x0112;

/// Whether a JPEG is shown with its sides swapped.
pub(super) fn is_turned(jpeg: &[u8]) -> bool {
    // 5 to 8 are the quarter turns.
    jpeg.starts_with(&[0xFF, 0xD8]) && orientation(&jpeg[2..]).is_some_and(|turn| (5..=8).contains(&turn))
}

/// The orientation that the first Exif among the segments tells.
fn orientation(mut segments: &[u8]) -> Option<u16> {
    while let [0xFF, marker, rest @ ..] = segments {
        if *marker == START_OF_SCAN {
            return None;
        }
        let length = usize::from(u16::from_be_bytes(*rest.first_chunk()?));
        let segment = rest.get(2..length)?;
        if let (APP1, Some(tiff)) = (*marker, segment.strip_prefix(b"Exif\0\0")) {
            return Tiff::new(tiff)?.orientation();
        }
        segments = &rest[length..];
    }
    None
}

/// The part of a file that Exif is written in.
struct Tiff<'a> {
    bytes: &'a [u8],
    number: fn([u8; 2]) -> u16,
    large: fn([u8; 4]) -> u32,
}

impl<'a> Tiff<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        match bytes.get(..4)? {
            b"II*\0" => Some(Self { bytes, number: u16::from_le_bytes, large: u32::from_le_bytes }),
            b"MM\0*" => Some(Self { bytes, number: u16::from_be_bytes, large: u32::from_be_bytes }),
            _ => None,
        }
    }

    fn number(&self, at: usize) -> Option<u16> {
        Some((self.number)(*self.bytes.get(at..)?.first_chunk()?))
    }

    /// Looks through the entries of the first directory: 12 bytes each, the value 8 bytes in.
    fn orientation(&self) -> Option<u16> {
        let start = usize::try_from((self.large)(*self.bytes.get(4..)?.first_chunk()?)).ok()?;
        let count = usize::from(self.number(start)?);
        let mut entries = (0..count).map(|entry| start + 2 + entry * 12);
        let entry = entries.find(|&entry| self.number(entry) == Some(ORIENTATION))?;
        self.number(entry + 8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(order: &[u8], turn: [u8; 2]) -> Vec<u8> {
        let little = order.starts_with(b"II");
        let two = |number: u16| if little { number.to_le_bytes() } else { number.to_be_bytes() };
        let four = |number: u32| if little { number.to_le_bytes() } else { number.to_be_bytes() };
        let mut exif = b"Exif\0\0".to_vec();
        exif.extend(order);
        exif.extend(four(8));
        exif.extend(two(1));
        exif.extend(two(ORIENTATION));
        exif.extend(two(3));
        exif.extend(four(1));
        exif.extend(turn);
        exif.extend([0; 6]);
        let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, APP1];
        jpeg.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        jpeg.extend(exif);
        jpeg.extend([0xFF, START_OF_SCAN, 0, 2]);
        jpeg
    }

    #[test]
    fn quarter_turns_swap_the_sides() {
        assert!(is_turned(&jpeg(b"II*\0", [6, 0])));
        assert!(is_turned(&jpeg(b"MM\0*", [0, 8])));
        assert!(!is_turned(&jpeg(b"II*\0", [3, 0])));
        assert!(!is_turned(&jpeg(b"II*\0", [1, 0])));
        assert!(!is_turned(b"\xff\xd8\xff\xe0"));
    }

    #[test]
    fn the_turn_is_found_behind_other_entries() {
        let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
        exif.extend(b"\x01\x0f\0\x03\0\0\0\x01\0\x06\0\0");
        exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x08\0\0");
        let mut jpeg = vec![0xFF, 0xD8, 0xFF, APP1];
        jpeg.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        jpeg.extend(exif);
        assert!(is_turned(&jpeg));
    }

    #[test]
    fn what_is_cut_off_is_not_turned() {
        let whole = jpeg(b"II*\0", [6, 0]);
        for end in 0..whole.len() {
            let _ = is_turned(&whole[..end]);
        }
    }
}
