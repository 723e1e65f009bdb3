"""garbled-body, abolished-body: names of government bodies that say a word twice, or that are no longer right."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.lexicon.bodies import Abolished, abolished, departments, garbles, says_again
from checker.patterns import pattern
from checker.spans import Span

SIZES = range(10, 2, -1)
NAMES = range(12, 1, -1)
SUFFIX = pattern("委(?!托|屈|婉|派|以)|局(?![面势限部长促])|厅(?!堂)|办公室|部门")
SORT = pattern("委员会|[委局厅]")
SECOND = pattern("委员会|委(?!员|托|屈|婉|派|以)|局(?![面势限部长促])|厅(?!堂)")
ENDING = pattern("[局委厅部会署室办](?:(?<!办)(?![员长])|(?<=办)(?!公)|(?<=局)(?=长))")
LONGEST = 16

PLACE = pattern("(?:[省市县州旗盟]|(?<![特发新园理])区)$")
INTO_A_NAME = frozenset("与和及由向从经据对是为在被的将把请给找到去让使、")
PAST = pattern(
    "原|时任|曾|前身|当时|那时|当年|历史|合并|组建|更名|改名|撤销|划入|整合|不再保留|过去|以前|从前|昔日|并入|挂牌|机构改革|职责|退休|上世纪|年代|年前|"
    "[0-9]届|离任|前任|老"
)
ISSUED = pattern("[^。；\n]{0,12}(?:《|(?:发布|印发|公布|颁布|出台|下发|令)[^。；\n]{0,6}[的《])")
YEAR = pattern("(?<![0-9])((?:19|20)[0-9]{2})年(?!代)")
MONTH = pattern("(?<![0-9])([1-9]|1[0-2])月")
REACH = 12


def check_garbled(article: Article, _params: Params) -> Iterator[Hit]:
    """Every body whose name says a word twice: 经信信息委."""
    text, known = article.text, garbles()
    for suffix in SUFFIX.finditer(text):
        at = suffix.start()
        name = next((text[at - size : at] for size in SIZES if at >= size and text[at - size : at] in known), "")
        if name:
            (again, right), span = known[name], Span(at - len(name), suffix.end())
            words = {"name": span.of(text), "again": again, "right": right + suffix[0]}
            yield Hit(span, words, proposals=(Proposal("once", (Edit(span, words["right"]),), words),))
    yield from _run_together(text)


def _run_together(text: str) -> Iterator[Hit]:
    """Every body that is named twice without a mark between: 住建局|建设局."""
    for first in SORT.finditer(text):
        at, then = first.span()
        # An ending inside the second name is none of the first one's: 发展改革委|发改委.
        second = next((one for one in SECOND.finditer(text, then, then + LONGEST) if one.start() > then), None)
        if second is None or second[0][0] != first[0][0]:
            continue
        again = text[then : second.start()]
        once = next(
            (text[at - size : at] for size in NAMES if at >= size and text[at - size : at] in departments()), ""
        )
        if once and once != again and says_again(once, again):
            span = Span(at - len(once), second.end())
            words = {"name": span.of(text), "again": again, "right": once + first[0]}
            yield Hit(span, words, proposals=(Proposal("once", (Edit(span, words["right"]),), words),))


def check_abolished(article: Article, _params: Params) -> Iterator[Hit]:
    """Every body that is no more, told of as if it were, where the time is known."""
    text = article.text
    starts = [sentence.span.start for sentence in article.document.sentences]
    for ending in ENDING.finditer(text):
        body = _body(text, ending.start() + 1)
        if body is None:
            continue
        span = Span(ending.start() + 1 - len(body.name), ending.start() + 1)
        index = bisect_right(starts, span.start) - 1
        sentence = article.document.sentences[index].span if index >= 0 else span
        if _is_present(article, body, span, sentence):
            words = {"name": body.name, "successor": body.successor, "until": f"{body.until.year}年"}
            yield Hit(span, words, proposals=(Proposal("successor", (), words),), cause=body.name)


@cache
def _tails() -> frozenset[str]:
    return frozenset(name[-2:] for name in abolished())


def _body(text: str, end: int) -> Abolished | None:
    """The body whose name ends here, the longest there is, if what stands before it lets it be that one."""
    known = abolished()
    if text[end - 2 : end] not in _tails():
        return None
    sizes = range(min(LONGEST, end), 2, -1)
    name = next((text[end - size : end] for size in sizes if text[end - size : end] in known), "")
    if not name:
        return None
    body, start = known[name], end - len(name)
    before = text[start - 1 : start]
    if body.local:
        return body if PLACE.search(text, max(0, start - 4), start) else None
    stands = not "\u4e00" <= before <= "\u9fff" or before in INTO_A_NAME or text[start - 2 : start] in ("我国", "中国")
    return body if stands else None


def _is_present(article: Article, body: Abolished, span: Span, sentence: Span) -> bool:
    """Whether the time is after the body's end, and no word makes it a story of the past or the body of a document."""
    text = article.text
    before = text[max(0, sentence.start - REACH) : sentence.start]
    if PAST.search(text, sentence.start, sentence.end) or ISSUED.match(text, span.end) or PAST.search(before):
        return False
    years = [int(match[1]) for match in YEAR.finditer(text, sentence.start, sentence.end)]
    if years:
        return min(years) > body.until.year
    if article.published is None or article.published <= body.until:
        return False
    months = [int(match[1]) for match in MONTH.finditer(text, sentence.start, sentence.end)]
    return article.published.year > body.until.year or not months or min(months) > body.until.month


GARBLED = Kind(check_garbled, frozenset(("name", "again", "right")), fixes=frozenset(("once",)))
ABOLISHED = Kind(check_abolished, frozenset(("name", "successor", "until")), fixes=frozenset(("successor",)))
