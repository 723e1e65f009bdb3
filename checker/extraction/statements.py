"""What an article asserts, number by number: of whom, which indicator, how much, for when, compared with what."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from checker.document import BlockKind
from checker.extraction.actors import Actors
from checker.extraction.indicators import ENDED, SCOPES, Naming, naming, trimmed
from checker.extraction.sayings import Saying, sayings
from checker.extraction.spells import COMPARED, Spell, Spells
from checker.patterns import pattern
from checker.quantities.model import Code, Date, Ordinal, Period, Proportion, Quantity, Range, Token, UnitClass
from checker.relations.cues import Act
from checker.relations.trimming import METRIC
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
RANKED = pattern(
    "(?:位?居|位?列|排名?|名列|跃居|稳居|连续)?(?:在)?(?P<scope>全[国省市县区球州]|世界|国内|亚洲|[一-鿿]{2}地区|同类[一-鿿]{0,4})?"
    "(?:综合)?(?:排名?|排位|位[居列次]|居|列)?(?:在)?$"
)
GENERIC = pattern("(?:总额|总量|增幅|增速|规模|数量|占比|总数|涨幅|降幅|增量|均)?")
PLACED = pattern("(?:位?[居列]|排名?|名列|跃居|稳居|全[国省市县区球]|世界)(?:在)?$")
ROUTES = {"slogan": "提法", "route": "线路", "document": "文号", "stock": "证券代码"}
CARRIED = pattern("[一两几][列辆艘架批趟节车船支]+[一-鿿]{1,4}$")
OF = pattern(
    "[^，。的]{0,14}的(?P<name>[一-鿿“”—（）]{2,20}?)(?=[从在将已抵驶缓到于是向，。！？启正]|顺利|通过|发车|出发|$)"
)
MEASURE = pattern(f"{METRIC}$")
SESSION = pattern("[一-鿿]{0,4}?(?:全会|全体会议|次|会议|人大|政协|委员会|理事会|董事会|监事会|代表大会)")
JOINED = pattern("[、和及与]")
NOUN_END = pattern("[，,；;。：:！!？?\n（）()、为和与的是“]")
CLOSED = pattern("[）)][一-鿿]{0,3}$")
FAR = 30
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
        self.actors = Actors(self.document, article.topics, article.tokens)
        self.spells = Spells(self.document, article.tokens, article.published)
        self.sayings = sayings(self.document)
        self.sentences = self.document.sentences
        self.starts = [one.span.start for one in self.sentences]
        self.numbers = [one for one in article.quantities if not self._is_idle(one)]
        self.places = [one.span.start for one in self.numbers]
        self.raw: dict[int, Naming] = {}
        self.said: dict[int, Naming] = {}
        self.times = [one.span for one in article.tokens if isinstance(one, Date | Period)]

    def _is_idle(self, one: Quantity) -> bool:
        """Whether a number asserts nothing: 一个缩影, 不平凡的一年, the sessions of 六届五次全会."""
        if one.is_article or (one.unit.name in ("届", "次") and SESSION.match(self.text, one.span.end)):
            return True
        if one.unit.name == "位" and self.text.startswith("数", one.span.end):
            return True
        return one.value == 1 and one.numeral == "一" and self.text[max(0, one.span.start - 1) : one.span.start] == "的"

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
        if found and (self.text[found.end : at].strip("“‘ ") or found.anaphoric):
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
        later = {id(one) for token in self.article.tokens for one in _later(token)}
        for index, one in enumerate(self.numbers):
            here = self.sentence(one.span.start)
            if here != sentence:
                block_changed = self.block(one.span.start) != self.block(sentence.start)
                sentence, topic = here, ""
                levels = [] if block_changed else levels[-1:]
            clause = self.clause(one.span.start)
            before = self.numbers[index - 1].span.end if index else 0
            if index and self.raw[index - 1].counted:
                before = max(before, min(self.raw[index - 1].end, one.span.start))
            next_start = self.numbers[index + 1].span.start if index + 1 < len(self.numbers) else len(self.text)
            foot = self._foot(one, clause)
            subject, edge = self.subject(foot)
            words = self._words(foot, max(edge, before))
            raw = naming(self.text, one, words, max(one.span.end, clause.end), taken=min(next_start, clause.end))
            if id(one) in later and levels:
                raw = said = replace(levels[-1][1], start=one.span.start, end=one.span.end)
            else:
                raw = self._joined(one, raw, index, before)
                said = self._told(one, raw, levels, clause)
            self.raw[index], self.said[index] = raw, said
            last = self.raw.get(index - 1)
            if one.unit_class is UnitClass.COUNT and said.counted and next_start < clause.end:
                topic = said.counted
            elif (
                topic
                and (edge == clause.start or (last and last.counted))
                and said.act is Act.LEVEL
                and (one.unit_class is not UnitClass.COUNT or (last and last.counted and not said.counted))
            ):
                subject = topic
            subject = self._borne(one, clause) or subject
            levels.append((one.span, said))
            yield self._number(one, said, subject, clause)

    @cached_property
    def _items(self) -> dict[int, str]:
        """What each number behind a 分别 is of, by where the number begins."""
        found = {}
        for relation in self.article.relations:
            if relation.kind == "pairing":
                items = [one.span.of(self.text) for one in relation.operands if one.role == "item"]
                values = [one.span.start for one in relation.operands if one.role == "value"]
                shared = MEASURE.search(items[-1]) if items else None
                if len(items) == len(values):
                    for item, value in zip(items, values, strict=True):
                        bare = trimmed(item)
                        measured = shared is None or shared[0] in bare or ENDED.search(bare)
                        found[value] = bare if measured else f"{bare}{shared[0]}"
        return found

    def _borne(self, one: Quantity, clause: Span) -> str:
        """What a number in front of its subject is of: 一列满载265吨面粉的|列车, 61岁的|老人."""
        carried = CARRIED.search(self.text, max(clause.start, one.span.start - NAMED), one.span.start)
        if not carried and one.unit.name != "岁":
            return ""
        of = OF.match(self.text, one.span.end, clause.end)
        return of["name"] if of else ""

    def _joined(self, one: Quantity, raw: Naming, index: int, before: int) -> Naming:
        """A number that only 和 parts from the one before is what that one is: 增长7.9%和18.3%."""
        last = self.raw.get(index - 1)
        same = (
            last
            and self.numbers[index - 1].unit_class is one.unit_class
            and JOINED.fullmatch(self.text[before : one.span.start])
        )
        if not last or not same or raw.counted:
            return raw
        return replace(last, start=one.span.start, end=one.span.end)

    def _foot(self, one: Quantity, clause: Span) -> int:
        """Where the words that lead up to a number end: before a remark in brackets (总值（初步核算）为), a colon."""
        end = one.span.start
        closing = CLOSED.search(self.text, max(0, end - NAMED), end)
        opening = max(self.text.rfind(mark, max(0, end - FAR), end) for mark in "（(") if closing else -1
        if opening > 0:
            return opening
        return end - 1 if self.text[end - 1 : end] in ("：", ":") and clause.start == end else end

    def _words(self, end: int, floor: int) -> Span:
        start = self.clause(end).start
        return Span(self._past_times(max(start, floor) if floor <= end else start, end), end)

    def _past_times(self, start: int, end: int) -> int:
        """Behind the last time that is told between two places, unless a number is compared with it."""
        at = bisect_left(self.times, end, key=lambda span: span.start) - 1
        if at < 0 or self.times[at].start < start or self.times[at].end > end:
            return start
        return start if self.text[self.times[at].start - 1] in COMPARED else self.times[at].end

    def _told(self, one: Quantity, said: Naming, levels: list[tuple[Span, Naming]], clause: Span) -> Naming:
        """What a rise or a share is of, where it stands before: the level before it, or the nth of those with 分别."""
        item = self._items.get(one.span.start)
        if item and said.suffix:
            return replace(said, metric=f"{item}{said.suffix}", own=True)
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
        elif one.unit_class is UnitClass.MULTIPLE and said.act is Act.RISE:
            kind = "growth"
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
            at = self.text.find(rest, token.span.end, end) if rest else end
            found = self.actors.opening(at, end) if at >= 0 else None
            if found:
                subject, rest = found.name, self.text[found.end : end]
                if not rest and end < sentence.end:
                    rest = self.clause(end + 1).of(self.text)
        event = (
            rest[:EVENT].strip("。，的了") or self.text[clause.start : token.span.start].strip("，于在至到")[-EVENT:]
        )
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
        if GENERIC.fullmatch(stem):
            at = bisect_left(self.places, token.span.start) - 1
            level = self._metric_at(at, token.span.start) if at >= 0 else ""
            stem = level if stem and level.endswith(stem) else f"{level}{stem}"
        start = (
            max(edge, clause.start)
            if len(words) == token.span.start - max(edge, clause.start)
            else token.span.start - len(words)
        )
        yield self.state(
            "rank", Span(start, token.span.end), subject, f"{stem}位次", token.span, token=token,
            comparison="among", among=among or "未写明",
        )  # fmt: skip

    def _metric_at(self, index: int, at: int) -> str:
        """The indicator of the last level that the sentence around ``at`` tells before it."""
        floor = self.sentence(at).start
        while index >= 0 and self.numbers[index].span.start >= floor:
            said = self.said.get(index)
            if said and said.own and said.act not in (Act.RISE, Act.FALL):
                return said.metric
            index -= 1
        return ""

    def _code(self, token: Code) -> Statement:
        clause = self.clause(token.span.start)
        subject, _ = self.subject(token.span.start)
        after = self.text[token.span.end : clause.end].lstrip("”’")
        stop = NOUN_END.search(after)
        noun = after[: stop.start() if stop else len(after)][:8] if token.kind == "slogan" else ""
        noun = "" if not noun or noun[0] in "的，、。为和与" else noun
        return self.state("code", token.span, subject, f"{noun}{ROUTES[token.kind]}", token.span, token=token)


def _later(token: Token) -> tuple[Quantity, ...]:
    """The numbers that belong to the one before them: the end of a range, the parts of a proportion but the first."""
    if isinstance(token, Range):
        return (token.high,)
    return token.parts[1:] if isinstance(token, Proportion) else ()


def statements(article: "Article") -> tuple[Statement, ...]:
    """Every statement of an article, in the order of the text."""
    return tuple(Reading(article).statements())


__all__ = ["Period", "Proportion", "Reading", "Saying", "Statement", "statements"]
