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
r4 g8 g#8 b8 c#+8 b8 a8
g#8 bb8 c+8 bb8 g#8 f8 e4
r8 g8 g8 f#8 g8 a8 b8 c#+8
c+8 c#+8 b8 a8 g4 r4
f#8 g8 a8 g8 f#8 e8 d8 c8
d4. e8 g#4 r4
r8 g8 bb8 b8 d+8/3 e+8/3 d+8/3 b4
bb8 ab8 g8 ab8 bb8 b8 r4
r8 c+8 bb8 a8 bb8 g8 f8 e8
eb8 e8 g4 bb16 a16 g8 e4
r4 f8 g8 a8 bb8 b8 c+8
eb+8 d+8 c+8 b8 a4 g4
f4. g8 ab8 g8 f8 eb8
d8 e8 f#8 ab8 bb4 r4
r8 bb8 db+8 c+8 bb4 gb8 g8
bb8 c+8 bb8 ab8 g8 f8 eb8 r8
c4 eb8 f8 gb8 f8 eb8 c8
d8 eb8 f8 ab8 bb4 ab4
r8 b8 bb8 ab8 f8 gb8 g8 ab8
b4. db+8 b8 ab8 r4
r4 bb8 b8 db+8 eb+8 db+8 bb8
a8 bb8 a8 g8 e4 r4
d#8 e8 f#8 g#8 a16 g#16 f#8 e8 d#8
f#4 a8 g#8 f#4 r8 a8
b4 a8 g#8 a8 b8 d+8 c#+8
b8 c#+8 bb8 a8 g8 f#8 e8 g8
f#8 ab8 bb8 c+8 eb+8 d+8 c+8 bb8
b4. a8 g8 e8 r4
