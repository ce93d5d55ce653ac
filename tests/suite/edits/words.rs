//! Edits of a text: what people do to a word or a sentence.

use super::random::Random;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Japanese,
    Korean,
    English,
}

pub fn language(text: &str) -> Language {
    if text.chars().any(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c)) {
        Language::Korean
    } else if text.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c)) {
        Language::Japanese
    } else {
        Language::English
    }
}

/// What is written for what, in either direction.
const SYNONYMS: &[(&str, &str)] = &[
    ("できる", "可能である"),
    ("使う", "利用する"),
    ("使用", "利用"),
    ("設定", "構成"),
    ("方法", "手順"),
    ("違い", "差異"),
    ("種類", "タイプ"),
    ("必要がある", "必要になる"),
    ("問題", "不具合"),
    ("確認", "チェック"),
    ("取得", "収集"),
    ("作成", "作る"),
    ("仕組み", "しくみ"),
    ("複数の", "いくつもの"),
    ("すべて", "全部"),
    ("料金", "費用"),
    ("自動で", "自動的に"),
    ("原因", "理由"),
    ("一覧", "リスト"),
    ("サーバー", "サーバ"),
    ("ユーザー", "ユーザ"),
    ("もの", "物"),
    ("時", "とき"),
    ("データ", "情報"),
    ("事", "こと"),
    ("特徴", "特長"),
    ("例", "具体例"),
    (" and ", " & "),
    (" use ", " make use of "),
    (" is ", " is usually "),
    (" can ", " may "),
    ("provides", "offers"),
    ("service", "offering"),
    ("instance", "virtual machine"),
    ("data", "information"),
    (" will ", " is going to "),
    ("multiple", "several"),
    ("allows", "lets"),
    ("Management", "Administration"),
    ("Types", "Kinds"),
    ("cost", "price"),
    ("between", "among"),
    ("Overview", "Introduction"),
    ("storage", "store"),
    ("type", "kind"),
    ("사용", "이용"),
    ("방법", "방식"),
    ("때문에", "까닭에"),
    ("있다", "있습니다"),
    ("장점", "이점"),
    ("경우", "때"),
    ("모든", "전체"),
];

/// A word is another one.
pub fn other_word(text: &str, random: &mut Random) -> Option<String> {
    let mut found: Vec<(usize, &str, &str)> = Vec::new();
    for &(one, other) in SYNONYMS {
        found.extend(text.match_indices(one).map(|(at, word)| (at, word, other)));
        found.extend(text.match_indices(other).map(|(at, word)| (at, word, one)));
    }
    let &(at, word, by) = random.pick(&found)?;
    Some(format!("{}{by}{}", &text[..at], &text[at + word.len()..]))
}

/// A number, or a word of Latin letters, is another one; else something is put between two words.
pub fn small_change(text: &str, random: &mut Random) -> Option<String> {
    if random.chance(70)
        && let Some(changed) = other_word(text, random)
    {
        return Some(changed);
    }
    if random.chance(30)
        && let Some(changed) = other_number(text, random)
    {
        return Some(changed);
    }
    let (between, ends): (&[&str], &[char]) = match language(text) {
        Language::Japanese => (&["通常、", "主に", "とくに", "なお、", "また、"], &['、', '。', '，']),
        Language::Korean => (&["보통 ", "특히 ", "주로 "], &[' ']),
        Language::English => (&["usually ", "mostly ", "also ", "in practice "], &[' ']),
    };
    let places: Vec<usize> =
        text.match_indices(ends).map(|(at, end)| at + end.len()).filter(|at| *at < text.len()).collect();
    let at = *random.pick(&places)?;
    let lead = text.len() - text.trim_start().len();
    (at > lead + 3).then(|| format!("{}{}{}", &text[..at], random.pick(between).unwrap(), &text[at..]))
}

