"""span as an age: 2008年出生、今年17岁; 出生于1972年6月，现年51岁; 2003年建馆，今年22岁.

A person is Y−b years old or, before the birthday, one less; 虚岁 counts one more. An age of another time (18岁那年)
says nothing about now, and the birth and the age must be told of one person: no other subject between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Quantity, Token
from checker.relations.dated import aged, births, calendar, deaths
from checker.relations.dated.beginnings import FOUNDED, FOUNDED_AFTER, STARTED_BEFORE
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import AGE, TIME, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

BORN_BEFORE = pattern("(?:出生于|出生在|生于|诞生于|出生[:：]|出生年月[:：])$")
BORN_AFTER = pattern(
    f"(?:[农阴旧]历[^，。；0-9]{{0,6}}?|{births.PART_OF_YEAR})?[，,]?[他她]?(?:出生(?!入死)|生人|诞生|生[于在]|生(?=[，,、；）)。的]))"
)
BORN_A_PERSON = pattern("[春夏秋冬初底末]?生人[，,](?!今|现|如)")
"""1987年生人，38岁了: no word says that the age is that of today."""

THEN = pattern("那年|时(?!间)|起|就|便|开始|以前|之前|以[上下]|岁|前|后|生日那|的时候|入|考|参加|当|成")
CURRENT = pattern("(?:今年|现年|如今|现已|现在)(?:已经?|才|刚|刚满|刚好|恰好|满|快|虚岁|周岁|正好|年满|迎来|是)*$")
DIED = pattern("享年|终年|卒年|时年|当时|当年|那年|去世|逝世|病逝")
BETWEEN = pattern(
    "(?:[^，。；、]{0,20}[，、]){0,3}[^，。；、]{0,3}?(?:的?[他她]|的[\u4e00-\u9fff·]{2,4})?"
    "(?:今年|现年|如今|现已|现在)(?:已经?|才|刚|刚满|刚好|恰好|满|快|虚岁|周岁|正好|年满|迎来|是)*|[春夏秋冬]?出?生?人?(?:于[^，。；、]{2,12})?[，、（(](?:虚岁|周岁)?"
)
ENDS = pattern("(?:了|(?:的?高龄)了?)?[，、；）)。]|$")
NOW = pattern("今年|现年|如今|现已|现在")
BACK = pattern("[，,（(]?(?:的[\u4e00-\u9fff·]{1,4}[，,]?)?[他她]?(?:出生于|生于|出生在)?")
KIN = pattern(
    "[儿女孙]|丈夫|妻|父|母|爸|妈|爷|奶|弟|妹|哥|姐|孩子|老伴|徒|师[傅父兄姐弟妹]|书记|经理|董事长|创始人|馆长|校长|人$"
)
THEIRS = pattern("，[他她]")
INSTITUTION = pattern(
    f"(?:[^，。；]{{0,6}}(?:{FOUNDED})(?:的[^，。；]{{0,8}}[馆店校厂园站社桥院团司业所队会部场库塔楼路报刊台局港线城心学铺坊行寺庙祠])?)?"
    "，?到?(?:[昨今]天|[昨今]日|日前|近日|今年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|如今|现在)(?:已经?|刚好|正好|恰好|刚|满|迎来|整整?|有)*"
)
OF_OTHERS = pattern(f"{KIN.pattern}|[他她家]")
THEIR_AGE = pattern("的[他她](?![的——们]|[^，。；、]{0,2}[儿女孙]|妻|丈夫|父|母|爸|妈|[弟妹哥姐徒])")
LATER = pattern("(?P<ahead>[^。；]{2,16}，)?[他她]?(?:今年|现年|如今|现在|眼下)(?:已经?)?，?")
REACH, NEAR = 60, 24
"""How many characters may stand between a birth and an age, and before an age told in the next sentence."""
NOMINAL = pattern("虚")
NAMED = pattern("的[\u4e00-\u9fff·]{2,4}")
CHILD = pattern("[^，。；]{0,4}出生的(?![他她])")
"""57岁的老周，1998年出生的儿子: someone else's birth."""
OTHERS = pattern("的(?![他她])")
THEN_AFTER = pattern(
    "[，,]?[^，。；、（(]{0,12}?(?:时|那年|当年)?[，,]?(?:那年|当年|当时|这年|那时)?[他她]?(?:还)?(?:年仅|时年|只有|刚满|刚|才|已经?|满)*"
)
PRONOUN = pattern("[他她]$")


