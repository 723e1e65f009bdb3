"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import (
    almanac,
    attribution,
    averages,
    captions,
    coverage,
    cumulative,
    decades,
    duplication,
    hedges,
    implied,
    impossible_date,
    modality,
    order,
    plan_years,
    quotation,
    ranks,
    relation,
    relative_dates,
    sections,
    sessions,
    splice,
    superlatives,
)
from checker.checks.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    "almanac": almanac.KIND,
    "average": averages.KIND,
    "captions": captions.KIND,
    "copied-paragraph": duplication.PARAGRAPH,
    "copied-stretch": duplication.STRETCH,
    "coverage": coverage.KIND,
    "cumulative": cumulative.KIND,
    "decades": decades.KIND,
    "district": attribution.KIND,
    "implied-whole": implied.KIND,
    "impossible-date": impossible_date.KIND,
    "modality": modality.KIND,
    "order": order.KIND,
    "plan-years": plan_years.KIND,
    "quotation": quotation.KIND,
    "ranks": ranks.KIND,
    "relation": relation.KIND,
    "relative-dates": relative_dates.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "sections": sections.KIND,
    "sessions": sessions.KIND,
    "splice": splice.KIND,
    "stacked-hedges": hedges.KIND,
    "superlative": superlatives.KIND,
}
