//! What platforms show in place of an address: cards of pages, players, slides. Here they are links that say where to.

use std::borrow::Cow;

use super::address::is_safe_link;
use crate::text;

/// Widest address that is shown whole, in columns.
const WIDEST: usize = 60;

/// What may be embedded: its name in notes, its own, and where an id of it leads.
const SERVICES: &[(&str, &str, &str)] = &[
    ("card", "", ""),
    ("embed", "", ""),
    ("link", "", ""),
    ("blueprintue", "blueprintUE", "https://blueprintue.com/render/"),
    ("codepen", "CodePen", "https://codepen.io/"),
    ("codesandbox", "CodeSandbox", "https://codesandbox.io/s/"),
    ("docswell", "Docswell", "https://www.docswell.com/slide/"),
    ("figma", "Figma", "https://www.figma.com/file/"),
    ("gist", "Gist", "https://gist.github.com/"),
    ("github", "GitHub", "https://github.com/"),
    ("jsfiddle", "JSFiddle", "https://jsfiddle.net/"),
    ("slideshare", "SlideShare", "https://www.slideshare.net/slideshow/embed_code/key/"),
    ("speakerdeck", "Speaker Deck", "https://speakerdeck.com/player/"),
    ("stackblitz", "StackBlitz", "https://stackblitz.com/edit/"),
    ("tweet", "X", "https://x.com/i/status/"),
    ("twitter", "X", "https://x.com/i/status/"),
    ("vimeo", "Vimeo", "https://vimeo.com/"),
    ("x", "X", "https://x.com/i/status/"),
    ("youtube", "YouTube", "https://www.youtube.com/watch?v="),
];

/// What is embedded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// Where it is.
    pub address: String,
    /// What a link to it says.
    pub text: String,
}

impl Embed {
    /// What `@[service](target)` embeds, if that is known: `target` is an address, or an id.
    pub fn of(service: &str, target: &str) -> Option<Self> {
        let (_, name, start) = SERVICES.iter().find(|(known, ..)| *known == service)?;
        if is_safe_link(target) {
            return Some(Self { address: target.to_owned(), text: target.to_owned() });
        }
        let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.' | '@');
        let is_id = !target.is_empty() && target.chars().all(sign) && !start.is_empty();
        is_id.then(|| Self { address: format!("{start}{target}"), text: format!("{name}: {target}") })
    }
}

/// The service and the target of a shortcode: `{{< youtube id >}}`, `{% embed url="…" %}`.
pub fn shortcode(line: &str) -> Option<(&str, Cow<'_, str>)> {
    let line = line.trim_end();
    let inner = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")]
        .iter()
        .find_map(|(open, close)| line.strip_prefix(open)?.strip_suffix(close))?;
    let mut words = inner.trim().trim_end_matches('/').split_whitespace();
    let service = words.next()?;
    let named = |word: &'static str| move |(name, value): &(&str, &str)| *name == word && !value.is_empty();
    let mut values: Vec<(&str, &str)> = Vec::new();
    for word in words {
        let (name, value) = word.split_once('=').filter(|(name, _)| is_name(name)).unwrap_or(("", word));
        values.push((name, value.trim_matches(['"', '\''])));
    }
    let value = |name| values.iter().find(|pair| named(name)(pair)).map(|(_, value)| *value);
    let target = match (service, &values[..]) {
        ("tweet" | "twitter" | "x", _) if value("user").is_some() => {
            Cow::Owned(format!("https://x.com/{}/status/{}", value("user")?, value("id")?))
        }
        ("gist", [("", user), ("", id), ..]) => Cow::Owned(format!("{user}/{id}")),
        _ => Cow::Borrowed(["url", "id", "src", "link", ""].into_iter().find_map(value)?),
    };
    Embed::of(service, &target).map(|_| (service, target))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// The name of what stands at an address: host and path.
pub fn place(address: &str) -> Cow<'_, str> {
    let text = address.split_once("://").map_or(address, |(_, text)| text);
    short(text.strip_prefix("www.").unwrap_or(text).trim_end_matches('/'))
}

/// An address in no more than a line: what it asks of its host goes first, then the end of the path.
pub fn short(address: &str) -> Cow<'_, str> {
    if !text::is_wider(address, WIDEST) {
        return Cow::Borrowed(address);
    }
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let kept: String = path.chars().take(WIDEST - 1).collect();
    Cow::Owned(kept + "…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_embedded_is_known_by_address_or_id() {
        let embed = |service, target| Embed::of(service, target).map(|embed| (embed.address, embed.text));
        let pair = |address: &str, text: &str| Some((address.to_owned(), text.to_owned()));
        assert_eq!(embed("youtube", "abc_1"), pair("https://www.youtube.com/watch?v=abc_1", "YouTube: abc_1"));
        assert_eq!(embed("card", "https://e.org/a"), pair("https://e.org/a", "https://e.org/a"));
        assert_eq!(embed("card", "abc"), None);
        assert_eq!(embed("youtube", "\"><script>"), None);
        assert_eq!(embed("card", "javascript:alert(1)"), None);
        assert_eq!(embed("someone", "https://e.org"), None);
    }

    #[test]
    fn shortcodes_name_what_they_embed() {
        let read = |line| shortcode(line).map(|(service, target)| (service, target.into_owned()));
        let pair = |service, target: &str| Some((service, target.to_owned()));
        assert_eq!(read("{{< youtube abc >}}"), pair("youtube", "abc"));
        assert_eq!(read("{{< youtube id=\"abc\" title=\"A B\" >}}"), pair("youtube", "abc"));
        assert_eq!(read("{% embed https://e.org/a %}"), pair("embed", "https://e.org/a"));
        assert_eq!(read("{% embed url=\"https://e.org/?v=1\" %}"), pair("embed", "https://e.org/?v=1"));
        assert_eq!(read("{{< tweet user=\"a\" id=\"20\" >}}"), pair("tweet", "https://x.com/a/status/20"));
        assert_eq!(read("{{< gist someone 1234 >}}"), pair("gist", "someone/1234"));
        assert_eq!(read("{% if a %}"), None);
        assert_eq!(read("{{ .Title }}"), None);
        assert_eq!(read("{{< youtube >}}"), None);
    }

    #[test]
    fn addresses_are_shown_as_short_as_they_can_be() {
        assert_eq!(place("https://www.example.com/"), "example.com");
        assert_eq!(place("https://example.com/a?b=c"), "example.com/a?b=c");
        assert_eq!(short("https://www.example.com/"), "https://www.example.com/");
        assert_eq!(short(&format!("https://example.com/a?b={}", "c".repeat(60))), "https://example.com/a…");
        assert_eq!(text::columns(&short(&format!("https://example.com/{}", "c".repeat(90)))), WIDEST);
    }
}
