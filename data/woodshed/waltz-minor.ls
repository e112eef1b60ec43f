(title Grey Heron)
(composer Woodshed)
(comments Practises: minor waltz, the major sixth and seventh of the minor tonic, half-diminished and altered arpeggios)
(meter 3 4)
(key 2)
(tempo 144.0)
(part (type chords))
Bm6 | / | C#m7b5 | F#7b9 | Bm7 | E7 | Am7 | D7 |
GM7 | / | C#m7b5 | F#7alt | Bm6 | G7#11 | C#m7b5 | F#7b9 |
Em7 | A7 | DM7 | / | Dm7 | G7 | CM7#11 | F#7b9 |
Bm6 | Bm7/A | G#m7b5 | GM7 | C#m7b5 | F#7alt | Bm6 | / |
(part (type melody))
r4 f#8 g#8 a#8 c#+8+4
b8. b16 f#4
g4 b8/3 c#+8/3 e+8/3 g+4
e+16 d#+16 c+16 a16 b8 a8 a#4
c#+4 r4 a#8 b8
d+16 c#+16 b8 d+8 c#+4 r8
r4 c+8 b8 c+8 e+8
e+8/3 d#+8/3 e+8/3 b8/3 g#8/3 bb8/3 a4
b-4 r2
r4 b8 e+4 c#+8
b16 c#+16 d+16 e+16 f#+8 d#+8 e+8 a8
a#8 a8 r4. c+8
f#4 f#8 g#4 a#8
r4 a16 b16 c#+16 d#+16 e+8 d+8
e+4. b8 g8 e8
c#8/3 e8/3 g8/3 a#8/3 b8/3 a8/3 r4
b4 b8 f#4 g8
r8 g#8 bb8 a8 d#+8 e+8
f#+4. a8 bb8 b8
r2.
e8 g8 b8/3 e+8/3 d+8/3 a4
a8 a8 r8 c#+8 d+8 d#+8
e+4 d+16 e+16 d+16 b16 r4
r4 g8 g8 a8 a#8
b4. c#+8 d+4
d+16 c#+16 c+16 b16 f#8 f#8 r4
c#+8/3 b8/3 e+8/3 f#+4 r4
d+4 d4 r4
r8 e16 g16 b4 c+8 bb8
a8 g8 e16 d#16 d16 c16 a#-4
r4 b-8 f#8 a#8 b8+4
a#8 b4.
