(title Blues in C)
(composer Woodshed)
(comments A twelve-bar blues with a ii-V and a turnaround)
(meter 4 4)
(key 0)
(tempo 140.0)
(part (type chords))
C7 | F7 | C7 | Gm7 C7 |
F7 | F#o7 | C7 | Em7b5 A7b9 |
Dm7 | G7 | C7 A7b9 | Dm7 G7 |
