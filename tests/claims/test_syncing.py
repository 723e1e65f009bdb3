"""What ``sync`` tells of a changed article, and what it writes into the ledger: these lines and no others."""

from difflib import unified_diff

import pytest

from checker.claims import parse
from checker.claims.syncing import Synced
from checker.errors import LedgerError
from tests.claims.desk import TEXT, drafted_text, synced

LEDGER = drafted_text(TEXT)


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that differ, but for the digest of the article."""
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---") and "sha256" not in line]


def ids(done: Synced) -> tuple[list[str], list[str], list[str], list[str]]:
    """New, lost, changed and moved claims."""
    return (
        [one.id for one in done.new],
        [one.id for one in done.lost],
        [one.claim.id for one in done.changed],
        [one.id for one in done.moved],
    )


def test_nothing_changed() -> None:
    done = synced(LEDGER, TEXT)
    assert done.text == LEDGER
    assert ids(done) == ([], [], [], [])


def test_a_changed_value() -> None:
    done = synced(LEDGER, TEXT.replace("64.3%", "57.1%"))
    assert ids(done) == ([], [], ["C006"], [])
    assert changed_lines(LEDGER, done.text) == [
        "-    anchor: {paragraph: 3, quote: 开工18个, before: 镇28个重点项目, after: ，开工率64.3}",
        "+    anchor: {paragraph: 3, quote: 开工18个, before: 镇28个重点项目, after: ，开工率57.1}",
        "-    anchor: {paragraph: 3, quote: 开工率64.3%, before: 项目开工18个，, after: ，完成投资3.2}",
        "+    anchor: {paragraph: 3, quote: 开工率57.1%, before: 项目开工18个，, after: ，完成投资3.2}",
        '-    value: {literal: 64.3%, number: 64.3, unit: "%", quantum: 0.1}',
        '+    value: {literal: 57.1%, number: 57.1, unit: "%", quantum: 0.1}',
        "-    anchor: {paragraph: 3, quote: 完成投资3.2亿元, before: 工率64.3%，, after: 。}",
        "+    anchor: {paragraph: 3, quote: 完成投资3.2亿元, before: 工率57.1%，, after: 。}",
    ]


def test_a_changed_hedge_takes_its_key_along() -> None:
    done = synced(LEDGER, TEXT.replace("45台", "近45台"))
    [claim] = [one for one in parse(done.text).claims if one.id == "C012"]
    assert claim.value
    assert (claim.value.literal, claim.value.hedge) == ("近45台", "near")
    assert ids(done) == ([], [], ["C012"], [])


@pytest.mark.parametrize(
    ("status", "now", "reopened"),
    [("confirmed", "checking", True), ("wrong", "checking", True), ("checking", "checking", False)],
)
def test_a_claim_that_was_decided_about_is_opened_again(status: str, now: str, reopened: bool) -> None:
    decided = LEDGER.replace("quantum: 0.1}\n    status: unchecked", f"quantum: 0.1}}\n    status: {status} # 已核")
    done = synced(decided, TEXT.replace("64.3%", "57.1%"))
    [one] = done.changed
    assert one.reopened is reopened
    assert f"    status: {now} # 已核" in done.text


def test_a_new_number_is_put_behind_the_claim_before_it() -> None:
    done = synced(LEDGER, TEXT.replace("完成投资3.2亿元。", "完成投资3.2亿元。新增农户120户。"))
    assert ids(done) == (["C015"], [], [], [])
    order = [one.id for one in parse(done.text).claims]
    assert order.index("C015") == order.index("C007") + 1
    assert [line for line in changed_lines(LEDGER, done.text) if "id:" in line] == ["+  - id: C015"]


def test_only_with_every_are_titles_and_quotations_added() -> None:
    longer = TEXT + "“水库修好了，大家放心。”青石县水利局副局长石大勇说。\n"
    assert ids(synced(LEDGER, longer))[0] == []
    assert [one.kind for one in synced(LEDGER, longer, every=True).new] == ["quote", "title"]


def test_a_paragraph_that_moves_takes_its_claims_along() -> None:
    lines = TEXT.split("\n\n")
    done = synced(LEDGER, "\n\n".join([lines[0], lines[2], lines[1], *lines[3:]]))
    assert ids(done) == ([], [], [], ["C001", "C002", "C003", "C004", "C005", "C006", "C007"])
    assert all("paragraph" in line for line in changed_lines(LEDGER, done.text))


def test_a_lost_claim_stays_unless_it_is_pruned() -> None:
    shorter = TEXT.replace("松岭乡引进智能农机45台，粮食亩产提高30公斤，是全县首个机械化示范乡。\n", "")
    done = synced(LEDGER, shorter)
    assert ids(done) == ([], ["C012", "C013", "C014"], [], [])
    assert changed_lines(LEDGER, done.text) == []
    pruned = synced(LEDGER, shorter, prune=True)
    assert [one.id for one in pruned.pruned] == ["C012", "C013", "C014"]
    assert [one.id for one in parse(pruned.text).claims] == [f"C{at:03}" for at in range(1, 12)]


@pytest.mark.parametrize(
    "written", ["    note: 问过农机站\n", "    # 农机站的电话在本子上\n", "    checked_by: 张三\n"]
)
def test_what_somebody_wrote_into_is_never_pruned(written: str) -> None:
    kept = LEDGER.replace("    metric: 引进智能农机数\n", f"    metric: 引进智能农机数\n{written}")
    shorter = TEXT.replace("松岭乡引进智能农机45台，粮食亩产提高30公斤，是全县首个机械化示范乡。\n", "")
    done = synced(kept, shorter, prune=True)
    assert [one.id for one in done.kept] == ["C012"]
    assert written in done.text


def test_what_a_relation_names_is_never_pruned() -> None:
    done = synced(LEDGER, TEXT.replace("河湾镇28个重点项目开工18个，开工率64.3%，完成投资3.2亿元。\n", ""), prune=True)
    assert [one.id for one in done.kept] == ["C004", "C005", "C006"]
    assert [one.id for one in done.pruned] == ["C007"]


def test_a_passage_printed_twice_loses_one_copy() -> None:
    twice = TEXT + "河湾镇28个重点项目开工18个，开工率64.3%，完成投资3.2亿元。\n"
    done = synced(drafted_text(twice), TEXT)
    assert len(done.lost) == 4
    assert ids(done)[0] == []


FORMS = {
    "block": (
        "    anchor: {paragraph: 5, quote: 引进智能农机45台, before: 松岭乡, after: ，粮食亩产提高3}\n",
        "    anchor:\n      quote: 引进智能农机45台 # 逐字\n      paragraph: 5\n"
        "      before: 松岭乡\n      after: ，粮食亩产提高3\n",
        "      quote: 引进智能农机54台 # 逐字\n",
    ),
    "quoted": (
        "quote: 引进智能农机45台, before: 松岭乡",
        "quote: '引进智能农机45台', before: \"松岭乡\"",
        'quote: 引进智能农机54台, before: "松岭乡"',
    ),
    "trailing comma": (
        "    value: {literal: 45台, number: 45, unit: 台}\n",
        "    value: {literal: 45台, number: 45, unit: 台, }\n",
        "    value: {literal: 54台, number: 54, unit: 台, }\n",
    ),
    "several lines": (
        "    value: {literal: 45台, number: 45, unit: 台}\n",
        "    value: {literal: 45台, # 照抄\n            number: 45, unit: 台}\n",
        "    value: {literal: 54台, # 照抄\n            number: 54, unit: 台}\n",
    ),
    "folded": (
        "quote: 引进智能农机45台",
        'quote: "引进智能\\\n        农机45台"',
        "quote: 引进智能农机54台",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_edits_in_every_form_of_yaml(form: str) -> None:
    drafted, written, expected = FORMS[form]
    text = LEDGER.replace(drafted, written)
    assert text != LEDGER
    done = synced(text, TEXT.replace("45台", "54台"))
    assert expected in done.text
    assert [one.value.literal for one in parse(done.text).claims if one.id == "C012" and one.value] == ["54台"]


def test_an_alias_is_named_and_nothing_is_written() -> None:
    shared = LEDGER.replace("anchor: {paragraph: 5, quote: 引进智能", "anchor: &here {paragraph: 5, quote: 引进智能")
    assert synced(shared, TEXT).text == shared
    assert "&here {paragraph: 6," in synced(shared, TEXT.replace("河湾镇28", "新修灌渠。\n\n河湾镇28")).text
    start = shared.index("    anchor: {paragraph: 5, quote: 粮食亩产提高30公斤")
    end = shared.index("    comparison", start)
    aliased = f"{shared[:start]}    anchor: *here\n    subject: 松岭乡\n{shared[end:]}"
    with pytest.raises(LedgerError, match="write it out instead of using an alias"):
        synced(aliased, TEXT.replace("河湾镇28", "新修灌渠。\n\n河湾镇28"))


HAND = """\
schema: claims/1
article: {id: a, title: 青石县, source_file: article.txt}
claims:
  # 手写的
  - {id: C1, kind: count, anchor: {paragraph: 3, quote: 项目开工17个}, subject: 河湾镇, value: {literal: 17个}}  # 问过
