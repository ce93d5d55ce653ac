//! Names and numbers of Anki's legacy package, schema 11: the one place that holds them.
//!
//! They were established by running Anki 2.1.38 to 26.9.3 on packages with and without each
//! of them, and by reading its importer (`rslib/src/import_export/package` and
//! `rslib/src/storage` in Anki's source).

/// The entry with the database. Without `meta` and `collection.anki21`, every Anki reads this one.
pub(super) const COLLECTION_ENTRY: &str = "collection.anki2";
/// Entries that only Anki itself writes: all its versions from 2.1.50 write the first, and older ones the second for most.
pub(super) const ENTRIES_OF_ANKI: [&str; 3] = ["meta", "collection.anki21", "collection.anki21b"];
/// The entry that maps the archive's names to those of media files.
pub(super) const MEDIA_ENTRY: &str = "media";

/// The tables of schema 11. An import fails without `revlog` or `graves`.
pub(super) const TABLES: &str = include_str!("schema11.sql");
/// The indexes of schema 11: an import does without, Check Database does not.
pub(super) const INDEXES: &str = include_str!("schema11_indexes.sql");
/// `col.ver`.
pub(super) const SCHEMA: i64 = 11;
/// `col.conf`: what Anki gives a new collection. None of its keys is required.
pub(super) const CONFIGURATION: &str = include_str!("configuration.json");
/// `col.dconf`: the preset "Default" as Anki makes it.
pub(super) const PRESETS: &str = include_str!("presets.json");
/// The id of the one preset in [`PRESETS`]; decks that name a missing one may abort an import.
pub(super) const DEFAULT_PRESET: i64 = 1;
/// `usn` of what was never synchronised.
pub(super) const NOT_SYNCED: i64 = -1;

/// The deck that every collection has.
pub(super) const DEFAULT_DECK: (i64, &str) = (1, "Default");
/// Ids of decks are milliseconds since 1970. Ours lie within ten years from 2010, so that they are
/// in the past for any clock; an import matches decks by name, and gives them ids of its own.
pub(super) const DECK_IDS: std::ops::Range<i64> = 1_262_304_000_000..1_577_836_800_000;

/// Between the fields of a note, and never within one.
pub(super) const FIELD_SEPARATOR: &str = "\u{1f}";
/// The highest position of a new card that Check Database does not complain of.
pub(super) const LAST_POSITION: i64 = 999_999;

/// `type` of a note type whose cards come from templates, and of one whose cards come from deletions.
pub(super) const NORMAL: u8 = 0;
/// See [`NORMAL`].
pub(super) const CLOZE: u8 = 1;
/// The font that a field has in Anki's editor, and its size in pixels: Anki's own choice.
pub(super) const EDITOR_FONT: (&str, u8) = ("Arial", 20);
/// What Anki puts before and after LaTeX of its own: mandatory in note types, and never used by ours.
pub(super) const LATEX: (&str, &str) = (
    "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n\
     \\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n",
    "\\end{document}",
);
