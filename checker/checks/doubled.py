"""doubled-word: a word that was typed or pasted twice in a row."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.document import BlockKind
from checker.extraction.article import Article
from checker.extraction.doublings import Doubling
from checker.findings import Edit, Hit, Proposal
from checker.lexicon import doubling, vocabulary
from checker.patterns import pattern
from checker.spans import Span

HAN = pattern("[\u3400-\u9fff]")
TWICE = pattern(r"([\u3400-\u9fff])\1")
INK = pattern("[0-9A-Za-z％%”》“《）]")
# 一步一步, 几个几个, 很薄很薄, 越来越, 想去哪去哪, 大家大家: what is doubled on purpose or only seems to be doubled.
MEANT = pattern(
    "[一二两三四五六七八九十百千万半几数多每个很好太真挺越逐老小不]|.*(?:越|哪|什么|谁|怎么|咋)|.*[了着过吗吧啊呀哦嗯哈呢]$"
)
SUFFIX = pattern(
    "[者员家业局部会馆化区工性费率长学院校室处科厅式型级类层界权法券票金所站店厂商品方证卡网库板机器圈带链线路队组团展节制论史感观度值额"
    "价税债市县省人民们性内外上下中里间前后]"
)
TAKES = frozenset("诉给让使帮对向跟和与问请带着了到把被替为说知醒叫有是由于令靠比等像在过")
"""Ends of verbs and prepositions that take what follows them."""

DONE = pattern("[了过着](?=[0-9一二两三四五六七八九十百千几数多]+[\u4e00-\u9fff])")
NEAR = 4_000
"""An article is no longer; what lies further off is another one's."""

AROUND = 2
"""A slip between the same two characters on both sides is the same slip."""

ATTESTED = 2
"""How often a word must stand elsewhere in the article, between different neighbours, to be known as a word."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Doubled characters of grammar, words, ends of words and phrases; tables and lists of figures are left alone."""
    prose = _Prose(article)
    hits = [*_particles(article.text), *_words(article), *_ends(article.text)]
    yield from sorted((hit for hit in hits if prose.holds(hit.span)), key=lambda hit: hit.span)


