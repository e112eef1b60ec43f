(title F Blues, Walking In)
(composer Woodshed)
(comments Practises: guide tones on beats one and three, plain blues call and response)
(meter 4 4)
(key -1)
(tempo 132.0)
(part (type chords))
F7 | Bb7 | F7 | Cm7 F7 |
Bb7 | Bb7 | F7 | D7 |
Gm7 | C7 | F7 | C7 |
(part (type melody))
r8 a8 c+8 c+8 d+8 c+8 r4
r4 ab8 c+8 c+8 d+8 c+4
r4. a8 c+16 d+16 eb+16 d+16 c+16 b16 bb16 a16
g8/3 g8/3 bb8/3 g4 a4 r8 d+8+8
d+8 db+16 bb16 g8 r2
g8 g8 g16 gb16 f16 d16 f8 g8+4
c8/3 d8/3 f8/3 ab16 f16 d8 f2
r8 f8 f#8 a8 b8. b16 eb+16 d+16 b16 g#16
a4 c8 a8 r2
r16 g16 a16 bb16 b16 c+16 bb16 a16 g8 e8 c8 e8
f8 g8 r8 g8 ab16 f16 g16 d16 f4
r8 e8 g8/3 bb8/3 a8/3 g4 r4
(part (type melody))
d+8 eb+4 d+8 c+4 d+16 c+16 g8
r2 ab8. ab16 f8 g8
c+4 r8 c8 f16 g16 ab16 a16 c+8 a8
d+8/3 d+8/3 c+8/3 a8 f8 c+16 b16 c+16 g16 gb8 f8
g4 r2.
r8 db+8 c+8 db+16 c+16 bb16 ab16 gb8 eb8 r8
r16 g16 c+16 g16 f8 d+8 c+8 g8 ab8 g8
f#8 c+8 f#8 c+8 eb+16 d+16 c+16 bb16 a16 f#16 eb16 d16
g4. g8 g8 a8 bb4
r4 e+8/3 d+8/3 bb8/3 c+4 ab8 g8
f8 f+8 r8 f+8 eb+16 d+16 c+16 ab16 g16 f16 d8
r8 g8 bb8 g8 e8 c4.
