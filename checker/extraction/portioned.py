"""Parts of a total that are told by their names alone: 绿地面积300公顷，其中城区|100公顷、郊县|200公顷."""

from collections.abc import Sequence
from dataclasses import replace

from checker.extraction.doers import INDICATOR
from checker.extraction.naming import Naming
from checker.extraction.nominals import NOUNS, is_agent, spelt
from checker.extraction.parsing import Word, Words
from checker.extraction.wordings import ENDED, LASTING, MEASURES
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.spans import Span

PARTS = pattern("其中|(?<![一-鿿])分[一-鿿]{1,5}看|[：:]")
"""Behind these stand the parts of what was told before them."""

OWN = pattern(f"{ENDED.pattern}|{INDICATOR.pattern}")
"""What ends in these names a measure of its own: 进出口总额30亿元，其中|出口|20亿元."""

NAMED = frozenset((*NOUNS, Part.ADJECTIVE, Part.SIDE))
HEAD = pattern("(?:营业|销售)?(?:收入|利润|支出|税收|投资)$")
BODIES = pattern("企业|事业|公司|单位|机构|部门")
LONGEST, SHORT, FAR, SORT = 12, 2, 160, 4
PRINTED = pattern("[0-9\\[\\]（(]")


def unit_words(one: Quantity) -> tuple[str, ...]:
    """What is added to a thing's name where only the unit says what is measured: 城区|面积."""
    if one.unit_class is UnitClass.DURATION:
        return ("时长",)
    plain = MEASURES.get(one.unit_class, "")
    return ("额",) if one.unit_class is UnitClass.MONEY else (plain,) if plain else ()


def part_of_total(words: Words, one: Quantity, said: Naming, total: tuple[Span, Naming], here: Span) -> Naming | None:
    """The part's number with its total's measure, and the part as whose it is; None where it names its own measure.

    A total of an earlier sentence is that of one that begins with its parts; ``here`` is the sentence of the part.
    """
    span, level = total
    if one.unit_class in (UnitClass.COUNT, UnitClass.NONE, UnitClass.RATE, UnitClass.POINTS):
        return None
    led = PARTS.search(words.text, max(span.end, here.start), one.span.start)
    begins = span.start >= here.start or (led is not None and led.start() <= here.start + 1)
    if said.act is not Act.LEVEL or said.counted or not led or not begins or one.span.start - span.end > FAR:
        return None
    name, measure = _name(words, one, said) if said.own else "", measure_of(words, span, level)
    owned = OWN.search(words.text, led.end(), one.span.start) is not None
    if not measure or (said.own and (not name or name in measure)) or owned:
        return None
    return replace(said, metric=measure, stem=measure, own=True, owner=name, suffix="")


def sort_of_total(said: Naming, total: Naming) -> Naming:
    """A change of a sort, where its words tell no more: 运量增5%，其中国内、国际分别|增4%和8%."""
    if said.act not in (Act.RISE, Act.FALL) or len(said.stem) > SORT or OWN.search(said.stem):
        return said
    stem = f"{said.stem}{total.stem}"
    return replace(said, metric=f"{stem}{said.suffix}", stem=stem)


def of_bodies(one: Quantity, metric: str, whole: str) -> str:
    """A part's indicator with that of its whole where this is of bodies: 国营企业收入50亿元，其中|工业收入."""
    head = HEAD.search(metric) if one.unit_class is UnitClass.MONEY else None
    told = head is not None and whole.endswith(head[0]) and metric not in whole
    return f"{whole}中{metric}" if told and BODIES.search(whole) and not BODIES.search(metric) else metric


def _name(words: Words, one: Quantity, said: Naming) -> str:
    """The part, where a thing's name is all that stands before its number."""
    tail = next((tail for tail in unit_words(one) if said.metric.endswith(tail)), "")
    name = said.metric.removesuffix(tail) if tail else ""
    end = one.span.start
    if not SHORT <= len(name) <= LONGEST or OWN.search(name) or not words.text.endswith(name, 0, end):
        return ""
    return name if all(map(_names, words.between(end - len(name), end))) else ""


def _names(word: Word) -> bool:
    return word.part in NAMED or is_agent(word) or word.text.startswith("第")


def measure_of(words: Words, span: Span, level: Naming) -> str:
    """What a total measures, without those whom it is told of: 居民|人均上网时长."""
    metric = level.metric
    if level.act is not Act.LEVEL or not (ENDED.search(metric) or metric.endswith(("时长", *LASTING))):
        return ""
    if PRINTED.search(metric):
        return ""
    at = words.text.rfind(metric, max(0, span.start - FAR), span.start)
    if at < 0:
        return metric
    found = words.between(at, at + len(metric))
    return spelt(found[_people(found) :])


def _people(found: Sequence[Word]) -> int:
    """How many words at the start of an indicator are people."""
    return int(len(found) > SHORT and found[0].part in NOUNS and is_agent(found[0]))
