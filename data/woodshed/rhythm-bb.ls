(title Rhythm in Bb, Nine Past Noon)
(composer Woodshed)
(comments Practises: one guide-tone path through the A sections, bebop dominant scales on the bridge)
(meter 4 4)
(key -2)
(tempo 220.0)
(part (type chords))
Bb6 G7 | Cm7 F7 | Dm7 G7 | Cm7 F7 | Bb7 | Eb7 Eo7 | Dm7 G7 | Cm7 F7 |
Bb6 G7 | Cm7 F7 | Dm7 G7 | Cm7 F7 | Bb7 | Eb7 Eo7 | Cm7 F7 | Bb6 |
D7 | D7 | G7 | G7 | C7 | C7 | F7 | F7 |
Bb6 G7 | Cm7 F7 | Dm7 G7 | Cm7 F7 | Bb7 | Eb7 Eo7 | Cm7 F7 | Bb6 |
(part (type melody))
r4 e8/3 a8/3 c+8/3 b8 a8 e+4
eb+8 d+8 c+8 eb8 r2
r8 a8 a8 a8 b4 ab8 g8
f8/3 g8/3 a8/3 d+8 c+8 g8 r8 r8 f#8
g4 ab8 g8 a8/3 bb8/3 c+8/3 g4
r2 r8 g8 bb8 e+8
f+8 f8 e8 f8 g4. g#8
bb8 g8 bb8 g8 a16 bb16 a16 g16 f#8 a8
d+4 r4 b8/3 c+8/3 b8/3 a8 g8
f8 eb8 r2.
f+8 f+8 r8 f+8 e+8 d+8 b4
r8 a8 g8/3 f8/3 d8/3 a4. b8+8
ab8 f8 ab8 g16 f16 db8 f8 b8
c+4/3 c+4/3 a4/3 f#8 a8 c+8 r8
d8/3 g8/3 bb8/3 a8 bb8 a4 d+8 c+8
d+4. bb8 r2
r8 e8 a8 b8 b4. bb8
bb16 b16 bb16 a16 f#8 e8 r2
r4. f#8 g8/3 a8/3 b8/3 d+8 e+8+8
c#+8 d+8 e8 r8 e8 ab8 g8
a4 f#8 g8 a8 f#8 a8 d8
r2 db+16 c+16 bb16 a16 g8 bb8
f8/3 a8/3 c+8/3 eb+8/3 g+8/3 eb+8/3 f+4 d+8 c+8
b8 c+8 a8 a8 gb4 r4
f4/3 g4/3 f4/3 f8 e+8 d+8 b8
c+8 b8 bb8 g8 a8 r8 r4
r8 e8 g8 e8 ab16 g16 f16 e16 c#8 e8
f8 f8 r8 d+8 d+8 db+8 d+4
r8 c#+8 d+8 f+8 ab+8/3 g+8/3 f+8/3 d+4
eb+8 eb8 g8 bb8 a16 bb16 a16 g16 e8 g8
r4 f8 e8 db8 d8 g8 a8
bb4 f8 d8 r2
