"""change: by how many points the growth of one thing lies above or below that of another, called by its name.

收入增长4.6%；支出增长3.3%，增幅比收入低1.3个百分点: what the points are reckoned from is the one growth whose subject
ends in that name. A fault is for somebody to look at, as the name may stand for something told elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.growth.differences import Numbers
from checker.relations.growth.judging import Finding, verify
from checker.relations.growth.links import TIMES_AGO
from checker.relations.naming import pairs
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation

PACE = "(?:同比|名义)?(?:增速|增幅|涨幅|升幅|增长率|增长速度)(?:也|还|又|仍|则|要|均)*"
APART = pattern(
    f"[，,；;（(](?:(?P<one>[\u4e00-\u9fff]{{0,12}}?)的?{PACE})?(?:[比较]全?(?P<than>(?!{TIMES_AGO})[\u4e00-\u9fff]{{2,12}}?)的?(?:{PACE})?"
    "(?:还|要|则)*(?:(?P<more>[高快多大])|(?P<less>[低慢少小]))[出了]?"
    f"|(?:(?P<above>[高快]于|高出|快过|超过)|(?P<below>[低慢]于))(?P<level>(?!{TIMES_AGO})[\u4e00-\u9fff]{{2,12}}?)的?(?:{PACE})?)"
    "(?:约|近|整整|足足|了)*$"
)
"""，增速高于各项贷款: the words between the growth of the one and the points."""

MEASURE = "(?:的?(?:余额|总额|总量|总值|规模|增加值|产值|金额|数量|人数|户数|均价|价格|销售额|成交额|交易额))?"
LEADING = "(?:同比|比年初|较年初|比上年)?(?:增[收加]|多增|净增)|完成|实现|累计|达到?|为|约|共|总计|合计"
AMOUNT = rf"(?:(?:{LEADING})*[0-9][0-9.,]*[万亿]*[\u4e00-\u9fff]{{1,4}}[，,]){{0,2}}"
GROWS = pattern("[，,]?(?:同比|比上年同期|比上年|比去年同期|较上年同期|累计)?(?:(?<!负)增长|上升|上涨|增加|提高)了?$")
BARE, ONE = 2, 1
"""A name of so many characters is anything's (收入, 支出): the two must then share more of their names."""

BREAK = pattern("[，,。；;：:！？、]")
NEAR = 40
"""So many characters before a growth are read for its subject."""


def find(document: Document, sentences: Sequence[Passage]) -> Iterator[Relation]:
    """Every such margin of the article, judged."""
    del document
    for at, passage in enumerate(sentences):
        for current, step in pairwise(passage.figures):
            match = _apart(passage, current, step)
            if match and (base := _base(sentences[: at + 1], passage, current, match)):
                yield _judged(base, current, step, match)


def _apart(passage: Passage, current: Figure, step: Figure) -> re.Match[str] | None:
    if step.quantity.unit_class is not UnitClass.POINTS or not current.is_rate or step.quantity.hedges:
        return None
    match = APART.fullmatch(passage.text[current.quantity.span.end : step.quantity.span.start])
    subject = _before(passage, current)
    named = match and (not match["one"] or match["one"] in subject)
    return match if named and GROWS.search(subject) else None


def _base(told: Sequence[Passage], passage: Passage, current: Figure, match: re.Match[str]) -> Figure | None:
    """The growth of what the name stands for; None where there is none, or two that differ."""
    name = match["than"] or match["level"]
    subject = pattern(re.escape(name) + MEASURE + AMOUNT + GROWS.pattern)
    own, found = _before(passage, current), []
    for each in told:
        for one in each.figures:
            if one.is_rate and one.quantity.span.end < current.quantity.span.start:
                words = _before(each, one)
                hit = subject.search(words)
                if hit and (len(name) > BARE or each is passage or pairs(_clause(words[: hit.start()])) & pairs(own)):
                    found.append(one)
    return found[0] if len({one.quantity.value for one in found}) == ONE and not found[0].quantity.hedges else None


def _clause(words: str) -> str:
    return BREAK.split(words)[-1]


def _before(passage: Passage, figure: Figure) -> str:
    end = figure.quantity.span.start
    return passage.text[max(passage.span.start, end - NEAR) : end]


def _judged(base: Figure, current: Figure, step: Figure, match: re.Match[str]) -> Relation:
    sign = 1 if match["more"] or match["above"] else -1
    numbers = Numbers(base.quantity, current.quantity, step.quantity, None, sign)
    finding = Finding({"base": base, "current": current, "change": step}, numbers, (step.before,), points=True)
    relation = verify(finding)
    return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)
