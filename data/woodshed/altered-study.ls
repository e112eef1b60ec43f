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
r4 e8 g8 b8 d+8 f#+4+8
d+8 e+8 d+8 b8 a4 r8
eb4 r8 g8 bb8 d+8 c+8 d+8
f+4 r8 d+8 c+8 bb8 r4
a8 b8 r8 c+8 e+4 d+8 c#+8
c+8 b8 bb8 a8 g4 r4
r8 f8 bb8 ab8 b8 eb+8 db+8 bb8
ab8 f8 db8 f8 ab4. bb8
b8 a#8 b8 f#8 r4 b8 d+8
f#+4. e+8 d+8 b8 a8/3 b8/3 g8/3
g4 a8 c+8 d+8 eb+4 b8
b8 g8 a8 b8 g4 r4
r4 f#8 a8 g8 a8 c#+8 d+8
c#+8 bb8 g8 bb8 eb+4 c#+8 bb8
a8/3 b8/3 c+8/3 e+4. c#+8 d+8 a8
bb4 g8 ab8 bb8 eb+8 r8 f+8+4
eb+8 c+8 db+8/3 eb+8/3 db+8/3 c+8 ab8
bb4 r8 f8 ab8 bb8 r4
f4 a8 g#8 g8 f8 r4
r4 f8 bb8 b8 db+8 eb+8 db+8
d+8 c+8 a8 bb8 f+2
r4 d+16 eb+16 c+8 a8 c+8 bb8 a8
g8 bb8 d+4 eb+8 bb8 ab8 g8
f#8 g8 b8 a8 d+2
