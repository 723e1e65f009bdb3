"""The place that a clause begins with, and what it is a place of: a team of it, a body of it, the way to another."""

import re
from functools import cache

from checker.extraction.doers import Actor
from checker.extraction.nominals import NOUNS
from checker.extraction.parsing import Words
from checker.extraction.seated import seated
from checker.extraction.whereabouts import COUNTRY, Whereabouts
from checker.lexicon.clauses import any_of
from checker.lexicon.organisations import endings
from checker.lexicon.speech import Part, is_word
from checker.lexicon.words import is_ordinary
from checker.patterns import one_of, pattern

REGION = pattern(
    f"(?:{any_of('region')}|(?:其[他余它])(?:各?[省市县区州国]){{1,3}}(?:份)?(?![一-鿿]?[长委])"
    "|[一-鿿]{2,3}(?:流域|盆地|平原|高原)(?:[一-鿿]{1,2}区)?)(?![、和与]|经济区|城市)"
)
"""A part of a country has the numbers of its own sentence, and none behind it."""

OF_REGION = pattern(f"(?:自治[区州县]|[省市县区州旗盟])(?:{any_of('seated')})")
BEYOND = pattern(
    "[至到—–~－-](?=[一-鿿]{2})(?!今年|去年|目前|现在|年底|此)|的(?:一[家名位所个座款]|某)|[东西南北中]?段(?![一-鿿]?[长委])"
)
"""Behind a place this leads to another one (云州至|青江) or to somebody there without a name (海东省的|一家机构)."""

OF_PLACE = pattern(f"(?:[省市县区州旗盟镇乡村会]|{one_of(endings('form'))}|政府|{any_of('office')})$")
EPITHET = pattern("“[一-鿿]{2,10}(?:之[都乡城州国县]|名[城都])”")

TEAM = pattern(
    "[一-鿿]{0,6}?(?:(?<![部军舰卫支车编])队(?![员长伍友列医内中形服])|[男女][篮足排]|俱乐部|代表团|选手|运动员|健儿)"
)


@cache
def _trades() -> re.Pattern[str]:
    """What makes a firm's name of a place: 云州|钢铁、."""
    return pattern(f"(?:{one_of(endings('trade') | endings('firm'))})(?=[（(、]|等)")


ACTING = frozenset((Part.VERB, Part.ADVERB, Part.PREPOSITION, Part.CONJUNCTION, Part.OF))
LEAST, LONGEST = 2, 8


class Placed:
    """Finds places at the head of clauses."""

    def __init__(self, text: str, places: Whereabouts, words: Words) -> None:
        self.text, self.places, self.words = text, places, words

    def opening(self, at: int, end: int) -> Actor | None:
        region = REGION.match(self.text, at, end)
        if region:
            return Actor(region[0], region[0], region.end(), named=False, described=True, placed=True)
        body = OF_REGION.match(self.text, at, end)
        if body:
            return Actor(body[0], body[0], body.end())
        name, words = self.places.opening(at, end)
        stop = seated(self.places, at, end) if name else at
        if stop > at:
            words = self.text[at:stop]
            return Actor(words, words, stop, placed=self.places.closing(stop) != "")
        quoted = self.text[at - 1 : at] == "“" and self.text[at + len(words) : at + len(words) + 1] != "”"
        firm = quoted or self._is_cut(at, len(words)) or _trades().match(self.text, at + len(words))
        name, words = ("", "") if firm else self._inner(name, words, at, end)
        if not name or BEYOND.match(self.text, at + len(words), end):
            return None
        firm_end = self._named_for(at, at + len(words), end)
        if firm_end:
            words = self.text[at:firm_end]
            return Actor(words, words, firm_end)
        team = TEAM.match(self.text, at + len(words), end)
        if team and self._is_team(at + len(words), team.end(), end):
            words = self.text[at : team.end()]
            return Actor(words, words, team.end(), placed=True)
        return Actor(name, words, at + len(words), placed=True)

    def _is_cut(self, at: int, size: int) -> bool:
        """Whether a place's short name only begins a longer word: 阿里|巴巴."""
        first = next(iter(self.words.between(at, at + LONGEST)), None)
        longer = first is not None and first.start == at and first.end > at + size + 1
        named = longer and first is not None and first.part is Part.NAME and not OF_PLACE.search(first.text)
        return size == LEAST and named and not COUNTRY.match(self.text, at, at + size)

    def _inner(self, name: str, words: str, at: int, end: int) -> tuple[str, str]:
        """A place with the one in it that is named right behind: 青江|临水县."""
        while name:
            inner, printed = self.places.opening(at + len(words), end)
            if not inner or not self.places.is_within(inner, words):
                break
            words = name = f"{words}{printed}"
        return name, words

    def _named_for(self, at: int, stop: int, end: int) -> int:
        """Where the name of a firm ends that begins with a short place name: 云州|润田|持有…; 0 where none does."""
        after = self.words.between(stop, min(end, stop + LONGEST))
        unknown = len(after) > 1 and after[0].part in (Part.NAME, Part.NOUN) and stop - at == LEAST
        if not unknown or len(after[0].text) != LEAST or is_word(after[0].text):
            return 0
        other = self.places.opening(stop, end)[0] or OF_PLACE.search(after[0].text) or is_ordinary(after[0].text)
        acts = after[1].part in (Part.VERB, Part.PREPOSITION, Part.ADVERB)
        return after[0].end if acts and not other else 0

    def _is_team(self, start: int, stop: int, end: int) -> bool:
        """Whether words behind a place make a team or the like of it, and nobody's name goes on: 云州|选手|林晓."""
        sort = stop - 3 if self.text.endswith(("代表团", "运动员"), start, stop) else stop - 2
        acts = any(word.part in ACTING for word in self.words.between(start, min(sort, stop)) if word.end < stop)
        after = next(iter(self.words.between(stop, end)), None)
        called = self.text.endswith(("选手", "运动员"), start, stop) and after is not None and after.part in NOUNS
        return not acts and not called

    def past_epithet(self, at: int, end: int) -> int:
        """Behind the quoted words that stand before the place they are for: “新能源之都”|云州."""
        match = EPITHET.match(self.text, at, end)
        return match.end() if match and self.places.opening(match.end(), end)[0] else at
