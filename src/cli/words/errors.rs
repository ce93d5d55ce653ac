//! Errors in words, and what to do about each.
//!
//! The library words its errors in English, for other programs. This program words them in the language of its user.

use std::io::ErrorKind;
use std::path::Path;

use crate::Error;
use crate::findings::MediaFault;
use crate::findings::Reason;
use crate::model::error::LockFault;
use crate::model::error::Step;
use crate::model::error::TemplateFault;
use crate::model::templates::Templates;
use crate::template::FILTERS;

use crate::cli::language::{Lang, tr};

/// The label of an error.
pub fn label() -> String {
    tr!("error", "エラー")
}

/// The label of what to do about an error.
pub fn help_label() -> String {
    tr!("help", "ヒント")
}

/// What went wrong, and where.
pub fn wrong(error: &Error) -> String {
    match error {
        Error::NotFound(path) => at(path, &tr!("no such file or folder", "ファイルもフォルダもありません")),
        Error::NoNotes(path) => at(path, &tr!("no notes found", "ノートがありません")),
        Error::Io { path, step, source } => at(path, &refused(*step, &Reason::of(source))),
        Error::Busy(path) => at(
            path,
            &tr!(
                "another export is writing this file; wait until it ends",
                "別の書き出しがこのファイルに書き込んでいます。終わるまで待ってください"
            ),
        ),
        Error::Lock { path, damage } => format!("{}:{}: {}", path.display(), damage.line, lock(&damage.fault)),
        Error::Template { path, mistake } => {
            format!("{}:{}:{}: {}", path.display(), mistake.line, mistake.column, template(&mistake.fault))
        }
        Error::UnknownTemplate { path, .. } => {
            at(path, &tr!("not the name of a template", "この名前のテンプレートはありません"))
        }
        Error::NoTemplates(path) => at(path, &tr!("no templates found", "テンプレートがありません")),
        Error::Changed(path) => at(
            path,
            &tr!(
                "it changed during the export; export again",
                "書き出している間に変わりました。もう一度書き出してください"
            ),
        ),
        Error::Sqlite(error) => {
            tr!("cannot build the package's database: {error}", "パッケージのデータベースを作れません: {error}")
        }
        Error::Zip(error) => tr!("cannot write the package: {error}", "パッケージを書き込めません: {error}"),
        Error::Write(error) => {
            let reason = Reason::of(error).said(Lang::current());
            tr!("cannot write the package: {reason}", "パッケージを書き込めません: {reason}")
        }
    }
}

fn at(path: &Path, wrong: &str) -> String {
    format!("{}: {wrong}", path.display())
}

fn refused(step: Step, why: &Reason) -> String {
    let why = why.said(Lang::current());
    match step {
        Step::Read | Step::ReadPackage => tr!("cannot read: {why}", "読めません: {why}"),
        Step::WritePackage | Step::Write => tr!("cannot write: {why}", "書き込めません: {why}"),
        Step::ReadSettings => tr!("cannot read the settings: {why}", "設定を読めません: {why}"),
        Step::ReadLock => tr!("cannot read the lock: {why}", "lock を読めません: {why}"),
        Step::WriteLock => tr!("cannot write the lock: {why}", "lock を書き込めません: {why}"),
        Step::ReadTemplates => tr!("cannot read the templates: {why}", "テンプレートを読めません: {why}"),
        Step::Spool => tr!("cannot store the unfinished package: {why}", "作りかけのパッケージを保存できません: {why}"),
    }
}

