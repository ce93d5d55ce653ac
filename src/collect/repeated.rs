//! Entries that say the same, which become one note.

use crate::markdown::Fragment;
use crate::model::decision::{Decision, Document, Rule};
use crate::model::directive::Directive;
use crate::model::entry::{Body, Entry, answer, first_of_each, kind, reading};
use crate::model::notetype::Kind;

/// An entry that says again what an earlier one says, but for case and punctuation, is no second note: it is a
/// decision, and its tags are the first one's. Question papers share questions; nobody wants to answer them twice as
/// often. Of two explanations of one answer, the longer one stays.
///
/// Those that the author steers stay as they are.
pub(super) fn fold(entries: Vec<Entry>, documents: &[Document], decisions: &mut Vec<Decision>) -> Vec<Entry> {
    let only_named =
        |directive: &Directive| Directive { id: None, allow: Vec::new(), ..directive.clone() } == Directive::default();
    let unsteered = |entry: &Entry| entry.directive.as_deref().is_none_or(only_named);
    let first = first_of_each(&entries, unsteered, |entry| {
        // Under another heading it is another note: else its guid would hang on which file comes first.
        let id = entry.directive.as_ref().and_then(|directive| directive.id.as_deref());
        (Said::of(entry), &entry.context, documents[entry.source].reversed, id)
    });
    if first.iter().enumerate().all(|(at, &first)| at == first) {
        return entries;
    }
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    let mut place = vec![0; first.len()];
    for (at, entry) in entries.into_iter().enumerate() {
        if first[at] == at {
            place[at] = kept.len();
            kept.push(entry);
            continue;
        }
        let earlier = &mut kept[place[first[at]]];
        let rule = Rule::Repeated { source: earlier.source, start: earlier.span.start };
        decisions.push(Decision { source: entry.source, span: entry.span, rule });
        earlier.add_tags(entry.tags);
        earlier.add_tags(documents[entry.source].tags.iter().cloned());
        explain_better(&mut earlier.body, entry.body);
    }
    decisions.sort_by_key(|decision| (decision.source, decision.span.start, decision.span.end));
    kept
}

/// What an entry asks and answers, as it reads.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    kind: Kind,
    question: String,
    answer: String,
    /// The names of what it shows: two pictures may be called the same.
    media: Vec<String>,
}

impl Said {
    fn of(entry: &Entry) -> Self {
        let (question, answer) = match &entry.body {
            Body::Term { term, definition, .. } => (term.text(), answer(term, definition)),
            Body::Cloze { cloze, .. } => (cloze.text(), String::new()),
        };
        let media = entry.fragments().flat_map(Fragment::media_names).map(str::to_owned).collect();
        Self { kind: kind(entry), question: reading(&question).collect(), answer: reading(&answer).collect(), media }
    }
}

fn explain_better(earlier: &mut Body, later: Body) {
    if let (Body::Term { definition, .. }, Body::Term { definition: other, .. }) = (earlier, later)
        && other.html().len() > definition.html().len()
    {
        *definition = other;
    }
}

#[cfg(test)]
mod tests {
    use crate::read::Source;
    use crate::{Config, MediaIndex, collect, extract};

    /// The answers of what two files ask of "ice", with these answers.
    fn answers(first: &str, second: &str) -> Vec<String> {
        let source = |(path, answer): (&str, &str)| Source {
            path: path.to_owned(),
            text: format!("# Water\n\n- ice: {answer}\n"),
            ..Source::default()
        };
        let sources: Vec<Source> = [("a.md", first), ("b.md", second)].map(source).into();
        let config = Config::default();
        let outcome = collect(extract(&sources, &config), None, &MediaIndex::default(), &config, 0);
        outcome.collection.notes.iter().map(|note| note.fields[1].as_str().to_owned()).collect()
    }

    #[test]
    fn of_two_answers_that_read_alike_the_longer_one_stays() {
        let (plain, sub, sup) = ("frozen H2O", "frozen H<sub>2</sub>O", "frozen H<sup>2</sup>O");
        assert_eq!(answers(plain, sub), [sub]);
        assert_eq!(answers(sub, plain), [sub]);
        assert_eq!(answers(sub, sup), [sub], "of two as long ones, the first");
        assert_eq!(answers(plain, "frozen H3O"), [plain, "frozen H3O"]);
    }
}
