//! Open data: the mid-year population and children looked after, in the releases of 2024 and 2025.
//!
//! Headings and words of 2025 are those of the files that the department keeps with its dashboard of children's social
//! care (github.com/dfe-analytical-services/CSC_outcomes_and_enablers, `data-raw`).

use super::{Only, OpenColumn, nothing, stated, whole};

/// The filter by which one column of the file of children looked after counts several things.
const COUNTED: &[&str] = &["population_count", "population_type", "cla_group"];

const AT_31_MARCH: Only = Only {
    filter: COUNTED,
    is: &[
        "Children looked after at 31 March each year",
        "Children looked after at 31 March",
        "Children looked after on 31 March",
        "Children looked after on 31 March each year",
        "CLA on 31 March",
    ],
};

const STARTED: Only = Only {
    filter: COUNTED,
    is: &[
        "Children starting to be looked after each year",
        "Children starting to be looked after during the year",
        "Children who started to be looked after during the year",
        "Children starting to be looked after",
        "CLA starting during the year",
    ],
};

const CEASED: Only = Only {
    filter: COUNTED,
    is: &[
        "Children ceasing to be looked after each year",
        "Children ceasing to be looked after during the year",
        "Children who ceased to be looked after during the year",
        "Children ceasing to be looked after",
        "CLA ceasing during the year",
    ],
};

const AGED_0_TO_17: Only = Only {
    filter: &["age_group"],
    is: &["Children aged 0 to 17 years", "Children aged 0 to 17", "Aged 0 to 17", "0 to 17", "0-17"],
};

/// The filter of the file of placements, and beside it the groups that its rows are of: each row that is read has one.
const STABILITY: &[&str] = &["placement_stability"];
pub(super) const GROUPS: &[&str] = &[
    "CLA on 31 March",
    "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years",
];

const MOVED_OFTEN: Only = Only { filter: STABILITY, is: &["With 3 or more placements during the year"] };

const STABLE: Only = Only { filter: STABILITY, is: &["Living with the same carer for at least 2 years"] };

/// Rows of the file of placements that only say of how many the others are, or of which nothing is made.
const OTHER_PLACEMENTS: Only = Only {
    filter: STABILITY,
    is: &["Total children", "With 3 or more placements during the previous 2 years"],
};

const NUMBER: &[&str] = &["children_count", "number"];
const PERCENT: &[&str] = &["children_percent", "percentage"];
const RATE: &[&str] = &["rate_per_10000"];

/// By file.
pub(super) const COLUMNS: &[OpenColumn] = &[
    // Mid-year estimates: each year's is for the middle of that year.
    whole(&["population_estimate"], "population").only(AGED_0_TO_17),
    // Children looked after. The population on which it works its rates out is of the year before, and its file says
    // so less well than that of the estimates.
    whole(NUMBER, "children_looked_after").only(AT_31_MARCH).without(STABILITY),
    stated(RATE, "children_looked_after.per_10000").only(AT_31_MARCH),
    whole(NUMBER, "looked_after_started").only(STARTED).without(STABILITY),
    stated(RATE, "looked_after_started.per_10000").only(STARTED),
    whole(NUMBER, "looked_after_ceased").only(CEASED).without(STABILITY),
    stated(RATE, "looked_after_ceased.per_10000").only(CEASED),
    nothing(&["population_estimate"]).beside(COUNTED),
    // How often children moved.
    whole(NUMBER, "placement_moves").only(MOVED_OFTEN),
    stated(PERCENT, "placement_moves_percent").only(MOVED_OFTEN),
    whole(NUMBER, "stable_placements").only(STABLE),
    nothing(PERCENT).only(STABLE),
    nothing(NUMBER).only(OTHER_PLACEMENTS),
    nothing(PERCENT).only(OTHER_PLACEMENTS),
];
