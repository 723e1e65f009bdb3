"""What was put right between the published text and the corrected one, so that it can be said in public."""

from collections.abc import Iterator, Sequence

from checker.corrections.comparing import Comparison, Status
from checker.corrections.faults import Fault, Sort, found_wrong, is_told, merged
from checker.corrections.templates import quoted
from checker.corrections.whereabouts import Whereabouts
from checker.document import Document
from checker.spans import Span, find_all


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


def unchanged(faults: Sequence[Fault], published: str, corrected: str) -> Iterator[str]:
    """Right words that the corrected text does not have, and wrong ones that it still has more often than it may.

    It must be mended before it says that it was. A wrong word may stand elsewhere too, where it is right.
    """
    for fault in faults:
        if not fault.right:
            continue
        left = _times(fault, corrected) - (_times(fault, published) - fault.times)
        if fault.sort is Sort.BLOCK:
            if left > 0:
                yield f"{fault.label}：改后的正文里还有误排的那一段（自{quoted(fault.begin + '……')}）"
        elif fault.right not in corrected:
            yield f"{fault.label}：改后的正文里没有{quoted(fault.right)}"
        elif left > 0:
            yield f"{fault.label}：改后的正文里还有{left}处{quoted(fault.wrong)}"


def _times(fault: Fault, text: str) -> int:
    """How often the wrong words stand, but for those within the right ones and those that a correction quotes."""
    inside = [*find_all(text, fault.right or "")]
    return sum(
        not text.endswith("“", 0, one.start) and not any(right.covers(one) for right in inside)
        for one in find_all(text, fault.wrong)
    )
