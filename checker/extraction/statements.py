"""What an article asserts: of whom, which indicator, how much, for when, compared with what, in whose words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from checker.extraction.bearings import Bearings
from checker.extraction.belonging import named, of_thing
from checker.extraction.compounds import measures, parts
from checker.extraction.conditions import Conditions
from checker.extraction.context import Context
from checker.extraction.devices import Devices
from checker.extraction.doers import INDICATOR
from checker.extraction.finishing import Finishing
from checker.extraction.fragments import paired, tidied
from checker.extraction.grounded import Grounds
from checker.extraction.lengths import WHEN
from checker.extraction.numbers import Numbers, Told
from checker.extraction.sayings import sayings
from checker.extraction.spelled import spelled
from checker.extraction.spells import Spell, Spells
from checker.extraction.whereabouts import is_region
from checker.patterns import pattern
from checker.quantities.model import Token, UnitClass
from checker.relations.cues import Act
from checker.spans import Span

if TYPE_CHECKING:
    from checker.extraction.article import Article

KINDS = {
    UnitClass.COUNT: "count",
    UnitClass.NONE: "count",
    UnitClass.POINTS: "delta",
    UnitClass.DURATION: "duration",
    UnitClass.RATE: "ratio",
}
UNITS = {"岁": "年龄"}
UNNAMED = {UnitClass.RATE: "比率", UnitClass.POINTS: "变动幅度", UnitClass.MONEY: "金额"}
CHANGES = (Act.RISE, Act.FALL)
TOWARDS = "对向往从自比较与和同跟、于在为"
"""Behind these stands somebody else than who has so much."""

TO = frozenset("至到—–-")
"""Behind a place these lead to another: 青江|至云州通行时间."""

HAN = pattern("[一-鿿]+")
LEVELS = "省市县区州盟旗"
NEAR, LEAST = 2, 3
BARE = 6
"""A measure with no more characters is named without its owner."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that an article asserts.

    ``kind``, ``comparison`` and ``mode`` are the ledger's words. ``quote`` are the words of the statement, ``value``
    those of them that a mistake would be in; ``token`` is what the grammar made of these. ``among`` is the field of a
    rank or a superlative.
    """

    kind: str
    quote: Span
    subject: str
    metric: str
    value: Span | None = None
    token: Token | None = None
    scope: str = ""
    section: str = ""
    district: str = ""
    spell: Spell | None = None
    comparison: str = ""
    among: str = ""
    mode: str = ""
    speaker: str = ""
    title: str = ""
    sensitivity: str = "normal"


class Reading:
    """Reads an article statement by statement."""

    def __init__(self, article: "Article") -> None:
        self.article = article
        self.text = article.text
        self.bearings = Bearings(article)
        self.numbers = Numbers(self.bearings)
        self.spells = Spells(article.document, article.tokens, article.published)
        self.sayings = sayings(article.document)
        self.named = Span(0, 0), ""
        self.devices = Devices(self.text)
        self.context = Context(self.bearings)
        self.conditions = Conditions(self.text)
        self.grounds = Grounds(self.bearings)
        self.finishing = Finishing(self.bearings, self.numbers)

    def statements(self) -> Iterator[Statement]:
        """Every statement, in the order of the text."""
        from checker.extraction.assertions import assertions
        from checker.extraction.occasions import occasions

        numbers = (one for one in map(self._number, self.numbers.told) if one.metric != WHEN)
        found = [*numbers, *occasions(self), *assertions(self)]
        yield from sorted(found, key=lambda one: (one.value or one.quote, one.kind, one.metric))

    def state(
        self,
        kind: str,
        quote: Span,
        subject: str,
        metric: str,
        value: Span | None = None,
        *,
        token: Token | None = None,
        scope: str = "",
        comparison: str = "",
        among: str = "",
        sensitivity: str = "normal",
        spell: Spell | None = None,
        dated: bool = True,
        told: bool = True,
    ) -> Statement:
        """A statement with where it stands; its time unless it has none (``dated``), who says it if ``told``."""
        at = (value or quote).start
        section, district = self.bearings.place(at)
        said = self.sayings.at(at) if told else None
        subject = subject or (section and self.bearings.theme.label(section)) or self.bearings.theme.main
        return Statement(
            kind=kind,
            quote=quote,
            subject=self.grounds.named(at, subject),
            metric=metric,
            value=value,
            token=token,
            scope=scope,
            section=section,
            district=district,
            spell=spell or (self._spell(at) if dated else None),
            comparison=comparison,
            among=among,
            mode=said.mode if said else "",
            speaker=said.speaker if said else "",
            title=f"{said.body if said.name else ''}{said.title}" if said else "",
            sensitivity=sensitivity,
        )

    def _spell(self, at: int) -> Spell | None:
        """The time that holds at a place: the last one told before it in its sentence, else in its paragraph."""
        start = self.bearings.sentence(at).start
        return self.spells.before(at, start) or self.spells.before(start, self.bearings.block(at).start)

    def _owned(self, told: Told) -> tuple[str, str]:
        """Whom a number is of, and its indicator.

        A thing and its measure are apart where one compound names both (汽油价格: 价格 of 汽油); where only a measure
        is named (净利润, 售价), it is of whom its paragraph spoke of last.
        """
        at, metric, subject = told.quantity.span.start, told.naming.metric, self._subject(told)
        thing, measure = parts(subject) if subject and metric.startswith(subject) else ("", "")
        if thing:
            subject, metric = thing, f"{measure}{metric[len(subject) :]}"
        elif subject != metric:
            subject, metric = self._belonging(told, subject)
        subject = self._tidied(subject) if subject != metric else subject
        block, measured = self.bearings.block(at), measures(subject) or INDICATOR.search(subject) is not None
        known = (self.named[1] if self.named[0] == block else "") or self.bearings.about(at)
        if measured and known and metric.startswith(subject):
            return known, metric
        if subject and (subject != metric or not measured or len(subject) > BARE):
            self.named = (block, subject) if subject != metric and not measured else self.named
            return subject, metric
        return known or subject, metric

    def _tidied(self, subject: str) -> str:
        """A subject without what was cut out of its sentence along with it, unless the text has it as a name."""
        if subject in self._names or (len(subject) >= LEAST and self.text.count(subject) > 1):
            return subject
        return tidied(subject) if HAN.fullmatch(subject) else subject

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names of bodies, places and people in the text."""
        actors = self.bearings.actors
        return frozenset((*self.bearings.people, *(name for _, name in actors.bodies), *actors.places.full))

    def _belonging(self, told: Told, subject: str) -> tuple[str, str]:
        """Whom a number is of, and its indicator, which may name him where its clause has no subject."""
        metric, stem, at = told.naming.metric, told.naming.stem, told.quantity.span.start
        if not stem or not metric.startswith(stem):
            return subject, metric
        placed = is_region(subject) or bool(subject and self.bearings.actors.places.is_place(subject))
        owner, left = named(stem, self.bearings.people, known=placed)
        if not owner:
            owner, left = of_thing(subject, stem)
        clause = self.bearings.clause(at)
        begin = self.text.find(owner, clause.start, at) if owner else -1
        towards = begin > 0 and self.text[begin - 1] in TOWARDS
        if begin < 0 or towards or left[:1] in TO or self.bearings.actors.opening(clause.start, at):
            return subject, metric
        return owner, f"{left}{metric[len(stem) :]}"

    def _subject(self, told: Told) -> str:
        """Whom a number is of; in somebody's words about us, whom he speaks for, unless they name another."""
        at = told.quantity.span.start
        about = self.bearings.about(at)
        if told.subject in ("", about):
            near = about in self.text[self.bearings.block(at).start : at]
            opens = told.naming.doing and told.naming.start >= at - NEAR
            things = told.naming.counted if opens and about == self.bearings.whole and not near else ""
            placed = about[-1:] in LEVELS and self.bearings.actors.places.is_place(about)
            things = "" if placed else things
            return self._speaking(at) or things or told.subject or told.owner
        return told.subject

    def _speaking(self, at: int) -> str:
        said = self.sayings.at(at)
        if said is None or said.mode != "direct" or "我" not in said.span.of(self.text):
            return ""
        return said.body or said.speaker

    def _number(self, told: Told) -> Statement:
        one, said = told.quantity, told.naming
        kind = _kind(told)
        unit, (subject, metric) = one.unit.name, self._owned(told)
        if not INDICATOR.search(subject) and len(metric) > len(subject) + max(len(said.suffix), 1):
            metric = metric.removeprefix(subject).removeprefix("的") if metric.startswith(subject) else metric
        clause, block = self.bearings.clause(one.span.start), self.bearings.block(one.span.start)
        subject, metric = self.devices.told(one, block, clause, subject, paired(metric))
        subject, metric = spelled(self.bearings.words, one, clause, *self.context.told(one, subject, metric))
        sentence = self.bearings.sentence(one.span.start)
        subject, metric = self.conditions.told(one, block, sentence, subject, metric)
        subject = self.grounds.told(one.span.start, subject, said.counted)
        metric = metric or UNITS.get(unit) or UNNAMED.get(one.unit_class) or (f"{unit}数" if unit else "数值")
        done = self.finishing.finished(told, kind, subject, metric)
        return self.state(
            done.kind,
            Span(min(said.start, one.span.start), max(said.end, one.span.end)),
            done.subject,
            done.metric,
            one.span,
            token=one,
            scope=said.scope,
            comparison=done.comparison,
        )


def _kind(told: Told) -> str:
    one, said = told.quantity, told.naming
    changed = said.act in CHANGES
    if one.unit.name == "岁":
        return "age"
    if said.act is Act.SHARE and one.unit_class is UnitClass.COUNT:
        return "share"
    if one.unit_class is UnitClass.RATE:
        return "growth" if changed else "share" if said.act is Act.SHARE else "ratio"
    if one.unit_class is UnitClass.MULTIPLE and changed:
        return "growth"
    if changed and said.suffix and one.unit_class is not UnitClass.DURATION:
        return "delta"
    return KINDS.get(one.unit_class, "amount")


def statements(article: "Article") -> tuple[Statement, ...]:
    """Every statement of an article, in the order of the text."""
    return tuple(Reading(article).statements())
