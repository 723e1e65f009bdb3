"""span whose parts stand apart: 1994年，夜校开办。31年来，…; 今年是剧团成立60周年。1965年，剧团在青石镇成立.

An anniversary may also come first in its sentence: 明年是建馆50周年，博物馆1976年建成.
"""

from collections.abc import Iterator

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Token
from checker.relations.dated import beginnings, calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.naming import HANZI
from checker.relations.passage import Passage
from checker.relations.record import Relation

COMING = pattern("来(?!自)|间[，,]|里[，,]")
OPENING = pattern("[“ \u3000]*(?:整整|这)?$")
FIRST = pattern("头一|第一|首|最初|最早")
WORD, ROUND, WORTH = 2, 10, 8
STOPS = "。！；…”"
REACH, FEW = 60, 6
"""How many characters and tokens may stand between an anniversary and its year."""
HIS = pattern("(?:^|[，是值逢来])[他她它其的]*$")
"""2025年清明，是他|牺牲: the anniversary is of whom the sentence before tells."""

FOUNDED_IN = pattern(f"(?:{beginnings.FOUNDED}|[建创成][立办建]?|始建|诞生|落成)[于在]$")
THING = 10
"""How many characters name what was founded."""

NEAR = 30
"""How far behind its year the word of beginning may stand."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every time whose start and length stand in two sentences that follow each other, judged."""
    if passage.earlier is not None and passage.published is not None:
        yield from _years_since(passage, passage.earlier)
        yield from _anniversary(passage, passage.earlier)
        yield from _founded_before(passage, passage.earlier)
    if passage.earlier is not None:
        yield from _of_same_event(passage, passage.earlier)
    for index, token in enumerate(passage.tokens):
        found = length(token)
        if found is not None and found.ordinal:
            yield from _begun_later(passage, index, found)
        elif found is not None and found.span.of(passage.text).endswith(beginnings.ANNIVERSARY):
            yield from _founded_later(passage, index, found)


def _founded_later(passage: Passage, index: int, found: Length) -> Iterator[Relation]:
    """明年是建馆50周年，博物馆1976年建成: the year of the founding behind the anniversary."""
    told = [one for one in _dates(passage.tokens[max(0, index - FEW) : index]) if one.year or one.relative]
    start = _only_year(passage.tokens[index + 1 : index + 1 + FEW])
    end = next((one for one in reversed(told) if one.relative in calendar.YEARS_AWAY), None)
    if start is None or start.span.start - found.span.end > REACH or any(one.year for one in told):
        return
    word = passage.text[max(passage.span.start, found.span.start - WORD) : found.span.start]
    after = passage.text[start.span.end : min(start.span.end + NEAR, passage.span.end)]
    before = passage.text[max(found.span.end, start.span.start - WORD) : start.span.start]
    founded = beginnings.FOUNDED_AFTER.match(after) or beginnings.STARTED_BEFORE.search(before)
    if not founded or beginnings.OTHER_EVENTS.search(word):
        return
    named = word in after or _is_thing(passage, found.span.end, start, word, passage)
    for relation in _verify(passage, start, end, found, Elapsed(0, 0)):
        if relation.verdict is Verdict.CONSISTENT or named:
            yield relation


def _is_thing(passage: Passage, opens: int, start: Date, word: str, told: Passage) -> bool:
    """Whether the year is that in which the thing was founded whose anniversary it is: 建校60周年。学校创办于1963年.

    The clause of the year, which begins behind ``opens``, names it right before the word of founding, or the year: by
    the last character of the anniversary's ``word``, or in full as the sentence of the anniversary does.
    """
    lead = passage.text[opens : start.span.start].strip("，。“ \u3000\n")
    thing = FOUNDED_IN.sub("", lead)
    behind = beginnings.FOUNDED_AFTER.match(passage.text, start.span.end, min(start.span.end + NEAR, passage.span.end))
    if (thing == lead and behind is None) or not WORD <= len(thing) <= THING or not HANZI.fullmatch(thing):
        return False
    return thing[-1] == word[-1] or thing in told.text[told.span.start : told.span.end][:REACH]


def _begun_later(passage: Passage, index: int, found: Length) -> Iterator[Relation]:
    """今年是她任教的第10个年头，2016年她来到这里: the year of the beginning behind the count, where it fits."""
    told = [one for one in _dates(passage.tokens[max(0, index - FEW) : index]) if one.year or one.relative]
    start = _only_year(passage.tokens[index + 1 : index + 1 + FEW])
    if start is None or len(told) != 1 or start.span.start - found.span.end > REACH:
        return
    after = passage.text[start.span.end : min(start.span.end + NEAR, passage.span.end)]
    ahead = passage.text[found.span.end : start.span.start]
    if not (beginnings.STARTED_AFTER.match(after) or FIRST.search(ahead)):
        return
    for relation in _verify(passage, start, told[0], found, Elapsed(0, 1)):
        if relation.verdict is Verdict.CONSISTENT:
            yield relation


