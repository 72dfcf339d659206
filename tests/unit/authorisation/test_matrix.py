"""Who may do what: every use case, tried by nine kinds of people."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

import bot.activities
from bot.domain.actor import Actor, Refusal
from storage.engine import open_engine
from storage.unit_of_work import UnitOfWork
from tests.unit.authorisation.attempts import ATTEMPTS
from tests.unit.authorisation.school import HELPERS, KINDS, School

ROOMS = bot.activities.__name__

ANSWERS = {
    "+": "done",
    "-": "nothing",
    "T": "for-teachers",
    "S": "for-students",
    "A": "for-admins",
    "N": "not-in-this-class",
    "0": "no-such-contract",
    "0f": "no-such-feedback",
    "M": "may-not-teach",
    "Y": "not-your-student",
    "C0": "no-contract-yet",
    "CT": "no-contract-with-them",
    "W": "whose-contract",
    "2x": "already-signed-by-your-side",
    "NY": "not-your-change",
    "P": "profile-for-students",
    "O": "old-button",
    "U": "undo-too-late",
    "n": "no-such-note",
    "TU": "teacher-unknown",
    "NA": "not-away",
    "OA": "own-absence",
    "NB": "nobody-away",
    "NR": "nothing-to-reply-to",
    "JS": "journey-for-students",
    "FE": "folder-empty",
    "R": "not-your-role",
    "SW": "standards-no-work",
    "SC": "standards-choose-work",
    "RN": "report-not-named",
}
"""What comes of an attempt. "nothing" is an answer too: there is nothing for this person, nothing is written."""

#                                              student
#                                              |  classmate
#                                              |  |  teacher
#                                              |  |  |  co-teacher
#                                              |  |  |  |  teacher of another class
#                                              |  |  |  |  |  admin, in no class
#                                              |  |  |  |  |  |  stranger
#                                              |  |  |  |  |  |  |  deactivated: the rightful one
#                                              |  |  |  |  |  |  |  |  the same user id in another workspace
MATRIX = """
set_up.open_form                             T  T  +  +  N  +  N  N  +
set_up.open_form, new class                  M  M  M  M  M  +  M  M  M
set_up.set_up                                T  T  +  +  N  +  N  N  TU
set_up.set_up, new class                     M  M  M  M  M  +  M  M  M
set_up.name_teacher                          A  A  A  A  A  +  A  A  A
set_up.take_back_teacher                     A  A  A  A  A  +  A  A  A
report.readers.name_reader                   A  A  A  A  A  +  A  A  A
report.readers.take_back_reader              A  A  A  A  A  +  A  A  A
report.readers.ask                           RN RN +  RN RN RN RN RN RN
set_up.term.suggest_end                      T  T  +  +  N  N  N  N  N
calendar.find_class                          T  T  +  +  N  N  N  N  +
calendar.open_form                           T  T  +  +  N  N  N  N  N
calendar.type_days                           T  T  +  +  N  N  N  N  N
calendar.save                                T  T  +  +  N  N  N  N  N
calendar.taking_in.open_events               T  T  +  +  N  N  N  N  N
calendar.taking_in.choose                    T  T  +  +  N  N  N  N  N
calendar.on_days_off.move_dates              T  T  +  +  N  N  N  N  N
roster.explain                               T  T  +  +  +  T  T  T  +
roster.open_which                            O  O  +  O  O  O  O  N  O
roster.say_which                             O  O  +  O  O  O  O  N  O
roster.open_form                             O  O  +  O  O  O  O  N  O
roster.confirm                               O  O  +  O  O  O  O  N  O
roster.drop                                  O  O  +  O  O  O  O  +  O
bringing.take                                T  T  +  +  N  N  N  N  O
bringing.drop                                T  T  +  +  N  N  N  N  O
standards.show                               T  T  +  +  N  N  N  N  +
standards.open_form                          T  T  +  +  N  N  N  N  N
standards.open_add                           T  T  +  +  N  N  N  N  N
standards.add                                T  T  +  +  N  N  N  N  N
standards.take_out                           T  T  +  +  N  N  N  N  N
standards.suggest                            +  +  +  +  N  N  N  N  N
standards.by_evidence.open_table             +  T  +  +  Y  T  T  S  C0
standards.by_evidence.open_shows             +  SW S  S  N  N  N  N  N
standards.by_evidence.shows                  +  SC S  S  N  N  N  N  N
standards.choosing.open_choice               +  0  0  0  0  0  0  N  0
standards.choosing.choose                    +  0  0  0  0  0  0  N  0
oneself.show_mine                            +  +  S  S  S  S  S  S  +
oneself.show                                 +  O  O  O  O  O  O  N  O
oneself.open_new                             +  +  S  S  S  S  S  S  +
oneself.open_change                          +  O  O  O  O  O  O  N  O
oneself.begin                                +  +  S  S  N  N  N  N  N
oneself.change                               +  O  O  O  O  O  O  N  O
oneself.sign                                 +  O  O  O  O  O  O  N  O
oneself.discard                              +  O  O  O  O  O  O  N  O
oneself.do_step                              +  O  O  O  O  O  O  N  O
oneself.open_own                             +  O  O  O  O  O  O  N  O
oneself.say_halfway                          +  O  O  O  O  O  O  N  O
oneself.end                                  +  O  O  O  O  O  O  N  O
oneself.share                                +  O  O  O  O  O  O  N  O
oneself.keep                                 +  O  O  O  O  O  O  N  O
inventory.show_ways                          T  T  +  +  N  N  N  N  +
inventory.ask                                T  T  +  +  N  N  N  N  N
inventory.end                                T  T  +  +  N  N  N  N  O
inventory.open_shown                         T  T  +  +  N  N  N  N  O
inventory.open_answer                        +  O  O  O  O  O  O  N  O
inventory.say_interests                      +  O  O  O  O  O  O  N  O
inventory.say_goals                          +  O  O  O  O  O  O  N  O
inventory.keep                               +  O  O  O  O  O  O  N  O
surveying.open_form                          T  T  +  +  N  N  N  N  N
surveying.begin                              T  T  +  +  N  N  N  N  N
surveying.stop                               T  T  +  +  N  N  N  N  O
surveying.finish                             T  T  +  +  N  N  N  N  O
surveying.open_answer                        +  O  O  O  O  O  O  N  O
surveying.take                               +  O  O  O  O  O  O  N  O
lesson.show                                  T  T  +  +  N  N  N  N  +
lesson.begin                                 T  T  +  +  N  N  N  N  N
lesson.post_step                             T  T  +  +  N  N  N  N  O
lesson.open_prompts                          T  T  +  +  N  N  N  N  O
lesson.post_prompt                           T  T  +  +  N  N  N  N  O
lesson.ticket.ask                            T  T  +  +  N  N  N  N  O
lesson.ticket.end                            T  T  +  +  N  N  N  N  O
lesson.ticket.open_answer                    +  O  O  O  O  O  O  N  O
lesson.ticket.take_back                      +  O  O  O  O  O  O  N  O
lesson.ticket.take                           +  O  O  O  O  O  O  N  O
rubrics.show                                 T  T  +  +  N  N  N  N  +
rubrics.open_form                            T  T  +  +  N  N  N  N  N
rubrics.save                                 T  T  +  +  N  N  N  N  N
rubrics.remove                               T  T  +  +  N  N  N  N  N
rubrics.suggest                              +  +  +  +  N  N  N  N  N
rubrics.taking.open_form                     +  0  0  0  0  0  0  N  0
rubrics.taking.take                          +  0  0  0  0  0  0  N  0
freedom.take                                 T  T  +  +  N  N  N  N  0
freedom.keep                                 T  T  +  +  N  N  N  N  0
freedom.ask                                  T  T  +  +  N  N  N  N  0
freedom.back                                 T  T  +  +  N  N  N  N  0
templates.open_form                          +  0  0  0  0  0  0  N  0
templates.fill                               +  0  0  0  0  0  0  N  0
templates.writing.show                       T  T  +  +  N  N  N  N  +
templates.writing.open_form                  T  T  +  +  N  N  N  N  N
templates.writing.save                       T  T  +  +  N  N  N  N  N
templates.writing.remove                     T  T  +  +  N  N  N  N  N
menus.show                                   T  T  +  +  N  N  N  N  +
menus.open_form                              T  T  +  +  N  N  N  N  N
menus.save                                   T  T  +  +  N  N  N  N  N
menus.remove                                 T  T  +  +  N  N  N  N  N
menus.picking.open_form                      +  0  0  0  0  0  0  N  0
menus.picking.take                           +  0  0  0  0  0  0  N  0
admitting.leaving_out.find_class             T  T  +  +  N  N  N  N  +
admitting.leaving_out.open_people            T  T  +  +  N  N  N  N  N
admitting.leaving_out.choose                 T  T  +  +  N  N  N  N  N
assisting.open_class                         R  R  +  +  N  N  N  N  N
assisting.open_student                       R  R  +  +  N  N  N  N  N
home.student_page.open_work                  R  R  +  +  N  N  N  N  N
admitting.open_form                          T  T  +  +  N  N  N  N  N
admitting.decide                             T  T  +  +  N  N  N  N  N
admitting.let_outside_learn                  A  A  A  A  A  +  A  A  A
teaching.open_form                           A  A  A  A  A  +  A  A  A
teaching.give                                A  A  A  A  A  +  A  A  A
teaching.closing.close                       A  A  A  A  A  +  A  A  A
teaching.closing.open_again                  A  A  A  A  A  +  A  A  A
home.open_set_up                             T  T  +  +  N  +  N  N  N
digest.open_form                             T  T  +  +  +  T  T  T  +
digest.choose                                T  T  +  +  +  T  T  T  +
digest.replying.open_form                    T  T  +  NR NR T  T  T  NR
digest.replying.send                         T  T  +  +  N  N  N  N  0
checking_in.suggesting.suggest               T  T  +  +  N  N  N  N  0
phrases.open_form                            T  T  -  -  -  T  T  T  -
phrases.keep_typed                           T  T  +  +  +  T  T  T  +
phrases.save                                 T  T  +  +  +  T  T  T  +
promises.done                                T  T  +  +  N  N  N  N  0
promises.all_done                            T  T  +  -  -  T  T  T  -
promises.tomorrow                            T  T  +  +  N  N  N  N  0
promises.open_form                           T  T  +  +  N  N  N  N  0
promises.can_not                             T  T  +  +  N  N  N  N  0
dates.ask                                    +  +  +  +  +  +  +  +  +
dates.new_address                            +  +  +  +  +  +  +  +  +
dates.stop_address                           +  +  +  +  +  +  +  +  +
dates.fetch                                  +  -  -  -  -  -  -  -  -
home.open_home                               +  +  +  +  +  +  +  +  +
home.greet                                   +  +  +  +  +  +  +  +  +
home.looking.look                            T  T  +  +  N  N  N  N  0
home.looking.all_waiting                     T  T  +  +  +  T  T  T  +
home.looking.class_list                      T  T  +  +  N  N  N  N  N
home.student_page.open_page                  T  T  +  +  Y  T  T  T  +
help.not_heard                               +  +  +  +  +  +  +  +  +
help.not_readable                            +  +  +  +  +  +  +  -  +
help.show_help                               +  +  +  +  +  +  +  +  +
help.too_many                                +  +  +  +  +  +  +  +  +
hearing.listening.hear                       +  +  +  +  +  +  +  +  +
hearing.listening.hear_now                   +  +  +  +  +  +  +  +  +
hearing.listening.hear_or_keep               +  +  +  +  +  +  +  +  +
hearing.listening.is_early                   +  -  +  +  -  -  -  +  -
hearing.listening.keep                       +  +  +  +  +  +  +  +  +
hearing.listening.forget                     +  -  -  -  -  -  -  N  -
hearing.listening.correct                    +  -  -  -  -  -  -  N  -
hearing.listening.asked                      +  -  -  -  -  -  -  -  -
checking_in.answering.right_or_not           +  0  0  0  0  0  0  N  0
hearing.listening.choose                     +  O  O  O  O  O  O  +  O
hearing.listening.drop                       +  O  O  O  O  O  O  +  O
hearing.asking.answer                        O  O  O  O  O  O  O  O  O
exchanging.stuck.open_form                   +  +  S  S  N  N  N  N  N
exchanging.stuck.say_so                      +  +  S  S  N  N  N  N  N
exchanging.open_reply                        n  T  +  +  N  N  N  N  n
exchanging.reply                             n  T  +  +  N  N  N  N  n
checking_in.unasked.only_one                 +  -  -  -  -  -  -  -  -
checking_in.unasked.open_form                +  0  0  0  0  0  0  N  0
checking_in.unasked.log                      +  0  0  0  0  0  0  N  0
checking_in.unasked.choose                   +  O  O  O  O  O  O  N  O
absence.say_away                             +  +  S  S  S  S  S  S  +
absence.say_back                             +  NA NA NA NA NA NA NA NA
absence.end                                  +  T  +  +  N  N  N  N  O
absence.say_away_for                         OA T  +  +  Y  T  T  T  +
absence.say_back_for                         OA T  +  +  Y  T  T  T  NB
absence.open_form                            +  +  S  S  S  S  S  S  +
absence.open_for_class                       T  T  +  +  N  N  N  N  N
absence.read_command                         +  +  +  +  +  +  +  +  +
absence.open_pause                           +  T  +  +  N  N  N  N  0
absence.pause                                +  T  +  +  N  N  N  N  0
absence.resume                               +  T  +  +  N  N  N  N  0
absence.heard.choose                         +  O  O  O  O  O  O  N  O
absence.heard.in_form                        +  +  S  S  S  S  S  S  +
evidence.choose                              +  O  O  O  O  O  O  N  O
evidence.open_line                           +  O  O  O  O  O  O  N  O
evidence.say_line                            +  O  O  O  O  O  O  N  O
evidence.drop                                +  O  O  O  O  O  O  N  O
evidence.giving.open_form                    +  0  0  0  0  0  0  N  0
evidence.giving.give                         +  0  0  0  0  0  0  N  0
evidence.seen                                T  T  +  +  N  N  N  N  O
talking.ask                                  +  +  S  S  N  N  N  N  N
talking.classes_to_ask                       +  +  S  S  S  S  S  S  +
talking.open_offer                           T  T  +  +  N  N  N  N  O
talking.open_offer_to                        T  T  +  +  N  N  N  N  N
talking.offer                                T  T  +  +  N  N  N  N  O
talking.offer_to                             T  T  +  +  N  N  N  N  N
talking.choose                               +  O  O  O  O  O  O  N  O
talking.neither                              +  O  O  O  O  O  O  N  O
talking.call_off                             +  O  +  O  O  O  O  N  O
talking.open_outcome                         +  O  +  O  O  O  O  N  O
talking.note_outcome                         +  O  +  O  O  O  O  N  O
changing.moving.move_end                     +  T  +  +  N  N  N  N  0
checking_in.having.had_one                   +  0  0  0  0  0  0  N  0
checking_in.snoozing.later                   +  0  0  0  0  0  0  N  0
checking_in.snoozing.tomorrow                +  0  0  0  0  0  0  N  0
checking_in.prompting.leave_out              +  0  0  0  0  0  0  N  0
export.export_class                          T  T  +  +  N  N  N  N  +
feedback.open_form                           T  T  +  +  +  T  T  T  +
feedback.give_feedback                       T  T  +  +  Y  T  T  T  +
feedback.quick.open_about                    T  T  +  +  +  T  T  T  +
feedback.quick.check                         T  T  +  +  Y  T  T  T  +
feedback.quick.send                          T  T  +  +  Y  T  T  T  +
feedback.taking_up.answer                    +  n  n  n  n  n  n  N  n
feedback.taking_up.open_explanation          n  n  +  n  n  n  n  N  n
feedback.taking_up.explain                   n  n  +  n  n  n  n  N  n
drafting.open_edit                           0f 0f +  0f 0f 0f 0f N  0f
drafting.edit                                0f 0f +  0f 0f 0f 0f N  0f
drafting.drop                                0f 0f +  0f 0f 0f 0f N  0f
drafting.offer                               0f 0f +  0f 0f 0f 0f N  0f
drafting.take                                +  0f 0f 0f 0f 0f 0f N  0f
proposing.interviewing.begin                 +  +  S  S  N  N  N  N  N
proposing.interviewing.begin, from feedback  +  0f 0f 0f 0f 0f 0f N  0f
proposing.interviewing.begin_in_channel      +  +  S  S  N  N  N  N  +
proposing.interviewing.hear                  +  0  0  0  0  0  0  N  0
proposing.interviewing.correct               +  -  -  -  -  -  -  N  -
proposing.interviewing.choose                +  0  0  0  0  0  0  N  0
proposing.interviewing.skip                  +  0  0  0  0  0  0  N  0
proposing.interviewing.keep                  +  0  0  0  0  0  0  N  0
proposing.interviewing.back                  +  0  0  0  0  0  0  N  0
proposing.interviewing.edit                  +  0  0  0  0  0  0  N  0
proposing.interviewing.take_materials        +  0  0  0  0  0  0  N  0
proposing.interviewing.show_help             +  0  0  0  0  0  0  N  0
proposing.interviewing.later                 +  0  0  0  0  0  0  N  0
proposing.interviewing.resume                +  0  0  0  0  0  0  N  0
proposing.interviewing.add_target            +  0  0  0  0  0  0  N  0
proposing.interviewing.submit                +  0  0  0  0  0  0  N  0
reviewing.look_to_decide                     T  T  +  +  N  N  N  N  0
reviewing.approve                            T  T  +  +  N  N  N  N  0
reviewing.ask                                T  T  +  +  N  N  N  N  0
reviewing.redirect                           T  T  +  +  N  N  N  N  0
reviewing.open_question                      +  0  0  0  0  0  0  N  0
reviewing.awaits_answer                      +  -  -  -  -  -  -  -  -
reviewing.answer                             +  0  0  0  0  0  0  N  0
reviewing.hear                               +  0  0  0  0  0  0  N  0
reviewing.open_suggestion                    T  T  +  +  N  N  N  N  0
reviewing.move_dates                         T  T  +  +  N  N  N  N  0
reviewing.suggest                            T  T  +  +  N  N  N  N  0
reviewing.sign                               +  0  0  0  0  0  0  N  0
reviewing.open_counter                       +  0  0  0  0  0  0  N  0
reviewing.counter                            +  0  0  0  0  0  0  N  0
reviewing.look_to_wonder                     +  0  0  0  0  0  0  N  0
reviewing.wonder                             +  0  0  0  0  0  0  N  0
reviewing.open_explanation                   T  T  +  +  N  N  N  N  0
reviewing.explain                            T  T  +  +  N  N  N  N  0
changing.show_contract                       +  C0 W  W  W  C0 C0 C0 C0
changing.show_contract, of a student         +  T  +  +  CT T  T  T  CT
documents.give_contract                      +  T  +  +  N  N  N  N  0
calibrating.open_form                        T  T  +  +  N  N  N  N  N
calibrating.ask                              T  T  +  +  N  N  N  N  N
calibrating.say_yes                          +  O  O  O  O  O  O  N  O
calibrating.say_no                           +  O  O  O  O  O  O  +  O
calibrating.begin                            O  O  +  O  O  O  O  N  O
calibrating.close                            O  O  +  O  O  O  O  N  O
calibrating.open_rate                        O  O  O  +  +  O  O  O  O
calibrating.rate                             O  O  O  +  +  O  O  O  O
calibrating.decline                          O  O  O  +  +  O  O  O  O
conference.open_form                         +  0  0  0  0  0  0  N  0
conference.save                              +  0  0  0  0  0  0  N  0
conference.give_pack                         +  T  +  +  N  N  N  N  0
conference.open_step                         +  T  +  +  N  N  N  N  0
conference.agree_step                        +  T  +  +  N  N  N  N  0
conference.sign_step                         +  T  +  +  N  N  N  N  0
conference.give_step                         +  T  +  +  N  N  N  N  0
guardians.open_form                          T  T  +  +  N  N  N  N  0
guardians.ask                                T  T  +  +  N  N  N  N  0
guardians.say_yes                            +  0  0  0  0  0  0  N  0
guardians.say_no                             +  0  0  0  0  0  0  N  0
guardians.give_paper                         +  T  +  +  N  N  N  N  0
guardians.note_back                          T  T  +  +  N  N  N  N  0
documents.give_folder                        +  T  +  +  Y  T  T  S  FE
documents.give_sheet                         T  T  +  +  +  T  T  T  +
documents.open_print                         T  T  +  +  +  T  T  T  +
documents.give_class                         T  T  +  +  N  N  N  N  N
documents.give_overview                      T  T  +  +  N  N  N  N  N
documents.give_card                          +  T  +  +  N  N  N  N  0
documents.give_outside                       +  T  +  +  N  N  N  N  0
documents.give_open                          +  C0 W  W  W  C0 C0 C0 C0
documents.give_open, of a student            +  T  +  +  CT T  T  T  CT
changing.find_to_change                      +  C0 W  W  W  C0 C0 C0 C0
changing.find_to_change, of a student        +  T  +  +  CT T  T  T  CT
changing.open_change                         +  T  +  +  N  N  N  N  0
changing.propose                             +  T  +  +  N  N  N  N  0
changing.easing.open_form                    +  T  +  +  N  N  N  N  0
changing.easing.propose                      +  T  +  +  N  N  N  N  0
changing.sign                                2x T  +  +  N  N  N  N  0
changing.look_to_decline                     2x T  +  +  N  N  N  N  0
changing.decline                             2x T  +  +  N  N  N  N  0
changing.take_back                           +  T  NY NY N  N  N  N  0
changing.together.suggest_rhythm             T  T  +  +  N  N  N  N  N
changing.look_to_close                       +  T  +  +  N  N  N  N  0
changing.close                               +  T  +  +  N  N  N  N  0
checking_in.reads.open_log                   +  0  0  0  0  0  0  N  0
checking_in.reads.newest_awaiting            +  -  -  -  -  -  -  -  -
checking_in.reads.say_when                   +  +  +  +  +  +  +  +  +
checking_in.answering.hear_if_asked          +  -  -  -  -  -  -  -  -
checking_in.answering.log                    +  0  0  0  0  0  0  N  0
checking_in.answering.hear                   +  0  0  0  0  0  0  N  0
checking_in.taking_back.correct              +  -  -  -  -  -  -  N  -
checking_in.taking_back.forget               +  -  -  -  -  -  -  N  -
checking_in.answering.choose                 +  0  0  0  0  0  0  N  0
checking_in.answering.confirm                +  0  0  0  0  0  0  N  0
checking_in.answering.undo                   +  U  U  U  U  U  U  N  U
checking_in.answering.number                 +  0  0  0  0  0  0  N  0
checking_in.answering.not_yet                +  0  0  0  0  0  0  N  0
checking_in.practising.same_plan             +  0  0  0  0  0  0  N  0
checking_in.practising.practised             +  0  0  0  0  0  0  N  0
checking_in.class_reads.open_list            T  T  +  +  N  N  N  N  N
checking_in.class_reads.open_list_of         T  T  +  +  N  N  N  N  O
checking_in.telling.open_form                T  T  +  +  N  N  N  N  N
checking_in.telling.choose                   T  T  +  +  N  N  N  N  N
checking_in.questions.find_class             T  T  +  +  N  N  N  N  +
checking_in.questions.open_form              T  T  +  +  N  N  N  N  N
checking_in.questions.preview                T  T  +  +  N  N  N  N  N
checking_in.questions.choose                 T  T  +  +  N  N  N  N  N
checking_in.responding.open_response         T  T  +  +  N  N  N  N  0
checking_in.responding.looked_at             T  T  -  -  N  N  N  N  0
checking_in.responding.respond               T  T  +  +  N  N  N  N  0
checking_in.responding.seen                  T  T  +  +  N  N  N  N  0
celebrating.say_reached                      +  0  0  0  0  0  0  N  0
celebrating.decide, yes                      +  0  0  0  0  0  0  N  0
celebrating.decide, no                       +  0  0  0  0  0  0  N  0
celebrating.looking.decide, post             T  T  +  +  N  N  N  N  0
celebrating.looking.decide, hold             T  T  +  +  N  N  N  N  0
celebrating.wording.open_form                +  0  0  0  0  0  0  N  0
celebrating.wording.word                     +  0  0  0  0  0  0  N  0
privacy.erasing.open_form                    A  A  A  A  A  +  A  A  A
privacy.erasing.decide_as_admin              A  A  A  A  A  +  A  A  A
care.hear                                    +  +  +  +  +  +  +  +  +
care.hear_on                                 +  -  -  -  -  -  -  +  -
care.presses.hear_form                       +  +  +  +  +  +  +  +  +
care.presses.hear_command                    +  +  +  +  +  +  +  +  +
care.presses.tell_one                        +  O  O  O  O  O  O  +  O
care.presses.share                           +  O  O  O  O  O  O  +  O
care.presses.take                            O  O  +  O  O  O  O  +  O
care.presses.meant_else                      +  O  O  O  O  O  O  +  O
care.presses.go_on                           +  O  O  O  O  O  O  +  O
care.setting.open_form                       A  A  A  A  A  +  A  A  A
care.setting.decide                          A  A  A  A  A  +  A  A  A
profile.open_form                            +  +  P  P  P  P  P  P  +
profile.save                                 +  +  P  P  P  P  P  P  +
profile.language_of                          -  -  -  -  -  -  -  -  -
profile.choose_language                      +  +  +  +  +  +  +  +  +
profile.choose_student                       T  T  -  -  -  T  T  T  -
profile.about_student                        T  T  +  +  Y  T  T  T  +
teaching.keep                                T  0  0  0  0  0  0  N  0
journey.open_mine                            +  +  JS JS JS S  S  S  +
journey.open_page                            +  T  +  +  Y  T  T  S  +
journey.open_contract                        +  T  +  +  N  N  N  S  0
journey.past_of                              +  -  +  +  -  -  -  -  -
logbook.show                                 +  T  +  +  N  N  N  N  0
logbook.picturing.draw                       +  0  0  0  0  0  0  N  0
logbook.show_mine                            +  +  S  S  S  S  S  S  +
looking_back.open_form                       +  T  +  +  N  N  N  N  0
looking_back.assess                          +  T  +  +  N  N  N  N  0
looking_back.parts.rate                      +  T  O  O  N  N  N  N  0
looking_back.parts.choose                    +  T  O  O  N  N  N  N  0
looking_back.parts.send                      +  T  O  O  N  N  N  N  0
looking_back.halfway.open_form               +  0  0  0  0  0  0  N  0
looking_back.halfway.rate                    +  0  0  0  0  0  0  N  0
looking_back.grading.open_form               T  T  +  +  N  N  N  N  N
looking_back.grading.choose                  T  T  +  +  N  N  N  N  N
paper.open_entry                             T  T  +  +  N  N  N  N  N
paper.enter                                  T  T  +  +  N  N  N  N  N
paper.leave                                  T  T  +  +  N  N  N  N  N
paper.show                                   T  T  +  +  N  N  N  N  N
paper.open_terms                             T  T  +  +  N  N  N  N  N
paper.write                                  T  T  +  +  N  N  N  N  N
paper.sign                                   T  T  +  +  N  N  N  N  0
paper.give_sheet                             T  T  +  +  N  N  N  N  0
paper.open_check_in                          T  T  +  +  N  N  N  N  O
paper.type_in                                T  T  +  +  N  N  N  N  O
paper.open_look_back                         T  T  +  +  N  N  N  N  0
paper.look_back                              T  T  +  +  N  N  N  N  0
mentoring.open_ask                           +  0  0  0  0  0  0  N  0
mentoring.ask                                +  0  0  0  0  0  0  N  0
mentoring.say_yes                            O  +  O  O  O  O  O  O  O
mentoring.say_no                             O  +  O  O  O  O  O  O  O
mentoring.open_write                         O  +  O  O  O  O  O  O  O
mentoring.write                              O  +  O  O  O  O  O  O  O
mentoring.stop                               +  +  O  O  O  O  O  N  O
mentoring.report                             +  +  O  O  O  O  O  N  O
peers.open_ask                               +  0  0  0  0  0  0  N  0
peers.ask                                    +  0  0  0  0  0  0  N  0
peers.say_yes                                O  +  O  O  O  O  O  O  O
peers.say_no                                 O  +  O  O  O  O  O  O  O
peers.open_write                             O  +  O  O  O  O  O  O  O
peers.write                                  O  +  O  O  O  O  O  O  O
peers.stop                                   +  +  O  O  O  O  O  N  O
peers.share                                  +  O  O  O  O  O  O  N  O
peers.report                                 +  +  O  O  O  O  O  N  O
looking_back.going_on.go_on                  +  T  S  S  N  N  N  N  0
looking_back.going_on.something_else         +  T  S  S  N  N  N  N  0
"""

BY_ACCORD_ITSELF = {
    "roster.work_of": "an errand, that reads a class list",
    "roster.read": "an errand, that read a class list",
    "roster.not_read": "an errand, about a class list that can not be read",
    "roster.take_in": "an errand, once a teacher said yes",
    "bringing.to_read": "an errand, that reads a file that a teacher brought",
    "bringing.was_read": "an errand, that read a file that a teacher brought",
    "bringing.not_read": "an errand, about a file that could not be read",
    "standards.take_from_operator": "a command of whoever runs Accord",
    "roster.for_operator": "a command of whoever runs Accord",
    "roster.bring_in": "a command of whoever runs Accord",
    "evidence.to_fetch": "an errand, that fetches a file",
    "celebrating.looking.end_wait": "an errand, a week after a student's yes",
    "evidence.fetched": "an errand, that fetched a file",
    "evidence.not_fetched": "an errand, about a file that is not taken",
    "evidence.taken": "an errand, that asks what a file may be",
    "evidence.held": "an errand, that clears the store",
    "evidence.is_leaving": "an errand, that takes a file out of Slack",
    "looking_back.begin": "the scheduler, when a contract's end has come",
    "checking_in.prompting.give_up": "the scheduler, when nobody answered",
    "checking_in.prompting.to_type": "the scheduler, when somebody without an account is to be asked",
    "checking_in.prompting.put_off": "the scheduler, when a student can not be asked now",
    "calendar.taking_in.look_daily": "the scheduler, about the calendars of schools",
    "calendar.taking_in.to_read": "an errand, that reads a school's calendar",
    "calendar.taking_in.renew": "an errand, that reads a school's calendar",
    "calendar.taking_in.take_in": "an errand, that reads a school's calendar",
    "calendar.taking_in.not_read": "an errand, that reads a school's calendar",
    "calendar.taking_in.take_file": "a command of whoever runs Accord",
    "calendar.taking_in.window": "a command of whoever runs Accord",
    "set_up.enrol": "an errand, with the members that Slack names",
    "set_up.join": "an event about the actor",
    "set_up.leave": "an event about the actor",
    "admitting.learn": "an event about the actor",
    "set_up.ask_again": "an event about the actor",
    "set_up.close_account": "an event about the actor",
    "set_up.knows": "an event about the actor",
    "set_up.archive": "an event about the channel",
    "set_up.read_anew": "an event about the channel",
    "talking.look": "the scheduler, when its time has come",
    "care.go_on_telling": "the scheduler, when nobody took it in time",
    "checking_in.planning.plan_anew": "the scheduler, when the clock was set back",
    "checking_in.having.classes": "the scheduler, about students who say when their check-ins come",
    "checking_in.having.look": "the scheduler, about students who say when their check-ins come",
    "digest.begin": "the scheduler, about teachers who have no digest yet",
    "digest.tell_due": "the scheduler, when the time of a digest has come",
    "promises.ask_due": "the scheduler, when a promise is due",
    "waiting.remind": "the scheduler, about what has waited for some school days",
    "set_up.term.look": "the scheduler, about terms that end soon",
    "set_up.ask_anew": "the scheduler, about people of whom not all names are known",
    "set_up.grant_from_settings": "the start, with ACCORD_TEACHERS",
    "drafting.material": "an errand, for the language model",
    "drafting.answered": "an errand, with the language model's answer",
    "checking_in.ideas.material": "an errand, for the language model",
    "checking_in.ideas.answered": "an errand, with the beginnings of a reply that it wrote",
    "drafting.open_call": "an errand, before the language model is asked",
    "drafting.close_call": "an errand, when it has answered",
    "installing.leave": "an event about the workspace, or Slack's refusal of its token",
    "installing.come_back": "the start, or somebody who has installed Accord again",
    "installing.speak_again": "the start, or a look at the schools that were locked out",
    "privacy.exporting.export": "a command of whoever runs Accord",
    "privacy.erasing.look": "a command of whoever runs Accord",
    "privacy.erasing.is_held": "a command of whoever runs Accord",
    "privacy.erasing.erased_before": "a command of whoever runs Accord",
    "privacy.erasing.waits_for_slack": "a command of whoever runs Accord",
    "privacy.erasing.held_again": "a command of whoever runs Accord",
    "privacy.erasing.stop_addresses_again": "a command of whoever runs Accord",
    "privacy.erasing.erase": "a command of whoever runs Accord",
    "privacy.disclosing.shown": "a command of whoever runs Accord",
    "report.report": "a command of whoever runs Accord",
    "report.readers.give": "an errand, that works out the numbers of a school",
    "privacy.disclosing.listed": "a command of whoever runs Accord",
    "privacy.erasing.show": "a command of whoever runs Accord",
    "privacy.erasing.decide": "a command of whoever runs Accord",
    "privacy.erasing.forget": "the scheduler, once a day",
    "privacy.erasing.can_be_done": "a command of whoever runs Accord",
    "privacy.erasing.left": "an errand, until all that was erased has gone from Slack",
    "privacy.erasing.next_step": "an errand, until all that was erased has gone from Slack",
    "privacy.erasing.found": "an errand, until all that was erased has gone from Slack",
    "privacy.erasing.done": "an errand, until all that was erased has gone from Slack",
    "teaching.untaught.admins_found": "an errand, when all admins are known",
    "set_up.reads.called": "a message that mentions somebody: by what name all of the workspace know them",
    "set_up.reads.conversation": "an event that does not say who it is by",
    "undeliverable.unreadable": "delivery, where a roster can not be read",
}
"""Nobody sets these off: whoever does is not a person, and no button, form, command or message leads there."""

TOLD = {
    "roster.read",
    "roster.not_read",
    "roster.take_in",
    "roster.bring_in",
    "bringing.was_read",
    "bringing.not_read",
    "evidence.fetched",
    "evidence.not_fetched",
    "set_up.enrol",
    "set_up.join",
    "set_up.leave",
    "set_up.ask_again",
    "set_up.close_account",
    "set_up.knows",
    "set_up.archive",
    "set_up.read_anew",
    "set_up.grant_from_settings",
    "set_up.reads.called",
    "set_up.reads.conversation",
    "admitting.learn",
    "installing.leave",
    "installing.come_back",
    "installing.speak_again",
    "privacy.erasing.can_be_done",
    "privacy.erasing.left",
    "privacy.erasing.next_step",
    "privacy.erasing.found",
    "privacy.erasing.done",
    "teaching.untaught.admins_found",
    "undeliverable.unreadable",
}
"""Those that get an actor who is a person: whom an event was about, who asked for an errand, who is being erased."""

GUARDED = sorted(set(BY_ACCORD_ITSELF) - TOLD)
"""All others say themselves that they are for no person."""

HELPING = {
    "assisting.open_class": {"aide": "+", "observer": "+"},
    "assisting.open_student": {"aide": "+", "observer": "R"},
    "home.student_page.open_work": {"aide": "+", "observer": "R"},
}
"""What an aide and an observer of the class may: in everything else each gets the answer that a stranger gets."""

PARTS = {
    "lesson.as_teacher",
    "oneself.own",
    "journey.to_print",
    "journey.whole",
    "proposing.interviewing.finished",
    "proposing.interviewing.put_beside",
    "standards.take_file",
    "rubrics.take_file",
    "menus.take_file",
    "templates.writing.take_file",
    "proposing.interviewing.of_target",
    "proposing.interviewing.begun_target",
    "proposing.interviewing.fill",
    "feedback.class_meant",
    "evidence.take",
    "roster.take",
    "exchanging.recipient_of",
    "evidence.take_links",
    "evidence.offering.offer",
    "checking_in.answering.take_handed",
    "evidence.words_piece",
    "evidence.let_go",
    "evidence.has_no_more_room",
    "evidence.correct",
    "evidence.forget",
    "teaching.hand_over",
    "teaching.admin_changed",
    "teaching.admin_joined",
    "teaching.check",
    "reviewing.open_amendment",
    "proposing.starting.classes_of",
    "hearing.asking.ask_again",
    "hearing.asking.decide",
    "hearing.asking.own",
    "care.stop",
    "care.teaches_only",
    "contract.reads.for_form",
    "contract.steps.still_to_decide",
    "exchanging.send_on",
    "exchanging.writes_as_teacher",
    "exchanging.stuck.hear",
    "exchanging.stuck.is_heard",
    "exchanging.stuck.says_so",
    "exchanging.stuck.offer",
    "exchanging.stuck.decide",
    "checking_in.having.hear",
    "exchanging.passing_on.correct",
    "exchanging.passing_on.forget",
    "help.answer",
    "logbook.hear",
    "oneself.hear_under",
    "looking_back.take",
    "looking_back.come_in",
    "looking_back.to_assess",
    "peers.as_peer",
    "proposing.starting.begin_from",
    "help.help_brief",
    "help.refuse",
    "reviewing.goes_on",
    "hearing.to_one_of_class.named_again",
    "hearing.understanding.heard_as",
    "hearing.understanding.is_answer",
    "proposing.interviewing.forget",
    "home.is_known",
    "hearing.kinds.handle",
    "hearing.kinds.remark",
    "hearing.kinds.what_waits",
    "checking_in.prompting.decide",
    "checking_in.prompting.decide_number",
    "checking_in.prompting.offer",
    "absence.note",
    "talking.teaches",
    "absence.end_those_of",
    "absence.heard.answered",
    "absence.heard.days_in",
    "absence.heard.decide",
    "absence.heard.take",
    "absence.heard.until",
    "changing.propose_terms",
    "changing.to_change",
    "contract.steps.setting_of",
    "hearing.listening.is_named",
    "checking_in.unasked.begin",
    "checking_in.unasked.finish",
    "checking_in.unasked.running_contracts",
    "checking_in.unasked.running_one",
    "exchanging.passing_on.decide",
    "exchanging.passing_on.offer",
    "exchanging.passing_on.offer_as",
    "checking_in.answering.note",
    "checking_in.answering.ask_further",
    "checking_in.answering.say_what_stands",
    "checking_in.taking_back.reopen_excused",
    "checking_in.replying_sheet.sheet_of",
    "checking_in.replying_sheet.sheet_or_none",
    "reviewing.open_proposal",
    "contract.steps.rewritten",
    "contract.steps.terms_form",
    "hearing.understanding.parts_of",
    "hearing.understanding.take_parts",
    "hearing.listening.is_answered",
    "proposing.starting.begin_with_idea",
    "proposing.starting.next_one",
    "hearing.understanding.is_corrected",
    "hearing.understanding.is_asked_about",
    "hearing.understanding.is_shown_back",
    "hearing.understanding.still_listens",
    "hearing.understanding.take",
    "hearing.understanding.take_each",
    "hearing.asking.say_once",
    "hearing.understanding.understand",
    "hearing.understanding.understand_of_class",
    "checking_in.unasked.beside",
    "checking_in.unasked.correct",
    "checking_in.unasked.decide",
    "checking_in.unasked.note",
    "checking_in.unasked.note_beside",
    "checking_in.unasked.offer",
    "checking_in.unasked.put",
    "checking_in.unasked.put_beside",
    "checking_in.unasked.running_in",
    "changing.open_contracts",
    "changing.show",
    "hearing.asking.ask_which",
    "hearing.asking.class_of",
    "hearing.to_one_of_class.whom_for",
}
"""They take an actor, and stand only inside the use cases of the matrix or say what anybody may know of themselves."""

ROWS = {line[:45].strip(): line[45:].split() for line in MATRIX.strip().splitlines()}


@pytest.fixture
def school(sqlite_url: str) -> Iterator[School]:
    engine: Engine = open_engine(sqlite_url)
    yield School(engine)
    engine.dispose()


@pytest.mark.parametrize("name", list(ATTEMPTS))
def test_everybody_gets_the_answer_of_the_matrix(school: School, name: str) -> None:
    case = ATTEMPTS[name]
    ids = case.stage(school)
    got = {kind: school.attempt(case, kind, ids) for kind in KINDS}
    assert got == {kind: ANSWERS[letter] for kind, letter in zip(KINDS, ROWS[name], strict=True)}
    stranger = ROWS[name][KINDS.index("stranger")]
    helpers = {kind: school.attempt(case, kind, ids) for kind in HELPERS}
    assert helpers == {kind: ANSWERS[HELPING.get(name, {}).get(kind, stranger)] for kind in HELPERS}


@pytest.mark.parametrize("name", GUARDED)
def test_what_only_accord_does_is_refused_to_everybody(school: School, name: str) -> None:
    use_case = _function(name)
    more = [p for p in inspect.signature(use_case).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD][2:]
    for actor in school.people(school.teacher).values():
        with pytest.raises(Refusal) as refused, school.uow(actor.workspace) as uow:
            use_case(uow, actor, *(None for _ in more))
        assert refused.value.key == "not-for-people"


def test_no_attempt_is_missing_and_none_is_left_over() -> None:
    assert set(ROWS) == set(ATTEMPTS)
    assert set(BY_ACCORD_ITSELF) > TOLD


def test_every_use_case_is_in_the_matrix() -> None:
    """A new function that takes an actor has to say here who may call it."""
    tried = {name.split(",")[0] for name in ATTEMPTS}
    known = {_home_of(name) for name in tried} | set(BY_ACCORD_ITSELF) | PARTS
    assert set(_use_cases()) - known == set()
    assert known - set(_use_cases()) == set()


def _use_cases() -> Iterator[str]:
    """Every public function of the activities that takes a unit of work and an actor, by module and name."""
    for module in pkgutil.walk_packages(bot.activities.__path__, f"{ROOMS}."):
        found = importlib.import_module(module.name)
        for name, function in inspect.getmembers(found, inspect.isfunction):
            here = function.__module__ == found.__name__ and not name.startswith("_")
            if here and module.name != f"{ROOMS}.access" and _takes_an_actor(function):
                yield _name_of(function)


def _takes_an_actor(function: object) -> bool:
    parameters = list(inspect.signature(function, eval_str=True).parameters.values())  # type: ignore[arg-type]
    return [p.annotation for p in parameters[:2]] == [UnitOfWork, Actor]


def _home_of(name: str) -> str:
    """The module in which a use case is written, where it is called by another's name."""
    return _name_of(_function(name))


def _name_of(function: Callable[..., Any]) -> str:
    """A room and a function; a module stands between them where it is not the room's use cases."""
    module = function.__module__.removeprefix(f"{ROOMS}.").removesuffix(".use_cases")
    return f"{module}.{function.__name__}"


def _function(name: str) -> Callable[..., Any]:
    module, function = name.rsplit(".", 1)
    room = f"{ROOMS}.{module}"
    place = room if "." in module else f"{room}.use_cases"
    found: Callable[..., Any] = getattr(importlib.import_module(place), function)
    return found
