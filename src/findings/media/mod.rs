//! W-media-…: an image, a sound or a video that is not on its card. Each code has a file of its own, and here are the
//! values that they share.

mod missing;
mod outside;
mod remote;
mod too_large;
mod unknown;
mod unreadable;

use super::codes::Code;
use super::{Describe, Reader, Reason, quoted};
use crate::text::Lang;

/// An image, a sound or a video that is not on its card; a link or its alternative text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// Where it is, as the author wrote it.
    pub target: String,
    /// Why.
    pub fault: Box<MediaFault>,
}

/// Why an image, a sound or a video is not on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaFault {
    /// It is no file of the project, but an address.
    Remote,
    /// It was not found.
    Missing {
        /// What was probably meant, as it would be written there.
        meant: Option<String>,
    },
    /// It is outside of the project.
    Outside,
    /// It could not be read.
    Unreadable {
        /// Why the system refused.
        reason: Reason,
    },
    /// It is a device or a pipe.
    NoFile,
    /// There is nothing in it.
    Empty,
    /// It is not an image, a sound or a video that Anki shows. Its usual extension, if known.
    Unknown(Option<&'static str>),
    /// It is larger than cards should carry.
    TooLarge {
        /// Its size, in bytes.
        size: u64,
        /// The largest size, in bytes.
        most: u64,
    },
    /// It is an SVG that is not well-formed.
    Svg {
        /// From 1.
        line: u32,
        /// What is wrong there.
        fault: String,
    },
}

impl Describe for Media {
    const CODES: &'static [Code] =
        &[missing::CODE, remote::CODE, outside::CODE, unreadable::CODE, unknown::CODE, too_large::CODE];

    fn code(&self) -> &'static Code {
        match *self.fault {
            MediaFault::Remote => &remote::CODE,
            MediaFault::Missing { .. } => &missing::CODE,
            MediaFault::Outside => &outside::CODE,
            MediaFault::Unreadable { .. } | MediaFault::NoFile => &unreadable::CODE,
            MediaFault::Empty | MediaFault::Unknown(_) | MediaFault::Svg { .. } => &unknown::CODE,
            MediaFault::TooLarge { .. } => &too_large::CODE,
        }
    }

    fn message(&self, reader: &Reader<'_>) -> String {
        self.fault.message(&self.target, reader.lang)
    }
}

impl MediaFault {
    /// What is wrong with `target`, as the author wrote it, and what to do.
    pub fn message(&self, target: &str, lang: Lang) -> String {
        let target = &quoted(target);
        match self {
            Self::Remote => remote::message(target, lang),
            Self::Missing { meant } => missing::message(target, meant.as_deref(), lang),
            Self::Outside => outside::message(target, lang),
            Self::Unreadable { reason } => unreadable::message(target, reason, lang),
            Self::NoFile => unreadable::message_of_no_file(target, lang),
            Self::Empty => unknown::message_of_empty(target, lang),
            Self::Unknown(ending) => unknown::message(target, *ending, lang),
            Self::TooLarge { size, most } => too_large::message(target, *size, *most, lang),
            Self::Svg { line, fault } => unknown::message_of_svg(target, *line, fault, lang),
        }
    }
}