AGED = pattern("[，,]?[他她]?(?:年仅|刚满|刚|才|时年|已经?)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})岁")
"""2011年|32岁时建园: whoever has an age in a year was not born in it, nor is the garden meant behind it."""

RECORDED = pattern("身份证|户口|档案|证件|[写登载填][着的]是?$|登记[成为]?$|写[成作为]$")
"""身份证上写着1920年，只有105岁: another year of birth."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every age that stands with a year of birth, judged by the day of issue."""
    for age in _ages(passage):
        births = _births(passage, calendar.around(passage, age.span.start))
        births = [one for one in births if not AGED.match(passage.text, one.span.end)]
        birth = next(
            (one for one in reversed(births) if one.span.start < age.span.start), births[0] if births else None
        )
        if birth is None:
            yield from (
                *_told_before(passage, age),
                *deaths.find(passage, age, _before(passage)),
            )
        elif _is_current(passage, age, birth):
            relation = _verify(passage, birth, age)
            spoken = BORN_A_PERSON.match(passage.text, birth.span.end, age.span.start)
            told = NOW.search(passage.text, birth.span.end, max(birth.span.end, age.span.start))
            wrong = spoken is not None and told is None and relation.verdict is Verdict.INCONSISTENT
            if not wrong or passage.text.startswith("了", age.span.end):
                yield replace(relation, doubtful=True) if wrong else relation
        elif birth.span.start < age.span.start <= birth.span.end + REACH:
            found = [*deaths.at_death(passage, birth, age), *_then(passage, birth, age)]
            yield from found or _in_other_words(passage, births, age)
        else:
            yield from _in_other_words(passage, births, age)
    yield from _named_before(passage)


def _in_other_words(passage: Passage, births: Sequence[Date], age: Length) -> Iterator[Relation]:
    if len(births) == 1 and (_is_born(passage, births[0]) or not passage.text.startswith("的", age.span.end)):
        found = aged.told(passage, births[0], age, founded=not _is_born(passage, births[0]))
        if found is not None:
            yield found


def _then(passage: Passage, birth: Date, age: Length) -> Iterator[Relation]:
    """1989年出生的他，2008年入伍时年仅19岁: the age in another year, of the same person."""
    years = [
        token
        for token in calendar.around(passage, age.span.start)
        if isinstance(token, Date) and token.year and birth.span.end <= token.span.start < age.span.start
    ]
    if len(years) != 1 or birth.year is None or not _is_born(passage, birth):
        return
    year = years[0]
    before, after = passage.text[birth.span.end : year.span.start], passage.text[year.span.end : age.span.start]
    if year.year is None or not THEN_AFTER.fullmatch(after) or len(before) > REACH or KIN.search(before + after):
        return
    another = OTHERS.match(passage.text, age.span.end) or RECORDED.search(before)
    if year.year >= birth.year and not another:
        years_old = year.year - birth.year
        true = Elapsed(max(0, years_old - 1), years_old + 1)
        yield judged(passage, Stretch(birth, year, age, true, "年份与年龄", AGE))


def _births(passage: Passage, tokens: Sequence[Token]) -> list[Date]:
    return [one for token in tokens if (one := _birth(passage, token))]


def _birth(passage: Passage, token: object) -> Date | None:
    """A year in which someone was born or something founded."""
    if not isinstance(token, Date) or token.year is None:
        return None
    return token if _is_born(passage, token) or _is_founded(passage, token) else None


def _is_born(passage: Passage, date: Date) -> bool:
    before = passage.text[max(passage.span.start, date.span.start - 6) : date.span.start]
    return bool(BORN_BEFORE.search(before) or BORN_AFTER.match(passage.text, date.span.end, passage.span.end))


def _is_founded(passage: Passage, date: Date) -> bool:
    before = passage.text[max(passage.span.start, date.span.start - 6) : date.span.start]
    return bool(STARTED_BEFORE.search(before) or FOUNDED_AFTER.match(passage.text, date.span.end, passage.span.end))


def _ages(passage: Passage) -> Iterator[Length]:
    for token in passage.tokens:
        found = length(token)
        if found and isinstance(token, Quantity) and token.unit.name == "岁":
            yield found


