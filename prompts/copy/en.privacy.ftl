# The page of an export.
privacy-page-title = What Accord knows about { $name }
privacy-page-lead = This page shows everything that Accord keeps about you in this Slack workspace. It was made on { $moment }. All times are in your own time zone ({ $zone }).
privacy-page-private = This page is about you. Keep it where only you, and people you trust, can open it.
privacy-page-others = I took out the names of other students. They are shown as […].
privacy-page-wrong = Is something wrong, or should something go? Tell your teacher, or the person who looks after data protection at your school.
privacy-page-contents = On this page
privacy-page-nothing = There is nothing here.
privacy-page-end = End of the page.
privacy-moment = { DATETIME($date, dateStyle: "long") }, { $time }
privacy-day = { DATETIME($date, dateStyle: "long") }
privacy-pair = { $first }: { $second }
privacy-yes = yes
privacy-no = no
privacy-empty = (nothing)

privacy-about-heading = About you
privacy-about-name = Name in Slack
privacy-about-other-names = Also known in Slack as
privacy-about-handle = Handle in Slack
privacy-about-user = Slack’s number for you
privacy-about-timezone = Time zone
privacy-about-locale = Language in Slack
privacy-about-language = Language that you chose
privacy-about-is-admin = Admin of the workspace
privacy-about-is-active = Account is active
privacy-classes-heading = Your classes
privacy-class-student = { $classroom }: student since { $since }
privacy-class-teacher = { $classroom }: teacher since { $since }
privacy-class-left = { $line }, until { $left }

privacy-profile-heading = What you wrote about yourself
privacy-profile-strengths = What you are good at
privacy-profile-interests = What you like
privacy-profile-motivators = What keeps you going
privacy-profile-goals = What you want to reach
privacy-profile-supports = What helps you
privacy-profile-subjects = What you work on
privacy-profile-share-interests = May be used for ideas by a language model
privacy-check-in-ideas = Beginnings of a reply, written by a language model
privacy-profile-share-answers = Your answers to check-ins may be read by a language model
privacy-profile-share-with-teachers = Your teachers may read it

privacy-feedback-heading = Feedback you got
privacy-feedback-item = From { $teacher }, { $moment }
privacy-feedback-seen = What your teacher saw
privacy-feedback-matters = Why it matters
privacy-feedback-next-step = What to try next
privacy-feedback-drafts = Ideas for targets made from it

privacy-contracts-heading = Your contracts
privacy-contract = Contract { $number }, { $classroom }
privacy-contract-began = Began
privacy-contract-status = How it is now
privacy-status-drafting = draft
privacy-status-proposed = sent to the teachers
privacy-status-questioned = a question is open
privacy-status-amended = with you, after a teacher suggested changes
privacy-status-active = signed
privacy-status-renegotiating = signed, and a change is waiting
privacy-status-reassessing = ended, you and your teacher look back
privacy-status-completed = complete
privacy-status-closed = ended early
privacy-answers-heading = Your answers in the conversation
privacy-version-heading = Version { $number }, written by { $author }, { $moment }
privacy-signed = Signed by { $name }, { $moment }
privacy-check-ins-heading = Check-ins
privacy-check-in = Check-in { $number }, { $moment }
privacy-check-in-planned = planned
privacy-check-in-prompted = asked
privacy-check-in-reminded = reminded
privacy-check-in-missed = not answered
privacy-check-in-answered = answered
privacy-check-in-excused = left out
privacy-check-in-dropped = no longer needed
privacy-reply-value = Number for target { $target }
privacy-reply-practised = How often they practised (target { $target })
privacy-reply-typed = What you typed
privacy-response = Reply from { $teacher }, { $moment }
privacy-response-seen = Seen
privacy-milestones-heading = Milestones
privacy-milestone = { $point ->
    [halfway] Halfway
    [goal] The goal
   *[other] { $point }
  }, target { $target }, { $moment }
