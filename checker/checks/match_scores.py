"""match-scores: the sets, quarters, halves or legs of a match against its final score, points against what was won.

3:1（25:20、25:23、25:18、25:22）; 首回合2:1，次回合1:1，总比分3:2; 11胜5平4负，积38分. Whose number stands first is
seldom told and may change between the two, so either order of the final score will do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.checks.kind import Kind, Params
from checker.document import BlockKind
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.relations.passage import Passage
from checker.spans import Span

JOINT = pattern("(?:[（(][0-9]{1,2}[）)])?\\s*(?:[、，,；;和]|\\s)\\s*")
"""Between two of them; 7:6（4）tells a tie-break."""

IN_BRACKET = pattern("[^。；;0-9（(]{0,6}[（(][^。；;0-9（()）]{0,10}")
CALLED = "(?:(?:[各每]|[两二三四五六七])[局盘](?:的?(?:具体)?比分)?|(?<![前首第])局分)[^。；;，,0-9]{0,4}"
BY_SETS = pattern(f"[^。；;0-9]{{0,14}}[，,]?{CALLED}")
"""以3比1取胜，四局比分为: the sets follow behind a comma; more of them than the final score counts are one too many."""

CALLED_AHEAD = pattern(
    f"(?:^|[，,；;])[^。；;，,0-9前首第后末]{{0,8}}(?:{CALLED}|[两二三四五六七]局(?:比赛)?[，,]?[^。；;，,0-9前首第后末]{{0,6}}以)$"
)
BEHIND = pattern("[^。；;0-9]{0,16}?[，,][^。；;0-9]{0,8}?(?:大比分|[以为])")
BEATEN = pattern("(?:战胜|击败|力克|横扫|淘汰|力压)[^。；;，,0-9]{0,14}[，,][以]?")
"""以6:4、3:6、7:5|战胜对手，|2:1晋级."""

RUN_OF_WINS = pattern("(?:连[胜下赢克]|直落)(?:[两二三四]|[234])[局盘][^。；;0-9]{0,12}?(?:大比分|[以为])")
"""三局比分为25:20、25:18、25:22，主队以|3:0; 以21:18、21:15连胜两局，以|2:0: the final score behind its sets."""

LOST_TOO = pattern(
    "先[^，。；]{0,3}[失输负丢]|[失输负丢][^，。；]{0,3}[局盘]|逆转|连[扳追]|落后|[首另]一?局|第[一二三四五]"
)
MOST_WON, LEAST_OF_SET = 4, 6

WON = "胜"
DIGITS = "零一二三四五六七八九"
TALLY = "[0-9]{1,2}|[一二两三四五六七八九]"
LEAGUE = pattern(
    f"(?<![0-9十])(?:(?P<wins>{TALLY})胜(?P<draws>{TALLY})平(?P<lost>(?:[0-9]{{1,2}}|[零一二两三四五六七八九])负)?"
    f"|(?P<all>{TALLY})(?:场|轮|战)(?:小组赛|比赛)?全胜)"
    "(?:的?(?:战绩|成绩|佳绩))?[，,、]?(?:(?:[0-9]{1,2}轮)?总?积分?|拿到|取得|总分|[以共为达]|目前|已经?)*"
    "(?P<points>[0-9]{1,3})个?分"
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

LEGS = pattern("(?:[首次两]|第[一二])回合")
ALL_LEGS = pattern("总比分[^，。；;0-9]{0,6}$")
HALF = pattern("(?<!下)半场[^。；;0-9第]{0,12}$")
ENDED_BY = pattern("全场|最终|终场|最后|完场")
ENDED = pattern("(?:全场|最终|终场|最后|完场)[^。；;，,0-9]{0,14}[，,]?[^。；;，,0-9]{0,8}$")
OTHER_MATCH = pattern("另一|另外|上一|上[轮次]|回合|总|点球|下半场[^，。；]{0,6}$|净胜")
NEAR = 24

WON_BY = "战胜|击败|逆转|[轻小大险力完逆]?[取获]?胜|不敌|负于|惜败|告负|战平|逼平|握手言和|横扫|淘汰|力克|力压"
TITLE = pattern(f"(?P<a>[0-9]{{1,3}})[:：∶比-](?P<b>[0-9]{{1,3}})(?:{WON_BY})")
ENDING = pattern(f"[以][^，。；;0-9]{{0,6}}[0-9]{{1,3}}[:：∶比][0-9]{{1,3}}[^，。；;0-9]{{0,6}}(?:{WON_BY})")
NO_FINAL = pattern("半场|[首次两]回合|总比分|[一二三四五首末]节|局|盘|点球|上一?[轮场次]|此前|曾|交锋|历史|另一场")
"""The headline's score against the only one that the opening says a match was won by."""

