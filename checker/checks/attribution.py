"""district: a section that lets another place speak."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.subjects import ForeignSubject
from checker.findings import Hit, Related


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """A sibling of the section's place as the subject, once a paragraph.

    One such sentence in a whole section may be meant (a visitor, a comparison): it is doubtful.
    """
    groups: dict[tuple[int, str], dict[int, list[ForeignSubject]]] = {}
    for one in article.foreign_subjects:
        key = one.topic.section.heading.span.start, one.place.code
        groups.setdefault(key, {}).setdefault(one.sentence.block, []).append(one)
    for (start, code), blocks in groups.items():
        alone = sum(map(len, blocks.values())) == 1
        for subjects in blocks.values():
            yield _hit(subjects, f"{start} {code}", doubtful=alone)


def _hit(subjects: list[ForeignSubject], cause: str, *, doubtful: bool) -> Hit:
    first = subjects[0]
    return Hit(
        first.mention,
        {"section": first.topic.place.name, "other": first.place.name},
        related=(Related(first.topic.section.heading.span, "heading", {"section": first.topic.place.name}),),
        cause=cause,
        doubtful=doubtful,
    )


KIND = Kind(check, frozenset({"section", "other"}), notes=frozenset({"heading"}))
