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
f4 e8/3 f8/3 a8/3 g8 g8 r4
c+8 d+8 a8 a8 a4 r4
r8 g8 f8 e8 eb4 r8 bb8+8
a8 f8 a8 r8 f8 f8 g#8
g4. g8 gb8/3 f8/3 e8/3 e16 eb16 c8
r2 r8 f8 bb8 f8
e4/3 g4/3 e4/3 eb8 eb8 bb8 g8
a16 b16 bb16 g16 d8 f8 ab4 r4
r8 f8 e8 f8 e8 g8 bb8 db+8
d+8/3 f+8/3 d+8/3 b8 c+8 a2
r4. e+8 bb8 ab8 g8 g8
f16 gb16 f16 e16 f8 a8 ab8 db+8 r4
g8 g+8 r8 f+8 e+16 eb+16 db+16 c+16 g8 g8
r8 f8 c+8 a8 bb4. f8+8
f8 e8 d8 c#8 f8 f8 ab8
f2 r2
r8 b8 g#8 e8 f4 e8 b8
bb16 b16 bb16 ab16 f8 bb8 d+4 r4
a8/3 b8/3 a8/3 a8 b8 e8/3 f8/3 e8/3 e8 eb8
r4 eb8 bb8 bb8 bb8 g8 eb8
d4. d+8 c+16 b16 a16 ab16 f#8 a8
r2 c+8 c+8 eb+8 db+8
b8 b16 c+16 g8 r8 c+8/3 d+8/3 d+8/3 d+8 g8
g#8 eb+4 db+8 b8/3 bb8/3 ab8/3 f4
c4 r2 bb8 db+8
d+8 d8 f8 d+8 eb+8/3 c+8/3 a8/3 g4
g8 a8 g8 g8 g8 ab8 g8 eb8
f4 r4 f8 f8 db8 r8
r8 e16 g16 ab8 g8 b8 bb8 e+4
c+4/3 f4/3 c+4/3 bb8 bb-8 d8 e8
f8/3 g8/3 a8/3 a16 bb16 f8 f8 g#8 r8 db8
c4 f8 c8 r2
