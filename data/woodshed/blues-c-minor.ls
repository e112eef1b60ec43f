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
r2 g8. g16 r8 f8
eb8 c4 r8 r4 eb16 f16 f#16 g16
r16 g16 bb16 g16 f#16 f16 eb16 d16 c8 d8 f4
r4. g8 ab8 db+8 b16 a16 ab16 eb16
g4. g8 r2
c+8/3 bb8/3 c+8/3 d+8/3 bb8/3 g8/3 f8 e16 f16 g8 bb8
bb2 r8 f#8 g8 bb8+8
g8 f#16 eb16 f16 d16 c8 r4 eb8
f8 f8 f16 e16 eb16 f16 c+4 r4
b16 bb16 ab16 g16 f16 eb16 db16 eb16 f8 f+8 r8 eb+8
d+8 d8 r4 eb8/3 d8/3 c8/3 f4
f8 ab8 c+8. b16 ab8 bb8 r8 f+8
(part (type melody))
g+4. f+8 f#+16 f+16 eb+16 d+16 c+4
r2. g8 g8
bb8 g8 bb8/3 b8/3 c+8/3 bb8 c+8+4
r16 e16 ab16 bb16 db+16 eb+16 e+16 db+16 bb8 ab8 r4
g8 c+4 g8 c+4. ab8
d4 r8 c8 g8 f8 g8. f16
f#16 g16 f#16 eb16 f16 d16 eb16 c16 bb-8 c8 r4
r4 eb8 f8 f#8 g8 f8 f8+8
eb8 eb+8 c+8/3 b8/3 bb8/3 a16 ab16 f16 e16 eb8
db4/3 f4/3 ab4/3 bb8 b8 r4
r8 c+8 g8 eb8 d8 f8 bb8 a16 ab16
g8 f8 bb8 c8 b-4 r4
