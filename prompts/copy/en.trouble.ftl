trouble-channel-archived = The channel of { $classroom } is archived, so I can not post there.
trouble-channel-archived-next = Contracts stay as they are, and I ask for no check-ins meanwhile. To go on, restore the channel.
trouble-channel-gone = I am not in the channel of { $classroom }, so I can not post there or see who is in the class.
trouble-channel-gone-next = Please add me: type /invite @Accord in the channel. Contracts that there are go on in direct messages.
trouble-student = I can not reach { $student } ({ $classroom }) in Slack.
trouble-student-next = Perhaps the account was closed or direct messages are off. What was agreed stays as it is until somebody closes it.
