"""Whom a clause speaks of: the place, body or thing that it begins with, by its full name where the text has it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from checker.document import Document
from checker.extraction.bodies import NOT_IN_NAMES, bodies, is_named, lead, months
from checker.extraction.called import called
from checker.extraction.companies import Companies
from checker.extraction.doers import INDICATOR, Actor, doer
from checker.extraction.eventnames import OCCASION, POINTING, in_full
from checker.extraction.familiar import People
from checker.extraction.kindred import country, kin
from checker.extraction.ministries import ministry
from checker.extraction.nominals import is_agent, is_proper
from checker.extraction.parsing import Words
from checker.extraction.placed import Placed
from checker.extraction.topics import Topic
from checker.extraction.whereabouts import NO_NAME, REGIONS, Whereabouts, last
from checker.lexicon.clauses import words as known
from checker.lexicon.genres import genre_before
from checker.lexicon.predicates import verbs
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Date, Period, Quantity, Token
from checker.spans import Span

ANAPHOR = pattern(
    "(?!全国(?:首|最|第|唯一|率先|领先|前列|排名|位居))(?P<how>全|我|本|该|此|这家|这个|这座|这一|这)"
    "(?P<what>国|省|市|县|区|州|旗|盟|镇|乡|村|街道|社区|公司|企业|集团|项目|行|校|院|厂|园区"
    "|景区|基地|港|站|机构|平台|工厂|游戏|央行|酒店|餐厅|俱乐部|协会|组织|节目|影片|系统|车型|手机|医院|学校|银行|线路|工程|所|中心|基金|品牌|产品|隧道|铁路|高铁|公路|水库|电站|机场|实验室|小区|楼盘|航线|赛事|法案)(?![一-鿿]?[长委政府])"
    "(?<![国省市县区州](?=[场民值道份体家员面际球力土度情产务域间分块别]))"
    "|(?P<bare>公司|企业|集团|项目|园区)(?!数|家|类|们|所得税|主体|管理|信用|债)"
    "|这[家个座]?[一-鿿“”‘’]{1,12}的(?P<shown>企业|公司|项目|园区|集团|医院|学校)"
)
NAMED = pattern("[“《][^“”《》，。、；：！？\n]{2,10}[”》]")
PARKS = ("园区", "产业园", "工业园", "物流园", "科技园", "创业园", "软件园")
OWNERS = ("公司", "集团", "企业", "厂", "银行", "合作社")
QUOTED = pattern(
    "[“《](?P<name>[^“”《》，。]{2,14})[”》](?=[在将已是与的一][^，。]|[一-鿿]{0,2}(?:推出|取得|实现|上线|拥有|成为))"
    "|《(?P<title>[^《》]{1,20}(?<![法例定见知划案南告书章则要单录]))》(?=[一-鿿]{0,8}$)"
)
TITLED = pattern("[《][^《》]{1,20}》$")
DATELINE = pattern(
    "[一-鿿]{2,12}[0-9]{1,2}月[0-9]{1,2}日(?:电|讯|消息)"
    "|[一-鿿]{2,10}(?:网|社|报|台|客户端)(?:消息|讯|电)(?:[（(][^）)\n]{1,20}[）)])?[：:]?",
    re.ASCII,
)
SHOWN = pattern(
    "[一-鿿]{0,10}?(?:数据|资料|统计|调查|报告|公告|研究|结果|信息|年报|季报|财报|业内人士|专家|分析师?|机构|市场)"
    "(?:还|也|均|普遍)?(?:显示|表明|指出|认为|预计|预测|分析|发现)(?=[一-鿿0-9A-Za-z])"
    "|[一-鿿]{0,8}?(?:记者|梳理|盘点|走访|采访)后?[还也]?(?:发现|注意到|获悉|了解到)(?=[一-鿿0-9A-Za-z])"
)
"""Who says so, without a mark behind it: 数据显示|该基金…."""

MEANWHILE = pattern(
    "在?[本这此该上首当][次届轮场起站][^，。；、0-9的]{1,10}?(?:[中里]|期间)(?![国央心海市])(?=[一-鿿])"
)
"""At which event, without a mark behind it: 本届比赛中|云州选手…."""

AMONG = pattern("在?[全我][国省市县区州](?:[0-9]{1,4}[个座家所]?)?[^，。；]{0,12}?中(?:排|居|位|列)")
"""Among whom somebody has a place: 在全国74个城市中|排名第3."""

INSIDE = pattern("[内里上中]?的")
UNDER = pattern("(?:下属|旗下|所属|控股)的(?P<name>[一-鿿]{2,8})$")
"""Who belongs to somebody and is meant himself: 某公司旗下的|云岭建工，…."""
PER_MANY = pattern("(?<=[0-9])[/／][0-9]{1,6}万(?!元)")
"""What a rate is told for: 165.38/10万."""

COMPARED = pattern("[比较]起?(?:原|上[年月季周]|去年|前[年一]|同期|年[初末度]|预[期计算]|计划|目标|全[国省市县区])")
"""With what a number is compared, which nobody's name begins with: 比原投资计划|减少16%."""

