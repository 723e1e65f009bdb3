"""What stands behind a number: the longest unit or classifier of the table, and units per unit (元/吨)."""

from fractions import Fraction
from functools import cache

from checker.quantities.model import Unit, UnitClass
from checker.quantities.unit_table import CLASSIFIERS, MEASURES, TRAPS

Row = tuple[str, str, str, str]  # name, class, base, factor


def _rows() -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for line in MEASURES.strip().splitlines():
        head, _, body = line.partition(": ")
        unit_class, base = head.split(" ")
        for entry in body.split("; "):
            names, factor = entry.rsplit(" ", 1)
            name, _, spellings = names.partition("=")
            for spelling in (name, *filter(None, spellings.split(","))):
                rows[spelling] = (name, unit_class, base, factor)
    for name in CLASSIFIERS.split():
        rows.setdefault(name, (name, "count", name, "1"))
    return rows


ROWS = _rows()
BARE = Unit("", UnitClass.NONE)
# Latin units that are letters of model names too: 5G, 4K, 30B are no masses or data.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def _traps(name: str) -> frozenset[str]:
    """The characters that turn a unit before them into another word."""
    letters = frozenset(LETTERS + "0123456789") if name[-1] in LETTERS else frozenset[str]()
    return letters | frozenset(TRAPS.get(name, ""))


def _lengths() -> dict[str, list[int]]:
    """How long the units are that begin with a character, the longest first."""
    found: dict[str, list[int]] = {}
    for length, first in sorted({(len(name), name[0]) for name in ROWS}, reverse=True):
        found.setdefault(first, []).append(length)
    return found


BETWEEN = "之间"
"""612分到620分之间: no fraction."""

UNTRAPPED = {
    "起": ("降到", "降至", "降为"),
    "天": ("空气", "下降", "下调", "下滑"),
    "台": ("风机", "风电", "风力", "风扇"),
    "期": ("刊登", "刊发", "刊载", "刊出"),
    "户": ("均分", "均摊"),
}
"""3148起降到2786起: no flights; 292天空气优良, 9.5天下降到7.6天: days, and neither sky nor world; 20台风机: no storm;
每期刊登: no journal; 320户均分: no mean.
"""

FOLLOWERS = {name: _traps(name) for name in ROWS}
LENGTHS = _lengths()


@cache
def unit(spelling: str) -> Unit:
    """The unit that is spelt so. Raises KeyError for anything else."""
    name, unit_class, base, factor = ROWS[spelling]
    return Unit(name, UnitClass(unit_class), Fraction(factor), base)


@cache
def per(above: Unit, below: Unit) -> Unit:
    """``above`` for each ``below``: 元/吨. 公里/小时 is a speed of the table."""
    name = f"{above.name}/{below.name}"
    if name in ROWS:
        return unit(name)
    return Unit(name, UnitClass.PER, above.factor / below.factor, f"{above.base}/{below.base}", below)


def spelling(text: str, at: int) -> str:
    """The longest unit spelt at ``at`` of a folded text that the next character does not turn into another word."""
    for length in LENGTHS.get(text[at : at + 1], ()):
        name = text[at : at + length]
        traps = FOLLOWERS.get(name)
        if traps is None:
            continue
        plain = name in UNTRAPPED and text.startswith(UNTRAPPED[name], at + length)
        trapped = text[at + length : at + length + 1] in traps and not plain
        if not trapped or text.startswith(BETWEEN, at + length):
            return name
    return ""


def find(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit at ``at`` with what it counts per, and where it ends."""
    name = spelling(text, at)
    if not name:
        return None
    found, end = unit(name), at + len(name)
    if text[end : end + 1] not in ("/", "每"):
        return found, end
    below = spelling(text, end + 1)
    if not below or _is_habit(text, end, end + 1 + len(below), found):
        return found, end
    return per(found, unit(below)), end + 1 + len(below)


def _is_habit(text: str, at: int, end: int, above: Unit) -> bool:
    """Whether 每 opens what those counted do: 650人每天运动."""
    counted = text[at] == "每" and above.unit_class is UnitClass.COUNT
    return counted and "\u4e00" <= text[end : end + 1] <= "\u9fff"
