"""relation: numbers that cannot all be right."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related, Verdict
from checker.relations.record import Relation


class RelationParams(Params):
    """Which relation the rule watches, by its published name."""

    relation: str


def check(article: Article, params: RelationParams) -> Iterator[Hit]:
    """Every inconsistent relation of this name."""
    for relation in account(article, params):
        if relation.verdict is Verdict.INCONSISTENT:
            yield _hit(relation)


def account(article: Article, params: RelationParams) -> Iterator[Relation]:
    """Every relation of this name, whatever came of it."""
    return (one for one in article.relations if one.kind == params.relation)


def _hit(relation: Relation) -> Hit:
    return Hit(
        relation.focus,
        relation.data,
        related=tuple(Related(one.span, one.role) for one in relation.operands if one.span != relation.focus),
        proposals=tuple(
            Proposal(one.role, (Edit(one.span, one.text),), {"value": one.text}) for one in relation.candidates
        ),
        doubtful=relation.doubtful,
    )


KIND = Kind(check, frozenset({"name", "working", "computed"}), RelationParams, account)
