(title Harbour Ladder)
(composer Woodshed)
(comments Practises: dorian over one chord, a quartal motif displaced and transposed, riffing on few notes, silence)
(meter 4 4)
(key -2)
(tempo 168.0)
(part (type chords))
Gm7 | / | / | / | / | / | / | / |
Gm7 | / | / | / | / | / | / | / |
Bbm7 | / | / | / | / | / | / | / |
Gm7 | / | / | / | / | / | / | / |
(part (type melody))
r4 d8 g8 c+4 a8 bb8+4
r8 g8 f8 e8 c4
r8 e16 f16 g8 g8 r8 bb16 a16 g8 e8
e4. c8 d8 r4.
r4 g8 c+8 f+4 d+8 e+8+4
r8 d+8 c+8/3 bb8/3 c+8/3 g4
bb16 a16 bb16 c+16 d+4 r8 d+8 d+8 d#+8
e+4. g8 g4 r4
r2 r8 c+16 e+16 d+8 a+8
g+8 f+16 e+16 d+16 c+16 bb16 a16 ab8 g8 f4
r4 c8 e8 f8 f8 r8 g8+4
a8 g8 r4 a8 g8
e8 r4. bb16 c+16 db+16 d+16 f+8 d+8
e+8/3 d+8/3 c+8/3 bb8/3 d+8/3 bb8/3 a8/3 g8/3 e8/3 f4
c8 f8 g4 g8 c+4 c#+8
d+2 d4. b-8
bb-4 r2 f8 c+8
f+4 eb+8 f+8 eb+8 eb+4.
r8 ab16 bb16 c+16 db+16 eb+16 f+16 ab+8/3 g+8/3 f+8/3 eb+8 db+8
bb8 a8 bb4 r8 c+8 bb8 eb+8
r2. gb8 f8
g8 f8 bb4 c+8 eb+4.
f8 bb8 eb+8 ab+8 r8 e8 a8 d+8
db+4. c+16 b16 bb4 r4
r8 d16 g16 c+8 c+4 a8 bb4
r8 g8 f#8 g8 r8 a8 g#8 a8+4
r8 c+8 f+8 bb+4 a+8
g+16 f+16 d+16 c+16 bb16 g16 f16 d16 e8 a8 c4
r2 d+16 c+16 bb16 a16 bb16 g16 a16 ab16
g8 g8 r8 g4 g8 d4
ab16 eb16 db8 r8 f#8 g4 r4
r8 d8 g8 c+8 e+4. g8
