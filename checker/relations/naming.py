"""Whether a figure is called by a name: 全市货物贸易进出口总值1563.8亿元 is 进出口, 监测的品种 is 监测品种."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from checker.patterns import pattern
from checker.quantities.model import Period
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage

AROUND = 128
"""No sentence that anybody reads has twice as many numbers; a longer one is looked at piece by piece."""

SHARED = pattern("[，,（(]?(?:约|仅|只|就|各)?占(?:比|到了?)?(?:为|约)?")
NAME, AMONG = 4, "其中"
"""A name of so many characters is one wherever it stands: 小麦种植面积 is 小麦种植总面积."""

SCOPE = pattern("全[国省球]|世界|同期|当[年月日]|上年")
EVERY = pattern("全部|整个|所有")
PLAIN = pattern(
    "(?:[\u4e00-\u9fff]{0,5}?[国省市县区州旗镇乡村场]|[全今去上当]年|共|累计|完成|实现|[0-9０-９年月日末，,])*"
)
"""What may stand before the name of a whole of which all is meant: no other part of it."""

HEAD = pattern(
    "(?:全部|整个|所有|当年|全年|今年|本年度?|全[市县区州旗镇乡村行]|[本我该][市县区州旗镇乡村行]"
    "|(?:目前|现有|已有|当前)的?|总(?=.{2}))+"
)
MEASURE = pattern("(?:总[值额量数计]?|金?额|数量?|人数|数|量|保费|收入|面积|产量|规模|部分|累计|总共|合计|信息)+$")
COUNTED = pattern("^(?:全[国省球]|共计?|累计|已)+")
TAIL = pattern("(?:[达为约共有是近超到]|累计|实现|完成|初步核算|预计|人民币)+$")
DONE = pattern("总|完成|实现")
"""What may stand anywhere in a name: 第三产业投资完成 is 第三产业完成投资."""
HANZI = pattern("[\u4e00-\u9fff]+")
MARKS = pattern("[，,、；;：:（()）\\s“”的了]")
RELATIVE = pattern("[去今前明往上]年|上[月周季]|往届|上届|此前|以往")
PLANNED = pattern("计划|目标|预计|预期|[拟欲]")
LIMITED = pattern(
    "对|国家|地区|成员|城镇|农村|乡村|民营|国有|国企|企业|外商|外资|一般贸易|加工贸易|当月|当日|其中|分别|新增|人均|每"
    "|[进净非未不再]$"
)
"""What limits a level before a name to a part of what the bare name means."""


def levels(passage: Passage, near: int = 0) -> Iterator[Figure]:
    """The amounts of a sentence that tell how much there is, not by how much it changed.

    Of a sentence with very many numbers only those around the offset ``near``.
    """
    stop = len(passage.figures)
    if stop > 2 * AROUND:
        place = bisect_left(passage.figures, near, key=lambda one: one.quantity.span.start)
        stop = max(min(stop, place + AROUND), 2 * AROUND)
    first = max(0, stop - 2 * AROUND)
    for figure, cue in zip(passage.figures[first:stop], passage.cues[first:stop], strict=True):
        if figure.is_amount and not figure.bracket and cue.act not in (Act.RISE, Act.FALL, Act.FROM):
            yield figure


def core(name: str) -> str:
    """What a name says without scope and measure: 全市进出口总值 is 进出口."""
    bare = HEAD.sub("", MARKS.sub("", name), count=1)
    return MEASURE.sub("", TAIL.sub("", bare)) or bare


def shared_end(one: str, two: str) -> int:
    """How many characters two names end in alike."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(two), strict=False))
    return sum(1 for _ in pairs)


def is_called(passage: Passage, figure: Figure, name: str) -> bool:
    """Whether a level is called by this name, give or take 全市 before it and 总额 behind it."""
    scope = SCOPE.search(name)
    if scope and scope[0] not in passage.words(passage.span):
        return False
    every = EVERY.match(name)
    full, bare = HEAD.sub("", name, count=1), core(name)
    words = TAIL.sub("", passage.words(figure.before))
    told, wanted = DONE.sub("", words), DONE.sub("", full)
    if len(wanted) >= NAME and told.endswith(wanted):
        lead = passage.text[passage.clauses[figure.clause].start : figure.before.start] + told.removesuffix(wanted)
        lead = lead.removesuffix(AMONG)
        return not LIMITED.search(lead) and (every is None or PLAIN.fullmatch(lead) is not None)
    if every:
        return False
    after = passage.words(figure.after)
    called = COUNTED.sub("", core(words))
    return len(bare) >= 2 and (bare == called or after.startswith(bare) or _counts(after, bare))


def _counts(after: str, bare: str) -> bool:
    """Whether what a number counts ends in the name, up to the end of the clause: 265件（投诉举报）."""
    return len(bare) >= 3 and MARKS.split(after)[0].endswith(bare)


def pairs(words: str) -> set[str]:
    """The pairs of neighbouring characters."""
    return {run[at : at + 2] for run in HANZI.findall(words) for at in range(len(run) - 1)}


def one_period(passage: Passage, whole: Figure, later: Passage, part: Figure) -> bool:
    """Whether two figures of two sentences are of one period, as far as both sentences tell theirs."""
    if passage is later:
        return True
    one, two = _period(passage, whole), _period(later, part)
    return one.endswith(two) or two.endswith(one)


def one_year(passage: Passage, whole: Figure, later: Passage, name: str) -> bool:
    """Whether two sentences tell of one year, as far as both tell it, and a whole is no plan where none is named."""
    if passage is later:
        return True
    lead = passage.text[passage.clauses[whole.clause].start : whole.quantity.span.start]
    if PLANNED.search(lead) and not PLANNED.search(name):
        return False
    one, two = (set(RELATIVE.findall(each.words(each.span))) for each in (passage, later))
    return not one or not two or not one.isdisjoint(two)


def _period(passage: Passage, figure: Figure) -> str:
    """The last month, quarter or part of a year that stands before a figure in its sentence."""
    told = [
        token.span.of(passage.text)
        for token in passage.tokens
        if isinstance(token, Period) and token.span.end <= figure.quantity.span.start
    ]
    return told[-1] if told else ""


def is_shared(words: str) -> bool:
    """Whether the words from a level to a rate say that it is a share of no whole by name: ，占.

    Such a level stands beside the others of its whole and is none itself.
    """
    return SHARED.fullmatch(words) is not None
