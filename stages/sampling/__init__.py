"""What the sample stage does: what is asked for (``asked.py``), what is played over (``charts.py``), and the playing (``studio.py``)."""
