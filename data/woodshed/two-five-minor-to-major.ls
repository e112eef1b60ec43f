(title Relatives)
(composer Woodshed)
(comments CC0. Practises: minor ii-V-i answered by ii-V-I of the relative major)
(meter 4 4)
(key 0)
(tempo 144.0)
(part (type chords))
Bm7b5 | E7b9 | Am6 | / | Dm7 | G7 | CM7 | / |
Em7b5 | A7alt | Dm6 | / | Gm7 | C7 | FM7 | / |
Gm7b5 | C7b9 | Fm6 | / | Bbm7 | Eb7 | AbM7 | / |
C#m7b5 | F#7alt | Bm6 | / | Em7 | A7 | DM7 | / |
(part (type melody))
f+4. e+8 d+8 c+8 b8 a8
g#8 a8 g#8 f8 e4 r8 d8
c8 e8 a8 b8 c+4 r8 b8
a8 g#8 a8 b8 e4 r4
r8 f8 e8 f8 a8 c+8 b8 a8
ab8 a8 b8 c+8 d+4 b4
c+8 b8 g8 a8 g8/3 f8/3 e8/3 d8 e8
g4 r8 e8 d4 r4
r8 bb8 a8 bb8 d+8 c+8 bb8 a8
g8 f8 eb8 f8 g4 bb8 a8
f4. e8 d8 c#8 d8 f8
a8 b16 a16 f8 d8 r2
r4 d+8 c+8 bb8 c+8 d+8 f+8
e+8 eb+8 d+8 c+8 bb8 g8 r8 gb8
f8 g8 a8 bb8 c+4 a4
g8 a8 g8 f8 c4 r4
r8 f+8 eb+8 db+8 c+8 db+8 bb8 ab8
g8 ab8 g8 f8 e4 db+4
c+8 bb8 ab8 g8 ab4 r4
r8 c8 f8 g8 ab16 bb16 ab8 g4
f8 bb8 c+8 db+8 db+4 c+8 bb8
a8 bb8 db+8 bb8 ab8 g8 f8 g8
eb4. f8 g8 ab8 c+4
r8 bb8 ab8 bb8 eb4 r4
r8 g+8 f#+8 e+8 d+8 e+8 c#+8 b8
a#8 g8 a8 a#8 c+8 d+8 r4
c#+8 d+8 c#+8 b8 f#4 g#8 f#8
e8 d8 e8 f#8 b4 r4
r8 g+8 f#+8 e+8 d+8/3 e+8/3 d+8/3 b4
c#+8 d+8 c#+8 b8 bb8 a8 g8 e8
f#4. g8 a8 b8 d+8 c#+8
a8 b8 a8 f#8 e4 r4
