//! The words by which rules know headings and lines, in Japanese, English, Korean and Chinese.
//!
//! One place for all lists. Keys are compared as [`key`] makes them.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// `text` as the lists hold it: lower case, without white space around, trailing punctuation or doubled spaces.
pub fn key(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase().trim_end_matches(['.', '。', ':', '：', '!', '！', '~', '〜']).trim().to_owned()
}

/// Whether `key` is in `list`, whatever the case of Latin letters.
pub fn is_in(list: &[&str], key: &str) -> bool {
    list.iter().any(|word| word.eq_ignore_ascii_case(key))
}

/// Whether `key` is one of the author's own words.
pub fn is_own(list: &[String], key: &str) -> bool {
    list.iter().any(|word| self::key(word) == key)
}

/// Whether `key` is what any subject has, so that it tells nothing without its subject: メリット, "Use cases".
pub fn is_aspect(key: &str) -> bool {
    [ASPECTS, ATTRIBUTES, EXAMPLES].iter().any(|list| is_in(list, key))
}

/// Whether a line that begins with `verb` may say what to learn.
pub fn is_study_verb(verb: &str) -> bool {
    [AIMS, TASKS, ADVICE_STARTS].iter().any(|list| is_in(list, verb))
}

/// The first or last characters of the words of some lists. Nearly no line begins or ends with one of them, so that
/// they are asked of every line before the lists are: that was a tenth of all work. The answer may be yes by mistake,
/// but never no.
pub struct Edges([bool; Edges::CLASSES]);

/// With which labels begin.
pub static LABELS_BEGIN: Edges = Edges::of(&[LABELS, LINK_LABELS, LABEL_STARTS], Edge::First);
/// With which the marks of questions and answers begin.
pub static MARKS_BEGIN: Edges = Edges::of(&[QUESTION_MARKS, ANSWER_MARKS], Edge::First);
/// With which Japanese advice ends.
pub static ADVICE_END: Edges = Edges::of(&[ADVICE_ENDS, STUDY_VERBS], Edge::Last);
/// With which lines begin that ask by how they begin.
pub static PROMPTS_BEGIN: Edges = Edges::of(&[PROMPTS], Edge::First);
/// With which English tasks of learners begin.
pub static TASKS_BEGIN: Edges = Edges::of(&[AIMS, TASKS, ADVICE_STARTS], Edge::First);
/// With which remarks end in Japanese and Korean.
pub static REMARKS_END: Edges = Edges::of(&[REMARK_ENDS], Edge::Last);
/// With which remarks begin in Chinese.
pub static REMARKS_BEGIN: Edges = Edges::of(&[REMARK_STARTS], Edge::First);
/// With which limits begin.
pub static LIMITS_BEGIN: Edges = Edges::of(&[LIMITS], Edge::First);
/// With which sentences end that have no full stop.
pub static SENTENCES_END: Edges = Edges::of(&[SENTENCE_ENDS], Edge::Last);

#[derive(Clone, Copy)]
enum Edge {
    First,
    Last,
}

impl Edges {
    const CLASSES: usize = 1024;

    const fn of(lists: &[&[&str]], edge: Edge) -> Self {
        let mut edges = [false; Self::CLASSES];
        let mut list = 0;
        while list < lists.len() {
            let mut word = 0;
            while word < lists[list].len() {
                edges[Self::class(character(lists[list][word], edge))] = true;
                word += 1;
            }
            list += 1;
        }
        Self(edges)
    }

    /// Whether `character` may be one of them, whatever the case of Latin letters.
    pub fn may_be(&self, character: char) -> bool {
        self.0[Self::class(character)]
    }

    const fn class(character: char) -> usize {
        character.to_ascii_lowercase() as usize % Self::CLASSES
    }
}

/// A character at the edge of a word: `chars` cannot be asked while the program is compiled.
const fn character(word: &str, edge: Edge) -> char {
    let bytes = word.as_bytes();
    let mut at = match edge {
        Edge::First => 0,
        Edge::Last => bytes.len() - 1,
    };
    while !word.is_char_boundary(at) {
        at -= 1;
    }
    let mut code = match bytes[at] {
        first @ ..0x80 => first as u32,
        first @ ..0xe0 => (first & 0x1f) as u32,
        first @ ..0xf0 => (first & 0x0f) as u32,
        first => (first & 0x07) as u32,
    };
    at += 1;
    while at < bytes.len() && !word.is_char_boundary(at) {
        code = code << 6 | (bytes[at] & 0x3f) as u32;
        at += 1;
    }
    char::from_u32(code).expect("a string is UTF-8")
}

/// Finds any of a list's words in text, whatever the case of Latin letters, in one pass.
pub struct Finder(LazyLock<AhoCorasick>);

impl Finder {
    const fn new(build: fn() -> AhoCorasick) -> Self {
        Self(LazyLock::new(build))
    }

    /// Whether one of the words is in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// The first of the words in `text`, as it is written there.
    pub fn find<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.0.find(text).map(|found| &text[found.range()])
    }
}

fn automaton(words: &[&str]) -> AhoCorasick {
    let mut builder = AhoCorasick::builder();
    builder.ascii_case_insensitive(true).build(words).expect("a short list of words makes a small automaton")
}

/// Finds [`POINTS_FORWARD`].
pub static FORWARD: Finder = Finder::new(|| automaton(POINTS_FORWARD));

/// Finds [`ANNOUNCEMENTS`], [`COUNTED_ANNOUNCEMENTS`] and a wide colon.
pub static ANNOUNCING: Finder = Finder::new(|| {
    // Whole vectors are compared in search of the leftmost only.
    let mut builder = AhoCorasick::builder();
    let words = [ANNOUNCEMENTS, COUNTED_ANNOUNCEMENTS, &["："]].concat();
    builder.match_kind(MatchKind::LeftmostFirst).build(words).expect("a short list of words makes a small automaton")
});

