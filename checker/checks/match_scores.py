"""match-scores: the sets or quarters of a match against its final score, a league's points against what was won.

3:1（25:20、25:23、25:18、25:22）; 11胜5平4负，积38分. Whose number stands first is seldom told and may change between
the two, so either order of the final score will do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.relations.passage import Passage
from checker.spans import Span

JOINT = pattern("(?:[（(][0-9]{1,2}[）)])?\\s*(?:[、，,；;和]|\\s)\\s*")
"""Between two of them; 7:6（4）tells a tie-break."""

IN_BRACKET = pattern("[^。；;0-9（(]{0,6}[（(][^。；;0-9（()）]{0,10}")
BY_SETS = pattern("[^。；;0-9]{0,14}[，,]?(?:[各每]|[两二三四五六七])[局盘](?:的?(?:具体)?比分)?[^。；;，,0-9]{0,4}")
"""以3比1取胜，四局比分为: the sets follow behind a comma; more of them than the final score counts are one too many."""

WON = "胜"
LEAGUE = pattern(
    "(?<![0-9])(?P<wins>[0-9]{1,2})胜(?P<draws>[0-9]{1,2})平(?P<lost>[0-9]{1,2}负)"
    "(?:的?(?:战绩|成绩))?[，,、]?(?:总?积分?|拿到|取得|总分|[以共为达]|目前|已经?)*(?P<points>[0-9]{1,3})个?分"
)
QUARTERS = pattern("[四各每]节(?:的?比分)?|各?单节比分")
MORE = pattern("加时|总比分|回合|弃权|退赛|抢[七十]")

MOST_SETS = 7
LEAST_QUARTERS, LEAST_POINTS = 4, 40

MARGIN = pattern(
    "净胜(?:对手|对方|[^，。；、0-9]{0,6}队)?(?:达|了|多达)?(?P<by>[0-9]{1,2})分"
    "|[以取](?:得|下)?(?P<lead>[0-9]{1,2})分(?:的?(?:巨大|较大|微弱)?优势|之差|大胜|小胜|取胜|[险获完]胜|[胜负]出|告负|落败)"
    "|分差(?:达到?|为|只有|仅有?)(?P<gap>[0-9]{1,2})分"
)
OTHER_GAME = pattern("还剩|终场前|开局|上半场|下半场|[一二三四]节|首局|上[一次]|此前|半场|一度|最多|曾|交手")
"""A lead at another time than the end, or in another game."""
LEAST_SIDE, AHEAD = 10, 24

SCORE = pattern("(?<![0-9:∶比.])(?<![0-9]：)([0-9]{1,3})[:：∶比]([0-9]{1,3})(?![0-9:：∶.])")
"""Read from the letters: 18:20 among quarters is no time of day."""

LIKELY = pattern("[0-9][)）]|[节局]")
"""Where sets or quarters are told, one of these stands."""


@dataclass(frozen=True, slots=True)
class Score:
    """What both sides have, and where that stands."""

    span: Span
    points: tuple[int, int]


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every final score that the scores of its parts do not lead to, and points that wins and draws do not make."""
    leagues = WON in article.text
    for passage in article.passages:
        span = passage.span
        if leagues:
            yield from _league(passage)
        yield from _margin(passage)
        if not LIKELY.search(passage.text, span.start, span.end) or MORE.search(passage.text, span.start, span.end):
            continue
        found = SCORE.finditer(passage.text, span.start, span.end)
        scores = [Score(Span(*one.span()), (int(one[1]), int(one[2]))) for one in found]
        if len(scores) > 1:
            yield from _sets(passage, scores)
            yield from _quarters(article.text, passage, scores)


def _league(passage: Passage) -> Iterator[Hit]:
    """11胜5平4负，积36分: three points a win and one a draw, or two a win."""
    for match in LEAGUE.finditer(passage.text, passage.span.start, passage.span.end):
        wins, draws, points = (int(match[name]) for name in ("wins", "draws", "points"))
        if draws and points not in (3 * wins + draws, 2 * wins + draws):  # volleyball knows no draw and other points
            data = {"found": f"{points}分", "computed": f"{3 * wins + draws}分"}
            related = (Related(Span(match.start(), match.end("lost")), "parts"),)
            yield Hit(Span(match.start("points"), match.end()), data, related, variant="league")


