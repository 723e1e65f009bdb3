"""Numbers with the words beside them, and whether two of them can be one number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from checker.document import BlockKind, Document
from checker.findings import Verdict
from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.relations.cues import Act, Cue
from checker.relations.judge import Judgement, judge
from checker.relations.passage import Figure, Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.repeated import apart, run_in
from checker.relations.repeated.dropped import DROPPED, drops
from checker.relations.repeated.names import Called, contrasted, turned_round
from checker.relations.repeated.times import LONGEST, Time, told_before
from checker.relations.slips import NO_DIGIT, turned
from checker.spans import Span
from checker.widths import narrow

KIND = "same"
BEFORE, AFTER = 16, 12
"""How many characters beside a figure are its words."""

NEAR = Fraction(1, 4)
"""How far apart, as a part of the larger, two values may lie and still be one indicator printed wrongly."""

HEADED = pattern(
    "(?:(?P<all>[^，,。；;：:、0-9]{2,20})[0-9][^，,。；;：:、]{0,12}[，,：:]?其中|(?P<among>[^，,。；;：:、]{2,14})[中里])[，,：:]"
    "(?:[^。；;]*[、，])?[\u4e00-\u9fff]{2,12}$"
)
REPORTED = pattern(
    "\\s*(?:此外[，,])?据?(?P<place>(?![全我本该各两多截在从对为这那其目当])[\u4e00-\u9fff]{1,3}"
    "(?:[省市县州旗盟]|(?<![园景社小校厂库矿牧林灾辖])区))(?![区场级委]|民(?!政))"
)
PROVINCE = pattern("[\u4e00-\u9fff][^全我外该本各两多几跨出入，。、]省(?![会级委内外道])")
PLACES = pattern("(?:[2-9]|[1-9][0-9]|[两二三四五六七八九十])(?:个)?(?:省|市|县|区|州)")
MARKS = "，。；：！？、,;:（）()“”《》\\s"
CUT = pattern(f"[{MARKS}]")
LAST_CUT = pattern(f"(?s:.*)[{MARKS}]")
CHANGING = (Act.RISE, Act.FALL)
OTHER_SCOPE = pattern(
    "其中|新增|新建|计划|预计|目标|力争|每|平均|人均|上年|去年|前年|同期|以前|原来|原有|过去|此前|曾|当月|当日|当天|单日|今后"
    "|未来|刚[刚才]|到20|设计(?!院)|规划(?!局)|户籍|常住|本级|直属|另|首批|第[一二三四五六七]|最[大多高]|[上下]半年|季度|[0-9]月"
)
REPORTING = pattern("记者当[日天]|当[日天](?:分赴|走访|采访|来到)")
BOUNDS = frozenset((Hedge.NEAR, Hedge.OVER, Hedge.JUST_OVER, Hedge.AT_LEAST, Hedge.BELOW, Hedge.AT_MOST, Hedge.VAGUE))
"""Hedges that say on which side the true value lies; 约 does not, so two 约 are two indicators."""

WIDGETS = (UnitClass.NONE, UnitClass.POINTS, UnitClass.PER)
SCALES = ("万", "亿")
UNITLESS = pattern("[万亿]$|[.．]")
"""What a headline's number may end in without its unit (旅客吞吐量破7000万), and the body's, if it is the same.

