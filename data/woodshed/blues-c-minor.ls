(title C Minor Blues, Lamp in the Window)
(composer Woodshed)
(comments Practises: the flat fifth as a passing note, altered dominants into the subdominant, space)
(meter 4 4)
(key -3)
(tempo 126.0)
(part (type chords))
Cm7 | Cm7 | Cm7 | C7alt |
Fm7 | Fm7 | Cm7 | Cm7 |
Ab7 | G7alt | Cm7 | Dm7b5 G7b9 |
(part (type melody))
r4 g4 f8/3 g8/3 f8/3 eb8 d8
c4. d8 r8 eb8 f8 f#8
g8 a8 bb8 g8 f#16 f16 d8 r4
r8 e8 g8 ab8 db+4 bb8 ab8
g4 r8 bb8 d+8 c+8 bb8 g8
d8 f4 g8 c+4 r4
r8 g8 f#16 g16 f8 g4 bb8 d+8+4
eb+8 bb8 c+8/3 d+8/3 c+8/3 g4
gb8 gb8 f8 eb8 f4 bb8 c+8
b4. bb8 ab8 f8 ab8 eb8
d8 eb8 r8 g8 a4 g8/3 f8/3 d8/3
f4 ab8 f8 b8 d+8 f+8 ab+8
(part (type melody))
g+4 r8 f#+8 g+4 f+8 d+8
d+8 c+4 bb8 g4 r4
c+8/3 eb+8/3 f+8/3 g+4 f#+16 f+16 eb+8 c+4
r8 e+8 db+8 bb8 ab8 bb4 gb8
g8 c+8 r8 bb8 d+8/3 f+8/3 d+8/3 c+4
d+8 eb+8 r8 c+8 b16 c+16 bb8 g8 f8
r8 g8 f#16 f16 eb8 d8 f8 c4
eb8 f8 f#8 g8 r8 bb8 g16 f16 eb8
f4 r8 c8 eb8 gb8 bb8 c+8
db+8/3 b8/3 bb8/3 ab8 f8 eb4 r8 d8
eb4 d8 bb-8 c8 g-4 r8
f8 ab8 g8 d8 g-4 r4
