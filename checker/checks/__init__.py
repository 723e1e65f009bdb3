"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import (
    abolished,
    attribution,
    bodies,
    captions,
    duplication,
    foreign_firms,
    hedges,
    impossible_date,
    listed_names,
    listed_terms,
    offices,
    one_place,
    pronouns,
    quotation,
    regions,
    relation,
    sections,
    spellings,
    splice,
    towns,
)
from checker.checks.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    "abolished-body": bodies.ABOLISHED,
    "abolished": abolished.KIND,
    "captions": captions.KIND,
    "copied-paragraph": duplication.PARAGRAPH,
    "copied-stretch": duplication.STRETCH,
    "district": attribution.KIND,
    "foreign-firm": foreign_firms.KIND,
    "garbled-body": bodies.GARBLED,
    "impossible-date": impossible_date.KIND,
    "listed-name": listed_names.KIND,
    "listed-term": listed_terms.KIND,
    "offices": offices.KIND,
    "pronoun": pronouns.KIND,
    "one-place": one_place.KIND,
    "quotation": quotation.KIND,
    "region": regions.KIND,
    "relation": relation.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "sections": sections.KIND,
    "splice": splice.KIND,
    "stacked-hedges": hedges.KIND,
    "two-spellings": spellings.KIND,
    "town": towns.KIND,
}
