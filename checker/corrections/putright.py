"""What was put right between the published text and the corrected one, so that it can be said in public."""

from collections.abc import Iterator, Sequence

from checker.corrections.comparing import Comparison, Status
from checker.corrections.faults import Fault, Sort, found_wrong, is_told, merged
from checker.corrections.whereabouts import Whereabouts
from checker.document import Document
from checker.spans import Span


def put_right(comparison: Comparison, published: Document, covered: Sequence[Span] = ()) -> list[Fault]:
    """The facts that were wrong in the published text and whose words were changed, but for what is ``covered``.

    Nobody has decided them yet: what stands there now is a candidate. Marks and matters of taste are mended
    without a word in public.
    """
    where = Whereabouts(published)
    found = []
    for one in comparison.of(Status.MENDED):
        old = one.old
        if old is None or not one.touched or not is_told(old):
            continue
        if not any(span.overlaps(old.place.span) for span in covered):
            found.append(found_wrong(old, where, one.now))
    return merged(found)


def unchanged(faults: Sequence[Fault], corrected: str) -> Iterator[str]:
    """Right words that the corrected text does not have: it must be mended before it says that it was."""
    for fault in faults:
        if fault.right and fault.sort is not Sort.BLOCK and fault.right not in corrected:
            yield f"{fault.label}：改后的正文里没有“{fault.right}”"
