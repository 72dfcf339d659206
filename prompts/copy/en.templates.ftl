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
templates-heading = Templates of this school
templates-none-yet = There are none of your own yet. Ten subjects ship with Accord. Write one for your subject: students fill it in their own words.
templates-line = *{ $name }*: { $example }
templates-more = { $count ->
    [one] There is one more.
   *[other] There are { $count } more.
  }
templates-how = All teachers of this school share them. Students see them before those that ship with Accord.
templates-add-button = Add a template
templates-edit-menu = Change a template
templates-save-title = Template
templates-save-submit = Save
templates-form = You write the frame. Students write their own target, answer your questions and choose signs of success.
templates-name = Subject or task
templates-own-examples = Examples of targets
templates-own-examples-hint = One on a line, 5 at most. For example: I begin 8 of 10 sentences in a different way.
templates-own-criteria = Signs of success to choose from
templates-own-criteria-hint = One on a line, 8 at most, each of 75 characters.
templates-own-hardest = Your question about what is hard
templates-own-practice = Your question about how they practise
templates-own-remove = Or take it out
templates-own-remove-label = Take this template out
refusal-templates-which-class = You teach more than one class. Type /accord templates in the channel of one of them.
refusal-template-name = Give it a name of 60 characters at most.
refusal-template-no-example = Write at least one example of a target.
refusal-template-examples = Write 5 examples at most, each of 200 characters.
refusal-template-criteria = Write 8 signs at most, each of 75 characters.
refusal-template-question = Write your question in 200 characters at most.
refusal-template-name-taken = A template has this name already. Change that one, or choose another name.
refusal-template-changed = Someone changed this template or took it out. Choose again from what there is now.
refusal-template-full = A school has 60 templates at most. Take one out first.
templates-file = A file
templates-file-hint = A CSV with a line for each template. I show you first what I read.
templates-file-looks = It looks like this. Several examples stand between bars.
brought-read-templates = { $count ->
    [0] I found no template in { $file }.
    [one] I read *one* template in { $file }.
   *[other] I read *{ $count }* templates in { $file }.
  }
brought-taken-templates = { $count ->
    [one] Your template is there now. Students find it when they begin a target.
   *[other] Your { $count } templates are there now. Students find them when they begin a target.
  }
brought-dropped-templates = I discarded your file. Nothing changed.
brought-why-template-empty = There is no template in it.
brought-why-template-no-columns = Line { $place } does not name the columns. It needs the words name and examples.
brought-why-template-too-many = It has too many lines. A school has 60 templates at most.
brought-line-template-name = Line { $line }: it has no name, or one with more than 60 characters.
brought-line-template-no-example = Line { $line }: it has no example.
brought-line-template-examples = Line { $line }: it has more than 5 examples, or a long one.
brought-line-template-criteria = Line { $line }: it has more than 8 signs of success, or a long one.
brought-line-template-question = Line { $line }: a question in it is longer than 200 characters.
brought-line-template-evidence = Line { $line }: I do not know this form of evidence. Write for example written, oral or photo.
brought-line-template-formula = Line { $line }: it holds a formula. Write the words themselves.
brought-line-template-twice = Line { $line }: an earlier line has its name.
refusal-template-empty = There is no template in it.
refusal-template-no-columns = Line { $line } does not name the columns. It needs the words name and examples.
refusal-template-too-many = A school has 60 templates at most.
