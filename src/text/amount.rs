//! Sizes and durations in words.

use super::{Lang, in_lang};

/// A size that is given in bytes: `12 KB`, `3.4 MB`.
pub fn size(bytes: u64, lang: Lang) -> String {
    match bytes {
        ..1000 => in_lang!(lang, "{bytes} bytes", "{bytes} バイト"),
        1000..999_500 => format!("{} KB", (bytes + 500) / 1000),
        _ => format!("{}.{} MB", (bytes + 50_000) / 1_000_000, (bytes + 50_000) / 100_000 % 10),
    }
}

/// A duration that is given in seconds, in the largest unit of which there are two: `90 seconds`, `2 hours`.
pub fn duration(seconds: u64, lang: Lang) -> String {
    let (number, en, ja) = match seconds {
        ..120 => (seconds, "second", "秒"),
        120..7200 => (seconds / 60, "minute", "分"),
        7200..172_800 => (seconds / 3600, "hour", "時間"),
        _ => (seconds / 86_400, "day", "日"),
    };
    let plural = if number == 1 { "" } else { "s" };
    match lang {
        Lang::En => format!("{number} {en}{plural}"),
        Lang::Ja => format!("{number} {ja}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded() {
        assert_eq!(
            [999, 1000, 1499, 999_499, 999_500, 3_449_999].map(|bytes| size(bytes, Lang::En)),
            ["999 bytes", "1 KB", "1 KB", "999 KB", "1.0 MB", "3.4 MB"]
        );
    }

    #[test]
    fn durations_have_two_of_their_unit() {
        assert_eq!(
            [1, 119, 120, 7200, 172_800].map(|seconds| duration(seconds, Lang::En)),
            ["1 second", "119 seconds", "2 minutes", "2 hours", "2 days"]
        );
        assert_eq!(duration(7200, Lang::Ja), "2 時間");
    }
}
