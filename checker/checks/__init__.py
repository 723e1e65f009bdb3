"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import (
    announced,
    attribution,
    brackets,
    captions,
    dangling,
    dateline,
    duplication,
    echo,
    hedges,
    impossible_date,
    labels,
    leftover,
    nesting,
    ordinals,
    quotation,
    regions,
    relation,
    repeats,
    roster,
    sections,
    splice,
    versions,
)
from checker.checks.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    "announced": announced.KIND,
    "brackets": brackets.KIND,
    "captions": captions.KIND,
    "copied-paragraph": duplication.PARAGRAPH,
    "copied-stretch": duplication.STRETCH,
    "dangling": dangling.KIND,
    "dateline": dateline.KIND,
    "district": attribution.KIND,
    "echo": echo.KIND,
    "impossible-date": impossible_date.KIND,
    "labels": labels.KIND,
    "leftover": leftover.KIND,
    "nesting": nesting.KIND,
    "ordinals": ordinals.KIND,
    "quotation": quotation.KIND,
    "regions": regions.KIND,
    "relation": relation.KIND,
    "repeated-item": repeats.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "roster": roster.KIND,
    "sections": sections.KIND,
    "splice": splice.KIND,
    "stacked-hedges": hedges.KIND,
    "two-versions": versions.KIND,
}
