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
eb4 r8 c8 f8 eb8 bb8 r8
f4 g8 f8 bb4 r8 bb8
c+4 bb8 c+8 r8 b16 c+16 f+8 c+8
gb+8/3 f+8/3 eb+8/3 db+8 bb8 b4 e+8 c+8
b4 r8 ab8 bb16 b16 bb8 g8 r8
r8 f8 bb8 b8 ab8 g8 d+8 b8
c+8 c+8 r8 f8 bb8 r8 r4
g4 bb8/3 d+8/3 f+8/3 db+8 a8 gb8 r8
f8 e8 f8 eb8 db16 eb16 f16 g16 c+8 db+8+4
c+8 ab8 g8 f#8 e4
r8 c8 d8 eb8 f8 a8 db+4
d+4 c+8 g8 f#8 e8 b8 r8
(part (type melody))
c+4 db+8/3 d+8/3 eb+8/3 c+8 ab8 bb4
b8 a8 bb8 g8 ab4 r8 f+8+8
eb+4 c+8 eb+8 c+8 bb8/3 ab8/3 f8/3
r8 gb8 bb8 db+8 c+8 e+8 c+4
b4 bb8 g8 r2
r8 f8 g8 f8 bb8 b8 bb16 ab16 g8
eb8 eb8 r8 b16 c+16 f+8 eb+8 r4
bb8 c+8 g8 bb8 a8/3 b8/3 a8/3 gb4
f4 r8 f8 gb16 f16 eb8 db8 bb-8
c8 f8 g8 c+8 b8 r8 r4
c+4 f+8 eb+8 db+8 eb+8 ab4
g8 ab8 f8 ab8 e8 eb4 r8
