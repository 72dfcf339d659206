# Alguien pide a una persona de su clase que mire un trabajo. $student lo pide, $peer es quien mira, $work es el trabajo, $names son docentes o administradores.

# A quien mira
peers-asked = *{ $student }* te pide que mires un trabajo en { $classroom }. Se tarda unos 5 minutos.
peers-asked-work = Si dices que sí, ves el trabajo y sus señales de éxito.
peers-asked-words = Escribes qué funciona y qué podría venir después. { $student } lo lee con tu nombre.
peers-asked-teachers = Tus docentes no lo leen, salvo si { $student } se lo muestra o alguien lo denuncia.
peers-asked-next = Puedes decir que no. También puedes parar cuando quieras.
peers-yes-button = Sí, lo miro
peers-no-button = Ahora no
peers-yes-said = Has dicho que sí a { $student }. El trabajo está en otro mensaje.
peers-no-said = Esta vez has dicho que no. A { $student } solo le he dicho eso.
peers-piece = *{ $student }* te muestra *{ $work }*.
peers-signs = *Señales de éxito en las que fijarte:*
peers-piece-next = Solo { $student } lee lo que escribes, salvo si se lo muestra a sus docentes o alguien lo denuncia.
peers-write-button = Escribir lo que veo
peers-change-button = Cambiar lo escrito
peers-take-back-button = Retirarlo
peers-written = Gracias. Esto es lo que lee { $student }:
peers-written-shared = Gracias. { $student } se lo ha mostrado a sus docentes:
peers-stopped-peer = Esto se ha parado. No tienes que hacer nada.
peers-piece-gone = { $student } ha retirado este trabajo. No tienes que hacer nada.
peers-student-left = { $student } ya no está en esta clase. No tienes que hacer nada.
peers-over = Este contrato ha terminado. No tienes que hacer nada.

# El formulario de quien mira
peers-write-title = Mirar el trabajo
peers-write-submit = Enviar
peers-write = Para cada señal, escribe unas palabras. Puedes dejar alguna vacía. { $student } lo lee con tu nombre.
peers-sign = *{ $sign }*
peers-works = ¿Qué funciona?
peers-next = ¿Qué podría venir después?
peers-works-shown = Qué funciona
peers-next-shown = Qué podría venir después

# El formulario de quien pide
peers-ask-title = Pedir opinión
peers-ask-submit = Pedir
peers-ask-button = Pedir opinión
peers-ask-piece = ¿Qué trabajo?
peers-ask-peer = ¿A quién de tu clase?
peers-ask-sees = *Quién ve qué:*
peers-ask-they = Primero pregunto si quiere. Si dice que sí, ve este trabajo, tu línea y sus señales de éxito.
peers-ask-not = No ve tus cifras, tus valoraciones ni tu contrato.
peers-ask-you = Lees lo que escribe: qué funciona y qué podría venir después.
peers-ask-teachers = Tus docentes no lo leen, salvo si se lo muestras o alguien lo denuncia.

# A quien pide
peers-invited-asked = He pedido a *{ $peer }* que mire *{ $work }*. Te diré aquí lo que contesta.
peers-invited-next = { $peer } no ve tu trabajo antes de decir que sí.
peers-invited-agreed = *{ $peer }* ha dicho que sí, y ya puede ver *{ $work }*.
peers-invited-given = *{ $peer }* ha mirado tu trabajo. Sus palabras están en otro mensaje.
peers-invited-declined = *{ $peer }* no puede mirarlo ahora. Puedes pedírselo a otra persona.
peers-invited-stopped = Esto se ha parado. Puedes pedírselo a otra persona.
peers-invited-reported = Esto se ha parado.
peers-invited-gone = Has retirado este trabajo, así que *{ $peer }* ya no lo ve.
peers-invited-left = *{ $peer }* ya no está en esta clase. Puedes pedírselo a otra persona.
peers-said = *{ $peer }* ha mirado *{ $work }* para ti.
peers-said-no-work = *{ $peer }* ha mirado tu trabajo, que después has retirado.
peers-said-next = Tus docentes no leen esto, salvo si se lo muestras o alguien lo denuncia.
peers-said-shared = Se lo has mostrado a tus docentes.
peers-said-gone = Lo que escribió { $peer } ya no está aquí.
peers-ended-no = *{ $peer }* no puede mirar tu trabajo ahora. Eso no dice nada de tu trabajo. Puedes pedírselo a otra persona.
peers-ended-stopped = *{ $peer }* ha dejado de mirar tu trabajo. Puedes pedírselo a otra persona, o a tu docente.
peers-ended-left = *{ $peer }* ya no está en esta clase, y ya no ve tu trabajo. Puedes pedírselo a otra persona.
peers-share-button = Mostrar a docentes
peers-share-sure = ¿Mostrarlo a tus docentes?
peers-share-text = Leen las palabras y el nombre. Cuando lo han leído, ya no se puede deshacer.
peers-share-yes = Mostrarlo
peers-share-no = Dejarlo aquí
peers-delete-button = Borrarlo
peers-delete-sure = ¿Borrar estas palabras?
peers-delete-text = Desaparecen para las dos personas, y ya no se ve tu trabajo.
peers-delete-yes = Borrarlas
peers-delete-no = Dejarlas

