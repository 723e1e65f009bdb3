"""Claims are found again by their words, wherever those have moved; and are lost when the words are gone."""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims import Anchor, ArticleInfo, Binding, Claim, Ledger, Period, Value, bind, load, parse, trace
from checker.claims.claim import Kind
from checker.document import Document
from checker.errors import LedgerError, Problems
from checker.readers import read
from tests.growth import assert_linear

ROOT = Path(__file__).parents[2]
LEDGER = ROOT / "claims.yaml"


@cache
def load_once() -> Ledger:
    return load(LEDGER)


@cache
def read_once() -> Document:
    return read(ROOT / "articles" / "yuxi-eight-districts.txt")


LINES = [
    "某镇一季度全部项目开工18个，开工率64.3%，均好于往年。",
    "另一镇的项目同期开工18个，开工率64.3%，也好于往年。",
    "镇长说：“到年底要全部开工。”",
]


def anchored(*anchors: Anchor, literal: str | None = None, period: str | None = None) -> Ledger:
    claims = [
        Claim(
            id=f"C{number}",
            kind=Kind.COUNT,
            subject="项目",
            anchor=anchor,
            value=Value(literal=literal) if literal else None,
            period=Period(literal=period) if period else None,
        )
        for number, anchor in enumerate(anchors, 1)
    ]
    info = ArticleInfo(id="x", title="x", source_file="a.txt")
    return Ledger(version="claims/1", article=info, claims=tuple(claims))


def laid(ledger: Ledger, *lines: str) -> Binding:
    return trace(ledger, Document("a.txt", "\n\n".join(lines)))


def found(binding: Binding, text: str, claim: str = "C1") -> tuple[str, int] | None:
    """The words before the quote's place in its line, by their last four characters, and the line's number."""
    if claim not in binding.anchors:
        return None
    span = binding.anchors[claim]
    line = text.rfind("\n", 0, span.start) + 1
    return text[max(line, span.start - 4) : span.start], text.count("\n\n", 0, span.start) + 1


FIRST = Anchor(paragraph=1, quote="开工18个", before="季度全部项目", after="，开工率64")
SECOND = Anchor(paragraph=2, quote="开工18个", before="的项目同期", after="，开工率64")


@pytest.mark.parametrize(
    ("anchor", "lines", "expected"),
    [
        (FIRST, LINES, ("全部项目", 1)),
        (SECOND, LINES, ("项目同期", 2)),
        (FIRST, LINES[::-1], ("全部项目", 3)),
        (FIRST, ["新写的一段。", *LINES], ("全部项目", 2)),
        # The surroundings tell two equal quotes apart, whatever paragraph the anchor names.
        (Anchor(paragraph=2, quote="开工18个", before="季度全部项目"), LINES, ("全部项目", 1)),
        # Half of the surroundings are enough to stay.
        (FIRST, [LINES[0].replace("64.3", "57.1").replace("季度全部", "季度所有"), LINES[1]], ("所有项目", 1)),
        # No surroundings: the paragraph decides, else the only place there is, else nothing.
        (Anchor(paragraph=2, quote="开工18个"), LINES, ("项目同期", 2)),
        (Anchor(paragraph=1, quote="全部开工"), LINES, ("到年底要", 3)),
        (Anchor(paragraph=3, quote="开工18个"), LINES, None),
        (Anchor(paragraph=99, quote="开工18个", before="的项目同期"), LINES, ("项目同期", 2)),
        (FIRST, [line.replace("18", "16") for line in LINES], None),
        (FIRST, [], None),
        # A short quote elsewhere is another one, even if it is the only one that is left; a long one tells itself.
        (FIRST, ["某镇项目开工16个。", "别处的厂房，开工18个。"], None),
        (Anchor(paragraph=1, quote="开工18个", before="项目"), ["项目开工16个，厂房开工18个。"], None),
        (Anchor(paragraph=1, quote="全部项目开工18个", before="去年", after="。"), ["无。", *LINES], ("镇一季度", 2)),
        # A line's end is never part of what surrounds a quote.
        (Anchor(paragraph=2, quote="另一镇", before="年。\n\n"), LINES, None),
    ],
)
def test_where_a_claim_is_found(anchor: Anchor, lines: list[str], expected: tuple[str, int] | None) -> None:
    assert found(laid(anchored(anchor), *lines), "\n\n".join(lines)) == expected


def test_nth_tells_equal_quotes_of_one_paragraph_apart() -> None:
    line = "甲10个，乙10个，丙10个。"
    for nth, before in ((1, "甲"), (2, "个，乙"), (3, "个，丙")):
        binding = laid(anchored(Anchor(paragraph=1, quote="10个", nth=nth)), line)
        assert line[: binding.anchors["C1"].start].endswith(before)


