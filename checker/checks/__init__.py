"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import (
    attribution,
    captions,
    duplication,
    forms,
    glued,
    hedges,
    impossible_date,
    levels,
    missing_stop,
    mixture,
    odd_head,
    quotation,
    range_forms,
    relation,
    run_on,
    sections,
    splice,
    width,
)
from checker.checks.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    "captions": captions.KIND,
    "copied-paragraph": duplication.PARAGRAPH,
    "copied-stretch": duplication.STRETCH,
    "district": attribution.KIND,
    "glued": glued.KIND,
    "impossible-date": impossible_date.KIND,
    "levels": levels.KIND,
    "missing-stop": missing_stop.KIND,
    "mixed-forms": mixture.KIND,
    "odd-head": odd_head.KIND,
    "quotation": quotation.KIND,
    "range-dash": range_forms.DASHES,
    "range-percent": range_forms.PERCENTS,
    "range-scale": range_forms.SCALES,
    "relation": relation.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "run-on": run_on.KIND,
    "sections": sections.KIND,
    "splice": splice.KIND,
    "stacked-hedges": hedges.KIND,
    "width": width.KIND,
    "written-form": forms.KIND,
}
