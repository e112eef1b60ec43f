(title Salt Gate)
(composer Woodshed)
(comments Practises: suspended dominants without thirds, phrygian colour over a pedal, fourths and pentatonics)
(meter 4 4)
(key 0)
(tempo 132.0)
(part (type chords))
G7sus4 | / | / | / |
E7sus4 | / | A7sus4 | / |
FM7#11/E | / | / | / |
Bb7sus4 | / | Ab7sus4 | / |
G7sus4 | / | / | / |
EbM7#11/D | / | G7sus4 | / |
(part (type melody))
r4. a8 d+8 e+4 c+8
c+8 a4. r4 a8 c+8
e+16 d+16 c+16 a16 b8 a8 e16 f16 e16 d16 c#8 d8
g-4 r4. d8 d#8 e8
f#8 a8 c#+8 f#+4. r4
r8 d+8 c#+8 b8 c#+8/3 b8/3 a#8/3 b4
r2 b8 bb8 b8 a8
f#16 g16 a16 b16 d+16 e+16 f#+16 g+16 f#+8 e+8 b4
r4 b8 d+8 b8 d+4 g8
a4 e8 g8 d4 r4
e8/3 g8/3 b8/3 d+8/3 e+8/3 g+8/3 a+4 g+8 e+8
r2. a8 a8
bb4 r8 c+16 d+16 eb+8 f+8 ab+4
g+16 f+16 eb+16 c+16 bb8 c+8 bb4 r4
bb8 ab8 bb8 db+8 r8 bb8 ab8 bb8
f+8/3 eb+8/3 db+8/3 f+8/3 eb+8/3 db+8/3 bb4 r8 b8
c+4 c4 r8 e8 a8 d+8
e+4 d+16 e+16 d+16 c+16 a8 b8 r4
r8 e16 a16 b8 d+8 c+8 d+8 c+8 c+8
ab8 db+8 eb+8 ab8 g2
r8 a8 bb16 c+16 d+16 eb+16 d+8 c+8 a4
a8 bb8 g8 gb8 f4 r4
r2 c8 e8 g8 a8
e+8/3 f+8/3 e+8/3 d+8 c+8 a2
