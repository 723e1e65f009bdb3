"""implied-whole: two parts whose shares lead to different wholes; what drove growth against how much of it that was."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related, Verdict
from checker.lexicon import indicators
from checker.patterns import pattern
from checker.quantities.interval import Interval, decimal
from checker.quantities.model import Quantity, UnitClass
from checker.relations.judge import Judgement, Reading, judge
from checker.relations.naming import shared_end
from checker.relations.passage import Passage
from checker.relations.working import printed, scaled

if TYPE_CHECKING:
    from checker.extraction.wholes import Part

OF = ("shares", "contribution")
PLACE = pattern("公司|集团|地区|[省市县区州旗镇乡村厂矿场行团社校]")
NAME = 4
ALIKE = 3
"""Amounts called alike by their last two characters have names longer than this."""
HALF = 50
"""Two shares of more than half are hardly of one whole that has no name."""

RECENT, BACK = 12, 3
"""How many parts back another of the whole may stand, how many sentences back the growth they contribute to."""


class ImpliedParams(Params):
    """Whether the rule is about ``shares`` of a whole or about a ``contribution`` to growth."""

    of: str = "shares"

    def __post_init__(self) -> None:
        if self.of not in OF:
            raise ValueError(f"of is one of {', '.join(OF)}, not {self.of!r}")


def check(article: Article, params: ImpliedParams) -> Iterator[Hit]:
    """Every part that does not go with the one before it."""
    if params.of == "shares":
        if "占" in article.text:
            yield from _shares(article)
    elif "贡献" in article.text:
        yield from _contributions(article)


def _shares(article: Article) -> Iterator[Hit]:
    from checker.extraction.wholes import parts

    earlier: list[Part] = []
    last: Passage | None = None
    for passage in article.passages:
        here = list(parts(passage))
        if last is None or passage.earlier is not last:
            earlier = []
        for part in here:
            other = next((one for one in reversed(earlier[-RECENT:]) if _one_whole(one, part)), None)
            if other is not None:
                hit = _conflict(other, part)
                if hit:
                    if not _is_told(article, part):
                        yield hit
                    break
            earlier.append(part)
        last = passage


def _is_told(article: Article, part: "Part") -> bool:
    """Whether the share is already held against a whole that the text prints."""
    return any(
        one.kind == "ratio" and one.verdict is Verdict.INCONSISTENT and one.operands[-1].span == part.rate.span
        for one in article.relations
    )


def _one_whole(one: "Part", two: "Part") -> bool:
    """Whether two parts are of one whole: called by a name of its own, or both counts of the same things."""
    if not _same_name(one.whole, two.whole) or one.amount.unit != two.amount.unit:
        return False
    if one.named and two.named:
        counted = two.amount.unit_class is UnitClass.COUNT
        return one.metric != two.metric and (counted or one.metric[-2:] == two.metric[-2:] or _shared(one, two))
    alike = one.metric[-2:] == two.metric[-2:] and min(len(one.metric), len(two.metric)) > ALIKE
    return two.follows and alike and one.metric != two.metric and _of_places(one.metric, two.metric)


def _of_places(one: str, two: str) -> bool:
    """Whether one thing is told of two places or makers: 第二产业增加值 and 第三产业增加值 have wholes of their own."""
    tail = two[len(two) - shared_end(one, two) :]
    return PLACE.match(tail) is not None or not any(level in tail for level in indicators.levels())


def _same_name(one: str, two: str) -> bool:
    """Whether the second whole is called as the first or shorter: 全国医药商品销售总额, 销售总额."""
    return one == two or (len(two) >= NAME and one.endswith(two))


def _shared(one: "Part", two: "Part") -> bool:
    """Whether both amounts are called by a word of the whole: 茶叶收入 and 水果收入 of 农业总收入."""
    words = two.whole.replace("总", "")
    pairs = {words[at : at + 2] for at in range(len(words) - 1)}
    return any(pair in one.metric and pair in two.metric for pair in pairs)


def _ratio(one: "Part", two: "Part") -> Judgement:
    def possible(ways: list[Interval]) -> bool:
        return (ways[0] / ways[1]).meets(ways[2] / ways[3])

    return judge((one.amount, one.rate, two.amount, two.rate), possible)


def _conflict(one: "Part", two: "Part") -> Hit | None:
    try:
        judgement = _ratio(one, two)
    except ValueError:
        return None
    apart = not two.named and min(one.rate.value, two.rate.value) > HALF
    if judgement.verdict is not Verdict.INCONSISTENT or apart or _shown(one) == _shown(two):
        return None
    working = "，".join(f"{printed(each.amount)}÷{printed(each.rate)}={_shown(each)}" for each in (one, two))
    data = {"whole": two.whole or "总量", "working": working}
    related = (Related(one.amount.span, "amount"), Related(one.rate.span, "rate"), Related(two.amount.span, "amount"))
    return Hit(two.rate.span, data, related, doubtful=judgement.doubtful or not two.named)


def _shown(part: "Part") -> str:
    return scaled(part.amount.value * 100 / part.rate.value, part.amount.unit.name)


def _contributions(article: Article) -> Iterator[Hit]:
    from checker.extraction.wholes import contributions, growth

    passages = article.passages
    earlier: Part | None = None
    for number, passage in enumerate(passages):
        if "贡献" not in passage.span.of(article.text):
            continue
        for part in contributions(passage):
            near = _paragraph(passages[max(0, number - BACK) : number + 1], passage)
            total = growth(near, part.whole, part.amount.span.start)
            hit = _against(part, total.quantity) if total else None
            if hit is None and earlier is not None and total is None and earlier.whole == part.whole:
                hit = (
                    _conflict_of_points(earlier, part) if part.rate.span.start - earlier.rate.span.start < 120 else None
                )
            if hit:
                yield hit
            earlier = part


def _paragraph(passages: Sequence[Passage], last: Passage) -> list[Passage]:
    """The sentence and those before it in its paragraph."""
    found = [last]
    for one in reversed(passages[:-1]):
        if found[-1].earlier is not one:
            break
        found.append(one)
    return found[::-1]


def _against(part: "Part", total: Quantity) -> Hit | None:
    if not total.value > 0:
        return None
    three = (part.amount, part.rate, total)
    if _fits([Reading.ROUNDED.of(one) for one in three]):
        return None
    rate = decimal(part.amount.value * 100 / total.value, 1)
    working = f"{printed(part.amount)}÷{printed(total)}={rate}%，文中贡献率{printed(part.rate)}"
    related = (Related(part.amount.span, "amount"), Related(total.span, "total"))
    doubtful = _fits([Reading.LOOSE.of(one) for one in three])
    return Hit(part.rate.span, {"whole": part.whole or "总量", "working": working}, related, doubtful=doubtful)


def _fits(ways: list[Interval]) -> bool:
    points, rate, total = ways
    return (rate.scale(Fraction(1, 100)) * total).meets(points)


def _conflict_of_points(one: "Part", two: "Part") -> Hit | None:
    hit = _conflict(one, two)
    if hit is None:
        return None
    working = "，".join(
        f"{printed(each.amount)}÷{printed(each.rate)}={decimal(each.amount.value * 100 / each.rate.value, 2)}%"
        for each in (one, two)
    )
    return Hit(hit.span, {"whole": two.whole or "总量", "working": f"总增速{working}"}, hit.related, doubtful=True)


KIND = Kind(check, frozenset({"whole", "working"}), ImpliedParams, notes=frozenset({"amount", "rate", "total"}))
