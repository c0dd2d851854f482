#!/usr/bin/env python3
"""Counts a case list of ten million rows with lscb-report, Polars, DuckDB and wc, in turn, and prints how they compare.

    benches/case-lists/run.py [ROWS] [ROUNDS]

Everything is made below target/case-lists: the list (by the example generate-case-list), a project around it, and a
Python environment with Polars and DuckDB. Run it on a machine that has nothing else to do; the least of the rounds is
what counts.
"""

import json
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "target" / "case-lists"
LIST = WORK / "project" / "data" / "referrals.csv"
PYTHON = WORK / "venv" / "bin" / "python"
PROGRAM = ROOT / "target" / "release" / "lscb-report"
REPORT = """\
[report]
board = "Exampleshire Safeguarding Children Board"
title = "Annual report 2023/24"
year = "2023/24"

[[data]]
file = "data/referrals.csv"
measures = ["referrals"]
covers = { from = "2022-04", to = "2024-03" }

[[data.count]]
measure = "referrals"
date = "Date of Referral"
by = { source = "Referral Source", no_action = "Referral NFA?" }
together = true

[[sections]]
title = "Referrals"
text = "There were {{ referrals | compared }}."
"""
# The quickest that each was found to do. Neither reads the dates as dates, nor hashes the file, as lscb-report does.
POLARS = """
import sys, polars as pl
month = pl.col("Date of Referral").str.slice(3, 7).alias("month")
groups = pl.scan_csv(sys.argv[1], infer_schema=False).group_by(month, "Referral Source", "Referral NFA?").len()
counted = groups.collect(engine="streaming")
year = [f"{m:02}/2023" for m in range(4, 13)] + [f"{m:02}/2024" for m in range(1, 4)]
print(counted.filter(pl.col("month").is_in(year))["len"].sum())
"""
DUCKDB = """
import sys, duckdb
groups = duckdb.sql(f'''select substr("Date of Referral", 4) as month, "Referral Source", "Referral NFA?", count(*) as n
    from read_csv('{sys.argv[1]}', all_varchar=true) group by all''').fetchall()
year = {f"{m:02}/2023" for m in range(4, 13)} | {f"{m:02}/2024" for m in range(1, 4)}
print(sum(n for month, _, _, n in groups if month in year))
"""


def prepare(rows):
    """Builds the program, writes the list, and makes the environment, each where it is not there yet."""
    subprocess.run(["cargo", "build", "--release", "--quiet", "--bins", "--examples"], cwd=ROOT, check=True)
    LIST.parent.mkdir(parents=True, exist_ok=True)
    (WORK / "project" / "narrative.toml").write_text(REPORT)
    written = WORK / "rows"
    if not LIST.exists() or not written.exists() or written.read_text() != str(rows):
        generate = ROOT / "target" / "release" / "examples" / "generate-case-list"
        subprocess.run([generate, str(rows), LIST], check=True)
        written.write_text(str(rows))
    if not PYTHON.exists():
        venv.create(WORK / "venv", with_pip=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "polars", "duckdb"], check=True)


def measure(command):
    """Seconds, the most memory in MiB, and what was printed."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    took = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed")
    return took, usage.ru_maxrss / 1024, printed


def referrals(printed):
    """The year's referrals in what `figures --format json` prints."""
    figures = json.loads(printed)["figures"]
    return next(int(figure["value"]) for figure in figures if figure["id"] == "referrals")


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    prepare(rows)
    commands = {
        "lscb-report": [PROGRAM, "figures", WORK / "project", "--format", "json"],
        "Polars": [PYTHON, "-c", POLARS, LIST],
        "DuckDB": [PYTHON, "-c", DUCKDB, LIST],
        "wc -l": ["wc", "-l", LIST],
    }
    taken = {name: [] for name in commands}
    counted = {}
    for _ in range(rounds):
        for name, command in commands.items():
            took, memory, printed = measure([str(part) for part in command])
            taken[name].append((took, memory))
            counted[name] = printed
    least = {name: min(took for took, _ in runs) for name, runs in taken.items()}
    print(f"{rows} rows, {LIST.stat().st_size / 1e6:.0f} MB, {os.cpu_count()} processors, {rounds} rounds")
    for name, runs in taken.items():
        median = sorted(took for took, _ in runs)[len(runs) // 2]
        memory = max(memory for _, memory in runs)
        print(
            f"{name:12} least {least[name]:6.2f} s  median {median:6.2f} s  at most {memory:6.0f} MiB"
            f"  {least[name] / least['Polars']:5.2f} of Polars"
        )
    ours = referrals(counted["lscb-report"])
    same = ours == int(counted["Polars"]) == int(counted["DuckDB"])
    print(f"referrals of the year: {ours}, {'all the same' if same else 'NOT THE SAME'}")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