def _is_current(passage: Passage, age: Length, birth: Date) -> bool:
    """Whether the age is that of the day of issue and of what was born or founded then, by the words around it."""
    lead = passage.text[max(passage.span.start, age.span.start - 8) : age.span.start]
    if DIED.search(lead) or THEN.match(passage.text, age.span.end, passage.span.end):
        return False
    if abs(birth.span.start - age.span.start) > REACH:
        return False
    if birth.span.start > age.span.start:
        between = passage.text[age.span.end : birth.span.start]
        opens = not lead.strip("“ \u3000") and between.startswith("的")
        child = CHILD.match(passage.text, birth.span.end)
        told = CURRENT.search(lead) or opens
        return bool(told and BACK.fullmatch(between) and _is_born(passage, birth) and not child)
    between = passage.text[birth.span.end : age.span.start]
    if _is_born(passage, birth):
        if not NOW.search(between) and not ENDS.match(passage.text, age.span.end):
            return False
        before = passage.text[max(passage.span.start, birth.span.start - 8) : birth.span.start]
        theirs = "的" in between and OTHERS.match(passage.text, age.span.end)
        another = theirs or KIN.search(between) or (KIN.search(before) and THEIRS.search(between))
        return BETWEEN.fullmatch(between) is not None and not another
    person = passage.text.startswith("的", age.span.end)
    return INSTITUTION.fullmatch(between) is not None and not person


def _before(passage: Passage) -> Date | None:
    """The one birth of a person that the sentence before tells."""
    earlier = passage.earlier
    births = _births(earlier, earlier.tokens[: calendar.WINDOW]) if earlier else []
    return births[0] if earlier and len(births) == 1 and _is_born(earlier, births[0]) else None


def _told_before(passage: Passage, age: Length) -> Iterator[Relation]:
    """1971年出生在… 。今年54岁的他…; 如今，54岁的她…: the one person of two sentences."""
    birth = _before(passage)
    if birth is None or passage.earlier is None or age.span.start - passage.span.start > NEAR:
        return
    lead = passage.text[passage.span.start : age.span.start]
    told = LATER.fullmatch(lead)
    if not told or not (lead[0] in "他她" or THEIR_AGE.match(passage.text, age.span.end, passage.span.end)):
        return
    opens = not told["ahead"]
    if opens or not (OF_OTHERS.search(lead) or KIN.search(passage.text, passage.earlier.span.start, birth.span.start)):
        relation = _verify(passage, birth, age)
        yield relation if opens else replace(relation, doubtful=True)


def _named_before(passage: Passage) -> Iterator[Relation]:
    """57岁的某某 …。他1971年出生: an age that opens the sentence before, with a name, a birth told of the same."""
    earlier = passage.earlier
    births = _births(passage, passage.tokens[: calendar.WINDOW]) if earlier else []
    if earlier is None or len(births) != 1 or next(_ages(passage), None):
        return
    if not PRONOUN.search(passage.text, passage.span.start, births[0].span.start):
        return
    ages = [one for one in _ages(earlier) if one.span.start - earlier.span.start <= 8]
    if len(ages) == 1:
        lead = earlier.text[earlier.span.start : ages[0].span.start]
        named = NAMED.match(earlier.text, ages[0].span.end) and not lead.strip("“ 　")
        if (named or CURRENT.search(lead)) and not KIN.search(earlier.text, earlier.span.start, births[0].span.start):
            yield _verify(passage, births[0], ages[0])


def _is_beside(passage: Passage, one: Date, age: Length) -> bool:
    """Whether 今年 is told of this age: 今年22岁；守门员1987年生人，38岁了 has it of another's."""
    return one.span.end <= age.span.start and "；" not in passage.text[one.span.end : age.span.start]


def _verify(passage: Passage, birth: Date, age: Length) -> Relation:
    end = next(
        (
            one
            for one in calendar.around(passage, age.span.start)
            if isinstance(one, Date) and one.relative == "今年" and _is_beside(passage, one, age)
        ),
        None,
    )
    now = calendar.dated(end, passage.published).year if end else calendar.year_of(passage.published)
    lead = passage.text[max(0, age.span.start - 3) : age.span.start]
    true = None
    if now is not None and birth.year is not None and now >= birth.year:
        years = now - birth.year
        true = Elapsed(max(0, years - 1), years + bool(NOMINAL.search(lead)))
    told = passage if birth.span.start >= passage.span.start else passage.earlier or passage
    return judged(passage, Stretch(birth, end, age, true, "年份与年龄", AGE if _is_born(told, birth) else TIME))
