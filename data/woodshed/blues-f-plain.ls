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
r8 a8 c+8 d+8 c+4 r4
r8 ab8 c+8 d+8 c+4 r8 g8
a8 c+8 d+8 c+8 eb+16 d+16 c+8 a8 f8
g8 g8 bb8 g8 a4 r8 d+8+4
db+16 d+16 bb8 d+4. bb8
ab8 g8 f8 g8 ab8 g8 r4
c8/3 d8/3 f8/3 ab16 a16 f8 g4 ab16 a16 f8
f#8 g8 a8 f#8 b4 a8 eb8
d4 r4 a8/3 bb8/3 a8/3 g8 d8
r8 bb8 a8 g8 a8 g8 e8 d8
f4 r8 f8 g16 ab16 g8 f8 d8
g4 bb8/3 a8/3 g8/3 d4 r4
(part (type melody))
c+8 eb+4 d+8 c+8 d+4 c+8
ab8 c+4 bb8 ab8 bb4 g8
r8 f8 ab16 a16 g8 c+8 b8 bb4
eb8 d8 eb8 g8 c+8 b8 bb8 gb8
f4 r8 bb8 db+8/3 d+8/3 db+8/3 bb4
r8 f+8 db+8 f+8 e+16 eb+16 db+8 bb8 c+8+8
d+8 ab8 f8 r2
r8 d8 e8 f#8 c+4 eb+8 d+8
bb4 c+8 bb8 a8 bb8 g4
r8 e+8 d+8 c+8 d+4 a8/3 g8/3 f8/3
f8 g8 ab16 a16 f8 d+4 c+4
r8 bb8 g8 d8 c8 a-4 r8