def test_a_copy_that_is_cut_is_lost_and_the_other_stays() -> None:
    twice = [Anchor(paragraph=number, quote="10个市场", before="全区有") for number in (1, 3)]
    ledger = anchored(*twice)
    text = ["全区有10个市场。", "中间。", "全区有10个市场。"]
    both = laid(ledger, *text)
    assert (both.lost, both.moved) == ((), ())
    assert both.anchors["C1"] < both.anchors["C2"]
    one = laid(ledger, "开头。", "中间。", "又一段。", "全区有10个市场。")
    assert (one.lost, one.moved) == (("C1",), ("C2",))


def test_values_and_periods_are_what_is_covered() -> None:
    ledger = anchored(FIRST, literal="18个", period="一季度")
    binding = laid(ledger, *LINES)
    text = "\n\n".join(LINES)
    assert [span.of(text) for span in binding.spans] == ["一季度", "18个"]
    assert binding.values["C1"].of(text) == "18个"
    assert binding.periods["C1"].start == 2


def test_a_period_is_the_nearest_before_the_end_of_the_quote() -> None:
    line = "2024年开工5个，2025年开工18个，2025年完工。"
    anchor = Anchor(paragraph=1, quote="开工18个")
    assert laid(anchored(anchor, period="2025年"), line).periods["C1"].start == 10
    assert laid(anchored(anchor, period="完工"), line).periods["C1"].of(line) == "完工"
    assert laid(anchored(anchor, period="明年"), line).periods == {}


def test_a_lost_claim_is_told_at_its_line_in_the_ledger() -> None:
    ledger = load(LEDGER)
    document = read(ROOT / ledger.article.source_file)
    text = document.text.replace("开工率64.3%", "开工率63.4%")
    with pytest.raises(Problems) as caught:
        bind(ledger, Document(document.path, text))
    [error] = caught.value.errors
    assert isinstance(error, LedgerError)
    lines = LEDGER.read_text("utf-8").splitlines()
    assert error.line is not None
    assert error.column is not None
    assert lines[error.line - 1][error.column - 1 :].startswith("quote: 开工率64.3%")
    assert str(error) == (
        f"{LEDGER}:{error.line}:{error.column}: C078: “开工率64.3%” is not in articles/yuxi-eight-districts.txt "
        "(quote the words as they now stand, or remove the claim)"
    )


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_anchors_survive_moved_paragraphs(shuffler: random.Random) -> None:
    ledger = load_once()
    document = read_once()
    before = trace(ledger, document)
    lines = [line.of(document.text) for line in document.source.lines if line.of(document.text).strip()]
    order = list(range(len(lines)))
    shuffler.shuffle(order)
    # A passage printed twice cannot be told from its copy once both have moved: any line with its words will do.
    moved = Document("a.txt", "\r\n".join(lines[number] for number in order))
    after = trace(ledger, moved)
    assert after.lost == ()
    for claim in ledger.claims:
        home = moved.locate(after.anchors[claim.id]).paragraph
        assert lines[order[home - 1]] == lines[document.locate(before.anchors[claim.id]).paragraph - 1]
        assert after.anchors[claim.id].of(moved.text) == claim.anchor.quote


def test_a_changed_file_is_stale_but_bound() -> None:
    ledger, document = load_once(), read_once()
    assert bind(ledger, document).stale is False
    assert bind(ledger, Document("a.txt", document.text + "\n又一段。")).stale is True
    nameless = ledger.model_copy(update={"article": ledger.article.model_copy(update={"sha256": None})})
    assert bind(nameless, Document("a.txt", document.text + "\n又一段。")).stale is False


def test_the_ledger_knows_its_article(tmp_path: Path) -> None:
    ledger = load_once()
    assert ledger.home == ROOT
    assert ledger.is_about(ROOT / "articles" / ".." / "articles" / "yuxi-eight-districts.txt")
    assert not ledger.is_about(tmp_path / "yuxi-eight-districts.txt")


def test_many_claims_that_have_moved() -> None:
    def make(size: int) -> Callable[[], object]:
        lines = [f"在第{number}个镇，市级重点项目开工{number}个，开工率64.3%。" for number in range(size)]
        claims = "".join(
            f"  - id: C{number}\n    kind: count\n    subject: 市级重点项目\n    metric: 开工数\n    anchor: "
            f"{{paragraph: {number + 1}, quote: 开工{number}个, before: 市级重点项目, after: ，开工率}}\n"
            f"    value: {{literal: {number}个, number: {number}, unit: 个}}\n"
            for number in range(size)
        )
        ledger = parse("schema: claims/1\narticle: {id: x, title: x, source_file: a.txt}\nclaims:\n" + claims)
        document = Document("a.txt", "新的一段。\n" + "\n".join(lines))
        assert len(bind(ledger, document).moved) == size
        return lambda: bind(ledger, document)

    assert_linear(make, 200)


def test_a_text_of_one_repeated_quote_stays_linear() -> None:
    ledger = anchored(*(Anchor(paragraph=number, quote="10个", before="有") for number in range(1, 40)))

    def make(size: int) -> Callable[[], object]:
        document = Document("a.txt", "空段\n" * 50 + "共10个" * size)
        return lambda: trace(ledger, document)

    assert_linear(make, 4_000)
