//! The program: everything that prints, asks the clock or ends the process is in [`cli`].

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
