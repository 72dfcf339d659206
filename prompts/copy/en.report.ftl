# The numbers of a half-year. $term is its first day.
report-first = *Numbers of your school for the half-year from { $term } on.* You see them first. From { $date } your school can have them, too.
report-first-next = All classes together: no name, no class and no words stand in it. What would tell of too few people is left out. You do not have to do anything.
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
