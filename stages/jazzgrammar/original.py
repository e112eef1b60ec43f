"""A grammar as the program of Gillick, Tang & Keller writes it, mistakes included: what ``learning.py`` puts right, side by side with it.

* Clusters: k-means whose centres move with every point that changes sides; the point behind one that left is not looked at in that round. There are at most N / 5 rounds. (Where the
  centres begin does not matter, since the points are dealt out in turn before the first one.)
* Productions: all, and each weighs a fifth of its number.
* Chains of n = context + 1 windows in a row, within a pass: a context shorter than that is followed as often as among the beginnings of the chains, but all that ever followed a whole one is equally likely.
  What ended a pass leaves but its last cluster in mind. Nothing is smoothed: a cluster that begins no chain has no rule, so that the player starts anew.
* Beginnings: as likely as the cluster's share of the different productions; the stretches that are begun double in length, from 1 window to 64, and each is ten times as likely as the one before.
* Weights have two decimals, so that what is rare never comes.

Not kept: that the last cluster of a pass may be that of another one (two lists, of which one is sorted, are looked up by the same number). And sums have an order of their own, so that of two centres
that are equally near the other one may be taken.

Source: the program, Impro-Visor of 2019 (imp.cluster: CreateGrammar, and its k-means by S. Sivaraman).
"""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from stages.jazzgrammar import JazzGrammarError
from stages.jazzgrammar.chains import CONTEXT, ENTRY, PRODUCTION, context_name
from stages.jazzgrammar.grammar import Rule

DOUBLINGS = 7
DECIMALS = 2


def clusters(rows: np.ndarray, k: int) -> np.ndarray:
    """Which of k clusters each of N >= k rows (N, D) is in: int64 (N,), 0 to k - 1."""
    labels = np.arange(len(rows)) % k
    members = [np.flatnonzero(labels == label).tolist() for label in range(k)]
    centres = np.array([rows[found].mean(axis=0) for found in members])
    for _ in range(len(rows) // 5):
        if not _round(rows, members, centres):
            break
    for label, found in enumerate(members):
        labels[found] = label
    return labels


def _round(rows: np.ndarray, members: list[list[int]], centres: np.ndarray) -> bool:
    """Look at all points, cluster by cluster, and move those that are nearer to another centre; whether there was one."""
    moved = False
    for label, found in enumerate(members):
        place = 0
        while place < len(found):
            apart = ((centres - rows[found[place]]) ** 2).sum(axis=1)
            nearest = int(apart.argmin())
            if apart[nearest] < apart[label]:
                members[nearest].append(found.pop(place))
                for changed in (label, nearest):            # neither is empty: a point that is alone is its own centre
                    centres[changed] = rows[members[changed]].mean(axis=0)
                moved = True
            place += 1                              # a point that left has given its place to the next one, which is passed over
    return moved


def rules(passes: Iterable[list[int]], order: int, slots: int, productions: Iterable[tuple[int, tuple, int]]) -> list[Rule]:
    """All rules of a grammar.

    Args:
        passes: the clusters of the windows of each, in order. order: windows in a context, at least 1. slots: of a window.
        productions: of each its cluster, its right side, and its number.

    Raises:
        JazzGrammarError: an order of 0, no pass as long as a chain, or so many clusters that no beginning has a weight.
    """
    passes, productions = list(passes), list(productions)
    chains = [(tuple(labels[place:place + order + 1]), place + order + 1 == len(labels)) for labels in passes for place in range(len(labels) - order)]
    if order < 1 or not chains:
        raise JazzGrammarError("learned_grammar.woodshed.context: expected, for a faithful grammar, a context of at least 1 and a solo of more windows than that; found a context of "
                               f"{order} and {max(map(len, passes), default=0)} windows")
    sizes = Counter(label for label, _, _ in productions)
    if all(round(size / sizes.total(), DECIMALS) == 0 for size in sizes.values()):
        raise JazzGrammarError(f"expected, for a faithful grammar, a cluster with at least one in 200 productions, since weights have two decimals; found {len(sizes)} clusters of {sizes.total()} "
                               "productions; raise learned_grammar.woodshed.windows_per_cluster")
    found = [Rule("P", ("Y",), ((ENTRY, 2 ** doubling), ("P", ("-", "Y", slots * 2 ** doubling))), 10 ** doubling) for doubling in range(DOUBLINGS)]
    found += [Rule(ENTRY, ("Z",), ((context_name((label,)), "Z"),), round(size / sizes.total(), DECIMALS)) for label, size in sorted(sizes.items())]
    found += [rule for length in range(1, order) for rule in _growing(Counter(chain[:length + 1] for chain, _ in chains))]
    found += _sliding(chains)
    contexts = sorted({rule.name for rule in found if rule.name.startswith(CONTEXT)})
    found += [Rule(name, (0,), (), 1, base=True) for name in contexts]
    return found + [Rule(f"{PRODUCTION}{label}", (), made, round(number / 5, DECIMALS)) for label, made, number in productions]


def _growing(counts: Counter) -> list[Rule]:
    """The rules by which a context becomes one window longer; ``counts``: of the longer ones."""
    before = Counter()
    for context, count in counts.items():
        before[context[:-1]] += count
    return [_rule(context[:-1], context, count / before[context[:-1]]) for context, count in sorted(counts.items())]


def _sliding(chains: list[tuple[tuple[int, ...], bool]]) -> list[Rule]:
    """The rules of whole contexts; each chain comes with whether it ends its pass."""
    many = Counter(chain[:-1] for chain, _ in chains)
    after = sorted({(chain[:-1], chain[-1:] if ends else chain[1:]) for chain, ends in chains})
    return [_rule(context, following, 1 / many[context]) for context, following in after]


def _rule(context: tuple[int, ...], following: tuple[int, ...], weight: float) -> Rule:
    return Rule(context_name(context), ("Z",), (f"{PRODUCTION}{context[-1]}", (context_name(following), ("-", "Z", 1))), round(weight, DECIMALS))
