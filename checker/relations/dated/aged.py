"""span as an age in any order of words: 现年36岁的周放生于1989年; 1944年出生的老支书虚岁82岁.

A sentence that tells one birth and one age speaks of one person, unless it names another (a son, a pupil) or another
time. That they fit is believed then; that they do not, only where a word says that the age is that of today.
"""

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import AGE, TIME, Length, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation

TODAY = pattern(
    "(?:今年|现年|如今|现已|现在|眼下|目前|年仅|虚岁|周岁|实岁|年龄[:：]?|刚满|年满|已满|年届|年近|年逾|年过|高龄)"
    "(?:已经?|才|刚|刚满|刚好|恰好|满|快|虚岁|周岁|正好|年满|迎来|是|有|到了?|[:：])*$"
)
OPENING = pattern("(?:[“ \u3000]|[，、]|^)$")
NOT_NOW = pattern(
    "那年|那一年|当时|当年|[时后前]年仅|时(?!间|代|常|光|任|隔|尚)|享年|终年|卒年|时年|去世|逝世|病逝|离世|牺牲|寿|岁(?:起|就|便|开始|以[前后上下]|之前|入|考|参|当|成|嫁|结婚|离|从|进|登|学|拜|夺|获|才|[前后到至])"
)
OTHERS = pattern(
    "儿子|女儿|儿女|[长次独幼养][子女]|外?孙|侄|外甥|小儿|[的其]女|丈夫|妻|父|母|爸|妈|爷|奶|弟|妹|哥|姐|孩子|老伴|徒|学生|搭档|对手|同伴|队友|邻居|前辈|后辈|先生的|夫妇|两人|分别|比[他她]|平均|相差|大[他她]|小[他她]"
)
OF_ANOTHER = pattern("的(?![他她])")
POINTED = pattern("[“ 　]*(?:[这那]位|[该此][名位])?")
NOMINAL = pattern("虚")
REACH = 60


def told(passage: Passage, birth: Date, age: Length, *, founded: bool = False) -> Relation | None:
    """The age of the person whose birth the sentence tells, judged; None if it may be of another or another time."""
    if abs(birth.span.start - age.span.start) > REACH or age.said.low is None or age.said.low != age.said.high:
        return None
    first, last = sorted((birth.span, age.span))
    between = passage.text[first.end : last.start]
    around = passage.text[max(passage.span.start, first.start - 8) : min(passage.span.end, last.end + 6)]
    if birth.span.start < age.span.start and "的" in between and OF_ANOTHER.match(passage.text, age.span.end):
        return None
    if NOT_NOW.search(around) or OTHERS.search(around) or "。" in between or "；" in between:
        return None
    now = _end(passage, birth, age)
    if _other_times(passage, birth, age, now):
        return None
    last_year = calendar.dated(now, passage.published).year if now else calendar.year_of(passage.published)
    if last_year is None or birth.year is None or birth.year >= last_year:
        return None
    years = last_year - birth.year
    lead = passage.text[max(passage.span.start, age.span.start - 8) : age.span.start]
    true = Elapsed(years - 1, years + bool(NOMINAL.search(lead + passage.text[age.span.end : age.span.end + 4])))
    variant = TIME if founded else AGE
    relation = judged(passage, Stretch(birth, now, age, true, "年份与年龄", variant, doubtful=between.count("，") > 2))
    if founded:
        return relation if relation.verdict is Verdict.CONSISTENT else None
    firm = TODAY.search(lead) or (
        POINTED.fullmatch(passage.text, passage.span.start, age.span.start)
        and passage.text.startswith("的", age.span.end)
    )
    return relation if relation.verdict is Verdict.CONSISTENT or firm else None


def _end(passage: Passage, birth: Date, age: Length) -> Date | None:
    """今年, or the year right before the age: 2025年满38岁."""
    told = [
        one
        for one in calendar.around(passage, age.span.start)
        if isinstance(one, Date) and one.span.end <= age.span.start and one.span != birth.span
    ]
    for one in told:
        if one.relative == "今年":
            return one
    near = bool(told) and age.span.start - told[-1].span.end <= NEAR
    near = near and (told[-1].year is not None or told[-1].relative in calendar.YEARS_AWAY)
    return told[-1] if near and told[-1].span.start > birth.span.start else None


NEAR = 4


def _other_times(passage: Passage, birth: Date, age: Length, now: Date | None) -> bool:
    """Whether the sentence tells another year before the age, to which it may belong, or another age."""
    for token in calendar.around(passage, age.span.start):
        if isinstance(token, Period) or (isinstance(token, Date) and token not in (birth, now)):
            far = token.span.start > age.span.end and token.span.start > birth.span.end
            told = not isinstance(token, Date) or token.year is not None or token.relative in ("去年", "前年", "明年")
            if told and not far:
                return True
        other = token is not age.token and not isinstance(token, (Date, Period)) and token.span != age.span
        if other and passage.text.startswith("岁", token.span.end - 1):
            return True
    return False
