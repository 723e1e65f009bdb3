"""Firsts: a deed that is told as the first of its kind in one year, and the same deed told for an earlier year."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.extraction.moments import Moment
from checker.patterns import pattern
from checker.spans import Span

FIRST = pattern("首次|初次|第一次|头一[次回遭]|头回")
NOT_A_DEED = pattern("首次(?:公开|申请|跻身|进入|突破|超过|达到|实现|成为|出现|发现|入选|披露|代码|覆盖|会议)")
WIDER = pattern(
    "全[国省市县区球]|[我本][国省市县]|世界|国内|历史|亚洲|同类|行业|业内|之后|以来|[当今去]年|年内|本[月届赛季]"
)
ASPECT = "[上着了过到起进出成回开下来去]?了?"
COUNTED = "(?:[一两几][个次场台座辆条只部届]|这[个次场台座辆条只部届])?"
OBJECT = pattern(f"{ASPECT}{COUNTED}([\u4e00-\u9fff]{{3}}|[\u4e00-\u9fff]{{2}}$)")
PREDICATE = pattern("[\u4e00-\u9fff]{3,14}")
LIGHT = pattern("[才就便都又也曾已还再能会才是，,“‘\u3000 ]+")
PRONOUN = pattern("(?:[他她它我你](?:们)?|该.{1,4}|自己)?")
NAME = pattern("[\u4e00-\u9fff·]{2,4}")
NOT_SO = pattern("没有?|未|不|想|梦|希望|首次|第一次|头一|初次|首[届个]|如果|打算|准备|计划|拒绝|学")
REACH, BLOCKS = 80, 6
"""How far behind its date a deed may stand, and how many paragraphs apart the two."""
SENTENCES, MOST = 24, 6
"""How many sentences apart, and how many dates of one sentence are looked at."""


@dataclass(frozen=True, slots=True)
class First:
    """``first`` is the year of the first time, ``earlier`` the date before it with the same ``deed``."""

    words: str
    first: Span
    earlier: Span
    deed: Span


def firsts(document: Document, dated: Sequence[Moment]) -> Iterator[First]:
    """Every deed that was done before it was done for the first time."""
    text = document.text
    if not FIRST.search(text):
        return
    told = [one for one in dated if one.told and one.year is not None]
    by_sentence: dict[int, list[Moment]] = {}
    for one in told:
        by_sentence.setdefault(one.sentence, []).append(one)
    for index, moments in by_sentence.items():
        span = document.sentences[index].span
        for match in FIRST.finditer(text, span.start, span.end):
            at = bisect_right(moments, match.start(), key=lambda one: one.date.span.end)
            moment = moments[at - 1] if at else None
            predicate = PREDICATE.match(text, match.end(), span.end)
            if moment is None or predicate is None or NOT_A_DEED.match(text, match.start()):
                continue
            subject = _subject(text, moment.date.span.end, match.start())
            if subject is None or WIDER.search(subject):
                continue
            found = _earlier(document, by_sentence, moment, _deeds(predicate[0]), subject)
            if found:
                yield First(text[match.start() : predicate.end()], moment.date.span, *found)


def _subject(text: str, start: int, end: int) -> str | None:
    """Who does it: the words between the date and the deed, in the last clause; None where too much lies there."""
    if end - start > REACH:
        return None
    words = re.split("[，,；;：:]", text[start:end])[-1]
    words = LIGHT.sub("", words)
    return words if len(words) <= 10 else None


def _one_person(one: str, two: str) -> bool:
    """Whether at least one is a pronoun or left out, and the other may be a person's name."""
    pronouns = [PRONOUN.fullmatch(who) is not None for who in (one, two)]
    return any(pronouns) and all(
        is_pronoun or NAME.fullmatch(who) for is_pronoun, who in zip(pronouns, (one, two), strict=True)
    )


def _deeds(predicate: str) -> list[re.Pattern[str]]:
    """Verb and object: 骑上摩托车 is also 骑着摩托车."""
    found = []
    for size in (1, 2):
        object_ = OBJECT.match(predicate, size)
        if object_:
            found.append(re.compile(f"{predicate[:size]}{ASPECT}{COUNTED}{object_[1]}"))
    return found


def _earlier(
    document: Document,
    by_sentence: dict[int, list[Moment]],
    first: Moment,
    deeds: list[re.Pattern[str]],
    subject: str,
) -> tuple[Span, Span] | None:
    text, block = document.text, document.sentences[first.sentence].block
    for index in range(first.sentence - SENTENCES, first.sentence + SENTENCES):
        moments = by_sentence.get(index, ())
        if not moments:
            continue
        sentence = document.sentences[index]
        if index == first.sentence or abs(sentence.block - block) > BLOCKS:
            continue
        for one in moments[:MOST]:
            if (one.year or 0) >= (first.year or 0):
                continue
            for deed in deeds:
                match = deed.search(text, one.date.span.end, min(sentence.span.end, one.date.span.end + REACH))
                who = _subject(text, one.date.span.end, match.start()) if match else None
                if match is None or who is None or NOT_SO.search(text, one.date.span.end, match.start()):
                    continue
                if who == subject or _one_person(who, subject):
                    return one.date.span, Span(*match.span())
    return None
