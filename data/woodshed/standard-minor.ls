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
r8 c8 e8 g8 ab4 ab8 e8
f8 eb+4 c+8 a8 g8 r4
r2 d+16 c+8 d+16 c+8 b8
c+16 b16 c+16 ab16 b8/3 d+8/3 gb+8/3 f+8 e+8 eb+4
db+8. db+16 r8 db+8 bb8 a8 bb8 f8
f4 r4. a8 g#8 a8
bb8/3 a8/3 bb8/3 f4 eb8 d8 ab-4
r8 f8 bb8 db+8 c+8 ab8 r4
d4 r4 d+8 c+8 ab8 g8
f8 f8 ab4 g16 ab16 b16 db+16 d+4
eb+4. d+8 a8 r4.
r8 gb8 a8 r8 b8 eb+8 r8 gb+8
f+4 b8 db+8 c+4 r4
g16 g16 g8 g4 r8 ab8 g8 f8
g4 r2.
r8 bb8 db+16 b16 bb16 a16 f#8 g8 bb16 db+16 eb+16 db+16
c+8 b8 c+4 r4 ab8/3 g8/3 f8/3
g4 db+4 e+16 f+16 e+16 eb+16 a8 bb8
c+2 r8 e+8 d+8 ab8
a4 gb8 a8 r4. e8
f16 a16 bb16 c+16 eb+16 g+16 f+16 e+16 f+8 c+8 r4
bb8 bb8 r8 bb4 b8 bb8 g8
c+8 g8 eb8 g8 d+4 r4
c+8/3 g8/3 eb8/3 bb8/3 ab8/3 eb8/3 r2
r4 f8 g8 c+8 eb+4 c+8
ab8 gb8 ab16 bb16 b16 c+16 r8 eb+4.
db+16 c+16 b16 c+16 gb8 bb8 a8 gb8 a8 c+8
db+2 r2
r8 c+8 a8 eb+8 b8 b8 b8 a8
db+8/3 db+8/3 bb8/3 g4 a8/3 f#8/3 e8/3 db4
c4 r4 d8 g8 bb8 b8
c+4 d+8 ab8 g4 c4
