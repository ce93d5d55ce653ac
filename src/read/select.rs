//! Which of the Markdown files in a folder are notes.
//!
//! Folders of notes hold other files, too: the front page of a repository, its licence and rules,
//! templates, drawings, boards. On cards they would be noise. Two principles:
//!
//! - A file that was named is read, whatever it is (unless it says itself that it is to be skipped).
//! - A name alone is not enough where people give it to notes as well. In many repositories every chapter is a
//!   `README.md` in a folder of its own, and in some the README holds all notes.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Source;
use crate::findings::{Diagnostic, Exclusion};
use crate::lexicon::{self, Class};

/// How a file was found, as far as that tells what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// By its own name, given so.
    Named(PathBuf),
    /// In a folder that was named.
    Walked {
        /// Its path from there, with `/`.
        inner: String,
        /// Whether its folder is the root of the notes, or of a repository.
        at_top: bool,
    },
}

/// A file that was read.
pub(super) struct Candidate {
    pub origin: Origin,
    pub source: Source,
    /// What is wrong in it.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a file's name says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Notes, as far as the name tells.
    Notes,
    /// What is shown first of a folder.
    FrontPage,
    /// What leads through a book.
    Contents,
    /// Not notes.
    Other(Exclusion),
}

/// Folders are known by them to be the root of a repository.
pub(super) const MARKS_OF_REPOSITORY: [&str; 6] =
    [".git", "LICENSE", "LICENSE.md", "LICENSE.txt", "CONTRIBUTING.md", ".github"];

/// In bytes. A front page has some words of its own; with more, it would not be one.
const LONG_FRONT_PAGE: usize = 20_000;

/// In bytes. Less is no notes: an introduction, how to use them, a licence.
const SHORT_NOTES: usize = 3_000;

/// Why each is left out; `None` for notes.
pub(super) fn reasons(candidates: &[&Candidate]) -> Vec<Option<Exclusion>> {
    let mut reasons: Vec<_> = candidates.iter().map(|candidate| by_content(candidate)).collect();
    let roles: Vec<_> = candidates.iter().map(|candidate| role(candidate)).collect();
    let is_other = |role: Role| matches!(role, Role::Other(_));
    let has_notes = reasons.iter().zip(&roles).any(|(reason, &role)| reason.is_none() && !is_other(role));
    for (reason, &role) in reasons.iter_mut().zip(&roles) {
        // Where nothing else is, they are what the user has.
        if let (None, Role::Other(other), true) = (*reason, role, has_notes) {
            *reason = Some(other);
        }
    }
    let pages = (0..candidates.len()).filter(|&at| reasons[at].is_none());
    let pages = pages.filter(|&at| matches!(roles[at], Role::FrontPage | Role::Contents));
    let left_out: Vec<usize> = pages.filter(|&at| is_front_page(at, candidates, &roles, &reasons)).collect();
    for at in left_out {
        reasons[at] = Some(Exclusion::FrontPage);
    }
    leave_out_translations(candidates, &mut reasons);
    reasons
}

/// Of notes and their translation beside them, nobody learns both: `ec2.md` and `ec2.en.md`. (In folders
/// of their own, each is the notes of somebody.)
fn leave_out_translations(candidates: &[&Candidate], reasons: &mut [Option<Exclusion>]) {
    let name = |candidate: &Candidate| {
        let path = candidate.source.path.to_lowercase();
        path.rsplit_once('.').map_or(path.clone(), |(name, _)| name.to_owned())
    };
    let notes: BTreeSet<String> =
        candidates.iter().zip(&*reasons).filter(|(_, reason)| reason.is_none()).map(|(notes, _)| name(notes)).collect();
    for (candidate, reason) in candidates.iter().zip(reasons) {
        let walked = matches!(candidate.origin, Origin::Walked { .. });
        if walked && reason.is_none() && is_translation(&name(candidate), &notes) {
            *reason = Some(Exclusion::Translation);
        }
    }
}

