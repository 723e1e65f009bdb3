"""What an article, and each part of a digest, is about."""

from tests.extraction.test_statements import numbers

DIGEST = """晨间要闻

粮食局：早稻收购过半
粮食局表示，收购了300万吨早稻。粮食局表示，进度比去年快。

青州市明年增加学位
据悉，扩建新增学位3000个。

河湾县修桥
大桥全长800米。

白鹭镇旅游升温
收入增长12%。
"""


def test_an_item_of_a_digest_is_about_whom_its_heading_names() -> None:
    found = {literal: subject for literal, subject, _ in numbers(DIGEST)}
    assert found["3000个"] == "青州市"
    assert found["12%"] == "白鹭镇"


def test_a_text_with_counted_headings_is_no_digest() -> None:
    text = (
        "云溪集团年报\n\n一、经营\n云溪集团稳健经营。利润增长3%。\n\n二、人员\n员工200人。\n\n三、展望\n产值将达3亿元。"
    )
    assert {subject for _, subject, _ in numbers(text)} == {"云溪集团"}


def test_a_body_that_only_says_something_is_not_whom_it_is_about() -> None:
    assert numbers("青海湖研究院表示，湟鱼洄游量增长12%，野牦牛数量达到3万头。")[0][1] != "青海湖研究院"


def test_a_body_that_says_what_it_will_do_is() -> None:
    text = "会议昨天闭幕。云溪市商务局今天宣布，将投放2万吨大米。"
    assert numbers(text)[-1][1] == "云溪市商务局"
