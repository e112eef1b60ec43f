(title Slow Lamp)
(composer Woodshed)
(comments Practises: ballad phrasing, sixteenth and triplet ornaments, long notes on colour tones)
(meter 4 4)
(key -5)
(tempo 62.0)
(part (type chords))
DbM7 | Gm7b5 C7b9 | Fm7 | Bbm7 Eb7 |
AbM7 | Abm7 Db7 | GbM7 | Gbm7 B7 |
DbM7 | Gm7b5 C7b9 | Fm7 | Bbm7 Eb7#11 |
GbM7 Gbm6 | Fm7 Eo7 | Ebm7 Ab7b9 | Db6 |
(part (type melody))
r2 eb+8 d+16 db+16 bb4
g8 g8 r8 bb8 e+8 f+16 e+16 db+8 bb8
g2 r4 c16 f16 g16 bb16
c+8 b8 c+16 eb+16 f+8 f+4 r4
r8 g16 ab16 bb8/3 ab8/3 g8/3 eb4 eb4
eb+8. db+16 b8 b8 r8 bb16 a16 ab8 f8
db2 c16 eb16 f16 ab16 c+4
e+8 eb+8 db+8 a4 r8 a8 a8
ab4. r8 c+16 b16 c+16 d+16 eb+4
c+4 bb8/3 a8/3 bb8/3 g16 a16 bb16 g16 eb+4
g+4 bb4 b8 bb8 r4
r8 g16 bb16 c+16 eb+16 f+16 ab+16 g+4 r4
ab4. f8 db8 r4 a8
ab8 g16 ab16 c+4 r8 a8/3 bb8/3 c+8/3 db+8
db+8. db+16 db+8 bb8 gb16 f16 gb16 a16 r4
ab2 r8 eb8 ab-4
(part (type melody))
r2 r8 f+16 g+16 f+16 eb+16 c+16 bb16
g8 f8 db+4 e8 g8 bb16 a16 g16 bb16
ab4 g4 r8 b8 c+8 c+8
eb+16 db+16 c+16 b16 c+8 g8 a8/3 c+8/3 db+8/3 r4
bb4 r2.
r4 bb16 b16 db+16 f+16 ab+8 f+8 r8 eb+8
f+4 f8 gb16 a16 bb4 r4
a8 a8 a8/3 db+8/3 e+8/3 eb+8 db+8 b8 a8
g8 f#8 g8/3 bb8/3 c+8/3 eb+4 r4
r2 c16 e16 g16 b16 bb8 a8
c+8. b16 c+8. b16 c+8 b8 g4
r4 f+8/3 eb+8/3 db+8/3 a4 r8 bb8
c+8 bb+4. b+8 ab+8 f+8 eb+8
d+4 bb8 b16 c+16 db+8 r4.
f8 ab8 bb16 c+16 db+16 f+16 r8 d+8 b8 g8
ab8 ab8 g8 ab8 eb2
