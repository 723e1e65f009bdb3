"""relative-dates: what today's paper may say and what it may not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.checks.kind import Params
from checker.extraction.article import Article
from checker.readers import text as reader

TODAY = date(2025, 5, 19)


def found(text: str, published: date | None = TODAY) -> list[tuple[str, str]]:
    article = Article(reader.read(text.encode(), "relative"), published)
    return [(hit.variant, hit.span.of(article.text)) for hit in KINDS["relative-dates"].check(article, Params())]


@given(st.dates(date(2001, 1, 1), date(2039, 12, 31)), st.integers(5, 20))
def test_yesterday(published: date, off: int) -> None:
    day, other = published - timedelta(days=1), published - timedelta(days=1 + off)
    assert found(f"昨日（{day.month}月{day.day}日），渡口停航。", published) == []
    words = f"{other.month}月{other.day}日"
    assert found(f"昨日（{words}），渡口停航。", published) == [("issue", words)]


@given(st.integers(1990, 2040), st.sampled_from([("今年", 0), ("去年", -1), ("前年", -2), ("明年", 1)]))
def test_years(year: int, word: tuple[str, int]) -> None:
    right = TODAY.year + word[1]
    hits = found(f"{word[0]}（{year}年），渡口停航。")
    assert hits == ([] if year == right else [("issue", f"{year}年")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("植物园将于3月开园。", [("past", "3月")]),
        ("植物园将于2025年3月开园。", [("past", "2025年3月")]),
        ("植物园将于今年3月开园。", [("past", "今年3月")]),
        ("植物园将于5月开园。", []),
        ("植物园将于10月开园。", []),
        ("植物园原定将于3月开园。", []),
        ("2023年，县里宣布植物园将于3月开园。", []),
        ("渡槽已于7月完工。", [("future", "7月")]),
        ("渡槽已于12月完工。", []),
        ("渡槽已于5月完工。", []),
        ("近日，3月2日举办的灯会落幕。", [("recent", "3月2日")]),
        ("近日，5月2日举办的灯会落幕。", []),
        ("日前，5月2日举办的灯会落幕。", [("recent", "5月2日")]),
        ("今天（5月19日），大桥合龙；明天（5月20日）清场。", []),
    ],
)
def test_tenses(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_without_a_day_of_issue_only_pairs_are_held_against_each_other() -> None:
    assert found("植物园将于3月开园，昨日（4月2日）试水。", None) == []
    assert found("今年（2024年）修路12公里，去年（2022年）修路9公里。", None) == [("other", "2022年")]
