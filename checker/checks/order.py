"""order: what is told to have happened before it could: 通车 before 开工, a thing done before it was done first."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern

if TYPE_CHECKING:
    from checker.extraction.events import Event

NAMED = 3
"""Two events of different sentences belong together where they share a name of so many characters."""
MOST = 24
"""How many events before one it is compared with."""
ONCE = frozenset({"出生", "退休", "离休", "入伍", "参军", "入党", "参加工作", "去世", "逝世", "病逝", "离世", "辞世"})
"""What happens to somebody once."""

LASTING = frozenset({"退休", "离休"})
"""What somebody is from then on: 退休在家."""

OTHER_ONE = pattern("最[大小长幼高老年]|另一[个位名人]|弟弟|妹妹|长子|次子|老[二三]")
HONOURS = frozenset(
    [
        "获评",
        "被评为",
        "被授予",
        "被认定为",
        "被命名为",
        "荣获",
        "获奖",
        "入选",
        "更名",
        "晋级",
        "考入",
        "考上",
        "担任",
        "当选",
    ]
)
"""Verbs whose object tells nothing of what the event is of."""
GENERIC = pattern(
    "(?:公司|学校|医院|大桥|工厂|企业|集团|景区|园区|全[国省市县区]|我[国省市县区]|本[省市县区]|中心|基地|合作社)$"
)


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every event that stands before one that must come first."""
    if not article.moments:
        return
    seen: list[Event] = []
    for event in article.events:
        other = next((one for one in reversed(seen[-MOST:]) if _same_thing(one, event) and _reversed(one, event)), None)
        if other:
            yield _hit(article, other, event)
        again = next((one for one in reversed(seen[-MOST:]) if _twice(one, event)), None)
        if again and not other and not _of_several(article.text, again, event):
            yield replace(_hit(article, again, event), variant="twice", doubtful=True)
        seen.append(event)
    yield from _firsts(article)


def _same_thing(one: "Event", two: "Event") -> bool:
    """Whether two events are told of one thing: the second leaves its subject out, or both name it."""
    if (one.object and two.object and one.object != two.object) or _of_another(one, two):
        return False
    if two.carried and one.block == two.block:
        return one.subject == two.subject
    if not one.subject or one.subject != two.subject:
        return False
    return one.block == two.block or (len(one.subject) >= NAMED and not GENERIC.fullmatch(one.subject))


def _twice(one: "Event", two: "Event") -> bool:
    """Whether what happens once in a life is dated twice. Who retired in 1998 may be 退休在家 in 2001, not in 1996."""
    if one.verb != two.verb or one.verb not in ONCE or one.planned or two.planned:
        return False
    same = two.carried and one.block == two.block and one.subject == two.subject
    named = one.subject == two.subject and len(one.subject) >= NAMED and not GENERIC.fullmatch(one.subject)
    return (same or named) and (_after(one, two) or (two.verb not in LASTING and _after(two, one)))


def _of_several(text: str, one: "Event", two: "Event") -> bool:
    """Whether the second is told of another of several: 最小的出生于2013年，最大的出生于1947年."""
    spans = sorted((one.moment.date.span, two.moment.date.span), key=lambda each: each.start)
    return OTHER_ONE.search(text, spans[0].end, spans[1].start) is not None


def _of_another(one: "Event", two: "Event") -> bool:
    """Whether the words behind the second verb name another thing: 建成老厂房, 入职新公司, but not 退伍回乡."""
    return bool(two.object) and two.verb not in HONOURS and not (two.personal and _last(one, two))


def _last(one: "Event", two: "Event") -> bool:
    from checker.extraction.events import ranks

    return all(first < second for first, second, _ in ranks(one, two))


def _reversed(one: "Event", two: "Event") -> bool:
    """Whether their dates stand the other way round than their stages, as finely as both are told."""
    from checker.extraction.events import ranks

    for first, second, anew in ranks(one, two):
        if first != second:
            goes_on = anew and two.moment.order > one.moment.order
            earlier, later = (one, two) if first < second else (two, one)
            return not goes_on and _after(earlier, later)
    return False


def _after(one: "Event", two: "Event") -> bool:
    """Whether the one is dated after the other for sure."""
    for mine, its in zip(one.moment.order, two.moment.order, strict=True):
        if not mine or not its:
            return False
        if mine != its:
            return mine > its
    return False


def _hit(article: Article, one: "Event", two: "Event") -> Hit:
    text = article.text
    first, second = (f"{event.moment.date.span.of(text)}{event.verb}" for event in (one, two))
    told = one.moment.told and two.moment.told
    back = two.moment.order < one.moment.order
    near = back and one.moment.sentence == two.moment.sentence and two.carried and not (one.planned or two.planned)
    data = {"found": second, "other": first}
    return Hit(
        two.moment.date.span,
        data,
        (Related(one.moment.date.span, "other"),),
        variant="stage",
        doubtful=not (told and near),
    )


def _firsts(article: Article) -> Iterator[Hit]:
    for one in article.firsts:
        data = {"found": one.earlier.of(article.text), "other": one.words}
        related = (Related(one.first, "first"), Related(one.deed, "deed"))
        yield Hit(one.earlier, data, related, variant="first", doubtful=True)


KIND = Kind(
    check,
    frozenset({"found", "other"}),
    variants=frozenset({"stage", "first", "twice"}),
    notes=frozenset({"other", "first", "deed"}),
)
