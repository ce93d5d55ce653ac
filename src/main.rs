//! The program; what it does is in the library's `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    soa_anki::cli::run()
}