/// Finds what asks to choose among options.
pub static CHOOSING: Finder = Finder::new(|| {
    automaton(&[
        "次のうち",
        "以下のうち",
        "どれですか",
        "どれでしょう",
        "どれか。",
        "選択してください",
        "選択しなさい",
        "選びなさい",
        "選んでください",
        "which of the following",
        "(choose ",
        "(select ",
        "choose two",
        "choose three",
        "select two",
        "select three",
        "which two",
        "다음 중",
        "下列",
    ])
});

/// Headings whose body says more of the heading above them.
#[rustfmt::skip]
pub const ATTRIBUTES: &[&str] = &[
    "概要", "特徴", "内容", "詳細", "説明", "定義", "概念", "ポイント", "要点", "メモ", "機能", "用途", "役割", "とは", "基本", "補足",
    "overview", "features", "feature", "details", "notes", "note", "description", "definition", "examples", "example",
    "key points", "points", "introduction", "what is it", "about", "key features", "general", "basics", "remarks",
    "개요", "특징", "설명", "정의", "개념", "기능", "용도", "예시", "예제", "사용 예시", "활용 예시",
    "概述", "简介", "介绍", "定义", "说明", "特点", "特征", "示例", "例子", "使用示例", "功能", "作用",
];

/// What any subject has, besides [`ATTRIBUTES`] and [`EXAMPLES`].
#[rustfmt::skip]
pub const ASPECTS: &[&str] = &[
    "特性", "使い方", "ユースケース", "主なユースケース", "メリット", "デメリット",
    "メリット・デメリット", "メリットとデメリット", "利点", "欠点", "長所", "短所", "問題点", "課題", "料金", "制限", "制約", "主な機能", "目的", "まとめ", "アプローチ", "解き方",
    "main features", "characteristic", "characteristics", "pros", "cons", "pros and cons",
    "pros & cons", "advantage", "advantages", "disadvantage", "disadvantages", "benefit", "benefits", "key benefits", "drawback", "drawbacks", "limitation", "limitations", "issue", "issues",
    "use case", "use cases", "usecase", "usecases", "common use cases", "use", "uses", "key uses", "usage", "purpose", "pricing", "summary", "approach",
    "특성", "장점", "단점", "장단점", "장점과 단점", "문제점", "한계", "한계점", "목적", "역할", "주의점", "주의 사항", "주의사항", "활용", "사용 사례", "비용", "접근 방법", "접근방법",
    "优点", "缺点", "优缺点", "用法", "使用场景", "应用场景", "场景", "注意事项", "限制", "问题", "总结",
];

/// Headings that say that what is under them is worth knowing, and not of what: their body says more of the heading above.
#[rustfmt::skip]
pub const NAMELESS_HEADINGS: &[&str] = &[
    "exam tips", "exam tip", "exam notes", "exam points", "exam power up", "exam power ups", "exam powerup", "exam powerups", "for the exam", "on the exam", "key facts", "facts",
    "key considerations", "considerations", "highlights", "tips", "tips and tricks", "important", "important points", "important notes", "important facts", "good to know",
    "nice to know", "need to know", "things to know", "things to remember", "things to keep in mind", "keep in mind", "an example", "must know", "remember", "deep dive", "deeper dive", "more details", "words to look for",
    "試験のポイント", "試験ポイント", "試験対策", "試験に出るポイント", "重要ポイント", "重要事項", "重要", "覚えること", "覚えておくこと", "押さえるポイント", "知っておくこと", "豆知識",
    "핵심 정리", "핵심", "핵심 포인트", "중요 포인트", "포인트", "주의사항", "주의할 점", "참고 사항", "알아두기", "알아둘 점", "시험 포인트",
    "考点", "要点", "重点", "注意", "注意事项", "关键点", "小贴士",
];

/// The same, but at the top of a file, where they are chapters.
pub const NAMELESS_PARTS: &[&str] = &["architecture", "アーキテクチャ", "아키텍처", "架构"];

/// Attributes that say nothing themselves: their body stands without their name.
#[rustfmt::skip]
pub const OVERVIEWS: &[&str] = &[
    "概要", "説明", "定義", "概念", "とは", "内容", "はじめに", "基本", "overview", "description", "definition", "introduction", "intro", "what is it", "about",
    "general", "details", "詳細", "개요", "설명", "정의", "개념", "概述", "简介", "介绍", "说明",
];

/// The same, at the top of a file only when something stands above them.
#[rustfmt::skip]
pub const EXAMPLES: &[&str] = &[
    "例", "具体例", "使用例", "利用例", "活用例", "サンプル", "コード例", "注意", "注意点", "備考", "sample", "usage example", "コード", "code", "source code", "코드", "소스 코드",
];

/// With what the summary of a block begins that hides an example: what is in it asks nothing by itself.
pub const EXAMPLE_STARTS: &[&str] = &["例を", "例:", "例：", "例題", "example", "예제", "예시", "示例", "サンプル"];

/// Headings that are about the note and not about its subject: no entry, but what is under them lives.
#[rustfmt::skip]
pub const ABOUT_THE_NOTE: &[&str] = &[
    "まとめ", "おわりに", "終わりに", "さいごに", "最後に", "総括", "感想", "所感", "あとがき", "その他", "雑記", "余談",
    "summary", "conclusion", "conclusions", "wrap up", "wrap-up", "takeaways", "key takeaways", "thoughts", "misc", "miscellaneous",
    "other", "others", "bio", "next steps", "related posts", "related notes", "related pages", "related articles", "about the author",
    "acknowledgements", "acknowledgments", "closing", "final thoughts", "contributing", "how to contribute", "contributors", "기여하기", "기여 방법", "질문 건의",
    "learning objectives", "learning goals", "learning outcomes", "exam objectives", "学習目標", "到達目標", "学習のゴール", "학습 목표", "学习目标",
    "요약", "마무리", "정리", "마치며", "기타", "总结", "小结", "后记", "其他", "其它",
];

