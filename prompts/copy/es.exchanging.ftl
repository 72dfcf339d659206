# Lo que se escriben quien aprende y quien da la clase por medio de Accord.

# $teachers es una lista de nombres.
pass-on-offer = ¿Paso esto a *{ $teachers }*, palabra por palabra?
# En el mismo mensaje hay una cifra; lo que cuenta está debajo.
pass-on-beside = En tu mensaje también he encontrado esto. Si dices que sí, lo anotaré también.
pass-on-next = Nadie lo leerá antes de que digas que sí.
pass-on-yes-button = Pasar el mensaje
pass-on-no-button = Dejar en privado
pass-on-yes = De acuerdo. Lo he pasado.
pass-on-no = De acuerdo. No he guardado nada, y nadie lo ha leído.
note-from = *{ $name }* te ha escrito:
note-reply-button = Responder
note-next-teacher = También puedes responder en el hilo de este mensaje. { $name } lo leerá en Slack.
note-next-student = Para responder, escribe en el hilo de este mensaje. Solo lo leerá { $name }.
# $names es una lista de otros docentes.
note-answered = Ya hay respuesta de { $names }.
note-sent = Lo he pasado a *{ $names }*.
# Está en el lugar de las palabras que borró quien las escribió, $name.
note-gone = { $name } ha retirado este mensaje.
# $names es una lista de quienes lo recibieron.
note-changed = Has cambiado tu mensaje. Las palabras nuevas ya están a la vista de { $names }.
note-taken-back = He retirado tu mensaje. Nadie lo ha leído.
note-taken-back-read = He retirado tu mensaje a { $names }. Puede que ya estuviera leído.
note-reply-text = Tu respuesta a { $to }
exchanging-reply-title = Responder
exchanging-reply-submit = Enviar respuesta
refusal-no-such-note = No encuentro este mensaje entre los tuyos.
refusal-note-teacher-gone = Esa persona ya no da esta clase, así que no puedo pasárselo. Escribe a otra que dé la clase.
refusal-note-student-gone = Tu estudiante ya no está en la clase, así que no puedo pasárselo.

# Alguien no avanza con lo que practica.
stuck-button = No avanzo
exchanging-stuck-title = No avanzo
exchanging-stuck-submit = Avisar
# $teachers es una lista de nombres.
stuck-intro = Atascarse es parte de aprender. *{ $teachers }* podrá leerlo en cuanto lo envíes.
stuck-intro-quiet = Atascarse es parte de aprender. *{ $teachers }* podrá leerlo el { $when }. De noche no escribo a docentes.
stuck-text = ¿En qué te has atascado?
stuck-text-hint = Basta con una línea. Di dónde te paras y qué has probado.
stuck-offer = ¿Aviso ahora a *{ $teachers }* de que no avanzas, con estas palabras?
# $names es una lista.
stuck-told = He avisado a *{ $names }* de que no avanzas. Su respuesta llegará aquí.
stuck-told-later = Avisaré a *{ $names }* el { $when } de que no avanzas. De noche no escribo a docentes. Su respuesta llegará aquí.
note-stuck = *{ $name }* no avanza:
refusal-stuck-nobody = Ahora nadie da esta clase. Pregunta a una persona adulta de tu centro.
