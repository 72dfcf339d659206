# What `accord doctor` says.
doctor-level-ok = ok
doctor-level-warn = warn
doctor-level-fail = FAIL
doctor-well = All is well.
doctor-warned = { $number ->
        [one] It works. One thing wants a look.
       *[other] It works. { $number } things want a look.
    }
doctor-failed = { $number ->
        [one] One thing does not work.
       *[other] { $number } things do not work.
    }
doctor-database = Database: { $kind }, up to date
doctor-database-missing = Database: none at { $path } yet
doctor-database-missing-remedy = Before the first start that is right. If Accord ran before, check ACCORD_DATABASE_URL and the folder you are in.
doctor-database-unwritable = Database: { $path } can not be written
doctor-database-unwritable-remedy = Check ACCORD_DATABASE_URL, and that the file and its folder belong to whoever runs Accord.
doctor-events = Events: Slack reaches Accord, the last one came { $age } ago
doctor-events-not-yet = Events: Accord has not run on this database yet
doctor-events-nobody-listens = Events: nobody has listened for { $age }
doctor-events-nobody-listens-remedy = Start Accord, or look at its log for why it does not reach Slack. What comes meanwhile is read afterwards.
doctor-events-none = Events: Accord listens, but nothing ever came
doctor-events-none-remedy = Write Accord a direct message. If this stays, compare your app’s events and scopes with manifest.yml, and install the app again.
doctor-events-quiet = Events: nothing came for { $age }
doctor-events-quiet-remedy = In the holidays that is right. Otherwise write Accord a direct message, and run this again.
doctor-metadata = Message metadata: the server keeps it
doctor-metadata-dropped = Message metadata: the server does not keep it
doctor-metadata-dropped-remedy = Slack keeps it, so this is another server. After a kill a message may come twice there: “Not promised” in docs/reliability.md says when.
doctor-metadata-nothing-posted = Message metadata: not known yet, since no message of Accord stands in Slack
doctor-metadata-unknown = Message metadata: not known, Slack does not show a message of Accord ({ $reason })
doctor-outbox = Outbox: { $number ->
        [0] nothing waits
       *[other] { $number } wait, none for long
    }
doctor-outbox-late = Outbox: { $number } wait, the oldest for { $age }
doctor-outbox-late-remedy = Is Accord running, and does Slack answer? Its log says why it waits: look for delivery.paused and delivery.token_refused.
doctor-due = Check-ins: none is late
doctor-due-late = Check-ins: the oldest is due since { $age }
doctor-due-late-remedy = Start Accord. If it runs, its log says what fails: look for check-in-failed.
doctor-dead-letters-none = Failed for good: nothing
doctor-dead-letters = Failed for good: { $number }
doctor-dead-letters-remedy = Look at them: accord outbox list
doctor-retention = Retention: nothing is kept past its time
doctor-retention-late = Retention: something is past its time by { $age }
doctor-retention-late-remedy = Accord erases what is past its time every six hours while it runs. If it runs, its log says what fails: look for retention-failed.
doctor-care = Someone who is not well: it is decided who is told
doctor-care-unset = Someone who is not well: { $number ->
        [one] nobody is chosen who is told
       *[other] nobody is chosen who is told, in { $number } workspaces
    }
doctor-care-unset-remedy = An admin of the workspace chooses them on Accord’s Home tab. Read docs/care.md first.
doctor-calendars-unread = { $number ->
        [one] Calendars: one of a school can not be read
       *[other] Calendars: { $number } of schools can not be read
    }
doctor-calendars-unread-remedy = Its teacher reads why under “Calendar” on Home. If they all fail, look if this machine reaches other servers by https.
doctor-calendars-old = { $number ->
        [one] Calendars: one of a school can not be read; the last good copy is { $age } old
       *[other] Calendars: { $number } of schools can not be read; the oldest good copy is { $age } old
    }
