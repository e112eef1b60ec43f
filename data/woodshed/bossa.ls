(title Paper Lanterns at Noon)
(composer Woodshed)
(comments Practises: bossa nova in straight eighths, anticipations over the bar line, guide tones through distant ii-V's)
(meter 4 4)
(key 2)
(tempo 138.0)
(part (type chords))
DM7 | / | G#m7b5 | C#7b9 | F#m7 | F7#11 | Em7 | A7 |
DM7 | Am7 D7 | GM7 | Gm6 | F#m7 | B7b9 | Em7 A7 | DM7 |
Fm7 | Bb7 | EbM7 | / | Dm7b5 | G7b9 | CM7 | Em7 A7 |
DM7 | G#m7b5 C#7b9 | F#m7 | B7b9 | GM7 | F#m7 B7b9 | Em7 A7 | D6 |
(part (type melody))
r8 f#8 g#8 a4 b8 c#+8 e+8+4
d+8 b8 r4 r8 b8
c#+8 d+8 r8 d+4. b8 a#8
b4 g8 g#8 b8 d+8 c#+8 a8+4
r8 g#8 a8 b4 e+8
d+4 r8 eb+8 r8 d+8 b8 g8
a4 f#8 g8 r8 b8 d+8 f#+8+4
e+8 d+8 b8 g8 g#8 a8
a4. e8 r4 f8 f#8
g8 b8 r8 c+4 b8 a8 bb8
b4 r8 d+8 f#+4 r8 e+8+4
d+8 bb8 r4 c+8 bb8
a8 b8 c#+8 g#+4 f#+8 d#+8 c#+8
d+8 c+8 a8 f#8 r8 c+4 bb8
b8 c#+8 d+8 b8 c#+4 r8 bb8
a4. b8 r2
r4 g8 ab8 c+4 d+8 eb+8
d+8 f+8 r8 c+8 b8 bb8 ab8 gb8
g4 a8 d+4. c+8 bb8
r4 r8 g8 f#8 g8 bb8 a8
ab4. g8 r8 d8 f8 ab8
b8 db+8 d+8 f+4 d+8 f+8 eb+8
e+4 r8 d+8 d#+8 e+8 d+8 b8+4
a8 f#8 e8 c#8 bb8 a8
f#8 r4 g#8 a4 c#+8 e+8+4
d+8 c#+8 bb8 b8 g8 g#8
a8 g#8 a8 c#+8 d#+8 e+8 c#+4
r4 g#8 a8 c+8 d+8 d#+8 f+8
f#+4 r8 d+8 e+8 d+8 r4
r8 b8 c#+8 a8 c+8 a8 f8 f#8
g8 f#8 r8 b8 c#+8 a8 g8 g#8
a8 f#8 e4 r8 g#8 b4
