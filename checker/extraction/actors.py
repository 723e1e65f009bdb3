"""Whom a clause speaks of: the place, body or thing that stands at its start, by its full name where the text has it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.document import Document
from checker.extraction.topics import Topic
from checker.gazetteer import Gazetteer
from checker.lexicon.organisations import endings
from checker.lexicon.predicates import predicates, verbs
from checker.patterns import one_of, pattern

LEAD = pattern(
    "(?:其中|此外|另外|同时|同期|不过|但是?|而且?|并且?|因此|据悉|据了解|据介绍|据统计|据测算|数据显示|目前|当前|如今|现在|截至目前|截止目前|日前|近日|今后|接下来"
    "|下一步|近年来|多年来|一年来|这一年|一直以来|此前|此次|当天|当日|全年|去年|今年|明年|上年|年末|年底|年内|月末|初步核算|预计|预计到|根据|通过"
    "|按照|随着|作为|仅|就|这是|这里的|[\\s　“‘《【（(·—－-]|[0-9０-９]{1,4}年|[0-9]{1,2}月(?:份|底|末|初|中旬)?|[0-9]{1,2}日)+"
)
ANAPHOR = pattern(
    "(?P<how>全|我|本|该|此|这家|这个|这座|这一|这)(?P<what>国|省|市|县|区|州|旗|盟|镇|乡|村|街道|社区|公司|企业|集团|项目|行|校|院|厂|园区|景区|基地|港|站"
    "|机构|平台|医院|学校|银行|线路|工程|所|中心)(?![一-鿿]?[长委政府])|(?P<bare>公司|企业|集团)(?!数|家|类|们|所得税|主体)"
)
PLACED = pattern("[一-鿿]{2,8}?(?:自治区|自治州|自治县|特区|新区|[省市县区旗镇乡村])(?![一-鿿]?[长委场民内里外])")
COUNTRY = pattern(
    "中国|美国|英国|法国|德国|韩国|泰国|日本|印度|俄罗斯|巴西|越南|老挝|缅甸|柬埔寨|新加坡|马来西亚|印尼|印度尼西亚|菲律宾|澳大利亚|加拿大|意大利|西班牙|埃及|南非"
    "|沙特|伊朗|土耳其|墨西哥|阿根廷|欧盟|欧元区|全球|世界|我国|台湾|香港|澳门|中方|美方"
)
NOT_IN_NAMES = frozenset("的了在是将被把向对从为由与和及或就都也已正等其这那每，。；：、！？")
LONGEST = 18
SHORT_PLACES = range(5, 1, -1)
MORE = "高新区 经开区 开发区 自贸区 保税区 示范区 园区 项目 工程 班列 港区 码头 机场 车站 工业园 产业园 创业园 委员会 管理局 办公室 交易所 海关 法院 检察院 公安局 卫健委 发改委 商务委 教委 品牌 平台 基地 组织 机构 部门 队 组"


@dataclass(frozen=True, slots=True)
class Actor:
    """``name`` in full, ``words`` as printed, and where the words end."""

    name: str
    words: str
    end: int


class Actors:
    """Finds whom clauses speak of. ``default`` is whom the whole article is about."""

    def __init__(self, document: Document, topics: Sequence[Topic], gazetteer: Gazetteer) -> None:
        self.text = document.text
        self.topics = topics
        self.gazetteer = gazetteer
        self.bodies = list(_bodies(self.text))
        self.body_starts = [at for at, _ in self.bodies]
        self.places = [(one.start(), one[0]) for one in PLACED.finditer(self.text) if self._is_place(one[0])]
        self.place_starts = [at for at, _ in self.places]

    def opening(self, start: int, end: int) -> Actor | None:
        """Whom the words from ``start`` to ``end`` begin with; None where they name nobody."""
        lead = LEAD.match(self.text, start, end)
        at = lead.end() if lead else start
        found = self._anaphor(at, end) or self._body(at, end) or self._place(at, end)
        return found or self._doer(at, end)

    def topic(self, at: int) -> Topic | None:
        """The section about somebody that ``at`` lies in."""
        return next((one for one in self.topics if one.section.span.start <= at < one.section.span.end), None)

    def _anaphor(self, at: int, end: int) -> Actor | None:
        match = ANAPHOR.match(self.text, at, end)
        if not match:
            return None
        what = match["what"] or match["bare"]
        return Actor(self._meant(what, match["how"] or "", at) or match[0], match[0], match.end())

    def _meant(self, what: str, how: str, at: int) -> str:
        """The full name of what 全区, 该公司, 该项目 stands for."""
        topic = self.topic(at)
        if what in "国":
            return "中国" if how in ("全", "我", "本") else ""
        if what in "省市县区州旗盟镇乡村":
            if topic and topic.name.endswith(what):
                return topic.name
            return _last(self.places, self.place_starts, at, lambda name: name.endswith(what))
        floor = topic.section.span.start if topic else 0
        wanted = ("公司", "集团", "企业", "厂", "银行", "合作社") if what in ("公司", "企业", "集团") else (what,)
        return _last(self.bodies, self.body_starts, at, lambda name: name.endswith(wanted) and len(name) > 3, floor)

    def _body(self, at: int, end: int) -> Actor | None:
        index = bisect_left(self.body_starts, at)
        for start, name in self.bodies[index : index + 1]:
            if start <= at + 1 and start + len(name) <= end:
                return Actor(name, name, start + len(name))
        return None

    def _place(self, at: int, end: int) -> Actor | None:
        country = COUNTRY.match(self.text, at, end)
        if country:
            return Actor("中国" if country[0] == "我国" else country[0], country[0], country.end())
        match = PLACED.match(self.text, at, end)
        if match and self._is_place(match[0]):
            return Actor(match[0], match[0], match.end())
        for size in SHORT_PLACES:
            words = self.text[at : min(end, at + size)]
            if len(words) == size and self.gazetteer.named(words):
                return Actor(self._full(words, at), words, at + size)
        return None

    def _full(self, words: str, at: int) -> str:
        topic = self.topic(at)
        if topic and topic.place and words in (topic.place.short, *topic.also):
            return topic.place.name
        return words

    def _is_place(self, words: str) -> bool:
        return bool(self.gazetteer.named(words)) or (
            words[-1] in "镇乡村" and 3 <= len(words) <= 6 and not NOT_IN_NAMES & set(words) and not verbs().search(words)
        )

    def _doer(self, at: int, end: int) -> Actor | None:
        """A name of any sort before a verb: 盛泰光电|引领, 老铺面条馆|推出."""
        verb = verbs().search(self.text, at + 2, min(end, at + LONGEST))
        if not verb:
            return None
        words = self.text[at : verb.start()].rstrip("已将正还也又再都均共可能”’》")
        whole = self.text[at : verb.start()].strip("“”‘’")
        if len(words) < 2 or NOT_IN_NAMES & set(words) or predicates().match(words) or any(c.isdigit() for c in words):
            return None
        return Actor(whole.rstrip("已将正还也又再都均共可能"), words, verb.start())


@cache
def _ends() -> re.Pattern[str]:
    return pattern(f"(?:{one_of(endings('form') | set(MORE.split()))})")


def _bodies(text: str) -> Iterator[tuple[int, str]]:
    """The names of bodies and projects, each with its start: back from the ending to the first word of no name."""
    free = 0
    for match in _ends().finditer(text):
        if _ends().match(text, match.end()):
            continue
        start = match.start()
        while start > max(free, match.end() - LONGEST) and _goes_on(text[start - 1]):
            start -= 1
        words = text[start : match.end()]
        cut = max((one.end() for one in verbs().finditer(words, 0, len(words) - len(match[0]))), default=0)
        lead = LEAD.match(words, cut, len(words) - len(match[0]))
        cut = lead.end() if lead else cut
        name = words[cut:]
        free = match.end()
        if len(name) - len(match[0]) >= 2:
            yield start + cut, name


def _goes_on(char: str) -> bool:
    return ("一" <= char <= "鿿" or char in "·（）()“”" or char.isascii() and char.isalnum()) and char not in NOT_IN_NAMES


def _last(found: Sequence[tuple[int, str]], starts: Sequence[int], at: int, fits, floor: int = 0) -> str:  # type: ignore[no-untyped-def]
    index = bisect_left(starts, at) - 1
    while index >= 0 and found[index][0] >= floor:
        if fits(found[index][1]):
            return found[index][1]
        index -= 1
    return ""