/// Whether `name` is that of one of `notes`, and a language.
fn is_translation(name: &str, notes: &BTreeSet<String>) -> bool {
    name.rmatch_indices(['.', '_', '-']).any(|(at, sign)| {
        let after = name[at..].replace('-', "_");
        let language = language(&after)
            .is_some_and(|code| LANGUAGES.contains(&code) || sign == "." && LANGUAGES_AFTER_DOT.contains(&code));
        language && notes.contains(&name[..at])
    })
}

/// What a file's text says, beyond doubt.
fn by_content(candidate: &Candidate) -> Option<Exclusion> {
    let Source { path, text, front_matter, .. } = &candidate.source;
    if front_matter.soa.skip {
        return Some(Exclusion::Skipped);
    }
    if matches!(candidate.origin, Origin::Named(_)) {
        return None;
    }
    if path.to_lowercase().ends_with(".excalidraw.md") || has_key(text, "excalidraw-plugin") {
        Some(Exclusion::Drawing)
    } else if has_key(text, "kanban-plugin") {
        Some(Exclusion::Board)
    } else {
        has_template_code(text).then_some(Exclusion::Template)
    }
}

/// Whether a plugin of Obsidian says by `key` that the file is its own. Plugins leave blank lines in
/// front matter, with which it is none to us.
fn has_key(text: &str, key: &str) -> bool {
    let lines = text.strip_prefix("---\n").unwrap_or_default().lines();
    let mut lines = lines.take_while(|line| line.trim_end() != "---");
    lines.any(|line| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')))
}

/// Whether there is code like `<% tp.date.now() %>`, and not only as an example.
fn has_template_code(text: &str) -> bool {
    if !text.contains("<%") {
        return false;
    }
    let marks = |line: &str| {
        let code = line.find("<%").filter(|&at| line[at..].contains("%>"));
        code.is_some_and(|at| line[..at].matches('`').count().is_multiple_of(2))
    };
    outside_fences(text).any(marks)
}

/// The lines that are not in fenced code.
fn outside_fences(text: &str) -> impl Iterator<Item = &str> {
    let mut open: Option<&str> = None;
    text.lines().filter(move |line| {
        let fence = ["```", "~~~"].into_iter().find(|fence| line.trim_start().starts_with(fence));
        match (open, fence) {
            (None, Some(_)) => open = fence,
            (Some(opening), Some(fence)) if opening == fence => open = None,
            (None, None) => return true,
            _ => {}
        }
        false
    })
}

fn role(candidate: &Candidate) -> Role {
    let Origin::Walked { inner, at_top } = &candidate.origin else {
        return Role::Notes;
    };
    let (folders, file) = inner.rsplit_once('/').unwrap_or(("", inner));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let name = stem.to_lowercase().replace([' ', '-'], "_");
    let is_template_folder = |folder: &str| lexicon::is(Class::TemplateFolder, &folder.to_lowercase());
    if folders.split('/').any(is_template_folder) || lexicon::is(Class::TemplateFile, &name) {
        return Role::Other(Exclusion::Template);
    }
    // `00_README`, `_index`: signs that sort it first.
    let sorted = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '.'));
    if is_one_of(sorted, &["readme"]) || lexicon::is(Class::FrontPage, sorted) {
        return Role::FrontPage;
    }
    if lexicon::is(Class::ContentsPage, sorted) {
        return Role::Contents;
    }
    let text = &candidate.source.text;
    let is_project = is_one_of(&name, lexicon::words(Class::ProjectFile))
        || *at_top && is_upper_case(stem) && is_one_of(&name, lexicon::words(Class::ProjectFileInCapitals))
        || *at_top && name == "security" && is_security_policy(text)
        || *at_top && lexicon::is(Class::SitePage, &name) && speaks_to_visitors(text);
    if is_project { Role::Other(Exclusion::Project) } else { Role::Notes }
}