privacy-milestone-consent = Shown to the class
privacy-consent-asked = not decided yet
privacy-consent-given = yes, you said so
privacy-consent-refused = no
privacy-consent-not-asked = no
privacy-consent-withdrawn = no, the number was corrected
privacy-look-back-heading = Looking back
privacy-look-back = { $name }, { $moment }
privacy-look-back-ratings = Ratings (1 to 4)
privacy-look-back-reflection = In words
privacy-look-back-otherwise = What to do differently
privacy-look-back-surprise = What was a surprise
privacy-look-back-word = To the teachers
privacy-look-back-outside = From outside, ratings (1 to 4)
privacy-look-back-outside-words = From outside, in words
privacy-look-back-piece = Of a piece of work
privacy-history-heading = What happened
privacy-rest-heading = Everything else
privacy-rest-what = Accord needs these to do its work. They are shown as they are kept.
privacy-acts-heading = What you did in other people’s contracts
privacy-acts-what = Only that you did it and when. What it was about belongs to the other person.
privacy-act = { $moment }: { $table } ({ $part })
privacy-act-undated = { $table } ({ $part })

# What each table holds.
privacy-table-person = Who someone is, as Slack says: names, handle, time zone, language; and the language they chose here
privacy-table-learner-profile = What a student wrote about themselves
privacy-table-teacher-grant = Who may teach, and who said so
privacy-table-report-reader = Who may have the numbers of the school, and who said so
privacy-table-classroom = A class: its channel, its name, its dates and rules
privacy-table-day-off = Days on which a class is not asked: holidays, days without school, and events of its calendar
privacy-table-school-calendar = Where a class’s days off come from: the country, the address of the school’s calendar, and the teacher who gave it
privacy-table-standard = What a class must learn: its standards, as its teachers brought them
privacy-table-lesson = Lessons about contracts: who held them, and what was posted to the class
privacy-table-lesson-answer = What a student answered in an exit ticket
privacy-table-self-contract = What a student agreed with themselves, or for one lesson
privacy-table-inventory = Rounds of questions to a class: who asked, and when
privacy-table-inventory-answer = What a student answered about interests and goals, and who may see it
privacy-table-rubric = What good looks like: rubrics that teachers share, and who wrote each version
privacy-table-activity = The menu: activities that teachers share, and who wrote each
privacy-table-school-template = Templates of subjects that teachers share, and who wrote each
privacy-table-brought = A file that a teacher brought for a class: what was read of it, until that is decided on
privacy-table-membership = Who is in which class, as student or teacher
privacy-table-admission = Guests, and people of other organisations, in a class channel: if a teacher chose them, who and when. Who is left out, taught the class once, or is an aide or observer
privacy-table-outside-rule = If this school lets people of other organisations be students, and who said so
privacy-table-feedback = Feedback from a teacher to a student
privacy-table-draft = Ideas for targets, made from feedback
privacy-table-llm-call = What was sent to a language model and what came back, with placeholders for names
privacy-table-contract = Learning contracts and where they stand
privacy-table-contract-version = Each version of what a contract says
privacy-table-signature = Who signed which version, and when
privacy-table-history = What happened to a contract, and what was asked and answered about it
privacy-table-interview = Answers in the conversation in which a draft is made
privacy-table-focus = What someone’s next typed message is about
privacy-table-utterance = What someone wrote in the last minutes, to join it or take it back
privacy-table-asked-back = What Accord asked about something that someone wrote, with the words until it is answered
privacy-table-note = What a student and a teacher wrote to each other through Accord, word for word
privacy-table-check-in = When someone was asked how it is going
privacy-table-absence = Until when a student is away, or a contract pauses, and who said so. No reason
privacy-table-evidence = Files, links and texts of a student for a target, each with a line. A file itself lies in the folder for files. Pictures say nothing of place and camera
privacy-table-evidence-look = Which teacher has looked at what a student showed, and when
privacy-table-talk = Talks with a teacher: the times, how each stands, and what both wrote about it in a line
privacy-table-calendar-address = That someone has an address from which their calendar fetches their dates, and since when. Not the address, only a hash of it
privacy-table-roster = A class list that a teacher sent: names, and who in Slack they are, until it is confirmed or discarded. No e-mail address
privacy-table-digest = How often and when a teacher gets a digest
privacy-table-phrase = Sentences that a teacher keeps to choose from
privacy-table-promise = What a teacher promised in a contract: its day, the answer, a word
privacy-table-reply = What a student answered at a check-in
privacy-table-response = What a teacher replied to that
privacy-table-milestone = Points reached on the way, and if the class may hear of them
privacy-table-halfway = How a student saw their contract halfway
privacy-table-calibration = A round in which teachers rate the same work: who invited, and the levels
privacy-table-calibration-piece = A text that its student let colleagues rate: its words without names, and what the student said
privacy-table-calibration-rater = A colleague who was invited to rate, and the levels that they gave
privacy-table-survey = A unit whose beginning and end students are asked about
privacy-table-survey-answer = What a student chose at the beginning and at the end of a unit
privacy-table-conference = A conference that a student leads: what they prepared, and the next step
privacy-table-family-note = A note to a family: a teacher’s word on it, what the student said, if it came back
privacy-table-peer-look = What a classmate wrote about a piece of work, when both wanted it
privacy-table-mentoring = Whom a student named as a helper for a target, and what that person wrote
privacy-table-assessment = How a student and a teacher looked back at a contract
privacy-table-outbox = Which messages Accord sent or will send, and to whom. Not their text, only a mark that shows a change
privacy-table-home = A mark of what someone’s Home shows, to see if it changed. Not what it shows
privacy-table-errand = Work that waits to be done
privacy-table-incoming = Numbers of what Slack delivered, so that nothing is done twice
privacy-table-disclosure = Who looked at, handed out or erased personal data, and why
privacy-table-pace = How fast messages may be sent now
privacy-table-presence = When Accord last listened to Slack
privacy-table-clock = Computers that run Accord whose clock leapt, and what became of it
privacy-table-care-setting = What this school decided for someone who is not well: how someone is told, and who can help
privacy-table-care-contact = Who is told when someone is not well
privacy-table-care-alert = That someone wrote that they, or someone they know, is not well: when, and how it ended. Not what they wrote. “helpers” are the people and numbers that an admin wrote
privacy-table-care-told = Who was told of it, when, and who took it
privacy-table-care-cleared = That some words meant something else: a keyed digest of them, so that they do not count again
privacy-table-privacy = How long this school keeps what
privacy-table-retraction = What is still to be removed from Slack after someone was erased: what is left, and the id and names by which it is found
privacy-table-departure = Workspaces that removed Accord
privacy-table-slack-bots = Accord’s own token for a workspace, sealed
privacy-table-slack-installations = Who installed Accord in a workspace
privacy-table-slack-oauth-states = Installations that are under way

