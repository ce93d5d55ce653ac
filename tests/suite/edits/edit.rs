//! Edits as people make them: which, where, and which lines they touch.

use std::collections::{BTreeMap, BTreeSet};

use soa_anki::NoteKind;

use super::history::{Found, reading};
use super::notebook::{Line, Notebook};
use super::random::Random;
use super::structure::{content, level, marker};
use super::words;

/// What is done to notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    // All who are touched keep their guids.
    DefinitionReworded,
    DefinitionLonger,
    DefinitionShorter,
    DefinitionRewritten,
    ItemsReordered,
    SectionsReordered,
    FileRenamed,
    FolderRenamed,
    SectionMoved,
    HeadingRenamed,
    LevelsShifted,
    SectionDemoted,
    TwinsMade,
    TwinsEdited,
    TitleChanged,
    Formatted,
    ClozesChanged,
    Swapped,
    // Nearly all.
    Typo,
    Reworded,
    TermAndDefinition,
    // What comes and goes.
    Added,
    Deleted,
    Replaced,
    Returned,
    Split,
    Merged,
    SectionSplit,
    SectionsMerged,
    /// Several of these in one step.
    Mixed,
}

/// How many of the entries that are touched must be known for who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    All,
    /// 98 of 100.
    NearlyAll,
    /// 95 of 100.
    Most,
    /// Nobody can say: a split or a merged note may be either, a step of many edits anything.
    Open,
}

impl Kind {
    /// How many must keep their guids.
    pub fn kept(self) -> Kept {
        match self {
            Kind::Typo | Kind::Reworded => Kept::NearlyAll,
            Kind::TermAndDefinition | Kind::Returned => Kept::Most,
            Kind::Split | Kind::Merged | Kind::SectionSplit | Kind::SectionsMerged | Kind::Mixed => Kept::Open,
            _ => Kept::All,
        }
    }

    pub const ALL: &[Kind] = &[
        Kind::DefinitionReworded,
        Kind::DefinitionLonger,
        Kind::DefinitionShorter,
        Kind::DefinitionRewritten,
        Kind::ItemsReordered,
        Kind::SectionsReordered,
        Kind::FileRenamed,
        Kind::FolderRenamed,
        Kind::SectionMoved,
        Kind::HeadingRenamed,
        Kind::LevelsShifted,
        Kind::SectionDemoted,
        Kind::TwinsMade,
        Kind::TwinsEdited,
        Kind::TitleChanged,
        Kind::Formatted,
        Kind::ClozesChanged,
        Kind::Swapped,
        Kind::Typo,
        Kind::Reworded,
        Kind::TermAndDefinition,
        Kind::Added,
        Kind::Deleted,
        Kind::Replaced,
        Kind::Returned,
        Kind::Split,
        Kind::Merged,
        Kind::SectionSplit,
        Kind::SectionsMerged,
    ];

    /// In how many places of notes with so many entries it is done in one step.
    fn places(self, entries: usize, random: &mut Random) -> usize {
        let few = 1 + entries / 100;
        match self {
            Kind::DefinitionReworded | Kind::Typo | Kind::Reworded | Kind::TermAndDefinition => 2 + entries / 40,
            Kind::DefinitionLonger | Kind::DefinitionShorter | Kind::ClozesChanged => 2 + entries / 60,
            Kind::Added | Kind::Deleted | Kind::Replaced | Kind::Split | Kind::Merged | Kind::Swapped => few.min(6),
            Kind::FolderRenamed | Kind::SectionSplit | Kind::SectionsMerged => 1,
            Kind::Mixed => 6,
            _ => 1 + random.below(few.min(3)),
        }
    }
}

/// So many steps, in which each kind comes as often as the others.
pub fn plan(steps: usize, random: &mut Random) -> Vec<Kind> {
    let mut plan: Vec<Kind> = Vec::new();
    while plan.len() < steps {
        let mut kinds = Kind::ALL.to_vec();
        kinds.extend([Kind::Mixed; 3]);
        random.shuffle(&mut kinds);
        plan.extend(kinds);
    }
    plan.truncate(steps);
    plan
}

/// What was done.
#[derive(Debug, Default)]
pub struct Edited {
    /// The lines that were touched, and how.
    pub touched: BTreeMap<u32, Kind>,
    /// Lines that may be each other from now on: splits and merges.
    pub either: Vec<(u32, u32)>,
}