/// What is wrong with a lock.
fn lock(fault: &LockFault) -> String {
    match fault {
        LockFault::Empty => tr!("the lock is empty", "lock が空です"),
        LockFault::NoHeader => {
            tr!("this is not the first line of a lock", "1 行目が soa-anki.lock の形式ではありません")
        }
        LockFault::Newer { version } => tr!(
            "made by a newer soa-anki (lock version {version})",
            "新しい版の soa-anki が作った lock です (lock のバージョン {version})"
        ),
        LockFault::NotUtf8 { .. } => tr!(
            "this line of the lock is damaged: it is not UTF-8",
            "lock のこの行は壊れています (UTF-8 ではありません)"
        ),
        LockFault::Nul { .. } => tr!(
            "this line of the lock is damaged: it is not text",
            "lock のこの行は壊れています (テキストではありません)"
        ),
        LockFault::Conflict => {
            tr!("the lock has a Git conflict here", "lock のここに Git のコンフリクトが残っています")
        }
        LockFault::CutLine => tr!("this line of the lock is cut off", "lock のこの行が途中で切れています"),
        LockFault::CutFile => tr!("the lock is cut off after this line", "lock がこの行で途切れています"),
        LockFault::Line { .. } => tr!("this line of the lock is damaged", "lock のこの行は壊れています"),
    }
}

/// What is wrong in a template.
fn template(fault: &TemplateFault) -> String {
    match fault {
        TemplateFault::UnknownField { name, .. } => {
            tr!("there is no field `{name}`", "フィールド `{name}` はありません")
        }
        TemplateFault::UnknownFilter { name, .. } => {
            tr!("there is no filter `{name}`", "フィルター `{name}` はありません")
        }
        TemplateFault::CutOff => tr!("this `{{{{` has no `}}}}`", "この `{{{{` に `}}}}` がありません"),
        TemplateFault::Unclosed { sign, name } => tr!(
            "`{{{{{sign}{name}}}}}` has no `{{{{/{name}}}}}`",
            "`{{{{{sign}{name}}}}}` に `{{{{/{name}}}}}` がありません"
        ),
        TemplateFault::Unopened { name, .. } => tr!(
            "`{{{{/{name}}}}}` has no `{{{{#{name}}}}}` before it",
            "`{{{{/{name}}}}}` の前に `{{{{#{name}}}}}` がありません"
        ),
        TemplateFault::Delimiters => tr!(
            "these templates can use no delimiters but `{{{{`",
            "このテンプレートでは `{{{{` 以外の区切りは使えません"
        ),
        TemplateFault::FrontSide => {
            tr!("`{{{{FrontSide}}}}` works only on the back", "`{{{{FrontSide}}}}` は裏面でしか使えません")
        }
        TemplateFault::AsksNothing => tr!(
            "this front has no field, so its cards would ask nothing",
            "この表面にはフィールドがないので、何も問わないカードになります"
        ),
        TemplateFault::WithoutCloze => tr!(
            "a cloze template needs `{{{{cloze:Text}}}}` on both sides",
            "穴埋めのテンプレートには、両面に `{{{{cloze:Text}}}}` が必要です"
        ),
        TemplateFault::File { target, .. } => {
            tr!("`{target}` cannot be bundled with the cards", "`{target}` はカードと一緒に入れられません")
        }
        TemplateFault::OutsideReverse { name } => tr!(
            "`{{{{{name}}}}}` is outside `{{{{#Reverse}}}}`, so every note would get a reverse card",
            "`{{{{{name}}}}}` が `{{{{#Reverse}}}}` の外にあるので、すべてのノートに逆向きのカードができてしまいます"
        ),
    }
}

/// What to do about a failure, where the failure's own words do not say it.
pub fn help(error: &Error) -> Option<String> {
    match error {
        Error::NotFound(path) => Some(match file_before_line(path) {
            Some(file) => tr!(
                "only `soa-anki explain` takes a line; write {file} alone",
                "行を指定できるのは `soa-anki explain` だけです。{file} とだけ書いてください"
            ),
            None => tr!("check the spelling and the current folder", "つづりと、今いるフォルダを確認してください"),
        }),
        Error::NoNotes(_) => Some(tr!(
            "name a folder with .md or .markdown files; hidden files and what .gitignore lists are not read",
            ".md や .markdown のあるフォルダを指定してください。隠しファイルと .gitignore にあるファイルは読みません"
        )),
        Error::Template { mistake, .. } => Some(help_with_template(&mistake.fault)),
        Error::UnknownTemplate { meant, .. } => Some(did_you_mean(*meant, &Templates::FILES)),
        Error::NoTemplates(_) => Some(tr!(
            "`soa-anki templates export DIR` writes some to start from",
            "`soa-anki templates export DIR` で、もとになるファイルを書き出せます"
        )),
        Error::Lock { damage, .. } => Some(help_with_lock(&damage.fault)),
        Error::Io { path, step, source } => help_with_refusal(path, *step, source.kind()),
        Error::Busy(_) | Error::Changed(_) | Error::Sqlite(_) | Error::Zip(_) | Error::Write(_) => None,
    }
}