def _years_since(passage: Passage, earlier: Passage) -> Iterator[Relation]:
    """31年来 at the head of a sentence, after a sentence in which something began in the one year it names."""
    found = length(passage.tokens[0])
    if found is None or found.unit != "年" or found.ordinal or not found.said.low or found.said.low != found.said.high:
        return
    if found.said.low % ROUND == 0 or not OPENING.fullmatch(passage.text, passage.span.start, found.span.start):
        return
    start = _only_year(earlier.tokens)
    if earlier.words(earlier.span).rstrip(STOPS).endswith(found.span.of(passage.text)):
        return  # 战役持续了五年。五年来: from then on, whenever that was
    if start is None or not COMING.match(passage.text, found.span.end):
        return
    known = beginnings.STARTED_AFTER.match(passage.text, start.span.end, earlier.span.end)
    for relation in _verify(passage, start, None, found, Elapsed(-1, 1)):
        if known or (relation.verdict is Verdict.CONSISTENT and found.said.low >= WORTH):
            yield relation


def _anniversary(passage: Passage, earlier: Passage) -> Iterator[Relation]:
    """今年是剧团成立60周年, before a sentence that tells the year in which it was founded in the same word."""
    start = _only_year(passage.tokens)
    now = next((one for one in earlier.tokens if isinstance(one, Date) and one.relative in ("今年", "本年")), None)
    if start is None or now is None or _only_year(earlier.tokens):
        return
    for token in earlier.tokens:
        found = length(token)
        if found is None or not found.span.of(passage.text).endswith(beginnings.ANNIVERSARY):
            continue
        word = passage.text[max(now.span.end, found.span.start - WORD) : found.span.start]
        after = passage.text[start.span.end : min(start.span.end + NEAR, passage.span.end)]
        if len(word) != WORD or beginnings.OTHER_EVENTS.search(word):
            continue
        opens = not passage.text[passage.span.start : start.span.start].strip("“ \u3000")
        named = word in after or _is_thing(passage, passage.span.start, start, word, earlier)
        for relation in _verify(passage, start, now, found, Elapsed(0, 0)):
            if named or (opens and relation.verdict is Verdict.CONSISTENT):
                yield relation


def _founded_before(passage: Passage, earlier: Passage) -> Iterator[Relation]:
    """今年是建院68周年, behind a sentence that tells the one year in which it was built: 这家医院建于1958年."""
    start, told = _only_year(earlier.tokens), _dates(passage.tokens[:FEW])
    now = next((one for one in told if one.relative in ("今年", "本年")), None)
    if start is None or now is None or any(one.year for one in told):
        return
    before = passage.text[max(earlier.span.start, start.span.start - WORD * 2) : start.span.start]
    after = passage.text[start.span.end : min(start.span.end + NEAR, earlier.span.end)]
    if not (beginnings.FOUNDED_AFTER.match(after) or beginnings.STARTED_BEFORE.search(before)):
        return
    for token in passage.tokens[:FEW]:
        found = length(token)
        if found is None or not found.span.of(passage.text).endswith(beginnings.ANNIVERSARY):
            continue
        word = passage.text[max(now.span.end, found.span.start - WORD) : found.span.start]
        alike = not set(word).isdisjoint(before + after)
        if len(word) == WORD and alike and not beginnings.OTHER_EVENTS.search(word):
            yield from _verify(passage, start, now, found, Elapsed(0, 0))


def _of_same_event(passage: Passage, earlier: Passage) -> Iterator[Relation]:
    """2025年清明，是他牺牲80周年, behind a sentence with the one year of that event: 1945年牺牲."""
    start, told = _only_year(earlier.tokens), _dates(passage.tokens[:FEW])
    if start is None or len(told) != 1 or not told[0].year:
        return
    for token in passage.tokens[:FEW]:
        found = length(token)
        if found is None or not found.span.of(passage.text).endswith(beginnings.ANNIVERSARY):
            continue
        word = passage.text[max(told[0].span.end, found.span.start - WORD) : found.span.start]
        lead = passage.text[told[0].span.end : found.span.start - len(word)]
        begun = passage.text[start.span.end : min(earlier.span.end, start.span.end + FEW)].split("，")[0]
        if len(word) == WORD and HIS.search(lead) and word in begun:
            yield from _verify(passage, start, told[0], found, Elapsed(0, 0))


def _only_year(tokens: tuple[Token, ...]) -> Date | None:
    """The year that a sentence names, if it names just one."""
    dates = _dates(tokens[: calendar.WINDOW])
    told = [one for one in dates if one.year is not None]
    return told[0] if len({one.year for one in told}) == 1 and len(told) == len(dates) else None


def _dates(tokens: tuple[Token, ...]) -> list[Date]:
    return [one for token in tokens for one in calendar.ends(token)]


def _verify(passage: Passage, start: Date, end: Date | None, found: Length, room: Elapsed) -> Iterator[Relation]:
    year = calendar.dated(end, passage.published).year if end else calendar.year_of(passage.published)
    if year is None or start.year is None or year < start.year:
        return
    true = Elapsed(year - start.year + room.least, year - start.year + room.most)
    yield judged(passage, Stretch(start, end, found, true, "年份与年数", doubtful=True))
