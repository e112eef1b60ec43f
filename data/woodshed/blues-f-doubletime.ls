(title F Blues, Slow Kettle)
(composer Woodshed)
(comments Practises: double-time sixteenths inside a slow blues, grace notes, resting after a burst)
(meter 4 4)
(key -1)
(tempo 72.0)
(part (type chords))
F7 | Bb7 Bo7 | F7 | Cm7 F7 |
Bb7 | Bo7 | F7 | Am7 D7 |
Gm7 | C7 | F7 D7 | Gm7 C7 |
(part (type melody))
c+4. ab16 a16 f4 r4
r8 d4 f8 g16 ab16 g16 f16 d4
r4 c16 d16 f16 d16 g16 ab16 a16 f16 c+4
eb+16 d+16 c+16 a16 g4 f#16 g16 a16 g16 r8 c+8+4
r8 bb8 ab16 a16 bb16 c+16 d+4
r8 g8 ab16 g16 ab16 b16 e+4 d+16 db+16 b16 bb16
a4 r4 c+8/3 ab8/3 a8/3 g4
e16 g16 a16 g16 b4 r8 c+16 eb+16 d+16 b16 a16 bb16+4.
a8 bb16 a16 bb16 g16 r4
g16 a16 g16 f16 e16 f16 f#16 g16 a4 r4
r8 ab16 a16 c+4 eb+16 d+16 c+16 b16 a8 f#8
g4 bb8/3 a8/3 f8/3 e4 r4
(part (type melody))
r16 a16 g16 gb16 f16 g16 a16 g16 d+4 c+8 a8
g16 ab16 g16 f16 g4 bb16 b16 bb16 ab16 g4
c+4 r8 ab16 a16 c+16 d+16 c+16 bb16 a16 g16 f16 d16
eb16 f16 g16 bb16 a16 bb16 g16 f16 a4 r8 c+8
db+8/3 d+8/3 bb8/3 g4 f16 ab16 bb16 ab16 d+16 c+16 d+16 f+16
ab+4. f+8 e+16 d+16 db+16 b16 bb4
r8 f16 g16 a16 c+16 a16 g16 a4. f8
g16 a16 b16 a16 c+4 c+16 bb16 a16 bb16 f#16 a16 c+16 eb+16
d+4. c+8 a16 bb16 d+16 c+16 r4
bb16 a16 g16 a16 e16 g16 bb16 d+16 db+8 c+8 r4
a8/3 bb8/3 a8/3 f16 g16 a16 g16 c+16 b16 bb16 a16 eb+4
d+16 bb16 a16 g16 f8 d8 e8 c8 r4
