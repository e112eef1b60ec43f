(title Round the Whole Tones, Major)
(composer Woodshed)
(comments CC0. Practises: major ii-V-I falling by whole tones, sevenths to thirds, turns and enclosures)
(meter 4 4)
(key 0)
(tempo 168.0)
(part (type chords))
Dm7 | G7 | CM7 | / |
Cm7 | F7 | BbM7 | / |
Bbm7 | Eb7 | AbM7 | / |
Abm7 | Db7 | GbM7 | / |
F#m7 | B7 | EM7 | / |
Em7 | A7 | DM7 | / |
(part (type melody))
r8 a8 g#8 a8 b8 c+8 b8 g8
f8 a8 ab8 g8 e4 r8 e8+4
d8 e8 g8 e8 f8/3 e8/3 d8/3
g4 r8 f8 a8 g8 d4
r4 bb8 bb8 a8 bb8 d+8 f+8
eb+8 d+8 db+8 c+8 bb8 a8 gb8 g8
f4. eb8 d16 eb16 d8 bb-8 c#8
d4 r8 c8 eb8 d8 a4
r8 f8 e8 f8 c+16 db+16 c+8 b8 bb8
ab8 a8 bb8 c+8 db+4 r8 c+8
bb16 c+16 bb8 ab8 bb8 c+4 eb+4
r4 c+8 bb8 c+8 db+8 c+4
r2 r8 eb+8 f+8 eb+8
b4 bb8 b8 ab16 bb16 ab8 g8 f8
eb8 gb8 f8 db8 ab-8 r4.
r8 c8 db8 eb8 ab8/3 bb8/3 ab8/3 gb8 f8
e4 r8 c#8 d#8 e8 g#8 b8
c#+8 c+8 b8 a8 g#8 g8 a8 g#8+4.
a8 g#8 b8 r4
r8 b8 c#+16 d#+16 c#+16 b16 g#4 b4
d+4 r8 c#+8 d+16 e+16 d+8 b8 d+8
bb8 a8 g#8 a8 c#+8 g8 f8 f#8+4
e8 g8 a4 r8 f#8
a8 b8 e+8 c#+8 b4 r4
