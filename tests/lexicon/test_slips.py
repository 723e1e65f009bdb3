"""Tables of words that are written wrong, and where they may stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import slips
from checker.lexicon.slips import Slip, parting

ROWS = [(table, row) for table in slips.tables() for rows in slips.slips(table).values() for row in rows]


@pytest.mark.parametrize("table", slips.tables())
def test_rows_are_whole(table: str) -> None:
    rows = [slips.slip(row) for name, row in ROWS if name == table]
    wrong = [one.wrong for one in rows]
    assert len(set(wrong)) == len(wrong)
    assert all(len(one.wrong) > 1 and one.right and one.wrong != one.right for one in rows)


def test_a_wrong_form_stands_in_one_table_only() -> None:
    wrong = [slips.slip(row).wrong for _, row in ROWS]
    assert sorted(one for one in set(wrong) if wrong.count(one) > 1) == []


def test_no_right_form_is_wrong_elsewhere() -> None:
    sure = {slips.slip(row).wrong for table, row in ROWS if table in ("lookalike", "misspelt")}
    assert sorted(slips.slip(row).right for _, row in ROWS if slips.slip(row).right in sure) == []


@pytest.mark.parametrize("table", slips.tables())
def test_rows_are_entered_by_a_pair_of_their_own(table: str) -> None:
    for pair, rows in slips.slips(table).items():
        assert all(pair in slips.slip(row).wrong for row in rows)


@pytest.mark.parametrize(
    ("slip", "text", "stands"),
    [
        (Slip("己经", "已经", "!自|知"), "水库己经蓄水", True),
        (Slip("己经", "已经", "!自|知"), "自己经营", False),
        (Slip("干克", "千克", "=#|每"), "5干克", True),
        (Slip("干克", "千克", "=#|每"), "饼干克重", False),
        (Slip("而己", "而已", "", "=，"), "如此而己。", True),
        (Slip("而己", "而已", "", "=，"), "如此而己", True),
        (Slip("而己", "而已", "", "=，"), "而己方未动", False),
        (Slip("习贯", "习惯"), "养成好习贯。", True),
        (Slip("习贯", "习惯"), "学习贯彻", False),
    ],
)
def test_where_a_wrong_form_stands(slip: Slip, text: str, stands: bool) -> None:
    assert slip.stands(text, text.index(slip.wrong)) is stands


@given(st.text("一二三", max_size=6), st.text("一二三", max_size=6))
def test_parting(one: str, other: str) -> None:
    at = parting(one, other)
    assert one[:at] == other[:at]
    assert at == len(one) or one[at : at + 1] != other[at : at + 1]
