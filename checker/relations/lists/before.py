"""Lists that a number sums up: 例会、通报、约谈三项."""

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists import counted
from checker.relations.lists.after import until_figure
from checker.relations.lists.counted import PEOPLE, REGIONS
from checker.relations.lists.enumeration import DATE, FIGURE, QUOTED, UNQUOTE, Stretch, surroundings, veil
from checker.relations.lists.stated import (
    BEFORE,
    COMPOUND,
    KINDS_OF,
    LEVELS,
    LONG,
    SHORT,
    TIMES,
    Count,
    listed,
    relation_of,
    words_of,
)
from checker.relations.lists.trimming import without_preposition
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

LEADS = pattern(
    r"^.*(?:其中|包括|涉及|覆盖|涵盖|形成|深化|统筹|构建|构筑|建构|面向|探索|健全|完善|加强[同与]?|引[入进]的?|弘扬|共建|(?:下|分|共|增|开|比赛|赛事)?设(?![立有置备施计])|下辖|辖|建成|建起|开有|停靠|成立|围绕|聚焦|坚持|实施|推进|培育|打造|开展|发挥|提升|实现|途经|销往|远销|发往|运往|来自|连接|连通|串联|投入|出动|调集|调派|派出|惠及|辐射|走进|种植|养殖|生产|设立|实行|建立|设有|通过|的有|[全我本][区市省县国]|[\u4e00-\u9fff]{2}省(?![级会内际委直道中])|▞|了|[对向在为以把将由从让给])\s*(?=\S)"
)
PARTED = pattern("[、和与及]")
FEW, APART, FULL = 3, 2, 4
SUBJECTS = frozenset("门款")
"""四门选修课, 三款茶: what each name is one of."""
OPENED = pattern(r"(?:等(?:[一总]?共计?|合计|总计)?|(?<![中公])[一总]?共计?|合计|总计)$")
ADDED = pattern(r"[和与同跟及]|.*(?:除|会同|联合(?![体会国])|连同|等)")
JOINED = pattern(r"[和与同跟及]|.*(?:除|包括|以及|会同|联合(?![体会国])|连同|等)")
"""Words by which a list adds to what stands before it, or leaves something out."""

AFTER_COUNT = pattern(r".*(?:▓|[两三四五六七八九十]大)[^▓、]{0,12}?(?:以及|[和与及])(?=[^▓]*$)")
"""甲、乙两个村和丙、丁、戊三个村: the list after another one that has its own number."""

GRADED = pattern(
    "(?:启动|发布|发出|挂出|拉响|维持|解除|终止|进入|升级为?|提升[为至到]|调整[为至到]|评[为定])了?(?:国家|本?[省市县区州])?级?$"
)
"""启动国家四级响应: a grade, no number of tiers."""

SITES = pattern(
    "(?:生产|培训|实训|制造|研发)?(?:基地|园区|厂区|校区|院区|分公司|子公司|门店|网点|站点|港区|车站)(?![园协集链队])"
)
OFFICES, OFFICE = pattern("(?:部门|单位|科室|处室|机构|委办局)(?![负领干人员管])"), pattern("[\u4e00-\u9fff]{2,6}")
FORCES = pattern("(?:救援|应急|抢险|专业|骨干|执法|工作)?(?:力量|队伍)")
"""公安、消防、医疗三支|力量."""

MEASURED = pattern(f"{FIGURE}(?:[/／][\u4e00-\u9fff]+)?[^{FIGURE}]{{2,}}$")
"""2100吨原药、6000吨营养液|两个项目: each name opens with its own size."""

LINE, LINES = pattern("[A-Z]?[0-9]{1,4}(?:路|号线|[快支专]线)(?:公交车?)?$"), frozenset("条路")
"""5路, 1号线, 803路公交: a line that is called by its number."""

TALLY = pattern(r"(?:以上|上述|这)$")
NAMED_SO, CLOSE = pattern("[“‘]新?$"), ("”", "’")
"""电动车、锂电池、光伏板“新|三样”: a name that counts what stands before it."""

CALLED = pattern("[\u4e00-\u9fff]{1,8}[”’]")
"""甲、乙和丙“三大|攻坚行动”: what the names before it are called."""

DOING = pattern(
    "(?:开展|推进|推动|[落做抓夯]实|[做抓]好|守护|紧扣|围绕|聚焦|打造|实施|实现|发挥|坚持|践行|形成|构建|启动|举办|推出"
    "|完成|获得|荣获|争创|创建|夺得|包揽|承担|签署|联合|签订|提出|设立|建立|是|为|被称为|称为|统称|合称|入选|列入)$"
)
"""What is done to what the quoted name calls, so that no list of it stands before."""

