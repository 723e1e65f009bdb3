"""same: one indicator told again further on, with a value that lies apart.

Values that lie apart are two things as a rule. That they are one is told by several signs at once: the second points
back (这158件青铜器, 被约谈的46所学校), the headline or the lead confirms the first, both have a long name in common, a
slip of the pen leads from one to the other. It is for somebody to look at.
"""

import os
import sys
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.idle import is_idle
from checker.relations.naming import pairs, shared_end
from checker.relations.record import Relation
from checker.relations.repeated.mentions import OTHER_SCOPE, CHANGING, Mention, agree, comparable, relate
from checker.relations.repeated.headlines import summed
from checker.relations.repeated.names import core
from checker.quantities.model import UnitClass
from checker.relations.slips import NO_DIGIT, turned
from dataclasses import replace

FAR, KEPT = 12, 6
ENOUGH = int(os.environ.get("ENOUGH", "4"))
HANZI = pattern("[\u4e00-\u9fff]+")
MEASURE = pattern("(?:人口|人数|人员|数量|总数|总量)$")
MOVE = pattern(
    "(?:名义|实际|同比|环比|按年|[比较](?:上年|去年)(?:同期)?|增长|增加|上涨|上升|提高|下降|下滑|减少|回落|下跌|[增涨升降跌]|[了达到至为]|均|再|已)+$"
)
THESE = pattern("(?:[这该]|上述)$")
POINTED = pattern("[\u4e00-\u9fff]的$")
AMONG = pattern("^[\u4e00-\u9fff]{0,8}?(?:当中|[中里])(?:$|有|已|仅|只|就|还|超|近|约|大|绝|最|占|主)")
SPEAKER = pattern("[\u4e00-\u9fff“”]{0,30}(?:说|介绍|表示|告诉记者|称|透露|指出|算了一笔账|统计|了解|获悉|显示)[，：,:“”]+")
TIMES = frozenset(("上年","去年","上半年","下半年","季度", *(f"{n}月" for n in range(10))))
LABELS = frozenset("级届号代层岁分度路线期年组环")


