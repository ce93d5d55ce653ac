//! Colours of standard output.

use clap::builder::styling::{AnsiColor, Style};

/// The style of a colour, where standard output shows colours.
pub fn painted(color: AnsiColor) -> Style {
    let plain = anstream::AutoStream::choice(&std::io::stdout()) == anstream::ColorChoice::Never;
    if plain { Style::new() } else { color.on_default() }
}
