# A file that a teacher brought: what was read of it. { $file } is its name.
brought-read-standards = { $count ->
    [0] I found no standard in *{ $file }* that I can take.
    [one] I read one standard in *{ $file }*.
   *[other] I read { $count } standards in *{ $file }*.
  }
brought-left-out = { $count ->
    [one] I left one line out:
   *[other] I left { $count } lines out:
  }
brought-left-out-more = { $count ->
    [one] And one more line.
   *[other] And { $count } more lines.
  }
# Why a line of a file is left out. { $line } is its number.
brought-line-no-code = Line { $line }: it has no code.
brought-line-no-statement = Line { $line }: it has no statement.
brought-line-formula = Line { $line }: it holds a formula. Write the words themselves.
brought-line-too-long = Line { $line }: it is too long. A code has 80 characters at most, a statement 2,000.
brought-line-twice = Line { $line }: an earlier line says the same.
brought-line-code-twice = Line { $line }: an earlier line has its code, with other words.
brought-line-item-too-long = Item { $line }: it is too long. A statement has 2,000 characters at most.
brought-line-item-twice = Item { $line }: an earlier item says the same.
brought-line-item-code-twice = Item { $line }: an earlier item has its identifier, with other words.
brought-next = Nothing has changed in { $classroom } yet.
# Buttons.
brought-take-button = Import { $count }
brought-drop-button = Discard
brought-taken-standards = { $count ->
    [one] *{ $classroom }* has the standard from your file now.
   *[other] *{ $classroom }* has the { $count } standards from your file now.
  }
brought-dropped-standards = I discarded your file. Nothing changed in *{ $classroom }*.
brought-refused = I could not read *{ $file }*. Nothing changed.
brought-refused-next = Mend the file and send it again, or type what is in it.
# Why a file is not read. { $place } is a line, or the way to an entry in a package.
brought-why-too-big = It is too big: I read files of up to 10 MB. Split it, or leave out what your class does not need.
brought-why-too-many = It has { $place } standards, and a class has 20,000 at most. Leave out what your class does not need.
brought-why-empty = There is nothing in it.
brought-why-page = It is a web page. Open the page, and download the file itself.
brought-why-not-csv = It is no CSV. In your spreadsheet, choose “Save as” and then “CSV”.
brought-why-encoding = I could not read its letters. Save it as CSV in UTF-8.
brought-why-broken = Something is wrong at line { $place }: a quotation mark or a bracket may be missing.
brought-why-endless = It takes too long to read. Leave out what your class does not need.
brought-why-no-columns = Line { $place } does not name the columns. It needs the words code and statement.
brought-why-no-items = I found no list of standards: { $place } is missing.
brought-why-no-identifier = A standard has no identifier, at { $place }.
brought-why-no-statement = A standard has no statement, at { $place }.
brought-why-loop = A standard is a part of itself: { $place }.
brought-why-not-allowed = This workspace does not let me read files. An admin can allow it.
brought-why-not-sent = Slack did not give me the file.
