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
r8 a8 e+8 d+8 r4 a8 g8
bb4 g8 bb8 f4 eb8 f8
e4 r8 d8 e8/3 a8/3 d+8/3 b4
b4 g8 c+8 ab4 f8 eb8
d4. g8 c+4 f+8 d+8
e+4 d+16 e+16 a8 c+4 r4
a16 b16 d+16 b16 d+8 b8 e+8 d+8 r4
r8 e8 a8 e8 g8 r8 r4
r8 e8 ab8 e8 c+8 e+4 c+8+4
bb8 c+8 bb8 f8 eb4
e8 d8 e8 c8 d4 r8 a8
g#16 a16 bb8 d+4 c#+8 c+8 bb4
(part (type melody))
a4 b8/3 d+8/3 e+8/3 g+8 e+8 d+4
r8 g+8 e+8 g+8 f+8 eb+8 db+4
e+4 r8 b8 a8/3 b8/3 a8/3 e4
g8 a8 e8 a8 eb8/3 f8/3 ab8/3 bb8 r8
a8 c+8 r8 d+8 c#+16 d+16 f+8 c+8 bb8+4
a16 bb16 a8 e8 g4 r8
d8 g8 a8 e+8 d+8/3 e+8/3 d+8/3 a8 r8
r8 g8 e8 c8 d4. c#8
d8 d8 e8 ab8 g8/3 ab8/3 c+8/3 e+4
g4 f8/3 eb8/3 db8/3 f4 r8 eb8
e4 g8 b8 a8 b8 e8 r8
g8 e8 d8 bb-8 a-8 r8 r4
