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
set-up-time-hint = Each student is asked at this time in their own time zone.
set-up-autonomy = How much do students choose themselves?
autonomy-guided = A little: one target, with the class’s dates. Good for a first contract
autonomy-shared = Some: up to three targets, their own end date, your check-in days
autonomy-open = Much: up to three targets, their own end date and check-in days
set-up-shoutouts = Shoutouts in the class channel
set-up-shoutouts-on = On. I always ask the student first
set-up-shoutouts-off = Off
class-ready-title = Accord is ready for { $classroom }
class-ready-what = Here each student works out a few clear targets, and agrees on them with the teacher.
class-ready-how = While a contract is running, I ask how it is going, each { $days } at { $time }. To begin, write me “hi” in a direct message.
class-ready-teachers = Teachers: { $names }
class-ready-private = Contracts, feedback and grades stay between the student and the teachers.
roster-read = { $count ->
    [one] *One student* is in { $classroom } now. Who joins the channel joins the class.
   *[other] *{ $count } students* are in { $classroom } now. Who joins the channel joins the class.
  }
roster-empty = { $classroom } has no students yet. Add them to the class channel, and they are in.
teacher-named = { $name } named you as somebody who may teach. Go to your class channel and type /accord setup to begin.
teacher-unnamed = { $name } took back that you may set up new classes. The classes that you teach stay as they are.
refusal-no-teacher = Please choose at least one teacher for this class.
refusal-named-in-the-settings = Whoever runs Accord named this person in its settings (ACCORD_TEACHERS). Only there it can be taken back.
refusal-may-not-teach = Only teachers can set up a class. An admin of this Slack workspace can name you as a teacher on Accord’s Home tab.
refusal-who-are-you = Slack does not tell me who you are at the moment, so I can not see whether you may teach. Please try again in a minute. If it stays like this, ask whoever runs Accord to name you as a teacher.
refusal-set-up-in-a-channel = A class lives in a channel. Please type /accord setup in your class channel.
student-away = *{ $student }* is not in the channel of { $classroom } any more and has an open contract.
student-away-next = Until they come back to the channel, the contract stays as it is, and I ask for no check-ins. If it is over, type /accord contract and the student’s name, and close it.
refusal-check-in-at-night = Please choose a time between 7:00 and 20:00. Nobody is asked anything at night.
