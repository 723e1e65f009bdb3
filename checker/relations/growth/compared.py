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
LAST = "上一?(?:个)?(?:季度?|月|周|旬|学期|届|赛季)|昨[天日]|前一[天日周月]|[年季月]初|上年末|去年底|期初"
WHEN = pattern(
    f"^[，,；;、]?(?:而|但|同|比|较)*(?P<when>(?:{LAST_YEAR}|{LAST})(?:的?同期|同月|前[0-9一二三四五六七八九十]{{1,2}}个?月|末|底)?|今年|今天|本[年月季周届]度?|目前|现在|[期年季月]末"
    "|(?:19|20)[0-9]{2}年|[0-9]{1,2}月份?|[0-9]{1,2}日|第[二三四五六]个?[年月季周天场轮]|次[年月季周日轮])"
    "(?:的|度|只有|只|仅|才)?(?P<name>[\u4e00-\u9fff]{0,10}?)(?P<verb>(?:总[额量数值])?(?:为|达到?|是|有|只有|仅|共|约|完成|实现)*)$"
)
YEARLY, NOW, PAST = pattern(LAST_YEAR), pattern("今年|今天|本|目前|现在|[期年季月]末"), pattern(f"{LAST_YEAR}|{LAST}")
NUMBERED = pattern("(?P<number>(?:19|20)[0-9]{2}|[0-9]{1,2})(?P<unit>年|月|日)")
ORDERED = pattern("(?:第(?P<place>[一二三四五六])|(?P<first>首|头一?)|(?P<next>次))个?(?P<unit>[年月季周天日场轮])")
"""首年42万张，第二年51.6万张; 首日5000万元，次日4000万元."""
PLACES, WHOLE_YEARS = "一二三四五六", "年"
MONTH = pattern("(?:今年|当年|[0-9]{4}年)?[0-9]{1,2}月份?[，,]")
OTHER_BASE = pattern("同比|[上去前][年月周季]|[年月]初|结算|均价|平均")
"""5日…，6日…，较上周上涨: over no day before."""

OVER_YEAR, OVER_LAST = pattern("同比|上年|去年"), pattern("环比|上月|上季|上周|昨")
VERB = pattern("(?:总[额量数值])?(?:为|达到?|是|有|只有|仅|共|约|完成|实现)*$")
SAID = pattern("[为是]$|达到?$")
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
        if not (grown.is_rate or alike(grown.quantity, two.quantity)) or not _one_name(
            passage, one, when["name"], when["when"] + when["verb"]
        ):
            continue
        if _is_step(between, when):
            continue  # 比9月末减少6万，比去年同期减少26万: two steps and no levels
        later = _is_later(when["when"], _lead(passage, one), growth)
        if later is None and not when["name"]:
            later = _is_later(when["when"], _ahead(passage, one), growth)
        if later is not None:
            base, current = (one, two) if later else (two, one)
            words = Span(one.quantity.span.end + when.start("when"), one.quantity.span.end + when.end("when"))
            yield base, current, grown, read.act, words


def _is_step(between: str, when: re.Match[str]) -> bool:
    """Whether the second number is by how much a level differs from that of another time, and no level."""
    compared = between[: when.start("when")].endswith(("比", "较"))
    return compared and cue(when["name"]).act in (Act.RISE, Act.FALL)


def _one_name(passage: Passage, figure: Figure, name: str, when: str) -> bool:
    """Whether a level is called by this name, the last words before it; 9月为1.2万辆 has that of the level before."""
    if not name:
        return SAID.search(when) is not None and NUMBERED.match(when) is not None
    return len(name) >= NAME and VERB.sub("", _lead(passage, figure)).endswith(name)


def _lead(passage: Passage, figure: Figure) -> str:
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]


def _ahead(passage: Passage, figure: Figure) -> str:
    """The same with the clause before, if that tells but a month: 10月，|全市交易量为1.32万辆."""
    start = passage.clauses[figure.clause - 1].start if figure.clause else passage.span.end
    month = MONTH.match(passage.text, start, figure.quantity.span.start)
    return f"{month[0]}{_lead(passage, figure)}" if month else _lead(passage, figure)


def _is_later(when: str, earlier: str, growth: str) -> bool | None:
    """Whether the second time is after the first; None where that is not told, or the growth is over another time.

    同比 is no growth over the month before.
    """
    number = NUMBERED.match(when)
    if number:
        return _follows(number, earlier, growth)
    ordered = ORDERED.match(when)
    if ordered:
        return _is_next(ordered, earlier, growth)
    now = NOW.match(when) is not None
    other = OVER_LAST if YEARLY.match(when) or (now and YEARLY.search(earlier)) else OVER_YEAR
    return now if (PAST.search(earlier) is not None) is now and not other.search(growth) else None


def _is_next(ordered: re.Match[str], earlier: str, growth: str) -> bool | None:
    """Whether the time before it in order is told of the first level, and the growth says no other."""
    told = [one for one in ORDERED.finditer(earlier) if one["unit"] == ordered["unit"]]
    if not told or OVER_YEAR.search(growth) or (OVER_LAST.search(growth) and ordered["unit"] in WHOLE_YEARS):
        return None
    return True if _place(ordered) - _place(told[-1]) == 1 else None


def _place(told: re.Match[str]) -> int:
    return 0 if told["first"] else 1 if told["next"] else PLACES.index(told["place"])


def _follows(number: re.Match[str], earlier: str, growth: str) -> bool | None:
    """The same of two years, or of two months of which one is right before the other and the growth says so."""
    told = [one for one in NUMBERED.finditer(earlier) if one["unit"] == number["unit"]]
    if not told:
        return None
    step = int(number["number"]) - int(told[-1]["number"])
    if number["unit"] == "日":
        fits = abs(step) == 1 and not OTHER_BASE.search(growth)
    else:
        fits = OVER_LAST.search(growth) is None if number["unit"] == "年" else abs(step) == 1 and "环比" in growth
    return step > 0 if step and fits and (abs(step) == 1 or not OVER_YEAR.search(growth)) else None
