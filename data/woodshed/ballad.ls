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
ab8 bb8/3 c+8/3 eb+8/3 e+8 eb+16 db+16 a8 bb8
g4. e8 f16 g16 bb16 c+16 d+4
r8 c+16 db+16 eb+8 g+8 f+8/3 eb+8/3 d+8/3 db+8 c+8+4
bb4 r8 g16 bb16 f+4
eb+8 db+8 bb8. b16 a8 ab8 bb8 eb+8
db+4 c+16 db+16 c+16 bb16 ab2
r4 a8/3 db+8/3 e+8/3 eb+4 r8 f8
g8. ab16 bb16 c+16 db+16 eb+16 c+4. bb8
c+8/3 b8/3 bb8/3 eb4 e16 f#16 g16 a16 bb8 db+8
c+2 r8 eb16 g16 bb8 c+8
c+4. db+8 r8 a16 bb16 c+8 f+8
eb+8 ab+8 bb+8. ab+16 f+4 ab8/3 b8/3 eb+8/3
d+8. eb+16 g+8/3 eb+8/3 d+8/3 c+8 bb8 a8/3 bb8/3 c+8/3
f+4 eb+16 c+16 ab16 gb16 f8 gb8 b8 a8
ab4 r8 bb16 ab16 eb+2
