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
r4 b8 f#+4 e+8
d+4. b16 a16 b4
c#+8/3 d+8/3 c#+8/3 a8/3 b8/3 a8/3 f#4
g8 g8 r8 e4 eb8
e2 r4
r4. g#8 a8 c+8
d+4. d8 f8 a8
g#16 b16 d+16 f+16 e+8 d+8 bb8 b8
c+4 b8 c+8 r4
c+8/3 d+8/3 eb+8/3 g+8/3 eb+8/3 d+8/3 c+4
b2 d4
r4 f8 f8 e8 d8
c#8 e8 g#8 a4 r8
b16 c#+16 d#+16 e+16 c#+8 b8 f#4
r4 e+8 eb+8 d+8 b8
c+8 c+8 a8 f#8 r4
r2.
r8 f8 g#8 a8 b8 d+8
e+4. d+8 b8 d+8
a8/3 c+8/3 eb+8/3 g+8 eb+8 r8 d+8+4
c#+8 b8 f#4
f#8 g#8 b8 d+8 r4
c+4. e8 g8 b8
a16 b16 c+16 d#+16 c+8 a8 f#8 d#8
e4 b-4 r4
r8 c#8 e8 e8 f#8 g8
d+8/3 eb+8/3 d+8/3 bb4 g4
a4. c+8 d+8 eb+8
d+4 r4 b8 c+8
eb+16 d+16 c+16 a16 ab8 f#8 eb8 c8
d4 e8 bb-8 b-4
r8 b8 c#+8 e+4.
