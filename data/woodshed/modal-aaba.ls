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
r8 g8 f8 e8 d4
r8 d8 f8 f#8 g8 a8 bb8 a8
e4. d8 r2
r4 g8 c+8 f+4 d+8 e+8+4
r8 d+8 c+8/3 bb8/3 a8/3 g8 a8
bb8 a8 bb8 c#+8 d+4. d#+8
e+4 c+8 a8 r2
r8 d+8 f+8 d+8 a+4. g+8
f+8 e+8 d+8 c+8 bb8 a8 ab8 g8
f4 r8 d8 e8 f8 r8 g8+4
f8 a8 r8 c+8 a8 g8
e8 r8 r4 bb16 c+16 d+8 f+8 d+8
e+8/3 d+8/3 c+8/3 bb8 d+8 a8 g8 e8 f8
d8 f8 g8 f8 bb4 c+8 c#+8
d+4. a8 r4 r8 f8+4
r8 bb8 c+8 f+8 eb+4
r8 ab8 c+8 db+8 eb+8/3 f+8/3 ab+8/3 g+4
f+8 db+8 bb8 a8 bb8 c+8 db+4
r4 bb16 c+16 db+8 eb+8 db+8 eb+8 bb8
r8 gb8 f8 ab8 f8 bb8 c+8 db+8+4
c+8 g4. r4
f8 bb8 eb+8 ab+4 g+8 f+8 eb+8
db+8/3 eb+8/3 db+8/3 c+8 b8 bb8 f8 r4
r8 d8 g8 c+4 a8 bb4
r8 g8 f#8 g8 bb8 a8 e8 g8+4
r8 c+8 f+8 bb+4 a+8
g+8 f+8 d+8 c#+8 d+8 bb8 c+4
r4 r8 d+8 c+8/3 bb8/3 g8/3 bb8 a8
g4 d8 a8 c+4. a8
ab8 eb8 db8 f#8 g4 r4
r8 d8 g8 c+8 e+2
