"""same: one indicator printed twice.

Two figures are the same indicator when the words beside them say so: the thing counted is called by one name in both
places (省级保险机构), or a headline speaks of what the body counts. Equal values under such words agree; values near
each other that cannot both be right contradict. Values far apart are two indicators, and nothing is said.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Hedge, Period, UnitClass
from checker.relations.cues import Act
from checker.relations.naming import pairs, shared_end
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.relations.repeated import (
    added_up,
    decades,
    echoed,
    entitled,
    gains,
    harmed,
    headlines,
    how_old,
    lone,
    misscaled,
    passed,
    pictured,
    pointed,
    points,
    resaid,
    restated,
    retold,
    sentences,
    spreads,
    standings,
    subheads,
    taken_up,
    told_length,
    turned_near,
)
from checker.relations.repeated.mentions import (
    BOUNDS,
    CHANGING,
    KIND,
    Mention,
    agree,
    clustered,
    comparable,
    is_near,
    mentioned,
    relate,
    set_apart,
)
from checker.relations.repeated.merged import merged
from checker.relations.repeated.slipped import slipped
from checker.relations.repeated.wording import NAME, bare, is_level, nouns, of_each, one_name, runs_of
from checker.relations.slips import turned

__all__ = ["KIND", "find"]

DATED = 8
"""So many tokens before a rate are looked through for a date."""

KEPT, SHOWN = 6, 6
"""How many figures of one name are remembered, and shown in one relation."""

FAR = 8
"""Paragraphs further apart than this speak of other times."""

ITEM = pattern(r"[ \t\u3000]*[0-9]{1,2}[.．、](?P<of>[\u4e00-\u9fff]{2,12}?[省市县区州镇乡村])")
"""3.青石县白河镇…: an item of a list that tells of its own place."""

OPENING = 240
"""So many characters before a number are looked through for where its paragraph opens."""

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

SURELY = pattern("(?:具体|确切|准确|精确)(?:金额|数额|数字)?(?:为|是|达到?|有)*$")
"""2300多万元 here, 具体为2437万元 there: what is told as rough and then exactly is told of one."""

NEXT = Fraction(1, 8)
SUMMED = pattern("(?:共计?|一共|总共|合计|统计|实有)(?:有|为|达|是)*$")
OF_ALL = pattern(f"{SUMMED.pattern}|[的总][\u4e00-\u9fff]{{0,4}}[是为]$")
"""近两百名志愿者. 志愿者共计216名: so near lies a number that is told of all."""


def find(document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every indicator that the article gives twice, judged."""
    yield from merged(_found(document, passages))
    yield from standings.told_twice(document, passages)


