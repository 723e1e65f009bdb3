"""The ledger of what an article asserts: typed claims, their anchors in the text, and how they fit together."""

from checker.claims.anchors import Binding, bind, trace
from checker.claims.claim import Anchor, Claim, Comparison, Evidence, Period, Source, Value
from checker.claims.ledger import dump, load, parse
from checker.claims.models import ArticleInfo, Ledger, Waiver
from checker.claims.relation import Relation
from checker.claims.schema import schema

__all__ = [
    "Anchor",
    "ArticleInfo",
    "Binding",
    "Claim",
    "Comparison",
    "Evidence",
    "Ledger",
    "Period",
    "Relation",
    "Source",
    "Value",
    "Waiver",
    "bind",
    "dump",
    "load",
    "parse",
    "schema",
    "trace",
]
