(title Coal and Ivory)
(composer Woodshed)
(comments Practises: ABAC in F minor, minor sixths, the flat ninth and its resolution, guide tones through the subdominant)
(meter 4 4)
(key -4)
(tempo 150.0)
(part (type chords))
Fm6 | Gm7b5 C7b9 | Fm6 | F7b9 | Bbm7 | Eb7 | AbM7 | Gm7b5 C7alt |
Fm6 | Dm7b5 G7b9 | Cm7 | F7alt | Bbm7 | Db7#11 | C7sus4 | C7b9 |
Fm6 | Gm7b5 C7b9 | Fm6 | F7b9 | Bbm7 | Eb7 | AbM7 | DbM7 |
Gm7b5 | C7alt | Cm7b5 F7b9 | Bbm7 | Bbm6 Db7#11 | Gm7b5 C7b9 | Fm6 | / |
(part (type melody))
r8 c8 e8 g8 ab4 r8 e8
f8 c+4 bb8 a8 bb8 db+8 bb8
g4 r8 bb8 r4 d+8 b8
c+8 b8 c+8 a8 c+8/3 d+8/3 eb+8/3 gb+4
eb+4 r8 ab8 a8 bb8 c+8 f+8+4
eb+8 d+8 db+8 c+8 a8 bb8
c+4 bb8 b8 c+8 eb8 r4
r8 f8 bb8 c+8 eb+8 c+8 bb8 gb8
g8 r8 d+8 c#+8 c+4 ab8 g8
f8 g8 ab4 g8 ab8 b8 db+8
d+4. f+8 eb+8 d+8 r4
r4 ab8 a8 db+8 eb+8 gb+8 e+8
f+8 eb+8 c+4 r8 bb8 a8 ab8
g4 r8 ab8 b8 bb8 r4
d+4 bb8 c+8 r2
r8 a8 bb8 db+4 r8 eb+8 db+8
c+8 b8 c+8 d+8 r4 ab8/3 g8/3 f8/3
g8/3 ab8/3 c+8/3 eb+4 eb+8 e+8 db+8 bb8
c+4 r4 r8 ab8 e+8 d+8
eb+4 d+8 eb+8 c+8 a8 r8 e8
f8 a8 bb8 db+4 eb+8 db+8 bb8
c+8 db+8 r4 f#8 g8 c+8/3 bb8/3 a8/3
bb8 g8 f8 g8 d+4. c+8+4
eb+8 c+8 ab8 g8 r4
r4 f8 g8 c+4 b8 bb8
ab8 gb8 ab8 bb8 r8 eb+4.
db+8 c+8 db+8 c+8 a8 gb8 a8 c+8
db+4. bb8 r8 e+8 f+8 db+8
c+8 db+8 g+4 f+8 db+8 bb8 g8
c+8 bb8 db+8/3 bb8/3 g8/3 a8 bb8 e4
f8 g8 ab4 r8 c8 f8 g8
d+4 c+8 ab8 g2
