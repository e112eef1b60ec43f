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
r8 c+8 d+8 f+4 e+8 c+8 g8
a4 r4 c+8/3 d+8/3 c+8/3 a8 g8
e8 f8 d4 r4 c#8 d8
e8 g8 c+4. a8 e+4+8
d+8 c#+8 b8 c#+8 a#8 b4
r4 f#8 a8 c#+8 b8 c#+16 d+16 c#+8
b8 r8 f#+8 e+8 g+4 e+8 f#+8
c#+8 b8 a4 r8 g8 f#8 g8
e4 r8 g8 b4 r4
r8 g8 a8 g8 f8 e8 d8 d#8
e8/3 g8/3 b8/3 d+4. e+8 d+8 b8
r2 d+8 c+8 b8 a8
bb4 r8 g8 c+8 d+8 eb+8 g+8+4
f+8 eb+8 c+8 d+8 r4
bb4. ab8 c+8 db+8 f+8 eb+8
f+8/3 eb+8/3 db+8/3 c+8 bb8 r4 r8 b8
c+8 e+8 r8 c+8 f+4 e+8 d#+8
e+8 d+8 b8 a8 e4 r4
r8 g16 a16 b8 d+8 a+4 g+8 e+8
f+8 e+8 c+8 b8 a8 ab8 g4+8
a8 c+8 d+8 f+4 d+8 c+8
a8 bb8 g8 f8 eb4 r4
a2 r8 e8 g8 a8
e+4 d+8 c+8 a2
