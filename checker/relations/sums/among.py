"""Parts behind their whole: 其中, 包括, （含…）, 个…中有.

The whole of 其中 is the level in front of it, never the increment; a list in a bracket belongs to the number before
the bracket, a list after the bracket to the number outside. Parts joined by 、 or 和 are surely of one list; those
after a comma are taken as long as they can be, because the wording does not tell where such a list ends.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.sums import alike, classes
from checker.relations.sums.fine import is_fine
from checker.relations.sums.row import GRADES, MOVES, OPEN, Row, Sum, fits, low, same_unit
from checker.spans import Span

NEW_WHOLE = pattern(r"总数|总量|总额|总值|总计|共有|共计|合计")
REST = pattern(r"其余|余下|剩余")
PROCEDURE = pattern(r"(?:逮捕|批捕|起诉|刑拘|拘留|移送|判刑)了?$")
"""逮捕5万名、起诉4.8万名: steps that the same people go through."""

TOPIC = pattern(r"\s*(?:全[市省县国区年州]|年末|截至|截止)")
SHARE = pattern(
    r"(?:^|[，,（(）)])\s*占(?:比|总[\u4e00-\u9fff]{0,2})?的?(?:比重|比例)?(?:（[^）]{1,14}）)?[为达约近超]?$"
)
AFTER_WHOLE = pattern(r"\s*的(?:约|近|超过)?\s*")
TIGHT = pattern(r"[、和及与]")
PAIRED = pattern(r"[\u4e00-\u9fff]{0,8}[、和及与][\u4e00-\u9fff]{0,4}")
BREAK = pattern(r"[；;]")
BREAK_OFF = pattern("[，,；;][^，,；;]*分别")
"""…其中一季度9件，1月、2月、3月分别为…: what goes to several names at once divides anew."""

LATIN = pattern(r"([A-Za-z]{2,12})(?:为|达到?|约|是)?$")
CLOSED = pattern(
    r"[^，。；]{0,4}[，,（(]?(?:再也?|除此之外|此外|就)?(?:再|都)?(?:没有?|无|别无)(?:有)?(?:别的|其他|其它|他)|[，,]仅此|[，,]就这"
)
"""再没有别的品种: what was listed is all."""

HEADED = pattern("[；;][^，,；;。]{2,14}[中里][，,：:]")
"""；新增出院病例中，…: the next part of the sentence divides a whole of its own."""

FEW = 2
NEW = pattern(r"新增|净增")
GIVING = frozenset("将把对从向由使让给")
RELATED = pattern("(?:[对与给被将把]|(?<![方走转导风朝])向)[约近]?$")
STOPS = pattern(r"[；;。]|等[多共]?$")
THINGS = frozenset(("个", "项", "大", "家", "座", "条", "处", "所", "件", "套", "类", "种", "只", "条线"))
SAME_TIME = pattern(r"单季度|单月|当季|当月")
LEVELS = frozenset((Act.LEVEL, Act.TO, Act.SUM))

REACH, AHEAD, GAP, NEAR = 24, 48, 48, 30
"""How many figures before and after the word that ties them are looked at, how many characters to the first part, and
from the whole to 包括."""


def listed(row: Row) -> Iterator[Sum]:
    """其中, 包括, （含: the whole stands in front, the parts behind."""
    for match in OPEN.finditer(row.text, row.passage.span.start, row.passage.span.end):
        first = bisect_left(row.starts, match.end())
        if first >= len(row.figures) or row.starts[first] - match.end() > GAP or _object(row, match, first):
            continue
        word = Span(*match.span())
        if SAME_TIME.search(row.before(first)):
            periods = list(_of_period(row, first, word))
            yield from periods
            if periods or row.quantity(first).unit_class is not UnitClass.COUNT:
                continue
        bracket = _bracket(row.text, row.passage.span.start, word.start)
        part = _first_part(row, first, word.end, bracket)
        wholes = [] if part is None else _wholes(row, part, word.start, bracket)
        if part is not None and wholes and not rated(row, part):
            parts = list(_parts(row, wholes[0], part, bracket, _opens(row, word)))
            over = list(_parts(row, wholes[0], part, bracket, _opens(row, word), over=True))
            if len(over) > max(len(parts), FEW) and is_fine([row.quantity(one) for one in (wholes[0], *over)]):
                yield replace(_sum(row, wholes[:1], over, word), exhaustive=True, likely=True, slip=True)
            yield _sum(row, wholes, parts, word)


def _object(row: Row, match: re.Match[str], first: int) -> bool:
    """Whether 其中 is the object of a verb (将其中3万元借给…), or the number is not what it counts (其中甲对6位)."""
    before = row.text[match.start() - 1 : match.start()]
    return before in GIVING or RELATED.search(row.text, match.end(), row.starts[first]) is not None


def rated(row: Row, part: int) -> bool:
    """Whether the share of the part is told behind it: that ratio says all there is to say."""
    for index in range(part + 1, min(part + 4, len(row.figures))):
        if row.figures[index].is_rate:
            return (
                row.figures[index].clause - row.figures[part].clause <= 3
                and SHARE.search(row.between(index - 1, index)) is not None
            )
        if row.adds(index) and row.quantity(index).unit.name == row.quantity(part).unit.name:
            return False
    return False


def _of_period(row: Row, first: int, word: Span) -> Iterator[Sum]:
    """其中第二季度，单季度营业收入…: each amount belongs to the one of the same name before."""
    for index in range(first, min(first + 6, len(row.figures))):
        name = SAME_TIME.split(row.before(index))[-1]
        if not SAME_TIME.search(row.before(index)) or not row.adds(index) or len(name) < 2:
            continue
        for whole in range(first - 1, max(-1, first - REACH), -1):
            if row.before(whole).endswith(name) and row.adds(whole) and row.starts[whole] < word.start:
                moves = MOVES.search(name) is not None
                yield Sum(row.quantity(whole), (row.quantity(index),), (word,), moves=moves)
                break


def _bracket(text: str, start: int, at: int) -> int:
    """Where the bracket opens that ``at`` stands in, or -1."""
    start = max(start, at - 200)
    opened = max(text.rfind("（", start, at), text.rfind("(", start, at))
    closed = max(text.rfind("）", start, at), text.rfind(")", start, at))
    return opened if opened > closed else -1


def _first_part(row: Row, first: int, start: int, bracket: int) -> int | None:
    """The first amount of a list; a rate before it is passed over. 包括甲、乙等30项 counts 甲 and 乙 and is no part."""
    for index in range(first, min(first + 2, len(row.figures))):
        words = row.text[start : row.starts[index]]
        if (bracket >= 0 and _leaves(words)) or STOPS.search(words):
            return None
        if row.adds(index) and row.cues[index].act is not Act.SHARE:
            return index
        if not (row.figures[index].is_rate or row.quantity(index).unit.name in GRADES):
            return None
    return None


def _leaves(words: str) -> bool:
    """Whether these words go out of the bracket that they begin in."""
    depth = 0
    for character in words:
        depth += (character in "（(") - (character in "）)")
        if depth < 0:
            return True
    return False


def _wholes(row: Row, part: int, word: int, bracket: int) -> list[int]:
    """The figures that can be the whole, the likeliest first."""
    figure = row.figures[part]
    if bracket >= 0:
        index = bisect_left(row.starts, bracket) - 1
        near = index >= 0 and bracket - row.quantity(index).span.end <= 8
        return [index] if near and row.adds(index) and same_unit(row.quantity(index), figure.quantity) else []
    found: list[int] = []
    near = row.text[word : word + 2] in ("包括", "包含")
    for index in range(bisect_left(row.starts, word) - 1, max(-1 if not near else row.first - 1, part - REACH), -1):
        if row.figures[index].bracket or not same_unit(row.quantity(index), figure.quantity):
            continue
        if not row.adds(index) or row.quantity(index).literal.endswith("以上"):
            break
        part_before = index < row.first and _told_among(row, index)
        if not found and _listed_with(row, index):
            break
        if row.quantity(index).is_article or part_before or _is_base(row, index):
            continue
        if near and word - row.quantity(index).span.end > NEAR:
            break
        if not row.past(index) and _one_measure(row, index, part):
            found.append(index)
    here = [index for index in found if index >= row.first]
    if row.text[row.passage.span.start : word].strip() and row.starts[row.first] < word:
        found = here
    return _of_act(row, row.cues[part].act, here) or _of_act(row, row.cues[part].act, found)


def _is_base(row: Row, index: int) -> bool:
    """Whether a number is only what a rate is of: 为调整预算50亿元的97.5%."""
    rated = index + 1 < len(row.figures) and row.figures[index + 1].is_rate
    return rated and AFTER_WHOLE.fullmatch(row.between(index, index + 1)) is not None


def _told_among(row: Row, index: int) -> bool:
    """Whether a number is itself one behind 其中."""
    return OPEN.search(row.before(index)[-8:]) is not None


def _listed_with(row: Row, index: int) -> bool:
    """Whether a number is the last of several that only together are the whole: 3名司机和6名乘客，其中8人."""
    of_one = index > 0 and same_unit(row.quantity(index - 1), row.quantity(index))
    return of_one and PAIRED.fullmatch(row.between(index - 1, index)) is not None


def _one_measure(row: Row, whole: int, part: int) -> bool:
    """Whether two names are not those of different measures: ADR is no part of RevPAR, 三大 none of 六大."""
    one, two = (LATIN.search(row.before(index)) for index in (whole, part))
    return not (one and two and one[1] != two[1]) and row.quantity(whole).unit.name != "大"


def _of_act(row: Row, act: Act, found: Sequence[int]) -> list[int]:
    """Levels for a level, rises for a rise; what is new without a comparison (新增30个) is a level too."""
    wanted = LEVELS if act in LEVELS else {act}
    same = [index for index in found if row.cues[index].act in wanted]
    new = [index for index in found if row.cues[index].act is Act.RISE and not row.cues[index].base]
    added = [index for index in found if act is Act.RISE and NEW.search(row.before(index))]
    return same or (new[:1] if act in LEVELS else added)


def _sum(row: Row, wholes: Sequence[int], parts: Sequence[int], word: Span) -> Sum:
    whole = wholes[0]
    names = [row.name(index) for index in parts]
    complete = classes.complete(names, row.before(whole)) if len(parts) > 1 else None
    closed = complete is not None and row.one_period(whole, parts[0])
    rest = len(parts) > 1 and REST.search(row.before(parts[-1])) is not None
    moves = MOVES.search(row.before(whole)) is not None or row.cues[parts[0]].act in (Act.RISE, Act.FALL)
    usual = complete is not None and complete.likely and not rest
    only = CLOSED.match(row.text, row.quantity(parts[-1]).span.end) is not None
    return Sum(
        row.quantity(whole),
        tuple(row.quantity(index) for index in parts),
        (word,),
        closed or rest or only,
        moves,
        tuple(row.quantity(index) for index in wholes[1:4]),
        likely=usual or (len(parts) > 1 and alike.are_alike(row, parts[0], parts[-2], parts[-1])),
    )


def _opens(row: Row, word: Span) -> bool:
    """Whether the word opens a sentence: its list runs on over semicolons."""
    return not row.text[row.passage.span.start : word.start].strip()


def _parts(row: Row, whole: int, first: int, bracket: int, free: bool, *, over: bool = False) -> Iterator[int]:
    """The figures of a list. Those after a comma only as long as they can still be parts.

    With ``over`` also those that go past the whole, if they end as the others do: what one wrong digit makes of parts.
    """
    quantity, inside = row.quantity(whole), row.figures[first].bracket
    least, last, nested = low(row.quantity(first)), first, False
    yield first
    for index in range(first + 1, min(first + AHEAD, len(row.figures))):
        if row.figures[index].bracket != inside:
            if bracket >= 0:
                return
            continue
        step = row.between(index - 1, index)
        nested = (nested or OPEN.search(step) is not None) and not BREAK.search(step)
        if nested or not _joins(row, index, first):
            continue
        gap = row.between(last, index)
        if ("分别" in gap and BREAK_OFF.search(gap)) or HEADED.search(gap):
            return
        closed = _classed(row, first, index) or REST.search(row.before(index)) is not None
        if _ends(row, index, gap) or (BREAK.search(gap) and not (free or closed or _under(row, whole, index))):
            return
        least += low(row.quantity(index))
        tight = TIGHT.search(gap) is not None and not re.search("[，,；;]", gap)
        tight = tight and PROCEDURE.search(row.before(index)) is None
        tight = tight or alike.are_alike(row, first, last, index)
        outgrown = low(row.quantity(index)) > quantity.value * quantity.unit.factor and alike.beside(row, first, index)
        fitting = fits(quantity, least) or outgrown or (over and alike.end_alike(row, first, index))
        if not (tight or closed or (fitting and not alike.STAGE.search(row.before(index)))):
            return
        last = index
        yield index


def _joins(row: Row, index: int, first: int) -> bool:
    figure, like = row.quantity(index), row.quantity(first)
    of_one = same_unit(figure, like) or {figure.unit.name, like.unit.name} <= THINGS
    same_act = row.cues[index].act is row.cues[first].act
    return row.adds(index) and of_one and same_act and not row.past(index)


def _ends(row: Row, index: int, gap: str) -> bool:
    """Whether a figure begins something else: a whole of its own, another sentence."""
    before = row.before(index)
    return NEW_WHOLE.search(before) is not None or TOPIC.match(before) is not None or "。" in gap


def _classed(row: Row, one: int, two: int) -> bool:
    """Whether two names are different members of one closed classification."""
    first, second = classes.memberships(row.name(one)), classes.memberships(row.name(two))
    return any(number in second and second[number] != place for number, place in first.items())


def _under(row: Row, whole: int, index: int) -> bool:
    """Whether a name ends as the whole's does: 基层医疗卫生机构 under 医疗卫生机构."""
    head = re.sub(r"(?:为|达到?|有|共|约)+$", "", row.before(whole))[-4:]
    return len(head) == 4 and head in row.before(index)
