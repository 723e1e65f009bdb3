"""Whose a measure of a device is where its clause only names the state it was measured in: 待机|功耗, 双屏|时为105W."""

from checker.extraction.wordings import ENDED, MEASURES
from checker.lexicon.clauses import any_of
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

STATE = pattern(f"(?:{any_of('state')})$")
IN_STATE = pattern("时(?![间长速])|下(?=[^一-鿿]|[为是的达约])")
RUNNING = pattern("(?P<does>[一-鿿]{2})(?:时|下)?分别(?:为|达|对应|是|只?有)")
DONE_IN = pattern(f"[^，。；]{{0,10}}(?:{any_of('state')})(?=时$)")
STATE_OF = pattern(f"[^，。；]{{0,8}}?(?:{any_of('state')})时?")
LETTERS = pattern("[A-Za-z0-9]")
TAIL = pattern("[一-鿿]+$")
MEASURED = frozenset(
    (UnitClass.POWER, UnitClass.ENERGY, UnitClass.TEMPERATURE, UnitClass.SPEED, UnitClass.DATA, UnitClass.VOLUME)
)
FEW, LEAST = 12, 4


class Devices:
    """Remembers, for each unit, the device and the measure that a paragraph told of last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.block = Span(0, 0)
        self.known: dict[str, tuple[str, str]] = {}
        self.states: list[str] = []
        self.named = frozenset[str]()
        self.row: list[tuple[Span, str]] = []

    def told(self, one: Quantity, block: Span, clause: Span, subject: str, metric: str) -> tuple[str, str]:
        """Whose a number is and its indicator, with the state it was measured in as part of the indicator."""
        if block != self.block:
            self.block, self.known, self.states = block, {}, []
        if one.unit_class is UnitClass.RATE:
            row = next((owner for owner, _ in self.known.values() if self._is_row(subject, clause)), "")
            return (row, metric) if row else self._changed(subject, metric)
        if one.unit_class not in MEASURED or not subject:
            return subject, metric
        device, rest = self._named("", subject)
        if device and device != subject:
            return device, f"{rest}{metric}"
        owner, measure = self.known.get(one.unit.base, ("", ""))
        subject = owner if owner and self._is_row(subject, clause) else subject
        state = self._state(one, clause, subject) if owner else ""
        if state:
            self.states.append(state)
            own = metric.removeprefix(owner).removeprefix("的")
            here = "、" in subject or self.text.find(subject, clause.start, one.span.start) >= 0
            return owner, f"{state if here else ''}{self._measured(one, clause, own, measure)}"
        subject, metric = self._named(subject, metric)
        if subject == owner and STATE_OF.match(metric):
            metric = self._measured(one, clause, metric, measure)
        return self._kept(one, block, clause, subject, metric)

    def _measured(self, one: Quantity, clause: Span, metric: str, measure: str) -> str:
        """The indicator by the measure that was told before, where the clause names none."""
        bare = MEASURES[one.unit_class]
        if not metric.endswith(bare) or self.text.find(bare, clause.start, clause.end) >= 0:
            return metric
        state = STATE_OF.match(metric)
        return f"{state[0] if state else ''}{measure}"

    def _kept(self, one: Quantity, block: Span, clause: Span, subject: str, metric: str) -> tuple[str, str]:
        """The device and its measure, remembered for the states behind, with the state of the clause before it."""
        if not (ENDED.search(metric) and LETTERS.search(subject)):
            return subject, metric
        if not STATE_OF.match(metric):
            self.known[one.unit.base] = subject, metric
        self.named |= {subject}
        led = DONE_IN.search(self.text, max(block.start, clause.start - FEW), clause.start - 1)
        return subject, f"{led[0]}{metric}" if led else metric

    def _named(self, subject: str, metric: str) -> tuple[str, str]:
        """A device that an indicator begins with by the end of its name: X5显卡|功耗, of 云岭X5显卡."""
        for name in sorted(self.named):
            size = next((size for size in range(len(name), LEAST, -1) if metric.startswith(name[-size:])), 0)
            if size and len(metric) > size and LETTERS.search(name[-size:]):
                return name, metric[size:].removeprefix("的")
        return subject, metric

    def _changed(self, subject: str, metric: str) -> tuple[str, str]:
        """A change of what was told of a state before: 待机功耗20W，|降低了81%."""
        for owner, measure in self.known.values():
            if subject in self.states and measure in metric:
                return owner, f"{subject if metric.startswith(measure) else ''}{metric}"
        return subject, metric

    def _state(self, one: Quantity, clause: Span, subject: str) -> str:
        """The state that a subject is; empty where it is something else."""
        at = self.text.find(subject, clause.start, one.span.start)
        end = at + len(subject)
        running = RUNNING.match(self.text, end, clause.end) if at >= 0 else None
        if running and "、" in subject:
            return self._of_row(subject, running["does"], clause)
        if at >= 0 and IN_STATE.match(self.text, end):
            return f"{subject}{self.text[end]}"
        told = any(state.startswith(subject) or subject.startswith(state) for state in self.states)
        return subject if told or STATE.search(subject) else ""

    def _is_row(self, subject: str, clause: Span) -> bool:
        """Whether a subject is the row of states that a clause before told of, and nobody's name."""
        return any(row == subject and where != clause for where, row in self.row)

    def _of_row(self, subject: str, does: str, clause: Span) -> str:
        """The next one of several states that one number each is told of: 甲、乙视频|播放分别为."""
        items = subject.split("、")
        nth = sum(1 for where, row in self.row if (where, row) == (clause, subject)) % len(items)
        self.row.append((clause, subject))
        tail = TAIL.search(items[-1])
        item = items[nth] if not tail or TAIL.search(items[nth]) else f"{items[nth]}{tail[0]}"
        return f"{item}{does}"
