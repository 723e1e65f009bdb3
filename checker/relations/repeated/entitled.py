"""same: a headline's value that the body never has, where its opening has another one of that name.

The values may lie apart: what makes them one is a name in common, that the body knows no other value, or keeps to it,
and that a slip of the pen leads from one to the other. It is for somebody to look at.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.model import Hedge
from checker.relations.naming import pairs
from checker.relations.repeated.added_up import summed
from checker.relations.repeated.headlines import is_of_rest, meant
from checker.relations.repeated.likeness import (
    SHORTEST,
    Named,
    likeness,
    near,
    one_base,
    one_digit,
    scaled,
    slip,
    untold,
)
from checker.relations.repeated.mentions import CHANGING, Mention, agree
from checker.relations.repeated.retold import ENOUGH, FAR, PART, REGION, SIZES
from checker.relations.repeated.times import Time
from checker.relations.slips import turned
from checker.widths import plain

OPENING, MANY = 3, 64
"""How many paragraphs of the body take its headline up, and how many figures of one measure are looked at."""

ABOVE = frozenset((Hedge.OVER, Hedge.JUST_OVER, Hedge.AT_LEAST))
NEW, PLANNED = frozenset(("新增",)), frozenset(("计划", "预计"))
"""What a headline leaves out."""

BETTER = 3
"""By so many characters more must a value be called as the headline's is than the one that agrees with it."""

SAME = 4
"""So many characters behind both numbers say that the plan is the headline's: 投资1.37亿元实施水利项目."""

SCALED = pattern(r"([0-9]+(?:\.[0-9]+)?)[百千万亿]*")
SAYS = 5, 4
"""How many times a bound may be what it is said of."""

BESIDE = 2
"""So many pairs of characters beside both are a name, wherever they stand."""

DIGITS, SURE = 3, 2
"""One wrong digit of so many is hardly chance, and so sure a sign; of more, even surer."""


