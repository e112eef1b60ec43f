(title Ab Blues, Side Door)
(composer Woodshed)
(comments Practises: tritone substitutes with their ninth, sharp eleventh and thirteenth)
(meter 4 4)
(key -4)
(tempo 152.0)
(part (type chords))
Ab7 | Db7 | Ab7 | Ebm7 D7 |
Db7 | Do7 | Ab7 | Cm7 B7 |
Bbm7 | Bbm7 A7 | Ab7 B7 | Bb7 A7 |
(part (type melody))
eb4 r8 c8 f8 eb8 c4
f4 ab8 f8 bb4 r8 b8
c+4 bb8 c+8 r8 b16 c+16 f+8 c+8
gb+8 f+8 db+8 bb8 c+4 e+8 c+8
b4 r8 ab8 bb16 b16 bb8 ab4
r8 f8 b8 f8 ab4 d+8 b8
c+8 c+8 r8 f8 c+4 b16 c+16 bb8
g4 bb8 d+8 db+8 a8 gb4
f8 f8 db8 eb8 f4 c+4
db+4 c+8 ab8 g8 f#8 e4
r8 c8 eb8 f8 f#8 a8 db+4
d+4 c+8 f8 e4 g8 b8
(part (type melody))
c+4 db+8/3 d+8/3 eb+8/3 c+8 ab8 bb4
b8 ab8 bb8 ab8 b4 r4
f+8 eb+4 c+8 eb+8 c+8 bb8/3 ab8/3 f8/3
r8 gb8 bb8 db+8 c+8 e+8 c+4
b4 bb8 ab8 b4 ab8 f8
r8 f8 ab8 f8 ab8 b8 bb16 ab16 f8
eb8 eb8 r8 b16 c+16 eb+4 c+4
bb8 c+8 g8 bb8 a8/3 b8/3 a8/3 gb4
f4 r8 f8 gb16 f16 eb8 db8 f8
ab8 f8 ab8 c+8 b4 g4
c+4 eb+8 c+8 db+8 eb+8 a4
g8 ab8 f8 ab8 e8 eb4 r8