"""


def test_a_claim_on_one_line_that_gives_the_literal_alone() -> None:
    done = synced(HAND, TEXT)
    assert ids(done)[1:3] == ([], ["C1"])
    line = next(line for line in done.text.splitlines() if "C1" in line)
    assert "quote: 开工18个" in line
    assert line.endswith("value: {literal: 18个, number: 18, unit: 个}}  # 问过")
    assert len(parse(done.text).claims) == len(done.new) + 1
    assert synced(done.text, TEXT).text == done.text


def test_a_comment_behind_an_empty_list_stays_there() -> None:
    empty = HAND[: HAND.index("claims:")] + "claims: []   # 还没有\nwaivers: []\n"
    done = synced(empty, TEXT)
    assert "\nclaims:   # 还没有\n  - id: C001\n" in done.text
    assert done.text.endswith("status: unchecked\nwaivers: []\n")


def test_claims_that_share_a_line_are_not_added_to() -> None:
    shared = HAND.replace("claims:\n  # 手写的\n  - {", "claims: [{").replace("}}  # 问过", "}}]")
    with pytest.raises(
        LedgerError, match=r"claims[.]yaml:3:\d+: a claim that has no lines of its own cannot be edited"
    ):
        synced(shared, TEXT)


SAID = """\
schema: claims/1
article: {id: a, title: 青石县, source_file: article.txt, issue_date: 2025-04-21}
claims:
  - id: C1
    kind: count
    anchor: {paragraph: 2, quote: 茶厂12家, before: 去年，河口镇有, after: ，工人300}
    subject: 河口镇
    value: {literal: 12家, number: 12, unit: 家}
    period: {literal: 去年, start: 2024-01-01, end: 2024-12-31}
    status: confirmed  # 问过统计局
  - id: C2
    kind: count
    anchor: {paragraph: 2, quote: 工人300名, before: 茶厂12家，}
    subject: 河口镇
    value: {literal: 300名, number: 300, unit: 名}
    period: {literal: 去年, start: 2024-01-01, end: 2024-12-31}
    status: unchecked
