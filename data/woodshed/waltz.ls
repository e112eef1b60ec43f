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
r4 a8 f#+4 e+8
d+4. b16 a16 b4
c#+8/3 d+8/3 c#+8/3 g#8/3 b8/3 a8/3 e8 r8
f#8 g8 r8 e4 eb8
d2 r4
r4 g8 g#8 b8 bb8
a4. a-8 d8 g8
g#16 bb16 c#+16 d+16 e+8 d#+8 bb8 b8
c+8. b16 c+8 g8 r4
c+8/3 d+8/3 eb+8/3 g+8/3 eb+8/3 d+8/3 c+4
b4 r4 e4
r4 f16 f8 e16 d8 c#8
c#8 e8 g#8 a4 r8
f#16 g#16 a16 b16 c#+8 c#+8 r4
r4 f#+8 eb+8 d+8 b8
c+16 c+8 a16 f#8 d8 r4
r2.
r8 e8 g#8 a8 c#+8 d#+8
e+4 e+8 d+8 r4
a8/3 c+8/3 eb+8/3 e+8 eb+8 r8 d+8+4
c#+8 g#8 e4
f#16 g#16 b8 d+8 d+8 r4
c+4 e8/3 g8/3 b8/3 c+8 b8
c+16 d+16 c+16 g#16 b8 bb8 a8 f8
e4 b-4 r4
r8 c#8 e8 e8 f#8 g8
d+8/3 eb+8/3 d+8/3 bb4 g4
d+4. r8 b8 c+8
d+4 r4 b8/3 a#8/3 b8/3
eb+16 d+16 c+16 a16 ab8 f#8 eb8 c8
d4 e8 bb-8 b-4
r8 b8 c#+8 e+4.
