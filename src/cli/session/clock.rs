//! The current time. No other module asks for it.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::findings::Clock;

use crate::cli::stop::Stop;
use crate::cli::words::session::not_a_time;

/// Reproducible builds set it: <https://reproducible-builds.org/specs/source-date-epoch/>.
const VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// The end of the year 9999; a later time is a mistake, such as milliseconds.
const LATEST: i64 = 253_402_300_799;

/// Now, in seconds since 1970; `SOURCE_DATE_EPOCH` when it is set.
pub fn now() -> Result<i64, Stop> {
    match env::var_os(VARIABLE) {
        Some(value) if !value.is_empty() => {
            let text = value.to_string_lossy();
            parse(&text).ok_or_else(|| not_a_time(VARIABLE, &text).into())
        }
        _ => Ok(system()),
    }
}

/// The source of the current time.
pub fn clock() -> Clock {
    if env::var_os(VARIABLE).is_some_and(|value| !value.is_empty()) { Clock::Told } else { Clock::System }
}

fn parse(text: &str) -> Option<i64> {
    let seconds = text.parse().ok()?;
    (0..=LATEST).contains(&seconds).then_some(seconds)
}

fn system() -> i64 {
    // A clock before 1970 was never set.
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    i64::try_from(seconds).unwrap_or(LATEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_seconds_since_1970_are_a_time() {
        assert_eq!(parse("0"), Some(0));
        assert_eq!(parse("1767225600"), Some(1_767_225_600));
        for wrong in ["-1", "1.5", "today", " 1", "99999999999999999999", "1767225600000"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
