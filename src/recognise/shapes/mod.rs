//! A file for each shape of notes: plain functions from facts to claims.

pub(super) mod bold;
pub(super) mod choice;
pub(super) mod cloze;
pub(super) mod details;
pub(super) mod glossary;
pub(super) mod item;
pub(super) mod list;
pub(super) mod question;
pub(super) mod table;
