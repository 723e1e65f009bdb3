"""万, 亿 and currencies: printed twice, out of all bounds, glued together, exchanged at no rate."""

from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import indicators
from tests.checks.kinds import fixed, found, hits

DIGITS = st.integers(11, 999).filter(lambda one: one % 10)


@given(DIGITS, st.sampled_from([("亿", "万"), ("万", "亿"), ("万", "")]))
def test_one_indicator_off_by_a_scale_word(value: int, scales: tuple[str, str]) -> None:
    first, second = scales
    text = f"大桥总投资{value}{first}元，已开工。\n\n大桥总投资{value}{second}元，工期两年。"
    assert found("units/scale", text) == [f"{value}{second}元"]
    assert fixed("units/scale", text) == [text.replace(f"{value}{second}元，工", f"{value}{first}元，工")]


@given(DIGITS)
def test_one_value_in_two_spellings(value: int) -> None:
    assert found("units/scale", f"大桥总投资{value}亿元，已开工。\n\n大桥总投资{value}0000万元，工期两年。") == []


@given(st.sampled_from(sorted(indicators.exchange())), st.integers(1, 900), st.sampled_from(["约合", "折合", "约"]))
def test_exchange(currency: str, amount: int, word: str) -> None:
    low, high = indicators.exchange()[currency]
    middle = (low + high) / 2 * amount
    assert found("units/exchange", f"合同金额{amount}亿{currency}（{word}人民币{float(middle):.4f}亿元）。") == []
    wrong = float(middle * 1000)
    [words] = found("units/exchange", f"合同金额{amount}亿{currency}（{word}人民币{wrong:.4f}亿元）。")
    assert words.startswith(f"{amount}亿{currency}")
    assert words.endswith(f"{wrong:.4f}亿元")


def test_exchange_either_way_round() -> None:
    [hit] = hits("units/exchange", "投资5000万元，约合3.5亿美元。")
    assert hit.data["rate"] == "1美元合0.14元"
    assert found("units/exchange", "1980年，出口1.2亿美元（约合人民币1.8亿元）。") == []


@given(st.sampled_from([band for band in indicators.bands() if band.unit in ("元", "℃", "米") and band.high >= 1]))
def test_bands(band: indicators.Band) -> None:
    name, high = band.names[-1], band.high
    beyond, within = f"{name}{int(high * 20)}{band.unit}", f"{name}{int(high)}{band.unit}"
    assert found("units/band", f"在当地，{beyond}。") == [beyond]
    assert found("units/band", f"在当地，{within}。") == []
    if band.unless:
        assert found("units/band", f"{band.unless[0]}在当地，{beyond}。") == []


def test_doubled_words() -> None:
    assert fixed("units/doubled-scale", "投入5万万元修路。") == ["投入5万元修路。"]
    assert fixed("units/doubled-scale", "销售30多万多元。") == ["销售30多万元。"]
    assert fixed("units/currency", "总投资100万美元人民币。") == ["总投资100万美元。"]
    assert found("units/doubled-scale", "亿万群众种下3多万株树，产值2万亿元。") == []
