"""The kinds of fault: one module each, and one line in the table below.

A check reads the article and yields hits. It knows no files, no settings, no severity and no wording.
"""

from checker.checks import attribution, duplication, quotation, relation, splice
from checker.checks.kind import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {
    "copied-paragraph": duplication.PARAGRAPH,
    "copied-stretch": duplication.STRETCH,
    "district": attribution.KIND,
    "quotation": quotation.KIND,
    "relation": relation.KIND,
    "repeated-sentence": duplication.SENTENCE,
    "splice": splice.KIND,
}
