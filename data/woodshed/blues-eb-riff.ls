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
bb8 c+8 r8 bb8 gb16 g16 f8 r4
bb8 c+8 r8 bb8 gb16 f16 eb8 r4
bb8 eb+4 bb8 c+8 bb8 f8 bb8
g8 f8 eb8 f8 g4 r8 c+8+8
db+8 r8 c+8 b16 bb16 ab8 r4
c+8 d+8 r8 c+8 a4 c+8 f#8
g8 bb4 g8 gb16 f16 eb8 c4
r8 e8 g8 bb8 a4 ab8 g8
ab8 bb8 r8 ab8 g16 f16 eb8 r4
g8 ab8 r8 g8 f16 eb16 d8 r4
eb4 r8 f8 e8 f8 g4
ab8 g8 f8 r8 r8 f8 g8 a8
(part (type melody))
bb8 c+8 r8 eb+4 db+16 c+16 bb4
bb8 c+8 r8 f+4 eb+16 c+16 bb4
eb+8/3 f+8/3 f#+8/3 g+8 f+8 eb+4 c+8 bb8
c+8 db+8 r8 c+8 bb8 ab8 g4
r8 gb8 f16 gb16 ab8 bb4 ab8 f8
eb8 f8 gb8 eb8 a4 b4
bb4. r8 g8 gb16 f16 eb8 c8
d8 e8 g8 bb8 ab4. g8
ab8/3 g8/3 f8/3 c+4 r8 a8 bb8 b8
c+8 d+8 c+8 b8 bb4 r8 g8+8
f8 g8 bb8 ab8 g8 e8 r8
f8 g8 r8 g8 f4 bb-8 r8
