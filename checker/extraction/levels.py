"""The numbers before one in its sentence, and which it is of: a rise of a level, a part of it, what it became."""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from checker.extraction.against import again, beyond, budgeted, forecast, is_base
from checker.extraction.bearings import Bearings
from checker.extraction.contributed import CONTRIBUTES, of_levels
from checker.extraction.naming import RATE, Naming
from checker.extraction.phrasing import trimmed
from checker.extraction.portioned import part_of_total, sort_of_total
from checker.extraction.rows import Rows
from checker.extraction.wordings import RESULT
from checker.lexicon.clauses import any_of
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import LOWERED, RAISED, Act
from checker.relations.lists.trimming import METRIC
from checker.spans import Span

JOINED = pattern("[ ]?[、和与及/／×xX][ ]?[+＋]?")
SLASH = pattern("[/／]")
SHARED = pattern(f"(?:实现)?(?:{METRIC}|营收|净利|[一-鿿]{{0,2}}率)$")
RATES = """
    支持 好评 差评 满意 失业 市占 占有 使用 覆盖 合格 得票 收视 出租 入住 开工 利用 毛利 净利 负债 增长 回报 收益 不良
    完成 达标 录取
    """
RATED = pattern(f"(?:{'|'.join(RATES.split())})率$|市场份额$")
BROKEN = pattern("[，。；、：]")
NOUN_RISE = pattern("(?:增速|增幅|涨幅|降幅|跌幅|升幅|减幅|增长率)(?!度)")
MOVES = "|".join((RAISED + LOWERED).split())
ANNOUNCED = pattern(
    f"(?P<name>[一-鿿]{{1,16}}(?:{any_of('amount', 'rate')}))(?:{any_of('change_adverb')})*"
    f"(?:{MOVES}|增[长加]|[升降]温)(?:了|迅速|较快|很快|明显|显著|迅猛)?$"
)
NEAR, FAR = 12, 24
REMEMBERED = 40
"""How many numbers back the level may stand that a rise is a rise of."""

LEVELS = (Act.LEVEL, Act.TO, Act.SUM, Act.FROM)
CHANGES = (Act.RISE, Act.FALL)
Level = tuple[Span, Naming]