class _Prose:
    """Where running text stands; nothing is worked out before the first doubling is found."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.starts: list[int] = []

    def holds(self, span: Span) -> bool:
        """Whether the span lies in a title or a paragraph that is more words than figures."""
        blocks = self.article.document.blocks
        self.starts = self.starts or [block.span.start for block in blocks]
        block = blocks[bisect_right(self.starts, span.start) - 1]
        return block.span.covers(span) and block.kind is not BlockKind.BYLINE


def _particles(text: str) -> Iterator[Hit]:
    for particle in doubling.particles():
        character = particle.character
        at = text.find(character * 2)
        while at >= 0:
            span = Span(at, at + 2)
            beside = text[at - 1 : at], text[at + 2 : at + 3]
            if not particle.is_word_with(*beside) and (any(map(HAN.match, beside)) or all(map(INK.match, beside))):
                yield _hit(text, character, span, doubtful=False)
            at = text.find(character * 2, at + 2)


def _ends(text: str) -> Iterator[Hit]:
    """谨慎慎驾驶: the last character of a word once more, between two words that are whole without it."""
    words = vocabulary.ordinary()
    for match in TWICE.finditer(text):
        at, end = match.span()
        last = match[1]
        paired = text[at - 2 : at - 1] == text[at - 1 : at]
        paired = paired or text[at - 1 : end] in doubling.words().vivid
        if last not in vocabulary.bound() or paired or text[at - 1 : at] in (last, "一"):
            continue
        if text[at - 1 : at + 1] in words and text[end - 1 : end + 1] not in words and text[end : end + 2] in words:
            yield _hit(text, last, Span(at, end), doubtful=True)


def _words(article: Article) -> Iterator[Hit]:
    counts = Counter(one.unit for one in article.doublings)
    for one in article.doublings:
        doubt = _doubt(article.text, one, again=counts[one.unit] > 1)
        if doubt is not None:
            yield _hit(article.text, one.unit, one.span, doubtful=doubt)


def _doubt(text: str, one: Doubling, *, again: bool) -> bool | None:
    """Whether the doubling may be meant; None where it probably is, or where only the ends of two words meet.

    What is doubled ``again`` elsewhere is a name.
    """
    unit, table = one.unit, doubling.words()
    if len(set(unit)) == 1 or (unit in table.never and not _is_done(text, one)) or (again and unit not in table.always):
        return None
    if unit in table.always:
        return None if _goes_on(text, one) else False
    if unit in table.spoken:
        return None if _answers(text, one) else True
    if MEANT.match(unit):
        return None
    if len(unit) == 2 and unit not in table.mostly and not (_is_done(text, one) or _is_attested(text, one)):
        return None
    if len(unit) <= 4 and (SUFFIX.match(text, one.span.end) or _opens_compound(text, one)):
        return None
    return len(unit) <= 3 or not _is_attested(text, one)


def _goes_on(text: str, one: Doubling) -> bool:
    """Whether the second opens a compound and no word begins behind it: 根据根据地的地形, but not 根据根据地方."""
    compound = text.startswith(doubling.words().compounds, one.span.end - len(one.unit))
    return compound and text[one.span.end : one.span.end + 2] not in vocabulary.ordinary()


def _is_done(text: str, one: Doubling) -> bool:
    """Whether a doubled verb is told as done (组织组织了六场): what is said twice for "a little" takes no 了, 着 or 过.

    Source: 朱德熙《语法讲义》, on the reduplication of verbs (商量了商量).
    """
    return DONE.match(text, one.span.end) is not None and one.unit in vocabulary.ordinary()


def _answers(text: str, one: Doubling) -> bool:
    """Whether it is an answer (没有没有，…), or the first belongs to a verb before it: 告诉我们我们赢了."""
    alone = HAN.match(text, one.span.end) is None
    return (
        alone
        or text[one.span.start - 1 : one.span.start] in TAKES
        or text.count("“", 0, one.span.start) > text.count("”", 0, one.span.start)
    )


def _is_attested(text: str, one: Doubling) -> bool:
    """Whether the unit is a word here: it stands elsewhere between different neighbours on both sides."""
    before, after = set[str](), set[str]()
    start, end = max(0, one.span.start - NEAR), one.span.end + NEAR
    at = text.find(one.unit, start, end)
    while at >= 0 and min(len(before), len(after)) < ATTESTED:
        if not one.span.start <= at < one.span.end:
            before.add(text[at - 1 : at])
            after.add(text[at + len(one.unit) : at + len(one.unit) + 1])
        at = text.find(one.unit, at + 1, end)
    return len(before) >= ATTESTED and len(after) >= ATTESTED


def _opens_compound(text: str, one: Doubling) -> bool:
    """Whether the second goes on as a known term, or as one that the article uses elsewhere too: 本基金基金经理."""
    if text.startswith(doubling.words().compounds, one.span.end - len(one.unit)):
        return True
    term = text[one.span.end - len(one.unit) : one.span.end + 2]
    if len(term) < len(one.unit) + 2 or not all(map(HAN.match, term[-2:])):
        return False
    return text.count(term, max(0, one.span.start - NEAR), one.span.end + NEAR) > 1


def _hit(text: str, unit: str, span: Span, *, doubtful: bool) -> Hit:
    extra = Span(span.start + len(unit), span.end)
    around = text[max(0, span.start - AROUND) : span.end + AROUND]
    return Hit(
        span,
        {"words": span.of(text), "unit": unit},
        proposals=(Proposal("once", (Edit(extra, ""),), {"unit": unit}),),
        cause=around,
        doubtful=doubtful,
    )


KIND = Kind(check, frozenset({"words", "unit"}), fixes=frozenset({"once"}))
