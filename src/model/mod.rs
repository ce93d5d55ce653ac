//! What one layer hands to the next: plain data, and no rule of how it is made.
//!
//! [`entry`] and [`decision`] are what the notes hold, [`note`] and [`notetype`] what Anki holds, [`config`] and
//! [`directive`] what the author chose, and [`error`] how the world may fail.

pub mod config;
pub mod decision;
pub mod directive;
pub mod entry;
pub mod error;
pub mod media;
pub mod note;
pub mod notetype;
pub mod rule;
pub mod templates;
pub mod trace;
