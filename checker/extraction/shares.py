"""Rates that only a name stands before: shares (晨岭股份|跌3.1%), lists of one rate (比重分别为：云州|36%)."""

from dataclasses import replace

from checker.extraction.doers import INDICATOR
from checker.extraction.leads import Leads
from checker.extraction.naming import RATE, Naming
from checker.extraction.wordings import ENDED
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.spans import Span

MOVED = pattern(
    "(?:其中|而|但|此外)?(?P<who>[一-鿿A-Za-z0-9*·“”-]{2,14}?)(?P<when>[日周月年]内?|盘中|早盘|午后|收盘|开盘)?(?:一度|再|齐)?"
    "(?P<moved>(?<![上下])[大暴微续]?[涨跌])(?:超|逾|约|近|了)?"
)
PRICED = pattern("[价值]$")
LISTED = ("指数", "股份")
PRICES = ("报价", "收盘价", "开盘价")


def moved(text: str, one: Quantity, said: Naming, clause: Span) -> tuple[str, Naming]:
    """Whose price moved by a rate, and the indicator; the first is empty where no such name stands before it."""
    told = MOVED.fullmatch(text, clause.start, one.span.start) if one.unit_class is UnitClass.RATE else None
    who = told["who"] if told else ""
    measured = any(one.search(who) for one in (PRICED, ENDED, RATE, INDICATOR)) and not who.endswith(LISTED)
    if not told or measured:
        return "", said
    metric = f"{told['when'] or ''}{told['moved'][-1]}幅"
    return who, replace(said, metric=metric, stem="", suffix="", own=True, owner="")


def of_each(leads: Leads, one: Quantity, said: Naming, clause: Span) -> tuple[str, Naming]:
    """Of whom a rate in a list is whose measure stands before the colon, and that measure; else the first is empty."""
    bare = one.unit_class is UnitClass.RATE and said.own and said.act is Act.LEVEL and not ENDED.search(said.stem)
    measure = leads.each(clause) if bare and said.stem else ""
    return (said.stem, replace(said, metric=measure, stem=measure, suffix="")) if measure else ("", said)
