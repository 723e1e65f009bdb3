"""Edits the text of a ledger where it stands: a scalar at a time, a claim put in or taken out. The rest is kept."""

from functools import cached_property

from checker.claims.claim import Anchor, Claim, Period, Status
from checker.claims.models import Ledger
from checker.claims.writing import claim_lines, scalar
from checker.patterns import pattern
from checker.yamlfile import Key
from checker.yamlfile.extents import Extent, extents

BLOCK_STYLES = ("|", ">")
COMMENT = pattern(r"(?:^|\s)#")
DRAFTED = {"id", "kind", "anchor", "section", "district", "subject", "metric", "scope", "value", "period", "comparison"}
DRAFTED |= {"attribution", "sensitivity"}


class Editor:
    """Collects edits to a ledger's text and makes them all at once. Raises LedgerError for what it cannot edit."""

    def __init__(self, text: str, ledger: Ledger) -> None:
        self.source = text
        self.ledger = ledger
        self.index = {claim.id: at for at, claim in enumerate(ledger.claims)}
        self.changes: dict[tuple[int, int], list[str]] = {}
        self.newline = "\r\n" if "\r\n" in text else "\n"

    @cached_property
    def extents(self) -> dict[Key, Extent]:
        """Where everything stands; looked for only when something has to change."""
        return extents(self.source)

    def anchor(self, claim: Claim, anchor: Anchor) -> None:
        """Make a claim's anchor read as ``anchor`` does."""
        self._update(claim, "anchor", claim.anchor, anchor, {"before": "", "after": "", "nth": 1})

    def change(self, claim: Claim, now: Claim, *, reopen: bool) -> None:
        """Give a claim the words and the value of ``now``; one that was decided about is to be checked again."""
        self.anchor(claim, now.anchor)
        self._update(claim, "value", claim.value, now.value, dict.fromkeys(("number", "unit", "quantum", "hedge")))
        if now.kind is not claim.kind:
            self._set(("claims", self.index[claim.id], "kind"), str(now.kind))
        if reopen:
            self._set(("claims", self.index[claim.id], "status"), str(Status.CHECKING))

    def part(self, claim: Claim, period: Period | None, *, reopen: bool) -> None:
        """Give a claim the time of ``period``; one that was decided about is to be checked again."""
        if period != claim.period:
            empty = dict.fromkeys(("literal", "start", "end", "as_of"))
            self._update(claim, "period", claim.period, period, empty)
        if reopen:
            self._set(("claims", self.index[claim.id], "status"), str(Status.CHECKING))

    def digest(self, sha256: str) -> None:
        """Note that the ledger fits the article with this digest."""
        if self.ledger.article.sha256 != sha256:
            self._put(("article",), "sha256", sha256)

    def append(self, claim: Claim, after: str) -> None:
        """Put a claim behind the claim ``after``, or before all others."""
        if not self.ledger.claims:
            return self._first(claim)
        at = self.index[after] if after else 0
        extent = self._known(("claims", at))
        indent = self._indent(at)
        lines = claim_lines(claim, indent)
        if after:
            end = self._line_end(extent.end)
            self._note(end, end, "".join(self.newline + line for line in lines))
        else:
            start = self._line_start(extent.start)
            self._note(start, start, "".join(line + self.newline for line in lines))
        return None

    def is_draft(self, claim: Claim) -> bool:
        """Whether nobody has written into a claim: no more than was drafted stands in it, and no comment."""
        written = claim.model_dump(exclude_defaults=True).keys() - DRAFTED
        extent = self._known(("claims", self.index[claim.id]))
        lines = self.source[extent.start : self._line_end(extent.end)].splitlines()
        return not written and not any(COMMENT.search(line) for line in lines)

    def remove(self, claim: Claim) -> None:
        """Take a claim out with its lines; comments between claims stay."""
        extent = self._known(("claims", self.index[claim.id]))
        if len(self.ledger.claims) == 1:
            whole = self._known(("claims",))
            self._note(whole.start, whole.end, "[]")
            return
        self._indent(self.index[claim.id])
        start, end = self._line_start(extent.start), self._line_end(extent.end)
        self._note(start, min(len(self.source), end + len(self._break_at(end))), "")

    def text(self) -> str:
        """The text with all edits made."""
        pieces, at = [], 0
        for (start, end), texts in sorted(self.changes.items()):
            if start < at:
                continue
            pieces += [self.source[at:start], *texts]
            at = end
        return "".join([*pieces, self.source[at:]])

    def _update(self, claim: Claim, part: str, old: object, new: object, empty: dict[str, object]) -> None:
        key: Key = ("claims", self.index[claim.id], part)
        before, now = _dumped(old), _dumped(new)
        for name in dict.fromkeys([*before, *now]):
            value = now.get(name, empty.get(name))
            if before.get(name, empty.get(name)) != value:
                self._put(key, name, value)

    def _put(self, key: Key, name: str, value: object) -> None:
        """Set a key of a mapping, adding it at the end of the mapping where it has none."""
        if (*key, name) in self.extents:
            return self._set((*key, name), value)
        whole = self._known(key)
        if whole.flow:
            inside = self.source[whole.start + 1 : whole.end - 1].strip()
            comma = "" if not inside else " " if inside.endswith(",") else ", "
            at = whole.start + len(self.source[whole.start : whole.end - 1].rstrip())
            return self._note(at, at, f"{comma}{name}: {scalar(value)}")
        indent = " " * (whole.start - self._line_start(whole.start))
        end = self._line_end(whole.end)
        return self._note(end, end, f"{self.newline}{indent}{name}: {scalar(value)}")

    def _set(self, key: Key, value: object) -> None:
        extent = self._known(key)
        old = self.source[extent.start : extent.end]
        tail = self.newline if old.startswith(BLOCK_STYLES) and old.endswith("\n") else ""
        space = " " if self.source[extent.start - 1 : extent.start] == ":" else ""
        self._note(extent.start, extent.end, f"{space}{scalar(value)}{tail}")

    def _known(self, key: Key) -> Extent:
        if key in self.extents:
            return self.extents[key]
        raise self.ledger.fault(key, "cannot be edited where it stands", "write it out instead of using an alias")

    def _indent(self, at: int) -> str:
        """What stands before the dash of a claim that has lines of its own."""
        extent = self._known(("claims", at))
        start = self._line_start(extent.start)
        before = self.source[start : extent.start]
        if self._known(("claims",)).flow or before.strip() != "-":
            message = "a claim that has no lines of its own cannot be edited"
            raise self.ledger.fault(("claims", at), message, "begin a line with a dash for each claim")
        return before[: before.index("-")]

    def _first(self, claim: Claim) -> None:
        whole = self._known(("claims",))
        lines = "".join(self.newline + line for line in claim_lines(claim))
        start = len(self.source[: whole.start].rstrip(" "))
        self.changes.setdefault((start, whole.end), [])
        end = self._line_end(whole.end)
        self._note(end, end, lines)

    def _note(self, start: int, end: int, text: str) -> None:
        self.changes.setdefault((start, end), []).append(text)

    def _line_start(self, at: int) -> int:
        return self.source.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """The end of the line that ``at`` is in; of the line before where ``at`` begins one."""
        if at and self.source[at - 1] == "\n":
            at -= 1
        else:
            found = self.source.find("\n", at)
            at = len(self.source) if found < 0 else found
        return at - 1 if self.source[at - 1 : at] == "\r" and at < len(self.source) else at

    def _break_at(self, at: int) -> str:
        return "\r\n" if self.source.startswith("\r\n", at) else "\n" if self.source.startswith("\n", at) else ""


def _dumped(record: object) -> dict[str, object]:
    data: dict[str, object] = record.model_dump(mode="json", exclude_defaults=True) if record is not None else {}  # type: ignore[attr-defined]
    return data
