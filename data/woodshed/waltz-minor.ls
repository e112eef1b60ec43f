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
b8 g#8 e8 f#8
g4 b8/3 c#+8/3 e+8/3 g+4
e+8 d#+8 c#+8 a4 a#8
g#8 r8 a8 a#8 b8 e+8
f#+4 r8 c#+8 b8 a#8
b4 r8 d+8 r4
c+8 b8 bb8 a8 g#8 a8
b4. r8 d#8 e8
a8/3 b8/3 c#+8/3 e+4. d+8
f#+8 e+8 d+8 b8 r4
r8 g8 a8 a#8 c+8 e+8
c#+4 r8 a#8 b8 g#8
a8 a#8 b8 c#+4.
d+8 c#+8 b8 g8 r4
g8 a8 a#8 d#+4 c#+8
f#+4 e+8 c#+8 r4
r8 c8 c#8 f#8 bb8 a8
f#4. a8 c#+8 e+8
c#+8 b8 a4 r4
r8 f8 a8 c+8 e+4
d+8 c#+8 e+8 d+8 r4
a8 b8 d+8/3 e+8/3 f#+8/3 d+4
c#+4 c+8 a8 a#8 r8
f#4 r8 e8 g#8 a#8
c#+8 d+8 f#+4. a+8
g#+8/3 f#+8/3 d+8/3 b4 c#+8 b8
c#+4 r8 d+8 r4
g8 r8 b8 e+8 c#+8 b8
a#4. c+8 e+8 d+8
c#+4 e8 f#8 a#8 b8+4
a#8 b4.
