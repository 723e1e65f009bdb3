"""Whose a number is by the words around it: what it stands before, what it stands behind in brackets, its indicator."""

from collections.abc import Sequence

from checker.extraction.bearings import Bearings
from checker.extraction.bodies import lead, verbal
from checker.extraction.counting import counted
from checker.extraction.naming import RATE
from checker.extraction.nominals import INNER, is_agent, spelt
from checker.extraction.parsing import Word
from checker.extraction.wordings import ENDED
from checker.lexicon.clauses import any_of
from checker.lexicon.predicates import verbs
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

EPISODES = frozenset(("集", "幕", "页", "万字", "字", "卷", "册"))
TITLED = pattern("[一-鿿]{0,8}《(?P<name>[^《》]{2,24})》")
CARRIED = pattern("[一两几][列辆艘架批趟节车船支]+[一-鿿]{1,4}$")
OF = pattern(
    "[^，。的]{0,14}的(?P<name>[一-鿿“”—（）]{2,20}?)(?=[从在将已抵驶缓到于是向，。！？启正]|顺利|通过|发车|出发|$)"
)
BARE = pattern("(?![年才已现时刚不还]|今年|最[大小]|甚至|到了?|从|一)[一-鿿]{2,6}(?<![是为达近超约过到])")
NOW = pattern("(?:平均寿命|今年|现年|时年|年仅|年近|刚满|已满|年满|已|则?为)+$")
TOLD_BY = pattern("(?:说|表示|称|介绍|告诉|回忆|坦言)(?:道|记者)?$")
DOES = pattern("[已将还也都正被把才](?!经|来)|已经|正在|可以|有望|经过|历经|历时|用了|花了")
ATTRIBUTED = pattern("[0-9]{0,2}(?P<of>的)")
MEMBER = pattern("(?:(?<=[、，。；：（(\n])|^)(?:一[个座家条])?[一-鿿]{2,5}$")
MEANS = pattern("(?<=..)(?:年均|同比|环比|平均)$")
PRICES = pattern("(?:收盘价|开盘价|报价)$")
SPAN = pattern("[前本上近每当][一-鿿]{0,3}[日周月年季天]$")
BEYOND = pattern("[快高低好慢优大小强]于")
ASPECT = pattern(any_of("aspect"))
ITS_OWN = pattern(
    "(?:一[只头匹条辆座栋架艘枚件])?(?P<thing>[一-鿿“”]{2,10}?)的?"
    "(?P<measure>最?高?(?:身价|售价|造价|票价|身高|体重|全长|库容|载重量|排水量|票房|起拍价|成交价))"
)
RELATIVE = pattern("[一-鿿]{2}[在于](?=..)|(?:这[座家个条项])?[由被](?=..)")
ORIGIN = pattern("来自[^，。；的]{0,16}$")
NEAR = 12
LEAST = 2


def bearer(bearings: Bearings, one: Quantity, clause: Span) -> str:
    """Whom the words right around a number say it is of; empty where they do not."""
    return _borne(bearings, one, clause) or _bracketed(bearings, one, clause)


def _borne(bearings: Bearings, one: Quantity, clause: Span) -> str:
    """What a number in front of its subject is of: 一列满载265吨面粉的|列车, 61岁的|老人."""
    text = bearings.text
    if one.unit.name == "岁":
        return _aged(bearings, one, clause)
    titled = TITLED.match(text, one.span.end, clause.end) if one.unit.name in EPISODES else None
    if titled:
        return titled["name"]
    described = _described(bearings, one, clause) or _come(bearings, one, clause)
    if described:
        return described
    if not CARRIED.search(text, max(clause.start, one.span.start - NEAR), one.span.start):
        return ""
    of = OF.match(text, one.span.end, clause.end)
    return of["name"] if of else ""


def _described(bearings: Bearings, one: Quantity, clause: Span) -> str:
    """What an attribute is of: 身高2米15的|林晓, 总投资3亿元的|智能工厂项目."""
    text = bearings.text
    of = ATTRIBUTED.match(text, one.span.end, clause.end)
    led = MEMBER.search(text, clause.start, one.span.start)
    if not of or not led or not ENDED.search(led[0]) or one.unit_class in (UnitClass.RATE, UnitClass.COUNT):
        return ""
    return counted(bearings.words, of.start("of"), clause.end, clause.end + 1).name


