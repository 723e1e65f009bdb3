"""Numbers in a row, each of another thing: 甲、乙和丙的跌幅分别为5%、6%和7%."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from checker.extraction.bearings import Bearings
from checker.extraction.naming import RATE, Naming
from checker.extraction.phrasing import trimmed
from checker.extraction.wordings import ENDED, GRADE, NOUN_RISE
from checker.lexicon.predicates import verbs
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import Act
from checker.relations.lists.trimming import METRIC
from checker.spans import Span

RESPECTIVELY = "分别"
MEASURE = pattern(f"{METRIC}$")
FAR, LEAST = 200, 2
"""So far back from a number its row begins, at the most."""

BOTH = pattern("(同比|环比)[、和与及]?(同比|环比)$")
QUOTES = frozenset("“‘《")
ITS_OWN = "*"
"""The measure is what the words before 分别 name, in a clause of its own."""

COMPARED = pattern("同比|环比|按年|按月")
"""Two ways of comparing are told of one measure: they are no names of things."""

COMPARING = pattern("(?<=..)(?:同比|环比|(?<![年月日户人平])均|合计|[较比][上去今同前][^，]{0,6})+$")
HAN = pattern("[一-鿿]")
REST = 20
FIGURE = pattern("[0-9][^，；。\n]{0,12}[，；。]")
LED_TO = pattern("[至到][ ]?$")
"""What parts the numbers that things had from those that they have now: 分别由5%、6%|升至|7%、8%."""

LAST_MEASURE = pattern("(?<=..)[排出产运销用存拥保][放口载电水气货]?[量额]$")
LEFT = pattern(f"(?P<rest>[一-鿿]{{2,10}}(?:{METRIC}))，[^，；。]{{0,12}}$")
"""What is left of the last name of a row before a comma: 城镇居民|人均收入，2000年分别达到."""

PLACED = ("城市", *"省市县区州乡镇村国")
MEANS = ("年均", "月均", "日均", "人均", "户均", "亩均", "场均")
UNFIT = pattern("(?<![0-9.A-Za-z])[0-9]|[，。；：]")
SOME = {"两": 2, "三": 3, "四": 4}
TOGETHER = pattern(f"(?P<many>[{''.join(SOME)}])(?P<what>[市省县区州乡镇村校厂队])")
"""What says how many a row has: 沪、深|两市 are 沪市 and 深市."""
AND = pattern("[、和与及/／]|以及")
SORTED = pattern("(?:另外|其他|其余)?[0-9一两二三四五六七八九十]{1,3}[位名个家]")
LIMITED = pattern("(?:(?:规模|限额)以[上下]|[规限]上)[一-鿿]{0,6}(?:单位|企业)(?=[一-鿿]{2})")
"""Of whom a survey tells."""

BEFELL = pattern("(?P<what>[一-鿿]{0,8}(?:事故|案件?|火灾|灾害|诈骗|违法行为))(?:发生)?[起件次宗]数$")
OF_ALL = pattern("[0-9.]{1,8}[%％]的(?P<what>[一-鿿]{2,6})(?=[，。；、）]|$)")
OF_THEM = pattern("(?:对[^，]{1,12})?的[^的]{1,10}$")


class Rows:
    """Finds what each number of a row is of. ``starts`` are where the numbers of the article begin."""

    def __init__(self, bearings: Bearings, starts: Sequence[int]) -> None:
        self.bearings = bearings
        self.text = bearings.text
        self.starts = starts

    def opening(self, one: Quantity, clause: Span) -> int:
        """Where the 分别 stands that a number comes behind; negative where there is none."""
        return self.text.rfind(RESPECTIVELY, max(clause.start, one.span.start - FAR), one.span.start)

    def place(self, one: Quantity, at: int, clause: Span) -> tuple[int, int]:
        """Which of how many numbers behind a 分别 a number is."""
        first = bisect_left(self.starts, at)
        nth, size = bisect_left(self.starts, one.span.start) - first, bisect_left(self.starts, clause.end) - first
        half = size // 2
        if (
            size % 2 == 0
            and half > 1
            and LED_TO.search(self.text, self.starts[first + half - 1], self.starts[first + half])
        ):
            return nth % half, half
        return nth, size

    def paired(self, one: Quantity, said: Naming) -> Naming | None:
        """The number named for the thing that stands in its place in the list before."""
        item, measure = self._items.get(one.span.start, ("", ""))
        if not item:
            return None
        if said.act is Act.LEVEL or (measure and said.act is Act.SHARE and said.counted and said.counted in measure):
            return self._level(replace(said, act=Act.LEVEL), item, measure)
        if not said.suffix or UNFIT.search(item):
            return None
        shared = MEASURE.search(said.stem) if said.own else None
        item += shared[0] if shared and not (item.endswith((shared[0], "数")) or ENDED.search(item)) else ""
        item = item.removesuffix(said.suffix)
        suffix = "" if said.suffix == "比率" and RATE.search(item) else said.suffix
        return replace(said, metric=f"{item}{suffix}", stem=item, own=True)

    def _level(self, said: Naming, item: str, measure: str) -> Naming | None:
        """How much of it there is: of each what 分别 leads to, or what was counted, or itself."""
        named = ENDED.search(item) or RATE.search(item)
        if QUOTES & set(item) or UNFIT.search(item) or (verbs().search(item) and not named):
            return None
        if named and not (measure or said.counted):
            return replace(said, metric=item, stem=item, own=True)
        if measure or said.counted:
            kept = measure == ITS_OWN or said.metric == f"{measure}额"
            metric = said.metric if kept else measure or said.metric
            return replace(said, metric=metric, stem=metric, own=True, owner=item)
        return replace(said, metric=f"{item}{said.suffix}", stem=item, own=True)

    def compared(self, one: Quantity, said: Naming, at: int, clause: Span) -> Naming:
        """The same for two ways of comparing: 环比同比分别上涨0.4%和2.3%."""
        both = BOTH.search(self.text, max(self._start(at, clause), at - FAR), at)
        nth, size = self.place(one, at, clause)
        if not both or size != 2 or said.act not in (Act.RISE, Act.FALL):
            return said
        suffix = said.suffix.removeprefix(both[0]).removeprefix("环比").removeprefix("同比")
        kind = NOUN_RISE.search(said.metric)
        suffix = kind[0] if kind else suffix
        head = trimmed(self.text[self._start(at, clause) : both.start()])
        base = "year" if both[nth + 1] == "同比" else "last"
        return replace(said, metric=f"{head}{suffix}", stem=head, own=bool(head), suffix=suffix, compared=base)

    def parted(self, one: Quantity, said: Naming, clause: Span, at: int) -> Naming:
        """The same for a list whose last member only names the measure, from its words alone."""
        nth, size = self.place(one, at, clause)
        things = AND.split(self.text[max(self._start(at, clause), at - FAR) : at])
        if len(things) != size or size < 2:
            return said
        measure = OF_THEM.search(things[-1])
        if not measure:
            items = list(_measured([COMPARING.sub("", trimmed(thing)) for thing in things]))
            if any(map(UNFIT.search, items)):
                return said
            item = items[nth].removesuffix(said.suffix)
            suffix = "" if said.suffix == "比率" and RATE.search(item) else said.suffix
            moved = said.suffix or said.act in (Act.FROM, Act.TO)
            return replace(said, metric=f"{item}{suffix}", stem=item, own=True) if moved else said
        thing = things[nth].strip() if nth < size - 1 else things[-1][: measure.start()]
        metric = f"{thing}{GRADE.sub('', measure[0])}"
        return replace(said, metric=metric, stem=metric, own=True, suffix="")

    def _start(self, at: int, clause: Span) -> int:
        """Where the words before a 分别 begin: in the clause before, where it opens its own."""
        return clause.start if at - clause.start > 1 else self.bearings.clause(max(0, clause.start - 1)).start

    @cached_property
    def _items(self) -> dict[int, tuple[str, str]]:
        """What each number behind a 分别 is of, and which of its measures 分别 leads to, by where the number begins."""
        found: dict[int, tuple[str, str]] = {}
        for relation in self.bearings.article.relations:
            if relation.kind == "pairing":
                items = [one.span for one in relation.operands if one.role == "item"]
                values = [one.span.start for one in relation.operands if one.role == "value"]
                if (
                    items
                    and len(items) == len(values)
                    and not any(COMPARED.fullmatch(one.of(self.text)) for one in items)
                ):
                    names, measure = self._row(items, values[0])
                    measure = measure or self._behind(values[-1])
                    found |= {at: (name, measure) for at, name in zip(values, names, strict=True) if name}
        return found

    def _whole(self, item: Span) -> Span:
        """An item without what belongs to the mean behind it: 乙县|年均产量."""
        mean = self.text[item.end - 1 : item.end + 1] in MEANS
        return Span(item.start, item.end - 1) if mean and len(item) > 1 else item

    def _placed(self, names: list[str], items: Sequence[Span]) -> list[str]:
        """Places without what is told of them before their numbers: 甲省、乙省|加大投入，面积分别为."""
        places = self.bearings.actors.places
        found = [places.opening(one.start, one.end)[1] for one in items]
        if not all(found) or found[:-1] != names[:-1]:
            return names
        rest = names[-1].removeprefix(found[-1])
        return [f"{name}{rest}" for name in found] if rest and not verbs().search(rest) else found

    def _uncounted(self, item: Span) -> str:
        """An item's words without a number of whom it is told: 全市12县|小麦."""
        _, edge = self.bearings.subject(item.end)
        item = Span(edge, item.end) if item.start < edge < item.end else item
        at = bisect_left(self.starts, item.end) - 1
        before = self.bearings.quantities[at] if at >= 0 else None
        counted = before.span.end if before and before.unit.name.endswith(PLACED) else 0
        return self.text[counted if item.start < counted < item.end else item.start : item.end]

    def _behind(self, at: int) -> str:
        """What stands behind 的 and the last number of a row, and is what all of them are of: 3%和4%的|选票."""
        of = OF_ALL.match(self.text, at)
        if not of:
            return ""
        moved = NOUN_RISE.search(of["what"])
        return moved[0] if moved else f"{of['what']}{'' if ENDED.search(of['what']) else '占比'}"

    def _halves(self, items: Sequence[Span]) -> list[str]:
        """What both halves of one word name, with what stands around them: 新车产|销量 are 新车产量 and 新车销量."""
        first, last = items[0], items[-1]
        if len(items) != 2 or first.end != last.start:
            return []
        clause = self.bearings.clause(first.start)
        led = trimmed(self.text[self.bearings.actors.past_times(clause.start, first.end) : first.end])
        _, edge = self.bearings.subject(first.start)
        led = trimmed(self.text[edge : first.end]) if edge > clause.start else led
        whole = Span(last.start, last.end + (len(last) == 1 and self.text[last.end] in "量额值"))
        tail = self.text[whole.start + 1 : whole.end]
        return [f"{led}{tail}", f"{led[:-1]}{whole.of(self.text)}"] if led and tail else []

    def _limited(self, names: list[str], first: Span) -> list[str]:
        """Names with what limits the first to some who report: 限额以上单位|粮油类、饮料类 are both of 限额以上单位."""
        led = LIMITED.search(self.text, self.bearings.clause(first.start).start, first.end)
        if not led or any(LIMITED.match(name) for name in names[1:]):
            return names
        return [f"{led[0]}{name}" for name in (self.text[led.end() : first.end], *names[1:])]

    def _row(self, items: Sequence[Span], value: int) -> tuple[list[str], str]:
        """The names of a row and the measure behind its 分别: 甲、乙等企业的产值分别|增长, 甲、乙分别|实现产值."""
        halves = self._halves(items)
        if halves:
            return halves, ""
        items = [self._whole(one) for one in items]
        names = [COMPARING.sub("", _called(trimmed(self._uncounted(one)))) for one in items]
        led = Span(items[0].start if names[0] else items[0].end, items[1].start)
        told = self._uncounted(led)
        if not names[0] or len(told) < len(led):
            names[0] = _called(trimmed(AND.split(told)[0]))
        names = _befallen(self._limited(_grown(self._placed(names, items)), items[0]))
        at = self.text.rfind(RESPECTIVELY, items[-1].end, value)
        if at < 0:
            rest = trimmed(self.text[items[-1].end : value]) if value - items[-1].end < REST else ""
            shared = rest if ENDED.search(rest) and not (FIGURE.search(rest) or UNFIT.search(rest)) else ""
            return list(_measured([f"{name}{shared}" for name in names])), ""
        between = self.text[items[-1].end : at]
        left = LEFT.match(between)
        if left:
            names[-1] += left["rest"]
            return list(_measured(names)), ""
        if FIGURE.search(between):
            return [""] * len(names), ""
        many = TOGETHER.match(between)
        if many and SOME[many["many"]] == len(names):
            names, between = [f"{name}{many['what']}" for name in names], between[many.end() :]
        if UNFIT.search(between):
            return list(_measured(names)), ITS_OWN if HAN.search(between[-2:]) else ""
        rest = COMPARING.sub("", trimmed(between.removeprefix("等"))) if len(between) < REST else ""
        rest = "" if COMPARED.fullmatch(rest) else rest
        names, rest = _of_last(names, rest)
        measure = trimmed(self.text[at + len(RESPECTIVELY) : value])
        names[-1] += rest if len(rest) == 1 else ""
        if len(rest) > 1:
            of = "的" if between.removeprefix("等").startswith("的") and all(map(_is_name, names)) else ""
            return [name if rest in name else f"{name}{of}{rest}" for name in names], ""
        return list(_measured(names)), "" if MEASURE.search(names[-1]) else measure


