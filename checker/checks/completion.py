"""completion: the headline says that all of it is done, the body that a part is still to come.

全部换上, 全覆盖 above; 178所改完，剩下的35所要等到10月底 below. What the headline counts must be what the body counts,
and the headline's number, where it has one, that of the whole.
"""

from collections.abc import Iterator

from checker.document import Block
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.naming import pairs
from checker.relations.passage import Passage
from checker.spans import Span

ALL = pattern(
    "全部|全覆盖|悉数|无一例外|一[个户家所处间条]不[落漏少]|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]|百分之百|100[%％]"
)
PART_OF = pattern(
    "首批|[一二三四五]期|第[一二三四五]批|先行|试点|今起|明年|年内|将|拟|力争|有望|预计|目标|计划|年底|要|争取|确保|未|[？?]"
)
"""A headline that speaks of a part, or of what is to come."""

LEFT = pattern("(?:剩下|余下|剩余|其余|还剩|还有|尚有|仍有|另有|另外)(?:的|下|那)*$")
OPEN = pattern(
    "[^，。；]{0,10}?(?:[，,][^，。；]{0,4}?)?(?:要等|得等|等到|尚未|还没|还未|没有?[\u4e00-\u9fff]|未[\u4e00-\u9fff]|仍在|正在|还在|将[于在]|预计|计划|排到|拖到|[待等]明年)"
)
NAMED = 3
"""So many pairs of characters of the headline stand before what is left where they tell of one thing."""


def unfinished(article: Article, title: Block) -> Iterator[Hit]:
    """A headline's 全部 against what is left by the body."""
    text = article.text
    whole = ALL.search(text, title.span.start, title.span.end)
    if whole is None or PART_OF.search(text, title.span.start, title.span.end):
        return
    counted = [one for one in article.quantities if title.span.covers(one.span) and one.unit_class is UnitClass.COUNT]
    for passage in article.passages:
        if passage.span.start < title.span.end:
            continue
        left = _left(passage)
        if left is not None and _is_of_one(text[title.span.start : title.span.end], counted, passage, left):
            data = {"found": whole[0], "body": _words(passage, left)}
            yield Hit(Span(*whole.span()), data, (Related(left.span, "body"),), variant="unfinished")
            return


def _left(passage: Passage) -> Quantity | None:
    """What of the things counted is still to come: 剩下的|35所|要等到10月底."""
    for one in passage.figures:
        quantity = one.quantity
        told = LEFT.search(passage.text, passage.span.start, quantity.span.start)
        if quantity.unit_class is UnitClass.COUNT and told and OPEN.match(passage.text, quantity.span.end):
            return quantity
    return None


def _is_of_one(title: str, counted: list[Quantity], passage: Passage, left: Quantity) -> bool:
    """Whether the headline counts the whole that something is left of, or speaks of what the sentence does."""
    whole = [
        one.quantity
        for one in passage.figures
        if one.quantity.span.end <= left.span.start
        and one.quantity.unit.name == left.unit.name
        and one.quantity.value > left.value
    ]
    if not whole:
        return False
    largest = max(one.value for one in whole)
    done = largest - left.value
    same = [one for one in counted if one.unit.name == left.unit.name]
    if same:
        return all(abs(one.value - largest) < abs(one.value - done) for one in same)
    return len(pairs(title) & pairs(passage.text[passage.span.start : left.span.start])) >= NAMED


def _words(passage: Passage, left: Quantity) -> str:
    told = LEFT.search(passage.text, passage.span.start, left.span.start)
    after = OPEN.match(passage.text, left.span.end)
    return passage.text[told.start() if told else left.span.start : after.end() if after else left.span.end]
