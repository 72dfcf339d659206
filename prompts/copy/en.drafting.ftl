# Draft targets from feedback.

# To the teacher, under "your feedback is on its way".
drafting-intro = *Drafts for a target.* { $student } sees them when you offer them, and not before.
drafting-none = I found no next step to make a draft target from. { $student } can still write a target from your feedback.
drafting-all-dropped = You dropped all drafts. { $student } can still write a target from your feedback.
drafting-from-rule = Draft, from your words, by rule
drafting-from-model = Draft, written by a language model
drafting-from-rule-edited = Draft, from your words, changed by you
drafting-from-model-edited = Draft, written by a language model, changed by you
drafting-waiting = A language model is writing other drafts. This message changes when they are here; what you change stays.
drafting-failed = The language model gave no useful drafts this time, so these are by rule.
drafting-edit-button = Edit
drafting-drop-button = Drop
drafting-offer-button = Offer to { $student }
drafting-hint = { $student } takes one as a start, changes it, or writes another. “__” is an open place that { $student } fills in.
drafting-not-now = *Drafts for a target.* { $student } cannot start from them now. You can offer them when { $student } plans a new contract in this class.
drafting-offered = You offered these to { $student } as a start:

# The teacher's form.
drafting-edit-title = Edit the draft
drafting-edit-submit = Save
drafting-text = The draft
drafting-text-hint = Write “__” where the student is to choose a number.

# To the student.
drafting-offer = *{ $teacher }* offers you ways to start your target in { $classroom }.
drafting-take-button = Start with this
drafting-offer-hint = These are drafts. Press one to start from it: you can change every word, and nothing is agreed. Or write your own target.
drafting-own-button = Write my own

refusal-draft-gone = This draft is not there any more. The newest message about this feedback shows what is.
refusal-drafts-offered-already = You have offered these drafts already, so they stay as they are.
refusal-drafts-not-now = { $name } has an open contract in this class. You can offer these drafts when it has ended.
refusal-no-drafts-left = There is no draft left to offer.
refusal-draft-for-later = You have an open contract in this class, so I can not start from this now. When you plan your next contract, this message is still here.

# To the operator.
llm-log-empty = Nothing was asked of a language model yet.
llm-not-configured = No language model is configured. Set ACCORD_LLM_MODEL, and OPENAI_BASE_URL or OPENAI_API_KEY; docs/llm.md says how. Or try --by-rule.
llm-not-installed = The package openai is not installed. Try: pip install "accord[llm]"