/// Whether `name` is one of `known`, or its translation: `readme.ja`, `readme_zh_cn`.
fn is_one_of(name: &str, known: &[&str]) -> bool {
    let is_language = |rest: &str| rest.is_empty() || language(rest).is_some();
    known.iter().any(|known| name.strip_prefix(known).is_some_and(is_language))
}

/// The language that a name's ending tells, in lower case: that of `.ja` or `_zh_cn`.
fn language(ending: &str) -> Option<&str> {
    let mut parts = ending.strip_prefix(['.', '_'])?.split(['.', '_']);
    let is_code = |part: &str, most| (2..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase());
    let language = parts.next().filter(|language| is_code(language, 2))?;
    let fits = parts.next().is_none_or(|region| is_code(region, 4)) && parts.next().is_none();
    fits.then_some(language)
}

/// Codes of languages, and what people take for them.
const LANGUAGES: [&str; 8] = ["en", "ja", "jp", "ko", "kr", "zh", "cn", "tw"];

/// Codes that may be a word of the subject after another sign: `notes-it`, `search_es`.
const LANGUAGES_AFTER_DOT: [&str; 19] =
    ["ar", "cs", "de", "es", "fa", "fr", "hi", "hk", "id", "it", "nl", "pl", "pt", "ru", "sv", "th", "tr", "uk", "vi"];

fn is_upper_case(stem: &str) -> bool {
    !stem.split('.').next().unwrap_or(stem).contains(char::is_lowercase)
}

/// SECURITY.md says how to report a hole. `Security.md` may be notes on security.
fn is_security_policy(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("vulnerabilit") && text.contains("report") || text.contains("脆弱性") && text.contains("報告")
}

fn speaks_to_visitors(text: &str) -> bool {
    lexicon::within(Class::ToVisitors, &text.to_lowercase())
}

/// Whether the page at `at` is about the other notes, and not notes itself.
///
/// Without notes beside or below it, it is notes: there is nothing that it could be about. (Of chapters
/// that are all called README, only the one above the others is in question.) Else, a page that
/// leads to other pages more than it tells is their contents, wherever it stands. At the top, people
/// also write what all this is, how to use it, whom to thank: there it must be long, or long beside the rest, to be notes.
fn is_front_page(at: usize, candidates: &[&Candidate], roles: &[Role], reasons: &[Option<Exclusion>]) -> bool {
    let Candidate { source, origin, .. } = candidates[at];
    let folder = &source.path[..source.path.rfind('/').map_or(0, |slash| slash + 1)];
    let is_other = |&other: &usize| {
        let inner = candidates[other].source.path.strip_prefix(folder);
        // A translation of the page stands beside it.
        let is_beside = inner.is_some_and(|inner| !inner.contains('/'));
        let is_page = matches!(roles[other], Role::FrontPage | Role::Contents);
        other != at && reasons[other].is_none() && inner.is_some() && !(is_beside && is_page)
    };
    let others = (0..candidates.len()).filter(is_other);
    let others: Vec<usize> = others.map(|other| body(&candidates[other].source).len()).collect();
    if others.is_empty() {
        return false;
    }
    let Words { own, leading } = Words::of(body(source));
    let at_top = matches!(origin, Origin::Walked { at_top: true, .. }) && roles[at] == Role::FrontPage;
    let is_long = own >= LONG_FRONT_PAGE || own >= SHORT_NOTES && own * 2 >= others.iter().sum();
    leading >= own || at_top && !is_long
}

fn body(source: &Source) -> &str {
    &source.text[source.body..]
}

/// How much a page tells, and how much of it only leads elsewhere. In bytes.
#[derive(Default)]
struct Words {
    /// Prose, terms, tables: all that is neither a heading nor code nor `leading`.
    own: usize,
    /// Lines that begin with a link, what is indented under them, and headings with links.
    leading: usize,
}

