"""What a number is the number of: the indicator that the words around it name, its scope, and how it is compared."""

from dataclasses import dataclass, replace

from checker.extraction.counting import Counted, counted
from checker.extraction.fields import begun
from checker.extraction.lengths import lasted
from checker.extraction.naming import RATE, Naming
from checker.extraction.numbered import Numbered
from checker.extraction.parsing import Words
from checker.extraction.phrasing import lead, trimmed
from checker.extraction.rated import apart, beyond, changed, rate, shared, signed, times
from checker.extraction.sorts import TIMES, became, compared, of_a_sort, placed
from checker.extraction.wordings import (
    BEFORE,
    BESTOWED,
    CONVERTED,
    COUNTS,
    EARLIER,
    ENDED,
    FAR,
    HAN,
    LISTED,
    MEASURES,
    MOVED_TIMES,
    NAMED,
    OF_ALL,
    ONE_IN,
    PLANNED,
    PRICED,
    RESULT,
    SCOPES,
    STARTED,
    TOPMOST,
    UNITED,
)
from checker.lexicon.clauses import any_of, words
from checker.lexicon.predicates import predicates
from checker.lexicon.speech import Part, is_word, part_of, tagged
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act, Cue, cue
from checker.spans import Span

PASSED_MARK = pattern("整?数?(?:大关|关口|关|位)")
CLOSES = pattern("报收|收盘|收市|作收")
POINTED = pattern("(?:[高低]?点|点位|价|指数)$")
RISES = pattern(
    "(?P<base>同比|环比|(?:预期|前值|初值|终值|修正值|[年季月]率)(?:从|由)?|(?:前值|初值)?从|修正[为至到])升$"
)
CAUSING = pattern(f"(?:{any_of('causing')})(?:全[国省市县区州镇乡]|当地)?$")
WHERE = ("城市", "省份", "国家", "地区")
GRADES = {"地震": "震级", "余震": "震级", "台风": "风力", "大风": "风力", "阵风": "风力"}
EARNED = ("增收", "减收", "增产", "减产", "减支", "减亏", "增支")
"""Verbs for how much came of something more, which name that themselves: 群众|增收8亿元."""

WORKS = pattern("(?:项目|工程|装置|生产线|产线|机组|工厂)$")
"""What makes so much, and does not weigh it: 50万吨|甲醇项目."""

PARTS = frozenset("行层轴缸孔轮格排核")
"""What a thing has so many of, which 的 tells of it: 20层|的大楼."""

PLACES = ("排名", "位次", "名次", "排位")
TOLD_BY = frozenset("人户位名省市县区州国镇乡村校")
"""Classifiers that say by themselves what was counted: 逾20人受困."""


def naming(lexed: Words, quantity: Quantity, before: Span, end: int, *, taken: int, listed: Span) -> Naming:
    """The indicator of a quantity. ``before`` is what may lead up to it, ``end`` is where the words behind it end.

    ``taken`` is where the next number begins, or ``end``: words right before it are rather its own. ``listed`` is
    a list of things that are named together, empty without one.
    """
    text = lexed.text
    before = Span(before.start, before.start + len(before.of(text).rstrip(" \t")))
    start = lead(text, before.start, before.end)
    cut = listed.start < start <= listed.end
    start = listed.start if cut else begun(text, before, start)
    made = _Phrase(lexed, quantity, Span(start, before.end), end, taken).named()
    around = before.of(text) + made.metric
    scope = SCOPES.search(made.metric) or PLANNED.search(around) or OF_ALL.search(around)
    return replace(made, scope=scope[0].replace("规模以上", "规上") if scope else "")