/// The same, at the top level only.
#[rustfmt::skip]
pub const ABOUT_THE_NOTE_AT_TOP: &[&str] = &[
    "目的", "背景", "動機", "前提", "対象読者", "想定読者", "対象", "この記事について", "本記事について", "きっかけ", "経緯", "ゴール", "目標",
    "はじめに", "イントロダクション", "環境", "動作環境", "免責", "注意事項", "お断り",
    "introduction", "intro", "about", "about this", "motivation", "goal", "goals", "background", "prerequisites", "agenda", "disclaimer",
    "preface", "들어가며", "목적", "배경", "前言", "引言",
];

/// Headings under which there is nothing to learn: neither they nor what is under them.
#[rustfmt::skip]
pub const REFERENCES: &[&str] = &[
    "参考", "参考文献", "参考リンク", "参考資料", "参考url", "参考サイト", "参考記事", "参考リンク集", "参考書", "参考図書", "参考にした記事", "参考にしたサイト",
    "参考にさせていただいた記事", "出典", "引用元", "関連リンク", "関連記事", "リンク集", "目次", "更新履歴", "変更履歴", "謝辞",
    "references", "see also", "toc", "table of contents", "further reading",
    "external links", "bibliography", "changelog", "backlinks", "useful links",
    "additional resources", "learn more", "related links", "reading list", "refs", "ref", "read more", "todo", "to do", "to-do",
    "announcements", "homework", "next time", "next class", "next lecture", "before next class", "for next time", "office hours",
    "やること", "あとで調べる", "後で調べる", "次回", "次回まで", "宿題", "할 일", "남은 것", "해야 할 것", "待办", "待办事项",
    "recommended reading", "recommended books", "personal recommendation", "personal recommendations", "おすすめ書籍", "おすすめの本", "参考書籍", "추천 도서", "참고 도서", "추천 자료", "推荐阅读",
    "참고", "참고 자료", "참고자료", "참고 문헌", "출처", "목차", "링크", "参考链接", "参考资料", "目录", "出處",
];

/// The same, when there are links under them: an index of a database, resources of a template and quotation in law are subjects.
#[rustfmt::skip]
pub const REFERENCES_OVER_LINKS: &[&str] = &[
    "引用", "リンク", "index", "resource", "resources", "reference", "source", "sources", "link", "links", "license", "contents", "docs", "related", "credits",
];

/// Beginnings of such headings: 「参考：公式ドキュメント」.
pub const REFERENCE_STARTS: &[&str] =
    &["参考にし", "参考リンク", "参考資料", "参考文献", "参考 ", "参考:", "参考：", "references ", "related "];

/// What Notion writes under the title of a page, and authors do as it does.
#[rustfmt::skip]
pub const PAGE_PROPERTIES: &[&str] = &[
    "created", "created time", "created by", "last edited", "last edited time", "last edited by", "reviewed", "class", "course", "status", "tags", "tag",
    "type", "date", "materials", "url", "author", "category", "作成日", "作成日時", "作成者", "最終更新", "最終更新日時", "更新日", "タグ", "ステータス", "種類", "日付",
];

/// A line that another program makes a table of contents of.
pub const CONTENTS_MARKS: &[&str] = &["[toc]", "[[toc]]", "[[_toc_]]", "[_toc_]", "${toc}", "@[toc]", "{{toc}}"];

/// Titles and files' names that name no subject.
pub const NAMELESS: &[&str] =
    &["readme", "index", "untitled", "無題", "無題のファイル", "template", "todo", "license", "changelog"];

/// Words that ask for a set, at the end of a heading: the members are the answer.
#[rustfmt::skip]
pub const SET_ENDS: &[&str] = &[
    "種類", "一覧", "項目", "要素", "構成", "手順", "順序", "順番", "方法", "メリット", "デメリット", "長所", "短所", "利点", "欠点", "条件", "分類", "流れ",
    "ステップ", "フロー", "ライフサイクル", "優先順位", "段階", "構成要素", "原則",
    "特徴", "特性", "原因", "対策", "課題", "問題点", "違い", "ユースケース", "types", "kinds", "options", "steps", "pros", "cons", "parts", "pillars", "advantages", "disadvantages", "benefits", "drawbacks", "order", "process",
    "flow", "components", "phases", "stages", "lifecycle", "life cycle", "layers", "principles", "levels", "elements", "categories", "limitations",
    "classes", "modes", "policies", "use cases", "challenges", "differences", "reasons", "causes", "특징", "특성", "이유", "방법", "과정", "상태", "문제점", "종류", "조건", "장점", "단점", "순서", "절차", "구성", "요소", "种类", "类型", "优点", "缺点", "分类", "步骤", "组成",
];

/// Words that ask for a set, at the beginning of an English heading.
#[rustfmt::skip]
pub const SET_STARTS: &[&str] = &[
    "types of", "kinds of", "steps of", "steps to", "steps in", "stages of", "stages in", "phases of", "parts of", "process of", "components of", "elements of", "layers of",
    "levels of", "principles of", "advantages of", "disadvantages of", "benefits of", "limitations of", "causes of", "reasons for", "differences between",
];

/// What begins a line that asks without a question mark: it is no term, and what follows is no definition.
pub const PROMPTS: &[&str] =
    &["true or false", "true/false", "t/f", "正誤", "正しいか誤りか", "○か×か", "참/거짓", "判断题"];

/// Counters: with a number before them, a heading asks for a set.
#[rustfmt::skip]
pub const COUNTERS: &[&str] = &[
    "つの", "つ", "個の", "個", "種類", "項目", "要素", "原則", "大", "本柱", "本の柱", "段階", "層", "ways", "types", "kinds", "steps", "pillars", "layers",
    "principles", "parts", "rules", "reasons", "levels", "phases", "stages", "components", "categories", "rs", "가지", "种", "个", "大类",
];

