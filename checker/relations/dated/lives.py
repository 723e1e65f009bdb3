"""span as an age of one person over the sentences of a paragraph: 1998年，24岁的他…。今年51岁; 生于1932年，…说九十三.

Whoever is called by no name but that of the sentence before, or by 他 and 她 alone, is the one of whom the paragraph
tells. An age fits a year before and a year behind (周岁, 虚岁). One that does not is for somebody to look at, and only
where nobody else comes in between.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.dated import births, calendar, life_facts
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.life_facts import OTHERS, Told
from checker.relations.dated.stretch import AGE, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation

CUE = pattern("岁|出生|生于|生人|年纪|岁数|今年|如今|高寿")
EDGE = pattern(
    "(?<![\u4e00-\u9fff])|(?<=[的和与跟同给员师民])|(?<=[校局厂院队班组社馆店县村镇市区]长|记者|医生|学生|专家|教授)"
)
NAME = pattern("[\u4e00-\u9fff](?:(?![一了的着过起来去上下不在到个几两三是有])[\u4e00-\u9fff]){2}")
PRONOUNS = ("他", "她")
BACK, SIZE, FAR = 12, 3, 30
"""How many sentences back it may be told, how long names are, and by how many years an age of another may be off."""
ZERO = pattern("[“ \u3000]*(?:今年|如今|现在|眼下|现年|[他她]|[0-9]{4}年|问|老人|老汉)")


def find(passage: Passage) -> Iterator[Relation]:
    """Every age of the sentence that goes with what was told before of the same person."""
    if not passage.is_prose or not CUE.search(passage.text, passage.span.start, passage.span.end):
        return
    here = life_facts.told(passage)
    if not here:
        return
    before = _before(passage)
    for index, one in enumerate(here):
        known = [*before, *here[:index]]
        found = [each for other in _nearest(known) if (each := _related(other, one)) is not None]
        sound = [each for each in found if each.verdict is Verdict.CONSISTENT]
        yield from (sound or found)[:1]


def _before(passage: Passage) -> list[Told]:
    found: list[Told] = []
    one = passage.earlier
    for _ in range(BACK):
        if one is None or not one.is_prose:
            break
        found[:0] = life_facts.told(one)
        one = one.earlier
    return found


def _nearest(known: Sequence[Told]) -> list[Told]:
    """What is told before, births first, the nearest of each first."""
    nearest = known[::-1]
    return [*(one for one in nearest if one.is_birth), *(one for one in nearest if not one.is_birth)]


def _related(one: Told, two: Told) -> Relation | None:
    """How an age goes with what was told before, None where they may be of two people."""
    if (one.is_birth and two.is_birth) or (one.age and two.age and one.date is None and two.date is None):
        return None
    relation = _judged(one, two)
    if relation is None or not _may_be_one(one, two):
        return None
    if relation.verdict is Verdict.CONSISTENT:
        return relation
    return relation if _is_one(one, two) else None


def _judged(one: Told, two: Told) -> Relation | None:
    """The age of the one or the other, reckoned from the birth, or else the second from the first."""
    base, aged = (two, one) if two.is_birth else (one, two)
    now = calendar.year_of(two.passage.published)
    first, last = (each.date.year if each.date else now for each in (base, aged))
    start = base.date or aged.date
    if aged.age is None or start is None or first is None or last is None or first == last:
        return None
    old, said = _years(base), _years(aged)
    due = old + last - first
    if (base.is_birth and last < first) or not due >= 0 or abs(said - due) > FAR:
        return None
    true = Elapsed(max(0, due - 1), due + 1)
    end = aged.date if aged.date is not start else None
    relation = judged(two.passage, Stretch(start, end, aged.age, true, "年份与年龄", AGE, doubtful=True))
    return relation if base.is_birth else _shown(two.passage, relation, one, two, true)


def _years(one: Told) -> int:
    return int(one.age.said.low or 0) if one.age else 0


def _shown(passage: Passage, relation: Relation, one: Told, two: Told, true: Elapsed) -> Relation:
    first, last = (_words(passage, each) for each in (one, two))
    verdict = "一致" if relation.verdict is Verdict.CONSISTENT else "不一致"
    working = f"{first}，{last.partition('为')[0]}应为{true.least}—{true.most}岁，文中{last.partition('为')[2]}"
    data = {**relation.data, "name": "两处年龄", "working": working} if relation.data else {}
    return replace(relation, working=f"{working}，{verdict}", data=data, candidates=())


def _words(passage: Passage, one: Told) -> str:
    when = one.date.span.of(passage.text) if one.date else "见报之日"
    return f"{when}为{one.age.span.of(passage.text) if one.age else ''}"


def _may_be_one(one: Told, two: Told) -> bool:
    """Whether no two names, and no two pronouns, are told of them."""
    if not (one.sure and two.sure):
        return False
    if one.who in PRONOUNS or two.who in PRONOUNS or not (one.who and two.who):
        return not (one.who in PRONOUNS and two.who in PRONOUNS and one.who != two.who)
    return one.who.endswith(two.who) or two.who.endswith(one.who)


def _is_one(one: Told, two: Told) -> bool:
    """Whether nobody else comes in between, and the later sentence goes on about the same."""
    text = two.passage.text
    between = text[one.span.end : two.span.start]
    if "\n" in between or OTHERS.search(between):
        return False
    names = set(_names(text, one.span.end, two.span.start)) - {one.who, two.who}
    if any(not (one.who and (name in one.who or one.who in name)) for name in names):
        return False
    if two.who and two.who not in PRONOUNS:
        return one.who == two.who
    if one.passage is two.passage:
        return True
    return bool(two.who) or ZERO.match(text, two.passage.span.start) is not None


def _names(text: str, start: int, end: int) -> Iterator[str]:
    """What may be a name where a name may begin."""
    for at in range(start, end - SIZE + 1):
        words = text[at : at + SIZE]
        if EDGE.match(text, at) and NAME.fullmatch(words) and births.is_a_name(words):
            yield words
