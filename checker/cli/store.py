"""What is kept of documents from run to run: one SQLite file in the cache folder.

It can be killed at any moment, filled with rubbish or taken away: then it is as if nothing had been kept. It never
grows much beyond LIMIT; what has gone unused for the most runs is dropped first.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from checker import patterns

NAME = "reports.sqlite"
FORM = 1
"""The form of the file and of what is in it; a file of another form is begun anew."""

LIMIT = 256 * 1024**2
WRITE_AFTER = 200
"""So many new reports are written at once: a run that is killed loses no more."""

WAIT = 2.0
"""Seconds to wait for another run that writes."""

TABLE = "CREATE TABLE IF NOT EXISTS report (key BLOB PRIMARY KEY, used INTEGER NOT NULL, data BLOB NOT NULL)"
COLUMNS = "key,used,data"


@dataclass(frozen=True, slots=True)
class Contents:
    """How many reports are kept, and in how many bytes."""

    reports: int
    size: int


def path() -> Path | None:
    """Where the file is or would be; None where nothing is to be kept."""
    home = patterns.folder()
    return home / NAME if home else None


def clear(file: Path) -> None:
    """Take the file away, with what SQLite keeps beside it. Raises OSError where that is not allowed."""
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


class Store:
    """The open file. Every method does nothing where the file cannot be used."""

    def __init__(self, file: Path, limit: int = LIMIT) -> None:
        self.file, self.limit = file, limit
        self.run = 0
        self.new: dict[bytes, bytes] = {}
        self.seen: list[bytes] = []
        self.base: sqlite3.Connection | None = None
        with suppress(OSError, sqlite3.Error):
            file.parent.mkdir(parents=True, exist_ok=True)
            self.base = self._opened()

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except sqlite3.DatabaseError as problem:
            if isinstance(problem, sqlite3.OperationalError):  # no room, no right, locked: the file may be sound
                raise
        clear(self.file)
        return self._connected()

    def _connected(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.file, timeout=WAIT, isolation_level=None)
        try:
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=NORMAL")
            self.run = 1 + _last_run(base)
        except BaseException:
            base.close()
            raise
        return base

    def get(self, key: bytes) -> bytes | None:
        """What is kept under ``key``."""
        found = self.new.get(key)
        if found is not None or self.base is None:
            return found
        try:
            row = self.base.execute("SELECT data FROM report WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as problem:
            self._failed(problem)
            return None
        if row is None or not isinstance(row[0], bytes):
            return None
        self.seen.append(key)
        return row[0]

    def put(self, key: bytes, data: bytes) -> None:
        """Keep ``data`` under ``key``; it is written with others, at the latest by ``close``."""
        if self.base is not None:
            self.new[key] = data
            if len(self.new) >= WRITE_AFTER:
                self._write()

    def close(self) -> None:
        """Write what is not written yet, drop what is too much, and close the file."""
        if self.base is None:
            return
        self._write(used=self.seen)
        self._drop()
        if self.base is not None:
            self.base.close()

    def contents(self) -> Contents:
        """How much is kept."""
        count, size = 0, 0
        if self.base is not None:
            with suppress(sqlite3.Error):
                count, size = self.base.execute("SELECT count(*), ifnull(sum(length(data)), 0) FROM report").fetchone()
        return Contents(count, size)

    def _write(self, used: Iterable[bytes] = ()) -> None:
        if self.base is None:
            return
        try:
            self.base.execute("BEGIN IMMEDIATE")
            rows = [(key, self.run, data) for key, data in self.new.items()]
            self.base.executemany("INSERT OR REPLACE INTO report VALUES (?, ?, ?)", rows)
            self.base.executemany("UPDATE report SET used = ? WHERE key = ?", [(self.run, key) for key in used])
            self.base.execute("COMMIT")
            self.new.clear()
        except sqlite3.Error as problem:
            self._failed(problem)

    def _drop(self) -> None:
        """Halve what is kept once it is too much, the longest unused first."""
        if self.base is None or self.contents().size <= self.limit:
            return
        try:
            self.base.execute("BEGIN IMMEDIATE")
            size, doomed = 0, []
            for number, length in self.base.execute("SELECT rowid, length(data) FROM report ORDER BY used DESC, rowid"):
                size += length
                if size > self.limit // 2:
                    doomed.append((number,))
            self.base.executemany("DELETE FROM report WHERE rowid = ?", doomed)
            self.base.execute("COMMIT")
            self.base.execute("VACUUM")
        except sqlite3.Error as problem:
            self._failed(problem)

    def _failed(self, problem: sqlite3.Error) -> None:
        """Do without the file from here on; one that is broken is taken away."""
        if self.base is not None:
            with suppress(sqlite3.Error):
                self.base.close()
        self.base = None
        self.new.clear()
        if not isinstance(problem, sqlite3.OperationalError):
            with suppress(OSError):
                clear(self.file)


def _last_run(base: sqlite3.Connection) -> int:
    """The last run that used the file, by number; a new file is made ready. Raises DatabaseError for one not ours."""
    form = base.execute("PRAGMA user_version").fetchone()[0]
    if not form:
        base.execute(TABLE)
        base.execute(f"PRAGMA user_version={FORM}")
    columns = base.execute("SELECT group_concat(name) FROM pragma_table_info('report')").fetchone()[0]
    last = base.execute("SELECT max(used) FROM report").fetchone()[0] if columns == COLUMNS else ""
    if form not in (0, FORM) or not isinstance(last, int | None):
        raise sqlite3.DatabaseError("another form of file")
    return last or 0
