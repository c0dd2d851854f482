//! The SSDA903 return on looked-after children: its twelve files.

use super::form::{Column, Count, Keep, Preset};

const CHILD: &str = "CHILD";
const ID: Column = Column::telling(&["CHILD"]);

/// In the order of the return.
pub(super) const PRESETS: &[Preset] = &[
    file(
        "ssda903/header",
        "SSDA903 header",
        "a child of the return",
        &[&[
            ID,
            plain(&["SEX"]),
            plain(&["DOB"]),
            plain(&["ETHNIC"]),
            plain(&["UPN"]),
            telling(&["MOTHER"]),
            plain(&["MC_DOB"]),
        ]],
        &[],
    ),
    file(
        "ssda903/episodes",
        "SSDA903 episodes",
        "an episode of being looked after",
        &[&[
            ID,
            telling(&["DECOM"]),
            telling(&["RNE"]),
            plain(&["LS"]),
            plain(&["CIN"]),
            plain(&["PLACE"]),
            plain(&["PLACE_PROVIDER"]),
            plain(&["DEC"]),
            plain(&["REC"]),
            plain(&["REASON_PLACE_CHANGE"]),
            plain(&["HOME_POST"]),
            plain(&["PL_POST"]),
            plain(&["URN"]),
        ]],
        &[
            Count::open("children_looked_after", "DECOM", "DEC").keeping(LONGER),
            Count::open("looked_after_with_kin", "DECOM", "DEC")
                .keeping_both(LONGER, Keep::Is("PLACE", &["U1", "U2", "U3"])),
            Count::on("looked_after_started", "DECOM").keeping_both(LONGER, Keep::Is("RNE", &["S"])),
            Count::on("looked_after_ceased", "DEC").keeping_both(LONGER, Keep::Not("REC", &["X1"])),
        ],
    ),
    file(
        "ssda903/reviews",
        "SSDA903 reviews",
        "a review of a looked-after child",
        &[&[ID, plain(&["DOB"]), telling(&["REVIEW"]), telling(&["REVIEW_CODE"])]],
        &[Count::on("looked_after_reviews", "REVIEW").keeping(Keep::Not("REVIEW_CODE", &["PN0"]))],
    ),
    file(
        "ssda903/uasc",
        "SSDA903 unaccompanied children",
        "a child who sought asylum alone",
        &[&[ID, plain(&["SEX"]), plain(&["DOB"]), telling(&["DUC"])]],
        &[],
    ),
    file(
        "ssda903/oc2",
        "SSDA903 OC2",
        "a child looked after for a year or more",
        &[&[
            ID,
            plain(&["DOB"]),
            telling(&["SDQ_SCORE"]),
            plain(&["SDQ_REASON"]),
            plain(&["CONVICTED"]),
            plain(&["HEALTH_CHECK"]),
            plain(&["IMMUNISATIONS"]),
            plain(&["TEETH_CHECK"]),
            plain(&["HEALTH_ASSESSMENT"]),
            plain(&["SUBSTANCE_MISUSE"]),
            plain(&["INTERVENTION_RECEIVED"]),
            plain(&["INTERVENTION_OFFERED"]),
        ]],
        &[
            Count::standing("looked_after_health_checks").keeping(Keep::Is("HEALTH_ASSESSMENT", &["1"])),
            Count::standing("looked_after_dental_checks").keeping(Keep::Is("TEETH_CHECK", &["1"])),
        ],
    ),
    file(
        "ssda903/oc3",
        "SSDA903 OC3",
        "a care leaver",
        &[&[ID, plain(&["DOB"]), telling(&["IN_TOUCH"]), telling(&["ACTIV"]), telling(&["ACCOM"])]],
        &[
            Count::standing("care_leavers"),
            Count::standing("care_leavers_housed").keeping(Keep::Is(
                "ACCOM",
                &["B1", "C1", "D1", "E1", "K1", "R1", "S1", "T1", "U1", "V1", "W1", "Y1", "Z1"],
            )),
            Count::standing("care_leavers_occupied")
                .keeping(Keep::Is("ACTIV", &["F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5"])),
        ],
    ),
    file(
        "ssda903/ad1",
        "SSDA903 AD1",
        "a child adopted",
        &[&[
            ID,
            plain(&["DOB"]),
            telling(&["DATE_INT"]),
            telling(&["DATE_MATCH"]),
            plain(&["FOSTER_CARE"]),
            plain(&["NB_ADOPTR"]),
            plain(&["SEX_ADOPTR"]),
            plain(&["LS_ADOPTR"]),
        ]],
        &[],
    ),
    file(
        "ssda903/placed-adoption",
        "SSDA903 placed for adoption",
        "a placement for adoption",
        &[&[
            ID,
            plain(&["DOB"]),
            telling(&["DATE_PLACED"]),
            telling(&["DATE_PLACED_CEASED"]),
            plain(&["REASON_PLACED_CEASED"]),
        ]],
        &[Count::on("placed_for_adoption", "DATE_PLACED")],
    ),
    file(
        "ssda903/prev-perm",
        "SSDA903 previous permanence",
        "a child who had left care for good before",
        &[&[ID, plain(&["DOB"]), telling(&["PREV_PERM"]), plain(&["LA_PERM"]), plain(&["DATE_PERM"])]],
        &[],
    ),
    file(
        "ssda903/missing",
        "SSDA903 missing",
        "a time that a looked-after child was missing or away",
        &[&[ID, plain(&["DOB"]), telling(&["MISSING"]), telling(&["MIS_START"]), telling(&["MIS_END"])]],
        &[Count::on("missing_from_care", "MIS_START").keeping(Keep::Is("MISSING", &["M"]))],
    ),
    file(
        "ssda903/sw-episodes",
        "SSDA903 social worker episodes",
        "a time with one social worker",
        &[&[
            ID,
            plain(&["DOB"]),
            telling(&["SW_ID"]),
            telling(&["SW_DECOM"]),
            telling(&["SW_DEC"]),
            plain(&["SW_REASON"]),
        ]],
        &[],
    ),
    file(
        "ssda903/dolo",
        "SSDA903 deprivation of liberty orders",
        "an order that deprives a child of liberty",
        &[&[ID, plain(&["DOB"]), telling(&["DOLO_START"]), telling(&["DOLO_END"])]],
        &[Count::on("liberty_orders", "DOLO_START")],
    ),
];

/// Series of short breaks are left out.
const LONGER: Keep = Keep::Not("LS", &["V3", "V4"]);

const fn plain(names: &'static [&'static str]) -> Column {
    Column::plain(names)
}

const fn telling(names: &'static [&'static str]) -> Column {
    Column::telling(names)
}

const fn file(
    id: &'static str,
    title: &'static str,
    row: &'static str,
    columns: &'static [&'static [Column]],
    counts: &'static [Count],
) -> Preset {
    Preset { id, title, row, columns, child: CHILD, counts }
}
