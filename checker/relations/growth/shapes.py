"""change: the shapes of their own in which a change is told, beside the frames.

Each module finds the numbers of one shape; what they come to as numbers of one change is put together here.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.growth import (
    behind_stop,
    budgets,
    compared,
    deeds,
    in_rows,
    limits,
    marks,
    parted,
    previews,
    races,
    records,
    resumed,
    severally,
    structure,
)
from checker.relations.growth.alike import comparable
from checker.relations.growth.differences import Numbers
from checker.relations.growth.frames import CONSTANT
from checker.relations.growth.judging import Finding
from checker.relations.passage import Passage

THREE = 3
"""Of base, current, change and rate so many must be printed."""


def shaped(passage: Passage) -> Iterator[Finding]:
    """Every change told in a shape whose words leave no doubt which numbers are meant, as a rule."""
    yield from _structures(passage)
    yield from _records(passage)
    yield from _races(passage)
    yield from _previews(passage)
    if len(passage.figures) >= THREE:
        yield from _marks(passage)
        yield from _parted(passage)
        yield from _compared(passage)
        yield from _limits(passage)
        yield from _budgets(passage)
        yield from _severally(passage)
        yield from _in_rows(passage)
        yield from _deeds(passage)


def _deeds(passage: Passage) -> Iterator[Finding]:
    """What was before a deed and what is after it, with the step."""
    for one in deeds.told(passage):
        points = one.step.quantity.unit_class is UnitClass.POINTS
        role = "rate" if one.step.is_rate else "change"
        told = [each.quantity for each in (one.base, one.current, one.step)]
        first, last, *moved = told if points or role == "rate" else comparable(told)
        numbers = Numbers(first, last, None, None, -1 if one.act is Act.FALL else 1).put(role, positive(moved[0]))
        figures = {"base": one.base, "current": one.current, role: one.step}
        reason = footing(passage) if role == "rate" else ""
        yield Finding(figures, numbers, (one.words,), reason, points=points, doubtful=not points)


def _severally(passage: Passage) -> Iterator[Finding]:
    """Several things with the change of each."""
    for base, current, step, act, words in severally.told(passage):
        points = severally.is_points(base, step)
        role = "rate" if step.is_rate else "change"
        levels = comparable([one.quantity for one in (base, current)])
        numbers = Numbers(levels[0], levels[1], None, None, -1 if act is Act.FALL else 1)
        numbers = numbers.put(role, positive(step.quantity))
        reason = footing(passage) if role == "rate" else ""
        figures = {"base": base, "current": current, role: step}
        yield Finding(figures, numbers, (words,), reason, points=points, doubtful=True)


def _behind_stop(passage: Passage) -> Iterator[Finding]:
    """Two levels of one sentence with the rate that opens the next."""
    for base, current, rate, sign in behind_stop.told(passage):
        levels = comparable([base.quantity, current.quantity])
        numbers = Numbers(levels[0], levels[1], None, rate.quantity, sign)
        figures = {"base": base, "current": current, "rate": rate}
        yield Finding(figures, numbers, (rate.before,), footing(passage, base.quantity.span.start), doubtful=True)


def _in_rows(passage: Passage) -> Iterator[Finding]:
    """The change of each level of a row, by its place in the rows behind."""
    for one in in_rows.told(passage):
        known = one.scaled
        numbers = Numbers(known.get("base"), known["current"], known.get("change"), None, one.sign)
        numbers = numbers.put("rate", positive(one.figures["rate"].quantity))
        yield Finding(one.figures, numbers, (one.words,), footing(passage))


def _structures(passage: Passage) -> Iterator[Finding]:
    """The part of a structure before and after, with the points between."""
    for base, current, points, act, words in structure.told(passage):
        sign = -1 if act is Act.FALL else 1
        numbers = Numbers(base.quantity, current.quantity, points.quantity, None, sign)
        yield Finding({"base": base, "current": current, "change": points}, numbers, (words,), points=True)


def _marks(passage: Passage) -> Iterator[Finding]:
    """A level, the mark that it is held against, and how far apart they are."""
    for base, current, apart, act, words in marks.told(passage):
        numbers = Numbers(base.quantity, current.quantity, positive(apart.quantity), None, -1 if act is Act.FALL else 1)
        yield Finding({"base": base, "current": current, "change": apart}, numbers, (words,))


def _parted(passage: Passage) -> Iterator[Finding]:
    """Two levels of one time and how far they lie apart, whichever is the higher."""
    for one, two, step, words in parted.told(passage):
        if step.is_rate and two.is_rate:
            apart = abs(two.quantity.value - one.quantity.value)
            if apart == step.quantity.value and one.quantity.unit == two.quantity.unit == step.quantity.unit:
                numbers = Numbers(one.quantity, two.quantity, None, step.quantity, 0)
                yield Finding({"base": one, "current": two, "rate": step}, numbers, (words,), variant="points")
            continue
        points = step.quantity.unit_class is UnitClass.POINTS
        told = [one.quantity, two.quantity, step.quantity]
        first, last, moved = told if points else comparable(told)
        numbers = Numbers(first, last, positive(moved), None, 0)
        yield Finding({"base": one, "current": two, "change": step}, numbers, (words,), points=points, doubtful=True)


def _races(passage: Passage) -> Iterator[Finding]:
    """Two times of a race with the seconds between them."""
    for one, two, step in races.told(passage):
        numbers = Numbers(one.quantity, two.quantity, positive(step.quantity), None, 0)
        yield Finding({"base": one, "current": two, "change": step}, numbers, (step.before,), doubtful=True)


def _compared(passage: Passage) -> Iterator[Finding]:
    """Two levels under one name, of two times, with the growth behind them."""
    for base, current, grown, act, words in compared.told(passage):
        sign, role = -1 if act is Act.FALL else 1, "rate" if grown.is_rate else "change"
        levels = comparable([base.quantity, current.quantity])
        numbers = Numbers(levels[0], levels[1], None, None, sign).put(role, positive(grown.quantity))
        reason = footing(passage) if grown.is_rate else ""
        yield Finding({"base": base, "current": current, role: grown}, numbers, (words,), reason)


def _limits(passage: Passage) -> Iterator[Finding]:
    """What is allowed, what was measured, and the excess."""
    for base, current, excess in limits.told(passage):
        role = "rate" if excess.is_rate else "change"
        first, last = (replace(one.quantity, unit=base.quantity.unit) for one in (base, current))
        numbers = Numbers(first, last, None, None, 1).put(role, excess.quantity)
        yield Finding({"base": base, "current": current, role: excess}, numbers, (excess.before,))


def _budgets(passage: Passage) -> Iterator[Finding]:
    """What was allowed for a thing, what it came to, and what that saved or cost over it."""
    for base, current, step, sign in budgets.told(passage):
        role = "rate" if step.is_rate else "change"
        first, last = comparable([base.quantity, current.quantity])
        numbers = Numbers(first, last, None, None, sign).put(role, positive(step.quantity))
        yield Finding({"base": base, "current": current, role: step}, numbers, (step.before,), doubtful=True)


def _records(passage: Passage) -> Iterator[Finding]:
    """What a record was, what it is, and the difference."""
    for base, current, step in records.told(passage):
        first, last, moved = comparable([base.quantity, current.quantity, step.quantity])
        quick = base.quantity.unit_class is UnitClass.DURATION
        numbers = Numbers(first, last, moved, None, 0 if quick else 1)
        yield Finding({"base": base, "current": current, "change": step}, numbers, (step.before,), doubtful=not quick)


def followed(passage: Passage) -> Iterator[Finding]:
    """Two levels told one after the other, with the step behind them, be it in the next sentence."""
    yield from _behind_stop(passage)
    for base, current, step, act, words in resumed.told(passage):
        points = step.quantity.unit_class is UnitClass.POINTS
        role = "rate" if step.is_rate else "change"
        levels = comparable([one.quantity for one in (base, current, step)]) if role == "change" and not points else ()
        first, last, moved = levels or (base.quantity, current.quantity, step.quantity)
        quick = not points and last.unit_class is UnitClass.DURATION
        sign = 0 if quick else -1 if act is Act.FALL else 1
        numbers = Numbers(first, last, None, None, sign).put(role, positive(moved))
        figures = {"base": base, "current": current, role: step}
        reason = footing(passage, base.quantity.span.start) if role == "rate" else ""
        yield Finding(figures, numbers, (words,), reason, points=points, doubtful=True)


def _previews(passage: Passage) -> Iterator[Finding]:
    """What a company expects, from so much to so much, against what was."""
    for base, current, rate, sign, words in previews.told(passage):
        numbers = Numbers(base.quantity, current.quantity, None, rate.quantity, sign)
        yield Finding({"base": base, "current": current, "rate": rate}, numbers, (words,))
    for current, step, rate, sign, words in previews.stepped(passage):
        numbers = Numbers(None, current.quantity, step.quantity, rate.quantity, sign)
        yield Finding({"current": current, "change": step, "rate": rate}, numbers, (words,))
    for current, step, rate, sign, words in previews.stepped_before(passage):
        numbers = Numbers(None, current.quantity, step.quantity, rate.quantity, sign)
        yield Finding({"current": current, "change": step, "rate": rate}, numbers, (words,), doubtful=True)


def positive(quantity: Quantity) -> Quantity:
    """The quantity without its minus sign."""
    if quantity.value >= 0:
        return quantity
    return replace(
        quantity,
        value=-quantity.value,
        interval=-quantity.interval,
        loose=-quantity.loose,
        truncated=-quantity.truncated,
    )


def footing(passage: Passage, start: int | None = None) -> str:
    """Why a rate cannot be held against levels of its sentence, or of the one before it from ``start`` on."""
    earlier = passage.earlier if start is not None and start < passage.span.start else None
    words = passage.text[(earlier or passage).span.start : passage.span.end]
    if CONSTANT.search(words):
        return "增速不按现价或口径有别，未判"
    return "涉及亏损，未判" if "亏" in words else ""