/// Edits `notebook`, in which the last export has `found` these entries.
pub fn edit(kind: Kind, notebook: &mut Notebook, found: &[Found], random: &mut Random) -> Edited {
    let places = kind.places(found.len(), random);
    let names = found.iter().map(|entry| reading(&entry.text)).collect();
    let mut editor = Editor { notebook, found, random, edited: Edited::default(), names };
    let mut done = 0;
    for _ in 0..places * 30 {
        let now = match kind {
            Kind::Mixed => *editor.random.pick(Kind::ALL).unwrap(),
            _ => kind,
        };
        done += usize::from(editor.once(now).is_some());
        if done == places {
            break;
        }
    }
    editor.notebook.sort();
    editor.edited
}

/// Someone who edits, in one step.
pub(super) struct Editor<'a> {
    pub notebook: &'a mut Notebook,
    pub found: &'a [Found],
    pub random: &'a mut Random,
    pub edited: Edited,
    /// What is called so already.
    pub names: BTreeSet<String>,
}

impl<'a> Editor<'a> {
    /// `None` where it cannot be done at the place that was chosen.
    fn once(&mut self, kind: Kind) -> Option<()> {
        match kind {
            Kind::DefinitionReworded | Kind::DefinitionLonger | Kind::DefinitionShorter | Kind::DefinitionRewritten => {
                let entry = self.untouched(|entry| entry.kind == NoteKind::Term)?;
                self.define(entry, kind, kind)
            }
            Kind::TwinsEdited => {
                let mut count: BTreeMap<&str, usize> = BTreeMap::new();
                for entry in self.found {
                    *count.entry(&entry.text).or_default() += 1;
                }
                let entry = self.untouched(|entry| entry.kind == NoteKind::Term && count[&*entry.text] > 1)?;
                let how = [Kind::DefinitionReworded, Kind::DefinitionLonger, Kind::DefinitionShorter];
                let how = *self.random.pick(&how)?;
                self.define(entry, how, kind)
            }
            Kind::Typo | Kind::Reworded => {
                let entry = self.untouched(|_| true)?;
                self.rename(entry, kind, kind)
            }
            Kind::TermAndDefinition => {
                let entry = self.untouched(|entry| entry.kind == NoteKind::Term)?;
                let how = if self.random.chance(50) { Kind::Typo } else { Kind::Reworded };
                let definition = if self.random.chance(70) { Kind::DefinitionReworded } else { Kind::DefinitionLonger };
                let before = self.notebook.clone();
                let done = self.define(entry, definition, kind).and_then(|()| self.rename(entry, how, kind));
                if done.is_none() {
                    *self.notebook = before;
                    self.edited.touched.remove(&entry.line);
                }
                done
            }
            Kind::ClozesChanged => self.change_clozes(),
            Kind::ItemsReordered => self.reorder_items(),
            Kind::SectionsReordered => self.reorder_sections(),
            Kind::FileRenamed => self.rename_file(),
            Kind::FolderRenamed => self.rename_folder(),
            Kind::SectionMoved => self.move_section(),
            Kind::HeadingRenamed => self.rename_heading(),
            Kind::LevelsShifted => self.shift_levels(),
            Kind::SectionDemoted => self.demote_section(),
            Kind::TwinsMade => self.make_twins(),
            Kind::TitleChanged => self.change_title(),
            Kind::Formatted => self.format(),
            Kind::Swapped => self.swap(),
            Kind::Added => self.add(),
            Kind::Deleted => self.delete(),
            Kind::Replaced => self.replace(),
            Kind::Returned => self.bring_back(),
            Kind::Split => self.split(),
            Kind::Merged => self.merge(),
            Kind::SectionSplit => self.split_section(),
            Kind::SectionsMerged => self.merge_sections(),
            Kind::Mixed => None,
        }
    }

