"""Lists that name one fewer than the number right behind them says: 申报、查验、退税四个窗口; or two, if they are long.

Places may own several of what is counted (甲市、乙市、丙市四座桥), and it may be the object of all the words before it
(新建、改建、扩建四座桥). So it counts here only what such lists name one by one, and a list one short of it is for a
reader to look at.
"""

from collections.abc import Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists import counted
from checker.relations.lists.apposition import NOUN
from checker.relations.lists.before import ADDED, OPENED, led
from checker.relations.lists.certain import opens
from checker.relations.lists.counted import PEOPLE, PROVINCES, REGIONS, WIDE_NAMES
from checker.relations.lists.doubted import of_places, of_sorts
from checker.relations.lists.enumeration import QUOTED, UNQUOTE, surroundings
from checker.relations.lists.stated import COMPOUND, KINDS_OF, SHORT, TIMES, Count, relation_of, words_of
from checker.relations.passage import Passage
from checker.relations.record import Relation

HAN = pattern("[\u4e00-\u9fff]+")
SORTS = KINDS_OF | frozenset("样招门大")
THINGS = frozenset("座条家所块处站支款部间口道尊栋幢艘")
VERBAL = pattern("[建修造扩迁拆购收并查处关停缔办养护运营种植育引推打开通投完改装配置选派救治抓捕判罚销审核检]")
"""What tells a doing: 新建、改建、扩建四所学校."""

BODIES = pattern("(?:[局委办厅院校]|[大中小]学)$")
"""教育局, 体育局: what is called so is a body and no doing."""

OWNERS = frozenset("省市县区镇乡村旗盟国")
OWNED = pattern("[\u4e00-\u9fff]{0,6}(?:品种|项目|工程|企业|公司|产品|基地|班|课题|团队|品牌|专利|案件|任务)")
"""Of these one name may have several."""

PROVINCE = pattern("省")
WIDE = pattern(f"(?:[亚欧非美]|大洋)洲$|[盟欧]$|{WIDE_NAMES}")
FEW, MOST, UNEVEN, TWO = 3, 10, 1, 2


def one_short(passage: Passage, count: Count) -> Relation | None:
    """A plain list right before a number that surely counts its names and says one more."""
    told = count.chinese or count.unit in PEOPLE
    if not told or not FEW - 1 <= count.value <= MOST or count.unit in TIMES:
        return None
    head, _ = surroundings(passage.text, passage.span, count.span.start, passage.tokens)
    clauses = head.clauses()
    own = clauses[-1]
    if OPENED.search(own.words) or ADDED.match(own.words) or not opens(head, clauses, own, many=False):
        return None
    names = own.plain()
    short = count.value - len(names)
    more = short == -1 and count.chinese
    plainly = short == TWO and len(names) > FEW and not own.joins()
    fewer = (short == 1 and len(names) >= FEW - 1) or plainly
    if not (more or fewer) or "、" in passage.text[passage.span.start : own.start]:
        return None
    names = led(own, names)
    words = [words_of(own, one) for one in names]
    if not (_quoted(words) or _named(passage, count, words)) or (more and not _of_one_kind(words)):
        return None
    return replace(relation_of(passage, count, names, Verdict.INCONSISTENT), doubtful=True)


def _of_one_kind(words: Sequence[str]) -> bool:
    """Whether all names end alike, the first one as well, so that none of them is of what stands before the list."""
    return (
        len(words) > FEW - 1 and len({one[-1] for one in words}) == 1 and len({len(one) for one in words}) <= UNEVEN + 1
    )


def _quoted(words: Sequence[str]) -> bool:
    """Whether all names are quotations or titles."""
    return all(one.startswith(QUOTED) and one.endswith(UNQUOTE) for one in words)


def _named(passage: Passage, count: Count, words: Sequence[str]) -> bool:
    """Whether these are names of what is counted: people, places, sorts, or things with names of one length."""
    later = words[1:]
    if len(words) < FEW or any(len(one) > SHORT or not HAN.fullmatch(one) or COMPOUND.search(one) for one in later):
        return False
    ahead = passage.text[count.span.end : min(passage.span.end, count.span.end + 8)]
    if count.unit in PEOPLE:
        return counted.by_itself(words, count.unit, ahead, opened=False)
    sizes = [len(one) for one in later]
    sorts = count.unit in SORTS or of_sorts(passage, count) or of_places(passage, count)
    if max(sizes) - min(sizes) > UNEVEN + sorts or OWNED.match(ahead):
        return False
    if any(WIDE.search(one) for one in words) or (any(map(PROVINCES.search, words)) and not PROVINCE.match(ahead)):
        return False
    if count.unit in REGIONS or (count.unit == "个" and counted.PLACES_OF.match(ahead)):
        return not any(one[-1] in OWNERS for one in words)
    if any(one[-1] in OWNERS for one in words):
        return False
    if sorts:
        return True
    of_things = count.unit in THINGS or (count.unit == "个" and NOUN.match(ahead) is not None)
    bodies = len({one[-1] for one in words}) == 1 and BODIES.search(words[0]) is not None
    return of_things and (bodies or not any(VERBAL.search(one) for one in later))


__all__ = ["one_short"]
