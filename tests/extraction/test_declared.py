"""Short names that a text declares, and their misspellings."""

import pytest

from checker.extraction.declared import declared_spellings
from checker.readers import text as reader


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("证券简称：青恒新材\n\n清恒新材回答了提问。", [("清恒新材", "青恒新材")]),
        ("青恒新材料股份有限公司公告\n\n清恒新材料回答了提问。", [("清恒新材料", "青恒新材料")]),
        ("青河水务集团（以下简称“青河水务”）供水。\n\n清河水务涨价。", [("清河水务", "青河水务")]),
        ("证券简称：青恒新材\n\n青恒新材回答了提问。", []),
        ("证券简称：东泰新材\n\n西泰新材回答了提问。", []),
        ("以下简称“华泰一厂”。\n\n华泰二厂停产。", []),
        ("清恒新材回答了提问。青恒新材也在。", []),
    ],
)
def test_declared(text: str, expected: list[tuple[str, str]]) -> None:
    document = reader.read(text.encode(), "article")
    assert [(one.name, one.usual) for one in declared_spellings(document)] == expected
    assert all(one.span.of(text) == one.name for one in declared_spellings(document))
