"""What each number of an article is the number of: its indicator, its scope, its subject."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from checker.extraction.actors import VERBAL
from checker.extraction.bearings import Bearings
from checker.extraction.bodies import lead
from checker.extraction.idle import is_idle
from checker.extraction.indicators import ENDED, GRADE, RESULT, SCOPES, naming
from checker.extraction.naming import RATE, Naming
from checker.extraction.phrasing import REMARK, thing, trimmed
from checker.extraction.rows import Rows
from checker.extraction.spells import COMPARED
from checker.lexicon.clauses import any_of, words
from checker.lexicon.predicates import verbs
from checker.patterns import pattern
from checker.quantities.model import Proportion, Quantity, Range, Token, UnitClass
from checker.relations.cues import LOWERED, RAISED, Act
from checker.relations.trimming import METRIC
from checker.spans import Span

CARRIED = pattern("[一两几][列辆艘架批趟节车船支]+[一-鿿]{1,4}$")
OF = pattern(
    "[^，。的]{0,14}的(?P<name>[一-鿿“”—（）]{2,20}?)(?=[从在将已抵驶缓到于是向，。！？启正]|顺利|通过|发车|出发|$)"
)
GOES_ON = pattern("(?:分别|均)?(?:为|达到?|是|约)*|[从由自](?:[0-9]{2,4}年的?)?")
JOINED = pattern("[、和及与/／][+＋]?")
BARE = pattern("(?![年才已现时刚不还]|今年|最[大小]|甚至|到了?|从|一)[一-鿿]{2,6}(?<![是为达近超约过到])")
TOLD_BY = pattern("(?:说|表示|称|介绍|告诉|回忆|坦言)(?:道|记者)?$")
CLOSED = pattern("[）)](?:为|是|[约达]|达到|约为)?$")
SLASH = pattern("[/／]")
SHARED = pattern(f"(?:实现)?(?:{METRIC}|营收|净利|[一-鿿]{{0,2}}率)$")
CONTRIBUTES = pattern("对[^，。；]{1,12}的?贡献率|拉动[^，。；]{1,10}(?:增长|上涨|下降|回升|下跌)(?:幅度|增速)?$")
RATED = pattern(
    "(?:支持|好评|差评|满意|失业|市占|占有|使用|覆盖|合格|得票|收视|出租|入住|开工|利用|毛利|净利|负债|增长|回报|收益|不良)率$|市场份额$"
)
DOES = pattern("[已将还也都正被把才](?!经|来)|已经|正在|可以|有望")
BEYOND = pattern("(?:也|均|都|还|明显|显著|略|远)?[快高低好慢优大小强]于")
FIGURE = pattern("[0-9]")
BROKEN = pattern("[，。；、：]")
NOUN_RISE = pattern("(?:增速|增幅|涨幅|降幅|跌幅|升幅|减幅|增长率)(?!度)")
PRICES = pattern("(?:收盘价|开盘价|报价)$")
SPAN = pattern("[前本上近每当][一-鿿]{0,3}[日周月年季天]$")
ANNOUNCED = pattern(
    f"(?P<name>[一-鿿]{{1,16}}(?:{any_of('amount', 'rate')}))(?:{any_of('change_adverb')})*(?:{'|'.join((RAISED + LOWERED).split())}|增[长加]|[升降]温)[了]?$"
)
FAR, NEAR = 30, 12
MINE = 2
REMEMBERED = 40
"""How many numbers back the level may stand that a rise is a rise of."""

LEVELS = (Act.LEVEL, Act.TO, Act.SUM, Act.FROM)
CHANGES = (Act.RISE, Act.FALL)
Level = tuple[Span, Naming]


@dataclass(frozen=True, slots=True)
class Told:
    """A number with what it is the number of; ``owner`` is whose its words say it is, for where nobody is named."""

    quantity: Quantity
    naming: Naming
    subject: str
    owner: str


class Numbers:
    """Reads the numbers of an article in order."""

    def __init__(self, bearings: Bearings) -> None:
        self.bearings = bearings
        self.text = bearings.text
        article = bearings.article
        self.quantities = [one for one in article.quantities if not is_idle(self.text, one)]
        self.starts = [one.span.start for one in self.quantities]
        self.rows = Rows(bearings, self.starts)
        self.later = {id(one) for token in article.tokens for one in _later(token)}
        self.lows = {token.low.span.start: token.high for token in article.tokens if isinstance(token, Range)}
        self.rates = {one.span.start for one in self.quantities if one.unit_class is UnitClass.RATE}
        self.runs = self._runs()
        self.raw: list[Naming] = []
        self.levels: deque[Level] = deque(maxlen=REMEMBERED)
        self.topic = ""
        self.here = Span(0, 0)

    @cached_property
    def told(self) -> list[Told]:
        """Every number that asserts anything."""
        return list(self._read())

    def _runs(self) -> list[tuple[int, int]]:
        """Of each number, where in a row of numbers it stands that only a mark or 和 parts, and how long the row is."""
        found: list[tuple[int, int]] = []
        row: list[int] = []
        for index, one in enumerate(self.quantities):
            last = self.quantities[index - 1] if index else one
            if row and not JOINED.fullmatch(self.text, last.span.end, one.span.start):
                found += [(nth, len(row)) for nth in range(len(row))]
                row = []
            row.append(index)
        return [*found, *((nth, len(row)) for nth in range(len(row)))]

    def level_before(self, at: int) -> str:
        """The indicator of the last level that the sentence around ``at`` tells before it."""
        floor = self.bearings.sentence(at).start
        index = bisect_left(self.starts, at) - 1
        while index >= 0 and self.starts[index] >= floor:
            said = self.told[index].naming
            if said.own and said.act not in (Act.RISE, Act.FALL):
                return said.metric
            index -= 1
        return ""

    def in_sentence(self, start: int, end: int) -> bool:
        """Whether a number begins between two places."""
        at = bisect_left(self.starts, start)
        return at < len(self.starts) and self.starts[at] < end

    def _read(self) -> Iterator[Told]:
        for index, one in enumerate(self.quantities):
            self._enter(one)
            clause = self.bearings.clause(one.span.start)
            after = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            foot = self._foot(one, clause)
            subject, edge = self.bearings.subject(foot)
            raw, said = self._named(index, foot, edge, min(after, clause.end))
            counting = one.unit_class is UnitClass.COUNT
            if counting and said.counted and after < clause.end:
                self.topic = said.counted
            elif (
                self.topic
                and (said.act is Act.LEVEL or not raw.own)
                and self._goes_on(said, edge, clause, counting=counting)
            ):
                subject = self.topic
            subject = self._borne(one, clause) or self._bracketed(one, clause) or subject
            if said.owner and raw.act is Act.LEVEL and not said.counted:
                subject = said.owner
            bare = said.metric.removeprefix(subject) if said.own else ""
            said = replace(said, metric=bare) if bare else said
            self.raw.append(raw)
            if said.stem:
                self.levels.append((one.span, said))
            limit = SCOPES.search(subject)
            scope = said.scope or (limit[0] if limit else "")
            yield Told(one, replace(said, scope=scope), subject, said.owner or _owner(said.stem))

    def _enter(self, one: Quantity) -> None:
        """Forget what a new sentence does not go on with."""
        here = self.bearings.sentence(one.span.start)
        if here == self.here:
            return
        kept = list(self.levels)[-1:] if self.bearings.block(here.start) == self.bearings.block(self.here.start) else []
        self.levels.clear()
        self.levels.extend(kept)
        self.here, self.topic = here, ""

    def _goes_on(self, said: Naming, edge: int, clause: Span, *, counting: bool) -> bool:
        """Whether a number still tells of what the one before counted: 28个项目|开工18个，开工率…"""
        last = bool(self.raw and self.raw[-1].counted)
        return (last and not said.counted) if counting else (last or edge == clause.start)

    def _named(self, index: int, foot: int, edge: int, taken: int) -> tuple[Naming, Naming]:
        one = self.quantities[index]
        if id(one) in self.later and self.levels:
            same = replace(self.levels[-1][1], start=one.span.start, end=one.span.end)
            return same, same
        floor = self.quantities[index - 1].span.end if index else 0
        before = floor
        if index and self.raw[-1].counted:
            before = max(before, min(self.raw[-1].end, one.span.start))
        clause = self.bearings.clause(one.span.start)
        phrase = self._words(foot, max(edge if edge > clause.start else 0, before))
        following = self.quantities[index + 1] if index + 1 < len(self.quantities) else one
        ranged = self.lows.get(one.span.start) is following
        if ranged or following.span.start == one.span.end and following.unit_class is one.unit_class:
            after = self.starts[index + 2] if index + 2 < len(self.starts) else len(self.text)
            end = max(following.span.end, clause.end)
            raw = naming(self.text, following, phrase, end, taken=min(after, end))
        else:
            raw = naming(self.text, one, phrase, max(one.span.end, clause.end), taken=taken)
        raw = self._joined(one, raw, index, before)
        plain = one.unit_class is UnitClass.COUNT and one.unit.name in words("plain")
        if plain and edge > clause.start and not raw.own:
            raw = replace(raw, metric="数量", stem="", own=True)
        return raw, self._of_what(one, raw, clause)

    def _foot(self, one: Quantity, clause: Span) -> int:
        """Where the words that lead up to a number end: before a remark in brackets (总值（初步核算）为), a colon."""
        end = one.span.start
        closing = CLOSED.search(self.text, max(0, end - NEAR), end)
        opening = max(self.text.rfind(mark, max(0, end - FAR), end) for mark in "（(") if closing else -1
        if opening > 0 and self.text[opening - 1] not in "电讯道":
            return opening
        return end - 1 if self.text[end - 1 : end] in ("：", ":") and clause.start == end else end

    def _words(self, end: int, floor: int) -> Span:
        start = self.bearings.clause(end).start
        aside = REMARK.search(self.text, max(0, start - NEAR - 6), min(end, start + 1))
        if aside and aside.end() == start:
            start = self.bearings.clause(aside.start()).start
        before = self._before_bracket(start, end)
        if before:
            return before
        graded = self._graded(start, end)
        if graded:
            return graded
        return Span(self.bearings.past_times(max(start, floor) if floor <= end else start, end, COMPARED), end)

    def _before_bracket(self, start: int, end: int) -> Span | None:
        """The words before a bracket that a number fills: 办公用房（23平方米）, 增速快于全国（5.5%）."""
        if start != end or self.text[start - 1 : start] not in ("（", "(") or start < 2:
            return None
        before = self.bearings.clause(start - 1)
        if not len(before) or FIGURE.search(self.text, before.start, before.end):
            return None
        beyond = BEYOND.search(self.text, before.start, before.end)
        return Span(before.start, beyond.start() if beyond else start - 1)

    def _joined(self, one: Quantity, raw: Naming, index: int, before: int) -> Naming:
        """A number that only 和 parts from the one before is what that one is: 增长7.9%和18.3%."""
        last = self.quantities[index - 1]
        alike = last.unit_class is UnitClass.NONE or (last.unit_class, last.unit.name) == (
            one.unit_class,
            one.unit.name,
        )
        if not index or raw.counted or not alike:
            return raw
        if not JOINED.fullmatch(self.text, before, one.span.start):
            return raw
        return replace(self.raw[-1], start=one.span.start, end=one.span.end)

    def _of_what(self, one: Quantity, said: Naming, clause: Span) -> Naming:
        """What a rise or a share is of, where it stands before: the level before it, or the nth of those with 分别."""
        paired = self.rows.paired(one, said)
        if paired:
            return paired
        at = self.rows.opening(one, clause)
        if at >= 0:
            said = self.rows.compared(one, self.rows.parted(one, said, clause, at), at, clause)
        if not said.own and said.act in CHANGES and said.suffix:
            announced = self._announced(one, clause)
            if announced:
                return replace(said, metric=f"{announced}{said.suffix}", stem=announced, own=True)
        near = self._near(one, said)
        if said.again and near:
            last = near[-1][1]
            metric = last.stem if last.act is Act.SHARE else last.metric
            return replace(last, metric=metric, start=said.start, end=said.end, owner="", counted="")
        beside = self._beside(one, said, near)
        if beside:
            return beside
        if not near:
            return said
        if said.own:
            return self._completed(one, said, near)
        rates = [level for level in near if level[0].start in self.rates]
        if rates and one.unit_class is UnitClass.POINTS and said.act in CHANGES and not NOUN_RISE.match(said.suffix):
            return said.of(replace(rates[-1][1], stem=rates[-1][1].metric))
        if self._is_result(one, said, near[-1]):
            last = near[-1][1]
            same = last.stem if last.act in CHANGES else last.metric
            return replace(said, metric=same, stem=same, own=True)
        changes = [level for level in near if level[1].act in CHANGES and level[1].stem]
        if changes and NOUN_RISE.match(said.suffix) and not NOUN_RISE.fullmatch(said.suffix):
            return said.of(changes[-1][1])
        if said.suffix == "差距":
            return said.of(replace(near[-1][1], stem=near[-1][1].metric))
        amounts = [level for level in near if level[1].act in LEVELS and level[1].own]
        if at >= 0:
            earlier = [level for level in amounts if level[0].end <= at]
            nth, size = self.rows.place(one, at, clause)
            if 0 < size <= len(earlier):
                return said.of(earlier[-size:][nth][1])
        return said.of(amounts[-1][1] if amounts else near[-1][1])

    def _beside(self, one: Quantity, said: Naming, near: list[Level]) -> Naming | None:
        """The nth of a row without 分别: 甲/乙收入为3/5亿元 names each, 同比+1%/+2% is of the nth of the row before."""
        nth, size = self.runs[bisect_left(self.starts, one.span.start)]
        if size < 2:
            return None
        if said.own:
            names = SLASH.split(said.stem)
            if len(names) != size or said.act not in (*LEVELS, *CHANGES):
                return None
            shared = SHARED.search(names[-1])
            name = names[nth] if shared is None or SHARED.search(names[nth]) else f"{names[nth]}{shared[0]}"
            return replace(said, metric=f"{name}{said.suffix}", stem=name, own=True)
        floor = one.span.start if nth == 0 else self.starts[bisect_left(self.starts, one.span.start) - nth]
        before = [level for level in near if level[0].end <= floor and self.here.start <= level[0].start]
        before = before[-size:]
        if len(before) < size or len({level.stem for _, level in before}) < size:
            return None
        level = before[nth][1]
        if RESULT.match(self.text, before[-1][0].end) and level.act in CHANGES:
            return replace(said, metric=level.stem, stem=level.stem, own=True)
        return said.of(level) if level.act in LEVELS else None

    def _completed(self, one: Quantity, said: Naming, near: list[Level]) -> Naming:
        """What names only half: 对经济增长的贡献率 is that of the level before, 乙党降至35% means the rate before."""
        last = near[-1][1]
        if CONTRIBUTES.match(said.metric):
            levels = [level for _, level in near if level.own and not CONTRIBUTES.search(level.stem)]
            return replace(said, metric=f"{levels[-1].stem}{said.metric}", counted=said.counted) if levels else said
        tail = RATED.search(last.stem) if said.suffix == "比率" and near[-1][0].start >= self.here.start else None
        return replace(said, metric=f"{said.metric}{tail[0]}", stem=f"{said.metric}{tail[0]}") if tail else said

    def _is_result(self, one: Quantity, said: Naming, last: Level) -> bool:
        """Whether a number is what the one right before it became: 提升0.3个百分点至52.1%, 由5.1%增至6.2%."""
        between = Span(last[0].end, one.span.start)
        if last[1].act in CHANGES:
            return bool(last[1].stem) and RESULT.fullmatch(self.text, between.start, between.end) is not None
        return (
            said.act is Act.TO and len(between) <= NEAR and BROKEN.search(self.text, between.start, between.end) is None
        )

    def _near(self, one: Quantity, said: Naming) -> list[Level]:
        """The numbers before that one may be of: for a count those of its sentence, for a rise the one before too."""
        counted = said.act in (Act.LEVEL, Act.SUM) and one.unit_class not in (UnitClass.RATE, UnitClass.POINTS)
        here = self.here.start
        return [
            (span, level)
            for span, level in self.levels
            if span.start >= here or not (counted or level.act is Act.SHARE)
        ]

    def _graded(self, start: int, end: int) -> Span | None:
        """The words that a number goes on with after a comma: 跌幅更大，为8.7%."""
        if not GOES_ON.fullmatch(self.text, start, end) or self.text[start - 1 : start] != "，":
            return None
        before = self.bearings.clause(start - 1)
        grade = GRADE.search(self.text, before.start, start - 1)
        if grade:
            return Span(before.start, grade.start())
        named = not self.in_sentence(before.start, start) and (
            ENDED.search(before.of(self.text)) or RATE.search(before.of(self.text))
        )
        return Span(before.start, start - 1) if named else None

    def _announced(self, one: Quantity, clause: Span) -> str:
        """The indicator whose change the clause before tells without a number: 毛利率明显提升，|上升2个百分点."""
        start = clause.start
        if self.text[start - 1 : start] not in ("，", "。", "；") or start < 2:
            return ""
        before = self.bearings.clause(start - 1)
        told = ANNOUNCED.search(self.text, before.start, start - 1)
        if not told or self.in_sentence(before.start, start):
            return ""
        return trimmed(told["name"])

    def _borne(self, one: Quantity, clause: Span) -> str:
        """What a number in front of its subject is of: 一列满载265吨面粉的|列车, 61岁的|老人."""
        carried = CARRIED.search(self.text, max(clause.start, one.span.start - NEAR), one.span.start)
        aged = one.unit.name == "岁"
        if not carried and not aged:
            return ""
        led = self.text[clause.start : one.span.start]
        if aged and BARE.fullmatch(led) and not verbs().search(led):
            return led
        of = OF.match(self.text, one.span.end, clause.end)
        if of or not aged:
            return TOLD_BY.sub("", of["name"]) if of else ""
        return thing(self.text, one.span.end, clause.end, clause.end, alone=False)[0]

    def _bracketed(self, one: Quantity, clause: Span) -> str:
        """Whose a number is that stands in brackets right behind a name: 青河县（12万元）."""
        opened = clause.start == one.span.start and self.text[clause.start - 1 : clause.start] in ("（", "(")
        return self.bearings.actors.closing(clause.start - 1) if opened else ""


def _owner(stem: str) -> str:
    """Whose an indicator is, where nobody else is named: 华昌转债的溢价率 is that of 华昌转债."""
    owner, of, _ = PRICES.sub("的价", stem).rpartition("的")
    if of and owner and not lead().match(owner) and not SPAN.match(owner):
        return owner.partition("对")[0] if owner.find("对") > 1 else owner
    if VERBAL.match(stem) or stem.startswith("每"):
        return ""
    stem = stem if stem.find("每") < MINE else stem.partition("每")[0]
    if ENDED.search(stem) or RATE.search(stem):
        return stem
    does = DOES.search(stem, 2) or verbs().search(stem, 2)
    named = stem[: does.start()].rstrip("为在对并向以由从") if does and does.end() < len(stem) else stem
    return named if len(named) > 1 else ""


def _later(token: Token) -> tuple[Quantity, ...]:
    """The numbers that belong to the one before them: the end of a range, the parts of a proportion but the first."""
    if isinstance(token, Range):
        return (token.high,)
    return token.parts[1:] if isinstance(token, Proportion) else ()
