# What the commands for whoever runs Accord say. The first word of a key names the command.

help-accord = Accord: a Slack bot for learning contracts.
help-accord-end = To try it, without an account: accord demo. To install it: docs/install.md; to run it for long: docs/deploy.md.
panel-begin = Begin
panel-run = Look after it
panel-people = People’s data
panel-build = Build on it
short-run = Connect to Slack, and work until it is stopped.
short-doctor = Check everything, and say what to do where it is wrong.
short-demo = A small class to try Accord with, on this machine alone.
short-tour = Play one whole story, and print what everybody says.
short-manifest = Print the Slack app’s manifest for many schools.
short-db = Bring the database up to date, copy it, check a copy.
short-outbox = What has failed for good: see it, retry it, drop it.
short-keys = Make a key for the schools’ tokens, or change keys.
short-clock = Say that a clock that leapt is right.
short-calendar = Bring in a school’s calendar from a file.
short-standards = Bring in the standards of a class from a file.
short-roster = Bring in a class list from a file.
short-disclosures = Who was shown somebody’s data, when and why.
short-student = Hand out one person’s data, or erase it.
short-report = Numbers of the school for each half-year that is over.
short-retention = How long a workspace keeps what.
short-simulate = Play whole terms with trouble everywhere, and check.
short-targets = How well learning targets are read.
short-messages = How well messages are heard.
short-llm = What a language model was asked, and how good it is.
help-run = Connect to Slack and work until stopped (Ctrl-C or SIGTERM).
help-demo = A local workspace with a small class in it, and Accord connected to it. No account, no token.
help-demo-term = A class of twelve in the middle of a term, with six weeks of check-ins behind it.
help-demo-port = The port of the local workspace’s page; 0 for any free one.
help-tour = One whole story, played through the real protocol and printed as a transcript.

help-messages = What people type: how well it is heard.
help-messages-score = Score a labelled file; prints one JSON object.
help-messages-file = A JSON object a line, with the fields of tests/data/said/README.md.
help-messages-misses = List the messages that were heard otherwise: as labelled, then as heard.

help-calendar = Days off of a class from its school’s calendar.
help-calendar-import = Read an .ics file for one class. Its teachers then tick which events are days off.
help-calendar-file = The .ics file.
help-standards = What a class must learn.
help-standards-import = Read a CSV or a CASE package for one class. Lines that are left out are named.
help-standards-file = The .csv or .json file, up to 10 MB.
standards-imported = { $read ->
    [one] Read one standard.
   *[other] Read { $read } standards.
  } { $count ->
    [one] The class has one standard now.
   *[other] The class has { $count } standards now.
  }
help-roster = Who is in a class.
help-roster-import = Read a class list for one class. Without --yes nothing changes. With it, a teacher of the class checks the list in Slack.
help-roster-files = A CSV with names and e-mail addresses, or a OneRoster or School Data Sync set: the zip, or its files.
help-roster-of = Which class of the files, by its id in them, where there are several.
help-roster-yes = Give the list to a teacher of the class, who says yes to it in Slack.
roster-import-counts = Found in Slack: { $found }. To choose by hand: { $choose }. Not found: { $nobody }.
roster-import-nothing-yet = Nothing has changed. Run it again with --yes to give the list to a teacher of the class.
roster-import-waits = A teacher of the class has the list in Slack now. It counts once they say yes. You do not have to do anything.
roster-import-which = The files have several classes. Name one with --of and its id.
roster-import-no-slack = I could not ask Slack who these people are: { $reason }. Nothing has changed. Try again later.
roster-import-no-token = Accord is not installed in { $workspace }, or its token can not be read.
help-calendar-class = The class: its name, or the id of its channel.
calendar-class-none = No class is called { $name } in this workspace.
calendar-class-several = More than one class is called { $name }. Name it by the id of its channel.
calendar-no-file = { $path } can not be read: { $reason }
calendar-imported = { $count ->
        [one] Read one event. The teachers of the class are asked if it is a day off.
       *[other] Read { $count } events. The teachers of the class are asked which are days off.
    }

help-doctor = Check settings, tokens, database and clock, and say what to do about each that is wrong.
help-doctor-http = Check what “accord run --http” needs, instead of what Socket Mode needs.

help-db = The database: bring it up to date, copy it, check a copy, move it to PostgreSQL.
help-db-migrate = Bring the database to this version. “accord run” does it too.
help-db-backup = Copy the database while Accord runs, and check the copy.
help-db-backup-path = A new file, or a folder, in which the copy is named after the day and time.
help-db-move = Move a SQLite file into the PostgreSQL of ACCORD_DATABASE_URL. The file stays as it is.
help-db-move-path = The SQLite file that holds the school. Accord must not run on it.
help-db-check = See whether a copy is whole and of a version that this Accord can read.
help-db-check-path = The copy, a SQLite file.

