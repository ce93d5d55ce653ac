//! Directives: what an author tells this program in so many words, for the few cases in which
//! its rules guess wrong.
//!
//! A comment `<!-- soa: … -->` steers one heading or bullet, `soa:` in front matter a file. This module
//! knows the words, and not what is done about them.

use crate::findings::WordSlip;
use crate::findings::codes;
use crate::text::Span;
use crate::text::nearest;

/// What was told. All that was not told is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directive {
    /// `skip`: make no cards of this.
    pub skip: bool,
    /// `cloze`: hide words in this, or (`cloze=false`) do not.
    pub cloze: Option<bool>,
    /// `reversed`: ask for the term, too, or (`reversed=false`) do not.
    pub reversed: Option<bool>,
    /// `deck=A::B`: the deck, levels joined by `::`.
    pub deck: Option<String>,
    /// `tags=a,b`: tags, in their order.
    pub tags: Vec<String>,
    /// `id=x`: the identity, however the term is called.
    pub id: Option<String>,
    /// `allow=W-a,W-b`: codes of findings that are not to be told.
    pub allow: Vec<&'static str>,
}

/// A directive, and what is not understood in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What is understood.
    pub directive: Directive,
    /// All else, in its order.
    pub unknown: Vec<Unknown>,
}

/// A word that is not one of a directive's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// As it was written.
    pub word: String,
    /// Where, in bytes of the text that was parsed.
    pub span: Span,
    /// What was probably meant, as it should be written.
    pub meant: Option<&'static str>,
    /// What is wrong with it.
    pub slip: WordSlip,
}

