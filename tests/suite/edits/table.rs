//! What came of years of edits, by kind of edit, and whether it is good enough.

use std::collections::BTreeMap;

use super::edit::{Kept, Kind};
use super::history::{History, Row};

/// What came of all seeds.
#[derive(Default)]
pub struct Table {
    pub name: String,
    rows: BTreeMap<Kind, Row>,
    unaffected: Row,
    numbers_moved: Vec<String>,
}

impl Table {
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub fn add(&mut self, history: &History) {
        for (kind, row) in &history.rows {
            self.rows.entry(*kind).or_default().add(row);
        }
        self.unaffected.add(&history.unaffected);
        self.numbers_moved.extend(history.numbers_moved.iter().cloned());
    }

    pub fn print(&self) {
        println!("{}", self.name);
        println!(
            "{:<22}{:>6}{:>7}{:>6}{:>7}{:>14}{:>6}",
            "kind", "steps", "kept", "lost", "wrong", "around: kept", "lost"
        );
        let line = |name: &str, row: &Row| {
            println!(
                "{name:<22}{:>6}{:>7}{:>6}{:>7}{:>14}{:>6}",
                row.steps, row.kept, row.lost, row.wrong, row.kept_around, row.lost_around
            );
        };
        for (kind, row) in &self.rows {
            line(&format!("{kind:?}"), row);
        }
        line("not touched", &self.unaffected);
        let sum = self.sum();
        line("all", &sum);
        println!("renamed or under something else: {} kept, {} lost", sum.kept_renamed, sum.lost_renamed);
        for moved in &self.numbers_moved {
            println!("a deletion's number moved: {moved}");
        }
    }

    /// What nobody would call another note keeps its history, nearly all that is renamed does, and no history goes
    /// to another note.
    pub fn judge_strictly(&self) {
        let mut faults = Vec::new();
        for (kind, row) in &self.rows {
            let least = match kind.kept() {
                Kept::All => 100,
                Kept::NearlyAll => 98,
                Kept::Most => 95,
                Kept::Open => 0,
            };
            // Of few entries, one is more than its share.
            if row.lost > ((row.kept + row.lost) * (100 - least)).div_ceil(100) {
                faults.push(format!("{kind:?}: {} of {} lost", row.lost, row.lost + row.kept));
            }
            if row.wrong > 0 {
                faults.push(format!("{kind:?}: {} wrong", row.wrong));
            }
            if row.lost_around > 0 && kind.kept() != Kept::Open {
                faults.push(format!("{kind:?}: {} lost around", row.lost_around));
            }
        }
        faults.extend(self.numbers_moved.iter().cloned());
        assert!(faults.is_empty(), "{}: {}", self.name, faults.join("; "));
    }

    /// Of the entries that are called otherwise or stand under something else, nearly all are recognised, and hardly
    /// one as another.
    pub fn judge_foreign(&self) {
        let all = self.sum();
        let (kept, lost, wrong) = (all.kept_renamed, all.lost_renamed, all.wrong);
        assert!(kept * 100 >= (kept + lost) * 93, "{}: {lost} of {} lost", self.name, kept + lost);
        assert!(wrong * 400 <= kept + wrong, "{}: {wrong} of {} wrong", self.name, kept + wrong);
    }

    fn sum(&self) -> Row {
        let mut sum = self.unaffected;
        for row in self.rows.values() {
            sum.add(row);
        }
        sum
    }
}
