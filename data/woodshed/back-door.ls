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
r8. a16 c+8 a8 a8 g8 r4
r8 a8 d+8 a8 g#16 a16 b16 d+16 e+8 d+8
c+4. eb+8 c+8. c+16 r4
r8 db+16 c+16 b16 c+16 bb16 a16 bb8 g8 r4
c4 a8. a16 r8 a16 g#16 a8 c+8
b8 g4. f#8/3 a8/3 c+8/3 e+8 c+8
bb16 a16 ab16 g16 f#16 g16 a16 c+16 e+8 c+8 a8 c+8
db+8 c+8 r8 a8 b16 f#16 d#16 f#16 e8 d8
c4. b-8 c8 r8 r4
r8 d+8 d+8 c+8 e+16 b16 g#16 b16 a8 g8
e4 d8 c8 f8. g16 c+4
c+4 r2 f8 eb8
d8 e8 g8 d8 b8/3 c+8/3 b8/3 f#8 d8
f#8 eb+8 d+8 b8 a16 bb16 b16 c+16 eb+8 g#8
a4. c+8 c+16 b16 bb16 a16 f#8 d8
a-2 r2
r8 eb8 eb8. eb16 g8 bb4 c+8
g8. ab16 eb4 r2
r8 ab8 g16 ab16 eb8 ab8. b8. ab8
bb8 gb8 f8 e8 bb-4 r4
r8 c8 eb16 e16 eb8 r8 eb4 c8
a-16 c16 eb16 gb16 g16 b16 d+16 gb+16 f+4 eb+8 d+8
d+4 r8 c+8 d+16 db+16 d+8 a8 f8
a8 bb8 b8 bb8 ab8 g8 r4
r8 a8 c+8. a16 r8. a16 g4
r2 e8/3 a8/3 c+8/3 e+4
eb+8 f+8 c+4 c+16 db+16 c+16 bb16 eb8 ab8
a8. bb16 a4 r2
c8. d16 r8 c8 e8 a8 g#16 a16 d+8
a8 bb8 db+8 f8 r8. e16 f8 bb8
d+4 c+8 b16 bb16 a16 ab16 a16 d+16 g8 d8
c4. g-4. r4
