"""cumulative: of what flows, a longer run of months has less than a shorter one in it, or is not the sum of two."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.relations.judge import Reading
from checker.relations.sums.row import same_unit
from checker.relations.working import printed

if TYPE_CHECKING:
    from checker.extraction.running import Running

APART = 3
"""How many paragraphs apart two figures of one name may stand."""
RECENT = 12
SCOPE = pattern("全[国省市县区州旗镇乡村港厂]|[我本][国省市县区]")
PERIODS = ("季", "半年", "月")


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every longer run with less than a shorter one inside it."""
    if not any(word in article.text for word in PERIODS):
        return
    seen: list[Running] = []
    for one in article.running:
        if not one.name and (not seen or seen[-1].sentence != one.sentence):
            continue
        named = one if one.name else replace(one, name=seen[-1].name)
        if not named.whose and seen and seen[-1].sentence == one.sentence:
            named = replace(named, whose=seen[-1].whose)
        group = [other for other in seen[-RECENT:] if _together(other, named)]
        hit = next((hit for other in reversed(group) if (hit := _less(article, other, named))), None)
        hit = hit or _no_sum([*group, named])
        if hit:
            yield hit
        seen.append(named)


def _together(one: "Running", two: "Running") -> bool:
    """Whether they are of one thing in one year and counted alike."""
    (place, whose), (its_place, its_whose) = _scope(one.whose), _scope(two.whose)
    near = one.sentence == two.sentence
    if not _one_name(one, two) or (place != its_place and (its_place or not near)):
        return False
    if (whose != its_whose and its_whose) or not (two.whose or near):
        return False
    return (
        one.year == two.year and abs(one.paragraph - two.paragraph) <= APART and same_unit(one.quantity, two.quantity)
    )


def _one_name(one: "Running", two: "Running") -> bool:
    """Whether both flows are called alike; next to each other 收入 is 营业收入."""
    if one.name == two.name:
        return True
    near = abs(one.sentence - two.sentence) <= 1
    return near and (one.name.endswith(two.name) or two.name.endswith(one.name))


def _scope(whose: str) -> tuple[str, str]:
    """全县 and 工业 of 全县工业."""
    found = SCOPE.search(whose)
    return (found[0], whose.replace(found[0], "", 1)) if found else ("", whose)


def _less(article: Article, one: "Running", two: "Running") -> Hit | None:
    """A hit if the longer run has less."""
    longer, shorter = (one, two) if one.span.length > two.span.length else (two, one)
    inside = longer.span.first <= shorter.span.first and shorter.span.last <= longer.span.last
    if not inside or longer.span.length == shorter.span.length:
        return None
    if not _below(longer, shorter, Reading.ROUNDED):
        return None
    text = article.text
    data = {
        "name": two.name,
        "found": f"{longer.span.span.of(text)}{printed(longer.quantity)}",
        "other": f"{shorter.span.span.of(text)}{printed(shorter.quantity)}",
    }
    related = (Related(one.quantity.span, "other"),)
    near = one.paragraph == two.paragraph
    return Hit(
        two.quantity.span,
        data,
        related,
        variant="less",
        doubtful=not near or not _below(longer, shorter, Reading.LOOSE),
    )


def _no_sum(group: "list[Running]") -> Hit | None:
    """A hit if two runs that follow each other do not come to the run of both; figures get revised: doubtful."""
    for whole in group:
        parts = [one for one in group if one is not whole and one.span.length < whole.span.length]
        for one in parts:
            for two in parts:
                joined = one.span.last + 1 == two.span.first and whole.span.run == (one.span.first, two.span.last)
                if joined and group[-1] in (whole, one, two) and not _adds(whole, one, two):
                    shown = f"{printed(one.quantity)}+{printed(two.quantity)}"
                    data = {"name": whole.name, "found": printed(whole.quantity), "other": shown}
                    related = (Related(one.quantity.span, "other"), Related(two.quantity.span, "other"))
                    return Hit(whole.quantity.span, data, related, variant="sum", doubtful=True)
    return None


def _adds(whole: "Running", one: "Running", two: "Running") -> bool:
    reading = Reading.TRUNCATED
    return (reading.of(one.quantity) + reading.of(two.quantity)).meets(reading.of(whole.quantity))


def _below(longer: "Running", shorter: "Running", reading: Reading) -> bool:
    high, low = reading.of(longer.quantity).high, reading.of(shorter.quantity).low
    return high is not None and low is not None and high < low


KIND = Kind(
    check, frozenset({"name", "found", "other"}), variants=frozenset({"less", "sum"}), notes=frozenset({"other"})
)
