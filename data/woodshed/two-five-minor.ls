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
r8 eb+8 d+8 eb+8 r8 d+8 c+16 d+16 f+8
f#+8 eb+8 c+8 ab8 a16 bb16 c+16 bb16 f#4
g4. r8 r2
bb8 bb8 a8 bb8 e+4 r4
r8 g8 ab8/3 g8/3 f8/3 bb4 g8 d8
ab16 b16 db+16 e+16 eb+16 c+16 a16 f#16 f8 ab8 r4
g4. f8 d8 eb8 a-4
r8 a8 a8 g8 b8 f8 r4
r8 b8 b8. a16 b8 d+4 c+8
c+16 b16 bb16 b16 f+8 f+8 d#+8/3 d+8/3 c+8/3 a8 f8
f#4 b-4 r4 d#8 f#8
b4. bb8 b16 a16 g#16 g16 f#4
r8 d+8 d+8 d+8 r8. d+8. a8
g#16 a16 bb16 b16 d+8 f+8 e+4 eb+16 c+16 a16 g16
f#4. c+8 b8. d+16 g#4
r1
r4 c+8/3 c+8/3 bb8/3 db+4 c+8 f8
ab8. g16 gb8. ab16 bb4 r4
c+8 d+4 f+8 r8 d+8 c+8 ab8
g16 f16 e16 f16 ab8 c8 g2
r4. f8 gb16 f16 ab8 f8 eb8
a8 c+8 b8 ab8 f+16 eb+16 e+16 eb+16 b8 a8
c+8. db+16 r8 c+8 a8 c+8 f4
r8 c8 db8 e8 f4 r4