# `accord student …`
student-exported = All that is held about { $name } is in { $json } and { $html }. It is personal: hand it over safely, and delete your copy.
student-folder-wrong = { $folder } can not be written: { $reason }
student-folder-no-folder = something else has this name. Choose another folder
student-folder-full = { $folder } already holds an export. Choose another folder, or remove { $file } first.
student-workspace-wrong = “{ $workspace }” is no workspace id. It begins with T, for example T012ABCDE. The link to Slack in a browser shows it.
student-user-wrong = “{ $user }” is no Slack user id. It begins with U or W, for example U012ABCDE. In Slack: profile, ⋮, “Copy member ID”.
refusal-nobody-held = Nothing is held about { $user } in workspace { $workspace }. Please check both ids. If the person was erased before, this is as it should be.

privacy-action-submitted = sent a proposal
privacy-action-approved = signed it
privacy-action-asked = asked a question
privacy-action-answered = answered
privacy-action-amended = suggested changes
privacy-action-redirected = sent it back
privacy-action-drew-up = wrote it together with the student
privacy-action-signed-on-paper = confirmed the signature on paper
privacy-action-accepted = signed the changes
privacy-action-countered = suggested something else
privacy-action-wondered = asked about the changes
privacy-action-explained = answered about the changes
privacy-action-proposed-change = suggested a change
privacy-action-agreed-to-change = signed the change
privacy-action-declined-change = said no to the change
privacy-action-took-back-change = took the change back
privacy-action-took-over = has it from then on, in the place of another teacher
privacy-action-ended = the last day came
privacy-action-completed = both looked back
privacy-action-closed = ended it