fn other_number(text: &str, random: &mut Random) -> Option<String> {
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && !text[..*at].ends_with(|c: char| c.is_ascii_alphanumeric()))
        .map(|(at, _)| at)
        .collect();
    let &at = random.pick(&starts)?;
    let digits = text[at..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - at);
    let number: u64 = text[at..at + digits].parse().ok()?;
    Some(format!("{}{}{}", &text[..at], number + 1 + random.below(9) as u64, &text[at + digits..]))
}

/// A sentence that could stand in any note.
pub fn sentence(like: &str, random: &mut Random) -> &'static str {
    let bank: &[&str] = match language(like) {
        Language::Japanese => &[
            "料金は使った分だけかかる。",
            "既定では無効になっている。",
            "試験では他のサービスとの違いが問われやすい。",
            "設定を変えてもすぐには反映されない。",
            "コンソールからもCLIからも操作できる。",
            "上限はクォータの引き上げで増やせる。",
            "古い世代では使えない。",
            "実際には数分かかることが多い。",
            "権限が足りないと失敗する。",
        ],
        Language::Korean => {
            &["실제로는 잘 쓰이지 않는다.", "기본값은 꺼져 있다.", "면접에서 자주 나온다.", "메모리를 더 많이 쓴다."]
        }
        Language::English => &[
            "It is off by default.",
            "You pay only for what you use.",
            "The exam likes to ask about this.",
            "Changes take a few minutes to arrive.",
            "The limit can be raised on request.",
            "Older generations do not have it.",
        ],
    };
    random.pick(bank).unwrap()
}

/// A sentence less, or a remark in brackets less.
pub fn shorter(text: &str, random: &mut Random) -> Option<String> {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for (open, close) in [('（', '）'), ('(', ')')] {
        for (at, _) in text.match_indices(open) {
            if let Some(end) = text[at..].find(close).filter(|_| !text[..at].ends_with(']')) {
                cuts.push((at, at + end + close.len_utf8()));
            }
        }
    }
    let ends = sentence_ends(text);
    cuts.extend(ends.windows(2).map(|pair| (pair[0], pair[1])));
    let &(from, to) = random.pick(&cuts)?;
    let rest = format!("{}{}", &text[..from], text[to..].trim_end());
    (rest.trim().chars().count() * 2 > text.trim().chars().count()).then_some(rest)
}

/// Where sentences end.
pub fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = text.match_indices('。').map(|(at, end)| at + end.len()).collect();
    ends.extend(text.match_indices(". ").map(|(at, _)| at + 2));
    if text.ends_with('.') {
        ends.push(text.len());
    }
    ends.sort_unstable();
    ends
}

/// What is mistaken for what in kana and kanji.
const CONFUSED: &[(char, char)] = &[
    ('っ', 'つ'),
    ('ッ', 'ツ'),
    ('ー', '−'),
    ('バ', 'パ'),
    ('ブ', 'プ'),
    ('ド', 'ト'),
    ('ク', 'グ'),
    ('ジ', 'シ'),
    ('シ', 'ツ'),
    ('ン', 'ソ'),
    ('ョ', 'ヨ'),
    ('は', 'わ'),
    ('じ', 'ぢ'),
    ('ロ', 'ラ'),
    ('機', '器'),
    ('動', '働'),
    ('保', '補'),
    ('設', '説'),
    ('対', '体'),
    ('性', '製'),
];

/// One slip of the finger, or its correction.
pub fn typo(text: &str, random: &mut Random) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let letters: Vec<usize> = (0..chars.len()).filter(|&at| chars[at].is_alphabetic()).collect();
    let &at = random.pick(&letters)?;
    let mut changed = chars.clone();
    let confused = CONFUSED.iter().find_map(|&(one, other)| match chars[at] {
        c if c == one => Some(other),
        c if c == other => Some(one),
        _ => None,
    });
    match (chars[at].is_ascii_alphabetic(), confused, random.below(4)) {
        (_, Some(other), _) => changed[at] = other,
        (true, None, 0) => {
            let by = char::from(b'a' + u8::try_from(random.below(26)).unwrap());
            changed[at] = if chars[at].is_ascii_uppercase() { by.to_ascii_uppercase() } else { by };
        }
        (true, None, 1) if at + 1 < chars.len() && chars[at + 1].is_ascii_alphabetic() => changed.swap(at, at + 1),
        (_, None, 2) => changed.insert(at, chars[at]),
        _ => {
            changed.remove(at);
        }
    }
    let changed: String = changed.into_iter().collect();
    let some = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    (changed != text && some(&changed) > 1).then_some(changed)
}

