"""span of an institution by the year that it has reached: 1998年开馆，…，小馆已经走到第29个年头.

Verbs of going (走到, 迈入, 进入) tell that it is the present year, as 今年 does. The founding may stand in the sentence
before, where what has come so far is called by a word of that sentence, or by none. A fault is for somebody to look at.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Date, Ordinal
from checker.relations.dated import beginnings, calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

SIGN = pattern(f"挂[上起出牌]|{beginnings.FOUNDED}|[开创][馆店园业]")
HUNG = pattern("挂[上起出][^，。；0-9]{0,6}[牌匾]")
"""A board put up over the door opens what it names."""

REACHED = pattern(
    "(?P<who>[\u4e00-\u9fff]{0,8}?)(?:如今|现在|眼下|今年|至今|也|就|便|又|都|不知不觉|转眼|一晃|已经?)*"
    "(?P<verb>走[到进]了?|[进步迈跨踏]入了?|迎来了?|来到了?|到了|今年已?是|今年迎来|已是)$"
)
OVER = pattern("[停关闭拆歇]|重[开建启新]|改[名建]|恢复|那年|当时|彼时|接手|接过|易主|转让|后来?又")
LEADS = pattern("[他她我你]|本人|夫妻|夫妇|一家")
"""People have years of their own."""

ENDS = pattern("了?(?:[，。；！”]|$)")
"""第8个年头的灯会 is of the lantern fair."""

BARE = pattern("(?:已经?|就|也|又|都|便|如今|现在|今年)+$")
NEAR, FEW, SAID = 90, 3, 2


def find(passage: Passage) -> Iterator[Relation]:
    """Every year of an institution that has been reached, with the one founding that it is counted from."""
    for token in passage.tokens:
        numbered = isinstance(token, Ordinal) and token.unit.endswith("年头") and (token.value or 0) >= FEW
        found = length(token) if numbered else None
        start = _founding(passage, found) if found else None
        if found and start and start.year and (now := calendar.year_of(passage.published)):
            yield judged(
                passage,
                Stretch(
                    start, None, found, Elapsed(now - start.year, now - start.year + 1), "年份与年数", doubtful=True
                ),
            )


def _founding(passage: Passage, found: Length) -> Date | None:
    """The one year before, and what began in it, if the words between speak of nothing else."""
    clause = max(passage.text.rfind(mark, passage.span.start, found.span.start) for mark in "，；：") + 1
    told = REACHED.fullmatch(passage.text[max(clause, passage.span.start) : found.span.start])
    if told is None or not ENDS.match(passage.text, found.span.end):
        return None
    for one in (passage, passage.earlier):
        years = [
            each for each in (one.tokens if one else ()) if isinstance(each, Date) and each.span.end <= found.span.start
        ]
        years = [each for each in years if each.relative not in calendar.YEARS_AWAY]
        if one and years:
            fits = len(years) == 1 and _begins(one, years[0], found, BARE.sub("", told["who"]))
            return years[0] if fits else None
    return None


def _begins(passage: Passage, year: Date, found: Length, who: str) -> bool:
    if year.year is None or found.span.start - year.span.end > NEAR:
        return False
    words = passage.text[year.span.end : min(passage.span.end, found.span.start)]
    opened = [*HUNG.finditer(words), *SIGN.finditer(words)]
    since = passage.text[year.span.end + opened[0].end() : found.span.start] if opened else ""
    if not opened or OVER.search(passage.text, year.span.end, found.span.start) or LEADS.search(since):
        return False
    before = passage.text[passage.span.start : min(passage.span.end, found.span.start - SAID - len(who))]
    return not who or who[-1] in before
