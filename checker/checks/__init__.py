"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import (
    attribution,
    bands,
    captions,
    duplication,
    exchange,
    forms,
    glued,
    hedges,
    impossible_date,
    levels,
    misphrased,
    missing_stop,
    mixture,
    odd_head,
    points,
    quotation,
    range_forms,
    rate_in_percent,
    record,
    relation,
    run_on,
    sections,
    splice,
    width,
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
    "glued": glued.KIND,
    "impossible-date": impossible_date.KIND,
    "levels": levels.KIND,
    "misphrased": misphrased.KIND,
    "missing-stop": missing_stop.KIND,
    "mixed-forms": mixture.KIND,
    "odd-head": odd_head.KIND,
    "points-of-level": points.KIND,
    "quotation": quotation.KIND,
    "range-dash": range_forms.DASHES,
    "range-percent": range_forms.PERCENTS,
    "range-scale": range_forms.SCALES,
    "rate-in-percent": rate_in_percent.KIND,
    "record": record.KIND,
    "relation": relation.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "run-on": run_on.KIND,
    "sections": sections.KIND,
    "splice": splice.KIND,
    "stacked-hedges": hedges.KIND,
    "width": width.KIND,
    "worded-number": worded_number.KIND,
    "written-form": forms.KIND,
}
