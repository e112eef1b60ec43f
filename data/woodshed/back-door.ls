(title Garden Gate)
(composer Woodshed)
(comments CC0. Practises: back-door ii-V and the minor four chord)
(meter 4 4)
(key -1)
(tempo 126.0)
(part (type chords))
FM7 | / | Bbm7 | Eb7 | FM7 | Am7 D7 | Gm7 | C7 |
FM7 | F7 | BbM7 | Bbm6 | Am7 | D7b9 | Gm7 C7 | FM7 |
AbM7 | / | Dbm7 | Gb7 | AbM7 | F7 | Gm7 | C7 |
FM7 | / | Bbm7 | Eb7#11 | FM7 | Bbm6 Eb7 | F6 | / |
(part (type melody))
r8 a8 c+8 a8 g4 r4
r8 c+8 d+8 b8 bb8 g8 ab8 a8
r8 db+8 f+8 db+8 c+4 r4
db+8 c+8 a8 bb8 b8 c+8 bb8 g8
a4. g8 a16 bb16 a8 g8 a8
e8 f#8 b8 a8 g#8 b8 c+8 f#8
bb8 a8 c+8 bb8 a8 r4.
r8 d+8 db+8 d+8 c+8 b8 bb8 c+8+4
r8 b8 c+16 d+16 e+8 c+8 b8
c+8 d+8 eb+8 d+8 ab8 a8 f4
d4. c8 e8 f8 a8 g8
f#8 f8 c+8 bb8 g8 eb8 db4
r8 c8 d8 e8 b8/3 c+8/3 b8/3 g4
a8 bb8 a8 g#8 a8 c+8 a8 bb8+4
c+8 a8 f#8 g8 d8 c8
a-4. c8 g4 r4
r4 eb8 f8 g8 bb8 db+8 c+8
bb8 ab8 f8 g8 eb8 r4.
r8 ab8 bb8 ab8 e8 eb8 gb8 bb8
ab4. g8 gb8 eb8 bb-8 c8
db8 eb16 f16 eb8 bb-8 c4 r4
r8 a8 c+16 eb+16 g+8 gb+8 f+8 eb+8 c+8
d+8 c+8 bb4 d+16 eb+16 d+8 c+8 bb8
bb8 c+8 bb8 a8 g8 f#8 g8 e8
r8 a8 c+8 a8 g4 r4
f8 e8 f8 g8 a4 r8 a8
db+8 c+8 bb8 f+8 g+8 f+8 eb+8 c+8
a4 g8 f8 a8 bb8 r4
r8 c8 d8 e8 g8/3 a8/3 g8/3 b4
bb8 db+8 c+8 a8 bb8 ab8 g4
a8 ab8 g8 a8 b8 a8 g8 f8+4
ab16 a16 g8 c4 r4