SIGNS_BEFORE = pattern(r"[、/／和与及，,”》」]|的$|分$")


def before(passage: Passage, count: Count) -> Relation | None:
    """The list that a number sums up: 例会、通报、约谈三项."""
    start = max(passage.span.start, count.span.start - 3 * BEFORE)
    if not SIGNS_BEFORE.search(passage.text, start, count.span.start):
        return None
    named = NAMED_SO.search(passage.text, start, count.span.start)
    if named and CALLED.match(passage.text, count.span.end):
        return _called(passage, count, named.start())
    at = named.start() if named and passage.text.startswith(CLOSE, count.span.end) else count.span.start
    head, _ = surroundings(passage.text, passage.span, at, passage.tokens)
    clauses = head.clauses()
    own = clauses[-1]
    own = own.part(0, len(own.words.rstrip()))
    if tally := TALLY.search(own.words):
        names = _tallied(clauses, count.value) if tally.start() == 0 else ()
        return listed(passage, count, names)
    if own.words.endswith(UNQUOTE) and not own.dots() and not own.joins():
        return listed(passage, count, _quoted(passage, own).split(count.value))
    rest = OPENED.search(own.words)
    opened = rest is not None and rest[0][0] == "等"
    own = own.part(0, rest.start()) if rest else own
    if re.search(r"[▓▞][的分]$", own.words):
        own = own.part(0, len(own.words) - 1)
        names = own.split(count.value)
        return listed(passage, count, names if names and _figures(own, names[-1]) else ())
    names = own.split(count.value)
    if names and _summed(own, names, count):
        more = _one_more(passage, own, count) or _of_one_noun(passage, own, count, opened)
        return replace(more, doubtful=True) if more else listed(passage, count, led(own, names))
    fresh = AFTER_COUNT.match(own.words)
    if fresh:
        own = own.part(fresh.end(), len(own.words))
        names = own.split(count.value)
        if names and _summed(own, names, count):
            return listed(passage, count, led(own, names))
    return _numbered(passage, own, count, opened) or _miscounted(passage, own, count, opened)


def _numbered(passage: Passage, own: Stretch, count: Count, opened: bool) -> Relation | None:
    """5路、18路和103路三条公交线路: lines that are called by numbers, whatever leads up to the first."""
    names = own.plain()
    words = [passage.words(one) for one in names]
    first = LINE.search(words[0]) if words else None
    if first is None or count.unit not in LINES or not all(LINE.fullmatch(one) for one in words[1:]):
        return None
    if ADDED.match(own.words) or (opened and len(names) < count.value):
        return None
    names = (Span(names[0].start + first.start(), names[0].end), *names[1:])
    fits = len(names) == count.value
    found = relation_of(passage, count, names, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT)
    return replace(found, doubtful=not fits)


def _called(passage: Passage, count: Count, at: int) -> Relation | None:
    """甲、乙和丙“三大行动”: a quoted name for the list before it, told only where it has so many names."""
    head, _ = surroundings(passage.text, passage.span, at, passage.tokens)
    own = head.clauses()[-1]
    own = own.part(0, len(own.words.rstrip()))
    names = () if OPENED.search(own.words) else own.split(count.value)
    if not names or not _summed(own, names, count) or set("▒▐▓▞").intersection(own.words):
        return None
    if count.value < FEW and (count.unit == "个" or min(map(len, names)) < FULL):
        return None  # 坚持和落实“两个毫不动摇” lists nothing
    names = led(own, names)
    first, *_, last = (words_of(own, one) for one in names)
    if DOING.search(last) or (count.value < FEW and first[-1] != last[-1] and len(first) != len(last)):
        return None  # 镇党委、镇政府持续推进“两大工程”
    return listed(passage, count, names)


def _quoted(passage: Passage, own: Stretch) -> Stretch:
    """What the quotation that ends these words holds."""
    start = len(own.words[:-1].rstrip(QUOTED))
    inside = Span(own.start + start + 1, own.start + len(own.words) - 1)
    return Stretch(veil(passage.text, inside, ()), inside.start)


def _figures(own: Stretch, name: Span) -> bool:
    words = own.words[name.start - own.start : name.end - own.start]
    return set(words) <= {FIGURE, DATE}


def _summed(own: Stretch, names: Sequence[Span], count: Count) -> bool:
    """Whether names in front of a number can be what it counts: short ones, and years only for years."""
    words = [words_of(own, one) for one in names]
    if count.unit in TIMES:
        return all(re.fullmatch(r"[▞▓]+|[一二三四五六七八九〇○零]{2,4}年?", one[-4:]) for one in words)
    if (
        (FIGURE in "".join(words[1:]) and not all(MEASURED.search(one) for one in words))
        or words[0].endswith(FIGURE)
        or re.search(r"(?:[的了过着有是这那其])$|[各每均]|分别", words[-1])
    ):
        return False
    return all(len(one) <= LONG for one in words[1:])


