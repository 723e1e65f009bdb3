"""What each number of an article is the number of: its indicator, its scope, its subject."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from checker.extraction.among import among, bare_thing, measures, things
from checker.extraction.bearings import Bearings
from checker.extraction.earlier import Earlier, parts_of
from checker.extraction.goods import good_before, good_of, of_good
from checker.extraction.having import had, told_held
from checker.extraction.indicators import naming
from checker.extraction.interrupted import named_before
from checker.extraction.leads import Leads
from checker.extraction.lengths import AGED
from checker.extraction.levels import CHANGES, JOINED, Levels
from checker.extraction.naming import Naming
from checker.extraction.nominals import NOUNS
from checker.extraction.oneof import all_of
from checker.extraction.owners import bearer, owner_of, thing_of
from checker.extraction.played import Matches
from checker.extraction.rolls import Item, Rolls
from checker.extraction.rows import Rows
from checker.extraction.scores import Told as Played
from checker.extraction.shares import PRICES, moved, of_each
from checker.extraction.wordings import ENDED, NOUN_RISE, SCOPES
from checker.lexicon.clauses import words
from checker.patterns import pattern
from checker.quantities.model import Quantity, Range, Unit, UnitClass
from checker.relations.cues import Act
from checker.spans import Span

WHEN = pattern("^(?:今年|去年|前)?(?:上半年|下半年|[一二三四1-4]季度|三季度|全年)")


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
        self.bearings, self.text = bearings, bearings.text
        article, self.quantities = bearings.article, bearings.quantities
        self.starts = [one.span.start for one in self.quantities]
        self.leads = Leads(bearings, self.quantities)
        self.rows = Rows(bearings, self.starts)
        self.later = {id(one) for token in article.tokens for one in parts_of(token)}
        self.lows = {token.low.span.start: token.high for token in article.tokens if isinstance(token, Range)}
        self.matches = Matches(bearings, self.quantities)
        self.rolls = Rolls(bearings, self.quantities)
        self.levels = Levels(bearings, self.quantities, self.rows)
        self.earlier = Earlier(bearings, self.leads, self.quantities)
        self.raw = self.earlier.raw
        self.metrics, self.subjects = list[str](), list[str]()
        self.said: Naming | None = None
        self.topic, self.things, self.good = "", "", ""
        self.last, self.whose = Span(0, 0), ""
        self.parts: Unit | None = None
        self.parted = ""

    @cached_property
    def told(self) -> list[Told]:
        """Every number that asserts anything."""
        return list(self._read())

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

    def _read(self) -> Iterator[Told]:
        for index, one in enumerate(self.quantities):
            if self.levels.enter(one):
                self.topic, self.good = "", good_before(self.bearings, self.levels.here.start)
            played = self.matches.told(one)
            if played:
                yield self._played(one, played)
                continue
            item = self.rolls.items.get(index)
            if item:
                yield self._of_roll(one, item)
                continue
            yield self._of_clause(index, one)

    def _keep(self, one: Quantity, raw: Naming, said: Naming, subject: str) -> None:
        """Remember what the numbers behind this one may take up."""
        self.earlier.keep(one, raw, said)
        self.metrics.append(said.metric)
        self.subjects.append(subject)
        self.said = said
        if not self.leads.counts_sorts(one):
            self.levels.add(one.span, said)
        self.last, self.whose = self.levels.here, subject

    def _of_clause(self, index: int, one: Quantity) -> Told:
        """A number by the words of its clause, and what they leave open by those before."""
        clause = self.bearings.clause(one.span.start)
        after = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        foot = self.leads.foot(one, clause)
        subject, edge = self.bearings.subject(foot)
        raw, said = self._named(index, foot, edge, min(after, clause.end))
        partial = not raw.own or self._is_part(one, raw, clause, edge)
        if partial and edge == clause.start and self.last == self.levels.here and self.whose:
            subject, said = self._partial(one, index, clause, said)
        if self._is_of_topic(one, raw, said, edge, clause, after):
            subject = self.topic
        alone = edge == clause.start and raw.act is Act.LEVEL and raw.own
        thing, measure = thing_of(said.metric) if alone else ("", "")
        if thing and thing != subject:
            subject, said = thing, replace(said, metric=measure)
        said = self._of_these(one, index, said, subject)
        said = self._of_thing(one, raw, said, partial=partial or edge > clause.start)
        held, said = told_held(self.bearings, one, said, clause, subject if edge > clause.start else "")
        borne = held or bearer(self.bearings, one, clause)
        if self.leads.is_base(clause, one):
            said = replace(said, metric=WHEN.sub("", said.metric.removeprefix(subject)) or said.metric)
        owner, measure = had(self.bearings, one, clause)
        if measure:
            said = replace(said, metric=measure, stem=measure, owner="", counted="")
            self.topic = owner or self.topic
        subject = borne or owner or subject
        said = of_good(said, self.good)
        self.good = good_of(said) or self.good
        placed = said.act in CHANGES and self.bearings.actors.places.is_place(said.owner)
        if said.owner and (placed or Act.LEVEL in (raw.act, said.act)) and not (said.counted and raw.act is Act.LEVEL):
            subject = said.owner
        bare = said.metric.removeprefix(subject).removeprefix("的") if said.own else ""
        stem = said.stem.removeprefix(subject).removeprefix("的") if bare else ""
        said = replace(said, metric=bare, stem=stem or said.stem) if bare else said
        share, said = moved(self.text, one, said, clause)
        share, said = (share, said) if share else of_each(self.leads, one, said, clause)
        priced = said.metric in PRICES and edge == clause.start and self.last == self.levels.here
        subject = share or (self.whose if priced and self.whose else subject)
        subject, said = all_of(self.text, one, clause, said) or (subject, said)
        self._keep(one, raw, said, subject)
        limit = SCOPES.search(subject)
        scope = said.scope or (limit[0] if limit else "")
        return Told(one, replace(said, scope=scope), subject, said.owner or owner_of(said.stem))

    def _of_these(self, one: Quantity, index: int, said: Naming, subject: str) -> Naming:
        """A number that tells only what some of the things did that the one before counted: 基金125只，29只|亏损."""
        last, before = self.raw[-1] if self.raw else said, self.quantities[index - 1]
        alike = one.unit_class is UnitClass.COUNT and one.unit.name == before.unit.name
        near = self.bearings.sentence(one.span.start).start <= before.span.start
        self.things = things(last, self.things) if index and alike and near else ""
        some = self.text.endswith("有", 0, one.span.start)
        return said if self.things == subject else among(said, self.things, some=some)

    def _is_part(self, one: Quantity, raw: Naming, clause: Span, edge: int) -> bool:
        """Whether a number is a part of one before: behind 其中, or behind such a part in the same unit."""
        opens = self.text.startswith("其中", clause.start)
        follows = edge == clause.start and self.text[clause.start - 1] in "，、" and raw.act is Act.LEVEL
        self.parts = one.unit if opens or (follows and self.parts == one.unit and raw.own) else None
        return self.parts is not None

    def _of_thing(self, one: Quantity, raw: Naming, said: Naming, *, partial: bool) -> Naming:
        """A level of the thing that the clause before speaks of and its own leaves out: 房屋倒塌300间，损坏|1700间."""
        goes_on = raw.own and raw.act is Act.LEVEL and not (partial or raw.counted)
        alike = self.raw and self.raw[-1].stem[-2:] == said.stem[-2:]
        thing = self.bearings.thing(one.span.start) if goes_on and not alike else ""
        if not thing or thing in said.metric:
            return said
        return replace(said, metric=f"{thing}{said.metric}", stem=f"{thing}{said.stem}")

    def _played(self, one: Quantity, played: Played) -> Told:
        """A number of a match, with whose it is."""
        said = Naming(played.metric, one.span.start, one.span.end, stem=played.metric)
        self._keep(one, said, said, played.subject)
        return Told(one, said, played.subject, "")

    def _of_roll(self, one: Quantity, item: Item) -> Told:
        """A number of a roll of names, by what the roll is of."""
        said = self.raw[item.head] if item.head >= 0 else Naming(item.measure, 0, 0, stem=item.measure)
        metric = self.metrics[item.head] if item.head >= 0 else item.measure
        subject = item.name.of(self.text).strip("《》“”")
        if item.sort:
            stem = metric.removesuffix(said.suffix)
            subject, metric = self.subjects[item.head], f"{stem}中{subject}{said.suffix}"
        said = replace(said, metric=metric, start=item.name.start, end=one.span.end)
        said = replace(said, own=True, owner="", doing=False)
        self._keep(one, said, said, subject)
        return Told(one, said, subject, "")

    def _partial(self, one: Quantity, index: int, clause: Span, said: Naming) -> tuple[str, Naming]:
        """Of whom or of what a part is, and its indicator, with that of the whole where this is no thing."""
        whole = self._whole(one, index, clause)
        if said.own and self.text.startswith("其中", clause.start):
            self.parted = f"{whole}中" if ENDED.search(whole) else ""
        if self.parted and self.parts and said.act is Act.LEVEL:
            return self.whose, replace(said, metric=f"{self.parted}{said.metric}", stem=f"{self.parted}{said.stem}")
        return whole or self.whose, said

    def _whole(self, one: Quantity, index: int, clause: Span) -> str:
        """The things that a number is some of, which only a quality names here: 新开酒店20家，其中直营|5家."""
        last, led = self.raw[-1], self.bearings.words.between(clause.start, one.span.start)
        alike = one.unit_class is UnitClass.COUNT and one.unit.name == self.quantities[index - 1].unit.name
        sort = self.text.startswith("其中", clause.start) and not any(word.part in NOUNS for word in led)
        return last.stem if alike and sort and last.act is Act.LEVEL and not last.counted else ""

    def _is_of_topic(self, one: Quantity, raw: Naming, said: Naming, edge: int, clause: Span, after: int) -> bool:
        """Whether a number tells of what one before it counted; one that counts makes its things the topic."""
        counting = one.unit_class is UnitClass.COUNT
        if counting and said.counted and after < clause.end and not one.unit.name.endswith("类"):
            self.topic = said.counted
            return False
        if self._is_of_things(one, raw, edge, clause):
            self.topic = bare_thing(self.raw[-1].stem)
            return bool(self.topic)
        goes_on = said.act is Act.LEVEL or not raw.own
        return bool(self.topic) and goes_on and self._goes_on(said, edge, clause, counting=counting)

    def _is_of_things(self, one: Quantity, raw: Naming, edge: int, clause: Span) -> bool:
        """Whether a number is the bare measure of the things that the clause before counts."""
        if not self.raw or edge > clause.start or self.last != self.levels.here:
            return False
        before = self.bearings.quantities[len(self.raw) - 1]
        near = self.text[before.span.end : clause.start] == "，"
        return near and one.unit_class is not UnitClass.COUNT and measures(raw, self.raw[-1], before)

    def _goes_on(self, said: Naming, edge: int, clause: Span, *, counting: bool) -> bool:
        """Whether a number still tells of what the one before counted: 28个项目|开工18个，开工率…"""
        last = bool(self.raw and self.raw[-1].counted)
        return not said.counted and (last or (not counting and edge == clause.start))

    def _named(self, index: int, foot: int, edge: int, taken: int) -> tuple[Naming, Naming]:
        one = self.quantities[index]
        if id(one) in self.later and self.said:
            same = replace(self.said, start=one.span.start, end=one.span.end)
            return same, same
        floor = self.leads.behind(index)
        if self.leads.is_converted(index):
            same = replace(self.said or self.raw[-1], start=one.span.start, end=one.span.end)
            return same, same
        if index and self.raw[-1].counted and floor >= self.quantities[index - 1].span.end:
            floor = max(floor, min(self.raw[-1].end, one.span.start))
        clause = self.bearings.clause(one.span.start)
        phrase = self.leads.words(foot, max(edge if edge > clause.start else 0, floor))
        raw = self.earlier.joined(one, self._phrased(index, phrase, clause, taken), floor)
        if (
            edge > clause.start
            and not raw.own
            and NOUN_RISE.fullmatch(raw.suffix)
            and raw.suffix in self.text[phrase.start : raw.end]
        ):
            raw = replace(raw, metric=raw.suffix, stem=raw.suffix, suffix="", own=True)
        raw = self.earlier.taken_up(one, raw, clause)
        raw = self.earlier.gapped(one, self._parted(raw, phrase, max(clause.start, edge, floor), clause))
        if one.unit.name == "岁" and raw.metric == "年龄" and self.said and AGED.search(self.said.metric) and index:
            near = self.bearings.sentence(one.span.start).start < self.starts[index - 1]
            raw = replace(raw, metric=self.said.metric, stem=self.said.metric) if near else raw
        if (
            one.unit_class is UnitClass.COUNT
            and one.unit.name in words("plain")
            and edge > clause.start
            and not raw.own
        ):
            raw = replace(raw, metric="数量", stem="", own=True)
        said = self.levels.completed(one, raw, clause)
        if said.act in CHANGES:
            said = self.earlier.shared(self.earlier.within(said, clause), self.bearings.sentence(one.span.start))
        return raw, said

    def _parted(self, raw: Naming, phrase: Span, start: int, clause: Span) -> Naming:
        """A number that only a time stands before, by the indicator before that: 产值|2023年|达到3000亿元."""
        if raw.own or phrase.end < clause.start or raw.again:
            return raw
        first = not self.leads.in_sentence(self.bearings.sentence(clause.start).start, clause.start)
        name = named_before(self.bearings, start, phrase, clause, topic=first and raw.suffix != "")
        name = name or (self.earlier.named_again(clause) if first and raw.suffix else "")
        return replace(raw.of(replace(raw, metric=name, stem=name)), own=True) if name else raw

    def _phrased(self, index: int, phrase: Span, clause: Span, taken: int) -> Naming:
        """What the words around a number say; those around the end of a range say it of its beginning."""
        one = self.quantities[index]
        following = self.quantities[index + 1] if index + 1 < len(self.quantities) else one
        adjacent = following.span.start == one.span.end and following.unit == one.unit
        joined = following.unit == one.unit and one.unit_class is UnitClass.RATE
        adjacent = adjacent or (joined and JOINED.fullmatch(self.text, one.span.end, following.span.start) is not None)
        if adjacent or self.lows.get(one.span.start) is following:
            taken = self.starts[index + 2] if index + 2 < len(self.starts) else len(self.text)
            one = following
        end = max(one.span.end, clause.end)
        listed = self.bearings.listed(phrase, clause)
        return naming(self.bearings.words, one, phrase, end, taken=min(taken, end), listed=listed)