/// Numbers of members that an English title counts in words.
pub const NUMBERS: &[&str] = &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// What a line is called that belongs to what it stands under.
#[rustfmt::skip]
pub const LABELS: &[&str] = &[
    "例", "具体例", "例えば", "たとえば", "ex", "注意", "注意点", "注", "補足", "補足説明", "備考", "参考", "参考資料", "参考リンク", "参考url", "参考文献", "参考記事",
    "参考サイト", "出典", "引用", "引用元", "メモ", "追記", "関連", "答", "答え", "解説", "結論", "日付", "更新日", "作成日", "完了", "余談", "ちなみに", "図", "画像", "覚え方", "語呂合わせ", "豆知識", "ひっかけ", "引っかけ", "落とし穴",
    "e.g", "i.e", "cf", "nb", "n.b", "note", "notes", "tip", "tips", "hint", "hints", "warning", "caution", "important", "info", "example",
    "examples", "for example", "reference", "references", "see", "see also", "see more", "image", "screenshot", "todo", "date", "author", "p.s", "ps",
    "related", "answer", "remark", "remarks", "trap", "exam trap", "gotcha", "pitfall", "exam tip", "exam tips", "pro tip", "remember", "mnemonic", "analogy", "takeaway", "key takeaway", "aside", "fyi", "read more", "more info",
    "예", "예시", "참고", "주의", "비고", "例子", "示例", "比如", "例如", "注意事项", "参考资料", "备注", "提示",
];

/// Labels only before a link or nothing: `Ref` is a term of its own in `CloudFormation`.
#[rustfmt::skip]
pub const LINK_LABELS: &[&str] = &["url", "link", "links", "リンク", "source", "sources", "ref", "refs", "公式", "公式ドキュメント", "docs", "doc", "documentation"];

/// Beginnings of a line that is a label whatever follows.
pub const LABEL_STARTS: &[&str] =
    &["※", "→", "⇒", "=>", "->", "←", "↑", "↓", "＊", "例えば、", "たとえば、", "例えば ", "e.g. ", "e.g., ", "cf. "];

/// What a marker in brackets may say; it becomes a tag.
#[rustfmt::skip]
pub const MARKERS: &[&str] = &[
    "重要", "超重要", "最重要", "頻出", "超頻出", "必須", "要暗記", "暗記", "必ず覚える", "試験に出る", "試験頻出", "important", "must", "frequent", "exam", "중요", "重点", "必考",
];

/// What a marker of unfinished text says.
pub const UNFINISHED: &[&str] = &["未", "未完", "未確認", "未調査", "wip", "要確認", "要調査", "todo", "tbd"];

/// A line that points to what follows it is no term.
#[rustfmt::skip]
pub const POINTS_FORWARD: &[&str] = &[
    "以下の", "以下に", "以下が", "以下、", "以下は", "以下を", "以下で", "下記", "次の通り", "次のとおり", "次のよう", "次の手順", "次の方法", "次の機能", "次のもの",
    "上記の", "the following", "as follows", "these are", "these include", "如下", "以下几", "以下幾", "다음과 같", "아래와 같",
];

/// The same, only at the end of a line.
pub const POINTS_FORWARD_ENDS: &[&str] = &[" include", " includes", " including", " such as", " are", " is", "以下"];

/// Lines that lead in a list and say nothing of what is in it.
#[rustfmt::skip]
pub const EMPTY_LEADS: &[&str] = &[
    "the following", "following", "as follows", "these are", "they are", "these include", "includes", "including", "such as", "namely", "list", "here", "like this",
    "包括", "包含", "分别是", "有", "다음", "목록", "내용", "内容", "一覧", "すなわち", "つまり",
];

/// Beginnings of such lines, if they are short.
#[rustfmt::skip]
pub const EMPTY_LEAD_STARTS: &[&str] = &[
    "以下", "下記", "次の", "the following", "here are", "here is", "these are", "for example", "for instance", "e.g", "such as", "例えば", "たとえば", "如下", "下面", "例如", "比如",
    "다음", "아래", "예를 들",
];

/// By which a line announces what follows it.
pub const ANNOUNCEMENTS: &[&str] = &["以下の", "以下に", "下記", "다음과 같", "아래와 같", "如下", "以下几", "下列"];

/// The same, if a number follows: 「次のノード」 is the next one.
pub const COUNTED_ANNOUNCEMENTS: &[&str] = &["次の", "다음의", "다음 ", "아래 ", "아래의"];

/// Numbers in words, as they follow [`COUNTED_ANNOUNCEMENTS`].
pub const COUNTS_IN_WORDS: &[&str] = &["두 ", "두가지", "세 ", "세가지", "네 ", "네가지", "몇 ", "몇가지"];

/// The numbers from two on, as sentences count with them in each language.
pub const COUNTS: &[[&str; 4]] =
    &[["2", "二", "두", "two"], ["3", "三", "세", "three"], ["4", "四", "네", "four"], ["5", "五", "다섯", "five"]];

/// Definitions that say nothing but where to look.
#[rustfmt::skip]
pub const NO_ANSWERS: &[&str] = &[
    "same as above", "as above", "see above", "see below", "同上", "上に同じ", "上と同じ", "上記と同じ", "上記参照", "上記を参照", "下記参照", "後述", "前述",
    "前述の通り", "위와 같음", "위와 동일", "상동", "이하 동일", "同前", "见上", "见下", "见上文", "见下文",
];

/// Words between two items, which define neither.
pub const SHOUTED_LINKS: &[&str] = &["OR", "AND"];

/// Particles that leave a Japanese sentence open.
pub const OPEN_PARTICLES: &[char] = &['は', 'が', 'を', 'に', 'で', 'と', 'の', 'へ', 'も', 'や'];

