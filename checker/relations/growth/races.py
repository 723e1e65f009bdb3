"""Times in a race and how far they lie apart: 以2分05秒38夺冠，乙2分06秒91，只慢了1.53秒."""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.passage import Figure, Passage

APART = pattern(
    "(?:[快慢](?:了|出|将近|不到)?|领先(?:[^，。；0-9]{0,8})?|落后(?:[^，。；0-9]{0,8})?|相差|[只仅]差|以|优势(?:为|是)?|提高了?|缩短了?"
    "|多用了?|少用了?)(?:约|近|仅|只)*$"
)
ADVANTAGE = pattern("(?:的)?(?:微弱)?优势|之差")
FINE = pattern("分[0-9０-９]+秒|[0-9０-９][.．][0-9０-９]+秒|[0-9０-９]+秒[0-9０-９]|[时分][0-9０-９.．]+$")
"""How times of a race are printed: minutes with seconds, or parts of a second."""


def told(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure]]:
    """The two times nearest before a difference, in its sentence or the one before, and the difference."""
    times = [one for one in passage.figures if _is_fine(one)]
    if not times:
        return
    earlier = [one for one in passage.earlier.figures if _is_fine(one)] if passage.earlier else []
    for at, step in enumerate(times):
        before = passage.words(step.before)
        match = APART.search(before)
        if not match or (match[0].startswith("以") and not ADVANTAGE.match(passage.words(step.after))):
            continue
        near = [one for one in (*earlier, *times[:at]) if one.quantity.value > step.quantity.value][-2:]
        if len(near) == 2:
            yield near[0], near[1], step


def _is_fine(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.unit_class is UnitClass.DURATION and FINE.search(quantity.literal) is not None
