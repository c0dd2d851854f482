//! Open data: the mid-year population and children looked after.

use super::{Only, OpenColumn, nothing, stated, whole};

/// The filter by which one column of the file of children looked after counts several things.
const COUNTED: &[&str] = &["population_count", "population_type", "cla_group"];

const AT_31_MARCH: Only = Only {
    filter: COUNTED,
    is: &[
        "Children looked after at 31 March each year",
        "Children looked after at 31 March",
        "Children looked after on 31 March",
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

const NUMBER: &[&str] = &["children_count", "number"];
const RATE: &[&str] = &["rate_per_10000"];

/// By file.
pub(super) const COLUMNS: &[OpenColumn] = &[
    // Mid-year estimates: each year's is for the middle of that year.
    whole(&["population_estimate"], "population").only(AGED_0_TO_17),
    // Children looked after. The population on which it works its rates out is of the year before, and its file says
    // so less well than that of the estimates.
    whole(NUMBER, "children_looked_after").only(AT_31_MARCH),
    stated(RATE, "children_looked_after.per_10000").only(AT_31_MARCH),
    whole(NUMBER, "looked_after_started").only(STARTED),
    stated(RATE, "looked_after_started.per_10000").only(STARTED),
    whole(NUMBER, "looked_after_ceased").only(CEASED),
    stated(RATE, "looked_after_ceased.per_10000").only(CEASED),
    nothing(&["population_estimate"]).beside(COUNTED),
];
