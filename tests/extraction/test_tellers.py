"""Whom a text is about, and not who says so or when it was."""

import pytest

from checker.extraction.homeland import homeland
from tests.extraction.test_statements import numbers

TOLD = {
    "云溪镇举行茶会。镇长陈建明表示，陈建明上任两年。陈建明介绍，去年产茶3吨。": ("3吨", "云溪镇"),
    "河湾集团营业收入3亿元；调整后每股收益2元。": ("2元", "河湾集团"),
    "我国茶业稳定。我国出口增加。我国消费活跃。城镇新增就业30万人。": ("30万人", "中国"),
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_whom_a_text_is_about(text: str, told: tuple[str, str]) -> None:
    assert told in [(value, subject) for value, subject, _ in numbers(text)]


def test_a_text_that_speaks_of_others_as_much_is_not_about_the_country() -> None:
    assert homeland("我国出口增加，美国、日本、德国出口减少。我国消费活跃。我国进口增加。") == ""


def test_a_part_of_the_country_has_the_numbers_of_its_own_sentence() -> None:
    text = "我国旅游增长。我国客流增长。我国消费增长。东部地区收入增长5%，外资项目达到30个。引进项目80个。"
    assert [subject for _, subject, _ in numbers(text)] == ["东部地区", "东部地区", "中国"]


def test_the_company_is_whom_the_text_says_to_be_one() -> None:
    text = "南浦科技是一家做茶饮设备的企业。设备销路很好。公司去年盈利3亿元。"
    assert numbers(text)[-1][1] == "南浦科技"
