# What good looks like. { $name } is a rubric's, { $number } counts its versions.
rubrics-heading = Rubrics of this school
rubrics-none = There are no rubrics yet. A rubric says what good work looks like at each level. Write one, or bring a CSV.
rubrics-line = *{ $name }* (version { $number }): { $criteria }
rubrics-more = { $count ->
    [one] There is one more.
   *[other] There are { $count } more.
  }
rubrics-how = All teachers of this school share them. Contracts keep the words that they were signed with.
rubrics-add-button = Add a rubric
rubrics-edit-menu = Change a rubric
rubrics-save-title = Rubric
rubrics-save-submit = Save
rubrics-form-new = Bring a CSV, or write it here.
rubrics-form-version = Saving makes a new version. Contracts keep the one that they were signed with.
rubrics-file = A file
rubrics-file-hint = A CSV. The first line names the levels, each other line is one part of the work. I show you first what I read.
rubrics-from = Or begin from a template
rubrics-from-hint = It stands in your school’s library with the name of the subject. You can change it there.
rubrics-name = Name
rubrics-table = Parts and levels
rubrics-table-hint = Bars between the parts. First line: | Beginning | Secure. Then a line for each part of the work: Ideas | one idea | linked ideas
rubrics-remove = Or take it out
rubrics-remove-label = Take this rubric out of the library
rubrics-search = Type to search
rubrics-take-title = Rubric
rubrics-take-submit = Save
rubrics-take-intro = Which parts of a rubric does each target take? Your own sign of success stays beside them.
rubrics-takes = { $target }: it takes
rubrics-takes-hint = Type a few letters. Choose 3 at most.
proposing-rubrics-button = Add a rubric
refusal-rubrics-which-class = You teach more than one class. Type /accord rubrics in the channel of one of them.
refusal-rubric-name = Give it a name.
refusal-rubric-name-taken = A rubric has this name already. Change that one, or choose another name.
refusal-rubric-version-gone = This version of the rubric is gone: someone changed it or took it out. Choose again from what there is now.
refusal-rubrics-too-many = A school has 200 rubrics at most. Take one out first.
refusal-rubric-empty = Write the levels on the first line. Then write a line for each part of the work.
refusal-rubric-levels = A rubric has 2 to 6 levels. Line { $line } names another number.
refusal-rubric-levels-alike = Two levels on line { $line } have the same name. Give each its own.
refusal-rubric-no-criteria = Write at least one part of the work after the levels.
refusal-rubric-too-many = A rubric has 12 parts at most. Keep those that matter most.
refusal-rubric-criterion-twice = Line { $line } has the name of an earlier line. Write each once.
refusal-rubric-criterion-name = Line { $line } needs a name at its beginning, of 60 characters at most.
refusal-rubric-descriptor-missing = Line { $line } needs a description for each level.
refusal-rubric-descriptor-long = A description on line { $line } is too long. Write 300 characters at most.
refusal-rubric-descriptors-alike = Two levels on line { $line } read the same. Say how they differ.
brought-read-rubric = { $count ->
    [one] I read a rubric with one part in *{ $file }*.
   *[other] I read a rubric with { $count } parts in *{ $file }*.
  }
brought-taken-rubric = { $count ->
    [one] Your rubric with one part is in the library now.
   *[other] Your rubric with { $count } parts is in the library now.
  }
brought-dropped-rubric = I discarded your file. Nothing changed.
brought-why-rubric-empty = There is no rubric in it.
brought-why-rubric-levels = A rubric has 2 to 6 levels, named on its first line (line { $place }).
brought-why-rubric-levels-alike = Two levels on line { $place } have the same name.
brought-why-rubric-no-criteria = There is nothing after the levels.
brought-why-rubric-too-many = A rubric has 12 parts at most.
brought-why-rubric-criterion-twice = Line { $place } has the name of an earlier line.
brought-why-rubric-criterion-name = Line { $place } needs a name at its beginning, of 60 characters at most.
brought-why-rubric-descriptor-missing = Line { $place } needs a description for each level.
brought-why-rubric-descriptor-long = A description on line { $place } is too long: 300 characters at most.
brought-why-rubric-descriptors-alike = Two levels on line { $place } read the same. Say how they differ.
