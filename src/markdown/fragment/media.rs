//! Pictures, sounds and films in a [`Fragment`]: before and after it is known what they lead to.

use super::{Fragment, OpKind};
use crate::markdown::media::{MediaReference, Shown};

impl Fragment {
    /// Its references to media, in order.
    pub fn media(&self) -> impl Iterator<Item = &MediaReference> {
        self.ops.iter().filter_map(|op| match op.kind {
            OpKind::Media(at) => self.medium(at),
            _ => None,
        })
    }

    /// Whether it refers to media.
    pub fn has_media(&self) -> bool {
        self.media().next().is_some()
    }

    pub(in crate::markdown) fn medium(&self, at: u32) -> Option<&MediaReference> {
        self.aside.as_ref()?.media.get(at as usize)
    }

    /// The names of the media that the package is to hold for it, in order.
    pub fn media_names(&self) -> impl Iterator<Item = &str> {
        self.media().filter_map(|media| media.shown.as_ref().map(Shown::name))
    }

    /// Shows what `find` has found for each reference; of one for which it finds nothing, its alternative text.
    ///
    /// ```
    /// use soa_anki::{Fragment, Size};
    /// let mut fragment = Fragment::plain("See ");
    /// fragment.push_media("map.png", Size::default());
    /// fragment.push_alternative("the map");
    /// fragment.show_media(|_| None);
    /// assert_eq!(fragment.html().as_str(), "See the map");
    /// ```
    pub fn show_media(&mut self, mut find: impl FnMut(&MediaReference) -> Option<Shown>) {
        let mut at = 0;
        while let Some(kind) = self.ops.get(at).map(|op| op.kind) {
            match kind {
                OpKind::Media(media) if !self.show_one(media, &mut find) => self.replace_by_alternative(at, media),
                _ => at += 1,
            }
        }
    }

    /// Returns false if there is nothing to show.
    fn show_one(&mut self, at: u32, find: &mut impl FnMut(&MediaReference) -> Option<Shown>) -> bool {
        let media = self.aside.as_mut().and_then(|aside| aside.media.get_mut(at as usize));
        media.is_some_and(|media| {
            media.shown = find(media);
            media.shown.is_some()
        })
    }

    fn replace_by_alternative(&mut self, op: usize, media: u32) {
        let alternative = self.medium(media).map_or(String::new(), |media| media.alternative.clone());
        let at = self.ops.remove(op).at;
        self.text.insert_str(at as usize, &alternative);
        for later in &mut self.ops[op..] {
            later.at += super::offset(alternative.len());
        }
    }

    /// The same without its media.
    #[must_use]
    pub fn without_media(mut self) -> Self {
        self.ops.retain(|op| !matches!(op.kind, OpKind::Media(_)));
        self
    }
}
