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
r8 a8 b16 a16 g#16 a16 e+8 c+8 r4
r8 a8 b16 a16 g#16 a16 b8 b8 f8 d8
r4 e8/3 g8/3 b8/3 d+4. a8
d2 r2
r8 bb16 a16 bb8 f8 d+4. eb+8
d+16 db+16 c+16 b16 bb16 b16 g16 f#16 g16 a16 bb16 b16 d+8 g8
f4 r4 r8 g8 g8 a8
d4. f8 bb-4 r4
r4 r8 f+8 eb+16 e+16 f+8 c+8 ab8
g8. g8. r8 c+16 b16 bb8 g8 f8
eb4/3 f4/3 bb4/3 c+4 r4
r1
r8 eb+4 eb+8 eb+8. f+8. b8
f+8. eb+16 b8 ab8 g8. a16 ab8 f8
bb4 bb16 a16 bb16 db+16 bb8 f8 r4
r4 db8 eb8 ab8/3 bb8/3 ab8/3 eb4
r8 e8 e8 c#8 e16 f16 f#16 g#16 a8 c#+8
b16 a16 g16 a16 f#16 a16 g#16 g16 f#8 c#8 r4
g#4. c#+8 f#+8 c#+8 g#4
r2 r8 g#8 a16 g#16 f#16 e16
d8 r8 d+8 c#+8 r8 d+8 c#+16 d+16 a8
bb16 d+16 f+16 d+16 c+16 a16 g#16 g16 f8 f#8 r4
f#8/3 a8/3 c#+8/3 e+4 r8. e+8. c#+8
d+8 a8 f#4 a-2
