"""listing: 三项机制：例会、通报、约谈 names as many as it says.

A number word and a list belong together only where a colon, a bracket, a dash or 即, 包括, 分别是 ties them, or where
the list stands right before the number (例会、通报、约谈三项). The number says how many names there must be; the list
is asked for a reading with so many. Only a plain list of short names that is tied without a gap tells of a fault.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import one_of, pattern
from checker.quantities.model import Code, Date, Ordinal, Period, Proportion, Quantity, Range
from checker.relations import counted
from checker.relations.counted import PEOPLE, REGIONS
from checker.relations.enumeration import CLAUSE, DATE, FIGURE, PAIRS, QUOTED, UNQUOTE, Stretch, surroundings, veil
from checker.relations.passage import Passage
from checker.relations.record import Operand, Relation
from checker.spans import Span

KIND = "listing"
UNITS = """
    个 项 家 种 类 大类 大 省 市 县 区 镇 乡 村 州 国 地 级 名 位 人 条 重 方面 方 组 处 色 向 者 张 部 部分 座 支 门 层
    点 件 套 款 场 样 环节 步 期 阶段 线 翼 核 轴 带 城 端 关 篇 道 本 队 校 院 厂 店 岛 港 块 路 站 所 维 型 链 园 章
    课 份 幅 口 面 股 批 片
    """
LEVELS = frozenset("级向色者")
KINDS_OF = frozenset(("项", "种", "类", "大类", "方面", "重"))
DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
UNIT = one_of(UNITS.split())
COUNT = pattern(
    rf"(?<![第数几每近约超逾前或至到—\-0-9０-９.．一二三四五六七八九十百千万亿两])"
    rf"(?P<number>1[0-9]?(?![0-9])|[2-9](?![0-9])|十[一二三四五六七八九]?|[一两二三四五六七八九])(?P<unit>个月|{UNIT}|年)(?!目)"
)
YEARS = pattern(r"(?<=[一二三四五六七八九〇○零])(?P<number>两)年")
LEADERS = pattern(r"(?:居|列|排名?|位)(?P<count>前(?P<number>[三四五六七八九十2-9]))(?:位|名)?")
NOUN = r"(?P<noun>[^，,；;。：:、▒▐░▓▞]{0,28}?)"
TIE = pattern(
    rf"(?P<close>[”’」』》]?){NOUN}(?:(?P<colon>[：:])|(?P<dash>——|—|--)|"
    r"(?P<see>来?看[，,])|(?P<among>[，,]其中[，,]?|[^，,；;。：:、▒▐░▓▞]{0,6}中[，,])|"
    r"[，,]?(?P<word>即|分别是|分别为|依次是|依次为|具体为|就是|(?P<open>包括|主要有|如))[：:]?)"
)
SPEECH = pattern(r"(?:说|表示|指出|认为|称|道|问|答|介绍|强调|写道|透露|提出|电)$")
ENUMERATED = pattern(
    r"(?:^|(?<=[；;，,。\s]))\s*(?:[一二三四五六七八九十]{1,2}(?:、|是|来)|第[一二三四五六七八九十]{1,2}(?:，|,|、|是)?|"
    r"[0-9]{1,2}[.．、](?![0-9])|[①-⑳])"
)
LABEL = pattern(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}(?=[：:])")
AFTERWARDS = pattern(r"(?<=[^▓▞])[▓▞].*$")
LEADS = pattern(
    r"^.*(?:其中|包括|涉及|覆盖|涵盖|形成|建成|成立|围绕|聚焦|坚持|实施|推进|培育|打造|开展|发挥|提升|实现|途经|销往|远销|发往|运往|来自|连接|连通|串联|惠及|辐射|走进|种植|养殖|生产|设立|实行|建立|设有|通过|的有|[全我][区市省县国]|▞|了|[对向在为以把将由从])(?=.)"
)
TALLY = pattern(r"(?:以上|上述|这)$")
CLOSING = pattern(
    r"[^，,；;。：:、“”（(]{0,10}[”」』](?=[^，,。；;、]{0,10}(?:[：:（(—即]|[，,](?:即|分别[是为]|包括)))"
)
SIGNS_BEFORE = pattern(r"[、/／和与及，,”》」]|的$|分$")
SIGNS_AFTER = pattern(r"[：:（(—即看]|包括|分别|依次|其中|具体为|就是|主要有|[，,]")
PLACE = "".join(sorted(REGIONS))
NEXT_TO = pattern(rf"(?:[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,2}})[{PLACE}][、和]?$")
NEXT = pattern(
    rf"[、和]?(?P<number>[1-9]|1[0-9]|十[一二三四五六七八九]?|[一两二三四五六七八九])(?:个)?(?P<unit>街道|自治区|直辖市|区市|[{PLACE}])(?!目)"
)
MOVED = pattern("(?:同比|环比|[比较]上?年|分别)|(?:增长|下降|增加|减少|上升|回落|达到?|完成|实现)$|[达为]$")
SHORT, LONG, BEFORE, AHEAD = 8, 14, 40, 400


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its classifier, or the number in a slogan, as it stands in the text."""

    span: Span
    value: int
    unit: str
    chinese: bool