SCORE = pattern("(?<![0-9:∶比.])(?<![0-9]：)([0-9]{1,3})[:：∶比]([0-9]{1,3})(?![0-9:：∶.])")
"""Read from the letters: 18:20 among quarters is no time of day."""

LIKELY = pattern("[0-9][)）]|[节局盘]|大比分|战胜|击败|力克|横扫|力压")
"""Where sets or quarters are told, one of these stands."""


@dataclass(frozen=True, slots=True)
class Score:
    """What both sides have, and where that stands."""

    span: Span
    points: tuple[int, int]


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every final score that the scores of its parts do not lead to, and points that wins and draws do not make."""
    yield from _titled(article)
    leagues, legs, halves = (sign in article.text for sign in (WON, "回合", "半场"))
    for passage in article.passages:
        span = passage.span
        if leagues:
            yield from _league(passage)
        yield from _margin(passage)
        if legs and "总比分" in passage.words(span):
            yield from _legs(passage)
        if halves and ENDED_BY.search(passage.text, span.start, span.end):
            yield from _halves(passage)
        if not LIKELY.search(passage.text, span.start, span.end) or MORE.search(passage.text, span.start, span.end):
            continue
        scores = _scores(passage)
        if len(scores) > 1:
            yield from _sets(passage, scores)
            yield from _sets_first(passage, scores)
            yield from _quarters(article.text, passage, scores)


def _titled(article: Article) -> Iterator[Hit]:
    """主队3:1战胜客队 above, 主队以2:1战胜客队 below, and the headline's score nowhere."""
    passages, titles = article.passages, article.document.of_kind(BlockKind.TITLE)
    heads = [one for one in passages if titles and titles[0].span.covers(one.span)]
    told = [(one, found) for one in heads if (found := TITLE.search(one.words(one.span)))]
    if len(told) != 1:
        return
    points = {int(told[0][1]["a"]), int(told[0][1]["b"])}
    scores = [score for one in passages if one not in heads for score in _scores(one)]
    won = [one for one in passages if one not in heads and ENDING.search(one.words(one.span))]
    if (
        len(scores) == 1 == len(won)
        and set(scores[0].points) != points
        and not NO_FINAL.search(won[0].words(won[0].span))
    ):
        start = told[0][0].span.start
        at = Span(start + told[0][1].start("a"), start + told[0][1].end("b"))
        yield _hit(scores[0], [Score(at, scores[0].points)], at.of(article.text), article.text, "title")


def _scores(passage: Passage) -> list[Score]:
    found = SCORE.finditer(passage.text, passage.span.start, passage.span.end)
    return [Score(Span(*one.span()), (int(one[1]), int(one[2]))) for one in found]


def _league(passage: Passage) -> Iterator[Hit]:
    """11胜5平4负，积36分: three points a win and one a draw, or two a win; 三战全胜积12分: two or three a win."""
    for match in LEAGUE.finditer(passage.text, passage.span.start, passage.span.end):
        wins, draws = _number(match["wins"] or match["all"]), _number(match["draws"] or "0")
        points, most = int(match["points"]), 3 * wins + draws
        fits = 2 * wins <= points <= most if match["all"] else points in (most, most - wins)
        if (draws or match["all"]) and not fits:  # volleyball knows no draw and other points
            data = {"found": f"{points}分", "computed": f"{most}分"}
            last = next(name for name in ("lost", "draws", "all") if match[name])
            related = (Related(Span(match.start(), match.end(last)), "parts"),)
            yield Hit(Span(match.start("points"), match.end()), data, related, variant="league")


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else DIGITS.index(numeral.replace("两", "二"))


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


