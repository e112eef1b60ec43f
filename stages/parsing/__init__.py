"""What the parse stage does with a corpus: ``piece.py`` reads one piece of it, ``remembered.py`` has that done for all, ``gathered.py`` puts together what they found."""
