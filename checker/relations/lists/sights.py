"""Lists under the title of a report on places, which name what was seen there: 四县秋收手记：棉花、苹果和麻袋."""

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists.counted import PROVINCES
from checker.relations.passage import Passage
from checker.relations.record import Operand, Relation

HEADED = pattern("(?P<noun>[\u4e00-\u9fff“”]{1,12})(?:[：:—-]{1,2}|[（(])")
"""Another noun than the places themselves stands before the list: 四县|秋收手记："""

SAID_SO = pattern("(?:即|是|为|包括|有|如下?|依次|分别)$")
WRITTEN = pattern(
    "[手札杂日]记|速写|见闻|走笔|掠影|随笔|特写|侧记|夜访|走访|探访|采访|回访|寻访|观察|调[查研]|图景|[行记录]$"
)
PLACE = pattern("[\u4e00-\u9fff]+(?:[省市县区镇乡村旗州盟国]|地区|街道)")


def of_sights(passage: Passage, found: Relation) -> bool:
    """Whether what is listed behind a number of places, and behind a noun, need not be those places.

    A list that is not as long as said must name places; one that is as long may still be under a title.
    """
    count, *items = found.operands
    if found.variant != "places" or not items or items[0].span.start < count.span.end:
        return False
    head = HEADED.fullmatch(passage.text, count.span.end, items[0].span.start)
    if head is None or SAID_SO.search(head["noun"]) or all(map(_of_place, items)):
        return False
    return found.verdict is Verdict.INCONSISTENT or WRITTEN.search(head["noun"]) is not None


def _of_place(item: Operand) -> bool:
    return len(item.value) == 1 or bool(PLACE.fullmatch(item.value) or PROVINCES.fullmatch(item.value))