def _sets_first(passage: Passage, scores: Sequence[Score]) -> Iterator[Hit]:
    """三局比分为25:20、25:18、25:22，主队以3:1取胜: the same told the other way round."""
    for at, first in enumerate(scores[:-2]):
        end = _run(passage, scores, at)
        sets = [one.points for one in scores[at:end]]
        if not 1 < len(sets) <= MOST_SETS or end >= len(scores) or max(scores[end].points) > MOST_WON:
            continue
        lead = passage.text[passage.span.start : first.span.start]
        gap = passage.text[scores[end - 1].span.end : scores[end].span.start]
        named = (
            RUN_OF_WINS.fullmatch(gap)
            or (lead.endswith("以") and BEATEN.fullmatch(gap))
            or (BEHIND.fullmatch(gap) and (CALLED_AHEAD.search(lead) or "大比分" in gap))
        )
        earlier = any(max(one.points) >= LEAST_OF_SET for one in scores[:at])
        if (
            not named
            or earlier
            or LOST_TOO.search(lead + gap)
            or any(a == b or max(a, b) < LEAST_OF_SET for a, b in sets)
        ):
            continue
        won = sum(a > b for a, b in sets)
        if {won, len(sets) - won} != set(scores[end].points):
            yield _hit(scores[end], scores[at:end], f"{won}比{len(sets) - won}", passage.text)
        return


def _legs(passage: Passage) -> Iterator[Hit]:
    """首回合2:1，次回合1:1，总比分4:1: goals of both legs, whosever number stands first."""
    scores = _scores(passage)
    if len(scores) == 2 and passage.earlier:
        scores = [*_scores(passage.earlier), *scores]
    if len(scores) != 3 or not LEGS.search(passage.text, max(0, scores[0].span.start - NEAR), scores[2].span.start):
        return
    (a, b), (c, d), told = (one.points for one in scores)
    lead = passage.text[scores[1].span.end : scores[2].span.start]
    named = ALL_LEGS.search(lead) or passage.text.startswith("的总比分", scores[2].span.end)
    if named and {*told} not in ({a + c, b + d}, {a + d, b + c}):
        yield _hit(scores[2], scores[:2], f"{a + c}比{b + d}", passage.text, "legs")


def _halves(passage: Passage) -> Iterator[Hit]:
    """半场2:0领先，最终1:0获胜: who has scored keeps what he has."""
    scores = _scores(passage)
    if len(scores) == 1 and passage.earlier:
        scores = [*_scores(passage.earlier), *scores]
    if len(scores) != 2:
        return
    start = max(0, scores[0].span.start - NEAR)
    lead, gap = passage.text[start : scores[0].span.start], passage.text[scores[0].span.end : scores[1].span.start]
    if not HALF.search(lead) or not ENDED.search(gap) or OTHER_MATCH.search(gap):
        return
    (a, b), (c, d) = scores[0].points, scores[1].points
    if not (a <= c and b <= d) and not (a <= d and b <= c):
        yield _hit(scores[1], scores[:1], f"{a}比{b}", passage.text, "half")


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


def _hit(final: Score, parts: Sequence[Score], computed: str, text: str, variant: str = "match") -> Hit:
    data = {"found": final.span.of(text), "computed": computed}
    return Hit(final.span, data, (Related(Span(parts[0].span.start, parts[-1].span.end), "parts"),), variant=variant)


KIND = Kind(
    check,
    frozenset({"found", "computed"}),
    variants=frozenset({"match", "half", "legs", "league", "margin", "title"}),
    notes=frozenset({"parts"}),
)
