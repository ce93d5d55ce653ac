//! Reverse cards: which notes have one, and the definition that asks for the term.

use super::fields::{self, Fields};
use crate::markdown::{Fragment, Html};
use crate::model::config::Config;
use crate::model::decision::{Document, Rule};
use crate::model::entry::{Body, Context, Entry};
use crate::model::notetype::term_field;
use crate::recognise::phrase;

/// Whether the term of an entry is to be asked for: as is told nearest to it, else as the user chose.
///
/// Its answer gives no question away, so a question has a reverse card only where its author asks for that very one.
pub(super) fn is_wanted(entry: &Entry, document: &Document, config: &Config) -> bool {
    let told = entry.directive.as_ref().and_then(|directive| directive.reversed);
    let asks = entry.rule == Rule::Question || phrase::is_question(entry.text());
    let is_term = matches!(entry.body, Body::Term { .. });
    is_term && told.unwrap_or_else(|| !asks && document.reversed.unwrap_or(config.reversed))
}

/// The question for a term.
pub(super) struct Question {
    /// The definition with blanks.
    pub asked: Fragment,
    /// What stands above it, without the headings that give the term away: a file is often called as the first term in
    /// it.
    pub context: Html,
}

impl Question {
    /// The question for a term, by its definition with blanks. `None` when that says nothing else.
    pub fn new(text: &str, body: &Body, document: &Document, above: &Context) -> Option<Self> {
        let Body::Term { term, definition, .. } = body else { return None };
        let names = names(text, term);
        let asked = definition.blank(&names)?;
        let gives_away = |part: &str| {
            let part = Fragment::plain(part);
            part.blank(&names).as_ref() != Some(&part)
        };
        Some(Self { asked, context: fields::context(document, above, gives_away) })
    }

    /// Has the fields of the term ask for it.
    pub fn ask(self, fields: &mut Fields) {
        fields.write(term_field::REVERSE, &self.asked, &[]);
        fields.html[term_field::CONTEXT] = self.context;
        fields.cards.push(1);
    }
}

/// What gives a term away: itself, what it is called beside (`Simple Queue Service (SQS)`), and other forms of those.
fn names(text: &str, term: &Fragment) -> Vec<String> {
    let mut names = vec![text.to_owned()];
    names.extend(term.readings().into_iter().flatten());
    let parts: Vec<String> = names.iter().flat_map(|name| parts(name)).collect();
    names.extend(parts);
    let forms: Vec<String> = names.iter().flat_map(|name| forms(name)).collect();
    names.extend(forms);
    names
}

/// What stands in brackets and before them, on either side of a slash, and an abbreviation at the end: `Amazon SQS`.
fn parts(name: &str) -> Vec<String> {
    let brackets = ['(', ')', '（', '）', '[', ']', '［', '］', '【', '】', '「', '」', '『', '』'];
    let pieces = name.split(brackets).flat_map(|piece| piece.split(" / ")).flat_map(|piece| piece.split('／'));
    let mut parts: Vec<String> = Vec::new();
    for piece in pieces.map(str::trim) {
        let last = piece.rsplit(char::is_whitespace).next().filter(|last| is_abbreviation(last));
        let long_enough = |part: &&str| part.chars().nth(1).is_some() && *part != name;
        parts.extend([Some(piece), last].into_iter().flatten().filter(long_enough).map(str::to_owned));
    }
    parts
}

fn is_abbreviation(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_uppercase())
        && !word.contains(|c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit())
}

/// A name in the singular or plural, and with or without the long vowel that some write at the end of a word.
fn forms(name: &str) -> Vec<String> {
    let latin = name.ends_with(|c: char| c.is_ascii_alphabetic());
    let long = name.chars().nth(2).is_some();
    let ending = |ending: &str| name.strip_suffix(ending).filter(|_| long);
    let mut forms: Vec<String> = Vec::new();
    if latin && long {
        forms.extend([format!("{name}s"), format!("{name}es")]);
    }
    forms.extend(ending("ies").map(|stem| format!("{stem}y")));
    forms.extend(ending("y").map(|stem| format!("{stem}ies")));
    forms.extend(ending("s").filter(|stem| !stem.ends_with('s') && stem.len() > 3).map(str::to_owned));
    match name.strip_suffix('ー') {
        Some(short) if long => forms.push(short.to_owned()),
        None if name.ends_with(|c| matches!(c, '\u{30a1}'..='\u{30fa}')) => forms.push(format!("{name}ー")),
        _ => {}
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::super::fields::Place;
    use super::*;

    /// The fields of a term that is asked for, under the title `SQS入門`, with `_` for each blank.
    fn asked(term: &str, definition: &str) -> Option<Vec<String>> {
        let (text, term, definition) = (term.to_owned(), Fragment::plain(term), Fragment::plain(definition));
        let body = Body::Term { text: text.clone(), term, definition };
        let document = Document { title: "SQS入門".to_owned(), ..Document::default() };
        let above: Context = ["用語".to_owned()].into();
        let mut fields = Fields::new(&body, &Place::new(None, 0, &above, &document), None, &[]);
        let shown = |html: &Html| html.as_str().replace("<span class=\"soa-blank\">…</span>", "_");
        Question::new(&text, &body, &document, &above)?.ask(&mut fields);
        Some(fields.html.iter().map(shown).collect())
    }

    fn question(term: &str, definition: &str) -> String {
        asked(term, definition).map(|fields| fields[term_field::REVERSE].clone()).unwrap_or_default()
    }

    #[test]
    fn headings_that_give_the_term_away_are_left_out() {
        let context = |term| asked(term, "x").unwrap()[term_field::CONTEXT].clone();
        assert_eq!(context("SQS"), "<span>用語</span>");
        assert_eq!(context("SNS"), "<span>SQS入門</span> <span>用語</span>");
        assert_eq!(asked("SQS", "SQS!"), None);
    }

    #[test]
    fn long_forms_and_abbreviations_are_names() {
        let definition = "SQS (Simple Queue Service) はキュー";
        assert_eq!(question("Simple Queue Service (SQS)", definition), "_ (_) はキュー");
        assert_eq!(question("SQS（Simple Queue Service）", definition), "_ はキュー");
        assert_eq!(question("Amazon SQS", definition), "_ (Simple Queue Service) はキュー");
        assert_eq!(question("Amazon S3", "S3は保存先"), "_は保存先");
        assert_eq!(question("起動 / 停止", "起動と停止の違い"), "_と_の違い");
        assert_eq!(question("サブネット(5)", "5つの予約"), "5つの予約");
    }

    #[test]
    fn other_forms_are_names() {
        assert_eq!(question("Snapshot", "Snapshots, a snapshot, a snapshotter"), "_, a _, a snapshotter");
        assert_eq!(question("Policies", "a policy"), "a _");
        assert_eq!(question("EBS volumes", "an EBS volume"), "an _");
        assert_eq!(question("DNS", "a DN"), "a DN");
        assert_eq!(question("Lens", "a len"), "a len");
        assert_eq!(question("Class", "a clas"), "a clas");
        assert_eq!(question("Links", "a link"), "a _");
        assert_eq!(question("Go", "Gos and Goes"), "Gos and Goes");
        assert_eq!(question("サーバー", "サーバの部屋"), "_の部屋");
        assert_eq!(question("サーバ", "サーバーの部屋"), "_の部屋");
        assert_eq!(question("サー", "サの字"), "サの字");
    }
}
