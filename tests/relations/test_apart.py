"""Relations that tie sentences and paragraphs: shares of lists, ages by name, days of a year, bounds, headlines."""

from collections.abc import Callable
from datetime import date

import pytest

from checker import relations
from checker.findings import Verdict
from checker.quantities import scan
from checker.readers import text as reader
from checker.relations.record import Relation
from checker.relations.repeated import same
from tests.growth import assert_linear

ISSUED = date(2026, 5, 20)


def found(text: str, kind: str) -> list[Relation]:
    document = reader.read(text.encode(), "article")
    return [one for one in relations.find(document, scan(document.text), ISSUED) if one.kind == kind]


def verdicts(text: str, kind: str) -> list[tuple[str, bool, str]]:
    return [(one.verdict.value, one.doubtful, text_of(text, one)) for one in found(text, kind)]


def text_of(text: str, one: Relation) -> str:
    return "/".join(operand.span.of(text) for operand in one.operands)


MACHINES = "全年售出农机6000台。\n小型{}台、中型1500台、大型900台，分别占60.0%、25.0%和{}。"


def test_shares_of_a_list_have_one_whole() -> None:
    text = MACHINES.format(3600, "15.0%")
    assert verdicts(text, "ratio") == [
        ("consistent", False, "3600台/6000台/60.0%"),
        ("consistent", False, "1500台/6000台/25.0%"),
        ("consistent", False, "900台/6000台/15.0%"),
    ]


def test_one_share_that_does_not_fit_the_whole_of_the_others_is_a_fault() -> None:
    wrong = [one for one in found(MACHINES.format(3600, "18.0%"), "ratio") if one.verdict is Verdict.INCONSISTENT]
    assert [one.focus.of(MACHINES.format(3600, "18.0%")) for one in wrong] == ["18.0%"]


def test_two_shares_that_do_not_fit_say_nothing_of_the_third() -> None:
    text = "全年售出农机6000台。\n插秧机3000台、收割机1500台、烘干机900台，分别占60.0%、25.0%和18.0%。"
    assert all(one.verdict is Verdict.CONSISTENT for one in found(text, "ratio"))


@pytest.mark.parametrize(("age", "verdict"), [(18, "consistent"), (17, "consistent"), (16, "inconsistent")])
def test_age_in_a_year_of_somebody_whose_birth_is_told(age: int, verdict: str) -> None:
    text = f"方启仁1941年生在石桥乡的一户木匠家。\n1959年，{age}岁的方启仁进厂学徒。"
    assert verdicts(text, "span") == [(verdict, False, f"1941年/1959年/{age}岁")]


def test_age_of_somebody_else_is_no_relation() -> None:
    assert not found("方启仁1941年生在石桥乡的一户木匠家。\n1959年，12岁的周小满进厂学徒。", "span")


@pytest.mark.parametrize(
    ("rate", "verdict", "doubtful"), [("87.4%", "consistent", False), ("78.4%", "inconsistent", True)]
)
def test_days_of_a_year(rate: str, verdict: str, doubtful: bool) -> None:
    text = f"2024年，全市优良天数320天，优良天数比例{rate}。"
    assert verdicts(text, "ratio") == [(verdict, doubtful, f"320天/2024年/{rate}")]


def test_days_of_some_months_are_a_share_of_those_months() -> None:
    text = "2024年1至9月，全市优良天数250天，优良天数比例{}%。"
    assert verdicts(text.format("91.2"), "ratio") == [("consistent", False, "250天/2024年1至9月/91.2%")]
    assert verdicts(text.format("81.2"), "ratio") == [("inconsistent", True, "250天/2024年1至9月/81.2%")]
    assert not found("今年以来，优良天数280天，优良天数比例90.3%。", "ratio")


def test_a_bound_on_the_wrong_side_is_to_be_looked_at() -> None:
    text = "全市登记企业3107家，比去年多。\n“有近3100家企业在用这个平台。”他说。"
    assert verdicts(text, "same") == [("inconsistent", True, "近3100家/3107家")]
    assert not found(text.replace("近3100", "超3100"), "same")


@pytest.mark.parametrize(
    ("title", "wrong"),
    [("规上工业利润突破70亿元", True), ("规上工业利润突破65亿元", False), ("第一产业增加值突破70亿元", False)],
)
def test_a_headline_is_held_against_what_bears_its_name(title: str, wrong: bool) -> None:
    body = "第一产业增加值76.2亿元，增长4.4%。\n全部规上工业企业实现利润总额68.9亿元，增长6.1%。"
    told = found(f"青河市上半年{title}\n\n本报讯 上半年，{body}", "same")
    assert any(one.verdict is Verdict.INCONSISTENT for one in told) is wrong


def test_ten_times_as_much_under_one_name() -> None:
    text = "厂里新增年产能3000吨，明年完工。\n达产后，公司将新增年产能3万吨。"
    assert verdicts(text, "same") == [("inconsistent", True, "3000吨/3万吨")]
    assert not found("小麦：今年全县的总产量为120万吨。\n油菜：今年全县的总产量为12万吨。", "same")


def test_years_in_which_nothing_took_place_are_no_editions() -> None:
    text = "灯会2016年创办，除2020年至2022年停办外，一年一届，今年已是第{}届。"
    assert verdicts(text.format("八"), "span") == [("consistent", False, "2016年/今年/第八届")]
    assert [one[0] for one in verdicts(text.format("九"), "span")] == ["inconsistent"]


def test_an_average_over_days_with_two_digits_swapped_is_to_be_looked_at() -> None:
    text = "庙会共8天。入园合计36.8万人次，日均{}万人次。"
    assert verdicts(text.format("4.60"), "product") == [("consistent", False, "4.60万人次/8天/36.8万人次")]
    assert verdicts(text.format("6.40"), "product") == [("inconsistent", True, "6.40万人次/8天/36.8万人次")]
    assert not verdicts(text.format("5.31"), "product")


def test_a_slip_in_the_last_of_several_shares() -> None:
    text = "全市进出口500亿元。民营企业350亿元，占全市的70.0%；外资企业110亿元，占22.0%；国有企业40亿元，占{}。"
    wrong = [one for one in found(text.format("0.8%"), "ratio") if one.verdict is Verdict.INCONSISTENT]
    assert [(one.doubtful, text_of(text.format("0.8%"), one)) for one in wrong] == [(True, "40亿元/500亿元/0.8%")]
    assert not [one for one in found(text.format("5.3%"), "ratio") if one.verdict is Verdict.INCONSISTENT]


def test_bounds_take_linear_time() -> None:
    def make(size: int) -> Callable[[], object]:
        lines = [f"全市登记企业{3000 + at}家，比去年多。\n“有近{3100 + at}家企业在用。”他说。" for at in range(size)]
        document = reader.read("\n".join(lines).encode(), "article")
        sentences = list(relations.passages(document, scan(document.text), ISSUED))
        return lambda: list(same.find(document, sentences))

    assert_linear(make, 400)
