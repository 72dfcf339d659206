# Draft targets from feedback.

# To the teacher, under "your feedback is on its way".
drafting-intro = *Ideas for a target.* { $student } will see them only if you suggest them.
drafting-none = I found no next step to make an idea from. { $student } can still write a target from your feedback.
drafting-all-dropped = You removed all ideas. { $student } can still write a target from your feedback.
drafting-from-rule = Idea from your words
drafting-from-model = Idea by a language model
drafting-from-rule-edited = Idea from your words, changed by you
drafting-from-model-edited = Idea by a language model, changed by you
# The same to the student: the words are the teacher’s.
drafting-shown-rule = From { $teacher }’s feedback
drafting-shown-model = From { $teacher }’s feedback, by a language model
drafting-shown-rule-edited = From { $teacher }’s feedback, changed by { $teacher }
drafting-shown-model-edited = From { $teacher }’s feedback, by a language model, changed by { $teacher }
drafting-waiting = A language model is writing other ideas. I will change this message when they are here, and keep what you changed.
drafting-failed = The language model gave no useful ideas this time, so these are from your words.
drafting-edit-button = Change it
drafting-drop-button = Remove it
drafting-offer-button = Suggest to { $student }
drafting-hint = { $student } can use one, change it, or write another target. “__” is a gap for a number that { $student } chooses.
drafting-not-now = *Ideas for a target.* { $student } has an open contract now. You can suggest them when { $student } starts a new one in this class.
drafting-offered = You suggested these ideas to { $student }:

# The teacher's form.
drafting-edit-title = Change the idea
drafting-edit-submit = Save
drafting-text = The idea
drafting-text-hint = Write “__” where the student chooses a number.

# To the student.
drafting-offer = *{ $teacher }* suggests ideas for your target in { $classroom }.
drafting-take-button = Use this idea
drafting-offer-hint = Use one as it is or change every word, or write your own target. Nothing is agreed yet.
drafting-own-button = Write my own

refusal-draft-gone = This idea is no longer there. The newest message about this feedback shows the others.
refusal-drafts-offered-already = You have suggested these ideas already, so they stay as they are.
refusal-drafts-not-now = { $name } has an open contract in this class. You can suggest these ideas when it has ended.
refusal-no-drafts-left = There is no idea left to suggest.
refusal-draft-for-later = You have an open contract in this class, so you cannot use this now. You can when you start your next contract.

# To the operator.
llm-log-empty = Nothing was asked of a language model yet.
llm-not-configured = No language model is configured. Set ACCORD_LLM_MODEL, and OPENAI_BASE_URL or OPENAI_API_KEY; docs/llm.md says how. Or try --by-rule.
llm-not-installed = The package openai is not installed. Try: pip install "accord[llm]"
