"""same: one indicator printed twice.

Two figures are the same indicator when the words beside them say so: the thing counted is called by one name in both
places (省级保险机构), or a headline speaks of what the body counts. Equal values under such words agree; values near
each other that cannot both be right contradict. Values far apart are two indicators, and nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.naming import pairs, shared_end
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.relations.repeated import headlines, restated, standings, taken_up
from checker.relations.repeated.mentions import (
    BOUNDS,
    CHANGING,
    KIND,
    Mention,
    agree,
    comparable,
    is_near,
    mentioned,
    relate,
)
from checker.relations.repeated.names import same, turned_round
from checker.relations.slips import turned

__all__ = ["KIND", "find"]

NAME = 4
"""How many characters a name must have to stand for one thing."""

KEPT, SHOWN = 6, 6
"""How many figures of one name are remembered, and shown in one relation."""

FAR = 8
"""Paragraphs further apart than this speak of other times."""

SHORTEST, TELLING = 2, 2
"""Numbers of two digits are held for one where their words have so many pairs of characters in common."""

CALLED = 4
"""How many characters of a name must be the same where a number has two digits; one less where it has more."""

BESIDE = 1
"""Numbers of three digits are held for one where their paragraphs are neighbours."""

LABEL = pattern("\\s*[\u4e00-\u9fff]{1,8}[：:]")
"""小麦：…120万吨 and 油菜：…12万吨 are of two things."""

POWERS = frozenset((10, 100, 1000, 10_000))
MANY = 3
CLOSE = {2: Fraction(1, 100), 3: Fraction(1, 20), 4: Fraction(1, 20)}
"""So many digits tell a number, and how near a bound lies to it that is said of the same things, by how many
characters name them.
"""

HEADLINE = 8
"""A title with more figures than this is none."""

HANZI = pattern("[\u4e00-\u9fff]+")
SHORT = pattern("[\u4e00-\u9fff]{2,4}")
GENERAL = pattern(
    "(?:全[国省市县区州旗镇乡村年行]|[本我该][国省市县区州旗镇乡村行]|共有?|合计|累计|总|各类|目前|现有?|已经?|建成|实现|完成|有|拥有|达到?"
    "|约|为|的|和|是|其|在|从|对|今年|截至|末|底|年|月|日|[0-9])*"
)
TAIL = pattern("(?:达到?|为|约|共有?|有|是|近|已|的)+$")


def find(document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every indicator that the article gives twice, judged."""
    mentions = list(mentioned(document, passages))
    body = [one for one in mentions if not one.title and not one.lasts]
    for title in [one for one in mentions if one.title][:HEADLINE]:
        if title.lasts:
            yield from headlines.lasting(title, [one for one in mentions if one.lasts and not one.title])
        else:
            yield from _headed(title, body)
    yield from standings.told_twice(document, passages)
    long = [one for one in body if one.length >= MANY]
    yield from _equal(long)
    yield from _contradicting(body)
    yield from _slipped(document.text, body)
    yield from _bounded(body, long)
    yield from restated.told_again(document.text, mentions)


def _headed(title: Mention, body: Sequence[Mention]) -> Iterator[Relation]:
    """What the body says to a headline's figure; where that says nothing, what it calls by the same name."""
    found = list(headlines.against(title, body))
    yield from found
    other = None if found else taken_up.apart(title, body)
    if other is not None:
        yield replace(relate((title, other), "headline"), doubtful=True)


def _equal(long: Sequence[Mention]) -> Iterator[Relation]:
    """The same number of the same things again: three digits or more, beside a word that both have.

    A rise or fall of so many per cent is one by its number alone.
    """
    groups: dict[object, list[Mention]] = {}
    for mention in long:
        quantity = mention.quantity
        if not quantity.hedges and len(mention.digits.strip("0")) >= MANY:
            # Equal fractions have equal halves, whose hash takes no power of a number.
            groups.setdefault((mention.key, quantity.value.as_integer_ratio()), []).append(mention)
    for first, *others in groups.values():
        if not others:
            continue
        said, moves = pairs(first.words), first.cue.act in CHANGING and first.figure.is_rate
        again = [one for one in others if said & pairs(one.words) or (moves and one.cue.act is first.cue.act)]
        if again:
            yield relate((first, *again[: SHOWN - 1]), "level")


