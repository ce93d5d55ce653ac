//! What is said of the settings `words.…`: what a word of a class does in notes.

use crate::cli::language::tr;
use crate::lexicon::Class;

/// What the words of each class do, in the order of the settings.
const ABOUT: [(Class, fn() -> String); Class::OPEN.len()] = [
    (Class::Overview, || {
        tr!(
            "headings whose text is the answer of the heading above (Overview)",
            "本文を上の見出しの答えとする見出し (「概要」など)"
        )
    }),
    (Class::NamelessHeading, || {
        tr!(
            "headings that only say that their text is important (Key facts)",
            "重要だと言うだけの見出し (「試験のポイント」など)"
        )
    }),
    (Class::AboutTheNote, || {
        tr!(
            "headings about the note, which make no card (Conclusion)",
            "ノートについての、カードにしない見出し (「まとめ」など)"
        )
    }),
    (Class::AboutTheNoteAtTop, || {
        tr!(
            "the same, at the top level only (Prerequisites)",
            "同じく、ファイルの一番上の段にあるときだけカードにしない見出し (「背景」など)"
        )
    }),
    (Class::Reference, || {
        tr!("headings over text that makes no cards (Further reading)", "本文もカードにしない見出し (「参考文献」など)")
    }),
    (Class::ReferenceOverLinks, || {
        tr!(
            "the same, over links only (Sources)",
            "同じく、下にリンクが並ぶときだけカードにしない見出し (「リンク」など)"
        )
    }),
    (Class::NamelessTitle, || {
        tr!("titles that name no subject (Untitled)", "題材の名前ではないタイトル (「無題」など)")
    }),
    (Class::SetEnd, || {
        tr!("last words of headings that ask for a list (types)", "一覧を答えとする見出しの、末尾の言葉 (「種類」など)")
    }),
    (Class::PageProperty, || {
        tr!("names of properties at the top of a page (Created)", "ページの先頭に並ぶ属性の名前 (「作成日」など)")
    }),
    (Class::NotesEnd, || {
        tr!("lines that only say that the notes end (The end)", "ノートの終わりを示すだけの行 (「以上」など)")
    }),
    (Class::LabelStart, || {
        tr!(
            "signs that begin a line which belongs to the item above (->)",
            "上の項目の説明に含める行の、先頭の記号 (「※」など)"
        )
    }),
    (Class::Unfinished, || {
        tr!(
            "words that mark unfinished text, in brackets or alone on a line (WIP)",
            "書きかけを示す、かっこの中か 1 行だけの言葉 (「要確認」など)"
        )
    }),
    (Class::EmptyBold, || tr!("bold words that are never hidden (must)", "太字でも隠さない言葉 (「必ず」など)")),
    (Class::QuestionMark, || {
        tr!("words before a colon that begin a question (Question)", "質問の行の、コロンの前の言葉 (「問題」など)")
    }),
    (Class::AnswerMark, || {
        tr!("words before a colon that begin an answer (Answer)", "答えの行の、コロンの前の言葉 (「正解」など)")
    }),
    (Class::AnswerTitle, || {
        tr!(
            "titles of folded blocks that hold an answer (Show answer)",
            "折りたたみの中身が答えだと示すタイトル (「答えを見る」など)"
        )
    }),
    (Class::SummaryTitle, || {
        tr!(
            "titles of folded blocks that name nothing (Details)",
            "中身の名前ではない、折りたたみのタイトル (「詳細」など)"
        )
    }),
    (Class::CountingColumn, || {
        tr!("first columns that number or date the rows (Date)", "行の番号や日付だけの、最初の列の名前 (「日付」など)")
    }),
    (Class::RowCount, || {
        tr!("first columns that only number the rows (No)", "行の番号だけの、最初の列の名前 (「番号」など)")
    }),
    (Class::AspectColumn, || {
        tr!("first columns that say what is compared (Criteria)", "何を比べるかを示す、最初の列の名前 (「観点」など)")
    }),
    (Class::Comparison, || {
        tr!("words in the title of a table that compares (versus)", "比べる表の見出しにある言葉 (「違い」など)")
    }),
    (Class::EmptyLead, || {
        tr!(
            "lines over a list that do not say what it lists (namely)",
            "一覧の上にあるが、何の一覧かを示さない行 (「つまり」など)"
        )
    }),
    (Class::NoAnswer, || {
        tr!(
            "definitions that only say where to look (see above)",
            "参照先を示すだけで、答えにならない説明 (「同上」など)"
        )
    }),
];

/// What the words of a class do, on a line; of a class without a setting, nothing.
pub fn about(class: Class) -> String {
    ABOUT.iter().find(|(known, _)| *known == class).map(|(_, about)| about()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_with_a_setting_is_explained() {
        assert_eq!(ABOUT.map(|(class, _)| class), Class::OPEN);
    }
}
