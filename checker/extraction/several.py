"""Places that are named in a row with what they are: 云州、青江等产茶大市|产量…; 下达云州、青江等12县|救灾资金."""

from checker.extraction.bearings import Bearings
from checker.extraction.nominals import nominal, spelt
from checker.extraction.phrasing import REMARK
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern
from checker.quantities.model import Quantity

SORT = "(?:省区市|省份|省市|省区|地区|城市|国家|市县|区县|大[国省市县]|[国省市县区])"
NAMES = "[一-鿿]{2,7}(?:[、和][一-鿿]{2,7}){1,9}"
OWNERS = pattern(
    f"(?:^|[，。；：])(?P<names>{NAMES})等(?P<sort>(?:[两三四五六七八九十]{{1,2}}个?)?[一-鿿]{{0,4}}?{SORT})(?P<of>的?)(?P<rest>[^，。；、]*)$"
)
GIVEN = pattern("(?P<first>[一-鿿]{4,16})、(?P<others>[一-鿿]{2,7}(?:[、和][一-鿿]{2,7}){0,9})等$")
COUNTED = pattern(f"{SORT}数")
PART, VERB = pattern("[、和]"), 2


def owners(bearings: Bearings, one: Quantity, subject: str, metric: str) -> tuple[str, str]:
    """Whose a number is and its indicator, where its clause begins with places in a row."""
    sentence = bearings.sentence(one.span.start)
    told = OWNERS.search(REMARK.sub("", bearings.text[sentence.start : one.span.start]))
    if not told or not _are_places(bearings, told["names"]):
        return subject, metric
    name = f"{told['names']}等{told['sort']}"
    if subject != name and name.endswith(subject) and subject:
        return name, metric
    if subject.startswith(told["sort"]) and len(subject) > len(told["sort"]):
        return name, f"{subject.removeprefix(told['sort']).removeprefix('的')}{metric.removeprefix(subject)}"
    for begin in (f"{name}{told['of']}", f"{told['sort']}{told['of']}"):
        if metric.startswith(begin) and len(metric) > len(begin):
            return name, metric.removeprefix(begin)
    return subject, metric


def given(bearings: Bearings, one: Quantity, metric: str) -> str:
    """The indicator of how many places are given something, which stands behind their number."""
    clause = bearings.clause(one.span.start)
    told = GIVEN.search(bearings.text, clause.start, one.span.start) if COUNTED.fullmatch(metric) else None
    does = _governing(bearings, told["first"]) if told and _are_places(bearings, told["others"]) else ""
    if not does:
        return metric
    behind = bearings.words.between(one.span.end, clause.end)
    what = spelt(behind[: nominal(behind)])
    what = "" if COUNTED.fullmatch(f"{what}数") else what
    return f"{does}{what}的{metric}"


def _governing(bearings: Bearings, words: str) -> str:
    """The verb before the place that some words end in."""
    for cut in range(VERB, len(words) - 1):
        verb = words[cut - VERB : cut]
        found = [part_of(*one) for one in tagged(verb)]
        if found == [Part.VERB] and _are_places(bearings, words[cut:]):
            return verb
    return ""


def _are_places(bearings: Bearings, names: str) -> bool:
    return all(bearings.actors.places.is_place(name) for name in PART.split(names))
