//! Acronyms that are nowhere spelt out, and letters that need not be.

use super::assert_found;

#[test]
fn acronyms_that_are_nowhere_spelt_out_are_found_once_at_their_first_use() {
    for (added, expected) in [
        (
            "summary = \"The LADO heard of more. The LADO’s post is new.\"\n",
            &["6:16 acronym-not-spelt-out"][..],
        ),
        (
            "summary = \"Two ICPCs, a JTAI and an MDT.\"\n",
            &["6:16 acronym-not-spelt-out", "6:25 acronym-not-spelt-out", "6:37 acronym-not-spelt-out"],
        ),
        ("footer = \"By the QAG\"\n", &["6:18 acronym-not-spelt-out"]),
        (
            "[[sections]]\ntitle = \"LADO\"\ntext = \"A.\"\ntables = [{ caption = \"The MASH\", figures = [\"contacts\"], columns = [\"this year\"] }]\n",
            &["7:10 acronym-not-spelt-out", "9:28 acronym-not-spelt-out"],
        ),
        (
            "[[glossary]]\nterm = \"NRM\"\nmeaning = \"Where victims are referred to.\"\n",
            &["7:9 acronym-not-spelt-out"],
        ),
        ("summary = \"A front door (MASH).\"\n", &["6:26 acronym-not-spelt-out"]),
        // The second section is not in the executive summary, which is what is built.
        (
            "[[sections]]\ntitle = \"A\"\ntext = \"An ICPC.\"\n[[sections]]\ntitle = \"B\"\nonly = [\"annual-report\"]\ntext = \"An initial child protection conference (ICPC).\"\n",
            &["8:12 acronym-not-spelt-out"],
        ),
    ] {
        assert_found(added, expected);
    }
}

#[test]
fn acronyms_that_are_spelt_out_anywhere_or_known_to_all_are_not_found() {
    for added in [
        "summary = \"A LADO.\"\n[[sections]]\ntitle = \"A\"\ntext = \"The local authority designated officer (LADO).\"\n",
        "summary = \"A LADO (local authority designated officer).\"\n",
        "summary = \"An ICPC.\"\n[[glossary]]\nterm = \"ICPC\"\nspelt_out = \"initial child protection conference\"\nmeaning = \"A meeting.\"\n",
        "summary = \"A CDOP.\"\n[[glossary]]\nterm = \"Child death overview panel\"\nspelt_out = \"CDOP\"\nmeaning = \"A group.\"\n",
        "summary = \"An NRM.\"\n[[glossary]]\nterm = \"NRM\"\nmeaning = \"The national referral mechanism, for victims.\"\n",
        "summary = \"The NHS and a GP in the UK sent a PDF: OK? See part IV, with its RAG status. NOT on A4.\"\n",
        "summary = \"{{ contacts['source=CAMHS'] }} {% if LADO %}a{% endif %} `MASH` [b](https://MARAC.org/JTAI) www.MACE.org\"\n",
        "summary = \"KEY FACTS ABOUT CSE\"\nwebsite = \"www.DSCB.org\"\n",
    ] {
        assert_found(added, &[]);
    }
}
