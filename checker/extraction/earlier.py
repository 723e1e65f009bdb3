"""What a number takes up from those before it: their measure, a change told once more, what 和 joins it to."""

from collections.abc import Sequence
from dataclasses import replace

from checker.extraction.bearings import Bearings
from checker.extraction.compounds import parts
from checker.extraction.governed import Governed
from checker.extraction.leads import Leads
from checker.extraction.levels import CHANGES, JOINED
from checker.extraction.naming import Naming
from checker.extraction.nominals import INNER
from checker.extraction.wordings import ENDED
from checker.patterns import pattern
from checker.quantities.model import Proportion, Quantity, Range, Token, UnitClass
from checker.relations.cues import Act
from checker.spans import Span

AGAIN = pattern("的(?:增速|增幅|涨幅|降幅|跌幅|增长率|升幅)")
"""What a change is called that was told before: 2.4%|的增速."""

SORT_NAME = pattern("(?![此本这该上首])(?:[一-鿿]{2}){1,3}")
OTHERS = pattern(
    "(?:[^。；：]{0,4}，)?(?:其他|其它|其余)[^。；：]{2,60}(?:增长|增加|上升|上涨|提高|减产|增产|减少|下降|下跌)[：:]"
)
"""How a list of changes begins that is of the same measure as the one before."""

FAR = 16
SHORT, SORT, REACH, NAMED = 4, 3, 6, 20
"""So many characters are a sort of things (制造业), so many numbers back its measure may stand."""


