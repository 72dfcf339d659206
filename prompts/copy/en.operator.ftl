doctor-bot-token = Bot token: workspace { $team } ({ $id })
doctor-bot-token-missing = Bot token: not set
doctor-bot-token-missing-remedy = Set SLACK_BOT_TOKEN (it begins with xoxb-). You find it on your app’s page under Install App.
doctor-bot-token-swapped = Bot token: SLACK_BOT_TOKEN holds an app token
doctor-bot-token-swapped-remedy = The two are swapped. What begins with xoxb- belongs into SLACK_BOT_TOKEN, what begins with xapp- into SLACK_APP_TOKEN.
doctor-bot-token-example = Bot token: SLACK_BOT_TOKEN is still the example
doctor-bot-token-example-remedy = Copy the bot token from your app’s page under Install App, the whole of it, without spaces.
doctor-app-token-swapped = App token: SLACK_APP_TOKEN holds a bot token
doctor-app-token-swapped-remedy = The two are swapped. What begins with xoxb- belongs into SLACK_BOT_TOKEN, what begins with xapp- into SLACK_APP_TOKEN.
doctor-app-token-example = App token: SLACK_APP_TOKEN is still the example
doctor-app-token-example-remedy = Make one on your app’s page under Basic Information, App-Level Tokens, and copy the whole of it, without spaces.
doctor-bot-token-refused = Bot token: Slack says { $reason }
doctor-bot-token-refused-remedy = Install the app to the workspace again, and copy its bot token.
doctor-unreachable = Slack at { $url }: { $reason }
doctor-unreachable-remedy = Check the network, and SLACK_API_URL if you set it.
doctor-scopes = Scopes: as in manifest.yml
doctor-scopes-unnamed = Scopes: this server does not name them
doctor-scopes-unchecked = Scopes: not checked
doctor-scopes-unchecked-remedy = Mend the bot token first.
doctor-scopes-missing = Scopes missing: { $scopes }
doctor-scopes-missing-remedy = Add them on your app’s page under OAuth & Permissions, and install the app again.
doctor-scopes-declined = Scopes: this workspace declined { $scopes }
doctor-scopes-declined-remedy = Accord goes on without: it says in words what it would give as a file. To allow it, install the app again, with that box ticked.
doctor-scopes-too-many = Scopes: enough, and more than Accord needs ({ $scopes })
doctor-app-token = App token: Socket Mode opens
doctor-app-token-missing = App token: not set
doctor-app-token-missing-remedy = Set SLACK_APP_TOKEN (it begins with xapp-). You make it on your app’s page under Basic Information, App-Level Tokens.
doctor-app-token-refused = App token: Slack says { $reason }
doctor-app-token-refused-remedy = Make an app-level token with the scope connections:write.
doctor-database-empty = Database: empty, it is made ready at the first start
doctor-database-newer = Database: of a newer version of Accord
doctor-database-newer-remedy = Install that version, or restore a backup.
doctor-database-old = Database: of an older version
doctor-database-old-remedy = Run: accord db migrate
doctor-database-unreachable = Database: { $reason }
doctor-database-unreachable-remedy = Check ACCORD_DATABASE_URL, and that its folder exists and can be written.
doctor-database-address = Database: ACCORD_DATABASE_URL is no address
doctor-database-address-remedy = It looks like sqlite:///var/accord.db or postgresql://accord:…@db.example.org/accord.
doctor-database-not-encoded = Database: the password in ACCORD_DATABASE_URL holds an “@”, which ends it too early
doctor-database-not-encoded-remedy = Write %40 for @, %3A for :, %2F for /, %3F for ?, %23 for # and %25 for % in the name and the password.
doctor-database-kind = Database: Accord does not know { $kind }
doctor-database-kind-remedy = Let ACCORD_DATABASE_URL begin with sqlite:/// or postgresql://
doctor-database-foreign = Database: { $path } holds tables that are not Accord’s
doctor-database-foreign-remedy = Check ACCORD_DATABASE_URL: Accord wants a database of its own, and leaves this one alone.
doctor-database-in-memory = Database: only in memory, so everything is gone when Accord stops
doctor-database-in-memory-remedy = Set ACCORD_DATABASE_URL to a file, such as sqlite:///var/accord.db
doctor-database-busy = Database: somebody holds { $path } ({ $reason })
doctor-database-busy-remedy = Try again in a minute. If it stays like this, look for a program that has the file open.
doctor-database-damaged = Database: { $path } is damaged, or no database ({ $reason })
doctor-database-damaged-remedy = Look closer with: accord db check { $path }. To restore a copy, see docs/deploy.md.
doctor-database-full = Database: { $path } can not be read or written to its end ({ $reason })
doctor-database-full-remedy = Make room on its disk, and look at the disk itself.
doctor-database-away = Database: nobody answers at { $place } ({ $reason })
doctor-database-away-remedy = Start PostgreSQL there, or check ACCORD_DATABASE_URL and the network.
doctor-database-password = Database: PostgreSQL at { $place } does not accept the password ({ $reason })
doctor-database-password-remedy = Check the name and the password in ACCORD_DATABASE_URL.
doctor-database-refused = Database: PostgreSQL at { $place } refuses ({ $reason })
doctor-database-refused-remedy = Check ACCORD_DATABASE_URL, and what its role may do there.
doctor-clock = Clock: right to the minute
doctor-clock-unnamed = Clock: this server does not say the time
doctor-clock-off = Clock: { $seconds } seconds off
doctor-clock-off-remedy = Set the system’s clock, and let it follow a time server.
doctor-clocks = Clocks: none leapt within a day
doctor-clock-doubted = The clock of { $computer } { $direction ->
    [forward] leapt forward by { $by }
   *[back] was set back by { $by }
  }. Accord does not believe it, and counts on from the time before.
