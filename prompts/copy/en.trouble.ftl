trouble-channel-archived = The channel of { $classroom } is archived, so I cannot post there.
trouble-channel-archived-next = Contracts stay as they are, and I will ask for no check-ins. To go on, restore the channel.
trouble-channel-gone = I am not in the channel of { $classroom }. I cannot post there, or see who is in the class.
trouble-channel-gone-next = To add me, type /invite @Accord in the channel. Open contracts go on in direct messages.
trouble-student = I cannot reach { $student } ({ $classroom }) in Slack.
trouble-student-next = Perhaps the account was closed, or direct messages are off. The contract stays as it is until someone ends it.
