//! Circles among the parts of each folder.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::imports::Import;

/// The uses among the parts of a folder: from one to another, and where.
type Uses<'a> = BTreeMap<&'a str, BTreeMap<&'a str, &'a Import>>;

/// A shortest circle for each folder that has one, by the folder's path.
///
/// The parts of a folder are its files and its folders, each with all that is in it. So two files that use each other by
/// way of others are a circle in the folder where their paths part. A folder's `mod.rs` is no part: it and its parts are one.
pub fn circles(imports: &[Import]) -> BTreeMap<String, String> {
    let mut folders: BTreeMap<String, Uses<'_>> = BTreeMap::new();
    for import in imports {
        let common = import.from.iter().zip(&import.to).take_while(|(from, to)| from == to).count();
        if let (Some(from), Some(to)) = (import.from.get(common), import.to.get(common)) {
            let folder = folders.entry(import.from[..common].join("/")).or_default();
            folder.entry(from).or_default().entry(to).or_insert(import);
        }
    }
    let found = folders.into_iter().filter_map(|(folder, uses)| Some((folder, shortest(&uses)?)));
    found.map(|(folder, circle)| (folder, shown(&circle))).collect()
}

/// The shortest circle of uses.
fn shortest<'a>(uses: &Uses<'a>) -> Option<Vec<&'a Import>> {
    let circles = uses.keys().filter_map(|start| back_to(uses, start));
    circles.min_by_key(Vec::len)
}

/// The shortest way from a part back to itself.
fn back_to<'a>(uses: &Uses<'a>, start: &'a str) -> Option<Vec<&'a Import>> {
    let mut seen = BTreeSet::new();
    let mut queue = VecDeque::from([(start, Vec::new())]);
    while let Some((part, way)) = queue.pop_front() {
        for (to, import) in uses.get(part).into_iter().flatten() {
            let way = [&way[..], &[*import]].concat();
            if *to == start {
                return Some(way);
            }
            if seen.insert(*to) {
                queue.push_back((to, way));
            }
        }
    }
    None
}

fn shown(circle: &[&Import]) -> String {
    let uses = circle.iter().map(|import| format!("    src/{} uses {}", import.place, import.path.join("::")));
    uses.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_circle_is_found_in_the_folder_where_its_paths_part() {
    let sources = [
        ("lib.rs", "mod a; mod b; pub use b::d::D;"),
        ("a/mod.rs", "mod x;\nmod y;\npub use y::Y;\n#[cfg(test)] mod tests { use super::x; }"),
        ("a/x.rs", "use super::Y;"),
        ("a/y.rs", "use {super::super::b, std::fmt};\nfn f() -> b::C { self::g() }"),
        ("b/mod.rs", "mod d;\n\npub struct C;"),
        ("b/d.rs", "pub struct D;\nfn f(x: super::super::a::x::X) {}"),
    ];
    let imports = |number: usize| {
        let sources = sources[..number].iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        super::imports::imports(sources)
    };
    assert_eq!(circles(&imports(5)), BTreeMap::new());
    let circle = "    src/a/y.rs:2 uses b::C\n    src/b/d.rs:2 uses a::x::X";
    assert_eq!(circles(&imports(6)), BTreeMap::from([(String::new(), circle.to_owned())]));
}

#[test]
fn a_re_export_hides_nothing() {
    let sources = [
        ("a/mod.rs", "mod x; mod y; pub use {x::{X, self as z}, y::Y as W};"),
        ("a/x.rs", "use crate::a::W;"),
        ("a/y.rs", "fn f() { crate::a::z::X::new() }"),
    ];
    let imports = super::imports::imports(sources.map(|(path, text)| (path.to_owned(), text.to_owned())).into_iter());
    let circle = "    src/a/x.rs:1 uses a::W\n    src/a/y.rs:1 uses a::z::X::new";
    assert_eq!(circles(&imports), BTreeMap::from([("a".to_owned(), circle.to_owned())]));
}
