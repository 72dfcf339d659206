# A class that nobody teaches any more.

# To a student who waits for an answer.
teacher-gone = { $what ->
    [proposal] *Nobody teaches { $classroom } right now*, so your proposal has to wait.
    [question] *Nobody teaches { $classroom } right now*, so your question has to wait.
    [change] *Nobody teaches { $classroom } right now*, so your change has to wait.
   *[look-back] *Nobody teaches { $classroom } right now*, so nobody can look back with you yet.
  }
teacher-gone-told = I told the admins of your school. I will tell you here when someone teaches the class. You do not have to do anything.
teacher-gone-next = I will tell you here when someone teaches the class. What you wrote is safe.
# $teachers is one name, or several with commas.
teacher-found = { $what ->
    [proposal] *{ $classroom } has a teacher again:* { $teachers }. Your proposal is waiting for them.
    [question] *{ $classroom } has a teacher again:* { $teachers }. Your question is waiting for them.
    [change] *{ $classroom } has a teacher again:* { $teachers }. Your change is waiting for them.
   *[look-back] *{ $classroom } has a teacher again:* { $teachers }. They can look back with you now.
  }

# To an admin.
class-untaught = { $count ->
    [0] *{ $classroom } no longer has a teacher.* Choose someone who teaches it.
    [one] *{ $classroom } no longer has a teacher.* One student is waiting for an answer. Choose someone who teaches it.
   *[other] *{ $classroom } no longer has a teacher.* { $count } students are waiting for an answer. Choose someone who teaches it.
  }
class-untaught-button = Choose a teacher
class-taught-again = *{ $classroom } has a teacher again:* { $teachers }.
untaught-give-title = Choose a teacher
untaught-give-submit = Choose
untaught-teacher = Who teaches { $classroom } from now on?
untaught-teacher-hint = They will see the contracts of this class. I will tell them, and the students who are waiting.

# To the new teacher.
class-given = { $count ->
    [0] *{ $name } made you the teacher of { $classroom }.* No student is waiting for an answer.
    [one] *{ $name } made you the teacher of { $classroom }.* One student is waiting for an answer.
   *[other] *{ $name } made you the teacher of { $classroom }.* { $count } students are waiting for an answer.
  }
class-given-next = The Home tab shows the class and what is waiting for you.

refusal-class-is-taught = { $classroom } has a teacher again. To change who teaches it, use “Change a class” on the Home tab.
refusal-teacher-unknown = Slack does not know this person. Choose someone else.
refusal-teacher-closed = The account of { $name } is closed. Choose someone else.
refusal-teacher-bot = { $name } is an app. Choose a person.
refusal-teacher-guest = { $name } is a guest in your Slack. Choose someone from your school.
refusal-teacher-learns-here = { $name } is a student of this class. Choose someone else.