def _contradicting(body: Sequence[Mention]) -> Iterator[Relation]:
    seen: dict[object, dict[str, list[Mention]]] = {}
    for mention in body:
        if mention.cue.act not in (Act.LEVEL, Act.SUM) or mention.quantity.unit_class is UnitClass.RATE:
            continue
        runs, known = dict.fromkeys(_runs(mention.words)), seen.setdefault(mention.key, {})
        for one in dict.fromkeys([one for run in runs if run in known for one in known[run]]):
            if _contradict(one, mention):
                relation = relate(
                    (one, mention), "hedge" if one.quantity.hedges or mention.quantity.hedges else "level"
                )
                yield replace(relation, doubtful=relation.doubtful or _scaled(one, mention))
                break
        for run in runs:
            kept = known.get(run)
            if kept is None:
                known[run] = [mention]
            elif len(kept) < KEPT:
                kept.append(mention)


def _slipped(text: str, body: Sequence[Mention]) -> Iterator[Relation]:
    """12.6万人次 here and 16.2万人次 there, in two sentences that speak of one thing by name: two digits swapped.

    That they count the same nothing says; it is for somebody to look at.
    """
    groups: dict[object, list[Mention]] = {}
    for mention in body:
        if (
            mention.length >= SHORTEST
            and (_is_level(mention) or _is_named_rate(mention))
            and not mention.quantity.hedges
        ):
            groups.setdefault((mention.key, "".join(sorted(mention.digits))), []).append(mention)
    for one, *others in groups.values():
        for two in others:
            if turned(one.quantity.numeral, two.quantity.numeral, SHORTEST) and _is_meant(text, one, two):
                yield replace(relate((one, two), "level"), doubtful=True)
                break


def _bounded(body: Sequence[Mention], long: Sequence[Mention]) -> Iterator[Relation]:
    """近4200家企业 here and 企业4209家 there: a bound on the wrong side of a number that it all but is."""
    exact: dict[object, list[Mention]] = {}
    hedged = (one for one in body if one.quantity.hedges and not BOUNDS.isdisjoint(one.quantity.hedges))
    bounds = [one for one in hedged if _is_level(one)]
    keys = {one.key for one in bounds}
    for one in long if bounds else ():
        if not one.quantity.hedges and one.key in keys and _is_level(one) and len(one.digits) >= MANY:
            for noun in _nouns(one) | set(_runs(one.before)):
                kept = exact.setdefault((one.key, noun), [])
                if len(kept) < KEPT:
                    kept.append(one)
    for one in bounds:
        for noun in sorted(_nouns(one), key=len, reverse=True):
            two = next((each for each in exact.get((one.key, noun), ()) if _passes(one, each, CLOSE[len(noun)])), None)
            if two is not None:
                yield replace(relate((one, two), "hedge"), doubtful=True)
                break


def _is_level(one: Mention) -> bool:
    """Whether it tells how much there is of something."""
    return one.figure.is_amount and one.cue.act in (Act.LEVEL, Act.SUM)


def _is_named_rate(one: Mention) -> bool:
    """Whether it is a rate by its name, and no change: 城市绿化覆盖率43.5%."""
    return one.figure.is_rate and one.cue.act not in CHANGING and _name(one.before).endswith("率")


def _passes(one: Mention, two: Mention, most: Fraction) -> bool:
    """Whether a bound lies by a number, on the side where it cannot lie."""
    if one.sentence is two.sentence or abs(one.size - two.size) > most * two.size:
        return False
    return not agree(one, two) and not (one.scope or two.scope) and comparable(one, two)


def _nouns(one: Mention) -> set[str]:
    """What a figure counts, as far as it stands right beside it: two to four characters."""
    after = one.after.removeprefix("的")
    left, right = SHORT.match(one.before[::-1]), SHORT.match(after)
    found = {one.before[-size:] for size in range(2, left.end() + 1)} if left else set[str]()
    return found | {after[:size] for size in range(2, right.end() + 1)} if right else found


def _one_thing(one: Mention, two: Mention) -> bool:
    """Whether two sentences share a name, their figures a word, and neither figure is of another scope."""
    if one.sentence is two.sentence or not 0 <= two.paragraph - one.paragraph <= FAR:
        return False
    if one.scope or two.scope:
        return False
    if not pairs(one.words) & pairs(two.words):
        return False
    shared = set(_runs(one.sentence)) & set(_runs(two.sentence))
    return any(run not in one.words or run not in two.words for run in shared)


