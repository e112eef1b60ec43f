(title Three Rooms)
(composer Woodshed)
(comments CC0. Practises: keys a major third apart, quick chords, one line through all)
(meter 4 4)
(key -1)
(tempo 148.0)
(part (type chords))
FM7 Ab7 | DbM7 E7 | AM7 C7 | FM7 |
Bm7 E7 | AM7 | Ebm7 Ab7 | DbM7 |
Gm7 C7 | FM7 Ab7 | DbM7 | Bm7 E7 |
AM7 | Ebm7 Ab7 | DbM7 E7 | AM7 C7 |
FM7 | DbM7 | AM7 | FM7 |
(part (type melody))
r8 c+8 bb8 a8 ab8 gb8 f8 eb8
f8 gb8 ab8 c+8 b4 g#4
r8 a8 b8 c#+8 c+8 bb8 a8 g8
a4 bb16 a16 g8 f4 r4
f#8 a8 b8 c#+8 d+4 b8 g#8
c#+8 b8 a8 g#8 a8 b8 r4
r8 gb8 f8 eb8 c8 eb8 gb8 f8
f4. eb8 f8 ab8 c+8 bb8
bb8 c+8 d+8 bb8 e+4 d+8 c+8
a4 r8 g8 gb4 ab8 c+8
db+8 c+8 db+8 eb+8 db+8 c+8 bb8 ab8
a4 f#8 e8 d8 f#8 g#4
b8/3 c#+8/3 b8/3 a8 g#8 e4 r4
r8 bb8 db+8 bb8 c+8 bb8 ab8 gb8
f8 gb8 f8 eb8 e8 f#8 g#8 b8
c#+4 b8 a8 bb8 g8 e4
f8 e8 f8 g8 a4 r4
ab8 g8 ab8 bb8 c+4 r4
b8 a8 b8 c#+8 e+8/3 d+8/3 c#+8/3 b4
c+8 bb8 a8 g8 f4 r4
