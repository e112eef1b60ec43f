(title D Minor Blues, Glass Elevator)
(composer Woodshed)
(comments Practises: fourths and wide steps, the altered scale, a motif displaced by a beat)
(meter 4 4)
(key -1)
(tempo 168.0)
(part (type chords))
Dm7 | Em7b5 A7alt | Dm7 | Am7 D7alt |
Gm7 | Gm7 | Dm7 | Dm7 |
Bb7#11 | A7alt | Dm7 | Em7b5 A7alt |
(part (type melody))
e+8 e+8 g8 e+8 r4. eb+8
bb4 g8 bb8 r2
r8 e8 a8 e8 b16 a16 g16 e16 d4
g8 b8 g8 b8 ab8/3 gb8/3 ab8/3 eb8 c8
d4. r2+8
r8 g8 c+8 f+8 f+8 f+8 e+16 d+16 c+16 a16
b4 r4 a16 b16 d+16 b16 c#+16 d+16 e+8
r16 a16 e8 r8 a8 e8 d8 r4
e8/3 ab8/3 c+8/3 e+4 r8 e+8 e+8. d+16
c+16 bb16 a16 g16 f16 eb16 f16 g16 bb2
a8. g#16 a8 d8 r8 d8 e8 c8+8
a8 g8 bb8/3 d+8/3 bb8/3 c+8 b8 r8
(part (type melody))
a2 r8 a8 g#8 a8
e+8/3 g+8/3 e+8/3 d+8 bb8 db+16 c+16 bb16 g16 bb4
e4 r2.
r8 g8 a8 e+8 eb+16 d+16 c+16 d+16 c+8 ab8
a8 a8 r8 a8 c+4 a8 d8
r4 e8 f#8 g8/3 a8/3 c+8/3 e+4
e+16 f+16 e+16 d+16 b16 a16 g16 e16 d8 r8 e+8 d+8
r8 b8 a8 g8 a8 eb8 e4
d4/3 e4/3 ab4/3 c+4. a8
bb8 f8 r8 f8 eb8 g8 r4
r16 c#16 d16 e16 g16 f#16 e16 g16 b8 e8+4
g8 g8 bb8 g8 a4 r4
