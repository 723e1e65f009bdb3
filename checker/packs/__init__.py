"""Rules as data: the bundled pack, and packs of a newsroom's own."""

from checker.packs.examples import Example, Outcome, examples, run_example
from checker.packs.loader import bundled, load_examples, load_pack
from checker.packs.rule import Rule, RuleFile

__all__ = ["Example", "Outcome", "Rule", "RuleFile", "bundled", "examples", "load_examples", "load_pack", "run_example"]
