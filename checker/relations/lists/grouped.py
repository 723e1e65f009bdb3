"""The values that follow a word like 分别: one group, read to its end.

They are amounts, or, where a word like 于 or 位居 says so, days, times of day, places in an order or scores.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from checker.patterns import one_of, pattern
from checker.quantities.model import Code, Date, Ordinal, Proportion, Quantity, Range, Token, UnitClass
from checker.relations.cues import WORDS, Act
from checker.relations.lists.enumeration import ASIDE, Stretch
from checker.relations.passage import Passage
from checker.spans import Span

LINK = r"(?:了|至|到|为|约|近|达到?|超过?|有|仅|各|又|再)*"
VERBS = one_of(word for act in (Act.RISE, Act.FALL, Act.TO) for word in WORDS[act].split())
BETWEEN = pattern(rf"[\s░]*(?P<mark>、|和|与|及|以及|[/／]|，|,|或|而)[\s░]*(?:同比|环比)?(?:{VERBS})?{LINK}\s*[+＋]?")
NOUN = pattern(r"[\u4e00-\u9fff]{1,4}(?=、|和|与|及)")
LEAD_IN = pattern(r"[^，,；;。！？]{0,40}")
MOMENT = pattern(
    r"[\u4e00-\u9fff]{0,4}(?<![早晚先后高低多少快慢大小等])[于在]|为|是|[自从以]|[\u4e00-\u9fff]{0,2}[居列排位获]|(?:位[居列]|排[在名]|名列|居)[\u4e00-\u9fff]{0,4}"
)
"""What may stand between 分别 and a day, a time, a place in an order or a score: 分别于, 分别位居全省."""

POINT_COUNT, POINTS = "个", UnitClass.POINTS
"""2.1个、1.4个百分点: the first of them leave what they count to the last."""

Worth = Quantity | Range | Date | Ordinal | Proportion | Code


@dataclass(frozen=True, slots=True)
class Values:
    """The values after 分别, where they end, and whether nothing but 、 and a last 和 stands between them.

    ``noun`` is what is counted, where each value says so: 12个班、11个班.
    """

    tokens: tuple[Worth, ...]
    lead: str
    plain: bool
    noun: str = ""

    @property
    def span(self) -> Span:
        """From the first value to the last."""
        return self.tokens[0].span.join(self.tokens[-1].span)


def after(passage: Passage, tail: Stretch) -> Values | None:
    """The group of two values and more that follows a word in its own clause."""
    at = bisect_left(passage.tokens, tail.start, key=lambda one: one.span.start)
    end = tail.start + len(tail.words)
    group: list[Worth] = []
    marks: list[str] = []
    lead = noun = ""
    for index in range(at, len(passage.tokens)):
        token = passage.tokens[index]
        if token.span.end > end:
            break
        worth = None if tail.words[token.span.start - tail.start] == ASIDE else _worth(token, tail, group)
        if worth is None:
            continue
        if not group:
            lead = tail.words[: token.span.start - tail.start]
            if not LEAD_IN.fullmatch(lead):
                return None
        else:
            between = tail.words[group[-1].span.end - tail.start : token.span.start - tail.start]
            noun = _noun(between, tail.words[token.span.end - tail.start :]) if len(group) == 1 else noun
            found = BETWEEN.fullmatch(between.removeprefix(noun))
            if not found or (marks and (found["mark"] in "，,") is not (marks[-1] in "，,")):
                break
            marks.append(found["mark"])
        group.append(worth)
    if len(group) < 2 or (marks and marks[0] in "，," and len(group) < 3):
        return None
    plain = all(mark in "、/／" for mark in marks[:-1]) and _one_sort(group)
    return Values(tuple(group), lead, plain, noun)


def _noun(between: str, behind: str) -> str:
    """The noun that stands behind one value and, the same, behind the next."""
    found = NOUN.match(between)
    return found[0] if found and behind.startswith(found[0]) else ""


def _worth(token: Token, tail: Stretch, group: Sequence[Worth]) -> Worth | None:
    """The token if it can be the next value: an amount, or what stands in time or order where the words say so."""
    if isinstance(token, Quantity | Range):
        return token if not group or isinstance(group[0], Quantity | Range) else None
    if not isinstance(token, Date | Ordinal | Proportion | Code) or (isinstance(token, Code) and token.kind != "clock"):
        return None
    if isinstance(token, Date) and (token.relative or tail.words.startswith("的", token.span.end - tail.start)):
        return None  # 从2012年的7.9亿人: whose values follow
    if group:
        return token if type(token) is type(group[0]) else None
    return token if MOMENT.fullmatch(tail.words, 0, token.span.start - tail.start) else None


def _one_sort(group: Sequence[Worth]) -> bool:
    """Whether all measure one thing: amounts in one class of units, or 每公斤8元、6元, where the first says of what."""
    amounts = [one.low if isinstance(one, Range) else one for one in group if isinstance(one, Quantity | Range)]
    rated = [one.unit.name.partition("/")[0] for one in amounts]
    if len(set(rated)) == 1 and rated[0] and amounts[0].unit.name.startswith(f"{rated[0]}/"):
        return True
    classes = {
        one.unit_class for one in amounts if one.unit.name != POINT_COUNT or amounts[-1].unit_class is not POINTS
    }
    return len(classes - {UnitClass.NONE}) <= 1