def find(passage: Passage) -> Iterator[Relation]:
    """Every list whose number of names the sentence states."""
    for match in COUNT.finditer(passage.text, passage.span.start, passage.span.end):
        if _counts(passage, match.start()):
            value = _number(match["number"])
            count = Count(Span(*match.span()), value, match["unit"], not match["number"].isascii())
            if _compound(passage, count):
                yield from _together(passage, count)
                continue
            found = before(passage, count) or after(passage, count)
            if found is not None:
                yield found
    yield from _carried(passage)
    for match in YEARS.finditer(passage.text, passage.span.start, passage.span.end):
        found = before(passage, Count(Span(*match.span()), _number(match["number"]), "年", chinese=True))
        if found is not None:
            yield found
    for match in LEADERS.finditer(passage.text, passage.span.start, passage.span.end):
        yield from _leaders(passage, Count(Span(*match.span("count")), _number(match["number"]), "", chinese=True))


def _carried(passage: Passage) -> Iterator[Relation]:
    """…四项…。其中甲下降2%，乙…: a sentence that gives each of the things counted in the last one its figure."""
    earlier = passage.earlier
    near = earlier is not None and passage.span.start - earlier.span.end < 3
    if earlier is None or not near or not passage.text.startswith("其中", passage.span.start):
        return
    counts = list(COUNT.finditer(earlier.text, earlier.span.start, earlier.span.end))
    if not counts or counts[-1]["unit"] not in KINDS_OF | REGIONS or not _counts(earlier, counts[-1].start()):
        return
    match = counts[-1]
    count = Count(Span(*match.span()), _number(match["number"]), match["unit"], not match["number"].isascii())
    start = passage.span.start + 2
    start += passage.text[start] in "，,"
    words = veil(passage.text, Span(start, passage.span.end), passage.tokens)
    names = _valued(Stretch(words, start), count.value)
    if names and len({passage.text[one.end - 2 : one.end] for one in names}) == 1:
        bare = [MOVED.search(passage.words(one), 1) for one in names]
        names = tuple(
            Span(one.start, one.start + moved.start()) if moved else one for one, moved in zip(names, bare, strict=True)
        )
        yield _relation(passage, count, names, Verdict.CONSISTENT)


def _together(passage: Passage, count: Count) -> Iterator[Relation]:
    """5镇3乡：…, …三省一市: counts side by side are of one list, which has as many names as both say.

    江苏、浙江、安徽三省六市 lists the provinces alone.
    """
    start, stop = max(passage.span.start, count.span.start - 4), passage.span.end
    end, total = count.span.end, count.value
    while found := NEXT.match(passage.text, end, stop):
        end, total = found.end(), total + _number(found["number"])
    if end > count.span.end and not NEXT_TO.search(passage.text, start, count.span.start):
        whole = Count(Span(count.span.start, end), total, count.unit, count.chinese)
        one = before(passage, count)
        owned = one if one is not None and one.verdict is Verdict.CONSISTENT else None
        relation = owned or before(passage, whole) or after(passage, whole)
        if relation is not None:
            yield relation


def _compound(passage: Passage, count: Count) -> bool:
    """Whether another count stands right beside it: 5镇3乡."""
    if count.unit not in REGIONS:
        return False
    last = NEXT_TO.search(passage.text, max(passage.span.start, count.span.start - 4), count.span.start)
    return last is not None or NEXT.match(passage.text, count.span.end, passage.span.end) is not None


def _number(words: str) -> int:
    if words.isascii():
        return int(words)
    return 10 + DIGITS[words[1]] if len(words) == 2 else DIGITS[words]


def _counts(passage: Passage, at: int) -> bool:
    """Whether a number word counts things: it is no date, no place in an order and no part of a code or name."""
    index = bisect_right(passage.tokens, at, key=lambda one: one.span.start) - 1
    token = passage.tokens[index] if index >= 0 else None
    if token is None or token.span.end <= at:
        return True
    if isinstance(token, Code):
        return token.kind in ("slogan", "idiom") and token.span.start == at
    fits = isinstance(token, Quantity) and not token.hedges and token.number.start == at
    return fits and not isinstance(token, Date | Period | Ordinal | Range | Proportion)


