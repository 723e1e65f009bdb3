"""Which figures of a text the reference facts speak of."""

from collections.abc import Callable
from datetime import date

import pytest

from checker.claims.facts import parse
from checker.extraction.article import Article
from checker.readers import text as reader
from tests.growth import assert_linear

FACTS = parse(
    """\
schema: facts/1
facts:
  - {subject: 青石镇, also: [青石], metric: 常住人口, value: 12.53万人, period: 2024年, source: 公报}
  - {subject: 青石镇, metric: 茶叶产量, value: 800吨, period: 2025年一季度, source: 公报}
  - {subject: 青石镇, metric: 人口, scope: 户籍, value: 14万人, period: 2024年, source: 公报}
  - {subject: 青石镇, metric: 面积, value: 87.5平方公里, source: 县志}
  - {subject: 青石镇, metric: 茶园, value: 3000亩, source: 县志, from: 2025-01-01}
"""
)


def departures(text: str, published: date | None = date(2025, 4, 22)) -> list[tuple[str, bool, bool]]:
    article = Article(reader.read(text.encode(), "a.txt"), published, facts=FACTS)
    return [(one.figure.span.of(text), one.dated, one.doubtful) for one in article.departures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，青石镇常住人口13万人。", []),
        ("2024年，青石镇常住人口10万人。", [("10万人", True, True)]),
        ("2024年，青石镇常住人口13.1万人。", [("13.1万人", True, False)]),
        ("去年末，青石的常住人口为13.1万人。", [("13.1万人", True, False)]),
        ("青石镇常住人口13.1万人。", [("13.1万人", False, False)]),
        ("前年末，青石镇常住人口13.1万人。", []),
        ("青石镇有茶园3500亩。", [("3500亩", True, False)]),
        ("青石镇有茶园3000亩。", []),
        ("青石镇有茶园50亩的农户不少。", []),
        ("青石镇下辖面积78.5平方公里。", [("78.5平方公里", True, False)]),
        ("青石镇辖面积87.5平方公里。", []),
        ("2025年一季度，青石镇茶叶产量达900余吨。", [("900余吨", True, False)]),
        ("一季度，青石镇茶叶产量达900吨。", []),
        ("今年一季度，青石镇茶叶产量约790吨。", []),
        ("2024年，青石镇户籍人口15.5万人。", [("15.5万人", True, False)]),
        ("2024年，青石镇人口15.5万人。", []),
        ("青石镇面积87.5公顷。", [("87.5公顷", True, False)]),
        ("青石镇面积8750公顷。", []),
        ("2010年，青石镇面积60平方公里。", []),
        ("2025年，青石镇面积60平方公里。", [("60平方公里", True, False)]),
        ("青石镇茶园4500亩。", [("4500亩", True, False)]),
        ("青石镇常住人口3.2万户。", []),
        ("大青石镇常住人口13.1万人。", []),
        ("在青石镇北面，常住人口13.1万人。", []),
        ("青石镇常住人口将达到15万人。", []),
        ("网传2024年青石镇常住人口15万人的说法不实。", []),
    ],
)
def test_departures(text: str, expected: list[tuple[str, bool, bool]]) -> None:
    assert departures(text) == expected


def test_without_the_day_of_publication_nothing_that_needs_it_is_said() -> None:
    assert departures("去年末，青石镇常住人口为13.1万人。", None) == []
    assert departures("青石镇茶园4500亩。", None) == [("4500亩", False, False)]
    assert departures("青石镇面积60平方公里。", None) == [("60平方公里", True, False)]


def test_many_figures_stay_linear() -> None:
    def make(size: int) -> Callable[[], object]:
        text = "2024年，青石镇常住人口13.1万人。" * size
        assert len(departures(text)) == size
        return lambda: departures(text)

    assert_linear(make, 200)
