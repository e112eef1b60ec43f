(title Half a Step Under the Porch)
(composer Woodshed)
(comments CC0. Practises: turnarounds with tritone substitutes and borrowed major chords)
(meter 4 4)
(key 0)
(tempo 160.0)
(part (type chords))
CM7 Eb7 | AbM7 Db7#11 | CM7 Eb7 | AbM7 Db7#11 |
FM7 Ab7 | Gm7 Gb7 | FM7 Ab7 | Gm7 Gb7#11 |
BbM7 DbM7 | GbM7 B7 | BbM7 DbM7 | GbM7 BM7 |
EbM7 Gb7 | F7 E7 | EbM7 Gb7 | F7 E7#11 |
GM7 Bb7 | Am7 Ab7#11 | Bm7 Bb7 | Am7 Ab7 |
DM7 F7 | BbM7 Eb7#11 | DM7 | / |
(part (type melody))
r8 d#+8 e+4 db+8 c+8 g8 bb8
bb8 c+8 g8 c+8 b8. bb16 ab4
d4 g8/3 a8/3 d+8/3 db+4 r4
r8 eb8 c+8. c+16 b8. g16 f4
r4 g#8 a8 r8. g16 gb8 eb8
d8 bb4. bb8 bb8 g16 ab16 e8
c8. d16 e16 g16 a16 c+16 a16 e16 c#16 e16 gb8 eb8
f4 r2 c+8 bb8
d+8 c#+8 d+8 a8 r2
bb16 a16 bb16 c+16 ab8 f8 g#8 f#8 r4
a-2 r2
r8 db+8 c+8 db+8 d#+4 d+8 d#+8
d+8/3 d+8/3 d+8/3 c+8 a8 d+16 b16 g16 b16 bb8 eb8
g4 r2 e8 b-8
r8. f16 bb8 ab8 bb8. bb16 eb+4
d+16 c+16 b16 c+16 a8 f8 r8. g#16 bb4
r2 r8. b16 bb8 ab8
g8 e8 c8 e8 eb16 e16 f16 gb16 c+8 bb8
a4 a-4 r4 d8 ab8
r2 gb16 ab16 a16 bb16 f+8 d+8
e+4 f#+8 e+8 d+8 b8 r4
r8 d8 e8 d8 a16 bb16 a16 g16 a4
f#8. a16 r4 a8 a8 g#16 a16 e8
r8. g#16 b-8. c#16 e4 f#4
