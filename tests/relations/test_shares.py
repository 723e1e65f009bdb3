"""shares: honest shares of one whole always come to 100; a share moved past rounding never does."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.quantities.interval import decimal
from checker.relations.record import Relation
from tests.relations.test_corpus import found

parts = st.tuples(st.integers(1, 9999), st.integers(1, 9999), st.integers(1, 9999))


def one(text: str) -> Relation:
    [relation] = found(text, "shares")
    return relation


def shown(values: tuple[int, ...], places: int) -> list[str]:
    return [decimal(Fraction(100 * value, sum(values)), places) for value in values]


@settings(max_examples=25)
@given(parts, st.integers(1, 2), st.sampled_from("：:∶"))
def test_honest_structures_are_consistent(values: tuple[int, ...], places: int, colon: str) -> None:
    structure = colon.join(shown(values, places))
    assert one(f"三次产业结构调整为{structure}。").verdict is Verdict.CONSISTENT


@settings(max_examples=25)
@given(parts, st.integers(0, 2), st.integers(1, 2))
def test_moved_shares_are_inconsistent(values: tuple[int, ...], moved: int, places: int) -> None:
    printed = shown(values, places)
    printed[moved] = decimal(Fraction(printed[moved]) + Fraction(4, 10**places), places)
    assert one(f"三次产业结构为{'：'.join(printed)}。").verdict is Verdict.INCONSISTENT


@settings(max_examples=25)
@given(parts, st.integers(1, 2))
def test_a_list_with_the_rest_is_complete(values: tuple[int, ...], places: int) -> None:
    first, second, rest = shown(values, places)
    text = "苹果、梨和其他水果分别占{}%、{}%和{}%。"
    assert one(text.format(first, second, rest)).verdict is Verdict.CONSISTENT
    wrong = decimal(Fraction(rest) + Fraction(4, 10**places), places)
    assert one(text.format(first, second, wrong)).verdict is Verdict.INCONSISTENT


@settings(max_examples=25)
@given(st.integers(51, 99), st.integers(51, 99))
def test_more_than_a_whole_is_of_two_wholes_unless_the_text_says_otherwise(first: int, second: int) -> None:
    assert not found(f"完工量、订单量分别占全国的{first}%和{second}%。", "shares")


@pytest.mark.parametrize("choice", ["（可多选）", "（多选）", "（多项选择）"])
def test_several_answers_are_left_alone(choice: str) -> None:
    assert not found(f"问到去哪里{choice}时，选择“集市”的占62%，选择“商店”的占55%，其他占12%。", "shares")


def test_the_message() -> None:
    text = "三次产业结构为14.6：38.3：57.1。"
    relation = one(text)
    assert relation.working == "14.6+38.3+57.1=110%，应为100%，不一致"
    assert relation.focus.of(text) == "14.6：38.3：57.1"
    assert ("part", "47.1", "digit") in [(each.role, each.text, each.slip) for each in relation.candidates]
