"""Which county a spot of the text is in."""

import pytest

from checker.extraction.article import Article
from checker.readers import text as reader


def county(text: str, word: str) -> tuple[list[str], str]:
    """The counties of the spot where ``word`` ends, and the name that stands between the county's and that spot."""
    article = Article(reader.read(text.encode(), "x.txt"))
    at = article.text.index(word) + len(word)
    spot = article.localities.spot(at)
    if spot is None:
        return [], ""
    return [place.name for place in spot.counties], article.text[spot.after : at] if spot.after is not None else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("洛川县土基镇的果农", (["洛川县"], "土基")),
        ("洛川县今年降了雪。在土基镇", (["洛川县"], "")),
        ("洛川县今年降了雪。\n\n在土基镇", (["洛川县"], "")),
        ("洛川县与富县为邻，洛川县城下了雪。\n\n在土基镇", (["洛川县"], "")),
        ("洛川县与合川区结对。\n\n在土基镇", ([], "")),
        ("今年降了雪。在土基镇", ([], "")),
        ("沿海城市很多，在土基镇", ([], "")),
        ("这里的城区很大，在土基镇", ([], "")),
        ("辽宁省阜新市海州区的土基镇", (["海州区"], "")),
    ],
)
def test_spot(text: str, expected: tuple[list[str], str]) -> None:
    assert county(text, "土基") == expected


def test_namesakes_by_what_the_article_names() -> None:
    article = Article(reader.read("江苏省连云港市海州区下了雪。".encode(), "x.txt"))
    assert [place.code for place in article.localities.counties] == ["320706"]


def test_an_article_is_local_while_it_names_nothing_elsewhere() -> None:
    local, other = "陕西省延安市洛川县下了雪。", "陕西省延安市洛川县的苹果卖到上海市。"
    assert Article(reader.read(local.encode(), "x.txt")).localities.is_local
    assert not Article(reader.read(other.encode(), "x.txt")).localities.is_local
