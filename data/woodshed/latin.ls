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
e8 r8 e8 b4 a8 r8 e8
f8 a4 a8 r4 g8 a8
b4. b16 a16 r8 b8 a8 b8
b8 g8 r4 ab16 bb16 db+16 eb+16 e+8 d+8
d+8. c#+16 r2.
r8 d8 e8 g8 b4 g8 c8
bb4 r8 f#8 bb8 r8 d+8 c#+8
d+16 c+16 a16 g16 eb8 f8 a4 g8 f8
f#4. e8 r2
b8/3 c+8/3 b8/3 a8/3 c+8/3 e+8/3 b4 a8 r8
g8 b8 a#8 b8 r8 g8 f#8 g8+4
r8 a8 c+8 e+8 g+4
f#+16 f#+8. r8 f#+8 e+8/3 f#+8/3 e+8/3 b4
r2 g8 ab8 a8 f8
f#16 a16 c+16 d+16 f+16 d+16 c+16 g#16 a8 f8 b-4
r4 b8/3 g8/3 e8/3 b-4 r4
r8 g#8 a8/3 b8/3 d+8/3 f#+8 d+8 b4
e+8 d+8 eb+16 e+16 d+16 b16 a#8 b8 g#4
a16 b16 b4. r2
r8 d+8 c#+8 d+8 a8 f#4.
b16 c+16 c+8 a-4 r8 d8 e8 b8
c+16 d#+16 f#+16 a+16 f#+8 d#+8 c+4 r4
r4 c#+8 d+4 b8 bb8 a8
a8 a8 c+4 r8 a8 c+8 d#+8
e+4. d+8 b2
r8 d+8 c#+8 d+8 r8 b8 a#8 b8
c#+4 bb8/3 a8/3 g8/3 e8 bb8 r4
c+16 d+16 c+16 g16 b8 g#8 a4 r4
b16 b8 b16 r8 b8 c#+4 b8 a8
a16 a8 a16 r8 b8 b4 a8 g8
f#8 f#8 r8 g#8 c+4 a8 f8
e4 r8 b-8 d8 e4.
