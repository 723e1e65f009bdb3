"""Every mistake in a ledger is told at its own line and column, with what to do about it, all in one go."""

import pytest

from checker.claims import parse
from checker.errors import LedgerError, Problems

HEAD = """\
schema: claims/1
article: {id: x, title: 标题, source_file: a.txt}
claims:
"""


def entry(name: str, kind: str, quote: str, literal: str, number: str, unit: str) -> str:
    """One claim on one line."""
    value = f"{{literal: {literal}, number: {number}, unit: '{unit}'}}"
    return f"  - {{id: {name}, kind: {kind}, subject: 甲, anchor: {{paragraph: 1, quote: {quote}}}, value: {value}}}\n"


COUNT = entry("C1", "count", "开工18个", "18个", "18", "个")
WHOLE = entry("C2", "count", "28个项目", "28个", "28", "个")
RATE = entry("C3", "ratio", "开工率64.3%", "64.3%", "64.3", "%")
THREE = HEAD + COUNT + WHOLE + RATE


def mistakes(text: str) -> list[str]:
    """What the loader says, without the file's name."""
    with pytest.raises((LedgerError, Problems)) as caught:
        parse(text, "l.yaml")
    problem = caught.value
    errors: list[Exception] = [*problem.errors] if isinstance(problem, Problems) else [problem]
    assert all(isinstance(error, LedgerError) for error in errors)
    return [str(error).removeprefix("l.yaml:") for error in errors]


def claim(keys: str) -> str:
    """A ledger of one claim with these keys in place of, or beside, the usual ones; they stand on line 8 and below."""
    return HEAD + (
        "  - id: C1\n    kind: count\n    subject: 甲\n    anchor: {paragraph: 1, quote: 全镇开工18个，完工16.5%}\n"
        + keys
    )


def relation(keys: str) -> str:
    """Three good claims and one relation, whose keys begin on line 8, column 5."""
    return THREE + "relations:\n  - " + keys


def test_a_sound_ledger_has_none() -> None:
    ledger = parse(relation("{type: ratio, part: C1, whole: C2, rate: C3}\n"))
    assert [one.id for one in ledger.claims] == ["C1", "C2", "C3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: empty (give it schema: claims/1, article and claims)"),
        ("- a\n", "1:1: not a ledger: it has no keys (give it schema: claims/1, article and claims)"),
        ("schema: [\n", "2:1: not YAML: did not find expected node content"),
        (HEAD + "\t- id: C1\n", "4:1: a tab where YAML wants spaces (replace the tab by spaces)"),
        (HEAD + "  []\narticle: {}\n", "5:1: key 'article' is given twice (keep one of the two)"),
        (HEAD.replace("claims/1", "claims/2") + "  []\n", "1:1: schema: unknown 'claims/2' (did you mean 'claims/1'?)"),
        (HEAD.replace("claims:", "clams:") + "  []\n", "1:1: claims is missing (add it)"),
        (HEAD.replace(", source_file: a.txt", "") + "  []\n", "2:1: article.source_file is missing (add it)"),
        (
            HEAD.replace("a.txt", "a.txt, issue_date: 2025年4月22日") + "  []\n",
            "2:49: article.issue_date: write the day as 2025-04-22, not '2025年4月22日'",
        ),
        (
            HEAD.replace("a.txt", "a.txt, issue_date: 2025-02-30") + "  []\n",
            "2:49: article.issue_date: day is out of range for month, not '2025-02-30'",
        ),
        (
            HEAD.replace("a.txt", "a.txt, status: publishd") + "  []\n",
            "2:49: article.status: unknown 'publishd' (did you mean 'published'?)",
        ),
    ],
)
def test_the_file_and_its_head(text: str, expected: str) -> None:
    assert expected in mistakes(text)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("    metrics: 开工数\n", "8:5: unknown key 'metrics' (did you mean 'metric'?)"),
        ("    zzz: 开工数\n", "8:5: unknown key 'zzz' (remove it or correct its name)"),
        ("    value: {literal: 18个, units: 个}\n", "8:27: unknown key 'units' (did you mean 'unit'?)"),
        ("    value: {number: 18}\n", "8:5: claims.C1.value.literal is missing (add it)"),
        (
            "    value: {literal: 18个, number: 18个}\n",
            "8:27: claims.C1.value.number: write a plain number such as 64.3, 2170000000 or 1/20, without unit or "
            "separators, not '18个'",
        ),
        (
            "    value: {literal: 18个, number: 1/0, unit: 个}\n",
            "8:27: claims.C1.value.number: nothing can be divided by zero, not '1/0'",
        ),
        (
            "    value: {literal: 18个, number: 16, unit: 个}\n",
            "8:27: C1: number 16, but '18个' says 18 (write number: 18)",
        ),
        (
            "    value: {literal: 18个, number: 18, unit: 家}\n",
            "8:39: C1: unit '家', but '18个' is in '个' (write unit: 个)",
        ),
        (
            "    value: {literal: 18个, number: 18, unit: 个, hedge: near}\n",
            "8:48: C1: hedge near, but '18个' says none (remove it)",
        ),
        (
            "    value: {literal: 16.5%, number: 16.5, unit: '%', quantum: 1}\n",
            "8:54: C1: quantum 1, but the last digit of '16.5%' is worth 0.1 (write quantum: 0.1)",
        ),
        (
            "    value: {literal: 19个}\n",
            "8:13: C1: '19个' is not in the quote '全镇开工18个，完工16.5%' (copy it from the quote as printed)",
        ),
        (
            "    value: {literal: 工}\n",
            "8:13: C1: '工' stands 2 times in the quote '全镇开工18个，完工16.5%' (quote fewer or longer words)",
        ),
        (
            "    value: {literal: 8个}\n",
            "8:13: C1: '8个' cuts a number in the quote '全镇开工18个，完工16.5%' (give the whole number)",
        ),
        (
            "    value: {literal: 5%}\n",
            "8:13: C1: '5%' cuts a number in the quote '全镇开工18个，完工16.5%' (give the whole number)",
        ),
        (
            "    value: {literal: 完工16}\n",
            "8:13: C1: '完工16' cuts a number in the quote '全镇开工18个，完工16.5%' (give the whole number)",
        ),
        (
            "    period: {start: 2025-03-31, end: 2025-01-01}\n",
            "8:5: claims.C1.period: ends on 2025-01-01, before it starts on 2025-03-31",
        ),
        ("    status: cheked\n", "8:5: claims.C1.status: unknown 'cheked' (did you mean 'unchecked'?)"),
        (
            "    checked_at: 昨天\n",
            "8:5: claims.C1.checked_at: write the moment as 2025-04-22 or 2025-04-22T21:40+08:00, not '昨天'",
        ),
        (
            "    comparison: {type: 同比}\n",
            "8:18: claims.C1.comparison.type: unknown '同比' (one of: year_on_year, month_on_month, since_year_start, "
            "against_plan, against_earlier, against_other, among, unstated)",
        ),
    ],
)
def test_a_claim(keys: str, expected: str) -> None:
    assert mistakes(claim(keys)) == [expected]


