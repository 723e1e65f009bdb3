"""What an article asserts, number by number: of whom, which indicator, how much, for when, compared with what."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from checker.document import BlockKind
from checker.extraction.actors import Actors
from checker.extraction.indicators import Naming, naming
from checker.extraction.sayings import Saying, sayings
from checker.extraction.spells import Spell, Spells
from checker.gazetteer import Gazetteer
from checker.patterns import pattern
from checker.quantities.model import Code, Date, Ordinal, Period, Proportion, Quantity, Range, Token, UnitClass
from checker.relations.cues import Act
from checker.spans import Span

if TYPE_CHECKING:
    from checker.extraction.article import Article

CLAUSE = pattern("[，,；;。：:！!？?\n（）()]")
RESPECTIVELY = "分别"
BASES = {
    "year": "year_on_year",
    "last": "month_on_month",
    "start": "since_year_start",
    "other": "against_other",
    "unstated": "unstated",
}
KINDS = {
    UnitClass.COUNT: "count",
    UnitClass.NONE: "count",
    UnitClass.POINTS: "delta",
    UnitClass.DURATION: "duration",
    UnitClass.RATE: "ratio",
}
RANKED = pattern("(?P<scope>全[国省市县区球州]|[我本]?[国省市县区]|世界|亚洲|同[类级]|国内|[一-鿿]{0,8}?)(?:排名?|位?[居列]|名列|居于|位次|排在|占|首位)?(?:在)?$")
PLACED = pattern("(?:位?[居列]|排名?|名列|跃居|稳居|全[国省市县区球]|世界)(?:在)?$")
ROUTES = {"slogan": "提法", "route": "线路", "document": "文号", "stock": "证券代码"}
OPENING = pattern("[“‘]?")
NAMED = 12
EVENT = 18


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that an article asserts.

    ``kind``, ``comparison`` and ``mode`` are the ledger's words. ``quote`` are the words of the statement, ``value``
    those of them that a mistake would be in; ``token`` is what the grammar made of these.
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
    sensitivity: str = field(default="normal")


class Reading:
    """Reads an article statement by statement."""

    def __init__(self, article: "Article") -> None:
        self.article = article
        self.document = article.document
        self.text = article.text
        self.actors = Actors(self.document, article.topics, Gazetteer.load())
        self.spells = Spells(self.document, article.tokens, article.published)
        self.sayings = sayings(self.document)
        self.sentences = self.document.sentences
        self.starts = [one.span.start for one in self.sentences]
        self.numbers = [one for one in article.quantities if not one.is_article]
        self.places = [one.span.start for one in self.numbers]

    def statements(self) -> Iterator[Statement]:
        """Every statement, in the order of the text."""
        from checker.extraction.assertions import assertions

        found = [*self._numbers(), *self._others(), *assertions(self)]
        yield from sorted(found, key=lambda one: (one.value or one.quote, one.kind, one.metric))

    def place(self, at: int) -> tuple[str, str]:
        """The section and the district of an offset."""
        topic = self.actors.topic(at)
        section = self._section(at)
        if topic:
            return section or topic.name, topic.place.name if topic.place else ""
        return section, ""

    def _section(self, at: int) -> str:
        index = bisect_right(self._headings[0], at) - 1
        return self._headings[1][index] if index >= 0 else ""

    @cached_property
    def _headings(self) -> tuple[list[int], list[str]]:
        starts, names = [], []
        last: BlockKind | None = None
        for block in self.document.blocks:
            if block.kind is BlockKind.HEADING:
                name = block.name.of(self.text) if block.name else block.span.of(self.text)[:NAMED]
            elif block.kind in (BlockKind.CAPTION, BlockKind.BYLINE) and block.kind is not last and starts:
                name = "图注" if block.kind is BlockKind.CAPTION else "署名"
            elif block.kind is BlockKind.PARAGRAPH and last in (BlockKind.CAPTION, BlockKind.BYLINE) and starts:
                name = ""
            else:
                last = block.kind
                continue
            last = block.kind
            starts.append(block.span.start)
            names.append(name)
        return starts, names

    def sentence(self, at: int) -> Span:
        """The sentence around an offset; in no sentence, an empty span."""
        index = bisect_right(self.starts, at) - 1
        if index < 0 or self.sentences[index].span.end < at:
            return Span(at, at)
        return self.sentences[index].span

    def block(self, at: int) -> Span:
        """The block around an offset."""
        index = bisect_right(self.starts, at) - 1
        return self.document.blocks[self.sentences[index].block].span if index >= 0 else Span(at, at)

    def clause(self, at: int) -> Span:
        """The clause around an offset."""
        sentence = self.sentence(at)
        start = sentence.start
        for mark in CLAUSE.finditer(self.text, sentence.start, at):
            start = mark.end()
        after = CLAUSE.search(self.text, at, sentence.end)
        return Span(start, after.start() if after else sentence.end)

    def subject(self, at: int) -> tuple[str, int]:
        """Whom the words at ``at`` speak of, and where the words for him end if they stand in the same clause."""
        sentence, clause = self.sentence(at), self.clause(at)
        found = self.actors.opening(clause.start, at)
        if found:
            return found.name, found.end
        starts = [sentence.start] + [one.end() for one in CLAUSE.finditer(self.text, sentence.start, clause.start)]
        for start in reversed(starts[:-1]):
            end = self.clause(start).end
            found = self.actors.opening(start, max(start, end))
            if found:
                return found.name, clause.start
        return self._inherited(sentence.start), clause.start

    def _inherited(self, at: int) -> str:
        """The subject of the sentence before in the same block, of the section, of the article."""
        if at not in self._subjects:
            index = bisect_right(self.starts, at) - 1
            before = self.sentences[index - 1] if index > 0 else None
            if before and before.block == self.sentences[index].block:
                found = self.actors.opening(before.span.start, before.span.end)
                self._subjects[at] = found.name if found else self._inherited(before.span.start)
            else:
                topic = self.actors.topic(at)
                self._subjects[at] = topic.place.name if topic and topic.place else topic.name if topic else self._whole
        return self._subjects[at]

    @cached_property
    def _subjects(self) -> dict[int, str]:
        return {}

    @cached_property
    def _whole(self) -> str:
        """Whom the article is about: whom its headline begins with, or else its first sentence that names anybody."""
        for one in self.sentences[:3]:
            found = self.actors.opening(one.span.start, one.span.end)
            if found:
                return found.name
        title = self.document.title
        return title.span.of(self.text)[:NAMED] if title else "本文"

    def state(self, kind: str, quote: Span, subject: str, metric: str, value: Span | None, **more: object) -> Statement:
        """A statement with where it stands, its time and who says it."""
        at = (value or quote).start
        section, district = self.place(at)
        said = self.sayings.at(at)
        if "spell" not in more:
            sentence = self.sentence(at)
            spell = self.spells.before(at, sentence.start) or self.spells.before(sentence.start, self.block(at).start)
            more["spell"] = spell
        if said and "mode" not in more:
            more |= {"mode": said.mode, "speaker": said.speaker, "title": said.title}
        whole = self.document.title.span.of(self.text)[:NAMED] if self.document.title else "本文"
        return Statement(
            kind, quote, subject or section or whole, metric, value, section=section, district=district, **more
        )  # type: ignore[arg-type]

    def _numbers(self) -> Iterator[Statement]:
        levels: list[tuple[Span, Naming]] = []
        sentence = Span(0, 0)
        topic = ""
        ranged = {id(one): token for token in self.article.tokens if isinstance(token, Range) for one in (token.low, token.high)}
        for index, one in enumerate(self.numbers):
            here = self.sentence(one.span.start)
            if here != sentence:
                block_changed = self.block(one.span.start) != self.block(sentence.start)
                sentence, topic = here, ""
                levels = [] if block_changed else levels[-1:]
            clause = self.clause(one.span.start)
            before = self.numbers[index - 1].span.end if index else 0
            next_start = self.numbers[index + 1].span.start if index + 1 < len(self.numbers) else len(self.text)
            subject, edge = self.subject(one.span.start)
            said = naming(
                self.text, one, max(edge, before, clause.start), max(one.span.end, clause.end), taken=min(next_start, clause.end)
            )
            if id(one) in ranged and one is ranged[id(one)].high and levels:
                said = levels[-1][1]
                said = Naming(said.metric, said.scope, one.span.start, one.span.end, said.act, said.compared)
            else:
                said = self._told(one, said, levels, clause)
            if one.unit_class is UnitClass.COUNT and said.counted and next_start < clause.end:
                topic = said.counted
            elif topic and edge == clause.start and said.act is Act.LEVEL and one.unit_class is not UnitClass.COUNT:
                subject = topic
            levels.append((one.span, said))
            yield self._number(one, said, subject, clause)

    def _told(self, one: Quantity, said: Naming, levels: list[tuple[Span, Naming]], clause: Span) -> Naming:
        """What a rise or a share is of, where it stands before: the level before it, or the nth of those with 分别."""
        if said.own or not levels:
            return said
        words = self.text[clause.start : one.span.start]
        amounts = [level for level in levels if level[1].act in (Act.LEVEL, Act.TO, Act.SUM) and level[1].own]
        at = words.rfind(RESPECTIVELY)
        if at >= 0:
            earlier = [level for level in amounts if level[0].end <= clause.start + at]
            inside = [other for other in self.numbers if clause.start + at <= other.span.start <= one.span.start]
            row = [other for other in self.numbers if clause.start + at <= other.span.start < clause.end]
            if 0 < len(row) <= len(earlier):
                return said.of(earlier[-len(row) :][len(inside) - 1][1])
        return said.of(amounts[-1][1] if amounts else levels[-1][1])

    def _number(self, one: Quantity, said: Naming, subject: str, clause: Span) -> Statement:
        kind = KINDS.get(one.unit_class, "amount")
        if one.unit.name == "岁":
            kind = "age"
        elif one.unit_class is UnitClass.RATE:
            kind = "growth" if said.act in (Act.RISE, Act.FALL) else "share" if said.act is Act.SHARE else "ratio"
        elif said.act in (Act.RISE, Act.FALL) and said.suffix and one.unit_class is not UnitClass.DURATION:
            kind = "delta"
        metric = said.metric or f"{one.unit.name}数" if one.unit.name else said.metric or "数值"
        quote = Span(min(said.start, one.span.start), max(said.end, one.span.end))
        return self.state(
            kind, quote, subject, metric, one.span, token=one, scope=said.scope,
            comparison=BASES.get(said.compared, "") if kind in ("growth", "delta") else "",
        )  # fmt: skip

    def _others(self) -> Iterator[Statement]:
        for token in self.article.tokens:
            if isinstance(token, Date):
                yield from self._date(token)
            elif isinstance(token, Ordinal):
                yield from self._rank(token)
            elif isinstance(token, Code) and token.kind in ROUTES:
                yield self._code(token)

    def _date(self, token: Date) -> Iterator[Statement]:
        """A date of its own; one that only gives a number its time is part of that number's statement."""
        sentence = self.sentence(token.span.start)
        if token.month is None and token.year is None:
            return
        at = bisect_left(self.places, token.span.end)
        if at < len(self.places) and self.places[at] < sentence.end:
            return
        clause = self.clause(token.span.start)
        rest = self.text[token.span.end : clause.end].strip("，,的“”")
        end = clause.end
        if len(rest) < 2 and clause.end < sentence.end:
            following = self.clause(min(clause.end + 1, sentence.end))
            rest, end = following.of(self.text), following.end
        subject, _ = self.subject(token.span.start)
        if clause.start == token.span.start or not self.actors.opening(clause.start, token.span.start):
            found = self.actors.opening(end - len(rest), end)
            subject = found.name if found else subject
            rest = rest.removeprefix(found.words) if found else rest
        event = rest[:EVENT].strip("。，的了") or self.text[clause.start : token.span.start].strip("，于在至到")[-EVENT:]
        yield self.state(
            "date", Span(clause.start, max(clause.end, token.span.end)), subject, f"{event}的时间", token.span,
            token=token, spell=self.spells.of(token.span, token),
        )  # fmt: skip

    def _rank(self, token: Ordinal) -> Iterator[Statement]:
        clause = self.clause(token.span.start)
        before = self.text[clause.start : token.span.start]
        if not PLACED.search(before) and not before.endswith(("全市", "全省", "全国", "全区", "全县", "全球")):
            return
        subject, edge = self.subject(token.span.start)
        words = self.text[max(edge, clause.start) : token.span.start].split("、")[-1]
        scope = RANKED.search(words)
        among = scope["scope"] if scope else ""
        stem = (words[: scope.start()] if scope else words).strip("也均仍继续稳保持位排，")
        if not stem:
            at = bisect_left(self.places, token.span.start) - 1
            stem = self._metric_at(at, clause) if at >= 0 else ""
        start = max(edge, clause.start) if len(words) == token.span.start - max(edge, clause.start) else token.span.start - len(words)
        yield self.state(
            "rank", Span(start, token.span.end), subject, f"{stem}位次", token.span, token=token,
            comparison="among", among=among or "未写明",
        )  # fmt: skip

    def _metric_at(self, index: int, clause: Span) -> str:
        one = self.numbers[index]
        if one.span.start < self.sentence(clause.start).start:
            return ""
        here = self.clause(one.span.start)
        _, edge = self.subject(one.span.start)
        before = self.numbers[index - 1].span.end if index else 0
        return naming(self.text, one, max(edge, before, here.start), max(one.span.end, here.end), taken=here.end).metric

    def _code(self, token: Code) -> Statement:
        clause = self.clause(token.span.start)
        subject, _ = self.subject(token.span.start)
        after = self.text[token.span.end : clause.end].lstrip("”’")
        stop = CLAUSE.search(after)
        noun = after[: stop.start() if stop else len(after)][:8] if token.kind == "slogan" else ""
        noun = "" if not noun or noun[0] in "的，、。为和与" else noun
        return self.state("code", token.span, subject, f"{noun}{ROUTES[token.kind]}", token.span, token=token)


def statements(article: "Article") -> tuple[Statement, ...]:
    """Every statement of an article, in the order of the text."""
    return tuple(Reading(article).statements())


__all__ = ["Period", "Proportion", "Reading", "Saying", "Statement", "statements"]
