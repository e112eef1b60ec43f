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
r8 b4 a8 d+8 b8 a4
r8 g8 a8 c+8 a8 g8 f#8 d#8
e4 r8 g8 b8/3 c#+8/3 b8/3 a8 f#8
a8 f4 e8 a8 g8 b4
e+4. d+8 a8 c+8 a4
r8 g8 bb8 d+8 c+8 d+8 a4
b8 a8 e8 a8 g#4 d+8 c#+8
db+4 c+8 ab8 c+8 f8 bb4
b8 b8 a8 b8 d+4 r4
r8 eb+8 c+8 a8 b8/3 c+8/3 b8/3 bb8 a8
f#8 a8 b8 c#+8 r8 d+8 c#+8 g#8
a8/3 b8/3 a8/3 e4 f#4. r8
(part (type melody))
d+8/3 e+8/3 d+8/3 b4 f#+4. e+8+4
c+8 a8 d#+8 c+8 d#+8 f#+8
g+4. f#+8 b4 r4
r8 e8 f8 a8 b8 a8 e8 d8
r8 e8 g8 bb8 a16 bb16 a8 d4
bb4 g8 f8 a4 gb8 eb8
d8 f#8 a8 d+8 c#+8/3 d+8/3 c#+8/3 f#4
r8 f8 bb8 db+8 c+8 bb8 f8 bb8
b4 e+8 b8 r8 b8 c+8 e+8
f#+4 eb+8 c+8 eb+8 b8 a4
r8 e8 f#8 a8 f+8 d+8 b8 f#8
a8 g8 d8 g8 e4. r8
