"""span of what somebody has done for years: 1989年进站，在道班干了整整36年; 自1998年进山护林，27年如一日.

What was done for so many years since a year that the sentence tells ends today, or in a year that it tells as well.
That it fits is believed where the words let it be such a time; that it does not, only where they leave no other.
"""

from dataclasses import dataclass

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Hedge, Quantity
from checker.relations.dated import beginnings, calendar, doings, standing
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.closed import AT_WORK, PROFESSION
from checker.relations.dated.stretch import Length, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation

AHEAD = 120
"""How many characters behind a length are read for how it ended."""
SHORT = 2
"""How many characters beside the word of doing an institution's clause may have."""
CAREER = 4
ECHO = 12
"""How far behind its year a word may stand that comes again before the length: 1985年结对，今年结对40年."""
REACH, OLDEST = 60, 1000
UP_TO_NOW = pattern("^[到至]?(?:今年|如今|现在)(?:已经?|整整?|[正恰刚]好|[满足])*$")
"""，到今年整|30年了 names nobody."""

JUST = ("整整", "足足", "正好", "刚好")
"""Round years told so are no rough ones."""

WEAK, TENS = 4, 10
"""Below so many years, and at round tens, a length without further words proves nothing."""


@dataclass(frozen=True, slots=True)
class Doing:
    """How the words tell that a length is that of what goes on: ``open`` where they say that it goes on still."""

    told: bool
    open: bool
    sure: bool


def told(passage: Passage, found: Length) -> Relation | None:
    """The time for which something has been done, judged; None if the words tell nothing of that kind."""
    if found.ordinal or found.said.low is None or not isinstance(found.token, Quantity):
        return None
    if Hedge.VAGUE in found.token.hedges:
        return None
    years = _years(passage, found)
    starts = [one for one in years if one.span.end <= found.span.start and one.year is not None]
    starts = [one for one in starts if not is_birth(passage, one)]
    if not starts:
        return _reversed(passage, years, found)
    if starts[0].year is None or starts[0].year < OLDEST or _is_elsewhere(passage, found):
        return None
    doing = _doing(passage, found, starts[0])
    if doing is None:
        return None
    for start in reversed(starts):
        fit = _fit(passage, start, years, found)
        if fit is not None and (doing.told or _is_plain(found)):
            return fit
    if not (doing.told or _outlasts(passage, starts[0], found)) or doings.OF_THIS.match(passage.text, found.span.end):
        return None
    return _misfit(passage, starts, years, found, doing)


def is_birth(passage: Passage, year: Date) -> bool:
    """Whether somebody was born in that year."""
    before = passage.text[max(passage.span.start, year.span.start - 6) : year.span.start]
    return (
        doings.BORN.match(passage.text, year.span.end, passage.span.end) is not None
        or doings.BORN_IN.search(before) is not None
    )


def _reversed(passage: Passage, years: list[Date], found: Length) -> Relation | None:
    """有着38年警龄，1984年从警，2022年退休: what fits, behind the length of a career."""
    behind = doings.BEHIND.match(passage.text, found.span.end, passage.span.end)
    if behind is None or not behind["career"]:
        return None
    starts = [one for one in years if one.year is not None]
    return _fit(passage, starts[0], years, found) if starts else None


def _years(passage: Passage, found: Length) -> list[Date]:
    """The years that the sentence tells near the length, and this year where a word names it; no runs of years."""
    near = calendar.around(passage, found.span.start)
    dates = [one for token in near if isinstance(token, Date) for one in calendar.ends(token)]
    told = [one for one in dates if one.year is not None or one.relative in calendar.YEARS_AWAY]
    return [one for one in told if abs(one.span.start - found.span.start) <= REACH]


def _is_elsewhere(passage: Passage, found: Length) -> bool:
    before = passage.text[max(passage.span.start, found.span.start - 5) : found.span.start]
    return bool(doings.NEAR_AHEAD.search(before) or beginnings.NOT_SO_LONG.match(passage.text, found.span.end))


