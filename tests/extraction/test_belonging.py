"""Whose a number is by the name in its own indicator."""

import pytest

from tests.extraction.test_statements import numbers

NAMED = {
    "南岭省召开会议。会议介绍，白鹭县的用电量增长5%。": ("白鹭县", "用电量增速"),
    "中国今年举行选举。陈志强说过要参选。陈志强走访各地。民调显示，陈志强的支持率升至35%。": ("陈志强", "支持率"),
    "人民银行召开会议。人民银行今天宣布，明年稳健。个人住房贷款利率为4%。": ("个人住房贷款", "利率"),
}
NOT_NAMED = {
    "云溪镇去年稳定。工业投资增长5%。": ("云溪镇", "工业投资增速"),
    "云溪镇去年稳定。高新区用电量增长5%。": ("云溪镇", "高新区用电量增速"),
    "云溪镇去年稳定，对白鹭县出口增长5%。": ("云溪镇", "对白鹭县出口增速"),
}


@pytest.mark.parametrize("text", [*NAMED, *NOT_NAMED])
def test_whose_the_last_number_is(text: str) -> None:
    assert numbers(text)[-1][1:] == (NAMED | NOT_NAMED)[text]