def _come(bearings: Bearings, one: Quantity, clause: Span) -> str:
    """Who come from so many places: 来自15个国家的|参展商."""
    text = bearings.text
    led = ORIGIN.search(text, clause.start, one.span.start)
    of = text.find("的", one.span.end, min(clause.end, one.span.end + NEAR)) if led else -1
    return counted(bearings.words, of, clause.end, clause.end + 1).name if of >= 0 else ""


def _aged(bearings: Bearings, one: Quantity, clause: Span) -> str:
    """Who is so old: 男职工|60岁, 61岁的|老人."""
    text = bearings.text
    led = NOW.sub("", text[clause.start : one.span.start])
    if BARE.fullmatch(led) and not verbs().search(led):
        return led
    of = OF.match(text, one.span.end, clause.end)
    if of:
        return TOLD_BY.sub("", of["name"])
    behind = counted(bearings.words, one.span.end, clause.end, clause.end + 1).name
    return behind or _who(bearings.words.between(clause.start, one.span.start))


def _who(words: Sequence[Word]) -> str:
    """The people that words speak of last: 女工人|退休年龄是."""
    last = next((nth for nth in range(len(words) - 1, -1, -1) if is_agent(words[nth])), -1)
    first = last
    while first > 0 and words[first - 1].part in INNER:
        first -= 1
    return spelt(words[first : last + 1])


def _bracketed(bearings: Bearings, one: Quantity, clause: Span) -> str:
    """Whose a number is that stands in brackets right behind a name: 青河县（12万元）."""
    opened = clause.start == one.span.start and bearings.text[clause.start - 1 : clause.start] in ("（", "(")
    if not opened:
        return ""
    before = bearings.clause(clause.start - 1)
    beyond = BEYOND.search(bearings.text, before.start, before.end)
    found = bearings.actors.opening(beyond.end(), before.end) if beyond else None
    return found.name if found and found.is_place else bearings.actors.closing(clause.start - 1).strip("《》")


def thing_of(metric: str) -> tuple[str, str]:
    """A thing and its measure, where an indicator is that of one thing: 青江大桥|造价; empty where it is none."""
    found = ITS_OWN.fullmatch(metric)
    if not found:
        return "", ""
    parts = [part_of(word, tag) for word, tag in tagged(found["thing"])]
    named = all(part in (Part.NOUN, Part.NAME, Part.ADJECTIVE) for part in parts)
    return (found["thing"], found["measure"]) if named else ("", "")


def _is_relative(words: str) -> bool:
    """Whether words before 的 tell what something does or what was done to it: 用于支付工资|的资金."""
    first = next((part_of(word, tag) for word, tag in tagged(words) if word != words), None)
    return first in (Part.VERB, Part.PREPOSITION) or RELATIVE.match(words) is not None


def owner_of(stem: str) -> str:
    """Whose an indicator is, where nobody else is named: 华昌转债的溢价率 is that of 华昌转债."""
    owner, of, _ = PRICES.sub("的价", stem).rpartition("的")
    if of and owner and _is_relative(owner):
        thing = stem.rpartition("的")[2]
        named = ENDED.sub("", thing)
        return named if len(named) >= LEAST else thing
    if of and owner and not lead().match(owner) and not SPAN.match(owner):
        return owner.partition("对")[0] if owner.find("对") >= LEAST else owner
    if verbal().match(stem) or stem.startswith("每"):
        return ""
    stem = stem if stem.find("每") < LEAST else stem.partition("每")[0]
    does = DOES.search(stem, LEAST)
    if not does and not ENDED.search(stem) and not RATE.search(stem):
        does = verbs().search(stem, LEAST)
    stem = MEANS.sub("", stem)
    does = does if does and does.end() <= len(stem) else None
    named = stem[: does.start()].rstrip("为在对并向以由从") if does and does.end() < len(stem) else stem
    return named if len(named) >= LEAST and not ASPECT.fullmatch(named) else ""
