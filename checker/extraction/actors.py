"""Whom a clause speaks of: the place, body or thing that stands at its start, by its full name where the text has it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.document import Document
from checker.extraction.topics import Topic
from checker.gazetteer import Gazetteer, Level
from checker.lexicon.organisations import endings
from checker.lexicon.predicates import predicates, verbs
from checker.patterns import one_of, pattern
from checker.quantities.model import Date, Period, Quantity, Token

LEAD = pattern(
    "(?:其中|此外|另外|同时|同期|不过|但是?|而且?|并且?|因此|据悉|据了解|据介绍|据统计|据测算|数据显示|目前|当前|如今|现在|截至目前|截止目前|日前|近日|今后|接下来"
    "|下一步|近年来|多年来|一年来|这一年|一直以来|此前|此次|当天|当日|全年|去年|今年|明年|上年|年末|年底|年内|月末|初步核算|预计|预计到|根据|通过"
    "|按照|随着|作为|仅|就|这是|这里的|还有|走进|走近|来到|位于|在|据|截至|截止|[\\s　“‘《【（(·—－，-]|[0-9０-９]{1,4}年|[0-9]{1,2}月(?:份|底|末|初|中旬)?|[0-9]{1,2}日)+"
)
ANAPHOR = pattern(
    "(?P<how>全|我|本|该|此|这家|这个|这座|这一|这)(?P<what>国|省|市|县|区|州|旗|盟|镇|乡|村|街道|社区|公司|企业|集团|项目|行|校|院|厂|园区|景区|基地|港|站"
    "|机构|平台|医院|学校|银行|线路|工程|所|中心|基金|品牌|产品)(?![一-鿿]?[长委政府])(?<![国省市县区州](?=[场民值道份体家员面际球力土度情产务域间分块别]))|(?P<bare>公司|企业|集团|项目)(?!数|家|类|们|所得税|主体|管理|信用|债)"
    "|这[家个座]?[一-鿿“”‘’]{1,12}的(?P<shown>企业|公司|项目|园区|集团|医院|学校)"
)
PLACED = pattern(
    "[一-鿿]{2,8}?(?:自治区|自治州|自治县|特区|新区|[省市县区旗乡村]|(?<![城乡村小集])镇)(?![一-鿿]?[长委场民内里外])"
)
COUNTRY = pattern(
    "中国|美国|英国|法国|德国|韩国|泰国|日本|印度|俄罗斯|巴西|越南|老挝|缅甸|柬埔寨|新加坡|马来西亚|印尼|印度尼西亚|菲律宾|澳大利亚|加拿大|意大利|西班牙|埃及|南非"
    "|沙特|伊朗|土耳其|墨西哥|阿根廷|欧盟|欧元区|全球|世界|我国|台湾|香港|澳门|中方|美方"
)
NOT_IN_NAMES = frozenset("的了在是将被把向对从为由与和及或就都也已正等其这那每，。；：、！？")
LONGEST = 18
QUOTED = pattern(
    "[“《](?P<name>[^“”《》，。]{2,14})[”》](?=[在将已是与的一][^，。]|[一-鿿]{0,2}(?:推出|取得|实现|上线|拥有|成为))"
)
SAID = pattern("显示|表明|表示|介绍|指出|透露|说明|预测|认为|告诉|宣布|发布|公布")
SHORT_NAME = 10
DIVISION = pattern("[省市县区州旗盟]")
LONGEST_PLACE = 12
CHAINED = 3
INSIDE = pattern("[内里上中]?的")
BIG = (Level.PROVINCE, Level.PREFECTURE)
SHORT_PLACES = range(5, 1, -1)
NO_DOER = pattern(
    "(?:成功|紧紧|聚力|大力|不仅|规划|同比|环比|加快|深入|紧扣|着力|全力|奋力|持续|不断|积极|努力|计划|力争|预计|共同|先后|相继|陆续|累计|共计|首次|率先|已经|全面|进一步"
    "|重点|主动|充分|切实|扎实|有效|有序|有力|稳步|逐步|逐渐|大幅|明显|显著|快速|迅速|及时|高效|顺利|圆满|正式|共同|一起|同步|继续|再次|再度|多次|每年|每月|每天|每日|平均|总共"
    "|一共|合计|其实|尤其|特别|甚至|以及|并且|而且|同时|因此|所以|如果|虽然|尽管|通过|按照|根据|为了|随着|由于|关于|对于|严格|依法|统筹|加大|新|拟|并|还)+$"
)
NO_OPENING = pattern(
    "北京时间|以|相当于|践行|实际|城市|城乡|农村|城镇|国内|有效|我们?|他们?|她们?|你们?|大家|人们|地区|各地|市场|[一两几每这那不]|加快|加大|深入|重点|大力|着力|围绕|全力|统筹|进一步|持续|计划|同比|环比|平均|总|年均|人均|合计|预计|新|累计|完成"
)
INDICATOR = pattern(
    "(?:[量额值率费税价幅]|收入|投资|利润|支出|增速|面积|余额|规模|总数|比重|占比|研发|人数|户数|人口|产能|成本|资产|负债|存款|贷款|价格|指数|技术|合同|资金|贸易|消费|零售|出口|进口|用电|年产|日产)$"
)
VALUED = pattern("[0-9０-９]")
NOUN = pattern("[率额量值数费]|强度|面积|规模|总[额量值]|性|型|力|业|区|园|厂|者|商|线|端|力度|能力|成本|收入|价格")
MORE = "高新区 经开区 开发区 自贸区 保税区 示范区 园区 项目 工程 班列 港区 码头 机场 车站 工业园 产业园 创业园 委员会 管理局 办公室 交易所 海关 法院 检察院 公安局 卫健委 发改委 商务委 教委 品牌 平台 基地 机构 部门 队 组"


@dataclass(frozen=True, slots=True)
class Actor:
    """``name`` in full, ``words`` as printed, and where the words end."""

    name: str
    words: str
    end: int
    anaphoric: bool = False


class Actors:
    """Finds whom clauses speak of. ``default`` is whom the whole article is about."""

    def __init__(self, document: Document, topics: Sequence[Topic], tokens: Sequence[Token]) -> None:
        self.text = document.text
        self.topics = topics
        self.gazetteer = Gazetteer.load()
        self.times = {one.span.start: one.span.end for one in tokens if isinstance(one, Date | Period)}
        self.bodies = list(_bodies(self.text, _numbered(tokens)))
        self.body_starts = [at for at, _ in self.bodies]
        self.places = list(self._named())
        self.full_names = {name for _, name in self.places}
        self.place_starts = [at for at, _ in self.places]

    def opening(self, start: int, end: int) -> Actor | None:
        """Whom the words from ``start`` to ``end`` begin with; None where they name nobody."""
        at = self._past_times(start, end)
        found = self._anaphor(at, end) or self._quoted(at, end) or self._body(at, end) or self._place(at, end)
        return found or self._timed(at, end) or self._doer(at, end)

    def _past_times(self, at: int, end: int) -> int:
        """Behind the time and the connectives that a clause begins with."""
        while True:
            lead = LEAD.match(self.text, at, end)
            past = lead.end() if lead else self.times.get(at, at)
            if past <= at or past > end:
                return at
            at = past

    def topic(self, at: int) -> Topic | None:
        """The section about somebody that ``at`` lies in."""
        return next((one for one in self.topics if one.section.span.start <= at < one.section.span.end), None)

    def _anaphor(self, at: int, end: int) -> Actor | None:
        match = ANAPHOR.match(self.text, at, end)
        if not match:
            return None
        what = match["what"] or match["bare"] or match["shown"]
        return Actor(
            self._meant(what, match["how"] or match["shown"] or "", at) or match[0], match[0], match.end(), True
        )

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
        wanted: tuple[str, ...] = (what,)
        if what == "企业" or (how and what in ("公司", "集团")):
            wanted = ("公司", "集团", "企业", "厂", "银行", "合作社")
        return _last(self.bodies, self.body_starts, at, lambda name: name.endswith(wanted) and len(name) > 4, floor)

    def _quoted(self, at: int, end: int) -> Actor | None:
        match = QUOTED.match(self.text, at - 1, end) if at else None
        return Actor(match["name"], match["name"], match.end()) if match else None

    def _body(self, at: int, end: int) -> Actor | None:
        found = None
        index = bisect_left(self.body_starts, at)
        for start, name in self.bodies[index : index + CHAINED]:
            inner = INSIDE.match(self.text, at, end)
            if start > at + 1 and not (found and inner and inner.end() == start):
                break
            at = start + len(name)
            if at > end:
                break
            found = Actor(name, name, at)
        return None if found and INSIDE.match(self.text, found.end, end) else found

    def _place(self, at: int, end: int) -> Actor | None:
        country = COUNTRY.match(self.text, at, end)
        if country:
            return Actor("中国" if country[0] == "我国" else country[0], country[0], country.end())
        match = PLACED.match(self.text, at, end)
        if match and self._is_place(match[0]) and not self.text.startswith("、", match.end()):
            return Actor(match[0], match[0], match.end())
        for size in SHORT_PLACES:
            words = self.text[at : min(end, at + size)]
            if len(words) == size and self._is_meant(words, at):
                return Actor(self._full(words, at), words, at + size)
        return None

    def _full(self, words: str, at: int) -> str:
        topic = self.topic(at)
        if topic and topic.place and words in (topic.place.short, *topic.also):
            return topic.place.name
        return words

    def _named(self) -> Iterator[tuple[int, str]]:
        """The divisions that the text names in full."""
        for match in DIVISION.finditer(self.text):
            for size in range(2, LONGEST_PLACE):
                start = match.end() - size
                if start >= 0 and self.gazetteer.named(self.text[start : match.end()]):
                    yield start, self.text[start : match.end()]
                    break

    def _is_meant(self, words: str, at: int) -> bool:
        """Whether a short name is that of a place: of this section, of one named in full, of a large one."""
        known = self.gazetteer.named(words)
        if not known or self.text.startswith(("时间", "、"), at + len(words)):
            return False
        topic = self.topic(at)
        if topic and topic.place and words in (topic.place.short, *topic.also):
            return True
        return any(one.level in BIG or one.name in self.full_names for one in known)

    def _is_place(self, words: str) -> bool:
        return bool(self.gazetteer.named(words)) or (
            words[-1] in "镇乡村"
            and 3 <= len(words) <= 6
            and not NOT_IN_NAMES & set(words)
            and not verbs().search(words)
        )

    def _timed(self, at: int, end: int) -> Actor | None:
        """A short name before a time: 恒睿|2024年实现…"""
        for stop in range(at + 2, min(end, at + SHORT_NAME)):
            if stop in self.times:
                words = self.text[at:stop]
                unfit = (
                    NOT_IN_NAMES & set(words)
                    or verbs().search(words)
                    or NO_OPENING.match(words)
                    or INDICATOR.search(words)
                )
                return None if unfit or set("“”‘’《》 ") & set(words) else Actor(words, words, stop)
        return None

    def _doer(self, at: int, end: int) -> Actor | None:
        """A name of any sort before a verb: 盛泰光电|引领, 老铺面条馆|推出."""
        verb = verbs().search(self.text, at + 2, min(end, at + LONGEST))
        if not verb:
            return None
        words = self.text[at : verb.start()].rstrip("已将正还也又再都均共可能并净")
        bare = NO_DOER.sub("", words).strip("“”‘’")
        unfit = (
            set("“”‘’《》") & set(bare)
            or SAID.match(verb[0])
            or NOT_IN_NAMES & set(bare)
            or predicates().match(bare)
            or INDICATOR.search(bare)
            or VALUED.search(bare)
        )
        if len(bare) < 2 or unfit or NO_OPENING.match(bare) or NOUN.match(self.text, verb.end()):
            return None
        return Actor(bare, words, verb.start())


@cache
def _ends() -> re.Pattern[str]:
    return pattern(f"(?:{one_of(endings('form') | set(MORE.split()))})")


def _numbered(tokens: Sequence[Token]) -> set[int]:
    return {
        at for one in tokens if isinstance(one, Quantity | Date | Period) for at in range(one.span.start, one.span.end)
    }


def _bodies(text: str, numbered: set[int]) -> Iterator[tuple[int, str]]:
    """The names of bodies and projects, each with its start: back from the ending to the first word of no name."""
    free = 0
    for match in _ends().finditer(text):
        if _ends().match(text, match.end()):
            continue
        start = match.start()
        while start > max(free, match.end() - LONGEST) and start - 1 not in numbered and _goes_on(text[start - 1]):
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
    return (
        "一" <= char <= "鿿" or char in "·（）()“”" or char.isascii() and char.isalnum()
    ) and char not in NOT_IN_NAMES


def _last(
    found: Sequence[tuple[int, str]], starts: Sequence[int], at: int, fits: Callable[[str], bool], floor: int = 0
) -> str:
    index = bisect_left(starts, at) - 1
    while index >= 0 and found[index][0] >= floor:
        if fits(found[index][1]):
            return found[index][1]
        index -= 1
    return ""
