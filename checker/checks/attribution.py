"""district: a section that lets another of its family speak."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.subjects import ForeignSubject
from checker.findings import Hit, Related
from checker.spans import Span


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """A sibling of what the section is about as the subject, once a paragraph.

    One such sentence in a whole section may be meant (a visitor, a comparison): it is doubtful.
    """
    homes = {topic.name: topic.section.heading.span for topic in article.topics} if article.foreign_subjects else {}
    groups: dict[tuple[int, str], dict[int, list[ForeignSubject]]] = {}
    for one in article.foreign_subjects:
        key = one.topic.section.heading.span.start, one.name
        groups.setdefault(key, {}).setdefault(one.sentence.block, []).append(one)
    for (start, name), blocks in groups.items():
        alone = sum(map(len, blocks.values())) == 1 or not next(iter(blocks.values()))[0].topic.headed
        for subjects in blocks.values():
            yield _hit(subjects, homes.get(name), f"{start} {name}", "section", doubtful=alone)
    if article.strays:
        yield _hit(list(article.strays), None, "", "stray", doubtful=True)


def _hit(subjects: list[ForeignSubject], home: Span | None, cause: str, variant: str, *, doubtful: bool) -> Hit:
    first = subjects[0]
    data = {"section": first.topic.name, "other": first.name}
    related = [Related(first.topic.section.heading.span, "heading", data)]
    if home:
        related.append(Related(home, "home", data))
    return Hit(
        first.mention,
        data,
        related=tuple(related),
        variant=variant,
        cause=cause,
        doubtful=doubtful,
    )


KIND = Kind(
    check,
    frozenset({"section", "other"}),
    variants=frozenset({"section", "stray"}),
    notes=frozenset({"heading", "home"}),
)
