"""Times in a race and how far they lie apart: 以2分05秒38夺冠，乙2分06秒91，只慢了1.53秒.

Whose times they are the words tell: 丁领先丙0.17秒 lies between those two and no others, and 离世界纪录只差0.01秒 is
nothing to the record of a continent.
"""

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.naming import pairs
from checker.relations.passage import Figure, Passage
from checker.spans import Span

APART = pattern(
    "(?:[快慢](?:了|出|将近|不到)?|领先(?P<led>[^，。；0-9]{0,8})|落后(?P<behind>[^，。；0-9]{0,8})|相差|[只仅]差|以|优势(?:为|是)?"
    "|提高了?|缩短了?|多用了?|少用了?)(?:约|近|仅|只)*$"
)
ADVANTAGE = pattern("(?:的)?(?:微弱)?优势|之差")
FINE = pattern("分[0-9０-９]+秒|[0-9０-９][.．][0-9０-９]+秒|[0-9０-９]+秒[0-9０-９]|[时分][0-9０-９.．]+$")
"""How times of a race are printed: minutes with seconds, or parts of a second."""

OTHER = pattern("反应|起跑用时|起跳|腾空|预赛|半决赛|赛段|分段|棒")
"""No time of the race that is told of: 出发反应时间0.51秒."""

PAST = pattern("去年|上年|前年|往年|上[届次]")
"""What another year's time is compared with."""

HALFWAY = pattern("转身|半程|中途|途中|前[0-9半]+|[0-9]米处|[0-9]公里处|计时点|[折折]返")
RACE, NEAREST = 2, 6
"""So many times the one is no time of the same race; so many times before a difference are looked at."""

BREAK = pattern("[，,。；;：:！？⏎\\s]")
ENDS = pattern("距离?|[比较与和同跟离将把被]|之间|以|的(?=[\u4e00-\u9fff])")
TITLE = pattern("[\u4e00-\u9fff“”]{0,12}(?:选手|名将|小将|老将|健将|新秀|运动员|队友)")
PLAIN = pattern(
    "最终|最后|决赛|冠军|头名|第一名|榜首|仅仅?|只有|[只也却还又都而但并则便就已才竟]|成绩|用时|时间|结果|一举|惜败|微弱|领先|落后|优势|自己|保持"
    "|[他她它]们?|对手|后者|前者|两[人者队]|双方|彼此|二者|此前|之前|原来?|[了的于是为有出近约]"
)
"""What is no name: 他只比对手."""

AHEAD, BEHIND = 40, 12
"""So many characters beside a time tell whose it is."""

HANZI = pattern("[\u4e00-\u9fff·-]{2,}")
RECORD = pattern("[\u4e00-\u9fff]{1,4}纪录")


def told(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure]]:
    """The two times nearest before a difference, in its sentence or the one before, and the difference."""
    times = [one for one in passage.figures if _is_fine(one)]
    if not times:
        return
    earlier = [one for one in passage.earlier.figures if _is_fine(one)] if passage.earlier else []
    starts = [one.quantity.span.start for one in times]
    for step in passage.figures:
        if not _is_step(step):
            continue
        before = passage.words(step.before)
        match = APART.search(before)
        if not match or (match[0].startswith("以") and not ADVANTAGE.match(passage.words(step.after))):
            continue
        start = max(passage.clauses[step.clause].start, step.quantity.span.start - AHEAD)
        if PAST.search(passage.text, start, step.quantity.span.start):
            continue
        own = times[: bisect_left(starts, step.quantity.span.start)][-NEAREST:]
        near = _pair([one for one in (*earlier[-NEAREST:], *own) if _size(one) > _size(step)], step)
        opened = BREAK.split(before[: match.start()])[-1]
        ends = f"{opened}|{match['led'] or match['behind'] or ''}"
        if len(near) == 2 and _are_of_one_race(passage, near) and _are_told(passage, near, step, match[0], ends):
            yield near[0], near[1], step


def _is_fine(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.unit_class is UnitClass.DURATION and FINE.search(quantity.literal) is not None


def _pair(times: list[Figure], step: Figure) -> list[Figure]:
    """The last time with the one that lies just so far from it, be it that of the winner; else with the one before."""
    last = times[-1:]
    apart = [one for one in times[:-1] if abs(_size(last[0]) - _size(one)) == _size(step)]
    return [*(apart or times[:-1])[-1:], *last]


def _is_step(figure: Figure) -> bool:
    """What two times may lie apart: 1.53秒, 34秒."""
    return figure.quantity.unit.name == "秒" or _is_fine(figure)


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor


def _are_of_one_race(passage: Passage, near: list[Figure]) -> bool:
    """Whether both are times over one way: no reaction, no time of one half alone."""
    short, long = sorted(map(_size, near))
    leads = [BREAK.split(_lead(passage, one))[-1] for one in near]
    halves = {HALFWAY.search(_lead(passage, one)) is None for one in near}
    return long < RACE * short and len(halves) == 1 and not any(OTHER.search(each) for each in leads)


def _are_told(passage: Passage, near: list[Figure], step: Figure, words: str, ends: str) -> bool:
    """Whether whoever the difference names is told of with one of the two times."""
    stop = step.quantity.span.start - len(words)
    known = "|".join(_lead(passage, one) + _tail(passage, one, stop) for one in near)
    names = [HANZI.findall(PLAIN.sub("|", TITLE.sub("|", part))) for part in ENDS.split(ends.replace("|", "比"))]
    return all(_is_known(name, known) for each in names for name in each)


def _is_known(name: str, known: str) -> bool:
    record = RECORD.search(name)
    if record:
        return record[0] in known
    said = pairs(name)
    return 2 * len(said & pairs(known)) >= len(said)


def _lead(passage: Passage, figure: Figure) -> str:
    """The words of its sentence before a time, back to the number before."""
    own = passage if passage.span.covers(figure.quantity.span) else passage.earlier or passage
    at = own.figures.index(figure)
    start = own.figures[at - 1].quantity.span.end if at else own.span.start
    return own.words(Span(max(start, figure.quantity.span.start - AHEAD), figure.quantity.span.start))


def _tail(passage: Passage, figure: Figure, stop: int) -> str:
    """What directly follows a time, up to the words that tell how far apart: 4分11秒38|的省纪录."""
    end = figure.quantity.span.end
    return BREAK.split(Span(end, max(end, min(end + BEHIND, stop))).of(passage.text))[0]
