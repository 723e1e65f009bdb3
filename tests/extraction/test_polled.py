"""Votes, rankings, and events that have what is counted."""

import pytest

from tests.extraction.test_statements import numbers

POLLED = {
    "《青江》得票率最高（38%），其次为《松岭：往事》（19.6%），排行第三为《白鹭》（15.7%）。": [
        ("38%", "青江", "得票率"),
        ("19.6%", "松岭：往事", "得票率"),
        ("15.7%", "白鹭", "得票率"),
    ],
    "《青江》63.39%（71票），《白鹭》21.43%（24票）。": [
        ("63.39%", "青江", "得票率"),
        ("71票", "青江", "得票数"),
        ("21.43%", "白鹭", "得票率"),
        ("24票", "白鹭", "得票数"),
    ],
}
SHARED = {
    "另外两位候选人哈贾尔和诺里分别获得3.2%和4.3%的选票。": [
        ("3.2%", "哈贾尔", "选票占比"),
        ("4.3%", "诺里", "选票占比"),
    ],
    "林晓和陈光的得票率分别为3%和4%。": [("3%", "林晓", "得票率"), ("4%", "陈光", "得票率")],
}
HELD = {
    "会议将有超过30位农业专家分享经验。": [("超过30位", "会议", "预计农业专家数")],
    "场地内还设有8个地区展馆。": [("8个", "场地", "地区展馆数")],
    "展馆吸引340家来自15个国家的参展商。": [("340家", "展馆", "参展商数"), ("15个", "参展商", "国家数")],
    "这次火灾中共有7名儿童遇难。": [("7名", "火灾", "遇难的儿童数")],
    "江西选手获得7枚金牌。": [("7枚", "江西选手", "金牌数")],
}


@pytest.mark.parametrize(("text", "expected"), [*POLLED.items(), *HELD.items()])
def test_numbers_of_votes_and_events(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(("text", "expected"), SHARED.items())
def test_shares_of_votes_are_their_candidates(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [one for one in numbers(text) if one[0].endswith("%")] == expected


@pytest.mark.parametrize("text", ["增速最高（38%）的是工业。", "工业增长5%（71人参与）。"])
def test_no_vote_no_share_of_it(text: str) -> None:
    assert not {metric for _, _, metric in numbers(text)} & {"得票率", "得票数"}
