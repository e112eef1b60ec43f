"""The one error that a reader raises."""


class CorpusError(ValueError):
    """A file that cannot be read as music; the message names the file, the place in it, what was expected and what was found."""
