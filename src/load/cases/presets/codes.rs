//! The code lists of the standard case lists: codes as the returns give them, and the categories that reports tell.

/// A code and what it is told as. Several codes may be one category.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// The code, as the return writes it; empty where only words are written.
    pub code: &'static str,
    /// What reports call it.
    pub category: &'static str,
    /// Beginnings of the words that stand behind the code or in its place.
    pub words: &'static [&'static str],
}

const fn code(code: &'static str, category: &'static str, words: &'static [&'static str]) -> Code {
    Code { code, category, words }
}

/// Where a referral or contact came from, as the children in need census groups it.
pub(in crate::load::cases) const SOURCE: &[Code] = &[
    code("1A", "Individual", &["Individual", "Family member"]),
    code("1B", "Individual", &["Acquaintance"]),
    code("1C", "Individual", &["Self"]),
    code("1D", "Individual", &[]),
    code("2A", "Schools", &["Schools", "School"]),
    code("2B", "Education services", &["Education services"]),
    code("3A", "Health services", &["Health services", "Health", "GP"]),
    code("3B", "Health services", &["Health visitor"]),
    code("3C", "Health services", &["School nurse"]),
    code("3D", "Health services", &["Other primary health"]),
    code("3E", "Health services", &["A&E", "Accident and emergency"]),
    code("3F", "Health services", &[]),
    code("4", "Housing", &["Housing"]),
    code("5A", "Local authority services", &["LA services", "Local authority services", "Social care"]),
    code("5B", "Local authority services", &[]),
    code("5C", "Local authority services", &[]),
    code("5D", "Local authority services", &["Early help"]),
    code("6", "Police", &["Police"]),
    code("7", "Other legal agency", &["Other legal agency"]),
    code("8", "Other", &["Other"]),
    code("9", "Anonymous", &["Anonymous"]),
    code("10", "Unknown", &["Unknown", "Not known"]),
];

/// Categories of abuse.
pub(in crate::load::cases) const ABUSE: &[Code] = &[
    code("NEG", "Neglect", &["Neglect"]),
    code("PHY", "Physical abuse", &["Physical"]),
    code("SAB", "Sexual abuse", &["Sexual"]),
    code("EMO", "Emotional abuse", &["Emotional"]),
    code("MUL", "Multiple", &["Multiple"]),
];

/// The primary need of a child.
pub(super) const NEED: &[Code] = &[
    code("N1", "Abuse or neglect", &["Abuse or neglect"]),
    code("N2", "Child's disability or illness", &["Child's disability", "Childs disability"]),
    code("N3", "Parental disability or illness", &["Parental disability", "Parental illness"]),
    code("N4", "Family in acute stress", &["Family in acute stress"]),
    code("N5", "Family dysfunction", &["Family dysfunction"]),
    code("N6", "Socially unacceptable behaviour", &["Socially unacceptable"]),
    code("N7", "Low income", &["Low income"]),
    code("N8", "Absent parenting", &["Absent parenting"]),
    code("N9", "Other than children in need", &["Cases other than", "Other than"]),
    code("N0", "Not stated", &["Not stated"]),
];
