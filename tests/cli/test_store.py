"""The file of what is kept: it holds what was put, and whatever happens to it is as if nothing had been kept."""

import sqlite3
from pathlib import Path

import pytest

from checker.cli.store import NAME, WRITE_AFTER, Store, clear


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "er" / NAME


def kept(file: Path, key: bytes) -> bytes | None:
    store = Store(file)
    found = store.get(key)
    store.close()
    return found


def fill(file: Path, *keys: bytes, limit: int = 10**6) -> None:
    store = Store(file, limit)
    for key in keys:
        store.put(key, key * 10)
    store.close()


def test_what_was_put_is_there_in_the_next_run(file: Path) -> None:
    fill(file, b"a", b"b")
    assert kept(file, b"a") == b"a" * 10
    assert kept(file, b"c") is None


def test_a_run_sees_what_it_put_itself(file: Path) -> None:
    store = Store(file)
    store.put(b"a", b"1")
    assert store.get(b"a") == b"1"
    store.close()


def test_what_is_not_closed_loses_the_last_few_only(file: Path) -> None:
    store = Store(file)
    for number in range(WRITE_AFTER + 5):
        store.put(b"%d" % number, b"x")
    assert kept(file, b"0") == b"x"
    assert kept(file, b"%d" % WRITE_AFTER) is None


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_broken_file_is_begun_anew(file: Path, rubbish: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(rubbish)
    assert kept(file, b"a") is None
    fill(file, b"a")
    assert kept(file, b"a") == b"a" * 10


@pytest.mark.parametrize(
    "foreign",
    [
        "CREATE TABLE report (other TEXT); PRAGMA user_version=1",
        "CREATE TABLE report (other TEXT)",
        "CREATE TABLE thing (other TEXT); PRAGMA user_version=7",
        "CREATE TABLE report (key, used, data); INSERT INTO report VALUES ('k', 'often', 3)",
    ],
)
def test_another_programs_file_is_begun_anew(file: Path, foreign: str) -> None:
    file.parent.mkdir(parents=True)
    base = sqlite3.connect(file)
    base.executescript(foreign)
    base.close()
    fill(file, b"a")
    assert kept(file, b"a") == b"a" * 10


def test_a_file_broken_in_the_middle(file: Path) -> None:
    fill(file, *(b"%05d" % number * 50 for number in range(2000)))
    data = bytearray(file.read_bytes())
    data[8192 : len(data) - 4096] = b"\x5a" * (len(data) - 12288)
    file.write_bytes(data)
    store = Store(file)
    found = [store.get(b"%05d" % number * 50) for number in range(2000)]
    store.put(b"new", b"1")
    store.close()
    assert all(one is None or one == b"%05d" % number * 500 for number, one in enumerate(found))
    fill(file, b"a")
    assert kept(file, b"a") == b"a" * 10


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    fill(tmp_path / "taken" / NAME, b"a")
    assert kept(tmp_path / "taken" / NAME, b"a") is None


def test_a_file_that_another_run_holds(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.cli.store.WAIT", 0.01)
    fill(file, b"a")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    fill(file, b"b")
    other.execute("ROLLBACK")
    other.close()
    assert kept(file, b"a") == b"a" * 10


def test_what_is_longest_unused_is_dropped(file: Path) -> None:
    fill(file, b"old1", b"old2")
    fill(file, b"new1")
    assert kept(file, b"old1")
    fill(file, b"new2", limit=100)  # 160 bytes are kept; half of the limit holds one
    assert [key for key in (b"old1", b"old2", b"new1", b"new2") if kept(file, key)] == [b"new2"]


def test_use_keeps_young(file: Path) -> None:
    fill(file, b"old1", b"old2", b"old3", b"old4")
    assert kept(file, b"old3")
    fill(file, b"new1", limit=199)  # of 200 bytes half the limit's stay: two of 40
    assert [key for key in (b"old1", b"old2", b"old3", b"old4", b"new1") if kept(file, key)] == [b"old3", b"new1"]


def test_clearing(file: Path) -> None:
    fill(file, b"a")
    clear(file)
    assert not file.exists()
    clear(file)
    assert kept(file, b"a") is None
