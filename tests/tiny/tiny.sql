-- The tiny solo as a Weimar Jazz Database, version 2: the tables and columns that are read, and a few that are not.
PRAGMA page_size = 1024;
CREATE TABLE melody (eventid INTEGER PRIMARY KEY, melid INTEGER, onset REAL, pitch REAL, duration REAL, period INTEGER, division INTEGER, bar INTEGER, beat INTEGER,
                     tatum INTEGER, subtatum INTEGER, num INTEGER, denom INTEGER, beatdur REAL, loud_med REAL);
CREATE TABLE beats (beatid INTEGER PRIMARY KEY, melid INTEGER, onset REAL, bar INTEGER, beat INTEGER, signature TEXT, chord TEXT, form TEXT, bass_pitch INTEGER, chorus_id INTEGER);
CREATE TABLE sections (melid INTEGER, type TEXT, start INTEGER, end INTEGER, value TEXT);
CREATE TABLE solo_info (melid INTEGER PRIMARY KEY, trackid INTEGER, compid INTEGER, recordid INTEGER, performer TEXT, title TEXT, titleaddon TEXT, solopart TEXT, instrument TEXT,
                        style TEXT, avgtempo REAL, tempoclass TEXT, rhythmfeel TEXT, key TEXT, signature TEXT, chord_changes TEXT, chorus_count INTEGER);

INSERT INTO solo_info VALUES (7, 1, 1, 1, 'Woodshed', 'Tiny Two Five', '', '1', 'ts', 'SWING', 120.0, 'MEDIUM', 'SWING', 'C-maj', '4/4', '', 1);
INSERT INTO sections VALUES (7, 'PHRASE', 0, 9, '1'), (7, 'PHRASE', 10, 16, '2'), (7, 'CHORUS', 0, 16, '1');
INSERT INTO melody (melid, onset, pitch, duration, period, division, bar, beat, tatum, subtatum, num, denom, beatdur) VALUES
    (7, 2.0, 62.0, 0.5, 4, 1, 1, 1, 1, 0, 4, 4, 0.5),
    (7, 2.5, 65.0, 0.25, 4, 2, 1, 2, 1, 0, 4, 4, 0.5),
    (7, 2.75, 69.0, 0.25, 4, 2, 1, 2, 2, 0, 4, 4, 0.5),
    (7, 3.0, 72.0, 0.5, 4, 1, 1, 3, 1, 0, 4, 4, 0.5),
    (7, 3.5, 76.0, 0.16666666666666666, 4, 3, 1, 4, 1, 0, 4, 4, 0.5),
    (7, 3.666666666666667, 74.0, 0.16666666666666666, 4, 3, 1, 4, 2, 0, 4, 4, 0.5),
    (7, 3.833333333333333, 72.0, 0.16666666666666666, 4, 3, 1, 4, 3, 0, 4, 4, 0.5),
    (7, 4.0, 71.0, 0.75, 4, 1, 2, 1, 1, 0, 4, 4, 0.5),
    (7, 4.75, 69.0, 0.25, 4, 2, 2, 2, 2, 0, 4, 4, 0.5),
    (7, 5.0, 67.0, 1.25, 4, 1, 2, 3, 1, 0, 4, 4, 0.5),
    (7, 6.25, 64.0, 0.25, 4, 2, 3, 1, 2, 0, 4, 4, 0.5),
    (7, 7.0, 69.0, 0.25, 4, 2, 3, 3, 1, 0, 4, 4, 0.5),
    (7, 7.25, 73.0, 0.25, 4, 2, 3, 3, 2, 0, 4, 4, 0.5),
    (7, 7.5, 64.0, 0.5, 4, 1, 3, 4, 1, 0, 4, 4, 0.5),
    (7, 8.0, 65.0, 0.25, 4, 4, 4, 1, 1, 0, 4, 4, 0.5),
    (7, 8.25, 69.0, 0.125, 4, 4, 4, 1, 3, 0, 4, 4, 0.5),
    (7, 8.5, 74.0, 0.5, 4, 1, 4, 2, 1, 0, 4, 4, 0.5);
INSERT INTO beats (melid, onset, bar, beat, signature, chord, form, bass_pitch, chorus_id) VALUES
    (7, 0.0, 0, 1, '', '', 'I1', 48, 0),
    (7, 0.5, 0, 2, '', '', '', 48, 0),
    (7, 1.0, 0, 3, '', '', '', 48, 0),
    (7, 1.5, 0, 4, '', '', '', 48, 0),
    (7, 2.0, 1, 1, '4/4', 'D-7', 'A1', 48, 1),
    (7, 2.5, 1, 2, '', '', '', 48, 1),
    (7, 3.0, 1, 3, '', '', '', 48, 1),
    (7, 3.5, 1, 4, '', '', '', 48, 1),
    (7, 4.0, 2, 1, '', 'G7', '', 48, 1),
    (7, 4.5, 2, 2, '', '', '', 48, 1),
    (7, 5.0, 2, 3, '', '', '', 48, 1),
    (7, 5.5, 2, 4, '', '', '', 48, 1),
    (7, 6.0, 3, 1, '', 'Cj7', '', 48, 1),
    (7, 6.5, 3, 2, '', '', '', 48, 1),
    (7, 7.0, 3, 3, '', 'A7', '', 48, 1),
    (7, 7.5, 3, 4, '', '', '', 48, 1),
    (7, 8.0, 4, 1, '', 'D-7', '', 48, 1),
    (7, 8.5, 4, 2, '', '', '', 48, 1),
    (7, 9.0, 4, 3, '', 'G7/B', '', 48, 1),
    (7, 9.5, 4, 4, '', '', '', 48, 1),
    (7, 10.0, 5, 1, '', '', '', 48, 1);
