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
d+4. c+8 ab16 g16 f8 r4
r4 d16 f16 g16 f16 bb16 g16 f16 db16 r4
r2 c16 d16 g16 d16 g16 ab16 g16 c+16
eb+8. eb+16 d+16 c+16 b16 bb16 a2
db+16/3 c+16/3 bb16/3 g8 g4 r8 g16 ab16 g16 c+16 c+8
d+16 db+16 b16 bb16 g16 bb16 b16 d+16 e+8. d+16 bb8 ab8
g2 r4 r8 c8
e16 g16 b16 a16 b16 d+16 b16 a16 eb+16 d+16 b16 a16 e+16 d+16 b16 g#16
bb4. a16 c+16 a8 d8 r4
r8 e16 g16 f#16 g16 bb16 g16 g8 a8 r4
c+8/3 d+8/3 g8/3 ab16 f16 d8 r8 f#16 b16 c+16 eb+16 d+16 b16
a8 a8 f16 g16 a16 g16 e4 r4
(part (type melody))
r4 d16 f16 g16 f16 ab16 f16 c+16 g16 d+8 c+8
r8 ab16 g16 f4 b16 ab16 f16 ab16 d8 d+8+8
c+8 r4 ab16 f16 d+16 c+16 d+16 c+16 ab16 f16
f4 r16 g16 bb16 a16 g8 d16 g16 b16 c+16 d+8
d+8 d8 r8 d8 f16/3 g16/3 ab16/3 g8 f4
r4. d16 f16 g16 b16 d+16 bb16 f+16 e+16 b16 ab16
d+8. g16 g4 r2
g16 a16 f#16 e16 b8 a8 bb16 b16 a16 e16 eb16 f16 f#16 a16
bb16 a16 bb16 c+16 a4 r8 bb8 a8 g16 e16
e16 g16 a16 db+16 d+8 a8 ab16 g16 e16 g16 a4
r4 a16/3 bb16/3 a16/3 g16 d16 eb+8. d+16 b16 a16 e8
c8 f16 a16 a8 d8 e4 r4
