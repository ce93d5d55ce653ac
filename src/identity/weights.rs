//! Every weight and threshold by which entries are recognised, with the reason for its value.
//!
//! It owns the numbers and no code. A likeness, a share and a score of one witness run from 0 to 1. The values were
//! found on edited notes (`tests/suite/edits`), where a wrong match counts as worse than a lost one; `tests/histories` has
//! notes of two exports for each number, which fail when it moves to half, double or zero. The numbers of file formats are not here: `sketch`, `guid` and
//! `lockfile` own those, and they are frozen.
//!
//! The names begin with what they belong to: a step of matching (see [`super::MatchStep`]), or the measure.

// Measures of terms and definitions.

/// The likeness of a term and a longer one that contains it. A name is often extended (`Standard` becomes `Standard
/// tier`), but the part alone must not reach [`ALIKE_ENOUGH`] without a definition or a place that agrees.
pub(super) const TERM_PART_LIKENESS: f32 = 0.7;

/// The characters that a term must have to count as a part of another. Two letters (`S3`, `IP`) are in too many terms.
pub(super) const TERM_PART_LENGTH: usize = 3;

/// The characters, between a common beginning and a common end, up to which edits are counted. Counting is quadratic;
/// longer terms are statements, which their bigrams compare well enough.
pub(super) const TERM_EDIT_LENGTH: usize = 64;

/// The length of the grams by which terms are compared. Pairs suit Japanese, where a term has few characters.
pub(super) const TERM_GRAM: usize = 2;

/// The length of the rarer grams by which candidates are found where every pair of characters is common.
pub(super) const TERM_LONG_GRAM: usize = 4;

/// The information of an ideograph or a syllable, in letters of an alphabet: an English text has about two and a half
/// times the characters of its Japanese translation.
pub(super) const IDEOGRAPH_INFORMATION: f32 = 2.5;

/// The likeness (edit similarity) from which a changed deletion of a cloze keeps its number. Lower, two unrelated short
/// words would share a card; higher, a corrected word would lose its card.
pub(super) const DELETION_LIKENESS: f64 = 0.6;

// Places: headings, files and neighbours.

/// The witness of one neighbour, before or after: two make the whole.
pub(super) const NEIGHBOUR: f32 = 0.5;

/// How many unrecognised entries the search for a neighbour steps over. 1 would end at the first other edit beside an
/// entry; the more, the less a neighbour says about the place.
pub(super) const NEIGHBOUR_REACH: usize = 4;

/// The most that a context is worth that shares names with the right one and is another: less than the right one (1).
pub(super) const CONTEXT_SHARED: f32 = 0.7;

/// The agreement of contexts from which two places count as much the same: nearly all names are shared.
pub(super) const CONTEXT_MUCH: f32 = 0.5;

/// The votes of a recognised entry for what became of its own path (as a heading above others).
pub(super) const VOTES_PATH: u32 = 2;

/// The votes of a recognised entry for what became of the path above it. Less than its own: an entry can move alone.
pub(super) const VOTES_CONTEXT: u32 = 1;

/// The votes that a changed heading needs to be certain. One entry that moved is no renamed heading.
pub(super) const VOTES_FIRM: u32 = 2;

/// How many times the votes of all others the winner needs to be certain: two thirds of all.
pub(super) const VOTES_LEAD: u32 = 2;

// Groups: entries that have something in common.

/// The pairs of a group up to which all are compared. A term like `概要` stands under every heading; beyond this, the
/// work would grow with the square of the notes.
pub(super) const GROUP_PAIRS: usize = 400;

/// The members on each side that are compared of a larger group.
pub(super) const GROUP_SIDE: usize = 20;

// Steps 2 and 4: the same name, under the same or mapped headings.

/// The likeness of definitions from which an entry is one of several namesakes, and by which a rival is nearer.
/// Definitions about different things share up to a fifth of their trigrams.
pub(super) const NAME_DEFINITION: f32 = 0.3;

/// How far the best of several namesakes must be ahead of the next.
pub(super) const NAME_LEAD: f32 = 0.05;

/// Among namesakes with equal texts: the witness of the same hidden words. It outweighs all places together, since a
/// deletion is a card of its own.
pub(super) const NAME_DELETIONS: f32 = 2.0;

/// Among namesakes with equal texts: the witness of the same file, or what became of it.
pub(super) const NAME_EQUAL_SOURCE: f32 = 1.0;

/// Among namesakes with equal texts: the further witness of a file whose path did not change.
pub(super) const NAME_EQUAL_PATH: f32 = 0.5;

/// Among namesakes with similar texts: the witness of the same file. About what one definition of a section has in
/// common with another, so that the text still decides.
pub(super) const NAME_ALIKE_SOURCE: f32 = 0.3;

/// Among namesakes with similar texts: the witness of both neighbours.
pub(super) const NAME_ALIKE_NEIGHBOURS: f32 = 0.2;

// Step 3: the same text.

/// The information (in letters) of term and definition from which equal texts are the same entry anywhere. Shorter ones
/// (`料金: 無料`) are formulas, which two entries have by chance.
pub(super) const TEXT_INFORMATION: f32 = 24.0;

/// The same, where no other entry has that text.
pub(super) const TEXT_INFORMATION_ALONE: f32 = 12.0;

/// The witness of the same file, where several have that text: half of a context.
pub(super) const TEXT_SOURCE: f32 = 0.5;

// Step 5: the same definition.

/// The information from which a definition is no formula, if the term, the place or a neighbour agrees.
pub(super) const DEFINITION_INFORMATION: f32 = 24.0;

