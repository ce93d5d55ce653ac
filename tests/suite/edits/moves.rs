//! Edits that change what stands where: moves, copies, deletions, splits, merges, names of files.

use std::ops::Range;

use soa_anki::{FrontMatter, NoteKind};

use super::edit::{Editor, Kind};
use super::history::{Found, reading};
use super::notebook::{Line, Page, Scrap};
use super::structure::{Section, content, item, level, marker, sections, siblings};
use super::words;

impl<'a> Editor<'a> {
    fn section(&mut self, which: impl Fn(&Section, &[Line]) -> bool) -> Option<Section> {
        let lines = |section: &Section| &self.notebook.pages[section.page].lines[section.range.clone()];
        // What is copied and edited in one step is nobody's to tell apart.
        let free = |section: &Section| lines(section).iter().all(|line| !self.edited.touched.contains_key(&line.id));
        let fit: Vec<Section> = sections(self.notebook)
            .into_iter()
            .filter(|section| free(section) && which(section, lines(section)))
            .collect();
        self.random.pick(&fit).cloned()
    }

    fn ids(&self, page: usize, range: Range<usize>) -> Vec<u32> {
        self.notebook.pages[page].lines[range].iter().map(|line| line.id).collect()
    }

    fn cut(&mut self, page: usize, range: Range<usize>) -> Vec<Line> {
        self.notebook.pages[page].lines.drain(range).collect()
    }

    fn paste(&mut self, page: usize, at: usize, lines: Vec<Line>) {
        self.notebook.pages[page].lines.splice(at..at, lines);
    }

    /// A list of two items or more: its page, and the items.
    fn list(&mut self) -> Option<(usize, Vec<Range<usize>>)> {
        let entry = self.untouched(|_| true)?;
        let (page, at) = self.notebook.find(entry.line)?;
        let items = siblings(&self.notebook.pages[page], at);
        (items.len() > 1).then_some((page, items))
    }

    pub fn reorder_items(&mut self) -> Option<()> {
        let (page, mut items) = self.list()?;
        let all = items[0].start..items[items.len() - 1].end;
        if self.random.chance(50) {
            items.rotate_left(1);
        } else {
            self.random.shuffle(&mut items);
        }
        let lines = &self.notebook.pages[page].lines;
        let lines: Vec<Line> = items.into_iter().flat_map(|item| lines[item].to_vec()).collect();
        self.touch(lines.iter().map(|line| line.id), Kind::ItemsReordered);
        self.notebook.pages[page].lines.splice(all, lines);
        Some(())
    }

    pub fn reorder_sections(&mut self) -> Option<()> {
        let one = self.section(|section, _| section.range.start > 0)?;
        let next = |section: &Section, _: &[Line]| {
            section.page == one.page && section.range.start == one.range.end && section.level == one.level
        };
        let other = self.section(next)?;
        let moved = self.ids(one.page, one.range.start..other.range.end);
        let mut lines = self.cut(one.page, one.range.clone());
        if lines.last().is_some_and(|line| !line.text.is_empty()) {
            lines.push(self.notebook.line(""));
        }
        if self.notebook.pages[one.page].lines[other.range.end - one.range.len() - 1].text.trim() != "" {
            lines.insert(0, self.notebook.line(""));
        }
        self.paste(one.page, one.range.start + other.range.len(), lines);
        self.touch(moved, Kind::SectionsReordered);
        Some(())
    }

    pub fn rename_file(&mut self) -> Option<()> {
        let number = self.random.below(self.notebook.pages.len());
        let path = self.notebook.pages[number].path.clone();
        let (folder, name) =
            path.rsplit_once('/').map_or((String::new(), &*path), |(folder, name)| (format!("{folder}/"), name));
        let (stem, ending) = name.rsplit_once('.')?;
        let bare = stem.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
        let position = self.random.below(30);
        let stem = match self.random.below(3) {
            0 => format!("{position:02}-{bare}"),
            1 => format!("{stem}-notes"),
            _ => format!("{bare}{position}"),
        };
        let path = format!("{folder}{stem}.{ending}");
        if self.notebook.pages.iter().any(|page| page.path == path) {
            return None;
        }
        self.notebook.pages[number].path = path;
        let ids = self.ids(number, 0..self.notebook.pages[number].lines.len());
        self.touch(ids, Kind::FileRenamed);
        Some(())
    }

