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

# An address from which somebody’s calendar fetches their dates by itself
dates-address-offer = Your calendar can also fetch your dates by itself, from an address of your own. It shows when something is planned, without class, names or targets.
# $since is a day, as “Monday, 18 January”.
dates-address-have = Your calendar can fetch your dates from an address. You have had it since { $since }.
# Followed by the address
dates-address-given = This is the address of your dates. Copy it. In your calendar, choose “Subscribe” or “From URL”, and paste it there.
dates-address-secret = I show it only once. Anyone who has it can see your dates, so share it with no one. Your calendar looks again by itself, in some apps only once a day.
dates-address-old-ends = Your old address no longer works.
dates-address-stopped = I stopped your address. Your calendar cannot fetch anything from it now. What it still shows, you can remove there.
# Buttons
dates-address-get-button = Get an address
dates-address-stop-button = Stop the address
dates-address-new-button = A new address

# What stands at the address: the name of the calendar, and titles. The company that runs somebody’s calendar reads them.
dates-neutral-name = My dates
dates-neutral-check-in = Check-in
dates-neutral-due = Due date
dates-neutral-last-day = Last day
dates-neutral-talk = Talk
