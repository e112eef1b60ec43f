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
r4 d8 eb8 f8 a8 c+8 bb8
b8 bb8 b8 db+8 d+4 e+8 db+8
c+4. b8 c+8 d+8 eb+8 r8
bb8 a8 bb8 c+8 eb+8 db+8 bb8 a8+4
g16 a16 g8 f8 a8 f8 r8
r8 e8 eb8 gb8 g8 bb8 a8 gb8
g4 f8 g8 eb8 g8 r4
r8 a8 g16 a16 g8 f8 g8 a8 c+8
bb4. a8 c+8 d+8 eb+4
r8 eb+8 db+8 c+8 bb8 a8 g8 gb8
f4 g16 e16 f8 c8 d8 r4
ab8 f8 bb8 ab8 bb8 b8 f+4
eb+8 d+8 db+8 d+8 g+8 f+8 d+8 a8+4
r8 c+8 d+8 db+8 c+8 gb8
f8 e8 f8 bb8 a4 c4
d4. eb8 e8 f8 r4
r8 b8 a8 b8 f#8 a8 f#8 e8
g8 gb8 g8 a8 bb8 g8 e4
e4 d8 e8 g8 r4.
f#8 g#8 f#8 a8 b8 c+8 eb+8 c+8
g4. a8 f#8 f8 e8 d8
g8/3 f#8/3 g8/3 bb4 r4 bb8 g8
b4 c+8 a8 bb8 b8 g8 f#8
e8 f#8 d+8 b8 a4 r4
