(title Six Corners)
(composer Woodshed)
(comments CC0. Practises: I-VI-ii-V turnarounds, two chords a bar, in six keys)
(meter 4 4)
(key -2)
(tempo 138.0)
(part (type chords))
BbM7 G7b9 | Cm7 F7 | Dm7 G7b9 | Cm7 F7 |
EbM7 C7b9 | Fm7 Bb7 | EbM7 C7b9 | Fm7 Bb7 |
AbM7 F7b9 | Bbm7 Eb7 | Cm7 F7b9 | Bbm7 Eb7 |
FM7 D7b9 | Gm7 C7 | Am7 D7b9 | Gm7 C7 |
CM7 A7alt | Dm7 G7 | Em7 A7b9 | Dm7 G7 |
GM7 E7b9 | Am7 D7 | GM7 | / |
(part (type melody))
r8 d+8 eb+8 c+8 b8 bb8 ab8 f8
g8 f#8 g4 a8 bb8 b8 c+8
d+8 e+8 c+8 a8 f8 r4.
r4 c+16 d+16 eb+16 d+16 c+4 b8 gb8
g4 ab8 g8 f#8 g8 r4
r8 ab8 bb8 g8 f8 e8 g8 c+8
bb8 a8 c+8 bb8 g8 f#8 e8 bb8
ab4 g8 ab8 e8 f8 r4
r4 c+16 db+16 c+16 bb16 c+8 a8 c+4
db+8 c+8 bb8 b8 c+8 bb8 r4
r8 eb8 d8 eb8 gb8 eb8 gb8 a8
f8 g8 ab8 bb8 c+4 r8 a8+4
g8 a8 f#4. a8
a8 bb8 c+16 d+16 e+8 d+4 c+8 a8
g16 a16 g8 e4 f#8 g8 f#4
bb4 r4 r8 d+8 a8 ab8
g8 a8 g8 f#8 f8 e8 f8 a8+4
g8 a8 b4 r4
r8 b8 c#+16 b16 a8 bb16 c+16 bb8 a8 g8
e4 f8 g8 a8 f16 e16 db8 d8
r8 b8 c#+8 a8 g#8 a8 bb8 b8
d+8 e+8 eb+8 e+8 c+4 eb+4
d+4. e+8 c+8 a8 b8 a8
b4 a16 b16 a16 g16 a4 r4
