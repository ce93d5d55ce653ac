//! What of a folder the author chose: patterns as in a `.gitignore`, from the folder of `soa-anki.toml`.

use std::path::Path;

use ignore::DirEntry;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::model::config::Files;

/// Which files of a folder are notes; of the default choice, all are.
#[derive(Clone, Debug)]
pub struct Choice {
    include: Gitignore,
    exclude: Gitignore,
}

impl Default for Choice {
    fn default() -> Self {
        Self { include: Gitignore::empty(), exclude: Gitignore::empty() }
    }
}

impl Choice {
    /// The choice of `files`, whose patterns count from `folder`. Patterns that cannot be read choose nothing: those of a
    /// configuration were read before.
    pub fn new(folder: &Path, files: &Files) -> Self {
        let matcher = |patterns: &[String]| {
            let mut builder = GitignoreBuilder::new(folder);
            for pattern in patterns {
                let _ = builder.add_line(None, pattern);
            }
            builder.build().unwrap_or_else(|_| Gitignore::empty())
        };
        Self { include: matcher(&files.include), exclude: matcher(&files.exclude) }
    }

    /// Whether a file that was found in a folder is a note.
    pub(super) fn takes(&self, file: &Path) -> bool {
        let fits = |patterns: &Gitignore| patterns.matched_path_or_any_parents(file, false).is_ignore();
        let included = || !holds(&self.include, file) || fits(&self.include);
        let excluded = || holds(&self.exclude, file) && fits(&self.exclude);
        included() && !excluded()
    }

    /// Whether nothing in a folder can be a note.
    pub(super) fn leaves_out(&self, entry: &DirEntry) -> bool {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        // A later pattern may take back a part of it: then each of its files is asked.
        let absolute = self.exclude.num_whitelists() == 0;
        is_folder && absolute && !self.exclude.is_empty() && self.exclude.matched(entry.path(), true).is_ignore()
    }
}

/// Whether there are patterns, and they speak of a file: it is under their folder.
fn holds(patterns: &Gitignore, file: &Path) -> bool {
    !patterns.is_empty() && file.starts_with(patterns.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(include: &[&str], exclude: &[&str]) -> Vec<&'static str> {
        let words = |list: &[&str]| list.iter().map(|&pattern| pattern.to_owned()).collect();
        let choice = Choice::new(Path::new("/notes"), &Files { include: words(include), exclude: words(exclude) });
        let files = ["aws/ec2.md", "aws/old/sqs.md", "old/x.md", "README.md"];
        files.into_iter().filter(|file| choice.takes(&Path::new("/notes").join(file))).collect()
    }

    #[test]
    fn patterns_choose_files_as_git_reads_them() {
        assert_eq!(taken(&[], &[]).len(), 4);
        assert_eq!(taken(&["aws/"], &[]), ["aws/ec2.md", "aws/old/sqs.md"]);
        assert_eq!(taken(&[], &["old/"]), ["aws/ec2.md", "README.md"]);
        assert_eq!(taken(&[], &["/old/"]), ["aws/ec2.md", "aws/old/sqs.md", "README.md"]);
        assert_eq!(taken(&["aws/"], &["**/old/*"]), ["aws/ec2.md"]);
        assert_eq!(taken(&["*.md"], &["*", "!README.md"]), ["README.md"]);
    }
}
