(title Twelve Doors)
(composer Woodshed)
(comments CC0. Practises: the cycle of dominants two bars each, sharp elevens and altered fifths, then a quick way home)
(meter 4 4)
(key 1)
(tempo 176.0)
(part (type chords))
E7 | E7alt | A7 | / | D7 | D7#11 | G7 | G7alt |
C7 | / | F7 | F7#11 | Bb7 | Bb7alt | Eb7 | / |
Ab7 | Ab7#11 | Db7 | / | Gb7 | Gb7alt | B7 | / |
E7 | A7 | D7alt | G6 |
(part (type melody))
r4 g8 g#8 b8 c#+8 b8 f#8
g#8 bb8 c+8 bb8 g#8 r4.
r8 c#+8 c+8 c#+8 d#+8 e+8 f#+8 c#+8
b8 bb8 a8 f#8 e4 r4
r8 f#8 f8 f#8 g#8 b8 a8 g#8
a4. g#8 e8 r4.
r8 a8 bb8 b8 e+8/3 d+8/3 c#+8/3 b4
bb8 ab8 bb8 db+8 eb+4 r4
r8 e+8 eb+8 d+8 c+8 b8 bb8 a8
ab8 g8 a4 bb16 a16 f#8 g4
r4 c+8 b8 d+8 c+8 b8 a8
g8 eb8 d8 b-8 a-4 g-4
f-4. ab-8 c8 d8 f8 eb8
f#8 ab8 f#8 e8 d8 r4.
r8 bb8 a8 bb8 c+4 gb8 f8
g8 ab8 bb8 db+8 c+8 bb8 r4
eb+4 eb+8 e+8 eb+8 c+8 bb8 c+8
d+8 db+8 c+8 bb8 ab4 f4
r8 f8 e8 f8 ab8 g16 ab16 g8 b8+4.
bb8 b8 ab8 r4
r4 bb8 b8 c+8 db+8 eb+8 e+8
d+8 c+8 d+8 bb8 a4 r4
d#8 e8 d#8 c#8 a16 g#16 a8 g#8 f#8+4
e8 f#8 a4 r8 b8+4
bb8 a8 g#8 f#8 c#+8 d+8
c#+8 b8 bb8 a8 f#8 e8 eb8 e8
f#8 g#8 bb8 c+8 eb+8 d+8 c#+8 c+8
g4. a8 g8 e8 r4
