(title Relatives)
(composer Woodshed)
(comments CC0. Practises: minor ii-V-i answered by ii-V-I of the relative major)
(meter 4 4)
(key 0)
(tempo 144.0)
(part (type chords))
Bm7b5 | E7b9 | Am6 | / | Dm7 | G7 | CM7 | / |
Em7b5 | A7alt | Dm6 | / | Gm7 | C7 | FM7 | / |
Gm7b5 | C7b9 | Fm6 | / | Bbm7 | Eb7 | AbM7 | / |
C#m7b5 | F#7alt | Bm6 | / | Em7 | A7 | DM7 | / |
(part (type melody))
e+4. e+8 f+16 e+16 d+8 r4
r8 f+8 f+8 d+8 b16 bb16 a16 g#16 f8 d8
c4 r8 e8 g#16 a16 b16 c+16 e+8 c+8
b8 a4. r2
r8 a8 g8 a8 f16 e16 eb16 d16 b-4
a-8 c#8 e8 bb8 b8/3 b8/3 b8/3 d+4
e+4 b8. c+16 g4 r4
r4. e8 g8. e16 d8 e8
r4 bb4 bb8. g8. d+8
c#+16 c+16 bb16 c+16 eb+8 f+8 eb+4 r8 c+8
c#+8/3 e+8/3 c#+8/3 d+4 r8 e+8 b8 g8
f4. a8 e4 r4
r8 d+16 d+16 c+8 a8 c+4 a8 c#+8
d+8 eb+16 d+16 db+16 c+16 b16 bb16 a4 r4
a-8 c8 d8 g8 a4. b8
a8 a8 g#16 a16 e8 c4 r4
r8 f+4 f+8 r8. f+8. db+8
bb16 db+16 b16 bb16 g16 ab16 bb16 b16 c+8 f#8 a8 ab8
g4 c+4/3 ab4/3 g4/3 r4
r2 r4 d8 f8
f+2 r8 f+8 eb+16 f+16 c+8
r8. b16 bb8 a8 ab16 g16 gb16 g16 f8 e8
eb8 c4. r2
d+8 eb+8 d+8 c+4. bb8 f8
r8 f#+8 f#+8 e+8 g+16 f#+16 e+16 d+16 b8 a8
a#8. c+16 d+8 a#8 r2
e4 f#8 f8 f#8 g#8 a#16 b16 c#+16 d+16
e+4. c#+8 g#4 r4
r8 b8 d+8 b8 d+8/3 e+8/3 d+8/3 b4
bb16 ab16 f16 ab16 bb8 a8 f#8 f16 d#16 e8 b-8
e8. a16 r8 b8 b8. a16 c#+4
e+8 f#+8 e+4 e4 r4
