"""change: two levels under one name, of two times, with the growth behind them.

今年收入4.1亿元，去年收入3.2亿元，同比增长28.1%. Which of the two was is told by the words of time before them; growth
over the year before is not that over the month before.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.growth.alike import alike
from checker.relations.growth.links import Role, link
from checker.relations.growth.sole import is_level
from checker.relations.passage import Figure, Passage
from checker.spans import Span

LAST_YEAR = "去年|上年|前年|上一?年度?|同期|往年"
LAST = "上一?(?:个)?(?:季度?|月|周|旬|学期|届)|昨[天日]|前一[天日周月]|年初|上年末|去年底|期初"
WHEN = pattern(
    f"^[，,；;、]?(?:而|但|同|比|较)*(?P<when>(?:{LAST_YEAR}|{LAST})(?:的?同期|同月|前[0-9一二三四五六七八九十]{{1,2}}个?月|末|底)?|今年|今天|本[年月季周届]度?|目前|现在)"
    "(?:的|度|只有|只|仅|才)?(?P<name>[\u4e00-\u9fff]{0,10}?)(?P<verb>(?:总[额量数值])?(?:为|达到?|是|有|只有|仅|共|约|完成|实现)*)$"
)
YEARLY, NOW, PAST = pattern(LAST_YEAR), pattern("今年|今天|本|目前|现在"), pattern(f"{LAST_YEAR}|{LAST}")
OVER_YEAR, OVER_LAST = pattern("同比|上年|去年"), pattern("环比|上月|上季|上周|昨")
VERB = pattern("(?:总[额量数值])?(?:为|达到?|是|有|只有|仅|共|约|完成|实现)*$")
NAME = 2
"""So many characters a name has at least."""

Told = tuple[Figure, Figure, Figure, Act, Span]
"""What was, what is, the growth, which way it went, and the words that tell when."""


def told(passage: Passage) -> Iterator[Told]:
    """Every growth right behind two levels of one name."""
    figures = passage.figures
    for one, two, grown in zip(figures, figures[1:], figures[2:], strict=False):
        if one.bracket or two.bracket or grown.bracket or not (is_level(one.quantity) and is_level(two.quantity)):
            continue
        if not alike(one.quantity, two.quantity):
            continue
        between = passage.text[one.quantity.span.end : two.quantity.span.start]
        when = WHEN.search(between)
        growth = passage.text[two.quantity.span.end : grown.quantity.span.start]
        read = link(growth)
        if when is None or read is None or read.role is not Role.GROWTH or read.act not in (Act.RISE, Act.FALL):
            continue
        if not (grown.is_rate or alike(grown.quantity, two.quantity)) or not _one_name(passage, one, when["name"]):
            continue
        told_now = NOW.match(when["when"]) is not None
        past = PAST.search(_lead(passage, one)) is not None
        if past is told_now and _of_one_base(when["when"], growth):
            base, current = (one, two) if told_now else (two, one)
            words = Span(one.quantity.span.end + when.start("when"), one.quantity.span.end + when.end("when"))
            yield base, current, grown, read.act, words


def _one_name(passage: Passage, figure: Figure, name: str) -> bool:
    """Whether a level is called by this name, the last words before it."""
    return len(name) >= NAME and VERB.sub("", _lead(passage, figure)).endswith(name)


def _lead(passage: Passage, figure: Figure) -> str:
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]


def _of_one_base(when: str, growth: str) -> bool:
    """Whether the growth can be the one over that time: 同比 is none over the month before."""
    if YEARLY.match(when) or NOW.match(when):
        return OVER_LAST.search(growth) is None
    return OVER_YEAR.search(growth) is None
