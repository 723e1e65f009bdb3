"""The structure of the three sectors against their levels."""

import pytest

from checker.findings import Verdict
from tests.relations.test_corpus import found

LEVELS = (
    "全年地区生产总值1000.0亿元，增长5.1%。其中，第一产业增加值60.0亿元，增长3.1%；"
    "第二产业增加值400.0亿元，增长6.0%；第三产业增加值540.0亿元，增长4.9%。"
)


@pytest.mark.parametrize(
    ("structure", "verdicts"),
    [
        ("6.0∶40.0∶54.0", [Verdict.CONSISTENT] * 3),
        ("6.0:40.0:56.0", [Verdict.CONSISTENT, Verdict.CONSISTENT, Verdict.INCONSISTENT]),
    ],
)
def test_each_sector_is_a_ratio(structure: str, verdicts: list[Verdict]) -> None:
    text = f"{LEVELS}三次产业结构为{structure}。"
    ratios = [one for one in found(text, "ratio") if one.operands[2].span.start > len(LEVELS)]
    assert [one.verdict for one in ratios] == verdicts
    assert [[operand.span.of(text) for operand in one.operands[:2]] for one in ratios] == [
        [f"{level}亿元", "1000.0亿元"] for level in ("60.0", "400.0", "540.0")
    ]
    assert all(one.doubtful is (one.verdict is Verdict.INCONSISTENT) for one in ratios)


@pytest.mark.parametrize(
    "text",
    [
        "三次产业结构为6.0∶40.0∶54.0。",
        f"{LEVELS}城乡结构为6.0∶40.0∶54.0。",
        "全年地区生产总值1000.0亿元。三次产业结构由7∶41∶52调整为6.0∶40.0∶54.0。",
    ],
)
def test_without_levels_there_is_nothing(text: str) -> None:
    assert found(text, "ratio") == []
