"""What became of findings: those that only moved are the same, and no mended one pays for a new one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checker.corrections.comparing import Comparison, Status, became, compare
from checker.corrections.faults import Sort
from checker.corrections.putright import put_right, unchanged
from checker.corrections.told import as_json, as_text
from checker.engine import lint
from checker.findings import Finding
from checker.packs import bundled
from checker.readers import read
from checker.report import DocumentReport, Report
from checker.reporters import render
from checker.reporters.recorded import parse
from checker.spans import Span
from tests.corrections import desk

RULES = [rule for rule in bundled() if rule.id in ("arithmetic/ratio", "wording/doubled-word", "quotation/unbalanced")]
FAULTY = "全镇28个项目开工16个，开工率64.3%，群众都说好。\n"
DOUBLED = "山上的的路修好了，采茶的人上山快了一个钟头。\n"
OTHER = "河边的的灯也亮了，夜里走路的人多了起来。\n"
TITLE = "青石见闻\n\n"


def report(text: str, path: str = "稿.txt") -> DocumentReport:
    return lint(read(path, data=text.encode()), RULES)


def without_text(one: DocumentReport) -> DocumentReport:
    return replace(one, text="")


def compared(old: str, new: str, *, texts: bool = True) -> list[tuple[Status, str, str, bool | None, str | None]]:
    before, after = report(old), report(new)
    found = compare(before, after) if texts else compare(without_text(before), without_text(after))
    return [(one.status, _quote(one.old), _quote(one.new), one.touched, one.now) for one in found.changes]


def _quote(finding: Finding | None) -> str:
    return finding.place.quote if finding else ""


def test_mended_with_what_stands_there_now() -> None:
    assert compared(TITLE + FAULTY, TITLE + FAULTY.replace("64.3", "57.1")) == [
        (Status.MENDED, "64.3%", "", True, "57.1%")
    ]


def test_mended_elsewhere() -> None:
    """The rate stands as it was; the count was what was wrong."""
    assert compared(TITLE + FAULTY, TITLE + FAULTY.replace("16个", "18个")) == [
        (Status.MENDED, "64.3%", "", False, None)
    ]


def test_changed_and_wrong_still() -> None:
    assert compared(TITLE + FAULTY, TITLE + FAULTY.replace("64.3", "65.3")) == [
        (Status.STILL, "64.3%", "65.3%", True, None)
    ]


def test_moved_and_nothing_else() -> None:
    old, new = TITLE + FAULTY + DOUBLED + OTHER, TITLE + "新的一段。\n" + OTHER + FAULTY + DOUBLED
    assert sorted(compared(old, new)) == [
        (Status.STILL, "64.3%", "64.3%", False, None),
        (Status.STILL, "的的", "的的", False, None),
        (Status.STILL, "的的", "的的", False, None),
    ]


def test_the_one_that_was_mended_is_named_where_words_are_equal() -> None:
    """Fingerprints shift when the first of equal words goes; what stands around them does not."""
    old, new = TITLE + DOUBLED + OTHER, TITLE + DOUBLED.replace("的的", "的") + OTHER
    assert compared(old, new) == [
        (Status.MENDED, "的的", "", True, "的"),
        (Status.STILL, "的的", "的的", False, None),
    ]
    assert [one.old.place.position.line for one in compare(report(old), report(new)).changes if one.old] == [3, 4]


def test_a_new_fault_is_new_though_its_words_were_mended_elsewhere() -> None:
    old, new = TITLE + DOUBLED + OTHER.replace("的的", "的"), TITLE + DOUBLED.replace("的的", "的") + OTHER
    assert compared(old, new) == [
        (Status.MENDED, "的的", "", True, "的"),
        (Status.NEW, "", "的的", True, None),
    ]


def test_a_new_fault_where_nothing_was_touched() -> None:
    old, new = report(TITLE + FAULTY), report(TITLE + FAULTY)
    [change] = compare(replace(old, findings=()), new).changes
    assert (change.status, change.touched) == (Status.NEW, False)


def test_a_paragraph_that_was_cut() -> None:
    assert compared(TITLE + FAULTY + DOUBLED, TITLE + FAULTY) == [
        (Status.STILL, "64.3%", "64.3%", False, None),
        (Status.MENDED, "的的", "", True, None),
    ]


def test_a_copy_that_was_cut_is_not_the_other_one() -> None:
    """The words of the block still stand, but where they belong."""
    mended = desk.ARTICLE.replace(f"{desk.COPIED}\n\n点军区 山", "西陵区的桥修好了。\n\n点军区 山")
    found = compare(desk.report(), desk.report(mended)).changes
    assert [(one.status, one.finding.rule, one.touched) for one in found] == [
        (Status.MENDED, "attribution/district", True),
        (Status.MENDED, "duplication/paragraph", True),
        (Status.MENDED, "structure/splice", True),
    ]


def test_a_common_word_is_told_by_where_it_stands() -> None:
    lines = [f"{number}号楼前的的灯亮了。\n" for number in range(60)]
    mended = [line.replace("的的", "的") if number == 41 else line for number, line in enumerate(lines)]
    found = compare(report(TITLE + "".join(lines)), report(TITLE + "今晚亮灯。\n" + "".join(mended)))
    assert [one.old.place.position.line for one in found.of(Status.MENDED) if one.old] == [44]
    assert len(found.of(Status.STILL)) == 59
    assert found.of(Status.NEW) == []


def test_without_texts_equal_words_are_told_apart_by_order() -> None:
    old, new = TITLE + DOUBLED + OTHER, TITLE + DOUBLED.replace("的的", "的") + OTHER
    assert compared(old, new, texts=False) == [
        (Status.STILL, "的的", "的的", None, None),
        (Status.MENDED, "的的", "", None, None),
    ]


LINES = st.lists(st.sampled_from([FAULTY, DOUBLED, OTHER, "今天是个好天气。\n", "他说：“好。“\n"]), unique=True)


@given(LINES, st.randoms(use_true_random=False))
def test_whatever_moves_nothing_is_lost_or_invented(lines: list[str], random: object) -> None:
    moved = list(lines)
    random.shuffle(moved)  # type: ignore[attr-defined]
    found = compared(TITLE + "".join(lines), TITLE + "".join(moved))
    assert all(status is Status.STILL and not touched for status, _, _, touched, _ in found)
    assert len(found) == len(report(TITLE + "".join(lines)).findings)


@given(LINES, LINES)
def test_every_finding_is_told_once(one: list[str], two: list[str]) -> None:
    old, new = report(TITLE + "".join(one)), report(TITLE + "".join(two))
    for before, after in ((old, new), (without_text(old), without_text(new))):
        found = compare(before, after)
        was = sorted(change.old.place.span for change in found.changes if change.old)
        now = sorted(change.new.place.span for change in found.changes if change.new)
        assert was == sorted(finding.place.span for finding in old.findings)
        assert now == sorted(finding.place.span for finding in new.findings)


def test_what_stands_there_now() -> None:
    assert became("甲乙丙丁", Span(1, 2), "甲新丙丁") == "新"
    assert became("甲乙丙丁", Span(1, 2), "甲丙丁") == ""
    assert became("甲乙丙丁", Span(1, 2), "甲新丙丁\n甲又丙丁") is None
    assert became("甲乙", Span(1, 2), "甲丙") is None


def comparison() -> Comparison:
    old = TITLE + FAULTY + DOUBLED + "他说：“好。“\n"
    return compare(report(old, "旧.txt"), report(TITLE + FAULTY.replace("64.3", "57.1") + DOUBLED + OTHER, "新.txt"))


def test_in_text() -> None:
    assert as_text([comparison()]) == (
        "旧.txt → 新.txt：未改 1、新出 1、已改 2\n"
        "\n未改（1 处）\n"
        "  [请核] 第3段（4行3列） “的的” “的”连写了两遍 [wording/doubled-word]\n"
        "\n新出（1 处）\n"
        "  [请核] 第4段（5行3列） “的的” “的”连写了两遍（改动带出） [wording/doubled-word]\n"
        "\n已改（2 处）\n"
        "  [错] 第2段（3行17列） “64.3%” 开工率与个数不符：16÷28=57.14%，文中64.3%（现作“57.1%”） [arithmetic/ratio]\n"
        "  [请核] 第4段（5行4列） 「“」 前引号「“」没有后引号「”」与它成对 [quotation/unbalanced]\n"
    )


def test_in_json_the_same_bytes() -> None:
    assert as_json([comparison()]) == as_json([comparison()])


def test_what_was_put_right_waits_for_the_ledger() -> None:
    found = comparison()
    [fault] = put_right(found, read("旧.txt", data=found.old.text.encode()))
    assert (fault.sort, fault.wrong, fault.right, fault.candidates) == (Sort.WORDS, "64.3%", None, ("57.1%",))
    covered = [one.place.span for one in found.old.findings]
    assert put_right(found, read("旧.txt", data=found.old.text.encode()), covered) == []


def test_a_text_that_was_not_mended() -> None:
    faults = desk.faults("rate", "block")
    block = "block（claims.yaml:58）：改后的正文里还有误排的那一段（自“点军区把旧厂房改成了……”）"
    assert [*unchanged(faults, desk.ARTICLE, desk.ARTICLE)] == [
        "rate（claims.yaml:4）：改后的正文里没有“开工率57.1%”",
        block,
    ]
    mended = desk.ARTICLE.replace("64.3", "57.1")
    assert [*unchanged(faults, desk.ARTICLE, mended)] == [block]
    assert [*unchanged(faults, desk.ARTICLE, mended.replace(desk.COPIED, "西陵区的桥。", 1))] == []


def test_a_name_that_was_mended_in_one_of_its_places() -> None:
    faults = desk.faults("place")
    half = desk.ARTICLE.replace("柳弯", "柳湾", 2)
    assert [*unchanged(faults, desk.ARTICLE, half)] == ["place（claims.yaml:27）：改后的正文里还有2处“柳弯”"]
    whole = desk.ARTICLE.replace("柳弯", "柳湾")
    assert [*unchanged(faults, desk.ARTICLE, whole)] == []
    assert [*unchanged(faults, desk.ARTICLE, f"{whole}更正：将“柳湾”误作“柳弯”。\n")] == [], "what a correction quotes"
    elsewhere = desk.ARTICLE + "另一处64.3%是对的，开工率64.3%也是。\n"
    mended = elsewhere.replace("64.3", "57.1", 1)
    assert [*unchanged(desk.faults("rate"), elsewhere, mended)] == [], "the same number may be right elsewhere"


def test_a_report_is_read_back() -> None:

    made = Report((report(TITLE + FAULTY + DOUBLED),))
    written = render(made, "json")
    assert render(parse(written.encode(), "报告.json"), "json") == written
