"""What always holds: a function for each, which yields what speaks against it. None goes through the code under test.

`EVERY_STEP` is asked after every act and every trouble, `IN_THE_END` once more when everything has settled.
"""

from collections.abc import Callable, Iterator

from simulation.evidence import Evidence
from simulation.properties import (
    agreeing,
    answering,
    asking,
    belonging,
    counting,
    drifting,
    gathering,
    keeping,
    leaving,
    oneself,
    rating,
    reaching,
    settling,
    showing,
    talking,
    waiting,
)

Property = Callable[[Evidence], Iterator[str]]

EVERY_STEP: tuple[Property, ...] = (
    agreeing.active_means_both_signed,
    agreeing.versions_never_change,
    agreeing.history_is_only_added_to,
    agreeing.nobody_signs_for_another,
    agreeing.only_those_in_the_class_act,
    agreeing.the_student_has_a_part,
    agreeing.rows_stay_in_their_workspace,
    asking.each_prompt_appears_once,
    asking.prompts_come_in_time,
    asking.check_ins_follow_local_time,
    asking.nobody_is_asked_at_night,
    asking.nobody_is_asked_while_away,
    asking.nobody_is_asked_on_a_day_off,
    asking.nothing_excused_is_missed,
    asking.a_closed_class_asks_nobody,
    asking.one_check_in_lies_ahead,
    asking.the_last_day_is_a_day,
    asking.what_is_written_says_the_true_time,
    showing.each_message_appears_once,
    showing.the_class_hears_only_what_was_shared,
    showing.what_is_typed_is_shown_as_text,
    showing.strangers_are_not_named,
    showing.every_question_leads_on,
    answering.an_answer_is_stored_once,
    answering.what_one_writes_is_heard_in_order,
    answering.nothing_breaks,
    leaving.the_model_knows_nobody,
    reaching.words_reach_whom_they_are_for,
    reaching.nothing_is_made_of_a_cry,
    counting.no_number_that_nobody_meant,
    belonging.nobody_of_elsewhere_holds_or_reads_anything,
    belonging.nobody_is_their_own_teacher,
    keeping.no_file_is_seen_by_anybody_it_is_not_for,
    drifting.nobody_hears_of_drift_before_its_student,
    belonging.a_students_page_is_for_their_teachers,
    talking.a_talk_reaches_only_its_two,
    belonging.each_contract_has_a_teacher_who_is_there,
    waiting.a_classmate_sees_work_after_a_yes,
    waiting.a_family_note_waits_for_its_student,
    waiting.a_teacher_looks_first,
    waiting.a_promise_is_asked_about_twice_at_most,
    oneself.what_is_with_oneself_is_nobody_elses,
    gathering.a_class_is_told_of_from_five_on,
    gathering.words_of_a_class_are_told_with_a_yes,
    rating.work_is_rated_after_a_yes,
    rating.who_rates_reads_no_name,
    rating.what_is_chosen_is_made_ones_own,
)
IN_THE_END: tuple[Property, ...] = (
    answering.no_answer_is_lost,
    answering.no_form_is_lost,
    answering.edits_count,
    reaching.nothing_is_kept_of_a_cry,
    keeping.what_is_taken_back_is_gone,
    oneself.what_is_kept_again_is_gone,
    answering.slack_accepts_every_answer,
    settling.nothing_is_left_waiting,
    settling.drafts_come_to_an_end,
    settling.nothing_is_given_up,
    settling.what_was_sent_is_there,
    settling.running_contracts_go_on,
    settling.no_card_offers_what_is_over,
)
ALL = (*EVERY_STEP, *IN_THE_END)