/// Nouns that end like an open particle.
#[rustfmt::skip]
pub const CLOSED_ENDS: &[&str] = &[
    "あて", "こと", "とき", "もの", "ため", "とは", "など", "ごと", "ほど", "もと", "あと", "ひと", "そと", "おと", "ふた", "なに", "かに", "くに", "たに",
    "ほか", "ところ", "まで", "から", "いつでも", "すべての", "かも", "やりもの", "ままで", "すみやか",
];

/// Ends of a Japanese or Korean sentence without its full stop.
#[rustfmt::skip]
pub const SENTENCE_ENDS: &[&str] = &[
    "です", "ます", "ました", "ません", "でした", "でしょう", "である", "だった", "なさい", "ください", "下さい", "する必要がある", "必要がある", "される", "されている", "れている",
    "ている", "しておく", "することができる", "ことができる", "ことができ", "必要です", "しない", "できない", "してはいけない", "입니다", "습니다", "니다", "이다", "한다", "된다",
];

/// English words that begin a sentence rather than name something.
#[rustfmt::skip]
pub const SENTENCE_STARTS: &[&str] = &[
    "and", "but", "so", "then", "also", "it", "this", "that", "these", "those", "they", "you", "we", "i", "there", "if", "once", "because",
    "since", "note", "make", "please", "however", "when", "while", "to", "for", "use", "after", "before", "as", "in", "on", "with",
    "all", "each", "every", "both", "some", "any", "most", "many",
];

/// English words that a left side of a separator does not begin with, if it has more than two words.
#[rustfmt::skip]
pub const CLAUSE_STARTS: &[&str] = &[
    "if", "when", "while", "you", "we", "it", "this", "that", "there", "to", "for", "because", "since", "once", "after", "before", "then", "so",
    "and", "or", "but", "in", "on", "with", "use", "can", "must", "should", "the following", "these", "those", "they", "i",
];

/// English verbs that make a sentence of a long line.
#[rustfmt::skip]
pub const FINITE_VERBS: &[&str] = &[
    "is", "are", "was", "were", "can", "cannot", "can't", "will", "must", "has", "have", "had", "should", "does", "do", "don't", "doesn't", "let", "lets", "allow",
    "allows", "use", "uses", "provide", "provides", "need", "needs", "require", "requires", "support", "supports", "help", "helps", "give", "gives", "make", "makes", "get", "gets",
    "starts", "talks", "sends", "receives", "goes", "happens", "keeps", "comes", "depends", "belongs", "consists", "exists", "applies", "manages", "handles", "determines", "decides",
    "generates", "connects", "ensures", "prevents", "begins", "stays", "remains", "may", "might", "enable", "enables", "contain", "contains", "means", "works", "runs", "creates", "becomes", "includes", "want", "isn't", "aren't", "won't", "it's", "they're", "you're", "we're", "there's", "that's",
];

/// Words that ask a question.
#[rustfmt::skip]
pub const QUESTION_STARTS: &[&str] = &["what", "how", "why", "when", "where", "which", "who", "whose"];

/// A definition that says only this is study advice, and no answer.
#[rustfmt::skip]
pub const ADVICE_STARTS: &[&str] = &[
    "know", "understand", "be familiar", "be aware", "be prepared", "be able", "be comfortable", "learn", "remember how", "study", "review", "memorize",
];

/// What begins like advice and names a thing: "study of the earth".
pub const ADVICE_NOUNS: &[&str] = &["study of ", "review of "];

/// The same as [`ADVICE_STARTS`], at the end of a Japanese sentence.
#[rustfmt::skip]
pub const ADVICE_ENDS: &[&str] = &[
    "理解しておく", "押さえておく", "おさえておく", "覚えておく", "確認しておく", "押さえておくこと", "理解しておくこと", "覚えておくこと",
    "覚えておきたい", "押さえておきたい",
    "구현하기", "공부하기", "학습하기", "이해하기", "숙지하기", "알아두기", "풀어보기", "외우기", "암기하기", "복습하기", "익히기", "알아두자", "기억하자", "기억해두자", "외워두자",
];

/// How a heading ends that tells its reader to do something, and asks nothing.
pub const INVITATION_ENDS: &[&str] = &["세요", "십시오", "합시다", "ましょう", "てください"];

/// What stands alone at the end of a file to say that it ends.
pub const NOTE_ENDS: &[&str] = &["end", "the end", "fin", "eof", "以上", "以上です", "おわり", "終わり", "끝", "完"];

/// How a statement begins that says something of the line above it, and nothing alone: "This is called …".
pub const POINTS_BACK: &[&str] =
    &["this ", "that ", "these ", "those ", "it ", "they ", "これ", "それ", "이를 ", "이것"];

/// How a sentence ends that only says what the section will tell.
#[rustfmt::skip]
pub const ANNOUNCING_ENDS: &[&str] = &[
    "について説明する", "について説明します", "について紹介する", "について紹介します", "を紹介します", "について解説する", "について解説します", "を解説します", "を見ていく", "を見ていきます",
    "見ていきましょう", "見ていこう", "についてまとめる", "についてまとめます", "についてまとめました", "について学ぶ", "について学びます", "後述する", "後述します", "執筆中", "作成中", "準備中", "追記予定",
    "소개한다", "소개합니다", "알아본다", "알아보자", "알아봅시다", "알아보겠다", "알아보겠습니다", "살펴본다", "살펴보자", "살펴봅시다", "살펴보겠다", "살펴보겠습니다", "작성 예정", "정리 예정", "추후 작성",
    "coming soon", "will be added", "will be added later", "under construction",
];