def _called(item: str) -> str:
    """A name without what says how many of which sort it is one of: 两位候选人|林晓."""
    led = SORTED.match(item)
    rest = item[led.end() :] if led else ""
    sort, tag = next(iter(tagged(rest)), ("", "")) if rest else ("", "")
    return rest[len(sort) :] if part_of(sort, tag) is Part.NOUN and len(rest) > len(sort) + 1 else item


def _of_last(names: list[str], rest: str) -> tuple[list[str], str]:
    """Names whose last has one word more that they end alike with: 新材料产业、绿色产业|制造业|增加值."""
    measure = MEASURE.search(rest)
    head = rest[: measure.start()] if measure else rest
    if len(head) < LEAST or any(name[-1:] != head[-1] for name in names):
        return names, rest
    return [*names[:-1], f"{names[-1]}{head}"], rest[len(head) :]


def _befallen(names: list[str]) -> list[str]:
    """Names of what accidents and cases did, with these: 火灾|起数、伤亡人数 is 火灾伤亡人数."""
    led = BEFELL.match(names[0])
    done = bool(led) and all(ENDED.search(name) and not BEFELL.match(name) for name in names[1:])
    return [names[0], *(f"{led['what']}{name}" for name in names[1:])] if led and done else names


def _grown(names: list[str]) -> list[str]:
    """Names of one character with what they share with the last: 轻、重工业 are 轻工业 and 重工业."""
    rest = names[-1][1:]
    return [f"{name}{rest}" if len(name) == 1 and len(rest) > 1 else name for name in names]


def _is_name(item: str) -> bool:
    return any(part_of(word, tag) is Part.NAME for word, tag in tagged(item))


def _measured(items: Sequence[str]) -> Iterator[str]:
    """The items, each with the measure that only the last of them names: 汽车、机床产值 are both 产值."""
    found = MEASURE.search(items[-1]) or LAST_MEASURE.search(items[-1])
    shared = "" if found is None else items[-1][-2:] if found[0] == "价" else found[0]
    for item in items:
        whole = not shared or shared in item or ENDED.search(item) or item.endswith("数")
        yield item if whole else f"{item}{shared}"