    pub fn rename_folder(&mut self) -> Option<()> {
        let number = self.random.below(self.notebook.pages.len());
        let path = self.notebook.pages[number].path.clone();
        let old = path.split_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let new = if old.is_empty() {
            format!("folder-{}/", self.random.below(50))
        } else {
            format!(
                "{}-{}/",
                old.trim_end_matches(['/', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
                self.random.below(50)
            )
        };
        if self.notebook.pages.iter().any(|page| page.path.starts_with(&new)) {
            return None;
        }
        for number in 0..self.notebook.pages.len() {
            let page = &mut self.notebook.pages[number];
            let inside = if old.is_empty() { !page.path.contains('/') } else { page.path.starts_with(&old) };
            if inside {
                page.path = format!("{new}{}", &page.path[old.len()..]);
                let ids = self.ids(number, 0..self.notebook.pages[number].lines.len());
                self.touch(ids, Kind::FolderRenamed);
            }
        }
        Some(())
    }

    pub fn move_section(&mut self) -> Option<()> {
        let section = self.section(|section, _| section.level > 1 && section.range.len() > 2)?;
        let to = if self.random.chance(25) { self.new_page()? } else { self.random.below(self.notebook.pages.len()) };
        if to == section.page {
            return None;
        }
        // Where a section of its level begins, or at the end.
        let ends: Vec<usize> = sections(self.notebook)
            .into_iter()
            .filter(|other| other.page == to && other.level == section.level)
            .map(|other| other.range.end)
            .chain([self.notebook.pages[to].lines.len()])
            .collect();
        let at = *self.random.pick(&ends)?;
        let mut lines = self.cut(section.page, section.range);
        self.touch(lines.iter().map(|line| line.id), Kind::SectionMoved);
        lines.insert(0, self.notebook.line(""));
        lines.push(self.notebook.line(""));
        self.paste(to, at, lines);
        Some(())
    }

    /// A file that holds nothing yet.
    fn new_page(&mut self) -> Option<usize> {
        let path = format!("new-{}.md", self.random.below(1000));
        let known = self.notebook.pages.iter().any(|page| page.path == path);
        let page = Page { path, front_matter: FrontMatter::default(), front: 0, lines: Vec::new() };
        (!known).then(|| self.notebook.pages.push(page))?;
        Some(self.notebook.pages.len() - 1)
    }

    pub fn rename_heading(&mut self) -> Option<()> {
        let section = self.section(|section, lines| section.range.len() > 2 && !lines[0].text.contains("soa:"))?;
        let line = self.notebook.pages[section.page].lines[section.range.start].id;
        let text = self.notebook.text(line)?.to_owned();
        let (signs, name) = text.split_at(section.level + 1);
        let number = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ').len();
        let (number, name) = name.split_at(number);
        let name = match self.random.below(4) {
            0 => words::typo(name, self.random)?,
            1 => self.notebook.invent(name, self.random).0,
            2 if !number.is_empty() => format!("{name} "),
            _ => words::reworded(name, self.random)?,
        };
        let number = if number.is_empty() { String::new() } else { format!("{}. ", self.random.below(20)) };
        let known = reading(&name);
        let same = known == reading(&text[section.level + 1..]);
        if known.is_empty() || !same && !self.names.insert(known) {
            return None;
        }
        // A heading that only labelled what the one above says, and is a term of its own now, says that in its place.
        if self.found.iter().all(|entry| entry.line != line)
            && let Some((above, _)) = self.heading_above(section.page, section.range.start)
        {
            let above = self.notebook.pages[section.page].lines[above].id;
            self.notebook.inherit(above, line);
        }
        *self.notebook.text_mut(line)? = format!("{signs}{number}{}", name.trim_end());
        self.touch([line], Kind::HeadingRenamed);
        Some(())
    }

    pub fn shift_levels(&mut self) -> Option<()> {
        let page = self.random.below(self.notebook.pages.len());
        let heads: Vec<(usize, usize)> = sections(self.notebook)
            .into_iter()
            .filter(|section| section.page == page)
            .map(|section| (section.range.start, section.level))
            .collect();
        let (least, most) = (heads.iter().map(|head| head.1).min()?, heads.iter().map(|head| head.1).max()?);
        let deeper = match (least, most) {
            (1, 6) => return None,
            (1, _) => true,
            (_, 6) => false,
            _ => self.random.chance(50),
        };
        for (at, _) in heads {
            let text = &mut self.notebook.pages[page].lines[at].text;
            *text = if deeper { format!("#{text}") } else { text[1..].to_owned() };
        }
        let ids = self.ids(page, 0..self.notebook.pages[page].lines.len());
        self.touch(ids, Kind::LevelsShifted);
        Some(())
    }

    pub fn demote_section(&mut self) -> Option<()> {
        let section = self.section(|section, _| (2..5).contains(&section.level))?;
        let ids = self.ids(section.page, section.range.clone());
        let up = section.level > 2 && self.random.chance(40);
        for id in &ids {
            let text = self.notebook.text_mut(*id)?;
            if level(text).is_some_and(|level| level < 6) {
                *text = if up { text[1..].to_owned() } else { format!("#{text}") };
            }
        }
        self.touch(ids, Kind::SectionDemoted);
        Some(())
    }

    /// A section is copied, and the copy is edited.
    pub fn make_twins(&mut self) -> Option<()> {
        let section = self.section(|section, _| section.level > 1 && (3..30).contains(&section.range.len()))?;
        let lines = self.notebook.pages[section.page].lines[section.range.clone()].to_vec();
        let mut copies = self.notebook.copies(&lines);
        self.touch(lines.iter().map(|line| line.id), Kind::TwinsMade);
        for _ in 0..=self.random.below(3) {
            let at = self.random.below(copies.len());
            let start = content(&copies[at].text);
            if let Some(changed) = words::small_change(&copies[at].text[start..], self.random) {
                copies[at].text = format!("{}{changed}", &copies[at].text[..start]);
            }
        }
        if self.random.chance(60) {
            copies[0].text.push_str(" (2)");
        }
        copies.push(self.notebook.line(""));
        copies.insert(0, self.notebook.line(""));
        let other = self.random.below(self.notebook.pages.len());
        let (page, at) = if self.random.chance(50) {
            (other, self.notebook.pages[other].lines.len())
        } else {
            (section.page, section.range.end)
        };
        self.paste(page, at, copies);
        Some(())
    }

    /// A leaf that is an item of a list, or a paragraph under a heading: its page, its lines, and where its term ends.
    fn leaf_item(&mut self) -> Option<(&'a Found, usize, Range<usize>, usize)> {
        self.leaf_item_of(|_| true)
    }

    fn leaf_item_of(&mut self, which: impl Fn(&Found) -> bool) -> Option<(&'a Found, usize, Range<usize>, usize)> {
        let entry = self.untouched(|entry| entry.kind == NoteKind::Term && entry.leaf && which(entry))?;
        let (page, at) = self.notebook.find(entry.line)?;
        let lines = item(&self.notebook.pages[page], at)?;
        let text = &self.notebook.pages[page].lines[at].text;
        let end = text.find(&entry.text)? + entry.text.len();
        (lines.len() == entry.own.len() + 1).then_some((entry, page, lines, end))
    }

    /// Two terms change places, and their definitions stay.
    pub fn swap(&mut self) -> Option<()> {
        let (one, page, first, end) = self.leaf_item()?;
        let near = |entry: &Found| entry.path == one.path && entry.context == one.context && entry.line != one.line;
        let (two, other, second, other_end) = self.leaf_item_of(near)?;
        if page != other {
            return None;
        }
        let (a, b) = (first.start, second.start);
        let lines = &mut self.notebook.pages[page].lines;
        let alone = |at: usize, end: usize| lines[at].text[end..].trim().is_empty();
        match (alone(a, end), alone(b, other_end)) {
            (true, true) => {
                let marks = |text: &str| content(text);
                let (one, two) = (lines[a].text.clone(), lines[b].text.clone());
                lines.swap(a, b);
                lines[a].text = format!("{}{}", &one[..marks(&one)], &two[marks(&two)..]);
                lines[b].text = format!("{}{}", &two[..marks(&two)], &one[marks(&one)..]);
            }
            (false, false) if first.len() == 1 && second.len() == 1 => {
                let (one, two) = (lines[a].text.clone(), lines[b].text.clone());
                lines[a].text = format!("{}{}", &one[..end], &two[other_end..]);
                lines[b].text = format!("{}{}", &two[..other_end], &one[end..]);
            }
            _ => return None,
        }
        self.touch([one.line, two.line], Kind::Swapped);
        Some(())
    }

    /// A new item below another one.
    pub fn add(&mut self) -> Option<()> {
        let (entry, page, lines, _) = self.leaf_item()?;
        let text = self.notebook.pages[page].lines[lines.start].text.clone();
        let (term, definition) = self.notebook.invent(&text, self.random);
        if !self.names.insert(reading(&term)) {
            return None;
        }
        let new = self.item_like(&text, &term, &definition, lines.len() > 1, &entry.text);
        self.notebook.newcomers.extend(new.iter().map(|line| line.id));
        self.touch(new.iter().map(|line| line.id), Kind::Added);
        self.paste(page, lines.end, new);
        Some(())
    }

    /// An item in the style of another one.
    fn item_like(&mut self, like: &str, term: &str, definition: &str, below: bool, old: &str) -> Vec<Line> {
        let start = content(like);
        let mark = &like[..start];
        if below {
            let indent = " ".repeat(start);
            return vec![
                self.notebook.line(format!("{mark}{term}")),
                self.notebook.line(format!("{indent}{definition}")),
            ];
        }
        let after = like.find(old).map_or("", |at| &like[at + old.len()..]);
        let separator: String = after.chars().take_while(|c| !c.is_alphanumeric()).take(3).collect();
        let separator = if separator.trim().is_empty() || separator.contains(['（', '(']) {
            ": "
        } else {
            separator.trim_end_matches('*')
        };
        let separator = if separator.ends_with(':') { ": " } else { separator };
        vec![self.notebook.line(format!("{mark}{term}{separator}{definition}"))]
    }

    /// An item, or now and then a whole section, is deleted.
    pub fn delete(&mut self) -> Option<()> {
        let entry = self.untouched(|_| true)?;
        if self.notebook.newcomers.contains(&entry.line) {
            return None;
        }
        let (page, at) = self.notebook.find(entry.line)?;
        let lines = match item(&self.notebook.pages[page], at) {
            Some(lines) => lines,
            None if self.random.chance(50) => {
                self.section(|section, _| {
                    section.page == page && section.range.start == at && section.range.len() < 25
                })?
                .range
            }
            None => return None,
        };
        let after = lines.start.checked_sub(1).map(|above| self.notebook.pages[page].lines[above].id);
        let lines = self.cut(page, lines);
        self.notebook.scraps.push(Scrap { after, lines });
        Some(())
    }

    /// What was deleted comes back, sometimes elsewhere, sometimes edited.
    pub fn bring_back(&mut self) -> Option<()> {
        if self.notebook.scraps.is_empty() {
            return None;
        }
        let number = self.random.below(self.notebook.scraps.len());
        let after = self.notebook.scraps[number].after;
        let (page, above) = after.and_then(|line| self.notebook.find(line))?;
        let mut scrap = self.notebook.scraps.remove(number);
        self.touch(scrap.lines.iter().map(|line| line.id), Kind::Returned);
        if self.random.chance(30)
            && let Some(line) = scrap.lines.iter_mut().skip(1).last()
            && let Some(changed) = words::small_change(&line.text, self.random)
        {
            line.text = changed;
        }
        if level(&scrap.lines[0].text).is_some() {
            scrap.lines.insert(0, self.notebook.line(""));
            scrap.lines.push(self.notebook.line(""));
        }
        self.paste(page, above + 1, scrap.lines);
        Some(())
    }

    /// An item goes, and another one comes in its place.
    pub fn replace(&mut self) -> Option<()> {
        let (entry, page, lines, _) = self.leaf_item()?;
        if self.notebook.newcomers.contains(&entry.line) {
            return None;
        }
        let text = self.notebook.pages[page].lines[lines.start].text.clone();
        let (term, definition) = self.notebook.invent(&text, self.random);
        if !self.names.insert(reading(&term)) {
            return None;
        }
        let new = self.item_like(&text, &term, &definition, lines.len() > 1, &entry.text);
        self.notebook.newcomers.extend(new.iter().map(|line| line.id));
        self.touch(new.iter().map(|line| line.id), Kind::Replaced);
        let start = lines.start;
        let after = start.checked_sub(1).map(|above| self.notebook.pages[page].lines[above].id);
        let lines = self.cut(page, lines);
        self.notebook.scraps.push(Scrap { after, lines });
        self.paste(page, start, new);
        Some(())
    }

    /// Of an item with several sentences become two.
    pub fn split(&mut self) -> Option<()> {
        let (entry, page, lines, end) = self.leaf_item()?;
        let at = if lines.len() > 1 { lines.end - 1 } else { lines.start };
        let text = self.notebook.pages[page].lines[at].text.clone();
        let ends = words::sentence_ends(&text);
        let cut = *ends.iter().find(|cut| **cut < text.trim_end().len())?;
        if at == lines.start && cut < end || at > lines.start && marker(&text).is_some() {
            return None;
        }
        let (stays, goes) = (text[..cut].trim_end().to_owned(), text[cut..].trim().to_owned());
        let first = self.notebook.pages[page].lines[lines.start].text.clone();
        let (one, two) = match words::language(&entry.text) {
            words::Language::Japanese => ("の基本", "の補足"),
            words::Language::Korean => (" 기본", " 보충"),
            words::Language::English => (" basics", " details"),
        };
        let term = format!("{}{two}", entry.text);
        if !self.names.insert(reading(&term)) {
            return None;
        }
        let new = self.item_like(&first, &term, &goes, lines.len() > 1, &entry.text);
        self.notebook.pages[page].lines[at].text = stays;
        if self.random.chance(50) {
            self.notebook.pages[page].lines[lines.start].text.insert_str(end, one);
        }
        self.edited.either.push((entry.line, new[0].id));
        self.touch(new.iter().map(|line| line.id).chain([entry.line]), Kind::Split);
        self.paste(page, lines.end, new);
        Some(())
    }

    /// Two items become one.
    pub fn merge(&mut self) -> Option<()> {
        let (one, page, lines, end) = self.leaf_item()?;
        let fits = |entry: &Found| entry.leaf && entry.kind == NoteKind::Term && entry.context == one.context;
        let next = self.notebook.pages[page].lines.get(lines.end)?.id;
        let two = self.untouched(|entry| entry.line == next && fits(entry))?;
        let second = item(&self.notebook.pages[page], lines.end)?;
        // What is put below an item of its own would become part of that.
        let plain = one.own.iter().all(|line| self.notebook.text(*line).is_some_and(|text| marker(text).is_none()));
        if second.len() != two.own.len() + 1 || (second.len() == 1) != (lines.len() == 1) || !plain {
            return None;
        }
        let head = self.notebook.pages[page].lines[second.start].clone();
        let from = head.text.find(&two.text)? + two.text.len();
        let mut rest = self.cut(page, second);
        rest.remove(0);
        let join = if words::language(&one.text) == words::Language::Japanese { "・" } else { " and " };
        let first = &mut self.notebook.pages[page].lines[lines.start].text;
        if rest.is_empty() {
            first.push(' ');
            first.push_str(head.text[from..].trim_start_matches(|c: char| !c.is_alphanumeric()));
        }
        first.insert_str(end, &format!("{join}{}", two.text));
        self.paste(page, lines.end, rest);
        self.edited.either.push((one.line, two.line));
        self.touch([one.line], Kind::Merged);
        Some(())
    }

    /// The position and the level of the nearest heading above a line.
    fn heading_above(&self, page: usize, line: usize) -> Option<(usize, usize)> {
        (0..line).rev().find_map(|at| Some((at, level(&self.notebook.pages[page].lines[at].text)?)))
    }

    /// A heading comes between the items of a section.
    pub fn split_section(&mut self) -> Option<()> {
        let (page, items) = self.list()?;
        let (at, above) = self.heading_above(page, items[0].start)?;
        if marker(&self.notebook.pages[page].lines[items[0].start].text)?.0 > 0 {
            return None;
        }
        let text = self.notebook.pages[page].lines[items[0].start].text.clone();
        let (name, _) = self.notebook.invent(&text, self.random);
        let middle = self.random.pick(&items[1..])?.clone();
        let below: Vec<u32> = self.ids(page, middle.start..items[items.len() - 1].end);
        let heading = self.notebook.line(format!("{} {name}", "#".repeat((above + 1).min(6))));
        let head = self.notebook.pages[page].lines[at].id;
        self.notebook.inherit(head, heading.id);
        let new = vec![self.notebook.line(""), heading];
        self.touch(below, Kind::SectionSplit);
        self.paste(page, middle.start, new);
        Some(())
    }

    /// A heading goes, and what stood under it belongs to the section above.
    pub fn merge_sections(&mut self) -> Option<()> {
        let section = self.section(|section, lines| {
            section.level > 1 && lines.len() > 2 && lines[1..].iter().all(|line| level(&line.text).is_none())
        })?;
        let range = section.range;
        let below = self.ids(section.page, range.start + 1..range.end);
        let (above, _) = self.heading_above(section.page, range.start)?;
        let [above, gone] = [above, range.start].map(|at| self.notebook.pages[section.page].lines[at].id);
        self.notebook.inherit(above, gone);
        self.cut(section.page, range.start..range.start + 1);
        self.touch(below, Kind::SectionsMerged);
        Some(())
    }
}