help-db-migrate-yes = Make a new database without asking.
db-migrate-say-yes = There is no database at { $path } yet. To make a new one there, add --yes. If Accord ran before, check ACCORD_DATABASE_URL and the folder you are in.
db-migrate-sure = There is no database at { $path } yet. Make a new one there?
db-migrate-not-now = Nothing was made. Check ACCORD_DATABASE_URL and the folder you are in.
db-up-to-date = The database is up to date.
db-backup-copying = Copying
db-backup-bucket = Files of students lie in { $place } and are not in this copy: let that store keep versions, or copy it with its own means.
db-backup-files = { $number } files of students are in { $folder }.
db-backup-done = Copied to { $path } ({ $size }) and checked. Its checksum is in { $sum }; keep both together.
db-backup-exists = { $path } exists already, or a checksum beside it does. Accord writes over no copy: choose another name, or a folder.
db-backup-no-folder = There is no folder for { $path }. Make it first.
db-backup-missing = There is no database at { $path } yet. Check ACCORD_DATABASE_URL and the folder you are in; “accord run” makes one.
db-backup-a-folder = { $path } is a folder, not a database. Check ACCORD_DATABASE_URL.
db-backup-empty = The database at { $path } is empty: there is nothing to copy. “accord run” makes its tables.
db-backup-no-database = { $path } is no SQLite database. Check ACCORD_DATABASE_URL.
db-backup-not-ours = { $path } holds none of Accord’s tables. Check ACCORD_DATABASE_URL; “accord db migrate” makes them.
db-backup-newer = The database belongs to a newer version of Accord ({ $detail }). Copy it with that version.
db-backup-damaged = The database at { $path } is damaged ({ $detail }), so no copy was kept. Stop Accord, put the file aside, and restore the last good copy; docs/deploy.md says how.
db-backup-broken-link = The database at { $path } is damaged: a row points to one that is not there ({ $detail }). No copy was kept. docs/deploy.md says how to restore.
db-backup-changed = The copy changed while it was written. Try again, on another disk if it happens twice.
db-backup-refused = { $path } can not be written: { $reason }. Check the folder, its owner and the space on the disk.
db-backup-no-file = This database is in memory: there is no file to copy. Set ACCORD_DATABASE_URL.
db-backup-postgres = PostgreSQL copies itself while Accord runs. Run (it asks for the password, or reads PGPASSWORD):
    pg_dump --format=custom --no-owner --file={ $path } { $address }
    pg_restore --list { $path }
    The second line fails where the copy can not be read. docs/deploy.md says how to restore it.

db-check-sound = { $path } is sound: { $size }, revision { $revision }.
db-check-summed = Its checksum is right: not a letter has changed since the copy was made.
db-check-no-sum = No checksum stands beside it (.sha256): its structure is whole, but a changed letter would not be seen.
db-check-older = It is of an older version: the first start brings it up to date.
db-move-moving = Moving
db-move-done = Moved { $rows } rows, and counted them on both sides. { $path } is as it was: start Accord, look at it with “accord doctor”, then keep the file as a backup and never start Accord on it again.
db-check-table = table
db-check-rows = rows
db-check-missing = There is no file at { $path }.
db-check-a-folder = { $path } is a folder. Name the copy itself.
db-check-empty = { $path } is empty. Something went wrong when it was copied; take another copy.
db-check-no-database = { $path } is no SQLite database. A copy of PostgreSQL is checked with: pg_restore --list
db-check-not-ours = { $path } is a SQLite database, but none of Accord’s.
db-check-newer = { $path } belongs to a newer version of Accord (revision { $detail }). Check it with that version.
db-check-changed = { $path } is not what was copied: its checksum is another one. Do not restore it; take another copy.
db-check-damaged = { $path } is damaged ({ $detail }). Do not restore it; take another copy.
db-check-broken-link = { $path } is damaged: a row points to one that is not there ({ $detail }). Do not restore it; take another copy.
db-check-refused = { $path } can not be read: { $reason }.

database-missing = There is no database at { $path } yet. Check ACCORD_DATABASE_URL and the folder you are in; “accord run” makes one.
database-empty = The database { $path } has no tables yet. “accord run”, or “accord db migrate”, makes them.
database-old = The database { $path } is of an older version. Run: accord db migrate
database-newer = The database { $path } belongs to a newer version of Accord. Install that version.

help-clock = A computer’s clock that leapt: accord doctor shows it, and by whose time Accord goes meanwhile.
help-clock-confirm = Say that the computer’s new time is right. Without this, Accord asks Slack.
help-clock-computer = As “accord doctor” names it. It can be left out where one clock is in doubt.
help-outbox = What could not be sent or done: look at it, try it again, let go of it.
help-outbox-list = Show what has failed for good: kinds, ages and errors, never what anybody wrote.
help-outbox-retry = Try again what has failed; nobody reads a message twice.
help-outbox-drop = Let go of what has failed. It will not be sent.
help-outbox-ids = As “accord outbox list” shows them, for example m12 or e3.
help-outbox-all = Everything that has failed.
help-outbox-last = How many of each, the newest first.
help-outbox-json = One JSON object a line.
help-outbox-yes = Do not ask.

outbox-empty = Nothing has failed.
outbox-column-id = id
outbox-column-workspace = workspace
outbox-column-kind = kind
outbox-column-age = age
outbox-column-attempts = attempts
outbox-column-error = error
outbox-age = { $number } { $unit ->
        [days] d
        [hours] h
        [minutes] min
       *[seconds] s
    }
outbox-more = { $number } older ones are not shown; see --last.
outbox-next = Mend the cause first. Then: accord outbox retry ID …, or accord outbox drop ID …
outbox-which = Name the ids that “accord outbox list” shows, or say --all; one of the two.
outbox-no-id = “{ $id }” is no id. An id is m or e with a number, as “accord outbox list” shows it.
outbox-unknown = { $id }: there is none with this id.
outbox-alive = { $id }: it has not failed, so there is nothing to do.
outbox-late = { $id }: its time is over, and saying it late would be worse than not at all. You can drop it.
outbox-retry-done = { $number ->
        [0] Nothing was put back.
        [one] One was put back. A running Accord takes it up within seconds.
       *[other] { $number } were put back. A running Accord takes them up within seconds.
    }
outbox-drop-sure = { $number ->
        [one] Let go of one for good?
       *[other] Let go of { $number } for good?
    }
outbox-drop-done = { $number ->
        [0] Nothing was dropped.
        [one] One was dropped.
       *[other] { $number } were dropped.
    }
outbox-kept = Nothing was dropped.
