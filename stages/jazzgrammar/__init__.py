"""Jazz grammars: probabilistic grammars that write an abstract melody, which is then given pitches over any changes.

The files, the way from a grammar to a solo and what it gets wrong are those of Impro-Visor, the program of the authors: Keller & Morrison, "A Grammatical
Approach to Automatic Improvisation" (SMC 2007). ``faithful=True`` does as the program of 2019 does; without it, what is wrong there is put right.
"""


class JazzGrammarError(ValueError):
    """A grammar file that cannot be read, or a grammar that cannot be played; one line that says what was expected, what was found and where."""
