(title Tin Carousel)
(composer Woodshed)
(comments Practises: jazz waltz, dotted quarters against three, arpeggios to the ninth, resolving sevenths)
(meter 3 4)
(key 1)
(tempo 152.0)
(part (type chords))
GM7 | / | Bm7 | Bbo7 | Am7 | D7 | Bm7b5 | E7b9 |
Am7 | Cm6 | GM7 | E7b9 | A7 | / | Am7 | D7 |
GM7 | G7 | CM7 | F7#11 | Bm7 | E7 | Am7 | B7b9 |
Em7 | A7 | Cm7 | F7 | Am7 | D7b9 | G6 | / |
(part (type melody))
r8 b8 c#+8 f#+4 e+8
d+4. a#8 b8 a8
c#+8/3 d+8/3 c#+8/3 a4 b8 c#+8
db+8 e+4 r8 eb+8 e+8
g+8 e+8 d+8 b8 r4
b4. g#8 a8 c+8
d+4 r4 r8 d+8
c#+8 d+8 bb8 b8 g8 g#8
a4 r8 b8 r4
c+4 d+8/3 eb+8/3 f+8/3 d+4
b4 a8 c+8 c#+8 d+8
f+8 e+8 c#+8 g#8 r4
r8 e8 g8 g#8 a8 c#+8
d#+8 e+8 b8 c#+8 f#+4+4
e+8 eb+8 d+8 b8
bb8 a8 f#8 b8 r4
a4 r4 e8 f#8
f8 e8 a8 b8 d+8 c#+8
d+4 r8 e+8 r4
a8/3 c+8/3 eb+8/3 g+4 eb+8 d+8+4
e+8 g#+4 f#+8
f#+8 e+8 c#+8 d+8 r4
c+8 r8 d#8 e8 b8 a8
g#8 a8 d8 d#8 c+4
b4 f#8 g8 r4
d#+8 e+8 r8 b8 c#+8 a8
d+8/3 eb+8/3 d+8/3 c+8 a8 r4
g8 gb8 f8 a8 d+8 eb+8
d+4. b8 c+8 r8
f#8 ab8 a8 b8 c+8 eb+8
d+8 r8 d8 e8 f#8 a8+4
b8 c#+8 e+4
