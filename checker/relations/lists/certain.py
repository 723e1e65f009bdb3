"""Lists of names that are beyond doubt: short, plain, and next to the values that belong to them."""

import re
from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.lists.counted import WIDE_NAMES
from checker.relations.lists.enumeration import DATE, FIGURE, Stretch
from checker.relations.lists.grouped import Values
from checker.relations.lists.trimming import ADVERBS, SHARED, trimmed, words_of
from checker.relations.passage import Passage
from checker.spans import Span

COUNTED = pattern(r"[^▓]{2,12}▓+[^▓]{0,2}")
OPEN = pattern(r"等[^、]{0,12}$|等$")
HALVES = pattern(
    "城乡|产销|沪深|京沪|男女|进出口|购销|存贷|量价|收支|供需|内外|中外|陆海|老幼|南北|东西|上下|前后|左右|中美|中日|川渝|港澳|软硬"
)
TRADE = "进出口"
"""Trade as one thing, where a list stands before it; 今年进出口分别增长3%和5% are two."""

COUNTED_LIST = pattern(r"[^▓]*、[^▓]*(?P<count>▓+)[^▓、]*$")
DISTRICTS = frozenset("省市县区镇乡村州旗盟")
SHORT = 8
WHEN = pattern("(?:天|日|时候?|[之以]?后|[之以]?前|期间|以来|上午|下午|晚上|当晚)$")
ATTRIBUTED = pattern("(?:显示|介绍|通报|表示|称|透露|指出|披露|公布|统计)$")
REGION = pattern(f"(?:[洲盟湾欧非]|{WIDE_NAMES})▓+")


def unpaired(passage: Passage, head: Stretch, values: Values, tail: Stretch) -> tuple[Span, ...]:
    """The names of a list that is beyond doubt and does not have as many names as there are values; else nothing."""
    ending = tail.words[values.tokens[-1].span.end - tail.start :]
    tail_end = r"[\u4e00-\u9fff]{0,10}" if values.lead == "以" else "(?:左右|以上|以下)?"
    if not values.plain or not re.match(rf"[\s░]*{tail_end}(?:[，,；;。]|$)", ending):
        return ()
    if Stretch(values.lead, 0).dots() or re.match(r"[比较]?[^▓]*[和与及]", values.lead):
        return ()
    clauses = head.clauses()
    own = clauses[-1]
    adverbs = ADVERBS.search(own.words)
    own = own.part(0, adverbs.start()) if adverbs else own
    if not own.words and len(clauses) > 1:
        return _each_counted(clauses[-2], len(values.tokens))
    listed = _uncounted(passage, own)
    return sure(listed, len(values.tokens)) if listed is not own or _opens(head, clauses, own) else ()


def _uncounted(passage: Passage, own: Stretch) -> Stretch:
    """城东、城西、城南三个水厂: the list alone, where the number behind it is how many names it has."""
    counted = COUNTED_LIST.match(own.words)
    if counted is None:
        return own
    at = own.start + counted.start("count")
    number = next((one for one in passage.tokens if one.span.start == at), None)
    names = own.part(0, counted.start("count"))
    if not isinstance(number, Quantity) or number.hedges:
        return own
    return names if number.value == len(names.plain()) else own


def _each_counted(clause: Stretch, count: int) -> tuple[Span, ...]:
    """粮食12万吨、油料3万吨、蔬菜9万吨，分别…: names with a figure each."""
    names = clause.plain()
    sure = len(names) != count and all(COUNTED.fullmatch(words_of(clause, one)) for one in names)
    return names if sure and _ratio_open(len(names), count) else ()


def _opens(head: Stretch, clauses: Sequence[Stretch], own: Stretch) -> bool:
    """Whether the list cannot begin before its clause: the clause is the first, or a whole statement stands before."""
    if len(clauses) == 1:
        return True
    if ATTRIBUTED.search(clauses[-2].words):
        return True
    before, mark = clauses[-2], head.words[clauses[-1].start - head.start - 1]
    if mark not in "，," or FIGURE in before.words or DATE in before.words or WHEN.search(before.words):
        return True
    longest = max(len(words_of(own, one)) for one in own.plain()) if own.plain() else SHORT
    return not before.dots() and not before.joins() and len(before.words) > max(SHORT, 2 * longest)


def sure(own: Stretch, count: int) -> tuple[Span, ...]:
    names = own.plain()
    if not names or len(names) == count or not _ratio_open(len(names), count):
        return ()
    if FIGURE in REGION.sub("", own.words) or OPEN.search(own.words) or halves(own):
        return ()
    words = [words_of(own, one).lstrip(DATE) or DATE for one in names]
    short = all(len(one) <= SHORT for one in words[1:-1]) and len(words[0]) <= 2 * SHORT and len(words[-1]) <= 3 * SHORT
    even = len(words[-1]) > 3 or max(map(len, words)) - len(words[-1]) < 2
    return names if short and even and _parallel(words) else ()


def halves(words: Stretch) -> re.Match[str] | None:
    """Two things that one word names (城乡); trade is one where a list of three and more stands before it."""
    found = HALVES.search(words.words)
    return None if found and found[0] == TRADE and len(words.dots()) > 1 else found


def closed(own: Stretch, count: int) -> bool:
    """Whether a list that ends with 和 cannot hold this 和 (or, read the other way, its 、) inside one of its names.

    小麦、玉米和大豆 are three for certain; 制造业、批发和零售业 are two or three.
    """
    names = sure(own, count)
    if not names or not own.joins() or count > len(own.dots()) + 1:
        return False
    if count <= len(own.dots()):
        return True
    cores = [words_of(own, one) for one in trimmed(own, names)]
    alike = {"县" if one[-1] in DISTRICTS else one[-1] for one in cores}
    return len(alike) == 1 or (len({len(one) for one in cores}) == 1 and len(cores[0]) <= 4)


def _ratio_open(names: int, values: int) -> bool:
    """Whether the one is no multiple of the other, as it is where several values (or metrics) belong to each name."""
    return names % values != 0 and values % names != 0


def _parallel(words: Sequence[str]) -> bool:
    """Whether all names say what is measured, or only the last does for all: no 小麦、玉米产量和面积.

    Where only some name a branch (业、类), the others may be parts of such a name: 电力、热力生产和供应业.
    """
    tail = SHARED.search(words[-1], 1)
    cores = [*words[:-1], words[-1][: tail.start()] if tail else words[-1]]
    if len({one[-1] in "业类" for one in cores}) > 1:
        return False
    measured = [SHARED.search(one) is not None for one in words]
    return all(measured) or not any(measured[:-1])
