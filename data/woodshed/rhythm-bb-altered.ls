(title Rhythm in Bb, Back Stairs Bridge)
(composer Woodshed)
(comments Practises: passing diminished and tritone chords in the A section, a bridge of descending half steps)
(meter 4 4)
(key -2)
(tempo 208.0)
(part (type chords))
Bb6 Bo7 | Cm7 C#o7 | Dm7 Db7 | Cm7 B7 | Bb7 | Eb7 Ab7 | Dm7 Db7 | Cm7 B7 |
Bb6 Bo7 | Cm7 C#o7 | Dm7 Db7 | Cm7 B7 | Bb7 | Eb7 Ab7 | Cm7 B7 | Bb6 |
D7 | Ab7 | G7 | Db7 | C7 | Gb7 | F7 | B7 |
Bb6 Bo7 | Cm7 C#o7 | Dm7 Db7 | Cm7 B7 | Bb7 | Eb7 Ab7 | Cm7 B7 | Bb6 |
(part (type melody))
f4 e8/3 f8/3 bb8/3 ab8 ab8 r4
c+8 d+8 c+8 c+8 a4 r4
r8 a8 f8 e8 eb4 r8 b8+8
bb8 g8 bb8 r8 eb8 gb8 a8
g4. g8 gb8/3 f8/3 e8/3 e16 eb16 c8
r2 r8 gb8 bb8 gb8
f4/3 a4/3 e4/3 eb8 f8 db+8 b8
bb16 b16 bb16 g16 bb8 g8 ab2
r8 f8 e8 f8 e8 g8 bb8 db+8
f+8/3 eb+8/3 c+8/3 bb8 c+8 a2
r4. e+8 b8 ab8 f8 ab8
g16 ab16 g16 f#16 g8 eb8 a8 gb8 r4
g8 g+8 r8 f+8 e+16 eb+16 db+16 c+16 bb8 g8
r8 f8 bb8 a8 c+4. c+8+8
bb8 eb8 d8 db8 eb8 f8 ab8
f4 r2.
r8 b8 bb8 f8 f4 f#8 a8
bb16 c+16 bb16 ab16 bb8 bb8 d+2
a8/3 b8/3 a8/3 g8 b8 e8/3 f8/3 e8/3 e8 eb8
r4 f8 ab8 bb8 b8 f8 f8
d4. d+8 c+16 b16 a16 ab16 f#8 a8
r2 c+8 c+8 eb+8 db+8
c+8 b16 c+16 a8 r8 c+8/3 d+8/3 eb+8/3 d+8 g8
g#8 eb+4 db+8 b8/3 bb8/3 ab8/3 r4
c4 r2 bb8 db+8
c+8 eb8 g8 c+8 db+8/3 bb8/3 db+8/3 bb4
g8 a8 g8 f8 g8 ab8 g8 f8
g4 r4 gb8 f8 eb8 r8
r8 f16 g16 ab8 bb8 b8 bb8 f+4
db+4/3 g4/3 db+4/3 c+8 c8 eb8 e8
f8/3 g8/3 f8/3 g16 bb16 g8 gb8 f8 r8 db8
d4 f8 bb-8 r2
