"""Where in an article something stands, and whom the words there speak of."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from checker.extraction.actors import Actors
from checker.extraction.carrying import lasts
from checker.extraction.chains import breaks_off, is_visited
from checker.extraction.doers import Actor
from checker.extraction.familiar import familiar
from checker.extraction.idle import is_idle
from checker.extraction.nominals import INNER, LINKS, drops_subject
from checker.extraction.outline import Outline
from checker.extraction.parsing import Words
from checker.extraction.phrasing import trimmed
from checker.extraction.placed import TEAM
from checker.extraction.referring import refers_back
from checker.extraction.speakers import Speakers
from checker.extraction.tallies import tallies, with_halves
from checker.extraction.theme import FIRM, Theme
from checker.extraction.whereabouts import is_region
from checker.extraction.wordings import BOTH, ENDED
from checker.lexicon.clauses import any_of
from checker.lexicon.predicates import verbs
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.relations.cues import LOWERED, RAISED
from checker.spans import Span

if TYPE_CHECKING:
    from checker.extraction.article import Article

AHEAD = pattern("经过|历经|历时|通过|凭借|依托|为了|面对|随着|耗时")
LONG, MANY, LEAST, NEAR = 24, 60, 3, 200
MOVED = pattern(
    f"(?:同比|环比|比[^，。；]{{1,10}}?)?(?:{any_of('change_adverb')})*(?:{'|'.join((RAISED + LOWERED).split())})了?$"
)
"""What became of a measure, which names nobody who acts: 生产者|购进价格|同比下降."""

INDEX = pattern("指数$")
"""What is measured of a place, where one is known."""


class Bearings(Speakers):
    """Finds sentences, clauses, sections and subjects by offset."""

    def __init__(self, article: "Article") -> None:
        self.article = article
        super().__init__(article.document, article.tokens)
        plain = Words(self.text, (), unknown=False)
        self.tallies = tallies(self.text, article.tokens)
        self.quantities = [
            one
            for one in with_halves(article.quantities, self.tallies)
            if not (is_idle(plain, one) or refers_back(article.document, one))
        ]
        told = [one.name for one in article.persons if len(one.name) > 1 and plain.has(one.span)]
        self.people = people = sorted({*told, *familiar(self.text)})[:MANY]
        self.actors = Actors(self.document, article.topics, article.tokens, self.quantities, people)
        self.words = self.actors.words
        self.outline = Outline(self.document)
        self.theme = Theme(article, self.actors, people)
        self.spoken = {name for name in (self.whole, self.theme.titled) if name}
        self.somebody = {"", *self.spoken}
        self.subjects: dict[tuple[int, bool, bool], str] = {}

    def place(self, at: int) -> tuple[str, str]:
        """The section and the district of an offset."""
        topic = self.actors.topic(at)
        section = self.outline.section(at)
        if topic:
            return section or topic.name, topic.place.name if topic.place else ""
        return section, ""

    def subject(self, at: int) -> tuple[str, int]:
        """Whom the words at ``at`` speak of, and where the words for him end if they stand in the same clause."""
        clause = self.clause(at)
        found = self.actors.opening(clause.start, at)
        if found and (found.is_place or self.text[found.end : at].strip("“‘ ")):
            self.spoken.add(found.name)
            somebody = self._is_somebody(found)
            self.somebody |= {found.name} if somebody else set()
            home = "" if somebody or self._acts(found, at) else self._home(clause.start)
            return (home, clause.start) if home else (found.name, found.end)
        again = self._again(clause, at)
        if again:
            return again, self.text.find(again, clause.start) + len(again)
        name = self._ahead(clause) or self._before(clause.start, goes_on=self._goes_on(clause, at))
        if name not in self.somebody:
            name = self._home(clause.start) or name
        companies = self.actors.companies
        if at <= clause.start and companies.has(self.whole) and not (is_region(name) or companies.has(name)):
            name = self.whole
        return name, clause.start

    def thing(self, at: int) -> str:
        """What the clause before speaks of that a clause without a subject goes on with; empty where it is somebody."""
        clause = self.clause(at)
        sentence, found = self.sentence(at), self.actors.opening(clause.start, at)
        if found or self.text[clause.start] == "其" or not self._goes_on(clause, at) or not self._home(clause.start):
            return ""
        floor = max(sentence.start, at - NEAR)
        while not found and clause.start > floor and self.text[clause.start - 1] not in "；;":
            clause = self.clause_before(clause.start, sentence.start)
            found = self._named(clause, goes_on=True)
        quoted = found is not None and self.text[found.end - 1] == "”"
        return found.name if found and not (quoted or found.known or found.anaphoric) else ""

    def listed(self, phrase: Span, clause: Span) -> Span:
        """The list of things without a name of their own that a phrase begins with: 公路、铁路|共发送旅客."""
        if phrase.start < clause.start or "、" not in phrase.of(self.text):
            return Span(phrase.start, phrase.start)
        start = phrase.start
        found = self.actors.opening(start, phrase.end)
        if found and found.is_place:
            start = found.end
            found = self.actors.opening(start, phrase.end)
        told = found is not None and not self._is_somebody(found) and "、" in found.words and found.end < phrase.end
        if not told and self._is_joint(start, phrase.end):
            return Span(start, self.text.rfind("、", start, phrase.end) + 1)
        return Span(start, found.end if found and told else start)

    def _is_joint(self, start: int, end: int) -> bool:
        """Whether things are named together, of which one number is told: 青江、临河水质达标率."""
        told = BOTH.search(self.text, start, end)
        end = told.start() if told else end
        words = [word for word in self.words.between(start, end) if not LINKS.fullmatch(word.text)]
        named = all(word.part in INNER or word.text == "、" or (told and word.part is Part.VERB) for word in words)
        return named and len(words) > 1 and words[0].text != "、" and ENDED.search(trimmed(words[-1].text)) is not None

    def _goes_on(self, clause: Span, at: int) -> bool:
        """Whether the words of a clause before ``at`` leave out of whom they tell."""
        return drops_subject(self.words.between(clause.start, min(max(at, clause.start), clause.start + LONG)))

    def _is_somebody(self, found: Actor) -> bool:
        """Whether it is one by a name of its own, and no index."""
        return found.proper and not INDEX.search(found.name)

    def _acts(self, found: Actor, at: int) -> bool:
        """Whether somebody without a name of his own does what is told, and his words name no measure: 警方|破获…."""
        behind = self.text[found.end : at]
        moved = MOVED.search(behind)
        if moved and ENDED.search(trimmed(behind[: moved.start()])):
            return False
        measure = ENDED.search(trimmed(behind)) and not verbs().search(behind)
        return found.known and not found.proper and not measure

    def _is_example(self, found: Actor, *, inside: bool) -> bool:
        """Whether somebody is but one that a text about a place tells of on its way, ``inside`` a paragraph.

        The next sentence is about the place again, unless he is a company, a person or another place; what the place
        lies in is only what it is compared with.
        """
        places, home = self.actors.places, self.whole
        if not (is_region(home) or places.is_place(home)) or found.name == home:
            return False
        place = places.is_place(found.name) or is_region(found.name)
        if place or (found.placed and not TEAM.search(found.name)):
            return places.is_within(home, found.name) or (inside and places.is_within(found.name, home))
        return inside and not (self.actors.companies.has(found.name) or found.name in self.people)

    def _home(self, at: int) -> str:
        """The place or company that things told of at the head of a clause belong to; empty where none is known."""
        name = self._before(at, goes_on=False, sure=True)
        owns = is_region(name) or name == FIRM or self.actors.companies.has(name) or self.actors.places.is_place(name)
        return name if owns else ""

    def _again(self, clause: Span, at: int) -> str:
        """Whom a clause begins with that was spoken of before, a measure right behind him: 某板块|主力资金流出…"""
        start = self.actors.past_times(clause.start, at)
        for size in range(min(LONG, at - start - 1), LEAST, -1):
            if self.text[start : start + size] in self.spoken:
                return self.text[start : start + size]
        return ""

    def _again_in(self, clause: Span) -> Actor | None:
        """The same of a whole clause."""
        name = self._again(clause, clause.end)
        return Actor(name, name, clause.end) if name else None

    def _ahead(self, clause: Span) -> str:
        """Whom the next clause names for sure, where a sentence begins with how it came to be: 经过十年攻关，某校…."""
        sentence = self.sentence(clause.start)
        if clause.start != sentence.start or not AHEAD.match(self.text, clause.start, clause.end):
            return ""
        following = self.clause(clause.end + 1) if clause.end + 1 < sentence.end else clause
        found = self._named(following, sure=True) if following.start > clause.start else None
        return found.name if found else ""

    def _before(self, at: int, *, goes_on: bool, sure: bool = False) -> str:
        """Whom the last clause before ``at`` speaks of that names anybody; else the section, else the article.

        A clause that only leaves its subject out (``goes_on``) has that of the clause before, whoever it is; one that
        is about a thing of its own is somebody's.
        """
        floor, begin, passed, name = self.block(at).start, at, list[int](), ""
        broken = breaks_off(self.words, self.clause(at))
        while not name and begin > floor:
            if (begin, goes_on, sure) in self.subjects:
                name = self.subjects[begin, goes_on, sure]
                break
            passed.append(begin)
            sentence = self.sentence(begin)
            if begin > sentence.start and self.text[begin - 1] in "；;":
                found = self._of_sentence(Span(sentence.start, begin - 1), here=goes_on, inside=True)
                begin = sentence.start
            elif begin > sentence.start:
                clause = self.clause_before(begin, max(sentence.start, floor))
                found = self._named(clause, goes_on=goes_on) or self._again_in(clause)
                begin = clause.start
                aside = found and self._is_aside(found, clause, sentence, broken=broken, goes_on=goes_on)
                broken |= breaks_off(self.words, clause)
                found = found if found and not aside and lasts(self.words, found, clause.end, goes_on=goes_on) else None
            else:
                before = self.sentence_before(begin, floor)
                found, begin = self._of_sentence(before, goes_on=goes_on), before.start
                found = None if found and self._is_example(found, inside=begin > floor) else found
            somebody = found is not None and self._is_somebody(found)
            name = found.name if found and (somebody or not sure) else ""
            self.somebody |= {name} if somebody else set()
        if not name:
            name = self.about(at)
            self.somebody.add(name)
        self.subjects |= {(begin, goes_on, sure): name for begin in (passed[:1] if broken else passed)}
        return name

    def _is_aside(self, found: Actor, clause: Span, sentence: Span, *, broken: bool, goes_on: bool) -> bool:
        """Whether a clause tells of somebody on the way only.

        What is told behind things that do something of their own (``broken``) is of whom the sentence begins with.
        """
        topic = self.actors.topic(clause.start)
        company = self.actors.companies.has(found.name)
        if goes_on and topic and topic.place and not (company or found.placed) and is_visited(self.text, found):
            return True
        first = self.actors.opening(sentence.start, sentence.end, sure=True) if broken else None
        owns = first is not None and (is_region(first.name) or self.actors.companies.has(first.name))
        return first is not None and owns and first.name != found.name and clause.start > sentence.start

    def _of_sentence(
        self, sentence: Span, *, here: bool = False, goes_on: bool = False, inside: bool = False
    ) -> Actor | None:
        """Whom a whole sentence speaks of: whom its first clause begins with, else the first one it names for sure.

        What is no name counts in the sentence that goes on (``here``), regions ``inside`` the same one, people and
        bodies where one that leaves its subject out does (``goes_on``).
        """
        at, sure = sentence.start, False
        while at < sentence.end:
            index = bisect_left(self.marks, at)
            end = min(self.marks[index] if index < len(self.marks) else sentence.end, sentence.end)
            found = self._named(Span(at, end), sure=sure, goes_on=goes_on)
            if found and (here or (found.known and self._lasts_on(found, goes_on=goes_on, inside=inside))):
                return found
            at, sure = end + 1, sure or not self.actors.is_time(at, end)
        return None

    def _lasts_on(self, found: Actor, *, goes_on: bool, inside: bool) -> bool:
        """Whether somebody told by a name is meant behind his sentence, or ``inside`` it behind a semicolon."""
        return found.named or (goes_on and not found.described) or (inside and found.placed)