/// The file that is there, of a path that is not, which ends in the number of a line or of some: `ec2.md:3-5`.
fn file_before_line(path: &Path) -> Option<&str> {
    let (file, line) = path.to_str()?.trim_end_matches(':').split_once(':')?;
    let is_number = line.starts_with(|c: char| c.is_ascii_digit())
        && line.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b':'));
    (is_number && Path::new(file).is_file()).then_some(file)
}

fn help_with_refusal(path: &Path, step: Step, kind: ErrorKind) -> Option<String> {
    Some(match step {
        Step::ReadTemplates if kind == ErrorKind::InvalidData => {
            tr!("save the file as UTF-8", "ファイルを UTF-8 で保存してください")
        }
        Step::ReadTemplates if kind == ErrorKind::PermissionDenied => {
            tr!("allow reading it", "読めるように権限を変えてください")
        }
        Step::ReadTemplates => tr!("name a folder with templates", "テンプレートのあるフォルダを指定してください"),
        Step::WriteLock => in_the_way(kind).unwrap_or_else(|| {
            tr!(
                "allow writing there, or add --no-lock (then a card that you rename later is a new card)",
                "書き込めるように権限を変えるか、--no-lock を付けてください \
                 (後で名前を変えたカードは新しいカードになります)"
            )
        }),
        Step::Spool => tr!(
            "free some space there, or name another folder in TMPDIR",
            "空き容量を増やすか、TMPDIR で別のフォルダを指定してください"
        ),
        Step::ReadLock => in_the_way(kind).unwrap_or_else(|| {
            tr!("allow reading it, or move it away", "読めるように権限を変えるか、別の場所に移してください")
        }),
        Step::WritePackage => return help_writing_package(path, kind),
        Step::Write => return help_writing(path, kind),
        Step::ReadSettings => {
            in_the_way(kind).unwrap_or_else(|| tr!("allow reading it", "読めるように権限を変えてください"))
        }
        Step::ReadPackage => tr!("allow reading it", "読めるように権限を変えてください"),
        Step::Read if kind == ErrorKind::PermissionDenied => {
            tr!("allow reading it, or name other notes", "読めるように権限を変えるか、ほかのノートを指定してください")
        }
        Step::Read => tr!("name other notes", "ほかのノートを指定してください"),
    })
}

fn help_with_lock(fault: &LockFault) -> String {
    match fault {
        LockFault::Newer { .. } => tr!("update soa-anki", "soa-anki を新しい版にしてください"),
        LockFault::Conflict => {
            tr!(
                "keep the lines of both sides and delete the conflict markers",
                "両方の行を残し、Git の印だけを削除してください"
            )
        }
        LockFault::Empty
        | LockFault::NoHeader
        | LockFault::NotUtf8 { .. }
        | LockFault::Nul { .. }
        | LockFault::CutLine
        | LockFault::CutFile
        | LockFault::Line { .. } => tr!(
            "restore it from Git or a backup; if there is no copy, delete it (then cards that were renamed since their \
             first export are new cards)",
            "Git かバックアップから戻してください。なければ削除してください \
             (最初に書き出した後で名前を変えたカードは、新しいカードになります)"
        ),
    }
}

