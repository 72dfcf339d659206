"""The use cases: one function, one transaction each. Synchronous; time is an argument.

Every use case takes the unit of work first and the Actor second, checks that the actor may, asks the domain
for what follows, saves it and queues what is to be said.
"""
