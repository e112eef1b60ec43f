"""Which kind of window follows which, as rules of a grammar.

Conventions: a context is the clusters of some windows in a row, the newest last, and is written ``Cluster3to7to2``. A call (Cluster3to7to2 Z) stands for Z windows more, the first of
them of cluster 2. Weights are counts. With c(h, d) for how often d followed the context h, and T(h) for how many different d did:

    (rule (P Y) ((START (/ Y D))) 1)                                           D slots a window: as many windows as the chart needs
    (rule (START Z) ((Cluster3 Z)) c(, 3))
    (rule (Cluster3 Z) (Q3 (Cluster3to7 (- Z 1))) c(3, 7))                       the context grows ...
    (rule (Cluster3to7to2 Z) (Q2 (Cluster7to2to5 (- Z 1))) c(3 7 2, 5))          ... and slides
    (rule (Cluster3to7to2 Z) ((Cluster7to2 Z)) b T(3 7 2))                       back-off: the oldest window is forgotten
    (rule (Cluster2 Z) (Q2 (START (- Z 1))) b T(2))                              ... and at last the only one
    (base (Cluster3 0) () 1)
    (rule (Q3) ((slope 1 4 C8 L8 A8) (slope -2 -1 C8)) 5)                         a production and how many windows have it

so that, for b = 1, what follows a context is smoothed as in Witten & Bell (1991). Where nothing followed, the back-off weighs 1. A context of two and more that was followed only
once is left out: it could but repeat the corpus.

Source: Gillick, Tang & Keller (2010). The authors' program makes all continuations of a full context alike, has no back-off and rounds weights to two decimals.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from stages.jazzgrammar.grammar import JazzGrammar, Rule

Context = tuple[int, ...]
ENTRY, CONTEXT, PRODUCTION = "START", "Cluster", "Q"


@dataclass(frozen=True)
class Chains:
    """What follows what.

    Args:
        followers: of each context, what followed it and how often; of (), how often each cluster was there at all. All clusters are contexts.
        forgetting: of each context but (), what the back-off weighs.
    """

    followers: dict[Context, dict[int, int]]
    forgetting: dict[Context, float]

    @cached_property
    def longest(self) -> int:
        """How long the longest context is."""
        return max(map(len, self.followers))

    def known(self, context: Context) -> Context:
        """The newest clusters of a context, as many as there is a context of."""
        context = context[max(0, len(context) - self.longest):]
        while context not in self.followers:
            context = context[1:]
        return context

    def rules(self, slots: int) -> list[Rule]:
        """All rules above but those of the productions; ``slots`` a window."""
        found = [Rule("P", ("Y",), ((ENTRY, ("/", "Y", slots)),), 1)]
        found += [Rule(ENTRY, ("Z",), ((context_name((label,)), "Z"),), count) for label, count in self.followers[()].items()]
        for context, forgetting in self.forgetting.items():
            emitted, left = f"{PRODUCTION}{context[-1]}", ("-", "Z", 1)
            found += [Rule(context_name(context), ("Z",), (emitted, (context_name(self.known((*context, label))), left)), count) for label, count in self.followers[context].items()]
            shorter = ((context_name(self.known(context[1:])), "Z"),) if len(context) > 1 else (emitted, (ENTRY, left))
            found += [Rule(context_name(context), ("Z",), shorter, forgetting), Rule(context_name(context), (0,), (), 1, base=True)]
        return found


def count_chains(passes: Iterable[list[int]], order: int, backoff: float) -> Chains:
    """The chains of some passes, each the clusters of its windows in order; contexts of up to ``order`` windows, in sorted order; ``backoff``: b above."""
    found: dict[Context, Counter] = {(): Counter()}
    for labels in passes:
        found[()].update(labels)
        for place in range(1, len(labels)):
            for length in range(1, min(order, place) + 1):
                found.setdefault(tuple(labels[place - length:place]), Counter())[labels[place]] += 1
    for label in found[()]:
        found.setdefault((label,), Counter())
    followers = {context: dict(sorted(after.items())) for context, after in sorted(found.items()) if len(context) < 2 or after.total() > 1}
    return Chains(followers, {context: backoff * len(after) if after else 1 for context, after in followers.items() if context})


def read_chains(grammar: JazzGrammar) -> Chains:
    """The chains in the rules of a grammar."""
    followers, forgetting = {(): {_context(rule.rhs[0][0])[-1]: rule.weight for rule in grammar.by_name[ENTRY]}}, {}
    for rule in grammar.rules:
        if rule.name.startswith(CONTEXT) and not rule.base:
            context = _context(rule.name)
            after = followers.setdefault(context, {})
            if len(rule.rhs) == 1 or rule.rhs[1][0] == ENTRY:
                forgetting[context] = rule.weight
            else:
                after[_context(rule.rhs[1][0])[-1]] = rule.weight
    return Chains(followers, forgetting)


def context_name(context: Context) -> str:
    """How a context is written."""
    return CONTEXT + "to".join(map(str, context))


def _context(written: str) -> Context:
    return tuple(map(int, written.removeprefix(CONTEXT).split("to")))