/// Why a word is not taken over: what is wrong with it, and what was probably meant.
type Refused = (WordSlip, Option<&'static str>);

/// The words, and how they are written.
const KNOWN: [(&str, &str); 7] = [
    ("skip", "skip"),
    ("cloze", "cloze"),
    ("reversed", "reversed"),
    ("deck", "deck=…"),
    ("tags", "tags=…"),
    ("id", "id=…"),
    ("allow", "allow=…"),
];

/// Signs between a key and its value. Japanese keyboards give the wide ones.
const ASSIGNS: [char; 4] = ['=', '＝', ':', '：'];

/// Signs between items of a list.
const SEPARATES: [char; 6] = [',', '、', '，', ';', '；', '､'];

impl Directive {
    /// What two comments tell of one place: each word of the one that stands nearer, and what the other tells beside it.
    #[must_use]
    pub(crate) fn beside(self, farther: Self) -> Self {
        let joined = |nearer: Vec<String>, farther: Vec<String>| if nearer.is_empty() { farther } else { nearer };
        Self {
            skip: self.skip || farther.skip,
            cloze: self.cloze.or(farther.cloze),
            reversed: self.reversed.or(farther.reversed),
            deck: self.deck.or(farther.deck),
            tags: joined(self.tags, farther.tags),
            id: self.id.or(farther.id),
            allow: self.allow.into_iter().chain(farther.allow).collect(),
        }
    }

    /// The directive in an HTML comment; `None` when the comment is not one.
    ///
    /// Words stand in any order, with blanks between them. A value with blanks is put in quotation marks. It
    /// never fails: what is not understood is told, and the rest holds.
    ///
    /// ```
    /// use soa_anki::Directive;
    ///
    /// let parsed = Directive::parse("<!-- soa: reversed deck=\"AWS 資格::監視\" tags=重要,試験 id=cw -->").unwrap();
    /// assert_eq!(parsed.directive.reversed, Some(true));
    /// assert_eq!(parsed.directive.deck.as_deref(), Some("AWS 資格::監視"));
    /// assert_eq!(parsed.directive.tags, ["重要", "試験"]);
    /// assert_eq!(parsed.directive.id.as_deref(), Some("cw"));
    /// assert!(parsed.unknown.is_empty());
    ///
    /// let comment = "<!-- soa: skipp cloze=false -->";
    /// let parsed = Directive::parse(comment).unwrap();
    /// assert_eq!(parsed.directive.cloze, Some(false));
    /// assert_eq!(&comment[parsed.unknown[0].span.clone()], "skipp");
    /// assert_eq!(parsed.unknown[0].meant, Some("skip"));
    ///
    /// assert_eq!(Directive::parse("<!-- a remark -->"), None);
    /// ```
    pub fn parse(comment: &str) -> Option<Parsed> {
        let inner = comment.trim().strip_prefix("<!--")?;
        let (inner, _) = inner.split_once("-->")?;
        let name = inner.trim_start();
        let after = without_case(name, "soa-anki").or_else(|| without_case(name, "soa"))?;
        let Some(words) = after.trim_start().strip_prefix([':', '：']) else {
            return Self::without_colon(comment, name, after);
        };
        let start = words.as_ptr().addr() - comment.as_ptr().addr();
        let mut parsed = Self::of_words(words);
        for unknown in &mut parsed.unknown {
            unknown.span = unknown.span.start + start..unknown.span.end + start;
        }
        Some(parsed)
    }

    /// What is told of a comment that lacks the colon, if a word of a directive follows its name: `<!-- soa skip -->`.
    fn without_colon(comment: &str, name: &str, words: &str) -> Option<Parsed> {
        let key = Words { text: words.trim_start(), at: 0 }.next()?.key;
        if !words.starts_with(char::is_whitespace) || !KNOWN.iter().any(|(known, _)| *known == key) {
            return None;
        }
        let start = name.as_ptr().addr() - comment.as_ptr().addr();
        let word = name.trim_end().to_owned();
        let span = start..start + word.len();
        let unknown = vec![Unknown { word, span, meant: None, slip: WordSlip::NoColon }];
        Some(Parsed { directive: Self::default(), unknown })
    }

    /// The directive of what stands after `soa:`.
    pub(crate) fn of_words(text: &str) -> Parsed {
        let mut parsed = Parsed::default();
        let mut words = Words { text, at: 0 };
        while let Some(word) = words.next() {
            if let Err((slip, meant)) = parsed.directive.set(word.key, word.value.as_deref()) {
                let word_text = text[word.span.clone()].to_owned();
                parsed.unknown.push(Unknown { word: word_text, span: word.span, meant, slip });
            }
        }
        parsed
    }

    /// Takes over codes; the error is what was probably meant by the first that is none.
    fn allow(&mut self, codes: &str) -> Result<(), Refused> {
        let mut unknown = Ok(());
        for code in codes.split(SEPARATES).map(str::trim).filter(|code| !code.is_empty()) {
            match codes::find(code) {
                Ok(code) => self.allow.push(code.code),
                Err(meant) => {
                    unknown = unknown.and(Err((WordSlip::NoSuchCode(code.into()), meant.map(|code| code.code))));
                }
            }
        }
        unknown
    }

    /// Takes over one word, unless it is refused.
    pub(crate) fn set(&mut self, key: &str, value: Option<&str>) -> Result<(), Refused> {
        let key = key.to_ascii_lowercase();
        let meant = written(&key);
        let text = || {
            value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).ok_or((WordSlip::NoValue, meant))
        };
        let truth = || truth(value).ok_or((WordSlip::NotTrueOrFalse, meant));
        match &*key {
            "skip" => self.skip = truth()?,
            "cloze" => self.cloze = Some(truth()?),
            "reversed" => self.reversed = Some(truth()?),
            "deck" => self.deck = Some(text()?),
            "id" => self.id = Some(text()?),
            "tags" => {
                let tags = text()?;
                let tags = tags.split(SEPARATES).map(|tag| tag.trim().trim_start_matches('#').to_owned());
                self.tags.extend(tags.filter(|tag| !tag.is_empty()));
            }
            "allow" => return self.allow(&text()?),
            _ => return Err((WordSlip::Unknown, meant)),
        }
        Ok(())
    }
}

/// What follows `prefix` in a text, in whatever case it is written.
fn without_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    text.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix)).map(|_| &text[prefix.len()..])
}

/// Whether a flag is set: named alone, or with a value.
fn truth(value: Option<&str>) -> Option<bool> {
    match value.map(|value| value.trim().to_ascii_lowercase()).as_deref() {
        None | Some("true" | "yes" | "on" | "1") => Some(true),
        Some("false" | "no" | "off" | "0") => Some(false),
        Some(_) => None,
    }
}

/// How the known word that `key` is, or most resembles, is written.
fn written(key: &str) -> Option<&'static str> {
    let known = nearest(key, KNOWN.map(|(known, _)| known))?;
    KNOWN.iter().find(|(word, _)| *word == known).map(|(_, written)| *written)
}

