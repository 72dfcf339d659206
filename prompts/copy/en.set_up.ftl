set-up-save-title = Set up your class
set-up-save-submit = Save
set-up-name = Name of the class
set-up-co-teachers = Who teaches with you?
set-up-teachers = Who teaches this class?
set-up-timezone = Time zone of the class
set-up-timezone-hint = For example Europe/Vienna or America/New_York
set-up-term = Last day of term
set-up-days = Check-in days
set-up-time = Check-in time
set-up-time-hint = I ask each student at this time in their own time zone.
set-up-autonomy = How much can students choose?
autonomy-guided = A little: one target, with the class’s dates
autonomy-shared = Some: up to 3 targets, their own end date
autonomy-open = A lot: up to 3 targets, own dates and days
set-up-shoutouts = Shoutouts in the class channel
set-up-shoutouts-on = On. I always ask the student first
set-up-shoutouts-first = On. After the student, a teacher looks first
set-up-shoutouts-off = Off
set-up-grades = Grades in this class
set-up-grades-hint = The best first: A to F, 9 to 1, or distinction, merit, pass. Targets can use them.
set-up-takes = What can students show as evidence?
set-up-takes-hint = When a student sends anything else, I say what works instead.
set-up-takes-picture = Photos
set-up-takes-document = Documents (PDF, Word and others)
set-up-takes-audio = Sound
set-up-takes-video = Videos
set-up-takes-link = Links
set-up-takes-text = Texts
set-up-file = How large can a file be?
set-up-file-mb = Up to { $mb } MB
set-up-file-most = Up to { $mb } MB, the most that your school allows
class-ready-title = Accord is ready for { $classroom }
class-ready-what = Here students choose a few clear targets, and agree on them with a teacher.
class-ready-how = Then I ask how it is going, each { $days } at { $time }. To begin, write me “hi” in a direct message.
class-ready-coming = The next days on which I ask: { $dates }.
class-ready-teachers = Teachers: { $names }
class-ready-private = Only the student and the teachers see contracts, feedback and grades. An aide, if your class has one, sees targets and check-ins.
roster-read = { $count ->
    [one] *One student* is in { $classroom } now. Anyone from your school who joins the channel joins the class.
   *[other] *{ $count } students* are in { $classroom } now. Anyone from your school who joins the channel joins the class.
  }
roster-empty = { $classroom } has no students yet. Add them to the class channel to add them to the class.
teacher-named = { $name } says that you may teach here. Go to your class channel and type /accord setup to begin.
teacher-unnamed = { $name } decided that you can no longer set up new classes. You keep the classes that you teach now.
refusal-teacher-from-outside = { $name } is not from your organisation, so they cannot teach here. Choose someone else.
refusal-no-teacher = Choose at least one teacher for this class.
refusal-named-in-the-settings = The people who run Accord named this teacher in its settings (ACCORD_TEACHERS). Only they can change that.
refusal-may-not-teach = Only teachers can set up a class. Ask an admin of this Slack workspace to name you on Accord’s Home tab.
refusal-who-are-you = Slack does not tell me who you are now. I cannot see if you may teach. Try again in a minute. If that does not help, ask the people who run Accord to name you.
refusal-set-up-in-a-channel = A class needs a channel. Go to your class channel and type /accord setup there.
student-away = *{ $student }* is no longer in the channel of { $classroom } and has an open contract.
student-back = *{ $student }* is in the channel of { $classroom } again. The contract and its check-ins go on.
student-away-over = *{ $student }* is no longer in the channel of { $classroom }. Nothing of theirs is open there now.
student-away-next = Until they come back, the contract stays as it is. I will ask for no check-ins.
refusal-check-in-at-night = Choose a time between { TIME("07:00") } and { TIME("20:00") }. I ask nobody at night.
refusal-grades-unread = I did not understand these grades. Write the best first, like A to F, 9 to 1, or distinction, merit, pass.

# A term ends, or was made shorter.
term-ends = The term of *{ $classroom }* ends on { $date }.
term-ends-running = { $count ->
    [one] 1 contract still runs: { $names }
   *[other] { $count } contracts still run: { $names }
  }
term-ends-unsigned = { $count ->
    [one] 1 contract is not signed yet: { $names }
   *[other] { $count } contracts are not signed yet: { $names }
  }
term-next-button = Set up next term
term-ends-next = Contracts end on their own last day. To go on, enter a new end of term. The class, its people and what runs will stay.
term-ends-yours = The term of *{ $classroom }* ends on { $date }. Your contract ends on { $until }.
term-ends-yours-next = On its last day I will ask for your final number. You do not have to do anything now.
term-ends-unsigned-yours = The term of *{ $classroom }* ends on { $date }. Your contract is not signed yet.
term-ends-unsigned-yours-next = If you want it this term, finish it soon, or talk with your teacher.
term-cut = The term of *{ $classroom }* ends on { $date } now.
term-cut-keep = { $count ->
    [one] 1 contract goes on after that: { $names }
   *[other] { $count } contracts go on after that: { $names }
  }
term-cut-asked = { $count ->
    [one] 1 student was asked to end then, and has not signed yet: { $names }
   *[other] { $count } students were asked to end then, and have not signed yet: { $names }
  }
term-cut-nobody = No contract goes on after that.
term-cut-button = Suggest this end
term-cut-next = What is signed stays as it is. With the button, I will ask each student to sign the new end.
