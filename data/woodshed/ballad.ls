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
r8 ab8 bb4 eb+8 d+16 db+16 bb4+8
g8 bb8/3 c+8/3 bb8/3 e+8 f+16 e+16 db+8 bb8
g4. e8 f16 g16 bb16 c+16 eb+4
r8 c+16 db+16 eb+8 f+8 eb+8/3 f+8/3 eb+8/3 db+8 c+8+4
r8 g8 ab16 bb16 ab16 g16 eb+4
eb+8 db+8 b8. bb16 a8 ab8 b8 eb+8
db+4 c+16 db+16 c+16 bb16 ab2
r4 a8/3 db+8/3 e+8/3 eb+4 r8 f8
g8. ab16 bb16 c+16 b16 c+16 eb+4. c+8
db+8/3 c+8/3 b8/3 bb4 g16 a16 bb16 db+16 bb4
ab2 r8 eb16 g16 bb8 c+8
c+4. db+8 r8 a16 bb16 c+8 eb+8
eb+8 ab+8 bb+8. ab+16 f+4 r4
d+8. eb+16 g+8/3 eb+8/3 d+8/3 db+8 bb8 a8/3 bb8/3 c+8/3
f+4 eb+16 c+16 eb+16 c+16 gb8 f8 gb8 a8
ab4 r8 bb16 ab16 eb+4 r4
(part (type melody))
r8 eb+8 f+8/3 eb+8/3 c+8/3 bb4. g8
f8 bb16 c+16 eb+4 e+8. db+16 a8 g8
g4 r8 b8 c+4. g8
eb+8 db+16 c+16 bb8 c+8 bb8 g8 c+8/3 db+8/3 c+8/3
bb2 r4 r8 eb8
gb8 bb16 b16 db+8 eb+8 f+4 r4
ab4. f8 gb16 a16 bb16 c+16 eb+4
e+8/3 eb+8/3 db+8/3 a4 gb8 a8 r4
bb8 g8 bb8/3 ab8/3 f8/3 g8 ab8 r4
r4 c+16 eb+16 g+16 f+16 e+4 db+8 b8
c+8. b16 c+8 ab8 g4 r4
c+16 eb+16 f+8 ab+4 f+8/3 eb+8/3 f+8/3 r8 bb8
db+8 bb+4. a+4 ab+8 eb+8
d+8/3 eb+8/3 d+8/3 g+4 eb+8 c+8 bb4
f8 ab8 c+8/3 db+8/3 c+8/3 a8 gb8 r8 eb8
f8. e16 f8 ab8 bb2