def _doing(passage: Passage, found: Length, start: Date) -> Doing | None:
    lead = passage.text[start.span.end : found.span.start]
    done, behind = doings.DONE.search(lead), doings.BEHIND.match(passage.text, found.span.end, passage.span.end)
    if doings.ANNALS.search(found.span.of(passage.text)):
        return Doing(True, True, not doings.GOES_ON.match(passage.text, found.span.end, passage.span.end))
    if done is None and behind is None and doings.WORK.search(lead) and lead[-2:] in lead[:-2][:ECHO]:
        return Doing(True, False, not doings.GOES_ON.match(passage.text, found.span.end, passage.span.end))
    if done is None and behind is None:
        return Doing(False, False, False) if doings.WORK.search(lead) else None
    if done and done["verb"] and doings.SPENT.match(done["verb"]) and not doings.PASSED.search(lead):
        return None
    if done is None and behind and behind["run"] and not lead.endswith("，"):
        return None
    if done is None and behind and behind["since"] and not lead.endswith("，"):
        return None
    current = bool(done and done["now"]) or bool(behind and not behind["run"] and not behind["since"])
    ends_here = not doings.GOES_ON.match(passage.text, found.span.end, passage.span.end)
    return Doing(True, current, ends_here)


def _fit(passage: Passage, start: Date, years: list[Date], found: Length) -> Relation | None:
    ends = _ends(start, years)
    closed = any(one.span.end <= found.span.start for one in ends)
    for end in ends if closed else (*ends, None):
        last = calendar.dated(end, passage.published).year if end else calendar.year_of(passage.published)
        if last is None or start.year is None or last <= start.year:
            continue
        lapse = last - start.year
        relation = judged(passage, Stretch(start, end, found, Elapsed(lapse - 1, lapse + 1), "年份与年数"))
        if relation.verdict is Verdict.CONSISTENT and _is_hardly_chance(found, lapse):
            return relation
    return None


def _ends(start: Date, years: list[Date]) -> list[Date]:
    """The dates that may close a time, the nearest behind its start first."""
    return [one for one in years if one.span.start > start.span.start]


def _is_plain(found: Length) -> bool:
    """Whether a number fits that is neither small nor round."""
    low = found.said.low or 0
    return low >= 2 * TENS or (low >= 2 * WEAK and low % TENS != 0)


def _is_hardly_chance(found: Length, lapse: int) -> bool:
    """Whether the number is large enough, or fits to the year."""
    many = found.said.low == found.said.high and (found.said.low or 0) >= WEAK
    return many or found.said.low == lapse


def _misfit(passage: Passage, starts: list[Date], years: list[Date], found: Length, doing: Doing) -> Relation | None:
    """One year, told as the beginning of what the length is of, and no other year in which it may have ended.

    Where another year tells its end, ``closed`` judges it.
    """
    start = starts[0]
    now = [one for one in years if one.span.start > start.span.start and _closes(passage, one, found)]
    others = [one for one in years if one is not start and one not in now]
    others = [one for one in others if one.year is not None or one.relative not in ("今年", "本年")]
    lead = passage.text[start.span.end : found.span.start]
    if doings.UNTIL_AFTER.match(passage.text, start.span.end, found.span.start):
        return None
    if (
        standing.is_of_then(passage, start, found)
        or others
        or len(now) > 1
        or doings.THEN.search(lead)
        or doings.REPEATED.search(lead)
        or lead.count("，") > 2
        or "；" in lead
    ):
        return None
    if not _begins(passage, start):
        return None
    if _is_of_another(passage, start, found, lead) and not _outlasts(passage, start, found):
        return None
    if now and now[-1].relative not in ("今年", "本年"):
        return None
    end = now[-1] if now else None
    last = calendar.dated(end, passage.published).year if end else calendar.year_of(passage.published)
    if last is None or start.year is None or last <= start.year or found.said.low is None:
        return None
    lapse = last - start.year
    short = found.said.high is not None and found.said.high < lapse
    if short and not doing.open and not (doing.sure and end is None and goes_on(passage, start, found, last)):
        return None
    round_ = found.said.low % TENS == 0 and not lead.endswith(JUST)
    if (not doing.open and round_) or found.said.low > OLDER * lapse:
        return None
    true = Elapsed(lapse - 1, lapse + 1)
    return judged(passage, Stretch(start, end, found, true, "年份与年数", doubtful=True))


