# Aides and observers of a class. An aide reads students’ work there, an observer sees counts.
assisting-home = Classes you help or observe
assisting-home-aide = You help in *{ $classroom }* as an aide.
assisting-home-observer = You observe *{ $classroom }*.
assisting-open-button = See the class
# To students, in small print. $names is a list.
assisting-told-aide = { $count ->
    [one] { $names } helps in this class, and can read your targets, check-in answers and shown work.
   *[other] { $names } help in this class, and can read your targets, check-in answers and shown work.
  }
assisting-told-observer = { $count ->
    [one] { $names } observes this class, and sees numbers without names.
   *[other] { $names } observe this class, and see numbers without names.
  }

# The class, in a window.
assisting-class-title = Class
assisting-class = { $count ->
    [0] *{ $classroom }* has no students yet.
    [one] *{ $classroom }* has one student.
   *[other] *{ $classroom }* has { $count } students.
  }
assisting-running = Contract running: { $count }
assisting-waiting = Proposal not decided yet: { $count }
assisting-looking-back = Looking back now: { $count }
assisting-none = No contract yet, or a draft: { $count }
assisting-lately = Check-ins in the last 7 days: { $answered } answered, { $missed } missed.
assisting-too-few = I show numbers once the class has at least 5 students.
# A student’s name beside a button.
assisting-student = { $name }
assisting-look-button = Read their work
assisting-sees-counts = You see numbers only. You have nothing to do here.
assisting-sees-work = You can read what students agreed, answered and showed. When you open a student’s work, I write that down.
assisting-before-button = Before
assisting-more-button = More

# A student’s work, in a window.
assisting-student-title = Their work
assisting-back-button = Back to the class
assisting-noted = I wrote down that you read this. { $student } and their teachers know that you help here.

refusal-not-your-role = You cannot see this in the class. Ask one of its teachers.
refusal-assisting-class-closed = { $classroom } is closed, so there is nothing to see there now.
