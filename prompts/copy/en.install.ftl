install-picture = Accord’s sign: two lines that meet
install-title = Add Accord to your school’s Slack
install-lead = Accord helps students and teachers agree on a few clear goals. Students write them, teachers answer, both sign. Then Accord asks each week how it goes.
install-button = Add to Slack
install-able = What Accord can do in your Slack
install-able-1 = Write to people, and read what they write to Accord.
install-able-2 = Write to the class channels that you invite it to.
install-able-3 = See who is in a class channel.
install-able-4 = See names, languages and time zones.
install-who = Slack shows you this list again before anything happens. In many schools only an admin can add an app.
install-done = Accord is now in { $team }
install-next = What to do next
install-next-1 = Open the channel of a class in Slack.
install-next-2 = Invite Accord: type { $command }
install-next-3 = Set up the class: type { $command }
install-open = Open Accord in Slack
install-close = You can close this page.
install-again = Start again
install-denied = Accord was not added
install-denied-text = You did not allow it in Slack, so nothing has changed. You can start again at any time.
install-no-state = Please start from the beginning
install-no-state-text = This page comes after the page with the button. Go there first.
install-other-browser = Please start again in this browser
install-other-browser-text = You began in another browser, or this browser does not keep cookies. Allow cookies for this page, and start again.
install-state-over = This took too long, or was done already
install-state-over-text = The button works once, and for ten minutes. If Accord is in your Slack already, you have nothing more to do.
install-refused = Slack did not add Accord
install-refused-text = Slack gave no permission this time. Start again. If it happens again, tell whoever runs Accord for you.
install-away = Slack did not answer
install-away-text = Accord could not reach Slack. Wait a minute, and start again.
install-busy = Too many people add Accord right now
install-busy-text = Wait ten minutes, and start again. Nothing has changed.
install-organisation = Choose one workspace
install-organisation-text = Accord can not be added to a whole organisation at once. Start again, and choose one workspace in Slack.

install-locked = Accord can not answer here at the moment. Whoever runs it has been told. Please try again later.
install-not-installed = Accord is not installed in this workspace any more. Ask an admin to install it again.

help-run-http = Many schools at once, over HTTP: each installs Accord by itself.
run-listening = Accord listens on port { $port }. Schools install it at { $url } . Stop it with Ctrl-C.
run-setting-missing = { $name } is not set. `accord run --http` needs it; docs/deploy.md shows where to find it.
run-keys-missing = { $name } is not set. The schools’ tokens are stored sealed, and need a key. Make one with: accord keys new
run-keys-garbled = ACCORD_KEYS: key { $number } is no key. Keys are separated by commas; make one with: accord keys new
run-port-taken = Accord can not listen on port { $port }. Is another program there? Choose another one with ACCORD_HTTP_PORT.

help-keys = The keys that seal the schools’ tokens: make one, or seal every token anew.
help-keys-new = Print a new key. Nothing is changed.
help-keys-rotate = Seal every token with the first of ACCORD_KEYS. It can be stopped, and started again.
keys-at-work = Sealing
keys-rotated = Sealed anew: { $done }. Sealed with the first key already: { $already }.
keys-unreadable = { $workspace }: no key opens its token.
keys-keep-old =
    { $count ->
        [one] One school’s token can not be read, and counts as not installed. Add the key that is missing and run this again, or let the school install Accord again.
       *[other] { $count } schools’ tokens can not be read, and count as not installed. Add the key that is missing and run this again, or let these schools install Accord again.
    }
keys-drop-old =
    { $count ->
        [one] Once every process runs with these ACCORD_KEYS, the second key can go.
       *[other] Once every process runs with these ACCORD_KEYS, the other { $count } keys can go.
    }
keys-only-one = There is one key, and all tokens are sealed with it.
keys-stopped = The database did not go on ({ $reason }). Nothing is lost: run this again.

help-manifest = Print the Slack app’s manifest for HTTP, with your addresses in it.
manifest-needs-url = ACCORD_PUBLIC_URL is not set, or does not begin with https:// . Slack reaches Accord there, and by https only.
