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
r8 e+8 f+8 d+8 db+8 c+8 a8 bb8
ab8 g8 ab8 bb8 b8 r4.
r4 a8 b8 bb8 a8 bb8 eb8+4
f8 g8 b8 bb8 g8 f8
a4 bb8 g8 f8 gb8 f8 eb8
d4. f8 eb4 gb4
r8 a16 b16 d+8 c+8 b8 bb8 c+4
bb8 a8 c+8 a8 bb8 c+8 db+8 r8
d+8 c+8 eb+8 d+8 c+4 bb4
bb8 ab8 c+8 bb8 a4 r4
r8 a8 c+8 bb8 ab8 bb8 c+8 db+8+4
ab8 bb8 f#8 g#8 c#+4
d+8 c+8 ab8 bb8 c+4 db+4
r8 c+8 a8 f8 g#4 a8 f#8
bb8/3 c+8/3 bb8/3 f+4 e+8 eb+8 db+4
c+4 r4 r8 a8 a#8 b8
d+8 e+8 c+8 a8 ab4. c+8+4
b8 d+8 c+8 bb8 ab8 eb8
r8 f#8 g#16 a16 f#8 f8 g8 ab8 c+8
b8 c+8 d+8 b8 c+4 bb8 f8
f#4. g8 a8 g8 r4
r8 d+8 e+8 c+8 db+8 c+8 a8 bb8
a8 f#8 e8 f#8 a4. b8
c#+8 e+8 b8 g#8 a4 r4
