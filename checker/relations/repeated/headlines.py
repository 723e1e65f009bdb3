"""same: what a headline says against the body.

A headline speaks of what the body counts where their words say so. A value that the body has anywhere in that unit is
never contradicted by another one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import takewhile

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import Act
from checker.relations.naming import pairs
from checker.relations.record import Relation
from checker.relations.repeated.added_up import TWICE_BOUND, come_to, joined, summed
from checker.relations.repeated.likeness import Named, likeness
from checker.relations.repeated.mentions import (
    BOUNDS,
    CHANGING,
    Mention,
    agree,
    clustered,
    is_near,
    relate,
)
from checker.relations.slips import turned

__all__ = ["against", "is_spelt_out", "lasting", "meant", "measured"]

ALIKE = 2
"""How much a headline and a sentence must have in common, if the numbers are a slip or a bound apart."""

WIDE = Fraction(3, 2)
"""How many times a bound in the headline the number may be that it is said of."""

NAME = 3
"""So many pairs of neighbouring characters, and two in three, of a headline's name tell that the body's is the same."""

TOLD = 4
"""So many characters before a headline's rate tell what it moves."""

CLOSE = Fraction(1, 20)
"""So near a bound lies the number that it is said of."""

BY_NOW = pattern("^(?:截[至止]|[到至]|目前|眼下|如今|今|[昨今][天日]|[0-9年月日时底晚]|全[省市县区州旗镇乡村])+")
"""截至10月15日, 全市: what may stand before 已收."""

MOVED = pattern("(?:突破|首破|[超达破逾过]|迈[上过]|跨[越上]|站上|跃上|冲上|首次|同比|增长|增至|达到|将|近|再|已)+$")
PAST = pattern("[比较][上去前]年|同期|当时|此前|以前|原来|原先|前次|上次")
HOW_MUCH = pattern("[增降减涨跌升]幅|增速")
SHARED = pattern("占比|比重|比例|份额|占")
YEARS = 5
"""A shorter time than this is told of many things."""
NOUN, LEAD = 6, 3
"""How many characters name a headline's number, before it or behind it; which paragraphs of the body take it up."""

SHOWN = 6
"""How many figures one relation shows."""

PERSON, JOINED = "人", ("和", "与", "及")
"""司机和|3人受伤: so many besides one who is told of by name."""

REST = pattern("(?:其余|其他|其它|另外?|剩[余下]|余下|还有|其中|分别)的?[^，。；]{0,2}$")
"""7名被告人 above, 其余6名 below: what is told of those that are left is no number of all."""

SHARE_OF = pattern("(?P<name>[一-鿿]{4,12}?)(?:的?占比|占|的?比[重例])")