    /// An entry that this step has not touched.
    pub fn untouched(&mut self, which: impl Fn(&Found) -> bool) -> Option<&'a Found> {
        let found: &'a [Found] = self.found;
        let touched = &self.edited.touched;
        let free = |line: &u32| !touched.contains_key(line);
        let fit = |entry: &&Found| free(&entry.line) && entry.own.iter().all(free) && which(entry);
        let fit: Vec<&'a Found> = found.iter().filter(fit).collect();
        self.random.pick(&fit).copied()
    }

    pub fn touch(&mut self, lines: impl IntoIterator<Item = u32>, kind: Kind) {
        self.edited.touched.extend(lines.into_iter().map(|line| (line, kind)));
    }

    /// Changes what an entry says of its term.
    fn define(&mut self, entry: &Found, how: Kind, kind: Kind) -> Option<()> {
        let (line, from) = self.definition_line(entry)?;
        let text = self.notebook.text(line)?.to_owned();
        let (head, tail) = text.split_at(from);
        let tail = match how {
            Kind::DefinitionLonger => longer(tail, self.random)?,
            Kind::DefinitionShorter => words::shorter(tail, self.random)?,
            Kind::DefinitionRewritten if tail.contains('|') => return None,
            Kind::DefinitionRewritten => self.notebook.invent(tail, self.random).1,
            _ => words::small_change(tail, self.random)?,
        };
        let changed = format!("{head}{tail}");
        if changed == text {
            return None;
        }
        *self.notebook.text_mut(line)? = changed;
        self.touch([entry.line, line], kind);
        Some(())
    }

    /// A line that says something of the entry, and from where on.
    fn definition_line(&mut self, entry: &Found) -> Option<(u32, usize)> {
        let (page, _) = self.notebook.find(entry.line)?;
        let page = &self.notebook.pages[page];
        let code = page.code();
        let of_code = |id: u32| page.lines.iter().position(|line| line.id == id).is_none_or(|at| code[at]);
        let long = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count() >= 8;
        let mut fit: Vec<(u32, usize)> = Vec::new();
        for &line in entry.own.iter().filter(|line| !of_code(**line)) {
            let text = self.notebook.text(line)?;
            let from = content(text);
            if long(&text[from..]) && !text.contains("---") && !text.contains("](") {
                fit.push((line, from));
            }
        }
        let first = self.notebook.text(entry.line)?;
        if let Some(at) = first.find(&entry.text) {
            let rest = &first[at + entry.text.len()..];
            if long(rest) && entry.leaf {
                let skip = rest.len() - rest.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
                fit.push((entry.line, first.len() - rest.len() + skip));
            }
        }
        self.random.pick(&fit).copied()
    }

    /// Changes what an entry is called: of a statement, what it says.
    fn rename(&mut self, entry: &Found, how: Kind, kind: Kind) -> Option<()> {
        let text = self.notebook.text(entry.line)?.to_owned();
        let (from, to) = if entry.kind == NoteKind::Cloze {
            (content(&text), text.len())
        } else {
            let at = text.find(&entry.text)?;
            (at, at + entry.text.len())
        };
        let term = &text[from..to];
        let changed = match how {
            Kind::Typo => words::typo(term, self.random)?,
            _ if entry.kind == NoteKind::Cloze => words::small_change(term, self.random)?,
            _ => words::reworded(term, self.random)?,
        };
        let marks = |text: &str| text.matches(['*', '`', '|', '[', '<', '_', ':', '：']).count();
        let name = reading(&changed);
        if name == reading(term) || marks(&changed) != marks(term) || name.is_empty() || !self.names.insert(name) {
            return None;
        }
        *self.notebook.text_mut(entry.line)? = format!("{}{changed}{}", &text[..from], &text[to..]);
        self.touch([entry.line], kind);
        Some(())
    }

    /// Other words of a statement are hidden.
    fn change_clozes(&mut self) -> Option<()> {
        let entry = self.untouched(|entry| entry.kind == NoteKind::Cloze)?;
        let lines: Vec<u32> = [entry.line].into_iter().chain(entry.own.iter().copied()).collect();
        let line = *self.random.pick(&lines)?;
        let text = self.notebook.text(line)?.to_owned();
        let parts: Vec<&str> = text.split("**").collect();
        if parts.len().is_multiple_of(2) || parts.len() < 3 {
            return None;
        }
        let hidden = parts.len() / 2;
        let changed = if hidden > 1 && self.random.chance(50) {
            let gone = 1 + 2 * self.random.below(hidden);
            let mark = |at: usize| if at == gone || at == gone + 1 { "" } else { "**" };
            let parts = parts.iter().enumerate().map(|(at, part)| [if at == 0 { "" } else { mark(at) }, part]);
            parts.flatten().collect()
        } else {
            let at = 2 * self.random.below(hidden + 1);
            let part = hide_a_word(parts[at], self.random)?;
            let mut parts = parts.clone();
            parts[at] = &part;
            parts.join("**")
        };
        *self.notebook.text_mut(line)? = changed;
        self.touch([entry.line], Kind::ClozesChanged);
        Some(())
    }

    /// A formatter runs over a page.
    fn format(&mut self) -> Option<()> {
        let page = self.random.below(self.notebook.pages.len());
        let how = self.random.below(6);
        let code = self.notebook.pages[page].code();
        let front = self.notebook.pages[page].front;
        let mut changed = Vec::new();
        let mut lines: Vec<Line> = Vec::new();
        for (at, mut line) in std::mem::take(&mut self.notebook.pages[page].lines).into_iter().enumerate() {
            if at >= front && !code[at] {
                let text = formatted(&line.text, how);
                if text != line.text {
                    changed.push(line.id);
                    line.text = text;
                }
                let above = lines.last().is_some_and(|above| at > front && !above.text.is_empty());
                if how == 1 && level(&line.text).is_some() && above {
                    lines.push(self.notebook.line(""));
                    changed.push(line.id);
                }
            }
            lines.push(line);
        }
        self.notebook.pages[page].lines = lines;
        self.touch(changed.iter().copied(), Kind::Formatted);
        (!changed.is_empty()).then_some(())
    }

    fn change_title(&mut self) -> Option<()> {
        let page = self.random.below(self.notebook.pages.len());
        let page = &mut self.notebook.pages[page];
        let title = words::reworded(page.front_matter.title.as_ref()?, self.random)?.replace('"', "");
        let line = page.lines[..page.front].iter_mut().find(|line| line.text.starts_with("title:"))?;
        line.text = format!("title: \"{title}\"");
        page.front_matter.title = Some(title);
        let ids: Vec<u32> = page.lines.iter().map(|line| line.id).collect();
        self.touch(ids, Kind::TitleChanged);
        Some(())
    }
}

