# Students without an account: a teacher enters them, and types in what they say in person.

# Their name wherever it stands. $name is the name.
paper-named = { $name } (on paper)
# A button on Home.
paper-open-button = Without an account
paper-open-title = Without account
paper-open-submit = Add student
paper-intro = Add a student who has no Slack account to { $classroom }. I never send them anything. You write their contract with them, and you both sign it on paper. At each check-in you type in what they say.
paper-name = Name of the student
paper-name-hint = As it should stand on the paper
paper-of-age = Age
paper-of-age-yes = This student is 16 or over
paper-of-age-hint = For a younger student your school first has to settle who may agree for them
paper-safeguarding = If something they say worries you, take it to your safeguarding lead. I alert nobody about what you type here.
paper-show-button = Send me the card

paper-person = *{ $student }* is in { $classroom }. They have no account, so I send them nothing.
paper-entered = { $teacher } added them on { DATETIME($date, dateStyle: "long") } and confirmed that they are 16 or over.
paper-id = For exports and erasing, their id is { $id }.
paper-left = { $student } is no longer in { $classroom }. You do not have to do anything.
paper-write-button = Write the contract
paper-contract-button = Show the contract
paper-leave-button = Take out of class
paper-leave-question = Take them out of the class?
paper-leave-sure = I will no longer name { $student } when check-ins are due. What you agreed on stays as it is.
paper-leave-yes = Take out
paper-leave-no = Keep in class

paper-write-title = Write together
paper-write-submit = Sign for yourself
paper-write-intro = Write this together with { $student }, in their own words. When you send it, you have signed it. They sign on the paper.
paper-statement = Target – the sentence they want to reach
paper-unit = What is counted
paper-baseline = Number at the start
paper-goal = Number at the end
paper-strategies = How they practise: what, when and where
paper-student-criteria = Signs of success – their own words, one on each line
paper-evidence = How they show it
paper-supports = What helps them
paper-commitments = What you do for it

paper-contract-heading = Contract with { $student }
paper-state-to-sign = { $student } has not signed yet. Print it, let them sign it, and then confirm it here.
paper-state-to-sign-change = A change waits for { $student } to sign it. Print it, let them sign it, and then confirm it here. Until then the signed one goes on.
paper-state-active = Signed on paper. { $teacher } confirmed it. I will name { $student } here when a check-in is due.
paper-state-to-type = A check-in is due. Ask { $student }, and type in what they say.
paper-state-to-look-back = The contract is over. Look back together, and type in what { $student } says.
paper-state-looked-back = What { $student } says is in. Now look back yourself: the form is in its own message.
paper-state-completed = This contract is complete. You do not have to do anything.
paper-state-closed = This contract has ended. You do not have to do anything.
paper-on-card = { $student } has no account: this contract is on paper.
paper-print-button = Print it
paper-sign-button = It is signed
paper-sign-question = Is the paper signed?
paper-sign-sure = You have the paper in front of you, and { $student } signed it. Its fingerprint is the one on my newest print.
paper-sign-yes = It is signed
paper-sign-no = Not yet
paper-rewrite-button = Change the words
paper-sheet = Here is the contract with { $student } to sign. Your signature stands on it already. File the paper where your school keeps such papers.

# A button beside a name.
paper-type-button = Type it in
paper-type-again-button = Change the answer
paper-type-title = Type it in
paper-type-submit = Save answer
paper-type-intro = Ask { $student }, and type in what they say. The questions are written to them, so you can read them out.

paper-look-back-button = Type look back
paper-look-back-title = Type look back
paper-look-back-submit = Save
paper-look-back-intro = Look back together with { $student }. Type in what they say, also where you see it differently. Your own answers have their own form.
paper-reflection = What would they do again, and what differently?

refusal-respond-no-account = They have no account, so they cannot read a reply. Tell them in person.
refusal-paper-of-age = Tick this only for a student of 16 or over. For a younger one, your school has to settle who may agree first.
refusal-paper-same-name = Someone on paper in this class has that name. Add a second name or an initial.
refusal-paper-end-too-soon = Choose a later end: the class has no check-in before the middle of this time.
refusal-paper-one-runs = { $name } has a contract that both signed. Look back on it first.
