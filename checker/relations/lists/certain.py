"""Lists of names that are beyond doubt: short, plain, and next to the values that belong to them."""

import re
from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.lists.counted import WIDE_NAMES
from checker.relations.lists.enumeration import DATE, FIGURE, Stretch
from checker.relations.lists.grouped import Values
from checker.relations.lists.trimming import ADVERBS, RANKED, SHARED, trimmed, words_of
from checker.relations.passage import Passage
from checker.spans import Span

ENDING = pattern(r"[\s░]*(?:(?!等|不等)(?![\u4e00-\u9fff]{0,9}[和与及])[\u4e00-\u9fff]){0,10}(?:[，,；;。]|$)")
"""What may stand behind the last value: nothing, or what all of them count or do (42台和64台|机器人, 起飞)."""

TODAY = pattern("^(?:[今昨当前][天日晚晨]|[上本这]周)")
COUNTED = pattern(r"[^▓]{2,12}▓+[^▓]{0,2}")
OPEN = pattern(r"(?<![一二三四五六特优甲乙丙中上下])等[^、]{0,12}$|等$")
NUMBERS = "第0123456789０１２３４５６７８９一二三四五六七八九十"
NUMBERED = pattern(rf"[{NUMBERS}]{{1,4}}[\u4e00-\u9fff]{{1,3}}")
"""一班, 第二组: a name that opens with its number."""

BRANCH = pattern("(?:(?<![失就创毕停职企])业|类)$")
"""What may be told in parts, 失业, 企业 and their like aside: 批发和零售业."""

HALVES = pattern(
    "城乡|产销|沪深|京沪|男女|进出口|购销|存贷|量价|收支|供需|内外|中外|陆海|老幼|南北|东西|上下|前后|左右|中美|中日|川渝|港澳|软硬"
)
TRADE = "进出口"
"""Trade as one thing, where a list stands before it; 今年进出口分别增长3%和5% are two."""

LED = pattern("[▓两二三四五六七八九]个?(?:[地国市县省区家方洲州]|市场|国家)?(?:外贸)?$")
"""非洲、拉美两地|进出口."""
COUNTED_LIST = pattern(r"[^▓]*(?:、|▐▒)[^▓]*(?P<count>▓+)[^▓、]*$")
DISTRICTS = frozenset("省市县区镇乡村州旗盟")
SHORT = 8
WHEN = pattern("(?:天|日|时候?|[之以]?后|[之以]?前|期间|以来|上午|下午|晚上|当晚)$")
SAID = pattern("(?:显示|介绍|通报|表示|称|透露|指出|披露|公布|统计|了解到?|获悉|宣判|判决|裁定)$")
CIRCUMSTANCE = pattern(
    r"^(?:除[了去开却]?|截[至止]|跟|据|随着|通过|经|根据|按照?|在|自|从|到|受|为|对于|由于|与|今[天日晨晚年]|昨[天日晚]|当[天日晚月年季]|"
    r"[上本这下]个?[周月季年次届轮场批期]|此外$|另外$|同时|不仅|值得|早[盘间]$|午[后间]$|隔夜)|"
    r"(?:收盘|开盘|发稿|时[段分]|方面|之[际初]|年[初中末底]|月[初中末底]|周[末一二三四五六日]|目前|看|说|而言|如此|的是|相比|"
    r"[期年月日赛中]中|[期年月日天周季]内|盘面上|期间|结束|影响|看到|表明|明确|公告)$"
)
"""A clause that says when, where or by whom, and is no name of the list behind it."""

REGION = pattern(f"(?:[洲盟湾欧非]|{WIDE_NAMES})▓+")


def unpaired(passage: Passage, head: Stretch, values: Values, tail: Stretch) -> tuple[Span, ...]:
    """The names of a list that is beyond doubt and does not have as many names as there are values; else nothing."""
    ending = tail.words[values.tokens[-1].span.end - tail.start :].removeprefix(values.noun)
    if not values.plain or not ENDING.match(ending):
        return ()
    if Stretch(values.lead, 0).dots() or re.match(r"[比较]?[^▓]*[和与及]", values.lead):
        return ()
    clauses = head.clauses()
    if len(clauses) > 1 and not _clause(head).words:
        return _each_counted(clauses[-2], len(values.tokens)) or _counted(passage, clauses[-2], len(values.tokens))
    if days := _of_dates(clauses, len(values.tokens)):
        return days
    listed = own_list(passage, head, len(values.tokens))
    return sure(listed, len(values.tokens)) if listed is not None else ()


def _of_dates(clauses: Sequence[Stretch], count: int) -> tuple[Span, ...]:
    """2022年、2023年和2024年，公司利润分别为: dates in a clause of their own, which what is measured follows."""
    if len(clauses) < 2 or set(clauses[-1].words) & {DATE, FIGURE} or clauses[-1].dots() or clauses[-1].joins():
        return ()
    names = clauses[-2].plain()
    dated = bool(names) and all(set(words_of(clauses[-2], one)) == {DATE} for one in names)
    return names if dated and len(names) != count and _ratio_open(len(names), count) else ()


