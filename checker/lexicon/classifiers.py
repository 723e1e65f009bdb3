"""Which things are counted with which classifier."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "classifiers.txt"

SPECIFIC: Mapping[str, str] = {
    "辆": "汽车",
    "艘": "轮船",
    "架": "飞机",
    "匹": "马",
    "头": "牛",
    "只": "羊",
    "座": "桥",
    "棵": "树",
    "株": "树",
    "朵": "花",
    "盏": "灯",
    "幢": "楼房",
    "栋": "楼房",
}
"""Classifiers that say what sort of thing is counted, and a thing of that sort."""


@cache
def classifiers() -> Mapping[str, tuple[str, ...]]:
    """The classifiers of each thing, the usual one first."""
    found: dict[str, tuple[str, ...]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words, _, things = line.partition(":")
            for thing in things.split():
                found[thing] = (*found.get(thing, ()), *words.split())
    return found
