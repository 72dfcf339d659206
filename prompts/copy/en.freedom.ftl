# How much a student chooses in a contract. A level is said as what the student chooses.
freedom-level-guided = one target, with the dates of the class
freedom-level-shared = up to 3 targets, and the end
freedom-level-open = up to 3 targets, the end, and any check-in day
freedom-ended = *{ $student }*’s contract in { $classroom } ended. { $answered } of { $asked } check-ins were answered.
freedom-more = Now { $student } chooses { $now }. Next, it could be { $to }.
freedom-more-button = More to choose
freedom-support = Now { $student } chooses { $now }. Deciding less at once can help: { $to }.
freedom-support-button = Fewer decisions
freedom-ask-button = How much to choose
freedom-keep-button = Keep as it is
freedom-next = You decide. If you change it, I will tell the student why. Contracts that run stay as they were signed.
freedom-decided = *{ $teacher }* decided. In the next contract in { $classroom }, *{ $student }* chooses { $level }.
freedom-as-it-is = In the next contract in { $classroom }, *{ $student }* chooses { $level }.
freedom-back-button = As the class has it
freedom-yours = *{ $teacher }* decided about your next contract in { $classroom }. You choose { $level }.
freedom-yours-why = Your last contract had { $asked } check-ins, and you answered { $answered }. Reaching the goal does not count for this.
freedom-yours-next = To change it, talk with { $teacher }. You do not have to do anything now.
