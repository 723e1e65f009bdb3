"""checker sync: bring a ledger into line with its article."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.extract import drafted
from checker.cli.output import rewrite
from checker.config import find
from checker.errors import ConfigError, LedgerError
from checker.readers import read
from checker.yamlfile import read_text

if TYPE_CHECKING:
    from checker.claims.changes import Changed
    from checker.claims.claim import Claim
    from checker.claims.syncing import Parted, Synced

LEDGER = Path("claims.yaml")
BOM = "\ufeff"


@click.command("sync")
@click.argument("ledger", type=Path, required=False)
@click.option("--check", is_flag=True, help="Write nothing; status 1 if anything would change.")
@click.option("--all", "every", is_flag=True, help="Add new dates, ranks, titles and quotations too, not only numbers.")
@click.option(
    "--prune",
    is_flag=True,
    help="Take out drafts whose words are gone; never what somebody wrote into or a relation names.",
)
def command(ledger: Path | None, check: bool, every: bool, prune: bool) -> int:
    """Bring LEDGER (that of the settings, or claims.yaml here) into line with its article.

    Anchors follow their words, changed values are put in, new numbers are added as drafts, the digest is renewed.
    What people wrote stays as it is. Status 1: with --check, something would change.
    """
    from checker.claims import parse
    from checker.claims.syncing import sync

    path = ledger or find(Path()).place("ledger") or LEDGER
    if path is LEDGER and not path.is_file():
        raise ConfigError("command line", "no ledger named", remedy="name one, or draft one with checker extract")
    text = read_text(path, LedgerError)
    book = parse(text, str(path))
    document = read(book.article_path())
    fresh = drafted(document, book.article.issue_date, book.home)
    done = sync(book, text, document, fresh.claims, prune=prune, every=every)
    if done.text != text:
        parse(done.text, str(path))
        if not check:
            mark = BOM if path.read_bytes().startswith(BOM.encode()) else ""
            rewrite(path, (mark + done.text).encode())
    click.echo(told(done, written=done.text != text, check=check), nl=False)
    return int(check and done.text != text)


def told(done: "Synced", *, written: bool, check: bool) -> str:
    """What came of it, for the desk."""
    gone = len(done.lost) + len(done.pruned)
    lines = [
        f"新增{len(done.new)}条，消失{gone}条，同锚变值{len(done.changed)}条，"
        f"改引{len(done.reworded)}条，移段{len(done.moved)}条"
        + (f"，旁文变{len(done.parted)}条" if done.parted else "")
    ]
    lines += [f"  新增 {_named(one)}" for one in done.new]
    for one in done.lost:
        lines.append(f"  消失 {_named(one)}" + ("（有关系用到它或有人写过，未删）" if one in done.kept else ""))
    lines += [f"  已删 {_named(one)}" for one in done.pruned]
    for pair in done.changed:
        old = pair.claim.value.literal if pair.claim.value else ""
        new = pair.now.value.literal if pair.now.value else ""
        where = f"{pair.claim.id} 第{pair.now.anchor.paragraph}段 {_subject(pair.claim)}"
        lines.append(f"  变值 {where}：{old} → {new}{_again(pair)}")
    lines += [f"  改引 {_named(pair.claim)} → {pair.now.anchor.quote}{_again(pair)}" for pair in done.reworded]
    for each in done.parted:
        words = "、".join(f"“{word}”" for word in each.words)
        lines.append(f"  旁文 {_named(each.claim)}，原来这一段里的{words}没有了{_again(each)}")
    if not written:
        lines.append("台账与稿件一致，未改动")
    elif check:
        lines.append("台账须更新（--check：未写入）")
    return "\n".join(lines) + "\n"


def _again(one: "Changed | Parted") -> str:
    return f"（原已{one.claim.status}，改记checking，请重核）" if one.reopened else ""


def _named(claim: "Claim") -> str:
    return f"{claim.id} 第{claim.anchor.paragraph}段 {_subject(claim)}：{claim.anchor.quote}"


def _subject(claim: "Claim") -> str:
    return f"{claim.subject}·{claim.metric}" if claim.metric else claim.subject