doctor-clock-doubted-remedy = Set that computer’s clock right (timedatectl set-ntp true). If its new time is right, run: accord clock confirm { $computer }. Accord takes it by itself when Slack says the same, or, where Slack does not say the time, when it has held for an hour.
doctor-clock-taken = The clock of { $computer } { $direction ->
    [forward] leapt forward by { $by }
   *[back] was set back by { $by }
  }, { $age } ago. Accord goes by the new time.
doctor-clock-taken-remedy = If the new time is right, you do not have to do anything. If not, set that computer’s clock right (timedatectl set-ntp true).
doctor-clock-righted = The clock of { $computer } { $direction ->
    [forward] leapt forward by { $by }
   *[back] was set back by { $by }
  }, { $age } ago, and is right again. Accord went by its own count meanwhile.
doctor-clock-righted-remedy = Let that computer follow a time server (timedatectl set-ntp true), so that it does not happen again.
token-unreadable-remedy = Put the key that sealed it back into ACCORD_KEYS (it may stand behind the new one), start Accord again, and ask accord doctor --http. If that key is lost, let the school install Accord again.
clock-leapt-remedy = Set this computer’s clock right (timedatectl set-ntp true). Accord goes by its own count until then. If the new time is right: accord clock confirm
clock-confirmed = A running Accord takes the new time of { $computer } within seconds.
clock-none = No clock is in doubt.
clock-which = Several clocks are in doubt: { $computers }. Name the one whose time is right.
clock-unknown = The clock of { $computer } is not in doubt.

run-token-missing = { $name } is not set. Put it into the environment or into .env; docs/install.md shows where to find it. Then try: accord doctor
run-token-swapped = { $name } holds the other token; its own begins with { $begins }. Swap SLACK_BOT_TOKEN and SLACK_APP_TOKEN. Then try: accord doctor
run-token-example = { $name } is still the example. Copy the whole token, which begins with { $begins }; docs/install.md shows where to find it. Then try: accord doctor
run-token-refused = Slack does not accept SLACK_BOT_TOKEN ({ $reason }). Try: accord doctor
run-out-of-touch = Slack could not be reached for several minutes. Accord ends here, so that it can be started anew.
run-unreachable = Slack can not be reached at { $url } ({ $reason }). Check the network, then try again.
run-app-token-refused = Slack does not accept SLACK_APP_TOKEN ({ $reason }). It needs the scope connections:write. Try: accord doctor
run-database-unreachable = The database can not be opened ({ $reason }). Check ACCORD_DATABASE_URL, and that its folder can be written.
run-files-address = ACCORD_FILES names no bucket. It looks like s3://bucket or s3://bucket/folder.
run-files-extra = ACCORD_FILES names a bucket, and the extra “s3” is not installed. Run: pip install "accord[s3]". Or name a folder.
run-database-newer = The database belongs to a newer version of Accord. Install that version, or restore a backup.
run-database-address = ACCORD_DATABASE_URL is no address. It looks like sqlite:///var/accord.db or postgresql://accord:…@db.example.org/accord.
run-database-not-encoded = The password in ACCORD_DATABASE_URL holds an “@”, which ends it too early. Write %40 for @, %3A for :, %2F for /, %3F for ?, %23 for # and %25 for % in the name and the password.
run-database-kind = Accord does not know databases of the kind { $kind }. Let ACCORD_DATABASE_URL begin with sqlite:/// or postgresql://
run-database-foreign = The database { $path } holds tables that are not Accord’s. Check ACCORD_DATABASE_URL: Accord wants a database of its own, and has left this one alone.
run-database-in-use = Accord is already at work with the database { $path } (process { $number }). Two at once would say things twice, so this one ends. Stop the other one first, or set another ACCORD_DATABASE_URL.
run-database-busy = Somebody holds the database { $path } ({ $reason }). Try again in a minute; if it stays like this, look for a program that has the file open.
run-database-damaged = The database { $path } is damaged, or no database ({ $reason }). Look closer with “accord db check { $path }”; docs/deploy.md says how to restore a copy.
run-database-full = The database { $path } can not be read or written to its end ({ $reason }). Make room on its disk, and look at the disk itself.
run-database-away = Nobody answers as PostgreSQL at { $place } ({ $reason }). Start it there, or check ACCORD_DATABASE_URL and the network.
run-database-password = PostgreSQL at { $place } does not accept the password ({ $reason }). Check the name and the password in ACCORD_DATABASE_URL.
run-database-refused = PostgreSQL at { $place } refuses ({ $reason }). Check ACCORD_DATABASE_URL, and what its role may do there.
run-metrics-port-taken = Port { $port } (ACCORD_METRICS_PORT) is taken. Choose another one, or stop what uses it.
run-connected = Accord is connected to { $team }. Stop it with Ctrl-C.
setting-wrong = { $name }: { $problem }
demo-ready = A class is waiting at { $url } . Be Ana, Ben, Ms Lee or anybody else there. Stop with Ctrl-C.
demo-plays = Six weeks of a term are played first. This takes about half a minute.
demo-ready-in-term = A class in the middle of a term is waiting at { $url } . Be Ms Lee, and open Home. Stop with Ctrl-C.
demo-jump = To the next check-in
demo-no-jump = No check-in is planned yet: it comes with a contract that both have signed.
demo-needs-page = The page of the local workspace needs { $module }. Install it with: pip install "accord[sandbox]"
demo-port-busy = Port { $port } is taken. Try another one: accord demo --port 8585
tour-broke = The tour stopped at “{ $part }”: { $problem }