def _outlasts(passage: Passage, start: Date, found: Length) -> bool:
    """1990年参加工作，从警45年: whether a career is longer than all the work since then can have been."""
    now, low = calendar.year_of(passage.published), found.said.low
    text = passage.text[start.span.end : found.span.start]
    working = AT_WORK.match(text) is not None and PROFESSION.search(text.rpartition("，")[2]) is not None
    return bool(working and now and low and start.year and low > now - start.year + 1)


OLDER = 3
"""How many times as long as since then is what something else has stood: 学校始建于1955年，古树有着300年历史."""


def goes_on(passage: Passage, start: Date, found: Length, now: int) -> bool:
    """Whether nothing that follows tells that it came to an end: no later year, no leaving."""
    if doings.FOR_A_TIME.search(passage.text, max(passage.span.start, found.span.start - REACH), found.span.start):
        return False
    text = passage.text[found.span.end : found.span.end + AHEAD]
    if doings.LEFT.search(text) or start.year is None:
        return False
    return not any(start.year < int(one[0]) < now for one in doings.YEAR.finditer(text))


def _closes(passage: Passage, end: Date, found: Length) -> bool:
    """Whether the time ends in this year: 今年, or 2022年退休."""
    if end.span.start > found.span.start:
        return False
    return (
        end.relative in ("今年", "本年")
        or doings.UNTIL_AFTER.match(passage.text, end.span.end, found.span.start) is not None
    )


def _is_of_another(passage: Passage, start: Date, found: Length, lead: str) -> bool:
    """2015年成立的合作社，社长种茶已30年: what was founded does not do what people do.

    Nor does a new post say since when somebody has done the work.
    """
    last = lead.rpartition("，")[2] if "，" in lead else lead
    career = beginnings.CAREERS.search(last) or beginnings.CAREERS.search(
        passage.text, found.span.end, min(passage.span.end, found.span.end + CAREER)
    )
    starts = (career[0], *beginnings.CAREER_STARTS.get(career[0], ())) if career else ()
    begun = passage.text[max(passage.span.start, start.span.start - 6) : found.span.start - len(last)]
    if career and not any(word in begun for word in starts):
        return True
    if doings.POSTS.match(passage.text, start.span.end, found.span.start):
        return True
    if doings.BEHIND_NOUN.match(passage.text, found.span.end) and "，" not in lead:
        return True
    return is_of_people(passage, start, found)


def is_of_people(passage: Passage, start: Date, found: Length) -> bool:
    """Whether something was founded in the year, and the length is told of somebody or something else."""
    lead = passage.text[start.span.end : found.span.start]
    last = lead.rpartition("，")[2]
    done = doings.DONE.search(last)
    rest = UP_TO_NOW.sub("", last[: done.start()] if done else last)
    founded = beginnings.FOUNDED_AFTER.match(passage.text, start.span.end, passage.span.end)
    if not (founded or doings.INSTITUTION.match(passage.text, start.span.end, found.span.start)):
        return False
    return "，" in lead and len(rest) > SHORT and not doings.GOING.search(last)


def _begins(passage: Passage, start: Date) -> bool:
    """Whether the sentence opens with the year and what began then: no aside on something else."""
    before = passage.text[max(passage.span.start, start.span.start - 6) : start.span.start]
    if doings.FROM.search(before) or beginnings.STARTED_AFTER.match(passage.text, start.span.end, passage.span.end):
        return True
    opening = passage.text[passage.span.start : start.span.start]
    return doings.OPENING.fullmatch(opening) is not None