def _tallied(clauses: Sequence[Stretch], count: int) -> tuple[Span, ...]:
    """甲52票，乙49票，以上2人: as many clauses with a figure each."""
    run = clauses[-count - 1 : -1]
    pieces = [clause.part(one.start - clause.start, one.end - clause.start) for clause in run for one in _parts(clause)]
    run = pieces[-count:]
    names = [one.name(0, len(one.words)) for one in run if re.fullmatch(r"[^▓]{1,24}▓+", one.words)]
    if len(names) != count or not all(names):
        return ()
    bare = (until_figure(one, name) for one, name in zip(run, names, strict=True) if name is not None)
    return tuple(
        Span(one.start, one.end - words_of(own, one).endswith("占")) for own, one in zip(run, bare, strict=True)
    )


def _parts(clause: Stretch) -> tuple[Span, ...]:
    """The parts of a clause between its 、, or all of it."""
    return clause.split(len(clause.dots()) + 1) or (Span(clause.start, clause.start + len(clause.words)),)


def _miscounted(passage: Passage, own: Stretch, count: Count, opened: bool) -> Relation | None:
    """A plain list right before a number that counts places or sorts of things, with more or fewer names."""
    if count.unit == "级" and GRADED.search(own.words):
        return None
    names = own.plain()
    if _overfull(passage, own, names, count, opened):
        return relation_of(passage, count, led(own, names), Verdict.INCONSISTENT)
    if _oversited(passage, own, count):
        return replace(relation_of(passage, count, led(own, names), Verdict.INCONSISTENT), doubtful=True)
    names = led(own, names) if names else names
    if told := _of_one_noun(passage, own, count, opened):
        return told
    ahead = passage.text[count.span.end : min(passage.span.end, count.span.end + 6)]
    named = count.unit == "个" and (counted.PLACES_OF.match(ahead) or counted.SORTS.match(ahead)) is not None
    sorts = count.unit in REGIONS | LEVELS or ((count.unit in KINDS_OF or named) and len(names) > 2)
    words = [words_of(own, one) for one in names]
    people = count.unit in PEOPLE and len(names) > 2 and counted.by_itself(words, count.unit, ahead, opened=False)
    sorts = sorts or people
    if not sorts or not names or not count.chinese or not 2 <= count.value <= 10 or abs(len(names) - count.value) > 2:
        return None
    if any(len(one) > SHORT or not re.fullmatch(r"[\u4e00-\u9fff]+", one) or COMPOUND.search(one) for one in words):
        return None
    sizes = {len(one) for one in words[1:]}
    near = count.unit in REGIONS | LEVELS or (max(sizes) - min(sizes) == 1 and len(names) > FEW)
    even = people or len(sizes) < (3 if near else 2)
    owners = (count.unit in KINDS_OF or named) and any(one[-1] in REGIONS for one in words)
    if (
        not even
        or owners
        or JOINED.match(own.words)
        or (opened and len(names) <= count.value)
        or len(names) == count.value
    ):
        return None
    if len(names) < count.value and (_may_own(passage, count, words) or not _opens(passage, own)):
        return None
    return relation_of(passage, count, names, Verdict.INCONSISTENT)


def _may_own(passage: Passage, count: Count, words: Sequence[str]) -> bool:
    """Whether these are wide places, of which each may have several of the places counted: 江苏、安徽四个市."""
    provinces = any(map(counted.PROVINCES.search, words)) and not passage.text.startswith("省", count.span.end)
    return any(map(counted.WIDE.search, words)) or (provinces and count.unit not in REGIONS)


def _opens(passage: Passage, own: Stretch) -> bool:
    """Whether the clause before cannot be the first name of the list: 党建引领，产业带动、文化赋能四个方面."""
    before, _ = surroundings(passage.text, passage.span, own.start, passage.tokens)
    clauses = before.clauses()
    if len(clauses) < 2 or not clauses[-2].words.strip():
        return True
    last = clauses[-2].words
    sizes = {len(one) for one in PARTED.split(own.words)}
    return len(last) not in sizes or FIGURE in last