def apart(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The value that is called as the headline's is, where the body never says what that says."""
    head = Named(title)
    alike = [one for one in body if one.key[:2] == title.key[:2]]
    if alike and _is_streak(title):
        return _other_streak(title, alike)
    if not alike or not head.is_indicator:
        return None
    said = [one for one in alike if _says(title, one)]
    if any(not one.figure.bracket or likeness(head, Named(one)) >= SHORTEST for one in said):
        return _better_named(head, alike[:MANY], said)
    last = min(one.paragraph for one in body) + OPENING
    sole = len({one.size.as_integer_ratio() for one in alike}) == 1
    close = [one for one in alike[:MANY] if not is_of_rest(title, one)]
    signs: dict[Mention, int] = {}
    for one in close:
        named = Named(one)
        like = likeness(head, named)
        if like >= SIZES[-1] if said else sole or one.paragraph < (FAR if like >= SIZES[-1] else last):
            signs[one] = _signs(head, named, close, like, sole=sole)
    best = max(signs.values(), default=0)
    if best < ENOUGH:
        return None
    first, *others = [one for one in close if signs.get(one) == best]
    agreed = all(agree(first, one) for one in others)
    together = [one for one in close if one.passage is first.passage]
    adds = summed(title, _beside(first, close)) or summed(title, together)  # 市区25人、山前县1人 are 26人
    return first if agreed and not adds else None


def _better_named(head: Named, alike: Sequence[Mention], said: Sequence[Mention]) -> Mention | None:
    """The one value of the opening that bears the headline's name, where all that agree with it are of other things."""
    if head.mention.quantity.hedges or not all(Named(one).name for one in said):
        return None  # 五年前，覆盖率为53.4%，如今达到63.4%
    least = max(SIZES[1], BETTER + max(likeness(head, Named(one)) for one in said))
    last = min(one.paragraph for one in alike) + OPENING
    found = [
        one
        for one in alike
        if one not in said
        and one.paragraph < last
        and (slipped := _slip(head.mention, one))
        and (like := likeness(head, named := Named(one))) >= least
        and (slipped >= SURE or like >= SIZES[-1])
        and _signs(head, named, alike, like, sole=False) > ENOUGH
    ]
    return found[0] if len({one.size.as_integer_ratio() for one in found}) == 1 else None


def _is_streak(one: Mention) -> bool:
    """Whether it counts times in a row (九连胜, 三连板): the unit itself is the name of the indicator."""
    return one.quantity.unit.name.startswith("连") and len(one.quantity.unit.name) > 1


def _other_streak(title: Mention, alike: Sequence[Mention]) -> Mention | None:
    """The only other streak of the kind that the body tells, of this time."""
    told = {one.size.as_integer_ratio() for one in alike}
    plain = not any(one.scope or one.quantity.hedges or agree(title, one) for one in alike)
    return alike[0] if len(told) == 1 and plain else None


def _beside(chosen: Mention, alike: Sequence[Mention]) -> list[Mention]:
    """What the headline may add up: not the value that bears its name, nor what repeats that."""
    return [one for one in alike if one.size != chosen.size]


def _signs(head: Named, named: Named, alike: Sequence[Mention], like: int, *, sole: bool) -> int:
    """How many signs there are that the headline means this value; none where it cannot."""
    title, one = head.mention, named.mention
    slipped = 2 if like >= SHORTEST and scaled(title, one) else _slip(title, one)
    others = [each for each in alike if each.passage is one.passage and (slipped < SURE or _slip(title, each))]
    if not _may_be(head, named, like) or _is_crowded(head, named, others, like):
        return 0
    beside, shared = head.pairs & named.pairs, pairs(title.sentence) & pairs(one.sentence)
    known = 3 if like >= SIZES[2] else 2 if like >= SIZES[1] else int(like >= SHORTEST or len(beside) >= BESIDE)
    if not (
        slipped or near(title, one) or (known > 1 and (sole or len(title.digits) == 1) and not _is_wider(title, one))
    ):
        return 0
    if not known and not (slipped and (beside or shared) and (sole or slipped >= SURE)):
        return 0
    twice = sum(each.key == one.key and agree(each, one) for each in alike) > 1
    timed = title.time.span != "" and title.time.span == one.time.span
    return known + slipped + twice + (len(shared) >= like + 2) + sole + timed


def _is_wider(title: Mention, one: Mention) -> bool:
    """Whether it is of a region that the headline does not speak of: 全国共33家 below 省内3家."""
    return any(found[1] not in title.sentence for found in REGION.finditer(one.ahead))


def _slip(title: Mention, one: Mention) -> int:
    """How much a slip of the pen explains the difference: the more digits agree, the less it is chance."""
    left, right = _on_one_scale(title, one)
    slipped = slip(title, one) or SURE * turned(left, right, SURE) or one_digit(left, right)
    return max(1, len(title.digits) - DIGITS + SURE) if slipped == 1 else int(slipped)


def _on_one_scale(title: Mention, one: Mention) -> tuple[str, str]:
    """The digits of the headline's number, and of the body's rounded as that is: 331亿元 beside 131.2466亿元."""
    found = SCALED.fullmatch(plain(title.quantity.numeral))
    if not found or not title.size:
        return "", ""
    step = Fraction(title.size, Fraction(found[1].replace(".", "")))
    told = one.size / step
    return found[1].replace(".", ""), str(told // 1 if title.quantity.hedges else round(told))


def _may_be(head: Named, named: Named, like: int) -> bool:
    """Whether both tell a level, or both a change, of one scope and time, and contradict each other."""
    title, one = head.mention, named.mention
    if PART in one.ahead or not named.is_indicator or (title.key != one.key and like < SIZES[1]):
        return False
    moves, moved = title.cue.act in CHANGING, one.cue.act in CHANGING
    if moves != moved or (moves and title.cue.act is not one.cue.act) or not one_base(title, one):
        return False
    if agree(title, one) and meant(title.quantity, one):
        return False
    left = untold(named.scopes, title.sentence)
    if turned(title.quantity.digits, one.quantity.digits):
        left -= NEW
    if _slip(title, one) >= SURE and title.after[:SAME] == one.after[:SAME] and len(title.after) >= SAME:
        left -= PLANNED
    return not left and not _time(title, one).differs(one.time)


def _time(title: Mention, one: Mention) -> Time:
    """The headline's time; its 去年 may be the year that the body calls by its number."""
    relative = title.time.year[:1].isdigit() != one.time.year[:1].isdigit()
    return replace(title.time, year=one.time.year) if title.time.year and one.time.year and relative else title.time


def _is_crowded(head: Named, named: Named, sentence: Sequence[Mention], like: int) -> bool:
    """Whether its sentence tells another of its sort that is called as the headline's is."""
    one, least = named.mention, max(like, SHORTEST)
    return any(each is not one and each.key == one.key and likeness(Named(each), head) >= least for each in sentence)


def _says(title: Mention, one: Mention) -> bool:
    """Whether a figure of the body bears out the headline's, be it of something else; a far bound bears out nothing."""
    if title.quantity.numeral == one.quantity.numeral:
        return True
    left, right = sorted((title.size, one.size))
    hedges = title.quantity.hedges
    if Hedge.MORE in hedges and title.digits[:1] == one.digits[:1] and right < 2 * left:
        return True
    most, least = SAYS
    if hedges == one.quantity.hedges and not ABOVE.isdisjoint(hedges):
        return title.size <= one.size and least * right <= most * left
    return agree(title, one) and least * right <= most * left
