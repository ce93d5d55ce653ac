//! Why an entry is, or is not, one of the last export, in words.

use std::collections::BTreeMap;

use super::changes::step;
use super::count::joined;
use crate::Outcome;
use crate::cli::language::tr;
use crate::identity::{Lock, MatchStep, Record, Refusal, Ruling, Scores, Verdict};
use crate::model::note::Guid;

/// The refused pairs of an entry or a record that are said; the others were further off.
const MOST_REFUSED: usize = 3;

/// How near a refused pair must be to be said: others have nothing in common but chance.
const WORTH_SAYING: f32 = 0.1;

/// The trace of matching, with the names of those that it is about.
pub struct Reasons<'a> {
    lock: &'a Lock,
    outcome: &'a Outcome,
    by_subject: BTreeMap<usize, Vec<Verdict>>,
    by_record: BTreeMap<&'a Guid, Vec<Verdict>>,
}

impl<'a> Reasons<'a> {
    /// The reasons of `outcome`, which was made with a trace and with `lock`.
    pub fn new(lock: &'a Lock, outcome: &'a Outcome) -> Self {
        let mut by_subject: BTreeMap<usize, Vec<Verdict>> = BTreeMap::new();
        let mut by_record: BTreeMap<&Guid, Vec<Verdict>> = BTreeMap::new();
        for &verdict in &outcome.trace.verdicts {
            by_subject.entry(verdict.subject).or_default().push(verdict);
            by_record.entry(&lock.records[verdict.record].guid).or_default().push(verdict);
        }
        Self { lock, outcome, by_subject, by_record }
    }

    /// Why a note is its record, if that was no exact match; or why it is not each of the records nearest to it.
    pub fn of_note(&self, note: usize) -> Vec<String> {
        let verdicts = self.by_subject.get(&note).map(Vec::as_slice).unwrap_or_default();
        match self.outcome.fates[note].known {
            // Nothing was weighed; but a note that has another answer now may surprise.
            Some(known) if known.step.is_exact() && known.score >= 1.0 => {
                let changed = self.outcome.fates[note].changed;
                changed.then(|| taken_by(known.step)).into_iter().collect()
            }
            Some(known) => {
                let taken = verdicts.iter().filter(|verdict| verdict.is_taken() && verdict.record == known.record);
                taken.map(|verdict| self.line(verdict)).collect()
            }
            None => {
                let name = |verdict: &Verdict| {
                    let Record { term, source, .. } = &self.lock.records[verdict.record];
                    format!("`{term}` ({source})")
                };
                self.refused(verdicts, |verdict| verdict.record, name)
            }
        }
    }

    /// Why a record that no note has is none of the notes nearest to it.
    pub fn of_record(&self, record: &Record) -> Vec<String> {
        let verdicts = self.by_record.get(&record.guid).map(Vec::as_slice).unwrap_or_default();
        self.refused(verdicts, |verdict| verdict.subject, |verdict| format!("`{}`", self.text(verdict.subject)))
    }

    /// The last verdict about each of the nearest, as lines.
    fn refused(
        &self,
        verdicts: &[Verdict],
        other: impl Fn(&Verdict) -> usize,
        name: impl Fn(&Verdict) -> String,
    ) -> Vec<String> {
        let last: BTreeMap<usize, &Verdict> = verdicts.iter().map(|verdict| (other(verdict), verdict)).collect();
        let mut last: Vec<&Verdict> = last.into_values().collect();
        last.retain(|verdict| is_worth_saying(verdict));
        last.sort_by(|one, other| nearness(&other.scores).total_cmp(&nearness(&one.scores)));
        last.iter()
            .take(MOST_REFUSED)
            .map(|verdict| {
                let (name, line) = (name(verdict), self.line(verdict));
                tr!("not {name}: {line}", "{name} ではない: {line}")
            })
            .collect()
    }

    /// Such as `recognised: similar text (terms 94 % alike, answers 88 %, headings 100 %, neighbours 100 %, in all 1.16 points)`.
    fn line(&self, verdict: &Verdict) -> String {
        let scores = self.scores(verdict);
        match verdict.ruling {
            Ruling::Taken => {
                let taken = taken_by(verdict.step);
                format!("{taken} ({scores})")
            }
            Ruling::Refused(why) => {
                let why = refusal(why);
                format!("{why} ({scores})")
            }
        }
    }