"""
WAS = "青石县见闻\n\n去年，河口镇有茶厂12家，工人300名。\n"


def test_the_same_number_of_another_year_is_to_be_checked_again() -> None:
    assert synced(SAID, WAS).parted == ()
    done = synced(SAID, WAS.replace("去年", "前年"))
    assert [(one.claim.id, one.words, one.reopened) for one in done.parted] == [
        ("C1", ("去年",), True),
        ("C2", ("去年",), False),
    ], "what stood beside one stood in the paragraph of the other"
    first, second = parse(done.text).claims
    assert first.period
    assert (first.period.literal, str(first.period.start), first.status) == ("前年", "2023-01-01", "checking")
    assert (second.period, second.status) == (first.period, "unchecked")
    assert "    status: checking  # 问过统计局\n" in done.text
    again = synced(done.text, WAS.replace("去年", "前年"))
    assert (again.text, again.parted) == (done.text, ())


def test_the_same_number_of_another_town_is_to_be_checked_again() -> None:
    done = synced(SAID, WAS.replace("河口镇", "柳湾镇"))
    assert [(one.claim.id, one.words) for one in done.parted] == [("C1", ("河口镇",))]
    first, second = parse(done.text).claims
    assert (first.subject, first.status) == ("河口镇", "checking"), "people's words stay"
    assert second.status == "unchecked"


@pytest.mark.parametrize(
    "words",
    [
        WAS.replace("去年，河口镇有", "河口镇的产业去年有起色，有"),
        WAS.replace("茶厂12家", "林场3处、茶厂12家"),
        f"{WAS}\n新的一段。\n",
        WAS.replace("青石县见闻", "新的一段。\n\n青石县见闻"),
    ],
)
def test_names_and_times_that_are_still_in_the_paragraph_are_no_matter(words: str) -> None:
    done = synced(SAID, words)
    assert done.parted == ()
    [status] = [one.status for one in parse(done.text).claims if one.id == "C1"]
    assert status == "confirmed"


def test_a_decided_claim_that_was_put_in_other_words_is_to_be_checked_again() -> None:
    long = "共有手工制茶的各类大小茶厂12家"
    book = SAID.replace("quote: 茶厂12家, before: 去年，河口镇有", f"quote: {long}")
    words = WAS.replace("有茶厂12家", long)
    assert synced(book, words).reworded == ()
    done = synced(book, words.replace("共有手工", "留下手工"))
    [one] = done.reworded
    assert (one.claim.id, one.reopened) == ("C1", True)
    assert str(parse(done.text).claims[0].status) == "checking"


def test_what_was_mended_as_decided_stays_the_record_of_the_correction() -> None:
    decided = SAID.replace("status: confirmed  # 问过统计局", "status: wrong\n    verdict: {by: 高远, value: 13家}")
    mended = WAS.replace("12家", "13家")
    done = synced(decided, mended)
    assert ids(done) == ([], [], [], []), "the right number is no new one either"
    first, _ = parse(done.text).claims
    assert first == parse(decided).claims[0]
    assert ids(synced(decided, WAS.replace("12家", "14家")))[2] == ["C1"], "other words than were decided are a change"
    assert ids(synced(decided.replace("wrong", "disputed"), mended))[2] == ["C1"]