def told_again(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every two values of one indicator that stand apart, the second of which several signs tie to the first."""
    seen: dict[object, list[Mention]] = {}
    title = [one for one in mentions if one.title]
    body = [one for one in mentions if not one.title and _counts(one)]
    for two in body:
        words = _beside(two)
        known = [one for word in words for one in seen.get((two.key, word), ())]
        for one in sorted(dict.fromkeys(known), key=lambda each: -each.quantity.span.start):
            points = _points(one, two, title, body)
            if points is not None and sum(points.values()) >= ENOUGH:
                if os.environ.get("DBG"):
                    print("RETOLD", points, one.sentence[:200], "|||", two.sentence[:200], file=sys.stderr)
                yield replace(relate((one, two), "level"), doubtful=True)
                break
        for word in words:
            kept = seen.setdefault((two.key, word), [])
            if len(kept) < KEPT:
                kept.append(two)


def _counts(one: Mention) -> bool:
    if one.lasts or one.quantity.hedges or is_idle(one.quantity) or one.quantity.unit.name in LABELS:
        return False
    if one.figure.is_rate:
        return len(_name(one)) >= 3 if one.cue.act in CHANGING else core(one.before).endswith("率")
    return one.figure.is_amount and one.cue.act in (Act.LEVEL, Act.SUM, Act.TO)


def _noun(one: Mention) -> str:
    if one.quantity.unit_class not in (UnitClass.COUNT, UnitClass.AREA, UnitClass.MASS):
        return ""
    after = HANZI.match(one.after.removeprefix("的"))
    return after[0] if after else ""


def _name(one: Mention) -> str:
    name = one.before
    if one.cue.act in (*CHANGING, Act.TO):
        name = MOVE.sub("", name)
    return MEASURE.sub("", core(name))


def _beside(one: Mention) -> list[str]:
    name, noun = _name(one), _noun(one)
    return sorted(pairs(name) | pairs(noun[:3]))


def _likeness(one: Mention, two: Mention) -> int:
    """How many characters name both."""
    left, right = _name(one), _name(two)
    ahead, behind = _noun(one), _noun(two)
    best = len(left) if sorted(left) == sorted(right) else 0
    best = max(best, shared_end(left, right))
    common = shared_end(ahead[::-1], behind[::-1])
    if common >= 2:
        best = max(best, common + _common(left, right))
    for name, noun, other in ((left, behind, right), (right, ahead, left)):
        for size in range(min(len(name), len(noun)), 1, -1):
            if name.endswith(noun[:size]):
                best = max(best, size + _common(name[:-size], other))
                break
    if POINTED.search(two.before) and len(right) >= 2 and right in left:
        best = max(best, len(right))
    return best


def _common(one: str, two: str) -> int:
    return min(len(one), len(two), 2 * len(pairs(one) & pairs(two)))


def _points(one: Mention, two: Mention, title: Sequence[Mention], body: Sequence[Mention]) -> dict[str, int] | None:
    if one.sentence is two.sentence or not 0 <= two.paragraph - one.paragraph <= FAR or agree(one, two):
        return None
    like = _likeness(one, two)
    if like < 2 or not comparable(one, two) or "其中" in one.ahead + two.ahead:
        return None
    if _scopes(one) - pairs_of(two.sentence, _scopes(one)) or _scopes(two) - pairs_of(one.sentence, _scopes(two)):
        return None
    if _crowded(one, two, like, body) or _crowded(two, one, like, body):
        return None
    where = title[0].sentence if title else ""
    definite = _definite(one, two)
    new = _new(two, where + "|" + one.sentence, near=definite)
    if len(new) > 1:
        return None
    points: dict[str, int] = {}
    points["name"] = 3 if like >= 6 else 2 if like >= 4 else 1 if like == 3 else 0
    if definite:
        points["definite"] = 2
    confirmed = [each for each in title if each.key[:2] == one.key[:2] and agree(each, one) and not agree(each, two)]
    if any(each.key[:2] == one.key[:2] and agree(each, two) for each in title):
        return None
    if any(pairs(each.words) & pairs(one.words) or _likeness(each, two) >= 2 for each in confirmed):
        points["title"] = 2
    if sum(each.quantity.value == one.quantity.value and _likeness(each, one) >= 2 for each in body) > 1:
        points["twice"] = 1
    if turned(one.quantity.numeral, two.quantity.numeral, 2):
        points["slip"] = 2
    elif _one_digit(one, two):
        points["slip"] = 1
    if "title" not in points and not (
        "slip" in points and like > 2 and (THESE.search(two.before) or "twice" in points)
    ):
        return None
    return points


def _scopes(one: Mention) -> set[str]:
    return {found[0] for found in OTHER_SCOPE.finditer(f'{one.before}|{one.after[:2]}')} - TIMES


def pairs_of(words: str, wanted: set[str]) -> set[str]:
    return {each for each in wanted if each in words}


def _new(one: Mention, known: str, near: bool = False) -> set[str]:
    if near:
        return pairs(_name(one)) - pairs(known)
    ahead = one.ahead
    for found in SPEAKER.finditer(one.ahead):
        ahead = one.ahead[found.end():]
    ahead = ahead.removesuffix(one.before) + "|" + _name(one)
    return pairs(ahead) - pairs(known)


def _one_digit(one: Mention, two: Mention) -> bool:
    left, right = one.quantity.numeral, two.quantity.numeral
    if len(left) != len(right) or len(NO_DIGIT.sub("", left)) < 2 or one.quantity.unit.name != two.quantity.unit.name:
        return False
    return sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _crowded(one: Mention, two: Mention, like: int, body: Sequence[Mention]) -> bool:
    """Whether its sentence tells another of its sort that is called as the other is."""
    return any(
        each is not one and each.passage is one.passage and each.key == one.key and _likeness(each, two) >= like
        for each in body
    )


def _definite(one: Mention, two: Mention) -> bool:
    if THESE.search(two.before):
        return bool(_noun(two)) 
    if AMONG.match(two.after):
        return len(_noun(two)) > 2 and pairs(_noun(two)[:2]) <= pairs(one.words)
    if POINTED.search(two.before) is None or len(_name(two)) < 2:
        return False
    return not _noun(two) or pairs(_noun(two)[:2]) <= pairs(one.words)


def headed(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The value of the opening that is called as the headline's is, where the body never says what that says."""
    if title.lasts or is_idle(title.quantity) or title.quantity.unit.name in LABELS:
        return None
    alike = [one for one in body if one.key == title.key]
    if any(_says(title, one) for one in alike) or summed(title, alike):
        return None
    first = min((one.paragraph for one in body), default=0)
    found = {one: points for one in alike if one.paragraph < first + 3 and (points := _called(title, one, body)) is not None}
    if not found:
        return None
    best = max(sum(points.values()) for points in found.values())
    chosen = [one for one, points in found.items() if sum(points.values()) == best]
    if any(not agree(chosen[0], one) for one in chosen[1:]) or best < ENOUGH:
        return None
    if os.environ.get("DBG"):
        print("HEADED", found[chosen[0]], title.sentence[:200], title.quantity.literal, "|||", chosen[0].quantity.literal, chosen[0].sentence[:200], file=sys.stderr)
    return chosen[0]


def _called(title: Mention, one: Mention, body: Sequence[Mention]) -> dict[str, int] | None:
    like = _likeness(title, one)
    shared = pairs(title.sentence) & pairs(one.sentence)
    if (like < 2 and not pairs(title.words) & pairs(one.words)) or "其中" in one.ahead or not _one_sort(title, one):
        return None
    if title.time.differs(one.time) or _scopes(one) - pairs_of(title.sentence, _scopes(one)) or is_idle(one.quantity):
        return None
    if _crowded(one, title, max(like, 2), body):
        return None
    points = {"name": 3 if like >= 6 else 2 if like >= 4 else 1 if like >= 2 else 0}
    if turned(title.quantity.numeral, one.quantity.numeral, 2):
        points["slip"] = 2
    elif _one_digit(title, one):
        points["slip"] = 1
    if sum(agree(each, one) and each.key == one.key for each in body) > 1:
        points["twice"] = 1
    if len(shared) >= like + 2:
        points["more"] = 1
    return points


def _one_sort(title: Mention, one: Mention) -> bool:
    return title.figure.is_rate == one.figure.is_rate and (not title.figure.is_rate or title.cue.act is one.cue.act)


def _says(title: Mention, one: Mention) -> bool:
    """Whether a figure of the body prints the headline's value, be it of something else; a far bound says nothing."""
    if title.quantity.numeral == one.quantity.numeral:
        return True
    left, right = sorted((title.size, one.size))
    return agree(title, one) and right <= 2 * left
