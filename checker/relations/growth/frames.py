"""Numbers that tell one change together: what it was, what it became, by how much and by what part it changed.

A frame opens with a level (or with what it was: 由…, 比…的), and takes in the numbers after it as long as nothing but
words of comparison and change stands between them. Amounts and rates make frames of their own: a rate changes by
percentage points.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from checker.patterns import pattern
from checker.quantities.model import Proportion, Range, UnitClass
from checker.relations.cues import NOUNS, Act
from checker.relations.growth import asides
from checker.relations.growth.alike import PARTS, alike
from checker.relations.growth.dating import is_earlier, is_then, of_one_year, of_two
from checker.relations.growth.frame import Frame, Group, Growth
from checker.relations.growth.links import UNTURNED, Link, Role, key, link, opening
from checker.relations.passage import Figure, Passage
from checker.relations.said_again import says_again
from checker.spans import Span

FROM = pattern(
    r"(?:在(?=原[有来先]|现有|[去上前]年)|由(?!于|此)|从(?!业|事|而|严|优|容)|自(?!然|主|营|治|有|产|来|行|动))([^，,。；由从]{0,16})$"
)
AGAINST = pattern(r"(?<![同环占对年月])(?:[比较](?!例|重|率|值|为)|相比于?|[低高]于)([^，,。；、]{1,18})$")
YEARLY = pattern("[由从自](?:上年|去年|上一年)的?")
WITH = pattern("[与同和]([^，,。；]{1,22})$")
BESIDE = pattern("[，,、]?(?P<word>[与同和][^，,。；]{1,22}的)")
COMPARED = ("相比", "比较")
GOES_ON = pattern("。[比较][^，。；0-9]{1,8}[增减上下提降偏高低多少]")
AGO = pattern(
    r"\s*(?:多)?(?:间|来|里|内|的?工夫|的?时间)?(?:一共|总共|共|累计)?(?:最|新|前|来|间|内|里|后|期|以来|[增减]|[上提]升|提高|下降|涨|跌|翻|净增)"
)
HELD_AGAINST = pattern("(?:[比较]|低于|少于)[^，。；0-9]{1,10}的$")
"""比去年的|60天减少15天: a level that is no lapse."""

MONTH = pattern("(?:上|[0-9]{1,2})月份?为")
LATELY = ("近", "连续", "过去", "最近", "今后", "未来", "这")
WAY_OPEN = pattern(UNTURNED)
MEAN = ("均", "每", "年年", "逐年", "复合", "年化")
"""Growth told with these is of one year out of several."""

NOW_MOVES = pattern("[，,](?:今年|本年)(?:每[一-鿿]|平均|又|再|还|同期)*")

HALF, HALVES = "半年", ("前", "头", "后")
"""比前半年的4.1万起少1.5万起: the half year before."""

BEFORE_IT = pattern("此前|原来|以往|当初|最初")
"""增加1.8万人次，达到15.8万人次，此前为12万人次: what the change is over, if nothing else is told."""

THIS_YEAR = pattern("[^，。；]{0,8}今年[^月季半，。；]{0,24}$")

BARE = frozenset(("增加", "减少", "增产", "减产", "多", "少", "增收", "减收"))
STOCK = pattern("余额|存[量款]|贷款|库存|存栏")
"""余额50亿元，同比增长10%，增加3亿元: what a stock gained may be reckoned from the start of the year."""

ONE_DAY = ("日", "号")
"""日均390万辆，10月1日达到486万辆: what one day saw is no base of a mean."""

MARKS = "，,、：:（(）) \n\u3000"
OVER = {"高": Act.RISE, "超": Act.RISE, "低": Act.FALL}
CLOSING = ("）", ")")
OPENING = 6
"""How many characters before a number can tell by a verb that it is a change."""

CONSTANT = pattern(
    "生产总值|增加值|总产值|ＧＤＰ|GDP|国民收入|国民总收入|国民生产|劳动生产率|业务总量|工农业产值|农业产值|工业产值"
    "|可比|不变价|不变价格|实际增长|实际下降|扣除|剔除|同口径|重述|追溯|模拟|还原|调整后|修订"
)
"""Words with which growth is told at constant prices, or on another footing than the levels."""


@lru_cache(maxsize=1)
def amounts(passage: Passage) -> tuple[Frame, ...]:
    """Frames of amounts: money, counts, indices. The relations that use them ask one after the other."""
    return tuple(_Reading(passage, rates=False).frames())


OF_THEN = pattern(
    "(?P<when>[，,；;（(]而?(?:(?:上|去|前一)年|上一?个?(?:月|季度?|周|年度|交易日)|前一个?(?:月|交易日)|[年期月]初)(?:同期|同月|末|底)?)"
    "(?:实现|完成)?(?P<name>[\u4e00-\u9fff]{2,8}?)(?:[为是]|达到?)?"
)
OF_THEN_LINK = pattern("(?:[为是约达有]|达到?|实现|共|累计)+$")

START, SAME, PART_YEAR = "start", "同期", pattern("季度|半年|[0-9]月")
LAST_YEAR = pattern("(?:上年|去年|上一年)(?:同期|末|底)?(?:为|是|仅|只有|达)*")
OTHER_TIME = pattern("全年|季度|半年|[0-9]月|年[初中末底]")


def rates(passage: Passage) -> list[Frame]:
    """Frames of rates, which change by percentage points."""
    if not any(one.is_rate for one in passage.figures):
        return []
    return list(_Reading(passage, rates=True).frames())


def carried(passage: Passage) -> Figure | None:
    """The level that closed the sentence before, where this one goes on with its change: …809车次。较昨日增加…."""
    earlier = passage.earlier
    last = earlier.figures[-1] if earlier and earlier.figures else None
    goes_on = last is not None and last.is_amount and GOES_ON.match(passage.text, last.quantity.span.end)
    return last if goes_on else None


class _Reading:
    """One pass over the figures of a sentence."""

    def __init__(self, passage: Passage, *, rates: bool) -> None:
        self.passage = passage
        self.rates = rates
        self.frame: Frame | None = None
        self.at = 0
        self.flows = None if rates else asides.flows(passage)
        self.blocks = [
            one.span.end
            for one in passage.tokens
            if isinstance(one, Range | Proportion) and one.span.start not in passage.starts
        ]

    def frames(self) -> Iterator[Frame]:
        previous = None if self.rates else carried(self.passage)
        if previous:
            self.frame = Frame(previous, previous.before, current=previous)
        for at, figure in enumerate(self.passage.figures):
            self.at = at
            if self._transparent(figure) or self._of_plan(figure):
                continue
            words, start = self._between(previous, figure)
            aside = figure.bracket and not (previous and previous.bracket == figure.bracket)
            read = (self._read(words) or self._set_beside(words, figure)) if previous else None
            if aside and (says_again(previous, figure) or not (read and self.frame and self._bracketed(read, figure))):
                continue
            if read and self.frame and self._takes(self.frame, figure, read, start):
                previous = figure
                continue
            if self.frame:
                yield self.frame
            self.frame = self._opened(figure, words, Span(start, figure.quantity.span.start))
            previous = figure
        if self.frame:
            yield self.frame

    def _read(self, words: str) -> Link | None:
        if words in CLOSING and self.frame and self.frame.over:
            return Link(Role.GROWTH, self.frame.over)
        return link(words) or self._of_then(words) or self._of_now(words)

    def _of_now(self, words: str) -> Link | None:
        """去年亩产361公斤，今年增加25公斤: this year's change over what was told of the last."""
        only_base = self.frame is not None and self.frame.current is None and self.frame.groups[-1].base is not None
        return link(NOW_MOVES.sub("，", words)) if only_base and NOW_MOVES.match(words) else None

    def _of_then(self, words: str) -> Link | None:
        """，上年同期净利润为: what was, called once more as the level is."""
        found = OF_THEN.fullmatch(words)
        level = self.frame.level if self.frame and found else None
        if level is None or found is None:
            return None
        called = OF_THEN_LINK.sub("", self.passage.words(level.before))
        return link(found["when"]) if called.endswith(found["name"]) else None

    def _set_beside(self, words: str, figure: Figure) -> Link | None:
        """与第六次人口普查的334020人相比: what a level is compared with, whatever it is called."""
        compared = self.passage.text.startswith(COMPARED, figure.quantity.span.end)
        found = BESIDE.fullmatch(words) if compared else None
        return Link(Role.BASE, None, key(found["word"]), found["word"]) if found else None

    def _transparent(self, figure: Figure) -> bool:
        """五年前, 每500克: numbers inside words; 领先第二名2分: how far off a mark the level lies."""
        if self.flows and self.flows.covers(figure.quantity.span):
            return True
        if not self.rates and (asides.is_margin(self.passage, figure) or asides.is_pace(self.passage, self.at)):
            return True
        if (
            asides.PER.search(self.passage.words(figure.before)[-12:])
            and figure.quantity.unit_class is not UnitClass.MONEY
        ):
            return figure.after.end in self.passage.starts and figure.after.start == figure.after.end
        if figure.quantity.unit_class is not UnitClass.DURATION:
            return False
        before, after = self.passage.words(figure.before), self.passage.words(figure.after)
        half = figure.quantity.literal == HALF and before.endswith(HALVES)
        lead = self.passage.text[self.passage.clauses[figure.clause].start : figure.quantity.span.start]
        lapse = AGO.match(after) is not None and not before.endswith(MEAN) and not HELD_AGAINST.search(lead)
        return half or lapse or before.endswith(LATELY)

    def _of_plan(self, figure: Figure) -> bool:
        """，完成年初预算6000万元的40.4%，: how much of a plan a level is, between it and its change."""
        clause = self.passage.clauses[figure.clause]
        start = max(self.passage.span.start, clause.start - 1)
        return not self.rates and asides.PLAN.match(self.passage.text, start, clause.end) is not None

    def _between(self, previous: Figure | None, figure: Figure) -> tuple[str, int]:
        start = previous.quantity.span.end if previous else self.passage.span.start
        end = figure.quantity.span.start
        block = bisect_left(self.blocks, end)
        if block and start <= self.blocks[block - 1]:
            start = self.blocks[block - 1]
            return "；", start
        return asides.without(self.passage.text[start:end]), start

    def _bracketed(self, read: Link, figure: Figure) -> bool:
        return read.role in (Role.GROWTH, Role.BASE, Role.TIMES)

    def _opened(self, figure: Figure, words: str, span: Span) -> Frame | None:
        """A new frame: with what it was, how much there is, or a change of which the level comes later."""
        kind = figure.quantity.unit_class
        if self.rates is not (kind in PARTS) and kind is not UnitClass.RATE:
            return None
        if not self.rates and asides.is_flow(self.passage, self.at):
            return None
        grows = self._moved(figure)
        if self.rates and kind is not UnitClass.RATE and not (grows and kind is UnitClass.POINTS):
            return None
        frame = Frame(figure, span)
        tail = words[-24:]
        found = None if grows else FROM.search(tail) or AGAINST.search(tail) or self._held_against(figure, tail)
        if found:
            frame.groups[-1].base = figure
            frame.groups[-1].key = key(found[0])
            frame.groups[-1].yearly = YEARLY.fullmatch(found[0]) is not None
            frame.joined.append(Span(span.end - len(tail) + found.start(), span.end - len(tail) + found.end()))
        elif grows and (not self.rates or kind is UnitClass.POINTS):
            frame.grow(grows)
        elif kind is UnitClass.RATE and not self.rates:
            return None
        elif not self.rates and is_then(self.passage, figure):
            frame.groups[-1].base = figure
        else:
            frame.current = figure
        return frame

    def _held_against(self, figure: Figure, tail: str) -> re.Match[str] | None:
        """与2010年的725482人相比: what a number that is not told here is compared with."""
        compared = self.passage.text.startswith(COMPARED, figure.quantity.span.end)
        return WITH.search(tail) if compared else None

    def _moved(self, figure: Figure) -> Growth | None:
        """The change that the words before a number tell by themselves."""
        cue, start = self.passage.cues[self.at], figure.before.start
        if cue.act in (Act.RISE, Act.FALL):
            word = Span(start + cue.start, start + cue.end)
            return Growth(figure, cue.act, cue.base if cue.base != "other" else "", word)
        tail = self.passage.words(figure.before)[-OPENING:]
        act, at = opening(tail) if cue.act is Act.LEVEL and not tail.endswith(NOUNS) else (cue.act, 0)
        if act not in (Act.RISE, Act.FALL):
            return None
        return Growth(
            figure, act, "", Span(start + max(0, len(figure.before) - OPENING) + at, figure.quantity.span.start)
        )

    def _takes(self, frame: Frame, figure: Figure, read: Link, start: int) -> bool:
        """Whether the figure goes with the frame; it is then in it."""
        kind = figure.quantity.unit_class
        if read.role is Role.GROWTH and figure.quantity.literal.startswith("每"):
            return False  # 低于每年20起 is a level to compare with
        word = self._trimmed(start, figure.quantity.span.start)
        if read.role is Role.SHARE:
            frame.shared = True
            return kind is UnitClass.RATE and not self.rates and not FROM.search(read.word)
        level = frame.level
        fits = level is None or ((kind not in PARTS or self.rates) and alike(level.quantity, figure.quantity))
        if read.role is Role.GROWTH:
            return self._grows(frame, figure, Growth(figure, read.act, read.key, word), read, fits)
        if kind is UnitClass.MULTIPLE:
            return self._times(frame, figure, read, word)
        if not fits or (kind in PARTS and not (self.rates and kind is UnitClass.RATE)):
            return False
        if read.role is Role.LEVEL and frame.current is not None and self._is_multiplied(figure):
            return self._compares(frame, figure, replace(read, role=Role.TIMES), word)
        if read.role is Role.LEVEL:
            reached = frame.reach(figure, word, led=read.led, verb=bool(read.verb))
            return reached or self._month_before(frame, figure, word)
        if read.role is Role.FROM:
            return self._starts(frame, figure, word)
        return self._compares(frame, figure, read, word)

    def _month_before(self, frame: Frame, figure: Figure, word: Span) -> bool:
        """，环比下降21%，9月为294万户: what a level is told to have been the month before."""
        last = frame.groups[-1]
        if last.key != "last" or last.base is not None or not MONTH.fullmatch(self.passage.words(word)):
            return False
        last.base = figure
        frame.joined.append(word)
        return True

    def _is_this_years(self, told: Growth | None) -> bool:
        """今年新增600亩，总面积达到1.26万亩，去年是1.2万亩: a change over no other time than the year before."""
        if told is None or told.key:
            return False
        return THIS_YEAR.match(self.passage.text, self.passage.span.start, told.words.start) is not None

    def _is_yearly(self, told: Growth | None, read: Link, word: Span) -> bool:
        """，下降10%，上年为50亿元: growth over no time that is told, and right behind it the level of the year before.

        比上年增加6万人，上年末为250万人 are of one time as well.
        """
        plain = told is not None and told.key in ("", "year") and read.key in ("year", "start")
        words = self.passage.words(word)
        if not plain or told is None or not LAST_YEAR.fullmatch(words):
            return False
        part = PART_YEAR.search(self.passage.text, self.passage.span.start, told.words.start)
        return part is None or SAME in words

    def _is_of_part(self, group: Group) -> bool:
        """比去年全年高1.2个百分点，去年同期为: whether the points are over a time that the base need not be of."""
        return group.points is not None and OTHER_TIME.search(self.passage.words(group.points.words)) is not None

    def _is_multiplied(self, figure: Figure) -> bool:
        """，为前一日9.1亿元的三倍: whether the next number says how many times this one."""
        following = self.passage.figures[self.at + 1 : self.at + 2]
        times = following and following[0].quantity.unit_class is UnitClass.MULTIPLE
        return bool(times) and self.passage.text[figure.quantity.span.end : figure.quantity.span.end + 1] == "的"

    def _trimmed(self, start: int, end: int) -> Span:
        words = self.passage.text[start:end]
        return Span(end - len(words.lstrip(MARKS)), end)

    def _grows(self, frame: Frame, figure: Figure, growth: Growth, read: Link, fits: bool) -> bool:
        kind = figure.quantity.unit_class
        if self.rates:
            known = frame.current is not None and frame.groups[-1].base is not None
            if kind is UnitClass.RATE and not (known and not frame.groups[-1].points):
                return False
            if kind not in (UnitClass.RATE, UnitClass.POINTS):
                return False
        elif (kind not in PARTS and not fits) or (kind is UnitClass.RATE and frame.shared):
            return False
        unturned = read.act is None and WAY_OPEN.search(read.word)
        if unturned and (kind is not UnitClass.RATE or frame.groups[-1].change is None):
            return False
        hooked = read.hooked and frame.groups[-1].base is not None
        stock = frame.current is None or STOCK.search(self.passage.words(frame.current.before))
        frame.grow(replace(growth, whole=hooked, bare=read.word in BARE and not stock))
        return True

    def _times(self, frame: Frame, figure: Figure, read: Link, word: Span) -> bool:
        if self.rates or read.role not in (Role.TIMES, Role.OF, Role.LEVEL):
            return False
        based = frame.groups[-1].base is not None
        frame.grow(Growth(figure, Act.TO, "" if based else read.key, word, whole=based))
        return True

    def _starts(self, frame: Frame, figure: Figure, word: Span) -> bool:
        """下调130元，由1200元…: what was, told behind the change."""
        last = frame.groups[-1]
        told = last.change or last.rate or last.points
        if frame.current is not None or last.base is not None or told is None:
            return False
        lead = self.passage.text[max(self.passage.span.start, told.words.start - 4) : told.words.start]
        if any(word in lead for word in MEAN):
            return False
        last.base = figure
        frame.joined.append(word)
        return True

    def _goes_on(self, last: Figure, figure: Figure, read: Link) -> bool:
        """，2024年3600人, behind 2022年3000人，2023年3300人: a row of years, and no base of the one before."""
        bare = not any(word in read.word for word in ("比", "较", "高", "低", "超"))
        return bare and is_earlier(*of_two(self.passage, last, figure)) is True

    def _compares(self, frame: Frame, figure: Figure, read: Link, word: Span) -> bool:
        if frame.current is None or read.role not in (Role.BASE, Role.TIMES):
            return False
        if read.word.endswith(ONE_DAY) and "均" in self.passage.words(frame.current.before):
            return False
        if self.passage.text[figure.quantity.span.end : figure.quantity.span.end + 1] in CLOSING:
            frame.over = OVER.get(read.word[:1])
        last = frame.groups[-1]
        times = last.multiple
        if last.base is None and times is not None and times.key and times.key in read.word:
            last.base = figure  # 是2020年的3倍，2020年为30亿千瓦时
            frame.joined.append(word)
            return True
        fresh = last.base is None and not (last.rate or last.change or last.points)
        since = read.key == START and last.points is not None and last.points.key == START
        told = last.rate or last.change or (None if self._is_of_part(last) and not since else last.points)
        of_told = told and (read.key == told.key if read.key else not told.key and BEFORE_IT.match(read.word))
        of_told = of_told or (told is last.change and self._is_this_years(told) and read.key == "year")
        of_told = of_told or self._is_yearly(told, read, word)
        if last.base is None and of_told and read.role is Role.BASE:
            last.base = figure
            frame.joined.append(word)
            return True
        if not fresh and self._goes_on(frame.current, figure, read):
            return False
        if not fresh:
            frame.groups.append(Group())
        dated = of_two(self.passage, frame.first, figure)
        if fresh and "比" not in read.word and "较" not in read.word and is_earlier(*dated):
            frame.groups[-1].base, frame.current = frame.current, figure
            frame.groups[-1].key = "last" if of_one_year(*dated) else ""
        else:
            frame.groups[-1].base = figure
            frame.groups[-1].key = read.key or (told.key if told and last.base is None else "")
        frame.joined.append(word)
        return True
