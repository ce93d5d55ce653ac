//! A file for each shape of notes: plain functions from facts to claims.

mod asked;
pub(super) mod bold;
mod choice;
pub(super) mod cloze;
pub(super) mod command;
pub(super) mod details;
pub(super) mod glossary;
pub(super) mod head;
pub(super) mod item;
pub(super) mod list;
pub(super) mod numbered;
pub(super) mod pairs;
pub(super) mod question;
pub(super) mod quiz;
pub(super) mod style;
pub(super) mod table;
pub(super) mod to_do;