def _is_meant(text: str, one: Mention, two: Mention) -> bool:
    """Whether the words let both be one number; the fewer digits it has, the more of them must agree."""
    between = text[one.quantity.span.end : two.quantity.span.start]
    if (one.sentence is two.sentence and not restated.SOURCE.search(between)) or not comparable(one, two):
        return False
    if _is_called_alike(one, two):
        return True
    if min(len(one.digits), len(two.digits)) >= MANY:
        return _one_thing(one, two) or _one_noun(one, two)
    alike = one.paragraph == two.paragraph and one.scope == two.scope
    return alike and _counts_alike(one, two) and len(pairs(one.words) & pairs(two.words)) >= TELLING


def _is_called_alike(one: Mention, two: Mention) -> bool:
    """Whether the words before both are of the same characters: 图书馆藏书 and 图书馆现有藏书."""
    if one.sentence is two.sentence or not 0 <= two.paragraph - one.paragraph <= FAR or one.scope != two.scope:
        return False
    least = CALLED if min(len(one.digits), len(two.digits)) < MANY else CALLED - 1
    return same(one.called, two.called, least) or turned_round(one.called, two.called)


def _one_noun(one: Mention, two: Mention) -> bool:
    """Whether so long a number counts what the other does: 4215名考生报名 and 4251名考生已核对信息."""
    apart = two.paragraph - one.paragraph
    if not 0 <= apart <= FAR or one.scope != two.scope:
        return False
    return _counts_alike(one, two) and (len(one.digits) > MANY or apart <= BESIDE)


def _counts_alike(one: Mention, two: Mention) -> bool:
    """Whether both count what is called alike: 考生4215名 and 4251名考生, but not 风电装机 and 光电装机."""
    if one.before[-2:] == two.before[-2:] and not (one.after[:2] and one.after[:2] == two.after[:2]):
        return _one_name(one, two)
    if min(len(one.digits), len(two.digits)) > MANY and pairs(one.words) & pairs(two.words):
        return True
    return bool(_nouns(one) & _nouns(two))


def _contradict(one: Mention, two: Mention) -> bool:
    """Whether two figures of one name cannot both be right though they nearly agree."""
    if one.sentence is two.sentence or two.paragraph - one.paragraph > FAR:
        return False
    scaled = _scaled(one, two)
    hedged = not BOUNDS.isdisjoint((*one.quantity.hedges, *two.quantity.hedges))
    near = hedged and is_near(one.quantity, two.quantity)
    if not (scaled or near or turned(one.quantity.numeral, two.quantity.numeral)) or agree(one, two):
        return False
    if one.scope != two.scope or not comparable(one, two):
        return False
    if scaled:
        if LABEL.match(one.sentence) or LABEL.match(two.sentence):
            return False
        return _one_name(one, two) or shared_end(_name(one.before), _name(two.before)) > NAME
    return _one_name(one, two)


def _scaled(one: Mention, two: Mention) -> bool:
    """Whether one number is ten, a hundred or ten thousand times the other, in other digits: 8000吨 and 8万吨."""
    if one.digits == two.digits:
        return False
    left, right = sorted((one.size, two.size))
    return left > 0 and right / left in POWERS


def _one_name(one: Mention, two: Mention) -> bool:
    """Whether the thing is called by one name: 省级保险机构63家 and 60家省级保险机构, but not 风电装机 and 光电装机."""
    left, right = sorted((_name(one.before), _name(two.before)), key=len)
    if len(left) >= NAME and right.endswith(left) and GENERAL.fullmatch(right[: -len(left)]):
        return True
    for name, words in ((_name(one.before), two.after), (_name(two.before), one.after)):
        if len(name) >= NAME and words.removeprefix("的").startswith(name):
            return True
    return len(one.after) >= NAME and one.after.removeprefix("的") == two.after.removeprefix("的")


def _name(before: str) -> str:
    """The words before a figure without general ones at their head and verbs at their tail."""
    words = TAIL.sub("", before)
    head = GENERAL.match(words)
    return words[head.end() :] if head else words


def _runs(words: str) -> list[str]:
    """Every run of NAME characters beside a figure."""
    return [run[at : at + NAME] for run in HANZI.findall(words) for at in range(len(run) - NAME + 1)]
