//! The program; what it does is in the library's `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    soa_anki::cli::run()
}

/// Several threads make many small texts. The system's allocator took an eighth of all time on Linux, and more memory. Huge
/// pages are left aside (`no_thp`): they are cleared for small notes, too.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
