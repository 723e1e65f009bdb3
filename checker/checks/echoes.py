"""doubled-phrase: words that come again too soon, a few characters on."""

import re
from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import by_head, one_of, pattern
from checker.spans import Span

HAN = "[\u3400-\u9fff]"
CLAUSE_MOST = 60
"""So many characters a clause may have between two equal openings."""

HEAD = pattern(f"的(?P<open>“?)(?P<words>{HAN}{{2,8}})(?P<close>”?)")
QUOTED = pattern(f"”(?<=(?P<words>{HAN}{{2}})”)(?P=words)(?!{HAN}{{0,1}}[”》])")
LONGER = pattern("[金费员家会奖站点卡款者师生品车店院校所队团组群展赛节日]")
"""“金秋助学”助学|金: the word behind the quotation is another, longer one."""

STOP = pattern("[。！？；\n]")
BETWEEN = pattern("[。！？；\n“”]")
CONCEDING = pattern("虽然|尽管")
CONCEDED = pattern("虽(?!败犹|死犹)|尽管|固然|即使|即便|诚然|纵然|哪怕|[，]不然|[，]否则")
"""What a 但 behind it answers to, or what begins the thought anew."""

TURNING = pattern("但|可是|却|然而|不过")
TURNED = pattern("[^。！？\n“”]{1,45}?[，；](?:但|可|却|然而|不过|仍|还是|依然)")
SENTENCE_MOST = 45
ASPECTS = ("了", "过", "着")
SPEECH_MOST = 300
"""So many characters may lie between two conjunctions of one sentence."""


class EchoParams(Params):
    """What opens a clause, the verbs that may well come twice after it, and verbs that make something of something.

    ``turns`` are conjunctions of which a sentence has one: 但, 因此, 此外.
    """

    turns: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    parallels: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()


def check(article: Article, params: EchoParams) -> Iterator[Hit]:
    """Clauses that open alike, clauses written twice, and nouns that qualify themselves (样板的样板间)."""
    text = article.text
    hits = [*_turns(text, params), *_openings(text, params), *_heads(text, params), *_quoted(text)]
    yield from sorted(hits, key=lambda hit: hit.span)


def _turns(text: str, params: EchoParams) -> Iterator[Hit]:
    """虽然…，但…，但…: a conjunction that opens two clauses of one sentence."""
    before: re.Match[str] | None = None
    turns = pattern(f"[，；。\n](?P<words>{by_head(params.turns)})(?![凡愿书丁求见闻])")
    for match in turns.finditer(text):
        at = match.start("words")
        near = before and before["words"] == match["words"] and at - before.end() <= SENTENCE_MOST
        apart = before and (BETWEEN.search(text, before.end(), at) or _is_of_two(text, before, match))
        if before and near and not apart and not _is_speech(text, at):
            first = Span(*before.span("words"))
            yield _hit(text, Span(first.start, match.end()), first, Span(at, match.end()), "turn")
        before = match


def _is_of_two(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether each has its own pair, 但冷战虽已结束，但…, or both lead to one: 虽然风大，虽然路滑；可…."""
    between = text[first.end() : second.start("words")]
    if CONCEDING.fullmatch(second["words"]):
        return not TURNING.search(between) and TURNED.match(text, second.end()) is not None
    return CONCEDED.search(between) is not None


def _is_speech(text: str, at: int) -> bool:
    """Whether a quotation is open: people speak as they think."""
    start = max(0, at - SPEECH_MOST)
    return text.rfind("“", start, at) > text.rfind("”", start, at)


def _openings(text: str, params: EchoParams) -> Iterator[Hit]:
    """还成为…，还成为…: an adverb and a verb of two characters that open two clauses in a row."""
    opening = pattern(f"(?<=[，、])(?P<words>(?:{one_of(params.openers)})(?!{one_of(params.parallels)}){HAN}{{2}})")
    end = 0
    for match in opening.finditer(text):
        if match.start() < end:
            continue
        again = _clause_after(text, match)
        if (
            again
            and text.startswith(match["words"], again)
            and not _goes_on(text, match.end(), again, len(match["words"]))
        ):
            second = Span(again, again + len(match["words"]))
            yield _hit(text, Span(match.start(), second.end), Span(*match.span()), second, "opening")
            end = second.end


def _goes_on(text: str, end: int, again: int, length: int) -> bool:
    """Whether the two clauses are built alike beyond what opens them: 还农户以清静，还农户以收成."""
    return text[again + length : again + length + 1] == text[end : end + 1] not in ASPECTS


def _clause_after(text: str, match: re.Match[str]) -> int:
    """Where the next clause of the sentence begins; 0 where it has none."""
    comma = text.find("，", match.end(), match.end() + CLAUSE_MOST)
    return 0 if comma < 0 or STOP.search(text, match.end(), comma) else comma + 1


def _heads(text: str, params: EchoParams) -> Iterator[Hit]:
    """成为样板的样板间, 书写答卷的“某地答卷”: what qualifies the noun is the noun."""
    makers = pattern(f"(?:{one_of(params.makers)}){HAN}{{0,8}}$")
    for match in HEAD.finditer(text):
        start, words = match.start(), match["words"]
        noun = text[start - 2 : start]
        if match["open"] and match["close"]:
            at = match.end("words") - 2 if words.endswith(noun) else -1
        else:
            at = match.start("words") if words.startswith(noun) and not match["open"] else -1
        if at >= 0 and makers.search(text, max(0, start - 14), start):
            yield _hit(text, Span(start - 2, match.end()), Span(start - 2, start), Span(at, at + 2), "head")


def _quoted(text: str) -> Iterator[Hit]:
    """“制造赋能”赋能: the word that closes a quotation comes again right behind it."""
    end = 0
    for match in QUOTED.finditer(text):
        first = Span(*match.span("words"))
        if first.start >= end and not LONGER.match(text, match.end()):
            end = match.end()
            yield _hit(text, Span(first.start, end), first, Span(first.end + 1, end), "quoted")


def _hit(text: str, span: Span, first: Span, second: Span, variant: str) -> Hit:
    return Hit(second, {"words": second.of(text), "whole": span.of(text)}, (Related(first, "first"),), variant=variant)


KIND = Kind(
    check,
    frozenset({"words", "whole"}),
    EchoParams,
    variants=frozenset({"opening", "head", "quoted", "turn"}),
    notes=frozenset({"first"}),
)
