# What a class may choose to do. { $name } is an activity's, { $level } how much it asks.
menus-heading = Activities of this school
menus-none = There are no activities yet. Students choose from them and make one their own. Write one, or bring a CSV.
menus-line = *{ $name }* ({ $level }): { $purpose }
menus-line-time = *{ $name }* ({ $level }, { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }): { $purpose }
menus-more = { $count ->
    [one] There is one more.
   *[other] There are { $count } more.
  }
menus-how = All teachers of this school share them. Contracts keep the words that they were signed with.
menus-add-button = Add an activity
menus-edit-menu = Change or copy one
menus-save-title = Activity
menus-save-submit = Save
menus-form-new = Bring a CSV, or write one activity here.
menus-form-change = Contracts keep the words that they were signed with.
menus-file = A file
menus-file-hint = A CSV with a line for each activity. I show you first what I read.
menus-template = The file begins like this:
menus-name = Name
menus-name-hint = What a student does. For example: Letter to the editor
menus-purpose = What is it for?
menus-level = Level
# How much an activity asks of whoever does it.
menus-level-any = All levels
menus-level-foundation = foundation
menus-level-standard = standard
menus-level-extended = extended
menus-evidence = What shows it?
menus-interests = Interests it fits
menus-interests-hint = Words with commas between: music, football
menus-resources = What helps
menus-resources-hint = Books, tools or links, one on a line. Links that everyone can open.
menus-minutes = Minutes it takes
menus-ways = Or
menus-copy-label = Save this as a copy, with another name
menus-remove-label = Take it out of the menu
menus-browse-title = Activities
menus-browse-submit = Show
menus-browse-intro = { $count ->
    [one] There is one activity.
   *[other] There are { $count } activities. What do you look for?
  }
menus-typed = A word
menus-typed-hint = For example: music. Leave it empty to see all of them.
menus-pick-title = Activities
menus-pick-submit = Choose
menus-pick-intro = Choose one and make it your own. Your teacher reads what you write here.
menus-suiting-first = First come those that fit the interests you share.
menus-suits = Fits your interests.
menus-shown-by = What shows it: { $form }.
menus-with = What helps: { $things }
menus-found-none = I found no activity like that. Close this and look for another word, or write your own idea.
menus-found-more = { $count ->
    [one] There is one more. Look for a word to find it.
   *[other] There are { $count } more. Look for a word to find them.
  }
menus-picked = I choose
menus-pick-none = None of them
menus-own = What do you change or add?
menus-own-hint = When, where, with whom, or about what. For example: about our bus line, on Tuesdays at home
proposing-menus-button = Choose an activity
refusal-menu-which-class = You teach more than one class. Type /accord menu in the channel of one of them.
refusal-activity-unchanged = Make “{ $activity }” your own. Say when, where or about what, in a few words.
refusal-menu-name = Give it a name.
refusal-menu-purpose = Say what it is for, in one line.
refusal-menu-long = This is too long. A name has 80 characters at most, what it is for 200.
refusal-menu-formula = This begins like a formula of a spreadsheet. Write the words themselves.
refusal-menu-level = Choose foundation, standard or extended.
refusal-menu-evidence = Choose one of the forms in the list.
refusal-menu-minutes = Write minutes as a number, for example 45.
refusal-menu-interests = Write 8 interests at most, each of a few words.
refusal-menu-resources = Write 6 lines at most, each of 300 characters.
refusal-menu-private-link = One of these links opens only inside your school or on your computer. Use one that everyone can open.
refusal-menu-link-with-key = One of these links has a password or a key in it. Use the link without it.
refusal-menu-name-taken = An activity has this name already. Change that one, or choose another name.
refusal-menu-changed = Someone changed this activity or took it out. Choose again from what there is now.
refusal-menu-full = A school has 300 activities at most. Take one out first.
brought-read-menu = { $count ->
    [one] I read one activity in *{ $file }*.
   *[other] I read { $count } activities in *{ $file }*.
  }
brought-taken-menu = { $count ->
    [one] Your activity is in the menu now.
   *[other] Your { $count } activities are in the menu now.
  }
brought-dropped-menu = I discarded your file. Nothing changed.
brought-why-menu-empty = There is no activity in it.
brought-why-menu-no-columns = Line { $place } does not name the columns. It needs the words name and purpose.
brought-why-menu-too-many = It has too many lines. A school has 300 activities at most.
brought-line-menu-name = Line { $line }: it has no name.
brought-line-menu-purpose = Line { $line }: it does not say what it is for.
brought-line-menu-long = Line { $line }: it is too long. A name has 80 characters at most, what it is for 200.
brought-line-menu-formula = Line { $line }: it holds a formula. Write the words themselves.
brought-line-menu-level = Line { $line }: its level is not foundation, standard or extended.
brought-line-menu-evidence = Line { $line }: I do not know this form of evidence. Write for example written, oral or photo.
brought-line-menu-minutes = Line { $line }: its minutes are no number.
brought-line-menu-interests = Line { $line }: it has more than 8 interests, or a long one.
brought-line-menu-resources = Line { $line }: it has more than 6 things that help, or a long one.
brought-line-menu-private-link = Line { $line }: a link in it opens only inside your school or on one computer.
brought-line-menu-link-with-key = Line { $line }: a link in it has a password or a key in it.
brought-line-menu-twice = Line { $line }: an earlier line has its name.
refusal-menu-empty = There is no activity in it.
refusal-menu-no-columns = Line { $line } does not name the columns. It needs the words name and purpose.
refusal-menu-too-many = A school has 300 activities at most.
proposing-part-why = Why it matters
proposing-ask-why = *Where will you use this?*
proposing-hint-why = One line. For example: in my job interview in May
proposing-help-why = Say where you need it, in your own words. When it gets hard, I show it to you again.
proposing-part-materials = What you work with
proposing-ask-materials = *What do you work with?*
proposing-hint-materials = Books, tools or people, one on a line. For example: my notebook
proposing-help-materials = Name what you need to practise. Your teacher reads it. Use links that everyone can open.
proposing-took-materials-activity = Your activity brings this along. It stands in your contract already:
proposing-offered-materials = This helps with the standards of your target:
proposing-take-materials-button = Take these, too
proposing-took-materials = This helped others with a target like yours, with how many they were:
check-in-why = You said where you will use it: { $why }
