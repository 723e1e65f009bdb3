"""What a sentence tells of the age of somebody: the year of birth, an age in a year, or the age of today.

1934年3月，程某某出生; 1983年进厂时刚满19岁; 今年四十九岁; 今年七十八, where 岁 is left out; 问他年纪，他说九十三.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities import dates
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Period, Quantity, Token
from checker.relations.dated import aged, births, calendar, service
from checker.relations.dated.stretch import Length, length
from checker.relations.passage import Passage
from checker.spans import Span

NUMBER = "[一二三四五六七八九]?十[一二三四五六七八九]?|[1-9][0-9]"
BARE = pattern(
    "(?:(?:今年|现年|如今|现在|眼下)[他她]?(?:已经?|都|刚|正好|刚好)*"
    "|(?:年纪|岁数|年龄|多大|高寿|贵庚)[^。；！？0-9岁]{0,8}[，,：:“][“]?(?:[他她]|老人|老汉|大爷|大娘|阿婆|老伯)?(?:说|答|笑答|回答|道|伸手比|比划)?[：:，,“]{0,2})"
    f"(?P<age>{NUMBER})(?P<over>有[一二三四五六七八九])?了?(?=[，,。；！？”]|$)"
)
"""今年七十八, 问他年纪，他说九十三: an age without its unit."""

TODAY = pattern(
    "(?:今年|现年|如今|现在|眼下)(?:[他她]|老人|我)?(?:已经?|都|也|才|刚|年?满|刚好|正好|整|是|[，,])*$"
    "|今年是20[0-9]{2}年，(?:[他她]|我)?(?:已经?|刚好|正好)?$"
)
NO_AGE = pattern(
    "[大小差长]了?$|平均|分别|最[大小高低年]|年龄|每|多|享年|终年|卒|虚|不[到满]|[快近]$|身份证|户口|档案|岁|寿|冥|诞"
)
AFTER = pattern(
    "以[上下前后内]|[上下左右前起至到、—–~～-]|之前|的?(?:孩子|儿|女|孙[子女儿辈]|父|母|爸|妈|爷|奶|弟|妹|哥|姐|妻|丈夫|老伴|徒|学|师|生日|年龄|高龄)|组|级|生日"
)
THEN_AFTER = pattern("那年|那一年|那时|时(?!间|代|常)|起|就|便|开始|后|生日")
"""Behind an age, that it is of another time."""
THAT_YEAR = pattern("(?:那|这)一?年[，,（(—]{0,2}(?:也就?是|就是|即|正是|是|正值)?[，,]?|[（(]")
OTHERS = pattern(
    f"{aged.OTHERS.pattern.replace('外?孙', '外?孙[子女儿辈媳]|爷孙')}"
    "|师傅|师父|师兄|师弟|师姐|师妹|同学|战友|学生|娃|小伙|他们|她们|婆|公公|岳|叔|伯|舅|姨|姑"
)
BEHIND = pattern(
    "的(?:(?P<pronoun>[他她])(?![的们儿女孙妻父母爸妈爷奶弟妹哥姐徒—]|丈夫|老伴|师[父傅])|(?P<words>[\u4e00-\u9fff]{2,14}))"
)
BEFORE = pattern(
    "(?:(?P<pronoun>[他她])|(?P<name>[\u4e00-\u9fff]{2,4}))[，,]?(?:今年|现年|如今|现在|已经?|刚满|年满|时年|才|年仅|只有)*$"
)
SUBJECT = pattern("[“ \u3000]*(?:(?P<pronoun>[他她])|(?P<name>[\u4e00-\u9fff]{2,3}))")
EVENT = pattern("[，,](?P<name>[\u4e00-\u9fff]{2,3})(?:出生|生于|生在|诞生)")
DATED = pattern("[0-9]{4}年(?!.*(?:今年|现年))")
REACH, LEAD, OLDEST, YOUNGEST, FIRST = 44, 16, 112, 8, 1880
SIZES, OF_AGE = (3, 2), 16


@frozen(slots=False, eq=False)
class Told:
    """A year of birth (no ``age``), an age in a year (``date``), or the age of today (no ``date``).

    ``who`` is a name, a pronoun, or nothing; ``sure`` where no word says that it may be of another.
    """

    passage: Passage
    span: Span
    date: Date | None
    age: Length | None
    who: str
    sure: bool

    @property
    def is_birth(self) -> bool:
        """Whether it tells when somebody was born."""
        return self.age is None


def told(passage: Passage) -> list[Told]:
    """All that a sentence tells of ages, in the order of the text."""
    found = [*_births(passage), *_ages(passage), *_bare(passage)]
    return sorted(found, key=lambda one: one.span.start)


def _births(passage: Passage) -> Iterator[Told]:
    text, first = passage.text, passage.span.start
    for one in passage.tokens:
        if not isinstance(one, Date) or one.year is None or one.year < FIRST:
            continue
        event = EVENT.match(text, one.span.end, passage.span.end)
        if event is None and not service.is_birth(passage, one):
            continue
        subject = SUBJECT.match(text, first, one.span.start)
        who = event["name"] if event else (subject["pronoun"] or subject["name"]) if subject else ""
        around = text[first : one.span.end + SIZES[0]]
        sure = OTHERS.search(around) is None
        yield Told(passage, one.span, one, None, who, sure)


def _ages(passage: Passage) -> Iterator[Told]:
    for index, token in enumerate(passage.tokens):
        age = length(token) if isinstance(token, Quantity) and token.unit.name == "岁" else None
        if age is not None and isinstance(token, Quantity) and not token.hedges:
            yield from _aged(passage, passage.tokens[:index], age)
            yield from _dated_behind(passage, index, age)


def _dated_behind(passage: Passage, index: int, age: Length) -> Iterator[Told]:
    """17岁那年，也就是1993年: the year that an age was reached in, right behind it."""
    behind = passage.tokens[index + 1] if index + 1 < len(passage.tokens) else None
    if not isinstance(behind, Date) or behind.year is None or behind.year < FIRST:
        return
    if THAT_YEAR.fullmatch(passage.text, age.span.end, behind.span.start):
        who, sure = _who(passage, age)
        yield Told(passage, age.span, behind, age, who, sure)


def _aged(passage: Passage, before: Sequence[Token], age: Length) -> Iterator[Told]:
    text, start = passage.text, age.span.start
    value = age.said.low
    if value is None or value != age.said.high or not YOUNGEST <= value <= OLDEST or AFTER.match(text, age.span.end):
        return
    times = [one for one in before if isinstance(one, Date | Period) and not _is_this_year(one)]
    lead = text[max(passage.span.start, start - LEAD) : start]
    who, sure = _who(passage, age)
    if TODAY.search(lead):
        if not THEN_AFTER.match(text, age.span.end):
            yield Told(passage, age.span, None, age, who, sure)
        return
    last = times[-1] if times else None
    if isinstance(last, Date) and last.year is not None and last.year >= FIRST:
        gap = text[last.span.end : start]
        if len(gap) <= REACH and "；" not in gap and not NO_AGE.search(gap) and not service.is_birth(passage, last):
            yield Told(passage, age.span, last, age, who, sure and not OTHERS.search(gap))
    elif last is None and who not in ("", "他", "她") and not NO_AGE.search(lead.replace("最大", "")):
        dated = any(isinstance(one, Date | Period) for one in passage.tokens)
        if not dated and not THEN_AFTER.match(text, age.span.end):
            yield Told(passage, age.span, None, age, who, sure)


def _is_this_year(one: Token) -> bool:
    return isinstance(one, Date) and one.year is None and one.relative in ("今年", "本年")


def _who(passage: Passage, age: Length) -> tuple[str, bool]:
    """Whose age it is by the words right beside it, and whether it can be nobody else's."""
    text = passage.text
    behind = BEHIND.match(text, age.span.end, passage.span.end)
    if behind:
        if behind["pronoun"]:
            return behind["pronoun"], True
        words = behind["words"]
        names = (words[at : at + size] for at in range(len(words)) for size in SIZES if at + size <= len(words))
        name = next((one for one in names if births.is_a_name(one)), "")
        return name, bool(name) and not OTHERS.search(words[: words.find(name) + len(name) + 2])
    if text.startswith("的", age.span.end):
        return "", False
    lead = text[max(passage.span.start, age.span.start - LEAD) : age.span.start]
    lead = lead[lead.rfind("年") + 1 :] if DATED.search(lead) else lead
    before = BEFORE.search(lead)
    if before is None or before["pronoun"]:
        return before["pronoun"] if before else "", not OTHERS.search(lead)
    names = (before["name"][-size:] for size in (*SIZES,))
    return next((one for one in names if births.is_a_name(one)), ""), not OTHERS.search(lead)


def _bare(passage: Passage) -> Iterator[Told]:
    for one in BARE.finditer(passage.text, passage.span.start, passage.span.end):
        span = Span(one.start("age"), one.end("age"))
        value = dates.number(one["age"]) or 0
        if value >= OF_AGE and not any(each.span.covers(span) for each in passage.tokens):
            token = calendar.counted(passage.text, span, value, "岁")
            age = Length(token, Interval.exactly(Fraction(value)), "年", plain=False)
            lead = passage.text[passage.span.start : span.start]
            who = "他" if "他" in lead[-3:] else "她" if "她" in lead[-3:] else ""
            yield Told(passage, span, None, age, who, not OTHERS.search(lead.rpartition("；")[2]))