/// How such a sentence begins, or one that only says where to read on.
#[rustfmt::skip]
pub const ANNOUNCING_STARTS: &[&str] = &[
    "this section covers", "this section describes", "this section explains", "this section introduces", "this chapter covers", "this chapter describes", "this chapter explains", "this chapter introduces",
    "in this section", "in this chapter", "we will look", "we will discuss", "we will cover", "we will learn", "we will see", "we'll look", "we'll discuss", "we'll cover", "we'll learn", "we'll see",
    "translated from", "translation of", "translate this article", "adapted from", "원문:", "원문 :", "출처:", "출처 :", "出典:", "出典：", "引用元:", "引用元：", "原文:", "原文：",
    "see ", "please see ", "refer to ", "please refer to ", "http://", "https://", "详见", "参见", "请参考", "请参阅", "本节介绍", "本章介绍", "下面介绍",
];

/// Where there is more to read.
#[rustfmt::skip]
pub const ELSEWHERE: &[&str] = &[
    "リンク", "こちら", "記事", "ページ", "ブログ", "サイト", "ドキュメント", "링크", "포스팅", "포스트", "블로그", "정리한 글", "정리해놓은 글", "게시글", "문서", "reference",
];

/// How a sentence ends that sends its reader to one of [`ELSEWHERE`].
#[rustfmt::skip]
pub const SENDING_ENDS: &[&str] = &[
    "を参照", "を参照する", "を参照のこと", "参照してください", "をご参照ください", "をご覧ください", "を見てください", "を確認", "を参考", "を参考に", "参考にしてください", "に書いた", "に書きました", "にまとめた", "にまとめました", "にまとめている", "にまとめています",
    "첨부한다", "첨부합니다", "첨부했다", "첨부했습니다", "대체한다", "대체합니다", "추가한다", "추가합니다", "공유한다", "공유합니다", "참고", "참고하자", "참고하세요", "참고해주세요", "참고해 주세요", "참고한다", "참고 바랍니다", "참고하시기 바랍니다", "참조", "참조하자", "참조하세요", "참조해주세요", "참조해 주세요", "남긴다", "남깁니다", "확인하자", "확인하세요",
];

/// What the text under a title says when it is about the notes.
#[rustfmt::skip]
pub const OF_THE_NOTES: &[&str] = &[
    "my notes", "personal notes", "these notes", "study notes", "course notes", "notes from", "notes for the", "this repository", "this repo ", "this document is", "this file is", "this article", "this post", "translated from", "translation of",
    "この記事", "本記事", "このノート", "本ノート", "このページ", "本ページ", "このリポジトリ", "備忘録", "学習メモ", "勉強メモ", "学習記録", "まとめたもの", "まとめです",
    "を翻訳", "번역을", "번역한", "이 글", "이 문서", "이 레포", "이 저장소", "정리한 글", "정리한 문서", "学习笔记", "这篇文章", "本文将", "本仓库",
    "赤シート", "テスト範囲", "試験範囲", "教科書p", "の動画で", "视频", "教材", "시험 범위", "시험범위", "접수", "exam on ", "midterm", "textbook", "syllabus",
];

/// Verbs of study that also say what a thing does: 「事実に誤りがないかを調べる」. Advice is what says them of [`ADVICE_ASPECTS`].
pub const STUDY_VERBS: &[&str] = &["調べる", "理解する", "覚える", "復習する", "暗記する"];

/// What learners set themselves to learn of a subject.
#[rustfmt::skip]
pub const ADVICE_ASPECTS: &[&str] = &[
    "違い", "使い分け", "仕組み", "しくみ", "使い方", "やり方", "流れ", "手順", "特徴", "種類", "詳細", "概要", "ポイント", "要点", "用途",
    "ユースケース", "メリット", "デメリット",
];

/// Bold words that say nothing alone: hiding one asks nothing.
#[rustfmt::skip]
pub const EMPTY_BOLD: &[&str] = &[
    "not", "no", "only", "must", "never", "always", "and", "or", "all", "any", "cannot", "can", "don't", "ない", "のみ", "だけ", "不", "non", "注意", "重要",
    "note", "important", "注", "例", "必ず", "または", "かつ", "and/or", "必須", "tip", "warning", "hint", "exam", "exam hint", "exam tip",
    "exam note", "very important", "重要ポイント", "試験に出る", "頻出", "중요", "시험", "重点",
];

/// Shouted words that say how strictly something holds: as a left side, they name nothing. "Never" may be vocabulary.
pub const STRICT: &[&str] = &["NEVER", "ALWAYS", "MUST", "MUST NOT", "CANNOT", "DON'T", "ONLY"];

/// Names of a first column that only counts the rows.
#[rustfmt::skip]
pub const COUNTING_COLUMNS: &[&str] = &[
    "no", "#", "番号", "id", "日付", "日時", "年月日", "date", "順番", "順位", "時間", "time", "rank", "回", "ページ", "page", "번호", "날짜", "序号", "编号", "日期",
];

/// Names of a first column that counts the rows and says nothing of them: an `id` may be of data that is only an example.
pub const ROW_COUNTS: &[&str] = &["no", "nr", "#", "番号", "番", "번호", "序号", "编号"];

/// Names of a first column that holds what the other columns are compared by.
#[rustfmt::skip]
pub const ASPECT_COLUMNS: &[&str] = &[
    "観点", "比較項目", "比較", "比較観点", "項目", "特徴", "違い", "属性", "aspect", "aspects", "criteria", "comparison", "feature", "features", "property", "attribute",
    "parameter", "parameters", "point", "points", "basis", "비교", "구분", "항목", "특징", "项目", "对比", "比较", "特性",
];

/// What the title of a comparison has in it.
pub const COMPARISONS: &[&str] =
    &["違い", "比較", " vs", "versus", "difference", "comparison", "compare", "차이", "비교", "区别", "对比", "比较"];

/// What a bold span is the subject of, when one of these follows it: it begins a sentence and names nothing.
#[rustfmt::skip]
pub const PREDICATE_STARTS: &[&str] = &[
    "and", "or", "but", "that", "which", "who", "to", "of", "for", "in", "on", "at", "by", "from", "as", "when", "if", "than", "with", "also", "only", "not", "it's", "per",
];