BESIDE_WHOM = "与跟"
"""With whom something is done: 与|某实验室合作."""

BESIDE = pattern("(?:[比较]|[高低多少快慢大小]于|超过?|相当于)(?:上年|去年)?(?:同期|全)?$")
BACK = 6
MARKS = frozenset("“”‘’《》 ")
RECALLED = 2000
"""So far back 该基金 stands for something, at the most."""

SAYING = frozenset((Part.VERB, Part.ADVERB, Part.PREPOSITION, Part.CONJUNCTION, Part.OF, Part.PRONOUN))
SHORT_NAME, CHAINED, FAR, LONGEST, LONG_SORT = 10, 3, 80, 22, 8
HEADING = 3
"""So many words at the head of a clause say whether it tells which one is meant."""


class Actors:
    """Finds whom clauses speak of."""

    def __init__(
        self,
        document: Document,
        topics: Sequence[Topic],
        tokens: Sequence[Token],
        quantities: Sequence[Quantity],
        people: Sequence[str] = (),
    ) -> None:
        self.text = document.text
        self.topics = topics
        dated = [one for one in tokens if isinstance(one, Date | Period) and not is_named(self.text, one)]
        self.times = {one.span.start: one.span.end for one in dated}
        title = document.title.span if document.title else Span(0, 0)
        self.companies = Companies(self.text, title, frozenset(self.times.values()))
        found = [*self.companies.found, *bodies(self.text, tokens), *called(self.text).bodies]
        self.bodies = sorted(found, key=lambda one: (one[0], -len(one[1])))
        self.body_starts = [at for at, _ in self.bodies]
        self.companies.among(self.bodies)
        self.places = Whereabouts(self.text, self.topic)
        self.people = People(self.text, people)
        self.words = Words(self.text, [*self._known(dated, quantities), *self._months(tokens)])
        self.placed = Placed(self.text, self.places, self.words)

    def _months(self, tokens: Sequence[Token]) -> Iterator[tuple[Span, Part]]:
        yield from ((span, Part.NAME) for span in months(self.text, tokens))

    def _known(self, dated: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[tuple[Span, Part]]:
        """What the article's own grammar has found."""
        yield from ((one.span, Part.NUMBER) for one in quantities)
        yield from ((one.span, Part.TIME) for one in dated)
        yield from ((Span(at, at + len(name)), Part.NAME) for at, name in (*self.bodies, *self.places.named))
        numbers = sorted(one.span.start for one in quantities)
        yield from ((Span(*match.span()), Part.NUMBER) for match in PER_MANY.finditer(self.text))
        for match in NAMED.finditer(self.text):
            at = bisect_left(numbers, match.start())
            if at == len(numbers) or numbers[at] >= match.end():
                yield Span(*match.span()), Part.NAME
        yield from ((span, Part.NAME) for span in self.people.found)

    def opening(self, start: int, end: int, *, sure: bool = False) -> Actor | None:
        """Whom the words from ``start`` to ``end`` begin with; None where they name nobody (``sure``: by a name)."""
        at = self.placed.past_epithet(self.past_times(start, end), end)
        if (
            (at > start and self.text[at - 1] in BESIDE_WHOM)
            or self.text[at : at + 1] in tuple(BESIDE_WHOM)
            or self.text.startswith("占", at)
            or COMPARED.match(self.text, at, end)
            or AMONG.match(self.text, at, end + SHORT_NAME)
        ):
            return None
        found = (
            self._he(at)
            or self._anaphor(at, end)
            or self._occasion(at, end)
            or self._quoted(at, end)
            or self._body(at, end)
        )
        found = found or self.placed.opening(at, end) or ministry(self.words, at, end) or self._headed(at, end)
        return found or (None if sure else self._timed(at, end) or doer(self.words, start, at, end))

    def closing(self, end: int) -> str:
        """Whose name ends at an offset, a title with its marks; empty where none does: 青河县|（12万元）."""
        titled = TITLED.search(self.text, max(0, end - LONGEST), end)
        if titled:
            return titled[0]
        index = bisect_left(self.body_starts, end)
        near = reversed(self.bodies[max(0, index - CHAINED) : index])
        return self.places.closing(end) or next((name for start, name in near if start + len(name) == end), "")

    def is_time(self, start: int, end: int) -> bool:
        """Whether the words between two places only say when."""
        return self.past_times(start, end) >= end

    def topic(self, at: int) -> Topic | None:
        """The section about somebody that ``at`` lies in."""
        return next((one for one in self.topics if one.section.span.start <= at < one.section.span.end), None)

    def past_times(self, at: int, end: int) -> int:
        """Behind the time and the connectives that a clause begins with."""
        while True:
            end = min(end, at + FAR)
            openings = (one.match(self.text, at, end) for one in (DATELINE, SHOWN, MEANWHILE, lead()))
            opened = next(filter(None, openings), None)
            past = max(opened.end() if opened else at, self.times.get(at, at))
            if past <= at or past > end:
                return at
            at = past

    def _he(self, at: int) -> Actor | None:
        """Whom 他 means: who was named last, but with others or as their object."""
        name, end = self.people.meant(at, self.text.rfind("\n", 0, at) + 1)
        return Actor(name, self.text[at:end], end, True) if name else None

    def _anaphor(self, at: int, end: int) -> Actor | None:
        match = ANAPHOR.match(self.text, at, end)
        if not match:
            return None
        what = match["what"] or match["bare"] or match["shown"]
        how = match["how"] or match["shown"] or ""
        meant = self._own_company(at) if what == "公司" and how in ("", "本") else self._meant(what, how, at)
        if not meant and how[:1] in known("determiner") and match["what"]:
            floor = max(self.text.rfind("\n", 0, at) + 1, at - RECALLED)
            meant = country(self.text, floor, at) if what == "国" else kin(self.words, what, floor, at)
        if not meant and what == "项目" and match["how"]:
            meant = self.companies.only(self.text.rfind("\n", 0, at) + 1, at)
        if not meant and match["bare"] and what != "公司":
            return None
        return Actor(meant or match[0], match[0], match.end(), True)

    def _own_company(self, at: int) -> str:
        topic = self.topic(at)
        return topic.name if topic and self.companies.has(topic.name) else self.companies.meant(at)

    def _meant(self, what: str, how: str, at: int) -> str:
        """The full name of what 全区, 该公司, 该项目 stands for."""
        topic = self.topic(at)
        if what == "国":
            return "中国" if how in ("全", "我", "本") else ""
        if what in REGIONS:
            if topic and topic.name.endswith(what):
                return topic.name
            named = [(start, name) for start, name in self._regions if name.endswith(what)]
            return last(named, bisect_left(named, (at, "")), lambda _: True)
        owned = what in ("企业", "公司") or (what == "集团" and how != "")
        wanted = OWNERS if owned else PARKS if what == "园区" else (what,)
        return last(
            self.bodies,
            bisect_left(self.body_starts, at),
            lambda name: (name.endswith(wanted) and len(name) > 4) or (owned and name in self.companies.short),
            topic.section.span.start if topic else self.text.rfind("\n", 0, at) + 1 if not how else 0,
        )

    @cached_property
    def _regions(self) -> list[tuple[int, str]]:
        """The divisions that the text names in full, but for those that another is only compared with."""
        return [(at, name) for at, name in self.places.named if not BESIDE.search(self.text, max(0, at - BACK), at)]

    def _occasion(self, at: int, end: int) -> Actor | None:
        match = OCCASION.match(self.text, at, end) or OCCASION.match(self.text, max(0, at - POINTING), end)
        return Actor(in_full(self.words, match["name"], at), match[0], match.end(), True) if match else None

    def _quoted(self, at: int, end: int) -> Actor | None:
        opened = self.text.find("《", at, min(end, at + LONG_SORT))
        sort = opened > at and at + len(genre_before(self.text, opened)) == opened
        begin = opened if sort or opened == at else at - 1
        match = QUOTED.match(self.text, begin, end) if begin >= 0 else None
        name = match["name"] or match["title"] if match else ""
        titled = bool(match and match["title"])
        proper = titled or any(name in body for _, body in self.bodies)
        return Actor(name, name, match.end(), placed=titled, proper=proper) if match else None

    def _body(self, at: int, end: int) -> Actor | None:
        found = None
        index = bisect_left(self.body_starts, at)
        for start, name in self.bodies[index : index + CHAINED]:
            inner = INSIDE.match(self.text, at, end)
            if found and at - len(found.name) < start < at and start + len(name) < at:
                continue
            if start > at + 1 and not (found and inner and inner.end() == start):
                break
            at = start + len(name)
            if at > end:
                break
            found = Actor(name, name, at)
        under = UNDER.match(self.text, found.end, end) if found else None
        if under:
            return Actor(under["name"], self.text[at:end], end)
        sort = found and self.text.startswith("类", found.end)
        return None if found and (sort or INSIDE.match(self.text, found.end, end)) else found

    def _headed(self, at: int, end: int) -> Actor | None:
        """The body behind the 的 of a clause that says which one is meant: 出于扩张考虑的|云州银行|13日以…."""
        index = bisect_left(self.body_starts, at + 2)
        for start, name in self.bodies[index : index + CHAINED]:
            stop = start + len(name)
            if stop >= end or self.text[start - 1] != "的":
                continue
            led, after = self.words.between(at, start - 1), self.words.between(stop, end)
            told = led[:1] and any(word.part in (Part.PREPOSITION, Part.VERB) for word in led[:HEADING])
            if told and after and after[0].part in (Part.TIME, Part.PREPOSITION):
                return Actor(name, name, stop)
        return None

    def _timed(self, at: int, end: int) -> Actor | None:
        """A short name before a time: 恒睿|2024年实现…"""
        stop = next((stop for stop in range(at + 2, min(end, at + SHORT_NAME)) if stop in self.times), 0)
        words = self.text[at:stop].rstrip("于在自从至到截本")
        parts = self.words.between(at, at + len(words))
        unfit = (
            len(words) < 2
            or "%" in words
            or words[0] in "到至自从在于截"
            or words[-1] in "比较同与"
            or (NOT_IN_NAMES | MARKS) & set(words)
            or any(word.part in SAYING for word in parts)
            or NO_NAME.match(words)
            or verbs().match(words)
            or INDICATOR.search(words)
        )
        named = bool(parts) and (is_agent(parts[-1]) or is_proper(parts))
        return None if unfit else Actor(words, words, stop, known=len(words) > 2 and named, proper=named)
