(title G Blues, Stairs Down to the River)
(composer Woodshed)
(comments Practises: descending ii-V chains, the flat ninth of each dominant as a guide tone)
(meter 4 4)
(key 1)
(tempo 188.0)
(part (type chords))
GM7 | F#m7b5 B7b9 | Em7 A7 | Dm7 G7 |
C7 | Cm7 F7 | Bm7 E7 | Bbm7 Eb7 |
Am7 | D7 | Bm7 E7 | Am7 D7 |
(part (type melody))
r8 b4 a8 e+8 b8 a8 r8
r8 g8 a8 b8 a8 g8 f#8 d#8
e4 r8 g8 b8/3 c#+8/3 b8/3 a8 f#8
r8 a8 f8 e8 g8/3 a8/3 b8/3 e+4+4
r8 d+8 bb16 c+16 a8 g4
r8 g8 bb8 d+8 c+8 a8 r4
c#+8 b16 c#+16 f#8 e8 g#4 f#8 c#+8+4
c+8 ab8 bb8 f8 g4
b4 a8 b8 r2
c+8/3 e+8/3 eb+8/3 d+8 a8 b8/3 c+8/3 b8/3 bb8 a8
f#8 e8 a8 b16 c#+16 r8 d+8 c#+8 f#8
a8/3 b8/3 a8/3 e4 f#8 r8 r4
(part (type melody))
d+8/3 e+8/3 d+8/3 a4 f#+4. e+8+4
b8 a8 d#+8 e+8 d#+8 f#+8
g+4. f#+8 b4 r4
r8 e8 f8 a8 b8/3 c#+8/3 d+8/3 e+8 d+8
e+4 r8 bb8 a16 bb16 a8 g8 r8
bb4 g16 f16 d8 a4 g8 eb8
d8 e8 f#8 d+8 c#+8/3 d+8/3 c#+8/3 f#4
f4 eb8 ab8 c+8 bb8 f8 r8
b4 c+16 b16 a16 g16 e8 r8 c+8 e+8
f#+4 e+8 eb+8 d+8 b8 e8 r8
r8 e8 f#8 a8 f+8 e+8 b8 f#8
a8 g8 d8 g8 e4 r4
