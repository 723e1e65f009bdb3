"""What a number is the number of: the indicator that the words around it name, its scope, and how it is compared."""

from dataclasses import dataclass, replace

from checker.extraction.counting import Counted, counted
from checker.extraction.led import Led
from checker.extraction.naming import RATE, Naming
from checker.extraction.parsing import Words
from checker.extraction.phrasing import REMARK, THING, lead, stop, trimmed
from checker.extraction.wordings import (
    AGAINST,
    AGO,
    APART,
    AVERAGE,
    BEFORE,
    BESTOWED,
    CONTINUED,
    CONVERTED,
    COUNTS,
    DONE,
    EARLIER,
    ENDED,
    FAR,
    GENERIC,
    HAN,
    INCLUDED,
    LAST,
    LASTING,
    LISTED,
    MEASURES,
    MOVED_TIMES,
    NAMED,
    NOUN_RISE,
    OF_ALL,
    ONE_IN,
    PASSED,
    PLANNED,
    PRICED,
    QUALIFIED,
    RECENT,
    RESULT,
    SCOPES,
    SIGNED,
    SIGNS,
    SIZE,
    SIZES,
    STARTED,
    STRONGLY,
    TARGET,
    TOPMOST,
    UNITED,
)
from checker.lexicon.clauses import words
from checker.lexicon.predicates import predicates, verbs
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act, Cue, cue
from checker.spans import Span

POINTED = pattern("(?:[高低]?点|点位|价|指数)$")
REACHED = pattern(
    "^(?P<what>.{2,}?)(?:[已将均]|已经)?(?:[提上]?升|增[加长]?|[下]?降|提高|达)?[至到](?P<whole>[^的，至到]{2,8})的$"
)
SINCE = frozenset(("前", "后", "之前", "之后", "以前", "以后"))
TOLD_BY = frozenset("人户位名")
"""Classifiers that say by themselves what was counted: 逾20人受困."""


def naming(lexed: Words, quantity: Quantity, before: Span, end: int, *, taken: int) -> Naming:
    """The indicator of a quantity. ``before`` is what may lead up to it, ``end`` is where the words behind it end.

    ``taken`` is where the next number begins, or ``end``: words right before it are rather its own.
    """
    text = lexed.text
    before = Span(before.start, before.start + len(before.of(text).rstrip(" \t")))
    start = lead(text, before.start, before.end)
    start += _unlisted(text, start, before.end)
    made = _Phrase(lexed, quantity, Span(start, before.end), end, taken).named()
    around = before.of(text) + made.metric
    scope = SCOPES.search(made.metric) or PLANNED.search(around) or OF_ALL.search(around)
    return replace(made, scope=scope[0].replace("规模以上", "规上") if scope else "")


