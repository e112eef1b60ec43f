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
c+4 g8 c+8 r8 b8 eb+4
d+4 bb8 d+8 r8 g8 db+4
d+8 d+8 b8 d+8 r2
r8 a8 c+8/3 a8/3 f8/3 d8 g8 a8 ab8
g4 r8 f8 ab8/3 c+8/3 d+8/3 g+4
e+8 ab8 g8 e8 bb4. d+8+8
c+8 b8 a8 bb8 a8 f#8 a8
g4 r2.
r8 d8 f8 a8 g8/3 a8/3 g8/3 f#8 c+8
a8 a8 bb8 a8 a8 a8 bb8 a8
e+4/3 b4/3 e+4/3 eb+4 c+4
bb8 a16 bb16 d8 g8 r2
r2 r8 g8 ab8 b8
c+8/3 db+8/3 bb8/3 g8 e8 g4. f8+8
d8 f8 a8 g8/3 ab8/3 g8/3 e8 f8
a8 d+8 c+8 a8 r2
r8 c#+8 c#+8 b8 f8 f#8 a8 e8
bb16 b16 bb16 a16 g8 e8 c#+2
r4 b8 a8 b8/3 c+8/3 b8/3 f#4
e8 e+8 r8 e+8 eb+8 d+8 b4
r4. a8 c#+8/3 b8/3 a8/3 g8 f8
e8 c#8 e8 e8 f8 e8 ab8 a8
e+4. d+8 db+8 c+8 r4
g8/3 g8/3 bb8/3 a8/3 a8/3 c+8/3 bb4 r4
r8 c+4 a8 c+4 eb+8 d+8
r8 d+4 bb8 d+4 db+8 c+8
r8 e+4 c+8 a8 f8 f#8 a8
bb4 r4 a16 bb16 a16 g16 e8 d+8
eb+8/3 c+8/3 g8/3 eb8 g8 a4 r8 c+8+8
c+8 g8 e8 g4 e8 f8
d4/3 g4/3 d4/3 e8 g8 ab8 g8
f4 c8 d8 r2