fn help_with_template(fault: &TemplateFault) -> String {
    match fault {
        TemplateFault::UnknownField { meant, kind, .. } => {
            let fields: Vec<&str> = kind.notetype().fields.iter().map(|field| field.name).collect();
            did_you_mean(*meant, &fields)
        }
        TemplateFault::UnknownFilter { meant, .. } => did_you_mean(*meant, &FILTERS),
        TemplateFault::CutOff => tr!(
            "close it, or write `{{&#123;` to show two braces on the card",
            "閉じるか、カードに波かっこを 2 つ表示したいなら `{{&#123;` と書いてください"
        ),
        TemplateFault::Unclosed { name, .. } => {
            tr!(
                "write `{{{{/{name}}}}}` at the end of the section",
                "区間の終わりに `{{{{/{name}}}}}` と書いてください"
            )
        }
        TemplateFault::Unopened { open: Some(open), .. } => {
            tr!("close `{{{{#{open}}}}}` first", "先に `{{{{#{open}}}}}` を閉じてください")
        }
        TemplateFault::Unopened { open: None, .. } => {
            tr!("open the section, or delete this", "区間の始まりを書くか、これを削除してください")
        }
        TemplateFault::Delimiters => {
            tr!("write fields as `{{{{Term}}}}`", "フィールドは `{{{{Term}}}}` のように書いてください")
        }
        TemplateFault::FrontSide => tr!("name the fields themselves", "フィールドを直接書いてください"),
        TemplateFault::AsksNothing => {
            tr!("use one, such as `{{{{Term}}}}`", "`{{{{Term}}}}` のようにフィールドを書いてください")
        }
        TemplateFault::WithoutCloze => {
            tr!("write it where the sentence should be", "文を表示したい所に書いてください")
        }
        TemplateFault::File { target, fault } => help_with_file(target, fault),
        TemplateFault::OutsideReverse { .. } => tr!(
            "put it between `{{{{#Reverse}}}}` and `{{{{/Reverse}}}}`",
            "`{{{{#Reverse}}}}` と `{{{{/Reverse}}}}` の間に入れてください"
        ),
    }
}

/// What to do about a file that a template names.
fn help_with_file(target: &str, fault: &MediaFault) -> String {
    match fault {
        MediaFault::Missing { .. } => tr!(
            "it is not in the folder of the templates; put it there",
            "テンプレートのフォルダにないので、そこに置いてください"
        ),
        MediaFault::Outside => tr!(
            "it is outside the folder of the templates; put it there",
            "テンプレートのフォルダの外にあるので、中に置いてください"
        ),
        fault => fault.message(target, Lang::current()),
    }
}

/// What was probably meant, and what there is.
fn did_you_mean(meant: Option<&str>, known: &[&str]) -> String {
    let known = known.join(", ");
    match meant {
        Some(meant) => {
            tr!("did you mean `{meant}`? you can use {known}", "もしかして: `{meant}`。使えるのは {known}")
        }
        None => tr!("you can use {known}", "使えるのは {known}"),
    }
}

/// What to do about a folder that has the name of a file of ours.
fn in_the_way(kind: ErrorKind) -> Option<String> {
    (kind == ErrorKind::IsADirectory).then(|| {
        tr!(
            "rename or delete this folder: a file of this name is needed here",
            "ここには同じ名前のファイルが必要です。このフォルダの名前を変えるか、削除してください"
        )
    })
}

