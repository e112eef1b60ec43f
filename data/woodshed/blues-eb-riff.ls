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
c+8 c+8 bb8 c+8 gb16 eb16 f8 r4
r8 bb8 c+8 bb8 gb16 f16 eb8 r4
c+8 f+4 c+8 r2
f16 gb16 f16 db16 f8 ab8 g4. c+8+8
bb8 r8 b16 bb16 a16 ab16 f8 bb8 r8
r8. c16 eb8 gb8 a8/3 c+8/3 eb+8/3 c+4
c+8 c+8 r8 bb8 a16 bb16 gb16 eb16 f8 c8
r4 d8 g8 ab16 a16 bb16 a16 d8 db8
c4 r2.
g8 g8 ab8 g8 f16 e16 eb16 d16 bb-4
eb8/3 f8/3 gb8/3 eb4 r8 e+8 e+8 g8
g4. ab16 g16 f8 r8 r4
(part (type melody))
bb8 c+8 eb+4 r8 db+16 c+16 bb4
bb8 c+8 f+4 r8 eb+16 c+16 bb4
f+8/3 f#+8/3 g+8/3 g+8/3 g+8/3 f+8/3 eb+8/3 bb8/3 g8/3 eb4
r2 r8 g8 g8 gb16 eb16
f8. eb16 f16 bb16 c+8 bb4 r8 f8
eb8 gb16 f16 eb16 f16 gb16 a16 c+8 eb+8 r4
r8 c+4 c+8 b16 bb16 gb16 eb16 f16 eb16 c8
r8 c+8 r8 c8 e8 g8 f#8. g16
ab8/3 c+8/3 ab8/3 f8 r8 r8 a8 bb8 b8
c+8 d+8 c+16 b16 bb16 ab16 g8 bb8 g8 f8
eb4 r4. bb8 c+8 e8
f16 g16 ab16 g16 f4 r2
