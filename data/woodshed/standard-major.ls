(title Window Seat)
(composer Woodshed)
(comments Practises: swing AABA in a major key, the diminished passing chord, a bridge to the mediant, bebop descents)
(meter 4 4)
(key -1)
(tempo 164.0)
(part (type chords))
FM7 | Bbm7 Eb7 | Am7 | Abo7 | Gm7 | C7 | Am7 D7b9 | Gm7 C7 |
FM7 | Bbm7 Eb7 | Am7 | Abo7 | Gm7 | C7 | F6 | Cm7 F7 |
BbM7 | / | Bm7b5 | E7b9 | AM7 | F#m7 | Gm7 | C7 |
FM7 | Bbm7 Eb7 | Am7 | Abo7 | Gm7 | C7b9 | F6 | / |
(part (type melody))
r4 g8 a8 a8 c+4 a8
db+8 db+8 eb+8 f+8 g+4 r4
r8 e+16 d+16 eb+8 d+8 c#+4 c+8/3 b8/3 g8/3
ab4. ab8 b8 d+4.
e+8 db+8 b8 bb8 r2
r8 d8 f#16 a16 d+16 bb16 c+8 r4 db+8
c+8 a8 c+8 e+8 eb+4. c+8
bb2 r4 bb8 g8
e4. e8 a4 r4
f+16 eb+16 db+16 b16 c+4 r8 a8 bb8 a8
g4 g4. g#8 a8 c+8
d+8/3 e+8/3 d+8/3 b8/3 c+8/3 b8/3 g#4 r4
r2. a16 c+16 e+16 f+16
e+8 e+8 r8 d+8 e+8 c+8 bb8 g#8
a4 r4 a-16 b-16 d16 e16 f#8 ab8
g8 bb8 d+8 bb8 r8 c+8 eb+8 d+8+4
r8 g8 c+8 e+8 a4
f4 r2.
e16 g16 a16 d+16 e+8 d+8 r4 g8 a8
g#16 g#8 f16 g#8 b8 d+8/3 c+8/3 b8/3 g#4
b4. r4. d#8 f#8
c#+16 e+16 d+16 c#+16 b8 g#8 a8 b8 r4
r4 gb8/3 bb8/3 db+8/3 c+8/3 d+8/3 f+8/3 a+4
f#+8 g+8 e+16 eb+16 d+16 c+16 g4 r4
r8 a8 g8 a4 a8 g8 a8
ab8 f8 ab4 r8 g8 f8 g8
e2. r4
r8 d8 e8 g8 bb16 db+16 e+16 g+16 f+4
e+4. c+8 a8 c+8 d8 f#8
g8 e16 g16 bb8 db+8 r8 db+8 c+8 ab8
a4 bb8 g#8 a4 r4
r4 d+16 b16 g8 a8 d8 c4
