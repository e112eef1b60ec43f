(title Rhythm in F, Corner Shop Sprint)
(composer Woodshed)
(comments Practises: a two-beat rhythmic motif sequenced, then displaced by an eighth in the last A)
(meter 4 4)
(key -1)
(tempo 236.0)
(part (type chords))
F6 D7 | Gm7 C7 | Am7 D7 | Gm7 C7 | Cm7 F7 | Bb7 Bo7 | Am7 D7 | Gm7 C7 |
F6 D7 | Gm7 C7 | Am7 D7 | Gm7 C7 | Cm7 F7 | Bb7 Bo7 | Gm7 C7 | F6 |
A7 | A7 | D7 | D7 | G7 | G7 | C7 | C7 |
F6 D7 | Gm7 C7 | Am7 D7 | Gm7 C7 | Cm7 F7 | Bb7 Bo7 | Gm7 C7 | F6 |
(part (type melody))
c+4 a8 c+8 r8 b8 eb+4
d+4 bb8 c+8 r8 a8 db+4
c+8 b8 c+8 e+8 eb+8 d+8 bb8 a8
g8 a8 bb8 a8 e4 r4
r8 g8 bb16 c+16 f8 a8/3 c+8/3 d+8/3 g+4
f+8 g+8 f+8 eb+8 d+8 db+8 b4
b4 a8 b8 bb8 a8 f#8 g8
g4 r8 d8 e8/3 g8/3 bb8/3 a4+4
g8 a8 r8 b8 c+4
bb8 a8 g8 bb8 r8 d+8 db+8 c+8
r8 e+4 b8 eb+4 d+8 c+8
bb8 c+8 d+8 bb8 f+8 d+8 a8 r8
r2 r8 a8 bb8 b8
c+8/3 d+8/3 c+8/3 bb8 g8 ab8 f4 r8
d8 g8 a8 g8 a8 g8 f8 e8
g8 f8 a8 d+8 r2
r8 c#+8 b8 f#8 g4 f#8 g8
a8 bb8 b8 c#+8 e+4. f#+8+8
e+8 d+8 c+8 b4. a8
f#8/3 g8/3 a8/3 c+8 b8 bb8 a8 e4
r8 b4 a8 c+8/3 b8/3 a8/3 g8 f8
e8 f8 r4 f16 g16 a16 b16 d+8 f+8
e+4. d+8 db+8 c+8 bb8 a8
ab8 g8 e8 a8 r2
r8 c+4 a8 b4 eb+8 d+8
r8 bb4 g8 a4 db+8 c+8
a8 e8 b8 c+8 r8 eb8 d8 f#8
bb4 a8 c+8 a8 g8 d+8 e+8
f+8 eb+8 d+16 eb+16 c+8 r8 g8 a4
bb4. g8 bb4 db+4
d+8 c+8 d+8 bb8 a8 ab8 g8 f8+4
r8 c8 d4 r4
