"""The engine: stamps, groups, sorts and counts what checks notice."""

from collections.abc import Callable, Iterator
from typing import Any

from checker.checks.kind import Kind, Params
from checker.engine import fingerprint, lint
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related, Severity
from checker.packs import Rule, RuleFile, bundled
from checker.readers import text as reader
from checker.spans import Span, find_all

TEXT = "甲镇今年修路三条。\n\n乙镇今年修路四条。甲镇今年种树。\n"


def rule(name: str, check: Callable[[Article, Any], Iterator[Hit]], joins: tuple[str, ...] = ()) -> Rule:
    file = RuleFile(
        summary="A test.",
        kind="test",
        severity=Severity.ERROR,
        message="{word}不对",
        why="试。",
        notes={"other": "另见“{word}”"},
        fixes={"swap": "改作{word}"},
        joins=joins,
    )
    return Rule(name, file, Kind(check), Params(), "test")


def words(word: str, **more: Any) -> Callable[[Article, Any], Iterator[Hit]]:
    def check(article: Article, _params: Any) -> Iterator[Hit]:
        for span in find_all(article.text, word):
            yield Hit(span, {"word": word}, **more)

    return check


def report(*rules: Rule, text: str = TEXT) -> Any:
    return lint(reader.read(text.encode(), "a.txt"), rules)


def test_stamp() -> None:
    def check(article: Article, _params: Any) -> Iterator[Hit]:
        span = Span(11, 13)
        yield Hit(
            span,
            {"word": "乙镇"},
            (Related(Span(0, 2), "other", {"word": "甲镇"}),),
            (Proposal("swap", (Edit(span, "甲镇"),), {"word": "甲镇"}),),
        )

    [finding] = report(rule("naming/test", check)).findings
    assert (finding.rule, finding.severity, finding.message, finding.why) == (
        "naming/test",
        Severity.ERROR,
        "乙镇不对",
        "试。",
    )
    assert (finding.place.quote, finding.place.position.line, finding.place.position.paragraph) == ("乙镇", 3, 2)
    assert [(one.note, one.place.quote) for one in finding.related] == [("另见“甲镇”", "甲镇")]
    assert [(one.description, one.edits, one.safe) for one in finding.fixes] == [
        ("改作甲镇", (Edit(Span(11, 13), "甲镇"),), False)
    ]
    assert finding.cause is None


def test_order_is_the_text_s() -> None:
    found = report(rule("naming/b", words("今年")), rule("naming/a", words("今年")), rule("naming/c", words("甲镇")))
    assert [(one.place.span.start, one.rule) for one in found.findings] == [
        (0, "naming/c"),
        (2, "naming/a"),
        (2, "naming/b"),
        (13, "naming/a"),
        (13, "naming/b"),
        (20, "naming/c"),
        (22, "naming/a"),
        (22, "naming/b"),
    ]


def test_doubtful_errors_ask_for_verification() -> None:
    found = report(rule("naming/a", words("乙镇", doubtful=True)))
    assert [one.severity for one in found.findings] == [Severity.VERIFY]


def test_one_cause_one_card() -> None:
    found = report(rule("naming/a", words("甲镇", cause="甲镇")), rule("naming/b", words("乙镇", cause="乙镇")))
    first, alone, second = found.findings
    assert first.cause == second.cause == first.fingerprint
    assert alone.cause is None, "a group of one is no group"
    assert [len(card) for card in found.cards()] == [2, 1]


def test_explained_findings_become_symptoms() -> None:
    def block(_article: Article, _params: Any) -> Iterator[Hit]:
        yield Hit(Span(11, 27), {"word": "整块"}, explains=(Span(11, 27),))

    found = report(
        rule("structure/block", block, joins=("naming",)),
        rule("naming/a", words("乙镇")),
        rule("naming/b", words("甲镇")),
        rule("timing/c", words("今年")),
    )
    [card] = [card for card in found.cards() if len(card) > 1]
    assert [(one.rule, one.place.span.start) for one in card] == [
        ("structure/block", 11),
        ("naming/a", 11),
        ("naming/b", 20),
    ]


def test_a_slip_in_a_phrase_within_a_phrase_is_one_card() -> None:
    wording = [one for one in bundled() if one.family == "wording"]
    [card] = report(*wording, text="村里的战斗堡磊作用发挥得好。\n").cards()
    assert {one.rule for one in card} == {"wording/phrase", "wording/idiom"}


def test_fingerprints_survive_moves() -> None:
    one = report(rule("naming/a", words("甲镇")))
    two = report(rule("naming/a", words("甲镇")), text="新加一段。\n" + TEXT)
    assert [one.fingerprint for one in one.findings] == [two.fingerprint for two in two.findings]
    assert len({one.fingerprint for one in one.findings}) == 2
    assert fingerprint("naming/a", "甲镇") != fingerprint("naming/b", "甲镇")


def test_numbers_are_accounted_for() -> None:
    text = "全镇28个项目开工18个，开工率64.3%。投资3亿元，种树500棵。"
    document = reader.read(text.encode(), "a.txt")
    claimed = next(find_all(text, "投资3亿元"))
    found = lint(document, bundled(), claimed=[claimed])
    assert (found.numbers.total, found.numbers.checked, found.numbers.claimed, found.numbers.unchecked) == (5, 3, 1, 1)
    assert [one.quote for one in found.unclaimed] == ["500棵"]
