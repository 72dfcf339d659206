# Whoever waits is remembered: what is said to whose turn it is, and to who waits.

# To a teacher, above a line and a button for each thing.
waits-now = { $count ->
    [one] *{ $classroom }:* 1 waits for you
   *[other] *{ $classroom }:* { $count } wait for you
  }
waits-next = I remind you of each one twice, then no more. All of it stays on your Home tab.
waits-colleagues = Some of it was for a colleague first. Any teacher of the class can decide.
# $names is a list of students.
waits-reminded = { $count ->
    [one] *{ $classroom }:* I reminded { $names } today. No answer has come yet.
   *[other] *{ $classroom }:* I reminded { $names } today. No answers have come yet.
  }
waits-class-button = See who needs a word

# To a student whose turn it is. $teacher waits.
your-turn-questioned = *{ $teacher }* asked you something about your proposal in *{ $classroom }*. Your answer is still open. One sentence is enough.
your-turn-amended = *{ $teacher }* suggested changes to your proposal in *{ $classroom }*. Your answer is still open.
your-turn-renegotiating = *{ $teacher }* suggested a change to your contract in *{ $classroom }*. Your answer is still open. Until you decide, your contract goes on as it is.
your-turn-next = I will remind you once more in a few days.
your-turn-last = I will not remind you again. It stays on your Home tab.
your-turn-show-button = Show it

# To a student who waits. $teachers is a list of names.
teacher-reminded-proposal = I reminded *{ $teachers }* today of your proposal in *{ $classroom }*.
teacher-reminded-question = I reminded *{ $teachers }* today of your question in *{ $classroom }*.
teacher-reminded-change = I reminded *{ $teachers }* today of the change that you suggested in *{ $classroom }*.
teacher-reminded-next = You do not have to do anything. I will write to you when there is an answer.
