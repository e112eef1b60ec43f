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
f4 e8/3 f8/3 bb8/3 ab8 g8 db+4
c+8 d+8 c+8 g8 a8 r8 r4
r8 a8 f8 e8 eb8 g8 b4
bb8 g8 f8 d8 db8 eb8 gb8 a8
ab4. g8 f8/3 d8/3 f8/3 eb8 e8
f4 bb8/3 db+8/3 f+8/3 c+8 bb8 gb4
f4 r8 e8 eb8 f8 g8 eb8
f8 eb8 f8 g8 ab4 r8 gb8
f8 e8 f8 bb8 b8 d+8 e+4
f+8/3 eb+8/3 d+8/3 c+8 bb8 a4 r4
r4 e+8 c+8 b4 bb8 g8+8
f#8 g8 d+8 db+8 bb8 a8 r8
f4 r8 bb8 c+16 db+16 d+8 c+4
db+8 c+8 bb8 f8 gb8/3 bb8/3 c+8/3 f+4
eb+8 d+8 bb8 f8 gb8 ab8 db+4
c+8 bb8 g4 r2
r8 b8 a8 e8 f#4 b8 a8
bb16 c+16 bb16 ab16 gb8 bb8 c+4 r4
a8/3 b8/3 d+8/3 b4 a8 b8 f4
r8 f8 g8 f8 b4 eb+4
d+4 e+16 d+16 c+8 bb4 a8 g8
ab8 bb8 r8 bb8 eb+8/3 db+8/3 c+8/3 bb4
c+8 b16 c+16 a8 r8 c+8/3 d+8/3 eb+8/3 d+8 f+8
g#+4 f#+8 eb+8 db+8 b8 r4
bb4. g8 ab8 f8 bb4
c+8 b8 c+8 d+8 e+8 eb+8 db+8 r8
a4 g8 a8 ab4 g8 ab8
g4 f#8 g8 gb8 f8 r4
r8 f8 g8 ab8 bb8/3 b8/3 c+8/3 d+8 eb+8+4
db+8 f8 c+4 bb8 f8
eb8/3 f8/3 g8/3 f8 d8 gb8 ab8 db4
d4 bb-8 c8 r2
