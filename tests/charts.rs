//! What a chart shows stands in a table: month by month, part by part, year by year, each beside the year before.

use std::fs;

use crate::common::{program, repository};

#[test]
fn charts_are_tables_of_what_they_show() {
    let out = tempfile::tempdir().unwrap();
    let run =
        program().arg("build").arg(repository("tests/charts")).arg("--out").arg(out.path()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let page = fs::read_to_string(out.path().join("executive-summary.md")).unwrap();
    for table in [
        "**By month**\n\n| Month | April to May 2023 | April to May 2022 |\n| :-- | --: | --: |\n\
         | April | 100 | 90 |\n| May | 1,101 | 95 |\n",
        "**By source**\n\n| Source | April to May 2023 | April to May 2022 |\n| :-- | --: | --: |\n\
         | Police | 60 | 40 |\n| Schools | 70 | [x] |\n",
        "**By year**\n\n| Year | Referrals to children's social care |\n| :-- | --: |\n\
         | 2021/22 | 400 |\n| 2022/23 | 420 |\n",
    ] {
        assert!(page.contains(table), "{table}\nis not in\n{page}");
    }
}