/// A term said in other words.
pub fn reworded(term: &str, random: &mut Random) -> Option<String> {
    if random.chance(40)
        && let Some(changed) = other_word(term, random)
    {
        return Some(changed);
    }
    if random.chance(35)
        && let Some(changed) = without_bracket(term)
    {
        return Some(changed);
    }
    let (before, after): (&[&str], &[&str]) = match language(term) {
        Language::Japanese => {
            (&["主な", "基本的な", "各種"], &["の機能", "の概要", "について", "（新）", "(v2)", "の仕組み", "の使い方"])
        }
        Language::Korean => (&["주요 ", "기본 "], &["의 개념", " (기본)", " 정리"]),
        Language::English => {
            (&["AWS ", "Basic ", "The ", "Amazon "], &[" basics", " (new)", " service", " (overview)"])
        }
    };
    if term.ends_with(['?', '？', 'か', '。', '.']) {
        return small_change(term, random);
    }
    let words: Vec<usize> = term.match_indices(' ').map(|(at, _)| at).collect();
    Some(match random.below(4) {
        0 => format!("{}{term}", random.pick(before).unwrap()),
        1 if words.len() > 1 => {
            let &at = random.pick(&words).unwrap();
            let rest = &term[at + 1..];
            format!("{}{}", &term[..at], rest.find(' ').map_or("", |end| &rest[end..]))
        }
        _ => format!("{term}{}", random.pick(after).unwrap()),
    })
}

fn without_bracket(term: &str) -> Option<String> {
    let open = term.find(['（', '('])?;
    let close = open + term[open..].find(['）', ')'])?;
    let end = close + term[close..].chars().next()?.len_utf8();
    let rest = format!("{}{}", term[..open].trim_end(), &term[end..]);
    (rest.chars().filter(|c| c.is_alphanumeric()).count() > 1).then_some(rest)
}

/// Parts of which names and definitions are put together.
struct Bank {
    first: &'static [&'static str],
    second: &'static [&'static str],
    what: &'static [&'static str],
    when: &'static [&'static str],
    why: &'static [&'static str],
}

const JAPANESE: Bank = Bank {
    first: &["夜間の", "二重", "段階", "緊急用の", "回線", "台帳の", "合言葉の"],
    second: &[
        "切り替え",
        "書き込み",
        "鍵",
        "突き合わせ",
        "冗長化",
        "更新",
        "暖機運転",
        "封印",
        "棚卸し",
        "予行演習",
        "引き継ぎ",
    ],
    what: &[
        "古い側から新しい側へ少しずつ流れを移す。",
        "同じ内容を離れた二か所へ書く。",
        "担当者が二人そろったときだけ封を開ける。",
        "請求の明細と社内の表をくらべる。",
        "別々の会社の線を二本引く。",
    ],
    when: &[
        "利用者の少ない時間に、",
        "月に一度、",
        "引っ越しのあいだ、",
        "監査の前に、",
        "障害の訓練として、",
        "新人が来るたびに、",
        "四半期の終わりに、",
    ],
    why: &[
        "うっかりを防ぐためである。",
        "片方が切れても続けるためである。",
        "差を早く見つけるためである。",
        "あとで説明できるようにする。",
    ],
};

