# Somebody’s own dates, as a file that their calendar reads. The first three stand above the file, without formatting.
dates-file = Here is a file with your { $count ->
    [one] next date
   *[other] next { $count } dates
  }, as planned now. Open it to add { $count ->
    [one] it
   *[other] them
  } to your calendar. After a change, ask for a new one.
dates-file-none-ahead = Nothing is planned for you right now. Open this file to remove what no longer comes from your calendar.
dates-talk = Open this file to add the talk to your calendar.
dates-none = No check-in, due date or talk is planned for you right now. You do not have to do anything.
# In place of the file, with a list of dates below
dates-in-words = I cannot give you a file in this Slack workspace. These are your next dates:
# $when is a day, as “Monday, 18 January, 08:45”; $what one of the titles below.
dates-line = { $when } · { $what }
dates-more = { $count ->
    [one] One more date comes later.
   *[other] { $count } more dates come later.
  }

# What Slack calls the file
dates-file-title = Your dates
dates-talk-title = Your talk

# Titles in somebody’s calendar, short and neutral: others may see it over their shoulder. $classroom is a class.
dates-title-check-in = Check-in ({ $classroom })
dates-title-due = Due date ({ $classroom })
dates-title-last-day = Last day of the contract ({ $classroom })
dates-title-contracts-end = { $count ->
    [one] A contract ends ({ $classroom })
   *[other] { $count } contracts end ({ $classroom })
  }
dates-title-talk = Talk with { $name } ({ $classroom })

# Button
dates-file-button = Calendar file
