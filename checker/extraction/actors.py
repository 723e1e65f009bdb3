"""Whom a clause speaks of: the place, body or thing that it begins with, by its full name where the text has it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.document import Document
from checker.extraction.bodies import LONGEST, NOT_IN_NAMES, bodies, is_named, lead, listed
from checker.extraction.topics import Topic
from checker.gazetteer import Gazetteer, Level
from checker.lexicon.clauses import any_of
from checker.lexicon.predicates import predicates, verbs
from checker.patterns import pattern
from checker.quantities.model import Date, Period, Token
from checker.spans import Span

REGIONS = "省市县区州旗盟镇乡村"
ANAPHOR = pattern(
    "(?!全国(?:首|最|第|唯一))(?P<how>全|我|本|该|此|这家|这个|这座|这一|这)(?P<what>国|省|市|县|区|州|旗|盟|镇|乡|村|街道|社区|公司|企业|集团|项目|行|校|院|厂|园区"
    "|景区|基地|港|站|机构|平台|医院|学校|银行|线路|工程|所|中心|基金|品牌|产品)(?![一-鿿]?[长委政府])"
    "(?<![国省市县区州](?=[场民值道份体家员面际球力土度情产务域间分块别]))"
    "|(?P<bare>公司|企业|集团|项目)(?!数|家|类|们|所得税|主体|管理|信用|债)"
    "|这[家个座]?[一-鿿“”‘’]{1,12}的(?P<shown>企业|公司|项目|园区|集团|医院|学校)"
)
OWNERS = ("公司", "集团", "企业", "厂", "银行", "合作社")
FIRMS = ("公司", "集团", "股份")
PLACED = pattern(
    "[一-鿿]{2,8}?(?:自治区|自治州|自治县|特区|新区|[省市县区旗乡村]|(?<![城乡村小集])镇)(?![一-鿿]?[长委场民内里外])"
)
COUNTRY = pattern(
    f"(?:{any_of('country')})(?!顶级|顶尖|最|知名|领先|首|著名|主要|各)"
    "(?:(?<=全球)|(?![ ]?[A-Za-z]|[一-鿿]{0,5}?(?:媒体|网站|公司|集团|大学|研究[所院]|研究中心|选手|球员|名将|游客|男子|女子|学者|专家|留学生|籍|队)))"
)
QUOTED = pattern(
    "[“《](?P<name>[^“”《》，。]{2,14})[”》](?=[在将已是与的一][^，。]|[一-鿿]{0,2}(?:推出|取得|实现|上线|拥有|成为))"
)
DATELINE = pattern(
    "[一-鿿]{2,12}[0-9]{1,2}月[0-9]{1,2}日(?:电|讯|消息)|[一-鿿]{2,10}(?:网|社|报|台|客户端)(?:消息|讯|电)(?:[（(][^）)\n]{1,20}[）)])?[：:]?",
    re.ASCII,
)
SHOWN = pattern(
    "[一-鿿]{0,10}?(?:数据|资料|统计|调查|报告|公告|研究|结果|信息|年报|季报|财报|业内人士|专家|分析师?|机构|市场)(?:还|也|均|普遍)?"
    "(?:显示|表明|指出|认为|预计|预测|分析|发现)(?=[一-鿿0-9A-Za-z])|[一-鿿]{0,8}?(?:记者|梳理|盘点|走访|采访)(?:后)?(?:还|也)?(?:发现|注意到|获悉|了解到)(?=[一-鿿0-9A-Za-z])"
)
OCCASION = pattern(
    "(?:本届|本次|此次|这次|该届|该次)(?P<name>[一-鿿]{1,8}?(?:会|展|节|赛|论坛|活动|行动|计划|工程|调查|演习|峰会|比赛|任务|考试|招聘|采购|拍卖|发行|交易|收购|增资|重组))(?![一-鿿]?[上中期])"
)
DETERMINER = pattern(
    "^(?:这(?:一|[次条款种项名位只批份场部座家个辆架艘起届类])|[该此本][次条款种项名位]?)(?=[一-鿿]{2})"
)
DIVISION = pattern("[省市县区州旗盟]")
INSIDE = pattern("[内里上中]?的")
SAID = pattern(any_of("says"))
ASIDE = pattern(f"(?:{any_of('aside')})+$")
MODAL = pattern("应当|应该|必须|不得|可以|需要|原则上")
NO_NAME = pattern(any_of("no_name", "verbal"))
VERBAL = pattern(any_of("verbal"))
INDICATOR = pattern(f"(?:{any_of('indicator')})$")
NOUN = pattern(any_of("noun"))
DIGIT = pattern("[0-9０-９]")
BESIDE = "即已将正还也又再都均共可能并净"
MARKS = frozenset("“”‘’《》 ")
BIG = (Level.PROVINCE, Level.PREFECTURE)
WHEN = ("后", "之前", "时", "期间", "过程中", "背景下", "情况下")
LISTING = ("、", "业")
OPENED = frozenset("\n。！？；;　 ")
SHORT_PLACES = range(5, 1, -1)
SHORT_NAME, LONGEST_PLACE, CHAINED, FAR = 10, 12, 3, 80


@dataclass(frozen=True, slots=True)
class Actor:
    """``name`` in full, ``words`` as printed, and where the words end."""

    name: str
    words: str
    end: int
    anaphoric: bool = False
    known: bool = True
    """Whether it is a name, not only what stands before a verb."""

    @property
    def is_place(self) -> bool:
        """Whether it is a place, or something spoken of again: numbers of it may stand right behind."""
        return self.anaphoric or self.name.endswith(tuple("省县区州旗盟镇乡村")) or bool(COUNTRY.fullmatch(self.name))


class Actors:
    """Finds whom clauses speak of. ``default`` is whom the whole article is about."""

    def __init__(self, document: Document, topics: Sequence[Topic], tokens: Sequence[Token]) -> None:
        self.text = document.text
        self.topics = topics
        self.gazetteer = Gazetteer.load()
        dated = [one for one in tokens if isinstance(one, Date | Period) and not is_named(self.text, one)]
        self.times = {one.span.start: one.span.end for one in dated}
        self.time_ends = frozenset(self.times.values())
        companies = list(listed(self.text))
        self.companies = frozenset(name for _, name in companies)
        self.title = document.title.span if document.title else Span(0, 0)
        self.bodies = sorted([*companies, *bodies(self.text, tokens)], key=lambda one: (one[0], -len(one[1])))
        self.body_starts = [at for at, _ in self.bodies]
        self.places = list(self._named())
        self.full_names = {name for _, name in self.places}
        self.place_starts = [at for at, _ in self.places]

    def opening(self, start: int, end: int, *, sure: bool = False) -> Actor | None:
        """Whom the words from ``start`` to ``end`` begin with; None where they name nobody (``sure``: by a name)."""
        at = self._past_times(start, end)
        found = (
            self._anaphor(at, end)
            or self._occasion(at, end)
            or self._quoted(at, end)
            or self._body(at, end)
            or self._place(at, end)
        )
        return found or (None if sure else self._timed(at, end) or self._doer(at, end))

    def closing(self, end: int) -> str:
        """Whose name ends at an offset; empty where none does: 青河县|（12万元）."""
        for size in range(LONGEST_PLACE, 1, -1):
            words = self.text[max(0, end - size) : end]
            if len(words) == size and words[-1] in REGIONS and self._is_place(words):
                return words
        index = bisect_left(self.body_starts, end) - 1
        for start, name in reversed(self.bodies[max(0, index - CHAINED + 1) : index + 1]):
            if start + len(name) == end:
                return name
        return ""

    def _past_times(self, at: int, end: int) -> int:
        """Behind the time and the connectives that a clause begins with."""
        while True:
            end = min(end, at + FAR)
            opened = (
                DATELINE.match(self.text, at, end)
                or SHOWN.match(self.text, at, end)
                or lead().match(self.text, at, end)
            )
            past = max(opened.end() if opened else at, self.times.get(at, at))
            if past <= at or past > end:
                return at
            at = past

    def is_time(self, start: int, end: int) -> bool:
        """Whether the words between two places only say when."""
        return self._past_times(start, end) >= end

    def topic(self, at: int) -> Topic | None:
        """The section about somebody that ``at`` lies in."""
        return next((one for one in self.topics if one.section.span.start <= at < one.section.span.end), None)

    def _anaphor(self, at: int, end: int) -> Actor | None:
        match = ANAPHOR.match(self.text, at, end)
        if not match:
            return None
        what = match["what"] or match["bare"] or match["shown"]
        how = match["how"] or match["shown"] or ""
        meant = self._own_company(at) if what == "公司" and how in ("", "本") else self._meant(what, how, at)
        return Actor(meant or match[0], match[0], match.end(), True)

    def _meant(self, what: str, how: str, at: int) -> str:
        """The full name of what 全区, 该公司, 该项目 stands for."""
        topic = self.topic(at)
        if what == "国":
            return "中国" if how in ("全", "我", "本") else ""
        if what in REGIONS:
            if topic and topic.name.endswith(what):
                return topic.name
            return _last(self.places, self.place_starts, at, lambda name: name.endswith(what))
        floor = topic.section.span.start if topic else 0
        wanted: tuple[str, ...] = (what,)
        if what in ("企业", "公司") or (how and what == "集团"):
            wanted = OWNERS
        return _last(
            self.bodies,
            self.body_starts,
            at,
            lambda name: (name.endswith(wanted) and len(name) > 4) or (wanted is OWNERS and name in self.companies),
            floor,
        )

    def _occasion(self, at: int, end: int) -> Actor | None:
        match = OCCASION.match(self.text, at, end)
        return Actor(match["name"], match[0], match.end(), True) if match else None

    def _own_company(self, at: int) -> str:
        """The company that 公司 means by itself: whom a sentence of its paragraph begins with, else the article's own."""
        floor = self.text.rfind("\n", 0, at) + 1
        index = bisect_left(self.body_starts, at) - 1
        while index >= 0 and self.body_starts[index] >= floor:
            start, name = self.bodies[index]
            if self._is_company(name) and self._opens(start):
                return name
            index -= 1
        topic = self.topic(at)
        if topic and self._is_company(topic.name):
            return topic.name
        named = {name for _, name in self.bodies if self._is_company(name)} if not self.company else set()
        return named.pop() if len(named) == 1 else self.company

    def _is_company(self, name: str) -> bool:
        return name in self.companies or (name.endswith(FIRMS) and len(name) > 4)

    def _opens(self, start: int) -> bool:
        """Whether a sentence begins at an offset, or its time."""
        return start == 0 or self.text[start - 1] in OPENED or start - 1 in self.time_ends

    @cached_property
    def company(self) -> str:
        """The company that the whole article is about: the title's, else one given with its code or as companies are."""
        named = [(at, name) for at, name in self.bodies if self._is_company(name)]
        titled = [name for at, name in named if self.title.start <= at < self.title.end]
        if titled:
            return titled[0]
        coded = Counter(name for _, name in named if name in self.companies)
        if coded:
            name, times = coded.most_common(1)[0]
            return name if times > 1 and 2 * times > coded.total() else ""
        return ""

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
            not NO_NAME.match(words)
            and words[-1] in "县镇乡村"
            and 3 <= len(words) <= 6
            and not NOT_IN_NAMES & set(words)
            and not verbs().search(words)
        )

    def _timed(self, at: int, end: int) -> Actor | None:
        """A short name before a time: 恒睿|2024年实现…"""
        for stop in range(at + 2, min(end, at + SHORT_NAME)):
            if stop in self.times:
                words = self.text[at:stop].rstrip("于在自从至到截本")
                unfit = (
                    len(words) < 2
                    or words[0] in "到至自从在于截"
                    or words[-1] in "比较同与"
                    or NOT_IN_NAMES & set(words)
                    or verbs().search(words)
                    or NO_NAME.match(words)
                    or INDICATOR.search(words)
                )
                return None if unfit or MARKS & set(words) else Actor(words, words, stop, known=len(words) > 2)
        return None

    def _doer(self, at: int, end: int) -> Actor | None:
        """A name of any sort before a verb: 盛泰光电|引领, 老铺面条馆|推出."""
        verb = verbs().search(self.text, at + 2, min(end, at + LONGEST))
        if not verb:
            return None
        words = self.text[at : verb.start()].rstrip(BESIDE)
        words = MODAL.split(words, 1)[0]
        bare = DETERMINER.sub("", ASIDE.sub("", words).strip("“”‘’"), count=1)
        unfit = (
            MARKS & set(bare)
            or SAID.match(verb[0])
            or NOT_IN_NAMES & set(bare)
            or predicates().match(bare)
            or INDICATOR.search(bare)
            or bare.endswith(WHEN)
            or DIGIT.search(bare)
        )
        if len(bare) < 2 or unfit or NO_NAME.match(bare) or NOUN.match(self.text, verb.end()):
            return None
        if self.text[verb.end() : verb.end() + 1] in LISTING:
            return None
        return Actor(bare, words, verb.start(), known=False)


def _last(
    found: Sequence[tuple[int, str]], starts: Sequence[int], at: int, fits: Callable[[str], bool], floor: int = 0
) -> str:
    index = bisect_left(starts, at) - 1
    while index >= 0 and found[index][0] >= floor:
        if fits(found[index][1]):
            return found[index][1]
        index -= 1
    return ""
