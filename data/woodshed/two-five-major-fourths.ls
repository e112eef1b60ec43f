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
r4 e+8 e+8 r8. e+8. c+8
d+8 e+8 r8 f#+4 e+16 d+16 c+8 b8
c+16 b16 bb16 a16 g#16 a16 b16 c+16 d+8 e+8 g#+4
r8 f#+8 eb+16 e+16 f#+8 e+8 c+8 b8 e8
b4. r8 r2
r8 b-8 e8 f#8 a8. b16 a4
bb8/3 a8/3 c+8/3 a8 f8 ab8 g8 f#8 db8
c4 a2 r4
r8 d+8 eb+16 d+16 c+8 g8 a8 f#8 g8
a16 bb16 c+16 d+16 f+8 d+8 r2
r8 c+8 c+8 b8 c+4 c+8 ab8
r8 c+8 c+8 b8 c+16 bb16 b16 c+16 d+8 g8
d+4 ab8/3 bb8/3 ab8/3 g8 e8 r4
r4. g8 ab8/3 bb8/3 b8/3 c+4
d+4. bb8 bb8. g8. f8
r1
r8 c+4 db+8 db+16 c+16 b16 bb16 a8 f8
g4 f8 c8 r2
gb+8 f+8 r8 ab+8 f+16 gb+16 f+16 d+16 c+8 bb8
e8 f4. ab8 f8 r4
r8 g#16 a#16 b8 g#8 b8 g#8 e+8 e+8
d#+8. e+16 b4 r4 g#8 a8
a#16 b16 c+16 c#+16 e+16 d#+16 d+16 c#+16 c+16 c#+16 b16 a#16 g#8 d#8
e8. e8. r8 e4 g#8 c+8
c#+4. d#+8 b8/3 c#+8/3 b8/3 g#8 f8
r2 r8 b8 a#16 b16 d#+8
a8 e+8 r8 d+16 d+16 c+16 f16 a16 c+16 b8 f8
e4 f#8 g#16 a16 b16 c#+16 d#+4 r8
r8 f#8 bb8 a8 bb16 b16 c+16 c#+16 eb+8 b8
f#+8 a8 a8 a4. e4
