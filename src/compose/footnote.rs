//! Footnotes: their texts stand at the end of the cards that refer to them, counted anew on each.

use super::Composer;
use super::definition::Definition;
use crate::markdown::{BlockId, Element, Fragment};
use crate::model::decision::Rule;

/// Most footnotes on a card: more are no help to anybody, and each may refer to others without end.
const MOST: usize = 30;

/// The footnotes of a card, in the order of their numbers.
#[derive(Default)]
struct Order(Vec<BlockId>);

impl Order {
    /// The number of a footnote, from 1, if there is room for it.
    fn number(&mut self, footnote: BlockId) -> Option<usize> {
        let known = self.0.iter().position(|other| *other == footnote);
        if known.is_none() && self.0.len() < MOST {
            self.0.push(footnote);
            return Some(self.0.len());
        }
        known.map(|at| at + 1)
    }
}

impl Composer<'_> {
    /// Puts the footnotes of a card at the end of its answer. A question shows no marks, which would tell what is
    /// answered.
    pub(super) fn footnotes(&mut self, question: &mut Fragment, definition: &mut Definition) {
        if self.facts.tree.footnotes().is_empty() {
            return;
        }
        let mut order = Order::default();
        definition.content.number_footnotes(|footnote| order.number(footnote));
        question.number_footnotes(|footnote| {
            order.number(footnote);
            None
        });
        definition.content.append(self.footnote_texts(order));
    }

    /// Numbers the references of a sentence. Returns the texts of its footnotes.
    pub(super) fn footnotes_of_cloze(&mut self, cloze: &mut Fragment) -> Fragment {
        if self.facts.tree.footnotes().is_empty() {
            return Fragment::default();
        }
        let mut order = Order::default();
        cloze.number_footnotes(|footnote| order.number(footnote));
        self.footnote_texts(order)
    }

    fn footnote_texts(&mut self, mut order: Order) -> Fragment {
        let mut texts = Fragment::default();
        let mut at = 0;
        while let Some(&footnote) = order.0.get(at) {
            let mut renderer = self.renderer();
            renderer.footnote_text(footnote);
            let mut text = renderer.finish();
            // A footnote may refer to others, also to one that refers to it.
            text.content.number_footnotes(|footnote| order.number(footnote));
            self.account_for(&text);
            if at == 0 {
                texts.open(Element::FootnoteList);
            }
            texts.open(Element::Item);
            texts.append(text.content);
            texts.close(Element::Item);
            self.footnotes_shown.push(footnote);
            at += 1;
        }
        if at > 0 {
            texts.close(Element::FootnoteList);
        }
        texts
    }

    /// What only what makes no card refers to is on none.
    pub(super) fn footnotes_left(&mut self) {
        for footnote in self.facts.tree.footnotes() {
            if footnote.is_referred_to && !self.footnotes_shown.contains(&footnote.block) {
                self.decide(self.facts.tree.block(footnote.block).span.clone(), Rule::Footnote);
            }
        }
    }
}
