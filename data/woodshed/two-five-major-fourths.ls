(title Long Way, Short Way)
(composer Woodshed)
(comments CC0. Practises: major ii-V-I with two bars a chord, then two chords a bar)
(meter 4 4)
(key 1)
(tempo 184.0)
(part (type chords))
Am7 | / | D7 | / | GM7 | / |
Gm7 C7 | FM7 | Cm7 F7 | BbM7 |
Fm7 | / | Bb7 | / | EbM7 | / |
Bbm7 Eb7 | AbM7 | Ebm7 Ab7 | DbM7 |
C#m7 | / | F#7 | / | BM7 | / |
Bm7 E7 | AM7 | Em7 A7 | DM7 |
(part (type melody))
r4 e+8 d+8 e+8 c+8 b8 c+8
e+4 r8 f#+8 g+16 f#+16 e+8 d+8 b8
c+8 b8 bb8 a8 g#8 a8 b8 e8
a8 d+8 eb+4 d+8 d+8 r8 b8+8
a8 b8 c+8 b16 a16 g8 f#8 e8
a4. g8 a8 b8 r4
bb8 a8 c+8 d+8 e+8 eb+8 d+8 a8
c+4. b8 c+8 r4.
r8 eb+8 f+8 d+8 c+8 b8 bb8 g8
a4 c+16 d+16 c+8 eb+8 d+8 r4
r8 c+8 c+8 b8 c+4 d+8 bb8
r8 c+8 c+8 b8 c+8 f+8 g+8 eb+8
bb8 b8 bb8 a8 ab8/3 bb8/3 ab8/3 f4
r8 g8 ab8 bb8 g+8 ab+8 f+8 eb+8+4.
d+8 c+8 ab8 g8 a8
bb4 c+8 bb8 ab8 g8 r4
r8 c+8 db+8 eb+8 g+8 f+8 e+8 eb+8
c+8/3 db+8/3 c+8/3 bb8 b8 c+4 r4
gb8 gb8 f8 gb8 bb8 gb8 f8 eb8+4.
e8 f8 ab8 c+4
r4 g#8 a#16 b16 a#8 g#8 b8 e8
f#8 e8 d#8 e8 g#4 b4
a#8 b8 c+8 c#+8 e+8 d#+8 f#+8 g#+8
g+8 f#+8 e+8 d#+8 c#+8 r4.
d#+4 e+8/3 c#+8/3 d#+8/3 g#+8 f#+8 r8 c#+8
b8 c#+8 a#8 g#8 c#+4 r4
r8 d+8 e+8 c+8 b8 bb8 g#8 f#8+4.
e8 f#8 a8 e4
r8 g8 a8 f#8 g8 b8 bb8 a8
f#8 e8 f#16 g16 f#8 a4 r4
