"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import (
    attribution,
    bands,
    captions,
    duplication,
    exchange,
    hedges,
    impossible_date,
    misphrased,
    points,
    quotation,
    rate_in_percent,
    record,
    relation,
    sections,
    splice,
    worded_number,
)
from checker.checks.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    "band": bands.BAND,
    "capped-rate": bands.CAPPED,
    "captions": captions.KIND,
    "copied-paragraph": duplication.PARAGRAPH,
    "copied-stretch": duplication.STRETCH,
    "district": attribution.KIND,
    "exchange": exchange.KIND,
    "impossible-date": impossible_date.KIND,
    "misphrased": misphrased.KIND,
    "points-of-level": points.KIND,
    "quotation": quotation.KIND,
    "rate-in-percent": rate_in_percent.KIND,
    "record": record.KIND,
    "relation": relation.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "sections": sections.KIND,
    "splice": splice.KIND,
    "stacked-hedges": hedges.KIND,
    "worded-number": worded_number.KIND,
}
