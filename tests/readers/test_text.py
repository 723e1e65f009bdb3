"""Bytes to text: every encoding and line end, and a clear message for what is no article."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import readers
from checker.document import Document
from checker.errors import ReadError
from checker.readers import read
from tests.growth import assert_linear

COMMON = "县里今年新修三座桥，群众过河不用再绕路。"
ENCODINGS = {
    "utf-8": (b"", "utf-8"),
    "utf-8-mark": (b"\xef\xbb\xbf", "utf-8"),
    "utf-16-le-mark": (b"\xff\xfe", "utf-16-le"),
    "utf-16-be-mark": (b"\xfe\xff", "utf-16-be"),
    "utf-16-le": (b"", "utf-16-le"),
    "utf-16-be": (b"", "utf-16-be"),
    "gb18030": (b"", "gb18030"),
}
CHARACTERS = st.sampled_from("的一是在不了有和人这中大为上个国我以要他时来用们，。、“”（）①③0123ab 　\n")
TEXTS = st.text(CHARACTERS, max_size=80).map(lambda text: COMMON + "\n" + text)


def error(data: bytes, path: str = "a.txt") -> str:
    with pytest.raises(ReadError) as caught:
        read(path, data=data)
    return str(caught.value)


@pytest.mark.parametrize("name", list(ENCODINGS))
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
@settings(max_examples=25)
@given(text=TEXTS)
def test_every_encoding_and_line_end_keeps_every_offset(name: str, line_end: str, text: str) -> None:
    mark, encoding = ENCODINGS[name]
    text = text.replace("\n", line_end)
    document = read("a.txt", data=mark + text.encode(encoding))
    assert document.text == text
    assert document.encoding == encoding
    quoted = [block.span.of(text) for block in document.blocks]
    assert quoted == [line.strip() for line in text.split(line_end) if line.strip()]
    assert [document.locate(block.span).paragraph for block in document.blocks] == [
        one.number for one in document.blocks
    ]


@given(text=TEXTS, cut=st.integers(1, 2))
def test_a_truncated_utf8_file_is_never_taken_for_gb18030(text: str, cut: int) -> None:
    data = (text + "桥").encode()[:-cut]
    whole = len(text.encode())
    line = 1 + text.count("\n")
    assert error(data) == (
        f"a.txt:{line}: not valid UTF-8: ends in the middle of a character at byte {whole} (save the file as UTF-8)"
    )


@given(before=TEXTS, after=TEXTS)
def test_a_damaged_utf8_file_is_never_taken_for_gb18030(before: str, after: str) -> None:
    data = before.encode() + b"\xb5\xda" + after.encode()
    line = 1 + before.count("\n")
    assert error(data) == (
        f"a.txt:{line}: not valid UTF-8: broken at byte {len(before.encode())} (save the file as UTF-8)"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt: empty: nothing to check"),
        (b"\xef\xbb\xbf", "a.txt: empty: nothing to check"),
        (" \n\u3000\n".encode(), "a.txt: empty: nothing to check"),
        ("一\n二\n三\0四".encode(), "a.txt:3: a NUL character: this is not plain text (save the file as UTF-8)"),
        (b"\xff\xfe" + "一\n二".encode("utf-16-le") + b"\x00", "a.txt:2: not valid UTF-16-LE: ends in the middle of a "
         "character at byte 8 (save the file as UTF-8)"),
        (b"\xff\xfe\x00\x00" + b"\x00\x4e", "a.txt:1: not valid UTF-32-LE: ends in the middle of a character at byte 4 "
         "(save the file as UTF-8)"),
        (bytes(range(128, 256)) * 4, "a.txt:1: not valid UTF-8: broken at byte 0 (save the file as UTF-8)"),
    ],
    ids=["nothing", "mark", "white", "nul", "odd-utf16", "utf32", "binary"],
)  # fmt: skip
def test_broken_bytes(data: bytes, message: str) -> None:
    assert error(data) == message


def test_a_file_cut_at_its_start_is_named_as_broken_utf8() -> None:
    assert error(COMMON.encode()[1:]) == "a.txt:1: not valid UTF-8: broken at byte 0 (save the file as UTF-8)"


def test_gb18030_that_breaks_off_is_named_so() -> None:
    data = (COMMON * 3).encode("gb18030")[:-1]
    place = f"ends in the middle of a character at byte {len(data) - 1}"
    assert error(data) == f"a.txt:1: not valid GB18030: {place} (save the file as UTF-8)"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("a.doc", "a.doc: .doc files are not read yet (save it as .docx or as plain text)"),
        ("a.WPS", "a.WPS: .wps files are not read yet (save it as .docx or as plain text)"),
        ("a.docx", "a.docx: .docx files are not read yet (export it as plain text)"),
        ("a.pdf", "a.pdf: .pdf files are not read yet (export it as plain text)"),
        ("a.csv", "a.csv: unknown kind of file '.csv' (rename it to .txt if it is plain text)"),
    ],
)
def test_other_kinds_of_file(path: str, message: str) -> None:
    assert error(COMMON.encode(), path) == message


def test_files_that_are_not_there_or_not_files(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path, f"{tmp_path}: is a directory (name the articles in it)"),
        (tmp_path / "none.txt", f"{tmp_path}/none.txt: no such file (correct the path)"),
        (tmp_path / "none.docx", f"{tmp_path}/none.docx: no such file (correct the path)"),
        (tmp_path / "a\0b.txt", f"{tmp_path}/a\0b.txt: cannot be read: embedded null byte"),
    ):
        with pytest.raises(ReadError) as caught:
            read(path)
        assert str(caught.value) == message


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(COMMON, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="may not be read \\(ask for permission to read it\\)"):
        read(path)


def test_a_file_on_disk_reads_as_its_bytes_do(tmp_path: Path) -> None:
    path = tmp_path / "稿件"
    path.write_bytes(COMMON.encode("gb18030"))
    document = read(path)
    assert document == read(os.fspath(path), data=path.read_bytes())
    assert (document.path, document.text) == (str(path), COMMON)
    assert isinstance(document, Document)
    assert document.sha256 == read("b", data=path.read_bytes()).sha256


def test_too_long_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_BYTES", 1024**2)
    path = tmp_path / "a.txt"
    path.write_bytes(b"1" * (1024**2 + 1))
    with pytest.raises(ReadError, match="longer than 1 MB \\(split it into articles\\)"):
        read(path)
    assert len(read(path, data=path.read_bytes()[1:]).text) == 1024**2


@pytest.mark.parametrize("part", ["1", "，", "一、", "图1\n", "记者", "\n"])
def test_hostile_text_takes_linear_time(part: str) -> None:
    def make(size: int) -> Callable[[], object]:
        data = (part * (size // len(part)) + "。").encode()
        return lambda: read("a.txt", data=data)

    assert_linear(make, 20_000)
