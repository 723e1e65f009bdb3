"""What an article asserts by dates, places in an order, and codes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.extraction.bases import OLD, was
from checker.extraction.bearings import Bearings
from checker.patterns import pattern
from checker.quantities.model import Code, Date, Ordinal
from checker.spans import Span

if TYPE_CHECKING:
    from checker.extraction.statements import Reading, Statement

RANKED = pattern(
    "(?:位?居|位?列|排名?|名列|跃居|稳居|连续)?(?:在)?(?P<scope>全[国省市县区球州]|世界|国内|亚洲|[一-鿿]{2}地区|同类[一-鿿]{0,4})?"
    "(?:综合)?(?:排名?|排位|位[居列次]|居|列)?(?:在)?$"
)
GENERIC = pattern("(?:总额|总量|增幅|增速|规模|数量|占比|总数|涨幅|降幅|增量|均)?")
PLACED = pattern("(?:位?[居列]|排名?|名列|跃居|稳居|全[国省市县区州球]|世界|亚洲)(?:在)?$")
SCOPE = pattern("(?:全[国省市县区球州]|世界|国内|亚洲)")
"""Among whom something has its place, which a clause begins with: |全国|第4的地位."""

CODES = {"slogan": "提法", "route": "线路", "document": "文号", "stock": "证券代码"}
DOERS = pattern("(?:机构|企业|公司|单位|医院|学校|银行|门店|人员)$")
"""Those who go by such a phrase, which is no phrase of theirs: “只跑一次”|医院."""

NOUN_END = pattern("[，,；;。：:！!？?\n（）()、为和与的是达有超“0-9]")
NOT_PLACES = "届次期批章"
"""What is counted so has an order, and no place among others: 第十四届."""

TITLED = pattern("(?!原?标题)(?P<who>[一-鿿]{2,8})[：:｜|]")
FAR, NOUN, EVENT = 60, 8, 18


def occasions(reading: "Reading") -> "Iterator[Statement]":
    """Every such statement."""
    for token in reading.article.tokens:
        if isinstance(token, Date):
            yield from _dates(reading, token)
        elif isinstance(token, Ordinal):
            yield from _ranks(reading, token)
        elif isinstance(token, Code) and token.kind in CODES:
            yield _code(reading, token)


def _dates(reading: "Reading", token: Date) -> "Iterator[Statement]":
    """A date of its own; one that only gives a number its time is part of that number's statement."""
    bearings = reading.bearings
    sentence = bearings.sentence(token.span.start)
    if (token.month is None and token.year is None) or reading.numbers.leads.in_sentence(token.span.end, sentence.end):
        return
    clause = bearings.clause(token.span.start)
    subject, event = _event(bearings, token, clause, sentence)
    quote = Span(max(clause.start, token.span.start - FAR), max(token.span.end, min(clause.end, token.span.end + FAR)))
    spell = reading.spells.of(token.span, token)
    yield reading.state("date", quote, subject, f"{event}的时间", token.span, token=token, spell=spell)


def _event(bearings: Bearings, token: Date, clause: Span, sentence: Span) -> tuple[str, str]:
    """Whom a date is about, and what happened: the words behind it, in the next clause where it ends its own."""
    text, end = bearings.text, min(clause.end, token.span.end + FAR)
    named = bearings.actors.opening(clause.start, token.span.start + 1)
    subject = named.name if named else bearings.subject(token.span.start)[0]
    start = token.span.end
    if end - start < 2 and clause.end < sentence.end:
        following = bearings.clause(clause.end + 1)
        start, end = following.start, min(following.end, following.start + FAR)
    if clause.start == token.span.start or not named:
        found = bearings.actors.opening(start, end)
        if found:
            subject, start = found.name, found.end
            if start >= end < sentence.end:
                following = bearings.clause(end + 1)
                start, end = following.start, following.end
    event = text[start : min(end, start + EVENT)].strip("。，,的了“”")
    return subject, event or text[max(clause.start, token.span.start - EVENT) : token.span.start].strip("，于在至到")


def _ranks(reading: "Reading", token: Ordinal) -> "Iterator[Statement]":
    bearings, text = reading.bearings, reading.text
    at = token.span.start
    clause = bearings.clause(at)
    if token.span.of(text)[-1] in NOT_PLACES or not PLACED.search(text, max(clause.start, at - EVENT), at):
        return
    subject, edge = bearings.subject(at)
    if SCOPE.fullmatch(text, clause.start, at):
        subject, edge = bearings.subject(clause.start)
    start = max(edge, clause.start, at - FAR)
    start = max(start, text.rfind("、", start, at) + 1)
    words = text[start:at]
    scope = RANKED.search(words)
    stem = (words[: scope.start()] if scope else words).strip("也均仍继续稳保持位排是由从，")
    if GENERIC.fullmatch(stem):
        level = reading.numbers.level_before(at)
        stem = level if stem and level.endswith(stem) else f"{level}{stem}"
    among = (scope["scope"] if scope else "") or "未写明"
    quote = Span(start, token.span.end)
    place = f"{OLD}位次" if was(text, Span(clause.start, at), token.span.end) else "位次"
    yield reading.state(
        "rank", quote, subject, f"{stem}{place}", token.span, token=token, comparison="among", among=among
    )


def _code(reading: "Reading", token: Code) -> "Statement":
    clause = reading.bearings.clause(token.span.start)
    titled = _titled(reading, token.span.start) if token.kind == "slogan" else ""
    subject = titled or reading.bearings.subject(token.span.start)[0]
    after = reading.text[token.span.end : min(clause.end, token.span.end + FAR)].lstrip("”’")
    noun = NOUN_END.split(after, 1)[0][:NOUN] if token.kind == "slogan" else ""
    noun = "" if DOERS.search(noun) else noun
    return reading.state("code", token.span, subject, f"{noun}{CODES[token.kind]}", token.span, token=token)


def _titled(reading: "Reading", at: int) -> str:
    """Whom a title names before its colon: 云溪八镇：|以“三个先行”…; empty elsewhere."""
    title = reading.article.document.title
    if not title or not title.span.start <= at < title.span.end:
        return ""
    named = TITLED.match(reading.text, title.span.start, at)
    return named["who"] if named else ""
