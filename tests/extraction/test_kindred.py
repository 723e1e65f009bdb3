"""What 该 and a sort of things stand for."""

import pytest

from tests.extraction.test_statements import numbers

MEANT = {
    "云岭债券基金昨天成立。有人说，该基金今年回报10%。": "云岭债券基金",
    "云岭茶叶工厂去年停工，该工厂年产量达到300吨。": "云岭茶叶工厂",
    "巴西司法部昨天开会，该国确诊病例10例。": "巴西",
}


@pytest.mark.parametrize("text", MEANT)
def test_whom_it_means(text: str) -> None:
    assert numbers(text)[-1][1] == MEANT[text]


def test_a_sort_of_things_is_not_meant() -> None:
    assert numbers("这是一只混合型基金。该基金今年回报10%。")[-1][1] != "混合型基金"
