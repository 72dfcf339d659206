progress-none = No number yet: from { $baseline } to { $goal } { $unit }
progress-way = { $percent } % of the way: now { $value }, goal { $goal } { $unit }
progress-reached = Goal reached: now { $value }, goal { $goal } { $unit }
progress-target = *{ $name }:* { $statement }
