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
r4 g8 g#8 r8. g#16 b8 g#8
bb8 bb8 r8 bb4 c+16 bb16 g#8 f8
e16 f16 f#16 g16 g#16 a16 c16 c#16 f#8 b8 c#+8 e+8
f#+4 f#8 e8 r2
r8. e16 e8 f#8 b8 c+4 e8
g#8/3 a8/3 g#8/3 e4 r2
f16 e16 eb16 d16 db16 d16 e16 ab16 a8 db+8 b8 a8
eb+4. db+8 eb+8 bb8 r4
r8 e8 e16 eb16 e8 r8. f#16 a4
r8. bb16 bb8 a16 ab16 g8 d8 r4
a8 c+8 eb+8 c+8 db+16 bb16 gb16 bb16 a4
b8/3 a8/3 g8/3 eb4 r8 b-8 a-8 b-8
f-4. f-8 f-8 ab-8 d8 f8
gb16 ab16 bb16 c#+16 d+8 e8 e4 r4
r1
f8 f8 b16 g#16 e16 g#16 bb8 c+8 a8 f8
eb+4 eb+8 e+8 eb+4 r8 f8
ab8 c+8 c+8 bb8 c+16 b16 bb16 a16 ab8 f8
f8. ab16 r2 eb16 e16 f8
bb8 bb-8 b-8 r8 r2
r8 bb8 a8 bb8 db+16 bb16 a16 bb16 e4
d8 bb8 a8. g16 e8 gb8 bb8 d+8
d#+4. c#+8 c+16 c#+16 b16 g#16 f#8 bb8
a8 f#4. r2
r8 g#8 c#+8 d+8 d+16 c#+16 c+16 b16 bb8 f#8
g8 f#8 r8 g8 c#+4 b8 g8
f#8 eb8 bb16 c+16 b16 bb16 ab8 eb8 c4
b-8. d16 r8 g8 e16 g16 a8 b4
