# Beginnings for a subject. They show what a target may look like; the student writes their own.
proposing-templates-button = See examples
templates-choose-title = Examples
templates-choose-submit = Show
templates-intro = What do you work on? I show you examples, and you write your own.
templates-none = There are no examples in your language yet. Write your target in your own words. Help says how.
templates-subject = Subject
templates-fill-title = Your target
templates-fill-submit = Use this
templates-examples = Others write targets like these:
templates-statement = Your own target
templates-asked = { $question }
templates-criteria = What will show that you are there?
templates-own = Or in your own words
templates-evidence = How will you show it?
templates-next = Nobody else sees this yet. I ask about what is missing.
refusal-templates-statement = Write your target in one sentence.
refusal-templates-example = This is the example. Change it so that it says what you want.
