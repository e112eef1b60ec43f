(title Creaking Stair)
(composer Woodshed)
(comments CC0. Practises: passing diminished chords between the steps, whole-half lines)
(meter 4 4)
(key -2)
(tempo 140.0)
(part (type chords))
BbM7 | Bo7 | Cm7 | C#o7 | Dm7 | Dbo7 | Cm7 | F7 |
EbM7 | Eo7 | BbM7/F | G7b9 | Cm7 | F7 | Bb6 | / |
GM7 | Bbo7 | Am7 | D7b9 | CM7 | C#o7 | G6/D | / |
(part (type melody))
r4 d8. f16 a4 g#16 a16 r8
b8 bb8 b8 g8 db+16 e+16 f+16 g+16 e+4
d+4. eb+8 d+8/3 eb+8/3 d+8/3 bb4
r8 a8 eb8 gb8 bb16 a16 bb16 c+16 c#+8 eb8
f8. a16 r2 a8 f8
eb8 g8 gb8 a8 a16 g16 gb16 g16 eb8 a-8
g4. d8 g16 f#16 g8 r8 eb8
g8 a8 r8 d+8 b16 g#16 e16 g#16 a8 f8
d+8 bb4 bb8 r8. a16 g4
r8 g8 bb8 db+8 db+16 c+16 bb16 a16 g8 e8
f8/3 a8/3 c+8/3 d+4 d+8 d8 r4
r8 ab8 bb8 e8 ab16 bb16 b16 db+16 e+8 ab8
g8 d+4. r8 eb+8 d+16 db+16 d+8
r8 eb+16 d+16 db+16 c+16 b16 c+16 g8 f#8 r4
g4 f8 e8 e16 f16 g8 c+8 a8
r1
r8 f#8 a8 b8 a#16 b16 e+8 b8 f#8
g8 e8 a4. g8 r4
b4 e8 d8 r8 d16 d#16 e8 f#8
f#16 a16 c+16 eb+16 d+16 c+16 bb16 b16 c+4 r8 eb8
e8. d16 r4 f#8 b8 r4
r8 bb4 g8 a8. g16 e4
d8 b8 bb8 b8 r8. g#16 g8 e8
c#4 r4 d+4 a4