/// By which a line says that it asks.
pub const QUESTION_MARKS: &[&str] =
    &["Question", "Ques", "Q", "Ｑ", "問題", "質問", "設問", "問い", "問", "질문", "문제", "问"];

/// By which a line says that it answers. Longer ones come before what they begin with.
#[rustfmt::skip]
pub const ANSWER_MARKS: &[&str] = &[
    "Correct answers", "Correct answer", "The correct answer is", "Answers", "Answer", "Ans", "A", "Ａ", "正解", "正答", "解答", "解説", "回答", "答え", "答", "정답", "답변", "답", "해설", "答案",
    "Explanation", "Solution",
];

/// Titles of what hides an answer.
#[rustfmt::skip]
pub const ANSWERS: &[&str] = &[
    "answer", "answers", "show answer", "see answer", "correct answer", "solution", "explanation", "答え", "答", "解答", "正解", "正答", "回答", "解説", "答えを見る", "解答を見る", "解答・解説", "答えと解説",
    "解答と解説", "정답", "답", "정답 보기", "해설", "풀이", "답안", "答案", "解析", "查看答案",
];

/// Titles of what hides anything: they name nothing.
#[rustfmt::skip]
pub const SUMMARIES: &[&str] = &[
    "details", "detail", "more", "more details", "more detail", "more info", "more information", "expand", "expand me", "unfold", "spoiler", "open", "full text",
    "code", "codes", "source", "source code", "full code", "implementation", "example", "examples", "sample", "output", "result", "results", "hint", "hints", "log", "logs",
    "詳細", "詳しく", "詳しくは", "続き", "続きを読む", "展開", "折りたたみ", "開く", "もっと", "例", "コード", "サンプル", "サンプルコード", "ソースコード", "コード例", "全文", "実装", "実装例", "結果", "出力", "実行結果", "ヒント",
    "더보기", "더 보기", "자세히", "자세히 보기", "접기", "펼치기", "상세", "내용", "설명", "예", "예시", "예제", "코드", "소스", "소스 코드", "예제 코드", "코드 예시", "전체 코드", "구현", "결과", "실행 결과", "힌트",
    "展开", "详情", "更多", "代码", "示例", "例子", "示例代码", "提示",
];

/// How a title begins that only tells to unfold.
pub const UNFOLDING_STARTS: &[&str] = &[
    "click",
    "tap to",
    "press to",
    "クリック",
    "ここをクリック",
    "こちらをクリック",
    "タップ",
    "클릭",
    "点击",
    "點擊",
];

/// The same before one of [`SUMMARIES`] or [`ANSWERS`]: "Show the code".
pub const UNFOLDING_VERBS: &[&str] = &[
    "show the ",
    "show ",
    "see the ",
    "see ",
    "view the ",
    "view ",
    "expand the ",
    "expand ",
    "toggle ",
    "open the ",
    "查看",
    "展开",
];

/// The same after it: 「コードを見る」.
#[rustfmt::skip]
pub const UNFOLDING_ENDS: &[&str] = &["を見る", "を表示する", "を表示", "を開く", "を展開する", "を展開", "はこちら", "보기", "펼치기", "열기", "접기"];

/// How a title ends that promises more of what it stands under: 「코드와 함께하는 더 자세한 설명」.
pub const MORE_ENDS: &[&str] = &[
    "詳しい説明",
    "詳細な説明",
    "詳しい解説",
    "詳細な解説",
    "자세한 설명",
    "자세한 내용",
    "상세 설명",
    "detailed explanation",
    "详细说明",
];

/// English verbs by which a line says something of the subject above it, and names nothing.
#[rustfmt::skip]
pub const PREDICATES: &[&str] = &[
    "can", "can't", "cannot", "could", "must", "should", "is", "isn't", "are", "aren't", "has", "does", "doesn't", "allows", "applies", "uses", "provides", "requires", "enables",
    "includes", "contains", "creates", "ensures", "prevents", "supports", "gives", "gets", "lets", "makes", "helps", "improves", "increases", "reduces", "removes", "offers",
    "allocates", "manages", "generates", "integrates", "automates", "protects", "comes", "becomes", "depends", "consists", "performs", "captures", "detects", "starts", "sends", "receives",
];

/// Words by which a sentence goes on after a dash.
pub const CONJUNCTIONS: &[&str] = &["but", "and", "or", "although", "unless"];

/// Words after which such a verb is none: "uses of copper", "must know formulas".
pub const NAME_LINKS: &[&str] = &["of", "and", "or", "for", "vs", "vs.", "know", "see", "do", "have"];

/// English verbs that begin a step, if a word like "the" follows, besides [`AIMS`] and [`TASKS`]. Not those of idioms:
/// "take a break".
#[rustfmt::skip]
pub const STEPS: &[&str] = &[
    "create", "attach", "launch", "configure", "select", "choose", "click", "add", "remove", "delete", "enable", "disable", "install", "recover", "restore", "restart", "update", "check",
    "verify", "ensure", "specify", "use", "apply", "assign", "deploy", "copy", "navigate", "connect", "download", "upload", "allow", "avoid", "terminate", "replace",
];

/// Verbs that begin a task of learners and hardly anything else.
pub const AIMS: &[&str] = &["describe", "explain", "differentiate", "discuss", "recognize", "recognise", "understand"];

/// The same, but in other lines they may be nouns, or begin a step.
pub const TASKS: &[&str] =
    &["identify", "define", "outline", "summarize", "summarise", "compare", "distinguish", "demonstrate", "list"];

/// Ends of an aim of a course in Japanese, Korean and Chinese.
pub const AIM_ENDS: &[&str] = &[
    "を説明できる",
    "を説明することができる",
    "を述べられる",
    "を理解している",
    "을 설명할 수 있다",
    "를 설명할 수 있다",
];

