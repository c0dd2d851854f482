#!/usr/bin/env python3
"""Writes many boards' projects: five years of monthly data of sixty measures each, the same at every run.

    python3 benches/boards/generate.py FOLDER [BOARDS]
"""

import pathlib
import sys

YEARS = range(2020, 2025)
MEASURES = 60

NARRATIVE = """\
[report]
board = "Board {number:03}"
title = "Annual report 2024/25"
year = "2024/25"
templates = ["annual-report"]

[[data]]
file = "data/*.csv"

[[sections]]
title = "Activity"
text = \"\"\"
There were {{{{ contacts | compared }}}} and {{{{ referrals | compared }}}}.
\"\"\"
tables = [{{ caption = "The front door", figures = ["contacts", "referrals"], columns = ["this year", "last year", "change"] }}]

"""


def measures():
    """The front door, and counts of the board's own."""
    return ["contacts", "referrals"] + [f"count_{number:02}" for number in range(1, MEASURES - 1)]


def declared(names):
    """The counts that the catalogue does not know."""
    form = '[measures.{0}]\nlabel = "{1}"\nsingular = "case"\nplural = "cases"\nkind = "events"\n\n'
    return "".join(form.format(name, name.replace("_", " ").capitalize()) for name in names[2:])


def rows(board, names):
    """Numbers that go up and down a little from month to month and board to board."""
    for place, name in enumerate(names):
        for year in YEARS:
            for month in range(12):
                period = f"{year + (month + 3) // 12}-{(month + 3) % 12 + 1:02}"
                value = 400 - 5 * place + (31 * board + 17 * place + 13 * month + 5 * year) % 23
                yield f"{name},{period},{value}\n"


def main():
    folder = pathlib.Path(sys.argv[1])
    boards = int(sys.argv[2]) if len(sys.argv) > 2 else 150
    names = measures()
    for board in range(1, boards + 1):
        data = folder / f"board-{board:03}" / "data"
        data.mkdir(parents=True, exist_ok=True)
        (data.parent / "narrative.toml").write_text(NARRATIVE.format(number=board) + declared(names))
        (data / "activity.csv").write_text("measure,period,value\n" + "".join(rows(board, names)))


main()
