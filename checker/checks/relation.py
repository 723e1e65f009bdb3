"""relation: numbers that cannot all be right."""

from collections.abc import Iterator

from checker import relations
from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related, Verdict
from checker.relations.record import Relation
from checker.spans import Span


class RelationParams(Params):
    """Which relation the rule watches, by its published name, and which variants of it (all, unless some are named)."""

    relation: str
    variants: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.relation not in relations.ROLES:
            raise ValueError(f"there is no relation {self.relation!r}, only {', '.join(sorted(relations.ROLES))}")


def check(article: Article, params: RelationParams) -> Iterator[Hit]:
    """Every inconsistent relation of this name."""
    for relation in account(article, params):
        if relation.verdict is Verdict.INCONSISTENT:
            yield _hit(relation, article.text)


def account(article: Article, params: RelationParams) -> Iterator[Relation]:
    """Every relation that the rule watches, whatever came of it."""
    for one in article.relations:
        if one.kind == params.relation and (not params.variants or one.variant in params.variants):
            yield one


def _hit(relation: Relation, text: str) -> Hit:
    return Hit(
        relation.focus,
        relation.data,
        related=tuple(Related(one.span, one.role) for one in relation.operands if one.span != relation.focus),
        proposals=tuple(
            Proposal(
                one.role, (Edit(one.span, one.text),), {"value": one.text, "which": _which(one.span, relation, text)}
            )
            for one in relation.candidates
        ),
        doubtful=relation.doubtful,
    )


def _which(span: Span, relation: Relation, text: str) -> str:
    """The number that a candidate is for, by its words: “2000人”, of several equal ones 第2个“2000人”."""
    words = span.of(text)
    alike = sorted({one.span for one in relation.operands if one.span.of(text) == words})
    nth = f"第{alike.index(span) + 1}个" if len(alike) > 1 and span in alike else ""
    return f"{nth}“{words}”"


def roles(params: RelationParams) -> frozenset[str]:
    """The operands that the relation can name, in notes and in fixes."""
    return relations.ROLES[params.relation]


KIND = Kind(check, frozenset({"name", "working", "computed"}), RelationParams, account, roles=roles)