/// Words that begin what a verb is about.
#[rustfmt::skip]
pub const DETERMINERS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "your", "its", "their", "each", "every", "all", "any", "between", "how", "what", "when", "why", "whether",
];

/// Verbs of what to do or not to do.
pub const DUTIES: &[&str] = &["avoid", "ensure", "remember", "don't"];

/// Words by which a line is about all or none of something, besides those of [`SENTENCE_STARTS`].
pub const QUANTIFIERS: &[&str] = &["no", "nothing", "everything"];

/// Words after a participle that make a remark of it: "billed by the second".
pub const PARTICIPLE_LINKS: &[&str] =
    &["in", "by", "to", "on", "with", "from", "at", "as", "for", "into", "when", "if"];

/// Words inside a line of four words or more that make a clause of it.
#[rustfmt::skip]
pub const CLAUSE_WORDS: &[&str] = &[
    "can", "cannot", "can't", "must", "should", "because", "unless", "although", "isn't", "aren't", "don't", "doesn't", "won't", "has", "have", "does",
];

/// Words that end like a verb of the third person and are none: "three times a day".
pub const NO_VERBS: &[&str] = &[
    "towards",
    "besides",
    "perhaps",
    "always",
    "afterwards",
    "sometimes",
    "upwards",
    "times",
    "hours",
    "weeks",
    "months",
    "years",
    "minutes",
    "seconds",
];

/// Words that begin an object.
pub const ARTICLES: &[&str] = &["the", "a", "an", "your", "its", "their"];

/// Words after which a verb stands in what only describes a noun: "cells that are haploid", "foods you should avoid".
#[rustfmt::skip]
pub const RELATIVES: &[&str] = &["that", "which", "who", "whose", "whom", "where", "when", "how", "what", "why", "you", "we", "they", "i", "it"];

/// English words at the end of a line whose items end its sentence.
pub const CUT_OFFS: &[&str] =
    &["either", "contains", "contain", "includes", "include", "are", "involves", "provides", "allows"];

/// The same, in a line of three words or more. Not those that end an idiom: "in front of".
pub const LATE_CUT_OFFS: &[&str] = &["the", "and", "or", "via", "using"];

/// Limits: with a number after them, a line is an amount.
#[rustfmt::skip]
pub const LIMITS: &[&str] = &[
    "up to", "at least", "at most", "max of", "max", "max.", "maximum of", "maximum", "min of", "min", "min.", "minimum of", "minimum", "more than", "less than", "only", "about",
    "around", "最大", "最小", "最低", "最長", "最短", "最多", "最少", "至少", "至多", "約", "最高", "최대", "최소", "약",
];

/// What an amount of something is counted by, after a number.
pub const COUNTED_BY: &[&str] =
    &[" per ", " each", " every ", " or more ", " or 1 ", " maximum", " minimum", " at least", " at most"];

/// Ends of a property in Japanese and Korean, with or without its subject.
#[rustfmt::skip]
pub const REMARK_ENDS: &[&str] = &[
    "が必要", "が不要", "は不要", "なければならない", " 필요", " 불필요", "필요함", "해야 함", "해야함", "해야 한다",
];

/// Beginnings of a property in Chinese.
pub const REMARK_STARTS: &[&str] = &["可以", "不可以", "必须", "无需", "只能"];

/// Verbs that cannot be nouns: a left side with one of them is a clause.
pub const COPULAS: &[&str] =
    &["is", "are", "was", "were", "can", "cannot", "must", "will", "has", "have", "should", "means"];

/// English words at the end of a line after which a sentence goes on.
#[rustfmt::skip]
pub const OPEN_ENDS: &[&str] = &[
    "the", "a", "an", "of", "to", "and", "or", "in", "on", "at", "by", "for", "with", "from", "is", "are", "was", "were", "be", "as", "that", "which", "into", "than",
    "can", "will", "must", "should", "may", "not", "your", "their", "its", "this", "these",
];

/// What may stand beside the digits of a number, an amount or a time.
pub const UNITS: &str = "年月日時分秒間週回件個台人円未満以上下約前後半ヶか第超万億兆割歳度倍";

/// Units right after a number with a decimal point: 「1.5倍」 is no chapter.
#[rustfmt::skip]
pub const DECIMAL_UNITS: &[&str] = &[
    "倍", "割", "度", "%", "％", "°", "℃", "秒", "時間", "インチ", "メートル", "リットル", "グラム", "キロ", "センチ", "ミリ", "気圧", "ボルト", "ワット", "ヘルツ", "光年", "億", "万",
];

/// The same as words, with a space before them or not: only such as no title begins with.
pub const DECIMAL_WORDS: &[&str] = &[
    "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "kbps", "mbps", "gbps", "mm", "cm", "km", "mg", "kg", "ml", "kw",
    "hpa", "kcal",
];

/// The same as [`UNITS`], as a word.
#[rustfmt::skip]
pub const UNIT_WORDS: &[&str] = &[
    "ms", "s", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
    "years", "kb", "mb", "gb", "tb", "pb", "kib", "mib", "gib", "tib", "k", "m", "x", "st", "nd", "rd", "th", "am", "pm", "usd", "yen", "eur", "hz", "khz", "mhz", "ghz",
    "bps", "kbps", "mbps", "gbps", "nm", "µm", "mm", "cm", "km", "mg", "g", "kg", "ml", "l", "v", "w", "kw", "pa", "hpa", "cal", "kcal", "px", "pt", "°c", "°f",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_are_the_first_and_last_characters_of_words() {
        for word in ["a", "é", "例b", "🔹x", "x🔹"] {
            assert_eq!(Some(character(word, Edge::First)), word.chars().next());
            assert_eq!(Some(character(word, Edge::Last)), word.chars().next_back());
        }
        assert!(LABELS_BEGIN.may_be('N') && MARKS_BEGIN.may_be('q') && !LABELS_BEGIN.may_be('鍵'));
    }
}