impl Words {
    fn of(body: &str) -> Self {
        let mut words = Self::default();
        let mut link: Option<usize> = None;
        for line in outside_fences(body).filter(|line| !line.trim().is_empty()) {
            let indent = line.len() - line.trim_start().len();
            let plain = without_markup(line);
            let begins = plain.trim_start_matches(|c: char| c.is_ascii_digit() || " \t-*+>|.#_`".contains(c));
            let is_heading = plain.trim_start().starts_with('#');
            if begins.is_empty() {
                continue;
            }
            if begins.starts_with('[') {
                link = Some(indent);
            } else if link.is_some_and(|link| indent <= link) {
                link = None;
            }
            if link.is_some() || is_heading && plain.contains("](") {
                words.leading += begins.len();
            } else if !is_heading {
                words.own += begins.len();
            }
        }
        words
    }
}

/// The line without pictures and tags: badges are neither words nor links.
fn without_markup(line: &str) -> String {
    let plain = without(line, "<", ">");
    let plain = without(&plain, "![", ")");
    // Of a badge, which is a picture in a link, this is left.
    without(&plain, "[](", ")")
}

/// `text` without what stands from each `opening` up to and with the next `closing`.
fn without(text: &str, opening: &str, closing: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(opening)
        && let Some((_, after)) = inside.split_once(closing)
    {
        kept += before;
        rest = after;
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::front_matter;

    /// What is left out of a folder with these files, and why.
    fn left_out<'a>(files: &[(&'a str, &str)]) -> Vec<(&'a str, Exclusion)> {
        let candidates: Vec<Candidate> = files.iter().map(|(path, text)| candidate(path, text)).collect();
        let reasons = reasons(&candidates.iter().collect::<Vec<_>>());
        let told = files.iter().zip(reasons).filter_map(|((path, _), reason)| Some((*path, reason?)));
        told.collect()
    }

    fn candidate(path: &str, text: &str) -> Candidate {
        let cut = front_matter::cut(text);
        let source = Source { path: path.into(), text: text.into(), body: cut.body, front_matter: cut.front_matter };
        let origin = Origin::Walked { inner: path.into(), at_top: !path.contains('/') };
        Candidate { origin, source, diagnostics: Vec::new() }
    }

    /// As many bytes of notes.
    fn notes(bytes: usize) -> String {
        "- EC2: virtual servers\n".repeat(bytes / 23 + 1)
    }

    const FRONT: &str =
        "# My notes\nFor the exam.\n## Chapters\n- [EC2](ec2.md)\n  - instances, images\n- [S3](s3.md)\n";

    #[test]
    fn a_readme_above_or_beside_notes_is_left_out() {
        let expected = [("README.md", Exclusion::FrontPage)];
        assert_eq!(left_out(&[("README.md", FRONT), ("ec2.md", "x")]), expected);
        assert_eq!(left_out(&[("README.md", "About.\n"), ("aws/ec2.md", "x")]), expected);
        assert_eq!(left_out(&[("README.md", &notes(2_000)), ("ec2.md", "x")]), expected);
        for name in
            ["readme.md", "Readme.markdown", "README.ja.md", "README_zh-CN.md", "00_README.md", "_index.md", "Home.md"]
        {
            assert_eq!(left_out(&[(name, "About.\n"), ("ec2.md", "x")]), [(name, Exclusion::FrontPage)]);
        }
        assert_eq!(left_out(&[("README-first.md", "x"), ("index-scan.md", "x"), ("ec2.md", "x")]), []);
    }

    #[test]
    fn a_readme_alone_is_notes() {
        assert_eq!(left_out(&[("README.md", FRONT)]), []);
        let translated = left_out(&[("README.md", FRONT), ("README.ja.md", FRONT)]);
        assert_eq!(translated, [("README.ja.md", Exclusion::Translation)]);
        assert_eq!(left_out(&[("README.en.md", FRONT), ("README.ja.md", FRONT)]), []);
        let with_licence = left_out(&[("README.md", FRONT), ("LICENSE.md", "MIT")]);
        assert_eq!(with_licence, [("LICENSE.md", Exclusion::Project)]);
    }

    #[test]
    fn chapters_called_readme_are_notes() {
        let files = [("README.md", FRONT), ("OS/README.md", "- a: b\n"), ("Java/README.md", "- a: b\n")];
        assert_eq!(left_out(&files), [("README.md", Exclusion::FrontPage)]);
        let with_more = [("ec2.md", "x"), ("os/README.md", "- a: b\n"), ("os/paging.md", "x")];
        assert_eq!(left_out(&with_more), []);
    }

    #[test]
    fn a_translation_beside_its_notes_is_left_out() {
        for name in ["os/README.en.md", "os/README_EN.md", "os/readme-zh-CN.md", "os/README.pt-BR.md"] {
            assert_eq!(left_out(&[("os/README.md", "x"), (name, "x")]), [(name, Exclusion::Translation)]);
            assert_eq!(left_out(&[("os/notes.md", "x"), (name, "x")]), []);
        }
        // Other folders, other subjects, other notes.
        assert_eq!(left_out(&[("ja/ec2.md", "x"), ("en/ec2.en.md", "x"), ("en/s3.md", "x")]), []);
        assert_eq!(left_out(&[("notes.md", "x"), ("notes-it.md", "x"), ("notes.js.md", "x"), ("notes.2.md", "x")]), []);
        assert_eq!(left_out(&[("ec2.ja.md", "x"), ("ec2.en.md", "x"), ("token.md", "x"), ("tok.md", "x")]), []);
    }

    #[test]
    fn a_chapters_page_that_only_leads_on_is_left_out() {
        let contents = "# Chapter\n1. [Disks](disks.md)\n1. [Images](images.md): of machines\n";
        let expected = [("ec2/README.md", Exclusion::FrontPage)];
        assert_eq!(left_out(&[("s3.md", "x"), ("ec2/README.md", contents), ("ec2/disks.md", "x")]), expected);
        assert_eq!(left_out(&[("s3.md", "x"), ("ec2/README.md", contents)]), []);
    }

    #[test]
    fn a_readme_that_holds_the_notes_is_read() {
        assert_eq!(left_out(&[("README.md", &notes(8_000)), ("06-S3/notes.md", &notes(9_000))]), []);
        // Of each line of 23 bytes, 20 are words.
        assert_eq!(left_out(&[("README.md", &notes(23_100)), ("06-S3/notes.md", &notes(90_000))]), []);
        let shorter = left_out(&[("README.md", &notes(22_900)), ("06-S3/notes.md", &notes(90_000))]);
        assert_eq!(shorter, [("README.md", Exclusion::FrontPage)]);
        let short_beside_them = left_out(&[("README.md", &notes(8_000)), ("06-S3/notes.md", &notes(20_000))]);
        assert_eq!(short_beside_them, [("README.md", Exclusion::FrontPage)]);
    }

    #[test]
    fn a_summary_is_left_out_when_it_is_a_table_of_contents() {
        let toc = "# Summary\n\n[Preface](preface.md)\n- [One](one.md)\n  - [Two](two.md)\n";
        let expected = [("SUMMARY.md", Exclusion::FrontPage)];
        assert_eq!(left_out(&[("SUMMARY.md", toc), ("one.md", "x")]), expected);
        assert_eq!(left_out(&[("summary.md", "# Summary\n- EC2: servers\n- [S3](s3.md)\n"), ("one.md", "x")]), []);
    }

    #[test]
    fn files_of_a_project_are_left_out_of_notes() {
        for name in [
            "CHANGELOG.md",
            "Contributing.md",
            "code-of-conduct.md",
            "CONTRIBUTING.ja.md",
            "LICENSE.md",
            "docs/CHANGELOG.md",
        ] {
            assert_eq!(left_out(&[(name, "x"), ("ec2.md", "x")]), [(name, Exclusion::Project)]);
            assert_eq!(left_out(&[(name, "x")]), []);
        }
        assert_eq!(left_out(&[("aws/LICENSE.md", "x"), ("license.md", "x"), ("Notice.md", "x"), ("a.md", "x")]), []);
    }

    #[test]
    fn a_subject_may_have_the_name_of_a_policy() {
        let policy = "# Security policy\nReport a vulnerability to us. Do not publish vulnerabilities.\n";
        assert_eq!(left_out(&[("SECURITY.md", policy), ("a.md", "x")]), [("SECURITY.md", Exclusion::Project)]);
        assert_eq!(left_out(&[("SECURITY.md", "- IAM: users\n"), ("aws/security.md", policy), ("a.md", "x")]), []);
        let page = "このブログについて。当サイトは広告を掲載しています。";
        assert_eq!(
            left_out(&[("privacy-policy.md", page), ("a.md", "x")]),
            [("privacy-policy.md", Exclusion::Project)]
        );
        assert_eq!(left_out(&[("privacy-policy.md", "- 個人情報: 生存する個人の情報"), ("a.md", "x")]), []);
    }

    #[test]
    fn templates_are_left_out() {
        let expected = |path| vec![(path, Exclusion::Template)];
        for path in [
            "Templates/daily.md",
            "notes/_templates/a.md",
            "template.md",
            "PULL_REQUEST_TEMPLATE.md",
            "テンプレート/日報.md",
        ] {
            assert_eq!(left_out(&[(path, "x"), ("a.md", "x")]), expected(path));
        }
        assert_eq!(left_out(&[("daily.md", "# <% tp.date.now() %>\n")]), expected("daily.md"));
        assert_eq!(left_out(&[("daily.md", "---\ntitle: <%* tp.file.title %>\n---\n")]), expected("daily.md"));
        let about = "ERB is `<%= x %>`.\n```erb\n<% if x %>\n```\n~~~\n```\n<% y %>\n~~~\n";
        assert_eq!(left_out(&[("erb.md", about), ("launch-template.md", "x"), ("a.md", "1 <% 2")]), []);
    }

    #[test]
    fn drawings_and_boards_are_left_out() {
        assert_eq!(left_out(&[("Net.excalidraw.md", "x")]), [("Net.excalidraw.md", Exclusion::Drawing)]);
        let drawing = "---\n\nexcalidraw-plugin: parsed\ntags: [excalidraw]\n\n---\n";
        assert_eq!(left_out(&[("Net.md", drawing)]), [("Net.md", Exclusion::Drawing)]);
        let board = "---\nkanban-plugin: board\n---\n## To do\n- [ ] S3\n";
        assert_eq!(left_out(&[("Plan.md", board)]), [("Plan.md", Exclusion::Board)]);
        assert_eq!(left_out(&[("Plan.md", "---\ntitle: a\n---\nkanban-plugin: a plugin\n")]), []);
    }

    #[test]
    fn what_is_named_is_read_unless_it_says_itself_that_it_is_not() {
        let named = |text| {
            let mut named = candidate("README.md", text);
            named.origin = Origin::Named("README.md".into());
            reasons(&[&named, &candidate("a.md", "x")])
        };
        assert_eq!(named(FRONT), [None, None]);
        assert_eq!(named("---\nkanban-plugin: board\n---\n"), [None, None]);
        assert_eq!(named("---\nsoa: skip\n---\n"), [Some(Exclusion::Skipped), None]);
    }

    #[test]
    fn badges_are_neither_words_nor_links() {
        let text =
            "<p align=\"center\"><img src=\"a.png\"></p>\n[![build](a.svg)](https://x)\n![a](b.png)\nWow! a < b\n";
        let Words { own, leading } = Words::of(text);
        assert!(own < 12 && leading == 0, "{own} {leading}");
    }
}
