-- A database as years of use leave it: many contracts, with all that hangs on them, of many schools and classes.
-- :students, :classes, :size (of a class) and :schools; the first school is the bench's own, so that it grows too.

PRAGMA synchronous = OFF;
PRAGMA journal_mode = MEMORY;
PRAGMA cache_size = -600000;
PRAGMA temp_store = MEMORY;

CREATE TEMP TABLE sample AS
SELECT c.*, v.terms, v.content_hash
FROM contract c JOIN contract_version v ON v.contract = c.id
WHERE c.status = 'active' LIMIT 1;

CREATE TEMP TABLE before AS
SELECT (SELECT max(id) FROM contract) AS contract, (SELECT max(id) FROM classroom) AS classroom;

CREATE TEMP TABLE school AS
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :schools - 1)
SELECT i, CASE i WHEN 0 THEN sample.workspace ELSE 'TOLD' || i END AS workspace FROM n, sample;

CREATE TEMP TABLE room AS
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :classes - 1)
SELECT n.i, before.classroom + 1 + n.i AS id, school.workspace
FROM n, before JOIN school ON school.i = n.i % :schools;

CREATE TEMP TABLE student AS
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :students - 1)
SELECT n.i, printf('UOLD%08d', n.i) AS user, room.id AS classroom, room.workspace
FROM n JOIN room ON room.i = n.i / :size;

BEGIN;

INSERT INTO classroom (id, workspace, channel, name, timezone, term_ends_on, check_in_days, check_in_time, shoutouts,
    autonomy, quiet_from, quiet_until, archived)
SELECT room.id, room.workspace, 'COLD' || room.i, c.name, c.timezone, c.term_ends_on, c.check_in_days,
    c.check_in_time, c.shoutouts, c.autonomy, c.quiet_from, c.quiet_until, 0
FROM room, (SELECT * FROM classroom LIMIT 1) c;

INSERT INTO person (workspace, user, name, timezone, locale, is_admin, is_bot, is_active)
SELECT workspace, user, 'Ana Horvat', 'Europe/London', 'en-GB', 0, 0, 1 FROM student;

INSERT INTO membership (workspace, classroom, user, side, joined_at)
SELECT student.workspace, student.classroom, user, 'student', started_at FROM student, sample;

-- Three contracts for each student: two of the past, and one that runs.
INSERT INTO contract (workspace, classroom, student, status, started_at, current, agreed, versions, decided_by,
    ends_at, revision)
SELECT s.workspace, s.classroom, s.user, CASE k.i WHEN 2 THEN 'active' ELSE 'completed' END, sample.started_at, 1, 1,
    1, sample.decided_by, CASE k.i WHEN 2 THEN '2999-01-01 00:00:00.000000' END, 2
FROM student s, (SELECT 0 AS i UNION ALL SELECT 1 UNION ALL SELECT 2) k, sample ORDER BY s.i, k.i;

INSERT INTO contract_version (workspace, contract, number, author, author_user, terms, content_hash, written_at)
SELECT c.workspace, c.id, 1, 'student', c.student, sample.terms, sample.content_hash, c.started_at
FROM contract c, sample WHERE c.id > (SELECT contract FROM before) ORDER BY c.id;

-- Two check-ins for each contract; the second one of those that run lies ahead.
INSERT INTO check_in (workspace, contract, student, number, due_at, wake_at, state, answered_at, revision)
SELECT workspace, id, student, k.i, '2999-01-01 00:00:00.000000',
    CASE WHEN status = 'active' AND k.i = 2 THEN '2999-01-01 00:00:00.000000' END,
    CASE WHEN status = 'active' AND k.i = 2 THEN 'planned' ELSE 'answered' END, started_at, 1
FROM contract, (SELECT 1 AS i UNION ALL SELECT 2) k WHERE id > (SELECT contract FROM before) ORDER BY id, k.i;

INSERT INTO reply (workspace, check_in, contract, target, value, said_at, worked, did_not_work, next_step, evidence,
    source, typed, confirmed)
SELECT workspace, id, contract, 0, '5', answered_at, '', '', '', '', '1.000001', '{"1.000001": "5 of 10 today"}', 1
FROM check_in WHERE state = 'answered' AND contract > (SELECT contract FROM before) ORDER BY id;

INSERT INTO focus (workspace, user, about, ref, since)
SELECT workspace, student, 'check-in', id, started_at
FROM contract WHERE status = 'active' AND id > (SELECT contract FROM before);

INSERT INTO outbox (workspace, lane, verb, notice, args, reader, created_at, not_before, subject, once, state,
    attempts, channel, ts, sent_at)
SELECT workspace, student, 'post', 'check-in-due', '{"check_in": 1}', student, answered_at, answered_at,
    'check-in:' || id, 'check-in:' || id || ':prompt', 'sent', 1, 'D1', '1.000001', answered_at
FROM check_in WHERE contract > (SELECT contract FROM before) ORDER BY id;

INSERT INTO incoming (workspace, key, received_at)
SELECT workspace, 'said:D1:' || id, said_at FROM reply WHERE contract > (SELECT contract FROM before) ORDER BY id;

COMMIT;
