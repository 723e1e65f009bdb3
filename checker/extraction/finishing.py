"""What an indicator still has to say to be understood without the text: against what, of when, of what."""

from dataclasses import dataclass

from checker.extraction.aspects import counted
from checker.extraction.bases import against, former, looked_at, then
from checker.extraction.bearings import Bearings
from checker.extraction.comparing import compared, of_field
from checker.extraction.conveyed import sender
from checker.extraction.doubled import doubled
from checker.extraction.gained import gained
from checker.extraction.jointly import shared
from checker.extraction.ministries import several
from checker.extraction.numbers import Numbers, Told
from checker.extraction.outlook import Outlook
from checker.extraction.pivots import had_done
from checker.extraction.plants import firm
from checker.extraction.portioned import of_bodies
from checker.extraction.portions import dearer, of_whole
from checker.extraction.several import given, owners
from checker.extraction.towards import aimed, object_of, topical
from checker.extraction.undergone import Undergone
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.spans import Span

BASES = {
    "year": "year_on_year",
    "last": "month_on_month",
    "start": "since_year_start",
    "other": "against_other",
    "unstated": "unstated",
}
PARTS = ("分批数", "分期数", "分次数")
MEASURED = pattern("(?:税率|金额|数)$")
LIMITED = ("限定", "限制")
CAUSED = pattern("(?:直接|间接|累计|共|预计)?(?:拉动|带动|撬动)")
DEED = pattern("(?:推动|推进|开展|实施|举办|组织|发放|通过|依托|落实)(?P<what>[一-鿿“”]{3,14})$")
OPEN = ("against_other", "unstated")
"""Comparisons that do not say with what."""

CHANGED = ("growth", "delta")


@dataclass(frozen=True, slots=True)
class Finished:
    """Kind, subject, indicator and comparison of a number, in the ledger's words."""

    kind: str
    subject: str
    metric: str
    comparison: str


class Finishing:
    """Finishes the indicators of an article's numbers."""

    def __init__(self, bearings: Bearings, numbers: Numbers) -> None:
        self.bearings, self.text, self.numbers = bearings, bearings.text, numbers
        self.outlook = Outlook(bearings, numbers.starts)
        self.undergone = Undergone(bearings)

    def finished(self, told: Told, kind: str, subject: str, metric: str) -> Finished:
        """A number's kind, subject and indicator with what the text says of them elsewhere."""
        one = told.quantity
        subject = several(self.text, subject, one.span.end)
        if kind == "age":
            return Finished(kind, subject, metric, "")
        turned = doubled(self.numbers.told, one, metric)
        if turned:
            return Finished("growth", subject, turned, BASES["unstated"])
        subject, metric = owners(self.bearings, one, subject, given(self.bearings, one, metric))
        subject, metric = firm(subject, metric, placed=self.bearings.actors.places.is_place(subject))
        subject, metric = sender(self.bearings, one, subject, self._parted(one, metric))
        metric = self._done(one, metric)
        metric, comparison = self._compared(told, kind, metric)
        clause = self.bearings.clause(one.span.start)
        metric = object_of(self.bearings.words, clause, one, aimed(self.text, clause, one, metric))
        sentence = self.bearings.sentence(clause.start)
        metric = metric if kind in CHANGED else topical(self.text, sentence, clause, one, metric)
        metric = then(self.text[self.bearings.sentence(clause.start).start : one.span.start], metric)
        metric = self._bounded(one, self._caused(clause, metric))
        metric = former(self.text, one, self.numbers.leads.following(one), clause, metric)
        if kind == "share" and self.text.startswith("其中", clause.start):
            metric = of_whole(metric, self.numbers.level_before(clause.start))
        metric = shared(self.text, self.numbers.told, one, metric, self.bearings.sentence(one.span.start).start)
        return Finished(kind, subject, self.outlook.told(one, metric, changed=kind in CHANGED), comparison)

    def _done(self, one: Quantity, metric: str) -> str:
        """An indicator with what was done to the things, what they are had do, which they are parts of."""
        metric = gained(self.bearings, one, counted(self.bearings, one, had_done(self.bearings, one, metric)))
        part = self.text.rfind("其中", self.bearings.sentence(one.span.start).start, one.span.start)
        metric = of_bodies(one, metric, self.numbers.level_before(part)) if part >= 0 else metric
        return self.undergone.told(one, metric)

    def _bounded(self, one: Quantity, metric: str) -> str:
        """The end of a range that only limits something says which end it is: 上座率限定|下限."""
        if not metric.endswith(LIMITED):
            return metric
        high = any(other is one for other in self.numbers.lows.values())
        return f"{metric}{'上限' if high else '下限' if one.span.start in self.numbers.lows else ''}"

    def _parted(self, one: Quantity, metric: str) -> str:
        """In how many parts something is done says what, by the number before: 拨付资金3亿元，分|两批."""
        deed = self.numbers.level_before(one.span.start) if metric in PARTS else ""
        return f"{MEASURED.sub('', deed)}的{metric}" if deed else metric

    def _caused(self, clause: Span, metric: str) -> str:
        """What came of a deed says of which, where the clause before names it alone: 推动以旧换新，拉动|消费3亿元."""
        if not CAUSED.match(metric) or self.text[clause.start - 1 : clause.start] != "，":
            return metric
        before = self.bearings.clause(clause.start - 1)
        told = DEED.search(self.text, before.start, before.end)
        numbered = self.numbers.leads.in_sentence(before.start, before.end)
        return f"{told['what']}{metric}" if told and not numbered else metric

    def _compared(self, told: Told, kind: str, metric: str) -> tuple[str, str]:
        """An indicator and its comparison, with what a change is reckoned from."""
        at, said = told.quantity.span.start, told.naming
        clause = self.bearings.clause(at)
        words, comparison = self.text[clause.start : at], BASES.get(said.compared, "") if kind in CHANGED else ""
        if comparison in OPEN:
            comparison = looked_at(self.text[self.bearings.sentence(clause.start).start : clause.start], comparison)
            based = against(words, metric, said.suffix, comparison)
            based = compared(self.text, self.bearings.sentence(clause.start), clause, based, said.suffix)
            before = self.bearings.sentence(max(self.bearings.block(at).start, self.bearings.sentence(at).start - 1))
            metric, comparison = of_field(self.text, before.start, clause, based.metric), based.comparison
        return dearer(words, metric), comparison
