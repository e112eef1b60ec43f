(title Aunt Pearl's Porch)
(composer Woodshed)
(comments Practises: soul-jazz with gospel changes, blues thirds, triplets, the diminished chord into the tonic over its fifth)
(meter 4 4)
(key -3)
(tempo 108.0)
(part (type chords))
Eb7 | Ab7 Ao7 | Eb6/Bb C7 | Fm7 Bb7sus4 | Eb7 | Ab7 | Ao7 | Eb6/Bb |
Cm7 | Cm7 F7 | Bb7sus4 | Bb7 | Eb7 | Ab7 Ao7 | Eb6/Bb C7#9 | F7 Bb7 |
Ab7 | Abm6 | Gm7 C7 | Fm7 | Bb7sus4 | Bb7 | Eb7 Ab7 | Eb6 |
(part (type melody))
r4 bb8 bb8 db+8/3 bb8/3 gb8/3 g4
bb8 bb8 gb4 r8 a16 c+16 eb+8 c+8
d+8 bb8 g8 f8 e4 r8 e8
f16 g16 ab16 c+16 eb+8 c+8 c+4 r4
r2 gb+16 g+16 f+16 eb+16 db+8 gb8
eb+8 eb+8 c+8 eb+4 eb8 r4
r8 b16 d+16 f+8/3 d+8/3 b8/3 ab4 r4
bb8 b8 bb4 gb8 f8 r4
r2. gb16 g16 bb16 gb16
d4 f8 d8 b16 c+16 d+16 c+16 eb+8 c+8
g4 r8 g8 ab8 c+4.
bb8 bb8 b8/3 c+8/3 db+8/3 d+8 bb8 d8 f8
f4 r4 eb+16 f+16 gb+16 g+16 f+8 c+8
c+4. eb+8 d+8/3 c+8/3 a8/3 gb4
g8 r4. a8 eb+8 e+8 f#+8
f+16 eb+16 d+16 c+16 a8 c+8 ab8 f8 bb-4
r8 ab8 b8 c+8 eb+4 b8 c+8
b8 b8 r2.
e+8/3 d+8/3 c+8/3 a8/3 c+8/3 a8/3 f#8 a8 bb8 d+8
g+4 f+16 eb+16 d+16 c+16 r2
r8 bb8 c+8 g8 c+4 r4
f8 r4 db8 d8 f8 db8 d8
gb16 g16 a8 bb4 f+8 d+8 c+8 bb8
bb8/3 c+8/3 bb8/3 gb8 g8 eb2
