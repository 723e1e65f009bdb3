"""The values that follow a word like 分别: one group, read to its end."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from checker.patterns import one_of, pattern
from checker.quantities.model import Quantity, Range, UnitClass
from checker.relations.cues import WORDS, Act
from checker.relations.lists.enumeration import ASIDE, Stretch
from checker.relations.passage import Passage
from checker.spans import Span

LINK = r"(?:了|至|到|为|约|近|达到?|超过?|有|仅|各|又|再)*"
VERBS = one_of(word for act in (Act.RISE, Act.FALL, Act.TO) for word in WORDS[act].split())
BETWEEN = pattern(rf"[\s░]*(?P<mark>、|和|与|及|以及|[/／]|，|,|或|而)[\s░]*(?:同比|环比)?(?:{VERBS})?{LINK}\s*")
LEAD_IN = pattern(r"[^，,；;。！？]{0,40}")


@dataclass(frozen=True, slots=True)
class Values:
    """The values after 分别, where they end, and whether nothing but 、 and a last 和 stands between them."""

    tokens: tuple[Quantity | Range, ...]
    lead: str
    plain: bool

    @property
    def span(self) -> Span:
        """From the first value to the last."""
        return self.tokens[0].span.join(self.tokens[-1].span)


def after(passage: Passage, tail: Stretch) -> Values | None:
    """The group of two values and more that follows a word in its own clause."""
    at = bisect_left(passage.tokens, tail.start, key=lambda one: one.span.start)
    end = tail.start + len(tail.words)
    group: list[Quantity | Range] = []
    marks: list[str] = []
    lead = ""
    for index in range(at, len(passage.tokens)):
        token = passage.tokens[index]
        if token.span.end > end:
            break
        if tail.words[token.span.start - tail.start] == ASIDE or not isinstance(token, Quantity | Range):
            continue
        if not group:
            lead = tail.words[: token.span.start - tail.start]
            if not LEAD_IN.fullmatch(lead):
                return None
        else:
            between = tail.words[group[-1].span.end - tail.start : token.span.start - tail.start]
            found = BETWEEN.fullmatch(between)
            if not found or (marks and (found["mark"] in "，,") is not (marks[-1] in "，,")):
                break
            marks.append(found["mark"])
        group.append(token)
    if len(group) < 2 or (marks and marks[0] in "，," and len(group) < 3):
        return None
    plain = all(mark in "、/／" for mark in marks[:-1]) and _one_sort(group)
    return Values(tuple(group), lead, plain)


def _one_sort(group: Sequence[Quantity | Range]) -> bool:
    sorts = {(one.low if isinstance(one, Range) else one).unit_class for one in group}
    return len(sorts - {UnitClass.NONE}) <= 1
