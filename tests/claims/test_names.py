"""The list of right names: mistakes at their own line and column, and one reading of what is right."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import yamlfile
from checker.claims.names import load, parse, schema
from checker.errors import NamesError, Problems
from checker.lexicon.names import Holder, Names, RightName, Term

ROOT = Path(__file__).parent.parent.parent
GOOD = """\
schema: names/1
people:
  - {name: 王启山, title: 青石镇镇长, from: 2019-03-01, until: 2024-05-31, also: [王啟山]}
bodies:
  - {name: 青石水产站, short: [水产站], until: 2023-12-31, successor: 青石渔业中心}
terms:
  - {name: 涟水谣, kind: 舞剧, source: 节目单}
"""


def mistakes(text: str) -> list[str]:
    with pytest.raises((NamesError, Problems)) as caught:
        parse(text, "n.yaml")
    problem = caught.value
    errors: list[Exception] = [*problem.errors] if isinstance(problem, Problems) else [problem]
    assert all(isinstance(error, NamesError) for error in errors)
    return [str(error).removeprefix("n.yaml:") for error in errors]


def test_a_good_list() -> None:
    term = Term(date(2019, 3, 1), date(2024, 5, 31))
    body = Term(None, date(2023, 12, 31))
    assert parse(GOOD) == Names(
        (
            RightName("王启山", person=True),
            RightName("王啟山", person=True),
            RightName("青石水产站", "", body, "青石渔业中心"),
            RightName("水产站", "", body, "青石渔业中心"),
            RightName("涟水谣", "舞剧"),
        ),
        (Holder("王启山", "青石镇镇长", term), Holder("王啟山", "青石镇镇长", term)),
    )


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("schema: names/1", "schema: names/2", "1:1: schema: unknown 'names/2' (did you mean 'names/1'?)"),
        ("title: 青石镇镇长", "tittle: 青石镇镇长", "3:17: unknown key 'tittle' (did you mean 'title'?)"),
        ("terms:", "term:", "6:1: unknown key 'term' (did you mean 'terms'?)"),
        ("name: 涟水谣, ", "", "7:5: terms.0.name is missing (add it)"),
        ("kind: 舞剧", "name: 舞剧", "7:17: key 'name' is given twice (keep one of the two)"),
        ("from: 2019-03-01", "from: 2019年3月", "3:31: people.0.from: write the day as 2025-04-22, not '2019年3月'"),
        ("from: 2019-03-01", "from: 2029-03-01", "3:5: people.0: until lies before from"),
    ],
)
def test_mistakes(old: str, new: str, complaint: str) -> None:
    assert mistakes(GOOD.replace(old, new)) == [complaint]


def test_twice() -> None:
    text = GOOD + "  - {name: 涟水谣}\n"
    assert mistakes(text) == ["8:6: '涟水谣' is listed twice (keep one of the two)"]


@pytest.mark.parametrize("text", ["", "- a\n"])
def test_no_list(text: str) -> None:
    (complaint,) = mistakes(text)
    assert complaint.startswith("1:1: ")
    assert "schema: names/1" in complaint


BROKEN = st.sampled_from(
    [
        ("schema: names/1", "schema: x"),
        ("people:", "peoples:"),
        ("title: 青石镇镇长", "titel: 青石镇镇长"),
        ("[王啟山]", "王啟山"),
        ("[王啟山]", "[[王啟山]]"),
        ("[王啟山]", "[~]"),
        ("name: 涟水谣", "name: ''"),
        ("name: 涟水谣", "name: ~"),
        ("until: 2023-12-31", "until: 2023-13-31"),
        ("until: 2023-12-31", "until: 20231231"),
        ("from: 2019-03-01", "from: 2029-03-01"),
        ("successor: 青石渔业中心", "successor: [青石渔业中心]"),
        ("  - {name: 涟水谣", "  - {name: 青石, kind: 舞剧}\n  - {name: 青石"),
    ]
)


@given(BROKEN)
def test_the_quick_reading_refuses_what_the_thorough_one_does(change: tuple[str, str]) -> None:
    text = GOOD.replace(*change)
    assert mistakes(text)
    with pytest.raises(ValueError):
        Names.of(yamlfile.parse(text, "n.yaml").data)


def test_the_bundled_list_is_right_and_names_its_sources() -> None:
    names = load(ROOT / "names.yaml")
    assert {"渝满俄", "小南垭站", "门槛梁", "知识价值信用贷款"} <= {one.name for one in names.right}
    data = yamlfile.load(ROOT / "names.yaml").data
    assert all(entry["source"] for part in ("bodies", "terms") for entry in data[part])


def test_schema() -> None:
    assert set(schema()["properties"]) == {"schema", "people", "bodies", "terms"}