    fn scores(&self, verdict: &Verdict) -> String {
        let Scores { terms, definitions, context, neighbours, total, rival } = verdict.scores;
        let rival = rival.map(|rival| {
            let is_of_record = rival.record == verdict.record;
            let name = if is_of_record { self.text(rival.subject) } else { &self.lock.records[rival.record].term };
            let score = points(rival.score);
            tr!("the next best `{name}` {score}", "次に近い `{name}` は {score}")
        });
        let [terms, context, neighbours] = [terms, context, neighbours].map(percent);
        let parts = [
            Some(tr!("terms {terms} alike", "用語の近さ {terms}")),
            definitions.map(percent).map(|score| tr!("answers {score}", "答え {score}")),
            Some(tr!("headings {context}", "見出し {context}")),
            Some(tr!("neighbours {neighbours}", "前後のカード {neighbours}")),
            total.map(points).map(|score| tr!("in all {score}", "合計 {score}")),
            rival,
        ];
        joined(&parts.into_iter().flatten().collect::<Vec<_>>())
    }

    fn text(&self, note: usize) -> &str {
        &self.outcome.origins[note].text
    }
}

/// What the reasons for a note are about. `was`: what it was at the last export.
pub fn why_note(place: &str, text: &str, was: Option<&str>) -> String {
    match was {
        Some(was) if was == text => {
            tr!("why {place}: `{text}` is the same card as before", "{place}: `{text}` を以前と同じカードとした理由")
        }
        Some(was) => tr!("why {place}: `{text}` is `{was}`", "{place}: `{text}` を `{was}` とした理由"),
        None => tr!("why {place}: `{text}` is new", "{place}: `{text}` を新しいとした理由"),
    }
}

/// What the reasons for a record that no note has are about.
pub fn why_gone(path: &str, term: &str) -> String {
    tr!("why {path}: `{term}` is no longer made", "{path}: `{term}` が作られなくなったとした理由")
}

/// Such as `recognised: the same term under the same headings`.
fn taken_by(taken: MatchStep) -> String {
    let step = step(taken);
    tr!("recognised: {step}", "同じカードとした理由: {step}")
}

/// Such as `94 %`.
fn percent(share: f32) -> String {
    format!("{:.0} %", share * 100.0)
}

/// Such as `1.16 points`: witnesses are added, so that it is no share.
fn points(score: f32) -> String {
    let number = format!("{score:.2}");
    tr!("{number} points", "{number} 点")
}

/// How near a refused pair was.
fn nearness(scores: &Scores) -> f32 {
    scores.total.unwrap_or_else(|| scores.terms.max(scores.definitions.unwrap_or(0.0)))
}

/// Whether a refused pair has more in common than its place, or is one of headings whose entries tell.
fn is_worth_saying(verdict: &Verdict) -> bool {
    let Scores { terms, definitions, .. } = verdict.scores;
    terms.max(definitions.unwrap_or(0.0)) >= WORTH_SAYING || verdict.ruling == Ruling::Refused(Refusal::Children)
}

/// Why a pair was refused.
fn refusal(why: Refusal) -> String {
    match why {
        Refusal::AuthorId => tr!("it has an ID that the other does not have", "相手にない ID が付いている"),
        Refusal::TermTaken => {
            tr!("another one has exactly that term there", "そこには、まったく同じ用語のものがほかにある")
        }
        Refusal::Nested => tr!("one is under the other", "一方がもう一方の下にある"),
        Refusal::OtherNumber => tr!("the terms differ in a number", "用語の数字が違う"),
        Refusal::NearerInSection => {
            tr!(
                "another one under that heading is at least as near",
                "その見出しの下に、同じくらい近いものがほかにある"
            )
        }
        Refusal::Definitions { least } => {
            let least = percent(least);
            tr!("the answers are not alike enough: {least} is needed", "答えの近さが足りない。{least} 必要")
        }
        Refusal::Terms { least } => {
            let least = percent(least);
            tr!("the terms are not alike enough: {least} is needed", "用語の近さが足りない。{least} 必要")
        }
        Refusal::TooShort => tr!("too little is the same to be certain", "同じところが少なく、確かではない"),
        Refusal::NamesakeNearer { by } => {
            let by = percent(by);
            tr!("one of that name is nearer by {by} or more", "同じ名前のもので、{by} 以上近いものがある")
        }
        Refusal::Score { least } => {
            let least = points(least);
            tr!("too little is alike in all: {least} are needed", "全体として近さが足りない。合計で {least}が必要")
        }
        Refusal::NotAhead { lead } => {
            let lead = points(lead);
            tr!(
                "another one is nearly as much like it: less than {lead} behind",
                "ほかにも同じくらい近いものがある。差が {lead} に足りない"
            )
        }
        Refusal::NotNearer => tr!("another one is nearly as near", "ほかにも同じくらい近いものがある"),
        Refusal::Children => {
            tr!("too few of the entries under it went there", "下にあるもののうち、そこへ移ったものが少ない")
        }
    }
}