# What keeps `accord db` from copying or checking a database that may well be sound.
db-backup-full = The copy could not be written to { $folder }: { $detail }. The database is as it was. Make room on that disk, or choose another folder.
db-backup-closed = { $path } can not be opened here: { $detail }. Check that the file and its folder belong to whoever runs this; the database is as it was.
db-backup-busy = Somebody else holds { $path } at the moment ({ $detail }). The database is as it was. Try again in a minute.
db-backup-failed = { $path } was not copied: { $detail }. The database is as it was.
db-check-full = { $path } could not be read to its end: { $detail }. That says nothing about the copy: look at its disk, then try again.
db-check-closed = { $path } can not be opened here: { $detail }. Check that the file and its folder can be read.
db-check-busy = Somebody else holds { $path } at the moment ({ $detail }). Try again in a minute.
db-check-failed = { $path } could not be checked: { $detail }.

# What keeps `accord db move` from moving. Both databases are as they were each time.
db-move-kind = Set ACCORD_DATABASE_URL to the PostgreSQL that { $path } is to move into. It looks like postgresql://accord:…@db.example.org/accord.
db-move-in-use = Accord is at work with { $path } (process { $number }). Stop it, then try again. Nothing was moved.
db-move-older = { $path } is of an older version of Accord. Bring it to this one first: ACCORD_DATABASE_URL=sqlite:///{ $path } accord db migrate. Nothing was moved.
db-move-full = The database of ACCORD_DATABASE_URL holds rows already (in { $table }). A school moves into an empty one. If it was moved before, you are done; if not, make a new database. Nothing was moved.
db-move-refused = PostgreSQL does not take a row of { $table } ({ $detail }). Nothing was moved; Accord can go on with { $path }.
db-move-differs = The rows of { $table } are not as many on both sides. Nothing was moved; Accord can go on with { $path }.

# What a command says that works with a database as it stands.
database-foreign = The database { $path } holds tables that are not Accord’s. Check ACCORD_DATABASE_URL.
database-in-memory = The database of ACCORD_DATABASE_URL is in memory: it holds nothing that another program could see. Set it to a file, such as sqlite:///var/accord.db

# What `accord targets` can not read.
targets-no-such-language = No targets are read in “{ $lang }”: this one is read as English. Known: { $known }
targets-by-rule-alone = Read by the rules alone. { $why }
targets-asks-what-is-seen = The two differ on what somebody would see: Accord asks.
targets-text-is-none = { $file }, line { NUMBER($number, useGrouping: 0) }: “text” is no text.

# What `accord messages` can not read.
messages-unreadable = { $file } can not be read: { $detail }
messages-no-json = { $file }, line { NUMBER($number, useGrouping: 0) } is no JSON: { $detail }
messages-no-object = { $file }, line { NUMBER($number, useGrouping: 0) } is no JSON object.
messages-wrong-field = { $file }, line { NUMBER($number, useGrouping: 0) }: “{ $detail }” is missing, or holds what it can not.

help-report = Numbers of each half-year that is over, of all classes together. Teachers see them a week before.
help-report-out = A CSV file to write them into; it must not exist yet
report-waits = The half-year from { $term } can be had from { $day }. The teachers have been told, and see it first.
report-few = Of the half-year from { $term } nothing is said: fewer than 5 students or 3 teachers.
report-none = No half-year with contracts has been over for 60 days yet.
report-written = Written to { $file }.
report-exists = { $file } is there already. Choose another name.
report-not-written = { $file } could not be written: { $reason }