/// The words of a directive, from `at` on.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

struct Word<'a> {
    key: &'a str,
    value: Option<String>,
    span: Span,
}

impl<'a> Words<'a> {
    fn next(&mut self) -> Option<Word<'a>> {
        self.skip(|c| c.is_whitespace() || SEPARATES.contains(&c));
        let start = self.at;
        let ends = |c: char| c.is_whitespace() || ASSIGNS.contains(&c) || SEPARATES.contains(&c);
        self.skip(|c| !ends(c));
        let key = &self.text[start..self.at];
        let assigned = self.skip_assignment();
        if self.at == start {
            return None;
        }
        let value = assigned.then(|| if self.is_at_assignment() { String::new() } else { self.value(key) });
        Some(Word { key, value, span: start..self.at })
    }

    /// Passes over ` = `; over nothing when it is not there.
    fn skip_assignment(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let Some(value) = rest.trim_start().strip_prefix(ASSIGNS) else {
            return false;
        };
        self.at = self.text.len() - value.trim_start().len();
        true
    }

    /// Whether a blank is before and the next of the known words behind: `deck= tags=a` gives no deck.
    fn is_at_assignment(&self) -> bool {
        let rest = &self.text[self.at..];
        let after = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        self.text[..self.at].ends_with(char::is_whitespace)
            && starts_known(rest)
            && after.trim_start().starts_with(ASSIGNS)
    }

    /// A value up to a blank; that of a list, up to a blank with no comma before it.
    fn value(&mut self, key: &str) -> String {
        let mut value = self.piece();
        while value.ends_with(SEPARATES) {
            let rest = self.text[self.at..].trim_start();
            let blanks = self.text.len() - self.at - rest.len();
            let goes_on = blanks == 0 || is_list(key) && !starts_known(rest);
            if rest.is_empty() || !goes_on {
                break;
            }
            self.at += blanks;
            value += &self.piece();
        }
        value.trim_end_matches(SEPARATES).to_owned()
    }

    /// Up to a blank or just behind a comma, quotation marks removed.
    fn piece(&mut self) -> String {
        let rest = &self.text[self.at..];
        let closing = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => quote,
            Some('“') => '”',
            _ => return self.bare(),
        };
        let inner = rest.chars().next().map_or(0, char::len_utf8);
        self.at += inner;
        let start = self.at;
        self.skip(|c| c != closing);
        let quoted = self.text[start..self.at].to_owned();
        if self.at < self.text.len() {
            self.at += closing.len_utf8();
        }
        quoted + &self.bare()
    }

    fn bare(&mut self) -> String {
        let start = self.at;
        self.skip(|c| !c.is_whitespace() && !SEPARATES.contains(&c));
        if self.text[self.at..].starts_with(SEPARATES) {
            self.skip(|c| SEPARATES.contains(&c));
        }
        self.text[start..self.at].to_owned()
    }

    fn skip(&mut self, belongs: impl Fn(char) -> bool) {
        let rest = &self.text[self.at..];
        self.at += rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    }
}

/// Whether a key's value is a list, which may go on behind a blank.
fn is_list(key: &str) -> bool {
    key.eq_ignore_ascii_case("tags") || key.eq_ignore_ascii_case("allow")
}

