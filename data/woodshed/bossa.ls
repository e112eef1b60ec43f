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
r8 f#8 f#8 a4 a8 c#+8 e+8+4
r8 d+16 c#+16 b4 r4
r8 b16 c+16 c#+4 e+8/3 c#+8/3 b8/3 a#4
b16 a#16 b16 d+16 c#+8 b8 g8 g8 r4
g#4. b8 r4 c#+8 d+8
eb+4 r8 d+8 r8 g8 ab8 g8
f#16 a16 c#+16 f#+4 e+16 c#+8 r4.
r8 b16 bb16 a8 a8 g#16 a16 f#8 r4
r2 r8 a8 g#8 a8
b16 c+16 b16 a16 g8 e8 r8 f#8 g#8 bb8
b4. e16 e16 r4 a8 c#+8
c+4. a8 f#8 g4.
c#+16 d+16 c#+16 b16 a8 b8 r4 a8 a8
r4 c+8/3 d+8/3 f+8/3 g#+4 g+8 f#+8
e+4 b8/3 c#+8/3 b8/3 bb8 bb8 r8 bb8
a4 r2.
r8 g16 ab16 bb16 c+16 d+16 e+16 eb+8 c+8 g4
r4 d+8 d+8 d+8 c+8 b8 bb8
f+4 d8 bb-8 r2
r4. d8 eb8 g8 f#8 g8
ab8 g8 ab8 r8 ab8 g8 ab4
b16 d+16 e+16 f+16 e+8 f+8 eb+8 db+8 d+4
e+4 e+8 d+8 d4 r4
b4. d+8 bb8 a8 g8 e8
f#2 r8 g#16 b16 d+16 e+16 d+8
d+16 d+8. b8 g#8 r8 g16 a16 g#8 b8
a16 g#16 a16 b16 c#+16 d#+16 e+16 d#+16 g#+8 e+8 r4
r4 c+8 bb8 a8 f8 e8 d#8
r2 f#8 e4 f#8
a8/3 c#+8/3 e+8/3 f+8/3 c+8/3 a8/3 f#8 a8 c+8 b8
b4 f#8 a8 r8 g8 g#8 bb8
a4. f#8 e4 a-4
