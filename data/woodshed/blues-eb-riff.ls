(title Eb Riff Blues, Front Porch Shuffle)
(composer Woodshed)
(comments Practises: one two-bar riff answered, transposed and stretched; behind-the-beat shuffle)
(meter 4 4)
(key -3)
(tempo 116.0)
(part (type chords))
Eb7 | Ab7 | Eb7 | Bbm7 Eb7 |
Ab7 | Ao7 | Eb7 | C7 |
Fm7 | Bb7 | Eb7 C7 | Fm7 Bb7 |
(part (type melody))
c+8 c+8 bb8 c+8 gb16 g16 f8 r4
r8 bb8 bb8 bb8 gb16 f16 eb8 r4
c+8 f+4 c+8 r2
eb16 e16 eb16 c16 eb8 g8 f4. c+8+8
bb8 r8 b16 bb16 a16 ab16 f8 bb8 r8
r8. c16 d8 f8 ab8/3 b8/3 d+8/3 c+4
c+8 c+8 r8 bb8 a16 bb16 gb16 f16 eb8 c8
r4 d8 g8 ab16 a16 bb16 a16 d8 db8
c4 r2.
g8 g8 ab8 g8 f16 e16 eb16 c16 c4
f8/3 f8/3 gb8/3 f4 r8 d+8 d+8 a8
g4. ab16 g16 f8 r8 r4
(part (type melody))
c+8 c+8 eb+4 r8 db+16 c+16 f4
bb8 c+8 f+4 r8 d+16 c+16 bb4
f+8/3 f#+8/3 f+8/3 g+8/3 f+8/3 e+8/3 eb+8/3 c+8/3 a8/3 f4
r2 r8 f8 f8 gb16 g16
f8. eb16 f16 bb16 c+8 bb4 r8 f8
d8 gb16 f16 d16 f16 ab16 b16 c+8 eb+8 r4
r8 c+4 c+8 b16 bb16 a16 gb16 f16 e16 c8
r8 d+8 r8 d8 e8 a8 f#8. g16
g8/3 bb8/3 g8/3 f8 r8 r8 a8 bb8 b8
c+8 d+8 c+16 b16 bb16 g16 g8 c+8 g8 f8
f4 r4. bb8 c+8 d8
f16 g16 bb16 g16 g4 r2
