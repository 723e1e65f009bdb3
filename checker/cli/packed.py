"""A document's report as bytes and back: what the cache keeps and what a worker sends.

The form is a private one, in three parts that are compressed apart: all but the relations, the relations, and the
relations as the JSON report prints them. Of the last two a run opens what it needs, most often neither or the last.
The text is not in it where the file's bytes are the text in UTF-8.
"""

import json
import struct
import zlib
from collections.abc import Mapping
from typing import Any

from checker.cli.rows import (
    VERDICTS,
    finding_row,
    place_row,
    relation_row,
    suppressed_row,
    to_finding,
    to_place,
    to_relation,
    to_suppressed,
)
from checker.findings import Mended
from checker.report import CheckedRelation, DocumentReport, KeptRelations, Numbers, Outcome, outcomes
from checker.spans import Span

QUICK = 1
"""The level of compression: more takes longer than it saves."""

HEAD = struct.Struct(">III")
"""The checksum of all that follows it, and the lengths of the first two parts."""

CHECKED = struct.calcsize(">I")
"""From where the checksum tells of."""


class PackedRelations(KeptRelations):
    """Relations as they are kept: ``rows`` to make them from, ``printed`` for the JSON report, both compressed."""

    __slots__ = ("printed", "rows", "text")

    def __init__(self, rows: bytes, printed: bytes, text: str, counts: Mapping[Outcome, int]) -> None:
        super().__init__(counts)
        self.rows, self.printed, self.text = rows, printed, text

    def make(self) -> tuple[CheckedRelation, ...]:
        """The relations."""
        return tuple(to_relation(one, self.text) for one in json.loads(zlib.decompress(self.rows)))

    def record(self) -> bytes:
        """How the JSON report prints them."""
        return zlib.decompress(self.printed)


def pack(report: DocumentReport, data: bytes, seal: str = "") -> bytes:
    """The report on a file that holds ``data``; ``seal`` must be told again to open it."""
    text, relations = report.text, report.relations
    counts = [[verdict.value, public, count] for (verdict, public), count in outcomes(relations).items()]
    first = [
        seal,
        report.sha256,
        None if _decoded(data) == text else text,
        [finding_row(one, text) for one in report.findings],
        [report.numbers.total, report.numbers.checked, report.numbers.claimed, report.numbers.unchecked],
        [place_row(one, text) for one in report.unclaimed],
        report.title,
        [[one.start, one.end] for one in report.headings],
        [suppressed_row(one, text) for one in report.suppressed],
        [finding_row(one, text) for one in report.known],
        [[one.rule, one.fingerprint, one.quote, one.message] for one in report.mended],
        counts,
    ]
    if not isinstance(relations, PackedRelations):
        from checker.reporters.json import checks

        rows = [relation_row(one, text) for one in relations]
        relations = PackedRelations(_compressed(rows), zlib.compress(checks(relations), QUICK), text, {})
    head = _compressed(first)
    packed = HEAD.pack(0, len(head), len(relations.rows)) + head + relations.rows + relations.printed
    return zlib.crc32(packed[CHECKED:]).to_bytes(CHECKED, "big") + packed[CHECKED:]


def unpack(packed: bytes, path: str, data: bytes, seal: str = "") -> DocumentReport | None:
    """The report that was packed, as one on ``path``; None where these bytes are none of ours."""
    try:
        checksum, first, second = HEAD.unpack_from(packed)
        if zlib.crc32(memoryview(packed)[CHECKED:]) != checksum:
            return None
        parts = memoryview(packed)[HEAD.size :]
        sealed, digest, text, findings, numbers, unclaimed, title, headings, *settled = json.loads(
            zlib.decompress(parts[:first])
        )
        if sealed != seal:
            return None
        words = data.decode() if text is None else text
        suppressed, known, mended, counts = settled
        how = {(VERDICTS[verdict], public): count for verdict, public, count in counts}
        return DocumentReport(
            path,
            digest,
            words,
            tuple(to_finding(one, words) for one in findings),
            PackedRelations(bytes(parts[first : first + second]), bytes(parts[first + second :]), words, how),
            Numbers(*numbers),
            tuple(to_place(one, words) for one in unclaimed),
            title,
            tuple(Span(start, end) for start, end in headings),
            tuple(to_suppressed(one, words) for one in suppressed),
            tuple(to_finding(one, words) for one in known),
            tuple(Mended(*one) for one in mended),
        )
    except (ValueError, TypeError, KeyError, struct.error, zlib.error):
        return None


def _compressed(data: list[Any]) -> bytes:
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode(), QUICK)


def _decoded(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None