@pytest.mark.parametrize(
    "keys",
    [
        "    value: {literal: 18个, number: 18, unit: 个, quantum: 0}\n",
        "    value: {literal: 16.5%, number: 16.5, unit: '%', quantum: 0.1}\n",
        "    checked_by: 张三\n    verdict: {by: 张三}\n",
        "    checked_by: 张三\n    sensitivity: leader\n    verdict: {by: 李四}\n",
        "    status: confirmed\n    checked_by: 张三\n    checked_at: 2025-04-22T21:40+08:00\n"
        "    source: {type: report, publisher: 某报, date: 2025-04-01}\n",
        "    evidence: [{text: 原文, supports: yes}]\n",
    ],
)
def test_a_claim_without_mistakes(keys: str) -> None:
    assert parse(claim(keys)).claims[0].id == "C1"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            "{type: ratois, part: C1, rate: C3}\n",
            "8:6: relations.0.type: unknown 'ratois' (did you mean 'ratio'?)",
        ),
        ("{part: C1, rate: C3}\n", "8:5: relations.0: 'type' is missing (add it)"),
        ("{type: ratio, part: C1}\n", "8:5: relations.0.rate is missing (add it)"),
        ("{type: ratio, prt: C1, part: C2, rate: C3}\n", "8:19: unknown key 'prt' (did you mean 'part'?)"),
        ("{type: ratio, part: C11, rate: C3}\n", "8:19: ratio: there is no claim 'C11' (did you mean 'C1'?)"),
        ("{type: ratio, part: zz, rate: C3}\n", "8:19: ratio: there is no claim 'zz' (add it to the claims)"),
        ("{type: ratio, part: C1, whole: C1, rate: C3}\n", "8:29: ratio: C1 stands in it twice (name each claim once)"),
        (
            "{type: ratio, part: C1, whole: C2, rate: C2}\n",
            "8:40: ratio: C2 stands in it twice (name each claim once)",
        ),
        (
            "{type: ratio, part: C1, rate: C2}\n",
            "8:29: ratio: C2 cannot be its rate: its kind is count, not growth or ratio or share "
            "(name another claim, or mend that one)",
        ),
        (
            "{id: R1, type: same, value: [C1, C32]}\n",
            "8:38: R1 (same): there is no claim 'C32' (did you mean 'C3'?)",
        ),
        (
            "{id: R1, type: change, base: C1, current: C2}\n",
            "8:5: relations.R1: names fewer than three of base, current, change and rate",
        ),
        ("{type: total, total: C1, part: [C2]}\n", "8:5: relations.0.exhaustive is missing (add it)"),
    ],
)
def test_a_relation(keys: str, expected: str) -> None:
    assert mistakes(relation(keys)) == [expected]


def test_a_claim_without_number_cannot_be_counted_with() -> None:
    text = relation("{type: ratio, part: C1, whole: C2, rate: C3}\n").replace(
        "literal: 28个, number: 28, unit: '个'", "literal: 28个"
    )
    assert mistakes(text) == [
        "8:29: ratio: C2 cannot be its whole: its value has no number (name another claim, or mend that one)"
    ]


def test_ids_given_twice() -> None:
    assert mistakes(HEAD + COUNT + COUNT) == ["5:6: id 'C1' is given twice (give one of the two another id)"]
    twice = relation("{id: R1, type: same, value: [C1, C2]}\n  - {id: R1, type: same, value: [C1, C3]}\n")
    assert mistakes(twice) == ["9:6: id 'R1' is given twice (give one of the two another id)"]


def test_everything_in_one_go() -> None:
    text = relation("{type: ratio, part: C11, whole: C2, rate: C3}\n").replace("quote: 开工18个", "qoute: 开工18个")
    text = text.replace("number: 28", "number: 82").replace("literal: 64.3%", "literal: 63.4%")
    assert mistakes(text) == [
        "4:39: claims.C1.anchor.quote is missing (add it)",
        "4:62: unknown key 'qoute' (did you mean 'quote'?)",
        "5:99: C2: number 82, but '28个' says 28 (write number: 28)",
        "6:88: C3: '63.4%' is not in the quote '开工率64.3%' (copy it from the quote as printed)",
        "8:19: ratio: there is no claim 'C11' (did you mean 'C1'?)",
    ]
