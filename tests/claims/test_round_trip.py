"""What is written down is read again as it was, to the last digit."""

from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.claims import (
    Anchor,
    ArticleInfo,
    Claim,
    Comparison,
    Evidence,
    Ledger,
    Period,
    Source,
    Value,
    Waiver,
    dump,
    parse,
)
from checker.claims.claim import Attribution, Judgement, Kind, Sensitivity, Status
from checker.claims.models import ArticleStatus
from checker.claims.relation import Change, Conversion, Listing, Pairing, RankMove, Ratio, Same, Shares
from checker.claims.scalars import read_moment, read_number, write_number
from checker.quantities.model import Hedge

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
TRICKY = st.sampled_from(["null", "~", "no", "3.50", "0123", "2025-04-22", "- a", "a: b", "#x", "'", " x ", "["])
TEXT = WORDS | TRICKY
MAYBE = st.none() | TEXT
DAYS = st.none() | st.dates(min_value=date(1900, 1, 1))
MOMENTS = DAYS | st.builds(
    datetime, st.just(2025), st.integers(1, 12), st.just(22), st.integers(0, 23), st.integers(0, 59),
    tzinfo=st.sampled_from([None, UTC, timezone(timedelta(hours=8))]),
)  # fmt: skip
NUMBERS = st.fractions(min_value=-(10**15), max_value=10**15, max_denominator=10**6)
ABOVE = st.integers(min_value=1, max_value=10**6)
IDS = st.from_regex(r"[A-Z][A-Za-z0-9_-]{0,6}", fullmatch=True)

sources = st.builds(
    Source, type=st.sampled_from(["document", "report", "interview"]), title=MAYBE, publisher=MAYBE, date=DAYS,
    url=MAYBE, page=MAYBE, retrieved_at=MOMENTS, archive=MAYBE, sha256=st.none() | st.just("0" * 64),
)  # fmt: skip
values = st.builds(
    Value, literal=TEXT, number=st.none() | NUMBERS, unit=MAYBE, hedge=st.none() | st.sampled_from(Hedge)
)
evidence = st.builds(Evidence, text=TEXT, supports=st.sampled_from(["yes", "no"]), value=st.none() | values)
articles = st.builds(
    ArticleInfo, id=IDS, title=TEXT, source_file=TEXT, issue_date=DAYS, status=st.sampled_from(ArticleStatus)
)
waivers = st.builds(Waiver, rule=TEXT, fingerprint=TEXT, reason=TEXT, who=TEXT, until=st.dates())


@st.composite
def claims(draw: st.DrawFn, name: str) -> Claim:
    """Any claim without a fault of its own; its value is free of numbers, which would have to fit the words."""
    literal = draw(st.text("甲乙丙丁戊", min_size=1, max_size=4))
    signed = draw(st.booleans())
    return Claim(
        id=name,
        kind=draw(st.sampled_from(Kind)),
        anchor=Anchor(
            paragraph=draw(ABOVE),
            quote=f"“{literal}”",
            before=draw(TEXT),
            after=draw(st.just("") | TEXT),
            nth=draw(ABOVE),
        ),
        section=draw(MAYBE),
        district=draw(MAYBE),
        subject=draw(TEXT),
        metric=draw(MAYBE),
        scope=draw(MAYBE),
        value=draw(st.none() | st.just(Value(literal=literal))),
        period=draw(st.none() | st.builds(Period, literal=MAYBE, start=DAYS, as_of=DAYS)),
        comparison=draw(
            st.none() | st.builds(Comparison, type=st.just("among"), base=MAYBE, value=st.none() | NUMBERS)
        ),
        attribution=draw(st.none() | st.builds(Attribution, mode=st.just("direct"), speaker=MAYBE, org=MAYBE)),
        source=draw(sources),
        evidence=tuple(draw(st.lists(evidence, max_size=2))),
        status=draw(st.sampled_from(Status)) if signed else Status.UNCHECKED,
        verdict=draw(st.none() | st.builds(Judgement, by=st.just("值班编辑"), at=MOMENTS, value=MAYBE, reason=MAYBE)),
        checked_by="张三" if signed else None,
        checked_at=draw(MOMENTS),
        second_check_by=draw(st.none() | st.just("李四")),
        stale_after=draw(DAYS),
        sensitivity=draw(st.sampled_from(Sensitivity)),
        note=draw(MAYBE),
    )


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    a, b, c = draw(st.lists(IDS, min_size=3, max_size=3, unique=True))
    numbered = Claim(
        id="number", kind=Kind.COUNT, subject="甲", anchor=Anchor(paragraph=1, quote="一共18个"),
        value=Value(literal="18个", number=Fraction(18), unit="个", quantum=Fraction(0)),
    )  # fmt: skip
    return Ledger(
        version="claims/1",
        article=draw(articles),
        claims=(*(draw(claims(name)) for name in (a, b, c)), numbered),
        relations=(
            Same(type="same", value=(a, b), note=draw(MAYBE)),
            Listing(type="listing", id="L1", count="number", item=(b, c)),
            Pairing(type="pairing", item=(a,), value=(b, c)),
        ),
        waivers=tuple(draw(st.lists(waivers, max_size=2))),
    )


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ledgers())
def test_dump_then_load_is_the_identity(ledger: Ledger) -> None:
    written = dump(ledger)
    assert parse(written) == ledger
    assert dump(parse(written)) == written


def test_a_dumped_ledger_leaves_out_what_is_empty() -> None:
    text = (
        "schema: claims/1\narticle:\n  id: x\n  title: 甲\n  source_file: a.txt\nclaims:\n- id: C1\n  kind: count\n"
        "  anchor:\n    paragraph: 1\n    quote: 一共18个\n  subject: 乙\n"
        "  value:\n    literal: 18个\n    number: '18'\n    unit: 个\n"
    )
    assert dump(parse(text)) == text


@given(st.fractions())
def test_numbers_survive(number: Fraction) -> None:
    written = write_number(number)
    if len(str(number.numerator)) <= 40:
        assert read_number(written) == number


@pytest.mark.parametrize(
    "written", ["1e5", "0x10", "1_000", "1,804", "١", "inf", "nan", "", ".5", "5.", "1/2/3", "9" * 41, True, 1.5]
)
def test_what_is_no_plain_number(written: object) -> None:
    with pytest.raises(ValueError, match="write a plain number"):
        read_number(written)


def test_moments_are_as_exact_as_they_are_written() -> None:
    assert read_moment("2025-04-22") == date(2025, 4, 22)
    assert read_moment("2025-04-22T21:40+08:00") == datetime(2025, 4, 22, 21, 40, tzinfo=timezone(timedelta(hours=8)))
    for wrong in ("20250422", "2025-W17-2", "1745280000", "2025-4-2", "2025-04-22T25:00", None):
        with pytest.raises(ValueError, match=r"write the|hour"):
            read_moment(wrong)


def test_roles_are_named_as_in_the_file() -> None:
    move = RankMove.model_validate({"type": "rank_move", "from": "A", "to": "B", "move": "C"})
    assert list(move.named()) == [("from", None, "A"), ("to", None, "B"), ("move", None, "C")]
    same = Conversion.model_validate({"type": "conversion", "from": "A", "to": "B"})
    assert [role for role, _, _ in same.named()] == ["from", "to"]
    assert list(Ratio(type="ratio", part="A", rate="B").named()) == [("part", None, "A"), ("rate", None, "B")]
    assert list(Shares(type="shares", part=("A", "B"), exhaustive=True).named()) == [("part", 0, "A"), ("part", 1, "B")]
    assert len(list(Change(type="change", base="A", current="B", rate="C").named())) == 3
