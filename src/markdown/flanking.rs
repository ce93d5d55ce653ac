//! What a run of `*`, `_` or `~` can do, from the characters beside it.
//!
//! CommonMark lets no run close after `。` or `」` when a letter follows, and scripts without
//! spaces have a letter there nearly always. The amendments of markdown-cjk-friendly
//! (<https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md>) change only what
//! counts as punctuation, and what may stand on its other side. This knows nothing of events.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// By which rule runs are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// The parser's.
    CommonMark,
    /// CommonMark's with the amendments for Chinese, Japanese and Korean.
    CjkFriendly,
}

/// What a run can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Flanks {
    /// It can open a span.
    pub open: bool,
    /// It can close one.
    pub close: bool,
}

/// Judges the run that is `run`, between the text before it on its line and the text after it.
///
/// Where a line begins or ends, that text is empty.
pub(super) fn flanks(rule: Rule, before: &str, run: &str, after: &str) -> Flanks {
    let (left, right) = (class_before(before, rule), class_after(after, rule));
    let (spaced_left, spaced_right) = (left == Class::Space, right == Class::Space);
    let flanking = Flanks {
        open: !spaced_right && (right != Class::Punctuation || left != Class::Other),
        close: !spaced_left && (left != Class::Punctuation || right != Class::Other),
    };
    match run.as_bytes() {
        [b'*', ..] => flanking,
        // The parser opens before any text: GitHub asks for a left flank.
        b"~~" => Flanks { open: !spaced_right, close: flanking.close || !spaced_left && before.ends_with('~') },
        // Not within a word: `snake_case`, `10~20`.
        b"~" => Flanks {
            open: !spaced_right && left.is_edge(),
            close: !spaced_left && (right.is_edge() || before.ends_with('~')),
        },
        [b'_', ..] => Flanks { open: !spaced_right && left.is_edge(), close: !spaced_left && right.is_edge() },
        _ => Flanks { open: false, close: false },
    }
}

/// Whether the rules disagree on a run.
pub(super) fn differ(before: &str, run: &str, after: &str) -> bool {
    let ascii = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii);
    let alike = ascii(before.as_bytes().last()) && ascii(after.as_bytes().first());
    // Without punctuation beside it, a run can do the same by both: most are of this kind.
    let word = |c: Option<char>| c.is_some_and(|c| is_common_cjk(c) || c.is_ascii_alphanumeric());
    let alike = alike || (word(before.chars().next_back()) && word(after.chars().next()));
    !alike && flanks(Rule::CommonMark, before, run, after) != flanks(Rule::CjkFriendly, before, run, after)
}

/// What stands beside a run. For CommonMark, there is nothing CJK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// White space, or the edge of a line.
    Space,
    /// Punctuation or a symbol that is not CJK.
    Punctuation,
    /// CJK punctuation, or a CJK symbol.
    CjkPunctuation,
    /// Another CJK character.
    Cjk,
    /// Any other character.
    Other,
}

impl Class {
    /// Whether a word ends here.
    fn is_edge(self) -> bool {
        matches!(self, Class::Space | Class::Punctuation | Class::CjkPunctuation)
    }

    fn by(self, rule: Rule) -> Self {
        match (rule, self) {
            (Rule::CommonMark, Class::CjkPunctuation) => Class::Punctuation,
            (Rule::CommonMark, Class::Cjk) => Class::Other,
            _ => self,
        }
    }
}

fn class_after(text: &str, rule: Rule) -> Class {
    text.chars().next().map_or(Class::Space, class).by(rule)
}

/// A variation selector is seen as what it stands on, so that `。` with one is still punctuation.
fn class_before(text: &str, rule: Rule) -> Class {
    let mut chars = text.chars().rev();
    let Some(last) = chars.next() else { return Class::Space };
    match (rule, last) {
        (Rule::CjkFriendly, '\u{fe00}'..='\u{fe0e}') => match (chars.next(), last) {
            // Quotation marks are ambiguous: this selector asks for their full-width form.
            (Some('\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}'), '\u{fe01}') => Class::CjkPunctuation,
            (Some(base), _) if !base.is_whitespace() => class(base),
            _ => Class::Other,
        },
        // These stand on ideographs only.
        (Rule::CjkFriendly, '\u{e0100}'..='\u{e01ef}') => Class::Cjk,
        _ => class(last).by(rule),
    }
}

fn class(c: char) -> Class {
    match c {
        _ if is_common_cjk(c) => Class::Cjk,
        _ if c.is_ascii_punctuation() => Class::Punctuation,
        _ if c.is_whitespace() => Class::Space,
        _ if c.is_ascii() => Class::Other,
        _ => match (is_cjk(c), is_punctuation(c)) {
            (true, true) => Class::CjkPunctuation,
            (true, false) => Class::Cjk,
            (false, true) => Class::Punctuation,
            (false, false) => Class::Other,
        },
    }
}

/// Kana and ideographs: nearly all of a Japanese text, without a look into tables.
fn is_common_cjk(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}')
}

/// `CommonMark` counts symbols among punctuation.
fn is_punctuation(c: char) -> bool {
    matches!(c.general_category_group(), GeneralCategoryGroup::Punctuation | GeneralCategoryGroup::Symbol)
}

/// Characters that are wide, full-width or half-width by UAX #11 and not shown as emoji by default
/// (UTS #51), and all of the script Hangul. Ranges reach over code points without a character.
fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}'
        | '\u{20a9}'
        | '\u{2329}'..='\u{232a}'
        | '\u{2630}'..='\u{2637}'
        | '\u{268a}'..='\u{268f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{3247}'
        | '\u{3250}'..='\u{a4c6}'
        | '\u{a960}'..='\u{a97c}'
        | '\u{ac00}'..='\u{d7fb}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe10}'..='\u{fe19}'
        | '\u{fe30}'..='\u{fe6b}'
        | '\u{ff01}'..='\u{ffee}'
        | '\u{16fe0}'..='\u{1b2fb}'
        | '\u{1d300}'..='\u{1d376}'
        | '\u{1f200}'
        | '\u{1f202}'
        | '\u{1f210}'..='\u{1f219}'
        | '\u{1f21b}'..='\u{1f22e}'
        | '\u{1f230}'..='\u{1f231}'
        | '\u{1f237}'
        | '\u{1f23b}'..='\u{1f248}'
        | '\u{1f260}'..='\u{1f265}'
        | '\u{20000}'..='\u{3fffd}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_and_the_tables_agree() {
        for c in ('\u{3041}'..='\u{3096}').chain('\u{30a1}'..='\u{30fa}').chain('\u{4e00}'..='\u{9fff}') {
            assert!(is_cjk(c) && !is_punctuation(c), "{c}");
        }
    }

    #[test]
    fn a_run_that_can_do_nothing_can_do_nothing_by_either_rule_but_for_selectors() {
        let sides = ["", " ", "a", "あ", "。", "「", ".", "(", "é", "“", "\u{3000}", "🚀", "한", "\u{fe0f}"];
        for run in ["*", "**", "***", "_", "__", "~", "~~"] {
            for (before, after) in sides.iter().flat_map(|left| sides.iter().map(move |right| (left, right))) {
                let can = |rule| flanks(rule, before, run, after);
                let nothing = Flanks { open: false, close: false };
                assert_eq!(can(Rule::CommonMark) == nothing, can(Rule::CjkFriendly) == nothing, "{before}{run}{after}");
                assert_eq!(
                    differ(before, run, after),
                    can(Rule::CommonMark) != can(Rule::CjkFriendly),
                    "{before}{run}{after}"
                );
            }
        }
    }
}
