# Teachers rate the same work without knowing whose it is. { $teacher } is who invites. { $by } is a rubric's name, or "signs of success".
calibrating-button = Rate together
calibrating-by-signs = Signs of success
calibrating-ask-title = Rate together
calibrating-ask-submit = Ask the students
calibrating-what = You and your colleagues may see the same work in different ways. Colleagues rate it without names, and then you see how far they agree.
calibrating-form-pieces = Which work?
calibrating-form-pieces-hint = Up to 10. You see texts only: a file, a photo or a link can show whose it is.
calibrating-form-by = Rate it by
calibrating-form-colleagues = Which colleagues?
calibrating-form-colleagues-hint = 2 to 8 teachers of this school. You do not rate: you know whose work it is.
calibrating-form-next = I take out names, and ask each student first. Your colleagues hear of it after a yes.
refusal-calibrating-no-texts = There is no text that you can ask for yet. Students can send one as evidence. A file or a link can show whose work it is.
refusal-calibrating-pieces = Choose at least one text, and at most { $most }.
refusal-calibrating-piece-gone = This text can no longer be rated. Its student took it back, or said no.
refusal-calibrating-no-signs = There is nothing to rate in a text by { $name }: it has no signs of success, or no words but names. Leave it out, or choose a rubric.
refusal-calibrating-no-teacher = { $name } cannot rate here. Choose people who teach a class, and whose own work it is not.
refusal-calibrating-colleagues = Choose at least { $least }, and at most { $most }, beside yourself.
# To the student
calibrating-work-asked = *{ $teacher } asks: may other teachers rate this text, without your name?* Teachers do this to see if they rate in the same way. This is all they would read:
calibrating-work-given = *You said yes.* Other teachers may rate this text without your name.
calibrating-work-refused = *Nobody rates your text.* I have deleted this copy of it, and every rating that it had.
calibrating-work-unused = Your text was not used. You do not have to do anything.
calibrating-work-who = They do not see your name or your class. I took out the names that I know. They may still know your style.
calibrating-work-grade = It changes nothing in your contract, your feedback or your grade.
calibrating-work-back = No is fine, and nobody asks why. You can take a yes back at any time.
calibrating-work-next = If you do nothing, nobody sees it.
calibrating-yes-button = They can rate it
calibrating-no-button = I say no
calibrating-take-back-button = Take it back
calibrating-take-back-sure = Take it back?
calibrating-take-back-text = I delete this copy of your text and every rating that it had.
calibrating-take-back-yes = Take it back
calibrating-take-back-keep = Keep it
refusal-calibrating-began = The teachers have begun, so this text is not used. You do not have to do anything.
# To who invites
calibrating-card-asking = *I have asked the students.* What it will be rated by: { $by }.
calibrating-card-counts = Yes: { $given }. No: { $refused }. No answer yet: { $asked }.
calibrating-card-asking-next = When all have answered, I invite your colleagues. You can start earlier with those who said yes.
calibrating-begin-button = Start now
calibrating-begin-sure = Start now?
calibrating-begin-text = Students who have not answered are left out.
calibrating-begin-yes = Start now
calibrating-begin-keep = Wait
calibrating-card-rating = *Your colleagues are rating.* { $done } of { $count } are done. What they rate by: { $by }.
calibrating-card-rating-next = You all see the result when everyone is done, or when you end it.
calibrating-close-button = End the rating
calibrating-close-sure = End the rating?
calibrating-close-text = Nobody can rate after that. All who rated see the result.
calibrating-close-yes = End the rating
calibrating-close-keep = Go on rating
calibrating-card-closed = *The rating is over.* The result came as a message of its own.
calibrating-card-nothing = *There is no work to rate.* No student said yes. You can ask for other work with `/accord rubrics`.
refusal-calibrating-nobody-yet = No student has said yes yet. Wait for an answer, or ask for other work.
# To colleagues
calibrating-asked = *{ $teacher } invites you to rate { $count ->
    [one] 1 text
   *[other] { $count } texts
  }.* Each takes about 2 minutes, and you can stop after each. What you rate by: { $by }.
calibrating-asked-blind = I took out the names and the class. If you know whose text it is, rate what you read.
calibrating-asked-seen = Nobody sees your ratings before all { $raters } are done, or before the rating is ended. Then all see how many gave each level, without names.
calibrating-asked-left = Still to rate: { $left }.
calibrating-asked-done = *You have rated all of it. Thank you.* You can change your ratings until everyone is done.
calibrating-asked-closed = This rating is over.
calibrating-asked-declined = You are not rating this time. If you find the time, you can still begin.
calibrating-rate-button = Rate
calibrating-change-button = Change my ratings
calibrating-decline-button = Not this time
calibrating-rate-title = Rate the work
calibrating-rate-submit = Save
calibrating-next = Next
calibrating-number = Text { $number }/{ $count }
calibrating-level = *{ $level }:* { $text }
calibrating-sign = { $sign }
refusal-calibrating-choose-level = Choose a level.
refusal-calibrating-closed = This rating is over. You do not have to do anything.
# The result
calibrating-outcome-heading = Rated together: { $by }
calibrating-outcome-gone = The work was taken back, and the ratings are deleted.
calibrating-outcome-counts = { $raters ->
    [one] 1 colleague rated
   *[other] { $raters } colleagues rated
  } { $pieces ->
    [one] 1 text
   *[other] { $pieces } texts
  }.
calibrating-outcome-one = There is nothing to compare: fewer than 2 colleagues rated the same text.
calibrating-exact = *The same level:* { $percent }%
calibrating-near = *At most one level apart:* { $percent }%
calibrating-kappa = *How far you agree, beyond chance* (weighted kappa): { $kappa }
calibrating-kappa-few = *How far you agree, beyond chance* (weighted kappa): { $kappa }. Very few ratings: this number can change a lot with one more.
calibrating-kappa-alike = *How far you agree, beyond chance* (weighted kappa) cannot be said: those who can be compared gave one level to everything.
calibrating-kappa-what = 1 means that you always agree, and 0 that chance alone would do as well. Two levels apart counts twice as much as one.
calibrating-outcome-alike = Nobody was apart anywhere.
calibrating-outcome-split = *Where you were furthest apart:*
calibrating-cell = *{ $sign }* (text { $number }): { $counts }
calibrating-outcome-signs = *The same level, by what was rated:*
calibrating-by-sign = *{ $sign }:* { $percent }%
calibrating-outcome-next = Talk about the first of them: what did each of you see in the text? Nobody sees who gave which level.
