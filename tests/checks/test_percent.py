"""Per cent, points and times: what the words allow, and that nothing else is said of them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import indicators
from tests.checks.kinds import fixed, found, hits

CAPPED = sorted(name for name, ends in indicators.capped_rates().items() if ends)
EXEMPT = sorted(name for name, ends in indicators.capped_rates().items() if not ends)
LEVELS = sorted(indicators.levels())
FALLS = ["减少", "下降了", "降低", "缩短近", "缩小了", "压缩", "下跌", "锐减"]


@given(st.sampled_from(LEVELS), st.integers(1, 40), st.sampled_from(["同比", "比上年", "", "较去年同期"]))
def test_a_level_never_changes_by_points(level: str, points: int, base: str) -> None:
    text = f"上半年，全县{level}{base}增长{points}个百分点。"
    assert found("arithmetic/points-of-level", text)[0].endswith(f"{level[-1]}{base}增长{points}个百分点")
    assert not hits("arithmetic/points-of-level", text)[0].doubtful
    assert fixed("arithmetic/points-of-level", text) == [text.replace("个百分点", "%")]
    assert found("arithmetic/points-of-level", text.replace("个百分点", "%")) == []


@given(st.sampled_from(LEVELS), st.sampled_from(["增速", "占比", "完成率", "增幅", "占全市比重"]))
def test_a_rate_of_a_level_does(level: str, rate: str) -> None:
    assert found("arithmetic/points-of-level", f"上半年，全县{level}{rate}提高3个百分点。") == []


def test_points_behind_an_amount_are_doubtful() -> None:
    [hit] = hits("arithmetic/points-of-level", "商场营业9600万元，同比下降7个百分点。")
    assert hit.doubtful
    assert found("arithmetic/points-of-level", "商场营业9600万元，占全县的7%，同比下降7个百分点。") == []


@given(st.sampled_from(CAPPED), st.decimals("100.1", "999.9", places=1))
def test_capped_rates(name: str, value: Fraction) -> None:
    assert found("arithmetic/over-hundred", f"全县{name}为{value}%。") == [f"{value}%"]


@given(st.sampled_from(CAPPED), st.integers(0, 100))
def test_up_to_a_hundred(name: str, value: int) -> None:
    assert found("arithmetic/over-hundred", f"全县{name}为{value}%。") == []


@given(st.sampled_from(EXEMPT), st.integers(101, 999))
def test_rates_that_may_exceed_it(name: str, value: int) -> None:
    assert found("arithmetic/over-hundred", f"该行{name}达{value}%。") == []


def test_the_point_of_a_rate() -> None:
    assert fixed("arithmetic/over-hundred", "好评率984%。") == ["好评率98.4%。"]
    assert fixed("arithmetic/over-hundred", "好评率120%。") == []


@given(st.sampled_from(FALLS), st.sampled_from(["一倍", "两倍", "3倍", "1.5倍", "十倍", "数倍"]))
def test_falls_by_times(fall: str, times: str) -> None:
    [words] = found("arithmetic/times-decrease", f"办事的用时{fall}{times}。")
    assert words.endswith(times)
    assert found("arithmetic/times-decrease", f"办事的用时{fall}三成。") == []
    assert found("arithmetic/times-decrease", f"《用时{fall}{times}的秘密》出版。") == []


@pytest.mark.parametrize(
    "words", ["市盈率下降3倍", "降到2倍", "增长两倍", "下降0.5倍", "不少于两倍", "至少两倍", "升降两倍"]
)
def test_other_times(words: str) -> None:
    assert found("arithmetic/times-decrease", f"价格{words}。") == []


@given(st.integers(101, 400), st.sampled_from(["下降", "减少了", "降低", "锐减"]))
def test_falls_over_a_hundred(value: int, fall: str) -> None:
    assert found("arithmetic/fall-over-hundred", f"投诉件数{fall}{value}%。") == [f"{fall}{value}%"]
    assert found("arithmetic/fall-over-hundred", f"投诉件数{fall}{value - 100 if value <= 200 else 100}%。") == []
    assert found("arithmetic/fall-over-hundred", f"净利润{fall}{value}%。") == []
    assert found("arithmetic/fall-over-hundred", f"净额-3万元，{fall}{value}%。") == []


@given(st.integers(51, 97), st.integers(1, 3))
def test_rates_in_per_cent(rate: int, moved: int) -> None:
    text = f"合格率为{rate}%，比上年提高{moved}%。"
    assert found("arithmetic/rate-in-percent", text) == [f"提高{moved}%"]
    assert fixed("arithmetic/rate-in-percent", text) == [f"合格率为{rate}%，比上年提高{moved}个百分点。"]
    assert found("arithmetic/rate-in-percent", fixed("arithmetic/rate-in-percent", text)[0]) == []