const KOREAN: Bank = Bank {
    first: &["점진적 ", "이중 ", "긴급 ", "야간 "],
    second: &["배포", "기록", "열쇠", "점검", "이사", "훈련", "봉인"],
    what: &["새 버전을 일부에게만 먼저 내보낸다", "두 곳에 같은 내용을 쓴다", "두 사람이 함께 봉인을 뜯는다"],
    when: &["한 달에 한 번", "옮기는 동안", "감사 전에", "사람이 적은 시간에", "신입이 올 때마다"],
    why: &[", 실수를 막으려고.", ", 나중에 설명하려고.", ", 차이를 빨리 찾으려고."],
};

const ENGLISH: Bank = Bank {
    first: &["Dark ", "Night ", "Slow ", "Paper ", "Spare ", "Twin ", "Quiet "],
    second: &[
        "launch",
        "fence",
        "shift",
        "glass",
        "tombstone",
        "ledger",
        "rehearsal",
        "pressure",
        "parade",
        "harbour",
        "lantern",
    ],
    what: &[
        "A stale leader is refused by the number that it carries",
        "Nobody sees what the new code answers",
        "Two people open the seal together",
        "A consumer that lags tells its producer so",
        "The bill is compared with the books",
    ],
    when: &[
        " at night",
        " once a month",
        " during a move",
        " before the audit",
        " whenever a rookie joins",
        " in a drill",
    ],
    why: &[
        ", so that no slip hurts.",
        ", to find gaps early.",
        ", to be able to explain it later.",
        ", in case one side fails.",
    ],
};

/// A name of something that is not in the notes yet, with what there is to say of it: `number` tells them apart.
pub fn invention(like: &str, number: usize) -> (String, String) {
    let language = language(like);
    let bank = match language {
        Language::Japanese => JAPANESE,
        Language::Korean => KOREAN,
        Language::English => ENGLISH,
    };
    let mut rest = number;
    let mut next = |bank: &[&'static str]| {
        let at = rest % bank.len();
        rest /= bank.len();
        bank[at]
    };
    let (first, what, when) = (next(bank.first), next(bank.what), next(bank.when));
    let (second, why) = (next(bank.second), next(bank.why));
    let text = match language {
        Language::English => format!("{what}{when}{why}"),
        Language::Japanese => format!("{when}{what}{why}"),
        Language::Korean => format!("{when} {what}{why}"),
    };
    (format!("{first}{second}"), text)
}

/// Full width for half width, or the other way round.
pub fn other_width(text: &str, full: bool) -> String {
    const PAIRS: &[(&str, &str)] = &[("（", "("), ("）", ")"), ("！", "!"), ("？", "?"), ("％", "%")];
    PAIRS.iter().fold(text.to_owned(), |text, (wide, narrow)| {
        if full && language(&text) == Language::Japanese && !text.contains("](") {
            text.replace(narrow, wide)
        } else if full {
            text
        } else {
            text.replace(wide, narrow)
        }
    })
}

/// A space between Japanese and Latin, as some formatters put it.
pub fn spaced(text: &str) -> String {
    let wide = |c: char| ('\u{3040}'..='\u{9fff}').contains(&c);
    let mut out = String::new();
    let mut code = false;
    for c in text.chars() {
        let last = out.chars().next_back();
        let meets =
            last.is_some_and(|last| wide(last) && c.is_ascii_alphanumeric() || last.is_ascii_alphanumeric() && wide(c));
        code ^= c == '`';
        if meets && !code {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// `__x__` for `**x**` where both mean the same.
pub fn other_emphasis(text: &str) -> String {
    let parts: Vec<&str> = text.split("**").collect();
    if parts.len().is_multiple_of(2) || text.contains("__") || text.contains('`') {
        return text.to_owned();
    }
    let free = |c: Option<char>| c.is_none_or(|c| c == ' ');
    let mut out = parts[0].to_owned();
    for pair in parts[1..].chunks(2) {
        let outside = free(out.chars().next_back()) && free(pair[1].chars().next());
        let mark = if outside { "__" } else { "**" };
        out = format!("{out}{mark}{}{mark}{}", pair[0], pair[1]);
    }
    out
}
