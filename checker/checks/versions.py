"""two-versions: one saying quoted twice, in words that differ by a character or two."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from checker.checks.kind import Kind, Params
from checker.checks.quoted import Quoted
from checker.checks.recalled import recalled
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.spans import Span

SHORTEST, LONGEST = 6, 40
BUCKET = 8
"""With so many earlier quotations that begin or end alike is one compared: time stays linear."""

NEAR = 200
"""Two quotations of one sentence, which nothing stops for so many characters, differ on purpose."""

LEAST_HEAD, END = 8, 4
"""So long is a saying at the least that a longer quotation opens with, and what follows it there."""

CLAUSE = pattern("[，,。！？；]")
PLAIN = pattern("[^\\u4e00-\\u9fff0-9A-Za-z]")
BREAK = pattern("[。！？!?\\n]")
# What tells two things of one sort apart on purpose.
APART = frozenset(
    "0123456789０１２３４５６７８９零一二三四五六七八九十百千万亿两双甲乙丙丁戊上中下前后左右东西南北内外大小老新旧男女春夏秋冬高低长短多少进出来去买卖"
    "省市县区乡镇村街校企国党团军民工农商学他她它我你们公私城早晚今昨明初再续"
)


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """The version that stands less often, or the later one."""
    quoted = list(_quoted(article))
    counts = Counter(one.plain for one in quoted)
    buckets: defaultdict[str, list[Quoted]] = defaultdict(list)
    seen = set[str]()
    again = dict(recalled(article.text, quoted))
    for one in quoted:
        if one.plain in seen:
            continue
        seen.add(one.plain)
        if one in again:
            data = {"words": one.span.of(article.text), "other": again[one].span.of(article.text)}
            yield Hit(one.span, data, (Related(again[one].span, "other"),))
            continue
        for key in (one.plain[:3], one.plain[-3:]):
            near = buckets[key]
            hit = next((hit for other in near if (hit := _hit(article.text, one, other, counts))), None)
            if hit:
                yield hit
                break
        for key in (one.plain[:3], one.plain[-3:]):
            if len(buckets[key]) < BUCKET:
                buckets[key].append(one)
    for head in _heads(article):
        like = [other for key in (head.plain[:3], head.plain[-3:]) for other in buckets[key]]
        hit = next((hit for other in like if (hit := _hit(article.text, head, other, counts))), None)
        if hit and head.plain not in counts:
            yield hit


def _heads(article: Article) -> Iterator[Quoted]:
    """What a longer quotation opens with, of two clauses and more: “先富脑，再富家，这话我记着。” holds a saying."""
    for one in article.document.quotations:
        words = one.span.of(article.text)
        if words[:1] != "“" or len(words) <= LEAST_HEAD or "“" in words[1:]:
            continue
        cuts = [mark.start() for mark in CLAUSE.finditer(words, 0, LONGEST)]
        for cut in cuts[1:]:
            plain = PLAIN.sub("", words[:cut])
            if len(plain) >= LEAST_HEAD and cut < len(words) - END:
                yield Quoted(Span(one.span.start + 1, one.span.start + cut), plain)


def _quoted(article: Article) -> Iterator[Quoted]:
    text = article.text
    for one in article.document.quotations:
        if SHORTEST + 2 <= len(one.span) <= LONGEST + 2 and text[one.span.start] == "“":
            words = one.span.of(text)
            plain = PLAIN.sub("", words)
            if len(plain) >= SHORTEST and "·" not in words:
                yield Quoted(one.span, plain)


def _hit(text: str, one: Quoted, other: Quoted, counts: Counter[str]) -> Hit | None:
    """Two versions of one saying; not two names that are told apart, or a saying and its short form."""
    if min(counts[one.plain], counts[other.plain]) > 1 or not _versions(one.plain, other.plain):
        return None
    if one.span.start - other.span.end < NEAR and not BREAK.search(text, other.span.end, one.span.start):
        return None
    rare, usual = (other, one) if counts[one.plain] > counts[other.plain] else (one, other)
    data = {"words": rare.span.of(text), "other": usual.span.of(text)}
    return Hit(rare.span, data, (Related(usual.span, "other"),))


def _versions(one: str, other: str) -> bool:
    """Whether two sayings differ as versions of one: by slips inside, not by a word put for a word."""
    if abs(len(one) - len(other)) > 1 or one.startswith(other) or other.startswith(one):
        return False
    if one.endswith(other) or other.endswith(one):
        return False
    first, second = _middles(one, other)
    if _told_apart(first, second):
        return False
    if len(first) <= 1 and len(second) <= 1:
        return True
    if len(first) != len(second):
        return False
    differing = [index for index, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    apart = any(two - one > 1 for one, two in pairwise(differing))
    swapped = len(first) == 2 and first == second[::-1]
    return swapped or (apart and len(differing) <= (2 if len(one) < 10 else 3))


def _told_apart(first: str, second: str) -> bool:
    """Whether what differs is what tells two things of one sort apart."""
    if len(first) != len(second):
        return not APART.isdisjoint(first + second)
    return any(a != b and not APART.isdisjoint(a + b) for a, b in zip(first, second, strict=True))


def _middles(one: str, other: str) -> tuple[str, str]:
    """What is left of both without the characters that they begin and end with alike."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


KIND = Kind(check, frozenset({"words", "other"}), notes=frozenset({"other"}))
