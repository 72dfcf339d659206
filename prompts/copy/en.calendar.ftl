home-calendar-button = Calendar
calendar-title = Calendar of { $classroom }
calendar-none = There are no days off to come. I ask on every check-in day.
calendar-days-off = *No school:*
# A day off in a list: { $when } is a day or several, { $name } is what a teacher or the school calls it.
calendar-entry = { $when }: { $name }
calendar-span = { $first } to { $last }
calendar-day = { DAY($day) }
calendar-more = { $count ->
    [one] There is one more after these.
   *[other] There are { $count } more after these.
  }
calendar-rule-move = I ask nobody on these days. A check-in that falls on one moves to the next school day.
calendar-rule-leave-out = I ask nobody on these days. A check-in that falls on one is left out.
# The days on which the class is asked next.
calendar-next = Next check-ins: { $days }
calendar-next-none = There are no more check-ins before the end of term.
calendar-school = { $count ->
    [0] I read your school’s calendar on { DATETIME($date, dateStyle: "long") }. It has no events to come this term.
    [one] I read your school’s calendar on { DATETIME($date, dateStyle: "long") }. It has one event to come this term.
   *[other] I read your school’s calendar on { DATETIME($date, dateStyle: "long") }. It has { $count } events to come this term.
  }
calendar-school-soon = I am reading your school’s calendar now. I will write to you when I have.
calendar-school-trouble = I could not read your school’s calendar.
calendar-kept = I keep what I read on { DATETIME($date, dateStyle: "long") }, and I try again every day.
calendar-none-kept = I have no copy of it yet. I try again every day.
calendar-undecided = { $count ->
    [one] Is one new event a day off? Press Choose days off.
   *[other] Which of { $count } new events are days off? Press Choose days off.
  }
calendar-on-days-off = { $count ->
    [one] *One contract* has a date on a day off:
   *[other] *{ $count } contracts* have a date on a day off:
  }
calendar-more-contracts = { $count ->
    [one] And one more contract.
   *[other] And { $count } more contracts.
  }
calendar-moves = *{ $student }*: { $day }. It could move to { $to }.
calendar-stays = *{ $student }*: { $day }. Change it together: press Suggest a change in the contract.
calendar-waiting = { $count ->
    [one] One student has not signed the new date yet.
   *[other] { $count } students have not signed their new dates yet.
  }
calendar-change-button = Change calendar
calendar-events-button = Choose days off
calendar-move-button = Suggest new dates
calendar-move-title = New dates?
calendar-move-what = { $count ->
    [one] One student gets a suggestion to move the date to the next school day. It changes when they sign.
   *[other] { $count } students get a suggestion to move their dates to the next school day. Each one changes when the student signs.
  }
calendar-move-yes = Suggest dates
calendar-move-no = Keep dates
calendar-read = { $count ->
    [one] I read the calendar of your school for { $classroom }. It has one new event this term.
   *[other] I read the calendar of your school for { $classroom }. It has { $count } new events this term.
  }
calendar-read-likely = { $likely ->
    [0] None of them sounds like a day off.
    [one] One of them sounds like a day off.
   *[other] { $likely } of them sound like days off.
  }
calendar-read-none = I read the calendar of your school for { $classroom }. It has no whole-day events this term, so nothing changes.
calendar-read-next = Only what you tick is a day off. Until then I ask as before.
calendar-trouble = I could not read the calendar of your school for *{ $classroom }*.
calendar-unread-empty = There is nothing in the file.
calendar-unread-page = The address leads to a web page, not to a calendar file. Copy the address of the file: it often ends in .ics.
calendar-unread-too-big = The file is larger than 1 MB. Ask your school for a calendar of this school year alone.
calendar-unread-too-many = The file has too many events. Ask your school for a calendar of holidays alone.
calendar-unread-encoding = The file is not written in UTF-8, so I cannot read its letters. Export it again as .ics, in UTF-8.
calendar-unread-broken = The file is damaged, or it is not an .ics calendar. Export it again.
calendar-unread-endless = The file has events that repeat without end, so I stopped reading it. Ask your school for a calendar of holidays alone.
calendar-unread-not-https = The address leads to one that does not begin with https. I read only those.
calendar-unread-inside = The address lies inside a private network. I read only addresses that everyone can reach.
calendar-unread-unknown = I cannot find a server at this address. Check how it is spelled.
calendar-unread-silent = The server did not answer in time.
calendar-unread-refused = The server has no file for me at this address. Check that the calendar is shared publicly.
calendar-unread-loops = The address sends me on from one place to the next. Copy the address that you see at the end.
calendar-unread-no-school-day = By its new dates, there would be no school day left this term. I left all days as they were.
calendar-save-title = Calendar
calendar-save-submit = Save
calendar-days = Days without school
calendar-days-hint = One per line, with a name if you like. For example: { DAY("02-15") } to { DAY("02-19") } half term
calendar-remove = Take these out
calendar-when-off = When a check-in falls on a day off
calendar-when-off-move = Ask on the next school day
calendar-when-off-leave-out = Leave it out
calendar-country = Public holidays of
calendar-no-country = No country
calendar-region = Region
calendar-region-hint = A state, a province or another part of the country, by its name. You can leave this empty.
calendar-address = Address of your school’s calendar
calendar-address-hint = It begins with https or webcal, and often ends in .ics. I read it every day.
calendar-file-hint = I cannot read files in Slack yet. The people who run Accord can bring one in with “accord calendar import”.
calendar-choose-title = Choose days off
calendar-choose-submit = Save
calendar-choose-next = Save and go on
calendar-events-what = Tick the days without school. I ask nobody on these days. A first or last day of term is a school day.
calendar-events-page = Page { $page } of { $pages }
# Above a group of events: the days on which the first and the last of them begin, as in calendar-span.
calendar-events-group = Events from { $days }
refusal-holiday-which-class = You teach more than one class. Type /accord holiday in the channel of the class that you mean.
refusal-days-unread = I did not understand line { $line } as days. Write it like { DAY("02-15") } to { DAY("02-19") }, or like { DAY("03-19") }.
refusal-days-over = Those days have passed, so nothing changes for them now. Write days from today on. For another year, add the year.
refusal-days-after-the-term = Those days are after the end of term. Write days within this term, or change its last day with /accord setup.
refusal-too-many-days = Those are too many single days. Write several days in a row as one, like { DAY("02-15") } to { DAY("02-19") }.
refusal-no-school-day-left = Then there is no school day left this term. Leave at least one, or change the last day of term with /accord setup.
refusal-region-none = I know no regions of this country. Leave the region empty.
refusal-region-without-country = Choose the country of this region too, or leave the region empty.
refusal-region-unknown = I do not know this region. Write one of these: { $regions }
refusal-address-not-https = Use an address that begins with https or webcal.
refusal-address-unknown = I did not understand this as an address. Copy it from your school’s website. It looks like https://example.org/calendar.ics.
refusal-no-events-to-choose = There are no events to choose from. Add the address of your school’s calendar first.
refusal-nothing-on-days-off = No date needs to move now.
refusal-calendar-too-many = { calendar-unread-too-many }
refusal-calendar-no-school-day = { calendar-unread-no-school-day }