@dataclass(frozen=True, slots=True)
class _Phrase(Numbered):
    """Reads what a number is the number of."""

    def named(self) -> Naming:
        """What the number is the number of."""
        fixed = self._one_in() or signed(self) or self._priced() or beyond(self)
        if fixed:
            return fixed
        if CONVERTED.search(self.words) or RESULT.fullmatch(self.words) or self._is_earlier():
            again = CONVERTED.search(self.words) is not None
            return replace(self.made("", own=False), again=again)
        compared = times(self) if self.kind is UnitClass.MULTIPLE else None
        if compared:
            return compared
        said = self._whole_cue(cue(self.words))
        if self.kind is UnitClass.COUNT and self._is_new(said):
            return self._plain(replace(said, act=Act.LEVEL), whole=True)
        said = self._rising(said) if said.act is Act.LEVEL and self.is_rate else said
        tall = self.kind is UnitClass.LENGTH and not said.base and self.words[said.start : said.end] == "高"
        topmost = TOPMOST.match(self.words, max(0, said.start - 1), said.end) is not None
        if topmost:
            return self._plain(replace(said, act=Act.LEVEL, start=said.start - 1), whole=False)
        lasting = self.words[said.start : said.end] in MOVED_TIMES and self.kind is not UnitClass.DURATION
        if lasting or self.words.endswith(EARNED):
            return self._plain(replace(said, act=Act.LEVEL), whole=True)
        if said.act in (Act.RISE, Act.FALL) and self.kind is not UnitClass.RATE and self._breaks(said):
            return self.made(f"{trimmed(self.words)}破{self.measure()}")
        if said.act in (Act.RISE, Act.FALL) and not tall:
            return changed(self, said)
        if said.act is Act.SHARE:
            return shared(self, said)
        level = said.act is Act.LEVEL
        return (apart(self) if level else None) or self._plain(said, whole=level or tall)

    def _whole_cue(self, said: Cue) -> Cue:
        """A cue that is a word; 差 of 顺差 is none, which ends a noun."""
        at = 0
        for word, tag in tagged(self.words, unknown=False) if said.end - said.start == 1 else ():
            at += len(word)
            if at >= said.end:
                noun = at == said.end and len(word) > 1 and part_of(word, tag) is Part.NOUN
                end = len(self.words)
                return replace(said, act=Act.LEVEL, start=end, end=end, base="") if noun else said
        return said

    def _is_new(self, said: Cue) -> bool:
        """Whether those are told that are new, and what they are stands behind: 新增|21例|确诊."""
        return said.act is Act.RISE and self.words.endswith("新增") and HAN.match(self.text, self.behind) is not None

    def _rising(self, said: Cue) -> Cue:
        """A rise that one character tells behind what it is told against: 环比|升0.4%, 预期|升0.3%."""
        rises = RISES.search(self.words)
        if not rises:
            return said
        at, base = rises.start("base"), {"同比": "year", "环比": "last"}.get(rises["base"], "unstated")
        return replace(said, act=Act.RISE, start=len(self.words) - 1, end=len(self.words), base=base, base_start=at)

    def _breaks(self, said: Cue) -> bool:
        """Whether a mark was passed, and nothing moved by so much: 跌|破3900点."""
        return self.quantity.literal.startswith("破") and said.end >= len(self.words)

    def _is_earlier(self) -> bool:
        told = len(self.words) > 1 and self.words not in ("约为", "仅为")
        return told and EARLIER.fullmatch(self.words) is not None and not NAMED.match(self.text, self.behind)

    def _plain(self, said: Cue, *, whole: bool) -> Naming:
        head = "" if LISTED.search(self.words) else trimmed(self._head(said, whole=whole))
        head = self._equated(head) if self.is_rate else head
        head = became(self, head)
        head = "" if self.kind is UnitClass.NONE and head in words("extreme") else head
        if self.kind is UnitClass.LENGTH and len(head) > 2 and head.endswith("长") and not ENDED.search(head):
            head = head[:-1]
        if self.kind is UnitClass.DURATION:
            return lasted(self, head)
        return rate(self, head) if self.is_rate else self._level(head, said.act)

    def _equated(self, head: str) -> str:
        """A rate's name without what has it: 最高涨幅|为北京的, 投资比例|为基金资产的."""
        name, of, whose = head.rpartition("为")
        told = RATE.search(name) or ENDED.search(name)
        return name if of and whose and told and f"{whose}的" in self.words else head

    def _head(self, said: Cue, *, whole: bool) -> str:
        if whole:
            return STARTED.sub("", self.words)
        head = self.words[: said.start]
        return BEFORE.sub("", head) if said.act is Act.TO else head

    def _one_in(self) -> Naming | None:
        """A share told as one in so many: 每20颗…中有一颗…."""
        found = None
        if self.words.endswith("每"):
            found = ONE_IN.match(self.text, self.behind, min(self.end, self.behind + FAR))
        if not found:
            return None
        metric = f"{found['all'].strip('“”')}中{found['part'].strip('“”的是')}占比"
        return self.made(metric, Act.SHARE, end=found.end())

    def _priced(self) -> Naming | None:
        """A price told by a verb: 收报24.1元."""
        quoted = self.kind in (UnitClass.MONEY, UnitClass.INDEX) and CLOSES.match(self.text, self.behind)
        if quoted and "以" in self.words:
            return self.made("收盘价", end=quoted.end())
        priced = PRICED.search(self.words) if self.kind in (UnitClass.MONEY, UnitClass.INDEX, UnitClass.PER) else None
        if not priced:
            return None
        name = "收盘价" if "收" in priced[0] else "开盘价" if "开" in priced[0] else "报价"
        return self.made(f"{trimmed(self.words[: priced.start()])}{name}")

    def _level(self, head: str, act: Act) -> Naming:
        """How much or how many there is of something."""
        head = compared(self, head)
        special = of_a_sort(self, act)
        if special:
            return special
        led = self.kind is UnitClass.COUNT and self.led.leads()
        found = counted(
            self.lexed,
            self.behind,
            self.end,
            self.taken,
            alone=(not head or led) and not BESTOWED.search(self.words),
            unit=self.quantity.unit.name if self.kind is UnitClass.COUNT else "",
            people=self.quantity.unit.name in ("名", "位", "人"),
        )
        found = Counted("", self.behind) if PASSED_MARK.fullmatch(found.name) else found
        found = self._of_places(found)
        if self.kind in MEASURES and self.kind is not UnitClass.INDEX and RATE.search(found.name):
            found = Counted("", self.behind)
        found = Counted("", found.end, f"{found.name}{found.said}") if found.said and found.name[:1] == "因" else found
        labelled = self.text[self.quantity.span.start - 1 : self.quantity.span.start] in ("：", ":") and ENDED.search(
            head
        )
        found = Counted("", self.behind) if labelled else found
        thing, end = found.name, found.end
        if head and (thing or found.said) and self._is_listed():
            head = ""
        if self.kind is UnitClass.COUNT:
            return self._count(head, found, act)
        if found.said and (self.led.is_means() or not (head or self.led.governs(head))):
            told = thing and self.kind is not UnitClass.INDEX
            head, thing = "", f"{found.said}的{thing}" if told else f"{thing}{found.said}"
        ended = ENDED.search(head)
        if head and (not thing or (ended and not predicates().fullmatch(head))):
            named = ended or self.kind is UnitClass.PER or (self.kind is UnitClass.MONEY and head.isascii())
            return self.made(head if named else f"{head}{self.measure()}", act)
        metric = f"{head}{thing}"
        if self.kind is UnitClass.NONE:
            metric += "数" if thing and not ENDED.search(thing) else ""
        elif metric and not (POINTED if self.kind is UnitClass.INDEX else ENDED).search(metric):
            works = self.kind is UnitClass.MASS and WORKS.search(thing)
            metric += "产能" if works else MEASURES.get(self.kind, "")
        return replace(self.made(metric, act, end=end, own=bool(metric)), counted=thing)

    def _of_places(self, found: Counted) -> Counted:
        """What was counted, where the classifier is a noun itself or a list follows: 3城市|空气质量…, 21个|市中，…."""
        unit, name = self.quantity.unit.name, found.name
        measure = ENDED.search(name) or RATE.search(name)
        if self.kind is UnitClass.COUNT and (unit.endswith(WHERE) or (unit[-1:] in TOLD_BY and measure)):
            return replace(found, name="", end=self.behind)
        if len(name) > 1 and name.endswith("中") and self.text[found.end : found.end + 1] == "，":
            return replace(found, name=name[:-1], end=found.end - 1)
        return found

    def _count(self, head: str, found: Counted, act: Act) -> Naming:
        """How many things there are, told by what is said of them where they are what something is said of."""
        unit, led = self.quantity.unit.name, self.led
        head = "" if head.startswith("在内") else head
        if unit in TIMES and found.said and not found.name:
            return self.made(f"{found.said}次数", act, end=found.end)
        thing = f"{unit}{found.name}" if len(found.name) == 1 and is_word(f"{unit}{found.name}") else found.name
        if found.said and not found.name and CAUSING.search(head):
            return self._caused(found, act)
        doing = f"{found.said}的" if found.said and not led.governs(head) else ""
        graded = next((name for sort, name in GRADES.items() if unit == "级" and thing.endswith(sort)), "")
        if graded:
            return self.made(f"{thing}{graded}", act, end=found.end)
        ranked = placed(self, act) if not thing else None
        if ranked:
            return ranked
        head = f"{head}{unit}" if head == "分" and not thing else head
        told = head.endswith(("数", "量")) or (unit == "位" and head.endswith(PLACES))
        part = unit in PARTS and thing and self.text.startswith("的", self.quantity.span.end)
        suffix = f"{unit}数" if part else "" if told and not thing else _counter(self.quantity, thing)
        if doing and not thing and unit not in TOLD_BY:
            doing, suffix = found.said, f"的{unit}数" if unit.endswith(WHERE) else "数"
        if not thing and found.said and led.is_means():
            head, doing = f"{head}{found.said}", ""
        of = "的" if thing and head and led.describes() else ""
        metric = f"{doing}{head}{of}{thing}{suffix}"
        made = self.made(metric, act, end=found.end, own=bool(head or thing or doing), suffix=suffix)
        noun = self.text[self.behind : found.end] if self.behind < found.end < self.behind + len(found.name) else ""
        stem = f"{head}{thing}" if thing or head else found.said
        return replace(made, stem=stem, counted=thing, owner=noun, doing=bool(doing))

    def _caused(self, found: Counted, act: Act) -> Naming:
        """How many something befell: 造成|12人|受灾."""
        suffix = _counter(self.quantity, "")
        made = self.made(f"{found.said}{suffix}", act, end=found.end, suffix=suffix)
        return replace(made, doing=True)

    def _is_listed(self) -> bool:
        """Whether the words before the number are the last of a list: 高质量、供给侧、智能化|三向."""
        start = self.before.start
        return self.text[start - 1 : start] == "、" and not UNITED.search(self.text[max(0, start - 8) : start - 1])


def _counter(quantity: Quantity, counted: str) -> str:
    unit = quantity.unit.name
    return "数" if counted or unit in words("plain") else COUNTS.get(unit, f"{unit}数")
