"""Which kind of window follows which, as rules of a grammar.

Conventions: a context is the clusters of up to ``order`` windows in a row, the newest last, and is written ``Cluster3to7to2``. A call (Cluster3to7to2 Z) stands for Z windows more, the first of
them of cluster 2. Weights are counts. With c(h, d) for how often d followed the context h, and T(h) for how many different d did:

    (rule (P Y) ((START (/ Y D))) 1)                                           D slots a window: as many windows as the chart needs
    (rule (START Z) ((Cluster3 Z)) c(, 3))
    (rule (Cluster3 Z) (Q3 (Cluster3to7 (- Z 1))) c(3, 7))                       the context grows ...
    (rule (Cluster3to7to2 Z) (Q2 (Cluster7to2to5 (- Z 1))) c(3 7 2, 5))          ... and slides
    (rule (Cluster3to7to2 Z) ((Cluster7to2 Z)) T(3 7 2))                         back-off: the oldest window is forgotten
    (rule (Cluster2 Z) (Q2 (START (- Z 1))) T(2))                                ... and at last the only one
    (base (Cluster3 0) () 1)
    (rule (Q3) ((slope 1 4 C8 L8 A8) (slope -2 -1 C8)) 5)                         a production and how many windows have it

so that what follows a context is smoothed as in Witten & Bell (1991), and there is always something that may follow. A context of two and more that was followed only
once is left out: it could but repeat the corpus.

Source: Gillick, Tang & Keller (2010). The authors' program makes all continuations of a full context alike, has no back-off and rounds weights to two decimals.
"""

from collections import Counter
from collections.abc import Iterable

from stages.jazzgrammar.grammar import JazzGrammar, Rule

Context = tuple[int, ...]
Followers = dict[Context, dict[int, int]]          # of each context: what followed it, and how often; of (): how often each cluster was there at all
ENTRY = "START"


def followers(passes: Iterable[list[int]], order: int) -> Followers:
    """What followed which context in some passes, each the clusters of its windows in order; sorted."""
    found: dict[Context, Counter] = {(): Counter()}
    for labels in passes:
        found[()].update(labels)
        for place in range(1, len(labels)):
            for length in range(1, min(order, place) + 1):
                found.setdefault(tuple(labels[place - length:place]), Counter())[labels[place]] += 1
    for label in found[()]:
        found.setdefault((label,), Counter())
    return {context: dict(sorted(after.items())) for context, after in sorted(found.items()) if len(context) < 2 or after.total() > 1}


def known(context: Context, order: int, table: Followers) -> Context:
    """The longest context that the newest clusters of one are known as, at most ``order`` of them."""
    context = context[max(0, len(context) - order):]
    while context not in table:
        context = context[1:]
    return context


def rules(table: Followers, order: int, slots: int) -> list[Rule]:
    """All rules above but those of the productions; ``slots`` a window."""
    found = [Rule("P", ("Y",), ((ENTRY, ("/", "Y", slots)),), 1)]
    for context, after in table.items():
        if not context:
            found += [Rule(ENTRY, ("Z",), ((name((label,)), "Z"),), count) for label, count in after.items()]
            continue
        emitted, following = f"Q{context[-1]}", ("-", "Z", 1)
        found += [Rule(name(context), ("Z",), (emitted, (name(known((*context, label), order, table)), following)), count) for label, count in after.items()]
        shorter = (emitted, (ENTRY, following)) if len(context) == 1 else ((name(known(context[1:], order, table)), "Z"),)
        found.append(Rule(name(context), ("Z",), shorter, max(1, len(after))))
        found.append(Rule(name(context), (0,), (), 1, base=True))
    return found


def read_followers(grammar: JazzGrammar) -> Followers:
    """The inverse of ``rules``, from all rules of a grammar."""
    table: Followers = {}
    for rule in grammar.rules:
        if rule.name == ENTRY:
            table.setdefault((), {})[_context(rule.rhs[0][0])[-1]] = rule.weight
        elif rule.name.startswith(PREFIX) and not rule.base:
            after = table.setdefault(_context(rule.name), {})
            if len(rule.rhs) == 2 and rule.rhs[1][0] != ENTRY:
                after[_context(rule.rhs[1][0])[-1]] = rule.weight
    return table


PREFIX = "Cluster"


def name(context: Context) -> str:
    """How a context is written."""
    return PREFIX + "to".join(map(str, context))


def _context(written: str) -> Context:
    return tuple(map(int, written.removeprefix(PREFIX).split("to")))
