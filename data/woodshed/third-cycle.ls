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
r8 c+8 d+8 c+8 c+16 b16 c+8 c+8 f8
f8. e16 f8 ab8 g#8. b16 r4
c#+8/3 c#+8/3 c#+8/3 d#+8 b8 c+16 b16 bb16 a16 f#8 d8
a-4 d4 r2
r8 e8 f#16 e16 f#8 g#8 c#+4 b8
g#8. b16 r4 e4 r4
r8 f8 f8 eb8 gb16 g16 ab16 bb16 d+8 f+8
f+4 e16 f16 ab8 r8. f16 c4
d8 f8 a-8 c8 db16 f16 ab16 db+16 c+8 a8
a4 r2 gb8 f8
eb4. r8 r4 ab8 g8
f#8 a8 e+8 a8 g#16 g16 g#8 r8 f+8
e+4 c#+8/3 c+8/3 c#+8/3 e4 r4
r8 c+4 db+8 c+8 bb16 a16 bb4
f8 eb8 e16 f16 c8 r8 g#8 b8 g#8
r2 e+8/3 d+8/3 c+8/3 bb4
a4. g8 a8 g#16 a16 d+4
r8. c+16 c+8. bb16 ab4 r4
r8 c#+16 c+16 c#+8 f#8 b16 a16 g#16 e16 b-4
c8. d16 a2 r4
