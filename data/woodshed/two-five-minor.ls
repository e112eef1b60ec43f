(title Six Shades Minor)
(composer Woodshed)
(comments CC0. Practises: minor ii-V-i in six keys, altered and flat-nine dominants)
(meter 4 4)
(key -2)
(tempo 152.0)
(part (type chords))
Am7b5 | D7alt | Gm6 | / |
Dm7b5 | G7b9 | CmM7 | / |
F#m7b5 | B7alt | Em6 | / |
Bm7b5 | E7b9 | AmM7 | / |
Gm7b5 | C7alt | Fm6 | / |
Cm7b5 | F7b9 | Bbm6 | / |
(part (type melody))
r4 eb+8 f+8 d+8 c+8 bb8 c+8
eb+8 c+8 ab8 bb8 f+8 eb+8 r8 c#+8
d+8 c+8 a8 bb8 a4 f#8 g8
f#8 g8 a8 f#8 d8 r4.
r8 g8 f#8 g8 eb+16 d+16 c+8 bb8 ab8
g8 bb8 b8 db+8 d+4 f+8 eb+8+4.
d+8 f+8 d+8 b4
r8 c+8 b8 c+8 g8/3 ab8/3 g8/3 eb4
r8 e8 d8 e8 g8 a8 b8 d+8
f+8 d+8 c+8 a8 c+4 r4
b8 a8 f#8 g8 a4 f#8 f8
e8 f#8 e8 d#8 e8 r4.
r8 d+8 e+16 f+16 e+8 d+8 f+8 e+8 d+8
a8 g#8 a8 bb8 b4. c+8+4
b8 c+8 a8 b8 g#8 e8
a8/3 g#8/3 a8/3 e4 r2
r8 bb8 c+8/3 db+8/3 c+8/3 bb8 db+8 bb8 g8
ab8 g8 ab8 bb8 ab4 e8 gb8
f4. g8 ab8 f8 g8 f8
e8 ab16 bb16 ab8 g8 f4 r4
r2 eb8 f8 gb8 f8
d8 eb8 gb8 a8 c+4. eb+8
d+8 db+8 c+8 bb8 c+4 f+4
eb+8 db+8 c+8 a8 g4 r4
