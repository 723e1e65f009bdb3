"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import (
    attribution,
    captions,
    doubled,
    duplication,
    echoes,
    hedges,
    impossible_date,
    quotation,
    relation,
    sections,
    splice,
)
from checker.checks.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    "captions": captions.KIND,
    "copied-paragraph": duplication.PARAGRAPH,
    "copied-stretch": duplication.STRETCH,
    "district": attribution.KIND,
    "doubled-phrase": echoes.KIND,
    "doubled-word": doubled.KIND,
    "impossible-date": impossible_date.KIND,
    "quotation": quotation.KIND,
    "relation": relation.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "sections": sections.KIND,
    "splice": splice.KIND,
    "stacked-hedges": hedges.KIND,
}
