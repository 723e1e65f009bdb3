"""The ledger that ships with the project fits its article, and says of it what a person would."""

import json
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest
import yaml

from checker.claims import Binding, Ledger, bind, load, schema
from checker.claims.claim import Kind, Status
from checker.document import Document
from checker.quantities.model import Hedge
from checker.readers import read

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return load(ROOT / "claims.yaml")


@pytest.fixture(scope="module")
def document(ledger: Ledger) -> Document:
    return read(ledger.home / ledger.article.source_file)


@pytest.fixture(scope="module")
def binding(ledger: Ledger, document: Document) -> Binding:
    return bind(ledger, document)


def test_every_anchor_stands_where_the_ledger_says(binding: Binding, document: Document) -> None:
    assert (binding.lost, binding.moved, binding.stale) == ((), (), False)
    for claim in binding.ledger.claims:
        assert binding.anchors[claim.id].of(document.text) == claim.anchor.quote
        line = document.source.lines[document.locate(binding.anchors[claim.id]).line - 1]
        start, end = binding.anchors[claim.id].start, binding.anchors[claim.id].end
        assert document.text[max(line.start, start - 8) : start] == claim.anchor.before
        assert document.text[end : min(line.end, end + 8)] == claim.anchor.after
        if claim.value:
            assert binding.values[claim.id].of(document.text) == claim.value.literal


def test_every_period_stands_in_its_paragraph(binding: Binding) -> None:
    timed = [claim.id for claim in binding.ledger.claims if claim.period]
    assert sorted(binding.periods) == sorted(timed)


def test_nothing_is_confirmed_without_a_person(ledger: Ledger) -> None:
    assert {claim.status for claim in ledger.claims} == {Status.UNCHECKED, Status.CHECKING}
    assert all(claim.source for claim in ledger.claims if claim.status is Status.CHECKING)
    assert ledger.article.issue_date is None


def test_what_is_misplaced_belongs_to_jiangjin(ledger: Ledger) -> None:
    misplaced = [claim for claim in ledger.claims if claim.section == "合川" and claim.district == "江津区"]
    assert [(claim.id, claim.anchor.paragraph) for claim in misplaced] == [
        ("C056", 28),
        ("C057", 28),
        ("C058", 29),
        ("C137", 30),
    ]
    assert all(claim.note for claim in misplaced)
    others = [one for one in ledger.claims if one not in misplaced and one.section not in (None, "图注", "署名")]
    assert all(claim.district == f"{claim.section}区" for claim in others)


@pytest.mark.parametrize(
    ("name", "literal", "number", "unit", "hedge"),
    [
        ("C010", "130亿元", 13_000_000_000, "元", None),
        ("C034", "突破1亿元", 100_000_000, "元", Hedge.OVER),
        ("C046", "800家以上", 800, "家", Hedge.AT_LEAST),
        ("C061", "4700万吨", 47_000_000, "吨", None),
        ("C071", "6万余平方米", 60_000, "平方米", Hedge.MORE),
    ],
)
def test_values_as_printed(
    ledger: Ledger, name: str, literal: str, number: int, unit: str, hedge: Hedge | None
) -> None:
    value = next(claim.value for claim in ledger.claims if claim.id == name)
    assert value is not None
    assert (value.literal, value.unit, value.hedge) == (literal, unit, hedge)
    assert value.number == Fraction(number)


def test_the_ratios_of_the_key_projects(ledger: Ledger) -> None:
    roles = {one.id: {role: name for role, _, name in one.named()} for one in ledger.relations if one.id}
    assert roles["R01"] == {"part": "C077", "whole": "C076", "rate": "C078"}
    assert roles["R02"] == {"part": "C082", "whole": "C081", "rate": "C083"}
    assert roles["R03"] == {"part": "C079", "rate": "C080"}
    assert roles["R04"] == {"part": "C084", "rate": "C085"}


def test_each_district_has_its_heading_caption_and_byline(ledger: Ledger) -> None:
    districts = ["璧山区", "铜梁区", "大足区", "合川区", "江津区", "荣昌区", "潼南区", "永川区"]
    for kind in (Kind.CAPTION, Kind.BYLINE):
        assert [claim.district for claim in ledger.claims if claim.kind is kind] == districts
    assert [claim.district for claim in ledger.claims if claim.metric == "栏题"] == districts


def as_an_editor_reads(text: str) -> object:
    """The data with typed scalars. JSON has no dates; an editor sees the words."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def test_an_editors_schema_accepts_it() -> None:
    made = schema()
    jsonschema.Draft202012Validator.check_schema(made)
    jsonschema.validate(as_an_editor_reads((ROOT / "claims.yaml").read_text("utf-8")), made)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: count", "kind: counts"),
        ("    metric: 区的个数\n", "    metrics: 区的个数\n"),
        ("type: ratio", "type: ratios"),
        ("    rate: C078\n", ""),
        ("number: 8,", "number: 八,"),
        ("schema: claims/1", "schema: claims/9"),
        ("paragraph: 1,", "paragraph: 0,"),
    ],
)
def test_an_editors_schema_sees_mistakes(old: str, new: str) -> None:
    text = (ROOT / "claims.yaml").read_text("utf-8")
    # A few claims are enough, and all relations: reading YAML takes its time.
    short = text[: text.index("  - id: C003")] + text[text.index("\nrelations:") :]
    assert old in short
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_an_editor_reads(short.replace(old, new, 1)), schema())


def test_the_schema_explains_itself() -> None:
    made = schema()
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(part.get("title") and part.get("description") for part in made["$defs"].values())
