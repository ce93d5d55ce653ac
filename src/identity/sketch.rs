//! Sketches: enough of a text to recognise it after an edit, in a few bytes.

/// A sketch of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sketch {
    /// The smallest hashes of the text's trigrams, ascending, each once.
    pub grams: Vec<u16>,
    /// How many trigrams there are.
    pub count: u32,
    /// A hash of the whole; 0 of an empty text.
    pub whole: u64,
}

impl Sketch {
    /// The sketch of `text`.
    pub fn of(text: &str) -> Self {
        let mut whole = 0xcbf2_9ce4_8422_2325_u64;
        for byte in text.bytes() {
            whole = (whole ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Self { grams: Vec::new(), count: 0, whole: if text.is_empty() { 0 } else { whole } }
    }

    /// Whether there is nothing in the text.
    pub fn is_empty(&self) -> bool {
        self.whole == 0
    }
}
