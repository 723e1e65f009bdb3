"""The sides of a match: teams by their endings, and players that a clause begins with."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.extraction.called import called
from checker.lexicon.speech import Part, part_of, tagged
from checker.lexicon.sport import shape
from checker.lexicon.sport import words as sport
from checker.patterns import one_of, pattern
from checker.spans import Span

TEAM = "(?:队(?![员长伍友列医内中形服])|%(team)s)(?:[一二]队)?"
FIGURE = pattern("[0-9]")
BEFORE = pattern("[一-鿿A-Za-z·]+$")
STOPS = "%(when)s|其中|%(parts)s"
PLACED = "%(when)s"
LOOSE = frozenset("年月日组敌让给被将把与和跟同对在以比于了是为而则由率随胜负平克以及向从中的")
CUTS = (Part.PREPOSITION, Part.CONJUNCTION, Part.OF, Part.MARK, Part.ADVERB, Part.PRONOUN)
DAYS = pattern(".*[日天晚年月时季中上内]")
OPENED = (
    "(?:(?:新华社[^，。\n]{2,14}日[^，。\n]{0,6}电(?:[（(][^）)]{1,10}[）)])?|[0-9]{2}岁的|球队(?=[另的])|另一?[位名个]|尽管|虽然|而|但|不过|同时|此外|其中|另外|最终|最后|结果|随后|此前|赛后"
    "|卫冕冠军|昨[日晚天]|今[日晚天]|当[日晚天]|[0-9]{1,2}[月日时]"
    "|在?[^，。在]{0,12}(?:比赛|较量|决赛|焦点战|对决|对阵|方面|赛场|赛事)[中里上]?"
    "|(?:[^，。]{1,10}(?:%(post)s)、)|“[^”]{1,8}”|[ \u3000—])+)"
)
NOBODY = (
    "[他她它](?:们)?|[东西]部.*|算上.*|一人.*|.*时刻|[^的]{0,4}[成战佳]绩|.*方面|.*(?:篮板|助攻|盖帽|抢断|外加|失误).*|.*第一|%(vague)s"
    "|[一二三首末]?[局盘节轮场].*|.*(?:比赛|决赛|阶段|时间|分钟|开局|局面)"
)
BESIDE = "(?:%(beside)s)$"
RANKED = ".*(?:%(crown)s)(?=..)"
TITLES = "%(title)s"
TITLE = ".*(?:%(rank)s)"
TAILED = "(?:%(tail)s)$"
GENERIC = frozenset("主客两各全该球本对强弱三四五六")
"""Before 队 these make no name: 主队, 强队."""

SHOWN = pattern("[一-鿿·]{2,5}(?=(?:本场)?(?:比赛)?(?:发挥|表现|手感))")
MOST = 12
INNER = (Part.NAME, Part.NOUN)


class Sides:
    """Finds who plays, by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.numbered = called(text).teams
        self.teams = list(self._teams())
        self.known = set[str]()
        self.names = "\n".join(dict.fromkeys(one.of(text) for one in self.teams))
        self.starts = [one.start for one in self.teams]

    def named(self, start: int, end: int) -> Sequence[Span]:
        """The teams named between two places."""
        return [one for one in self.teams[bisect_left(self.starts, start) :] if one.end <= end]

    def _teams(self) -> Iterator[Span]:
        last = 0
        for match in self._endings():
            if match[0] == "队" and self.text[match.start() - 1] in GENERIC:
                continue
            start = self._begin(match.start(), last)
            if match.start() - start > 1 or (match[0] != "队" and (match.start() > start or FIGURE.match(match[0]))):
                last = match.end()
                ranked = shape(RANKED).match(self.text, start, match.start())
                yield Span(ranked.end() if ranked else start, last)

    def _endings(self) -> Iterator[re.Match[str]]:
        """What ends the names of teams; the number that a team is called by is all of it: 76人."""
        numbers = one_of(self.numbered)
        found = pattern(f"(?<![0-9.])(?:{numbers})队?|{shape(TEAM).pattern}") if numbers else shape(TEAM)
        return found.finditer(self.text)

    def _begin(self, at: int, floor: int) -> int:
        """Where the name of a team begins that ends in 队: behind a verb, a preposition, a place of the match."""
        led = BEFORE.search(self.text, max(floor, at - MOST), at)
        if not led:
            return at
        words = [(word, part_of(word, tag)) for word, tag in tagged(led[0], unknown=False)]
        begin = at
        for nth, (word, part) in reversed(list(enumerate(words))):
            acts = part in (Part.VERB, Part.NOMINAL) and len(word) > 1 and begin < at
            dated = part in (Part.TIME, Part.SIDE) and DAYS.fullmatch(word)
            named = part is Part.ADVERB and nth and words[nth - 1][1] is Part.NAME and word not in LOOSE
            cut = (part in CUTS and not named) or word in sport("won")
            if acts or dated or cut or word in LOOSE or shape(STOPS).fullmatch(word):
                break
            begin -= len(word)
        return begin

    def opening(self, start: int, end: int) -> Span:
        """Whom a clause begins with that names no team: 林晓|以2：0…; empty where it does with nobody."""
        opened = shape(OPENED).match(self.text, start, end)
        found = self._name(opened.end() if opened else start, end)
        for title in () if len(found) else shape(TITLES).finditer(self.text, start, end):
            found = self._name(title.end(), end)
        return found

    def _name(self, at: int, end: int) -> Span:
        """The name that begins at an offset, without the titles before it."""
        stop = self._run(at, end)
        title = shape(TITLE).match(self.text, at, stop)
        at = title.end() if title and title.end() < stop else at
        shown = SHOWN.match(self.text, at, end) if title else None
        stop = shown.end() if shown else stop
        known = max((name for name in self.known if self.text.startswith(name, at, end)), key=len, default="")
        tail = shape(TAILED).search(self.text, at, stop)
        name = known or self.text[at : tail.start() if tail else stop]
        return Span(at, at + len(name) if len(name) > 1 and not shape(NOBODY).fullmatch(name) else at)

    def _run(self, at: int, end: int) -> int:
        """Where the name that begins at an offset ends: behind its nouns, and behind what a title leads up to."""
        stop, place = at, shape(PLACED).search(self.text, at, end)
        end = place.start() if place else end
        for word, tag in tagged(self.text[at:end]):
            titled = stop > at and shape(TITLE).fullmatch(self.text, at, stop)
            stops = part_of(word, tag) not in INNER and not titled and not shape(TITLES).fullmatch(word)
            if stops or shape(STOPS).match(word) or word in LOOSE or stop - at >= MOST:
                break
            stop += len(word)
        while stop > at and stop < end and self.text[at : stop + 1] in self.names:
            stop += 1
        return stop

    def knows(self, name: str) -> bool:
        """Whether a name is that of a team, or short for it."""
        return len(name) > 1 and (name in self.known or name in self.names)

    def is_team(self, name: str) -> bool:
        """Whether a name is that of a team, in full or in short."""
        return name in self.names
