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
r4 eb+8 d+8 c+8 bb8 a8 c+8
bb8 ab8 f#8 ab8 bb4 r8 eb+8
d+8 c+8 bb8 a8 bb4 a8 g8
f#8 g8 a8 bb8 g4 r4
r8 f8 g8 ab8 c+16 d+16 c+8 bb8 ab8
g8 ab8 b8 ab8 g4 f8 d8
eb4. d8 eb8 f8 g4
r8 b8 c+8 b8 g8/3 f8/3 eb8/3 d4
r8 e+8 d+8 c+8 d+8 c+8 b8 a8
g8 a8 g8 f8 d#4 r4
e8 f#8 g8 a8 b4 g8 f#8
e8 f#8 e8 d#8 e4 r4
r8 d+8 e+8 f+8 f+8 e+8 d+8 c+8
b8 c+8 b8 a8 g#4. f8
e4 g#8 a8 b8 c+8 b8 a8
g#8/3 a8/3 g#8/3 e4 r2
r8 g8 bb8 db+8 c+8 bb8 ab8 bb8
c+8 db+8 eb+8 db+8 c+8 bb8 ab8 e8
f4. g8 ab8 g8 f8 c8
d8 f16 g16 f8 d8 c4 r4
r2 eb8 f8 gb8 f8
eb8 gb8 f8 eb8 a4. bb8
db+8 c+8 bb8 c+8 db+4 f+4
eb+8 db+8 c+8 a8 bb4 r4
