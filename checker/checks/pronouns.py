"""pronoun: 王女士 … 他: a pronoun that does not fit the only person it can mean."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related
from checker.lexicon.address import forms
from checker.lexicon.people import surnames
from checker.patterns import one_of, pattern
from checker.spans import Span

PRONOUN = {"male": "他", "female": "她"}
OTHER = {"male": "她", "female": "他"}
LONGEST = 160
"""How far a pronoun may stand from the person it means: the rest of the sentence and the next one."""

BEFORE = 500
"""In what somebody says (吴女士说，他…), whoever was named so far before the paragraph may be meant."""


@cache
def _addressed() -> re.Pattern[str]:
    family = "".join(sorted(surnames()[0]))
    return pattern(f"[{family}](?:(?P<male>{one_of(forms('male'))})|(?P<female>{one_of(forms('female'))}))")


@cache
def _another() -> re.Pattern[str]:
    return pattern(f"{one_of((*forms('another'), *forms('male'), *forms('female')))}|某|[他她它](?!们)|[他她]们|《")


HEARD = pattern("(?<=[告诉向对跟和同])(?:记者|笔者)")
"""Whom somebody tells something is not who is told of: 王女士告诉记者，她…."""

SPEECH = pattern("说|表示|告诉|介绍|称|认为|回忆|透露|提到|谈到|谈起|觉得|希望|知道|发现|看到|听到")
QUOTES = pattern("[“”「」『』]")
PRONOUNS = pattern("(?<![其吉排利])[他她](?![们人乡国日方者杀处])")


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """The first pronoun after a form of address, in its sentence or the next, where nobody else has been named.

    Where the article elsewhere says 她 of 赵大姐, it does not matter who is named before her.
    """
    text = article.text
    found = list(_addressed().finditer(text))
    people = [person.span.start for person in article.persons] if found else []
    starts = [sentence.span.start for sentence in article.document.sentences] if found else []
    pronouns = [(match, match.lastgroup or "", _pronoun(article, match, starts)) for match in found]
    right = {
        match[0]
        for match, sex, pronoun in pronouns
        if pronoun and pronoun.of(text) == PRONOUN[sex] and _alone(text, match.end(), match, pronoun)
    }
    for match, sex, pronoun in pronouns:
        if pronoun is None or pronoun.of(text) != OTHER[sex]:
            continue
        block = article.document.blocks[article.document.sentences[bisect_right(starts, match.start()) - 1].block].span
        reported = SPEECH.search(text, match.end(), pronoun.start)
        around = Span(max(0, block.start - BEFORE) if reported else block.start, block.end)
        known = match[0] in right
        start = match.start() if known else around.start
        if _alone(text, start, match, pronoun) and (known or _count(people, around) <= 1):
            words = {"name": match[0], "pronoun": OTHER[sex], "right": PRONOUN[sex]}
            yield Hit(
                pronoun,
                words,
                (Related(Span(*match.span()), "person", words),),
                (Proposal("right", (Edit(pronoun, PRONOUN[sex]),), words),),
            )


def _pronoun(article: Article, match: re.Match[str], starts: list[int]) -> Span | None:
    """The next singular pronoun in the sentence of ``match`` or the one after it, in its block."""
    sentences = article.document.sentences
    index = bisect_right(starts, match.start()) - 1
    last = index + 1 if index + 1 < len(sentences) and sentences[index + 1].block == sentences[index].block else index
    found = PRONOUNS.search(article.text, match.end(), min(sentences[last].span.end, match.end() + LONGEST))
    return Span(*found.span()) if found else None


def _alone(text: str, start: int, match: re.Match[str], pronoun: Span) -> bool:
    """Whether nobody else is named from ``start`` to the pronoun, which stands in no quotation.

    A calling right before the name is the person's own: 村民赵大姐. Kin and nurses may speak of others.
    """
    before = any(
        one.end() < match.start() or one[0] not in forms("calling")
        for one in _another().finditer(text, start, match.start())
    )
    between = any(not HEARD.match(text, one.start()) for one in _another().finditer(text, match.end(), pronoun.start))
    quoted = sum(1 if mark[0] in "“「『" else -1 for mark in QUOTES.finditer(text, start, pronoun.start))
    return not (before or between or quoted)


def _count(people: list[int], block: Span) -> int:
    return bisect_left(people, block.end) - bisect_left(people, block.start)


KIND = Kind(check, frozenset(("name", "pronoun", "right")), notes=frozenset(("person",)), fixes=frozenset(("right",)))
