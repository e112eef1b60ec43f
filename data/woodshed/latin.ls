(title Copper Drum)
(composer Woodshed)
(comments Practises: afro-latin vamp with clave-like accents, riffs in sequence, a swing bridge through fourths)
(meter 4 4)
(key 1)
(tempo 184.0)
(part (type chords))
Em7 | FM7 | Em7 | FM7 | Em7 | FM7 | C7#11 | B7alt |
Em7 | FM7 | Em7 | FM7 | Em7 | FM7 | B7b9 | Em7 |
Am7 | D7 | GM7 | C7#11 | F#m7b5 | B7b9 | Em7 | F#m7b5 B7alt |
Em7 | FM7 | Em7 | FM7 | Em7 | FM7 | B7b9 | Em7 |
(part (type melody))
e8 r4 b4 a8 r8 f#8
g8 a4 b8 d+4 b8 a8
b4 r8 e8 r8 f#8 g8 b8
a8 g8 a8 g8 r8 d+4 e+8+4
d+8 c#+8 r8 a#8 b8 f#+8
e+8 c+8 r8 e+4 d+8 r4
bb8 f#8 r8 bb4. d+8 c#+8
d+4 c+8 a8 b8 g8 eb8 f8
f#4 r8 g8 r4 b8 a8
g8/3 a8/3 c+8/3 e+4 r8 c+8 b8 a8
g8 b8 a#8 b8 r8 e8 f#8 g8+4
r8 a8 b8 d+8 e+8 g+8
f#+8 r8 d+4. c#+8 d+8 d#+8
r8 e+4 d+4 g4 f8
f#8 a8 c+8 b8 r8 c+8 ab8 a8
g4 f#8 b8 r4 r8 e8+4
g8 g#8 a8/3 b8/3 c+8/3 d+8 g+8
f#+8 e+8 eb+8 d+8 b8 a8 g#8 a8
b8 a8 f#4 a#8 b8 r4
r8 d+8 c#+8 d+8 a8 bb8 d+8 f#+8
e+4 r8 d+8 b8 a8 b8 a8
d#+8 f+8 f#+4 d#+8 c+8 ab8/3 a8/3 f8/3
f#8 r8 b8 d+8 c#+8 d+8 b8 bb8
a4 c+8 e8 g8 a8 c+8 d#+8
e+4 r8 d+8 b8 c#+8 d+4
r8 d+8 c+8 d+8 r8 b8 g8 e8
f#4 r8 f#8 g8 a4 c#+8
c+16 d+16 c+8 a8 g#8 a4 r4
b8 b8 r8 b8 c#+4 b8 a8
a8 a8 r8 a8 b4 a8 g8
f#8 f#8 r8 g#8 c+4 a8 f8
f#8 g8 b8 e8 r8 a8 f#4
