"""ratio: a share between its whole and what it comes to: 120个摊位，八成卖小吃，有96个.

The three follow one another, and what is told behind the share does not begin anew (有, 共, 就是). What does not fit is
for a reader to look at.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

OPENS = pattern("[\u4e00-\u9fff]{0,8}[，,](?:其中|当中|里面?头?|有)*的?")
COMES = pattern(
    "[\u4e00-\u9fff]{1,10}[，,](?:[就便]|一共|总共|合计|共计|也就是|共|约|[有是达即为])*(?:[有是达即共为]|合计|共计)"
)
MOVES = pattern("[增减升降涨跌]|率|提高|下滑|超|比|折|利息|另")
CLOSED = pattern("[，,。；;！）\n]|$")
LONGEST = 24
LEVELS = (Act.LEVEL, Act.SUM, Act.SHARE)


def find(passage: Passage) -> Iterator[Relation]:
    """Every such three, judged."""
    figures, cues = passage.figures, passage.cues
    for at in range(len(figures) - 2):
        whole, rate, part = figures[at : at + 3]
        if rate.is_rate and cues[at].act in LEVELS and _is_told(passage, whole, rate, part):
            relation = verify(passage, Triple("占比", (rate.before,), part, whole, rate))
            yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _is_told(passage: Passage, whole: Figure, rate: Figure, part: Figure) -> bool:
    one, share, two = whole.quantity, rate.quantity, part.quantity
    counted = one.unit_class is UnitClass.COUNT and same_unit(one, two) and 1 < two.value < one.value
    if not counted or any(each.hedges for each in (one, share, two)):
        return False
    opened = OPENS.fullmatch(passage.text, one.span.end, share.span.start)
    words = passage.text[share.span.end : two.span.start]
    behind = CLOSED.match(passage.text, two.span.end, passage.span.end)
    return bool(opened and behind and len(words) <= LONGEST and COMES.fullmatch(words)) and not MOVES.search(words)
