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
r8 c+8 d+8 c+8 ab8 gb8 ab8 f8
eb8 f8 g8 ab8 b4 g#4
r8 a8 b8 c#+8 c+8 a8 bb8 c+8+4
b16 c+16 b8 g8 a8 r4
f#8 e8 g#8 a8 c#+4 b8 g#8
f#8 e8 d#8 e8 c#16 d16 c#8 r4
r8 gb8 f8 gb8 eb8 d8 eb8 bb8
f4. eb8 g8 ab8 c+8 bb8
d8 c8 e8 f8 e4 g8 d8
f4 r8 g8 gb4 f8 eb8
f8 gb8 f8 eb8 db16 eb16 db8 ab-4
a-4 b-8 c#8 f#8 e8 d4
c#8/3 d8/3 e8/3 f#8 b8 g#8 r4.
r8 bb8 ab8 bb8 c+8 d+8 eb+8 bb8
ab8 bb8 g8 f8 f#8 g#8 b8 c#+8+4
b8 a8 bb8 b8 c+4
a8 g8 a8 bb8 d+4 r4
f8 eb8 f8 gb8 bb8 r4.
c#+8 b8 c#+8 d+8 f#+8/3 e+8/3 d#+8/3 b4
c+8 b8 g8 a8 e4 r4
