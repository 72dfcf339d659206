# Alguien nombra a una persona para un objetivo. $student lo pide, $mentor es a quien se lo pide, $statement es el objetivo, $names son docentes o administradores.

# A quien se lo piden
mentor-asked = *{ $student }* te pide ayuda con un objetivo en { $classroom }.
mentor-asked-sees = Si dices que sí, ves ese objetivo y sus cifras. No ves nada más del contrato.
mentor-asked-word = Puedes enviar a { $student } unas palabras cada semana, hasta que termine el contrato.
mentor-asked-teachers = Sus docentes ven que ayudas. Solo leen tus palabras si alguien las denuncia.
mentor-asked-next = Puedes decir que no. También puedes parar cuando quieras.
mentor-yes-button = Sí, ayudo
mentor-no-button = Ahora no
mentor-yes-said = Has dicho que sí a { $student }. El objetivo está en otro mensaje.
mentor-no-said = Esta vez has dicho que no. A { $student } solo le he dicho eso.
mentor-target = *Ayudas a { $student } con este objetivo:*
# El objetivo mismo.
mentor-target-is = *{ $statement }*
mentor-target-until = Hasta el { $date }
mentor-target-next = Puedes enviar a { $student } unas palabras cada semana. Las lee con tu nombre.
mentor-target-waits = Puedes enviar las próximas palabras desde el { $when }.
mentor-sent = Lo último que escribiste a { $student }:
mentor-write-button = Enviar unas palabras
mentor-stopped-mentor = Esto se ha parado. No tienes que hacer nada.
mentor-student-left = { $student } ya no está en esta clase. No tienes que hacer nada.
mentor-over = Este contrato ha terminado. Gracias por ayudar a { $student }.

# El formulario de quien ayuda
mentoring-write-title = Unas palabras
mentoring-write-submit = Enviar
mentor-write = { $student } lo lee con tu nombre. Puedes enviar las próximas palabras en 7 días.
mentor-write-text = Tus palabras
mentor-write-text-hint = Por ejemplo: Tu último comienzo me atrapó. Prueba uno que empiece con un lugar.

# El formulario de quien pide
mentoring-ask-title = Pedir ayuda
mentoring-ask-submit = Pedir
mentor-ask-button = Nombrar ayuda
mentor-ask-target = ¿Con qué objetivo?
mentor-ask-mentor = ¿Quién podría ayudarte?
mentor-ask-mentor-hint = Alguien de tu clase, u otra persona de este Slack que sepa del tema. No un docente de esta clase.
mentor-ask-who-sees = *Quién ve qué:*
mentor-ask-first = Primero le pregunto. No ve nada antes de decir que sí.
mentor-ask-sees = Si dice que sí, ve este objetivo y sus cifras, y nada más.
mentor-ask-word = Puede enviarte unas palabras cada semana, hasta que termine tu contrato.
mentor-ask-teachers = Tus docentes ven quién te ayuda. Solo leen las palabras si alguien las denuncia.

# A quien lo ha pedido
mentor-invited-asked = He pedido a *{ $mentor }* que te ayude con *{ $statement }*. Aquí te diré qué responde.
mentor-invited-agreed = *{ $mentor }* te ayuda ahora con *{ $statement }*. Ve este objetivo y sus cifras.
mentor-invited-declined = *{ $mentor }* no puede ayudar ahora. Puedes pedírselo a otra persona.
mentor-invited-stopped = Esto se ha parado. *{ $mentor }* ya no ve tu objetivo.
mentor-invited-left = *{ $mentor }* ya no puede ayudar y ya no ve tu objetivo. Puedes pedírselo a otra persona.
mentor-invited-over = Este contrato ha terminado, así que *{ $mentor }* ya no ve tu objetivo.
mentor-said = *{ $mentor }* te ha escrito sobre *{ $statement }*:
mentor-said-next = Solo tú lo lees. No tienes que responder.
mentor-said-gone = Lo que escribió { $mentor } ya no está.
mentor-ended-no = *{ $mentor }* no puede ayudarte ahora. Eso no dice nada de tu objetivo. Puedes pedírselo a otra persona.
mentor-ended-stopped = *{ $mentor }* ya no ayuda con tu objetivo y ya no lo ve. Puedes pedírselo a otra persona.

# A las dos personas
mentor-stop-button = Parar esto
mentor-stop-sure = ¿Parar esto?
mentor-stop-text = El objetivo se va de sus mensajes, y se borra lo que se escribió.
mentor-stop-yes = Parar
mentor-stop-no = Seguir así
mentor-report-button = Denunciar
mentor-report-sure = ¿Denunciar esto?
mentor-report-text = Se lo muestro a { $names }, con los dos nombres, y lo paro. Hazlo si algo duele o no está bien.
mentor-report-text-nobody = Lo paro. No sé a quién decírselo. Díselo a una persona adulta de confianza.
mentor-report-yes = Denunciar
mentor-report-no = Volver
mentor-reported-by-you = Has denunciado esto y se ha parado. { $names } puede leerlo.
mentor-reported-nobody = Has denunciado esto y se ha parado. No sé a quién decírselo. Habla con una persona adulta de confianza.

# A quienes se enteran de una denuncia, y a docentes
mentor-reported-words = *{ $student }* ha denunciado lo que *{ $mentor }* escribió sobre un objetivo en { $classroom }.
mentor-reported-target = *{ $mentor }* ha denunciado un objetivo con el que *{ $student }* le pidió ayuda en { $classroom }.
mentor-reported-next = Lo he parado. Habla primero a solas con cada persona.
mentor-on-page = { $mentor } ayuda con { $statement }

refusal-mentor-yourself = No puedes nombrarte a ti. Elige a otra persona.
refusal-mentor-teaches = { $name } da esta clase y ya te ayuda. Elige a otra persona.
refusal-mentor-guest = { $name } es una cuenta invitada en este Slack. Elige a alguien de tu clase o a un miembro completo.
refusal-mentor-from-outside = { $name } es de otra organización. Elige a alguien de este Slack.
refusal-mentor-gone = Aquí no se puede llegar a { $name }. Elige a otra persona.
refusal-mentor-unknown = No conozco a esta persona. Elige a alguien de este Slack.
refusal-mentor-target-gone = Elige uno de tus objetivos.
refusal-mentor-has-one = Alguien ayuda ya con este objetivo. Elige otro objetivo, o para eso antes.
refusal-mentor-each-has-one = Alguien ayuda ya con cada uno de tus objetivos. Para una ayuda antes de pedir otra.
refusal-mentor-asked-before = Ya se lo pediste a esta persona. Elige a otra.
refusal-mentor-two-are-enough = Ya hay bastante gente que ayuda con este contrato. Para una ayuda antes de pedir otra.
refusal-mentor-enough = Ya has preguntado a bastantes personas para este contrato. Habla de tu objetivo con tu docente.
refusal-mentor-over = Ahora nadie puede ayudar aquí, porque el contrato no está en marcha.
refusal-mentor-stopped = Esto se ha parado, así que no he enviado nada. No tienes que hacer nada.
refusal-mentor-student-left = { $name } ya no está en esta clase. No tienes que hacer nada.
refusal-mentor-not-now = Ahora no puedes ayudar con este objetivo. No tienes que hacer nada.
refusal-mentor-one-a-week = Ya enviaste unas palabras en los últimos 7 días. El mensaje dice cuándo puedes enviar las próximas.
