(title Bb Blues, Uptown Errand)
(composer Woodshed)
(comments Practises: connecting ii-V cells with half steps, passing diminished, lines that cross the bar)
(meter 4 4)
(key -2)
(tempo 200.0)
(part (type chords))
Bb7 | Eb7 Eo7 | Bb7 | Fm7 Bb7 |
Eb7 | Eo7 | Bb7 | Dm7b5 G7b9 |
Cm7 | F7 | Dm7 G7 | Cm7 F7 |
(part (type melody))
r8 bb8 a8/3 bb8/3 c+8/3 d+4 r8 c+8
c+8 a8 bb8 db+8 c+8 a8 g8 f#8
f8 f+4 d+8 bb8 r8 r4
r8 g8 ab8 c+8 ab8 d+8 b8 bb8+4.
a8 bb8 c+8 g8 f8
g8 e+8 c#+8 bb8 a8 c#+8 a8 g8
f4 g8/3 bb8/3 d+8/3 eb+8 c+8 r4
r8 eb8 f8 ab8 b8 ab8 g8 f#8
g8 g+8 f+8 d+8 bb4. c+8+4
gb8 g8 a8 eb+8 c+8 d+8
e+8 d+8 b8 a8 b8/3 d+8/3 b8/3 a8 f8
eb8 d8 c8 a-8 g-8 r8 r4
(part (type melody))
bb8 bb8 a8 bb8 r8 f+4 e+8
eb+8/3 f+8/3 eb+8/3 c+8 a8 r8 g+8 f#+8 e+8
eb+8 c+8 d+8 g8 r2
r4 g8 ab8 c+8/3 d+8/3 c+8/3 ab8 b8
bb8/3 db+8/3 f+8/3 c+8 a8 bb16 c+16 bb8 a8 g8
r8 bb8 a16 bb16 a16 g16 f#4 a8 g8
c+8 a8 bb8 g8 r2
r8 g8 ab8 eb+8 d+8/3 eb+8/3 d+8/3 b8 d+8
eb+4 d+8 g8 c+8 a4 g8
gb8 f8 g8 a8 bb16 b16 c+8 a8 r8
r8 e8 g8 a8 b4 a8 e8
eb8/3 d8/3 c8/3 g4 d4 r4