doctor-calendars-old-remedy = Days off go by the copy. Its teacher reads why under “Calendar” on Home.
doctor-disk = Disk: { $free } GB free
doctor-disk-low = Disk: only { $free } GB free
doctor-disk-low-remedy = Make room: a backup needs as much again as the database.
doctor-disk-full = Disk: only { $free } GB free
doctor-disk-full-remedy = Make room now. On a full disk nothing is lost, but nothing is answered either.
doctor-evidence = Students’ files: { $folder }, { $free } GB free
doctor-evidence-low = Students’ files: only { $free } GB free for { $folder }
doctor-evidence-low-remedy = Make room, or name another folder with ACCORD_FILES. Where it is full, students are asked to send a file again.
doctor-evidence-unwritable = Students’ files: nothing can be written to { $folder }
doctor-evidence-unwritable-remedy = Let the account that runs Accord write there, or name another folder with ACCORD_FILES. Until then students are asked to send a file again.
doctor-bucket = Students’ files: { $place } takes them
doctor-bucket-address = Students’ files: ACCORD_FILES ({ $place }) names no bucket
doctor-bucket-address-remedy = It looks like s3://bucket or s3://bucket/folder.
doctor-bucket-extra = Students’ files: { $place } needs the extra “s3”
doctor-bucket-extra-remedy = Install it: pip install "accord[s3]". Or name a folder with ACCORD_FILES.
doctor-bucket-full = Students’ files: { $place } is full
doctor-bucket-full-remedy = Make room there. Until then students are asked to send a file again.
doctor-bucket-read-only = Students’ files: { $place } lets Accord write nothing
doctor-bucket-read-only-remedy = Check ACCORD_FILES_KEY and ACCORD_FILES_SECRET: they may read, write, delete and list in this bucket.
doctor-bucket-missing = Students’ files: there is no bucket at { $place }
doctor-bucket-missing-remedy = Make it, or correct ACCORD_FILES.
doctor-bucket-broken = Students’ files: { $place } can not be reached
doctor-bucket-broken-remedy = Check ACCORD_FILES_ENDPOINT, ACCORD_FILES_REGION and the network. Until then students are asked to send a file again.
doctor-files = Files: only for whoever runs Accord
doctor-files-open = Files: everybody on this machine can read { $files }
doctor-files-open-remedy = Run: chmod 600 { $files }
doctor-folder-open = Files: everybody on this machine can look into { $folder }
doctor-folder-open-remedy = Run: chmod 700 { $folder }. If other things than Accord’s stand in it, give the database a folder of its own instead.
doctor-http-settings = HTTP: every setting is there
doctor-http-missing = HTTP: not set: { $names }
doctor-http-missing-remedy = Put them into the environment or into .env; “Many schools” in docs/deploy.md says where each is found.
doctor-keys = Keys: { $number ->
        [one] one, in use
       *[other] { $number }, the first one seals
    }
doctor-keys-garbled = Keys: number { $number } in ACCORD_KEYS is no key
doctor-keys-garbled-remedy = Make one with: accord keys new
doctor-tokens = Schools: { $number ->
        [0] none has installed Accord yet
        [one] one, and a key opens its token
       *[other] { $number }, and a key opens each token
    }
doctor-tokens-shut = Schools: { $number ->
        [one] no key opens the token of one school ({ $workspaces })
       *[other] no key opens the tokens of { $number } schools (the first: { $workspaces })
    }
doctor-tokens-shut-remedy = Put the key that sealed them back into ACCORD_KEYS, behind the others, and start Accord again. If it is lost, these schools install Accord again.
doctor-tokens-all-shut = Schools: no key in ACCORD_KEYS opens any token ({ $number } of { $number }; the first: { $workspaces })
doctor-tokens-all-shut-remedy = ACCORD_KEYS is not the one that sealed them. Put the right key back, and start Accord again. What people wrote meanwhile is read then.
doctor-door = Door: { $url } answers
doctor-signing-secrets = Signing secret: { $number } are good at the moment
doctor-signing-secrets-remedy = While you change it, that is right. Once Slack signs with the new one, take the old one away.
doctor-door-shut = Door: { $url } does not answer as Accord does ({ $reason })
doctor-door-shut-remedy = Start Accord and its proxy, and check that the proxy passes everything on. From inside some networks a public address can not be tried.
doctor-door-without-tls = Door: { $url } is not https
doctor-door-without-tls-remedy = Slack only calls https addresses. Put a proxy with a certificate in front; docs/deploy.md has an example.
doctor-model = Language model: { $model } at { $server }
doctor-model-off = Language model: none, so drafts are by rule
doctor-model-half = Language model: named, but neither its address nor a key is set
doctor-model-half-remedy = Set OPENAI_BASE_URL for your own server, or OPENAI_API_KEY. For drafts by rule, take ACCORD_LLM_MODEL away. docs/llm.md says more.
doctor-model-unnamed = Language model: an address is set, but no model
doctor-model-unnamed-remedy = Set ACCORD_LLM_MODEL to the model’s name on that server. For drafts by rule, take OPENAI_BASE_URL away.
doctor-model-not-installed = Language model: the package openai is not installed
doctor-model-not-installed-remedy = Run: pip install "accord[llm]"
doctor-model-unreachable = Language model: nobody answers at { $server } ({ $reason })
doctor-model-unreachable-remedy = Check OPENAI_BASE_URL, and that the server is running. Until then drafts are by rule.
doctor-model-elsewhere = Language model: { $server } answers, but not as a language model does
doctor-model-elsewhere-remedy = Check OPENAI_BASE_URL: it mostly ends with /v1.
doctor-model-key-refused = Language model: { $server } does not accept the key
doctor-model-key-refused-remedy = Check OPENAI_API_KEY, and that it may use this model.
doctor-model-key-wanted = Language model: { $server } wants a key
doctor-model-key-wanted-remedy = Set OPENAI_API_KEY.
doctor-model-limited = Language model: { $server } takes no more calls at the moment
doctor-model-limited-remedy = Wait a little. If it stays like this, look at the limits or the budget of your account there.
doctor-model-failed = Language model: { $server } answers with an error ({ $status })
doctor-model-failed-remedy = Look into that server’s log. Until it works, drafts are by rule.
doctor-model-unknown = Language model: { $server } does not know { $model }
doctor-model-unknown-remedy = Set ACCORD_LLM_MODEL to one that it has. It names: { $names }
doctor-model-none = Language model: { $server } has no model yet
doctor-model-none-remedy = Load { $model } there first.
