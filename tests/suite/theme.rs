//! What the style of the cards promises: contrast by day and by night, classes that the program writes, nothing that
//! moves or is fetched.

use std::collections::BTreeMap;

use soa_anki::Templates;

/// What WCAG asks of text (AA).
const LEAST: f64 = 4.5;

/// Texts, and what each stands on.
const PAIRS: &[(&str, &[&str])] = &[
    ("ink", &["paper", "wash", "mark", "alert-wash"]),
    ("quiet", &["paper", "wash"]),
    ("accent", &["paper", "wash", "accent-wash"]),
    ("alert", &["alert-wash"]),
    ("hl-keyword", &["paper", "wash"]),
    ("hl-string", &["paper", "wash"]),
    ("hl-number", &["paper", "wash"]),
    ("hl-function", &["paper", "wash"]),
    ("hl-type", &["paper", "wash"]),
    ("hl-name", &["paper", "wash"]),
    ("inserted", &["inserted-wash"]),
    ("deleted", &["deleted-wash"]),
];

/// What highlighted code is made of.
const HIGHLIGHTED: [&str; 12] = [
    "comment",
    "keyword",
    "string",
    "number",
    "function",
    "type",
    "variable",
    "tag",
    "attribute",
    "inserted",
    "deleted",
    "heading",
];

#[test]
fn text_can_be_read_by_day_and_by_night() {
    let css = Templates::default().css;
    let mut faint = Vec::new();
    for (time, selector) in [("day", "\n.card {"), ("night", ".card.nightMode,")] {
        let colors = colors(&css, selector);
        assert_eq!(colors.len(), 20, "the colours of the {time}");
        for (text, grounds) in PAIRS {
            for ground in *grounds {
                let contrast = contrast(colors[*text], colors[*ground]);
                if contrast < LEAST {
                    faint.push(format!("{time}: {text} on {ground} is {contrast:.2}"));
                }
            }
        }
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn every_kind_of_code_has_a_color() {
    let css = Templates::default().css;
    for kind in HIGHLIGHTED {
        assert!(css.contains(&format!(".soa-hl-{kind}")), "{kind}");
    }
}

#[test]
fn a_card_fetches_nothing_and_runs_nothing() {
    for text in Templates::default().texts() {
        for word in ["<script", "url(", "@import", "http:", "https:", "src=", "onclick", "javascript:"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}

#[test]
fn nothing_on_a_card_moves() {
    let css = Templates::default().css;
    for word in ["animation", "transition", "@keyframes"] {
        assert!(!css.contains(word), "{word}: not without `prefers-reduced-motion`");
    }
}

/// The colours that the rule of a selector defines, by name.
fn colors<'c>(css: &'c str, selector: &str) -> BTreeMap<&'c str, [f64; 3]> {
    let rule = &css[css.find(selector).unwrap()..];
    let declarations = rule[rule.find('{').unwrap() + 1..rule.find('}').unwrap()].split(';');
    let declared = declarations.filter_map(|declaration| declaration.trim().strip_prefix("--")?.split_once(": #"));
    declared.map(|(name, color)| (name, rgb(color))).collect()
}

fn rgb(color: &str) -> [f64; 3] {
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0)
}

/// As WCAG 2 defines it.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: [f64; 3]) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = color.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
