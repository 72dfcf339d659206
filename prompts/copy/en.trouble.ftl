trouble-channel-archived = The channel of { $classroom } is archived, so I can not post there.
trouble-channel-archived-next = Contracts and check-ins go on in direct messages. To post in the class again, restore the channel.
trouble-channel-gone = I can not post in the channel of { $classroom } any more.
trouble-channel-gone-next = Contracts and check-ins go on in direct messages. To post in the class again, add me to the channel: /invite @Accord
trouble-student = I can not reach { $student } ({ $classroom }) in Slack.
trouble-student-next = Perhaps the account was closed or direct messages are off. What was agreed stays as it is until somebody closes it.