def _unlisted(text: str, start: int, end: int) -> int:
    """How far the last member of a list goes that only says of what sort a thing is: 电池等|绿色产品出口, 在内的|…."""
    words = text[start:end]
    inside = INCLUDED.match(words)
    if inside:
        return inside.end()
    last = LAST.match(words) if text[start - 1 : start] == "、" else None
    return last.end() if last else 0


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A number with the words before it (``before``) and how far those behind it go."""

    lexed: Words
    quantity: Quantity
    before: Span
    end: int
    taken: int

    @property
    def text(self) -> str:
        return self.lexed.text

    @property
    def led(self) -> Led:
        return Led(self.lexed, self.before)

    @property
    def kind(self) -> UnitClass:
        return self.quantity.unit_class

    @property
    def words(self) -> str:
        return REMARK.sub("", self.before.of(self.text))

    @property
    def behind(self) -> int:
        return self.quantity.span.end

    @property
    def is_rate(self) -> bool:
        return self.kind in (UnitClass.RATE, UnitClass.POINTS)

    def named(self) -> Naming:
        """What the number is the number of."""
        fixed = self._one_in() or self._signed() or self._priced()
        if fixed:
            return fixed
        if CONVERTED.search(self.words) or RESULT.fullmatch(self.words) or self._is_earlier():
            again = CONVERTED.search(self.words) is not None
            return replace(self._naming("", own=False), again=again)
        said = cue(self.words)
        tall = self.kind is UnitClass.LENGTH and not said.base and self.words[said.start : said.end] == "高"
        topmost = TOPMOST.match(self.words, max(0, said.start - 1), said.end) is not None
        if topmost:
            return self._plain(replace(said, act=Act.LEVEL, start=said.start - 1), whole=False)
        if self.words[said.start : said.end] in MOVED_TIMES and self.kind is not UnitClass.DURATION:
            return self._plain(replace(said, act=Act.LEVEL), whole=True)
        if said.act in (Act.RISE, Act.FALL) and not tall:
            return self._changed(said)
        if said.act is Act.SHARE:
            return self._shared(said)
        level = said.act is Act.LEVEL
        return (self._apart() if level else None) or self._plain(said, whole=level or tall)

    def _is_earlier(self) -> bool:
        told = len(self.words) > 1 and self.words not in ("约为", "仅为")
        return told and EARLIER.fullmatch(self.words) is not None and not NAMED.match(self.text, self.behind)

    def _plain(self, said: Cue, *, whole: bool) -> Naming:
        head = "" if LISTED.search(self.words) else trimmed(self._head(said, whole=whole))
        if self.kind is UnitClass.DURATION:
            return self._lasted(head)
        return self._rate(head) if self.is_rate else self._level(head, said.act)

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
        return self._naming(metric, Act.SHARE, end=found.end())

    def _priced(self) -> Naming | None:
        """A price told by a verb: 收报24.1元."""
        priced = PRICED.search(self.words) if self.kind in (UnitClass.MONEY, UnitClass.INDEX, UnitClass.PER) else None
        if not priced:
            return None
        name = "收盘价" if "收" in priced[0] else "开盘价" if "开" in priced[0] else "报价"
        return self._naming(f"{trimmed(self.words[: priced.start()])}{name}")

    def _apart(self) -> Naming | None:
        """How far two things are apart: 比去年高出2个百分点, 比进口货便宜三成."""
        against = AGAINST.search(self.words) if self.is_rate else None
        if not against:
            return None
        metric = f"{against[0]}幅度" if against["how"] else "差距"
        made = self._naming(metric, Act.RISE, own=bool(against["how"]), suffix="差距")
        return replace(made, compared="other")

    def _signed(self) -> Naming | None:
        """A change that a sign tells, of what stands before it: 收入同比+8%, 净利润1.1亿元（+38%）."""
        sign = SIGNED.search(self.words) if self.is_rate else None
        if not sign and not (self.is_rate and self.quantity.literal[:1] in SIGNS and not self.words):
            return None
        suffix = "增速" if self.kind is UnitClass.RATE else "变动幅度"
        head = trimmed(self.words[: sign.start()]) if sign else ""
        base = {"同比": "year", "环比": "last"}.get((sign["base"] if sign else None) or "", "unstated")
        made = self._naming(f"{head}{suffix}", Act.RISE, own=bool(head), suffix=suffix)
        return replace(made, compared=base)

    def _naming(self, metric: str, act: Act = Act.LEVEL, *, end: int = 0, own: bool = True, suffix: str = "") -> Naming:
        stem = metric.removesuffix(suffix) if suffix else metric
        return Naming(metric, self.before.start, max(end, self.behind), act, own=own, suffix=suffix, stem=stem)

    def _level(self, head: str, act: Act) -> Naming:
        """How much or how many there is of something."""
        size = SIZE.match(self.text, self.behind) if self.kind is UnitClass.LENGTH else None
        if size:
            return self._naming(SIZES[size[0]], act, end=size.end())
        if self.quantity.unit.name in ("次", "度", "回"):
            done = DONE.match(self.text, self.behind, self.taken)
            if done and verbs().match(self.text, self.behind):
                return self._naming(f"{done[0]}次数", act, end=done.end())
        found = counted(
            self.lexed,
            self.behind,
            self.end,
            self.taken,
            alone=not head and not BESTOWED.search(self.words),
            unit=self.quantity.unit.name if self.kind is UnitClass.COUNT else "",
            people=self.quantity.unit.name in ("名", "位", "人"),
        )
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
            return self._naming(head if ended or self.kind is UnitClass.PER else f"{head}{self._measure()}", act)
        metric = f"{head}{thing}"
        if self.kind is UnitClass.NONE:
            metric += "数" if thing else ""
        elif metric and not (POINTED if self.kind is UnitClass.INDEX else ENDED).search(metric):
            metric += MEASURES.get(self.kind, "")
        return replace(self._naming(metric, act, end=end, own=bool(metric)), counted=thing)

    def _count(self, head: str, found: Counted, act: Act) -> Naming:
        """How many things there are, told by what is said of them where they are what something is said of."""
        thing, unit, led = found.name, self.quantity.unit.name, self.led
        doing = f"{found.said}的" if found.said and not led.governs(head) else ""
        suffix = "" if head.endswith("数") and not thing else _counter(self.quantity, thing)
        if doing and not thing and unit not in TOLD_BY:
            doing, suffix = found.said, "数"
        if not thing and found.said and led.is_means():
            head, doing = f"{head}{found.said}", ""
        of = "的" if thing and head and led.describes() else ""
        metric = f"{doing}{head}{of}{thing}{suffix}"
        made = self._naming(metric, act, end=found.end, own=bool(head or thing or doing), suffix=suffix)
        noun = self.text[self.behind : found.end] if self.behind < found.end < self.behind + len(thing) else ""
        stem = f"{head}{thing}" if thing or head else found.said
        return replace(made, stem=stem, counted=thing, owner=noun, doing=bool(doing))

    def _is_listed(self) -> bool:
        """Whether the words before the number are the last of a list: 高质量、供给侧、智能化|三向."""
        start = self.before.start
        return self.text[start - 1 : start] == "、" and not UNITED.search(self.text[max(0, start - 8) : start - 1])

    def _measure(self) -> str:
        return "额" if self.kind is UnitClass.MONEY else MEASURES.get(self.kind, "")

    def _changed(self, said: Cue) -> Naming:
        """By how much something went up or down."""
        head = trimmed(self.words[: said.base_start if said.base_start >= 0 else said.start])
        suffix = self._change(said)
        head, end = AVERAGE.sub("", STRONGLY.sub("", head.removesuffix(suffix))), self.behind
        if not head and self.kind not in (UnitClass.RATE, UnitClass.POINTS):
            found = counted(self.lexed, end, min(self.end, self.taken), self.end)
            head, end = found.name, found.end
        own = bool(head) and not GENERIC.fullmatch(head) and not QUALIFIED.fullmatch(head)
        made = self._naming(f"{head}{suffix}", said.act, end=end, own=own, suffix=suffix if own else f"{head}{suffix}")
        return replace(made, compared=said.base or "unstated")

    def _change(self, said: Cue) -> str:
        noun = NOUN_RISE.search(self.words, 0, said.end)
        rise = said.act is Act.RISE
        if self.kind is UnitClass.RATE:
            return noun[0] if noun else "增速" if rise else "降幅"
        if said.base == "other" and self.words[said.start : said.end] in APART:
            return "差距"
        if self.kind is UnitClass.POINTS:
            return noun[0] if noun else f"{self.words[said.start : said.end]}幅度"
        if self.kind is UnitClass.MULTIPLE:
            return "增长倍数" if rise else "降幅"
        return "增量" if rise else "减量"

    def _shared(self, said: Cue) -> Naming:
        """Which part of a whole it is."""
        before, word = self.words[: said.start], self.words[said.start : said.end]
        of = before.rfind("占") if word in ("比重", "份额") else -1
        head = trimmed(before[:of] if of >= 0 else before)
        suffix = f"占{before[of + 1 :].strip('的')}比重" if of >= 0 else "占比"
        return self._naming(f"{head}{suffix}", said.act, own=bool(head), suffix=suffix)

    def _rate(self, head: str) -> Naming:
        """A rate that is told as such, or the share of what stands behind it."""
        if GENERIC.fullmatch(head):
            return replace(self._naming(head, Act.RISE, own=False, suffix=head), compared="unstated")
        if RATE.search(head):
            return self._naming(head)
        reached = REACHED.match(self.words)
        if reached and self.kind is UnitClass.RATE:
            suffix = f"占{reached['whole']}比重"
            return self._naming(f"{trimmed(reached['what'])}{suffix}", Act.SHARE, suffix=suffix)
        of = head.rfind("占", 0, len(head) - 1)
        if of >= 0:
            suffix = f"占{head[of + 1 :]}比重"
            return self._naming(f"{head[:of]}{suffix}", Act.SHARE, own=of > 0, suffix=suffix)
        at = self.behind
        end = max(at, min(self.end, self.taken))
        found = counted(self.lexed, at, self.end if end == self.end else end, end + 1, alone=not head)
        thing, end = found.name if HAN.search(found.name) else "", found.end
        if thing and NOUN_RISE.search(thing):
            made = self._naming(thing, Act.RISE, end=end, own=False, suffix=thing)
            return replace(made, compared="unstated")
        if RATE.search(thing) or TARGET.search(thing):
            return self._naming(f"{head}{thing}", end=end)
        if thing:
            doing = f"{found.said}的" if found.said and not self.led.governs(head) else ""
            made = self._naming(f"{doing}{head}{thing}占比", Act.SHARE, end=end, suffix="占比")
            return replace(made, stem=f"{head}{thing}", counted=thing)
        if found.said and self.kind is UnitClass.RATE and not ENDED.search(head):
            whole = f"{found.said}的{head}" if head else found.said
            return replace(self._naming(f"{whole}占比", Act.SHARE, suffix="占比"), stem=head)
        return self._naming(head, own=bool(head), suffix="比率")

    def _lasted(self, head: str) -> Naming:
        """How long something takes, how long ago it was, how old somebody is."""
        if self.quantity.unit.name == "岁":
            return self._naming("年龄")
        end = min(stop(self.text, self.behind, self.end), self.behind + THING, max(self.taken, self.behind))
        if self.words.endswith("为期"):
            return self._naming("持续时间", own=True)
        recent = RECENT.search(self.words) and not AGO.match(self.text, self.behind)
        if recent or self.quantity.literal.endswith("内"):
            return replace(self._naming("时间跨度"), stem="")
        rest, head = self._done(head, end)
        if CONTINUED.search(self.words):
            head = trimmed(CONTINUED.sub("", self.words))
            made = self._naming(f"{head}连续{rest}{self.quantity.unit.name}数", end=end)
            return replace(made, stem=head) if RATE.search(head) or ENDED.search(head) else made
        ago = AGO.match(rest)
        if ago and ago[0] in SINCE:
            event = rest[ago.end() :]
            return self._naming(f"{event}的时间" if event else "相隔时间", end=end)
        if rest and any(one.end() == len(head) for one in verbs().finditer(head)):
            head = ""
        if ago or (not PASSED.search(self.words) and self.led.ends_before(self.behind, self.end, head)):
            return replace(self._naming("时间跨度"), stem="")
        metric = head if head.endswith(LASTING) else f"{head or rest}时长"
        return self._naming(metric, end=0 if head else end, own=bool(head or rest), suffix="时长")

    def _done(self, head: str, end: int) -> tuple[str, str]:
        """What was done in a time, by the words behind it, and those before it that tell so: 经过|两年|建设."""
        rest = self.text[self.behind : end].lstrip("的了")
        nominal, passed = self.text.startswith("的", self.behind), PASSED.search(self.words) is not None
        if (passed or nominal) and not AGO.match(rest):
            found = counted(self.lexed, self.behind, end, end + 1)
            rest = (found.said if found.name == "时间" else found.name) or rest
            head = "" if passed else head
        return rest, head


def _counter(quantity: Quantity, counted: str) -> str:
    unit = quantity.unit.name
    return "数" if counted or unit in words("plain") else COUNTS.get(unit, f"{unit}数")
