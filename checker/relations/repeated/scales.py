"""scales: one indicator printed twice with the same digits, a power of ten apart: 3.2亿元 and 3.2万元.

Other than ``same`` this asks for the same digits: values that share three of them, or two and the full name, and differ
by just a scale word or the decimal point are hardly two indicators.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.repeated.mentions import KIND
from checker.relations.repeated.names import Called, contrasted, same, turned_round
from checker.relations.repeated.times import Time, opening, told_before
from checker.widths import narrow

CLASSES = frozenset(
    {
        *(UnitClass.MONEY, UnitClass.COUNT, UnitClass.AREA, UnitClass.MASS),
        *(UnitClass.LENGTH, UnitClass.ENERGY, UnitClass.POWER, UnitClass.VOLUME),
    }
)
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
DIGITS = pattern("[^0-9]+")
KEPT = 8
"""So many values of the same digits are remembered."""

CUT = pattern("[，。；：！？、,;:（）()“”《》\\s0-9]")
HEAD = pattern(
    "(?:全[国省市县区州旗镇乡村年行]|[本我该][国省市县区州旗镇乡村行]|共有?|合计|累计|总计|目前|现有?|已经?|建成|实现|完成|有|拥有|达到?"
    "|约|为|的|是|其|在|从|对|今年|截至|末|底|年|月|日|由|以|将|计划|预计|这|该)*"
)
TAIL = pattern(
    "(?:达到了?|达|约为|为|约|共有|共|有|是|近|超过?|已经?|的|了|高达|完成|实现|合计|累计|总计|共计|突破|[:：])++$"
)
OTHER = pattern(
    "其中|新增|每|平均|人均|户均|亩均|日均|月均|年均|上年|去年|前年|同期|以前|原来|原有|过去|此前|曾|当月|当日|当天|单日|单月|单个|一[个家户人台亩]"
    "|另|首批|第[一二三四五六七八九]|最[大多高小少低]|[上下]半年|季度|[0-9]月|增(?!加值)|减|涨|跌|各|分别|不等|左右|以上|罚|奖|补贴"
)
NAME, LONG = 3, 4
"""How many characters a name must have where three digits agree, and where two do."""

BEFORE, AFTER = 18, 8
STAGE = pattern("[一二三四五首]期|期工程|标段|配套|附属|改造|装修|设备")
"""What is but a part of a work."""

COST = pattern("(?:总|计划|概算)?[\u4e00-\u9fff]{2}$")
WORK, THING, LEAST = 7, 16, 2
"""How many characters of a work's name must be the same, how far it is read, and how long the name of its cost is."""

THOUSAND = 3
"""Of what power of ten a scale word is more."""

SHARED = 3
"""How many pairs of characters a headline must share with the sentence that it is held against."""

HANZI = pattern("[\u4e00-\u9fff]+")
FAR = 40
"""Paragraphs further apart than this speak of other things."""

FROM_TO = pattern("[从由][0-9][^，。；]{1,10}[到至][0-9]")
"""从12平方米到12万平方米: a headline that tells both values by itself."""

POWERS = {Fraction(10**power): power for power in (1, 2, 3, 4, 8)}


@dataclass(frozen=True, slots=True)
class Mention:
    """A level with its name, the digits that print it and where it stands."""

    quantity: Quantity
    name: str
    after: str
    digits: str
    value: Fraction
    paragraph: int
    title: bool
    sentence: str
    time: Time
    called: Called
    thing: str


