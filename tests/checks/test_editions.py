"""sessions, plan-years, modality: what counts on is never wrong, what does not always is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import KINDS
from checker.checks.kind import Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.readers import text as reader


def found(kind: str, text: str) -> list[Hit]:
    article = Article(reader.read(text.encode(), kind), date(2025, 5, 19))
    return list(KINDS[kind].check(article, Params()))


@given(st.integers(1990, 2020), st.integers(2, 40), st.integers(1, 5), st.integers(1, 4))
def test_a_yearly_event(year: int, number: int, later: int, off: int) -> None:
    text = f"稻香节一年一届。{year}年第{number}届稻香节来了6万人，{year + later}年第{{}}届稻香节更热闹。"
    assert found("sessions", text.format(number + later)) == []
    [hit] = found("sessions", text.format(number + later + off))
    assert (hit.variant, hit.doubtful) == ("two", False)


@given(st.integers(1990, 2020), st.integers(2, 40), st.integers(1, 5), st.integers(1, 9))
def test_an_event_of_unknown_rhythm(year: int, number: int, later: int, more: int) -> None:
    text = f"{year}年第{number}届陶艺展来了6万人，{year + later}年第{{}}届陶艺展更热闹。"
    assert found("sessions", text.format(number + more)) == []
    if more < number:
        assert len(found("sessions", text.format(number - more))) == 1


@given(
    st.sampled_from([("十五", 2001), ("十一五", 2006), ("十二五", 2011), ("十三五", 2016), ("十四五", 2021)]), st.data()
)
def test_plans(plan: tuple[str, int], data: st.DataObject) -> None:
    name, start = plan
    year = data.draw(st.integers(start - 6, start + 10))
    hits = found("plan-years", f"“{name}”时期（{year}—{year + 4}年），全县修路。")
    assert len(hits) == (year != start)
    assert len(found("plan-years", f"{year}年是“{name}”开局之年，全县修路。")) == (year != start)
    assert len(found("plan-years", f"{year}年是“{name}”收官之年，全县修路。")) == (year != start + 4)


@pytest.mark.parametrize("planned", ["预计年底", "有望下月", "力争国庆前", "计划明年", "将于6月"])
@pytest.mark.parametrize("event", ["通车", "竣工", "开园", "开工", "启用"])
def test_headlines(planned: str, event: str) -> None:
    title = f"青石工程{event}"
    [hit] = found("modality", f"{title}\n\n记者昨天获悉，青石工程{planned}{event}。\n")
    assert hit.span.of(title) == event
    assert found("modality", f"{title}\n\n记者昨天获悉，青石工程正式{event}。\n") == []
    assert found("modality", f"青石工程有望{event}\n\n记者昨天获悉，青石工程{planned}{event}。\n") == []
