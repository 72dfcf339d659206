"""A local Slack workspace: as strict as Slack, for tests, the tour and the demo.

The core is synchronous and does no I/O, so that a simulation can drive it from one thread:

    core         the workspace: state, clock, ids, and what waits to be delivered
    state        people, conversations, messages, views, files: data
    posting, viewing                  the rules of messages and of views
    events, interactions, answers     what the app is told, and what its answers do
    blocks/      Block Kit's limits and shapes, as tables
    text         Slack's text: escapes, references, who is notified
    web_api/     the methods, a module for each family; `web_api.dispatch.call` runs one
    rates, deliveries, manifest, fields, forms, shapes

The edges carry it over the wire:

    server, socket_mode, http_delivery, consent, carrier, alarms, faults, page/

And a test speaks of it in words of the trade: `workspace`, `people`, `acts`, `channels`, `seeing`, `sight`, `finding`.
"""
