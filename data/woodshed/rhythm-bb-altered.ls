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
f4 d8 f8 ab8 f8 d+4
c+8 eb+8 c+8 g8 bb4 r4
r8 a8 f8 e8 eb8 ab8 b4
bb8 g8 eb8 g8 gb8 eb8 gb8 a8
ab4. g8 f8 d8 eb8 e8
f8 bb8 db+8 bb8 c+8 bb8 gb4
f4 r8 a8 ab8 f8 ab8 eb8
g8 eb8 g8 d8 db4 r8 eb8
d8 f8 bb8 d+8 b8 d+8 f+4
f+8/3 eb+8/3 d+8/3 c+8 bb8 a4. r8
r4 c+8 a8 ab4 b8 ab8
g8 bb8 c+8 bb8 b8 db+8 a4
f4 r8 bb8 c+16 db+16 d+8 c+4
db+8 bb8 g8 bb8 c+8 gb8 bb4
d8 eb8 g8 eb8 gb8 a8 db+4
c+8 bb8 g4 r2
r8 b8 a8 b8 f#4 c+8 a8
bb8 ab8 gb8 bb8 c+4. r8
a8/3 b8/3 d+8/3 b4 a8 b8 f4
r8 f8 g8 f8 b4 eb+4
d+4 e+8 d+8 bb4 a8 g8
ab8 bb8 r8 bb8 eb+4 c+4
c+8 a8 c+8 eb+8 d+8 c+8 eb+8 f+8
g#+4 f#+8 eb+8 db+8 b8 r4
bb4. g8 ab8 f8 b4
c+8 b8 c+8 eb+8 e+8 db+8 bb4
a4 g8 a8 ab4 g8 ab8
g4 eb8 g8 gb8 eb8 r4
r8 f8 g8 ab8 bb8/3 b8/3 c+8/3 d+8 f+8
eb+4 db+8 bb8 c+4 bb8 gb8
f8 eb8 g8 eb8 gb8 eb8 db4
d4 f8 g8 r2
