(title Tiny Two Five)
(composer Woodshed)
(meter 4 4)
(key 0)
(tempo 120.0)
(part (type chords))
Dm7 | G7 | CM7 A7 | Dm7 G7/B |
(part (type melody))
d4 f8 a8 c+4 e+8/3 d+8/3 c+8/3
b4. a8 g2+8
e8 r4 a8 c#+8 e4
f8 a16 r16 d+4 r2
