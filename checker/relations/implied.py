"""Units that a noun says instead of a classifier: 人口96万 is 96万人, 人次168万 is 168万人次, 96万志愿者 is 96万人."""

from collections.abc import Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Quantity, Token, UnitClass
from checker.quantities.units import unit
from checker.relations.eras import by_era
from checker.spans import Span

NOUN = "人口"
TOLD = {NOUN: "人", "人数": "人", "人次": "人次", "户数": "户"}
"""Nouns that a bare number in 万 or 亿 behind them counts, with their classifiers."""

LEAD = pattern(
    f"(?P<noun>{NOUN}|(?<![0-9０-９万亿千百多余])(?:人数|人次|户数))(?:总数|总量|规模|数量?)?(?:已经?)?[从由为是达有到至约]{{0,2}}$"
)
BEHIND = pattern(f"[\u4e00-\u9fff]{{0,4}}{NOUN}(?P<among>(?:[当之]?中|里[面头]?)[，,])?")
COUNTED = {
    "人": pattern(
        "[\u4e00-\u9fff]{0,4}?(?:志愿者|劳动者|消费者|患者|读者|使用者|建设者|从业者|爱好者|游客|旅客|乘客|访客|顾客|观众|听众|群众|民众"
        "|村民|市民|居民|农民|移民|网民|牧民|渔民|灾民|选民|股民|学生|学子|师生|考生|选手|新生|毕业生|教师|医生|职工|员工|工人|老人|老年人|成年人"
        "|年轻人|青年|儿童|孩子|妇女|党员|团员|会员|学员|球迷|歌迷|粉丝|官兵|将士|干部|百姓|人才)(?!户|的?(?:家庭|会|节|团|证|卡|网|站|服|票|们的))"
    ),
    "户": pattern("[\u4e00-\u9fff]{0,2}?(?:家庭|农户|住户|用户|商户|贫困户|脱贫户)(?!的?(?:人|医生|成员|次))"),
}
"""Nouns right behind a number that are counted by these where no classifier stands between."""

KILLED, HURT = pattern("死(?=[0-9]{1,4}伤)"), pattern("(?<=死)[0-9]{1,4}(?=伤)")
"""2死3伤: people."""

MARK = pattern("[，,；;。]")
REACH = 10
"""How far before a number its noun may begin."""


def with_units(text: str, span: Span, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a sentence; what counts people by its noun alone, and what it became (从8万增至9万), is in 人.

    Only what is printed in 万 or 亿 is changed: 人口3 may be the number of a table's column.
    """
    tokens = [_of_harm(text, _of_noun(text, span, one)) for one in by_era(text, tokens)]
    sentence = text[span.start : span.end]
    if not any(noun in sentence for noun in TOLD):
        return tuple(tokens)
    found: list[Token] = []
    name, divided, end = "", False, span.start
    for token in tokens:
        lead = LEAD.search(text[max(end, token.span.start - REACH) : token.span.start])
        name = TOLD[lead["noun"]] if lead else "" if MARK.search(text, end, token.span.start) else name
        behind = BEHIND.match(text, token.span.end, span.end)
        if _is_bare(token) and (name or behind or divided):
            token = _counted(token, name or "人")
            divided = divided or (behind is not None and behind["among"] is not None)
        found.append(token)
        end = token.span.end
    return tuple(found)


def _is_bare(token: Token) -> bool:
    return (
        isinstance(token, Quantity)
        and token.unit_class is UnitClass.NONE
        and token.literal.rstrip("多余来")[-1:] in ("万", "亿")
    )


def _of_noun(text: str, span: Span, token: Token) -> Token:
    """近160万志愿者: a number in 万 or 亿 with those behind it that it counts."""
    if not _is_bare(token):
        return token
    names = (name for name, noun in COUNTED.items() if noun.match(text, token.span.end, span.end))
    return _counted(token, next(names, ""))


def _of_harm(text: str, token: Token) -> Token:
    """2死3伤: both count people."""
    bare = isinstance(token, Quantity) and token.unit_class is UnitClass.NONE
    harmed = bare and (KILLED.match(text, token.span.end) or HURT.match(text, token.span.start))
    if not harmed or not isinstance(token, Quantity):
        return token
    return replace(token.as_exact(), unit=unit("人"))


def _counted(token: Token, name: str) -> Token:
    return replace(token, unit=unit(name)) if name and isinstance(token, Quantity) else token