def _of_one_noun(passage: Passage, own: Stretch, count: Count, opened: bool) -> Relation | None:
    """东门站、西门站、南门站5个站点: all names end with the noun that is counted, so they own none of its things."""
    ahead = passage.text[count.span.end : min(passage.span.end, count.span.end + 4)]
    names = own.ending_alike()
    names = led(own, names) if names else names
    words = [words_of(own, one) for one in names]
    fewer = len(names) < count.value
    if len(names) < FEW or not 1 <= abs(len(names) - count.value) <= APART or (opened and fewer):
        return None
    if not counted.of_noun(words, ahead) or any(COMPOUND.search(one) for one in words) or ADDED.match(own.words):
        return None
    earlier = passage.text[passage.span.start : own.start]
    if fewer and ("、" in earlier or "；" in earlier):
        return None
    found = relation_of(passage, count, names, Verdict.INCONSISTENT)
    return found if count.chinese else replace(found, doubtful=True)


def _one_more(passage: Passage, own: Stretch, count: Count) -> Relation | None:
    """小麦、玉米和大豆两种: names of one length, of which a last 和 joins two that are one name only by force."""
    names = own.plain()
    if len(names) != count.value + 1 or not own.joins() or not count.chinese or count.unit not in KINDS_OF | SUBJECTS:
        return None
    names = led(own, names)
    words = [words_of(own, one) for one in names]
    even = len({len(one) for one in words}) == 1 and 2 <= len(words[0]) <= FULL
    if not even or any(not re.fullmatch(r"[\u4e00-\u9fff]+", one) or COMPOUND.search(one) for one in words):
        return None
    return relation_of(passage, count, names, Verdict.INCONSISTENT)


def _overfull(passage: Passage, own: Stretch, names: Sequence[Span], count: Count, opened: bool) -> bool:
    """Whether the list right before a number surely names what it counts, and more of them than it says."""
    if not 2 <= count.value < len(names) <= count.value + 3 or len(names) < 3 or count.value > 12:
        return False
    words = [words_of(own, one) for one in names]
    if re.match(r"[和与同跟及]|.*(?:除|会同|联合|连同)", own.words) or any(COMPOUND.search(one) for one in words):
        return False
    ahead = passage.text[count.span.end : min(passage.span.end, count.span.end + 6)]
    return counted.by_itself(words, count.unit, ahead, opened=opened)


def _oversited(passage: Passage, own: Stretch, count: Count) -> bool:
    """Whether more towns or offices are named than there are: 东莞、惠州、中山、江门三个基地; each has one at least."""
    names = own.plain()
    words = [words_of(own, one) for one in led(own, names)] if names else []
    if not count.chinese or not FEW <= count.value < len(words) <= count.value + APART:
        return False
    offices = count.unit == "个" and OFFICES.match(passage.text, count.span.end) is not None
    offices = offices or (count.unit == "支" and FORCES.match(passage.text, count.span.end) is not None)
    if offices and not own.joins() and all(OFFICE.fullmatch(one) and not COMPOUND.search(one) for one in words):
        return True
    towns = all(re.fullmatch("[\u4e00-\u9fff]{2}", one) and not COMPOUND.search(one) for one in words)
    return towns and not own.joins() and SITES.match(passage.text, count.span.end) is not None


def led(own: Stretch, names: Sequence[Span]) -> tuple[Span, ...]:
    """The names without what leads up to the first, where it is longer than the others."""
    words = [words_of(own, one) for one in names]
    if all(one[0] == QUOTED and one.endswith(UNQUOTE) for one in words[1:]) and words[0].endswith(UNQUOTE):
        return (Span(names[0].start + words[0].index(QUOTED), names[0].end), *names[1:])
    lead = LEADS.match(words[0])
    longer = len(words[0]) > max(map(len, words[1:]))
    verb = lead[0][-2:-1] if lead else ""
    again = 2 if verb.isalpha() and any(one.startswith(verb) for one in words[1:]) else 0  # 共建甲、共谋乙
    if lead and (longer or len(words[0]) - lead.end() in {len(one) for one in words[1:]}):
        return _apart(own, (Span(names[0].start + lead.end() - again, names[0].end), *names[1:]))
    sizes = {len(one) for one in words[1:]}
    if FIGURE in words[0] and len(sizes) == 1 and min(sizes) < len(words[0]):
        return (Span(names[0].end - min(sizes), names[0].end), *names[1:])
    return _apart(own, without_preposition(own, names))


def _apart(own: Stretch, names: tuple[Span, ...]) -> tuple[Span, ...]:
    """示范区和安平、太清、云山3个: the first name from behind the 和 that sets it off from a longer one before."""
    words = [words_of(own, one) for one in names]
    sizes = {len(one) for one in words[1:]}
    joins = Stretch(words[0], 0).joins() if len(words) > 2 and len(sizes) == 1 else []
    if not joins or len(words[0]) - joins[-1][1] not in sizes or joins[-1][0] <= len(words[1]) + 1:
        return names
    return (Span(names[0].start + joins[-1][1], names[0].end), *names[1:])
