"""checker init: a first settings file, every key explained."""

from pathlib import Path

import click

from checker.cli.output import write
from checker.config.finding import MISNAMED, NAME
from checker.errors import ConfigError

SETTINGS = """\
# Settings of checker. Every key may be left out; what is written behind "#" is an example.
# Paths and patterns start from this folder. 'checker config' shows what is in force and where it was said.

# Rules by id, by family, or all of them: off, on, or a severity (error, verify, style). The more exact word counts.
rules:
#  wording: off
#  naming: verify
#  hedging/stacked: style
#  arithmetic/ratio: {severity: verify}

# Other words for some of the articles; of two the later counts. Files are patterns as in .gitignore.
overrides:
#  - files: [sports/, "*.draft.txt"]
#    rules: {headline: off}

# Folders of rules of your own, one file each: <family>/<fault>.yaml.
packs: []

# The ledger of claims, right names, reference facts, findings that may stand, findings known before.
#ledger: claims.yaml
#names: names.yaml
#facts: facts.yaml
#waivers: waivers.yaml
#baseline: baseline.yaml

# Places that the checker does not know, by the full name of what they lie in: new districts, towns, villages, schools.
gazetteer:
#  江津区: [青石镇, 柳湾村]
#  重庆市江北区: [{name: 云溪新城管委会, short: 云溪新城, also: [云管委]}]

# The day of publication: the key of the front matter that holds it, else the shape of the path.
date:
#  front-matter: date
#  path: YYYY/MM/DD

# In folders that are named: what to check (every known kind of file without it), what to leave out, and whether
# what .gitignore leaves out is left out too.
include: []
exclude: []
#exclude: [archive/, "*.log.txt"]
gitignore: true

# The least severity that makes the exit status 1: error, verify, style, never.
fail-on: error
"""


@click.command("init")
@click.argument("folder", default=".", type=Path)
def command(folder: Path) -> None:
    """Write a commented checker.yaml into FOLDER (this one). A file that is there is never overwritten."""
    for name in (NAME, *MISNAMED):
        if (folder / name).exists():
            raise ConfigError(str(folder / name), "exists already", remedy="edit it, or remove it first")
    write(folder / NAME, SETTINGS)
    click.echo(f"wrote {folder / NAME}")
