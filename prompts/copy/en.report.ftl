# The numbers of a half-year. $term is its first day.
report-first = *Numbers of your school for the half-year from { $term } on.* You see them first. From { $date } your school can have them, too.
report-first-next = No name, no class by its name and nobody’s own words stand in it. What would tell of too few people is left out. You do not have to do anything.
report-cell-students = Students with contracts: { $number }
report-cell-teachers = Teachers: { $number }
report-cell-begun = Contracts begun: { $number }
report-cell-agreed = Agreed: { $number }%
report-cell-kept = Of the agreed ones, kept until both looked back: { $number }%
report-cell-renegotiated = Of the agreed ones, changed on the way: { $number }%
report-cell-days = Days until a decision, in the middle: { $number }
report-cell-asked = Check-ins that asked for an answer: { $number }
report-cell-answered = Answered: { $number }%
report-cell-feedback = Pieces of feedback: { $number }
report-cell-taken-up = Feedback taken up: { $number }%
report-cell-targets = Targets agreed: { $number }
report-cell-measurable = Targets that say what, how much and by when: { $number }%

# To whoever an admin named: the numbers as a table, and as a file
report-heading = Your school in numbers
# The head of a column: a half-year by its first day
report-column = From { $term }
report-column-what = What
report-column-change = Change
report-label-students = Students with contracts
report-label-teachers = Teachers
report-label-begun = Contracts begun
report-label-agreed = Contracts agreed
report-label-kept = Agreed, and kept until both looked back
report-label-renegotiated = Agreed, and changed on the way
report-label-days = Days until a decision, in the middle
report-label-asked = Check-ins that asked for an answer
report-label-answered = Check-ins answered
report-label-feedback = Pieces of feedback
report-label-taken-up = Feedback taken up
report-label-targets = Targets agreed
report-label-measurable = Targets that say what, how much and by when
report-count = { $number }
report-percent = { $number }%
report-same = the same
report-more-count = +{ $number }
report-less-count = −{ $number }
report-more-percent = { $number ->
    [one] +{ $number } point
   *[other] +{ $number } points
}
report-less-percent = { $number ->
    [one] −{ $number } point
   *[other] −{ $number } points
}
report-what = All classes together: no name, no class and no words stand in it. “–” is a number that I leave out: it would tell of too few people.
report-waits-reader = The half-year from { $term } on is ready. Your teachers see it first. From { $date } you can have it here, too.
report-few-reader = I say nothing about the half-year from { $term } on. It had fewer than 5 students or 3 teachers.
report-none-reader = There are no numbers yet. I work them out when a half-year with contracts has been over for 60 days.
report-file = Here are the same numbers as a file for a spreadsheet: a line for each half-year.
report-file-label = Your school in numbers
report-no-files = I cannot give you the file, because this workspace does not let me send files. Ask an admin of Slack to allow it, then press the button again.
report-signs = *How often the same sign of success is met:*
# $shares is a list of percentages
report-sign = { $text }: { $shares }
report-signs-what = It counts what a teacher rated “Fully” at the end. Several numbers are several classes, the highest first, without their names.
report-signs-more = { $count ->
    [one] { $count } more is in the file.
   *[other] { $count } more are in the file.
}
report-signs-file = Here is how often the same sign of success is met, as a file: a line for each class, without its name.
report-signs-label = Signs of success in numbers
report-reader-named = { $name } says that you may have the numbers of your school. You find [School report] on my Home tab.
report-reader-unnamed = { $name } decided that you no longer get the numbers of your school.

# On Home
report-home = *Numbers of your school:* contracts, check-ins and feedback for each half-year that is over. You get a table and a file.
report-button = School report
report-readers = Who gets the school report
report-readers-named = They get numbers of the whole school for each half-year: no names, no classes, a week after its teachers. *Named:* { $names }.
report-readers-nobody = nobody yet
report-name-reader = Name a reader
report-take-back-reader = Remove a reader

refusal-report-not-named = An admin decides who gets the numbers of the school. Ask an admin to name you on their Home tab.
refusal-report-reader-learns = This person learns in a class, so they cannot get the numbers of the school. Choose someone who does not.