# A las dos personas
peers-stop-button = Parar esto
peers-stop-sure = ¿Parar esto?
peers-stop-text = El trabajo desaparece de estos mensajes, y lo que se escribió se borra.
peers-stop-yes = Parar
peers-stop-no = Dejarlo
peers-report-button = Denunciar
peers-report-sure = ¿Denunciar esto?
peers-report-text = Se lo muestro a { $names }, con los dos nombres, y lo paro. Hazlo si algo te hace daño o no está bien.
peers-report-text-nobody = Lo paro. No sé a quién decírselo, así que cuéntaselo a una persona adulta de confianza.
peers-report-yes = Denunciar
peers-report-no = Volver
peers-reported-by-you-words = Lo has denunciado, y se ha parado. Ahora lo lee: { $names }.
peers-reported-by-you-work = Lo has denunciado, y se ha parado. Ahora ve el trabajo: { $names }.
peers-reported-nobody = Lo has denunciado, y se ha parado. No sé a quién decírselo. Habla con una persona adulta de confianza.

# A docentes, y a quienes se les dice una denuncia
peers-shared = *{ $student }* te muestra lo que *{ $peer }* escribió sobre *{ $work }*.
peers-shared-no-work = *{ $student }* te muestra lo que *{ $peer }* escribió sobre un trabajo que después se ha retirado.
peers-shared-gone = { $student } ya no muestra esto. No tienes que hacer nada.
peers-shared-next = { $student } lo pidió, y { $peer } dijo que sí. No cuenta para nada.
peers-reported-words = *{ $student }* denuncia lo que *{ $peer }* escribió sobre *{ $work }* en { $classroom }.
peers-reported-words-gone = *{ $student }* denuncia lo que *{ $peer }* escribió en { $classroom }.
peers-reported-work = *{ $peer }* denuncia el trabajo *{ $work }* que *{ $student }* le pidió mirar en { $classroom }.
peers-reported-work-gone = *{ $peer }* denuncia un trabajo que *{ $student }* le pidió mirar en { $classroom }. Después se ha retirado.
peers-reported-next = Lo he parado. Habla primero a solas con cada persona.

refusal-peer-no-work = Todavía no hay nada que mirar. Pulsa antes { evidence-add-button } en tu contrato.
refusal-peer-nobody-to-ask = Todavía no hay nadie a quien pedírselo en esta clase.
refusal-peer-not-here = Esta persona ya no está en tu clase. Elige a otra.
refusal-peer-piece-gone = Este trabajo ya no está. Elige otro.
refusal-peer-work-gone = { $name } ha retirado este trabajo. No tienes que hacer nada.
refusal-peer-student-left = { $name } ya no está en esta clase. No tienes que hacer nada.
refusal-peer-over = Este contrato ha terminado, así que ya no se puede pedir ni escribir nada aquí.
refusal-peer-stopped = Esto se ha parado, así que no he enviado nada. No tienes que hacer nada.
refusal-peer-one-at-a-time = Ya se lo has pedido a alguien. Páralo primero, y luego pídeselo a otra persona.
refusal-peer-asked-before = A esta persona ya se lo has pedido. Elige a otra.
refusal-peer-enough = Ya se lo has pedido a bastantes personas en este contrato. Habla de tu trabajo con tu docente.
