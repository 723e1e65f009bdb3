"""ordinals: 一是…二是…四是: numbers in running text that leave one out, come twice or change places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.checks.kind import Kind, Params
from checker.checks.listed import like
from checker.document import Block, BlockKind
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.readers.markers import ordinal
from checker.spans import Span

HAN = "(?:[一二三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?)"
EDGE = "(?<![^\\s。；：！？，、,;:“‘（(—…])"
FIRM = "(?<![^\\s。；：！？;:])"
STYLES: dict[str, str] = {
    "是": f"{EDGE}(?P<是>{HAN})是(?![一二三])",
    "要": f"{EDGE}(?P<要>{HAN})要(?=[\\u4e00-\\u9fff“])",
    "来": f"{EDGE}(?P<来>[一二三四五])来[，,]?(?=[\\u4e00-\\u9fff“])",
    "其": f"{EDGE}其(?P<其>[一二三四五六七八九十])[，、：:,是]",
    "第": f"{FIRM}第(?P<第>{HAN})(?:[，、：:,]|是(?!一))",
    "顿": f"{FIRM}(?P<顿>{HAN})、(?![一二三四五六七八九十])",
    "括": f"{FIRM}[（(](?P<括>{HAN})[）)](?![、和至项款条级])",
    "圈": "(?P<圈>[①-⑳])",
    "点": f"{FIRM}(?P<点>[1-9]|1[0-9])[.．、](?![0-9０-９A-Za-z])",
    "弧": f"{FIRM}[（(]?(?P<弧>[1-9]|1[0-9])[）)](?![0-9])",
}
NAMES = {"是": "{}是", "要": "{}要", "来": "{}来", "其": "其{}", "第": "第{}", "顿": "{}、", "括": "（{}）", "圈": "{}", "点": "{}.", "弧": "{}）"}
MARKER = pattern("|".join(f"(?:{one})" for one in STYLES.values()))
SIGN = pattern("[一二三四五六七八九十][是要来、，：:,）)]|[①-⑳]|[0-9][.．、）)]|其[一二三]")