# `accord disclosures`
disclosures-none = The record is empty.
disclosures-line = { $at }  { $what }  by { $by }, about { $about }, because: { $reason }  { $detail }
disclosures-nobody = no single person
disclosures-no-reason = not said
disclosures-exported = exported
disclosures-erased = erased
disclosures-retention = past its time, erased
disclosures-shown = shown by a command
disclosures-retention-set = retention changed
disclosures-school-report-shown = numbers of the school shown to teachers
disclosures-school-report = numbers of the school handed out
disclosures-teaches = became a teacher

# Help of the commands.
help-student = One person’s data: hand it out, or erase it.
help-student-export = Write out all that is held about one person: as JSON, and as a page to read.
help-student-user = The person’s Slack user id: U…
help-student-out = A folder for export.json and export.html
help-privacy-workspace = The Slack workspace’s id: T…
help-privacy-reason = Why. It goes into the record of disclosures.
help-privacy-json = One JSON object a line.
help-disclosures = Who was shown, handed or rid of somebody’s data: when, by whom, about whom, why.
help-disclosures-about = Only about one person: a Slack user id, or a pseudonym
help-disclosures-last = How many lines, the newest last

# How long what is kept, where no number of days says so.
privacy-kept-while-here = while the person has a place in Accord
privacy-kept-class = as long as the class or the workspace uses Accord
privacy-kept-absence = 30 days after it ended
privacy-kept-care = 30 days after it was
privacy-kept-record = kept: it is the record that the law asks for; erased people stand in it with a pseudonym
privacy-kept-until-done = until it is removed from Slack, at most 30 days
privacy-kept-minutes = ten minutes, and until the next time anything is erased (every six hours)
privacy-kept-a-week = a week; of the people on it nothing, once it is confirmed or discarded
privacy-kept-a-week-at-most = a week
privacy-kept-a-day = until it is answered, at most a day and six hours
privacy-kept-installed = until the workspace removes Accord
privacy-kept-installing = ten minutes

# Said in Slack when somebody is erased.
contract-removed = A contract in *{ $classroom }* was removed, because someone’s data was erased.
contract-removed-what = I will remove it from your messages. You do not have to do anything.
home-erased = Everything that Accord knew about you was erased.
home-erased-again = You can start again at any time: write me “hi” in a direct message. If you are no longer in your class, ask your teacher for help. They can save the class again with /accord setup.

# What every command says where the settings can not be read
settings-no-text = The file .env in this folder is no text in UTF-8. Save it again as plain text in UTF-8.
settings-unreadable = The file .env in this folder can not be read: { $reason }. Let it belong to whoever runs Accord.
llm-log-not-recorded = Nothing is shown, since it can not be written into the record of disclosures ({ $reason }). If somebody is writing at the moment, try again in a minute.

