# Guests, and people of other organisations, in a class channel.

# To a teacher. $names is one name, or several with commas; $more are as many as there are besides.
guests-here = { $count ->
    [one] *{ $names } is a guest in the channel of { $classroom }.* A guest may be a student or a parent, so I have not added them.
   *[other] { $more ->
        [0] *{ $names } are guests in the channel of { $classroom }.* A guest may be a student or a parent, so I have not added them.
       *[other] *{ $names } and { $more } more are guests in the channel of { $classroom }.* A guest may be a student or a parent, so I have not added them.
    }
  }
guests-here-next = Anyone you do not choose gets no place in the class. I will not ask about them again. You can choose them later on the Home tab.
guests-decided = There is no guest left to decide about in the channel of { $classroom }.
guests-button = Choose students
admitting-save-title = Choose students
admitting-save-submit = Save
guests-students = Which of these guests are students of { $classroom }?
guests-students-hint = Leave this empty if none of them is a student here.
# An option: a guest of this Slack, or somebody of another organisation in a shared channel.
guests-guest = { $name } (guest)
guests-from-outside = { $name } (other organisation)
refusal-no-guests = There are no guests in the channel of { $classroom } to choose as students. Full members join the class by joining the channel.

# To an admin, on Home.
home-outside = People of other organisations
home-outside-forbidden = Some class channels may be shared with another organisation. *People from there cannot be students in Accord.*
home-outside-allowed = Some class channels may be shared with another organisation. *People from there can be students, if a teacher chooses them.*
home-outside-hint = They can never teach, be admins, or be told about a student.
home-outside-allow = Let them learn
home-outside-forbid = Do not let them
home-outside-leave = Keep as it is
home-outside-allow-title = Let them learn?
home-outside-allow-what = I will ask the teachers about each person of another organisation in their class channels.
home-outside-forbid-title = Do not let them?
home-outside-forbid-what = Students of other organisations lose their place in their classes. Their contracts stay as they are, and I will ask them for no check-ins.

# Somebody in the channel of a class who does not learn there: an aide, a parent, a visitor.
people-intro = Everyone in the class channel learns in the class, except its teachers. Leave out who does not.
people-out-field = Does not learn here
people-out-field-hint = They stay in the channel. I will ask them nothing, and they see nothing of your students.
people-back-field = Learns here again
people-aides-field = Aides
people-aides-field-hint = They can read targets, check-in answers and shown work. They decide nothing. I tell the students.
people-observers-field = Observers
people-observers-field-hint = They see counts of the class: no name and no word.
people-no-longer-field = No longer an aide or observer
# An option: somebody with their role.
people-is-aide = { $name } (aide)
people-is-observer = { $name } (observer)
admitting-people-title = People
admitting-people-submit = Save
people-out = *{ $teacher }* says that you do not learn in *{ $classroom }*. I will ask you nothing about it.
people-out-next = You can stay in the class channel. If this is not right, tell { $teacher }.
people-back = *{ $teacher }* says that you learn in *{ $classroom }*. You can begin a contract there.
people-back-next = Your Home tab shows what you can do.
people-aide = *{ $teacher }* says that you help in *{ $classroom }* as an aide. You can read the students’ targets, check-in answers and shown work.
people-aide-next = The students know this. When you open a student’s work, I write that down. You do not decide anything here.
people-observer = *{ $teacher }* says that you observe *{ $classroom }*. You can see how many students have a target, and how many check-ins were answered.
people-observer-next = You see no names and no words of students. You do not have to do anything.
# To a student with a contract in the class.
aide-named = *{ $aide }* helps in *{ $classroom }* now. They can read your targets, your check-in answers and the work you show.
aide-named-next = They do not see what helps you, your profile or feedback. They decide nothing. If this worries you, talk with your teacher.
refusal-people-which-class = You teach more than one class. Type /accord people in the channel of one of them.
refusal-people-no-student = { $name } does not learn in this class now.
refusal-people-has-contract = { $name } has an open contract in this class. End it first.
refusal-people-two-things = You chose two different things for { $name }. Choose one.
refusal-people-teaches = { $name } teaches this class. A teacher sees all of this already.
refusal-people-no-helper = { $name } is not a full member of this Slack. Choose a member.
refusal-people-not-in-channel = { $name } is not in the class channel. Invite them there first.