def _found(document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    mentions = list(mentioned(document, passages))
    body = [one for one in mentions if not one.title and not one.lasts]
    for title in [one for one in mentions if one.title][:HEADLINE]:
        unsure = title.run_in or title.quantity.unit_class is UnitClass.NONE
        for one in _titled(title, body, mentions):
            yield replace(one, doubtful=True) if unsure and one.verdict is Verdict.INCONSISTENT else one
    yield from subheads.told_below(document, mentions)
    yield from spreads.told_again(document, passages)
    long = [one for one in body if one.length >= MANY]
    yield from _equal(long)
    yield from _contradicting(body)
    yield from slipped(document.text, body)
    yield from _bounded(body, long)
    yield from restated.told_again(document.text, mentions)
    yield from retold.told_again(mentions)
    yield from resaid.told_again(mentions)
    yield from pictured.told_again(mentions)
    yield from pictured.turned_again(mentions)
    yield from turned_near.told_again(mentions)
    yield from how_old.told_twice(mentions)
    yield from pointed.told(mentions)
    yield from passed.told(mentions)
    yield from decades.told_below(document, mentions)
    yield from echoed.told_again(body)
    yield from harmed.told_again(body)


def _titled(title: Mention, body: Sequence[Mention], mentions: Sequence[Mention]) -> Iterator[Relation]:
    """What the article says to one figure of its headline."""
    if title.lasts:
        return _lasting(title, [one for one in mentions if one.lasts and not one.title])
    alike = any(one.key == title.key and one.quantity.numeral == title.quantity.numeral for one in body)
    if title.quantity.unit_class is not UnitClass.NONE or alike:
        return _headed(title, body)
    measured = headlines.measured(title, body)
    return _headed(measured, body) if measured else iter(())


def _headed(title: Mention, body: Sequence[Mention]) -> Iterator[Relation]:
    """What the body says to a headline's figure; where that says nothing, what it calls by the same name."""
    if title.figure.is_rate:
        body = [one for one in body if not headlines.of_other_class(title, one)]
    found, other = list(headlines.against(title, body)), None
    if any(headlines.is_spelt_out(title, one) for one in body):
        yield from (one for one in found if one.verdict is Verdict.CONSISTENT)
        return
    if not any(one.verdict is Verdict.INCONSISTENT for one in found):
        other = entitled.apart(title, body) or points.apart(title, body) or told_length.apart(title, body)
    alike = [one for one in body if one.key == title.key]
    if other is None and not found and not added_up.summed(title, alike):
        other = taken_up.apart(title, body) or gains.apart(title, body) or harmed.apart(title, body)
        other = other or misscaled.apart(title, body) or taken_up.of_one_end(title, body)
    yield from found if other is None else (replace(set_apart((title, other), "headline"), doubtful=True),)


def _lasting(title: Mention, body: Sequence[Mention]) -> Iterator[Relation]:
    """What the body says to the length of time, or the age, that a headline tells."""
    yield from headlines.lasting(title, body)
    if other := told_length.apart(title, body) or sentences.apart(title, body):
        yield replace(relate((title, other), "headline"), doubtful=True)


def _equal(long: Sequence[Mention]) -> Iterator[Relation]:
    """The same number of the same things again: three digits or more, beside a word that both have.

    A rise or fall of so many per cent is one by its number alone.
    """
    groups: dict[object, list[Mention]] = {}
    for mention in long:
        quantity = mention.quantity
        if not quantity.hedges and _telling(mention) >= MANY:
            # Equal fractions have equal halves, whose hash takes no power of a number.
            groups.setdefault((mention.key, quantity.value.as_integer_ratio()), []).append(mention)
    for first, *others in groups.values():
        if not others:
            continue
        said, moves = _named(first), first.cue.act in CHANGING and first.figure.is_rate
        again = [one for one in others if said & _named(one) or (moves and one.cue.act is first.cue.act)]
        again = [one for one in again if not _of_each(first, one)]
        for told in clustered([first, *again]):
            yield relate(told[:SHOWN], "level")


def _of_each(one: Mention, two: Mention) -> bool:
    """Whether a sentence tells one rate of two things, or one amount: 存款增长11.3%，贷款增长11.3%; 单位净值, 累计净值.

    A date between them opens what is told again, of a title without its mark.
    """
    if one.passage is not two.passage:
        return False
    if not one.figure.is_rate:
        return of_each(one, two)
    tokens = one.passage.tokens
    at = bisect_left(tokens, two.quantity.span.start, key=lambda each: each.span.start)
    near = (each for each in tokens[max(0, at - DATED) : at] if each.span.start >= one.quantity.span.end)
    return not any(isinstance(each, Date | Period) for each in near)


def _telling(one: Mention) -> int:
    """How many digits tell a number: the noughts behind a point are measured, but for those of a rate."""
    fine = "." in one.quantity.numeral and not one.figure.is_rate
    return len(one.digits.lstrip("0") if fine else one.digits.strip("0"))


def _named(one: Mention) -> set[str]:
    """The pairs of characters beside a figure, of one in a bracket those before that: 受灾最重的山南县（8469万元）."""
    text, start = one.passage.text, one.quantity.span.start
    if not one.before and text[start - 1 : start] in ("(", "（"):
        return pairs(text[max(one.passage.span.start, start - 1 - NAME) : start - 1] + "|" + one.after)
    return pairs(one.words)


def _contradicting(body: Sequence[Mention]) -> Iterator[Relation]:
    seen: dict[object, dict[str, list[Mention]]] = {}
    for mention in body:
        if mention.cue.act not in (Act.LEVEL, Act.SUM) or mention.quantity.unit_class is UnitClass.RATE:
            continue
        runs, known = dict.fromkeys(runs_of(mention.words)), seen.setdefault(mention.key, {})
        for one in dict.fromkeys([one for run in runs if run in known for one in known[run]]):
            if _contradict(one, mention):
                relation = relate(
                    (one, mention), "hedge" if one.quantity.hedges or mention.quantity.hedges else "level"
                )
                unsure = _scaled(one, mention) or _says_exactly(one, mention)
                yield replace(relation, doubtful=relation.doubtful or unsure)
                break
        for run in runs:
            kept = known.get(run)
            if kept is None:
                known[run] = [mention]
            elif len(kept) < KEPT:
                kept.append(mention)


def _bounded(body: Sequence[Mention], long: Sequence[Mention]) -> Iterator[Relation]:
    """近4200家企业 here and 企业4209家 there: a bound on the wrong side of a number that it all but is."""
    exact: dict[object, list[Mention]] = {}
    hedged = (one for one in body if one.quantity.hedges and not BOUNDS.isdisjoint(one.quantity.hedges))
    bounds = [one for one in hedged if is_level(one)]
    keys = {one.key for one in bounds}
    for one in long if bounds else ():
        if not one.quantity.hedges and one.key in keys and is_level(one) and len(one.digits) >= MANY:
            for noun in nouns(one) | set(runs_of(one.before)) | _ends(bare(one.before)):
                kept = exact.setdefault((one.key, noun), [])
                if len(kept) < KEPT:
                    kept.append(one)
    yield from lone.told(bounds, [one for one in body if is_level(one)])
    for one in bounds:
        for noun in sorted(nouns(one), key=len, reverse=True):
            known = exact.get((one.key, noun), ())
            two = next((each for each in known if _passes(one, each, max(CLOSE[len(noun)], _beside(one, each)))), None)
            if two is not None:
                yield replace(relate((one, two), "hedge"), doubtful=True)
                break


def _passes(one: Mention, two: Mention, most: Fraction) -> bool:
    """Whether a bound lies by a number, on the side where it cannot lie."""
    if one.sentence is two.sentence or abs(one.size - two.size) > most * two.size:
        return False
    return not agree(one, two) and one.scope == two.scope and comparable(one, two)


def _ends(name: str) -> set[str]:
    """The last characters of a name: 志愿者 in 志愿者共计."""
    name = SUMMED.sub("", name)
    return {name[-size:] for size in CLOSE if len(name) >= size}


def _beside(one: Mention, two: Mention) -> Fraction:
    """How near a bound lies to the number that the next sentence says to be of all of them."""
    if two.passage.earlier is not one.passage:
        return Fraction(0)
    name = bare(SUMMED.sub("", two.before))
    if len(name) >= NAME and name[-NAME:] in one.before:
        return NEXT
    if not OF_ALL.search(two.before):
        return Fraction(0)
    new = pairs(SUMMED.sub("", two.before).replace("的", "|")) - pairs(one.sentence)
    return Fraction(0) if any("是" not in each for each in new) else NEXT


def _contradict(one: Mention, two: Mention) -> bool:
    """Whether two figures of one name cannot both be right though they nearly agree."""
    if one.sentence is two.sentence or two.paragraph - one.paragraph > FAR:
        return False
    scaled = _scaled(one, two)
    hedged = not BOUNDS.isdisjoint((*one.quantity.hedges, *two.quantity.hedges)) or _says_exactly(one, two)
    near = hedged and is_near(one.quantity, two.quantity)
    if not (scaled or near or turned(one.quantity.digits, two.quantity.digits)) or agree(one, two):
        return False
    if one.scope != two.scope or not comparable(one, two) or _of_two_items(one, two):
        return False
    if scaled:
        if LABEL.match(one.sentence) or LABEL.match(two.sentence):
            return False
        return one_name(one, two) or shared_end(bare(one.before), bare(two.before)) > NAME
    return one_name(one, two)


def _of_two_items(one: Mention, two: Mention) -> bool:
    """Whether they stand in two items of a numbered list, each of its own place."""
    found = [_item(each) for each in (one, two)]
    return all(found) and found[0] != found[1]


def _item(one: Mention) -> str:
    text, at = one.passage.text, one.quantity.span.start
    item = ITEM.match(text, text.rfind("\n", max(0, at - OPENING), at) + 1)
    return item["of"] if item else ""


def _says_exactly(one: Mention, two: Mention) -> bool:
    rough = Hedge.MORE in one.quantity.hedges and not two.quantity.hedges
    return rough and SURELY.search(two.before) is not None


def _scaled(one: Mention, two: Mention) -> bool:
    """Whether one number is ten, a hundred or ten thousand times the other, in other digits: 8000吨 and 8万吨."""
    if one.digits == two.digits:
        return False
    left, right = sorted((one.size, two.size))
    return left > 0 and right / left in POWERS