class Earlier:
    """Remembers the indicators of the numbers so far, by their own words (``raw``)."""

    def __init__(self, bearings: Bearings, leads: Leads, quantities: Sequence[Quantity]) -> None:
        self.bearings, self.leads, self.quantities, self.text = bearings, leads, quantities, bearings.text
        self.governed = Governed(bearings)
        self.raw: list[Naming] = []
        self.changes: tuple[Span, dict[str, Naming]] = Span(0, 0), {}

    def keep(self, one: Quantity, raw: Naming, said: Naming) -> None:
        """Remember a number by its own words, and the change that it tells."""
        self.raw.append(raw)
        if said.act in CHANGES and said.stem:
            self.changes[1].setdefault(one.literal, said)

    def taken_up(self, one: Quantity, raw: Naming, clause: Span) -> Naming:
        """A number with what its words leave to the change told before, the level told before, the lead of its list."""
        raw = self.governed.counting(one, self.in_full(self._then(self._restated(one, raw)), clause))
        raw = self.governed.named(one, raw)
        return self.within(self._announced(raw, clause), clause)

    def within(self, raw: Naming, clause: Span) -> Naming:
        """A level or a thing's change in a list that opens with what it is a part of: 对外资产中，证券投资|20亿元."""
        plain = raw.own and raw.stem and (raw.act is Act.LEVEL or (raw.suffix and not ENDED.search(raw.stem)))
        whole = self.leads.whole(clause) if plain and raw.act in (Act.LEVEL, *CHANGES) else ""
        if not whole or whole in raw.metric:
            return raw
        return replace(raw, metric=f"{whole}中{raw.metric}", stem=f"{whole}中{raw.stem}")

    def _restated(self, one: Quantity, raw: Naming) -> Naming:
        """A change that its paragraph has told before with what it is of: 总产值增长2.4%。…|2.4%的增速."""
        block = self.bearings.block(one.span.start)
        self.changes = self.changes if self.changes[0] == block else (block, {})
        before = self.changes[1].get(one.literal)
        if before and not raw.own and AGAIN.match(self.text, one.span.end):
            return replace(raw, metric=f"{before.stem}{raw.suffix}", stem=before.stem, own=True)
        return raw

    def _then(self, raw: Naming) -> Naming:
        """How much it was a year before, by what the last number is of: 净利润盈利4亿元，上年同期盈利|2亿元."""
        name = raw.stem.removeprefix("同期")
        if not name or name == raw.stem or not raw.own:
            return raw
        before = self.raw[-1].stem if self.raw else ""
        stem = before if before.endswith(name) else name
        return replace(raw, metric=f"{stem}{raw.suffix}", stem=stem)

    def in_full(self, raw: Naming, clause: Span) -> Naming:
        """A number whose indicator the clause before names in full, and tells no number of: 服务投诉增多，投诉|3件."""
        before = (
            self.bearings.clause(clause.start - 1) if self.text[clause.start - 1 : clause.start] == "，" else clause
        )
        numbered = before == clause or self.leads.in_sentence(before.start, before.end)
        at = -1 if numbered or not 1 < len(raw.stem) <= SHORT else self.text.find(raw.stem, before.start, before.end)
        found = self.bearings.actors.opening(before.start, before.end)
        start = found.end if found and found.is_place else before.start
        name = self.text[start : max(at, start)]
        named = all(word.part in INNER for word in self.bearings.words.between(start, max(at, start)))
        if not named or not raw.own or raw.act is not Act.LEVEL or not SORT_NAME.fullmatch(name):
            return raw
        return replace(raw, metric=f"{name}{raw.metric}", stem=f"{name}{raw.stem}")

    def named_again(self, clause: Span) -> str:
        """The indicator of a number so far that the clause before begins with: 网购投诉续增，同比|增长75%."""
        if self.text[clause.start - 1 : clause.start] != "，":
            return ""
        start = self.bearings.clause(clause.start - 1).start
        stems = (one.stem for one in reversed(self.raw[-NAMED:]) if one.own and len(one.stem) >= SHORT)
        return next((stem for stem in stems if self.text.startswith(stem, start)), "")

    def gapped(self, one: Quantity, raw: Naming) -> Naming:
        """A number whose words leave out what those of the last one say: 一等奖奖金3万元，二等奖|1万元."""
        index = len(self.raw)
        before = self.raw[-1] if index else raw
        last, name = f"{before.owner}{before.metric}", raw.metric.removesuffix("额")
        size, left = len(name), last[len(name) :]
        alike = size > 1 and last[size - 1 : size] == name[-1:] and last[:size] != name and raw.act is Act.LEVEL
        printed = self.text.endswith(name, 0, one.span.start) and 1 < len(left) <= SHORT
        if not (alike and printed and ENDED.search(left)) or ENDED.search(name):
            return raw
        if one.unit_class is not self.quantities[index - 1].unit_class:
            return raw
        return replace(raw, metric=left, stem=left, owner=name)

    def shared(self, raw: Naming, sentence: Span) -> Naming:
        """A thing's change by the measure that one of its sort has before: 机械制造业产值增长8%；纸制造业|增长5%."""
        if raw.act not in CHANGES or not raw.own or ENDED.search(raw.stem) or len(raw.stem) <= SORT:
            return raw
        for before in reversed(self.raw[-REACH:]):
            at = before.stem.rfind(raw.stem[-SORT:])
            measure = before.stem[at + SORT :] if at > 0 else ""
            if before.act in CHANGES and before.start >= sentence.start and ENDED.search(measure):
                return replace(raw, metric=f"{raw.stem}{measure}{raw.suffix}", stem=f"{raw.stem}{measure}")
        return raw

    def joined(self, one: Quantity, raw: Naming, before: int) -> Naming:
        """A number that only 和 parts from the one before is what that one is: 增长7.9%和18.3%."""
        index = len(self.raw)
        last = self.quantities[index - 1]
        sort = (one.unit_class, one.unit.name)
        alike = last.unit_class is UnitClass.NONE or (last.unit_class, last.unit.name) == sort
        if (
            not index
            or raw.counted
            or raw.doing
            or not alike
            or not JOINED.fullmatch(self.text, before, one.span.start)
        ):
            return raw
        return replace(self.raw[-1], start=one.span.start, end=one.span.end)

    def _announced(self, raw: Naming, clause: Span) -> Naming:
        """A change of a thing, with the measure that the words before its list name."""
        thing = raw.stem.removesuffix("重量") if raw.act is Act.LEVEL else raw.stem if raw.suffix else ""
        plain = raw.own and thing and not ENDED.search(thing) and (raw.act in CHANGES or thing != raw.stem)
        measure = (self.leads.measure(clause) or self._of_others(clause)) if plain else ""
        suffix = raw.suffix if raw.act in CHANGES else ""
        return replace(raw, metric=f"{thing}{measure}{suffix}", stem=f"{thing}{measure}") if measure else raw

    def _of_others(self, clause: Span) -> str:
        """The measure of those told before, where a list opens with the others: 其他作物都有增长：|甜菜8%."""
        start = self.bearings.sentence(clause.start).start
        opens = OTHERS.match(self.text, start, clause.start)
        if not opens:
            return ""
        told = (one for one in reversed(self.raw[-FAR:]) if one.own and one.start < start)
        return next((measure for one in told if (measure := parts(one.stem)[1])), "")


def parts_of(token: Token) -> tuple[Quantity, ...]:
    """The numbers that belong to the one before them: the end of a range, the parts of a proportion but the first."""
    if isinstance(token, Range):
        return (token.high,)
    return token.parts[1:] if isinstance(token, Proportion) else ()
