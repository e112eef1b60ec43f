(title Two Bridges)
(composer Woodshed)
(comments A circle of dominants, then ii-V-I through three keys)
(meter 4 4)
(key 0)
(tempo 176.0)
(part (type chords))
E7 | / | A7 | / | D7 | / | G7#11 | / |
Dm7 G7 | CM7 | Cm7 F7 | BbM7 | Bbm7 Eb7 | AbM7 | Dm7 G7alt | C69 A7b9 |