/// What to do about a file that cannot be written, where no option says where it goes.
fn help_writing(path: &Path, kind: ErrorKind) -> Option<String> {
    Some(match kind {
        ErrorKind::NotFound => {
            let folder = path.parent()?.display();
            tr!("create the folder `{folder}` first", "先にフォルダ `{folder}` を作ってください")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => tr!("free some space", "空き容量を増やしてください"),
        ErrorKind::PermissionDenied => {
            tr!(
                "allow writing there, or name another folder",
                "書き込めるように権限を変えるか、別のフォルダを指定してください"
            )
        }
        _ => tr!("name another folder", "別のフォルダを指定してください"),
    })
}

fn help_writing_package(path: &Path, kind: ErrorKind) -> Option<String> {
    Some(match kind {
        ErrorKind::IsADirectory => {
            let inside = path.join("notes.apkg");
            let inside = inside.display();
            tr!("name a file in it: -o {inside}", "その中のファイルを指定してください: -o {inside}")
        }
        ErrorKind::NotFound if path.starts_with("~") => {
            let inside = path.strip_prefix("~").unwrap_or(path).display();
            tr!(
                "the shell left `~` as it is; write `-o ~/{inside}` with a space, and without quotation marks",
                "`~` がホームフォルダに置き換わっていません。`-o ~/{inside}` のように、空白を入れ、引用符なしで書いてください"
            )
        }
        ErrorKind::NotFound if path.parent().is_some_and(Path::is_dir) => {
            tr!("choose another place with -o", "-o で別の場所を指定してください")
        }
        ErrorKind::NotFound => {
            let folder = path.parent()?.display();
            tr!(
                "create the folder `{folder}` first, or choose another place with -o",
                "先にフォルダ `{folder}` を作るか、-o で別の場所を指定してください"
            )
        }
        ErrorKind::StorageFull => {
            tr!(
                "free some space, or choose another place with -o",
                "空き容量を増やすか、-o で別の場所を指定してください"
            )
        }
        _ => tr!("choose another place with -o", "-o で別の場所を指定してください"),
    })
}

#[cfg(test)]
mod tests {
    use std::io;

    use crate::model::error::Damage;
    use crate::model::error::TemplateMistake;
    use crate::model::notetype::Kind;

    use super::*;

    #[test]
    fn english_is_as_the_library_words_it() {
        let path = || Path::new("a.md").to_owned();
        let io = |kind: ErrorKind| io::Error::from(kind);
        let kinds = [ErrorKind::NotFound, ErrorKind::PermissionDenied, ErrorKind::StorageFull, ErrorKind::IsADirectory];
        let steps = [
            Step::Read,
            Step::WritePackage,
            Step::Write,
            Step::ReadSettings,
            Step::ReadLock,
            Step::WriteLock,
            Step::ReadTemplates,
            Step::Spool,
        ];
        let mut errors = vec![
            Error::NotFound(path()),
            Error::NoNotes(path()),
            Error::Busy(path()),
            Error::UnknownTemplate { path: path(), meant: None },
            Error::NoTemplates(path()),
            Error::Changed(path()),
            Error::Write(io(ErrorKind::BrokenPipe)),
        ];
        errors.extend(kinds.map(|kind| Error::Io { path: path(), step: Step::Read, source: io(kind) }));
        errors.extend(steps.map(|step| Error::Io { path: path(), step, source: io(ErrorKind::TimedOut) }));
        errors.extend(lock_faults().map(|fault| Error::Lock { path: path(), damage: Damage { line: 3, fault } }));
        errors.extend(
            template_faults()
                .map(|fault| Error::Template { path: path(), mistake: TemplateMistake { line: 3, column: 4, fault } }),
        );
        for error in errors {
            assert_eq!(wrong(&error), error.to_string());
        }
    }

    fn lock_faults() -> [LockFault; 9] {
        [
            LockFault::Empty,
            LockFault::NoHeader,
            LockFault::Newer { version: 2 },
            LockFault::NotUtf8 { offset: 3, byte: 0xa },
            LockFault::Nul { offset: 3 },
            LockFault::Conflict,
            LockFault::CutLine,
            LockFault::CutFile,
            LockFault::Line { reason: "?".to_owned() },
        ]
    }

    fn template_faults() -> [TemplateFault; 11] {
        let name = || "Hint".to_owned();
        [
            TemplateFault::UnknownField { name: name(), meant: None, kind: Kind::Term },
            TemplateFault::UnknownFilter { name: name(), meant: None },
            TemplateFault::CutOff,
            TemplateFault::Unclosed { sign: '#', name: name() },
            TemplateFault::Unopened { name: name(), open: None },
            TemplateFault::Delimiters,
            TemplateFault::FrontSide,
            TemplateFault::AsksNothing,
            TemplateFault::WithoutCloze,
            TemplateFault::OutsideReverse { name: name() },
            TemplateFault::File { target: "a.png".to_owned(), fault: MediaFault::Outside },
        ]
    }
}
