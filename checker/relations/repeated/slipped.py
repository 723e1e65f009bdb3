"""same: one number printed twice with two digits swapped, where nothing but its words says that it is one.

12.6万人次 here and 16.2万人次 there count the same thing by name. That they do nothing proves: it is for somebody to
look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.relations.naming import pairs
from checker.relations.record import Relation
from checker.relations.repeated import restated
from checker.relations.repeated.mentions import CHANGING, Mention, comparable, relate
from checker.relations.repeated.names import same, turned_round
from checker.relations.repeated.times import LONGEST
from checker.relations.repeated.turned_near import is_of_others
from checker.relations.repeated.wording import bare, is_level, nouns, one_name, runs_of
from checker.relations.slips import turned

AS_OF = pattern("截[至止]([^，。；、]{2,12})(?=[，,])")
FAR = 8
"""Paragraphs further apart than this speak of other times."""

MANY, SHORTEST, TELLING = 3, 2, 2
"""So many digits tell a number. Numbers of two digits are held for one where their words have so many pairs of
characters in common.
"""

CALLED = 4
"""How many characters of a name must be the same where a number has two digits; one less where it has more."""

LAST_YEAR = frozenset(("去年", "上年"))
BESIDE = 1
"""Numbers of three digits are held for one where their paragraphs are neighbours."""


def slipped(text: str, body: Sequence[Mention]) -> Iterator[Relation]:
    """12.6万人次 here and 16.2万人次 there, in two sentences that speak of one thing by name: two digits swapped.

    That they count the same nothing says; it is for somebody to look at.
    """
    groups: dict[object, list[Mention]] = {}
    for mention in body:
        if (
            mention.length >= SHORTEST
            and (is_level(mention) or _is_named_rate(mention))
            and not mention.quantity.hedges
        ):
            groups.setdefault((mention.key, "".join(sorted(mention.digits))), []).append(mention)
    for one, *others in groups.values():
        for two in others:
            if turned(one.quantity.digits, two.quantity.digits, SHORTEST) and _is_meant(text, one, two):
                yield replace(relate((one, two), "level"), doubtful=True)
                break


def _is_named_rate(one: Mention) -> bool:
    """Whether it is a rate by its name, and no change: 城市绿化覆盖率43.5%."""
    return one.figure.is_rate and one.cue.act not in CHANGING and bare(one.before).endswith("率")


def _one_thing(one: Mention, two: Mention) -> bool:
    """Whether two sentences share a name, their figures a word, and neither figure is of another scope."""
    if one.sentence is two.sentence or not 0 <= two.paragraph - one.paragraph <= FAR:
        return False
    if one.scope or two.scope:
        return False
    if not pairs(one.words) & pairs(two.words):
        return False
    shared = set(runs_of(one.sentence)) & set(runs_of(two.sentence))
    return any(run not in one.words or run not in two.words for run in shared)


def _is_meant(text: str, one: Mention, two: Mention) -> bool:
    """Whether the words let both be one number; the fewer digits it has, the more of them must agree."""
    start = two.quantity.span.start
    between = text[max(one.quantity.span.end, start - LONGEST) : start]
    if (one.sentence is two.sentence and not restated.SOURCE.search(between)) or not comparable(one, two):
        return False
    if is_of_others(one, two) or _is_of_another_day(text, one, two):
        return False
    if _is_called_alike(one, two):
        return True
    if min(len(one.digits), len(two.digits)) >= MANY:
        return _one_thing(one, two) or _one_noun(one, two)
    alike = one.paragraph == two.paragraph and one.scope == two.scope
    return alike and _counts_alike(one, two) and len(pairs(one.words) & pairs(two.words)) >= TELLING


def _is_of_another_day(text: str, one: Mention, two: Mention) -> bool:
    """Whether the paragraphs of both say as of when they tell, and of different days: 截至9月23日, 截至10月25日."""
    days = [_day(text, each.quantity.span.start) for each in (one, two)]
    return all(days) and days[0] != days[1]


def _day(text: str, at: int) -> str:
    first = max(0, at - LONGEST)
    start = max(text.rfind("\n", first, at) + 1, first)
    told = AS_OF.findall(text, start, at)
    return told[-1] if told else ""


def _is_called_alike(one: Mention, two: Mention) -> bool:
    """Whether the words before both are of the same characters: 图书馆藏书 and 图书馆现有藏书."""
    if one.sentence is two.sentence or not 0 <= two.paragraph - one.paragraph <= FAR or one.scope != two.scope:
        return False
    least = CALLED if min(len(one.digits), len(two.digits)) < MANY else CALLED - 1
    return same(one.called, two.called, least) or turned_round(one.called, two.called)


def _one_noun(one: Mention, two: Mention) -> bool:
    """Whether so long a number counts what the other does: 4215名考生报名 and 4251名考生已核对信息."""
    apart = two.paragraph - one.paragraph
    if not 0 <= apart <= FAR or not _of_one_scope(one, two):
        return False
    if _is_named_behind(one, two) or _is_named_behind(two, one):
        return True
    return _counts_alike(one, two) and (len(one.digits) > MANY or apart <= BESIDE)


def _of_one_scope(one: Mention, two: Mention) -> bool:
    """Whether both are of one scope; 去年 beside the one may have opened the sentence of the other."""
    if one.scope == two.scope:
        return True
    dated = {one.scope, two.scope} - {""} <= LAST_YEAR
    return dated and one.time.year == two.time.year != ""


def _is_named_behind(one: Mention, two: Mention) -> bool:
    """Whether the whole name before the one stands behind the other: 判赔金额1.27亿元, 1.72亿元的判赔金额里."""
    name = bare(one.before)
    return len(name) >= CALLED and two.after.removeprefix("的").startswith(name)


def _counts_alike(one: Mention, two: Mention) -> bool:
    """Whether both count what is called alike: 考生4215名 and 4251名考生, but not 风电装机 and 光电装机."""
    if one.before[-2:] == two.before[-2:] and not (one.after[:2] and one.after[:2] == two.after[:2]):
        return one_name(one, two)
    if min(len(one.digits), len(two.digits)) > MANY and pairs(one.words) & pairs(two.words):
        return True
    return bool(nouns(one) & nouns(two))