def before(passage: Passage, count: Count) -> Relation | None:
    """The list that a number sums up: 例会、通报、约谈三项."""
    start = max(passage.span.start, count.span.start - 3 * BEFORE)
    if not SIGNS_BEFORE.search(passage.text, start, count.span.start):
        return None
    head, _ = surroundings(passage.text, passage.span, count.span.start, passage.tokens)
    clauses = head.clauses()
    own = clauses[-1]
    own = own.part(0, len(own.words.rstrip()))
    if tally := TALLY.search(own.words):
        names = _tallied(clauses, count.value) if tally.start() == 0 else ()
        return _listed(passage, count, names)
    if own.words.endswith(UNQUOTE) and not own.dots() and not own.joins():
        return _listed(passage, count, _quoted(passage, own).split(count.value))
    opened = own.words.endswith("等")
    own = own.part(0, len(own.words) - 1) if opened else own
    if re.search(r"[▓▞][的分]$", own.words):
        own = own.part(0, len(own.words) - 1)
        names = own.split(count.value)
        return _listed(passage, count, names if names and _figures(own, names[-1]) else ())
    names = own.split(count.value)
    if names and _summed(own, names, count):
        return _listed(passage, count, _led(own, names))
    return _miscounted(passage, own, count, opened)


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
    words = [_words(own, one) for one in names]
    if count.unit in ("年", "个月"):
        return all(re.fullmatch(r"[▞▓]+|[一二三四五六七八九〇○零]{2,4}年?", one[-4:]) for one in words)
    if any(FIGURE in one for one in words) or re.search(r"[的了过着有是这那其]$|[各每均]", words[-1]):
        return False
    return all(len(one) <= LONG for one in words[1:])


def _tallied(clauses: Sequence[Stretch], count: int) -> tuple[Span, ...]:
    """甲52票，乙49票，以上2人: as many clauses with a figure each."""
    run = clauses[-count - 1 : -1]
    names = [one.name(0, len(one.words)) for one in run if re.fullmatch(r"[^▓]{1,24}▓+", one.words)]
    if len(names) != count or not all(names):
        return ()
    return tuple(_until_figure(one, name) for one, name in zip(run, names, strict=True) if name is not None)


def _miscounted(passage: Passage, own: Stretch, count: Count, opened: bool) -> Relation | None:
    """A plain list right before a number that counts places or sorts of things, with more or fewer names."""
    names = own.plain()
    if _overfull(passage, own, names, count, opened):
        return _relation(passage, count, _led(own, names), Verdict.INCONSISTENT)
    sorts = count.unit in REGIONS | LEVELS or (count.unit in KINDS_OF and len(names) > 2)
    if not sorts or not names or not count.chinese or not 2 <= count.value <= 10 or abs(len(names) - count.value) > 2:
        return None
    words = [_words(own, one) for one in names]
    if any(len(one) > SHORT or not re.fullmatch(r"[\u4e00-\u9fff]+", one) or COMPOUND.search(one) for one in words):
        return None
    even = len({len(one) for one in words[1:]}) < (3 if count.unit in REGIONS | LEVELS else 2)
    owners = count.unit in KINDS_OF and any(one[-1] in REGIONS for one in words)
    joined = re.match(r"[和与同跟及]|.*(?:除|包括|以及|会同|联合|连同|等)", own.words)
    if not even or owners or joined or (opened and len(names) <= count.value) or len(names) == count.value:
        return None
    return _relation(passage, count, _led(own, names), Verdict.INCONSISTENT)


def _overfull(passage: Passage, own: Stretch, names: Sequence[Span], count: Count, opened: bool) -> bool:
    """Whether the list right before a number surely names what it counts, and more of them than it says."""
    if not 2 <= count.value < len(names) <= count.value + 3 or len(names) < 3 or count.value > 12:
        return False
    words = [_words(own, one) for one in names]
    if re.match(r"[和与同跟及]|.*(?:除|会同|联合|连同)", own.words) or any(COMPOUND.search(one) for one in words):
        return False
    ahead = passage.text[count.span.end : min(passage.span.end, count.span.end + 6)]
    return counted.by_itself(words, count.unit, ahead, opened=opened)


def _led(own: Stretch, names: Sequence[Span]) -> tuple[Span, ...]:
    """The names without what leads up to the first, where it is longer than the others."""
    words = [_words(own, one) for one in names]
    lead = LEADS.match(words[0]) if len(words[0]) > max(map(len, words[1:])) else None
    return (Span(names[0].start + lead.end(), names[0].end), *names[1:]) if lead else tuple(names)


