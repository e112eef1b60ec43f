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
r8 d+8 d+8 c+8 d+8. a8. c+8
a4 r8 bb8 b8. a16 g8 e8
gb8 f8 gb8 bb8 bb8/3 d+8/3 bb8/3 f4
f4. d8 r4 a8 b8
e+8. d+16 b8 a8 b8. f#16 e4
r1
r8. d#16 e8 f#8 a#8. d#8. e8
eb8 eb8 g8 eb8 a16 bb16 b16 c+16 d+8 c+8
d+2 r8. c#+16 d+8 a8
g8. a16 r8. a16 c4 r4
r8 d+16 d+16 d+8 b8 g#8 d8 f8 e8
eb8 c+4 db+8 e8/3 g#8/3 b8/3 c+4
bb8 eb8 r8. b-16 c4 r4
r8 c8 eb8 g8 bb16 a16 ab16 a16 bb8 c+8
e+4. e+8 eb+8 c+8 f#8 a8
bb8. eb8. r8 f8 f8 e8 eb8
bb16 a16 bb16 c+16 a8 g8 e4 r4
r2 d#16 f16 a16 c+16 c#+8 g#8
c+8 bb8 g8 c+8 d+8 b16 f#16 ab4
f4 r2 a8 bb8
b8 d+8 c#+8 a8 g16 bb16 a16 g16 f#8 b-8
db8 gb8 gb8 ab8 c+4 r8 eb8
e8 a8 e+4 e+16 eb+16 d+16 db+16 a4
d#8 e8 b-8 d8 r2
