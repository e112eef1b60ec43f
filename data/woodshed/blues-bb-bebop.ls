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
r8 bb8 a8/3 bb8/3 c+8/3 d+2
r8 c+8 c+8 a8 bb4 r8 bb8+8
f4/3 f+4/3 d+4/3 r4 a16 ab16
g8 g8 ab8 c+8 b16 bb16 ab16 f16 d8 r8
r4. a8 c+8 bb8 r8 c+8
c#+8 bb8 a8/3 bb8/3 a8/3 g2
f8 f8 r8 g16 ab16 d+8 bb8 b16 bb16 ab8
f8/3 g8/3 bb8/3 eb+4 db+8 bb8 ab8 f8
eb4 r2 g4+8
gb8 g8 a8 c+8 a8/3 ab8/3 g8/3 eb8
f8 a8 f8 e8 eb8 a8 r8 b8
c+8 d+8 eb+8 g8 r2
(part (type melody))
c+8 db+8 r8 bb8 a8 bb8 f+4
eb+8/3 f+8/3 eb+8/3 c+8 a8 r2
r8 e+8 c+8 db+8 r8 bb8 g16 f16 d8
ab4 c+8/3 d+8/3 c+8/3 ab8/3 g8/3 f8/3 d4
bb16 db+16 f+8 r8 c+8 c+8 r8 a8. bb16
r2. g8 bb8
d+8 db+8 c+16 db+16 bb8 g8 f8 d8 r8
r2 db+8/3 eb+8/3 d+8/3 bb8 ab8
eb+4/3 g4/3 eb+4/3 d+8 c+8 g8 r8
r8 gb8 g8 a8 g16 a16 c+16 a16 g8 e8
f4 a8 e8 eb8 d8 b-4
r8 eb8 d8 eb8 d8/3 c8/3 a-8/3 r4
