# It changes who teaches a class.

# To a teacher whom somebody took out of a class. $heir has the contracts that were theirs.
teacher-removed = { $count ->
    [0] *{ $by } cambió quién da clase en { $classroom }.* Ya no das esta clase.
    [one] *{ $by } cambió quién da clase en { $classroom }.* Ya no das esta clase. { $heir } se ocupa ahora de tu contrato.
   *[other] *{ $by } cambió quién da clase en { $classroom }.* Ya no das esta clase. { $heir } se ocupa ahora de tus { $count } contratos.
  }
teacher-removed-next = Lo que firmaste sigue firmado. Si es un error, habla con un docente de la clase o con quien administra.
# In place of a message about a student in the class that somebody taught.
card-cleared = Ya no das esta clase. He vaciado este mensaje.
# To the teacher who has them now.
contracts-taken-over = { $count ->
    [one] *Tienes un contrato más en { $classroom }.* Era de { $former }, que ya no da esta clase.
   *[other] *Tienes { $count } contratos más en { $classroom }.* Eran de { $former }, que ya no da esta clase.
  }
contracts-taken-over-next = Lo firmado sigue firmado. Ya he avisado a tus estudiantes.
# To a student.
contract-taken-over = *{ $former } ya no da clase en { $classroom }.* Ahora { $heir } se ocupa de tu contrato.
contract-taken-over-next = Lo acordado no cambia. No tienes que hacer nada.
# To the teachers of a class.
admin-teaches = *{ $by } da ahora clase en { $classroom }.* Administra este espacio de trabajo y se añadió por su cuenta.
admin-teaches-next = Lee lo mismo que tú: contratos, seguimientos y comentarios de esta clase. Queda escrito en el registro de accesos.

# To somebody who came to teach a class in which they have a contract as a student.
own-contract = *Ahora das clase en { $classroom }, y allí tienes un contrato como estudiante.* ¿Qué hacemos con él?
own-contract-alone = *Ahora das clase en { $classroom }, y allí tienes un contrato como estudiante.* Nadie más da esta clase, así que nadie puede ser tu docente. Termínalo, o añade a otro docente.
own-contract-next = En tu contrato sigues siendo estudiante. No puedes decidir sobre él como docente.
# $name is cut to 20 characters.
own-contract-keep = Seguir con { $name }
own-contract-stays = *Tu contrato en { $classroom } continúa.* Tu docente es { $keeper }.
own-contract-over = *Tu contrato en { $classroom } ha terminado.* No tienes que hacer nada.
# To the teacher with whom it stays.
own-contract-kept = *{ $student } da ahora clase en { $classroom } contigo, y conserva allí un contrato como estudiante.* Te ocupas tú de él como docente.
own-contract-kept-next = Te enviaré los seguimientos. Ahora no tienes que hacer nada.

refusal-own-contract = Este contrato es tuyo. Sobre él decide otro docente de la clase.
refusal-own-contract-no-teacher = Esta persona no da esta clase. Elige a alguien que la dé.

# In the set-up form.
set-up-takes-over = Si quitas a alguien, ¿quién se ocupa de sus contratos?
set-up-takes-over-hint = Solo hace falta si quitas a alguien. Avisaré a esa persona, a quien toma su lugar y a sus estudiantes.
refusal-takes-over-whom = { $count ->
    [one] Hay un contrato a cargo de quien quitas. Elige quién se ocupa de él desde ahora.
   *[other] Hay { $count } contratos a cargo de quien quitas. Elige quién se ocupa de ellos desde ahora.
  }
refusal-takes-over-no-teacher = Esta persona no da esta clase. Elige a un docente que se quede.
refusal-takes-over-own = Uno de estos contratos es de esta misma persona. Elige a otro docente que se quede.
