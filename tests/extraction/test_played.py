"""Numbers of matches: whose each half of a score is, what a player did, and what is no match at all."""

import pytest

from tests.extraction.test_statements import numbers

SCORES = {
    "青江男篮客场91：106负于云州队。": [("91", "青江男篮", "得分"), ("106", "云州队", "得分")],
    "昨日，浙江远帆队以128：108大胜河湾金穗队。": [("128", "浙江远帆队", "得分"), ("108", "河湾金穗队", "得分")],
    "云州队3比1击败了青江男足。": [("3", "云州队", "得分"), ("1", "青江男足", "得分")],
    "云州队先丢一球，但以2：1逆转。": [("2", "云州队", "得分"), ("1", "云州队", "对手得分")],
    "河湾女排则是7胜1负，云州队以3：0战胜青江队。": [
        ("7", "河湾女排", "胜场数"),
        ("1", "河湾女排", "负场数"),
        ("3", "云州队", "得分"),
        ("0", "青江队", "得分"),
    ],
    "云州队与青江队打成9：9平，随后两队22平。": [
        ("9", "云州队", "得分"),
        ("9", "青江队", "得分"),
        ("22", "两队", "得分"),
    ],
}
FEATS = {
    "上半场，王大力得到23分11个篮板外加5个助攻，15投3中。": [
        ("23分", "王大力", "得分"),
        ("11个", "王大力", "篮板数"),
        ("5个", "王大力", "助攻数"),
        ("15", "王大力", "出手数"),
        ("3", "王大力", "命中数"),
    ],
    "青江队方面，霍尔曼23分15个篮板，王明13分。": [
        ("23分", "霍尔曼", "得分"),
        ("15个", "霍尔曼", "篮板数"),
        ("13分", "王明", "得分"),
    ],
}
NO_MATCH = ["水泥和沙按1：3配比。", "林晓考试得到93分。"]


@pytest.mark.parametrize(("text", "expected"), [*SCORES.items(), *FEATS.items()])
def test_numbers_of_matches_are_their_sides(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize("text", NO_MATCH)
def test_without_a_match_nothing_is_a_score(text: str) -> None:
    assert not {metric for _, _, metric in numbers(text)} & {"得分", "对手得分", "比分"}