def own_list(passage: Passage, head: Stretch, count: int) -> Stretch | None:
    """The words of a list that is whole in the clause of 分别; none where it may begin before.

    More names than there are values (``count``) are too many wherever they begin.
    """
    own = _clause(head)
    ranked = RANKED.match(own.words)
    if ranked:
        return own.part(ranked.end(), len(own.words))
    listed = _uncounted(passage, own)
    many = len(own.plain()) > max(2, count)
    return _unveiled(passage, listed) if listed is not own or opens(head, head.clauses(), own, many) else None


def _clause(head: Stretch) -> Stretch:
    """The clause that ends with the stretch, without the adverbs that close it."""
    own = head.clauses()[-1]
    adverbs = ADVERBS.search(own.words)
    return own.part(0, adverbs.start()) if adverbs else own


def _unveiled(passage: Passage, own: Stretch) -> Stretch:
    """一班、二班、三班: the list with its figures shown, where they are what tells its names apart."""
    names = own.plain() if FIGURE in own.words else ()
    words = [passage.words(one) for one in names]
    alike = {one.lstrip(NUMBERS) for one in words[:-1]}
    if len(alike) != 1 or not all(map(NUMBERED.match, words)):
        return own
    return Stretch(passage.text[own.start : own.start + len(own.words)], own.start)


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


def _counted(passage: Passage, clause: Stretch, count: int) -> tuple[Span, ...]:
    """城东、城西、城南三个水厂，各有…: names whose number tells that the list is whole."""
    listed = _uncounted(passage, clause)
    return sure(listed, count) if listed is not clause else ()


def opens(head: Stretch, clauses: Sequence[Stretch], own: Stretch, many: bool) -> bool:
    """Whether the list cannot begin before its clause: the clause is the first, or a whole statement stands before.

    Where it has ``many`` names, anything that is unlike them and no list itself can stand before.
    """
    if len(clauses) == 1:
        return True
    before, mark = clauses[-2], head.words[clauses[-1].start - head.start - 1]
    if SAID.search(before.words):
        return True
    if mark not in "，," or FIGURE in before.words or DATE in before.words or WHEN.search(before.words):
        return True
    return not before.dots() and not before.joins() and _unlike(before, own, many)


def _unlike(before: Stretch, own: Stretch, many: bool) -> bool:
    """Whether a clause cannot be the first name of the list in the clause behind it."""
    words = [words_of(own, one) for one in own.plain()]
    longest = max(map(len, words), default=SHORT)
    if len(before.words) > max(SHORT, 2 * longest):
        return True
    said = many or CIRCUMSTANCE.search(before.words) is not None
    ended = before.words[-1:] not in {one[-1] for one in words}
    return said and (ended or TODAY.search(before.words) is not None)


def sure(own: Stretch, count: int) -> tuple[Span, ...]:
    """The names of a list that is beyond doubt, where they are not as many as that, nor several to each or for each."""
    names = beyond_doubt(own)
    return names if names and len(names) != count and _ratio_open(len(names), count) else ()


def beyond_doubt(own: Stretch) -> tuple[Span, ...]:
    """The names of a list that can be cut in one way only: short, plain, closed and of one sort."""
    names = own.plain()
    words = [words_of(own, one).lstrip(DATE) or DATE for one in names]
    listed = own.words[: len(own.words) - _behind_places(words)]
    if not names or FIGURE in REGION.sub("", listed) or OPEN.search(own.words) or halves(own):
        return ()
    short = all(len(one) <= SHORT for one in words[1:-1]) and len(words[0]) <= 2 * SHORT and len(words[-1]) <= 3 * SHORT
    others = words[1:] if len(words) > 2 else words
    even = len(words[-1]) > 3 or max(map(len, others)) - len(words[-1]) < 2
    return names if short and even and _parallel(words) else ()


def _behind_places(words: Sequence[str]) -> int:
    """How much of a list of districts stands behind the last of them: 高台县、山丹县|新开工亿元以上项目."""
    if len(words) < 3 or not all(one[-1] in DISTRICTS for one in words[:-1]):
        return 0
    last = next((at for at, one in enumerate(words[-1]) if at and one in DISTRICTS), None)
    return 0 if last is None else len(words[-1]) - last - 1


def halves(words: Stretch) -> re.Match[str] | None:
    """Two things that one word names (城乡); trade is one behind a list of three or more, or a counted one."""
    found = HALVES.search(words.words)
    if found is None or found[0] != TRADE:
        return found
    listed = len(words.dots()) > 1 or (words.dots() and LED.search(words.words, 0, found.start()))
    return None if listed else found


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
    if not _behind_places(words) and len({BRANCH.search(one) is not None for one in cores}) > 1:
        return False
    measured = [SHARED.search(one) is not None for one in words]
    return all(measured) or not any(measured[:-1]) or len({one[-1] for one in words}) == 1
