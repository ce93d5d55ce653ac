//! Addresses in notes.

/// Returns true if a link can be followed from a card, and does no harm there.
pub(super) fn is_safe_link(target: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}
