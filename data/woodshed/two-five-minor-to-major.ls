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
f+4. e+8 d+8 c+8 bb8 a8
bb8 g#8 a8 g#8 f4 r8 d#8
e8 g#8 b8 d+8 c+4 r8 b8
a8 g#8 a8 b8 f#8 r4.
r8 f8 e8 f8 a8 g8 a8 f8
ab8 a8 b8 c+8 e+4 a4
g8 e8 f8 g8 e8/3 f8/3 e8/3 d8 e8
d4 r8 c8 d4 r4
r8 bb8 a8 bb8 d+8 bb8 a8 g8
bb8 eb+8 db+8 bb8 eb+4 g+8 f+8
e+4. d+8 b16 c#+16 b8 g#8 a8
b8 c#+16 b16 a8 f8 r2
r4 d+8 c#+8 d+8 bb8 d+8 f+8
e+8 eb+8 d+8 e+8 bb8 c+8 r8 a8+8
g8 a8 c+8 a4 g4
f8 a16 g16 f8 d8 f8 r4.
r8 f+8 eb+8 d+8 db+8 c+8 b8 bb8
g8 ab8 g8 gb8 g4 e4
ab8 g8 ab16 bb16 ab8 c+4 r4
r8 c8 e8 f8 bb16 c+16 bb8 ab4
f8 f8 db+8 c+8 db+4 bb8 c+8
a8 bb8 b8 c+8 a8 f8 g8 eb8+4.
f8 g8 bb8 db+8 c+8
r8 bb8 ab8 d+8 eb+8 r4.
r8 g+8 a+8 f#+8 e+8 d+8 c#+8 a8
a#8 g8 a8 a#8 c+8 d+8 r4
c#+8 e+8 d+8 c#+8 a#4 b8 c#+8
b8 f#8 g8 f#8 d4 r4
r8 g8 f#8 a8 b8/3 d+8/3 c#+8/3 d+4
c#+8 b8 a#8 b8 bb8 a8 f#8 eb8
e4. f#8 a8 b8 c#+8 b8
g8 f#8 g#8 a8 e4 r4
