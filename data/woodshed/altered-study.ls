(title Oblique Light)
(composer Woodshed)
(comments Practises: lydian major, lydian dominant and altered dominant colours, resolved by step into the next chord)
(meter 4 4)
(key 0)
(tempo 140.0)
(part (type chords))
CM7#11 | / | AbM7#11 | / | Dm7 | / | G7alt | / |
CM7 | / | F7#11 | / | Em7 | A7alt | Dm7 | Db7#11 |
GbM7 | / | Dm7 | G7alt | EbM7 | / | AbM7 Db7#11 | CM7 |
(part (type melody))
r4 d8 g8 b8 d+8 f#+4+8
d+8 e+8 d+8 b4 b8 r8
eb4. f8 r8 g16 bb16 d+4
f+16 d+16 c+16 bb16 g8 ab8 bb4 r4
r4. c+8 e+4 e8 f8
a8/3 c+8/3 b8/3 bb8/3 b8/3 a8/3 g4 r4
r2 bb8 ab8 b8 eb+8
db+16 bb16 ab16 f16 db8 f8 ab4. bb8
b16 a#16 b8 f#4 r4 a8 d+8
f#+4. e+8 eb+8 d+8 r4
g4 a8/3 c+8/3 d+8/3 d+8 b4.
r2. f#8 g8
f#16 g16 b16 d+16 c#+4. a8 r4
bb16 c+16 c#+16 eb+16 f+16 eb+16 c#+16 bb16 g8 f8 c#4
e4 r4 e+4. e+8
eb+8 b8 bb8 f8 r8 bb8 g8 eb8
eb8 c8 bb-4 r4 f16 ab16 bb16 c+16
eb+8 eb+8 c+8 eb+4 c+8 bb4
r4 bb8 g#8 a4 r4
f16 f8. ab8 b8 db+8/3 eb+8/3 db+8/3 bb8 ab8
g2 r8 f+8 d+8 bb8
g#16 b16 d#+16 f#+16 f+8 d+8 bb4 r4
g8 bb8 d+4 eb+8/3 b8/3 ab8/3 g4
f#8 g8 e8 b-8 d+2
