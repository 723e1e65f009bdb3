"""change: two levels under one name, of two times, with the growth behind them.

今年收入4.1亿元，去年收入3.2亿元，同比增长28.1%. Which of the two was is told by the words of time before them; growth
over the year before is not that over the month before.
"""

import re
from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act, cue
from checker.relations.growth.alike import alike
from checker.relations.growth.links import Role, link
from checker.relations.growth.sole import is_level
from checker.relations.passage import Figure, Passage
from checker.spans import Span

LAST_YEAR = "去年|上年|前年|上一?年度?|同期|往年"
LAST = "上一?(?:个)?(?:季度?|月|周|旬|学期|届)|昨[天日]|前一[天日周月]|年初|上年末|去年底|期初"
WHEN = pattern(
    f"^[，,；;、]?(?:而|但|同|比|较)*(?P<when>(?:{LAST_YEAR}|{LAST})(?:的?同期|同月|前[0-9一二三四五六七八九十]{{1,2}}个?月|末|底)?|今年|今天|本[年月季周届]度?|目前|现在"
    "|(?:19|20)[0-9]{2}年|[0-9]{1,2}月份?)"
    "(?:的|度|只有|只|仅|才)?(?P<name>[\u4e00-\u9fff]{0,10}?)(?P<verb>(?:总[额量数值])?(?:为|达到?|是|有|只有|仅|共|约|完成|实现)*)$"
)
YEARLY, NOW, PAST = pattern(LAST_YEAR), pattern("今年|今天|本|目前|现在"), pattern(f"{LAST_YEAR}|{LAST}")
NUMBERED = pattern("(?P<number>(?:19|20)[0-9]{2}|[0-9]{1,2})(?P<unit>年|月)")
OVER_YEAR, OVER_LAST = pattern("同比|上年|去年"), pattern("环比|上月|上季|上周|昨")
VERB = pattern("(?:总[额量数值])?(?:为|达到?|是|有|只有|仅|共|约|完成|实现)*$")
NAME = 2
"""So many characters a name has at least."""

Told = tuple[Figure, Figure, Figure, Act, Span]
"""What was, what is, the growth, which way it went, and the words that tell when."""


def told(passage: Passage) -> Iterator[Told]:
    """Every growth right behind two levels of one name."""
    figures = [one for one in passage.figures if one.quantity.unit_class is not UnitClass.NONE]  # 8月销量
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
        if _is_step(between, when):
            continue  # 比9月末减少6万，比去年同期减少26万: two steps and no levels
        later = _is_later(when["when"], _lead(passage, one), growth)
        if later is not None:
            base, current = (one, two) if later else (two, one)
            words = Span(one.quantity.span.end + when.start("when"), one.quantity.span.end + when.end("when"))
            yield base, current, grown, read.act, words


def _is_step(between: str, when: re.Match[str]) -> bool:
    """Whether the second number is by how much a level differs from that of another time, and no level."""
    compared = between[: when.start("when")].endswith(("比", "较"))
    return compared and cue(when["name"]).act in (Act.RISE, Act.FALL)


def _one_name(passage: Passage, figure: Figure, name: str) -> bool:
    """Whether a level is called by this name, the last words before it."""
    return len(name) >= NAME and VERB.sub("", _lead(passage, figure)).endswith(name)


def _lead(passage: Passage, figure: Figure) -> str:
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]


def _is_later(when: str, earlier: str, growth: str) -> bool | None:
    """Whether the second time is after the first; None where that is not told, or the growth is over another time.

    同比 is no growth over the month before.
    """
    number = NUMBERED.match(when)
    if number:
        return _follows(number, earlier, growth)
    now = NOW.match(when) is not None
    other = OVER_LAST if YEARLY.match(when) or (now and YEARLY.search(earlier)) else OVER_YEAR
    return now if (PAST.search(earlier) is not None) is now and not other.search(growth) else None


def _follows(number: re.Match[str], earlier: str, growth: str) -> bool | None:
    """The same of two years, or of two months of which one is right before the other and the growth says so."""
    told = [one for one in NUMBERED.finditer(earlier) if one["unit"] == number["unit"]]
    if not told:
        return None
    step = int(number["number"]) - int(told[-1]["number"])
    fits = OVER_LAST.search(growth) is None if number["unit"] == "年" else abs(step) == 1 and "环比" in growth
    return step > 0 if step and fits and (abs(step) == 1 or not OVER_YEAR.search(growth)) else None