def against(title: Mention, body: Sequence[Mention]) -> Iterator[Relation]:
    """The headline's figure against the body: those that agree, else the one that contradicts."""
    words, beside = pairs(title.sentence), {title.after[:2], title.before[-2:]} - {""}
    first = min((one.paragraph for one in body), default=0)
    rivals = [
        (
            len(words & pairs(one.sentence))
            + 2 * any(word in one.words for word in beside)
            + (one.paragraph == first and bool(words & pairs(one.sentence))),
            one,
        )
        for one in body
        if _of_one_key(title, one)
        and (is_near(title.quantity, one.quantity) or agree(title, one) or _turned(title, one))
    ]
    rivals = sorted((pair for pair in rivals if pair[0]), key=lambda pair: -pair[0])
    called = [one for one in body if title.figure.is_amount and one.key == title.key and _is_named(title, one)]
    agreeing = [one for _, one in rivals if agree(title, one) and meant(title.quantity, one)]
    others = [one for _, one in rivals]
    named = _named_apart(title, agreeing, others) or _moved_apart(title, agreeing, others)
    if named:
        yield replace(relate((title, named), "headline"), doubtful=True)
        return
    beside = {one.sentence for one in called}
    done = _done(title, body)
    if done:
        relation = relate((title, done), "headline")
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)
        return
    if agreeing and (
        not called or any(agree(title, one) for one in called) or any(one.sentence in beside for one in agreeing)
    ):
        same = [one for one in body if one.quantity.literal == title.quantity.literal and _may_be_of(title, one)]
        for told in clustered(same) if len(same) > 1 else [same or agreeing[:1]]:
            yield relate((title, *told[: SHOWN - 1]), "headline")
        return
    bound = not BOUNDS.isdisjoint(title.quantity.hedges)
    near = [
        (turned(title.quantity.digits, one.quantity.digits), score, -abs(one.size - title.size), one)
        for score, one in rivals
        if of_one_scope(title, one)
        and (meant(title.quantity, one) or not agree(title, one))
        and (_beside(title, one) or (score >= ALIKE and (bound or turned(title.quantity.digits, one.quantity.digits))))
    ]
    alike = [one for one in body if one.key == title.key]
    if bound and any(agree(title, one) and _is_close(title, one) for one in alike):
        return
    repeated = any(one.quantity.literal == title.quantity.literal for one in body if one.key[:2] == title.key[:2])
    *_, nearest = max(near, key=lambda rival: rival[:3]) if near else (None,)
    breath = [] if nearest is None else joined(nearest)
    if breath and come_to(title, breath):
        return
    if nearest is not None and not repeated and (bound or not summed(title, _of_one_noun(title, nearest, alike))):
        relation = relate((title, nearest), "headline")
        yield replace(relation, doubtful=relation.doubtful or bool(breath))
    elif turned_round := _turned_round(title, body):
        yield replace(relate((title, turned_round), "headline"), doubtful=True)
    elif title.figure.is_rate and not any(agree(title, one) for one in alike):
        yield from _only_share(title, alike)


def is_spelt_out(title: Mention, one: Mention) -> bool:
    """Whether the body says the headline's number with the unit in its noun: 70城, 70个大中城市."""
    unit, noun = title.quantity.unit.name, one.after[:NOUN]
    same = one.quantity.numeral == title.quantity.numeral and one.quantity.unit.name != unit
    return same and len(unit) == 1 and unit in noun


def _may_be_of(title: Mention, one: Mention) -> bool:
    """Whether an equal rate of the body moves nothing else by name: 生产总值增长5.3% above, 第二产业增长5.3% below."""
    if not title.figure.is_rate or one.cue.act not in CHANGING:
        return True
    name = pairs(HOW_MUCH.sub("", Named(one).name))
    return not name or bool(name & pairs(title.sentence))


