# accord simulate: what whoever works on Accord reads.
help-simulate = Whole school terms on a virtual clock, with trouble everywhere, and what must always hold.
help-simulate-seeds = How many seeds to run.
help-simulate-first = The first seed.
help-simulate-seed = Run this one seed.
help-simulate-trace = With --seed: print every step.
help-simulate-jobs = How many at a time; 0 for one on each core.
help-simulate-shrink = Look for the shortest run that fails in the same way.
simulate-trace-of-which = --trace needs --seed: which run do you want to see?
simulate-running = Terms
simulate-so-far = { NUMBER($done, useGrouping: 0) } of { NUMBER($seeds, useGrouping: 0) } seeds
simulate-sum = { NUMBER($seeds) } seeds, { NUMBER($acts) } acts of people, { NUMBER($steps) } steps, { NUMBER($faults) } faults
simulate-fault = { "  " }{ $kind }: { NUMBER($times) }
simulate-violation = seed { NUMBER($seed, useGrouping: 0) }: { $property }: { $why }
simulate-held = Everything held.
simulate-failed = { $failed ->
    [one] In { $failed } seed something did not hold.
   *[other] In { $failed } seeds something did not hold.
}
simulate-stopped = Stopped: { NUMBER($left) } were not run.
simulate-shrinking = Shrinking: { $property }
simulate-shortest = The shortest run found in which { $property } does not hold (seed { NUMBER($seed, useGrouping: 0) }, { $items } items, { $runs } runs):
simulate-item = { "  " }at { $seconds } s: { $what } { $who } in school { $school }
