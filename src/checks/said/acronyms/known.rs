//! Letters that need not be spelt out, each with the reason.

/// Reasons, and the letters that they hold for.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "better known by their letters than in full",
        &[
            "AD", "AGM", "AIDS", "BBC", "BC", "BSL", "CCTV", "CD", "COVID", "DNA", "DVD", "EU", "FAQ", "GB",
            "GCSE", "HIV", "HR", "ID", "IQ", "ISBN", "IT", "LGBT", "LGBTQ", "MP", "NATO", "NHS", "NSPCC",
            "PE", "PIN", "PO", "RSPCA", "TV", "UK", "UN", "US", "USA", "YMCA",
        ],
    ),
    (
        "titles and the letters after a name",
        &["BA", "CBE", "DBE", "GP", "JP", "KC", "MA", "MBE", "OBE", "QC"],
    ),
    (
        "forms of files and of the web, of paper and of time",
        &["AM", "BST", "CSV", "GMT", "GOV", "HTML", "PDF", "PM", "QR", "SMS", "URL"],
    ),
    ("said as a word in every action plan: red, amber, green", &["BRAG", "RAG"]),
    ("short for words of everyday English", &["ASAP", "NB", "OK", "PS", "SOS", "TBA", "TBC", "VIP"]),
    (
        "words in capitals for emphasis",
        &[
            "ALL", "ALSO", "AND", "ANY", "ARE", "AS", "AT", "BE", "BOTH", "BUT", "BY", "CAN", "DO", "EVERY",
            "FOR", "FROM", "HAS", "HOW", "IF", "IN", "IS", "MAY", "MORE", "MUST", "NEVER", "NEW", "NO",
            "NONE", "NOT", "NOTE", "NOW", "OF", "ON", "ONE", "ONLY", "OR", "OUR", "SHALL", "SHOULD", "THE",
            "THIS", "TO", "TWO", "WAS", "WE", "WHAT", "WHO", "WHY", "WILL", "WITH", "YES", "YOU", "YOUR",
        ],
    ),
];

/// Whether readers know it as it stands.
pub(super) fn is_known(letters: &str) -> bool {
    KNOWN.iter().any(|(_, known)| known.contains(&letters))
}
