(title Side Step)
(composer Woodshed)
(comments CC0. Practises: chromatic ii-Vs a half step above the expected ones, and back)
(meter 4 4)
(key 0)
(tempo 192.0)
(part (type chords))
Dm7 | G7 | Ebm7 Ab7 | Dm7 G7 | CM7 | / | C#m7 F#7 | Cm7 F7 |
BbM7 | / | Bm7 E7 | Bbm7 Eb7 | AbM7 | / | Am7 D7 | Abm7 Db7 |
Gm7 C7 | F#m7 B7 | Fm7 Bb7 | EbM7 | Em7 A7 | Ebm7 Ab7 | Dm7 G7 | CM7 |
(part (type melody))
r8 d+8 e+8 c+8 b8 bb8 a8 g8
b4. c+8 a8 g8 f8 r8
gb8 ab8 f8 gb8 c+8 d+8 eb+8 bb8
a8 g#8 a8 f8 e8 r4.
g4 a16 f#16 g8 d+4. b8
r4 a8 g8 f#8 g8 d4
r8 e8 d#8 e8 f#8 e8 f#8 a#8
r8 eb8 d8 eb8 f8 eb8 a8 d+8
c+8 d+8 eb+8 d+8 bb4 a8 g8
bb4 c+4 bb8 r8 r4
r8 f#8 g#8 f#8 f8 e8 f#8 d8
db4 c8 db8 g8 f8 g8 bb8
c+8 bb8 db+8 c+8 bb16 c+16 bb8 r4
r8 d+8 eb+8 bb8 g8 ab8 bb8 c+8+4
b8 e+8 c+8 b8 bb8 a8
b8 bb8 db+8 bb8 g8 ab8 r4
r8 a8 c+8 bb8 a8/3 d+8/3 db+8/3 c+8 e8
e4. g#8 f#8 f8 d#4
r8 g8 ab8 bb8 d+8 e+8 f+8 c+8
g8 f8 ab8 g8 f4 r4
r8 b8 a8 b8 c#+8 bb8 a8 gb8+4
f8 ab8 c8 d8 f8 eb8
f8 e8 a8 b8 f+8 e+8 c#+8 d+8
b8 a16 b16 a8 g8 d4 r4