/// Whether one of the known words is first: `skip` in `tags=a, skip`.
fn starts_known(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    KNOWN.iter().any(|(known, _)| rest[..end].eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &str) -> Directive {
        let parsed = Directive::parse(&format!("<!-- soa: {words} -->")).unwrap();
        assert_eq!(parsed.unknown, [], "{words}");
        parsed.directive
    }

    fn unknown(words: &str) -> Vec<(String, Option<&'static str>)> {
        let comment = format!("  <!--\nsoa：{words}-->");
        let parsed = Directive::parse(&comment).unwrap();
        for unknown in &parsed.unknown {
            assert_eq!(comment[unknown.span.clone()], unknown.word);
        }
        parsed.unknown.into_iter().map(|unknown| (unknown.word, unknown.meant)).collect()
    }

    #[test]
    fn a_value_is_not_taken_from_the_next_word() {
        let parsed = Directive::parse("<!-- soa: deck= tags=a,b -->").unwrap();
        assert_eq!((parsed.directive.deck, parsed.directive.tags), (None, vec!["a".to_owned(), "b".to_owned()]));
        assert_eq!(parsed.unknown[0].slip, WordSlip::NoValue);
        let parsed = Directive::parse("<!-- soa: deck = tags id = x -->").unwrap();
        assert_eq!((parsed.directive.deck.as_deref(), parsed.directive.id.as_deref()), (Some("tags"), Some("x")));
        assert!(parsed.unknown.is_empty());
    }

    #[test]
    fn words_stand_in_any_order() {
        let expected = Directive {
            skip: true,
            cloze: Some(true),
            reversed: Some(true),
            deck: Some("A::B".into()),
            tags: vec!["a".into(), "b".into()],
            id: Some("x".into()),
            allow: Vec::new(),
        };
        assert_eq!(parse("skip cloze reversed deck=A::B tags=a,b id=x"), expected);
        assert_eq!(parse("id=x tags=a,b, deck=A::B, Reversed, CLOZE=yes skip=true"), expected);
        assert_eq!(parse("tags = a, b skip;cloze;reversed　deck：A::B id＝\"x\""), expected);
    }

    #[test]
    fn a_value_with_blanks_is_quoted() {
        assert_eq!(parse("deck=\"AWS 資格 :: 監視\" skip").deck.as_deref(), Some("AWS 資格 :: 監視"));
        assert_eq!(parse("deck='it is' tags=“a b”、c").tags, ["a b", "c"]);
        assert_eq!(parse("deck=Don't,do skip").deck.as_deref(), Some("Don't,do"));
        assert_eq!(parse("deck=\"open skip").deck.as_deref(), Some("open skip"));
    }

    #[test]
    fn tags_are_split_as_people_write_them() {
        for words in
            ["tags=重要,試験", "tags=重要、試験", "tags=\"重要, #試験\"", "tags=#重要, 試験", "tags=重要 tags=試験"]
        {
            assert_eq!(parse(words).tags, ["重要", "試験"], "{words}");
        }
    }

    #[test]
    fn flags_may_be_taken_back() {
        let told = parse("skip=false cloze=no reversed=off");
        assert_eq!((told.skip, told.cloze, told.reversed), (false, Some(false), Some(false)));
        assert_eq!(parse(""), Directive::default());
    }

    #[test]
    fn an_unknown_word_is_told_with_the_nearest_known_one() {
        let expected = |word: &str, meant| vec![(word.to_owned(), meant)];
        assert_eq!(unknown("skpi"), expected("skpi", Some("skip")));
        assert_eq!(unknown("reverse"), expected("reverse", Some("reversed")));
        assert_eq!(unknown("tag=a skip"), expected("tag=a", Some("tags=…")));
        assert_eq!(unknown("deck"), expected("deck", Some("deck=…")));
        assert_eq!(unknown("deck= "), expected("deck= ", Some("deck=…")));
        assert_eq!(unknown("skip=perhaps"), expected("skip=perhaps", Some("skip")));
        assert_eq!(unknown("隠す"), expected("隠す", None));
        assert_eq!(unknown("no"), expected("no", None));
        assert_eq!(unknown("=x"), expected("=x", None));
    }

    #[test]
    fn other_comments_are_none() {
        for text in ["", "soa: skip", "<!-- skip -->", "<!-- soap: skip -->", "<!-- soa notes -->", "<!-- soa: skip"] {
            assert_eq!(Directive::parse(text), None, "{text}");
        }
        assert!(Directive::parse("<!--soa:skip--> text").unwrap().directive.skip);
        assert!(Directive::parse("<!-- soa-anki: skip -->\n").unwrap().directive.skip);
    }

    #[test]
    fn the_name_may_be_in_capitals_and_a_missing_colon_is_told() {
        assert!(Directive::parse("<!-- SOA: skip -->").unwrap().directive.skip);
        let parsed = Directive::parse("<!-- soa skip -->").unwrap();
        assert_eq!(parsed.directive, Directive::default());
        assert_eq!((&*parsed.unknown[0].word, &parsed.unknown[0].slip), ("soa skip", &WordSlip::NoColon));
        assert_eq!(parsed.unknown[0].span, 5..13);
    }
}
