"""Whose a number is by the name in its own indicator, where the words before it speak of another: 陈敏的支持率."""

from collections.abc import Iterable

from checker.extraction.compounds import parts
from checker.lexicon.clauses import any_of
from checker.lexicon.speech import Part, part_of, tagged
from checker.lexicon.words import is_ordinary
from checker.patterns import pattern

OFFICE = pattern(f"(?:{any_of('office')})$")
"""Bodies that tell of others' figures."""

TAGS = ("nr", "nt", "ns")
BODY = pattern(any_of("body"))
NAMED = pattern("[省市县区州旗镇乡村洲港江河湖山党]$|三角$|地区$")
ACTING = frozenset((Part.VERB, Part.PREPOSITION, Part.CONJUNCTION, Part.PARTICLE, Part.MARK))
BESIDE = pattern("所|旗下|等|领导|和|与|、")
LEAST = 2


def named(metric: str, people: Iterable[str], *, known: bool = False) -> tuple[str, str]:
    """The owner whom an indicator names, and what is left of it; both empty where it names nobody.

    ``known`` asks for people, and places by what their names end in.

    >>> named("陈敏的支持率", ["陈敏"]), named("制造业投资", [])
    (('陈敏', '支持率'), ('', ''))
    """
    for name in people:
        left = metric.removeprefix(name)
        person = len(name) >= LEAST and not (NAMED.search(name) or BODY.fullmatch(name) or is_ordinary(name))
        if person and left != metric and _is_his(left):
            return name, left.removeprefix("的")
    owner, of, last = metric.rpartition("的")
    thing, measure = parts(last)
    if thing and _ends_in_name(thing) and (not known or NAMED.search(thing)) and not BODY.fullmatch(thing):
        return f"{owner}{of}{thing}", measure
    return (owner, last) if of and owner and len(last) >= LEAST and _ends_in_name(owner) else ("", "")


def _is_his(left: str) -> bool:
    """Whether the words behind a name are the measure of somebody: 陈敏|的支持率; no 陈敏|所在的公司利润."""
    left = left.removeprefix("的")
    return len(left) >= LEAST and "的" not in left and not BESIDE.match(left)


def of_thing(subject: str, metric: str) -> tuple[str, str]:
    """The thing that an indicator measures, where only an office was spoken of; else both empty."""
    return parts(metric) if OFFICE.search(subject) else ("", "")


def _ends_in_name(words: str) -> bool:
    """Whether a noun phrase ends in a name that is no word of the language."""
    found = list(tagged(words))
    nominal = not any(part_of(word, tag) in ACTING for word, tag in found)
    last, tag = found[-1]
    return nominal and len(last) >= LEAST and tag[:2] in TAGS and not is_ordinary(last)