A headline's may also have a point: 最新净值1.2875.
"""

VERBS = pattern("(?:达到?了?|为|是|有|约|共|超过?|突破|近|数|量|已)+$")

BESIDE = 1
"""So many paragraphs apart two mentions of one number are told together."""

ADDED = pattern("新增|净增|新开|增量")


@frozen(slots=False, eq=False)
class Mention:
    """A figure with the words beside it, its paragraph, and what its cue makes of it. Equal only to itself.

    ``subhead`` is set where a sub-head is held against its section, ``run_in`` in a headline that is run together with
    its text. ``key`` is what two mentions must share to be compared: unit class, base unit, and whether they tell a
    change.
    """

    figure: Figure
    quantity: Quantity
    cue: Cue
    before: str
    after: str
    sentence: str
    paragraph: int
    title: bool
    passage: Passage
    key: tuple[UnitClass, str, bool]
    subhead: bool = False
    run_in: bool = False

    @property
    def lasts(self) -> bool:
        """Whether it tells how long: that can agree with the body, but many things last."""
        return self.quantity.unit_class is UnitClass.DURATION

    @cached_property
    def ahead(self) -> str:
        """The words of its sentence before it."""
        opens = self.passage.span.start - len(self.passage.told)
        start = max(opens, self.quantity.span.start - LONGEST)
        return self.passage.text[start : self.quantity.span.start]

    @cached_property
    def head(self) -> str:
        """What the list divides that it is an item of: 新增出院病例中，杭州市5例、|宁波市2例; empty outside."""
        found = HEADED.search(self.ahead)
        return found["all"] or found["among"] if found else ""

    @cached_property
    def source(self) -> str:
        """The place that its sentence opens with (据|浙江省|民政厅), several (上述7省), the last province before it."""
        found = REPORTED.match(self.ahead) or PLACES.search(self.ahead)
        if found:
            return found[found.lastgroup or 0]
        provinces = PROVINCE.findall(self.ahead)
        return provinces[-1] if provinces else ""

    @cached_property
    def words(self) -> str:
        """The words on both sides."""
        return f"{self.before}|{self.after}"

    @cached_property
    def scope(self) -> str:
        """The word that limits it to a part, a time or a plan (新增, 去年, 其中); empty where none does.

        记者当天分赴四所学校 tells the day of the reporter's visit.
        """
        found = OTHER_SCOPE.search(REPORTING.sub("", self.words))
        return found[0] if found else ""

    @cached_property
    def time(self) -> Time:
        """What its sentence tells of its time before it."""
        return told_before(self.passage, self.quantity.span.start)

    @cached_property
    def called(self) -> Called:
        """What names it."""
        return Called(self.before, self.after, self.sentence)

    @cached_property
    def size(self) -> Fraction:
        """Its value in the base of its class."""
        return self.quantity.value * self.quantity.unit.factor

    @cached_property
    def digits(self) -> str:
        """The digits of its number."""
        return narrow(NO_DIGIT.sub("", self.quantity.numeral))

    @property
    def length(self) -> int:
        """How many characters print its number: it has no more digits than that."""
        return self.quantity.number.end - self.quantity.number.start


def mentioned(document: Document, passages: Sequence[Passage]) -> Iterator[Mention]:
    """Every number of the article that can be told twice, in order."""
    titles = [block.span for block in document.of_kind(BlockKind.TITLE)]
    above: dict[str, Quantity] = {}
    head = None if titles else run_in.head(document)
    for passage in passages:
        if not passage.figures:
            continue
        inside = any(title.covers(passage.span) for title in titles)
        paragraph = document.source.paragraph(passage.span.start)
        if head is None or not head.overlaps(passage.span):
            yield from _within(passage, passage.span, paragraph, above, title=inside, headed=False)
            continue
        start, end = passage.span.start, passage.span.end
        cut = min(end, head.end)
        yield from _within(passage, Span(start, cut), paragraph, above, title=False, headed=True)
        yield from _within(passage, Span(cut, end), paragraph, above, title=False, headed=False)


def _within(
    passage: Passage, part: Span, paragraph: int, above: dict[str, Quantity], *, title: bool, headed: bool
) -> Iterator[Mention]:
    """The numbers of a sentence, or of the headline or the text that are run together in it.

    ``above`` are the headline's numbers that end in 万 or 亿, as far as they were met.
    """
    text, inside, quoted = passage.text, title or headed, "《" in passage.text
    sentence = text[part.start : min(part.end, part.start + LONGEST)]
    for figure, cue in zip(passage.figures, passage.cues, strict=True):
        quantity = figure.quantity
        span = quantity.span
        if (
            not part.covers(span)
            or (inside and figure.bracket)
            or (quoted and _is_in_name(text, part.start, span.start))
        ):
            continue
        if inside and quantity.numeral.endswith(SCALES):
            above.setdefault(quantity.numeral, quantity)
        known = None if inside or not quantity.numeral.endswith(SCALES) else _above(above, quantity, passage)
        bare = inside and quantity.unit_class is UnitClass.NONE and UNITLESS.search(quantity.numeral) is not None
        if known is not None:  # 人次达1299万 below, 1299万人次 above
            quantity, bare = replace(quantity, unit=known.unit), True
        if quantity.unit_class in WIDGETS and not bare:
            continue
        left = text[max(part.start, span.start - BEFORE) : span.start]
        right = text[span.end : min(part.end, span.end + AFTER)]
        cut = LAST_CUT.match(left)
        before, after = left[cut.end() :] if cut else left, CUT.split(right, 1)[0]
        key = _key(quantity, cue, before)
        yield Mention(figure, quantity, cue, before, after, sentence, paragraph, inside, passage, key, run_in=headed)


def _is_in_name(text: str, start: int, at: int) -> bool:
    """Whether a number stands in the name of a document: 《关于全行业百分之百…的意见》."""
    opened = text.rfind("《", start, at)
    return opened >= 0 and text.find("》", opened, at) < 0


def _above(headed: Mapping[str, Quantity], quantity: Quantity, passage: Passage) -> Quantity | None:
    """The headline's number that a bare one of the body is, or whose unit stands before it: 献血人次达1299万."""
    if not headed or quantity.unit_class is not UnitClass.NONE:
        return None
    words = VERBS.sub("", passage.text[max(passage.span.start, quantity.span.start - BEFORE) : quantity.span.start])
    called = (one for one in headed.values() if len(one.unit.name) > 1 and words.endswith(one.unit.name))
    return headed.get(quantity.numeral) or next(called, None)