def _done(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """What the body says is done by the headline's verb: 收获超500万亩, 已收488.4万亩, not the 555万亩 sown."""
    verb = MOVED.sub("", title.before)[-2:]
    if len(verb) < len("收获") or BOUNDS.isdisjoint(title.quantity.hedges) or title.figure.is_rate:
        return None
    said = {f"{already}{word}" for already in ("已", "已经") for word in (verb, verb[0])}
    alike = [one for one in body if one.key == title.key and not one.quantity.hedges]
    told = [one for one in alike if BY_NOW.sub("", one.before).removesuffix("了") in said]
    close = len(told) == 1 and abs(told[0].size - title.size) <= CLOSE * title.size
    if not close or (not agree(title, told[0]) and any(agree(title, one) and verb[0] in one.before for one in alike)):
        return None
    return told[0]


def _of_one_noun(title: Mention, nearest: Mention, body: Sequence[Mention]) -> Sequence[Mention]:
    """What the headline's number can add up: where the body says its noun again, 2.6万名跑者 adds no 1620名志愿者."""
    noun = title.after[:2]
    return [one for one in body if one.after[:2] == noun] if len(noun) == 2 and noun == nearest.after[:2] else body


def _of_one_key(title: Mention, one: Mention) -> bool:
    """Whether both tell a level, or both a change, of one unit; what is new by the title may be all by the body."""
    if one.key == title.key:
        return True
    moves = one.cue.act in CHANGING or title.cue.act in CHANGING
    return one.key[:2] == title.key[:2] and not moves and _is_named(title, one)


def _named_apart(title: Mention, agreeing: Sequence[Mention], rivals: Sequence[Mention]) -> Mention | None:
    """Of shares the one that is called as the headline's is, where those that agree with it are of something else.

    海外占比逾四成 above; 减速器收入占50%, 海外收入占34% below.
    """
    if not title.figure.is_rate or not agreeing or title.cue.act in CHANGING:
        return None
    name = pairs(SHARED.split(title.before)[0])
    told = set[str]().union(*(pairs(one.sentence) for one in agreeing))
    only = [one for one in rivals if not agree(title, one) and (name & pairs(one.sentence)) - told]
    apart = [one for one in only if one.cue.act not in CHANGING and of_one_scope(title, one)]
    return apart[0] if len(apart) == 1 and len(name) >= NAME else None


def _moved_apart(title: Mention, agreeing: Sequence[Mention], rivals: Sequence[Mention]) -> Mention | None:
    """Of rates of growth the one of what the headline names, where those that agree with it are of something else.

    生产总值同比增长6.3% above; 生产总值增长6.2%, 乡村零售额增长6.3% below.
    """
    moves = title.figure.is_rate and title.cue.act in CHANGING
    if not moves or not agreeing or any(_may_be_of(title, one) for one in agreeing):
        return None
    noun = MOVED.sub("", title.before)[-TOLD:]
    if len(noun) < TOLD or any(noun in one.sentence for one in agreeing):
        return None
    apart = [one for one in rivals if not agree(title, one) and one.cue.act is title.cue.act and noun in one.sentence]
    apart = [one for one in apart if not PAST.search(one.before) and of_one_scope(title, one)]
    return apart[0] if len({one.size for one in apart}) == 1 else None


def of_one_scope(title: Mention, one: Mention) -> bool:
    """Whether the body's number tells no other part than the headline's does: 新建15座 above, 共新建13座 below."""
    if is_of_rest(title, one):
        return False
    return one.scope in ("", title.scope) and not (one.quantity.unit.base == PERSON and one.before.endswith(JOINED))


def is_of_rest(title: Mention, one: Mention) -> bool:
    """Whether the body's number is told of those that are left, and the headline's is not."""
    return REST.search(one.before) is not None and not REST.search(title.before)


def _only_share(title: Mention, body: Sequence[Mention]) -> Iterator[Relation]:
    """近三成样品不合格 above, 6款样品有问题，占20% below: the one share that opens the body, of what is counted."""
    shares = [one for one in body if one.cue.act is Act.SHARE and one.paragraph <= LEAD]
    noun = title.after[:2]
    if len(shares) != 1 or len(noun) < 2 or noun not in shares[0].sentence or title.cue.act in CHANGING:
        return
    rest = 100 - shares[0].quantity.value * shares[0].quantity.unit.factor
    if rest not in title.quantity.base_loose:
        yield replace(relate((title, shares[0]), "headline"), doubtful=True)


def of_other_class(title: Mention, one: Mention) -> bool:
    """Whether two shares are those of two classes of one thing: 海外收入占比过半, 国内收入占43.5%."""
    names = [SHARE_OF.search(each.before) for each in (title, one)] if title.figure.is_rate else []
    told = [match["name"] for match in names if match]
    if len(told) < len(names) or not told:
        return False
    tail = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(*(name[::-1] for name in told), strict=False)))
    classes = [name[: len(name) - tail][-2:] for name in told]
    return tail > 1 and all(classes) and set(classes[0]).isdisjoint(classes[1])