# `accord student erase`
student-erase-what = { $name } ({ $user }) in workspace { $workspace }:
student-erase-counts = { $rows } rows, among them { $contracts } contracts ({ $open } still open); { $messages } messages in Slack.
student-erase-teacher = What they wrote as a teacher about other people stays with those people, without their name.
student-erase-sure = Erase all of it? This can not be undone
student-erase-not-now = Nothing was erased.
student-erase-say-yes = This erases data for good. Say so with --yes.
student-erasing = Erasing …
student-erased = Erased: { $rows } rows deleted, { $changed } rows of others freed from the name. In the record of disclosures they are now { $pseudonym }.
student-erased-slack = { $count } steps in Slack are left to do. Accord does them while it runs (accord run), a few each minute; accord disclosures --workspace { $workspace } shows how far it is. Until then, and for 30 days at most, only the id, the names and the conversations that are needed for it are held.
student-erased-slack-gone = This workspace has removed Accord, so nothing can be removed from Slack any more. An admin of the workspace can delete messages there.
student-erased-slack-none = Nothing of it is left to do in Slack.
student-erased-own = What Accord can not delete: the messages that they typed in Slack themselves, and copies outside of Accord (backups, exports, printed pages). Delete those where you keep them.
student-erased-already = { $user } was erased on { $at }. Nothing is held.
student-erased-for-slack = { $user } was erased on { $at }.
refusal-held-for-slack = { $user } was erased from workspace { $workspace }. Only the id, the names and the conversations that are needed to remove the rest from Slack are held, until that is done and for 30 days at most. { $left ->
    [one] One step is
   *[other] { $left } steps are
} left.
refusal-on-its-way = A message about { $user } is on its way this minute. Please try again in two minutes. Nothing was erased.
refusal-only-teacher = { $user } is the only teacher of a class with open contracts (channel { $channel }). Add another teacher there with /accord setup, or close those contracts. Nothing was erased.
help-student-erase = Erase one person: from every table, and from Slack where Accord can.
help-student-erase-again = After a backup was restored: erase again whom the database of before names as erased.
help-student-from = The database of before: its file, or its address
erase-again-found = { $found ->
    [0] Nobody who was erased since the copy is held again.
    [one] One person who was erased since the copy is held again:
   *[other] { $found } people who were erased since the copy are held again:
}{ $unknown ->
    [0] {""}
    [one] {" "}The record names one more erasure; nobody in this database belongs to it.
   *[other] {" "}The record names { $unknown } more erasures; nobody in this database belongs to them.
}
erase-again-addresses = { $count ->
    [one] 1 calendar address was stopped after the backup was made. It is stopped again.
   *[other] { $count } calendar addresses were stopped after the backup was made. They are stopped again.
  }
erase-again-who = { $name } ({ $user }) in workspace { $workspace }, erased on { $at }
erase-again-done = { $name } ({ $user }) in workspace { $workspace } is erased again.
erase-again-not-there = { $path } is no database of before: { $why ->
    [missing] there is no file.
    [old] it is of an older version. Set ACCORD_DATABASE_URL to it, run accord db migrate, and set it back.
    [newer] it belongs to a newer version of Accord. Install that version.
   *[other] it holds no tables of Accord.
}
erase-again-unreadable = { $path } can not be read ({ $reason }). Is it the file that was moved away before the restore?
help-student-yes = Do not ask again.

# `accord retention …`
help-retention = How long a workspace keeps what.
help-retention-show = The periods, and what the next run would erase. Nothing is changed.
help-retention-set = Change how long things are kept. It is written down.
help-retention-days = Days
retention-column-what = What
retention-column-days = Days
retention-column-past = Past its time
retention-contract-days = Contracts with all their parts, after they end
retention-people = Places in classes that people left, and people of whom nothing else is kept
retention-errands = Work that is done
retention-feedback-days = Feedback that led to no contract
retention-llm-days = Calls to a language model
retention-incoming-days = Numbers of what came in
retention-outbox-days = Messages, after they were sent
retention-dry = Accord erases what is past its time a few times a day while it runs. An open contract is never touched.
retention-set = { $what }: { $days } days from now on.
retention-nothing-given = Say what to change, for example --contracts 180. accord retention set --help lists all of it.
privacy-kept-contract-days = after the contract ended
privacy-kept-feedback-days = after it was given, or until its contract goes
privacy-kept-llm-days = after the call
privacy-kept-incoming-days = after it came in or was done
privacy-kept-outbox-days = after it was sent; a card as long as what it follows
privacy-kept-period = { NUMBER($days, useGrouping: "false") } days { $period }

# On an admin's Home.
home-keep-button = Set how long to keep
home-keep-hint = Accord erases what is older. Your school decides how long that is.
privacy-keep-title = How long to keep
privacy-keep-submit = Save
privacy-form-what = Each number is in days. A few times a day, I erase what is older for good.
privacy-form-open = I never erase an open contract. I write down each change with your name.
refusal-keeps-no-number = Write a whole number of days, for example 365.
refusal-no-such-setting = This form is from an earlier version. Open it again from the Home tab.
refusal-keeps-too-short = This is too short. { $least ->
    [one] One day is the least.
   *[other] { $least } days are the least, so that nothing is lost on its way.
  }
refusal-keeps-too-long = This is too long. { $most } days are the most.
