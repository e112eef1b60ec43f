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
r4 eb8 eb8 r8 b8 ab8. eb16
r8 bb8 bb8 g8 bb4 r4
r4 c+16 bb16 b16 c+16 eb+16 c+16 a16 bb16 g16 ab16 f16 eb16
gb+8/3 f+8/3 eb+8/3 db+8 bb8 b4 r8 e+8+8
bb8 b8 bb8 r2
r8. f16 bb8 b8 bb8 bb16 ab16 f4
c+8. c+16 r8 c+8 bb16 b16 ab8 eb8 c8
r8 f8 bb8/3 d+8/3 f+8/3 db+8/3 b8/3 ab8/3 f8 gb8
f4. e16 eb16 db8 r8 f8 db+8
c+8/3 ab8/3 c+8/3 ab8 bb8 g16 gb16 e16 g16 b4
r2 eb8 f8 eb8 db+8
d+4 c+16 ab16 g16 f#16 e8 b8 r8 b8
(part (type melody))
c+8/3 c+8/3 d+8/3 eb+8/3 c+8/3 ab8/3 bb2
r4. f+8 eb+8 eb+8 eb+8. b16
bb16 b16 c+8 r4 f+16 f+16 eb+16 c+16 bb16 b16 ab16 f16
gb4. bb8 r8 c+8 e+8 f+16 e+16
eb+4/3 b4/3 g4/3 f4 r4
r8 g8 bb8 g8 bb8 bb8 g8 d8+8
eb16 c16 eb16 gb16 f16 e16 eb8 r4.
bb8 bb8 g8 bb8 a8/3 b8/3 a8/3 gb8 eb8
f2 r4 gb16 f16 e16 eb16
db8 db+8 r8 db+8 b16 a16 g16 e16 r4
f8 c+8 r8 f8 c+8 db+8 r4
ab16 g16 f16 ab16 d4 r2
