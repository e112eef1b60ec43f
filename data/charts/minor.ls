(title Sixteen in Minor)
(composer Woodshed)
(comments Minor ii-V-i, the relative major and back)
(meter 4 4)
(key -3)
(tempo 150.0)
(part (type chords))
Cm7 | / | Dm7b5 | G7b9 | Cm6 | / | Gm7b5 | C7alt |
Fm7 | Bb7 | EbM7 | AbM7 | Dm7b5 | G7alt | Cm6 | Dm7b5 G7b9 |
