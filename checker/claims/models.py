"""The ledger: what an article asserts, how that fits together, and what has been decided about it."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field, PrivateAttr

from checker.claims.claim import Claim, Record
from checker.claims.recognising import gist
from checker.claims.relation import Relation
from checker.claims.scalars import Day, Digest, Id, Text
from checker.errors import InputError, LedgerError
from checker.yamlfile import Key, YamlFile


class ArticleStatus(StrEnum):
    """How far the article has come. Corrections are only for what has been published."""

    DRAFT = "draft"
    TYPESET = "typeset"
    PUBLISHED = "published"
    CORRECTED = "corrected"


class ArticleInfo(Record):
    """The article that the ledger is about.

    ``source_file`` is relative to the ledger. ``sha256`` is of the file's bytes when the ledger was last brought into
    line with it. ``issue_date`` is the day it appears: 今年, 去年 and 近日 are reckoned from it, and stay open without
    it.
    """

    id: Id
    title: Text
    source_file: Text
    sha256: Digest | None = None
    issue_date: Day | None = None
    status: ArticleStatus = ArticleStatus.DRAFT


class Waiver(Record):
    """Somebody has decided to let a finding stand, and says why and through which day.

    ``file`` is the article, relative to the file that holds the waiver; in a ledger it is the ledger's article.
    ``quote`` and ``message`` are what was found when it was let stand: another fault on the same words is not meant.
    """

    rule: Text
    fingerprint: Text
    reason: Text
    who: Text
    until: Day
    file: Text | None = None
    quote: str | None = None
    message: str | None = None

    def lets_stand(self, message: str) -> bool:
        """Whether the finding that has the fingerprint and says ``message`` is the one that was meant."""
        return self.message is None or gist(self.message) == gist(message)


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a ledger was read from. It is no part of what the ledger says, so all origins are equal."""

    file: YamlFile | None = field(default=None, compare=False, repr=False)

    @property
    def path(self) -> str:
        """The file's path, as it was given."""
        return self.file.path if self.file else "claims.yaml"

    def place(self, key: Key) -> str:
        """Where ``key`` stands: the file's name and the line (``claims.yaml:12``)."""
        line = self.file.marks.get(self.file.known(key), (1, 1))[0] if self.file else 1
        return f"{Path(self.path).name}:{line}"

    def fault(self, key: Key, message: str, remedy: str = "") -> InputError:
        """A LedgerError at ``key`` of the file."""
        if self.file is None:
            return LedgerError(self.path, message, remedy=remedy)
        return self.file.at(key, message, remedy)


class Ledger(Record):
    """Everything that is kept about one article."""

    version: Literal["claims/1"] = Field(alias="schema")
    article: ArticleInfo
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    _origin: Origin = PrivateAttr(default_factory=Origin)

    @property
    def origin(self) -> Origin:
        """The file it was read from."""
        return self._origin

    @property
    def home(self) -> Path:
        """The folder that ``article.source_file`` starts from: the ledger's own."""
        return Path(self._origin.path).parent

    def article_path(self) -> str:
        """Where the article lies. Raises LedgerError at the line that names it where it does not.

        A ledger in a repository names no file outside of it: whoever may write the one may not read the other.
        """
        path = self.home / self.article.source_file
        root = next((one for one in self.home.resolve().joinpath("_").parents if (one / ".git").exists()), None)
        if root and root not in path.resolve().parents:
            remedy = "keep the article in the repository, or name it on the command line"
            raise self.fault(("article", "source_file"), f"{path} lies outside of the repository", remedy)
        if not path.is_file():
            remedy = "write its new path there if it was renamed; it is read from the ledger's folder"
            raise self.fault(("article", "source_file"), f"there is no article {path}", remedy)
        return str(path)

    def is_about(self, path: str | Path) -> bool:
        """Whether the file at ``path`` is this ledger's article."""
        return Path(path).resolve() == (self.home / self.article.source_file).resolve()

    def place(self, *key: str | int) -> str:
        """The file's name and line of ``key``, for a finding to point at."""
        return self._origin.place(key)

    def fault(self, key: Key, message: str, remedy: str = "") -> InputError:
        """A mistake that stands at ``key`` of the file this ledger was read from."""
        return self._origin.fault(key, message, remedy)