class Levels:
    """Remembers what the numbers of a sentence are the numbers of. ``quantities`` are those of the article."""

    def __init__(self, bearings: Bearings, quantities: Sequence[Quantity], rows: Rows) -> None:
        self.bearings = bearings
        self.text = bearings.text
        self.rows = rows
        self.starts = rows.starts
        self.units = {one.span.start: one.unit_class for one in quantities}
        self.rates = {one.span.start for one in quantities if one.unit_class is UnitClass.RATE}
        self.runs = _runs(self.text, quantities)
        self.kept: deque[Level] = deque(maxlen=REMEMBERED)
        self.totals: dict[UnitClass, Level] = {}
        self.part = self.here = Span(0, 0)

    def enter(self, one: Quantity) -> bool:
        """Forget what a new sentence does not go on with; whether it is one."""
        here = self.bearings.sentence(one.span.start)
        if here == self.here:
            return False
        block = self.bearings.block
        same = block(here.start) == block(self.here.start)
        self.totals = self.totals if same else {}
        self.kept = deque(list(self.kept)[-1:] if same else (), maxlen=REMEMBERED)
        self.here = here
        return True

    def add(self, span: Span, said: Naming) -> None:
        """Remember what a number is the number of."""
        if said.stem:
            self.kept.append((span, said))
        if said.act is Act.LEVEL and said.own and span != self.part:
            self.totals[self.units[span.start]] = (span, said)

    def completed(self, one: Quantity, said: Naming, clause: Span) -> Naming:
        """What a rise or a share is of, where it stands before: the level before it, or the nth of those with 分别."""
        paired = self.rows.paired(one, said)
        if paired:
            paired, sorts = self._of_place(paired), self.text.startswith("其中", clause.start)
            before = [level for span, level in self.kept if span.end <= clause.start and level.stem]
            return sort_of_total(paired, before[-1]) if sorts and before else paired
        at = self.rows.opening(one, clause)
        if at >= 0:
            said = self.rows.compared(one, self.rows.parted(one, said, clause, at), at, clause)
        told = said.act in (*CHANGES, Act.SHARE) and said.suffix and not said.own
        announced = self._announced(clause) if told else ""
        if announced:
            return replace(said, metric=f"{announced}{said.suffix}", stem=announced, own=True)
        portion = self._portion(one, said) if at < 0 else None
        if portion:
            self.part = one.span
            return portion
        near = self._near(one, said)
        base = self.kept[-1] if self.kept and self._is_base(self.kept[-1][0]) else None
        planned = budgeted(said, near[-1][1], base[1] if base else None) if near else None
        found = planned or (again(said, near[-1][1]) if near else None) or self._beside(one, said, near)
        found = found or (self._told_against(one, said, near[-1]) if near else None)
        if found or not near:
            return found or said
        if said.own:
            return self._whole(said, near)
        return self._changed(one, said, near) or self._of_amount(one, said, near, clause, at)

    def _of_place(self, said: Naming) -> Naming:
        """A change of a row whose things are places, by what was told of each before: 分别增加6万亩和13万亩."""
        place = said.stem
        if said.act not in CHANGES or not self.bearings.actors.places.is_place(place):
            return said
        levels = [level for _, level in self.kept if level.own and level.act in LEVELS]
        mine = [level for level in levels if level.owner == place]
        made = replace(said, metric=said.suffix, stem="", own=False)
        return replace(made.of(mine[-1]) if mine else made, own=True, owner=place)

    def _told_against(self, one: Quantity, said: Naming, last: Level) -> Naming | None:
        """A forecast of the number before, or the rate that it is above or below."""
        span, level = last
        if self.units[span.start] is not one.unit_class or span.start < self.here.start:
            return None
        led = self.text[max(self.here.start, one.span.start - FAR) : one.span.start]
        return forecast(led, said, level) or (beyond(led, said, level) if span.start in self.rates else None)

    def _is_base(self, span: Span) -> bool:
        """Whether a number is only what another one of its clause is told against."""
        clause, at = self.bearings.clause(span.start), bisect_left(self.starts, span.end)
        return is_base(self.text[clause.start : span.start]) and any(
            one < clause.end for one in self.starts[at : at + 1]
        )

    def _near(self, one: Quantity, said: Naming) -> list[Level]:
        """The numbers before that one may be of: for a count those of its sentence, for a rise the one before too."""
        counted = said.act in (Act.LEVEL, Act.SUM) and one.unit_class not in (UnitClass.RATE, UnitClass.POINTS)
        here = self.here.start
        bases = [level for level in self.kept if said.act in CHANGES and self._is_base(level[0])]
        told = [level for level in self.kept if not (level in bases or self._is_aside(level[0], one))] or self.kept
        if bases and bases[-1] is self.kept[-1]:
            sort = self.units[bases[-1][0].start]
            told = [level for level in told if self.units[level[0].start] is sort] or told
        return [(span, level) for span, level in told if span.start >= here or not (counted or level.act is Act.SHARE)]

    def _is_aside(self, span: Span, one: Quantity) -> bool:
        """Whether a number stands in brackets that are closed before another one: 净利润2亿元（扣非1亿元），增长8%."""
        closed = self.text.find("）", span.end, min(one.span.start, span.end + NEAR))
        opened = self.text.rfind("（", max(self.here.start, span.start - NEAR), span.start)
        return closed >= 0 and opened >= 0 and self.text.find("）", opened, span.start) < 0

    def _portion(self, one: Quantity, said: Naming) -> Naming | None:
        """A part, by its total's measure: the last number of its unit in the paragraph that is no part itself."""
        total = self.totals.get(one.unit_class)
        return part_of_total(self.bearings.words, one, said, total, self.here) if total else None

    def _changed(self, one: Quantity, said: Naming, near: list[Level]) -> Naming | None:
        """What the numbers before make of one that names a change only, or what a change led to."""
        moved = said.act in CHANGES
        rates = [level for level in near if level[0].start in self.rates]
        if rates and one.unit_class is UnitClass.POINTS and moved and not NOUN_RISE.match(said.suffix):
            return said.of(replace(rates[-1][1], stem=rates[-1][1].metric))
        if self._is_result(one, said, near[-1]):
            last = near[-1][1]
            same = last.stem if last.act in CHANGES else last.metric
            return replace(said, metric=same, stem=same, own=True)
        changes = [level for level in near if level[1].act in CHANGES and level[1].stem]
        if changes and NOUN_RISE.match(said.suffix) and not NOUN_RISE.fullmatch(said.suffix):
            return said.further(changes[-1][1])
        if rates and rates[-1] is near[-1] and said.suffix.endswith("目标"):
            return said.of(replace(near[-1][1], stem=near[-1][1].metric))
        if said.suffix == "差距":
            return said.of(replace(near[-1][1], stem=near[-1][1].metric))
        return None

    def _of_amount(self, one: Quantity, said: Naming, near: list[Level], clause: Span, at: int) -> Naming:
        """The same with the last amount before it, or the nth of them behind 分别 (which stands ``at``)."""
        rate = self._rate_before(one, said, near) if at < 0 else None
        if rate:
            return replace(said, metric=rate.metric, stem=rate.stem or rate.metric, suffix=rate.suffix)
        amounts = [level for level in near if level[1].act in LEVELS and level[1].own]
        base = near[-1][1]
        if said.act in CHANGES and base.act is Act.LEVEL and base.stem and near[-1][0].start not in self.rates:
            amounts = [*amounts, near[-1]]
        if at >= 0:
            earlier = [level for level in amounts if level[0].end <= at]
            nth, size = self.rows.place(one, at, clause)
            if 0 < size <= len(earlier):
                return said.of(earlier[-size:][nth][1])
            row = [level for level in near if level[0].end <= at and level[1].act in CHANGES and level[1].stem][-size:]
            if size > 1 and len({level.stem for _, level in row}) == size:
                return said.of(row[nth][1])
        both = {said.compared, base.compared} == {"year", "last"} and self.bearings.clause(near[-1][0].start).end
        if both and base.act in CHANGES and base.own and base.stem and both + 1 == clause.start:
            return said.of(base)
        moved = [level for level in near if level[1].act in CHANGES and level[1].own and level[1].stem]
        if said.act in CHANGES and moved and self._is_nearer(moved[-1], amounts):
            return said.of(moved[-1][1])
        alike = [level for level in amounts if self.units[level[0].start] is one.unit_class]
        timed = bool(amounts) and self.units[amounts[-1][0].start] is UnitClass.DURATION
        amounts = alike if alike and said.act is Act.LEVEL and not timed else amounts
        span, level = amounts[-1] if amounts else near[-1]
        nearest, last = near[-1]
        # 顺差5亿元。民企出口增长6%，占出口的52%: a share is of what its own sentence tells, though that has no amount.
        if said.act is Act.SHARE and span.start < self.here.start <= nearest.start and last.own:
            level = last
        return said.of(level)

    def _is_nearer(self, change: Level, amounts: Sequence[Level]) -> bool:
        """Whether a change of its own indicator stands in the sentence, behind the last level: 收入增加2亿元，|即5%."""
        span = change[0]
        told = self.units[span.start] is not UnitClass.RATE and span.start >= self.here.start
        return told and (not amounts or amounts[-1][0].end <= span.start)

    def _rate_before(self, one: Quantity, said: Naming, near: list[Level]) -> Naming | None:
        """The rate that one without a name of its own goes on with: 占比50%，|2024年升至53%."""
        if one.unit_class is not UnitClass.RATE or said.act not in (Act.LEVEL, Act.TO) or said.own:
            return None
        told = [
            level
            for level in near
            if self.units[level[0].start] is not UnitClass.DURATION or RATE.search(level[1].stem)
        ]
        span, last = told[-1] if told else near[-1]
        return last if span.start in self.rates and span.start >= self.here.start and last.act not in CHANGES else None

    def _beside(self, one: Quantity, said: Naming, near: list[Level]) -> Naming | None:
        """The nth of a row without 分别: 甲/乙收入为3/5亿元 names each, 同比+1%/+2% is of the nth of the row before."""
        index = bisect_left(self.starts, one.span.start)
        nth, size = self.runs[index]
        if size < 2:
            return None
        if said.own:
            return _nth_named(said, nth, size)
        floor, here = self.starts[index - nth], self.here.start
        before = [level for level in near if level[0].end <= floor and here <= level[0].start][-size:]
        if len(before) < size or len({level.stem for _, level in before}) < size:
            return None
        level = before[nth][1]
        if RESULT.match(self.text, before[-1][0].end) and level.act in CHANGES:
            return replace(said, metric=level.stem, stem=level.stem, own=True)
        again = said.act in CHANGES and level.compared != said.compared in ("year", "last")
        return said.of(level) if level.act in LEVELS or again else None

    def _whole(self, said: Naming, near: list[Level]) -> Naming:
        """What names only half: 对经济增长的贡献率 is that of the level before, 乙党降至35% means the rate before."""
        if CONTRIBUTES.match(said.metric):
            return of_levels(said, [level for _, level in near if level.own])
        span, last = near[-1]
        tail = (
            RATED.search(last.stem)
            if said.suffix == "比率" and "率" not in said.metric and span.start >= self.here.start
            else None
        )
        return replace(said, metric=f"{said.metric}{tail[0]}", stem=f"{said.metric}{tail[0]}") if tail else said

    def _is_result(self, one: Quantity, said: Naming, last: Level) -> bool:
        """Whether a number is what the one right before it became: 提升0.3个百分点至52.1%, 由5.1%增至6.2%."""
        start, end = last[0].end, one.span.start
        if last[1].act in CHANGES:
            return bool(last[1].stem) and RESULT.fullmatch(self.text, start, end) is not None
        return said.act is Act.TO and end - start <= NEAR and BROKEN.search(self.text, start, end) is None

    def _announced(self, clause: Span) -> str:
        """The indicator whose change the clause before tells without a number: 毛利率明显提升，|上升2个百分点."""
        if clause.start < 2 or self.text[clause.start - 1] not in "，。；":
            return ""
        before = self.bearings.clause(clause.start - 1)
        told = ANNOUNCED.search(self.text, before.start, clause.start - 1)
        numbered = bisect_left(self.starts, before.start) < bisect_left(self.starts, clause.start)
        return trimmed(told["name"]) if told and not numbered else ""


def _nth_named(said: Naming, nth: int, size: int) -> Naming | None:
    names = SLASH.split(said.stem)
    if len(names) != size or said.act not in (*LEVELS, *CHANGES):
        return None
    shared = SHARED.search(names[-1])
    name = names[nth] if shared is None or SHARED.search(names[nth]) else f"{names[nth]}{shared[0]}"
    return replace(said, metric=f"{name}{said.suffix}", stem=name, own=True)


def _runs(text: str, quantities: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Of each number, where in a row of numbers it stands that only a mark or 和 parts, and how long the row is."""
    found: list[tuple[int, int]] = []
    size = 0
    for index, one in enumerate(quantities):
        if size and not JOINED.fullmatch(text, quantities[index - 1].span.end, one.span.start):
            found += [(nth, size) for nth in range(size)]
            size = 0
        size += 1
    return [*found, *((nth, size) for nth in range(size))]