fn longer(text: &str, random: &mut Random) -> Option<String> {
    let more = words::sentence(text, random);
    let trimmed = text.trim_end();
    if trimmed.ends_with('|') || trimmed.ends_with([':', '：']) {
        return None;
    }
    let ends = trimmed.ends_with(['。', '.', '！', '!', '？', '?', '）', ')']);
    Some(match words::language(text) {
        words::Language::Japanese => format!("{trimmed}{}{more}", if ends { "" } else { "。" }),
        _ => format!("{trimmed}{} {more}", if ends { "" } else { "." }),
    })
}

/// Puts a word into bold.
fn hide_a_word(text: &str, random: &mut Random) -> Option<String> {
    let kind = |c: char| match c {
        c if c.is_ascii_alphanumeric() => 1,
        '\u{4e00}'..='\u{9fff}' => 2,
        '\u{30a0}'..='\u{30ff}' => 3,
        _ => 0,
    };
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    let mut last = 0;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        if kind(c) != last {
            if let Some(start) = start.take().filter(|_| last != 0) {
                runs.push((start, at));
            }
            start = Some(at);
            last = kind(c);
        }
    }
    runs.retain(|(from, to)| text[*from..*to].chars().count() > 1);
    if text.contains(['`', '[', '<']) {
        return None;
    }
    let &(from, to) = random.pick(&runs)?;
    Some(format!("{}**{}**{}", &text[..from], &text[from..to], &text[to..]))
}

/// One line, as a formatter writes it.
fn formatted(text: &str, how: usize) -> String {
    match how {
        0 => match marker(text) {
            Some((indent, _)) if text[indent..].starts_with("- ") => {
                format!("{}*{}", &text[..indent], &text[indent + 1..])
            }
            Some((indent, _)) if text[indent..].starts_with("* ") => {
                format!("{}-{}", &text[..indent], &text[indent + 1..])
            }
            _ => text.to_owned(),
        },
        1 => text.trim_end().to_owned(),
        2 => words::other_emphasis(text),
        3 => words::other_width(text, true),
        4 => words::other_width(text, false),
        _ => words::spaced(text),
    }
}
