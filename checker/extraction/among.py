"""Some of the things that a number before counted, told only by what they did: 基金125只，29只|亏损."""

from dataclasses import replace

from checker.extraction.counting import is_thing
from checker.extraction.naming import Naming


def things(last: Naming, known: str) -> str:
    """What the last number counted; where it told only what some of them did, those that were ``known`` before it."""
    return known if last.doing and not last.counted else last.counted or last.stem


def among(said: Naming, known: str) -> Naming:
    """The indicator of a number of things that are ``known``, which are named where it only says what they did."""
    only = said.doing and not said.counted and said.suffix == "数"
    name = known.rpartition("的")[2]
    if not only or not is_thing(name) or is_thing(said.stem):
        return said
    return replace(said, metric=f"{said.stem}的{name}数")
