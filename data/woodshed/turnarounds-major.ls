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
r8 d+8 c+16 c#+16 d+8 b8 e+8 bb8 f8
eb8 d8 gb8 g8 a16 bb16 b16 c+16 eb+8 e+8
f+4. d+8 r4 b8 f8
eb16 d16 eb16 f16 g8 eb8 g4 r4
r8. g16 g4 e16 g16 bb16 db+16 c+8 bb8
g8/3 bb8/3 d+8/3 c+4 r8. a16 bb4
g8. a16 r2.
r2 g16 ab16 f16 e16 f8 c8
c8 eb8 g8. c+16 c+16 b16 c+8 a8 gb8
f8. db+8. r8 r2
eb8 eb8 d16 eb16 g8 a16 c+16 eb+16 gb+16 f+8 eb+8
c+2 r2
r8 g8 a8 e8 r8 f#16 g16 a8 b8
a8 c+8 d+8 a8 d+16 db+16 c+16 b16 bb4
e8 b-8 d4 eb8/3 f#8/3 b8/3 c+4
a4 r4 ab16 a16 bb8 r4
r8 e8 d8 e8 r8. f16 c#8 bb-8
a-8 e8 g8 a8 b16 d+16 f+16 e+16 c#+4
f#4. b8 r4 bb16 b16 c+16 c#+16
e8 g8 a8 r8 ab16 c+16 eb+16 c+16 b8 a8
b8 b4 b8 b16 a16 g#16 f16 d8 g8
b-8 d8 f#8 b8 c+8/3 eb+8/3 c+8/3 a8 f#8
a8. f#16 r8 e8 d+2
r8 b16 a#16 b8 a8 e2