COMPOUND = pattern(
    "城乡|沪深|川渝|成渝|京津|津冀|京冀|沪苏|苏浙|浙皖|粤港|港澳|云贵|陕甘|长株潭|中日|中美|日韩|中俄|东西|南北|上下|男女|产销"
)


def after(passage: Passage, count: Count) -> Relation | None:
    """The list that a number announces: 三项机制：例会、通报、约谈."""
    stop = min(passage.span.end, count.span.end + BEFORE)
    if not SIGNS_AFTER.search(passage.text, count.span.end, stop):
        return None
    closing = CLOSING.match(passage.text, count.span.end, stop)
    at = closing.end() if closing else count.span.end
    _, tail = surroundings(passage.text, passage.span, at, passage.tokens, AHEAD)
    bracket = re.match(r"[^，,；;。：:、▒▐░▓▞]{0,10}(?=░)", tail.words)
    if bracket:
        return _bracketed(passage, count, tail, bracket.end())
    tie = TIE.match(tail.words)
    if tie is None or SPEECH.search(tie["noun"]) or count.unit in ("年", "个月"):
        return _dated(passage, count, tail)
    body = tail.part(tie.end(), len(tail.words))
    if count.value == 1 and not tie[0].endswith(("即：", "即:")):
        return None
    if tie["see"] or tie["among"]:
        return _listed(passage, count, _valued(body, count.value))
    names = reading(body, count.value)
    if names:
        return _listed(passage, count, names)
    sure = (tie["colon"] or tie["dash"] or (tie["word"] and not tie["open"])) and len(tie["noun"]) <= SHORT
    return _short_list(passage, count, body) if sure else None


def _bracketed(passage: Passage, count: Count, tail: Stretch, at: int) -> Relation | None:
    start = tail.start + at
    end = passage.text.find(PAIRS.get(passage.text[start], "）"), start, tail.start + len(tail.words))
    if end < 0:
        return None
    body = Stretch(veil(passage.text, Span(start + 1, end), ()), start + 1)
    names = body.split(count.value)
    if names:
        return _listed(passage, count, names if all(len(_words(body, one)) <= 2 * LONG for one in names) else ())
    return _miscounted_aside(passage, count, passage.text[count.span.end : start], body)


def _miscounted_aside(passage: Passage, count: Count, noun: str, body: Stretch) -> Relation | None:
    """三位专家（…）: a bracket that holds nothing but names of people, or of what the noun before it says."""
    names = body.plain()
    words = [_words(body, one) for one in names]
    if len(names) < 2 or "等" in body.words or not 2 <= count.value < 20 or abs(len(names) - count.value) > 3:
        return None
    if any(len(one) > SHORT or not re.fullmatch(r"[\u4e00-\u9fff]+", one) for one in words):
        return None
    people = count.unit in PEOPLE and all(counted.is_person(one) for one in words)
    named = _alike(words) and len(words[0]) > 1 and noun.rstrip("”’ ").endswith(words[0][-1])
    placed = count.unit in REGIONS and not noun and all(map(counted.is_place, words))
    if not (people or named or placed):
        return None
    found = _relation(passage, count, names, Verdict.INCONSISTENT)
    return replace(found, doubtful=len(names) < count.value)


def _dated(passage: Passage, count: Count, tail: Stretch) -> Relation | None:
    """连续3个月…，6月、7月、8月…: the months or years that a number of them spans."""
    if count.unit not in ("年", "个月"):
        return None
    dates = re.match(r"[^，,；;。]{0,16}[，,]((?:▞+[、和])+▞+)", tail.words)
    return _listed(passage, count, tail.part(*dates.span(1)).split(count.value)) if dates else None


def reading(body: Stretch, count: int) -> tuple[Span, ...]:
    """A reading of the announced list with so many names: numbered, by semicolons, by 、, by labels or by commas."""
    numbered = [match.start() for match in ENUMERATED.finditer(body.words)]
    if len(numbered) == count and count > 1:
        return _pieces(body, [*numbered, len(body.words)], ENUMERATED)
    first = CLAUSE.search(body.words)
    near = body.part(0, first.start() if first else len(body.words))
    if count == 1:
        name = near.name(0, len(near.words))
        return (_until_figure(near, name),) if name and not near.dots() else ()
    if names := near.split(count):
        return tuple(_until_figure(near, one) for one in names)
    for marks in ("；;", "，,"):
        cuts = [0, *(index + 1 for index, mark in enumerate(body.words) if mark in marks), len(body.words)]
        if len(cuts) == count + 1 and (marks == "；;" or not near.dots()):
            return _pieces(body, cuts, None)
    labels = [match.span() for match in LABEL.finditer(body.words)]
    return tuple(Span(body.start + one, body.start + two) for one, two in labels) if len(labels) == count else ()