/// The information from which a definition needs less of a second witness.
pub(super) const DEFINITION_INFORMATION_ALONE: f32 = 39.0;

/// The weight of the place (context and neighbours) beside the likeness of terms, where several have the definition.
pub(super) const DEFINITION_PLACE: f32 = 0.5;

/// How far the best of several pairs with one definition must be ahead of the next.
pub(super) const DEFINITION_LEAD: f32 = 0.2;

/// The score that the best of several pairs with one definition needs: nearly the same term, or a like one in its place.
pub(super) const DEFINITION_SCORE: f32 = 0.9;

/// The likeness of terms that is a second witness. Unrelated terms of one subject reach about a fifth.
pub(super) const DEFINITION_TERM: f32 = 0.25;

/// The likeness of terms in the same place that makes up for a definition that says little, and that an entry needs
/// which had left the notes.
pub(super) const DEFINITION_TERM_SHORT: f32 = 0.8;

/// The likeness from which a record of the section has a better right to an entry than one from elsewhere.
pub(super) const DEFINITION_NEARER: f32 = 0.5;

/// The records of a section that are asked for a better right.
pub(super) const DEFINITION_NEARER_TRIED: usize = 20;

// Step 6: a heading by its children.

/// The children that make a witness by themselves. One child may have moved alone.
pub(super) const CHILDREN_ENOUGH: usize = 2;

/// How many times the children that went elsewhere or left those that stayed together must be: two thirds of all.
pub(super) const CHILDREN_LEAD: usize = 2;

/// How many times the other children of the new heading those that came from the old one must exceed: more than half.
pub(super) const CHILDREN_SHARE: usize = 1;

/// The likeness of terms that is a witness for a heading of which one child is known.
pub(super) const CHILDREN_TERM: f32 = 0.4;

// Step 7: the same term elsewhere.

/// The likeness of definitions that is a second witness for the same term under another heading.
pub(super) const TERM_DEFINITION: f32 = 0.3;

/// How far its definition must be ahead of that of the next of the same term.
pub(super) const TERM_LEAD: f32 = 0.1;

// Step 8: what reads alike.

/// The score that a pair needs: its text alone, or a weaker text in the right place.
pub(super) const ALIKE_ENOUGH: f32 = 0.7;

/// The likeness that the term or the definition must have, whatever the place adds.
pub(super) const ALIKE_FLOOR: f32 = 0.45;

/// The witness of the right context: what turns half of a text that was kept into enough.
pub(super) const ALIKE_CONTEXT: f32 = 0.15;

/// The witness of both neighbours.
pub(super) const ALIKE_NEIGHBOURS: f32 = 0.1;

/// How far a pair must be ahead of the next that is open.
pub(super) const ALIKE_LEAD: f32 = 0.05;

/// The part of the distance to any other entry, known ones included, within which a pair must be. What is shared with a
/// sibling that stays (`ReadOps`, `WriteOps`) is the style of the section and says nothing about identity.
pub(super) const ALIKE_NEARER: f32 = 0.8;

/// What that comparison may be off by: the error of sums of `f32`.
pub(super) const ALIKE_ROUNDING: f32 = 1e-6;

/// The most that the definition weighs against the term: more than half, since a definition has more text.
pub(super) const ALIKE_DEFINITION: f32 = 0.6;

/// The characters of the shorter definition from which it has its full weight. A few trigrams say little.
pub(super) const ALIKE_FULL_LENGTH: f32 = 16.0;

/// The characters of the shorter definition from which it can reach the floor in place of the term.
pub(super) const ALIKE_FLOOR_LENGTH: f32 = 8.0;

/// The likeness of definitions below which the same term is another entry: step 7 refused it with the same number.
pub(super) const ALIKE_SAME_TERM: f32 = 0.3;

/// The likeness of terms below which a pair must at least stand in much the same place.
pub(super) const ALIKE_OTHER_TERM: f32 = 0.25;

/// The likeness of terms that a pair needs where one side has no definition.
pub(super) const ALIKE_TERM_ALONE: f32 = 0.9;

/// The likeness of terms from which other digits make another term: `gp2` is not `gp3`.
pub(super) const ALIKE_NUMBERED: f32 = 0.5;

/// The unrecognised entries of a section, on each side, that are compared with each other whatever they share.
pub(super) const ALIKE_SECTION: usize = 12;

/// How often the step runs: what the first run finds are neighbours and headings for the second.
pub(super) const ALIKE_ROUNDS: usize = 2;

// Step 8: where its candidates come from.

/// The entries that may share a gram; a more common one is not looked up. It bounds the work for each gram.
pub(super) const CANDIDATES_PER_GRAM: u32 = 60;

/// The rarest grams of a definition that are looked up.
pub(super) const CANDIDATES_DEFINITION_GRAMS: usize = 12;

/// The rarest grams of a term that are looked up.
pub(super) const CANDIDATES_TERM_GRAMS: usize = 6;

/// The entries that share most of these grams and are scored.
pub(super) const CANDIDATES: usize = 20;

/// The places of the index for each gram that is looked up: few enough collisions at 4 bytes a place.
pub(super) const INDEX_ROOM: usize = 4;

/// The fewest places of the index.
pub(super) const INDEX_LEAST: usize = 1 << 12;

/// The most places of the index: 16 MB.
pub(super) const INDEX_MOST: usize = 1 << 22;

// The order of the steps.

/// How often steps 4, 5 and 3 run one after the other: what step 5 finds maps headings for step 4.
pub(super) const MAPPED_ROUNDS: usize = 2;