def _key(quantity: Quantity, cue: Cue, before: str) -> tuple[UnitClass, str, bool]:
    unit = quantity.unit
    base = "人" if unit.name in "人名位" and unit.unit_class is UnitClass.COUNT else unit.base or unit.name
    return unit.unit_class, base, cue.act in CHANGING or ADDED.search(before) is not None


def comparable(one: Mention, two: Mention) -> bool:
    """Whether nothing tells that they are of two times or two things; ``one`` stands before ``two``."""
    if not of_one_time(one, two) or of_two_things(one, two):
        return False
    return not apart.told((one.passage, one.figure), (two.passage, two.figure))


def of_one_time(one: Mention, two: Mention) -> bool:
    """Whether nothing tells that they are of two times or places, or of two items of a list."""
    if one.time.differs(two.time) or (not one.time.tells and two.time.is_whole):
        return False
    if one.head and two.head and one.head != two.head:
        return False
    return not (one.source and two.source and one.source != two.source)


def of_two_things(one: Mention, two: Mention) -> bool:
    """Whether their names differ in a place that tells two things apart."""
    return not turned_round(one.called, two.called) and contrasted(one.before, two.before)


def agree(one: Mention, two: Mention) -> bool:
    """Whether one true value prints as both."""
    return _judge(one, two).verdict is Verdict.CONSISTENT


def _judge(one: Mention, two: Mention) -> Judgement:
    judgement = judge((one.quantity, two.quantity), _overlap)
    if judgement.verdict is Verdict.CONSISTENT and is_off(one, two):
        return OFF
    if one.title and not two.title and judgement.verdict is not Verdict.CONSISTENT:
        return DROPPED if drops(one.quantity, two.quantity) else judgement
    return judgement


def is_off(one: Mention, two: Mention) -> bool:
    """Whether two numbers are printed alike and differ: who rounds one number twice does it in one way."""
    left, right = one.quantity, two.quantity
    fine = left.place * left.unit.factor == right.place * right.unit.factor
    return fine and not left.hedges and not right.hedges and one.size != two.size


def _overlap(intervals: list[Interval]) -> bool:
    return intervals[0].meets(intervals[1])


def is_near(one: Quantity, two: Quantity) -> bool:
    """Whether two values lie so near each other that one may be a slip for the other."""
    left, right = (abs(quantity.value * quantity.unit.factor) for quantity in (one, two))
    return abs(left - right) <= NEAR * max(left, right) or turned(one.digits, two.digits)


OFF = Judgement(Verdict.INCONSISTENT, doubtful=True, because="只差末位，取舍不同则不矛盾")
"""5.2% and 5.3% can both be right of 5.25%, but nobody rounds it both ways."""

APART = Judgement(Verdict.INCONSISTENT, doubtful=True, because="两个界限相差悬殊")
"""超350万辆 and 超550万辆 can both be right of 600万辆, but nobody says both of one number."""


def clustered(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Mentions of one number, in order, in groups of those near each other; a lone one goes with the group before it.

    Whoever looks at one of them wants to see those beside it.
    """
    groups: list[list[Mention]] = []
    for one in mentions:
        if groups and one.paragraph - groups[-1][-1].paragraph <= BESIDE:
            groups[-1].append(one)
        else:
            groups.append([one])
    for before, group in zip([[], *groups], groups, strict=False):
        told = group if len(group) > 1 else [*before[-1:], *group]
        if len(told) > 1:
            yield told


def relate(mentions: Sequence[Mention], variant: str) -> Relation:
    """The mentions as one relation, judged by the first two; a fault is shown at the first."""
    return _related(mentions, variant, _judge(*mentions[:2]))


def set_apart(mentions: Sequence[Mention], variant: str) -> Relation:
    """Two mentions that tell one number otherwise, be it two bounds that one number could have."""
    relation = _related(mentions, variant, _judge(*mentions[:2]))
    return relation if relation.verdict is Verdict.INCONSISTENT else _related(mentions, variant, APART)


def _related(mentions: Sequence[Mention], variant: str, judgement: Judgement) -> Relation:
    one, two = mentions[:2]
    shown = "，".join(f"{_place(mention)}“{mention.quantity.literal}”" for mention in mentions)
    consistent = judgement.verdict is Verdict.CONSISTENT
    return Relation(
        KIND,
        tuple(Operand.of("value", mention.quantity) for mention in mentions),
        judgement.verdict,
        f"{shown}，{judgement.note}",
        (),
        one.quantity.span,
        judgement.doubtful,
        {"name": one.after or one.before, "working": shown, "computed": two.quantity.literal},
        () if consistent else (Candidate("value", one.quantity.span, two.quantity.literal, "computed"),),
        variant,
        lenient=judgement.lenient,
    )


def _place(mention: Mention) -> str:
    return "标题" if mention.title else "小标题" if mention.subhead else f"第{mention.paragraph}段"
