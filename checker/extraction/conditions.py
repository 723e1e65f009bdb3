"""Under what conditions a device was measured, where those stand before: 打开节能后，|功耗, 换成2K就好了，|频率."""

import re

from checker.extraction.devices import LETTERS, MEASURED
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

SET = (
    "(?P<set>(?:打开|开启|启用|关闭|禁用|换成|换为|换上|更换为?|改用|切换[到至为]|升级[到至]?|更新)了?"
    "[A-Za-z0-9一-鿿 .+-]{1,14}?)"
)
DONE = pattern(
    f"{SET}(?:[（(][^（()）]{{0,16}}[）)])?(?:[之以]?后|就[^，。；]{{1,5}}了|即可[^，。；]{{0,4}})(?=[，,。：；]|$)"
)
"""What was set otherwise, and that this was enough."""

AGAIN = pattern("(?:重新|再次|再度)(?:进行)?(?:测试|测量|实测|检测)[之以]?后")
UNDER = pattern("(?P<set>[A-Za-z0-9一-鿿]{1,10}?(?:分辨率|画质|模式|刷新率|设置))下")
BASE, RATED = "赫", "频率"
SHORT = 2
TUNED = pattern("[也都还仍就才却]*(?:无法|不能|未能|不再|可|能)?(?:[升降超]频)?$")


class Conditions:
    """Remembers what was measured of a device, for each unit."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.block = Span(0, 0)
        self.owner, self.since = "", 0
        self.bare: dict[str, list[str]] = {}

    def told(self, one: Quantity, block: Span, sentence: Span, subject: str, metric: str) -> tuple[str, str]:
        """Whose a number is and its indicator, under the conditions that hold there."""
        self.bare = self.bare if block == self.block else {}
        self.owner = self.owner if block == self.block else ""
        self.block = block
        subject, metric = self._tuned(one, subject, metric) if one.unit.base == BASE else (subject, metric)
        measured = one.unit_class in MEASURED or one.unit.base == BASE
        if not LETTERS.search(subject) or not (measured or one.unit_class is UnitClass.RATE):
            return subject, metric
        if measured and subject != self.owner:
            self.owner, self.bare, self.since = subject, {}, one.span.start
        if subject != self.owner:
            return subject, metric
        metric = self._full(one, metric) if measured else metric
        under = self._under(one.span.start, sentence)
        return subject, metric if not under or under[:2] in metric else f"{under}{metric}"

    def _tuned(self, one: Quantity, subject: str, metric: str) -> tuple[str, str]:
        """A frequency, which its unit tells: 显存|频率仅为20MHz, 显存|无法降频超过2000MHz."""
        metric = TUNED.sub("", metric.removesuffix(f"{one.unit.name}数"))
        if self.owner and not LETTERS.search(subject):
            subject, metric = self.owner, f"{subject}{metric}"
        return subject, metric if metric.endswith((RATED, "主频")) else f"{metric}{RATED}"

    def _full(self, one: Quantity, metric: str) -> str:
        """A measure as it was told before, where it is cut short: 功耗, of 待机功耗; SDR功耗, of SDR视频播放功耗."""
        bare = self.bare.setdefault(one.unit.base, [])
        last = bare[-1:] if len(metric) == SHORT and bare and bare[-1].endswith(metric) else []
        state = metric[:-SHORT]
        full = last or [
            told
            for told in bare
            if state.isascii() and state and told.startswith(state) and told.endswith(metric[-SHORT:])
        ]
        metric = full[0] if full else metric
        bare.append(UNDER.sub("", metric))
        return metric

    def _under(self, at: int, sentence: Span) -> str:
        """What was set otherwise before an offset, or under what its sentence measures; empty where nothing was."""
        again = self._last(AGAIN, self.since, at)
        done = self._last(DONE, self.block.start, again[0] if again else at)
        if done and (again or done[0] >= sentence.start):
            return f"{done[1].rstrip()}后"
        under = self._last(UNDER, sentence.start, at)
        return f"{under[1]}下" if under else ""

    def _last(self, of: re.Pattern[str], start: int, end: int) -> tuple[int, str] | None:
        found = list(of.finditer(self.text, start, end))[-1:]
        return (found[0].start(), found[0].groupdict().get("set", "")) if found else None
