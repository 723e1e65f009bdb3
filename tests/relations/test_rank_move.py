"""rank_move: the true length and direction are never wrong, any other always is."""

from hypothesis import assume, given
from hypothesis import strategies as st

from checker.findings import Verdict
from checker.relations.record import Relation
from tests.relations.test_corpus import found

ranks = st.integers(1, 99)


def one(text: str) -> Relation:
    [relation] = found(text, "rank_move")
    return relation


def sentence(start: int, end: int, move: int, forward: bool) -> str:
    verb, went = ("升至", "前进") if forward else ("降至", "后退")
    return f"全市出口规模由第{start}位{verb}第{end}位，{went}{move}位。"


@given(ranks, ranks)
def test_the_true_move_is_consistent(start: int, end: int) -> None:
    assume(start != end)
    assert one(sentence(start, end, abs(start - end), start > end)).verdict is Verdict.CONSISTENT


@given(ranks, ranks, ranks)
def test_any_other_move_is_inconsistent(start: int, end: int, move: int) -> None:
    assume(start != end and move != abs(start - end))
    relation = one(sentence(start, end, move, start > end))
    assert relation.verdict is Verdict.INCONSISTENT
    assert f"{abs(start - end)}位" in [one.text for one in relation.candidates]


@given(ranks, ranks)
def test_the_wrong_direction_is_inconsistent(start: int, end: int) -> None:
    assume(start != end)
    assert one(sentence(start, end, abs(start - end), start < end)).verdict is Verdict.INCONSISTENT


def test_a_finding_shows_the_working() -> None:
    relation = one("由第15位升至第9位，前进7位。")
    assert relation.working == "第15到第9为前进6位，文中前进7位，不一致"
    assert relation.focus.of("由第15位升至第9位，前进7位。") == "7位"
    assert [(one.role, one.text) for one in relation.candidates] == [
        ("move", "6位"),
        ("from", "第16位"),
        ("to", "第8位"),
    ]
