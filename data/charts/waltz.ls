(title Waltz for Two Hands)
(composer Woodshed)
(comments A jazz waltz of sixteen bars)
(meter 3 4)
(key -1)
(tempo 138.0)
(part (type chords))
FM7 | Gm7 | Am7 | D7b9 | Gm7 | C7 | FM7 | Cm7 F7 / |
BbM7 | Bbm6 | FM7/C | Bm7b5 E7b9 / | Am7 | D7b9 | Gm7 C7 / | F6 |
