"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import (
    abolished,
    attribution,
    captions,
    duplication,
    hedges,
    impossible_date,
    one_place,
    quotation,
    regions,
    relation,
    sections,
    splice,
    towns,
)
from checker.checks.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    "abolished": abolished.KIND,
    "captions": captions.KIND,
    "copied-paragraph": duplication.PARAGRAPH,
    "copied-stretch": duplication.STRETCH,
    "district": attribution.KIND,
    "impossible-date": impossible_date.KIND,
    "one-place": one_place.KIND,
    "quotation": quotation.KIND,
    "region": regions.KIND,
    "relation": relation.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "sections": sections.KIND,
    "splice": splice.KIND,
    "stacked-hedges": hedges.KIND,
    "town": towns.KIND,
}