def _margin(passage: Passage) -> Iterator[Hit]:
    """以82比70战胜江城队，净胜12分: what one has more than the other, of the only score up to it."""
    told = MARGIN.search(passage.text, passage.span.start, passage.span.end)
    if not told:
        return
    start = passage.earlier.span.start if passage.earlier else passage.span.start
    lead = passage.text[start : told.start()]
    scores = [one for one in SCORE.finditer(lead) if min(int(one[1]), int(one[2])) >= LEAST_SIDE]
    if not scores or OTHER_GAME.search(lead) or len({one[0] for one in scores}) > 1:
        return
    one, two = (int(each) for each in scores[-1].groups())
    name = next(each for each in ("by", "lead", "gap") if told[each])
    if abs(one - two) != int(told[name]):
        at = Span(told.start(name), told.end(name) + 1)
        score = Span(start + scores[-1].start(), start + scores[-1].end())
        data = {"found": at.of(passage.text), "computed": f"{abs(one - two)}分"}
        yield Hit(at, data, (Related(score, "parts"),), variant="margin")


def _run(passage: Passage, scores: Sequence[Score], first: int) -> int:
    """Where the row of scores ends that begins with the one at ``first``."""
    end = first + 1
    while end < len(scores) and JOINT.fullmatch(passage.text, scores[end - 1].span.end, scores[end].span.start):
        end += 1
    return end


def _sets(passage: Passage, scores: Sequence[Score]) -> Iterator[Hit]:
    """3:1（25:20、23:25、25:18、25:22）: who took more of them took three."""
    for at, final in enumerate(scores[:-1]):
        end = _run(passage, scores, at + 1)
        told, sets = final.points, [one.points for one in scores[at + 1 : end]]
        gap = final.span.end, scores[at + 1].span.start
        named = BY_SETS.fullmatch(passage.text, *gap) is not None
        if not (named or IN_BRACKET.fullmatch(passage.text, *gap)) or any(a == b for a, b in sets):
            continue
        if not 1 < len(sets) <= MOST_SETS or len(sets) < sum(told) or (len(sets) > sum(told) and not named):
            continue
        won = sum(a > b for a, b in sets)
        if {won, len(sets) - won} != set(told):
            found = f"{won}比{len(sets) - won}"
            yield _hit(final, scores[at + 1 : end], found, passage.text)


def _quarters(text: str, passage: Passage, scores: Sequence[Score]) -> Iterator[Hit]:
    """四节比分依次为22:19、18:20、24:17、20:25，主队以84:81取胜; the only final score may stand elsewhere."""
    for at, first in enumerate(scores):
        end = _run(passage, scores, at)
        ahead = passage.text[max(passage.span.start, first.span.start - AHEAD) : first.span.start]
        if end - at < LEAST_QUARTERS or not QUARTERS.search(ahead):
            continue
        finals = [one for one in (*scores[:at], *scores[end:]) if min(one.points) >= LEAST_POINTS] or _only(text)
        quarters = [one.points for one in scores[at:end]]
        sums = (sum(a for a, _ in quarters), sum(b for _, b in quarters))
        if len(finals) == 1 and finals[0].points not in (sums, sums[::-1]):
            yield _hit(finals[0], scores[at:end], f"{sums[0]}比{sums[1]}", passage.text)


def _only(text: str) -> list[Score]:
    """The first place of the final score, where an article tells but one."""
    found = [Score(Span(*one.span()), (int(one[1]), int(one[2]))) for one in SCORE.finditer(text)]
    finals = [one for one in found if min(one.points) >= LEAST_POINTS]
    return finals[:1] if len({frozenset(one.points) for one in finals}) == 1 else []


def _hit(final: Score, parts: Sequence[Score], computed: str, text: str) -> Hit:
    data = {"found": final.span.of(text), "computed": computed}
    return Hit(final.span, data, (Related(Span(parts[0].span.start, parts[-1].span.end), "parts"),), variant="match")


KIND = Kind(
    check,
    frozenset({"found", "computed"}),
    variants=frozenset({"match", "league", "margin"}),
    notes=frozenset({"parts"}),
)