def find(document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every indicator whose two values differ by a power of ten alone."""
    for group in _groups(passages):
        known: list[Mention] = []
        for passage, figure in group:
            mention = _mention(document, passage, figure)
            # A value that the article also prints right is not contradicted again by each of its repetitions.
            if not any(one.value == mention.value for one in known):
                rival = next((one for one in known if _apart(one, mention)), None)
                if rival:
                    yield _relation(rival, mention)
                elif rival := next((one for one in known if _of_one_work(one, mention)), None):
                    yield replace(_relation(rival, mention), doubtful=True)
            known = [*known[-KEPT:], mention]


def _groups(passages: Sequence[Passage]) -> Iterator[list[tuple[Passage, Figure]]]:
    """Levels of one measure that are printed with the same digits but not with the same value."""
    seen: dict[tuple[str, str], list[tuple[Passage, Figure]]] = {}
    for passage in passages:
        for index, figure in enumerate(passage.figures):
            unit = figure.quantity.unit
            if unit.unit_class in CLASSES and not figure.quantity.hedges and passage.cues[index].act in LEVELS:
                number = figure.quantity.number
                digits = _digits(figure.quantity) if number.end - number.start > 1 else ""
                if len(digits) >= 2:
                    seen.setdefault((digits, unit.base or unit.name), []).append((passage, figure))
    for group in seen.values():
        if len(group) > 1 and len({(one.quantity.value, one.quantity.unit.factor) for _, one in group}) > 1:
            yield group


def _digits(quantity: Quantity) -> str:
    return narrow(DIGITS.sub("", quantity.numeral)).strip("0")


def _mention(document: Document, passage: Passage, figure: Figure) -> Mention:
    span = figure.quantity.span
    left = passage.text[max(passage.span.start, span.start - BEFORE) : span.start]
    right = passage.text[span.end : min(passage.span.end, span.end + AFTER)]
    title = document.title is not None and document.title.span.covers(passage.span)
    value = figure.quantity.value * figure.quantity.unit.factor
    name = TAIL.sub("", CUT.split(left)[-1])
    head = HEAD.match(name)
    name = name[head.end() :] if head else name
    paragraph = document.locate(passage.span).paragraph
    after, sentence, digits = CUT.split(right)[0], opening(passage), _digits(figure.quantity)
    time = told_before(passage, span.start)
    return Mention(
        figure.quantity,
        name,
        after,
        digits,
        value,
        paragraph,
        title,
        sentence,
        time,
        Called(CUT.split(left)[-1], after, sentence),
        _thing(passage, span.end),
    )


def _thing(passage: Passage, at: int) -> str:
    """What a number is of that stands behind it: 投资3.2亿元的|跨江大桥."""
    if not passage.text.startswith("的", at):
        return ""
    return CUT.split(passage.text[at + 1 : min(passage.span.end, at + THING)])[0]


def _apart(one: Mention, two: Mention) -> bool:
    """Whether the same indicator stands in both places, by name, a power of ten apart."""
    ratio = max(one.value, two.value) / min(one.value, two.value) if min(one.value, two.value) > 0 else Fraction(0)
    if ratio not in POWERS or one.sentence == two.sentence or two.paragraph - one.paragraph > FAR:
        return False
    if OTHER.search(f"{one.name}|{one.after}|{two.name}|{two.after}"):
        return False
    if one.time.differs(two.time) or contrasted(one.called.before, two.called.before):
        return False
    least = NAME if len(one.digits) >= 3 else LONG
    if len(one.digits) < 3 and POWERS[ratio] not in (3, 4, 8):
        return False
    if (one.title or two.title) and FROM_TO.search(one.sentence if one.title else two.sentence):
        return False
    if one.title or two.title:
        return POWERS[ratio] in (3, 4, 8) and len(_pairs(one.sentence) & _pairs(two.sentence)) >= SHARED
    short, long = sorted((one.name, two.name), key=len)
    if len(short) >= least and long.endswith(short):
        return True
    if len(one.after) >= LONG and one.after == two.after and one.quantity.unit_class is UnitClass.COUNT:
        return True
    if POWERS[ratio] > THOUSAND and (same(one.called, two.called, least) or turned_round(one.called, two.called)):
        return True
    return _of_same(one, two) or _of_same(two, one)


def _of_same(one: Mention, two: Mention) -> bool:
    """投资3.2亿元的跨江大桥 and 跨江大桥总投资3.2亿元."""
    thing = one.after.removeprefix("的")[:NAME]
    return len(thing) == NAME and two.name.startswith(thing) and len(one.name) >= 2 and two.name.endswith(one.name[-2:])


def _of_one_work(one: Mention, two: Mention) -> bool:
    """Whether one work by its full name costs ten times as much elsewhere: 投资4800万元的新住院楼, 总投资4.8亿元的."""
    ratio = max(one.value, two.value) / min(one.value, two.value) if min(one.value, two.value) > 0 else Fraction(0)
    if ratio not in POWERS or one.sentence == two.sentence or two.paragraph - one.paragraph > FAR:
        return False
    if OTHER.search(f"{one.name}|{two.name}") or one.time.differs(two.time) or STAGE.search(one.thing + two.thing):
        return False
    if one.name[-2:] != two.name[-2:] or len(one.name) < LEAST:
        return False
    if one.thing and two.thing:
        return one.thing[:WORK] == two.thing[:WORK] and len(min(one.thing, two.thing, key=len)) >= WORK
    thing, name = (one.thing, two.name) if one.thing else (two.thing, one.name)
    name = COST.sub("", name)
    return len(name) >= LONG and thing.startswith(name) and STAGE.search(name) is None


def _pairs(words: str) -> set[str]:
    return {run[at : at + 2] for run in HANZI.findall(words) for at in range(len(run) - 1)}


def _relation(one: Mention, two: Mention) -> Relation:
    shown = "，".join(f"{_place(mention)}“{mention.quantity.literal}”" for mention in (one, two))
    return Relation(
        KIND,
        tuple(Operand.of("value", mention.quantity) for mention in (one, two)),
        Verdict.INCONSISTENT,
        f"{shown}，数字相同、差{POWERS[max(one.value, two.value) / min(one.value, two.value)]}位",
        (),
        two.quantity.span,
        False,
        {"name": two.name or two.after, "working": shown, "computed": one.quantity.literal},
        (Candidate("value", two.quantity.span, one.quantity.literal, "scale"),),
        "scale",
    )


def _place(mention: Mention) -> str:
    return "标题" if mention.title else f"第{mention.paragraph}段"