def _pieces(body: Stretch, cuts: Sequence[int], marker: re.Pattern[str] | None) -> tuple[Span, ...]:
    names = []
    for start, end in pairwise(cuts):
        skipped = marker.match(body.words, start) if marker else None
        begin = skipped.end() if skipped else start
        words = re.split(r"[；;。：:，,]", body.words[begin:end])[0]
        names.append(body.name(begin, begin + len(words)))
    if any(one is None for one in names):
        return ()
    return tuple(_until_figure(body, one) for one in names if one is not None)


def _valued(body: Stretch, count: int) -> tuple[Span, ...]:
    """Names by commas or semicolons, each with a figure of its own."""
    for marks in ("；;", "，,"):
        cuts = [0, *(index + 1 for index, mark in enumerate(body.words) if mark in marks), len(body.words)]
        pieces = [body.words[one:two] for one, two in pairwise(cuts)]
        if len(pieces) == count and all(re.match(r"\s*[\u4e00-\u9fff][^▓：:▞即]{1,24}▓", one) for one in pieces):
            return _pieces(body, cuts, None)
    return ()


def _until_figure(body: Stretch, name: Span) -> Span:
    words = _words(body, name)
    figure = AFTERWARDS.search(words, 1)
    return Span(name.start, name.start + figure.start()) if figure else name


def _short_list(passage: Passage, count: Count, body: Stretch) -> Relation | None:
    """A plain list of short names to the end of the sentence, with more or fewer names than announced."""
    end = CLAUSE.search(body.words)
    near = body.part(0, end.start() if end else len(body.words))
    names = near.plain()
    words = [_words(near, one) for one in names]
    if not names or not 2 <= count.value < 20 or any(len(one) > SHORT for one in words) or "等" in near.words:
        return None
    if any(not set("▓▞░").isdisjoint(one) for one in words) or re.match(COMPOUND, near.words):
        return None
    closed = end is None or end[0] in "。；;！!？?\n" or _alike(words) or len(names) > count.value
    goes_on = (
        end is not None
        and end[0] in "，,"
        and re.match(r"[^，,；;。]{0,8}(?:[、和与及]|还有|以及)", body.words[end.end() :])
    )
    wide = len(body.dots()) > len(near.dots()) and end is not None and end[0] in "，,；;："
    return _relation(passage, count, names, Verdict.INCONSISTENT) if closed and not goes_on and not wide else None


def _alike(words: Sequence[str]) -> bool:
    """Whether all names end alike: 气象监测网、虫情监测网."""
    return len({one[-1] for one in words}) == 1


def _leaders(passage: Passage, count: Count) -> Iterator[Relation]:
    """甲40个、乙39个、丙34个，数量分居前三."""
    head, _ = surroundings(passage.text, passage.span, count.span.start, passage.tokens)
    for clause in head.clauses()[-2:]:
        names = clause.plain()
        if len(names) == count.value:
            yield _relation(passage, count, tuple(_until_figure(clause, one) for one in names), Verdict.CONSISTENT)


def _words(stretch: Stretch, span: Span) -> str:
    return stretch.words[span.start - stretch.start : span.end - stretch.start]


def _listed(passage: Passage, count: Count, names: Sequence[Span]) -> Relation | None:
    return _relation(passage, count, names, Verdict.CONSISTENT) if names else None


def _relation(passage: Passage, count: Count, names: Sequence[Span], verdict: Verdict) -> Relation:
    stated = Operand("count", count.span, str(count.value), count.unit)
    items = tuple(Operand("item", one, passage.words(one)) for one in names)
    fits = verdict is Verdict.CONSISTENT
    working = f"文中说“{passage.words(count.span)}”，列出{len(names)}个（{'、'.join(one.value for one in items)}）"
    return Relation(
        KIND,
        (stated, *items),
        verdict,
        f"{working}，{'一致' if fits else '不一致'}",
        (count.span,),
        count.span,
        data={"name": passage.words(count.span), "working": working, "computed": f"{len(names)}"},
        variant="people" if count.unit in PEOPLE else "places" if _places(passage, count) else "things",
    )


def _places(passage: Passage, count: Count) -> bool:
    """Whether it counts countries or districts."""
    return count.unit in REGIONS or passage.text.startswith(("国家", "省", "市", "县", "区", "乡镇"), count.span.end)
