"""A ledger as comma-separated values, for spreadsheets."""

import csv
import io

from checker.claims.exports.rows import is_active, is_mistaken, rows
from checker.claims.models import Ledger

BOM = "\ufeff"
"""Without it, Excel reads a file in the machine's own encoding."""


def csv_text(ledger: Ledger) -> str:
    """The ledger as CSV (RFC 4180). A cell that a spreadsheet would work out or change begins with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in rows(ledger):
        writer.writerow([f"'{cell}" if is_active(cell) or is_mistaken(cell) else cell for cell in row])
    return BOM + out.getvalue()
