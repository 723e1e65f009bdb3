"""A ledger as rows of text: a heading, then a row for each claim."""

from collections.abc import Callable, Iterator
from typing import Any

from checker.claims.claim import Claim, Source
from checker.claims.models import Ledger
from checker.claims.scalars import write_number
from checker.patterns import pattern

Row = tuple[str, ...]

ACTIVE = frozenset("=+-@＝＋－＠\t\r\n|%")
"""What a spreadsheet takes for the start of a formula or a command."""

NUMBER = pattern(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?")

TAKEN = pattern(
    r"-?(?:0[0-9]{1,40}|[0-9]{16,40})(?:\.[0-9]{1,40})?|[0-9]{1,4}[-/:][0-9]{1,2}|[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}"
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9]{1,4}|[0-9.]{1,20}[Ee][-+]?[0-9]{1,3}"
)
"""What a spreadsheet that opens plain text takes for something else: 00123 loses its zeros, a longer number all digits
after the 15th; 3-5 and 1/3 become days, 2:1 a time of day, 12E3 a number. Days in full (2025-04-22) are days."""

COLUMNS: dict[str, Callable[[Claim], Any]] = {
    "编号": lambda one: one.id,
    "类别": lambda one: one.kind,
    "段": lambda one: one.anchor.paragraph,
    "栏目": lambda one: one.section,
    "归属": lambda one: one.district,
    "主体": lambda one: one.subject,
    "指标": lambda one: one.metric,
    "口径": lambda one: one.scope,
    "原文": lambda one: one.anchor.quote,
    "值": lambda one: one.value and one.value.literal,
    "数": lambda one: one.value and one.value.number is not None and write_number(one.value.number),
    "单位": lambda one: one.value and one.value.unit,
    "约数": lambda one: one.value and one.value.hedge,
    "时间": lambda one: one.period and one.period.literal,
    "起": lambda one: one.period and one.period.start,
    "止": lambda one: one.period and one.period.end,
    "截至": lambda one: one.period and one.period.as_of,
    "比较": lambda one: one.comparison and one.comparison.type,
    "比较对象": lambda one: one.comparison and one.comparison.base,
    "谁说的": lambda one: one.attribution and (one.attribution.speaker or one.attribution.org),
    "状态": lambda one: one.status,
    "出处": lambda one: _source(one.source),
    "证据": lambda one: "；".join(f"{each.text}（{each.supports}）" for each in one.evidence),
    "核查人": lambda one: one.checked_by,
    "核查时间": lambda one: one.checked_at and one.checked_at.isoformat(),
    "复核人": lambda one: one.second_check_by,
    "裁定": lambda one: one.verdict and (one.verdict.value or one.verdict.reason),
    "裁定人": lambda one: one.verdict and one.verdict.by,
    "再核日期": lambda one: one.stale_after,
    "敏感": lambda one: one.sensitivity,
    "备注": lambda one: one.note,
}


def rows(ledger: Ledger) -> Iterator[Row]:
    """The heading, then the claims in the order of the ledger."""
    yield tuple(COLUMNS)
    for claim in ledger.claims:
        yield tuple(_cell(read(claim)) for read in COLUMNS.values())


def is_active(cell: str) -> bool:
    """Whether a spreadsheet would work out a cell instead of showing it. Plain numbers and a lone % are no danger."""
    begin = cell.lstrip(" \u3000\xa0\ufeff\u200b") or cell
    return begin[:1] in ACTIVE and bool(cell) and cell != "%" and not NUMBER.fullmatch(cell)


def is_mistaken(cell: str) -> bool:
    """Whether a spreadsheet that opens plain text would change the words of a cell.

    >>> is_mistaken("00123"), is_mistaken("3-5"), is_mistaken("240000000"), is_mistaken("2025-04-22")
    (True, True, False, False)
    """
    return bool(TAKEN.fullmatch(cell))


def _cell(value: Any) -> str:
    return "" if value is None or value is False else str(value)


def _source(source: Source | None) -> str:
    parts = (source.publisher, source.title, source.date, source.page, source.url) if source else ()
    return "，".join(str(part) for part in parts if part)
