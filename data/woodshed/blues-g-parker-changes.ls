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
r8 a4 b8 a8 e+8 a4
r4 a8/3 b8/3 d+8/3 b8 g#8 f#8 d#8
f#4 r4. f#8 b16 bb16 a16 f#16
f8 f8 a8 f8 d+4. d+8+8
a8 bb16 c+16 a8 f#8 r8 d8 g8
bb4/3 c+4/3 d+4/3 c+8 g8 r4
r8 e8 e8 a8 g#4 r8 c#+8+8
c+8 ab8 bb8 f8 r8 g8 gb16 f16
e4 r2.
c+8/3 e+8/3 eb+8/3 d+8/3 c+8/3 a8/3 c+8 bb16 b16 a8 f#8
b8 a8 f#8 a8 r8 g#8 b8 g#8
a8 b8 g8 a8 e2
(part (type melody))
e+8 d+8 e+8 a8 f#+4. e+8+8
e8 a8 c+8 eb+8/3 d+8/3 c+8/3 b8 a8
g8 b8 r4 r8 c#+8 c+8 b8
r8 b8 a8/3 b8/3 e+8/3 d+16 c#+16 d+16 a16 g8 e8
d4. a8 r2
r8 d8 f8 bb8 d+8/3 c+8/3 b8/3 g8 d8
e8 e+8 r8 e+8 c#+8. b16 g#4
r4 f8 ab8 gb16 f16 eb16 f16 c8 c8
c8/3 e8/3 f#8/3 b4 r8 b8 a8 bb8
a8. f#16 eb8 d8 f#2
e4/3 f#4/3 a4/3 g#8 g8 f8 e8
e8 g8 a8 f#8 r2
