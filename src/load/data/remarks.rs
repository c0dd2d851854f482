//! Columns of remarks on single rows, which are neither numbers nor categories.

/// Whether a heading, folded, is that of such a column.
pub(super) fn holds_remarks(folded: &str) -> bool {
    const WORDS: [&str; 12] = [
        "comment",
        "comments",
        "commentary",
        "narrative",
        "note",
        "notes",
        "remark",
        "remarks",
        "rag",
        "rag rating",
        "rag status",
        "direction of travel",
    ];
    WORDS.contains(&folded)
}
