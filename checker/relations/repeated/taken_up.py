"""same: a headline's figure that the body never prints, where the opening tells one of just that name.

保费收入增长5.7% above, 保费收入682.4亿元，增长7.7% below. What lies near is told by the headline's words alone; here
the values may lie apart, and so the name must stand right before the body's figure, with nothing else between, and
the body must have no other value for it. The headline may still round, or mean another part: it is one to look at.
"""

from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Passage
from checker.relations.repeated.headlines import of_one_scope
from checker.relations.repeated.mentions import CHANGING, Mention, agree, is_near
from checker.spans import Span

BASE = "同比|环比|[比较](?:上年|去年)?(?:同期|上年|去年|年初|上月|上季度?)"
MOVE = "增长|增加|上涨|上升|提高|下降|下滑|减少|回落|下跌|增|涨|升|降|跌"
VERB = pattern(f"(?:{BASE}|大幅|再|已|均|逆势|实现|累计|完成|达到?|为|{MOVE}|至|到|了|超|约|近)+$")
LIGHT = pattern(
    f"(?:{BASE}|{MOVE}|[，,、（）()]|总?[额量值]|[了达到为是约共的净]|实现|完成|累计|合计|亿|万|元|报收于|收报|[A-Z]{{2,4}}|收盘)*"
)
CHAINED = pattern("环比|[比较](?:年初|上月|上季|上周)")
PERIOD = pattern(
    "(?:[0-9０-９一二三四]{1,2}(?:[—\\-－~至到][0-9０-９一二三四]{1,2})?个?(?:月|季度)|前[0-9一二三]+(?:个月|季度)|上半年|下半年|全年)"
)
STOP = pattern("[；;。！？\n]|其中")
HEAD = pattern("[\\s，,：:！!；;、。“”《》]")
AMOUNTS = (UnitClass.MONEY, UnitClass.COUNT, UnitClass.MASS, UnitClass.AREA, UnitClass.ENERGY)
THING = pattern("[“”]*[\u4e00-\u9fff“”]{0,8}?(?P<end>[\u4e00-\u9fff]{2})(?=[，,。；：:、 \u3000！\n]|$)")
"""28条“红头巾”|线路, 26条定制校车|线路: what a number counts, by its last word."""

LEFT_OUT = pattern("其余|其他|其它|另|剩|余下|还有|其中|分别|[首第]批|去年|上年|此前|原有|近期|今后|将")
OPENING = 3
"""How many paragraphs of the body take its headline up."""

SHORTEST, NAME, FEW = 3, 6, 3
"""How many characters a name must have at least, and of how many the headline's name is made out."""


def apart(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The one figure of the opening that is called as the headline's is, where the body never says what that says."""
    if title.quantity.hedges or not (_grows(title) or _is_level(title)):
        return None
    name = _name(title)
    if len(name) < SHORTEST or any(_says(title, one) for one in body):
        return None
    first = min((one.paragraph for one in body), default=0)
    called = [
        one
        for one in body
        if one.paragraph < first + OPENING and _of_one_sort(title, one) and _is_called(name, title, one)
    ]
    return called[0] if len({one.size for one in called}) == 1 else None


def of_one_end(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The one number of the opening that counts what the headline counts, by the last word of both."""
    thing = _counted(title)
    if not thing or title.quantity.hedges or title.quantity.value <= FEW or any(_says(title, one) for one in body):
        return None
    first = min((one.paragraph for one in body), default=0)
    near = [one for one in body if one.paragraph < first + OPENING and one.key[:2] == title.key[:2]]
    called = [
        one for one in near if _counted(one) == thing and of_one_scope(title, one) and not LEFT_OUT.search(one.before)
    ]
    alike = all(not one.quantity.hedges and is_near(title.quantity, one.quantity) for one in called)
    return called[0] if alike and len({one.size for one in called}) == 1 else None


def _counted(one: Mention) -> str:
    if one.quantity.unit_class is not UnitClass.COUNT:
        return ""
    found = THING.match(one.passage.text, one.quantity.span.end, one.passage.span.end)
    return found["end"] if found else ""


def _grows(one: Mention) -> bool:
    return one.figure.is_rate and one.cue.act in CHANGING


def _is_level(one: Mention) -> bool:
    return one.quantity.unit_class in AMOUNTS and one.cue.act in (Act.LEVEL, Act.TO) and one.quantity.value > 1


def _says(title: Mention, one: Mention) -> bool:
    """Whether a figure of the body prints the headline's value, be it of something else."""
    if title.key == one.key and agree(title, one):
        return True
    return title.key[:2] == one.key[:2] and title.quantity.numeral == one.quantity.numeral


def _of_one_sort(title: Mention, one: Mention) -> bool:
    return title.key == one.key and (title.cue.act is one.cue.act or not _grows(title)) and not one.quantity.hedges


def _name(title: Mention) -> str:
    """What the headline's figure is of: the last characters before its verb."""
    passage = title.passage
    start = max(passage.span.start, title.quantity.span.start - 2 * NAME)
    words = HEAD.split(passage.words(Span(start, title.quantity.span.start)))[-1]
    return PERIOD.sub("", VERB.sub("", words))[-NAME:]


def _is_called(name: str, title: Mention, one: Mention) -> bool:
    """Whether the name stands before a figure of the body, with nothing but its level and its change between."""
    passage, at = one.passage, one.quantity.span.start
    start = max([passage.span.start, *(stop.end() for stop in STOP.finditer(passage.text, passage.span.start, at))])
    stretch = passage.words(Span(start, at))
    found = next((end for end in range(len(name) - SHORTEST + 1) if name[end:] in stretch), None)
    if found is None:
        return False
    rest = start + stretch.rindex(name[found:]) + len(name) - found
    between = _without_figures(passage, rest, at)
    base = CHAINED.search(between[-6:]) is not None
    return (
        LIGHT.fullmatch(between) is not None
        and base == (CHAINED.search(title.sentence) is not None)
        and _one_period(title.sentence, stretch)
    )


def _without_figures(passage: Passage, start: int, end: int) -> str:
    words, at = "", start
    for token in passage.tokens:
        if start <= token.span.start and token.span.end <= end:
            words += passage.words(Span(at, token.span.start))
            at = token.span.end
    return words + passage.words(Span(at, end))


def _one_period(title: str, stretch: str) -> bool:
    """Whether headline and body speak of one stretch of the year, where both name one."""
    one, two = set(PERIOD.findall(title)), set(PERIOD.findall(stretch))
    return not one or not two or not one.isdisjoint(two)