def _is_named(title: Mention, one: Mention) -> bool:
    """Whether a number of the body is called as the headline's is: 规上工业利润 is 规上工业企业利润总额."""
    name = pairs(MOVED.sub("", title.before)[-NOUN:])
    called = len(name & pairs(one.words))
    return len(name) >= NAME and called >= NAME and called * 3 >= len(name) * 2 and not PAST.search(one.words)


def meant(title: Quantity, one: Mention) -> bool:
    """Whether a headline's bound can mean this number: 超2400亿 says nothing of 7.46万亿, nor of what once was."""
    bounded = not BOUNDS.isdisjoint(one.quantity.hedges)
    if BOUNDS.isdisjoint(title.hedges) and not bounded:
        return True
    limit = TWICE_BOUND if bounded and not BOUNDS.isdisjoint(title.hedges) else WIDE
    left, right = (abs(each.value * each.unit.factor) for each in (title, one.quantity))
    return right <= limit * left and left <= limit * right and not PAST.search(one.before)


def _is_close(title: Mention, one: Mention) -> bool:
    """Whether a number lies so near a headline's bound that it is what is meant: 近240间 of 236."""
    return not one.quantity.hedges and abs(one.size - title.size) <= CLOSE * title.size


def _turned_round(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The one number of the body in whose unit it has the headline's with two digits turned, and never right."""
    of_unit = [one for one in body if one.key[:2] == title.key[:2]]
    if title.quantity.hedges or any(agree(title, one) for one in of_unit):
        return None
    found = [
        one for one in of_unit if turned(title.quantity.digits, one.quantity.digits) and not PAST.search(one.words)
    ]
    return found[0] if len({one.size for one in found}) == 1 and not found[0].quantity.hedges else None


def _turned(title: Mention, one: Mention) -> bool:
    """46支队伍 above, 64支队伍 below."""
    return title.after[:2] == one.after[:2] != "" and turned(title.quantity.digits, one.quantity.digits, 2)


def _beside(title: Mention, one: Mention) -> bool:
    """Whether what the headline counts stands beside the body's number too: 抓获8名吸贩毒人员, 吸贩毒人员10人.

    A headline may say of which region the things are: 七家沿江企业, 走访了六家企业.
    """
    counted = one.after[:2] if one.quantity.literal[-1:] == title.quantity.literal[-1:] else ""
    if len(counted) == 2 and counted in title.after[:NOUN] and one.paragraph <= LEAD:
        return True
    risen = title.cue.act is Act.TO is one.cue.act
    named = MOVED.sub("", title.before)[-2:] if risen else ""
    return any(len(word) == 2 and word in one.words for word in (title.after[:2], title.before[-2:], named))


def measured(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The headline's number with the unit that the opening gives what is called so: 旅客吞吐量破7000万."""
    head, opening = Named(title), min((one.paragraph for one in body), default=0) + LEAD
    named = ((likeness(head, Named(one)), one) for one in body if one.figure.is_amount and one.paragraph < opening)
    size, best = max(named, key=lambda each: each[0], default=(0, title))
    if size < NAME:
        alike = (one for one in body if one.quantity.numeral == title.quantity.numeral and one.figure.is_amount)
        best = next((one for one in alike if one.paragraph < opening and len(one.digits) >= NAME), title)
    if best is title:
        return None
    return replace(title, quantity=replace(title.quantity, unit=best.quantity.unit), key=(*best.key[:2], title.key[2]))


def lasting(title: Mention, body: Sequence[Mention]) -> Iterator[Relation]:
    """走了三十一年 in the headline, 这条路他走了31年 in the body."""
    if title.quantity.hedges or title.quantity.value < YEARS:
        return
    words = pairs(title.sentence)
    same = [one for one in body if one.key == title.key and one.size == title.size]
    same = [one for one in same if not one.quantity.hedges]
    if any(words & pairs(one.sentence) for one in same):
        yield relate((title, *same[: SHOWN - 1]), "headline")
