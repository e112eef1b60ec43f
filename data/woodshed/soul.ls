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
r8 bb8 db+8/3 bb8/3 g8/3 gb8 g8 bb4
c+8/3 b8/3 bb8/3 gb4 r8 ab8 a8 b8
c+4 d+8 bb8 bb8/3 g8/3 f8/3 e4
f8 g8 c+8 eb+8 c+4 r4
r8 f#+8 g+8/3 f+8/3 eb+8/3 c+8 bb8 c+8 bb8
d+4. eb+8 d+8/3 eb+8/3 c+8/3 r4
a8/3 b8/3 c+8/3 d+4 c+8 b8 c+4+8
bb8 a8 bb8 r2
r4 f8 g8 bb8/3 c+8/3 d+8/3 c+8 bb8
a4 g8 bb8 b8 c+8 d+8/3 c+8/3 a8/3
ab8 r8 g8 ab8 c+4 bb8 g8
f8 ab8 f8/3 ab8/3 bb8/3 b8 c+8 db+8 d+8
eb+4 r8 c+8 eb+8/3 f+8/3 gb+8/3 g+8 f+8
eb+8 d+8 bb4 a8/3 b8/3 c+8/3 r4
c+8 bb8 a8 bb8 c+8 eb+8 e+8 g+8
f+8/3 d+8/3 c+8/3 b8 c+8 g4 r4
r8 ab8 b8 c+8 eb+8 f+8 gb+8/3 f+8/3 eb+8/3
b4 r8 bb8 g8 bb8 r4
d+4 c+8 a8 bb8 a8 g8 a8
bb8/3 c+8/3 bb8/3 g+4 f+8 d+8 c+4
r8 c+8 c+8 ab8 bb8/3 c+8/3 bb8/3 g8 f8
g8 a8 bb8 c+8 d+8/3 c+8/3 bb8/3 ab8 g8
gb8 g8 bb4 r8 f+8 eb+8 c+8
bb8/3 c+8/3 bb8/3 gb8 f8 eb2
