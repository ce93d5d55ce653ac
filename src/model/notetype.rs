//! The two note types, frozen for ever: names, order and ids of fields and templates.
//!
//! Anki refuses to update notes whose note type has another shape ("conflicting"),
//! so a change here would cut every user off from his history.

/// Which of the two note types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A term and its definition.
    Term,
    /// A sentence with hidden words.
    Cloze,
}

impl Kind {
    /// Both note types, in the order of a package.
    pub const ALL: [Kind; 2] = [Kind::Term, Kind::Cloze];

    /// The frozen facts of this note type.
    pub const fn notetype(self) -> &'static Notetype {
        match self {
            Kind::Term => &TERM,
            Kind::Cloze => &CLOZE,
        }
    }
}

/// A note type: what never changes of it.
#[derive(Debug)]
pub struct Notetype {
    /// Which of the two it is.
    pub kind: Kind,
    /// Anki's id of it.
    pub id: i64,
    /// Its name in Anki.
    pub name: &'static str,
    /// Its fields; the first one is the sort field.
    pub fields: &'static [Part],
    /// Its card templates.
    pub templates: &'static [Part],
}

/// A field or a template: its name, and the id by which Anki (from 23.10) knows it when renamed.
#[derive(Debug)]
pub struct Part {
    /// Anki's id of it.
    pub id: i64,
    /// Its name in Anki.
    pub name: &'static str,
}

const fn part(id: i64, name: &'static str) -> Part {
    Part { id, name }
}

/// Positions of the fields of [`Kind::Term`].
pub mod term_field {
    #![allow(missing_docs, dead_code, reason = "each is the position of the field of its name, and all are here")]
    pub const TERM: usize = 0;
    pub const DEFINITION: usize = 1;
    pub const CONTEXT: usize = 2;
    pub const HINT: usize = 3;
    pub const EXTRA: usize = 4;
    pub const REVERSE: usize = 5;
    pub const SOURCE: usize = 6;
    pub const ID: usize = 7;
    pub const COUNT: usize = 8;
}

/// Positions of the fields of [`Kind::Cloze`].
pub mod cloze_field {
    #![allow(missing_docs, dead_code, reason = "each is the position of the field of its name, and all are here")]
    pub const TEXT: usize = 0;
    pub const CONTEXT: usize = 1;
    pub const HINT: usize = 2;
    pub const EXTRA: usize = 3;
    pub const SOURCE: usize = 4;
    pub const ID: usize = 5;
    pub const COUNT: usize = 6;
}

// The ids are arbitrary, and drawn once. They may never change.
static TERM: Notetype = Notetype {
    kind: Kind::Term,
    id: 1_763_512_840_127,
    name: "SOA Term",
    fields: &[
        part(4_118_520_663_907_215_021, "Term"),
        part(2_940_183_775_610_442_842, "Definition"),
        part(7_315_092_884_126_530_663, "Context"),
        part(1_206_734_519_840_977_384, "Hint"),
        part(5_880_461_237_095_618_905, "Extra"),
        part(3_471_925_086_384_201_526, "Reverse"),
        part(6_052_318_794_507_163_247, "Source"),
        part(8_193_640_275_518_094_768, "Id"),
    ],
    templates: &[part(2_617_084_953_361_720_189, "Recall"), part(7_740_296_518_403_185_610, "Reverse")],
};

static CLOZE: Notetype = Notetype {
    kind: Kind::Cloze,
    id: 1_763_512_840_128,
    name: "SOA Cloze",
    fields: &[
        part(1_530_862_947_715_308_431, "Text"),
        part(6_904_175_328_650_241_952, "Context"),
        part(3_287_519_640_893_075_273, "Hint"),
        part(8_041_936_725_184_560_394, "Extra"),
        part(5_162_408_397_726_013_815, "Source"),
        part(2_395_761_084_549_827_136, "Id"),
    ],
    templates: &[part(4_876_203_519_038_642_757, "Cloze")],
};

#[cfg(test)]
mod tests {
    use super::*;

    fn names<const N: usize>(kind: Kind, positions: [usize; N]) -> [&'static str; N] {
        positions.map(|at| kind.notetype().fields[at].name)
    }

    #[test]
    fn each_position_is_that_of_the_field_of_its_name() {
        use {cloze_field as cloze, term_field as term};
        let of_term = [
            term::TERM,
            term::DEFINITION,
            term::CONTEXT,
            term::HINT,
            term::EXTRA,
            term::REVERSE,
            term::SOURCE,
            term::ID,
        ];
        let of_cloze = [cloze::TEXT, cloze::CONTEXT, cloze::HINT, cloze::EXTRA, cloze::SOURCE, cloze::ID];
        assert_eq!(
            names(Kind::Term, of_term),
            ["Term", "Definition", "Context", "Hint", "Extra", "Reverse", "Source", "Id"]
        );
        assert_eq!(names(Kind::Cloze, of_cloze), ["Text", "Context", "Hint", "Extra", "Source", "Id"]);
        assert_eq!(Kind::ALL.map(|kind| kind.notetype().fields.len()), [term::COUNT, cloze::COUNT]);
    }
}
