//! A reader of HTML that takes nothing but what we mean to write, in the one form that all parsers read alike.

/// The elements that a field may hold, with the attributes that each may have.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("abbr", &[]),
    ("audio", &["src", "controls"]),
    ("b", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &["class"]),
    ("dd", &[]),
    ("del", &[]),
    ("details", &["open"]),
    ("div", &["class"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["src", "alt", "width", "height"]),
    ("ins", &[]),
    ("kbd", &[]),
    ("li", &["class"]),
    ("mark", &[]),
    ("ol", &["class", "start"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &[]),
    ("rb", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("small", &[]),
    ("span", &["class"]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &["class"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class", "colspan", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["class", "colspan", "rowspan"]),
    ("thead", &[]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &["class"]),
    ("var", &[]),
    ("video", &["src", "controls", "width", "height"]),
];

/// Elements without an end.
const VOID: &[&str] = &["br", "hr", "img"];

/// What Anki would take for its own, wherever it stands in a field.
const SYNTAX: &[&str] = &["{{", "}}", "[latex]", "[$]", "[$$]", "[anki:"];

/// What is not right about a field.
pub fn faults(html: &str) -> Vec<String> {
    let mut faults: Vec<String> =
        SYNTAX.iter().filter(|syntax| html.contains(**syntax)).map(|syntax| format!("Anki's {syntax}")).collect();
    let sounds = html.match_indices("[sound:").filter(|(at, _)| !html[at + 7..].starts_with("soa-"));
    faults.extend(sounds.map(|_| "a sound that is not ours".to_owned()));
    faults.extend(formulas(html).filter(|tex| acts(tex)).map(|tex| format!("a formula that acts: {tex}")));
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        faults.extend(rest[..start].contains('>').then(|| "a `>` in text".to_owned()));
        let Some(end) = rest[start..].find('>') else {
            faults.push("a `<` in text".to_owned());
            break;
        };
        if let Err(fault) = tag(&rest[start + 1..start + end], &mut open) {
            faults.push(format!("{fault}: {}", &rest[start..=start + end]));
        }
        rest = &rest[start + end + 1..];
    }
    faults.extend(rest.contains('>').then(|| "a `>` in text".to_owned()));
    faults.extend((!open.is_empty()).then(|| format!("left open: {open:?}")));
    faults
}

/// What `MathJax` takes for formulas: it reads text, and no code.
fn formulas(html: &str) -> impl Iterator<Item = &str> {
    let shown = html.split("<code").enumerate().map(|(at, piece)| match piece.split_once("</code>") {
        Some((_, after)) if at > 0 => after,
        _ => piece,
    });
    let begun = shown.flat_map(|piece| piece.split("\\(").skip(1).chain(piece.split("\\[").skip(1)));
    begun.map(|tex| tex.split(['<', '\n']).next().unwrap_or(tex))
}

/// Whether a formula makes links, styles or macros, or loads what does.
fn acts(tex: &str) -> bool {
    let commands = ["href", "url", "style", "class", "cssId", "data", "require", "unicode", "def", "let", "newcommand"];
    commands.iter().any(|command| tex.contains(&format!("\\{command}"))) || tex.contains("\\includegraphics")
}

/// Reads what stands between `<` and `>`.
fn tag<'t>(tag: &'t str, open: &mut Vec<&'t str>) -> Result<(), String> {
    if let Some(name) = tag.strip_prefix('/') {
        return if open.pop() == Some(name) { Ok(()) } else { Err("an end without its beginning".to_owned()) };
    }
    let (name, mut rest) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
    let (_, known) = ELEMENTS.iter().find(|(known, _)| *known == name).ok_or("an element that is not ours")?;
    if !VOID.contains(&name) {
        open.push(name);
    }
    while !rest.is_empty() {
        let (attribute, value, after) = attribute(rest).ok_or("an attribute in another form")?;
        if !known.contains(&attribute) {
            return Err(format!("an attribute that is not ours, {attribute}"));
        }
        if !is_right(attribute, value) {
            return Err(format!("a value that is not ours, of {attribute}"));
        }
        rest = after;
    }
    Ok(())
}

/// The first of ` name="value" …`, and what follows it.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let text = text.strip_prefix(' ')?;
    if let Some(after) = text.strip_prefix("open").or_else(|| text.strip_prefix("controls"))
        && !after.starts_with('=')
    {
        return Some((&text[..text.len() - after.len()], "", after));
    }
    let (name, rest) = text.split_once("=\"")?;
    let (value, after) = rest.split_once('"')?;
    (!value.contains('<')).then_some((name, value, after))
}

fn is_right(attribute: &str, value: &str) -> bool {
    let is_number = |value: &str| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    match attribute {
        "href" => {
            let lower = value.to_ascii_lowercase();
            ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme))
        }
        "src" => value.starts_with("soa-"),
        "class" => value.split(' ').all(|class| class.starts_with("soa-") || class.starts_with("language-")),
        "width" | "height" | "colspan" | "rowspan" | "start" => is_number(value),
        _ => true,
    }
}
