"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import (
    attribution,
    captions,
    classifier,
    duplication,
    frames,
    hedges,
    idiom,
    impossible_date,
    letters,
    phrase,
    quotation,
    relation,
    scan,
    sections,
    slip,
    splice,
)
from checker.checks.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    "captions": captions.KIND,
    "classifier": classifier.KIND,
    "copied-paragraph": duplication.PARAGRAPH,
    "copied-stretch": duplication.STRETCH,
    "district": attribution.KIND,
    "doubled-part": frames.DOUBLED,
    "idiom": idiom.KIND,
    "impossible-date": impossible_date.KIND,
    "lacking-part": frames.LACKING,
    "lettered-number": letters.KIND,
    "quotation": quotation.KIND,
    "relation": relation.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "scan": scan.KIND,
    "sections": sections.KIND,
    "set-phrase": phrase.KIND,
    "slip": slip.KIND,
    "splice": splice.KIND,
    "stacked-hedges": hedges.KIND,
}
