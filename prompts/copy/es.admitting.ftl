# Guests, and people of other organisations, in a class channel.

# To a teacher. $names is one name, or several with commas; $more are as many as there are besides.
guests-here = { $count ->
    [one] *{ $names } está en el canal de { $classroom } como persona invitada.* Puede ser estudiante o de la familia de alguien, así que no la he añadido.
   *[other] { $more ->
        [0] *{ $names } están en el canal de { $classroom } como personas invitadas.* Pueden ser estudiantes o familiares, así que no las he añadido.
       *[other] *{ $names } y { $more } más están en el canal de { $classroom } como personas invitadas.* Pueden ser estudiantes o familiares, así que no las he añadido.
    }
  }
guests-here-next = Quien no elijas no entra en la clase, y no volveré a preguntarte por esa persona. Puedes elegir más tarde en la pestaña Inicio.
guests-decided = En el canal de { $classroom } ya no quedan personas invitadas sobre las que decidir.
guests-button = Elegir estudiantes
admitting-save-title = Elegir estudiantes
admitting-save-submit = Guardar
guests-students = ¿Cuáles de estas personas estudian en { $classroom }?
guests-students-hint = Déjalo vacío si nadie de la lista estudia aquí.
# An option: a guest of this Slack, or somebody of another organisation in a shared channel.
guests-guest = { $name } (con invitación)
guests-from-outside = { $name } (otra organización)
refusal-no-guests = En el canal de { $classroom } no hay personas invitadas que elegir como estudiantes. Los demás miembros entran en la clase al entrar en el canal.

# To an admin, on Home.
home-outside = Personas de otras organizaciones
home-outside-forbidden = Algunos canales de clase pueden estar compartidos con otra organización. *Quienes vienen de allí no pueden estudiar en Accord.*
home-outside-allowed = Algunos canales de clase pueden estar compartidos con otra organización. *Quienes vienen de allí pueden estudiar, si un docente los elige.*
home-outside-hint = Nunca pueden dar clase, administrar ni recibir avisos sobre estudiantes.
home-outside-allow = Permitir que estudien
home-outside-forbid = Dejar de permitirlo
home-outside-leave = Dejar como está
home-outside-allow-title = ¿Permitir que estudien?
home-outside-allow-what = Preguntaré a cada docente por las personas de otras organizaciones que haya en sus canales de clase.
home-outside-forbid-title = ¿Dejar de permitirlo?
home-outside-forbid-what = Quienes estudian desde otras organizaciones pierden su lugar en sus clases. Sus contratos se quedan como están, y no les pediré seguimientos.

people-intro = Todas las personas del canal estudian en la clase, menos sus docentes. Deja fuera a quien no.
people-out-field = No estudia aquí
people-out-field-hint = Se queda en el canal. No le preguntaré nada, y no ve nada de tus estudiantes.
people-back-field = Vuelve a estudiar aquí
people-aides-field = Ayudantes
people-aides-field-hint = Leen objetivos, respuestas a los seguimientos y trabajos mostrados. No deciden nada. Se lo digo a los estudiantes.
people-observers-field = Observan la clase
people-observers-field-hint = Ven recuentos de la clase: ningún nombre y ninguna palabra.
people-no-longer-field = Ya no ayuda ni observa
# Una opción: alguien con su papel.
people-is-aide = { $name } (ayuda)
people-is-observer = { $name } (observa)
admitting-people-title = Personas
admitting-people-submit = Guardar
people-out = *{ $teacher }* dice que no estudias en *{ $classroom }*. No te preguntaré nada de esa clase.
people-out-next = Puedes quedarte en el canal de la clase. Si no es así, díselo a { $teacher }.
people-back = *{ $teacher }* dice que estudias en *{ $classroom }*. Puedes empezar allí un contrato.
people-back-next = Tu pestaña Inicio muestra qué puedes hacer.
people-aide = *{ $teacher }* dice que ayudas en *{ $classroom }*. Puedes leer los objetivos, las respuestas a los seguimientos y los trabajos que muestran los estudiantes.
people-aide-next = Los estudiantes lo saben. Cuando abres el trabajo de alguien, lo apunto. Aquí no decides nada.
people-observer = *{ $teacher }* dice que observas *{ $classroom }*. Puedes ver cuántos estudiantes tienen un objetivo y cuántos seguimientos se respondieron.
people-observer-next = No ves nombres ni palabras de estudiantes. No tienes que hacer nada.
# A una persona que estudia y tiene un contrato en la clase.
aide-named = *{ $aide }* ayuda ahora en *{ $classroom }*. Puede leer tus objetivos, tus respuestas a los seguimientos y los trabajos que muestras.
aide-named-next = No ve qué te ayuda, ni tu perfil, ni los comentarios. No decide nada. Si esto te preocupa, habla con tu docente.
refusal-people-which-class = Das más de una clase. Escribe /accord people en el canal de una de ellas.
refusal-people-no-student = { $name } no estudia ahora en esta clase.
refusal-people-has-contract = { $name } tiene un contrato abierto en esta clase. Termínalo antes.
refusal-people-two-things = Has elegido dos cosas distintas para { $name }. Elige una.
refusal-people-teaches = { $name } da esta clase. Ya ve todo esto.
refusal-people-no-helper = { $name } no es miembro completo de este Slack. Elige a un miembro.
refusal-people-not-in-channel = { $name } no está en el canal de la clase. Invita primero a esa persona.
